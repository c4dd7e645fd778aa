//! Sources that refuse, fail or break: whom it concerns, and whom not.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use posylka::domain::{CleanText, Outcome, Trouble};
use posylka::sources::{Source, Sources};
use posylka::sync::{Scope, Skipped};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::support::*;

#[tokio::test]
async fn retry_after_outlives_ten_restarts() {
    let server = MockServer::start().await;
    let refusal = ResponseTemplate::new(429).insert_header("Retry-After", "3600");
    Mock::given(any()).respond_with(refusal).mount(&server).await;
    let (home, ids) = Home::with_parcels(60);
    let first = pass(&home.worker(cainiao(&server), now()), Scope::Due).await;
    let refused = questions(&server).await.len();
    assert!(refused <= 2, "those under way were refused, the other questions were not put");
    assert_eq!(first.failures.len(), 10 * refused);
    assert_eq!(first.paused, [("cainiao".into(), Outcome::RateLimited, Some(later(60)))]);
    for minute in 1..=10 {
        let scope = if minute % 2 == 0 { Scope::All } else { Scope::Due };
        let report = pass(&home.worker(cainiao(&server), later(minute * 5)), scope).await;
        assert_eq!(report.checked, 0);
        assert_eq!(report.paused, first.paused);
        assert!(report.skipped.iter().all(|s| s.2 == Skipped::Paused(Outcome::RateLimited, later(60))));
    }
    assert_eq!(questions(&server).await.len(), refused);
    pass(&home.worker(cainiao(&server), later(61)), Scope::Due).await;
    assert!(questions(&server).await.len() > refused);
    let refused = ids.iter().filter(|&&id| outcome(&home.dossier(id), "cainiao").is_some());
    assert!(refused.count() >= 10);
    assert_eq!(home.dossier(ids[0]).parcel.summary.state, None, "a refusal is no status");
}

#[tokio::test]
async fn a_captcha_pauses_for_hours_and_changes_no_status() {
    let server = MockServer::start().await;
    serve(&server, on_the_way).await;
    let (home, ids) = Home::with_parcels(1);
    pass(&home.worker(cainiao(&server), now()), Scope::Due).await;
    let before = home.dossier(ids[0]);
    server.reset().await;
    let page = r#"<html><script>window._config_ = {"action":"captcha"}; location = "/_____tmd_____/punish?x5secdata=A"</script>"#;
    let captcha = ResponseTemplate::new(200).set_body_raw(page, "text/html");
    Mock::given(any()).respond_with(captcha).mount(&server).await;
    let report = pass(&home.worker(cainiao(&server), later(60)), Scope::All).await;
    assert_eq!(report.paused, [("cainiao".into(), Outcome::Blocked, Some(later(60 + 240)))]);
    let after = home.dossier(ids[0]);
    assert_eq!(outcome(&after, "cainiao"), Some(Outcome::Blocked));
    assert_eq!(after.parcel.summary.state, before.parcel.summary.state);
    assert_eq!(after.timeline, before.timeline);
    pass(&home.worker(cainiao(&server), later(60 + 239)), Scope::All).await;
    assert_eq!(questions(&server).await.len(), 1, "insisting does not help against a block");
    let second = pass(&home.worker(cainiao(&server), later(60 + 241)), Scope::Due).await;
    assert_eq!(second.paused[0].2, Some(later(60 + 241 + 480)), "the next pause is longer");
}

