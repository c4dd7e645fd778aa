//! Whether the program stays quick with many parcels: the same work at 1,000 and at 10,000 parcels of 20 events.
//!
//! `cargo bench --bench scale` (or `-- 5000`, for other numbers) runs the release program in a real pty, then its
//! commands, and prints the figures; nothing is asserted.

#![expect(clippy::unwrap_used, reason = "a bench stops at the first surprise")]
#![expect(clippy::print_stdout, reason = "printing figures is its purpose")]
#![expect(dead_code, reason = "shares the helpers of the tests")]

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, thread};

use chrono::Utc;
use posylka::store::Database;
use posylka::sync::{self, Scope, plan};
use posylka::{export, sources};
use tempfile::TempDir;

#[path = "../tests/common/carrier.rs"]
mod carrier;
mod measure;
#[path = "../tests/common/pty.rs"]
mod pty;
#[path = "../tests/common/seed.rs"]
mod seed;

use measure::{PROGRAM, SMALL, first_paints, idle, line, ms, offline, press, run, status};
use pty::{Pty, command};

type Done = Result<(), Box<dyn Error>>;

const EVENTS: usize = 20;
const CTRL_D: &str = "\x04";
const CTRL_U: &str = "\x15";
const PAGE_DOWN: &str = "\x1b[6~";
const PAGE_UP: &str = "\x1b[5~";
const ESC: &str = "\x1b";

fn main() -> Done {
    // `cargo test --benches` only wants to know that it starts.
    if std::env::args().any(|a| a == "--test") {
        return Ok(());
    }
    let mut sizes: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    sizes.into_iter().try_for_each(measure_all)
}

fn measure_all(parcels: usize) -> Done {
    let home = TempDir::new()?;
    let started = Instant::now();
    seed::fill(&data(home.path()), parcels, EVENTS, Utc::now());
    println!("\n{parcels} parcels of {EVENTS} events, 80x24 (made in {:.1} s)", started.elapsed().as_secs_f64());
    let paints = first_paints(home.path(), 7);
    let each = paints[3].as_secs_f64() * 1e6 / f64::from(u32::try_from(parcels)?);
    line("first paint", &paints, &format!(", {each:.1} µs a parcel"));
    let mut pty = Pty::spawn(offline(home.path()), SMALL);
    pty.settle(Duration::from_millis(600));
    browse(&mut pty);
    filter(&mut pty);
    change(&mut pty);
    sizes(&mut pty);
    reload(&mut pty, home.path())?;
    let (bytes, cpu) = idle(&pty);
    println!("  {:<28}{bytes:>8} bytes, {cpu} ms CPU", "idle for 10 s");
    println!("  {:<28}{:>8} kB (VmHWM), {} now", "memory", status(pty.pid(), "VmHWM:"), status(pty.pid(), "VmRSS:"));
    drop(pty);
    commands(home.path())?;
    planning(home.path())?;
    burst(home.path(), parcels)
}

fn data(home: &Path) -> std::path::PathBuf {
    home.join("data/posylka/posylka.db")
}

/// Presses keys one after the other; all of them together are one line.
fn keys(pty: &mut Pty, what: &str, keys: &[&str]) {
    let delays: Vec<Duration> = keys.iter().map(|key| press(pty, key).1).collect();
    line(what, &delays, "");
}

fn browse(pty: &mut Pty) {
    keys(pty, "j", &["j"; 20]);
    let started = Instant::now();
    let before = pty.written();
    while pty.written() == before && started.elapsed() < Duration::from_secs(5) {
        thread::sleep(Duration::from_micros(200));
    }
    println!("  {:<28}{:>8.1} ms (of which it rests 120)", "detail after the last key", ms(started.elapsed()) + 40.0);
    keys(pty, "k", &["k"; 10]);
    keys(pty, "G, g", &["G", "g"].repeat(5));
    keys(pty, "PgDn", &[PAGE_DOWN; 10]);
    keys(pty, "PgUp", &[PAGE_UP; 9]);
    keys(pty, "Ctrl-d, Ctrl-u", &[CTRL_D, CTRL_U].repeat(5));
    keys(pty, "Tab, Tab", &["\t"; 8]);
    keys(pty, "Enter, Esc", &["\r", ESC].repeat(4));
    keys(pty, "s, every order twice", &["s"; 16]);
    keys(pty, "A, A (the archive)", &["A"; 4]);
    keys(pty, "?, Esc", &["?", ESC].repeat(3));
}

/// A filter typed letter by letter, then taken away.
fn filter(pty: &mut Pty) {
    for text in ["посылка 77", "LP0070000", "many", "сортировка"] {
        let letters: Vec<String> = text.chars().map(String::from).collect();
        let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
        keys(pty, "/", &["/"]);
        keys(pty, &format!("  {text}"), &letters);
        keys(pty, "  Esc", &[ESC]);
    }
    let letters = ["a", "L", "P", "0", "0", "7", "0", "0", "0", "0", "0", "0", "1", ESC];
    keys(pty, "a, a number, Esc", &letters);
    keys(pty, "e, a letter, Esc", &["e", "Я", ESC]);
}

fn change(pty: &mut Pty) {
    for _ in 0..3 {
        pty.settle(Duration::from_millis(700));
        keys(pty, "x (archive)", &["x"]);
        pty.settle(Duration::from_millis(700));
        keys(pty, "u (undo)", &["u"]);
    }
    // Finished ones stand at the end.
    keys(pty, "G", &["G"]);
    pty.settle(Duration::from_millis(700));
    keys(pty, "x of a delivered one", &["x"]);
    pty.settle(Duration::from_millis(700));
    keys(pty, "u (undo)", &["u"]);
    pty.settle(Duration::from_millis(700));
}

