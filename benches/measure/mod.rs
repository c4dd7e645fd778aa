//! What the benches of the screen share: keys with a stopwatch, and what the system knows of a process.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::pty::{Pty, command};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_posylka");
pub const SMALL: (u16, u16) = (80, 24);

/// The program's screen in that home, asking nobody.
pub fn offline(home: &Path) -> portable_pty::CommandBuilder {
    let mut command = command(PROGRAM, home);
    command.arg("--offline");
    command
}

/// Sends a key and waits for the first answer; what followed within 40 ms belongs to it.
pub fn press(pty: &mut Pty, key: &str) -> (usize, Duration) {
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

/// Opens the screen so many times; how long each first frame took, shortest first.
pub fn first_paints(home: &Path, times: usize) -> Vec<Duration> {
    let mut paints = Vec::new();
    for _ in 0..times {
        let started = Instant::now();
        let mut pty = Pty::spawn(offline(home), SMALL);
        pty.wait("the first paint", |screen| screen.contains("LP00") || screen.contains("Посылка"));
        paints.push(started.elapsed());
        pty.send("q");
        pty.exit_code();
    }
    paints.sort();
    paints
}

pub fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

pub fn max<T: Copy + Ord + Default>(values: &[T]) -> T {
    values.iter().copied().max().unwrap_or_default()
}

pub fn median(values: &[Duration]) -> Duration {
    let mut sorted = values.to_vec();
    sorted.sort();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// What ten seconds without a key cost: bytes, and milliseconds of processor time.
pub fn idle(pty: &Pty) -> (usize, u64) {
    pty.settle(Duration::from_secs(1));
    let (bytes, cpu) = (pty.written(), cpu_ms(pty.pid()));
    thread::sleep(Duration::from_secs(10));
    (pty.written() - bytes, cpu_ms(pty.pid()) - cpu)
}

/// User and system time of a process, in milliseconds (ticks of 10 ms).
pub fn cpu_ms(pid: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|f| f.parse::<u64>().ok()).unwrap_or(0);
    (ticks(11) + ticks(12)) * 10
}

/// A field of `/proc/PID/status`, in kB.
pub fn status(pid: u32, field: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix(field)).unwrap_or_default();
    line.split_whitespace().next().and_then(|f| f.parse().ok()).unwrap_or(0)
}

/// Prints what something took: the median and the worst of all.
pub fn line(what: &str, delays: &[Duration], more: &str) {
    let (median, worst) = (ms(median(delays)), ms(max(delays)));
    println!("  {what:<28}{median:>8.1} ms median, {worst:>6.1} worst of {}{more}", delays.len());
}

/// Standard output of a command.
pub fn run(home: &Path, args: &[&str]) -> std::io::Result<Vec<u8>> {
    let mut command = Command::new(PROGRAM);
    command.env_clear().env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("TZ", "UTC");
    command.env("XDG_CONFIG_HOME", home.join("config")).args(args).current_dir(home).stderr(Stdio::null());
    Ok(command.output()?.stdout)
}
