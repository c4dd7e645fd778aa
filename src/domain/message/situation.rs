//! What a message is about, and to whom one writes about it.

use super::addressee::Addressee;
use crate::domain::Parcel;
use crate::domain::string_enum::string_enum;

string_enum! {
    /// What a message is about.
    Situation {
        /// There is no track number yet.
        NoNumber = "no_number",
        /// No carrier has taken it over.
        NotShipped = "not_shipped",
        /// Nobody knows the number.
        NotTracked = "not_tracked",
        /// The number must be mistyped.
        WrongNumber = "wrong_number",
        /// No news for long.
        Stuck = "stuck",
        /// At customs for long.
        AtCustoms = "at_customs",
        /// Customs want papers or a payment.
        CustomsPapers = "customs_papers",
        /// Held for a check or a fee.
        Held = "held",
        /// Waits to be collected.
        HoldLonger = "hold_longer",
        /// A delivery failed.
        DeliveryFailed = "delivery_failed",
        /// The address is wrong or incomplete.
        WrongAddress = "wrong_address",
        /// On its way back to the sender.
        GoingBack = "going_back",
        /// Damaged on the way.
        Damaged = "damaged",
        /// Something went wrong, and nobody says what.
        Problem = "problem",
        /// It will not come any more.
        NotComing = "not_coming",
        /// Said to be delivered, and not received.
        NotReceived = "not_received",
        /// The sources contradict each other.
        Contradiction = "contradiction",
        /// The protection ends: please extend it.
        Extend = "extend",
    }
}

impl Situation {
    /// Whether a message about it can be true of that parcel: one with a number does not ask for the first number.
    #[must_use]
    pub fn fits(self, parcel: &Parcel) -> bool {
        self != Self::NoNumber || parcel.numbers.is_empty()
    }

    /// To whom one writes about it, the likelier addressee first.
    #[must_use]
    pub fn addressees(self) -> &'static [Addressee] {
        use Addressee::{Carrier, Seller};
        match self {
            Self::NoNumber | Self::NotShipped | Self::WrongNumber | Self::Extend => &[Seller],
            Self::HoldLonger => &[Carrier],
            Self::AtCustoms
            | Self::CustomsPapers
            | Self::Held
            | Self::DeliveryFailed
            | Self::WrongAddress
            | Self::Contradiction => &[Carrier, Seller],
            Self::NotTracked
            | Self::Stuck
            | Self::GoingBack
            | Self::Damaged
            | Self::Problem
            | Self::NotComing
            | Self::NotReceived => &[Seller, Carrier],
        }
    }
}
