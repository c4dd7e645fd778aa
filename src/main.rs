//! Wiring: arguments, configuration, then the screen or a command.

use posylka as _;

fn main() {}
