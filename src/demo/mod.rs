//! The demonstration: a throw-away database, filled by the real sources, store and worker from answers in the binary.
//!
//! No network, no file, a fixed clock.

mod answers;
mod clock;
mod parcels;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub use clock::now;

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::SecretString;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::domain::{Change, ParcelEdit};
use crate::sources::{Http, Profile, Secret, SourceSettings, Sources, profiles};
use crate::store::{Database, Store, StoreError};
use crate::sync::{Clock, Scope, Settings, Worker};

/// What the demonstration runs on.
pub struct Demo {
    /// The filled store, in memory.
    pub store: Store,
    /// Sources that answer from inside the program.
    pub sources: Arc<Sources>,
    /// The way to them.
    pub http: Http,
    /// The clock, which stands.
    pub clock: Clock,
}

/// Fills a database: everybody answers in the morning; at noon, 17TRACK puts up a captcha.
///
/// # Errors
/// When SQLite refuses, which in memory means that there is no memory.
pub async fn prepare() -> Result<Demo, StoreError> {
    let mut database = Database::in_memory(now())?;
    for parcel in parcels::early() {
        database.add(&parcel.draft, now() - TimeDelta::days(parcel.added_days_ago))?;
    }
    let captcha = Arc::new(AtomicBool::new(false));
    let demo = demo(Store::start(database), &captcha);
    pass(&demo, now() - TimeDelta::hours(3)).await?;
    captcha.store(true, Ordering::SeqCst);
    pass(&demo, now() - TimeDelta::minutes(4)).await?;
    demo.store.call(by_hand).await?;
    Ok(demo)
}

/// What the user did last: put one parcel off, and added another.
fn by_hand(db: &mut Database) -> Result<(), StoreError> {
    if let Some(parcel) = db.find(parcels::SNOOZED)? {
        let until = now().date_naive() + TimeDelta::days(7);
        db.edit(parcel.id, &ParcelEdit { snooze: Change::Set(until), ..ParcelEdit::default() }, now())?;
    }
    db.add(&parcels::late().draft, now()).map(drop)
}

fn demo(store: Store, captcha: &Arc<AtomicBool>) -> Demo {
    let captcha = Arc::clone(captcha);
    let http = Http::replay(Arc::new(move |request| answers::answer(request, captcha.load(Ordering::SeqCst))));
    Demo { store, sources: Arc::new(sources()), http, clock: Clock::Fixed(now()) }
}

/// They have answers here, and need no key.
const KEYLESS: [&str; 2] = ["cainiao", "nova-poshta"];

/// The sources that have answers here; 17TRACK with a key that opens nothing. The others are off.
fn sources() -> Sources {
    let off = |profile: &&Profile| {
        let settings = SourceSettings { enabled: Some(false), ..SourceSettings::default() };
        (profile.id.to_owned(), settings)
    };
    let mut settings: BTreeMap<_, _> = profiles().iter().filter(|p| !KEYLESS.contains(&p.id)).map(off).collect();
    let key = Secret::Plain(SecretString::from("demo"));
    let secrets = BTreeMap::from([("key".to_owned(), key)]);
    settings.insert("17track".to_owned(), SourceSettings { secrets, ..SourceSettings::default() });
    Sources::new(&settings)
}

async fn pass(demo: &Demo, at: DateTime<Utc>) -> Result<(), StoreError> {
    let worker = Worker {
        store: demo.store.clone(),
        sources: Arc::clone(&demo.sources),
        http: demo.http.clone(),
        clock: Clock::Fixed(at),
        settings: Settings::default(),
    };
    let (progress, _unheard) = mpsc::unbounded_channel();
    worker.pass(Scope::All, &progress, &CancellationToken::new()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::advice::AdviceSettings;
    use crate::domain::{Parcel, StalenessContext, Urgency, parcel_sorting, snooze};
    use crate::store::ArchiveFilter;

    #[tokio::test]
    async fn it_shows_an_order_without_a_number_a_snooze_and_the_end_of_a_storage() {
        let demo = prepare().await.unwrap();
        let parcels = demo.store.call(|db| db.parcels(ArchiveFilter::All)).await.unwrap();
        let gauge = StalenessContext {
            now: now(),
            offset: chrono::FixedOffset::east_opt(0).unwrap(),
            limits: AdviceSettings::around(7).limits(),
            normal: AdviceSettings::around(7).thresholds,
        };
        let named = |title: &str| parcels.iter().find(|parcel| parcel.name() == title).unwrap();
        let urgency = |parcel: &Parcel| parcel_sorting::urgency(parcel, &gauge);
        let order = named("Bike light");
        assert!(order.waits_for_number() && urgency(order) == Urgency::Stale);
        let snoozed = named("Свитер");
        assert!(snooze::rest(snoozed, gauge.today()).is_asleep() && snoozed.summary.last_event.is_some());
        let ready = named("Книга");
        assert_eq!(urgency(ready), Urgency::Ready);
        assert_eq!(ready.summary.storage.as_ref().unwrap().0.days_left(gauge.today()), 3);
    }
}
