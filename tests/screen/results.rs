//! What comes back from the store and the loop.

use std::io::Error;
use std::path::Path;

use chrono::TimeDelta;
use posylka::app::{Code, Effect, Input, Progress, Scope, Settings, Task, TerminalRequest, Undone, UserAction};
use posylka::domain::{CleanText, Outcome, Parcel, ParcelId};
use posylka::error_messages::FileError;
use posylka::store::StoreError;
use posylka::texts::Language;

use posylka::use_cases::add::AddedParcel;

use super::world::{Making, Screen, now, number, parcels, settings};

#[test]
fn a_new_parcel_is_gone_to_and_said() {
    let mut screen = Screen::new();
    let mut more = parcels();
    more.push(Making::new(12, "", "LP00000000000099").done());
    screen.fill(more);
    let added = |id: i64, already| AddedParcel { id: ParcelId(id), name: CleanText::line("LP00000000000099"), already };
    screen.send(Input::Added(vec![added(12, false)]));
    assert_eq!(screen.selected(), "LP00000000000099");
    assert!(screen.shows("Added: LP00000000000099"));
    screen.send(Input::Added(vec![added(12, false), added(1, true), added(12, false)]));
    assert!(screen.shows("Added 2 parcels"), "those that were there do not count");
    screen.send(Input::Added(vec![added(12, false)]));
    assert!(screen.shows("Added: LP00000000000099"), "what was added before does not count");
    screen.send(Input::Added(vec![added(1, true)]));
    assert!(screen.shows("Already there: USB hub"));
    screen.send(Input::Added(vec![added(12, false)]));
    screen.wait(5_000);
    assert!(!screen.shows("Added"), "{}", screen.text());
}

#[test]
fn the_first_rows_stand_for_the_list_until_it_is_read() {
    let whole = Screen::new();
    let counts = whole.app.list.counts();
    let (parcels, dossiers): (Vec<Parcel>, Vec<_>) = parcels().into_iter().unzip();
    let first: Vec<Parcel> = whole.app.list.rows().take(5).cloned().collect();
    let mut screen = Screen::empty((80, 24), Language::En, settings());
    screen.preview(first, counts, dossiers);
    let line = |screen: &Screen, row: usize| screen.text().lines().nth(row).unwrap().to_owned();
    for row in 0..7 {
        assert_eq!(line(&screen, row), line(&whole, row), "{}", screen.text());
    }
    assert_eq!(screen.app.list.counts(), counts);
    screen.press("j");
    let chosen = screen.selected();
    screen.press("s");
    assert!(screen.shows("Reading ..."), "what comes first by title is not found yet: {}", screen.text());
    let effects = screen.send(Input::Parcels(parcels));
    screen.load(&effects);
    assert!(screen.app.list.is_complete() && !screen.shows("Reading ..."), "{}", screen.text());
    assert_eq!(screen.app.list.rows().len(), whole.app.list.rows().len());
    for _ in 0..8 {
        screen.press("s");
    }
    assert_eq!(screen.selected(), chosen);
}

#[test]
fn a_removed_parcel_is_named_although_it_is_gone() {
    let mut screen = Screen::new();
    let effects = screen.press("jdy");
    let name = CleanText::line("Phone case");
    assert_eq!(effects, [Effect::Task(Task::Remove { id: ParcelId(2), name: name.clone() })]);
    let rest: Vec<_> = parcels().into_iter().filter(|(p, _)| p.id != ParcelId(2)).collect();
    screen.fill(rest);
    screen.send(Input::Removed { id: ParcelId(2), name });
    assert!(screen.shows("Removed: Phone case"), "{}", screen.text());
    assert_eq!(screen.press("u"), [Effect::Task(Task::Undo { since: now() })]);
    screen.fill(parcels());
    let undone =
        Undone { action: UserAction::Remove, id: ParcelId(2), name: CleanText::line("Phone case"), parcels: 1 };
    screen.send(Input::Undone(Some(undone)));
    assert!(screen.shows("Brought back: Phone case"));
    assert_eq!(screen.selected(), "Phone case");
    assert!(screen.shows("U makes it again"), "{}", screen.text());
    assert_eq!(screen.press("U"), [Effect::Task(Task::Redo)]);
    screen.send(Input::Undone(None));
    assert!(screen.shows("Nothing to undo"));
    screen.send(Input::Redone(None));
    assert!(screen.shows("Nothing to make again"));
}

#[test]
fn keys_of_a_parcel_become_effects() {
    let mut screen = Screen::new();
    assert_eq!(screen.press("r"), [Effect::Task(Task::Check(Scope::Parcels(vec![ParcelId(1)])))]);
    assert_eq!(screen.press("R"), [Effect::Task(Task::Check(Scope::All))]);
    assert_eq!(screen.press("xy"), [Effect::Task(Task::Archive(ParcelId(1)))]);
    assert_eq!(screen.press("y"), [Effect::Terminal(TerminalRequest::Copy(CleanText::line("LP00620966542870")))]);
    screen.send(Input::Copied(CleanText::line("LP00620966542870")));
    assert!(screen.shows("Sent to the terminal's clipboard: LP00620966542870"));
    assert!(screen.press("o").is_empty(), "there are several pages");
    let page = screen.code(Code::Enter);
    let [Effect::Terminal(TerminalRequest::Copy(page))] = &page[..] else { panic!("{page:?}") };
    assert!(page.starts_with("https://") && page.ends_with("/RA123456785RU"), "{page}");
    screen.press("A");
    assert_eq!(screen.press("x"), [Effect::Task(Task::Restore(ParcelId(11)))]);
}

