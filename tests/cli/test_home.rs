//! A home directory of its own for every test: no variable, file or clock of this machine reaches the program.

use std::fmt;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// When all tests take place.
pub const NOW: &str = "2026-11-20T12:00:00Z";

/// A temporary home directory, and the program in it.
pub struct TestHome {
    dir: TempDir,
}

/// How a run of the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "compare the whole output, or assert the status"]
pub struct Output {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl TestHome {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self) -> PathBuf {
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
    pub fn run(&self, args: &[&str]) -> Output {
        self.output_of(&mut self.command(args))
    }

    /// Runs the program with a text on its standard input.
    pub fn run_with_input(&self, args: &[&str], input: impl Into<Vec<u8>>) -> Output {
        self.output_of(self.command(args).write_stdin(input))
    }

    /// Runs a command to its end. The path of the home directory, which is another one in each run, is written `[home]`.
    pub fn output_of(&self, command: &mut Command) -> Output {
        let output = command.output().unwrap();
        let home = self.dir.path().to_str().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(home, "[home]");
        let status = output.status.code().unwrap_or(-1);
        Output { status, stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Runs the program several times, one after the other: each command line with all that came of it.
    #[must_use]
    pub fn transcript(&self, runs: &[&[&str]]) -> String {
        let run = |args: &&[&str]| format!("$ posylka {}\n{}\n", spelling(args), self.run(args));
        runs.iter().map(run).collect::<Vec<_>>().join("\n")
    }

    /// Runs the program as a step of preparation: it has to succeed, whatever it says.
    pub fn prepare(&self, args: &[&str]) {
        let output = self.run(args);
        assert_eq!(output.status, 0, "{args:?}: {output}");
    }

    /// Runs the program, which has to succeed, and gives its standard output.
    #[must_use]
    pub fn stdout(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status, 0, "{args:?}: {output}");
        output.stdout
    }

    /// Runs the program, which has to succeed and print JSON.
    #[must_use]
    pub fn json(&self, args: &[&str]) -> Value {
        let output = self.run(args);
        assert_eq!(output.status, 0, "{args:?}: {output}");
        serde_json::from_str(&output.stdout).unwrap()
    }
}

/// Arguments as they would be typed; of those that are empty or hold a blank, in quotation marks.
fn spelling(args: &[&str]) -> String {
    let quoted = |arg: &&str| if arg.is_empty() || arg.contains(' ') { format!("'{arg}'") } else { (*arg).to_owned() };
    args.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// Both streams and the status, for whole comparisons. The status stands last, so that no line break before it can be lost.
impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                let end = if text.ends_with('\n') { "" } else { "[no line break]\n" };
                write!(f, "{name}:\n{text}{end}")?;
            }
        }
        write!(f, "status: {}", self.status)
    }
}
