//! Telling a refusal from an answer: the same for every source, and pure.

use super::worded_troubles::{not_understood, temporary};
use crate::domain::Trouble;

/// Whether a source is asked with a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::sources) enum Access {
    /// Anyone may ask.
    Keyless,
    /// The user's key goes along.
    Keyed,
}

/// How much of a body is searched for marks.
const SEARCHED: usize = 256 * 1024;

/// Marks of a page that wants a person to prove to be one, in lower case. The first five are Alibaba's (certain
/// for its hosts), the rest are those of the usual guards.
const CAPTCHA_MARKS: [&str; 11] = [
    "_____tmd_____/punish",
    "x5secdata",
    "fail_sys_user_validate",
    "rgv587",
    "\"action\":\"captcha\"",
    "/cdn-cgi/challenge-platform",
    "cf-chl-",
    "attention required! | cloudflare",
    "g-recaptcha",
    "h-captcha",
    "_incapsula_resource",
];

/// Marks of a page that says the source is out of order, in lower case.
const OUT_OF_ORDER_MARKS: [&str; 8] = [
    "maintenance",
    "bad gateway",
    "service unavailable",
    "service temporarily unavailable",
    "temporarily unavailable",
    "gateway time-out",
    "gateway timeout",
    "internal server error",
];

/// Lets an answer through that [`refusal`] says nothing against.
///
/// # Errors
/// What the refusal means.
pub(in crate::sources) fn check(access: Access, status: u16, body: &[u8]) -> Result<(), Trouble> {
    refusal(access, status, body).map_or(Ok(()), Err)
}

/// Why an answer is none, as far as that can be told without knowing the source. `None`: read on.
#[must_use]
pub(in crate::sources) fn refusal(access: Access, status: u16, body: &[u8]) -> Option<Trouble> {
    let start = String::from_utf8_lossy(&body[..body.len().min(SEARCHED)]).to_ascii_lowercase();
    if CAPTCHA_MARKS.iter().any(|mark| start.contains(mark)) {
        return Some(Trouble::Blocked);
    }
    by_status(access, status).or_else(|| looks_like_html(&start).then(|| page(&start))).or_else(|| by_other(status))
}

/// The status as [`refusal`] is to see it: one of those that a source uses for an answer in its own shape counts as
/// success, so that the body is read.
pub(in crate::sources) fn read_as(status: u16, answers: &[u16]) -> u16 {
    if answers.contains(&status) { 200 } else { status }
}

/// What the status says by itself.
fn by_status(access: Access, status: u16) -> Option<Trouble> {
    match (status, access) {
        (401 | 403, Access::Keyed) => Some(Trouble::BadKey),
        // A redirect that was not followed leads to a log-in or a captcha on another host.
        (401 | 403 | 451 | 300..=399, _) => Some(Trouble::Blocked),
        // 420 is what some gateways, Alibaba's among them, send instead of 429.
        (420 | 429, _) => Some(Trouble::RateLimited { retry_after: None }),
        (407, _) => Some(temporary("the proxy wants a password")),
        (408 | 500..=599, _) => Some(temporary(&format!("HTTP {status}"))),
        _ => None,
    }
}

/// A status that is neither a success nor known to mean anything.
fn by_other(status: u16) -> Option<Trouble> {
    (!(200..=299).contains(&status)).then(|| not_understood(&format!("HTTP {status}")))
}

/// What a page for people means where data was asked for: out of order, or shut out.
fn page(lower: &str) -> Trouble {
    if OUT_OF_ORDER_MARKS.iter().any(|mark| lower.contains(mark)) {
        return temporary("the source shows a page saying that it is out of order");
    }
    Trouble::Blocked
}

/// Whether it is a page; XML, which other sources answer in, is none.
fn looks_like_html(lower: &str) -> bool {
    let text = lower.trim_start().trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && !["<?xml", "<soap", "<env"].iter().any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_means_another_thing_with_a_key() {
        assert_eq!(refusal(Access::Keyed, 403, b"{}"), Some(Trouble::BadKey));
        assert_eq!(refusal(Access::Keyless, 403, b"{}"), Some(Trouble::Blocked));
        assert_eq!(refusal(Access::Keyless, 429, b""), Some(Trouble::RateLimited { retry_after: None }));
        assert_eq!(refusal(Access::Keyless, 503, b"{}"), Some(temporary("HTTP 503")));
        assert_eq!(refusal(Access::Keyless, 302, b""), Some(Trouble::Blocked));
        assert_eq!(refusal(Access::Keyless, 404, b"{}"), Some(not_understood("HTTP 404")));
        assert_eq!(refusal(Access::Keyless, 200, b"{}"), None);
    }

    #[test]
    fn a_page_is_a_block_unless_it_says_that_the_source_is_out_of_order() {
        let refused = |status, page: &str| refusal(Access::Keyless, status, page.as_bytes());
        assert_eq!(refused(200, "<!DOCTYPE html><title>Please log in</title>"), Some(Trouble::Blocked));
        assert_eq!(refused(502, "<html>502 Bad Gateway</html>"), Some(temporary("HTTP 502")));
        assert!(matches!(refused(200, " <html>Under Maintenance</html>"), Some(Trouble::Temporary { .. })));
        assert_eq!(refused(503, "<html>/cdn-cgi/challenge-platform</html>"), Some(Trouble::Blocked));
    }

    #[test]
    fn a_captcha_in_json_is_a_block_too() {
        let body = br#"{"ret":["FAIL_SYS_USER_VALIDATE","RGV587_ERROR::SM"],"data":{}}"#;
        assert_eq!(refusal(Access::Keyless, 200, body), Some(Trouble::Blocked));
    }
}
