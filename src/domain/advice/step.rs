//! A next step: what to do, why, by which day, with whom, and on which pages.

use chrono::NaiveDate;

use crate::domain::CleanText;
use crate::domain::string_enum::string_enum;

/// One thing to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// What.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// Until when, or by which day.
    pub until: Option<NaiveDate>,
    /// With whom or with what, where that has a name: sources, a courier with phone and site, a corrected number.
    pub about: Option<CleanText>,
    /// Pages where that can be done, or where more is to be learnt.
    pub links: Vec<Link>,
}

/// A page for a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Whose.
    pub name: CleanText,
    /// Its address, with the number in it.
    pub url: CleanText,
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
        /// The key cannot be had.
        KeyMissing = "key_missing",
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
