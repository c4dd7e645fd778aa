//! SQLite: rows to domain values and back, the SQL beside its mapping; nothing is ever deleted.
//!
//! Imports `domain` only. [`Database`] is blocking and owns the one connection; [`Store`] is the handle that the
//! rest of the program uses: it sends jobs to the writer thread, so that nobody else waits for the disk.
