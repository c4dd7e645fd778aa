//! The classes of the list.

/// How much a parcel needs the reader, most first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Urgency {
    /// Silent for long, and something is to be done: the alarm.
    Stale,
    /// Waits to be collected.
    Ready,
    /// Something went wrong.
    Trouble,
    /// Silent for long, and waiting is still right.
    Quiet,
    /// Comes today.
    OutForDelivery,
    /// On the way.
    Moving,
    /// Announced, unknown, or nobody has answered yet.
    Waiting,
    /// Left alone until some day, because the user said so.
    Snoozed,
    /// Nothing more is to come.
    Finished,
}
