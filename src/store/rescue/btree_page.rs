//! The cells of one page of a table or an index, as far as they make sense.

use super::page_file::{PageFile, word};
use super::record_format::varint;

/// More than any row of ours holds: a length beyond it is damage.
const LARGEST: u64 = 128 << 20;

/// What a page is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PageKind {
    /// Rows of a table, by their id.
    TableLeaf,
    /// The way to such pages.
    TableInterior,
    /// Rows of an index, or of a table without row ids.
    IndexLeaf,
    /// The way to such pages; holds rows too.
    IndexInterior,
}

/// A page of a table or an index.
pub(super) struct BtreePage {
    pub(super) kind: PageKind,
    /// The pages below it.
    pub(super) children: Vec<u32>,
    /// Its rows: the id, 0 where there is none, and the bytes; `None` where a part of them is missing.
    pub(super) rows: Vec<(i64, Option<Vec<u8>>)>,
}

/// Reads a page; `None` where it is none of a table or an index.
pub(super) fn read(file: &mut PageFile, number: u32, page: &[u8]) -> Option<BtreePage> {
    let start = if number == 1 { 100 } else { 0 };
    let kind = match page.get(start)? {
        0x0d => PageKind::TableLeaf,
        0x05 => PageKind::TableInterior,
        0x0a => PageKind::IndexLeaf,
        0x02 => PageKind::IndexInterior,
        _ => return None,
    };
    let is_interior = matches!(kind, PageKind::TableInterior | PageKind::IndexInterior);
    let cells = usize::from(u16::from_be_bytes([*page.get(start + 3)?, *page.get(start + 4)?]));
    let pointers = start + if is_interior { 12 } else { 8 };
    let mut it = BtreePage { kind, children: Vec::new(), rows: Vec::new() };
    for pointer in page.get(pointers..)?.chunks_exact(2).take(cells) {
        let at = usize::from(u16::from_be_bytes([pointer[0], pointer[1]]));
        let Some(mut cell) = page.get(at..) else { continue };
        if is_interior {
            it.children.push(word(cell, 0));
            cell = cell.get(4..).unwrap_or_default();
        }
        if kind != PageKind::TableInterior {
            it.rows.extend(row(file, kind, cell));
        }
    }
    if is_interior {
        it.children.push(word(page, start + 8));
    }
    Some(it)
}

fn row(file: &mut PageFile, kind: PageKind, cell: &[u8]) -> Option<(i64, Option<Vec<u8>>)> {
    let (length, used) = varint(cell)?;
    let mut rest = cell.get(used..)?;
    let mut id = 0;
    if kind == PageKind::TableLeaf {
        let (found, used) = varint(rest)?;
        id = found.cast_signed();
        rest = rest.get(used..)?;
    }
    if length == 0 || length > LARGEST {
        return None;
    }
    Some((id, payload(file, kind, usize::try_from(length).ok()?, rest)))
}

/// The bytes of a row: those in the page, and those of the pages that it runs over into.
fn payload(file: &mut PageFile, kind: PageKind, length: usize, rest: &[u8]) -> Option<Vec<u8>> {
    let usable = file.page_size();
    let most = if kind == PageKind::TableLeaf { usable - 35 } else { (usable - 12) * 64 / 255 - 23 };
    if length <= most {
        return rest.get(..length).map(<[u8]>::to_vec);
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let fitting = least + (length - least) % (usable - 4);
    let local = if fitting <= most { fitting } else { least };
    let mut bytes = rest.get(..local)?.to_vec();
    let mut next = word(rest.get(local..local + 4)?, 0);
    while bytes.len() < length {
        if next == 0 || next > file.pages() {
            return None;
        }
        let page = file.page(next)?;
        next = word(&page, 0);
        let missing = (length - bytes.len()).min(usable - 4);
        bytes.extend_from_slice(page.get(4..4 + missing)?);
    }
    Some(bytes)
}
