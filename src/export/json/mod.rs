//! The export that holds everything: one JSON document, one item a line, never all of it in memory.

mod escaped;
mod reader;
mod writer;

pub use reader::{Unread, read};
pub use writer::{Unwritten, write};

use serde::{Deserialize, Serialize};

/// The version of the format. A field that is added makes a new one: an older program would lose it.
pub const FORMAT: u32 = 1;

/// What an export says of itself.
#[derive(Serialize, Deserialize, Debug)]
struct About {
    /// Always `posylka`.
    program: String,
    /// [`FORMAT`].
    format: u32,
    /// Whether the kept answers are in it.
    #[serde(default)]
    answers: bool,
}

const PROGRAM: &str = "posylka";
