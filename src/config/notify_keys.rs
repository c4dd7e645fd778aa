//! The keys of `[notify]`.

use super::setting_key::{Section, SettingKey, ValueKind, key};

/// The words of the kinds of notices that a rule may name.
pub(super) const KINDS: &[&str] = &[
    "first",
    "status",
    "event",
    "ready",
    "delivered",
    "problem",
    "eta",
    "silence_broken",
    "stuck",
    "number_overdue",
    "storage_ending",
    "protection_ending",
    "dispute_day",
    "source_down",
    "source_up",
    "summary",
];
/// The words of the kinds of channels.
pub(super) const TYPES: &[&str] =
    &["terminal", "command", "ntfy", "webhook", "telegram", "gotify", "matrix", "email", "desktop"];
/// How a terminal may be told.
const STYLES: &[&str] = &["auto", "osc9", "osc777", "osc99", "bell"];
/// What a rule makes of notices.
pub(super) const TREATMENTS: &[&str] = &["tell", "urgent", "summary", "mute"];

const fn of_all(name: &'static str, kind: ValueKind, default: &'static str, meaning: &'static str) -> SettingKey {
    key(Section::Notify, name, kind, default, "", meaning)
}

const fn channel(name: &'static str, kind: ValueKind, env: &'static str, meaning: &'static str) -> SettingKey {
    key(Section::Channel, name, kind, "", env, meaning)
}

const fn rule(name: &'static str, kind: ValueKind, default: &'static str, meaning: &'static str) -> SettingKey {
    key(Section::NotifyRule, name, kind, default, "", meaning)
}

/// Every key of `[notify]`.
pub(super) const NOTIFY_KEYS: &[SettingKey] = &[
    of_all(
        "quiet",
        ValueKind::Hours,
        "`22:00-08:00`",
        "Hours in which only urgent notices go out; the rest follows in one message at their end; `off`: none",
    ),
    of_all("summary_at", ValueKind::TimeOfDay, "no summary", "When a message says every day how your parcels stand"),
    of_all(
        "cooldown_minutes",
        ValueKind::Whole(0, 1_440),
        "0",
        "Least time between two messages of a channel; what comes meanwhile is joined; urgent ones pass",
    ),
    of_all(
        "heartbeat_url",
        ValueKind::Url,
        "",
        "Asked by `posylka watch` while it is alive: the address, with `/start` at its start, with `/fail` on trouble",
    ),
    channel("type", ValueKind::OneOf(TYPES), "", "What it is; `desktop` needs a build with that feature"),
    key(Section::Channel, "enabled", ValueKind::Switch, "`true`", "", "`false` never sends anything there"),
    channel("url", ValueKind::Server, "", "The address: of the topic (ntfy), of the server, or where it is sent"),
    channel(
        "token",
        ValueKind::Secret,
        "POSYLKA_NOTIFY_<NAME>_TOKEN",
        "The token: of the bot, the application, the account",
    ),
    channel("token_command", ValueKind::Command, "", "A command that prints the token"),
    channel("token_file", ValueKind::File, "", "A file that holds the token"),
    channel("user", ValueKind::Words, "", "The user that goes with the password (e-mail, ntfy)"),
    channel("password", ValueKind::Secret, "POSYLKA_NOTIFY_<NAME>_PASSWORD", "The password"),
    channel("password_command", ValueKind::Command, "", "A command that prints the password"),
    channel("password_file", ValueKind::File, "", "A file that holds the password"),
    channel(
        "secret",
        ValueKind::Secret,
        "POSYLKA_NOTIFY_<NAME>_SECRET",
        "What a webhook's body is signed with (HMAC-SHA256)",
    ),
    channel("secret_command", ValueKind::Command, "", "A command that prints the secret"),
    channel("secret_file", ValueKind::File, "", "A file that holds the secret"),
    channel("chat", ValueKind::Words, "", "The chat's number or @name (Telegram)"),
    channel("room", ValueKind::Words, "", "The room's identity, such as `!abc:example.org` (Matrix)"),
    channel("from", ValueKind::Words, "", "The sender's address (e-mail)"),
    channel("to", ValueKind::Words, "", "The addresses, with commas between them (e-mail)"),
    channel(
        "command",
        ValueKind::Program,
        "",
        "The program and its arguments; it gets the message as JSON on standard input",
    ),
    key(Section::Channel, "style", ValueKind::OneOf(STYLES), "`auto`", "", "How the terminal is told"),
    rule("kinds", ValueKind::SomeOf(KINDS), "every kind", "About these notices"),
    rule("tags", ValueKind::List, "every parcel", "Of parcels with one of these tags"),
    rule("parcels", ValueKind::List, "every parcel", "Of parcels with one of these numbers or ids"),
    rule("channels", ValueKind::List, "every channel", "On these channels"),
    rule(
        "then",
        ValueKind::OneOf(TREATMENTS),
        "",
        "What becomes of them: told by day, told at once, with the daily summary, never. The first rule that fits decides",
    ),
];
