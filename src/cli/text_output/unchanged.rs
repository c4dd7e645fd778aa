//! The sentence for a change that changed nothing.

use super::stdout_abilities::talk;
use crate::cli::context::CommandContext;
use crate::domain::Parcel;
use crate::t;

/// Says on standard error that the parcel is as it was.
pub fn report(parcel: &Parcel, context: &CommandContext) {
    talk(&t!(context.texts, "cli-edit-same", name = parcel.name()));
}
