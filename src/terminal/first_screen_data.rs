//! What the first frame shows: the store's thread reads it while the rest is set up.

use super::effects::{load_detail, load_parcels};
use crate::app::Input;
use crate::domain::{ListFacts, ParcelId, StalenessContext};
use crate::store::{Database, FirstRows, StoreError};

/// What the first frame shows.
pub(super) struct FirstScreen {
    /// The database's version before it was read, so that what comes since is noticed; `None` where it is unknown.
    pub version: Option<i64>,
    /// What the screen is told before it is drawn.
    pub inputs: Vec<Input>,
    /// Whether all parcels are among it; else they are to be read after the first frame.
    pub is_whole: bool,
}

/// Reads the first rows, as many as the terminal has, or all where there are no more, and the detail of the very first.
pub(super) fn read(db: &Database, gauge: &StalenessContext, rows: usize) -> Result<FirstScreen, StoreError> {
    let version = db.data_version().ok();
    let (mut inputs, first, is_whole) = if let Some(FirstRows { parcels, counts }) = db.first_rows(gauge, rows)? {
        let first = parcels.first().map(|parcel| parcel.id);
        (vec![Input::FirstRows(parcels, counts)], first, false)
    } else {
        let inputs = Vec::from(load_parcels(db)?);
        let first = first_of(&inputs, gauge);
        (inputs, first, true)
    };
    if let Some(id) = first {
        inputs.extend(load_detail(db, id)?);
    }
    Ok(FirstScreen { version, inputs, is_whole })
}

fn first_of(inputs: &[Input], gauge: &StalenessContext) -> Option<ParcelId> {
    let parcels = inputs.iter().flat_map(|input| if let Input::Parcels(parcels) = input { &parcels[..] } else { &[] });
    let listed = parcels.map(|parcel| (ListFacts::of(parcel), parcel.id)).filter(|(facts, _)| !facts.is_archived);
    listed.map(|(facts, id)| (facts.urgency_key(gauge), id)).min().map(|(_, id)| id)
}
