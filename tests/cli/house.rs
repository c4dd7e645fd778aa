//! A home of one's own for every test: no variable, file or clock of this machine reaches the program.

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// When all tests take place.
pub const NOW: &str = "2026-11-20T12:00:00Z";

/// A home directory, and the program in it.
pub struct House {
    dir: TempDir,
}

/// How a run of the program ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub talk: String,
}

impl House {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub fn home(&self) -> PathBuf {
        self.dir.path().to_owned()
    }

    pub fn data_dir(&self) -> PathBuf {
        self.dir.path().join("data/posylka")
    }

    pub fn database(&self) -> PathBuf {
        self.data_dir().join("posylka.db")
    }

    pub fn config_file(&self) -> PathBuf {
        self.dir.path().join("config/posylka/config.toml")
    }

    /// Writes the configuration file.
    pub fn configure(&self, text: &str) {
        std::fs::create_dir_all(self.config_file().parent().unwrap()).unwrap();
        std::fs::write(self.config_file(), text).unwrap();
    }

    /// The program with these arguments, ready to run.
    pub fn command(&self, args: &[&str]) -> Command {
        Command::from_std(self.process(args))
    }

    /// The same, for talking with it while it runs.
    pub fn process(&self, args: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_posylka"));
        command.env_clear().current_dir(self.dir.path()).args(args);
        command.env("HOME", self.dir.path()).env("TZ", "UTC").env("LANG", "C.UTF-8").env("POSYLKA_NOW", NOW);
        command.env("XDG_CONFIG_HOME", self.dir.path().join("config"));
        command.env("XDG_DATA_HOME", self.dir.path().join("data"));
        command
    }

    /// Runs the program.
    pub fn run(&self, args: &[&str]) -> Ended {
        ended(&mut self.command(args))
    }

    /// Runs the program, which has to succeed, and gives its output.
    pub fn out(&self, args: &[&str]) -> String {
        let ended = self.run(args);
        assert_eq!(ended.code, 0, "{args:?}: {ended:?}");
        ended.out
    }

    /// Runs the program, which has to succeed and print JSON.
    pub fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.out(args)).unwrap()
    }
}

/// Runs a command to its end.
pub fn ended(command: &mut Command) -> Ended {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code().unwrap_or(-1), out: text(output.stdout), talk: text(output.stderr) }
}
