//! The proxy that a request goes through, as far as settings and environment tell.

use reqwest::Url;

/// The variables that name a proxy, for every address and for one kind.
const ALL: [&str; 2] = ["ALL_PROXY", "all_proxy"];
const HTTPS: [&str; 2] = ["HTTPS_PROXY", "https_proxy"];
const HTTP: [&str; 1] = ["http_proxy"];

fn variable(names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}

/// Whether a request to that address goes through a proxy.
pub(super) fn applies_to(configured: Option<&str>, url: Option<&Url>) -> bool {
    let of_kind = match url.map(Url::scheme) {
        Some("http") => variable(&HTTP),
        _ => variable(&HTTPS),
    };
    let is_set = configured.is_some() || of_kind.or_else(|| variable(&ALL)).is_some();
    is_set
        && !url
            .and_then(Url::host_str)
            .is_some_and(|host| is_excepted(host, &variable(&["NO_PROXY", "no_proxy"]).unwrap_or_default()))
}

/// Whether a host is among those that are asked directly.
fn is_excepted(host: &str, list: &str) -> bool {
    let fits = |name: &str| {
        let name = name.trim().trim_start_matches('.');
        let end = host.strip_suffix(name).filter(|_| !name.is_empty());
        name == "*" || end.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    list.split(',').any(fits)
}

/// Whether the environment names a proxy by `socks://`, which the client passes by: whoever sets it means that nobody is
/// to be asked directly.
pub(super) fn has_vague_scheme() -> bool {
    let all = [variable(&ALL), variable(&HTTPS), variable(&HTTP)];
    all.into_iter().flatten().any(|value| value.to_ascii_lowercase().starts_with("socks://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_excepted_by_its_name_or_by_its_domain() {
        assert!(is_excepted("api.example.org", "localhost, .example.org"));
        assert!(
            is_excepted("api.example.org", "example.org")
                && is_excepted("127.0.0.1", "127.0.0.1")
                && is_excepted("a", "*")
        );
        assert!(!is_excepted("badexample.org", "example.org") && !is_excepted("a", ""));
    }

    #[test]
    fn a_proxy_of_the_settings_is_for_every_host() {
        let url = Url::parse("https://api.example.org/x").unwrap();
        assert!(applies_to(Some("http://127.0.0.1:3128"), Some(&url)));
    }
}
