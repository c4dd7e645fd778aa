//! What a parcel is stuck in, and how much that matters.

use crate::domain::string_enum::string_enum;

string_enum! {
    /// How much advice is to be heeded.
    Severity {
        /// Good to know; waiting is enough.
        Info = "info",
        /// Something is to be done.
        Act = "act",
        /// Something is to be done now: a chance ends soon.
        Urgent = "urgent",
    }
}

string_enum! {
    /// What a parcel is stuck in.
    Situation {
        /// Ordered, and the shop has named no number.
        NoNumberYet = "no_number_yet",
        /// No source knows the number.
        UnknownNumber = "unknown_number",
        /// The number looks mistyped, and no source says that it knows it.
        NumberMistyped = "number_mistyped",
        /// Nobody has been asked for days.
        NobodyAsked = "nobody_asked",
        /// Announced, and no carrier has it.
        AnnouncedOnly = "announced_only",
        /// Silent after the first scan.
        StuckAtOrigin = "stuck_at_origin",
        /// Silent on the way.
        StuckInTransit = "stuck_in_transit",
        /// Silent after it left the country of origin.
        StuckOnLineHaul = "stuck_on_line_haul",
        /// Silent after it left, on a line that is tracked only to the border.
        PastTheBorder = "past_the_border",
        /// Silent at customs.
        StuckAtCustoms = "stuck_at_customs",
        /// Silent in the country of destination.
        StuckAfterCustoms = "stuck_after_customs",
        /// With the courier for days.
        StuckWithCourier = "stuck_with_courier",
        /// Customs want papers or a payment.
        CustomsWantsPapers = "customs_wants_papers",
        /// Held for a check or a fee.
        Held = "held",
        /// Waits to be collected.
        ReadyForPickup = "ready_for_pickup",
        /// Has waited to be collected for long.
        PickupOverdue = "pickup_overdue",
        /// Waits to be collected, and is not kept (for nothing) much longer.
        StorageEnding = "storage_ending",
        /// Waits to be collected, or did: it was kept only until some days ago.
        StorageOver = "storage_over",
        /// A delivery failed.
        DeliveryFailed = "delivery_failed",
        /// The address is wrong.
        WrongAddress = "wrong_address",
        /// On its way back to the sender.
        GoingBack = "going_back",
        /// Damaged.
        Damaged = "damaged",
        /// Something went wrong, and nobody says what.
        Problem = "problem",
        /// Declared returned, lost, destroyed or cancelled.
        EndedUndelivered = "ended_undelivered",
        /// One source says delivered, another one contradicts.
        DeliveredDisputed = "delivered_disputed",
        /// Said to be delivered, and the user misses it.
        DeliveredMissing = "delivered_missing",
        /// Sources contradict each other.
        SourcesDisagree = "sources_disagree",
        /// Expected only after the protection ends.
        ExpectedTooLate = "expected_too_late",
        /// The protection ends soon.
        ProtectionEnding = "protection_ending",
        /// A source's key is refused.
        KeyRefused = "key_refused",
        /// A source's key cannot be had.
        KeyUnavailable = "key_unavailable",
        /// A source wants more than the number.
        DataWanted = "data_wanted",
        /// The sources refuse the number's form.
        NumberRefused = "number_refused",
        /// The sources refuse us for a while.
        SourcesBlocked = "sources_blocked",
        /// The sources cannot be reached or understood.
        SourcesFailing = "sources_failing",
    }
}

impl Situation {
    /// Whether it is silence alone: whether that is normal, the days tell.
    #[must_use]
    pub fn is_silence(self) -> bool {
        matches!(
            self,
            Self::NoNumberYet
                | Self::UnknownNumber
                | Self::AnnouncedOnly
                | Self::StuckAtOrigin
                | Self::StuckInTransit
                | Self::StuckOnLineHaul
                | Self::PastTheBorder
                | Self::StuckAtCustoms
                | Self::StuckAfterCustoms
                | Self::StuckWithCourier
        )
    }
}
