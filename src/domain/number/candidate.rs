//! One thing that a number may be: a format, with what its check digit says.

use super::check_digit::Check;
use super::format::{Format, TrackedTo};
use super::s10_issuers;

/// One thing that a number may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The format.
    pub format: &'static Format,
    /// What its check digit says.
    pub check: Check,
    /// How far it can be followed.
    pub tracked: TrackedTo,
    /// 0 to 100; higher is likelier. Only the order means something.
    pub score: u8,
}

impl Candidate {
    /// Whether nothing speaks against it: its check digit passed, or it has none.
    #[must_use]
    pub fn accepted(&self) -> bool {
        self.check != Check::Failed
    }

    /// Whose number it is: the issuing post of an S10 number, else the format's carrier.
    #[must_use]
    pub fn carrier(&self, number: &str) -> &'static str {
        let suffix = number.len().checked_sub(2).and_then(|at| number.as_bytes().get(at..));
        let issuer = self.format.issuer.then(|| suffix.and_then(s10_issuers::issuer)).flatten();
        issuer.unwrap_or(self.format.carrier)
    }
}
