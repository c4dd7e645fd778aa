//! What a format is: the words a row of the table is written in.

/// How far a number of a format can be followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TrackedTo {
    /// To the addressee.
    ToDoor,
    /// Until it leaves the country of origin or is handed over; a second number takes over then.
    ToBorder,
    /// Nothing is known.
    Unknown,
}

impl TrackedTo {
    /// The word used in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ToDoor => "to_door",
            Self::ToBorder => "to_border",
            Self::Unknown => "unknown",
        }
    }
}

/// How good the evidence for a row is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EvidenceGrade {
    /// The rule was computed over numbers printed in public, and held.
    Verified,
    /// The shape was seen in public code or documentation; nothing more is claimed.
    Shape,
}

/// What a failed check digit means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckDigitPolicy {
    /// The rule is specified or confirmed without exception: a number that fails is not of this format.
    Specified,
    /// The rule was only observed: a number that fails is suspicious, and stays a candidate.
    Observed,
}

/// How sure a number of this format is when it stands in running text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextConfidence {
    /// Its shape and check digit say enough.
    Alone,
    /// A word such as "tracking number" or the carrier's name has to stand beside it.
    Beside,
    /// Only the carrier's own name makes it credible.
    Named,
}

/// The check digit's rule. `even` and `odd` are the multipliers of the digits at even and odd places,
/// counted from 0 at the left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckDigitRule {
    /// None, or none known.
    None,
    /// `c = (10 - (sum + add) mod 10) mod 10`; a letter counts as (ASCII - 3) mod 10. Where the serial does not
    /// start with `lead`, `lead` is put before it.
    Mod10 {
        /// Multiplier at even places.
        even: u32,
        /// Multiplier at odd places.
        odd: u32,
        /// Added to the sum.
        add: u32,
        /// Put before a serial that lacks it.
        lead: &'static str,
    },
    /// The serial as a number, modulo 7.
    Mod7,
    /// Luhn's.
    Luhn,
    /// UPU S10: weights 8 6 4 2 3 5 9 7; `11 - sum mod 11`, 10 becomes 0 and 11 becomes 5.
    S10,
    /// ISO 7064 mod 37,36 over 0-9A-Z.
    Mod37,
    /// Weights 1 3 7 repeating from the right; sum modulo 11 modulo 10.
    Weights137,
}

impl CheckDigitRule {
    /// GS1's rule where the serial has an odd number of digits.
    pub const GS1: Self = Self::mod10(3, 1);
    /// GS1's rule where the serial has an even number of digits.
    pub const GS1_EVEN: Self = Self::mod10(1, 3);

    /// The plain modulo 10 rule.
    #[must_use]
    pub const fn mod10(even: u32, odd: u32) -> Self {
        Self::Mod10 { even, odd, add: 0, lead: "" }
    }

    /// Its name in the documentation.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::None => "none".to_owned(),
            Self::Mod10 { even, odd, add, lead } => {
                let add = if add == 0 { String::new() } else { format!(" plus {add}") };
                let lead = if lead.is_empty() { String::new() } else { format!(", led by {lead}") };
                format!("mod 10 ({even}/{odd}){add}{lead}")
            }
            Self::Mod7 => "mod 7".to_owned(),
            Self::Luhn => "Luhn".to_owned(),
            Self::S10 => "S10 (mod 11)".to_owned(),
            Self::Mod37 => "ISO 7064 mod 37,36".to_owned(),
            Self::Weights137 => "weights 1 3 7, mod 11 mod 10".to_owned(),
        }
    }
}

/// One row of the table: everything that is known of one format.
///
/// A shape is written in this notation: `d` a digit, `l` a Latin letter, `x` either, an upper-case letter or a digit
/// itself, `[A-CX]` one of these, `{n}` n times, `{n,m}` n to m times. Round brackets hold what the check digit
/// covers, the check digit being the last character in them; without brackets it covers the whole number.
#[derive(Debug)]
pub struct Format {
    /// Unique id, `carrier/format`.
    pub id: &'static str,
    /// The carrier's name for people.
    pub carrier: &'static str,
    /// Its shapes.
    pub shapes: &'static [&'static str],
    /// Its check digit.
    pub rule: CheckDigitRule,
    /// What a failed check digit means.
    pub strictness: CheckDigitPolicy,
    /// Whether the last two letters have to be an S10 issuer.
    pub issuer: bool,
    /// How far it can be followed. S10 numbers differ by their first letters (see [`super::s10_service_indicator::tracked`]).
    pub tracked: TrackedTo,
    /// How sure it is in running text.
    pub stands: TextConfidence,
    /// Countries (ISO 3166-1 alpha-2) where it is an everyday number.
    pub home: &'static [&'static str],
    /// Words that name its carrier, in lower case; several words are separated by one space.
    pub words: &'static [&'static str],
    /// Ids of the sources that typically answer for it.
    pub sources: &'static [&'static str],
    /// Where the rule or the shape comes from.
    pub origin: &'static str,
    /// How good that evidence is.
    pub grade: EvidenceGrade,
}

impl Format {
    /// A row that claims nothing; rows are written as differences from it.
    pub(super) const BASE: Self = Self {
        id: "",
        carrier: "",
        shapes: &[],
        rule: CheckDigitRule::None,
        strictness: CheckDigitPolicy::Specified,
        issuer: false,
        tracked: TrackedTo::ToDoor,
        stands: TextConfidence::Beside,
        home: &[],
        words: &[],
        sources: &["17track"],
        origin: "",
        grade: EvidenceGrade::Shape,
    };

    /// Whether all of its shapes hold digits only.
    #[must_use]
    pub fn is_digits_only(&self) -> bool {
        let letters = |shape: &str| shape.contains(|c: char| c == 'l' || c == 'x' || c.is_ascii_uppercase());
        !self.shapes.iter().any(|shape| letters(shape))
    }

    /// Whether all of its shapes start with something fixed.
    #[must_use]
    pub fn has_prefix(&self) -> bool {
        self.shapes.iter().all(|shape| !shape.trim_start_matches('(').starts_with(['d', 'l', 'x']))
    }

    /// How many characters at a number's beginning a shape of it asks for.
    #[must_use]
    pub fn fixed_beginning(&self, number: &str) -> usize {
        let fixed = |shape: &&str| {
            let shape = shape.trim_start_matches('(');
            let length = shape.bytes().take_while(|b| b.is_ascii_digit() || b.is_ascii_uppercase()).count();
            if number.starts_with(&shape[..length]) { length } else { 0 }
        };
        self.shapes.iter().map(fixed).max().unwrap_or(0)
    }

    /// Whether one of its shapes takes nearly anything after its first letters.
    #[must_use]
    pub fn is_loose(&self) -> bool {
        let loose = |shape: &&str| shape.contains("x{9,") || shape.contains("x{12,") || *shape == "x{8}";
        self.shapes.iter().any(loose)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Format {}
