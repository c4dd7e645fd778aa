//! The keys 1 to 9: each does the step of the advice that its line names.

use chrono::{DateTime, Utc};

use super::super::layout_free_key::{Code, Key};
use super::super::toast::Notice;
use super::super::{App, DetailData, Mode, Reaction, Task};
use super::{message_keys, pane_keys};
use crate::app::advice_steps::steps_on_screen;
use crate::app::barcode_dialog::BarcodeDialog;
use crate::app::snooze_dialog::SnoozeDialog;
use crate::app::tracking_pages::TrackingPagesDialog;
use crate::domain::advice::{Action, Advice, Step, advice};
use crate::domain::message::{Addressee, MessageChoice, Situation, suggest_to};
use crate::domain::{CleanText, Parcel};
use crate::sync::Scope;

/// Does the step with that number of the parcel that is shown.
pub(super) fn act(app: &mut App, key: Key, now: DateTime<Utc>) -> Reaction {
    let Some(number) = digit(key) else { return Reaction::quiet() };
    let Some(chosen) = app.selected().map(|parcel| parcel.id) else { return Reaction::quiet() };
    let Some((parcel, detail)) = app.shown().filter(|(shown, _)| shown.id == chosen) else {
        // What the number would do is not on the screen yet.
        return Reaction::quiet().with([Task::LoadDetail(chosen)]);
    };
    let advice = advice(parcel, &detail.standings, &app.advice(now));
    let step = advice.as_ref().and_then(|advice| steps_on_screen(advice).get(number - 1).copied());
    let Some((advice, step)) = advice.as_ref().zip(step) else { return app.tell(Notice::NoStep(number), now) };
    let (parcel, detail) = (parcel.clone(), detail.clone());
    take(app, &parcel, &detail, advice, step, now)
}

fn digit(key: Key) -> Option<usize> {
    match key.code {
        Code::Char(character) => character.to_digit(10).map(|digit| digit as usize).filter(|digit| *digit > 0),
        _ => None,
    }
}

fn take(
    app: &mut App,
    parcel: &Parcel,
    detail: &DetailData,
    advice: &Advice,
    step: &Step,
    now: DateTime<Utc>,
) -> Reaction {
    match step.action {
        Action::Wait => {
            let dialog = SnoozeDialog::until_day(parcel, step.until, app.settings.date(now), app.settings.language);
            app.enter(Mode::Snooze(Box::new(dialog)))
        }
        Action::CheckNow | Action::AskSources | Action::WaitForSource => {
            pane_keys::check(app, Scope::Parcels(vec![parcel.id]), now)
        }
        Action::CheckNumber => {
            let number = parcel.numbers.last().map(|held| CleanText::line(held.number.as_str()));
            pane_keys::copy(app, number, now)
        }
        Action::OpenPages | Action::AnswerCustoms if step.links.is_empty() => pane_keys::look_up(app, parcel, now),
        Action::OpenPages | Action::AnswerCustoms => {
            app.enter(Mode::Pages(Box::new(TrackingPagesDialog::new(parcel, step.links.clone()))))
        }
        Action::AskSeller | Action::AskExtension | Action::AskCarrier => {
            let choice = choice(app, parcel, advice, step.action);
            message_keys::open_about(app, parcel, detail, choice, now)
        }
        Action::Collect => match BarcodeDialog::new(parcel) {
            Some(dialog) => app.enter(Mode::Barcode(dialog)),
            None => app.tell(Notice::NoNumber, now),
        },
        Action::OpenDispute => pane_keys::write_evidence(app, parcel, now),
        Action::FixKey => app.tell(Notice::FixKey(step.about.clone().unwrap_or_default()), now),
    }
}

/// To whom, about what, in which language.
fn choice(app: &App, parcel: &Parcel, advice: &Advice, action: Action) -> MessageChoice {
    let home = app.settings.rules.home;
    match action {
        Action::AskExtension => MessageChoice::about(Situation::Extend, Some(Addressee::Seller), parcel, home),
        Action::AskCarrier => suggest_to(Addressee::Carrier, parcel, Some(advice), home),
        _ => suggest_to(Addressee::Seller, parcel, Some(advice), home),
    }
}
