//! A track number as Code 128 and as QR code: its modules, and the modules as lines of text.
//!
//! Pure.

mod code128;
mod lines;
mod qr;
mod quiet_zone;

use crate::domain::TrackingNumber;
pub use lines::{ModuleStyle, is_dark};
pub use quiet_zone::{BAR_QUIET, QR_QUIET, QR_TIGHT};

/// The dark (`true`) and light modules of one number, margins included.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Barcode {
    /// Code 128: one row of modules, left to right.
    bars: Vec<bool>,
    /// QR: rows of modules, top to bottom.
    qr: Vec<Vec<bool>>,
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
