//! The table of sources, and which of them are on.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::http_source::{HttpDefinition, HttpSource};
use super::profile::Profile;
use super::source::Source;
use super::source_settings::SourceSettings;
use super::{
    belpost, cainiao, correos_es, dhl, four_px, inpost, kazpost, la_poste, nova_poshta, poste_italiane, russian_post,
    seventeen_track, ship24, track24, upu,
};
use crate::domain::{Reply, SourceId, TrackingNumber};

/// Every source that is built in: what it is, what it asks, how it reads the answer. The order is the one in which
/// sources are listed.
static BUILT_IN: [HttpDefinition; 15] = [
    HttpDefinition::one_request(&cainiao::PROFILE, cainiao::request, cainiao::decode),
    // In steps: a number has to be registered before it can be read.
    HttpDefinition::in_steps(&seventeen_track::PROFILE, seventeen_track::ask),
    HttpDefinition::one_request(&belpost::PROFILE, belpost::request, belpost::decode),
    HttpDefinition::one_request(&kazpost::PROFILE, kazpost::request, kazpost::decode),
    HttpDefinition::one_request(&track24::PROFILE, track24::request, track24::decode),
    HttpDefinition::one_request(&russian_post::PROFILE, russian_post::request, russian_post::decode),
    HttpDefinition::one_request(&upu::PROFILE, upu::request, upu::decode),
    // In steps: one malformed number has the whole batch refused, and the rest is asked about again without it.
    HttpDefinition::in_steps(&nova_poshta::PROFILE, nova_poshta::ask),
    HttpDefinition::one_request(&dhl::PROFILE, dhl::request, dhl::decode),
    HttpDefinition::one_request(&ship24::PROFILE, ship24::request, ship24::decode),
    HttpDefinition::one_request(&la_poste::PROFILE, la_poste::request, la_poste::decode),
    HttpDefinition::one_request(&inpost::PROFILE, inpost::request, inpost::decode),
    HttpDefinition::one_request(&four_px::PROFILE, four_px::request, four_px::decode),
    HttpDefinition::one_request(&correos_es::PROFILE, correos_es::request, correos_es::decode),
    HttpDefinition::one_request(&poste_italiane::PROFILE, poste_italiane::request, poste_italiane::decode),
];

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
    BUILT_IN.iter().map(|definition| definition.profile).collect()
}

/// What every source is, the user's own after those that are built in.
#[must_use]
pub fn profiles_of(settings: &BTreeMap<String, SourceSettings>) -> Vec<&'static Profile> {
    let own = settings.values().filter_map(|settings| Some(settings.command?.profile()));
    profiles().into_iter().chain(own).collect()
}

/// Reads an answer of a built-in source that was kept, about the numbers that it was asked about; nothing where the
/// source is unknown, the answer was a trouble, or one answer alone does not tell everything.
#[must_use]
pub fn read_kept_answer(source: &SourceId, numbers: &[TrackingNumber], status: u16, body: &[u8]) -> Vec<Reply> {
    let definition = BUILT_IN.into_iter().find(|definition| definition.profile.id == source.as_str());
    definition.and_then(|definition| definition.read_again(numbers, status, body)).unwrap_or_default()
}

impl Sources {
    /// Sets up the sources that are on; asks nothing and fetches no secret. Settings of unknown sources are left
    /// aside: complaining about them is the configuration's job.
    #[must_use]
    pub fn new(settings: &BTreeMap<String, SourceSettings>) -> Self {
        let mut sources = Self { all: Vec::new(), on: BTreeMap::new() };
        for definition in BUILT_IN {
            let settings = settings.get(definition.profile.id).cloned().unwrap_or_default();
            let state = switch(definition.profile, &settings);
            sources.add(definition.profile, state, || Arc::new(HttpSource::new(definition, settings)));
        }
        for settings in settings.values() {
            let Some(command) = settings.command else { continue };
            sources.add(command.profile(), switch(command.profile(), settings), || Arc::new(command));
        }
        sources
    }

    fn add(&mut self, profile: &'static Profile, state: Switch, build: impl FnOnce() -> Arc<dyn Source>) {
        self.all.push(Registered { profile, state });
        if state == Switch::On {
            self.on.insert(profile.source_id(), build());
        }
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

    use super::super::secret_lookup::Secret;
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
    fn profiles_state_what_the_default_leaves_open() {
        let mut ids: Vec<_> = profiles().iter().map(|p| p.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), BUILT_IN.len());
        assert!(profiles().iter().all(|p| p.page.contains("{number}") && p.batch > 0 && p.parallel > 0));
    }
}
