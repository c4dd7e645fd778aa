//! The arrival forecast for simulated buyers: what `docs/forecast.md` promises, with as few buyers as tell it.
//! `cargo bench --bench forecast` does the same with a thousand.

#![expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "days and counts are small")]

#[path = "../benches/simulation/mod.rs"]
mod simulation;

use std::sync::LazyLock;

static RESULT: LazyLock<simulation::Result> = LazyLock::new(|| simulation::run(30));

#[test]
fn eight_of_ten_arrive_within_the_window() {
    for score in RESULT.landmarks {
        assert!((0.75..=0.85).contains(&score.coverage()), "{}", score.row("forecasts"));
    }
    for score in RESULT.lanes {
        assert!(score.coverage() >= 0.70, "{}", score.row("forecasts"));
    }
}

#[test]
fn the_window_is_hardly_wider_than_that_of_one_who_knows_the_law() {
    assert!(RESULT.from_twenty.widening() <= 1.15, "{}", RESULT.from_twenty.row("from twenty"));
}

#[test]
fn it_follows_a_drift_and_holds_for_parcels_that_are_late() {
    assert!(RESULT.drift.coverage() >= 0.72, "{}", RESULT.drift.row("drift"));
    assert!(RESULT.after_drift.coverage() >= 0.75, "{}", RESULT.after_drift.row("after"));
    assert!(RESULT.late.coverage() >= 0.75, "{}", RESULT.late.row("late"));
    assert!(RESULT.late.forecasts > 150.0, "answered only {}", RESULT.late.forecasts);
}

#[test]
fn it_tells_more_than_the_pool_and_than_the_carriers_day() {
    for score in RESULT.landmarks {
        let [own, pooled, carrier] = score.crps();
        assert!(own < pooled && own < carrier, "{own} {pooled} {carrier}");
    }
    let (brier, base) = RESULT.brier();
    assert!(brier < base * 0.6, "{brier} {base}");
}
