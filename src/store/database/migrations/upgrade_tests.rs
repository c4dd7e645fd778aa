//! Databases of every version, each with data of its own, become current ones and lose nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use rusqlite::types::Value;

/// What each version's sample adds; version 9 only added an index.
const SAMPLES: [(usize, &str); 13] = [
    (1, include_str!("001_sample.sql")),
    (2, include_str!("002_sample.sql")),
    (3, include_str!("003_sample.sql")),
    (4, include_str!("004_sample.sql")),
    (5, include_str!("005_sample.sql")),
    (6, include_str!("006_sample.sql")),
    (7, include_str!("007_sample.sql")),
    (8, include_str!("008_sample.sql")),
    (11, include_str!("011_sample.sql")),
    (12, include_str!("012_sample.sql")),
    (13, include_str!("013_sample.sql")),
    (14, include_str!("014_sample.sql")),
    (15, include_str!("015_sample.sql")),
];

/// A row by column.
type Row = BTreeMap<String, String>;

/// A database of that version, with the data of all versions up to it.
fn of_version(version: usize) -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    for step in 1..=version {
        upgrade(&mut connection, None, &STEPS[..step]).unwrap();
        if let Some((_, sample)) = SAMPLES.iter().find(|(of, _)| *of == step) {
            connection.execute_batch(sample).unwrap();
        }
    }
    connection
}

fn tables(connection: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let mut query = connection.prepare(sql).unwrap();
    query.query_map([], |r| r.get(0)).unwrap().map(std::result::Result::unwrap).collect()
}

fn rows(connection: &Connection, table: &str) -> Vec<Row> {
    let mut query = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns: Vec<String> = query.column_names().into_iter().map(str::to_owned).collect();
    let rows = query.query_map([], |row| {
        let cell = |(at, column): (usize, &String)| Ok((column.clone(), format!("{:?}", row.get::<_, Value>(at)?)));
        columns.iter().enumerate().map(cell).collect()
    });
    rows.unwrap().map(std::result::Result::unwrap).collect()
}

fn dump(connection: &Connection) -> BTreeMap<String, Vec<Row>> {
    tables(connection).into_iter().map(|table| (table.clone(), rows(connection, &table))).collect()
}

/// The orders in parcels as the first versions told them, whatever the tables: parcel, code, place.
fn orders(connection: &Connection, version: usize) -> BTreeSet<(i64, Option<String>, i64)> {
    let sql = if version < 4 {
        "SELECT parcel_id, code, position FROM parcel_order"
    } else {
        "SELECT l.parcel_id, o.code, l.position FROM parcel_order l JOIN shop_order o ON o.id = l.order_id"
    };
    let mut query = connection.prepare(sql).unwrap();
    let rows = query.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)));
    rows.unwrap().map(std::result::Result::unwrap).collect()
}

#[test]
fn every_version_keeps_every_row_and_every_value() {
    for version in 1..=STEPS.len() {
        let mut connection = of_version(version);
        let (before, ordered) = (dump(&connection), orders(&connection, version));
        run(&mut connection, None).unwrap();
        assert_eq!(orders(&connection, STEPS.len()), ordered, "orders of version {version}");
        let after = dump(&connection);
        for (table, old) in before {
            // Version 4 made orders objects of their own: compared above. SQLite counts their identities.
            if version < 4 && ["parcel_order", "sqlite_sequence"].contains(&table.as_str()) {
                continue;
            }
            let new = &after[&table];
            assert_eq!(new.len(), old.len(), "rows of {table}, from version {version}");
            for (new, old) in new.iter().zip(old) {
                let kept: Row =
                    new.iter().filter(|(c, _)| old.contains_key(*c)).map(|(c, v)| (c.clone(), v.clone())).collect();
                assert_eq!(kept, old, "a row of {table}, from version {version}");
            }
        }
        let sound: String = connection.query_row("PRAGMA integrity_check", [], |r| r.get(0)).unwrap();
        assert_eq!(sound, "ok", "version {version}");
        let astray: i64 =
            connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |r| r.get(0)).unwrap();
        assert_eq!(astray, 0, "references of version {version}");
    }
}

#[test]
fn all_tables_of_the_newest_version_were_filled() {
    let connection = of_version(STEPS.len());
    let empty: Vec<String> =
        tables(&connection).into_iter().filter(|table| rows(&connection, table).is_empty()).collect();
    assert_eq!(empty, Vec::<String>::new());
}
