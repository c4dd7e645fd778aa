//! The table of sources, and which of them are on.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    CommandSource, Profile, Secret, Secrets, Source, belpost, cainiao, correos_es, dhl, four_px, inpost, kazpost,
    la_poste, nova_poshta, poste_italiane, russian_post, seventeen_track, ship24, track24, upu,
};
use crate::domain::SourceId;

/// A source's row in the table: a new source is its own file and one row here.
pub(super) struct Entry {
    pub(super) profile: &'static Profile,
    pub(super) build: fn(Setup) -> Arc<dyn Source>,
}

static TABLE: &[Entry] = &[
    Entry { profile: &cainiao::PROFILE, build: cainiao::build },
    Entry { profile: &seventeen_track::PROFILE, build: seventeen_track::build },
    Entry { profile: &belpost::PROFILE, build: belpost::build },
    Entry { profile: &kazpost::PROFILE, build: kazpost::build },
    Entry { profile: &track24::PROFILE, build: track24::build },
    Entry { profile: &russian_post::PROFILE, build: russian_post::build },
    Entry { profile: &upu::PROFILE, build: upu::build },
    Entry { profile: &nova_poshta::PROFILE, build: nova_poshta::build },
    Entry { profile: &dhl::PROFILE, build: dhl::build },
    Entry { profile: &ship24::PROFILE, build: ship24::build },
    Entry { profile: &la_poste::PROFILE, build: la_poste::build },
    Entry { profile: &inpost::PROFILE, build: inpost::build },
    Entry { profile: &four_px::PROFILE, build: four_px::build },
    Entry { profile: &correos_es::PROFILE, build: correos_es::build },
    Entry { profile: &poste_italiane::PROFILE, build: poste_italiane::build },
];

/// What the configuration says of one source.
#[derive(Clone, Debug, Default)]
pub struct SourceSettings {
    /// On or off; `None`: on where everything it needs is there.
    pub enabled: Option<bool>,
    /// Another address to ask at: a mirror, a proxy, a test.
    pub base_url: Option<String>,
    /// Its secrets by name ("key", "password").
    pub secrets: BTreeMap<String, Secret>,
    /// The reader's language (ISO 639), for sources that can answer in it; `None`: they answer in their own.
    pub language: Option<&'static str>,
    /// The program to run, where it is a source of the user's own.
    pub outside: Option<CommandSource>,
}

/// What a source is built from.
pub(super) struct Setup {
    /// Where it answers, without a slash at the end.
    pub(super) base_url: String,
    pub(super) secrets: Secrets,
    /// The reader's language (ISO 639), where one is set.
    pub(super) language: Option<&'static str>,
}

/// Whether a source will be asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Switch {
    /// It will.
    On,
    /// The user switched it off.
    Off,
    /// It needs this secret first.
    NeedsSecret(&'static str),
}

/// A source and whether it is on.
#[derive(Clone, Copy, Debug)]
pub struct Registered {
    /// What it is.
    pub profile: &'static Profile,
    /// Whether it will be asked.
    pub state: Switch,
}

/// Every source that the program knows.
pub struct Sources {
    all: Vec<Registered>,
    on: BTreeMap<SourceId, Arc<dyn Source>>,
}

/// What every source is that is built in, in the order of the table.
#[must_use]
pub fn profiles() -> Vec<&'static Profile> {
    TABLE.iter().map(|entry| entry.profile).collect()
}

/// What every source is, the user's own after those that are built in.
#[must_use]
pub fn profiles_of(settings: &BTreeMap<String, SourceSettings>) -> Vec<&'static Profile> {
    let own = settings.values().filter_map(|settings| Some(settings.outside?.profile()));
    profiles().into_iter().chain(own).collect()
}

