//! The terminal's own colours: how it is asked for them, and what it answers.

use super::colour::Rgb;

/// A colour that the terminal is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    /// One of the sixteen, by its number.
    Palette(u8),
    /// That of the letters.
    Text,
    /// That of the background.
    Background,
}

/// One answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Told {
    /// To which question.
    pub ask: Ask,
    /// The colour.
    pub colour: Rgb,
}

/// What the terminal has told so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct TerminalColours {
    /// The background.
    pub background: Option<Rgb>,
    /// The letters.
    pub text: Option<Rgb>,
    /// The first eight of the palette, where they were asked for.
    pub palette: [Option<Rgb>; 8],
}

/// What is known of the terminal's background.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Ground {
    /// Nothing.
    #[default]
    Unknown,
    /// It is dark: the Linux console.
    Dark,
    /// The terminal told.
    Told(TerminalColours),
}

impl Ground {
    /// Whether it is known to be light.
    pub(super) fn is_light(self) -> bool {
        match self {
            Self::Told(TerminalColours { background: Some(background), .. }) => background.luminance() > 0.18,
            _ => false,
        }
    }
}

impl Ask {
    /// Everything that is asked, the background last: with it the answer is whole. Blue is never used.
    pub const ALL: [Self; 7] = [
        Self::Palette(1),
        Self::Palette(2),
        Self::Palette(3),
        Self::Palette(5),
        Self::Palette(6),
        Self::Text,
        Self::Background,
    ];

    /// The operating system command that asks (xterm's OSC 4, 10 and 11), closed by BEL.
    #[must_use]
    pub fn question(self) -> String {
        match self {
            Self::Palette(index) => format!("\x1b]4;{index};?\x07"),
            Self::Text => "\x1b]10;?\x07".to_owned(),
            Self::Background => "\x1b]11;?\x07".to_owned(),
        }
    }
}

impl Told {
    /// Reads what stands between `ESC ]` and its end: `11;rgb:0000/2b2b/3636`.
    #[must_use]
    pub fn parse(answer: &str) -> Option<Self> {
        let (ask, colour) = answer.rsplit_once(';')?;
        let ask = match ask {
            "10" => Ask::Text,
            "11" => Ask::Background,
            palette => Ask::Palette(palette.strip_prefix("4;")?.parse().ok()?),
        };
        let channels = colour.strip_prefix("rgb:").or_else(|| colour.strip_prefix("rgba:"))?;
        let mut channels = channels.split('/').map(channel);
        let mut next = || channels.next().flatten();
        Some(Self { ask, colour: Rgb(next()?, next()?, next()?) })
    }
}

/// One to four hexadecimal digits: the part of the greatest value with as many digits (`XParseColor`).
fn channel(hex: &str) -> Option<u8> {
    let digits = (1..=4).contains(&hex.len()) && hex.bytes().all(|b| b.is_ascii_hexdigit());
    let value = u32::from_str_radix(hex, 16).ok().filter(|_| digits)?;
    let most = 16_u32.pow(u32::try_from(hex.len()).ok()?) - 1;
    u8::try_from((value * 255 + most / 2) / most).ok()
}

impl TerminalColours {
    /// Takes an answer in; whether it was the last one.
    #[must_use]
    pub fn take(&mut self, told: Told) -> bool {
        match told.ask {
            Ask::Text => self.text = Some(told.colour),
            Ask::Background => self.background = Some(told.colour),
            Ask::Palette(index) => {
                if let Some(known) = self.palette.get_mut(usize::from(index)) {
                    *known = Some(told.colour);
                }
            }
        }
        told.ask == Ask::Background
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_every_width_are_read_and_others_are_not() {
        let rgb = |answer: &str| Told::parse(answer).map(|told| (told.ask, told.colour));
        assert_eq!(rgb("11;rgb:0000/2b2b/3636"), Some((Ask::Background, Rgb(0, 0x2b, 0x36))));
        assert_eq!(rgb("10;rgb:ff/80/0"), Some((Ask::Text, Rgb(255, 128, 0))));
        assert_eq!(rgb("4;6;rgba:2a2a/a1a1/9898/ffff"), Some((Ask::Palette(6), Rgb(0x2a, 0xa1, 0x98))));
        for wrong in
            ["11;?", "12;rgb:0/0/0", "11;rgb:0/0", "11;rgb:00000/0/0", "4;x;rgb:0/0/0", "", ";", "11;rgb:+1/0/0"]
        {
            assert_eq!(rgb(wrong), None, "{wrong}");
        }
    }
}
