//! The tables of `docs/configuration.md`, from the table of keys.

use super::schema::{SettingKey, VARIABLES, ValueKind, keys, source_ids};

/// The tables of `docs/configuration.md`.
#[must_use]
pub fn tables() -> String {
    let keys = keys().map(row);
    let variables = VARIABLES.iter().map(|(name, meaning)| format!("| `{name}` | {meaning} |\n"));
    let ids = source_ids().iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" ");
    [
        "| key | value | default | environment | meaning |\n|---|---|---|---|---|\n".to_owned(),
        keys.collect(),
        "\n| variable | meaning |\n|---|---|\n".to_owned(),
        variables.collect(),
        format!("\nThe sources that may have a section: {ids}. Any other name is a source of your own.\n"),
    ]
    .concat()
}

fn row(key: &SettingKey) -> String {
    let env = if key.env.starts_with("POSYLKA") { format!("`{}`", key.env) } else { key.env.to_owned() };
    let cells = [format!("`{}`", key.path()), words(key.kind), key.default.to_owned(), env, key.meaning.to_owned()];
    format!("| {} |\n", cells.map(|cell| if cell.is_empty() { "—".to_owned() } else { cell }).join(" | "))
}

/// What the value has to be, for the table of the documentation.
fn words(kind: ValueKind) -> String {
    match kind {
        ValueKind::OneOf(words) => words.iter().map(|w| format!("`\"{w}\"`")).collect::<Vec<_>>().join(", "),
        ValueKind::Whole(least, most) => format!("{least} to {most}"),
        ValueKind::Country => "two letters, ISO 3166-1".to_owned(),
        ValueKind::Switch => "`true`, `false`".to_owned(),
        ValueKind::Url => "`http(s)://…`".to_owned(),
        ValueKind::Proxy => "`http(s)://…`, `socks5(h)://…`".to_owned(),
        ValueKind::Secret | ValueKind::Words => "text".to_owned(),
        ValueKind::Command => "shell command".to_owned(),
        ValueKind::File => "path".to_owned(),
        ValueKind::Program => "`[\"program\", \"argument\", …]`".to_owned(),
        ValueKind::Page => "`http(s)://…{number}…`".to_owned(),
        ValueKind::Theme => "the name of a theme".to_owned(),
        ValueKind::Look => "colours, see [themes](themes.md)".to_owned(),
        ValueKind::Server => "`http(s)://…`, `smtp(s)://…`".to_owned(),
        ValueKind::Hours => "`\"HH:MM-HH:MM\"`, `\"off\"`".to_owned(),
        ValueKind::TimeOfDay => "`\"HH:MM\"`".to_owned(),
        ValueKind::SomeOf(words) => {
            format!("a list of {}", words.iter().map(|w| format!("`\"{w}\"`")).collect::<Vec<_>>().join(", "))
        }
        ValueKind::List => "`[\"…\", …]`".to_owned(),
        ValueKind::Formats => "`[\"carrier/format\", …]`".to_owned(),
    }
}
