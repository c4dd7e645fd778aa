//! Colours, and how well one is read on another.

/// A colour in sRGB, eight bits a channel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// A colour as a terminal is told it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Colour {
    /// The terminal's own, of text or of background.
    #[default]
    Own,
    /// One of the 256; those below 16 are the terminal's to choose.
    Indexed(u8),
    /// Exactly this one.
    Exact(Rgb),
}

/// The first colour of the 256 that is the same everywhere.
pub(super) const FIRST_FIXED: u8 = 16;

/// The names of the first sixteen.
pub(super) const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

impl Rgb {
    /// Relative luminance, 0 to 1 (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// How well one is read on the other, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// How far apart two are: the square of the distance.
    fn distance(self, other: Self) -> u32 {
        let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
        square(self.0, other.0) + square(self.1, other.1) + square(self.2, other.2)
    }

    /// So many hundredths of the way to another.
    pub(super) fn towards(self, other: Self, hundredths: u16) -> Self {
        let mix = |a: u8, b: u8| {
            let sum = u16::from(a) * (100 - hundredths) + u16::from(b) * hundredths;
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// The nearest of the fixed colours that will do.
    pub(super) fn nearest_fixed(self, will_do: impl Fn(Self) -> bool) -> Option<u8> {
        let fixed = (FIRST_FIXED..=u8::MAX).map(|index| (index, fixed(index))).filter(|(_, rgb)| will_do(*rgb));
        fixed.min_by_key(|(_, rgb)| rgb.distance(self)).map(|(index, _)| index)
    }

    /// The nearest of the first sixteen, as xterm has them: but not blue, and not the grey that some palettes have as background.
    pub(super) fn nearest_basic(self) -> u8 {
        let usable = (0..FIRST_FIXED).filter(|index| ![4, 8].contains(index));
        usable.min_by_key(|index| fixed(*index).distance(self)).unwrap_or_default()
    }

    fn parse_hex(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let channel = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
        Some(Self(channel(0)?, channel(2)?, channel(4)?))
    }
}

impl Colour {
    /// A name, a number of the 256, or `#rrggbb`.
    pub(super) fn parse(word: &str) -> Option<Self> {
        if word == "default" {
            return Some(Self::Own);
        }
        let named = NAMES.iter().position(|name| *name == word).and_then(|index| u8::try_from(index).ok());
        let indexed = named.or_else(|| word.parse().ok().filter(|_| word.bytes().all(|b| b.is_ascii_digit())));
        indexed.map(Self::Indexed).or_else(|| Rgb::parse_hex(word).map(Self::Exact))
    }

    /// What it looks like: for one of the first sixteen, in xterm as it comes.
    #[must_use]
    pub fn rgb(self) -> Option<Rgb> {
        match self {
            Self::Own => None,
            Self::Indexed(index) => Some(fixed(index)),
            Self::Exact(rgb) => Some(rgb),
        }
    }
}

/// One of xterm's 256 colours: sixteen, a cube of 6 × 6 × 6, and 24 greys.
fn fixed(index: u8) -> Rgb {
    const BASIC: [Rgb; 16] = [
        Rgb(0, 0, 0),
        Rgb(205, 0, 0),
        Rgb(0, 205, 0),
        Rgb(205, 205, 0),
        Rgb(0, 0, 238),
        Rgb(205, 0, 205),
        Rgb(0, 205, 205),
        Rgb(229, 229, 229),
        Rgb(127, 127, 127),
        Rgb(255, 0, 0),
        Rgb(0, 255, 0),
        Rgb(255, 255, 0),
        Rgb(92, 92, 255),
        Rgb(255, 0, 255),
        Rgb(0, 255, 255),
        Rgb(255, 255, 255),
    ];
    match index {
        0..16 => BASIC[usize::from(index)],
        16..232 => {
            let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            let n = index - 16;
            Rgb(step(n / 36), step(n / 6 % 6), step(n % 6))
        }
        232.. => {
            let grey = 8 + 10 * (index - 232);
            Rgb(grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_wcag_s() {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9 && (white.contrast(white) - 1.0).abs() < 1e-9);
        // The table of WCAG's own examples: #767676 is the lightest grey that reaches 4.5 on white.
        assert!(Rgb(0x76, 0x76, 0x76).contrast(white) > 4.5 && Rgb(0x77, 0x77, 0x77).contrast(white) < 4.5);
    }

    #[test]
    fn the_256_are_xterm_s() {
        let rgb = |index| Colour::Indexed(index).rgb();
        assert_eq!(rgb(16), Some(Rgb(0, 0, 0)));
        assert_eq!(rgb(208), Some(Rgb(255, 135, 0)));
        assert_eq!(rgb(231), Some(Rgb(255, 255, 255)));
        assert_eq!((rgb(232), rgb(255)), (Some(Rgb(8, 8, 8)), Some(Rgb(238, 238, 238))));
    }

    #[test]
    fn words_numbers_and_hex_are_colours_and_nothing_else_is() {
        assert_eq!(Colour::parse("bright-red"), Some(Colour::Indexed(9)));
        assert_eq!(Colour::parse("203"), Some(Colour::Indexed(203)));
        assert_eq!(Colour::parse("#0a141E"), Some(Colour::Exact(Rgb(10, 20, 30))));
        assert_eq!(Colour::parse("default"), Some(Colour::Own));
        for wrong in ["256", "-1", "+1", "#fff", "#00000g", "rot", "", "#а00000"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }
}
