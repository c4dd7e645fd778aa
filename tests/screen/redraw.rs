//! When a frame is drawn: whenever it would be another one, and not for inputs that change nothing.

use chrono::TimeDelta;
use posylka::app::{Code, Input, Key, Progress, Settings, Undone, UserAction};
use posylka::domain::advice::LearnedSilence;
use posylka::domain::message::{Addressee, How};
use posylka::domain::{CleanText, Outcome, Parcel, ParcelId};
use posylka::error_messages::Failure;
use posylka::texts::Language;
use posylka::use_cases::add::AddedParcel;
use proptest::prelude::*;

use super::storms::{Step, step};
use super::world::{Screen, number, parcels, settings};

/// Sends an input; where no frame is asked for, the frame must be the one before.
#[track_caller]
fn send(screen: &mut Screen, input: Input) {
    screen.draw();
    let said = format!("{input:?}");
    let before = screen.fresh_frame();
    let reaction = screen.update(input);
    if reaction.redraw {
        screen.draw();
    } else {
        assert_eq!(before, screen.fresh_frame(), "not drawn after {said}");
    }
    for effect in &reaction.effects {
        if let posylka::app::Effect::Terminal(posylka::app::TerminalRequest::Copy(text)) = effect {
            send(screen, Input::Copied(text.clone()));
        }
    }
    screen.load(&reaction.effects);
}

/// One of the inputs that come from the store, the sources or the terminal.
fn result(which: usize) -> Input {
    let (parcel, detail) = parcels().remove(which % 3);
    let id = parcel.id;
    let name = CleanText::line("Something");
    let source = || "cainiao".into();
    let answered = |outcome, done| Progress::Answered {
        source: source(),
        number: number("LP00620966542870"),
        outcome,
        detail: None,
        done,
        total: 9,
    };
    match which % 24 {
        0 => Input::Detail(Box::new(detail)),
        1 => Input::Updated(vec![(id, Some(Parcel { title: Some(name), ..parcel }))]),
        2 => Input::Updated(vec![(id, None)]),
        3 => Input::Updated(vec![(id, Some(parcel))]),
        4 => Input::LearnedSilence(LearnedSilence::default()),
        5 => Input::Added(vec![AddedParcel { id, name, already: false }]),
        6 => Input::Added(vec![AddedParcel { id, name, already: true }]),
        7 => Input::Done { id, action: UserAction::Edit },
        8 => Input::Removed { id, name },
        9 => Input::Undone(None),
        10 => Input::Undone(Some(Undone { action: UserAction::Remove, id, name, parcels: 1 })),
        11 => Input::UnsentSaved(id),
        12 => Input::MessageKept { id, to: Addressee::Seller, how: How::Noted },
        13 => Input::EvidenceWritten { path: name, broken: None },
        14 => Input::EditedExternally(name),
        15 => Input::Failed(Failure::Panic),
        16 => Input::FocusGained,
        17 => Input::FocusLost,
        18 => Input::Progress(Progress::Started { numbers: 9 }),
        19 => Input::Progress(Progress::Asking { source: source(), numbers: Vec::new() }),
        20 => Input::Progress(answered(Outcome::Answered, which % 9)),
        21 => Input::Progress(answered(Outcome::Blocked, which % 9)),
        22 => Input::Progress(Progress::Paused { source: source(), outcome: Outcome::Blocked, until: None }),
        _ => Input::Progress(Progress::Idle { next_check_at: None }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_changes_the_frame_asks_for_one(
        size in (1_u16..=130, 1_u16..=45),
        steps in prop::collection::vec(prop_oneof![2 => step().prop_map(Ok), 1 => (0_usize..240).prop_map(Err)], 0..30),
    ) {
        let mut screen = Screen::full(size, Language::En, settings());
        for step in steps {
            match step {
                Err(which) => send(&mut screen, result(which)),
                Ok(Step::Key(key)) => send(&mut screen, Input::Key(key)),
                Ok(Step::Paste(text)) => send(&mut screen, Input::Paste(text)),
                Ok(Step::Resize(width, height)) => send(&mut screen, Input::Resize(width.max(1), height.max(1))),
                Ok(Step::Wait(milliseconds)) => {
                    screen.now += TimeDelta::milliseconds(milliseconds);
                    send(&mut screen, Input::Tick);
                }
                Ok(Step::Load) => {
                    let list = parcels().into_iter().map(|(parcel, _)| parcel).collect();
                    send(&mut screen, Input::Parcels(list));
                }
            }
        }
    }
}

#[test]
fn an_input_that_changes_nothing_draws_nothing() {
    let (_, detail) = parcels().remove(0);
    let quiet = [
        Input::Key(Key::char('k')),
        Input::Key(Key::char('g')),
        Input::Key(Key::plain(Code::Esc)),
        Input::Paste("  ".to_owned()),
        Input::FocusLost,
        Input::Detail(Box::new(detail)),
        Input::LearnedSilence(LearnedSilence::default()),
        Input::UnsentSaved(ParcelId(1)),
        Input::EditedExternally(CleanText::line("too late")),
        Input::Progress(Progress::Asking { source: "cainiao".into(), numbers: Vec::new() }),
        Input::Progress(Progress::Changed { parcels: vec![ParcelId(1)] }),
    ];
    let mut screen = Screen::full((80, 24), Language::En, Settings { offline: false, ..settings() });
    screen.send(Input::Progress(Progress::Idle { next_check_at: None }));
    for input in quiet {
        let said = format!("{input:?}");
        assert!(!screen.update(input).redraw, "{said}");
    }
    screen.press("G");
    for key in ["j", "G"] {
        assert!(!screen.update(Input::Key(Key::char(key.chars().next().unwrap()))).redraw, "{key} at the end");
    }
}
