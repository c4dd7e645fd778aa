//! The one table of keys: the reader of the file, the error messages and `docs/configuration.md` all use it.

use super::notify_keys::NOTIFY_KEYS;
use super::setting_key::key;
pub use super::setting_key::{Section, SettingKey, ValueKind};
use crate::sources::profiles;

/// The ids of the sources that are built in, which may have a section.
#[must_use]
pub fn source_ids() -> Vec<&'static str> {
    profiles().into_iter().map(|profile| profile.id).collect()
}

/// The names of the secrets a source can need; each can also be given by command, file or environment.
pub const SECRETS: [&str; 4] = ["key", "login", "password", "domain"];

/// A key of `[stale]`: the name is the stage's word.
const fn stage(name: &'static str, default: &'static str, meaning: &'static str) -> SettingKey {
    key(Section::Stale, name, ValueKind::Whole(1, 365), default, "", meaning)
}

/// A key of `[themes.NAME]`: the name is the role's word.
const fn role(name: &'static str, meaning: &'static str) -> SettingKey {
    key(Section::Theme, name, ValueKind::Look, "as in `base`", "", meaning)
}

/// Every key there is, but for those of `[notify]`.
const KEYS: &[SettingKey] = &[
    key(
        Section::Top,
        "language",
        ValueKind::OneOf(&["auto", "en", "ru"]),
        "auto",
        "POSYLKA_LANG",
        "Language of screen and messages, and of sources that have a choice; `auto` follows `LC_ALL`, `LC_MESSAGES`, `LANG`",
    ),
    key(
        Section::Top,
        "stale_after_days",
        ValueKind::Whole(1, 365),
        "7",
        "",
        "Full days of silence after which an unfinished parcel is stale",
    ),
    key(
        Section::Top,
        "dispute_margin_days",
        ValueKind::Whole(0, 30),
        "2",
        "",
        "Days before the shop's protection ends by which a dispute should be open",
    ),
    key(
        Section::Top,
        "after_delivery_days",
        ValueKind::Whole(0, 365),
        "15",
        "",
        "Days after a delivery, or after you confirmed it, for which a dispute can still be opened",
    ),
    key(
        Section::Top,
        "home_country",
        ValueKind::Country,
        "",
        "",
        "Your country: ranks digit-only numbers, picks the post to ask",
    ),
    key(
        Section::Top,
        "theme",
        ValueKind::Theme,
        "auto",
        "POSYLKA_THEME",
        "The colours of the screen: a theme that comes with the program, or one of your own; see [themes](themes.md)",
    ),
    key(
        Section::Source,
        "enabled",
        ValueKind::Switch,
        "where it can work",
        "",
        "`false` never asks this source; `true` asks it as soon as it has its secrets",
    ),
    key(
        Section::Source,
        "base_url",
        ValueKind::Url,
        "the source's own",
        "",
        "Another address, for mirrors, proxies and tests",
    ),
    key(Section::Source, "key", ValueKind::Secret, "", "POSYLKA_<ID>_KEY", "The API key"),
    key(
        Section::Source,
        "key_command",
        ValueKind::Command,
        "",
        "",
        "A command that prints the key; run when it is first needed",
    ),
    key(Section::Source, "key_file", ValueKind::File, "", "", "A file that holds the key"),
    key(Section::Source, "login", ValueKind::Secret, "", "POSYLKA_<ID>_LOGIN", "The login, where a source has one"),
    key(Section::Source, "login_command", ValueKind::Command, "", "", "A command that prints the login"),
    key(Section::Source, "login_file", ValueKind::File, "", "", "A file that holds the login"),
    key(
        Section::Source,
        "password",
        ValueKind::Secret,
        "",
        "POSYLKA_<ID>_PASSWORD",
        "The password that goes with the login",
    ),
    key(Section::Source, "password_command", ValueKind::Command, "", "", "A command that prints the password"),
    key(Section::Source, "password_file", ValueKind::File, "", "", "A file that holds the password"),
    key(
        Section::Source,
        "domain",
        ValueKind::Secret,
        "",
        "POSYLKA_<ID>_DOMAIN",
        "The domain a key was issued for, where a source asks for it",
    ),
    key(Section::Source, "domain_command", ValueKind::Command, "", "", "A command that prints the domain"),
    key(Section::Source, "domain_file", ValueKind::File, "", "", "A file that holds the domain"),
    key(
        Section::Outside,
        "command",
        ValueKind::Program,
        "",
        "",
        "The program and its arguments; run without a shell. Makes the section a source of your own",
    ),
    key(Section::Outside, "enabled", ValueKind::Switch, "`true`", "", "`false` never runs it"),
    key(Section::Outside, "name", ValueKind::Words, "NAME", "", "The name that is shown"),
    key(Section::Outside, "page", ValueKind::Page, "", "", "The page where a person can look a number up"),
    key(
        Section::Outside,
        "formats",
        ValueKind::Formats,
        "every number",
        "",
        "The formats of the numbers it is asked about",
    ),
    key(Section::Outside, "batch", ValueKind::Whole(1, 1_000), "10", "", "How many numbers one run is given at most"),
    key(
        Section::Outside,
        "daily_budget",
        ValueKind::Whole(1, 1_000_000),
        "no limit",
        "",
        "How many runs a day are allowed",
    ),
    key(
        Section::Outside,
        "min_interval_minutes",
        ValueKind::Whole(0, 10_080),
        "0",
        "",
        "Least time between two checks of the same number, also by hand",
    ),
    key(
        Section::Backup,
        "keep",
        ValueKind::Whole(0, 1_000),
        "7",
        "",
        "How many copies of the database are kept in `backups` beside it; `0` makes none while the screen is open",
    ),
    key(
        Section::Network,
        "proxy",
        ValueKind::Proxy,
        "",
        "`HTTPS_PROXY`, `ALL_PROXY` …",
        "The proxy for all sources; without it the usual environment variables count",
    ),
    key(Section::Network, "timeout_seconds", ValueKind::Whole(1, 300), "20", "", "How long one question may take"),
    key(Section::Preset, "days", ValueKind::Whole(1, 1_000), "", "", "How many days the shop's protection lasts"),
    key(
        Section::Preset,
        "from",
        ValueKind::OneOf(&["ordered", "shipped"]),
        "shipped",
        "",
        "The day that they are counted from",
    ),
    stage("no_number", "5 at most", "Normal days before the shop names a track number; after them the order is stale"),
    stage("no_first_scan", "`stale_after_days` + 3", "Normal days of silence before the first scan"),
    stage("accepted", "`stale_after_days`", "… after a carrier in the country of origin took it"),
    stage("in_transit", "`stale_after_days`", "… on the way, where nothing finer is known"),
    stage("line_haul", "`stale_after_days` × 2", "… after it left the country of origin"),
    stage("after_border", "`stale_after_days` × 4 + 2", "… after it left on a line that is tracked only to the border"),
    stage("customs", "`stale_after_days` + 3", "… at customs"),
    stage("after_customs", "`stale_after_days`", "… after customs, or in the country of destination"),
    stage("out_for_delivery", "3 at most", "… with the courier"),
    stage("pickup", "5 at most", "Days that it may wait to be collected"),
    stage("delivery_failed", "3 at most", "Normal days of silence after a delivery failed"),
    key(
        Section::Theme,
        "base",
        ValueKind::OneOf(&["auto", "dark", "light", "mono", "high-contrast", "okabe-ito"]),
        "auto",
        "",
        "The theme that yours starts from",
    ),
    role("text", "Everything without another role; with a background it is the whole screen's"),
    role("quiet", "What you need less: sources, clocks, hints"),
    role("key", "Keys, and what has the keyboard"),
    role("alarm", "A parcel that you have to do something about, and mistakes"),
    role("warning", "What needs a look, but no hurry"),
    role("ready", "A parcel that waits to be collected"),
    role("failed", "A parcel whose delivery went wrong"),
    role("courier", "A parcel that comes today"),
    role("good", "What went well"),
    role("frame", "Frames and lines"),
    role("focus", "The frame of what has the keyboard"),
];

