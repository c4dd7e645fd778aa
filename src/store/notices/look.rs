//! Looking at every parcel for what time alone brings.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::{outbox, source_troubles, told_rows};
use crate::domain::advice::{AdviceContext, AdviceSettings, LearnedSilence, advice};
use crate::domain::notice::{DueInput, NoticeFacts, NoticeKind, Told, after_time};
use crate::domain::protection_left::protection;
use crate::domain::{Parcel, Standing};
use crate::store::checks::standings;
use crate::store::{ArchiveFilter, Database, Result};

/// By what parcels are looked at.
#[derive(Clone, Copy, Debug)]
pub struct LookContext<'a> {
    /// The settings that advice depends on.
    pub rules: &'a AdviceSettings,
    /// The reader's offset from UTC.
    pub offset: FixedOffset,
    /// Whether the daily summary is due.
    pub with_summary: bool,
    /// Now.
    pub now: DateTime<Utc>,
}

impl LookContext<'_> {
    fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.offset).date_naive()
    }
}

/// Under which name the day of the last summary is kept.
const SUMMARY_KEY: &str = "summary_on";

impl Database {
    /// Looks at every parcel that is under way, and writes what is to be told although nothing changed: who got stuck,
    /// what ends, which source fails. Each is written once. Tells whether anything was.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn look(&mut self, context: &LookContext<'_>) -> Result<bool> {
        let parcels = self.parcels(ArchiveFilter::Active)?;
        let (experience, states) = (self.experience()?, self.source_states()?);
        let before = self.newest_notice()?;
        let summary_on = self.meta(SUMMARY_KEY)?;
        let tx = self.change()?;
        for parcel in parcels.iter().filter(|parcel| parcel.closed_at.is_none()) {
            look_at(&tx, parcel, &experience, context)?;
        }
        source_troubles::of_time(&tx, &states, context.now)?;
        let today = context.today().to_string();
        if context.with_summary && summary_on.as_deref() != Some(&today) {
            let open = parcels.iter().any(|parcel| !parcel.is_finished());
            if open {
                outbox::add(&tx, context.now, NoticeKind::Summary, (None, None), &NoticeFacts::default())?;
            }
            let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2";
            tx.prepare_cached(sql)?.execute([SUMMARY_KEY, &today])?;
        }
        outbox::forget_old(&tx, context.now)?;
        tx.commit()?;
        Ok(self.newest_notice()? > before)
    }
}

fn look_at(
    db: &rusqlite::Connection,
    parcel: &Parcel,
    experience: &LearnedSilence,
    context: &LookContext<'_>,
) -> Result<()> {
    let told = told_rows::load(db, parcel.id)?;
    // What is over is looked at once more, for what came of it.
    if parcel.is_finished() && told.warned.as_ref().is_some_and(|w| told.news_at.is_none_or(|at| at <= w.at)) {
        return Ok(());
    }
    let standings = of_parcel(db, parcel)?;
    let LookContext { rules, offset, now, .. } = *context;
    let advice = advice(parcel, &standings, &AdviceContext { now, offset, rules, experience });
    let today = context.today();
    let protection = protection(parcel, today, rules.dispute_margin_days);
    let input = DueInput { parcel, advice: advice.as_ref(), protection, today, now };
    let (news, warned) = after_time(&told, &input);
    for (kind, facts) in &news {
        outbox::add(db, now, *kind, (Some(parcel.id), None), facts)?;
    }
    let same = told.warned.as_ref().is_some_and(|before| {
        let fresh = told.news_at.is_some_and(|at| at > before.at);
        !fresh && *before == (crate::domain::notice::Warned { at: before.at, ..warned.clone() })
    });
    // Nothing is written where nothing changed: an idle program leaves the disk alone.
    if !same {
        told_rows::save(db, parcel.id, &Told { warned: Some(warned), ..told })?;
    }
    Ok(())
}

/// The standings of all of a parcel's numbers.
pub(super) fn of_parcel(db: &rusqlite::Connection, parcel: &Parcel) -> Result<Vec<Standing>> {
    let all = parcel.numbers.iter().map(|held| standings::of_number(db, &held.number));
    Ok(all.collect::<Result<Vec<_>>>()?.concat())
}
