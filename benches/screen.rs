//! What the screen costs: first paint, keys, idling, memory, and keys while a large sync is under way.
//!
//! `cargo bench --bench screen` runs the release program in a real pty and prints the figures; nothing is asserted.

#![expect(clippy::unwrap_used, reason = "a bench stops at the first surprise")]
#![expect(clippy::print_stdout, reason = "printing figures is its purpose")]
#![expect(dead_code, reason = "shares the helpers of the tests")]

use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use chrono::Utc;
use tempfile::TempDir;

#[path = "../tests/common/carrier.rs"]
mod carrier;
mod measure;
#[path = "../tests/common/pty.rs"]
mod pty;
#[path = "../tests/common/seed.rs"]
mod seed;

use measure::{PROGRAM, SMALL, first_paints, idle, max, ms, offline, press, status};
use pty::{Pty, command};

type Done = Result<(), Box<dyn Error>>;

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
    let paints = first_paints(home.path(), 9);
    println!("  first paint     {:>7.1} ms median of 9, {:.1} worst", ms(paints[4]), ms(paints[8]));
    let mut pty = Pty::spawn(offline(home.path()), SMALL);
    pty.settle(Duration::from_millis(600));
    println!("  first paint     {:>7} bytes", pty.written());
    keys(&mut pty);
    let (bytes, cpu) = idle(&pty);
    println!("  idle for 10 s   {bytes:>7} bytes, {cpu} ms CPU");
    println!("  memory          {:>7} kB (VmHWM)", status(pty.pid(), "VmHWM:"));
    Ok(())
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
