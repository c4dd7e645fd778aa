//! The orders in the parcel, and how long the shop protects them.

use super::super::draw_context::DrawContext;
use crate::domain::advice::window as open_window;
use crate::domain::protection_left::protection as seen;
use crate::domain::{Order, Parcel};
use crate::t;
use crate::wording;

/// Each order with its days. Orders of which only the number is known share a line.
pub(super) fn lines(parcel: &Parcel, pen: DrawContext) -> Vec<String> {
    let told = |order: &Order| wording::order::told(pen.texts, order, parcel, |day| pen.date(day));
    let (bare, known): (Vec<&Order>, Vec<&Order>) = parcel.orders.iter().partition(|order| told(order).is_empty());
    let codes: Vec<&str> = bare.iter().filter_map(|order| order.code.as_deref()).collect();
    let bare = (!codes.is_empty()).then(|| t!(pen.texts, "detail-orders", text = codes.join(", ")));
    let line = |order: &&Order| {
        let text = wording::order::line(pen.texts, order, parcel, |day| pen.date(day));
        t!(pen.texts, "detail-order", text = text)
    };
    bare.into_iter().chain(known.iter().map(line)).collect()
}

/// When the protection ends, by whose word, and the last safe day for a dispute where no step names it.
pub(super) fn protection(parcel: &Parcel, has_day: bool, pen: DrawContext) -> String {
    let texts = pen.texts;
    let margin = pen.app.settings.rules.dispute_margin_days;
    let (Some(guard), Some(seen)) = (parcel.protection(), seen(parcel, pen.today(), margin)) else {
        return String::new();
    };
    let date = pen.date(guard.deadline.until);
    let end = match seen.days_left {
        ..0 => t!(texts, "detail-protection-over", date = date),
        0 => t!(texts, "detail-protection-today"),
        days => t!(texts, "detail-protection", n = days, date = date),
    };
    let preset = guard.deadline.preset.as_ref().map(|name| t!(texts, "detail-protection-preset", name = name.as_str()));
    let by = seen.dispute_by.filter(|_| !has_day && !parcel.is_finished() && seen.days_left > 0);
    let by = by.map(|day| t!(texts, "detail-dispute-by", date = pen.date(day)));
    [Some(end), preset, by].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Until when a dispute can be opened after the delivery.
pub(super) fn window(parcel: &Parcel, pen: DrawContext) -> String {
    let n = pen.app.settings.rules.after_delivery_days;
    let open = open_window(parcel, pen.today(), n).filter(|window| !window.over);
    open.map(|window| {
        let date = pen.date(window.until);
        if window.confirmed {
            t!(pen.texts, "detail-after-confirmation", date = date, n = n)
        } else {
            t!(pen.texts, "detail-after-delivery", date = date, n = n)
        }
    })
    .unwrap_or_default()
}
