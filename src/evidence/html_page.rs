//! `index.html`: the page for whoever decides the dispute. It stands alone, loads nothing, and prints well.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::answers_index::IndexedAnswer;
use super::input::EvidenceInput;
use super::silent_periods::{Silence, silences};
use super::source_check_counts::{Tally, tallies};
use super::{domain_text, messages, parcel_facts};
use crate::domain::{Entry, SourceId};
use crate::store::{ChainCheck, hex};
use crate::t;
use crate::wording;

const STYLE: &str = include_str!("page.css");

/// The page in the reader's language.
pub(super) fn html(case: &EvidenceInput, answers: &[IndexedAnswer]) -> String {
    let texts = case.texts;
    let title = t!(texts, "evidence-title", name = case.history.dossier.parcel.name());
    let page = html! {
        (DOCTYPE)
        html lang=(texts.language().code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                p { (t!(texts, "evidence-intro", version = env!("CARGO_PKG_VERSION"), time = domain_text::instant(case.now))) }
                (parcel_facts::facts(case))
                h2 { (t!(texts, "evidence-timeline")) }
                (timeline(case))
                h2 { (t!(texts, "evidence-silences")) }
                (silent(case))
                h2 { (t!(texts, "evidence-checks")) }
                (checked(case))
                h2 { (t!(texts, "evidence-messages")) }
                (messages::section(case))
                h2 { (t!(texts, "evidence-claims")) }
                (claims(case))
                h2 { (t!(texts, "evidence-answers")) }
                (kept(case, answers))
            }
        }
    };
    page.into_string()
}

fn head(names: &[String]) -> Markup {
    html! { thead { tr { @for name in names { th scope="col" { (name) } } } } }
}

fn timeline(case: &EvidenceInput) -> Markup {
    let texts = case.texts;
    let entries = &case.history.dossier.timeline.entries;
    let columns = [
        t!(texts, "evidence-when"),
        t!(texts, "evidence-what"),
        t!(texts, "evidence-where"),
        t!(texts, "evidence-sources"),
        t!(texts, "evidence-first-seen"),
    ];
    html! {
        @if entries.is_empty() { p { (t!(texts, "cli-no-events")) } } @else {
            table { (head(&columns)) tbody { @for entry in entries { (event(case, entry)) } } }
        }
    }
}

fn event(case: &EvidenceInput, entry: &Entry) -> Markup {
    let texts = case.texts;
    let event = entry.event();
    let place = event.place.as_deref().map(|place| case.seen(place)).into_iter();
    let place: Vec<String> = place.chain(event.country.map(|country| domain_text::country(texts, country))).collect();
    html! {
        tr.withdrawn[entry.is_withdrawn()] {
            td.t { (domain_text::when(texts, event.time)) }
            td {
                @if event.state.is_some() { strong { (domain_text::state(texts, event.state)) } br; }
                (case.seen(&event.text))
                @if let Some(at) = entry.withdrawn_at() {
                    br; em { (t!(texts, "evidence-withdrawn", time = domain_text::instant(at))) }
                }
                @for (source, state) in contradictions(entry) {
                    br; em { (source_says(case, source, state)) }
                }
            }
            td.p { (place.join(", ")) }
            td.p { (names(case, entry.sources())) }
            td.t { (domain_text::instant(entry.first_seen())) }
        }
    }
}

/// The sources that read the same event otherwise.
fn contradictions(entry: &Entry) -> Vec<(&SourceId, crate::domain::State)> {
    let spoken = entry.event().state.map(|state| state.status);
    let other = |state: &crate::domain::State| spoken.is_some_and(|spoken| spoken != state.status);
    entry.others.iter().filter_map(|s| Some((&s.source, s.event.state.filter(other)?))).collect()
}

fn source_says(case: &EvidenceInput, source: &SourceId, state: crate::domain::State) -> String {
    let status = domain_text::state(case.texts, Some(state));
    t!(case.texts, "evidence-source-says", source = (case.source_name)(source), status = status)
}

fn names(case: &EvidenceInput, sources: Vec<&SourceId>) -> String {
    domain_text::joined(sources.into_iter().map(|source| (case.source_name)(source)), ", ")
}

