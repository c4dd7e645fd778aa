//! What the screen can want done.

use chrono::{DateTime, Utc};

use super::Scope;
use crate::domain::message::{MessageChoice, SentMessage};
use crate::domain::{CleanText, NewParcel, ParcelEdit, ParcelId, Seen};

/// Something to be carried out for the screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// In the background; the answer is an input.
    Task(Task),
    /// By the terminal, at once.
    Terminal(TerminalRequest),
}

/// Something for the store, the sources or a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Task {
    /// Read these parcels; answered by [`Input::Updated`](super::Input::Updated).
    LoadParcels(Vec<ParcelId>),
    /// Read what the detail shows of a parcel; answered by [`Input::Detail`](super::Input::Detail).
    LoadDetail(ParcelId),
    /// Add parcels, as one change; answered by [`Input::Added`](super::Input::Added).
    Add(Vec<NewParcel>),
    /// Change what the user says of a parcel; answered by [`Input::Done`](super::Input::Done).
    Edit(ParcelId, Box<ParcelEdit>),
    /// Archive a parcel; answered by [`Input::Done`](super::Input::Done).
    Archive(ParcelId),
    /// Take a parcel out of the archive; answered by [`Input::Done`](super::Input::Done).
    Restore(ParcelId),
    /// Remove a parcel; answered by [`Input::Removed`](super::Input::Removed).
    Remove {
        /// Which parcel.
        id: ParcelId,
        /// What it is called: the answer names it when it is gone.
        name: CleanText,
    },
    /// Take the last change back, unless it is better to ask first: it was made before `since`, or sources have told of
    /// what would be gone. Answered by [`Input::Undone`](super::Input::Undone) or
    /// [`Input::UndoAsks`](super::Input::UndoAsks).
    Undo {
        /// When the user sat down.
        since: DateTime<Utc>,
    },
    /// Take back what was asked about, by its entry in the journal; answered in the same way.
    UndoConfirmed(i64),
    /// Make again what was taken back last; answered by [`Input::Redone`](super::Input::Redone).
    Redo,
    /// Note that the reader has seen a parcel as it was then; answered by [`Input::Updated`](super::Input::Updated).
    MarkSeen(ParcelId, Seen),
    /// Note that the reader has seen every parcel as it is; answered by [`Input::Parcels`](super::Input::Parcels).
    MarkAllSeen,
    /// Ask the sources; answered by [`Input::Progress`](super::Input::Progress).
    Check(Scope),
    /// Keep what the reader made of a message; answered by [`Input::UnsentSaved`](super::Input::UnsentSaved).
    SaveUnsent(UnsentText),
    /// Keep a message in the parcel's log; answered by [`Input::MessageKept`](super::Input::MessageKept).
    KeepMessage(ParcelId, Box<SentMessage>),
    /// Write a parcel's evidence pack; answered by [`Input::EvidenceWritten`](super::Input::EvidenceWritten), or by
    /// [`Input::Updated`](super::Input::Updated) where the parcel is gone.
    WriteEvidence(ParcelId),
}

/// What the reader made of a message that is not sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnsentText {
    /// About which parcel.
    pub parcel: ParcelId,
    /// About what, to whom, in which language.
    pub choice: MessageChoice,
    /// The text; `None`: it is as drafted, and what was kept is forgotten.
    pub text: Option<CleanText>,
}

/// Something that the terminal does at once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TerminalRequest {
    /// Have a text changed by the reader's own editor; answered by
    /// [`Input::EditedExternally`](super::Input::EditedExternally).
    OpenEditor(CleanText),
    /// Send a text to the clipboard; answered by [`Input::Copied`](super::Input::Copied).
    Copy(CleanText),
    /// Stop like any program does on Ctrl-Z.
    Suspend,
    /// End.
    Quit,
}

impl From<Task> for Effect {
    fn from(task: Task) -> Self {
        Self::Task(task)
    }
}

impl From<TerminalRequest> for Effect {
    fn from(request: TerminalRequest) -> Self {
        Self::Terminal(request)
    }
}
