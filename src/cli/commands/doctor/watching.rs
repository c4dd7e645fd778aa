//! Who looks after the parcels, and whether the reader can be told.

use super::finding::DoctorFinding;
use crate::cli::context::CommandContext;
use crate::cli::text_output::domain_text;
use crate::store::{ChannelState, Database};
use crate::t;
use crate::use_cases::is_watcher_overdue;

/// What is to be said about watching and telling; nothing where the database cannot be read.
pub(super) fn findings(context: &CommandContext) -> Vec<DoctorFinding> {
    let path = context.config.database();
    let db = path.exists().then(|| Database::open(&path, context.now()).ok()).flatten();
    let marks = db.as_ref().and_then(|db| db.loop_marks().ok()).unwrap_or_default();
    let states = db.as_ref().and_then(|db| db.channels().ok()).unwrap_or_default();
    let texts = &context.texts;
    let mut findings = vec![DoctorFinding::well(match marks.looked_at {
        Some(at) => t!(texts, "doctor-looked", at = domain_text::instant(at)),
        None => t!(texts, "doctor-never-looked"),
    })];
    if let Some(at) = marks.watcher_at.filter(|_| is_watcher_overdue(marks, context.now())) {
        let what = t!(texts, "doctor-watcher-overdue", at = domain_text::instant(at));
        findings.push(DoctorFinding::doubtful(what, t!(texts, "doctor-watcher-overdue-hint")));
    }
    let on = context.config.notify.channels.iter().filter(|channel| channel.enabled);
    findings.extend(on.map(|channel| {
        let state = states.iter().find(|state| state.name == channel.name);
        channel_finding(&channel.name, state, context)
    }));
    findings
}

fn channel_finding(name: &str, state: Option<&ChannelState>, context: &CommandContext) -> DoctorFinding {
    let texts = &context.texts;
    let waiting = state.and_then(|state| Some((state, state.oldest?)));
    let Some((state, oldest)) = waiting else {
        return DoctorFinding::well(t!(texts, "doctor-channel-well", name = name));
    };
    let n = state.waiting;
    let Some((at, why)) = &state.trouble else {
        let since = domain_text::instant(oldest);
        return DoctorFinding::well(t!(texts, "doctor-channel-waiting", name = name, n = n, since = since));
    };
    let at = domain_text::instant(*at);
    let what = t!(texts, "doctor-channel-failing", name = name, at = at, why = why.as_str(), n = n);
    DoctorFinding::doubtful(what, t!(texts, "doctor-channel-waiting-hint", name = name))
}
