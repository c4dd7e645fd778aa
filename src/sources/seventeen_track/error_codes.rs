//! 17TRACK's error codes (the official list), and what each means for the next step.

use super::wire::Fault;
use crate::domain::{CleanText, Trouble};
use crate::sources::decoding::lenient_json::clean_text;
use crate::sources::decoding::worded_troubles::{not_understood, temporary};

/// What a rejection of one number means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// The number is registered already: as good as accepted.
    Registered,
    /// The number is to be registered first.
    NotRegistered,
    /// Registered, and nothing is known yet.
    NothingYet,
    /// Something is wrong.
    Trouble(Trouble),
}

/// What an error about one number means.
pub(super) fn of_number(fault: &Fault) -> Verdict {
    match fault.code.map(|code| code.0) {
        Some(-18_019_901) => Verdict::Registered,
        Some(-18_019_902) => Verdict::NotRegistered,
        Some(-18_019_909 | -18_019_808) => Verdict::NothingYet,
        // What is wrong with a value, where the value is the number.
        Some(-18_010_015..=-18_010_010) if !is_batch_limit(fault) => Verdict::Trouble(Trouble::MalformedNumber),
        _ => Verdict::Trouble(of_call(fault)),
    }
}

/// Whether an error is about a number rather than about the call.
pub(super) fn is_about_a_number(fault: &Fault) -> bool {
    of_number(fault) != Verdict::Trouble(of_call(fault))
}

fn is_batch_limit(fault: &Fault) -> bool {
    fault.code.is_some_and(|code| code.0 == -18_010_014)
}

/// What an error about a whole call means, and any other about a number.
pub(super) fn of_call(fault: &Fault) -> Trouble {
    let more = |what: &str| Trouble::MoreDataNeeded { what: words(fault, what) };
    match fault.code.map(|code| code.0) {
        Some(401 | 403 | -18_010_001 | -18_010_002 | -18_010_004 | -18_010_005 | -18_019_912) => Trouble::BadKey,
        Some(429) => Trouble::RateLimited { retry_after: None },
        Some(-18_010_003) => temporary("17TRACK reports an error of its own"),
        Some(code @ 500..=599) => temporary(&format!("17TRACK reports error {code}")),
        Some(-18_010_016) => more("last-mile carrier"),
        Some(-18_010_018) => more("country and postcode"),
        Some(-18_010_019) => more("postcode"),
        Some(-18_010_020) => more("phone number"),
        Some(-18_010_022 | -18_010_021) => more("ship date"),
        // The official words tell a developer what to send; the user needs to know what is missing.
        Some(-18_019_903 | -18_019_910) => Trouble::MoreDataNeeded { what: CleanText::line("carrier code") },
        Some(-18_019_911) => temporary("17TRACK cannot register numbers of this carrier now"),
        Some(-18_019_907 | -18_019_908) => Trouble::BudgetSpent,
        Some(code) => not_understood(&format!("error {code}: {}", words(fault, "no message"))),
        None => not_understood(&format!("error without a code: {}", words(fault, "no message"))),
    }
}

fn words(fault: &Fault, otherwise: &str) -> CleanText {
    clean_text(fault.message.as_ref()).unwrap_or_else(|| CleanText::line(otherwise))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(code: i64) -> Fault {
        serde_json::from_value(serde_json::json!({ "code": code })).expect("a fault")
    }

    fn trouble(code: i64) -> Trouble {
        match of_number(&fault(code)) {
            Verdict::Trouble(trouble) => trouble,
            other => panic!("{code}: {other:?}"),
        }
    }

    #[test]
    fn each_code_blames_the_right_one() {
        assert_eq!(of_number(&fault(-18_019_901)), Verdict::Registered);
        assert_eq!(of_number(&fault(-18_019_902)), Verdict::NotRegistered);
        assert_eq!(of_number(&fault(-18_019_909)), Verdict::NothingYet);
        for code in [-18_010_010, -18_010_011, -18_010_012, -18_010_013, -18_010_015] {
            assert_eq!(trouble(code), Trouble::MalformedNumber, "{code}");
        }
        for code in [-18_010_001, -18_010_002, -18_010_004, -18_010_005] {
            assert_eq!(trouble(code), Trouble::BadKey, "{code}");
        }
        assert_eq!(trouble(-18_019_907), Trouble::BudgetSpent);
        assert_eq!(trouble(-18_019_908), Trouble::BudgetSpent);
        assert_eq!(trouble(-18_019_903), Trouble::MoreDataNeeded { what: CleanText::line("carrier code") });
        assert_eq!(trouble(-18_010_019), Trouble::MoreDataNeeded { what: CleanText::line("postcode") });
        assert!(matches!(trouble(-18_010_014), Trouble::NotUnderstood { .. }));
        assert!(matches!(trouble(-18_010_003), Trouble::Temporary { .. }));
        assert!(matches!(trouble(-1), Trouble::NotUnderstood { .. }));
        assert!(matches!(of_call(&fault(-18_010_013)), Trouble::NotUnderstood { .. }));
    }
}
