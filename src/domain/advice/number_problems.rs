//! What the number itself tells: that it cannot be right, or that its line ends at the border.

use super::{Action, Reason, Step};
use crate::domain::number::{
    Candidate, Check, IdentifyContext, NearMissKind, TextConfidence, TrackedTo, identify, near_miss, rescue,
};
use crate::domain::{CleanText, Parcel, ParcelNumber, Standing, TrackingNumber};

/// So many corrections are named at most where none is sure.
const FEW: usize = 3;

/// Why the parcel's number cannot be right, as a step, with the number that was probably meant; `None` where nothing
/// is known against it. Only what nobody knows is doubted: the caller's job.
pub(super) fn mistake(parcel: &Parcel) -> Option<Step> {
    let [only] = &parcel.numbers[..] else { return None };
    if identify(&only.number, &IdentifyContext::default()).first().is_some_and(Candidate::accepted) {
        return None;
    }
    let reason = match near_miss(&only.number)?.fault {
        NearMissKind::CheckDigit => Reason::CheckDigit,
        NearMissKind::Issuer => Reason::Issuer,
        NearMissKind::Missing(_) | NearMissKind::Extra(_) => Reason::Length,
    };
    Some(Step { action: Action::CheckNumber, reason, until: None, about: meant(&only.number), links: Vec::new() })
}

/// What was probably meant. One wrong digit leaves about ten numbers: only what shows by itself, or leaves few, is
/// worth naming.
fn meant(number: &TrackingNumber) -> Option<CleanText> {
    let all = rescue(number.as_str(), &IdentifyContext::default());
    let firm = all.iter().find(|c| c.firm).map(std::slice::from_ref);
    let likely = firm.or_else(|| (all.len() <= FEW).then_some(&all[..]))?;
    CleanText::some_line(&likely.iter().map(|c| c.number.as_str()).collect::<Vec<_>>().join(", "))
}

/// Whether the number has a check digit, and the right one: it was copied right, then.
pub(super) fn has_right_check_digit(number: &TrackingNumber) -> bool {
    identify(number, &IdentifyContext::default()).first().is_some_and(|c| c.accepted() && c.check == Check::Passed)
}

/// Whether the parcel can be followed only until it leaves the country of origin: by its numbers, or by the name of
/// its service. A number that is followed to the door outweighs both.
#[must_use]
pub fn only_to_border(numbers: &[ParcelNumber], standings: &[Standing]) -> bool {
    let mut to_border = false;
    for number in numbers {
        // What a number of digits may be by chance says nothing of how far it is followed.
        let sure = identify(&number.number, &IdentifyContext::default())
            .into_iter()
            .find(|c| c.format.stands == TextConfidence::Alone);
        match sure.map(|c| c.tracked) {
            Some(TrackedTo::ToDoor) => return false,
            Some(TrackedTo::ToBorder) => to_border = true,
            Some(TrackedTo::Unknown) | None => {}
        }
    }
    to_border || standings.iter().filter_map(|s| s.facts.as_ref()?.service.as_deref()).any(is_economy)
}

fn is_economy(service: &str) -> bool {
    let service = service.to_lowercase();
    ["economy", "эконом", "经济"].iter().any(|word| service.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::advice::test_parcels::{number, parcel, standing};
    use crate::domain::{Outcome, ReportedFacts};

    #[test]
    fn a_number_that_cannot_be_right_is_told_with_what_is_wrong() {
        let wrong = |text: &str| mistake(&parcel(text, None, 1)).map(|step| step.reason);
        assert_eq!(wrong("RB123456785CN"), None);
        assert_eq!(wrong("LP00620966542870"), None);
        assert_eq!(wrong("RB123456786CN"), Some(Reason::CheckDigit));
        assert_eq!(wrong("RB123456785QX"), Some(Reason::Issuer));
        assert_eq!(wrong("RB12345678CN"), Some(Reason::Length));
        assert_eq!(wrong("9988776655443322"), None);
    }

    #[test]
    fn a_correction_is_named_only_where_it_is_sure() {
        let meant = |text: &str| mistake(&parcel(text, None, 1)).and_then(|s| s.about).map(|a| a.to_string());
        assert_eq!(meant("RB1233456785CN").as_deref(), Some("RB123456785CN"));
        assert_eq!(meant("RB123456786CN"), None);
    }

    #[test]
    fn the_line_ends_at_the_border_by_number_or_by_service() {
        let named = |service: &str| {
            let facts = ReportedFacts { service: CleanText::some_line(service), ..ReportedFacts::default() };
            vec![standing("cainiao", Outcome::Answered, Some(facts))]
        };
        assert!(only_to_border(&[number("UA123456785CN")], &[]));
        assert!(only_to_border(&[number("9988776655443322")], &named("AliExpress Saver ECONOMY")));
        assert!(!only_to_border(&[number("9988776655443322")], &named("Standard")));
        assert!(!only_to_border(&[number("RB123456785CN")], &named("Economy")));
        assert!(!only_to_border(&[number("UA123456785CN"), number("RA123456785RU")], &[]));
    }
}
