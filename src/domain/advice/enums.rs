//! The enums of advice: situation, severity, action and reason.

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

string_enum! {
    /// What to do.
    Action {
        /// Wait.
        Wait = "wait",
        /// Compare the number with the order.
        CheckNumber = "check_number",
        /// Ask the sources now.
        CheckNow = "check_now",
        /// Let other sources be asked: switch them on, or unpin the parcel.
        AskSources = "ask_sources",
        /// Look the number up by hand.
        OpenPages = "open_pages",
        /// Write to the seller.
        AskSeller = "ask_seller",
        /// Have the seller extend the protection.
        AskExtension = "ask_extension",
        /// Ask the post or courier at the destination.
        AskCarrier = "ask_carrier",
        /// Give customs the papers, or pay.
        AnswerCustoms = "answer_customs",
        /// Collect it.
        Collect = "collect",
        /// Open a dispute in the shop.
        OpenDispute = "open_dispute",
        /// Put a right key into the configuration.
        FixKey = "fix_key",
        /// Wait for a source.
        WaitForSource = "wait_for_source",
    }
}

impl Action {
    /// Whether it is done by writing a letter; see [`message`](crate::domain::message).
    #[must_use]
    pub fn is_letter(self) -> bool {
        matches!(self, Self::AskSeller | Self::AskExtension | Self::AskCarrier)
    }
}

string_enum! {
    /// Why to do it.
    Reason {
        /// So much silence is normal at this stage.
        StillNormal = "still_normal",
        /// The user put it off until then.
        Snoozed = "snoozed",
        /// New numbers show up late.
        ShowsLate = "shows_late",
        /// The line is tracked only to the border.
        ToBorderOnly = "to_border_only",
        /// The check digit is wrong.
        CheckDigit = "check_digit",
        /// No post has the last two letters.
        Issuer = "issuer",
        /// Characters are missing or too many.
        Length = "length",
        /// A source refuses the number's form.
        FormRefused = "form_refused",
        /// The number's check digit is right: it was copied right.
        CheckFits = "check_fits",
        /// No source knows the number.
        NobodyKnows = "nobody_knows",
        /// No source has been asked.
        NeverAsked = "never_asked",
        /// Their turn has not come.
        NotYetAsked = "not_yet_asked",
        /// These sources are off, or lack a key.
        SwitchedOff = "switched_off",
        /// The parcel is pinned to others.
        Pinned = "pinned",
        /// Others may know more.
        MayKnowMore = "may_know_more",
        /// The shop has named no number.
        NoNumber = "no_number",
        /// The seller has not handed it over.
        NotHandedOver = "not_handed_over",
        /// Nothing was heard for too long.
        SilentTooLong = "silent_too_long",
        /// Customs wait for the reader.
        CustomsAsk = "customs_ask",
        /// It is held for a check or a fee.
        HeldForFee = "held_for_fee",
        /// What is not collected is sent back.
        GoesBack = "goes_back",
        /// Keeping it costs money from then on.
        StorageCosts = "storage_costs",
        /// It may be on its way back already.
        StorageOver = "storage_over",
        /// Another attempt can be agreed on.
        NewAttempt = "new_attempt",
        /// The address is wrong.
        BadAddress = "bad_address",
        /// It is on its way back.
        OnItsWayBack = "on_its_way_back",
        /// It is damaged.
        IsDamaged = "is_damaged",
        /// Something went wrong.
        WentWrong = "went_wrong",
        /// It will not come.
        WillNotCome = "will_not_come",
        /// A source says delivered.
        SaidDelivered = "said_delivered",
        /// The sources contradict each other.
        Contradiction = "contradiction",
        /// The protection ends.
        ProtectionEnds = "protection_ends",
        /// It is expected only after the protection ends.
        TooLate = "too_late",
        /// The protection is over.
        ProtectionOver = "protection_over",
        /// The key is refused.
        KeyBad = "key_bad",
        /// The source wants more than the number.
        WantsMore = "wants_more",
        /// The source refuses us.
        Blocked = "blocked",
        /// The source's quota is used up.
        QuotaUsedUp = "quota_used_up",
        /// The source cannot be reached or understood.
        Unreachable = "unreachable",
    }
}
