//! What the parts of the detail are about.

use crate::app::DetailData;
use crate::domain::Parcel;
use crate::domain::advice::Advice;

/// A parcel, and what there is to be said of it.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub parcel: &'a Parcel,
    pub dossier: &'a DetailData,
    /// Until every parcel is read, the silence that is usual is not known, and nothing is advised.
    pub advice: Option<&'a Advice>,
}