fn sizes(pty: &mut Pty) {
    let mut delays = Vec::new();
    for size in [(120, 40), (40, 12), (200, 60), SMALL] {
        let before = pty.written();
        pty.resize(size.0, size.1);
        let started = Instant::now();
        while pty.written() == before && started.elapsed() < Duration::from_secs(5) {
            thread::sleep(Duration::from_micros(100));
        }
        delays.push(started.elapsed());
    }
    line("resize", &delays, "");
}

/// Another program changes a parcel: how long until it is seen, and what keys cost meanwhile.
fn reload(pty: &mut Pty, home: &Path) -> Done {
    keys(pty, "k, g", &["k", "g"]);
    pty.settle(Duration::from_millis(700));
    let number = shown_number(home)?;
    let title = format!("Another title {}", pty.written());
    run(home, &["edit", &number, "--title", &title])?;
    let started = Instant::now();
    let mut delays = Vec::new();
    while !pty.screen().contains(&title) && started.elapsed() < Duration::from_secs(5) {
        delays.push(press(pty, if delays.len() % 2 == 0 { "j" } else { "k" }).1);
    }
    println!("  {:<28}{:>8.0} ms (of which it waits 300)", "another's change is seen", ms(started.elapsed()));
    line("keys meanwhile", &delays, "");
    Ok(())
}

/// The number of the first parcel in the list.
fn shown_number(home: &Path) -> Result<String, Box<dyn Error>> {
    let list = String::from_utf8(run(home, &["list"])?)?;
    Ok(list.split_whitespace().find(|w| w.starts_with("LP00")).unwrap().to_owned())
}

fn commands(home: &Path) -> Done {
    let number = shown_number(home)?;
    let all: [&[&str]; 6] = [
        &["list"],
        &["list", "--json"],
        &["show", &number],
        &["export", "--format", "csv"],
        &["export", "--format", "ics"],
        &["export", "--force", "-o", "all.json"],
    ];
    for args in all {
        let mut times = Vec::new();
        for _ in 0..5 {
            let started = Instant::now();
            run(home, args)?;
            times.push(started.elapsed());
        }
        line(&args.join(" "), &times, "");
    }
    println!("  {:<28}{:>8} kB", "the export", fs::metadata(home.join("all.json"))?.len() / 1024);
    let text = fs::read(home.join("all.json"))?;
    let mut empty = Database::open(&home.join("empty.db"), Utc::now())?;
    for what in ["taking it in", "taking it in again"] {
        let started = Instant::now();
        let mut uptake = empty.take_in(Utc::now())?;
        export::json::read(&text[..], &mut uptake)?;
        uptake.finish()?;
        line(what, &[started.elapsed()], "");
    }
    Ok(())
}

/// What the background loop does before it asks anybody.
fn planning(home: &Path) -> Done {
    let db = Database::open(&data(home), Utc::now())?;
    let profiles: Vec<_> = sources::profiles().into_iter().collect();
    let mut reads = Vec::new();
    let mut plans = Vec::new();
    for _ in 0..5 {
        let started = Instant::now();
        let (watched, states) = (db.watched()?, db.source_states()?);
        reads.push(started.elapsed());
        let started = Instant::now();
        let habits = sync::Settings::default().habits();
        let view = plan::PlanInput { watched: &watched, states: &states, profiles: &profiles, habits, now: Utc::now() };
        std::hint::black_box(plan::survey(&view, &Scope::Due, |_, _| true));
        std::hint::black_box(plan::wake_at(&view));
        plans.push(started.elapsed());
    }
    line("reading what is watched", &reads, "");
    line("planning, and when next", &plans, "");
    Ok(())
}

/// 400 new parcels among the others: due at once, 200 ms an answer, ten a question.
fn burst(home: &Path, parcels: usize) -> Done {
    let runtime = tokio::runtime::Runtime::new()?;
    let server = runtime.block_on(carrier::carrier(Duration::from_millis(200), EVENTS));
    seed::add(&mut Database::open(&data(home), Utc::now())?, parcels..parcels + 400, Utc::now());
    let config = home.join("config/posylka");
    fs::create_dir_all(&config)?;
    fs::write(config.join("config.toml"), format!("[sources.cainiao]\nbase_url = \"{}\"\n", server.uri()))?;
    let started = Instant::now();
    let mut pty = Pty::spawn(command(PROGRAM, home), SMALL);
    pty.wait("the first paint", |screen| screen.contains("Посылка"));
    let mut delays = Vec::new();
    let mut worst = (Duration::ZERO, Duration::ZERO);
    while !pty.screen().contains("next check in") && started.elapsed() < Duration::from_mins(1) {
        let at = started.elapsed();
        delays.push(press(&mut pty, if delays.len() % 2 == 0 { "j" } else { "k" }).1);
        worst = worst.max((delays[delays.len() - 1], at));
    }
    println!("  {:<28}{:>8.0} ms, {} bytes", "400 new ones are asked about", ms(started.elapsed()), pty.written());
    println!("  {:<28}{:>8.0} ms after the start", "the slowest key", ms(worst.1));
    line("keys meanwhile", &delays, "");
    println!("  {:<28}{:>8} ms", "processor time", measure::cpu_ms(pty.pid()));
    Ok(())
}
