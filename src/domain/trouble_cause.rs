//! What is known of the cause of a trouble.
//!
//! It is kept as a text of a fixed form, which every reader gets in their own language: see `wording::trouble`.

use super::CleanText;

/// What is known of the cause of a trouble.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cause {
    /// Nobody may be asked.
    Offline,
    /// No answer within so many seconds.
    TimedOut(u64),
    /// The name service does not know the source's name, or is itself not reached.
    NameNotFound,
    /// Nothing listens there.
    ConnectionRefused,
    /// There is no way there.
    Unreachable,
    /// No connection, for a reason that is not known.
    CannotConnect,
    /// The connection ended before the answer did.
    BrokeOff,
    /// The connection to the proxy failed, or that of the proxy to the source.
    Proxy,
    /// The proxy wants a name and a password, or others.
    ProxyPassword,
    /// The proxy's address is not understood.
    ProxyAddress,
    /// `socks://` says neither which version, nor who looks up names.
    ProxyScheme,
    /// Nobody whom we trust signed the certificate.
    Untrusted,
    /// The certificate signed itself.
    SelfSigned,
    /// The certificate is over.
    CertificateExpired,
    /// The certificate begins later; a clock may be wrong.
    CertificateNotYetValid,
    /// The certificate is another name's.
    CertificateOfAnother,
    /// No encrypted connection, for a reason that is not known.
    Tls,
    /// An HTTP status.
    Http(u64),
    /// A page that says that the source is out of order.
    OutOfOrder,
    /// A page for people in place of data.
    Page,
    /// It sends us to another address.
    Moved(u64),
    /// A page that says that there is nothing at this address.
    NothingThere(u64),
    /// Redirects without an end.
    TooManyRedirects,
    /// The address is none.
    BadAddress,
    /// The command that gives a secret failed.
    Command(CommandFailure),
    /// The file that holds a secret cannot be read.
    File(FileFailure),
}

/// How a command gave no secret.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CommandFailure {
    /// It ended with that code.
    Code(u64),
    /// A signal ended it.
    Signal,
    /// It gave nothing within so many seconds.
    TimedOut(u64),
    /// It cannot be run.
    NotRun,
    /// Its first line is empty.
    Empty,
    /// It wrote more than is read.
    TooLong,
}

/// How a file gave no secret.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileFailure {
    /// It is not there.
    Missing,
    /// It may not be read.
    Denied,
    /// Its first line is empty.
    Empty,
    /// It gave nothing within so many seconds.
    TimedOut(u64),
    /// It cannot be read, for another reason.
    Unreadable,
}

/// Where the figure stands in a text.
const FIGURE: &str = "{}";

/// A cause that has no figure, or makes one of it, and its text.
type Form = (fn(u64) -> Cause, &'static str);

/// The texts of all causes.
const FORMS: [Form; 35] = [
    (|_| Cause::Offline, "offline"),
    (Cause::TimedOut, "no answer within {} s"),
    (|_| Cause::NameNotFound, "the name was not found"),
    (|_| Cause::ConnectionRefused, "connection refused"),
    (|_| Cause::Unreachable, "the network or the host is unreachable"),
    (|_| Cause::CannotConnect, "cannot connect"),
    (|_| Cause::BrokeOff, "the connection broke off"),
    (|_| Cause::Proxy, "no connection through the proxy"),
    (|_| Cause::ProxyPassword, "the proxy wants a password"),
    (|_| Cause::ProxyAddress, "the proxy's address is not understood"),
    (|_| Cause::ProxyScheme, "the proxy's address begins with socks://"),
    (|_| Cause::Untrusted, "TLS: the certificate is not trusted"),
    (|_| Cause::SelfSigned, "TLS: the certificate is signed by itself"),
    (|_| Cause::CertificateExpired, "TLS: the certificate has expired"),
    (|_| Cause::CertificateNotYetValid, "TLS: the certificate is not valid yet"),
    (|_| Cause::CertificateOfAnother, "TLS: the certificate is for another name"),
    (|_| Cause::Tls, "TLS: no encrypted connection"),
    (Cause::Http, "HTTP {}"),
    (|_| Cause::OutOfOrder, "the source shows a page saying that it is out of order"),
    (|_| Cause::Page, "a page in place of data"),
    (Cause::Moved, "HTTP {}: moved to another address"),
    (Cause::NothingThere, "HTTP {}: nothing at this address"),
    (|_| Cause::TooManyRedirects, "too many redirects"),
    (|_| Cause::BadAddress, "the address is not a valid URL"),
    (|code| Cause::Command(CommandFailure::Code(code)), "the key's command ended with exit code {}"),
    (|_| Cause::Command(CommandFailure::Signal), "the key's command was ended by a signal"),
    (|seconds| Cause::Command(CommandFailure::TimedOut(seconds)), "the key's command gave nothing within {} s"),
    (|_| Cause::Command(CommandFailure::NotRun), "the key's command cannot be run"),
    (|_| Cause::Command(CommandFailure::Empty), "the key's command printed an empty line"),
    (|_| Cause::Command(CommandFailure::TooLong), "the key's command printed too much"),
    (|_| Cause::File(FileFailure::Missing), "the key's file is not there"),
    (|_| Cause::File(FileFailure::Denied), "the key's file may not be read"),
    (|_| Cause::File(FileFailure::Empty), "the key's file is empty"),
    (|seconds| Cause::File(FileFailure::TimedOut(seconds)), "the key's file gave nothing within {} s"),
    (|_| Cause::File(FileFailure::Unreadable), "the key's file cannot be read"),
];

impl Cause {
    /// Its text.
    #[must_use]
    pub fn text(&self) -> CleanText {
        let figure = self.figure();
        let form = FORMS.iter().find(|(cause, _)| cause(figure) == *self).map_or("", |(_, form)| form);
        CleanText::line(&form.replace(FIGURE, &figure.to_string()))
    }

    /// The cause with that text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        FORMS.iter().find_map(|(cause, form)| match form.split_once(FIGURE) {
            None => (*form == text).then(|| cause(0)),
            Some((before, after)) => {
                let figure = text.strip_prefix(before)?.strip_suffix(after)?;
                let is_figure = !figure.is_empty() && figure.bytes().all(|byte| byte.is_ascii_digit());
                is_figure.then(|| figure.parse().ok()).flatten().map(cause)
            }
        })
    }

    fn figure(&self) -> u64 {
        match self {
            Self::TimedOut(figure)
            | Self::Http(figure)
            | Self::Moved(figure)
            | Self::NothingThere(figure)
            | Self::Command(CommandFailure::Code(figure) | CommandFailure::TimedOut(figure))
            | Self::File(FileFailure::TimedOut(figure)) => *figure,
            _ => 0,
        }
    }

    /// One of each.
    #[must_use]
    pub fn all() -> Vec<Self> {
        FORMS.iter().map(|(cause, _)| cause(42)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_is_read_again_from_its_text() {
        for cause in Cause::all() {
            let text = cause.text();
            assert!(!text.is_empty() && !text.contains(FIGURE), "{cause:?}");
            assert_eq!(Cause::parse(&text), Some(cause));
        }
        for strange in ["", "HTTP", "HTTP x", "HTTP 99999999999999999999", "17TRACK reports error 500", "$.data[0]"] {
            assert_eq!(Cause::parse(strange), None, "{strange}");
        }
    }
}
