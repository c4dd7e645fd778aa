//! From an answer to reports. Pure, and survives any bytes.

use serde_json::Value;

use super::code_meaning::CodeMeaning;
use super::wire::{Detail, Envelope, EtaInfo, LastMile, Module};
use super::{action_codes, current_state, event_time, events};
use crate::domain::number::{Candidate, IdentifyContext, identify};
use crate::domain::{CleanText, Country, Eta, Reply, Report, ReportedFacts, Step, TrackingNumber, Trouble};
use crate::sources::decoding::event_order_and_state::{ListOrder, ToldJourney, follow_steps, newest_elements};
use crate::sources::decoding::json_body;
use crate::sources::decoding::lenient_json::{LenientInteger, LenientText, check_any_read, clean_text, raw_text};
use crate::sources::decoding::refusal::{self, Access};
use crate::sources::decoding::replies::{complete, from_entries, named};
use crate::sources::decoding::report::{expected_days, joined, known, other_numbers, unknown};
use crate::sources::decoding::status_phrases::holds;
use crate::sources::decoding::worded_troubles::not_understood;

/// Reads an answer about the asked numbers: one reply for each.
///
/// # Errors
/// The trouble that concerns all of them: refused, out of order, or not understood.
pub fn decode(asked: &[TrackingNumber], status: u16, body: &[u8]) -> Result<Vec<Reply>, Trouble> {
    refusal::check(Access::Keyless, status, body)?;
    let tree = json_body::json(body)?;
    check_failure(&tree)?;
    let envelope: Envelope = json_body::shape(tree)?;
    let number = |module: &Module| named(asked, raw_text(module.mail_no.as_ref()));
    Ok(complete(from_entries(envelope.module, number, report), asked, "module"))
}

/// What `success: false` means. No such answer was ever recorded; clients read these fields.
fn check_failure(tree: &Value) -> Result<(), Trouble> {
    let failed = match tree.get("success") {
        Some(Value::Bool(success)) => !success,
        Some(Value::String(success)) => success.eq_ignore_ascii_case("false"),
        _ => false,
    };
    if !failed {
        return Ok(());
    }
    let words: Vec<&str> = ["errorCode", "errorMsg", "code", "message", "msg"]
        .iter()
        .filter_map(|field| tree.get(field).and_then(Value::as_str))
        .collect();
    let words = words.join(" ");
    let lower = words.to_ascii_lowercase();
    if holds(&lower, &["captcha", "punish", "validate", "robot", "forbidden", "denied", "illegal access"]) {
        return Err(Trouble::Blocked);
    }
    if holds(&lower, &["rate", "limit", "too many", "frequent", "throttl", "flow control"]) {
        return Err(Trouble::RateLimited { retry_after: None });
    }
    Err(not_understood(&format!("success: false {words}")))
}

/// What an entry says about its number.
fn report(number: &TrackingNumber, module: &Module, index: usize) -> Result<Report, Trouble> {
    let path = format!("module[{index}].detailList");
    let details: Vec<Detail> = newest_elements(&module.detail_list, ListOrder::NewestFirst, &path)?;
    let (mut events, meanings) = events::interpret(number, &details);
    // Seen once in place of a status: a word to crawlers, not about the parcel.
    if [&module.status_desc, &module.status].iter().any(|words| raw_text(words.as_ref()).contains("STOPCRAWLER"))
        || events.iter().any(|event| event.text.contains("STOPCRAWLER"))
    {
        return Err(Trouble::Blocked);
    }
    check_any_read(&path, module.detail_list.as_array().map_or(0, Vec::len), events.len())?;
    let handovers = handovers(number, module);
    let known_by = raw_text(module.mail_no_source.as_ref()).trim().to_ascii_uppercase();
    if events.is_empty() && handovers.is_empty() {
        if known_by == "EXTERNAL" {
            return Ok(unknown());
        }
        if known_by.is_empty() && module.status.is_none() {
            return Err(not_understood(&format!("module[{index}]: neither mailNoSource, status nor events")));
        }
    }
    let steps: Vec<Step> = meanings.iter().map(|meaning| meaning.step()).collect();
    let told = follow_steps(&mut events, &steps);
    Ok(known(facts(module, &meanings, &told, handovers), events))
}

fn facts(
    module: &Module,
    meanings: &[CodeMeaning],
    told: &ToldJourney,
    handovers: Vec<TrackingNumber>,
) -> ReportedFacts {
    let status = action_codes::normal(raw_text(module.status.as_ref()));
    let (state, words) = current_state::claimed(meanings, told, &status);
    let nothing_yet = || clean_text(module.no_tracking_data_desc.as_ref()).filter(|_| meanings.is_empty());
    ReportedFacts {
        state,
        status_text: words.or_else(|| clean_text(module.status_desc.as_ref())).or_else(nothing_yet),
        origin: country(module.origin_country.as_ref()),
        destination: country(module.dest_country.as_ref()),
        carrier: None,
        service: clean_text(module.mail_type.as_ref()),
        storage: None,
        last_mile: module.dest_cp_info.as_ref().and_then(last_mile),
        eta: module.global_eta_info.as_ref().and_then(eta),
        handovers,
    }
}

/// The country of "France" or "France,Town": the town is where the addressee lives, and is not kept.
fn country(name: Option<&LenientText>) -> Option<Country> {
    let name = raw_text(name);
    Country::from_english_name(name)
        .or_else(|| name.split_once(',').and_then(|(country, _)| Country::from_english_name(country.trim())))
}

/// Name, phone and site in one line, as far as they are there.
fn last_mile(carrier: &LastMile) -> Option<CleanText> {
    joined([carrier.cp_name.as_ref(), carrier.phone.as_ref(), carrier.url.as_ref()])
}

fn eta(info: &EtaInfo) -> Option<Eta> {
    let date = |millis: Option<LenientInteger>| event_time::home_date(millis?.0);
    expected_days(date(info.delivery_min_time), date(info.delivery_max_time))
}

/// Other numbers of the parcel: "Latest Tracking Number:\tRC…" and the same without its label (certain).
fn handovers(number: &TrackingNumber, module: &Module) -> Vec<TrackingNumber> {
    let named =
        [&module.copy_real_mail_no, &module.real_mail_no, &module.copy_virtual_mail_no, &module.virtual_mail_no];
    other_numbers(number, named.into_iter().map(|text| without_label(raw_text(text.as_ref()))), named.len())
}

/// The number behind a label; in prose without one, the only word that is a number of a known format.
fn without_label(text: &str) -> &str {
    if let Some((_, number)) = text.rsplit_once(['\t', ':']) {
        return number;
    }
    let mut words = text.split_whitespace();
    match (words.next(), words.next()) {
        (Some(_), Some(_)) => {
            let mut known = text.split_whitespace().filter(|word| is_known_number(word));
            known.next().filter(|_| known.next().is_none()).unwrap_or_default()
        }
        _ => text,
    }
}

fn is_known_number(word: &str) -> bool {
    let number = TrackingNumber::parse(word.trim_matches(['.', ',', ';', '(', ')']));
    number.is_ok_and(|number| identify(&number, &IdentifyContext::default()).iter().any(Candidate::accepted))
}
