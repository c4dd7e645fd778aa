//! Tables of every kind: what is taken of them, and what is told.

#![cfg(test)]

use std::io::{Cursor, Write};
use std::path::Path;

use posylka::import::{
    Column, ImportLocation, ImportSettings, OrderRecord, ParsedFile, Remark, SkipReason, Unreadable, WorkbookTrouble,
    read,
};
use serde::Deserialize;
use zip::write::SimpleFileOptions;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    table: String,
    taken: Vec<String>,
    told: Vec<String>,
}

fn settings() -> ImportSettings {
    ImportSettings {
        today: "2026-11-23".parse().unwrap(),
        home: None,
        reading: None,
        encoding: None,
        since: None,
        mails_since: "2026-05-01".parse().unwrap(),
    }
}

fn data(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables").join(name)).unwrap()
}

fn taken(record: &OrderRecord) -> String {
    let numbers: Vec<&str> = record.numbers.iter().map(posylka::domain::TrackingNumber::as_str).collect();
    let orders: Vec<&str> = record.orders.iter().filter_map(|order| order.code.as_deref()).collect();
    let day = record.orders.iter().find_map(|order| order.ordered_on).map(|day| day.to_string()).unwrap_or_default();
    let title = record.title.as_deref().unwrap_or_default();
    let doubt = if record.only_if_known { "?" } else { "" };
    format!("{doubt}{}|{}|{title}|{day}", numbers.join(" "), orders.join(" "))
}

fn line(place: &ImportLocation) -> String {
    match place {
        ImportLocation::Line(line) => line.to_string(),
        ImportLocation::Row(sheet, line) => format!("{sheet}:{line}"),
        ImportLocation::Sheet(name) | ImportLocation::Mail(name) => name.to_string(),
    }
}

fn told(file: &ParsedFile) -> Vec<String> {
    let word = |why: &SkipReason| match why {
        SkipReason::Shortened(_) => "shortened",
        SkipReason::Zeroed(_) => "zeroed",
        SkipReason::ZeroColumn(_) => "zero column",
        SkipReason::FailedFormula(_) => "formula",
        SkipReason::Finished => "finished",
        SkipReason::Nothing => "nothing",
        SkipReason::NoDay(_) => "no day",
        SkipReason::NoHead => "no head",
        other => panic!("{other:?}"),
    };
    let mut all: Vec<String> =
        file.passed.iter().map(|row| format!("{} {}", line(&row.place), word(&row.why))).collect();
    all.extend(file.remarks.iter().map(|(place, remark)| match remark {
        Remark::Restored { .. } => format!("{} restored", line(place)),
        Remark::Mistyped { .. } => format!("{} mistyped", line(place)),
    }));
    all.sort_by_key(|one| one.split(' ').next().unwrap().parse::<u64>().unwrap_or_default());
    all
}