impl Sources {
    /// Sets up the sources that are on; asks nobody and fetches no secret. Settings of unknown sources are left
    /// aside: complaining about them is the configuration's job.
    #[must_use]
    pub fn new(settings: &BTreeMap<String, SourceSettings>) -> Self {
        let mut sources = Self { all: Vec::new(), on: BTreeMap::new() };
        for entry in TABLE {
            let settings = settings.get(entry.profile.id).cloned().unwrap_or_default();
            let state = switch(entry.profile, &settings);
            sources.all.push(Registered { profile: entry.profile, state });
            if state == Switch::On {
                let base_url = settings.base_url.as_deref().unwrap_or(entry.profile.base_url);
                let base_url = base_url.trim_end_matches('/').to_owned();
                let (secrets, language) = (Secrets::new(settings.secrets), settings.language);
                let source = (entry.build)(Setup { base_url, secrets, language });
                sources.on.insert(entry.profile.source_id(), source);
            }
        }
        for settings in settings.values() {
            let Some(outside) = settings.outside else { continue };
            let state = switch(outside.profile(), settings);
            sources.all.push(Registered { profile: outside.profile(), state });
            if state == Switch::On {
                sources.on.insert(outside.profile().source_id(), Arc::new(outside));
            }
        }
        sources
    }

    /// These and no others, all of them on; for a program that brings its own, and for tests.
    #[must_use]
    pub fn of(sources: Vec<Arc<dyn Source>>) -> Self {
        let registered = |s: &Arc<dyn Source>| Registered { profile: s.profile(), state: Switch::On };
        let all = sources.iter().map(registered).collect();
        Self { all, on: sources.into_iter().map(|s| (s.profile().source_id(), s)).collect() }
    }

    /// Every source: those that are built in, in the order of the table, then the user's own.
    #[must_use]
    pub fn all(&self) -> &[Registered] {
        &self.all
    }

    /// Those that are on, in the order of the table.
    #[must_use]
    pub fn on(&self) -> Vec<&'static Profile> {
        self.all.iter().filter(|r| r.state == Switch::On).map(|r| r.profile).collect()
    }

    /// The source with that id, where it is on.
    #[must_use]
    pub fn get(&self, id: &SourceId) -> Option<Arc<dyn Source>> {
        self.on.get(id).cloned()
    }
}

fn switch(profile: &'static Profile, settings: &SourceSettings) -> Switch {
    if settings.enabled == Some(false) {
        return Switch::Off;
    }
    match profile.secrets.iter().find(|name| !settings.secrets.contains_key(**name)) {
        Some(missing) => Switch::NeedsSecret(missing),
        None => Switch::On,
    }
}

#[cfg(test)]
mod tests {
    use secrecy::SecretString;

    use super::*;

    #[test]
    fn a_keyed_source_waits_for_its_key_and_a_keyless_one_works_at_once() {
        let sources = Sources::new(&BTreeMap::new());
        for registered in sources.all() {
            let expected = registered.profile.secrets.first().map_or(Switch::On, |name| Switch::NeedsSecret(name));
            assert_eq!(registered.state, expected, "{}", registered.profile.id);
        }
        assert!(sources.get(&SourceId::new("cainiao")).is_some());
        assert!(sources.get(&SourceId::new("17track")).is_none());
    }

    #[test]
    fn settings_switch_sources_on_and_off() {
        let key = Secret::Plain(SecretString::from("k"));
        let secrets = BTreeMap::from([("key".to_owned(), key)]);
        let settings = BTreeMap::from([
            ("17track".to_owned(), SourceSettings { secrets, ..SourceSettings::default() }),
            ("cainiao".to_owned(), SourceSettings { enabled: Some(false), ..SourceSettings::default() }),
        ]);
        let sources = Sources::new(&settings);
        let on: Vec<_> = sources.on().iter().map(|p| p.id).collect();
        assert!(on.contains(&"17track") && !on.contains(&"cainiao"), "{on:?}");
        assert_eq!(sources.all()[0].state, Switch::Off);
    }

    #[test]
    fn ids_are_unique_and_pages_hold_the_number() {
        let mut ids: Vec<_> = profiles().iter().map(|p| p.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), TABLE.len());
        assert!(profiles().iter().all(|p| p.page.contains("{number}") && p.batch > 0 && p.parallel > 0));
    }
}
