//! Check digits: every rule of the table, over a serial and nothing else.

mod modulo;
mod weighted;

use super::format::Rule;

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
pub fn expected(rule: Rule, serial: &[u8]) -> Option<u8> {
    match rule {
        Rule::None => None,
        Rule::Mod10 { even, odd, add, lead } => Some(weighted::mod10(serial, even, odd, add, lead)),
        Rule::Mod7 => Some(modulo::mod7(serial)),
        Rule::Luhn => Some(weighted::luhn(serial)),
        Rule::S10 => Some(weighted::s10(serial)),
        Rule::Mod37 => Some(modulo::mod37(serial)),
        Rule::Weights137 => Some(weighted::weights137(serial)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(rule: Rule, number: &str) -> bool {
        let (serial, check) = number.as_bytes().split_at(number.len() - 1);
        expected(rule, serial) == Some(check[0])
    }

    #[test]
    fn the_worked_example_of_s10_holds() {
        assert!(passes(Rule::S10, "473124829"));
        assert!(!passes(Rule::S10, "473124828"));
    }

    #[test]
    fn published_numbers_pass_their_rules() {
        assert!(passes(Rule::Mod7, "3318810025"));
        assert!(passes(Rule::Luhn, "07209562763"));
        assert!(passes(Rule::Luhn, "320595463938"));
        assert!(passes(Rule::Mod37, "09980000020034D"));
        assert!(passes(Rule::Weights137, "986578788855"));
        assert!(passes(Rule::mod10(1, 2), "5R89390357567127"));
        assert!(passes(Rule::GS1, "62009147017544"));
        assert!(passes(Rule::GS1_EVEN, "041441760228964"));
        let ontrac = Rule::Mod10 { even: 1, odd: 2, add: 0, lead: "4" };
        assert!(passes(ontrac, "11031500001879"));
        assert!(!passes(ontrac, "10000000000000"));
    }
}
