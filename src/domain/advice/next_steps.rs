//! The next steps out of each situation.

use super::parcel_view::ParcelView;
use super::situation_rules::is_too_long;
use super::{Action, Reason, Situation, Step, number_problems, source_problems, tracking_pages};
use crate::domain::{Afterwards, CleanText, SnoozeState};

/// The next steps, the first one first.
pub(super) fn of(situation: Situation, view: &ParcelView) -> Vec<Step> {
    let patient = situation.is_silence() && !is_too_long(view);
    let mut steps = if patient { waiting(situation, view) } else { acting(situation, view) };
    if let SnoozeState::Asleep(until) = view.rest {
        steps.insert(0, Step { until: Some(until), ..step(Action::Wait, Reason::Snoozed) });
    }
    if !patient || view.ends_soon() {
        add_dispute(situation, view, &mut steps);
    }
    add_trouble(view, &mut steps);
    deduplicate(steps)
}

/// The silence is still normal: wait, and look elsewhere meanwhile.
fn waiting(situation: Situation, view: &ParcelView) -> Vec<Step> {
    let reason = match situation {
        Situation::UnknownNumber => Reason::ShowsLate,
        Situation::PastTheBorder => Reason::ToBorderOnly,
        _ => Reason::StillNormal,
    };
    // Nobody waits into the last days of the protection.
    let last_day = view.protection.and_then(|p| p.dispute_by);
    let until = view.normal_until().into_iter().chain(last_day).min();
    let wait = (!view.ends_soon()).then_some(Step { until, ..step(Action::Wait, reason) });
    let look = match situation {
        Situation::UnknownNumber | Situation::PastTheBorder => source_problems::elsewhere(view),
        _ => Vec::new(),
    };
    wait.into_iter().chain(look).collect()
}

fn acting(situation: Situation, view: &ParcelView) -> Vec<Step> {
    match situation {
        Situation::NoNumberYet => vec![seller(Reason::NoNumber)],
        Situation::UnknownNumber | Situation::NumberMistyped | Situation::NobodyAsked | Situation::AnnouncedOnly => {
            before_the_first_scan(situation, view)
        }
        Situation::StuckAtOrigin
        | Situation::StuckInTransit
        | Situation::StuckOnLineHaul
        | Situation::PastTheBorder
        | Situation::StuckAtCustoms
        | Situation::StuckAfterCustoms
        | Situation::StuckWithCourier => on_the_way(situation, view),
        Situation::CustomsWantsPapers => customs(view, Reason::CustomsAsk),
        Situation::Held => customs(view, Reason::HeldForFee),
        Situation::ReadyForPickup | Situation::StorageEnding => vec![collect(view)],
        Situation::PickupOverdue => {
            let collect = collect(view);
            let reason = collect.reason;
            vec![collect, carrier(view, reason)]
        }
        Situation::StorageOver => vec![carrier(view, Reason::StorageOver), step(Action::Collect, Reason::GoesBack)],
        Situation::DeliveryFailed => vec![carrier(view, Reason::NewAttempt)],
        Situation::WrongAddress => vec![carrier(view, Reason::BadAddress), seller(Reason::BadAddress)],
        Situation::GoingBack => vec![seller(Reason::OnItsWayBack), carrier(view, Reason::NewAttempt)],
        Situation::Damaged => vec![seller(Reason::IsDamaged)],
        Situation::Problem => vec![carrier(view, Reason::WentWrong), seller(Reason::WentWrong)],
        Situation::EndedUndelivered => vec![seller(Reason::WillNotCome)],
        Situation::DeliveredDisputed | Situation::DeliveredMissing => {
            vec![carrier(view, Reason::SaidDelivered), seller(Reason::SaidDelivered)]
        }
        Situation::SourcesDisagree => contradicted(view),
        Situation::ExpectedTooLate => vec![step(Action::AskExtension, Reason::TooLate)],
        Situation::ProtectionEnding => vec![step(Action::AskExtension, Reason::ProtectionEnds)],
        Situation::KeyRefused
        | Situation::DataWanted
        | Situation::NumberRefused
        | Situation::SourcesBlocked
        | Situation::SourcesFailing => unheard(view),
    }
}

