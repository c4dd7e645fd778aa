//! A theme: a built-in one, and what the reader wrote over it.

use super::built_in::BuiltIn;
use super::colour::Colour;
use super::look::Look;
use super::readable::{self, Hues};
use super::role::Role;
use super::terminal_colours::{Ground, TerminalColours};

/// A theme: a built-in one, and what the reader wrote over it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Theme {
    /// What it starts from.
    pub base: BuiltIn,
    /// The roles that look otherwise. Nobody corrects what the reader chose.
    pub own: Vec<(Role, Look)>,
}

/// How many colours the terminal has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Depth {
    /// Sixteen, of its own choice.
    Sixteen,
    /// xterm's 256.
    #[default]
    Indexed,
    /// All of them.
    Exact,
}

/// How every role looks on this terminal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Looks([Look; Role::ALL.len()]);

impl Depth {
    /// What `TERM` and `COLORTERM` say.
    #[must_use]
    pub fn of(term: Option<&str>, colour_term: Option<&str>) -> Self {
        const FEW: [&str; 6] = ["linux", "ansi", "vt", "cons25", "sun", "dumb"];
        if matches!(colour_term, Some("truecolor" | "24bit")) {
            return Self::Exact;
        }
        let few = |term: &str| FEW.iter().any(|few| term.starts_with(few));
        if term.is_some_and(few) { Self::Sixteen } else { Self::Indexed }
    }
}

impl Theme {
    /// A built-in theme.
    #[must_use]
    pub fn of(base: BuiltIn) -> Self {
        Self { base, own: Vec::new() }
    }

    /// How every role looks on that ground, in as many colours as there are.
    #[must_use]
    pub fn looks(&self, ground: Ground, depth: Depth) -> Looks {
        Looks(Role::ALL.map(|role| {
            let own = self.own.iter().rfind(|(known, _)| *known == role).map(|(_, look)| *look);
            own.map_or_else(|| self.built_in(role, ground, depth), |look| limited(look, depth))
        }))
    }

    fn built_in(&self, role: Role, ground: Ground, depth: Depth) -> Look {
        let look = self.base.look(ground, role);
        match (depth, self.base) {
            (Depth::Sixteen, BuiltIn::HighContrast) => return limited(look, depth),
            (Depth::Sixteen, base) => return basic(look, role, base == BuiltIn::Dark || ground == Ground::Dark),
            _ => {}
        }
        let Ground::Told(told @ TerminalColours { background: Some(background), .. }) = ground else { return look };
        if !self.base.follows_terminal() {
            return look;
        }
        let hues = Hues { own: self.base == BuiltIn::Auto, exact: depth == Depth::Exact };
        readable::fit(look, role, &told, background, hues)
    }
}

/// The sixteen have no certain look: a role has the hue that is expected of it, on a dark ground the bright one.
fn basic(look: Look, role: Role, dark: bool) -> Look {
    let hue = |colour: Colour| match (colour, role.hue()) {
        (Colour::Own, _) | (_, None) => Colour::Own,
        (_, Some(hue)) => Colour::Indexed(if dark { hue + 8 } else { hue }),
    };
    Look { text: hue(look.text), mark: look.mark.map(hue), ..look }
}

/// The look in as many colours as there are.
fn limited(look: Look, depth: Depth) -> Look {
    let limit = |colour: Colour| match (colour, depth) {
        (Colour::Exact(rgb), Depth::Indexed) => rgb.nearest_fixed(|_| true).map_or(colour, Colour::Indexed),
        (Colour::Exact(rgb), Depth::Sixteen) => Colour::Indexed(rgb.nearest_basic()),
        (Colour::Indexed(16..), Depth::Sixteen) => {
            colour.rgb().map_or(colour, |rgb| Colour::Indexed(rgb.nearest_basic()))
        }
        _ => colour,
    };
    Look { text: limit(look.text), background: limit(look.background), mark: look.mark.map(limit), ..look }
}

impl Looks {
    /// How a role looks.
    #[must_use]
    pub fn of(&self, role: Role) -> Look {
        let at = Role::ALL.into_iter().position(|known| known == role);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }
}

impl Default for Looks {
    fn default() -> Self {
        Theme::default().looks(Ground::default(), Depth::default())
    }
}
