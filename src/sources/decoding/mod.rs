//! What decoders share: from bytes to values, from values to events, from events to replies. Knows no source.

pub(super) mod central_european_time;
pub(super) mod date_span;
pub(super) mod event_order_and_state;
pub(super) mod json_body;
pub(super) mod lenient_json;
pub(super) mod postal_phrases;
pub(super) mod recipient;
pub(super) mod refusal;
pub(super) mod replies;
pub(super) mod report;
pub(super) mod status_phrases;
pub(super) mod upu_codes;
pub(super) mod wall_time;
pub(super) mod worded_troubles;
pub(super) mod xml_tree;
