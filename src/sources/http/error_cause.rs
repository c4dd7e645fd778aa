//! Why no answer came, as far as the client's error tells, and without naming an address.

use std::error::Error;
use std::io;
use std::time::Duration;

use rustls::CertificateError;

use crate::domain::Cause;

/// The cause of an error. `is_proxied`: whether the request went through a proxy.
pub(super) fn of(error: &reqwest::Error, timeout: Duration, is_proxied: bool) -> Cause {
    if error.is_timeout() {
        return Cause::TimedOut(timeout.as_secs());
    }
    if error.is_builder() {
        return Cause::BadAddress;
    }
    if error.is_redirect() {
        return Cause::TooManyRedirects;
    }
    let named = chain(error.source()).find_map(named);
    // Through a proxy the connection that failed is the proxy's, or one that it could not make.
    match named {
        Some(cause @ (Cause::ProxyPassword | Cause::Proxy)) => cause,
        Some(cause) if !is_proxied || is_of_tls(&cause) => cause,
        _ if is_proxied && error.is_connect() => Cause::Proxy,
        Some(cause) => cause,
        None if error.is_connect() => Cause::CannotConnect,
        None => Cause::BrokeOff,
    }
}

/// The errors that an error wraps.
fn chain<'a>(first: Option<&'a (dyn Error + 'static)>) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(first, |inner| wrapped(*inner))
}

/// An IO error's `source` passes over the error that it wraps.
fn wrapped<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    wrapped.map(|wrapped| wrapped as &(dyn Error + 'static)).or_else(|| error.source())
}

fn named(error: &(dyn Error + 'static)) -> Option<Cause> {
    if let Some(tls) = error.downcast_ref::<rustls::Error>() {
        return Some(of_tls(tls));
    }
    let text = error.to_string();
    if text.starts_with("dns error") {
        return Some(Cause::NameNotFound);
    }
    if text.contains("proxy authorization required") || text.contains("proxy authentication") {
        return Some(Cause::ProxyPassword);
    }
    if text.starts_with("tunnel error") || text.to_lowercase().contains("socks") {
        return Some(Cause::Proxy);
    }
    match error.downcast_ref::<io::Error>()?.kind() {
        io::ErrorKind::ConnectionRefused => Some(Cause::ConnectionRefused),
        io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable | io::ErrorKind::NetworkDown => {
            Some(Cause::Unreachable)
        }
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => Some(Cause::BrokeOff),
        _ => None,
    }
}

fn is_of_tls(cause: &Cause) -> bool {
    matches!(
        cause,
        Cause::Untrusted
            | Cause::SelfSigned
            | Cause::CertificateExpired
            | Cause::CertificateNotYetValid
            | Cause::CertificateOfAnother
            | Cause::Tls
    )
}

fn of_tls(error: &rustls::Error) -> Cause {
    let rustls::Error::InvalidCertificate(certificate) = error else { return Cause::Tls };
    match certificate {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => Cause::CertificateExpired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => Cause::CertificateNotYetValid,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            Cause::CertificateOfAnother
        }
        // A certificate that may sign others, used as a server's own: it is its own authority.
        CertificateError::Other(other) if format!("{other:?}").contains("CaUsedAsEndEntity") => Cause::SelfSigned,
        _ => Cause::Untrusted,
    }
}
