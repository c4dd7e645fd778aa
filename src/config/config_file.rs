//! The configuration file, walked key by key, so that every mistake has its line.

use std::path::Path;

use secrecy::SecretString;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::environment_snapshot::Env;
use super::error::ExpectedValue;
use super::nearest_word::nearest;
use super::parse_value;
use super::parse_value::Value;
use super::schema::{SECRETS, Section, SettingKey, ValueKind, keys, source_ids};
use super::settings::{Config, FileFound};
use super::{ConfigError, ConfigLocation, Problem, bounded_read, command_sources, paths, themes};
use crate::domain::CleanText;
use crate::domain::advice::Stage;
use crate::domain::dispute_deadline::{CountedFrom, Preset};
use crate::sources::{CommandSource, CommandSourceSettings, Secret, SourceSettings};
use crate::texts::Language;
use crate::themes::{BuiltIn, Role, Theme};

/// Lays the file over the configuration, and returns the language it names.
///
/// # Errors
/// The file cannot be read (where it has to exist), is not TOML, or holds a wrong key or value.
pub fn apply(config: &mut Config, env: &Env, must_exist: bool) -> Result<Option<Language>, ConfigError> {
    let path = config.file.clone();
    let text = match bounded_read::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_exist => return Ok(None),
        Err(error) => {
            return Err(ConfigError {
                place: ConfigLocation::File(path, 0),
                problem: Problem::Unreadable(error.to_string()),
            });
        }
    };
    config.found.exists = true;
    Walk { path: &path, text: &text, env }.top(config)
}

/// The file that is being read, for the lines of its mistakes.
pub(super) struct Walk<'a> {
    pub(super) path: &'a Path,
    text: &'a str,
    pub(super) env: &'a Env,
}

/// A key as it is written.
pub(super) type Name<'i> = Spanned<std::borrow::Cow<'i, str>>;

