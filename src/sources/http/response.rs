//! What came back.

use chrono::{DateTime, Utc};

/// The longest pause a source may ask for, in seconds: a week. More is a mistake or mischief.
const LONGEST_PAUSE: u64 = 7 * 24 * 60 * 60;

/// An answer, whatever its status.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Seconds to wait before the next request, from Retry-After.
    pub retry_after: Option<u64>,
    /// The content type as sent.
    pub content_type: Option<String>,
    /// The body, decompressed; only its beginning where `truncated`.
    pub body: Vec<u8>,
    /// Whether the answer was larger than [`MAX_BODY`](super::MAX_BODY).
    pub truncated: bool,
}

/// Reads a Retry-After value: seconds, or an HTTP date (RFC 9110, section 10.2.3). At most a week.
#[must_use]
pub fn retry_after_seconds(value: &str, now: DateTime<Utc>) -> Option<u64> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(seconds.min(LONGEST_PAUSE));
    }
    let until = DateTime::parse_from_rfc2822(value).ok()?;
    let seconds = (until.to_utc() - now).num_seconds();
    Some(u64::try_from(seconds).unwrap_or(0).min(LONGEST_PAUSE))
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = Utc.with_ymd_and_hms(2026, 11, 20, 10, 0, 0).single().expect("a date");
        assert_eq!(retry_after_seconds(" 120 ", now), Some(120));
        assert_eq!(retry_after_seconds("Fri, 20 Nov 2026 10:05:00 GMT", now), Some(300));
        assert_eq!(retry_after_seconds("Fri, 20 Nov 2026 09:00:00 GMT", now), Some(0));
        assert_eq!(retry_after_seconds("99999999999", now), Some(604_800));
        assert_eq!(retry_after_seconds("soon", now), None);
        assert_eq!(retry_after_seconds("-1", now), None);
    }
}
