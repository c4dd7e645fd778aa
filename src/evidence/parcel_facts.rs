//! What is known of the parcel in short, at the top of the page.

use maud::{Markup, html};

use super::domain_text;
use super::input::EvidenceInput;
use crate::domain::{Country, ProtectionEnd};
use crate::t;
use crate::texts::Texts;
use crate::wording;

/// The table of facts.
pub(super) fn facts(case: &EvidenceInput) -> Markup {
    let texts = case.texts;
    let parcel = &case.history.dossier.parcel;
    let summary = &parcel.summary;
    let shown = |country: Option<Country>| country.map_or_else(|| "?".to_owned(), |c| domain_text::country(texts, c));
    let route = summary.origin.or(summary.destination);
    let said = summary.status_text.as_deref().map(|text| format!(" — {}", case.seen(text))).unwrap_or_default();
    let rows = [
        (t!(texts, "evidence-numbers"), domain_text::joined(case.numbers(), " → ")),
        (t!(texts, "evidence-shop"), parcel.shop.as_deref().unwrap_or_default().to_owned()),
        (
            t!(texts, "evidence-orders"),
            domain_text::joined(
                parcel.orders.iter().map(|order| wording::order::line(texts, order, parcel, |day| day.to_string())),
                "; ",
            ),
        ),
        (t!(texts, "evidence-protected"), parcel.protection().map(|guard| protected(guard, texts)).unwrap_or_default()),
        (t!(texts, "evidence-status"), format!("{}{said}", domain_text::state(texts, summary.state))),
        (t!(texts, "evidence-carrier"), summary.carrier.as_deref().unwrap_or_default().to_owned()),
        (
            t!(texts, "evidence-route"),
            route.map(|_| format!("{} → {}", shown(summary.origin), shown(summary.destination))).unwrap_or_default(),
        ),
        (t!(texts, "evidence-eta"), summary.eta.as_ref().map(|(eta, _)| domain_text::eta(*eta)).unwrap_or_default()),
        (t!(texts, "evidence-added"), domain_text::instant(parcel.added_at)),
        (t!(texts, "evidence-checked"), summary.checked_at.map(domain_text::instant).unwrap_or_default()),
    ];
    html! {
        table.facts {
            @for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
                tr { th scope="row" { (name) } td { (value) } }
            }
        }
    }
}

/// Until when the shop protects it, and that this is assumed where a preset was counted.
fn protected(guard: ProtectionEnd, texts: &Texts) -> String {
    let preset = guard.deadline.preset.as_ref().map(|name| t!(texts, "protection-preset", name = name.as_str()));
    domain_text::joined([Some(guard.deadline.until.to_string()), preset].into_iter().flatten(), ", ")
}
