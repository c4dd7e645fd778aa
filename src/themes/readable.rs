//! What of a look can be read on a background that is known.

use super::colour::{Colour, Rgb};
use super::look::Look;
use super::role::Role;
use super::terminal_colours::TerminalColours;

/// What every word reaches (WCAG 2.2: large text and graphics).
const LEAST: f64 = 3.0;
/// What a word reaches where the palette's own text does (WCAG 2.2: text).
const WANTED: f64 = 4.5;
/// Quiet words stand so far from the text to the background, in hundredths.
const QUIET: u16 = 35;

/// Which hues may be taken.
#[derive(Clone, Copy)]
pub(super) struct Hues {
    /// Those of the reader's palette.
    pub own: bool,
    /// As they are, and not as the nearest of the 256.
    pub exact: bool,
}

/// The look with colours that can be read, in the reader's own hues where those nearly can.
pub(super) fn fit(look: Look, role: Role, told: &TerminalColours, background: Rgb, hues: Hues) -> Look {
    let own = told.text.map_or(WANTED, |text| text.contrast(background));
    let wanted = own.clamp(LEAST, WANTED);
    if role == Role::Quiet {
        return Look { text: quiet(told.text, look.text, background, wanted), ..look };
    }
    let hue = role.hue().filter(|_| hues.own).and_then(|hue| told.palette[usize::from(hue)]);
    let hue = hue.filter(|hue| hue.contrast(background) >= LEAST);
    let fit =
        |colour: Colour| colour.rgb().and_then(|fixed| readable(hue.unwrap_or(fixed), background, wanted, hues.exact));
    Look { text: fit(look.text).unwrap_or_default(), mark: look.mark.and_then(fit), ..look }
}

/// The colour itself where there are as many, or the nearest of the fixed ones that can be read.
fn readable(wish: Rgb, background: Rgb, wanted: f64, exact: bool) -> Option<Colour> {
    let reads = wish.contrast(background) >= wanted;
    if exact && reads { Some(Colour::Exact(wish)) } else { nearest(wish, background, wanted) }
}

fn nearest(wish: Rgb, background: Rgb, wanted: f64) -> Option<Colour> {
    wish.nearest_fixed(|rgb| rgb.contrast(background) >= wanted).map(Colour::Indexed)
}

/// Less than the text, but no less than has to be; the text's own colour where that leaves nothing in between.
fn quiet(text: Option<Rgb>, otherwise: Colour, background: Rgb, wanted: f64) -> Colour {
    let Some(text) = text else {
        return otherwise.rgb().and_then(|wish| nearest(wish, background, wanted)).unwrap_or_default();
    };
    let most = text.contrast(background) * 0.9;
    let wish = text.towards(background, QUIET);
    let fits = |rgb: Rgb| (wanted..most).contains(&rgb.contrast(background));
    wish.nearest_fixed(fits).map_or(Colour::Own, Colour::Indexed)
}
