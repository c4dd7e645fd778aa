//! Values of a row as they lie in a page. Any bytes give values or nothing.

/// A value as it was stored.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum RawValue {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Another number.
    Real(f64),
    /// A text, which may be no UTF-8.
    Text(Vec<u8>),
    /// Bytes.
    Blob(Vec<u8>),
}

/// A number of one to nine bytes, and how many.
pub(super) fn varint(bytes: &[u8]) -> Option<(u64, usize)> {
    let mut value = 0_u64;
    for (place, byte) in bytes.iter().take(9).enumerate() {
        if place == 8 {
            return Some(((value << 8) | u64::from(*byte), 9));
        }
        value = (value << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, place + 1));
        }
    }
    None
}

/// The values of a row; `None` where the bytes are no row, or end before it does.
pub(super) fn values(row: &[u8]) -> Option<Vec<RawValue>> {
    let (head, mut at) = varint(row)?;
    let head = usize::try_from(head).ok()?;
    let mut body = head;
    let mut values = Vec::new();
    while at < head {
        let (kind, used) = varint(row.get(at..head)?)?;
        at += used;
        let length = length(kind)?;
        values.push(value(kind, row.get(body..body.checked_add(length)?)?)?);
        body += length;
    }
    (at == head).then_some(values)
}

fn length(kind: u64) -> Option<usize> {
    Some(match kind {
        0 | 8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 | 7 => 8,
        10 | 11 => return None,
        _ => usize::try_from((kind - 12) / 2).ok()?,
    })
}

fn value(kind: u64, bytes: &[u8]) -> Option<RawValue> {
    Some(match kind {
        0 => RawValue::Null,
        1..=6 => RawValue::Integer(whole(bytes)),
        7 => RawValue::Real(f64::from_be_bytes(bytes.try_into().ok()?)),
        8 => RawValue::Integer(0),
        9 => RawValue::Integer(1),
        _ if kind.is_multiple_of(2) => RawValue::Blob(bytes.to_vec()),
        _ => RawValue::Text(bytes.to_vec()),
    })
}

/// Two's complement, the highest byte first.
fn whole(bytes: &[u8]) -> i64 {
    let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
    bytes.iter().fold(if negative { -1 } else { 0 }, |value, byte| (value << 8) | i64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_row_is_read_as_sqlite_wrote_it() {
        // Head of 6 bytes: NULL, one byte, two bytes, the constant 1, a text of two bytes.
        let row = [6, 0, 1, 2, 9, 17, 0xff, 0x01, 0x00, b'h', b'i'];
        let expected = [
            RawValue::Null,
            RawValue::Integer(-1),
            RawValue::Integer(256),
            RawValue::Integer(1),
            RawValue::Text(b"hi".to_vec()),
        ];
        assert_eq!(values(&row).unwrap(), expected);
        assert_eq!(values(&row[..row.len() - 1]), None, "it ends too early");
        assert_eq!(varint(&[0x81, 0x00]), Some((128, 2)));
        assert_eq!(varint(&[0xff; 9]), Some((u64::MAX, 9)));
        assert_eq!(varint(&[0x80]), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = values(&bytes);
        }
    }
}
