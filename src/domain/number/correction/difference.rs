//! How a suggested number differs from the one that was typed.

/// What a suggested number differs in from the one that was typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CorrectionReason {
    /// A letter of another alphabet that looks like a Latin one.
    LookAlike,
    /// Letters typed with the Russian keyboard layout.
    Layout,
    /// O for 0, I for 1 and the like, told by their place.
    Confused,
    /// A country code that is none, for the one that is meant (UK for GB).
    Country,
    /// A character typed twice.
    Doubled,
    /// Two neighbours that changed places.
    Swapped,
    /// A wrong character.
    Mistyped,
    /// A character that was left out.
    Missing,
    /// A character too many.
    Extra,
}

impl CorrectionReason {
    /// The word used in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LookAlike => "look_alike",
            Self::Layout => "keyboard_layout",
            Self::Confused => "confused",
            Self::Country => "country",
            Self::Doubled => "doubled",
            Self::Swapped => "swapped",
            Self::Mistyped => "mistyped",
            Self::Missing => "missing",
            Self::Extra => "extra",
        }
    }
}
