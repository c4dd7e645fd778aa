//! What can happen to the screen.

use chrono::{DateTime, Utc};

use super::{DetailData, Key, Progress};
use crate::domain::advice::LearnedSilence;
use crate::domain::message::{Addressee, How};
use crate::domain::{CleanText, ListCounts, Parcel, ParcelId};
use crate::error_messages::Failure;
use crate::themes::TerminalColours;
use crate::use_cases::add::AddedParcel;

/// Something happened.
#[derive(Debug)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The terminal's window got the focus.
    FocusGained,
    /// The terminal's window lost the focus.
    FocusLost,
    /// The terminal has told its own colours.
    TerminalColours(TerminalColours),
    /// The parcels of the first rows by urgency, and how many there are of which kind: for the first frame of a long
    /// list; [`Input::Parcels`] follows.
    FirstRows(Vec<Parcel>, ListCounts),
    /// The parcels as the store has them: all that are not removed, archived ones too.
    Parcels(Vec<Parcel>),
    /// What delivered parcels tell of the silence that is usual; comes before the parcels.
    LearnedSilence(LearnedSilence),
    /// Some parcels as the store has them now; `None`: it has been removed.
    Updated(Vec<(ParcelId, Option<Parcel>)>),
    /// What the detail shows of a parcel.
    Detail(Box<DetailData>),
    /// The loop reports.
    Progress(Progress),
    /// Parcels were added, or were there already. The parcels as they are now come before it.
    Added(Vec<AddedParcel>),
    /// A change was carried out. The parcel as it is now comes before it.
    Done {
        /// Which parcel.
        id: ParcelId,
        /// What was done.
        action: UserAction,
    },
    /// A parcel was removed. That it is gone comes before it.
    Removed {
        /// Which parcel.
        id: ParcelId,
        /// What it was called.
        name: CleanText,
    },
    /// The last change was taken back; `None`: there was nothing to take back.
    Undone(Option<Undone>),
    /// The last change is only taken back if the user says so.
    UndoAsks(PendingUndo),
    /// What was taken back last is made again; `None`: there was nothing to make again.
    Redone(Option<Undone>),
    /// What the reader made of a message is saved.
    UnsentSaved(ParcelId),
    /// A message is in the parcel's log. The parcel's detail as it is now comes before it.
    MessageKept {
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
    EditedExternally(CleanText),
    /// An effect failed.
    Failed(Failure),
    /// The text was sent to the clipboard.
    Copied(CleanText),
    /// The moment asked for by [`super::App::next_change`] has come.
    Tick,
}

/// What the user does to a parcel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UserAction {
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
    /// Left alone until a day.
    Snooze,
    /// Woken again.
    Wake,
}

/// A change that was taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Undone {
    /// What had been done.
    pub action: UserAction,
    /// To which parcel.
    pub id: ParcelId,
    /// What it is called.
    pub name: CleanText,
    /// How many parcels it was done to.
    pub parcels: usize,
}

/// A change that would be taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PendingUndo {
    /// Its entry in the journal.
    pub entry: i64,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// How many parcels would be gone of which sources have told something.
    pub answered: usize,
    /// What would be taken back.
    pub change: Undone,
}