/// Variables of the environment that are no key of the file.
pub const VARIABLES: &[(&str, &str)] = &[
    ("POSYLKA_CONFIG", "The configuration file, as `--config`"),
    ("POSYLKA_DATA_DIR", "The data directory, as `--data-dir`"),
    ("POSYLKA_LANG", "The language, as `--lang`"),
    ("POSYLKA_OFFLINE", "`1` asks nobody, as `--offline`"),
    ("POSYLKA_LOG", "How much is logged: `off`, `error`, `warn`, `info` (default), `debug` or `trace`"),
    ("POSYLKA_THEME", "The theme, as `theme`: for one terminal among several"),
    ("POSYLKA_NOW", "A fixed clock (RFC 3339), for tests and pictures, as `--now`"),
];

/// Every key there is.
pub fn keys() -> impl Iterator<Item = &'static SettingKey> {
    KEYS.iter().chain(NOTIFY_KEYS)
}

impl Section {
    /// The keys that may stand there.
    pub fn keys(self) -> impl Iterator<Item = &'static SettingKey> {
        keys().filter(move |key| key.section == self)
    }

    /// The key of that name.
    #[must_use]
    pub fn key(self, name: &str) -> Option<&'static SettingKey> {
        self.keys().find(|key| key.name == name)
    }
}
