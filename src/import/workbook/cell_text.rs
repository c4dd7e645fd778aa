//! A cell of a spreadsheet as the text that a table in a file would hold for it.

use calamine::{Data, DataRef, ExcelDateTime};

/// Whole numbers are exact up to here in a spreadsheet: 2 to the power of 53.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// No spreadsheet keeps more characters in a cell.
const LONGEST: usize = 32_767;
/// Text of so many digits is marked as text: a number of that length would have lost some.
const TELLING: usize = 15;

/// A cell without a copy of its text.
pub(super) fn borrowed(cell: &Data) -> DataRef<'_> {
    match cell {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => DataRef::SharedString(text),
        Data::Bool(is) => DataRef::Bool(*is),
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// The text of a cell.
pub(super) fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::String(text) => of_text(text),
        DataRef::SharedString(text) => of_text(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => of_number(*number),
        DataRef::Bool(is) => is.to_string(),
        DataRef::DateTime(time) => of_time(time),
        DataRef::DateTimeIso(time) | DataRef::DurationIso(time) => of_text(time),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn of_text(text: &str) -> String {
    let text = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
    let is_number = text.len() > TELLING && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { format!("'{text}") } else { text.to_owned() }
}

/// A number beyond what is exact is written as shortened: its last digits are not those that somebody typed.
fn of_number(number: f64) -> String {
    if number.abs() < EXACT {
        return number.to_string();
    }
    let text = format!("{number:E}");
    text.replace('E', "E+")
}

fn of_time(time: &ExcelDateTime) -> String {
    if time.is_duration() {
        return String::new();
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn cells_become_what_a_table_would_hold() {
        let time =
            |serial, since_1904| DataRef::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, since_1904));
        for (cell, wanted) in [
            (DataRef::Float(80_760_274_582_874.0), "80760274582874"),
            (DataRef::Float(8_150_000_000_000_001.0), "8150000000000001"),
            (DataRef::Float(9_400_111_899_560_330.0 * 1e6), "9.40011189956033E+21"),
            (DataRef::Float(12.5), "12.5"),
            (DataRef::String("8150000000000000".to_owned()), "'8150000000000000"),
            (DataRef::SharedString("RB123456785CN"), "RB123456785CN"),
            (time(46_329.5, false), "2026-11-03 12:00:00"),
            (time(44_867.0, true), "2026-11-03 00:00:00"),
            (DataRef::Empty, ""),
        ] {
            assert_eq!(text(&cell), wanted, "{cell:?}");
        }
    }
}
