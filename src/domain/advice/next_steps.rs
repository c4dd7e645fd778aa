//! The next steps out of each situation.

use super::rule_input::RuleInput;
use super::situation_rules::is_too_long;
use super::{Action, Reason, Situation, Step, asked_sources, destination_carrier, number_problems, tracking_pages};
use crate::domain::{Afterwards, CleanText, SnoozeState};

/// The next steps, the first one first.
pub(super) fn of(situation: Situation, input: &RuleInput) -> Vec<Step> {
    let patient = situation.is_silence() && !is_too_long(input);
    let mut steps = if patient { waiting(situation, input) } else { acting(situation, input) };
    if let SnoozeState::Asleep(until) = input.rest {
        steps.insert(0, Step { until: Some(until), ..step(Action::Wait, Reason::Snoozed) });
    }
    if !patient || input.ends_soon() {
        add_dispute(situation, input, &mut steps);
    }
    add_trouble(input, &mut steps);
    deduplicate(steps)
}

/// The silence is still normal: wait, and look elsewhere meanwhile.
fn waiting(situation: Situation, input: &RuleInput) -> Vec<Step> {
    let reason = match situation {
        Situation::UnknownNumber => Reason::ShowsLate,
        Situation::PastTheBorder => Reason::ToBorderOnly,
        _ => Reason::StillNormal,
    };
    // Nobody waits into the last days of the protection.
    let last_day = input.protection.and_then(|p| p.dispute_by);
    let until = input.normal_until().into_iter().chain(last_day).min();
    let wait = (!input.ends_soon()).then_some(Step { until, ..step(Action::Wait, reason) });
    let look = match situation {
        Situation::UnknownNumber | Situation::PastTheBorder => elsewhere(input),
        _ => Vec::new(),
    };
    wait.into_iter().chain(look).collect()
}

fn acting(situation: Situation, input: &RuleInput) -> Vec<Step> {
    match situation {
        Situation::NoNumberYet => vec![seller(Reason::NoNumber)],
        Situation::UnknownNumber | Situation::NumberMistyped | Situation::NobodyAsked | Situation::AnnouncedOnly => {
            before_the_first_scan(situation, input)
        }
        Situation::StuckAtOrigin
        | Situation::StuckInTransit
        | Situation::StuckOnLineHaul
        | Situation::PastTheBorder
        | Situation::StuckAtCustoms
        | Situation::StuckAfterCustoms
        | Situation::StuckWithCourier => on_the_way(situation, input),
        Situation::CustomsWantsPapers => customs(input, Reason::CustomsAsk),
        Situation::Held => customs(input, Reason::HeldForFee),
        Situation::ReadyForPickup | Situation::StorageEnding => vec![collect(input)],
        Situation::PickupOverdue => {
            let collect = collect(input);
            let reason = collect.reason;
            vec![collect, carrier(input, reason)]
        }
        Situation::StorageOver => vec![carrier(input, Reason::StorageOver), step(Action::Collect, Reason::GoesBack)],
        Situation::DeliveryFailed => vec![carrier(input, Reason::NewAttempt)],
        Situation::WrongAddress => vec![carrier(input, Reason::BadAddress), seller(Reason::BadAddress)],
        Situation::GoingBack => vec![seller(Reason::OnItsWayBack), carrier(input, Reason::NewAttempt)],
        Situation::Damaged => vec![seller(Reason::IsDamaged)],
        Situation::Problem => vec![carrier(input, Reason::WentWrong), seller(Reason::WentWrong)],
        Situation::EndedUndelivered => vec![seller(Reason::WillNotCome)],
        Situation::DeliveredDisputed | Situation::DeliveredMissing => {
            vec![carrier(input, Reason::SaidDelivered), seller(Reason::SaidDelivered)]
        }
        Situation::SourcesDisagree => contradicted(input),
        Situation::ExpectedTooLate => vec![step(Action::AskExtension, Reason::TooLate)],
        Situation::ProtectionEnding => vec![step(Action::AskExtension, Reason::ProtectionEnds)],
        Situation::KeyRefused
        | Situation::KeyUnavailable
        | Situation::DataWanted
        | Situation::NumberRefused
        | Situation::SourcesBlocked
        | Situation::SourcesFailing => unheard(input),
    }
}

