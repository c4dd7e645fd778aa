//! What can happen to the screen, and what it can want done.

use super::{DetailData, Key, Progress, Scope};
use crate::domain::advice::LearnedSilence;
use crate::domain::message::{Addressee, How, MessageChoice, SentMessage};
use crate::domain::{CleanText, ListCounts, NewParcel, Parcel, ParcelEdit, ParcelId};
use crate::error_messages::Failure;

/// Something happened.
#[derive(Debug)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The terminal's window got (`true`) or lost the focus.
    Focus(bool),
    /// The parcels of the first rows by urgency, and how many there are of which kind: for the first frame of a long
    /// list; [`Input::Parcels`] follows.
    FirstRows(Vec<Parcel>, ListCounts),
    /// The parcels as the store has them: all that are not removed, archived ones too.
    Parcels(Vec<Parcel>),
    /// What delivered parcels tell of the silence that is usual; comes before the parcels.
    Experience(LearnedSilence),
    /// Some parcels as the store has them now; `None`: it has been removed.
    Updated(Vec<(ParcelId, Option<Parcel>)>),
    /// A parcel's timeline and standings.
    Dossier(Box<DetailData>),
    /// The loop reports.
    Progress(Progress),
    /// A parcel was added, or was there already. The parcel as it is now comes before it.
    Added {
        /// Which parcel.
        id: ParcelId,
        /// Its number, or its order where it has none, as asked for.
        name: CleanText,
        /// Whether it was known before.
        already: bool,
    },
    /// A change was carried out. The parcel as it is now comes before it.
    Done {
        /// Which parcel.
        id: ParcelId,
        /// What was done.
        change: Change,
    },
    /// The last change was taken back; `None`: there was nothing to take back.
    Undone(Option<Undone>),
    /// What was begun of a letter is saved.
    UnsentSaved(ParcelId),
    /// A letter is in the parcel's log. The parcel's timeline as it is now comes before it.
    LetterKept {
        /// About which parcel.
        id: ParcelId,
        /// To whom.
        to: Addressee,
        /// How it left.
        how: How,
    },
    /// The pack for a dispute is written.
    EvidenceWritten {
        /// The file, with its folder.
        path: CleanText,
        /// The first kept answer that is not as it came.
        broken: Option<i64>,
    },
    /// The reader's own editor has given the text back.
    EditedOutside(CleanText),
    /// An effect failed.
    Failed(Failure),
    /// The text was sent to the clipboard.
    Copied,
    /// The moment asked for by [`super::App::next_change`] has come.
    Tick,
}

/// A change of a parcel by the user.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// Added.
    Add,
    /// Title, shop and the like changed.
    Edit,
    /// Put away.
    Archive,
    /// Taken out again.
    Restore,
    /// Removed.
    Remove,
    /// Taken from a file.
    Import,
}

/// A change that was taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Undone {
    /// What had been done.
    pub change: Change,
    /// To which parcel.
    pub id: ParcelId,
    /// What it is called.
    pub name: CleanText,
    /// How many parcels it was done to.
    pub parcels: usize,
}

/// Something to be carried out by whoever runs the screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Read these parcels; answered by [`Input::Updated`].
    LoadParcels(Vec<ParcelId>),
    /// Read one parcel's timeline; answered by [`Input::DetailData`].
    LoadDossier(ParcelId),
    /// Add parcels; each answered by [`Input::Added`].
    Add(Vec<NewParcel>),
    /// Change what the user says of a parcel; answered by [`Input::Done`].
    Edit(ParcelId, Box<ParcelEdit>),
    /// Put away; answered by [`Input::Done`].
    Archive(ParcelId),
    /// Take out again; answered by [`Input::Done`].
    Restore(ParcelId),
    /// Remove; answered by [`Input::Done`].
    Remove(ParcelId),
    /// Take the last change back; answered by [`Input::Undone`].
    Undo,
    /// Ask the sources; answered by [`Input::Progress`].
    Check(Scope),
    /// Keep what was begun of a letter, or forget it; answered by [`Input::UnsentSaved`].
    SaveUnsent(ParcelId, MessageChoice, Option<CleanText>),
    /// Keep a letter in the parcel's log; answered by [`Input::LetterKept`].
    KeepLetter(ParcelId, Box<SentMessage>),
    /// Write a parcel's pack for a dispute; answered by [`Input::EvidenceWritten`], where the parcel is gone by
    /// [`Input::Updated`].
    Evidence(ParcelId),
    /// Have a text changed by the reader's own editor; answered by [`Input::EditedOutside`].
    EditOutside(CleanText),
    /// Send to the clipboard; answered by [`Input::Copied`].
    Copy(CleanText),
    /// Stop like any program does on Ctrl-Z.
    Suspend,
    /// End.
    Quit,
}
