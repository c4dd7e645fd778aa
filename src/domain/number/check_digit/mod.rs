//! Check digits: every rule of the table, over a serial and nothing else.

mod running_remainder;
mod weighted;

use super::format::CheckDigitRule;

/// What a check digit says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Check {
    /// It is the expected one.
    Passed,
    /// The format has none.
    None,
    /// It is not the expected one, and the rule is only an observed one.
    Failed,
}

impl Check {
    /// The word used in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::None => "none",
            Self::Failed => "failed",
        }
    }
}

/// The check character that a serial of upper-case letters and digits asks for; `None` where the rule has none.
#[must_use]
pub fn expected(rule: CheckDigitRule, serial: &[u8]) -> Option<u8> {
    match rule {
        CheckDigitRule::None => None,
        CheckDigitRule::Mod10 { even, odd, add, lead } => Some(weighted::mod10(serial, even, odd, add, lead)),
        CheckDigitRule::Mod7 => Some(running_remainder::mod7(serial)),
        CheckDigitRule::Luhn => Some(weighted::luhn(serial)),
        CheckDigitRule::S10 => Some(weighted::s10(serial)),
        CheckDigitRule::Mod37 => Some(running_remainder::mod37(serial)),
        CheckDigitRule::Weights137 => Some(weighted::weights137(serial)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(rule: CheckDigitRule, number: &str) -> bool {
        let (serial, check) = number.as_bytes().split_at(number.len() - 1);
        expected(rule, serial) == Some(check[0])
    }

    #[test]
    fn the_worked_example_of_s10_holds() {
        assert!(passes(CheckDigitRule::S10, "473124829"));
        assert!(!passes(CheckDigitRule::S10, "473124828"));
    }

    #[test]
    fn published_numbers_pass_their_rules() {
        assert!(passes(CheckDigitRule::Mod7, "3318810025"));
        assert!(passes(CheckDigitRule::Luhn, "07209562763"));
        assert!(passes(CheckDigitRule::Luhn, "320595463938"));
        assert!(passes(CheckDigitRule::Mod37, "09980000020034D"));
        assert!(passes(CheckDigitRule::Weights137, "986578788855"));
        assert!(passes(CheckDigitRule::mod10(1, 2), "5R89390357567127"));
        assert!(passes(CheckDigitRule::GS1, "62009147017544"));
        assert!(passes(CheckDigitRule::GS1_EVEN, "041441760228964"));
        let ontrac = CheckDigitRule::Mod10 { even: 1, odd: 2, add: 0, lead: "4" };
        assert!(passes(ontrac, "11031500001879"));
        assert!(!passes(ontrac, "10000000000000"));
    }
}