fn before_the_first_scan(situation: Situation, input: &RuleInput) -> Vec<Step> {
    let elsewhere = elsewhere(input);
    match situation {
        Situation::NumberMistyped => {
            // Before the first answer nobody can be said not to know it.
            let seller = input.state().map(|_| seller(Reason::NobodyKnows));
            input.mistake.clone().into_iter().chain(seller).chain(tracking_pages::pages(input)).collect()
        }
        Situation::NobodyAsked if input.is_dead_end() => elsewhere,
        Situation::NobodyAsked => vec![step(Action::CheckNow, Reason::NeverAsked)],
        Situation::AnnouncedOnly => [seller(Reason::NotHandedOver)].into_iter().chain(elsewhere).collect(),
        _ => {
            let fits = input.parcel.number().is_some_and(number_problems::has_right_check_digit);
            let check = step(Action::CheckNumber, if fits { Reason::CheckFits } else { Reason::NobodyKnows });
            [check, seller(Reason::NotHandedOver)].into_iter().chain(elsewhere).collect()
        }
    }
}

fn on_the_way(situation: Situation, input: &RuleInput) -> Vec<Step> {
    let elsewhere = elsewhere(input);
    let seller = seller(Reason::SilentTooLong);
    match situation {
        Situation::PastTheBorder => vec![carrier(input, Reason::ToBorderOnly), seller],
        Situation::StuckAtCustoms | Situation::StuckAfterCustoms | Situation::StuckWithCourier => {
            [carrier(input, Reason::SilentTooLong), seller].into_iter().chain(elsewhere).collect()
        }
        Situation::StuckInTransit => elsewhere.into_iter().chain([seller]).collect(),
        _ => [seller].into_iter().chain(elsewhere).collect(),
    }
}

/// Where else to look: a source that is not asked although it may know it, and pages for people; empty where
/// everything has been asked.
fn elsewhere(input: &RuleInput) -> Vec<Step> {
    asked_sources::unasked(input).into_iter().chain(tracking_pages::pages(input)).collect()
}

fn customs(input: &RuleInput, reason: Reason) -> Vec<Step> {
    let links = tracking_pages::of_status(input);
    vec![Step { links, ..step(Action::AnswerCustoms, reason) }, carrier(input, reason)]
}

/// Collect it, by when, and what comes otherwise.
fn collect(input: &RuleInput) -> Step {
    let storage = input.storage();
    let reason = match storage.map(|s| s.then) {
        Some(Afterwards::Costs) => Reason::StorageCosts,
        Some(Afterwards::SentBack) | None => Reason::GoesBack,
    };
    let until = storage.filter(|s| s.days_left(input.today) >= 0).map(|s| s.until);
    Step { until, ..step(Action::Collect, reason) }
}

fn contradicted(input: &RuleInput) -> Vec<Step> {
    let pages = tracking_pages::pages(input).map(|s| Step { reason: Reason::Contradiction, ..s });
    [carrier(input, Reason::Contradiction)].into_iter().chain(pages).collect()
}

/// Nobody can be heard: what to do about that, and where to look meanwhile.
fn unheard(input: &RuleInput) -> Vec<Step> {
    trouble(input).into_iter().chain(tracking_pages::pages(input)).collect()
}

/// The dispute and by which day; where that is soon, first, unless the parcel itself can still be had.
fn add_dispute(situation: Situation, input: &RuleInput, steps: &mut Vec<Step>) {
    let Some(protection) = input.protection else { return };
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
fn add_trouble(input: &RuleInput, steps: &mut Vec<Step>) {
    steps.extend(trouble(input));
}

/// What to do about a source in trouble; where that is to look by hand, with its page.
fn trouble(input: &RuleInput) -> Option<Step> {
    let trouble = input.trouble.as_ref()?;
    let step = trouble.step(input.context);
    let by_hand = step.action == Action::OpenPages;
    let links = if by_hand { tracking_pages::of_standing(input, trouble.standing) } else { Vec::new() };
    Some(Step { links, ..step })
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

fn carrier(input: &RuleInput, reason: Reason) -> Step {
    let about: Option<CleanText> = destination_carrier::carrier(input);
    Step { about, ..step(Action::AskCarrier, reason) }
}
