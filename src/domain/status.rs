//! The normalised state of a parcel: nine statuses and their sub-statuses, 17TRACK's vocabulary.

/// The main status. `null` (no status) stands for "nobody has answered yet".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// No source knows the number.
    NotFound,
    /// The carrier has the order data, not yet the parcel.
    InfoReceived,
    /// On the way.
    InTransit,
    /// In transit for too long, as declared by a source.
    Expired,
    /// Waits to be collected.
    AvailableForPickup,
    /// With the courier, today.
    OutForDelivery,
    /// An attempt to deliver failed.
    DeliveryFailure,
    /// The addressee has it, and a source said so.
    Delivered,
    /// Something went wrong: returned, lost, damaged, delayed …
    Exception,
}

/// The finer state under a [`Status`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the words are the vocabulary itself; docs/json.md explains each")]
pub enum SubStatus {
    Other,
    InvalidCode,
    PickedUp,
    Departure,
    Arrival,
    CustomsProcessing,
    CustomsReleased,
    CustomsRequiringInformation,
    NoBody,
    Security,
    Rejected,
    InvalidAddress,
    Returning,
    Returned,
    Damage,
    Delayed,
    Lost,
    Destroyed,
    Cancel,
}

/// A status with its sub-status, where one is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct State {
    /// The main status.
    pub status: Status,
    /// The sub-status, where there is one; `info_received` never has one.
    pub sub: Option<SubStatus>,
}

impl Status {
    /// Every status, in the order of a parcel's life.
    pub const ALL: [Self; 9] = [
        Self::NotFound,
        Self::InfoReceived,
        Self::InTransit,
        Self::AvailableForPickup,
        Self::OutForDelivery,
        Self::DeliveryFailure,
        Self::Delivered,
        Self::Exception,
        Self::Expired,
    ];

    /// The word used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::InfoReceived => "info_received",
            Self::InTransit => "in_transit",
            Self::AvailableForPickup => "available_for_pickup",
            Self::OutForDelivery => "out_for_delivery",
            Self::DeliveryFailure => "delivery_failure",
            Self::Delivered => "delivered",
            Self::Exception => "exception",
            Self::Expired => "expired",
        }
    }

    /// The status with that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == word)
    }
}

impl SubStatus {
    /// Every sub-status.
    pub const ALL: [Self; 19] = [
        Self::Other,
        Self::InvalidCode,
        Self::PickedUp,
        Self::Departure,
        Self::Arrival,
        Self::CustomsProcessing,
        Self::CustomsReleased,
        Self::CustomsRequiringInformation,
        Self::NoBody,
        Self::Security,
        Self::Rejected,
        Self::InvalidAddress,
        Self::Returning,
        Self::Returned,
        Self::Damage,
        Self::Delayed,
        Self::Lost,
        Self::Destroyed,
        Self::Cancel,
    ];

    /// The word used in JSON and in the database: 17TRACK's name without its prefix, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::InvalidCode => "invalid_code",
            Self::PickedUp => "picked_up",
            Self::Departure => "departure",
            Self::Arrival => "arrival",
            Self::CustomsProcessing => "customs_processing",
            Self::CustomsReleased => "customs_released",
            Self::CustomsRequiringInformation => "customs_requiring_information",
            Self::NoBody => "no_body",
            Self::Security => "security",
            Self::Rejected => "rejected",
            Self::InvalidAddress => "invalid_address",
            Self::Returning => "returning",
            Self::Returned => "returned",
            Self::Damage => "damage",
            Self::Delayed => "delayed",
            Self::Lost => "lost",
            Self::Destroyed => "destroyed",
            Self::Cancel => "cancel",
        }
    }

    /// The sub-status with that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == word)
    }
}

impl State {
    /// A status with a sub-status.
    #[must_use]
    pub const fn new(status: Status, sub: SubStatus) -> Self {
        Self { status, sub: Some(sub) }
    }

    /// A status alone.
    #[must_use]
    pub const fn only(status: Status) -> Self {
        Self { status, sub: None }
    }

    /// In transit, and nothing more is known: what an unknown code becomes at most.
    pub const UNDERWAY: Self = Self::new(Status::InTransit, SubStatus::Other);

    /// On its way back to the sender.
    pub const RETURNING: Self = Self::new(Status::Exception, SubStatus::Returning);

    /// Back with the sender.
    pub const RETURNED: Self = Self::new(Status::Exception, SubStatus::Returned);

    /// Whether it goes back to the sender, or went.
    #[must_use]
    pub fn is_return(self) -> bool {
        self == Self::RETURNING || self == Self::RETURNED
    }

    /// Whether it can still come to a parcel that goes back.
    #[must_use]
    pub fn ends_a_return(self) -> bool {
        let over =
            [SubStatus::Returning, SubStatus::Returned, SubStatus::Lost, SubStatus::Destroyed, SubStatus::Damage];
        self.status == Status::Exception && self.sub.is_some_and(|sub| over.contains(&sub))
    }

    /// Whether nothing more is to come: delivered, or returned, destroyed or lost as declared by a source.
    #[must_use]
    pub fn is_final(self) -> bool {
        match self.status {
            Status::Delivered => true,
            Status::Exception => {
                matches!(
                    self.sub,
                    Some(SubStatus::Returned | SubStatus::Destroyed | SubStatus::Lost | SubStatus::Cancel)
                )
            }
            _ => false,
        }
    }
}