impl Walk<'_> {
    fn top(&self, config: &mut Config) -> Result<Option<Language>, ConfigError> {
        let table = DeTable::parse(self.text).map_err(|error| {
            let line = error.span().map_or(0, |span| self.line(span.start));
            let problem = Problem::Syntax(error.message().to_owned());
            ConfigError { place: ConfigLocation::File(self.path.to_owned(), line), problem }
        })?;
        let (mut language, mut theme) = (None, None);
        for (name, value) in table.get_ref() {
            match name.get_ref().as_ref() {
                "sources" => self.sources(config, self.table(name, value, "sources")?)?,
                "network" => self.network(config, self.table(name, value, "network")?)?,
                "backup" => self.backup(config, self.table(name, value, "backup")?)?,
                "stale" => self.stale(config, self.table(name, value, "stale")?)?,
                "protection" => self.protection(config, self.table(name, value, "protection")?)?,
                "themes" => self.themes(config, self.table(name, value, "themes")?)?,
                "notify" => self.notify(config, self.table(name, value, "notify")?)?,
                _ => {
                    let key = self.known(Section::Top, name, "")?;
                    let value = self.read(key, key.name, value)?;
                    if let (Value::Text(wanted), "theme") = (&value, key.name) {
                        theme = Some((name, wanted.clone()));
                    }
                    language = language.or(set_top(config, key, value));
                }
            }
        }
        // Known only when all sections are read.
        if let Some((name, wanted)) = theme {
            config.theme = themes::named(config, &wanted).map_err(|problem| self.wrong(name, problem))?;
        }
        Ok(language)
    }

    fn themes(&self, config: &mut Config, table: &DeTable) -> Result<(), ConfigError> {
        for (name, value) in table {
            let id = name.get_ref().as_ref();
            let path = format!("themes.{id}");
            let mut theme = Theme::of(BuiltIn::parse(id).unwrap_or_default());
            for (name, value) in self.table(name, value, &path)? {
                let key = self.known(Section::Theme, name, &format!("{path}."))?;
                match self.read(key, &format!("{path}.{}", key.name), value)? {
                    Value::Text(base) => theme.base = BuiltIn::parse(&base).unwrap_or_default(),
                    Value::Look(look) => theme.own.extend(Role::parse(key.name).map(|role| (role, look))),
                    _ => {}
                }
            }
            config.own_themes.insert(id.to_owned(), theme);
        }
        Ok(())
    }

    fn network(&self, config: &mut Config, table: &DeTable) -> Result<(), ConfigError> {
        for (name, value) in table {
            let key = self.known(Section::Network, name, "network.")?;
            match self.read(key, &format!("network.{}", key.name), value)? {
                Value::Text(proxy) => config.http.proxy = Some(proxy),
                Value::Whole(seconds) => config.http.timeout = std::time::Duration::from_secs(seconds.into()),
                _ => {}
            }
        }
        Ok(())
    }

    fn backup(&self, config: &mut Config, table: &DeTable) -> Result<(), ConfigError> {
        for (name, value) in table {
            let key = self.known(Section::Backup, name, "backup.")?;
            if let Value::Whole(keep) = self.read(key, &format!("backup.{}", key.name), value)? {
                config.keep_backups = keep;
            }
        }
        Ok(())
    }

    fn stale(&self, config: &mut Config, table: &DeTable) -> Result<(), ConfigError> {
        for (name, value) in table {
            let key = self.known(Section::Stale, name, "stale.")?;
            let value = self.read(key, &format!("stale.{}", key.name), value)?;
            if let (Value::Whole(days), Some(stage)) = (value, Stage::parse(key.name)) {
                config.stale.push((stage, days));
            }
        }
        Ok(())
    }

    fn protection(&self, config: &mut Config, table: &DeTable) -> Result<(), ConfigError> {
        for (name, value) in table {
            if name.get_ref() != "presets" {
                let key = format!("protection.{}", name.get_ref());
                let problem = Problem::UnknownKey { key, nearest: Some("protection.presets".to_owned()) };
                return Err(self.wrong(name, problem));
            }
            for (name, value) in self.table(name, value, "protection.presets")? {
                let path = format!("protection.presets.{}", name.get_ref());
                config.own_presets.push(self.preset(name, self.table(name, value, &path)?, &path)?);
            }
        }
        Ok(())
    }

    fn preset(&self, name: &Name, table: &DeTable, path: &str) -> Result<Preset, ConfigError> {
        let (mut days, mut from) = (None, CountedFrom::Shipped);
        for (name, value) in table {
            let key = self.known(Section::Preset, name, &format!("{path}."))?;
            match self.read(key, &format!("{path}.{}", key.name), value)? {
                Value::Whole(wanted) => days = Some(wanted),
                Value::Text(word) => from = CountedFrom::parse(&word).unwrap_or(from),
                _ => {}
            }
        }
        let whole = Section::Preset.key("days").map_or(ValueKind::Whole(1, 1_000), |key| key.kind);
        let missing = || Problem::WrongValue {
            key: format!("{path}.days"),
            value: None,
            wanted: ExpectedValue::Kind(whole),
            nearest: None,
        };
        let days = days.ok_or_else(|| self.wrong(name, missing()))?;
        Ok(Preset { name: CleanText::line(name.get_ref()), days, from })
    }

    fn sources(&self, config: &mut Config, table: &DeTable) -> Result<(), ConfigError> {
        for (name, value) in table {
            let id = name.get_ref().as_ref();
            let path = format!("sources.{id}");
            let table = self.table(name, value, &path)?;
            let settings = if source_ids().contains(&id) {
                self.source(&mut config.found, table, &path)?
            } else {
                let place = |problem| self.wrong(name, problem);
                command_sources::check(id, table).map_err(place)?;
                self.outside(id, table, &path)?
            };
            config.sources.insert(id.to_owned(), settings);
        }
        Ok(())
    }

    fn source(&self, found: &mut FileFound, table: &DeTable, path: &str) -> Result<SourceSettings, ConfigError> {
        let mut settings = SourceSettings::default();
        let mut given: Vec<(&'static str, &'static str)> = Vec::new();
        for (name, value) in table {
            let key = self.known(Section::Source, name, &format!("{path}."))?;
            let value = self.read(key, &format!("{path}.{}", key.name), value)?;
            let Some((secret, how)) = secret_of(key.name) else {
                set_source(&mut settings, value);
                continue;
            };
            if let Some((_, other)) = given.iter().find(|(known, _)| *known == secret) {
                let (first, second) = (format!("{path}.{other}"), format!("{path}.{}", key.name));
                return Err(self.wrong(name, Problem::TwoWays { first, second }));
            }
            given.push((secret, key.name));
            if let Value::Text(text) = value {
                found.holds_secret |= how.is_empty() && secret != "domain";
                settings.secrets.insert(secret.to_owned(), self.secret(how, text));
            }
        }
        Ok(settings)
    }

    /// A source of the user's own.
    fn outside(&self, id: &str, table: &DeTable, path: &str) -> Result<SourceSettings, ConfigError> {
        let mut settings = SourceSettings::default();
        let mut own = CommandSourceSettings::default();
        for (name, value) in table {
            let key = self.known(Section::Outside, name, &format!("{path}."))?;
            match self.read(key, &format!("{path}.{}", key.name), value)? {
                Value::Switch(on) => settings.enabled = Some(on),
                value => command_sources::set(&mut own, key, value),
            }
        }
        if let Some(program) = own.command.first_mut().filter(|program| program.contains('/')) {
            *program = paths::written(program, self.path, self.env).to_string_lossy().into_owned();
        }
        settings.command = Some(CommandSource::new(id, own));
        Ok(settings)
    }

    pub(super) fn secret(&self, how: &str, text: String) -> Secret {
        match how {
            "_command" => Secret::Command(text),
            "_file" => Secret::File(paths::written(&text, self.path, self.env)),
            _ => Secret::Plain(SecretString::from(text)),
        }
    }

    pub(super) fn table<'t, 'i>(
        &self,
        name: &Name,
        value: &'t Spanned<DeValue<'i>>,
        path: &str,
    ) -> Result<&'t DeTable<'i>, ConfigError> {
        value.get_ref().as_table().ok_or_else(|| {
            let problem =
                Problem::WrongValue { key: path.to_owned(), value: None, wanted: ExpectedValue::Table, nearest: None };
            self.wrong(name, problem)
        })
    }

    pub(super) fn known(
        &self,
        section: Section,
        name: &Name,
        prefix: &str,
    ) -> Result<&'static SettingKey, ConfigError> {
        let written = name.get_ref().as_ref();
        section.key(written).ok_or_else(|| {
            let key = format!("{prefix}{written}");
            self.wrong(name, Problem::UnknownKey { key, nearest: meant(section, written, prefix) })
        })
    }

    pub(super) fn read(&self, key: &SettingKey, path: &str, value: &Spanned<DeValue>) -> Result<Value, ConfigError> {
        let place = ConfigLocation::File(self.path.to_owned(), self.line(value.span().start));
        parse_value::read(key, path, value.get_ref(), place)
    }

    pub(super) fn wrong(&self, name: &Name, problem: Problem) -> ConfigError {
        ConfigError { place: ConfigLocation::File(self.path.to_owned(), self.line(name.span().start)), problem }
    }

    fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
    }
}

