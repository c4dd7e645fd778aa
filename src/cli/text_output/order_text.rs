//! A parcel's orders and their protection, in words for `posylka show`.

use super::domain_text;
use crate::cli::context::CommandContext;
use crate::domain::Parcel;
use crate::domain::advice::window;
use crate::domain::protection_left::protection;
use crate::t;

/// Until when the shop protects it, by which preset, and the last safe day for a dispute; empty: nobody knows.
#[must_use]
pub fn protected(parcel: &Parcel, context: &CommandContext) -> String {
    let (texts, today) = (&context.texts, context.gauge().today());
    let (Some(guard), Some(seen)) = (parcel.protection(), protection(parcel, today, context.rules.dispute_margin_days))
    else {
        return String::new();
    };
    let mut parts = vec![domain_text::day(guard.deadline.until)];
    parts.extend(guard.deadline.preset.as_ref().map(|name| t!(texts, "protection-preset", name = name.as_str())));
    if !parcel.is_finished() {
        parts.extend(seen.dispute_by.map(|day| t!(texts, "protection-dispute-by", date = domain_text::day(day))));
    }
    parts.join(", ")
}

/// Until when a dispute can be opened after the delivery; empty: that is over, or it has not come.
#[must_use]
pub fn after_delivery(parcel: &Parcel, context: &CommandContext) -> String {
    let days = context.rules.after_delivery_days;
    let open = window(parcel, context.gauge().today(), days).filter(|window| !window.over);
    open.map(|window| {
        let (date, n) = (domain_text::day(window.until), days);
        if window.confirmed {
            t!(context.texts, "protection-after-confirmation", date = date, n = n)
        } else {
            t!(context.texts, "protection-after-delivery", date = date, n = n)
        }
    })
    .unwrap_or_default()
}
