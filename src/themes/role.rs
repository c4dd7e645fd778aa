//! What a colour is for.

/// What a colour is for. The words of the configuration are [`Role::as_str`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Everything that has no other role; with a background it is the whole screen's.
    Text,
    /// What the reader needs less: sources, clocks, hints.
    Quiet,
    /// Keys, and what has the keyboard.
    Key,
    /// A parcel that the reader has to do something about, and mistakes.
    Alarm,
    /// Something that needs a look, but no hurry.
    Warning,
    /// A parcel that waits to be collected.
    Ready,
    /// A parcel whose delivery went wrong.
    Failed,
    /// A parcel that comes today.
    Courier,
    /// Something that went well.
    Good,
    /// Frames and lines, and words in them.
    Frame,
    /// The frame of what has the keyboard.
    Focus,
}

impl Role {
    /// All of them, in the order of the documentation.
    pub const ALL: [Self; 11] = [
        Self::Text,
        Self::Quiet,
        Self::Key,
        Self::Alarm,
        Self::Warning,
        Self::Ready,
        Self::Failed,
        Self::Courier,
        Self::Good,
        Self::Frame,
        Self::Focus,
    ];

    /// Its word in the configuration.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Quiet => "quiet",
            Self::Key => "key",
            Self::Alarm => "alarm",
            Self::Warning => "warning",
            Self::Ready => "ready",
            Self::Failed => "failed",
            Self::Courier => "courier",
            Self::Good => "good",
            Self::Frame => "frame",
            Self::Focus => "focus",
        }
    }

    /// The one with that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }

    /// Which of the sixteen colours comes nearest to what people expect; `None`: none in particular.
    pub(super) fn hue(self) -> Option<u8> {
        match self {
            Self::Alarm => Some(1),
            Self::Ready | Self::Good => Some(2),
            Self::Warning => Some(3),
            Self::Failed => Some(5),
            Self::Key | Self::Courier | Self::Focus => Some(6),
            Self::Text | Self::Quiet | Self::Frame => None,
        }
    }
}