fn silent(case: &EvidenceInput) -> Markup {
    let texts = case.texts;
    let found = silences(case);
    let columns = [
        t!(texts, "evidence-from"),
        t!(texts, "evidence-to"),
        t!(texts, "evidence-days"),
        t!(texts, "evidence-checks-meanwhile"),
    ];
    html! {
        @if found.is_empty() { p { (t!(texts, "evidence-no-silence")) } } @else {
            table { (head(&columns)) tbody { @for silence in &found { (stretch(case, silence)) } } }
        }
    }
}

fn stretch(case: &EvidenceInput, silence: &Silence) -> Markup {
    let texts = case.texts;
    let from = match silence.from {
        Some(time) => domain_text::when(texts, Some(time)),
        None => t!(texts, "evidence-since-added"),
    };
    let to = match silence.to {
        Some(time) => domain_text::when(texts, Some(time)),
        None => t!(texts, "evidence-lasts"),
    };
    html! { tr { td.t { (from) } td.t { (to) } td.n { (silence.days) } td.n { (silence.checks) } } }
}

fn checked(case: &EvidenceInput) -> Markup {
    let texts = case.texts;
    let found = tallies(case);
    let columns = [
        t!(texts, "evidence-source"),
        t!(texts, "evidence-number"),
        t!(texts, "evidence-count"),
        t!(texts, "evidence-first"),
        t!(texts, "evidence-last"),
        t!(texts, "evidence-outcomes"),
        t!(texts, "evidence-changed"),
        t!(texts, "evidence-unchanged"),
    ];
    html! {
        @if found.is_empty() { p { (t!(texts, "evidence-no-checks")) } } @else {
            table.dense { (head(&columns)) tbody { @for tally in &found { (tallied(case, tally)) } } }
        }
    }
}

fn tallied(case: &EvidenceInput, tally: &Tally) -> Markup {
    let outcome =
        |(outcome, count): &(_, usize)| format!("{}: {count}", wording::trouble::outcome(case.texts, *outcome));
    html! {
        tr {
            td { ((case.source_name)(&tally.source)) }
            td.t { (tally.number) }
            td.n { (tally.checks) }
            td.t { (domain_text::instant(tally.first)) }
            td.t { (domain_text::instant(tally.last)) }
            td.p { (domain_text::joined(tally.outcomes.iter().map(outcome), "; ")) }
            td.t { (tally.changed_at.map(domain_text::instant).unwrap_or_default()) }
            td.n { (tally.unchanged) }
        }
    }
}

/// What each source claims now, and whether that is one thing.
fn claims(case: &EvidenceInput) -> Markup {
    let texts = case.texts;
    let dossier = &case.history.dossier;
    let claimed = dossier.standings.iter().filter_map(|s| Some((s, s.facts.as_ref()?.state?)));
    let claimed: Vec<_> = claimed.collect();
    html! {
        p {
            @if claimed.is_empty() { (t!(texts, "evidence-no-claims")) }
            @else if dossier.parcel.summary.disagreement { strong { (t!(texts, "evidence-disagree")) } }
            @else { (t!(texts, "evidence-agree")) }
        }
        ul {
            @for (standing, state) in &claimed {
                li {
                    (source_says(case, &standing.source, *state)) " (" (standing.number)
                    @if let Some(at) = standing.answered_at { ", " (domain_text::instant(at)) } ")"
                }
            }
        }
    }
}

fn kept(case: &EvidenceInput, answers: &[IndexedAnswer]) -> Markup {
    let texts = case.texts;
    let masked = answers.iter().filter(|answer| answer.masked).count();
    let ends = case.history.chain;
    html! {
        p { (t!(texts, "evidence-kept", count = answers.len())) }
        @if masked > 0 { p { (t!(texts, "evidence-masked", count = masked)) } }
        @match case.chain {
            ChainCheck::Whole(_) => @if ends.answers > 0 { p { (t!(texts, "evidence-chain-whole")) } },
            ChainCheck::Broken(id) => p { strong { (t!(texts, "evidence-chain-broken", id = id.to_string())) } },
        }
        @if let (Some(first), Some(last)) = (ends.first, ends.last) {
            p.hash { (hex(&first)) br; (hex(&last)) }
        }
        p { (t!(texts, "evidence-how-to-verify")) }
    }
}
