//! How the reader wants to be told: what at once, what with the daily summary, what never, and when not at all.

use chrono::{NaiveTime, TimeDelta};

use super::{Notice, NoticeKind, QuietHours};
use crate::domain::string_enum::string_enum;
use crate::domain::{CleanText, Parcel};

string_enum! {
    /// What becomes of a notice.
    Treatment {
        /// Told as soon as it is not quiet.
        Tell = "tell",
        /// Told at once, also in quiet hours.
        Urgent = "urgent",
        /// Told with the daily summary.
        Summary = "summary",
        /// Not told.
        Mute = "mute",
    }
}

/// How the reader wants to be told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoticeRules {
    /// Hours in which only urgent notices go out.
    pub quiet: Option<QuietHours>,
    /// When the daily summary goes out; `None`: there is none.
    pub summary_at: Option<NaiveTime>,
    /// The least time between two messages of a channel, urgent ones aside.
    pub cooldown: TimeDelta,
    /// The first one that fits decides.
    pub rules: Vec<NoticeRule>,
}

/// What becomes of some notices. What it does not name it fits in any case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoticeRule {
    /// About these.
    pub kinds: Vec<NoticeKind>,
    /// Of parcels with one of these tags.
    pub tags: Vec<CleanText>,
    /// Of parcels with one of these numbers or ids.
    pub parcels: Vec<CleanText>,
    /// On these channels.
    pub channels: Vec<String>,
    /// What becomes of them.
    pub treatment: Treatment,
}

/// A notice, its parcel, and the channel that it would go to.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The notice.
    pub notice: &'a Notice,
    /// Its parcel, where it is about one.
    pub parcel: Option<&'a Parcel>,
    /// The channel's name.
    pub channel: &'a str,
}

impl NoticeRules {
    /// When notices go out that wait for the summary: its hour, or at nine where there is none.
    #[must_use]
    pub fn summary_hour(&self) -> NaiveTime {
        self.summary_at.or_else(|| NaiveTime::from_hms_opt(9, 0, 0)).unwrap_or_default()
    }

    /// What becomes of a notice. Without a rule that fits, what is urgent is told at once, everything else by day.
    #[must_use]
    pub fn treatment(&self, subject: &Subject<'_>) -> Treatment {
        let notice = subject.notice;
        let rule = self.rules.iter().filter(|_| notice.kind.has_rules()).find(|rule| rule.fits(subject));
        let default = if notice.is_urgent() { Treatment::Urgent } else { Treatment::Tell };
        rule.map_or(default, |rule| rule.treatment)
    }
}

impl Default for NoticeRules {
    /// Quiet from 22 to 8; everything else as it comes.
    fn default() -> Self {
        let hours = QuietHours::parse("22:00-08:00");
        Self { quiet: hours, summary_at: None, cooldown: TimeDelta::zero(), rules: Vec::new() }
    }
}

impl NoticeRule {
    fn fits(&self, subject: &Subject<'_>) -> bool {
        let of_parcel = |fits: &dyn Fn(&Parcel) -> bool| subject.parcel.is_some_and(fits);
        let tagged = |parcel: &Parcel| self.tags.iter().any(|tag| parcel.tags.contains(tag));
        let named = |parcel: &Parcel| self.parcels.iter().any(|key| is_called(parcel, key));
        (self.kinds.is_empty() || self.kinds.contains(&subject.notice.kind))
            && (self.tags.is_empty() || of_parcel(&tagged))
            && (self.parcels.is_empty() || of_parcel(&named))
            && (self.channels.is_empty() || self.channels.iter().any(|name| name == subject.channel))
    }
}

fn is_called(parcel: &Parcel, key: &str) -> bool {
    let number = |held: &crate::domain::ParcelNumber| held.number.as_str().eq_ignore_ascii_case(key);
    parcel.id.to_string() == key || parcel.numbers.iter().any(number)
}
