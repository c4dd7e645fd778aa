//! How the client reaches the outside.

use std::fmt;
use std::time::Duration;

/// How the client reaches the outside.
#[derive(Clone)]
pub struct HttpSettings {
    /// A proxy's URL (`http`, `https`, `socks5`, `socks5h`); `None`: the usual environment variables count.
    pub proxy: Option<String>,
    /// The most a request may take in all, from the name look-up to the last byte.
    pub timeout: Duration,
    /// What the program calls itself.
    pub user_agent: String,
}

impl fmt::Debug for HttpSettings {
    /// Without the proxy, whose address may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpSettings")
            .field("proxy", &self.proxy.as_ref().map(|_| "…"))
            .field("timeout", &self.timeout)
            .field("user_agent", &self.user_agent)
            .finish()
    }
}