/// The key that was probably meant: one of the same section, else the same word in another one.
fn meant(section: Section, written: &str, prefix: &str) -> Option<String> {
    let sections = (section == Section::Top)
        .then_some(["sources", "network", "stale", "protection", "themes", "notify"])
        .into_iter()
        .flatten();
    let here = nearest(written, section.keys().map(|key| key.name).chain(sections));
    here.map(|name| format!("{prefix}{name}")).or_else(|| keys().find(|key| key.name == written).map(SettingKey::path))
}

/// Which secret a key gives, and how: `""`, `"_command"` or `"_file"`.
fn secret_of(name: &'static str) -> Option<(&'static str, &'static str)> {
    SECRETS.into_iter().find_map(|secret| name.strip_prefix(secret).map(|how| (secret, how)))
}

fn set_top(config: &mut Config, key: &SettingKey, value: Value) -> Option<Language> {
    match value {
        Value::Text(word) if key.name == "language" => return Language::parse(&word),
        Value::Whole(days) if key.name == "dispute_margin_days" => config.dispute_margin_days = days,
        Value::Whole(days) if key.name == "after_delivery_days" => config.after_delivery_days = days,
        Value::Whole(days) => config.stale_after_days = days,
        Value::Country(country) => config.home_country = Some(country),
        _ => {}
    }
    None
}

