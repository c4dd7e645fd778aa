//! What a notice is about.

use crate::domain::string_enum::string_enum;
use crate::domain::{State, Status};

string_enum! {
    /// What a notice is about: the word by which rules name it.
    NoticeKind {
        /// What was known when it was first asked about: many of them make one summary.
        First = "first",
        /// Another status on the way.
        Status = "status",
        /// News on the way under the same status.
        Event = "event",
        /// Waits to be collected.
        Ready = "ready",
        /// Delivered.
        Delivered = "delivered",
        /// Something went wrong: a failed delivery, a return, a loss.
        Problem = "problem",
        /// Expected on another day.
        Eta = "eta",
        /// News after a silence that was told.
        SilenceBroken = "silence_broken",
        /// Something is to be done about it.
        Stuck = "stuck",
        /// The shop has named no number for too long.
        NumberOverdue = "number_overdue",
        /// It is kept until today or tomorrow.
        StorageEnding = "storage_ending",
        /// The shop's protection ends soon.
        ProtectionEnding = "protection_ending",
        /// The last safe day to open a dispute is today or tomorrow.
        DisputeDay = "dispute_day",
        /// A source has not worked for hours.
        SourceDown = "source_down",
        /// It works again.
        SourceUp = "source_up",
        /// How everything stands, once a day.
        Summary = "summary",
        /// A message to try a channel.
        Test = "test",
    }
}

impl NoticeKind {
    /// What a parcel's new state is about.
    #[must_use]
    pub fn of_state(state: State) -> Self {
        match state.status {
            Status::AvailableForPickup => Self::Ready,
            Status::Delivered => Self::Delivered,
            Status::DeliveryFailure | Status::Exception | Status::Expired => Self::Problem,
            Status::NotFound | Status::InfoReceived | Status::InTransit | Status::OutForDelivery => Self::Status,
        }
    }

    /// Whether it passes quiet hours where no rule says otherwise: what ends today or tomorrow, and what the user
    /// has just asked for.
    #[must_use]
    pub fn is_urgent(self) -> bool {
        matches!(self, Self::StorageEnding | Self::DisputeDay | Self::Test)
    }

    /// Whether a rule may name it.
    #[must_use]
    pub fn has_rules(self) -> bool {
        !matches!(self, Self::Test)
    }
}
