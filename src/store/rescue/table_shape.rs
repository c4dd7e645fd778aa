//! What the rows of each table look like: rows that are found without their table are known by it.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::column_kind::ColumnKind;
use super::record_format::RawValue;
use crate::store::Result;

/// A table.
pub(super) struct TableShape {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    /// Its columns in the order in which a row holds them.
    stored: Vec<usize>,
    /// The column that is the row's id, and which the row itself holds as nothing.
    id: Option<usize>,
    pub(super) has_row_ids: bool,
    /// The page at which it begins in a new file.
    pub(super) root: u32,
}

/// A column.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: ColumnKind,
    declared: String,
    pub(super) is_required: bool,
    has_default: bool,
}

/// A row by its columns; the last ones may be missing in a row that is older than they are.
pub(super) type FoundRow = BTreeMap<usize, RawValue>;

/// The tables of a new file, in the order in which they are made.
pub(super) fn all(fresh: &Connection) -> Result<Vec<TableShape>> {
    let sql = "SELECT s.name, s.rootpage, l.wr FROM sqlite_schema s JOIN pragma_table_list(s.name) l
               WHERE s.type = 'table' ORDER BY s.rowid";
    let mut query = fresh.prepare(sql)?;
    let tables = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, bool>(2)?)))?;
    let tables: Vec<(String, u32, bool)> = tables.collect::<rusqlite::Result<_>>()?;
    tables.into_iter().map(|(name, root, is_bare)| shape(fresh, name, root, is_bare)).collect()
}

fn shape(fresh: &Connection, name: String, root: u32, is_bare: bool) -> Result<TableShape> {
    let mut query = fresh.prepare("SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?1)")?;
    let columns = query.query_map([&name], |row| {
        let name: String = row.get(0)?;
        let kind = ColumnKind::of(&name);
        let (declared, is_required) = (row.get(1)?, row.get(2)?);
        let has_default = row.get::<_, Option<String>>(3)?.is_some();
        Ok((Column { name, kind, declared, is_required, has_default }, row.get::<_, u32>(4)?))
    })?;
    let (columns, keys): (Vec<Column>, Vec<u32>) = columns.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().unzip();
    let mut stored: Vec<usize> = (0..columns.len()).collect();
    if is_bare {
        // The key comes first, in its own order.
        stored.sort_by_key(|place| if keys[*place] == 0 { u32::MAX } else { keys[*place] });
    }
    let is_id = |place: &usize| !is_bare && keys[*place] > 0 && columns[*place].declared == "INTEGER";
    let id = (0..columns.len()).find(is_id);
    Ok(TableShape { name, columns, stored, id, has_row_ids: !is_bare, root })
}

impl TableShape {
    /// The row that these values are, if they can be one of this table.
    pub(super) fn fit(&self, id: i64, values: &[RawValue]) -> Option<FoundRow> {
        let least = self.stored.iter().rposition(|place| self.columns[*place].is_needed()).map_or(1, |last| last + 1);
        if values.len() < least || values.len() > self.stored.len() {
            return None;
        }
        let mut row = FoundRow::new();
        for (place, value) in self.stored.iter().zip(values) {
            if self.id == Some(*place) {
                row.insert(*place, RawValue::Integer(id));
            } else if self.columns[*place].takes(value) {
                row.insert(*place, value.clone());
            } else {
                return None;
            }
        }
        Some(row)
    }

    /// The place of a column.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}

impl Column {
    fn is_needed(&self) -> bool {
        self.is_required && !self.has_default
    }

    fn takes(&self, value: &RawValue) -> bool {
        match value {
            RawValue::Null => !self.is_required,
            RawValue::Integer(_) => self.declared == "INTEGER" || self.declared.is_empty(),
            RawValue::Text(_) => self.declared == "TEXT" || self.declared.is_empty(),
            RawValue::Blob(_) => self.declared == "BLOB",
            RawValue::Real(_) => false,
        }
    }
}
