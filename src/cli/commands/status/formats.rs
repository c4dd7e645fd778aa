//! The line in the form that a bar, a prompt or a script wants.

use serde::Serialize;

use crate::cli::text_output::stdout_abilities::Output;
use crate::domain::AttentionCounts;
use crate::t;
use crate::texts::Texts;

/// What a template may name, each in braces.
pub(super) const FIELDS: [&str; 9] =
    ["{text}", "{class}", "{urgent}", "{ready}", "{stuck}", "{trouble}", "{courier}", "{moving}", "{waiting}"];

/// How the line is printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Format {
    Plain,
    Json,
    Waybar,
    Tmux,
    Polybar,
    Template(String),
}

impl Format {
    /// Reads a word, or a template; what is wrong with it otherwise.
    pub fn parse(word: &str) -> Result<Self, String> {
        match word {
            "plain" => Ok(Self::Plain),
            "json" => Ok(Self::Json),
            "waybar" => Ok(Self::Waybar),
            "tmux" => Ok(Self::Tmux),
            "polybar" => Ok(Self::Polybar),
            template if template.contains('{') => {
                let rest = FIELDS.iter().fold(template.to_owned(), |rest, field| rest.replace(field, ""));
                match rest.find('{') {
                    Some(at) => Err(rest[at..].chars().take(20).collect()),
                    None => Ok(Self::Template(template.to_owned())),
                }
            }
            other => Err(other.to_owned()),
        }
    }

    /// A bar takes a command that fails for a broken one.
    pub fn is_for_a_bar(&self) -> bool {
        matches!(self, Self::Waybar | Self::Tmux | Self::Polybar)
    }
}

/// What there is to say.
#[derive(Serialize, Debug)]
pub(super) struct Line {
    /// Empty where nothing matters.
    pub text: String,
    /// The worst state: `urgent` `stuck` `trouble` `ready` `courier` `moving` `waiting` `none`.
    pub class: &'static str,
    /// Whether there is something for a person to do.
    pub needs_you: bool,
    /// How many parcels are how.
    pub counts: CountsJson,
}

/// How many parcels are how, finished and archived ones aside.
#[derive(Serialize, Debug)]
pub(super) struct CountsJson {
    pub urgent: usize,
    pub ready: usize,
    pub stuck: usize,
    pub trouble: usize,
    pub courier: usize,
    pub moving: usize,
    pub waiting: usize,
}

#[derive(Serialize)]
struct WaybarJson<'a> {
    text: &'a str,
    tooltip: &'a str,
    class: &'a str,
    alt: &'a str,
}

impl Line {
    pub fn of(counts: &AttentionCounts, texts: &Texts) -> Self {
        let n = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let parts = [
            (counts.urgent > 0).then(|| t!(texts, "status-count-urgent", n = n(counts.urgent))),
            (counts.ready > 0).then(|| t!(texts, "notice-count-ready", n = n(counts.ready))),
            (counts.stuck > 0).then(|| t!(texts, "notice-count-stuck", n = n(counts.stuck))),
            (counts.trouble > 0).then(|| t!(texts, "status-count-trouble", n = n(counts.trouble))),
            (counts.courier > 0).then(|| t!(texts, "status-count-courier", n = n(counts.courier))),
        ];
        let AttentionCounts { urgent, ready, stuck, trouble, courier, moving, waiting } = *counts;
        Self {
            text: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
            class: counts.worst(),
            needs_you: counts.needs_a_person(),
            counts: CountsJson { urgent, ready, stuck, trouble, courier, moving, waiting },
        }
    }

    pub fn print(&self, format: &Format, out: &mut Output) -> std::io::Result<()> {
        match format {
            Format::Json => out.json(self),
            Format::Waybar => {
                let (text, class) = (self.text.as_str(), self.class);
                out.json_line(&WaybarJson { text, tooltip: text, class, alt: class })
            }
            // Nothing at all: a line of its own would make a bar keep room for it.
            _ if self.text.is_empty() && !matches!(format, Format::Template(_)) => Ok(()),
            Format::Plain => out.line(&self.text),
            Format::Tmux => {
                let colour = self.colour().map_or_else(String::new, |(name, _)| format!("#[fg={name}]"));
                let text = self.text.replace('#', "##");
                out.line(&format!("{colour}{text}#[default]"))
            }
            Format::Polybar => {
                let text = self.text.replace('%', "%%");
                out.line(&match self.colour() {
                    Some((_, hex)) => format!("%{{F{hex}}}{text}%{{F-}}"),
                    None => text,
                })
            }
            Format::Template(template) => out.line(&self.filled(template)),
        }
    }

    /// For bars that know no classes: the name for tmux, the value for polybar.
    fn colour(&self) -> Option<(&'static str, &'static str)> {
        match self.class {
            "urgent" | "stuck" | "trouble" => Some(("red", "#e06c75")),
            "ready" => Some(("green", "#98c379")),
            _ => None,
        }
    }

    fn filled(&self, template: &str) -> String {
        let counts = &self.counts;
        let values = [
            self.text.clone(),
            self.class.to_owned(),
            counts.urgent.to_string(),
            counts.ready.to_string(),
            counts.stuck.to_string(),
            counts.trouble.to_string(),
            counts.courier.to_string(),
            counts.moving.to_string(),
            counts.waiting.to_string(),
        ];
        FIELDS.iter().zip(values).fold(template.to_owned(), |line, (field, value)| line.replace(field, &value))
    }
}
