//! What the screen runs on.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, Offset, TimeDelta, Utc};

use crate::app;
use crate::domain::advice::AdviceSettings;
use crate::domain::notice::NoticeRules;
use crate::notify::{CourierSettings, ReaderSettings, TerminalHost};
use crate::sources::{Http, Sources};
use crate::store::{Store, StoreError};
use crate::sync::{self, Clock};
use crate::texts::Texts;
use crate::use_cases::EvidenceFolders;
use crate::use_cases::clipboard::ClipboardWay;

/// Everything the screen needs: the database, whom it may ask and how, and the reader's language.
pub struct ScreenContext {
    /// The open store.
    pub store: Store,
    /// Its file, which other programs may write too; `None` where it is in memory.
    pub database: Option<PathBuf>,
    /// The sources that are on.
    pub sources: Arc<Sources>,
    /// The file of which a copy is made each day, and how many copies are kept; `None`: no copies are made.
    pub backups: Option<(PathBuf, u32)>,
    /// Why nothing can be changed.
    pub unwritable: Option<StoreError>,
    /// How they are reached.
    pub http: Http,
    /// The clock; a fixed one stands where it starts for the loop, and runs on for the screen.
    pub clock: Clock,
    /// The texts in the reader's language.
    pub texts: Texts,
    /// Where evidence is written.
    pub evidence: EvidenceFolders,
    /// The way to the reader's clipboard.
    pub clipboard: ClipboardWay,
    /// What does not change while the screen is open.
    pub settings: app::Settings,
    /// The limits of the background loop.
    pub sync: sync::Settings,
    /// How the reader is told while the screen is open.
    pub notify: ScreenNotify,
}

/// How the reader is told while the screen is open.
pub struct ScreenNotify {
    /// The channels and their rules.
    pub courier: CourierSettings,
    /// The terminal, as far as the environment tells.
    pub terminal: TerminalHost,
    /// Not in the demonstration, of which nothing is told.
    pub is_on: bool,
}

/// The time as the screen sees it. With a fixed clock it starts there and runs on, so that toasts end and the
/// detail follows the cursor in pictures and tests too.
pub(super) struct ScreenClock {
    clock: Clock,
    started: Instant,
}

impl ScreenClock {
    pub fn new(clock: Clock) -> Self {
        Self { clock, started: Instant::now() }
    }

    pub fn now(&self) -> DateTime<Utc> {
        match self.clock {
            Clock::System => Utc::now(),
            Clock::Fixed(start) => start + TimeDelta::from_std(self.started.elapsed()).unwrap_or_default(),
        }
    }
}

impl ScreenNotify {
    /// Nobody is told anything: the demonstration disturbs nobody.
    #[must_use]
    pub fn off(texts: Texts) -> Self {
        let offset = |_| Utc.fix();
        let courier = CourierSettings {
            channels: Vec::new(),
            rules: NoticeRules::default(),
            reader: ReaderSettings { texts, advice: AdviceSettings::default(), offset },
            http: Http::offline(),
            now: Arc::new(Utc::now),
            is_frozen: true,
        };
        Self { courier, terminal: TerminalHost::of(|_| None, None), is_on: false }
    }
}
