//! What every command works with: settings, texts, clock, database, and the few questions all of them ask.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Local, Offset, Utc};

use super::error::CliError;
use super::exit_code::Exit;
use super::text_output::stdout_abilities::talk;
use crate::config::nearest_word::nearest;
use crate::config::{Config, Env, Flags};
use crate::domain::advice::{self, AdviceSettings, LearnedSilence, OwnershipTest, SourceReach, SourceSwitch};
use crate::domain::forecast::Forecasts;
use crate::domain::{Parcel, SourceId, StalenessContext};
use crate::json::parcel::Frame;
use crate::notify::{ChannelKind, CourierSettings, ReaderSettings, TerminalHost};
use crate::sources::{Http, Ownership, Registered, Role, Sources, Switch, profiles_of};
use crate::store::Database;
use crate::sync::{self, Clock};
use crate::t;
use crate::texts::Texts;

/// How a command ends when it comes to its end.
pub type CommandResult = Result<Exit, CliError>;

/// The surroundings of a command.
pub struct CommandContext {
    /// The settings.
    pub config: Config,
    /// The environment they came from.
    pub env: Env,
    /// The reader's language.
    pub texts: Texts,
    /// What advice depends on.
    pub rules: AdviceSettings,
    /// What the command line said about the settings, for reading them again.
    pub flags: Flags,
}

impl CommandContext {
    /// The surroundings with these settings.
    #[must_use]
    pub fn new(config: Config, env: Env) -> Self {
        let texts = Texts::new(config.language);
        let rules = rules(&config);
        Self { config, env, texts, rules, flags: Flags::default() }
    }

    /// The same, with what the command line said about the settings.
    #[must_use]
    pub fn with_flags(self, flags: Flags) -> Self {
        Self { flags, ..self }
    }