fn before_the_first_scan(situation: Situation, view: &ParcelView) -> Vec<Step> {
    let elsewhere = source_problems::elsewhere(view);
    match situation {
        Situation::NumberMistyped => {
            // Before the first answer nobody can be said not to know it.
            let seller = view.state().map(|_| seller(Reason::NobodyKnows));
            view.mistake.clone().into_iter().chain(seller).chain(tracking_pages::pages(view)).collect()
        }
        Situation::NobodyAsked => vec![step(Action::CheckNow, Reason::NeverAsked)],
        Situation::AnnouncedOnly => [seller(Reason::NotHandedOver)].into_iter().chain(elsewhere).collect(),
        _ => {
            let fits = view.parcel.number().is_some_and(number_problems::has_right_check_digit);
            let check = step(Action::CheckNumber, if fits { Reason::CheckFits } else { Reason::NobodyKnows });
            [check, seller(Reason::NotHandedOver)].into_iter().chain(elsewhere).collect()
        }
    }
}

fn on_the_way(situation: Situation, view: &ParcelView) -> Vec<Step> {
    let elsewhere = source_problems::elsewhere(view);
    let seller = seller(Reason::SilentTooLong);
    match situation {
        Situation::PastTheBorder => vec![carrier(view, Reason::ToBorderOnly), seller],
        Situation::StuckAtCustoms | Situation::StuckAfterCustoms | Situation::StuckWithCourier => {
            [carrier(view, Reason::SilentTooLong), seller].into_iter().chain(elsewhere).collect()
        }
        Situation::StuckInTransit => elsewhere.into_iter().chain([seller]).collect(),
        _ => [seller].into_iter().chain(elsewhere).collect(),
    }
}

fn customs(view: &ParcelView, reason: Reason) -> Vec<Step> {
    let links = tracking_pages::of_status(view);
    vec![Step { links, ..step(Action::AnswerCustoms, reason) }, carrier(view, reason)]
}

/// Collect it, by when, and what comes otherwise.
fn collect(view: &ParcelView) -> Step {
    let storage = view.storage();
    let reason = match storage.map(|s| s.then) {
        Some(Afterwards::Costs) => Reason::StorageCosts,
        Some(Afterwards::SentBack) | None => Reason::GoesBack,
    };
    let until = storage.filter(|s| s.days_left(view.today) >= 0).map(|s| s.until);
    Step { until, ..step(Action::Collect, reason) }
}

fn contradicted(view: &ParcelView) -> Vec<Step> {
    let pages = tracking_pages::pages(view).map(|s| Step { reason: Reason::Contradiction, ..s });
    [carrier(view, Reason::Contradiction)].into_iter().chain(pages).collect()
}

/// Nobody can be heard: what to do about that, and where to look meanwhile.
fn unheard(view: &ParcelView) -> Vec<Step> {
    let first = view.trouble.as_ref().map(|t| t.step(view.context));
    first.into_iter().chain(tracking_pages::pages(view)).collect()
}

/// The dispute and by which day; where that is soon, first, unless the parcel itself can still be had.
fn add_dispute(situation: Situation, view: &ParcelView, steps: &mut Vec<Step>) {
    let Some(protection) = view.protection else { return };
    let Some(by) = protection.dispute_by else {
        if !steps.iter().any(|s| s.action == Action::AskSeller) {
            steps.push(seller(Reason::ProtectionOver));
        }
        return;
    };
    let reason = match situation {
        Situation::EndedUndelivered => Reason::WillNotCome,
        _ if protection.too_short => Reason::TooLate,
        _ => Reason::ProtectionEnds,
    };
    let dispute = Step { until: Some(by), ..step(Action::OpenDispute, reason) };
    let place = match steps.first().map(|s| s.action) {
        Some(Action::Collect | Action::AnswerCustoms) => 1,
        Some(Action::AskCarrier) if situation == Situation::DeliveryFailed => 1,
        _ if protection.ends_soon() || situation == Situation::EndedUndelivered => 0,
        _ => steps.len().min(2),
    };
    steps.insert(place, dispute);
    if protection.too_short {
        steps.push(step(Action::AskExtension, Reason::TooLate));
    }
}

/// A source in trouble may be why nothing is heard.
fn add_trouble(view: &ParcelView, steps: &mut Vec<Step>) {
    if let Some(trouble) = &view.trouble {
        steps.push(trouble.step(view.context));
    }
}

fn deduplicate(steps: Vec<Step>) -> Vec<Step> {
    let mut kept: Vec<Step> = Vec::new();
    for step in steps {
        if kept.iter().all(|k| k.action != step.action) {
            kept.push(step);
        }
    }
    kept
}

fn step(action: Action, reason: Reason) -> Step {
    Step { action, reason, until: None, about: None, links: Vec::new() }
}

fn seller(reason: Reason) -> Step {
    step(Action::AskSeller, reason)
}

fn carrier(view: &ParcelView, reason: Reason) -> Step {
    let about: Option<CleanText> = source_problems::carrier(view);
    Step { about, ..step(Action::AskCarrier, reason) }
}
