//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::wire::{Detail, Envelope, EtaInfo, LastMile, Module};
use super::{codes, events, state, time};
use crate::domain::{CleanText, Country, Eta, Finding, Reply, Report, ReportedFacts, TrackingNumber, Trouble};
use crate::sources::lenient_json::{Words, raw, said, something_read};
use crate::sources::response_class;
use crate::sources::response_class::{Access, not_understood};
use crate::sources::{MOST_EVENTS, complete};

/// Reads an answer about the asked numbers: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    if let Some(trouble) = response_class::refusal(Access::Keyless, status, body) {
        return Err(trouble);
    }
    let tree = response_class::json(body)?;
    if let Some(trouble) = failure(&tree) {
        return Err(trouble);
    }
    let envelope: Envelope = response_class::shape(tree)?;
    let mut replies: Vec<Reply> = Vec::with_capacity(asked.len());
    for (index, entry) in envelope.module.into_iter().enumerate() {
        let Ok(module) = serde_json::from_value::<Module>(entry) else { continue };
        let Some(number) = answered(&module, asked) else { continue };
        if !replies.iter().any(|reply| reply.number == *number) {
            let result = report(number, &module, index);
            replies.push(Reply { number: number.clone(), result });
        }
    }
    Ok(complete(replies, asked, "module"))
}

/// The asked number that an entry names: never another, whatever the order.
fn answered<'a>(module: &Module, asked: &'a [TrackingNumber]) -> Option<&'a TrackingNumber> {
    let named = TrackingNumber::parse(raw(module.mail_no.as_ref())).ok()?;
    asked.iter().find(|number| **number == named)
}

/// What `success: false` means. No such answer was ever recorded; clients read these fields.
fn failure(tree: &Value) -> Option<Trouble> {
    let failed = match tree.get("success") {
        Some(Value::Bool(success)) => !success,
        Some(Value::String(success)) => success.eq_ignore_ascii_case("false"),
        _ => false,
    };
    if !failed {
        return None;
    }
    let words: Vec<&str> = ["errorCode", "errorMsg", "code", "message", "msg"]
        .iter()
        .filter_map(|field| tree.get(field).and_then(Value::as_str))
        .collect();
    let said = words.join(" ");
    let lower = said.to_ascii_lowercase();
    let holds = |marks: &[&str]| marks.iter().any(|mark| lower.contains(mark));
    if holds(&["captcha", "punish", "validate", "robot", "forbidden", "denied", "illegal access"]) {
        return Some(Trouble::Blocked);
    }
    if holds(&["rate", "limit", "too many", "frequent", "throttl", "flow control"]) {
        return Some(Trouble::RateLimited { retry_after: None });
    }
    Some(not_understood(&format!("success: false {said}")))
}

/// What an entry says about its number.
fn report(number: &TrackingNumber, module: &Module, index: usize) -> Result<Report, Trouble> {
    let details = details(&module.detail_list, index)?;
    let events = events::read(number, &details);
    // Seen once in place of a status: a word to crawlers, not about the parcel.
    if [&module.status_desc, &module.status].iter().any(|words| raw(words.as_ref()).contains("STOPCRAWLER"))
        || events.iter().any(|read| read.event.text.contains("STOPCRAWLER"))
    {
        return Err(Trouble::Blocked);
    }
    something_read(&format!("module[{index}].detailList"), sent(&module.detail_list), events.len())?;
    let handovers = handovers(number, module);
    let known_by = raw(module.mail_no_source.as_ref()).trim().to_ascii_uppercase();
    if events.is_empty() && handovers.is_empty() {
        if known_by == "EXTERNAL" {
            return Ok(Report { finding: Finding::Unknown, events: Vec::new() });
        }
        if known_by.is_empty() && module.status.is_none() {
            return Err(not_understood(&format!("module[{index}]: neither mailNoSource, status nor events")));
        }
    }
    let facts = facts(module, &events, handovers);
    let events = events.into_iter().map(|read| read.event).collect();
    Ok(Report { finding: Finding::Known(Box::new(facts)), events })
}

/// The events as sent; a list that is none is not silently taken for an empty one.
fn details(list: &Value, index: usize) -> Result<Vec<Detail>, Trouble> {
    match list {
        Value::Null => Ok(Vec::new()),
        Value::Array(list) => Ok(list.iter().take(MOST_EVENTS).filter_map(detail).collect()),
        _ => Err(not_understood(&format!("module[{index}].detailList: not a list"))),
    }
}

fn sent(list: &Value) -> usize {
    list.as_array().map_or(0, Vec::len)
}

fn detail(item: &Value) -> Option<Detail> {
    serde_json::from_value(item.clone()).ok()
}

fn facts(module: &Module, events: &[events::Read], handovers: Vec<TrackingNumber>) -> ReportedFacts {
    let status = codes::normal(raw(module.status.as_ref()));
    let (state, words) = state::claimed(events, &status);
    let nothing_yet = || said(module.no_tracking_data_desc.as_ref()).filter(|_| events.is_empty());
    ReportedFacts {
        state,
        status_text: words.or_else(|| said(module.status_desc.as_ref())).or_else(nothing_yet),
        origin: country(module.origin_country.as_ref()),
        destination: country(module.dest_country.as_ref()),
        carrier: None,
        service: said(module.mail_type.as_ref()),
        storage: None,
        last_mile: module.dest_cp_info.as_ref().and_then(last_mile),
        eta: module.global_eta_info.as_ref().and_then(eta),
        handovers,
    }
}

fn country(name: Option<&Words>) -> Option<Country> {
    Country::from_english_name(raw(name))
}

/// Name, phone and site in one line, as far as they are there.
fn last_mile(carrier: &LastMile) -> Option<CleanText> {
    let parts = [&carrier.cp_name, &carrier.phone, &carrier.url];
    let parts: Vec<String> = parts.iter().filter_map(|part| said(part.as_ref())).map(|c| c.to_string()).collect();
    CleanText::some_line(&parts.join(", "))
}

/// The expected days, in whichever order the ends came.
fn eta(info: &EtaInfo) -> Option<Eta> {
    let date = |millis: Option<crate::sources::lenient_json::Whole>| time::home_date(millis?.0);
    let (min, max) = (date(info.delivery_min_time), date(info.delivery_max_time));
    let (a, b) = (min.or(max)?, max.or(min)?);
    Some(Eta { from: a.min(b), to: a.max(b) })
}

/// Other numbers of the parcel: "Latest Tracking Number:\tRC…" and the same without its label (certain).
fn handovers(number: &TrackingNumber, module: &Module) -> Vec<TrackingNumber> {
    let named =
        [&module.copy_real_mail_no, &module.real_mail_no, &module.copy_virtual_mail_no, &module.virtual_mail_no];
    let mut numbers: Vec<TrackingNumber> = Vec::new();
    for text in named {
        let last = raw(text.as_ref()).rsplit(['\t', ':']).next().unwrap_or_default();
        let Ok(found) = TrackingNumber::parse(last) else { continue };
        if found != *number && !numbers.contains(&found) {
            numbers.push(found);
        }
    }
    numbers
}
