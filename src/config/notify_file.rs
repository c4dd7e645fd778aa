//! Reading `[notify]`: quiet hours, channels, rules.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::config_file::{Name, Walk};
use super::notify_keys::{TREATMENTS, TYPES};
use super::parse_value::Value;
use super::schema::{Section, ValueKind};
use super::settings::Config;
use super::{ConfigError, Problem, paths};
use crate::domain::CleanText;
use crate::domain::notice::{NoticeKind, NoticeRule, QuietHours, Treatment};
use crate::notify::{CHANNEL_SECRETS, ChannelKind, ChannelSettings, TERMINAL, TerminalStyle};

impl Walk<'_> {
    /// Everything under `[notify]`.
    pub(super) fn notify(&self, config: &mut Config, table: &DeTable) -> Result<(), ConfigError> {
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "channels" => self.channels(config, self.table(name, value, "notify.channels")?)?,
                "rules" => self.rules(config, self.table(name, value, "notify.rules")?)?,
                _ => self.notify_key(config, name, value)?,
            }
        }
        Ok(())
    }

    fn notify_key(&self, config: &mut Config, name: &Name, value: &Spanned<DeValue>) -> Result<(), ConfigError> {
        let key = self.known(Section::Notify, name, "notify.")?;
        let notify = &mut config.notify;
        match (key.name, self.read(key, &format!("notify.{}", key.name), value)?) {
            ("quiet", Value::Text(hours)) => notify.rules.quiet = QuietHours::parse(&hours),
            ("summary_at", Value::Text(time)) => notify.rules.summary_at = crate::domain::notice::time_of_day(&time),
            ("heartbeat_url", Value::Text(url)) => notify.heartbeat = Some(url),
            (_, Value::Whole(minutes)) => notify.rules.cooldown = chrono::TimeDelta::minutes(minutes.into()),
            _ => {}
        }
        Ok(())
    }

    fn channels(&self, config: &mut Config, table: &DeTable) -> Result<(), ConfigError> {
        for (name, value) in table {
            let id = name.get_ref().as_ref();
            let path = format!("notify.channels.{id}");
            if !is_name(id) {
                return Err(self.wrong(name, Problem::WrongChannelName { id: id.to_owned() }));
            }
            let channel = self.channel(config, name, self.table(name, value, &path)?, &path)?;
            config.notify.channels.retain(|known| known.name != id);
            config.notify.channels.push(channel);
        }
        Ok(())
    }

    fn channel(
        &self,
        config: &mut Config,
        name: &Name,
        table: &DeTable,
        path: &str,
    ) -> Result<ChannelSettings, ConfigError> {
        let mut channel = ChannelSettings::new(name.get_ref(), ChannelKind::Terminal);
        let (mut kind, mut given) = (None, Vec::new());
        for (name, value) in table {
            let key = self.known(Section::Channel, name, &format!("{path}."))?;
            let value = self.read(key, &format!("{path}.{}", key.name), value)?;
            if let Some(secret) = CHANNEL_SECRETS.into_iter().find(|secret| key.name.starts_with(secret)) {
                if let Some((_, other)) = given.iter().find(|(known, _)| *known == secret) {
                    let (first, second) = (format!("{path}.{other}"), format!("{path}.{}", key.name));
                    return Err(self.wrong(name, Problem::TwoWays { first, second }));
                }
                given.push((secret, key.name));
                let how = key.name.strip_prefix(secret).unwrap_or_default();
                if let Value::Text(text) = value {
                    config.found.holds_secret |= how.is_empty();
                    channel.secrets.insert(secret.to_owned(), self.secret(how, text));
                }
                continue;
            }
            match (key.name, value) {
                ("type", Value::Text(word)) => kind = ChannelKind::parse(&word),
                ("style", Value::Text(word)) => channel.style = TerminalStyle::parse(&word),
                ("url", Value::Text(url)) => channel.url = Some(url),
                (_, Value::Switch(on)) => channel.enabled = on,
                (_, Value::List(command)) => channel.command = self.command(command),
                (word, Value::Text(text)) => drop(channel.words.insert(word, text)),
                _ => {}
            }
        }
        let kind = kind.or((name.get_ref() == TERMINAL).then_some(ChannelKind::Terminal));
        channel.kind = kind.ok_or_else(|| self.missing(name, path, "type", ValueKind::OneOf(TYPES)))?;
        self.complete(name, &channel, path)?;
        Ok(channel)
    }

    /// Whether everything is said that its kind needs; a secret may come from the environment.
    fn complete(&self, name: &Name, channel: &ChannelSettings, path: &str) -> Result<(), ConfigError> {
        for needed in channel.kind.needs() {
            let there = match *needed {
                "url" => channel.url.is_some(),
                "command" => !channel.command.is_empty(),
                secret if CHANNEL_SECRETS.contains(&secret) => {
                    let variable = super::environment_snapshot::channel_variable(&channel.name, secret);
                    channel.secrets.contains_key(secret) || self.env.get(&variable).is_some()
                }
                word => !channel.word(word).is_empty(),
            };
            if !there {
                let kind = Section::Channel.key(needed).map_or(ValueKind::Words, |key| key.kind);
                return Err(self.missing(name, path, needed, kind));
            }
        }
        Ok(())
    }

    fn command(&self, mut command: Vec<String>) -> Vec<String> {
        if let Some(program) = command.first_mut().filter(|program| program.contains('/')) {
            *program = paths::written(program, self.path, self.env).to_string_lossy().into_owned();
        }
        command
    }

    /// In the order in which they are written: the first one that fits decides.
    fn rules(&self, config: &mut Config, table: &DeTable) -> Result<(), ConfigError> {
        let mut rules: Vec<_> = table.iter().collect();
        rules.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in rules {
            let path = format!("notify.rules.{}", name.get_ref());
            let rule = self.rule(name, self.table(name, value, &path)?, &path)?;
            config.notify.rules.rules.push(rule);
        }
        Ok(())
    }

    fn rule(&self, name: &Name, table: &DeTable, path: &str) -> Result<NoticeRule, ConfigError> {
        let mut then = None;
        let mut rule = NoticeRule {
            kinds: Vec::new(),
            tags: Vec::new(),
            parcels: Vec::new(),
            channels: Vec::new(),
            treatment: Treatment::Tell,
        };
        for (name, value) in table {
            let key = self.known(Section::NotifyRule, name, &format!("{path}."))?;
            match (key.name, self.read(key, &format!("{path}.{}", key.name), value)?) {
                ("then", Value::Text(word)) => then = Treatment::parse(&word),
                ("kinds", Value::List(words)) => {
                    rule.kinds = words.iter().filter_map(|word| NoticeKind::parse(word)).collect();
                }
                ("channels", Value::List(names)) => rule.channels = names,
                ("tags", Value::List(tags)) => rule.tags = clean(&tags),
                ("parcels", Value::List(keys)) => rule.parcels = clean(&keys),
                _ => {}
            }
        }
        rule.treatment = then.ok_or_else(|| self.missing(name, path, "then", ValueKind::OneOf(TREATMENTS)))?;
        Ok(rule)
    }

    fn missing(&self, name: &Name, path: &str, key: &str, kind: ValueKind) -> ConfigError {
        self.wrong(name, Problem::MissingKey { key: format!("{path}.{key}"), wanted: kind })
    }
}

fn clean(texts: &[String]) -> Vec<CleanText> {
    texts.iter().map(|text| CleanText::line(text)).collect()
}

/// Lower-case letters, digits and dashes, a letter or digit first: it stands in the name of a variable.
fn is_name(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.len() <= 40 && !id.starts_with('-') && id.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::super::notify_keys::KINDS;
    use super::*;

    #[test]
    fn the_words_are_those_of_the_kinds() {
        let kinds: Vec<&str> =
            NoticeKind::ALL.into_iter().filter(|kind| kind.has_rules()).map(NoticeKind::as_str).collect();
        assert_eq!(KINDS, kinds);
        assert_eq!(TYPES, ChannelKind::ALL.map(ChannelKind::as_str));
        assert_eq!(TREATMENTS, Treatment::ALL.map(Treatment::as_str));
    }
}
