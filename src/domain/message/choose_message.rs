//! Which message is called for first: about what, to whom, in which language.

use super::{Addressee, Language, Situation};
use crate::domain::advice::{self, Action, Advice};
use crate::domain::{Country, Parcel, Status};

/// What a message is about, to whom it goes, in which language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MessageChoice {
    /// What it is about.
    pub situation: Situation,
    /// To whom it goes; one of the situation's.
    pub to: Addressee,
    /// Its language.
    pub language: Language,
}

impl MessageChoice {
    /// A message about that, to the likelier addressee of the situation unless `to` is one of them too, in the
    /// addressee's likely language.
    #[must_use]
    pub fn about(situation: Situation, to: Option<Addressee>, parcel: &Parcel, home: Option<Country>) -> Self {
        let fits = |to: &Addressee| situation.addressees().contains(to);
        let to = to.filter(fits).unwrap_or(situation.addressees()[0]);
        Self { situation, to, language: language(to, parcel, home) }
    }
}

/// The message that is called for first. `advice` is what is advised on the parcel now, `home` the reader's country:
/// where a parcel goes of which nobody says so.
#[must_use]
pub fn suggest(parcel: &Parcel, advice: Option<&Advice>, home: Option<Country>) -> MessageChoice {
    let unnumbered = parcel.numbers.is_empty().then_some(Situation::NoNumber);
    let situation = unnumbered.or_else(|| advice.and_then(advised)).unwrap_or_else(|| by_state(parcel));
    let asked = advice.iter().flat_map(|a| &a.steps).find_map(|step| match step.action {
        Action::AskSeller | Action::AskExtension => Some(Addressee::Seller),
        Action::AskCarrier => Some(Addressee::Carrier),
        _ => None,
    });
    MessageChoice::about(situation, asked, parcel, home)
}

/// The message to that addressee that is called for first.
#[must_use]
pub fn suggest_to(to: Addressee, parcel: &Parcel, advice: Option<&Advice>, home: Option<Country>) -> MessageChoice {
    let first = suggest(parcel, advice, home).situation;
    let helps = |situation: &Situation| situation.addressees().contains(&to);
    let situation = [first, by_state(parcel)].into_iter().find(helps).unwrap_or(Situation::Stuck);
    MessageChoice::about(situation, Some(to), parcel, home)
}

/// What the advice says to write about; `None`: it is about something that no message helps with.
fn advised(advice: &Advice) -> Option<Situation> {
    use advice::Situation as S;
    Some(match advice.situation {
        S::NoNumberYet => Situation::NoNumber,
        S::UnknownNumber => Situation::NotTracked,
        S::NumberMistyped | S::NumberRefused => Situation::WrongNumber,
        S::AnnouncedOnly => Situation::NotShipped,
        S::StuckAtOrigin
        | S::StuckInTransit
        | S::StuckOnLineHaul
        | S::PastTheBorder
        | S::StuckAfterCustoms
        | S::StuckWithCourier => Situation::Stuck,
        S::StuckAtCustoms => Situation::AtCustoms,
        S::Held => Situation::Held,
        S::CustomsWantsPapers => Situation::CustomsPapers,
        S::ReadyForPickup | S::PickupOverdue | S::StorageEnding | S::StorageOver => Situation::HoldLonger,
        S::DeliveryFailed => Situation::DeliveryFailed,
        S::WrongAddress => Situation::WrongAddress,
        S::GoingBack => Situation::GoingBack,
        S::Damaged => Situation::Damaged,
        S::Problem => Situation::Problem,
        S::EndedUndelivered => Situation::NotComing,
        S::DeliveredDisputed | S::DeliveredMissing => Situation::NotReceived,
        S::SourcesDisagree => Situation::Contradiction,
        S::ExpectedTooLate | S::ProtectionEnding => Situation::Extend,
        S::NobodyAsked | S::KeyRefused | S::KeyUnavailable | S::DataWanted | S::SourcesBlocked | S::SourcesFailing => {
            return None;
        }
    })
}

/// What one would write about a parcel of which nothing is the matter.
fn by_state(parcel: &Parcel) -> Situation {
    match parcel.summary.state.map(|state| state.status) {
        None | Some(Status::InfoReceived) => Situation::NotShipped,
        Some(Status::NotFound) => Situation::NotTracked,
        Some(Status::InTransit | Status::Expired | Status::OutForDelivery) => Situation::Stuck,
        Some(Status::AvailableForPickup) => Situation::HoldLonger,
        Some(Status::DeliveryFailure) => Situation::DeliveryFailed,
        Some(Status::Delivered) => Situation::NotReceived,
        Some(Status::Exception) if parcel.is_finished() => Situation::NotComing,
        Some(Status::Exception) => Situation::Problem,
    }
}

/// Where Russian is read at a post's counter.
const RUSSIAN: [&str; 4] = ["RU", "BY", "KZ", "KG"];
/// Where Chinese is written in simplified letters.
const CHINESE: [&str; 2] = ["CN", "SG"];

/// What the addressee most likely reads: a seller that of the country of origin, a carrier that of the destination.
fn language(to: Addressee, parcel: &Parcel, home: Option<Country>) -> Language {
    let there = match to {
        Addressee::Seller => parcel.summary.origin,
        Addressee::Carrier => parcel.summary.destination.or(home),
    };
    match there.map(|country| country.as_str().to_owned()) {
        Some(code) if RUSSIAN.contains(&code.as_str()) => Language::Russian,
        Some(code) if CHINESE.contains(&code.as_str()) => Language::Chinese,
        _ if to == Addressee::Seller && parcel.shop.as_deref().is_some_and(sells_from_china) => Language::Chinese,
        _ => Language::English,
    }
}

/// Shops whose sellers are in China, by a part of the name that people give them.
fn sells_from_china(shop: &str) -> bool {
    let shop = shop.to_lowercase();
    ["aliexpress", "алиэкспресс", "taobao", "таобао", "1688", "temu", "pinduoduo"]
        .iter()
        .any(|name| shop.contains(name))
}
