//! The real program in a real terminal: what it shows, what it sends, and how it leaves.

#![cfg(test)]

#[path = "terminal/answering.rs"]
mod answering;
#[path = "common/carrier.rs"]
mod carrier;
#[path = "terminal/copying.rs"]
mod copying;
#[path = "terminal/entering.rs"]
mod entering;
#[path = "terminal/pasting.rs"]
mod pasting;
#[path = "terminal/proving.rs"]
mod proving;
#[path = "common/pty.rs"]
mod pty;
#[path = "common/seed.rs"]
mod seed;
#[path = "terminal/writing.rs"]
mod writing;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use futures_util::future::BoxFuture;
use portable_pty::CommandBuilder;
use posylka::domain::{NewParcel, TrackingNumber};
use posylka::sources::{CheckResult, Http, Profile, ReplayAnswer, Source, Sources, profiles};
use posylka::store::{Database, Store};
use posylka::sync::Clock;
use posylka::terminal::{self, ScreenContext, ScreenNotify};
use posylka::texts::{Language, Texts};
use posylka::use_cases::EvidenceFolders;
use pty::{Pty, command};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_posylka");
/// Longer than the wait after which the detail follows the cursor.
const REST: Duration = Duration::from_millis(400);

fn home() -> TempDir {
    TempDir::new().unwrap()
}

fn posylka(home: &Path, arguments: &[&str]) -> CommandBuilder {
    let mut command = command(PROGRAM, home);
    command.args(arguments);
    command
}

fn demo(home: &Path) -> Pty {
    let pty = Pty::spawn(posylka(home, &["demo"]), (80, 24));
    pty.wait_for("USB hub");
    pty
}

fn offline(home: &Path) -> CommandBuilder {
    posylka(home, &["--offline"])
}

fn count(bytes: &[u8], pattern: &[u8]) -> usize {
    bytes.windows(pattern.len()).filter(|w| w == &pattern).count()
}

