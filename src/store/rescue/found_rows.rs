//! Walks the pages of a damaged file and hands out every row that can still be read, with its table.

use std::collections::HashSet;

use super::btree_page;
use super::btree_page::{BtreePage, PageKind};
use super::page_file::{PageFile, word};
use super::record_format;
use super::record_format::RawValue;
use super::table_shape::{FoundRow, TableShape};

/// Takes a row of the table at that place among the shapes.
pub(super) type Take<'a> = dyn FnMut(usize, &FoundRow) -> crate::store::Result<()> + 'a;

/// What the walk came across besides rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct WalkReport {
    /// Pages in the file.
    pub(super) pages: u32,
    /// Pages that the disk could not read.
    pub(super) unreadable_pages: u32,
    /// Rows of which a part is missing, or that are none of any table.
    pub(super) unreadable_rows: usize,
}

/// A walk through one file.
pub(super) struct Walk<'a> {
    file: PageFile,
    shapes: &'a [TableShape],
    seen: HashSet<u32>,
    /// Pages that may hold what was deleted.
    free: HashSet<u32>,
    report: WalkReport,
}

impl<'a> Walk<'a> {
    pub(super) fn new(file: PageFile, shapes: &'a [TableShape]) -> Self {
        let report = WalkReport { pages: file.pages(), ..WalkReport::default() };
        Self { file, shapes, seen: HashSet::new(), free: HashSet::new(), report }
    }

    /// First what can be reached from where the tables begin, then pages that nothing leads to any more; of a row that is
    /// found twice, the first one counts.
    pub(super) fn run(mut self, take: &mut Take<'_>) -> crate::store::Result<WalkReport> {
        self.note_free_pages();
        let roots = self.roots();
        for (table, root) in roots.tables.iter().enumerate() {
            self.tree(table, *root, take)?;
        }
        for root in roots.indexes {
            self.pass_over_index(root);
        }
        for number in 1..=self.file.pages() {
            if !self.free.contains(&number) && self.seen.insert(number) {
                self.lost_page(number, take)?;
            }
        }
        Ok(self.report)
    }

    /// Where each table and each index begins: as the file tells, or as in a new one.
    fn roots(&mut self) -> Roots {
        let mut roots = Roots { tables: self.shapes.iter().map(|shape| shape.root).collect(), indexes: Vec::new() };
        let mut pages = vec![1];
        while let Some(number) = pages.pop() {
            let Some(page) = self.page(number) else { continue };
            pages.extend(page.children.iter().filter(|child| self.seen.insert(**child)));
            for (_, row) in &page.rows {
                roots.note(self.shapes, row.as_deref().and_then(record_format::values).as_deref());
            }
        }
        self.seen.insert(1);
        roots
    }

    fn note_free_pages(&mut self) {
        let Some(head) = self.file.page(1) else { return };
        let mut trunk = word(&head, 32);
        while trunk != 0 && self.free.insert(trunk) {
            let Some(page) = self.file.page(trunk) else { return };
            let leaves = usize::try_from(word(&page, 4)).unwrap_or_default().min(self.file.page_size() / 4 - 2);
            self.free.extend((0..leaves).map(|leaf| word(&page, 8 + 4 * leaf)));
            trunk = word(&page, 0);
        }
    }

    /// What an index holds, its table holds too.
    fn pass_over_index(&mut self, root: u32) {
        let mut pages = vec![root];
        while let Some(number) = pages.pop() {
            if number == 0 || number > self.file.pages() || self.seen.contains(&number) {
                continue;
            }
            if let Some(page) = self.page(number).filter(|page| !has_row_ids(page.kind)) {
                self.seen.insert(number);
                pages.extend(page.children);
            }
        }
    }

    /// The rows of a table, from where it begins.
    fn tree(&mut self, table: usize, root: u32, take: &mut Take<'_>) -> crate::store::Result<()> {
        let mut pages = vec![root];
        while let Some(number) = pages.pop() {
            if number == 0 || number > self.file.pages() || self.seen.contains(&number) {
                continue;
            }
            let Some(page) = self.page(number) else { continue };
            let shape = &self.shapes[table];
            let rows = decoded(&page);
            let fitting = rows.iter().filter(|(id, row)| row.as_ref().is_some_and(|row| shape.fit(*id, row).is_some()));
            // A page of something else: it stands where it does not belong, and is looked at among the lost ones.
            if has_row_ids(page.kind) != shape.has_row_ids || fitting.count() * 2 < rows.len() {
                continue;
            }
            self.seen.insert(number);
            pages.extend(page.children.iter().rev());
            for (id, row) in rows {
                match row.and_then(|row| shape.fit(id, &row)) {
                    Some(row) => take(table, &row)?,
                    None => self.report.unreadable_rows += 1,
                }
            }
        }
        Ok(())
    }

    /// A page that nothing leads to: its rows are those of the only table that they fit.
    fn lost_page(&mut self, number: u32, take: &mut Take<'_>) -> crate::store::Result<()> {
        let Some(page) = self.page(number) else { return Ok(()) };
        let shapes = self.shapes;
        let fits = |place: &usize, rows: &[(i64, Option<Vec<RawValue>>)]| {
            let shape = &shapes[*place];
            let fitting = rows.iter().filter(|(id, row)| row.as_ref().is_some_and(|row| shape.fit(*id, row).is_some()));
            has_row_ids(page.kind) == shape.has_row_ids && fitting.count() * 2 > rows.len()
        };
        let rows = decoded(&page);
        let candidates: Vec<usize> = (0..shapes.len()).filter(|place| fits(place, &rows)).collect();
        let [table] = candidates[..] else { return Ok(()) };
        for (id, row) in rows {
            match row.and_then(|row| shapes[table].fit(id, &row)) {
                Some(row) => take(table, &row)?,
                None => self.report.unreadable_rows += 1,
            }
        }
        Ok(())
    }

    fn page(&mut self, number: u32) -> Option<BtreePage> {
        let Some(page) = self.file.page(number) else {
            self.report.unreadable_pages += 1;
            return None;
        };
        btree_page::read(&mut self.file, number, &page)
    }
}

/// Where the tables, in the order of their shapes, and the indexes begin.
struct Roots {
    tables: Vec<u32>,
    indexes: Vec<u32>,
}

impl Roots {
    /// Takes over what a row of the schema tells.
    fn note(&mut self, shapes: &[TableShape], row: Option<&[RawValue]>) {
        let Some([RawValue::Text(kind), RawValue::Text(name), _, RawValue::Integer(root), ..]) = row else { return };
        let Ok(root) = u32::try_from(*root) else { return };
        if kind == b"index" {
            self.indexes.push(root);
        } else if let Some(place) = shapes.iter().position(|shape| shape.name.as_bytes() == name) {
            self.tables[place] = root;
        }
    }
}

/// Whether a page belongs to a table with row ids or to one without.
fn has_row_ids(kind: PageKind) -> bool {
    matches!(kind, PageKind::TableLeaf | PageKind::TableInterior)
}

fn decoded(page: &BtreePage) -> Vec<(i64, Option<Vec<RawValue>>)> {
    page.rows.iter().map(|(id, row)| (*id, row.as_deref().and_then(record_format::values))).collect()
}
