//! Telling a refusal from an answer: the same for every source, and pure.

use super::worded_troubles::not_understood;
use crate::domain::{Cause, Trouble};

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
    by_status(access, status)
        .or_else(|| looks_like_html(&start).then(|| page(status, &start)))
        .or_else(|| by_other(status))
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
        (401 | 403 | 451, _) => Some(Trouble::Refused { why: Cause::Http(status.into()) }),
        // One that was not followed: it leads to another host, where a page for people is, or the source's new home.
        (301 | 302 | 303 | 307 | 308, _) => Some(Trouble::WrongAddress { why: Cause::Moved(status.into()) }),
        // 420 is what some gateways, Alibaba's among them, send instead of 429.
        (420 | 429, _) => Some(Trouble::RateLimited { retry_after: None }),
        (407, _) => Some(Trouble::temporary(&Cause::ProxyPassword)),
        (408 | 500..=599, _) => Some(Trouble::temporary(&Cause::Http(status.into()))),
        _ => None,
    }
}

/// A status that is neither a success nor known to mean anything.
fn by_other(status: u16) -> Option<Trouble> {
    (!(200..=299).contains(&status)).then(|| not_understood(&Cause::Http(status.into()).text()))
}

/// What a page for people means where data was asked for: nothing there, out of order, or shut out.
fn page(status: u16, lower: &str) -> Trouble {
    match status {
        404 | 405 | 410 => Trouble::WrongAddress { why: Cause::NothingThere(status.into()) },
        _ if OUT_OF_ORDER_MARKS.iter().any(|mark| lower.contains(mark)) => Trouble::temporary(&Cause::OutOfOrder),
        200..=299 => Trouble::Refused { why: Cause::Page },
        _ => Trouble::Refused { why: Cause::Http(status.into()) },
    }
}

/// Whether it is a page; XML, which other sources answer in, is none.
fn looks_like_html(lower: &str) -> bool {
    let text = lower.trim_start().trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && !["<?xml", "<soap", "<env"].iter().any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn http(status: u64) -> Cause {
        Cause::Http(status)
    }

    #[test]
    fn a_status_means_another_thing_with_a_key() {
        assert_eq!(refusal(Access::Keyed, 403, b"{}"), Some(Trouble::BadKey));
        let refused = |status| Some(Trouble::Refused { why: http(status) });
        assert_eq!(refusal(Access::Keyless, 403, b"{}"), refused(403));
        assert_eq!(refusal(Access::Keyed, 451, b"{}"), refused(451));
        assert_eq!(refusal(Access::Keyless, 429, b""), Some(Trouble::RateLimited { retry_after: None }));
        assert_eq!(refusal(Access::Keyless, 503, b"{}"), Some(Trouble::temporary(&http(503))));
        let moved = Trouble::WrongAddress { why: Cause::Moved(302) };
        assert_eq!(refusal(Access::Keyless, 302, b"<html>Moved</html>"), Some(moved));
        for odd in [300_u16, 304, 404, 418] {
            assert_eq!(refusal(Access::Keyless, odd, b"{}"), Some(not_understood(&format!("HTTP {odd}"))));
        }
        assert_eq!(refusal(Access::Keyless, 200, b"{}"), None);
    }

    #[test]
    fn a_page_says_no_more_than_it_does() {
        let refused = |status, page: &str| refusal(Access::Keyless, status, page.as_bytes());
        let page = Trouble::Refused { why: Cause::Page };
        assert_eq!(refused(200, "<!DOCTYPE html><title>Please log in</title>"), Some(page));
        let nothing = Trouble::WrongAddress { why: Cause::NothingThere(404) };
        assert_eq!(refused(404, "<html><title>404 Not Found</title></html>"), Some(nothing));
        assert_eq!(refused(400, "<html>Bad Request</html>"), Some(Trouble::Refused { why: http(400) }));
        assert_eq!(refused(502, "<html>502 Bad Gateway</html>"), Some(Trouble::temporary(&http(502))));
        assert_eq!(refused(200, " <html>Under Maintenance</html>"), Some(Trouble::temporary(&Cause::OutOfOrder)));
        assert_eq!(refused(503, "<html>/cdn-cgi/challenge-platform</html>"), Some(Trouble::Blocked));
    }

    #[test]
    fn a_captcha_in_json_is_a_block_too() {
        let body = br#"{"ret":["FAIL_SYS_USER_VALIDATE","RGV587_ERROR::SM"],"data":{}}"#;
        assert_eq!(refusal(Access::Keyless, 200, body), Some(Trouble::Blocked));
    }
}