/// Whether the terminal was given back: alternate screen left, cursor shown, paste mode off, each as often as entered.
fn restored(bytes: &[u8]) -> bool {
    let pairs: [(&[u8], &[u8]); 2] = [(b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?2004h", b"\x1b[?2004l")];
    pairs.iter().all(|(on, off)| count(bytes, on) == count(bytes, off)) && bytes.ends_with(b"\x1b[?1049l")
}

#[test]
fn q_leaves_and_gives_the_terminal_back() {
    let home = home();
    let mut pty = demo(home.path());
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
    assert!(restored(&pty.bytes()));
}

#[test]
fn the_demo_needs_no_file_and_leaves_none() {
    let home = home();
    let mut pty = demo(home.path());
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
    assert!(std::fs::read_dir(home.path()).unwrap().next().is_none());
}

#[test]
fn an_empty_list_says_what_to_press_and_a_number_is_added_and_stays() {
    let home = home();
    let mut pty = Pty::spawn(offline(home.path()), (80, 24));
    pty.wait_for("posylka demo");
    pty.send("a");
    pty.send("AE010698498");
    pty.wait_for("AE010698498");
    pty.send("\r");
    pty.wait("the dialog closed and the parcel in the list", |screen| {
        screen.contains("AE010698498") && !screen.contains("posylka demo")
    });
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
    let again = Pty::spawn(offline(home.path()), (80, 24));
    again.wait_for("AE010698498");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_is_added_is_asked_about_and_its_timeline_fills_in() {
    let server = carrier::carrier(Duration::from_millis(100), 3).await;
    let home = home();
    let config = home.path().join("config/posylka");
    std::fs::create_dir_all(&config).unwrap();
    let source = format!("[sources.cainiao]\nbase_url = \"{}\"\n", server.uri());
    std::fs::write(config.join("config.toml"), source).unwrap();
    let mut pty = Pty::spawn(posylka(home.path(), &["--lang", "ru"]), (120, 40));
    pty.wait_for("posylka demo");
    let number = carrier::number(0);
    pty.send("ф");
    pty.send(number.as_str());
    pty.wait_for("Cainiao");
    pty.send("\r");
    pty.wait_for("Processing at sorting center 2");
    pty.wait_for("Китай → Израиль");
    assert_eq!(server.received_requests().await.unwrap().len(), 1);
    pty.send("й");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn q_in_a_text_field_is_a_letter_and_the_russian_layout_works_outside_of_it() {
    let home = home();
    let mut pty = Pty::spawn(offline(home.path()), (80, 24));
    pty.wait_for("posylka demo");
    pty.send("ф");
    pty.send("qф");
    pty.wait_for("qф");
    pty.send("\x1b");
    pty.wait("the dialog closed", |screen| !screen.contains("qф"));
    assert!(pty.is_running());
    pty.send("й");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn pasted_text_goes_into_the_dialog_in_one_piece() {
    let home = home();
    let mut pty = Pty::spawn(offline(home.path()), (80, 24));
    pty.wait_for("posylka demo");
    pty.send("a");
    pty.send("\x1b[200~RB123456785CN\nLP00620966542870\n\x1b]0;evil\x07\x1b[201~");
    pty.wait("both numbers recognised", |s| s.contains("RB123456785CN") && s.contains("LP00620966542870"));
    pty.send("\r");
    // The line below the second number names it: what is left of it is letters.
    pty.wait("both in the list", |s| !s.contains("posylka demo") && s.contains("1/2") && s.contains("· evil"));
    assert_eq!(count(&pty.bytes(), b"evil\x07"), 0);
}

#[test]
fn what_another_program_writes_appears_by_itself() {
    let home = home();
    let pty = Pty::spawn(offline(home.path()), (80, 24));
    pty.wait_for("posylka demo");
    let added = std::process::Command::new(PROGRAM)
        .args(["add", "RB123456785CN", "--title", "From the other window"])
        .env_clear()
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env("XDG_DATA_HOME", home.path().join("data"))
        .output()
        .unwrap();
    assert!(added.status.success());
    pty.wait_for("From the other window");
}

#[test]
fn idle_sends_nothing() {
    let home = home();
    let pty = demo(home.path());
    pty.settle(Duration::from_millis(700));
    let before = pty.written();
    thread::sleep(Duration::from_secs(2));
    assert_eq!(pty.written(), before);
}

#[test]
fn every_frame_is_one_synchronized_update_and_only_colours_are_asked_for() {
    let home = home();
    let mut pty = demo(home.path());
    for key in ["j", "j", "?", "\x1b", "k"] {
        pty.send(key);
        pty.settle(REST);
    }
    let bytes = pty.bytes();
    assert_eq!(count(&bytes, b"\x1b[?2026h"), count(&bytes, b"\x1b[?2026l"));
    for question in [b"\x1b[6n".as_slice(), b"\x1b[c", b"\x1b[>c", b"\x1b[?u", b"\x1b[?2026$p"] {
        assert_eq!(count(&bytes, question), 0);
    }
}

#[test]
fn a_cursor_key_is_cheap_and_the_detail_follows_once_it_rests() {
    let home = home();
    let mut pty = demo(home.path());
    pty.settle(REST);
    for _ in 0..4 {
        let before = pty.written();
        pty.send("j");
        pty.wait("the next row", |_| pty.written() > before);
        thread::sleep(Duration::from_millis(20));
        let cost = pty.written() - before;
        assert!(cost < 300, "a step cost {cost} bytes");
    }
    pty.settle(REST);
    pty.send("g");
    pty.wait_for("Arrived at customs");
}

#[test]
fn sigterm_and_sighup_give_the_terminal_back_or_leave_it_alone() {
    let home = home();
    let mut pty = demo(home.path());
    pty.signal("TERM");
    assert_eq!(pty.exit_code(), 0);
    assert!(restored(&pty.bytes()));
    let mut pty = demo(home.path());
    pty.signal("HUP");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_terminal_that_vanishes_without_a_signal_ends_the_program() {
    let home = home();
    // `trap '' HUP` makes the program ignore SIGHUP, as under nohup, sudo or a killed multiplexer.
    let script = format!("trap '' HUP; exec {PROGRAM} demo");
    let mut command = command("/bin/sh", home.path());
    command.args(["-c", &script]);
    let mut pty = Pty::spawn(command, (80, 24));
    pty.wait_for("USB hub");
    pty.vanish("?");
    pty.exit_code();
}

#[test]
fn stopping_and_continuing_brings_the_screen_back() {
    let home = home();
    // A shell with job control as session leader: somebody has to be there who can continue the program.
    let mut command = command("/bin/bash", home.path());
    command.args(["-mc", &format!("{PROGRAM} demo; echo stopped; fg >/dev/null")]);
    let mut pty = Pty::spawn(command, (80, 24));
    pty.wait_for("USB hub");
    pty.send("\x1a");
    pty.wait("the shell's word and then the screen again", |_| {
        let bytes = pty.bytes();
        count(&bytes, b"\x1b[?1049h") == 2 && count(&bytes, b"stopped") == 1
    });
    pty.wait_for("USB hub");
    pty.send("q");
    pty.exit_code();
    assert_eq!(count(&pty.bytes(), b"\x1b[?1049l"), 2);
}

#[test]
fn any_size_and_any_resize_is_survived() {
    let home = home();
    let mut pty = demo(home.path());
    for (width, height) in [(120, 40), (60, 15), (40, 12), (29, 7), (1, 1), (200, 60), (30, 8), (80, 24)] {
        pty.resize(width, height);
        pty.settle(REST);
        assert!(pty.is_running(), "died at {width}x{height}");
    }
    pty.wait_for("USB hub");
    pty.send("a");
    pty.resize(20, 5);
    pty.resize(80, 24);
    pty.send("\x1b");
    pty.wait_for("USB hub");
}

#[test]
fn no_color_sends_no_colour_and_ascii_sends_only_ascii_of_our_own() {
    let home = home();
    let mut command = posylka(home.path(), &["demo", "--ascii", "--lang", "en"]);
    command.env("NO_COLOR", "1");
    let mut pty = Pty::spawn(command, (80, 24));
    pty.wait_for("USB hub");
    pty.settle(REST);
    let bytes = pty.bytes();
    for digit in b'0'..=b'7' {
        assert_eq!(count(&bytes, &[b'\x1b', b'[', b'3', digit, b'm']), 0, "colour {digit}");
        assert_eq!(count(&bytes, &[b'\x1b', b'[', b'3', b'8', b';', b'5', b';', digit]), 0, "colour {digit}");
    }
    let ours = ['╭', '│', '─', '▲', '●', '✓', '⌂', '⚑', '…', '→', '·', '┆'];
    let screen = pty.screen();
    assert!(!screen.contains(ours), "{screen}");
    pty.send("q");
    pty.exit_code();
}

/// Not a test of its own: the program of the next one, which runs it in a terminal.
#[test]
fn a_screen_whose_source_panics() {
    if std::env::var_os("PANIC_IN_A_TASK").is_none() {
        return;
    }
    let mut database = Database::in_memory(chrono::Utc::now()).unwrap();
    let number = TrackingNumber::parse("RB123456785CN").unwrap();
    database.add(&NewParcel { numbers: vec![number], ..NewParcel::default() }, chrono::Utc::now()).unwrap();
    let session = ScreenContext {
        store: Store::start(database),
        database: None,
        backups: None,
        unwritable: None,
        sources: Arc::new(Sources::of(vec![Arc::new(Panicking)])),
        http: Http::replay(Arc::new(|_| ReplayAnswer::status(200, "{}"))),
        clock: Clock::System,
        texts: Texts::new(Language::En),
        evidence: EvidenceFolders { here: None, data: PathBuf::new() },
        clipboard: posylka::use_cases::clipboard::ClipboardWay::Terminal,
        settings: posylka::app::Settings::default(),
        sync: posylka::sync::Settings::default(),
        notify: ScreenNotify::off(Texts::new(Language::En)),
    };
    assert!(terminal::run(session).is_err());
    std::process::exit(7);
}

struct Panicking;

impl Source for Panicking {
    fn profile(&self) -> &'static Profile {
        profiles()[0]
    }

    fn ask<'a>(&'a self, _: &'a Http, _: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async { panic!("on purpose") })
    }
}

#[test]
fn a_panic_in_a_task_gives_the_terminal_back_says_so_and_ends_the_program() {
    let home = home();
    let this = std::env::current_exe().unwrap();
    let mut command = command(this.to_str().unwrap(), home.path());
    command.args(["--exact", "a_screen_whose_source_panics", "--nocapture"]);
    command.env("PANIC_IN_A_TASK", "1");
    let mut pty = Pty::spawn(command, (80, 24));
    assert_eq!(pty.exit_code(), 7);
    pty.settle(REST);
    let bytes = pty.bytes();
    let left = bytes.windows(8).position(|w| w == b"\x1b[?1049l").unwrap();
    assert_eq!(count(&bytes, b"\x1b[?1049h"), 1);
    assert_eq!(count(&bytes[..left], b"on purpose"), 0, "said on the screen that was about to go");
    assert_eq!(count(&bytes[left..], b"on purpose"), 1);
    assert_eq!(count(&bytes[left..], b"\x1b[?2026h"), 0, "drawn after the terminal was given back");
}

#[test]
fn without_a_usable_terminal_the_list_is_printed_instead() {
    let home = home();
    let mut command = offline(home.path());
    command.env("TERM", "dumb");
    let mut pty = Pty::spawn(command, (80, 24));
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(count(&pty.bytes(), b"\x1b["), 0);
}

#[test]
fn a_source_of_ones_own_has_its_name_on_the_screen() {
    let home = home();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/local-courier.sh");
    let settings = format!(
        "[sources.cainiao]\nenabled = false\n[sources.local-courier]\nname = \"My own scout\"\ncommand = [\"{}\"]\n",
        example.display()
    );
    std::fs::create_dir_all(home.path().join("config/posylka")).unwrap();
    std::fs::write(home.path().join("config/posylka/config.toml"), settings).unwrap();
    for arguments in [&["add", "LC10000001", "--source", "local-courier"][..], &["sync"]] {
        let mut command = std::process::Command::new(PROGRAM);
        command.env_clear().args(arguments).env("HOME", home.path()).env("PATH", "/usr/bin:/bin");
        command.env("XDG_CONFIG_HOME", home.path().join("config")).env("XDG_DATA_HOME", home.path().join("data"));
        assert!(command.output().unwrap().status.success(), "{arguments:?}");
    }
    let mut pty = Pty::spawn(offline(home.path()), (140, 24));
    pty.wait_for("My own scout");
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}
