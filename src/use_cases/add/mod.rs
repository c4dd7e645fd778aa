//! Adding parcels: what a typed, pasted or piped text offers, and keeping what was chosen of it.

mod corrections;
mod keep;
mod offer;
mod read_text;

pub use corrections::ranked_corrections;
pub use keep::{AddedParcel, add_all};
pub use offer::{AddOffer, OfferKind};
pub use read_text::{AddContext, offers};
