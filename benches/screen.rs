//! What the screen costs: first paint, keys, idling, memory, and keys while a large sync is under way.
//!
//! `cargo bench --bench screen` runs the release program in a real pty and prints the figures; nothing is asserted.

#![expect(clippy::unwrap_used, reason = "a bench stops at the first surprise")]
#![expect(clippy::print_stdout, reason = "printing figures is its purpose")]
#![expect(dead_code, reason = "shares the helpers of the tests")]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use chrono::Utc;
use tempfile::TempDir;

#[path = "../tests/common/carrier.rs"]
mod carrier;
#[path = "../tests/common/pty.rs"]
mod pty;
#[path = "../tests/common/seed.rs"]
mod seed;

use pty::{Pty, command};

type Done = Result<(), Box<dyn Error>>;

const PROGRAM: &str = env!("CARGO_BIN_EXE_posylka");
const SMALL: (u16, u16) = (80, 24);

fn main() -> Done {
    // `cargo test --benches` only wants to know that it starts.
    if std::env::args().any(|a| a == "--test") {
        return Ok(());
    }
    open("10 parcels", 10)?;
    open("1,000 parcels of 20 events", 1_000)?;
    burst()
}

/// First paint, bytes, keys, idling and memory.
fn open(what: &str, parcels: usize) -> Done {
    let home = TempDir::new()?;
    seed::fill(&home.path().join("data/posylka/posylka.db"), parcels, 20, Utc::now());
    println!("\n{what}, 80x24");
    let mut paints = Vec::new();
    for _ in 0..9 {
        let started = Instant::now();
        let mut pty = Pty::spawn(offline(home.path()), SMALL);
        pty.wait("the first paint", |screen| screen.contains("LP00") || screen.contains("Посылка"));
        paints.push(started.elapsed());
        pty.send("q");
        pty.exit_code();
    }
    paints.sort();
    println!("  first paint     {:>7.1} ms median of 9, {:.1} worst", ms(paints[4]), ms(paints[8]));
    let mut pty = Pty::spawn(offline(home.path()), SMALL);
    pty.settle(Duration::from_millis(600));
    println!("  first paint     {:>7} bytes", pty.written());
    keys(&mut pty);
    idle(&pty);
    println!("  memory          {:>7} kB (VmHWM)", status(pty.pid(), "VmHWM:"));
    Ok(())
}

fn offline(home: &Path) -> portable_pty::CommandBuilder {
    let mut command = command(PROGRAM, home);
    command.arg("--offline");
    command
}

fn keys(pty: &mut Pty) {
    let mut costs = Vec::new();
    let mut delays = Vec::new();
    for _ in 0..8 {
        let (cost, delay) = press(pty, "j");
        costs.push(cost);
        delays.push(delay);
    }
    let before = pty.written();
    pty.settle(Duration::from_millis(500));
    println!("  cursor key      {:>7} bytes worst of 8, {:.1} ms worst", max(&costs), ms(max(&delays)));
    println!("  detail after    {:>7} bytes", pty.written() - before);
}

/// Sends a key and waits for the first answer; what followed within 40 ms belongs to it.
fn press(pty: &mut Pty, key: &str) -> (usize, Duration) {
    let before = pty.written();
    let started = Instant::now();
    pty.send(key);
    while pty.written() == before && started.elapsed() < Duration::from_secs(5) {
        thread::sleep(Duration::from_micros(100));
    }
    let delay = started.elapsed();
    thread::sleep(Duration::from_millis(40));
    (pty.written() - before, delay)
}

fn idle(pty: &Pty) {
    pty.settle(Duration::from_secs(1));
    let (bytes, cpu) = (pty.written(), cpu_ms(pty.pid()));
    thread::sleep(Duration::from_secs(10));
    println!("  idle for 10 s   {:>7} bytes, {} ms CPU", pty.written() - bytes, cpu_ms(pty.pid()) - cpu);
}

/// 400 parcels due at once against a source that takes 200 ms, ten numbers a question.
fn burst() -> Done {
    const DELAY: Duration = Duration::from_millis(200);
    let runtime = tokio::runtime::Runtime::new()?;
    let server = runtime.block_on(carrier::carrier(DELAY, 20));
    let home = TempDir::new()?;
    let data = home.path().join("data/posylka/posylka.db");
    seed::fill(&data, 400, 0, Utc::now() - chrono::TimeDelta::days(3));
    let config = home.path().join("config/posylka");
    fs::create_dir_all(&config)?;
    fs::write(config.join("config.toml"), format!("[sources.cainiao]\nbase_url = \"{}\"\n", server.uri()))?;
    println!("\n400 parcels due at once, 200 ms an answer, 10 a question");
    let started = Instant::now();
    let mut pty = Pty::spawn(command(PROGRAM, home.path()), SMALL);
    pty.wait("the first paint", |screen| screen.contains("Посылка"));
    let mut delays = Vec::new();
    loop {
        let asked = runtime.block_on(server.received_requests()).unwrap_or_default().len();
        if asked >= 40 || started.elapsed() > Duration::from_mins(1) {
            break;
        }
        delays.push(press(&mut pty, if delays.len() % 2 == 0 { "j" } else { "k" }).1);
    }
    pty.wait("the end of the sync", |screen| screen.contains("next check in"));
    println!("  finished after  {:>7.0} ms", ms(started.elapsed()));
    println!("  keys meanwhile  {:>7.1} ms worst of {}", ms(max(&delays)), delays.len());
    Ok(())
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn max<T: Copy + Ord + Default>(values: &[T]) -> T {
    values.iter().copied().max().unwrap_or_default()
}

/// User and system time of a process, in milliseconds (ticks of 10 ms).
fn cpu_ms(pid: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|f| f.parse::<u64>().ok()).unwrap_or(0);
    (ticks(11) + ticks(12)) * 10
}

fn status(pid: u32, field: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix(field)).unwrap_or_default();
    line.split_whitespace().next().and_then(|f| f.parse().ok()).unwrap_or(0)
}