#[test]
fn what_stands_in_a_table_is_taken_and_nothing_else() {
    let cases: Cases = toml::from_str(&String::from_utf8(data("cases.toml")).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for Case { name, table, taken: wanted, told: wanted_told } in cases.case {
        let file = read(table.trim_start().as_bytes(), &settings()).unwrap();
        let records: Vec<String> = file.records.iter().map(taken).collect();
        if (&records, &told(&file)) != (&wanted, &wanted_told) {
            wrong.push(format!("{name}: {records:?} {:?}", told(&file)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sheet_of_a_spreadsheet_is_a_table_of_its_own() {
    let file = read(&data("orders_zh.xlsx"), &settings()).unwrap();
    let records: Vec<String> = file.records.iter().map(taken).collect();
    assert_eq!(
        records,
        [
            "LP00620966542870|8150000000000011|蓝色茶壶|2026-11-03",
            "80760274582874|8150000000000022|手机壳|2026-11-14",
            "?RB123456785CN|8150000000000033|旧书|2026-02-21",
            "|8150000000000055|a number of 22 digits|2026-11-05",
            "RA123456785RU|||2026-11-03",
            "LX123456785NL||hub|2026-11-04",
        ]
    );
    assert_eq!(told(&file), ["订单:7 finished", "订单:8 shortened", "Notes no head"]);
    let sheets: Vec<_> = file.tables.iter().map(|table| table.sheet.as_deref().unwrap_or_default()).collect();
    assert_eq!(sheets, ["订单", "Other shop"]);
    assert!(file.tables[0].columns.contains(&(Column::Shop, posylka::domain::CleanText::line("卖家昵称"))));
    assert_eq!(file.tables[0].unused[0].as_str(), "实付款");
}

#[test]
fn days_of_the_other_epoch_and_tables_of_libreoffice_are_read() {
    let file = read(&data("mac_1904.xlsx"), &settings()).unwrap();
    assert_eq!(file.records.iter().map(taken).collect::<Vec<_>>(), ["|815001|Lamp|2026-11-03"]);
    let file = read(&data("orders_ru.ods"), &settings()).unwrap();
    let records: Vec<String> = file.records.iter().map(taken).collect();
    assert_eq!(records, ["RB123456785CN|8150000000000061|Чехол|2026-11-03", "?|8150000000000062|Лампа|2026-10-03"]);
    assert_eq!(file.records[0].shop.as_deref(), Some("Магазин у дома"));
}

fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
    </Relationships>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
    </Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
    <sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

#[track_caller]
fn assert_refused(bytes: &[u8], why: WorkbookTrouble) {
    assert_eq!(read(bytes, &settings()).unwrap_err(), Unreadable::Workbook(why));
}

#[test]
fn what_unpacks_without_end_is_refused_before_it_is_unpacked() {
    let zeros = vec![b' '; 140 << 20];
    assert_refused(&packed(&[("xl/workbook.xml", &zeros)]), WorkbookTrouble::TooLarge);
    let promise = r#"<sst uniqueCount="9999999999999"></sst>"#;
    assert_refused(&xlsx(&sheet(""), promise), WorkbookTrouble::TooLarge);
    // One long text in every cell.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let row = |row: usize| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>");
    let rows: String = (1..20_000).map(row).collect();
    assert_refused(&xlsx(&sheet(&rows), &strings), WorkbookTrouble::TooLarge);
    let text = "<text:p>x</text:p>";
    for table in [
        format!("<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\">{text}</table:table-cell></table:table-row>"),
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row>".to_owned(),
        format!("<table:table-row table:number-rows-repeated=\"99999999999999999999\"><table:table-cell office:value-type=\"string\">{text}</table:table-cell><table:table-cell table:number-columns-repeated=\"9000\"/><table:table-cell office:value-type=\"string\">{text}</table:table-cell></table:table-row>"),
    ] {
        assert_refused(&ods(&table), WorkbookTrouble::TooLarge);
    }
}

#[test]
fn a_cell_far_away_costs_nothing_and_what_is_damaged_is_said() {
    let far = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>order</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>81901</v></c></row>\
        <row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row>";
    let file = read(&xlsx(&sheet(far), "<sst/>"), &settings()).unwrap();
    assert_eq!(file.records.iter().map(taken).collect::<Vec<_>>(), ["|81901||"]);
    assert_refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1and more", WorkbookTrouble::LockedOrOld);
    assert_refused(b"PK\x03\x04and no more", WorkbookTrouble::Damaged);
    let whole = data("orders_zh.xlsx");
    assert_refused(&whole[..whole.len() / 2], WorkbookTrouble::Damaged);
    assert_eq!(read(&packed(&[("a.txt", b"x")]), &settings()).unwrap_err(), Unreadable::NoText);
}

#[test]
fn a_spreadsheet_with_any_damage_inside_ends_in_a_sentence() {
    let mut archive = zip::ZipArchive::new(Cursor::new(data("orders_zh.xlsx"))).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let files: Vec<(String, Vec<u8>)> = names
        .into_iter()
        .map(|name| {
            let mut content = Vec::new();
            std::io::copy(&mut archive.by_name(&name).unwrap(), &mut content).unwrap();
            (name, content)
        })
        .collect();
    let read_ones =
        |(_, (name, _)): &(usize, &(String, Vec<u8>))| !name.contains("theme") && !name.starts_with("docProps");
    for (which, (_, content)) in files.iter().enumerate().filter(read_ones) {
        for step in 0..12 {
            let mut damaged = files.clone();
            let at = content.len() * step / 12;
            if step % 2 == 0 {
                damaged[which].1.truncate(at);
            } else {
                damaged[which].1[at] = b"<9&\"A"[step % 5];
            }
            let parts: Vec<(&str, &[u8])> =
                damaged.iter().map(|(name, content)| (name.as_str(), &content[..])).collect();
            let _ = read(&packed(&parts), &settings());
        }
    }
}

/// Reading twice as much takes about twice as long, also where all rows are of one order.
#[test]
fn a_huge_table_costs_no_square() {
    let table = |rows: usize| {
        let row = |row: usize| format!("{:09},81901,RB{:09}CN,title {row},tag{row}\n", row, row % 1_000_000_000);
        format!("note,order,track,title,tags\n{}", (0..rows).map(row).collect::<String>())
    };
    let time = |rows: usize| {
        let table = table(rows);
        let begin = std::time::Instant::now();
        let file = read(table.as_bytes(), &settings()).unwrap();
        let merged = posylka::import::merge(file.records);
        assert_eq!(merged.len(), rows);
        begin.elapsed()
    };
    let (small, large) = (time(2_500), time(20_000));
    assert!(large < small * 24, "{small:?} for 2,500 rows, {large:?} for 20,000");
}
