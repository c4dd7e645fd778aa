//! The real program in a real pty: keys in, bytes and screens out.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test gives up; only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program running in a pty of its own.
pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    reader: Option<thread::JoinHandle<()>>,
    child: Box<dyn Child + Send + Sync>,
    output: Arc<Output>,
    size: (u16, u16),
    resized_at: usize,
}

/// Everything the program has written, with the moment of the last write.
#[derive(Default)]
struct Output {
    state: Mutex<(Vec<u8>, Option<Instant>)>,
    news: Condvar,
    /// The reader is to let go of the terminal at its next byte.
    deaf: AtomicBool,
}

/// A hermetic environment: own home, fixed zone, no colour settings of the person who runs the tests.
pub fn command(program: &str, home: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    for (name, value) in [("PATH", "/usr/bin:/bin"), ("TZ", "UTC"), ("LANG", "C.UTF-8"), ("TERM", "xterm-256color")] {
        command.env(name, value);
    }
    command.env("HOME", home);
    command.env("XDG_CONFIG_HOME", home.join("config"));
    command.env("XDG_DATA_HOME", home.join("data"));
    command.cwd(home);
    command
}

impl Pty {
    pub fn spawn(command: CommandBuilder, (width, height): (u16, u16)) -> Self {
        // A child forked while another test's terminal is half open would inherit it and keep it from ever hanging up.
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let pair = native_pty_system().openpty(size_of(width, height)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let output = Arc::new(Output::default());
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        drop(alone);
        let sink = Arc::clone(&output);
        let reader = thread::spawn(move || {
            let mut chunk = vec![0; 65536];
            while let Ok(read @ 1..) = reader.read(&mut chunk) {
                let mut state = sink.state.lock().unwrap();
                state.0.extend_from_slice(&chunk[..read]);
                state.1 = Some(Instant::now());
                sink.news.notify_all();
                if sink.deaf.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        let (master, writer, reader) = (Some(pair.master), Some(writer), Some(reader));
        Self { master, writer, reader, child, output, size: (width, height), resized_at: 0 }
    }

    pub fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.output.state.lock().unwrap().0.clone()
    }

    pub fn written(&self) -> usize {
        self.output.state.lock().unwrap().0.len()
    }

    /// What a person reads now.
    pub fn screen(&self) -> String {
        self.parser().screen().contents()
    }

    pub fn parser(&self) -> vt100::Parser {
        let (width, height) = self.size;
        let mut parser = vt100::Parser::new(nonzero(height), nonzero(width), 0);
        parser.process(&self.bytes()[self.resized_at..]);
        parser
    }

    /// Waits until the screen satisfies a condition; panics with the screen when it never does.
    pub fn wait(&self, what: &str, condition: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let seen = self.written();
            let screen = self.screen();
            if condition(&screen) {
                return screen;
            }
            assert!(Instant::now() < deadline, "never saw {what}; the screen is\n{screen}");
            let state = self.output.state.lock().unwrap();
            if state.0.len() == seen {
                let _ = self.output.news.wait_timeout(state, Duration::from_millis(200)).unwrap();
            }
        }
    }

    pub fn wait_for(&self, text: &str) -> String {
        self.wait(text, |screen| screen.contains(text))
    }

    /// Waits until nothing has been written for a while.
    pub fn settle(&self, quiet: Duration) {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let last = self.output.state.lock().unwrap().1;
            match last.map(|at| at.elapsed()) {
                Some(elapsed) if elapsed >= quiet => return,
                Some(elapsed) => thread::sleep(quiet.saturating_sub(elapsed)),
                None => thread::sleep(quiet),
            }
        }
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.settle(Duration::from_millis(150));
        self.resized_at = self.written();
        self.size = (width, height);
        self.master.as_ref().unwrap().resize(size_of(width, height)).unwrap();
    }

    pub fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &pid]).status().unwrap();
        assert!(sent.success());
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Closes the terminal's other end, as a vanished connection does. `key` has to make the program draw: only
    /// then does the reader wake up and let go of its copy.
    pub fn vanish(&mut self, key: &str) {
        self.output.deaf.store(true, Ordering::SeqCst);
        self.send(key);
        self.reader.take().unwrap().join().unwrap();
        self.writer = None;
        self.master = None;
    }

    /// The exit code, once the program has ended.
    pub fn exit_code(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                self.hear_out();
                return status.exit_code();
            }
            assert!(Instant::now() < deadline, "the program does not end; the screen is\n{}", self.screen());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// What the program wrote last may still be on its way to us. Somebody else may hold the terminal open for longer.
    fn hear_out(&self) {
        let deadline = Instant::now() + Duration::from_secs(1);
        while Instant::now() < deadline && self.reader.as_ref().is_some_and(|reader| !reader.is_finished()) {
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn size_of(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn nonzero(value: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(value).unwrap_or(std::num::NonZero::<u16>::MIN)
}
