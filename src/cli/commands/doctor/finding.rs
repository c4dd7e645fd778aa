//! What `posylka doctor` found of one thing.

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Level {
    /// As it should be.
    Well,
    /// Works, but could be better.
    Doubtful,
    /// Does not work.
    Broken,
}

/// One thing that was checked: how it is, and what to do about it.
pub(super) struct DoctorFinding {
    pub level: Level,
    pub what: String,
    pub advice: Option<String>,
}

impl DoctorFinding {
    pub fn well(what: String) -> Self {
        Self { level: Level::Well, what, advice: None }
    }

    pub fn doubtful(what: String, advice: String) -> Self {
        Self { level: Level::Doubtful, what, advice: Some(advice) }
    }

    pub fn broken(what: String, advice: Option<String>) -> Self {
        Self { level: Level::Broken, what, advice }
    }
}
