//! The light margins that scanners need, in modules.

/// The light margin on either side of Code 128, in modules (ISO/IEC 15417, 4.3.2).
pub const BAR_QUIET: usize = 10;
/// The light margin around a QR code, in modules (ISO/IEC 18004, 6.3.8).
pub const QR_QUIET: usize = 4;
/// What is left of it above and below where there is no room for more; less than the standard asks for.
pub const QR_TIGHT: usize = 1;
