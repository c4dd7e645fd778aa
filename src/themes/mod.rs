//! What colours mean, as data: the roles, the themes, and what of a theme a terminal's own colours let people read.
//!
//! Words never stand in the sixteen colours of the terminal, of which no hue can be read on every palette; what is used
//! instead is fixed (the 256 of xterm) or measured against the background that the terminal told.

mod built_in;
mod colour;
mod look;
mod readable;
mod role;
mod terminal_colours;
mod theme;

pub use built_in::BuiltIn;
pub use colour::{Colour, Rgb};
pub use look::{Look, LookError};
pub use role::Role;
pub use terminal_colours::{Ask, Ground, TerminalColours, Told};
pub use theme::{Depth, Looks, Theme};
