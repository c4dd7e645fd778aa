//! The rows of a table, where a stray quote swallows nothing.

use csv::{ReaderBuilder, StringRecord, Trim};

/// The rows with their lines; `None`: a line in which a quote begins that nothing ends. The lines that it would swallow
/// are rows of their own.
pub(super) fn rows(text: &str, separator: u8) -> impl Iterator<Item = (u64, Option<StringRecord>)> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true).trim(Trim::All);
    let (mut begin, mut lines) = (0, 0);
    let mut reader = builder.from_reader(text.as_bytes());
    std::iter::from_fn(move || {
        let start = reader.position().clone();
        let mut row = StringRecord::new();
        let read = reader.read_record(&mut row);
        if matches!(read, Ok(false)) {
            return None;
        }
        let line = lines + start.line();
        let rest = text.get(begin + offset(&start)..).unwrap_or_default();
        let raw = text.get(begin + offset(&start)..begin + offset(reader.position())).unwrap_or_default();
        if read.is_ok() && quotes_match(raw, separator) {
            return Some((line, Some(row)));
        }
        let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let end = rest[blank..].find('\n').map_or(rest.len(), |at| blank + at + 1);
        begin += offset(&start) + end;
        lines = line + rest[..end].matches('\n').count() as u64 - 1;
        reader = builder.from_reader(&text.as_bytes()[begin..]);
        Some((line, None))
    })
}

fn offset(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// Whether the quotes of a row of several lines are where they should be; one of a single line loses nothing by them.
fn quotes_match(raw: &str, separator: u8) -> bool {
    let raw = raw.trim_matches(['\r', '\n']);
    if !raw.contains(['\r', '\n']) {
        return true;
    }
    let (mut inside, mut at_start) = (false, true);
    let mut bytes = raw.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, bytes.peek()) {
            (b'"', Some(b'"')) if inside => drop(bytes.next()),
            (b'"', after) if inside => {
                let ends = after.is_none_or(|after| *after == separator || after.is_ascii_whitespace());
                if !ends {
                    return false;
                }
                inside = false;
            }
            (b'"', _) if at_start => inside = true,
            _ => {}
        }
        at_start = !inside && byte == separator;
    }
    !inside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, Option<Vec<String>>)> {
        let cells = |row: StringRecord| row.iter().map(str::to_owned).collect();
        rows(text, b',').map(|(line, row)| (line, row.map(cells))).collect()
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Option<Vec<String>>) {
        (line, Some(cells.iter().map(|cell| (*cell).to_owned()).collect()))
    }

    #[test]
    fn a_quote_that_nothing_ends_costs_its_own_line() {
        let open = "a,b\n1,\"17 inch\n2,two\n\n3,\"19 inch\n4,four\n";
        assert_eq!(
            read(open),
            [row(1, &["a", "b"]), (2, None), row(3, &["2", "two"]), (4, None), row(6, &["4", "four"])]
        );
        assert_eq!(read("1,\"x"), [row(1, &["1", "x"])], "nothing is behind it");
        assert_eq!(read("1,\"x\r\n2,y\r\n"), [(1, None), row(2, &["2", "y"])]);
    }

    #[test]
    fn cells_of_several_lines_and_quotes_inside_stay() {
        let good = "1,\"two\nlines, \"\"so\"\"\",x\n2,17\" wide\n3,\"a \"b\" c\"\n4,\"end\"";
        let wanted = [
            row(1, &["1", "two\nlines, \"so\"", "x"]),
            row(3, &["2", "17\" wide"]),
            row(4, &["3", "a b\" c\""]),
            row(5, &["4", "end"]),
        ];
        assert_eq!(read(good), wanted);
    }
}