#[tokio::test]
async fn one_source_failing_or_panicking_does_not_stop_another() {
    let server = MockServer::start().await;
    serve(&server, on_the_way).await;
    let (home, ids) = Home::with_parcels(3);
    let failing = actor(profile("failing", 1, 1), |_| Err(Trouble::Temporary { what: CleanText::line("no route") }));
    let panicking = actor(profile("panicking", 10, 1), |_| panic!("a bug in a reader"));
    let real = cainiao(&server).get(&"cainiao".into()).unwrap();
    let report = pass(&home.worker(Sources::of(vec![failing, panicking, real]), now()), Scope::Due).await;
    assert_eq!(report.answered, 3);
    let dossier = home.dossier(ids[0]);
    assert_eq!(dossier.timeline.entries.len(), 2);
    assert_eq!(outcome(&dossier, "panicking"), Some(Outcome::Temporary));
    let failed = report.failures.iter().filter(|f| f.0.as_str() == "failing").count();
    assert_eq!(failed, 2, "two failures in a row end the lane");
    // No claim was left behind: insisting asks all of them at once.
    let fine = actor(profile("panicking", 10, 1), |numbers| Ok(numbers.iter().map(moving).collect()));
    assert_eq!(pass(&home.worker(Sources::of(vec![fine]), now()), Scope::All).await.answered, 3);
}

#[tokio::test]
async fn network_trouble_pauses_shortly_and_insisting_goes_past_it() {
    let server = MockServer::start().await;
    let (home, _) = Home::with_parcels(1);
    Mock::given(any()).respond_with(ResponseTemplate::new(503)).mount(&server).await;
    pass(&home.worker(cainiao(&server), now()), Scope::Due).await;
    let state = open(&home.path()).source_states().unwrap().remove(0);
    assert_eq!((state.paused_for, state.paused_until), (Some(Outcome::Temporary), Some(later(2))));
    assert_eq!(pass(&home.worker(cainiao(&server), later(1)), Scope::Due).await.checked, 0);
    assert_eq!(pass(&home.worker(cainiao(&server), later(1)), Scope::All).await.checked, 1);
    server.reset().await;
    serve(&server, on_the_way).await;
    assert_eq!(pass(&home.worker(cainiao(&server), later(30)), Scope::Due).await.answered, 1);
    let state = open(&home.path()).source_states().unwrap().remove(0);
    assert_eq!((state.paused_for, state.paused_until, state.failures), (None, None, 0));
}

/// A source that cannot read an answer in which one of these numbers is; counts its questions.
fn chokes_on(bad: impl Fn(usize) -> bool + Send + Sync + 'static) -> (Arc<dyn Source>, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let source = actor(profile("strict", 10, 1), move |numbers| {
        counted.fetch_add(1, Ordering::SeqCst);
        let is_bad = |n| (0..10).any(|i| bad(i) && number(i) == n);
        if numbers.iter().cloned().any(is_bad) {
            return Err(Trouble::NotUnderstood { path: CleanText::line("$.module[3]") });
        }
        Ok(numbers.iter().map(moving).collect())
    });
    (source, count)
}

#[tokio::test]
async fn one_number_that_spoils_the_answer_does_not_hide_the_others() {
    let (home, ids) = Home::with_parcels(10);
    let (source, count) = chokes_on(|n| n == 3);
    let report = pass(&home.worker(Sources::of(vec![source]), now()), Scope::Due).await;
    assert_eq!((report.answered, report.checked), (9, 10));
    assert_eq!(outcome(&home.dossier(ids[3]), "strict"), Some(Outcome::NotUnderstood));
    assert_eq!(count.load(Ordering::SeqCst), 11, "the question was split once");
    assert!(report.paused.is_empty());
}

#[tokio::test]
async fn a_source_that_nobody_understands_any_more_is_not_asked_number_by_number() {
    let (home, ids) = Home::with_parcels(30);
    let (source, count) = chokes_on(|_| true);
    let report = pass(&home.worker(Sources::of(vec![source]), now()), Scope::Due).await;
    assert_eq!(count.load(Ordering::SeqCst), 4, "the question, then three of its numbers");
    assert_eq!(report.paused, [("strict".into(), Outcome::NotUnderstood, Some(later(60)))]);
    assert_eq!(report.checked, 10, "those in the question know what became of it");
    assert!(ids[..10].iter().all(|&id| outcome(&home.dossier(id), "strict") == Some(Outcome::NotUnderstood)));
}