fn set_source(settings: &mut SourceSettings, value: Value) {
    match value {
        Value::Switch(on) => settings.enabled = Some(on),
        Value::Text(url) => settings.base_url = Some(url),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> (Config, Result<Option<Language>, ConfigError>) {
        let path = PathBuf::from("/etc/posylka/config.toml");
        let env = Env::of(&[("HOME", "/home/me")]);
        let mut config = Config::defaults(PathBuf::new(), path.clone());
        let language = Walk { path: &path, text, env: &env }.top(&mut config);
        (config, language)
    }

    #[test]
    fn every_key_finds_its_place() {
        let (config, language) = read(
            "language = \"ru\"\nstale_after_days = 0x0A\nhome_country = \"ru\"\n[network]\nproxy = \"socks5h://h:1\"\n\
             timeout_seconds = 5\n[sources.17track]\nenabled = false\nbase_url = \"http://[::1]:80\"\nkey_file = \"~/k\"\n\
             [sources.russian-post]\nlogin = \"me\"\npassword_file = \"p\"\n",
        );
        assert_eq!(language, Ok(Some(Language::Ru)));
        assert_eq!((config.stale_after_days, config.http.timeout.as_secs()), (10, 5));
        assert_eq!(config.home_country.map(|c| c.to_string()).as_deref(), Some("RU"));
        assert_eq!(config.http.proxy.as_deref(), Some("socks5h://h:1"));
        let track = &config.sources["17track"];
        assert_eq!((track.enabled, track.base_url.as_deref()), (Some(false), Some("http://[::1]:80")));
        assert!(matches!(&track.secrets["key"], Secret::File(path) if path == Path::new("/home/me/k")));
        let post = &config.sources["russian-post"];
        assert!(matches!(&post.secrets["password"], Secret::File(path) if path == Path::new("/etc/posylka/p")));
        assert!(matches!(post.secrets["login"], Secret::Plain(_)) && config.found.holds_secret);
    }

    #[test]
    fn every_stage_can_be_given_its_days() {
        let lines: Vec<String> = Stage::with_days().map(|stage| format!("{} = 21\n", stage.as_str())).collect();
        let top = "stale_after_days = 4\ndispute_margin_days = 3\n[stale]\n";
        let (config, read) = read(&format!("{top}{}", lines.concat()));
        assert!(read.is_ok(), "{read:?}");
        assert!(Stage::with_days().all(|stage| config.thresholds().days(stage) == 21));
        assert_eq!((config.dispute_margin_days, config.stale_after_days), (3, 4));
        let own = Section::Stale.keys().map(|key| key.name);
        assert!(own.eq(Stage::with_days().map(Stage::as_str)));
    }

    #[test]
    fn the_days_of_the_stages_follow_the_one_setting_wherever_it_stands() {
        let (config, _) = read("stale_after_days = 10\n[stale]\ncustoms = 30\n");
        let days = [Stage::Customs, Stage::LineHaul].map(|stage| config.thresholds().days(stage));
        assert_eq!(days, [30, 20]);
        let (_, wrong) = read("[stale]\nline_hual = 3");
        assert!(format!("{wrong:?}").contains("stale.line_haul"), "{wrong:?}");
    }

    #[test]
    fn presets_are_read_and_stand_in_for_the_usual_ones() {
        let text = "after_delivery_days = 20\n[protection.presets.joom]\ndays = 45\nfrom = \"ordered\"\n\
                    [protection.presets]\naliexpress = { days = 60 }\n";
        let (config, read_) = read(text);
        assert!(read_.is_ok(), "{read_:?}");
        let presets = config.presets();
        let of = |name: &str| presets.iter().find(|p| &*p.name == name).map(|p| (p.days, p.from));
        assert_eq!(of("joom"), Some((45, CountedFrom::Ordered)));
        assert_eq!(of("aliexpress"), Some((60, CountedFrom::Shipped)));
        assert_eq!((of("temu").is_some(), presets.len(), config.after_delivery_days), (true, 4, 20));
        for wrong in [
            "[protection.presets.x]\nfrom = \"ordered\"",
            "[protection]\npreset = 1",
            "[protection.presets.x]\ndays = 0",
        ] {
            assert!(read(wrong).1.is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_theme_is_found_wherever_it_stands_and_a_slip_is_told() {
        let (config, read_) = read(
            "theme = \"night\"\n[themes.night]\nbase = \"dark\"\nalarm = \"black on #ffd700 bold\"\n[themes.light]\nquiet = \"\"\n",
        );
        assert!(read_.is_ok(), "{read_:?}");
        let look = crate::themes::Look::parse("black on #ffd700 bold").unwrap();
        assert_eq!(config.theme, Theme { base: BuiltIn::Dark, own: vec![(Role::Alarm, look)] });
        assert_eq!(config.own_themes["light"].base, BuiltIn::Light);
        let roles = Section::Theme.keys().map(|key| key.name).filter(|name| *name != "base");
        assert!(roles.eq(Role::ALL.map(Role::as_str)));
        let Some(ValueKind::OneOf(bases)) = Section::Theme.key("base").map(|key| key.kind) else { panic!() };
        assert_eq!(bases, BuiltIn::ALL.map(BuiltIn::as_str));
        for (wrong, nearest) in [
            ("theme = \"drak\"", "dark"),
            ("[themes.x]\nalarn = \"red\"", "themes.x.alarm"),
            ("[themes.x]\nalarm = \"redd bold\"", "Some(\"red\")"),
            ("theme = \"nigth\"\n[themes.night]\nbase = \"dark\"", "night"),
        ] {
            let told = format!("{:?}", read(wrong).1.unwrap_err());
            assert!(told.contains(nearest), "{told}");
        }
    }

    #[test]
    fn a_wrong_secret_is_not_repeated() {
        let (_, error) = read("[sources.dhl]\nkey = 4711");
        assert!(!format!("{error:?}").contains("4711"));
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in any::<String>()) {
            let _ = read(&text);
        }

        #[test]
        fn no_value_is_too_strange(key in "[a-z_]{1,12}", value in "[-0-9a-z\"\\[\\]{}.=:]{0,12}", section in "(|\\[network\\]|\\[sources.dhl\\]|\\[sources.mine\\])") {
            let _ = read(&format!("{section}\n{key} = {value}"));
        }
    }
}
