//! The screen's state and how it changes: [`update`] takes an [`Input`] and answers with a [`Reaction`]: the [`Effect`]s
//! to be carried out, and whether to draw. Pure: `now` is an argument, nothing is read or written.
//!
//! Knows nothing of terminal, network and disk, except that [`Key`] can be made from crossterm's event, which is plain data.

pub mod add_dialog;
pub mod advice_steps;
pub mod answer_letters;
pub mod barcode_dialog;
pub mod chosen_timeline;
pub mod cycle_selection;
pub mod edit_form;
pub mod effect;
pub mod input;
pub mod keyboard_focus;
pub mod keyboard_layout;
pub mod keymap;
pub mod layout_free_key;
pub mod list;
pub mod message_dialog;
mod next_redraw;
pub mod ordered_check;
pub mod question;
pub mod reaction;
pub mod relative_time;
pub mod screen_settings;
pub mod scroll_window;
pub mod snooze_dialog;
pub mod sort_order;
pub mod sync_status;
pub mod text_editor;
pub mod text_field;
pub mod text_filter;
pub mod toast;
pub mod tracking_pages;
mod update;

use chrono::{DateTime, Utc};

pub use crate::sync::{Progress, Scope};
pub use chosen_timeline::{Detail, DetailData};
pub use effect::{Effect, Task, TerminalRequest, UnsentText};
pub use input::{Input, PendingUndo, Undone, UserAction};
pub use keyboard_focus::{Focus, Mode};
pub use keyboard_layout::KeyboardLayout;
pub use layout_free_key::{Code, Key};
pub use list::List;
pub use question::Question;
pub use reaction::Reaction;
pub use screen_settings::{Settings, SourceLabel};
pub use scroll_window::ScrollWindow;
pub use sync_status::SyncStatus;
pub use toast::Toast;
pub use update::update;

use ordered_check::{Asking, OrderedCheck};

use crate::domain::advice::{self, LearnedSilence};
use crate::domain::{Parcel, ParcelId};
use crate::themes::Looks;

/// Everything the screen knows.
pub struct App {
    /// What does not change while the screen is open.
    pub settings: Settings,
    /// How everything looks; it changes when the terminal tells its colours.
    pub looks: Looks,
    /// When the screen was opened.
    pub opened_at: DateTime<Utc>,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// How many rows of the help or of the log of messages are in view.
    pager_rows: usize,
    /// Which layout the reader types in.
    pub keyboard: KeyboardLayout,
    /// What has the keyboard.
    pub mode: Mode,
    /// Which pane the keys go to while no dialog is open.
    pub focus: Focus,
    /// The parcels, and which of them are shown.
    pub list: List,
    /// The chosen parcel's timeline.
    pub detail: Detail,
    /// What delivered parcels tell of the silence that is usual.
    pub experience: LearnedSilence,
    /// What the loop in the background is doing.
    pub work: SyncStatus,
    /// A short notice.
    pub toast: Option<Toast>,
    /// The parcel about which a message is to be written once its detail is here.
    message_awaits: Option<ParcelId>,
    /// What is being asked right now.
    pub asking: Asking,
    /// The check that the reader ordered.
    ordered: Option<OrderedCheck>,
    /// The parcel that is being marked as received.
    receiving: Option<ParcelId>,
}

/// What the last frame really showed. Only the drawing knows how many rows a text takes, so it hands this back and
/// scrolling is bounded by it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[must_use = "scrolling is bounded by it: hand it to App::drawn"]
pub struct Drawn {
    /// Rows of the list, and the position of the first one; `None` where the list was not drawn.
    pub list: Option<ScrollWindow>,
    /// The same of the detail.
    pub detail: Option<ScrollWindow>,
    /// The same of the help popup, or of the log of messages.
    pub help: Option<ScrollWindow>,
    /// The same of the message that is written, and how many columns its rows have.
    pub message: Option<(ScrollWindow, usize)>,
}

impl App {
    /// The state at the start: nothing is loaded yet. `size` is columns and rows.
    #[must_use]
    pub fn new(settings: Settings, size: (u16, u16), now: DateTime<Utc>) -> Self {
        let list = List::new(settings.gauge(now));
        let work = SyncStatus::new(settings.offline);
        let looks = settings.looks(settings.ground);
        Self {
            looks,
            settings,
            opened_at: now,
            size,
            pager_rows: 0,
            keyboard: KeyboardLayout::default(),
            mode: Mode::Browse,
            focus: Focus::List,
            list,
            detail: Detail::default(),
            experience: LearnedSilence::default(),
            work,
            toast: None,
            message_awaits: None,
            asking: Asking::default(),
            ordered: None,
            receiving: None,
        }
    }

    /// Takes over what the last frame showed.
    pub fn drawn(&mut self, drawn: Drawn) {
        if let Some(window) = drawn.list {
            self.list.window = window;
        }
        if let Some(window) = drawn.detail {
            self.detail.window = window;
        }
        if let (Some(window), Mode::Help(top) | Mode::MessageLog(top)) = (drawn.help, &mut self.mode) {
            *top = window.top;
            self.pager_rows = window.height;
        }
        if let (Some((window, columns)), Mode::Message(dialog)) = (drawn.message, &mut self.mode) {
            dialog.drawn(window, columns);
        }
    }

    /// What advice is given by now.
    #[must_use]
    pub fn advice(&self, now: DateTime<Utc>) -> advice::AdviceContext<'_> {
        let Settings { utc_offset: offset, rules, .. } = &self.settings;
        advice::AdviceContext { now, offset: *offset, rules, experience: &self.experience }
    }

    /// The parcel under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Parcel> {
        self.list.selected()
    }

    /// The parcel whose detail is shown: not the one under the cursor while that is still moving.
    #[must_use]
    pub fn shown(&self) -> Option<(&Parcel, &DetailData)> {
        let dossier = self.detail.dossier.as_deref()?;
        Some((self.list.get(dossier.parcel_id)?, dossier))
    }
}
