//! What is said where nobody is asked.

use chrono::{DateTime, Utc};

use super::draw_context::DrawContext;
use crate::app::relative_time;
use crate::domain::{Unasked, UnaskedReason};
use crate::t;

/// How many parcels nobody has been asked about yet, and when somebody will be; `None` where there are none.
pub(super) fn never_asked(next: Option<DateTime<Utc>>, pen: DrawContext) -> Option<String> {
    let count = pen.app.list.never_asked();
    if count == 0 || !pen.app.work.started {
        return None;
    }
    Some(match next.map(|at| pen.length(relative_time::until(at, pen.now))) {
        Some(time) => t!(pen.texts, "bottom-unasked-next", count = count, time = time),
        None => t!(pen.texts, "bottom-unasked", count = count),
    })
}

/// Why nobody is asked: the first dead end, or from when on somebody is.
pub(super) fn notice(why: &Unasked, pen: DrawContext) -> String {
    let texts = pen.texts;
    let Some((number, reason)) = why.dead_ends.first() else {
        return match why.next {
            Some(at) => t!(texts, "unasked-not-before", time = pen.moment(at)),
            None => t!(texts, "unasked-nothing"),
        };
    };
    let number = number.to_string();
    let said = match reason {
        UnaskedReason::NoSource => t!(texts, "unasked-no-source", number = number),
        UnaskedReason::PinnedOff(sources) => {
            let names: Vec<String> = sources.iter().map(|id| pen.source_name(id)).collect();
            t!(texts, "unasked-pinned-off", number = number, sources = names.join(", "))
        }
    };
    match why.dead_ends.len() {
        0 | 1 => said,
        all => format!("{said} {}", t!(texts, "unasked-more", count = all.saturating_sub(1))),
    }
}
