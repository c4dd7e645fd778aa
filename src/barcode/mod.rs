//! A track number as Code 128 and as QR: number to modules, modules to lines of text, for a counter's scanner.
//!
//! Pure. Imports `domain` only.

mod code128;
mod lines;
mod qr;

use crate::domain::TrackingNumber;

/// The light margin on either side of Code 128, in modules (ISO/IEC 15417, 4.3.2).
pub const BAR_QUIET: usize = 10;
/// The light margin around a QR code, in modules (ISO/IEC 18004, 6.3.8).
pub const QR_QUIET: usize = 4;
/// What is left of it above and below where there is no room for more; less than the standard asks for.
pub const QR_TIGHT: usize = 1;

/// The dark (`true`) and light modules of one number, margins included.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Barcode {
    /// Code 128: one row of modules, left to right.
    bars: Vec<bool>,
    /// QR: rows of modules, top to bottom.
    qr: Vec<Vec<bool>>,
}

/// With what the modules are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ModuleStyle {
    /// Half blocks: two modules a cell.
    Blocks,
    /// `#` and spaces: one module of Code 128 a cell, one module of QR two cells.
    Ascii,
}

impl Barcode {
    /// The symbols of a number; `None` where one cannot hold it, which no track number brings about.
    #[must_use]
    pub fn of(number: &TrackingNumber) -> Option<Self> {
        Some(Self { bars: code128::modules(number.as_str())?, qr: qr::modules(number.as_str())? })
    }

    /// Code 128 as so many equal lines.
    #[must_use]
    pub fn bar_lines(&self, ink: ModuleStyle, rows: usize) -> Vec<String> {
        vec![lines::bars(&self.bars, ink); rows]
    }

    /// How many columns Code 128 takes.
    #[must_use]
    pub fn bar_columns(&self, ink: ModuleStyle) -> usize {
        match ink {
            ModuleStyle::Blocks => self.bars.len().div_ceil(2),
            ModuleStyle::Ascii => self.bars.len(),
        }
    }

    /// The QR code as lines.
    #[must_use]
    pub fn qr_lines(&self, ink: ModuleStyle) -> Vec<String> {
        lines::qr(&self.qr, ink)
    }

    /// The QR code as lines with no more than [`QR_TIGHT`] above and below.
    #[must_use]
    pub fn tight_qr_lines(&self, ink: ModuleStyle) -> Vec<String> {
        let cut = QR_QUIET - QR_TIGHT;
        lines::qr(self.qr.get(cut..self.qr.len().saturating_sub(cut)).unwrap_or_default(), ink)
    }

    /// How many columns and rows the QR code takes.
    #[must_use]
    pub fn qr_size(&self, ink: ModuleStyle) -> (usize, usize) {
        let modules = self.qr.len();
        match ink {
            ModuleStyle::Blocks => (modules, modules.div_ceil(2)),
            ModuleStyle::Ascii => (2 * modules, modules),
        }
    }
}
