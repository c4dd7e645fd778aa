//! A source of the user's own: a program that is given numbers on its standard input and answers with reports on its
//! standard output. The format is ours and has a version; `docs/outside-source.md` describes it.

mod decode;
mod run_command;
mod wire;

use std::fmt;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::decoding::worded_troubles::temporary;
use super::http::Http;
use super::ownership::known_formats::has_format;
use super::ownership::ownership_rule::{Ownership, OwnershipRule};
use super::profile::{Profile, Role};
use super::source::{CheckResult, Exchange, Source};
use crate::domain::{Cause, CleanText, Reply, TrackingNumber, Trouble};

pub use decode::decode;

/// How many numbers one run is given, unless the configuration says otherwise.
pub const BATCH: u32 = 10;

/// What the configuration says of a source of the user's own.
#[derive(Clone, Default)]
pub struct CommandSourceSettings {
    /// The program and its arguments. A program without a slash is looked for in `PATH`.
    pub command: Vec<String>,
    /// The name shown to people; `None`: the id.
    pub name: Option<String>,
    /// The page for people; `{number}` stands for the number.
    pub page: Option<String>,
    /// The formats (`carrier/format`) of the numbers it is asked about; none: it is asked about every number.
    pub formats: Vec<&'static str>,
    /// How many numbers one run is given; `None`: [`BATCH`].
    pub batch: Option<u32>,
    /// How many runs a day are allowed.
    pub daily_budget: Option<u32>,
    /// Least time between two checks of the same number.
    pub min_interval: Duration,
}

/// A source of the user's own. Cheap to copy.
#[derive(Clone, Copy)]
pub struct CommandSource {
    kept: &'static Kept,
    language: &'static str,
}

struct Kept {
    profile: Profile,
    command: Vec<String>,
}

impl CommandSource {
    /// Sets it up; runs nothing.
    ///
    /// What a source is lives as long as the program, because those that are built in do, and so does what this
    /// leaks: once for every section of the configuration file, which is read once.
    #[must_use]
    pub fn new(id: &str, settings: CommandSourceSettings) -> Self {
        let whole = |number: u32| usize::try_from(number).unwrap_or(1).max(1);
        let formats: &'static [&'static str] = settings.formats.leak();
        let name =
            settings.name.as_deref().and_then(CleanText::some_line).map_or_else(|| id.to_owned(), |n| n.to_string());
        let profile = Profile {
            id: String::leak(id.to_owned()),
            name: String::leak(name),
            ownership: ownership(formats),
            role: if formats.is_empty() { Role::Aggregator } else { Role::Local(&[]) },
            batch: whole(settings.batch.unwrap_or(BATCH)),
            daily_budget: settings.daily_budget,
            min_interval: settings.min_interval,
            page: String::leak(settings.page.unwrap_or_default()),
            ..Profile::DEFAULT
        };
        Self { kept: Box::leak(Box::new(Kept { profile, command: settings.command })), language: "en" }
    }

    /// The same, asking for texts in this language (ISO 639) where there is a choice.
    #[must_use]
    pub fn speaking(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// What it is.
    #[must_use]
    pub fn profile(&self) -> &'static Profile {
        &self.kept.profile
    }

    /// The program, as configured.
    #[must_use]
    pub fn program(&self) -> &'static str {
        self.kept.command.first().map_or("", String::as_str)
    }

    /// Whether the program is there and may be run.
    #[must_use]
    pub fn is_there(&self) -> bool {
        if self.program().contains('/') {
            return may_run(Path::new(self.program()));
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).map(|folder: PathBuf| folder.join(self.program())).any(|file| may_run(&file))
    }

    async fn replies(
        &self,
        http: &Http,
        numbers: &[TrackingNumber],
        kept: &mut Vec<Exchange>,
    ) -> Result<Vec<Reply>, Trouble> {
        let timeout = http.timeout().ok_or_else(|| Trouble::temporary(&Cause::Offline))?;
        let question = wire::question(numbers, self.language);
        let run = run_command::run(self.profile().id, &self.kept.command, question.as_bytes(), timeout).await?;
        if !run.output.is_empty() {
            let question = format!("RUN {} {question}", self.profile().id);
            kept.push(Exchange { question, http_status: 0, body: run.output.clone() });
        }
        if run.too_large {
            return Err(Trouble::TooLarge);
        }
        match run.failure {
            Some(what) => Err(temporary(&what)),
            None => decode(numbers, &run.output),
        }
    }
}

/// All numbers, or those of some formats.
fn ownership(formats: &'static [&'static str]) -> OwnershipRule {
    if formats.is_empty() {
        return &|_| Ownership::Possible;
    }
    let of_formats = |number: &TrackingNumber| {
        if has_format(number, formats) { Ownership::Own } else { Ownership::No }
    };
    Box::leak(Box::new(of_formats))
}

fn may_run(file: &Path) -> bool {
    file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

impl Source for CommandSource {
    fn profile(&self) -> &'static Profile {
        &self.kept.profile
    }

    fn ask<'a>(&'a self, http: &'a Http, numbers: &'a [TrackingNumber]) -> BoxFuture<'a, CheckResult> {
        Box::pin(async move {
            let mut exchanges = Vec::new();
            let result = self.replies(http, numbers, &mut exchanges).await;
            CheckResult { exchanges, result }
        })
    }
}

impl fmt::Debug for CommandSource {
    /// Without the arguments, which may hold a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CommandSource").field("id", &self.profile().id).field("program", &self.program()).finish()
    }
}
