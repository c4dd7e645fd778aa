//! The points of a parcel's way from which its arrival is forecast.

use crate::domain::advice::Stage;

crate::domain::string_enum::string_enum! {
    /// A point of the way that a parcel passes once; later ones tell more of the arrival.
    Landmark {
        /// A carrier has it.
        Shipped = "shipped",
        /// It left the country of origin, or waits there for customs of the destination.
        LeftOrigin = "left_origin",
        /// It is past customs, in the country of destination.
        Arrived = "arrived",
    }
}

impl Landmark {
    /// The last landmark that a parcel at that stage has passed; `None` before the first scan and where the stage is
    /// no part of the way (a failed delivery may be a return).
    #[must_use]
    pub fn passed_at(stage: Stage) -> Option<Self> {
        match stage {
            Stage::NoNumber | Stage::NoFirstScan | Stage::DeliveryFailed | Stage::Finished => None,
            Stage::Accepted | Stage::InTransit => Some(Self::Shipped),
            Stage::LineHaul | Stage::AfterBorder | Stage::Customs => Some(Self::LeftOrigin),
            Stage::AfterCustoms | Stage::OutForDelivery | Stage::Pickup => Some(Self::Arrived),
        }
    }

    /// The place of the landmark on the way, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}
