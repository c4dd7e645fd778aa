//! How a check ended, in words: what is known of a trouble, and no more.

use crate::domain::{Cause, CommandFailure, FileFailure, Outcome};
use crate::t;
use crate::texts::Texts;

/// How a check ended, where nothing more is known of it.
#[must_use]
pub fn outcome(texts: &Texts, outcome: Outcome) -> String {
    match outcome {
        Outcome::Answered => t!(texts, "outcome-answered"),
        Outcome::NoNews => t!(texts, "outcome-no-news"),
        Outcome::UnknownNumber => t!(texts, "outcome-unknown-number"),
        Outcome::Blocked => t!(texts, "outcome-blocked"),
        Outcome::Refused => t!(texts, "outcome-refused"),
        Outcome::WrongAddress => t!(texts, "outcome-wrong-address"),
        Outcome::SecretUnavailable => t!(texts, "outcome-secret-unavailable"),
        Outcome::RateLimited => t!(texts, "outcome-rate-limited"),
        Outcome::BudgetSpent => t!(texts, "outcome-budget-spent"),
        Outcome::BadKey => t!(texts, "outcome-bad-key"),
        Outcome::MalformedNumber => t!(texts, "outcome-malformed-number"),
        Outcome::MoreDataNeeded => t!(texts, "outcome-more-data-needed"),
        Outcome::TooLarge => t!(texts, "outcome-too-large"),
        Outcome::Temporary => t!(texts, "outcome-temporary"),
        Outcome::NotUnderstood => t!(texts, "outcome-not-understood"),
    }
}

/// The same with its detail: the sentence of a known cause, or else the detail as it was kept.
#[must_use]
pub fn told(texts: &Texts, ended: Outcome, detail: Option<&str>) -> String {
    match detail.map(|detail| (detail, Cause::parse(detail))) {
        None => outcome(texts, ended),
        Some((_, Some(cause))) => of_cause(texts, ended, &cause),
        Some((detail, None)) => format!("{} ({detail})", outcome(texts, ended)),
    }
}

fn of_cause(texts: &Texts, ended: Outcome, cause: &Cause) -> String {
    match cause {
        Cause::Offline => t!(texts, "trouble-offline"),
        Cause::TimedOut(seconds) => t!(texts, "trouble-timed-out", n = seconds.to_string()),
        Cause::NameNotFound => t!(texts, "trouble-name-not-found"),
        Cause::ConnectionRefused => t!(texts, "trouble-connection-refused"),
        Cause::Unreachable => t!(texts, "trouble-unreachable"),
        Cause::CannotConnect => t!(texts, "trouble-cannot-connect"),
        Cause::BrokeOff => t!(texts, "trouble-broke-off"),
        Cause::Proxy => t!(texts, "trouble-proxy"),
        Cause::ProxyPassword => t!(texts, "trouble-proxy-password"),
        Cause::ProxyAddress => t!(texts, "trouble-proxy-address"),
        Cause::ProxyScheme => t!(texts, "trouble-proxy-scheme"),
        Cause::Untrusted => t!(texts, "trouble-untrusted"),
        Cause::SelfSigned => t!(texts, "trouble-self-signed"),
        Cause::CertificateExpired => t!(texts, "trouble-certificate-expired"),
        Cause::CertificateNotYetValid => t!(texts, "trouble-certificate-not-yet-valid"),
        Cause::CertificateOfAnother => t!(texts, "trouble-certificate-of-another"),
        Cause::Tls => t!(texts, "trouble-tls"),
        Cause::Http(status) => of_status(texts, ended, *status),
        Cause::OutOfOrder => t!(texts, "trouble-out-of-order"),
        Cause::Page => t!(texts, "trouble-page"),
        Cause::Moved(status) => t!(texts, "trouble-moved", status = status.to_string()),
        Cause::NothingThere(status) => t!(texts, "trouble-nothing-there", status = status.to_string()),
        Cause::TooManyRedirects => t!(texts, "trouble-too-many-redirects"),
        Cause::BadAddress => t!(texts, "trouble-bad-address"),
        Cause::Command(failure) => of_command(texts, failure),
        Cause::File(failure) => of_file(texts, failure),
    }
}

/// What an HTTP status says depends on what it was taken for.
fn of_status(texts: &Texts, ended: Outcome, status: u64) -> String {
    let n = status.to_string();
    match (ended, status) {
        (_, 451) => t!(texts, "trouble-http-legal"),
        (Outcome::Refused, _) => t!(texts, "trouble-http-refused", status = n),
        (Outcome::Temporary, _) => t!(texts, "trouble-http-broken", status = n),
        _ => t!(texts, "trouble-http-odd", status = n),
    }
}

fn of_command(texts: &Texts, failure: &CommandFailure) -> String {
    match failure {
        CommandFailure::Code(code) => t!(texts, "trouble-command-code", code = code.to_string()),
        CommandFailure::Signal => t!(texts, "trouble-command-signal"),
        CommandFailure::TimedOut(seconds) => t!(texts, "trouble-command-timed-out", n = seconds.to_string()),
        CommandFailure::NotRun => t!(texts, "trouble-command-not-run"),
        CommandFailure::Empty => t!(texts, "trouble-command-empty"),
        CommandFailure::TooLong => t!(texts, "trouble-command-too-long"),
    }
}

fn of_file(texts: &Texts, failure: &FileFailure) -> String {
    match failure {
        FileFailure::Missing => t!(texts, "trouble-file-missing"),
        FileFailure::Denied => t!(texts, "trouble-file-denied"),
        FileFailure::Empty => t!(texts, "trouble-file-empty"),
        FileFailure::TimedOut(seconds) => t!(texts, "trouble-file-timed-out", n = seconds.to_string()),
        FileFailure::Unreadable => t!(texts, "trouble-file-unreadable"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    /// Every cause has a sentence of its own, in both languages, and only a captcha is called one.
    #[test]
    fn no_two_causes_have_the_same_sentence() {
        for language in [Language::En, Language::Ru] {
            let texts = Texts::new(language);
            let mut told_by: std::collections::BTreeMap<String, Cause> = std::collections::BTreeMap::new();
            for cause in Cause::all() {
                let said = told(&texts, Outcome::Temporary, Some(&cause.text()));
                assert!(!said.is_empty() && !said.contains("captcha") && !said.contains("капч"), "{said}");
                let before = told_by.insert(said.clone(), cause.clone());
                assert_eq!(before, None, "{said}");
            }
        }
    }

    #[test]
    fn what_is_no_known_cause_stands_as_it_was_kept() {
        let texts = Texts::new(Language::En);
        let said = told(&texts, Outcome::NotUnderstood, Some("data[0].events: missing"));
        assert_eq!(said, "answer not understood (data[0].events: missing)");
        assert_eq!(told(&texts, Outcome::Blocked, None), "wants a captcha");
    }
}