#[test]
fn the_pack_for_a_dispute_is_asked_for_once_and_its_place_is_said() {
    let mut screen = Screen::new();
    assert!(screen.shows("1 Open a dispute"), "{}", screen.text());
    assert_eq!(screen.press("E"), [Effect::Task(Task::WriteEvidence(ParcelId(1)))]);
    assert!(screen.shows("Putting the evidence together"));
    assert!(screen.press("E").is_empty(), "it is being made");
    screen.press("j");
    let written = |path: &str, broken| Input::EvidenceWritten { path: CleanText::line(path), broken };
    screen.send(written("/home/me/posylka-RB000000014CN-2026-11-23.zip", None));
    assert!(screen.shows("Evidence written: /home/me/posylka-RB000000014CN-2026-11-23.zip"));
    let long = format!("/home/{}posylka-RB000000014CN-2026-11-23.zip", "folder/".repeat(40));
    screen.send(written(&long, None));
    assert!(screen.shows("folder/posylka-RB000000014CN-2026-11-23.zip"), "{}", screen.text());
    screen.send(written("/home/me/a.zip", Some(7)));
    assert!(screen.shows("Evidence, though kept answer 7 was changed: /home/me/a.zip"));
    assert_eq!(screen.press("У"), [Effect::Task(Task::WriteEvidence(ParcelId(2)))]);
    screen.send(Input::Failed(FileError::write(Path::new("/home/me/a.zip"), &Error::other("No space left")).into()));
    assert!(screen.shows("/home/me/a.zip could not be written: No space left"));
    assert!(screen.shows("Choose a folder that you may write to."));
    assert_eq!(screen.press("E"), [Effect::Task(Task::WriteEvidence(ParcelId(2)))]);
}

#[test]
fn the_bottom_line_tells_what_the_loop_does() {
    let mut screen = Screen::new();
    let answered = |done, outcome| {
        Input::Progress(Progress::Answered {
            source: "cainiao".into(),
            number: number("LP00620966542870"),
            outcome,
            detail: None,
            done,
            total: 12,
        })
    };
    screen.send(Input::Progress(Progress::Started { numbers: 12 }));
    screen.send(answered(3, Outcome::Answered));
    assert!(screen.shows("checking: 3 of 12 answers"));
    screen.send(answered(4, Outcome::Blocked));
    let until = screen.now + TimeDelta::minutes(130);
    let paused = Progress::Paused { source: "cainiao".into(), outcome: Outcome::Blocked, until: Some(until) };
    screen.send(Input::Progress(paused));
    screen.send(Input::Progress(Progress::Idle { next_check_at: Some(screen.now + TimeDelta::minutes(41)) }));
    assert!(screen.shows("! Cainiao wants a captcha, next try 17:10"), "{}", screen.text());
    screen.send(answered(12, Outcome::Answered));
    screen.send(Input::Progress(Progress::Idle { next_check_at: Some(screen.now + TimeDelta::minutes(41)) }));
    assert!(screen.shows("not asked yet, next check in 45 min"), "{}", screen.text());
    screen.wait(10 * 60_000);
    assert!(screen.shows("next check in 35 min"), "{}", screen.text());
    screen.send(Input::Failed(StoreError::DiskFull.into()));
    assert!(screen.shows("the disk is full; nothing was changed."));
    assert_eq!(
        screen.send(Input::Progress(Progress::Changed { parcels: vec![ParcelId(1)] })),
        [Effect::Task(Task::LoadParcels(vec![ParcelId(1)]))]
    );
}

#[test]
fn offline_asks_nobody_and_says_so() {
    let mut screen = Screen::full((80, 24), Language::En, Settings { offline: true, ..settings() });
    assert!(screen.press("r").is_empty());
    assert!(screen.shows("Offline: no source is contacted"));
}

#[test]
fn a_progress_that_changes_nothing_visible_draws_nothing() {
    let mut screen = Screen::new();
    screen.send(Input::Progress(Progress::Started { numbers: 1 }));
    let asking = Progress::Asking { source: "cainiao".into(), numbers: Vec::new() };
    assert!(!screen.update(Input::Progress(asking)).redraw);
}

#[test]
fn parcels_that_are_read_again_take_their_places() {
    let mut screen = Screen::new();
    let all = screen.app.list.all().to_vec();
    let (chosen, names) = (screen.app.selected().unwrap().clone(), screen.names());
    let other = all.iter().find(|p| p.id != chosen.id && names.contains(&p.name().to_owned())).unwrap();
    let renamed = Parcel { title: CleanText::some_line("Renamed"), ..other.clone() };
    let new = Parcel { id: ParcelId(1000), title: CleanText::some_line("Quite new"), ..other.clone() };
    let changed = vec![(other.id, Some(renamed)), (new.id, Some(new))];
    assert!(screen.send(Input::Updated(changed)).is_empty(), "what is shown beside the list is as it was");
    assert_eq!(screen.app.selected().unwrap().id, chosen.id);
    assert_eq!(screen.app.list.all().len(), all.len() + 1);
    let now = screen.names();
    assert!(["Renamed", "Quite new"].iter().all(|name| now.contains(&(*name).to_owned())), "{now:?}");
    assert_eq!(
        screen.send(Input::Updated(vec![(chosen.id, Some(chosen.clone()))])),
        [Effect::Task(Task::LoadDetail(chosen.id))]
    );
    let effects = screen.send(Input::Updated(vec![(chosen.id, None)]));
    assert_ne!(screen.app.selected().unwrap().id, chosen.id);
    assert_eq!(effects, [Effect::Task(Task::LoadDetail(screen.app.selected().unwrap().id))]);
    assert!(screen.app.list.get(chosen.id).is_none());
}
