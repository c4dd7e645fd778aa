//! A row of a table as it stands in its file.

use csv::StringRecord;

/// A row with its line, counted from 1; `None`: its cells cannot be told apart.
pub(in crate::import) type Line = (u64, Option<StringRecord>);
