//! A source in JSON.

use serde::Serialize;

/// A source: on or off and why, what is left of its budget, how it did lately.
#[derive(Serialize, Debug)]
pub struct SourceJson {
    /// Its id, as in the configuration.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// `on`, `off` or `needs_secret`.
    pub state: &'static str,
    /// The secret it waits for.
    pub needs: Option<&'static str>,
    /// How to get a key.
    pub hint: Option<&'static str>,
    /// The address that is asked.
    pub base_url: String,
    /// Requests allowed a day; `null`: no limit.
    pub daily_budget: Option<u32>,
    /// Requests left today; `null`: no limit.
    pub budget_left: Option<u32>,
    /// Requests allowed a month; `null`: no limit.
    pub monthly_budget: Option<u32>,
    /// Requests left this month; `null`: no limit.
    pub monthly_budget_left: Option<u32>,
    /// Left alone until then.
    pub paused_until: Option<String>,
    /// Why it is left alone.
    pub paused_for: Option<&'static str>,
    /// Failures in a row.
    pub failures: u32,
    /// When it last gave a result.
    pub last_success: Option<String>,
    /// The last failure.
    pub last_failure: Option<LastFailureJson>,
    /// When it may be asked next, with gap, pause and budget; `null`: now.
    pub next_allowed_at: Option<String>,
}

/// The last failure of a source.
#[derive(Serialize, Debug)]
pub struct LastFailureJson {
    /// When.
    pub at: String,
    /// How it failed.
    pub outcome: &'static str,
    /// What the source or the network said.
    pub detail: Option<String>,
}
