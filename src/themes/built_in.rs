//! The themes that come with the program.
//!
//! Every number is one of xterm's 256 colours above the sixteen that a terminal's palette changes, so that its contrast is
//! known. For an unknown background only marks have a colour, one that is seen on black as on white (3 : 1); the words
//! beside them keep the terminal's own, and say the same.

use super::look::Look;
use super::role::Role;
use super::terminal_colours::Ground;

/// A theme that comes with the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum BuiltIn {
    /// For the terminal's own background, as soon as it has told it.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// No colours: marks, words and weight.
    Mono,
    /// Black ground, white letters, an alarm that nobody overlooks.
    HighContrast,
    /// Colours that people tell apart who do not see red or green (after Okabe and Ito), for the terminal's own background.
    OkabeIto,
}

impl BuiltIn {
    /// All of them, in the order of the documentation.
    pub const ALL: [Self; 6] = [Self::Auto, Self::Dark, Self::Light, Self::Mono, Self::HighContrast, Self::OkabeIto];

    /// Its name in the configuration.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
            Self::HighContrast => "high-contrast",
            Self::OkabeIto => "okabe-ito",
        }
    }

    /// The one with that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == name)
    }

    /// Whether it goes by the terminal's own background.
    #[must_use]
    pub fn follows_terminal(self) -> bool {
        matches!(self, Self::Auto | Self::OkabeIto)
    }

    /// How a role looks on that ground.
    pub(super) fn look(self, ground: Ground, role: Role) -> Look {
        let table = match (self, ground) {
            (Self::Mono, _) => MONO,
            (Self::HighContrast, _) => HIGH_CONTRAST,
            (Self::Dark, _) => DARK,
            (Self::Light, _) => LIGHT,
            (Self::Auto, Ground::Unknown) => UNKNOWN,
            (Self::OkabeIto, Ground::Unknown) => OKABE_ITO_UNKNOWN,
            (Self::Auto, ground) => {
                if ground.is_light() {
                    LIGHT
                } else {
                    DARK
                }
            }
            (Self::OkabeIto, ground) => {
                if ground.is_light() {
                    OKABE_ITO_LIGHT
                } else {
                    OKABE_ITO_DARK
                }
            }
        };
        let written = table.iter().find(|(known, _)| *known == role).map_or("", |(_, look)| look);
        Look::parse(written).unwrap_or_default()
    }
}

/// A role that is not listed is the terminal's own text.
type Table = &'static [(Role, &'static str)];

const DARK: Table = &[
    (Role::Quiet, "248"),
    (Role::Key, "117 bold"),
    (Role::Alarm, "210 bold"),
    (Role::Warning, "221"),
    (Role::Ready, "114 bold"),
    (Role::Failed, "213 bold"),
    (Role::Courier, "117 bold"),
    (Role::Good, "114"),
    (Role::Frame, "248"),
    (Role::Focus, "117"),
];

const LIGHT: Table = &[
    (Role::Quiet, "242"),
    (Role::Key, "24 bold"),
    (Role::Alarm, "124 bold"),
    (Role::Warning, "94"),
    (Role::Ready, "28 bold"),
    (Role::Failed, "90 bold"),
    (Role::Courier, "24 bold"),
    (Role::Good, "28"),
    (Role::Frame, "242"),
    (Role::Focus, "24"),
];

const UNKNOWN: Table = &[
    (Role::Key, "bold"),
    (Role::Alarm, "bold mark 167"),
    (Role::Warning, "mark 136"),
    (Role::Ready, "bold mark 65"),
    (Role::Failed, "bold mark 169"),
    (Role::Courier, "bold mark 67"),
    (Role::Good, "mark 65"),
    (Role::Focus, "bold"),
];

const MONO: Table = &[
    (Role::Key, "bold"),
    (Role::Alarm, "bold"),
    (Role::Ready, "bold"),
    (Role::Failed, "bold"),
    (Role::Courier, "bold"),
    (Role::Focus, "bold"),
];

const HIGH_CONTRAST: Table = &[
    (Role::Text, "231 on 16"),
    (Role::Quiet, "252"),
    (Role::Key, "123 bold"),
    (Role::Alarm, "16 on 226 bold"),
    (Role::Warning, "226"),
    (Role::Ready, "120 bold"),
    (Role::Failed, "219 bold"),
    (Role::Courier, "123 bold"),
    (Role::Good, "120"),
    (Role::Frame, "252"),
    (Role::Focus, "226"),
];

const OKABE_ITO_DARK: Table = &[
    (Role::Quiet, "248"),
    (Role::Key, "74 bold"),
    (Role::Alarm, "208 bold"),
    (Role::Warning, "227"),
    (Role::Ready, "79 bold"),
    (Role::Failed, "175 bold"),
    (Role::Courier, "74 bold"),
    (Role::Good, "79"),
    (Role::Frame, "248"),
    (Role::Focus, "74"),
];

const OKABE_ITO_LIGHT: Table = &[
    (Role::Quiet, "242"),
    (Role::Key, "25 bold"),
    (Role::Alarm, "130 bold"),
    (Role::Warning, "58"),
    (Role::Ready, "23 bold"),
    (Role::Failed, "125 bold"),
    (Role::Courier, "25 bold"),
    (Role::Good, "23"),
    (Role::Frame, "242"),
    (Role::Focus, "25"),
];

const OKABE_ITO_UNKNOWN: Table = &[
    (Role::Key, "bold"),
    (Role::Alarm, "bold mark 166"),
    (Role::Warning, "mark 136"),
    (Role::Ready, "bold mark 66"),
    (Role::Failed, "bold mark 168"),
    (Role::Courier, "bold mark 67"),
    (Role::Good, "mark 66"),
    (Role::Focus, "bold"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_that_is_written_here_can_be_read() {
        let tables = [DARK, LIGHT, UNKNOWN, MONO, HIGH_CONTRAST, OKABE_ITO_DARK, OKABE_ITO_LIGHT, OKABE_ITO_UNKNOWN];
        for (role, look) in tables.concat() {
            assert!(Look::parse(look).is_ok(), "{role:?}: {look}");
        }
    }
}
