//! Why a spreadsheet cannot be opened.

/// Why a spreadsheet cannot be opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WorkbookTrouble {
    /// It is locked by a password, or in the old format of Excel, which looks the same from outside.
    LockedOrOld,
    /// Unpacked it is larger than is read.
    TooLarge,
    /// It is damaged.
    Damaged,
}
