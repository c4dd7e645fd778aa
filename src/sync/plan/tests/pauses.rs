//! How long a source is left alone.

use chrono::TimeDelta;

use super::*;
use crate::domain::CleanText;

#[test]
fn pauses_double_up_to_their_bound_and_a_success_lifts_them() {
    let temporary = Trouble::Temporary { what: CleanText::line("x") };
    let table = [
        (Trouble::Blocked, vec![240, 480, 960, 1440, 1440]),
        (Trouble::RateLimited { retry_after: None }, vec![15, 30, 60, 120, 240, 360, 360]),
        (Trouble::RateLimited { retry_after: Some(7200) }, vec![120, 120]),
        (Trouble::RateLimited { retry_after: Some(0) }, vec![1]),
        (Trouble::RateLimited { retry_after: Some(u64::MAX) }, vec![7 * 1440]),
        (Trouble::BudgetSpent, vec![720, 720]),
        (Trouble::BadKey, vec![1440, 1440]),
        (temporary, vec![2, 4, 8, 16, 32, 60, 60]),
    ];
    for (trouble, minutes) in table {
        let mut at = state("a");
        for wanted in minutes {
            at = pause::after(&at, &pause::PauseUpdate::Trouble(trouble.clone()), now(), now());
            let got = (at.paused_until.unwrap() - now()).num_minutes();
            assert_eq!(got, wanted, "{trouble:?}");
            // The next one is asked later: it does not belong to the same moment.
            at.last_trouble.as_mut().unwrap().0 = now() - TimeDelta::days(1);
        }
        let fine = pause::after(&at, &pause::PauseUpdate::Success, now(), now());
        assert_eq!((fine.paused_until, fine.paused_for, fine.failures), (None, None, 0));
        assert_eq!(fine.last_success, Some(now()));
    }
}

#[test]
fn overlapping_questions_count_one_refusal_and_a_late_success_does_not_lift_it() {
    let asked = now() - TimeDelta::seconds(5);
    let blocked = pause::PauseUpdate::Trouble(Trouble::Blocked);
    let once = pause::after(&state("a"), &blocked, asked, now());
    let twice = pause::after(&once, &blocked, asked, now());
    assert_eq!(twice.paused_until, Some(now() + TimeDelta::hours(4)));
    let late = pause::after(&twice, &pause::PauseUpdate::Success, asked, now());
    assert_eq!(late.paused_until, twice.paused_until);
    let temporary = pause::PauseUpdate::Trouble(Trouble::Temporary { what: CleanText::line("x") });
    let hidden = pause::after(&twice, &temporary, asked, now());
    assert_eq!((hidden.paused_for, hidden.paused_until), (Some(Outcome::Blocked), twice.paused_until));
}

#[test]
fn a_refusal_among_replies_stops_the_source() {
    let reply = |n, result| crate::domain::Reply { number: number(n), result };
    let effect = |results: Vec<Result<Report, Trouble>>| {
        pause::PauseUpdate::of(&Ok(results.into_iter().enumerate().map(|(n, r)| reply(n, r)).collect()))
    };
    assert_eq!(effect(vec![Ok(unknown()), Err(Trouble::Blocked)]), pause::PauseUpdate::Trouble(Trouble::Blocked));
    assert_eq!(effect(vec![Err(Trouble::MalformedNumber), Ok(unknown())]), pause::PauseUpdate::Success);
    let lost = Trouble::Temporary { what: CleanText::line("x") };
    assert_eq!(effect(vec![Err(lost.clone()), Ok(unknown())]), pause::PauseUpdate::Success);
    assert_eq!(effect(vec![Err(lost.clone())]), pause::PauseUpdate::Trouble(lost));
    assert!(matches!(effect(vec![]), pause::PauseUpdate::Noted(Trouble::NotUnderstood { .. })));
}