    /// The clock: the system's, unless one is set.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.config.now.map_or(Clock::System, Clock::Fixed)
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock().now()
    }

    /// What the loop that asks goes by.
    #[must_use]
    pub fn sync(&self) -> sync::Settings {
        let (home_country, stale_after_days) = (self.config.home_country, self.config.stale_after_days);
        sync::Settings { home_country, stale_after_days, ..sync::Settings::default() }
    }

    /// What parcels are measured by.
    #[must_use]
    pub fn gauge(&self) -> StalenessContext {
        let now = self.now();
        let offset = now.with_timezone(&Local).offset().fix();
        StalenessContext { now, offset, limits: self.rules.limits(), normal: self.rules.thresholds }
    }

    /// What own parcels tell of those that are under way; days are those of the system's time zone.
    ///
    /// # Errors
    /// The database fails.
    pub fn forecasts(&self, db: &Database) -> Result<Forecasts, CliError> {
        let StalenessContext { now, offset, .. } = self.gauge();
        Ok(db.forecasts(now, offset)?)
    }

    /// What JSON says besides the parcels.
    #[must_use]
    pub fn frame<'a>(&'a self, experience: &'a LearnedSilence, forecasts: &'a Forecasts) -> Frame<'a> {
        Frame { now: self.now(), advice: self.advice(experience), forecasts }
    }

    /// What advice is given by; days are those of the system's time zone.
    #[must_use]
    pub fn advice<'a>(&'a self, experience: &'a LearnedSilence) -> advice::AdviceContext<'a> {
        let StalenessContext { now, offset, .. } = self.gauge();
        advice::AdviceContext { now, offset, rules: &self.rules, experience }
    }

    /// Opens the database, and makes it where there is none.
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn open(&self) -> Result<Database, CliError> {
        Ok(Database::open(&self.config.database(), self.now())?)
    }

    /// Opens the database to read it; says so where nothing can be changed in it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn open_to_read(&self) -> Result<Database, CliError> {
        let database = Database::open_to_read(&self.config.database(), self.now())?;
        if database.is_read_only() {
            talk(&t!(self.texts, "cli-read-only"));
        }
        Ok(database)
    }

    /// How the reader is told.
    #[must_use]
    pub fn courier(&self) -> CourierSettings {
        let clock = self.clock();
        let http = &self.config.http;
        CourierSettings {
            channels: self.config.notify.channels.clone(),
            rules: self.config.notify.rules.clone(),
            reader: self.reader(),
            http: if self.config.offline { Http::offline() } else { Http::live(http.clone()) },
            now: Arc::new(move || clock.now()),
            is_frozen: clock.is_fixed(),
        }
    }

    /// What messages are worded by.
    #[must_use]
    pub fn reader(&self) -> ReaderSettings {
        ReaderSettings { texts: self.texts.clone(), advice: self.rules.clone(), offset: offset_here }
    }

    /// The terminal, as far as the environment and the configuration tell.
    #[must_use]
    pub fn terminal_host(&self) -> TerminalHost {
        let own = self.config.notify.channels.iter().find(|channel| channel.kind == ChannelKind::Terminal);
        TerminalHost::of(|name| self.env.get(name).map(str::to_owned), own.and_then(|channel| channel.style))
    }

    /// The parcel with that number or id.
    ///
    /// # Errors
    /// There is none, or the database fails.
    pub fn find(&self, db: &Database, key: &str) -> Result<Parcel, CliError> {
        db.find(key)?.ok_or_else(|| self.unknown(key))
    }

    /// There is no parcel with that number or id.
    #[must_use]
    pub fn unknown(&self, key: &str) -> CliError {
        let what = t!(self.texts, "error-unknown-parcel", key = shown(key));
        CliError::failed(what, t!(self.texts, "error-unknown-parcel-hint"))
    }

    /// The parcel has no number yet, and what was asked for needs one.
    #[must_use]
    pub fn numberless(&self, parcel: &Parcel) -> CliError {
        let what = t!(self.texts, "error-no-number", name = parcel.name());
        CliError::failed(what, t!(self.texts, "error-no-number-hint", id = parcel.id.to_string()))
    }

    /// All the parcels with these numbers or ids; none where one of them is unknown.
    ///
    /// # Errors
    /// One is unknown, or the database fails.
    pub fn find_all(&self, db: &Database, keys: &[String]) -> Result<Vec<Parcel>, CliError> {
        let mut parcels: Vec<Parcel> = Vec::new();
        for key in keys {
            let parcel = self.find(db, key)?;
            if parcels.iter().all(|known| known.id != parcel.id) {
                parcels.push(parcel);
            }
        }
        Ok(parcels)
    }

    /// Sources that were given for a flag.
    ///
    /// # Errors
    /// One of them is unknown.
    pub fn sources(&self, ids: &[String]) -> Result<Vec<SourceId>, CliError> {
        ids.iter().map(|id| self.source(id)).collect()
    }

    /// A source that was given by its id.
    ///
    /// # Errors
    /// It is unknown.
    pub fn source(&self, id: &str) -> Result<SourceId, CliError> {
        let wanted = id.trim().to_lowercase();
        // Only those that can be asked: pinning a parcel to any other would mean never to ask about it.
        let ids = || profiles_of(&self.config.sources).into_iter().map(|profile| profile.id);
        if ids().any(|id| id == wanted) {
            return Ok(SourceId::new(&wanted));
        }
        let what = t!(self.texts, "error-unknown-source", id = shown(id));
        let hint = match nearest(&wanted, ids()) {
            Some(right) => t!(self.texts, "config-did-you-mean", right = right),
            None => t!(self.texts, "error-unknown-source-hint"),
        };
        Err(CliError::usage(what, hint))
    }
}

/// The reader's offset from UTC at an instant.
#[must_use]
pub fn offset_here(at: DateTime<Utc>) -> FixedOffset {
    at.with_timezone(&Local).offset().fix()
}

fn rules(config: &Config) -> AdviceSettings {
    AdviceSettings {
        stale_after_days: config.stale_after_days,
        thresholds: config.thresholds(),
        dispute_margin_days: config.dispute_margin_days,
        after_delivery_days: config.after_delivery_days,
        presets: config.presets(),
        home: config.home_country,
        sources: Sources::new(&config.sources).all().iter().map(switch).collect(),
    }
}

fn switch(source: &Registered) -> SourceSwitch {
    let reach = match source.profile.role {
        Role::Local(countries) => SourceReach::Countries(countries),
        Role::FirstLeg | Role::Aggregator | Role::LastResort => SourceReach::Anywhere,
    };
    let profile = source.profile;
    let fits = OwnershipTest::by(move |number| profile.ownership_of(number) != Ownership::No);
    let owns = OwnershipTest::by(move |number| profile.ownership_of(number) == Ownership::Own);
    let on = source.state == Switch::On;
    SourceSwitch {
        id: profile.source_id(),
        name: profile.name.to_owned(),
        on,
        last_resort: profile.role == Role::LastResort,
        page: profile.page.to_owned(),
        reach,
        fits,
        owns,
    }
}

/// What the user wrote, as it is repeated in a message: harmless and not too long.
#[must_use]
pub fn shown(text: &str) -> String {
    super::text_output::stdout_abilities::fit(&crate::domain::CleanText::line(text), 60)
}
