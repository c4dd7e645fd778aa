//! The usual way of asking: one request, one answer, one reading.

use super::{Consultation, Exchange, Http, Request, exchange, with_retry_after};
use crate::domain::{Reply, TrackingNumber, Trouble};

/// Reads an answer about the asked numbers: status and body.
pub(super) type Decode = fn(&[TrackingNumber], u16, &[u8]) -> Result<Vec<Reply>, Trouble>;

/// Puts one request about `numbers` and reads what comes back.
pub(super) async fn ask(http: &Http, request: Request, numbers: &[TrackingNumber], decode: Decode) -> Consultation {
    let mut exchanges = Vec::new();
    let result = replies(http, &request, numbers, decode, &mut exchanges).await;
    Consultation { exchanges, result }
}

async fn replies(
    http: &Http,
    request: &Request,
    numbers: &[TrackingNumber],
    decode: Decode,
    kept: &mut Vec<Exchange>,
) -> Result<Vec<Reply>, Trouble> {
    let response = exchange(http, request, kept).await?;
    decode(numbers, response.status, &response.body).map_err(|trouble| with_retry_after(trouble, &response))
}
