//! What has the keyboard: one thing at a time.

use super::add_dialog::AddDialog;
use super::barcode_dialog::BarcodeDialog;
use super::edit_form::EditDialog;
use super::message_dialog::MessageDialog;
use super::question::Question;
use super::snooze_dialog::SnoozeDialog;
use super::text_field::TextField;
use super::tracking_pages::TrackingPagesDialog;
use crate::domain::CleanText;

/// What has the keyboard.
#[derive(Debug)]
pub enum Mode {
    /// The panes.
    Browse,
    /// The filter's text field; the list follows as it is typed.
    Filter(TextField),
    /// The dialog that adds parcels.
    Add(Box<AddDialog>),
    /// The form of one parcel.
    Edit(Box<EditDialog>),
    /// The question until when a parcel is to be left alone.
    Snooze(Box<SnoozeDialog>),
    /// A question to be answered by yes or no.
    Confirm(Box<Question>),
    /// The pages where a parcel can be looked up.
    Pages(Box<TrackingPagesDialog>),
    /// A parcel's numbers, one at a time, for a scanner.
    Barcode(BarcodeDialog),
    /// A message about a parcel.
    Message(Box<MessageDialog>),
    /// The messages that were written about it, scrolled down by so many rows.
    MessageLog(usize),
    /// A text alone on the screen, without frames, to be marked with the mouse: always possible, whatever lies between
    /// here and the clipboard.
    Marking {
        /// The text.
        text: CleanText,
        /// Which screenful of it is shown, from 0; the drawing stops at the last one.
        page: usize,
        /// The text is too long for the way to the clipboard, or there is none.
        is_needed: bool,
        /// What had the keyboard before.
        back: Box<Mode>,
    },
    /// The list of keys, scrolled down by so many rows.
    Help(usize),
}

impl Mode {
    /// What is there once a text that is marked has gone.
    pub(super) fn behind(&mut self) -> &mut Self {
        match self {
            Self::Marking { back, .. } => back,
            mode => mode,
        }
    }
}

/// Which pane the keys go to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Focus {
    /// The list of parcels.
    List,
    /// The chosen parcel.
    Detail,
}
