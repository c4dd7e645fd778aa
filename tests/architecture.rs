//! The arrows between the rooms: every `crate::room` that a file names must be one its room may know.

#![cfg(test)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms each room may import. A room that is not listed fails the test.
const ARROWS: [(&str, &[&str]); 19] = [
    ("domain", &[]),
    ("texts", &[]),
    ("sources", &["domain"]),
    ("store", &["domain"]),
    ("barcode", &["domain"]),
    ("import", &["domain"]),
    ("json", &["domain", "store"]),
    ("evidence", &["domain", "store", "texts", "wording"]),
    ("export", &["domain", "store", "texts"]),
    ("sync", &["domain", "sources", "store"]),
    ("config", &["domain", "sources", "texts"]),
    ("demo", &["domain", "sources", "store", "sync"]),
    ("app", &["domain", "sync", "texts", "wording"]),
    ("wording", &["domain", "texts"]),
    ("ui", &["app", "barcode", "domain", "texts", "wording"]),
    ("terminal", &["app", "config", "demo", "domain", "sources", "store", "sync", "texts", "ui"]),
    (
        "cli",
        &[
            "barcode", "config", "domain", "evidence", "export", "import", "json", "sources", "store", "sync", "texts",
            "wording",
        ],
    ),
    ("launch", &["app", "cli", "demo", "domain", "sources", "store", "sync", "terminal", "texts"]),
    ("main", &["cli", "config", "launch"]),
];

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(source_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files
}

fn room_of(file: &Path, src: &Path) -> String {
    let first = file.strip_prefix(src).unwrap().components().next().unwrap();
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The rooms that a text names as `crate::room` or `posylka::room`, also inside `use crate::{a, b::c}`.
fn named_rooms(text: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for root in ["crate::", "posylka::"] {
        for (at, _) in text.match_indices(root) {
            let rest = &text[at + root.len()..];
            match rest.strip_prefix('{') {
                Some(list) => rooms.extend(top_level_names(list)),
                None => rooms.extend(leading_name(rest)),
            }
        }
    }
    rooms
}

fn leading_name(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

fn top_level_names(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = Vec::new();
    let mut fresh = true;
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && depth == 0 && c.is_alphabetic() => {
                names.extend(leading_name(&list[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn arrows_between_rooms_go_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.into_iter().collect();
    let mut wrong = Vec::new();
    for file in source_files(&src) {
        let room = room_of(&file, &src);
        if room == "lib" {
            continue;
        }
        let Some(may) = allowed.get(room.as_str()) else {
            wrong.push(format!("{room}: a room without arrows in this test"));
            continue;
        };
        for named in named_rooms(&code_of(&file)) {
            let is_room = allowed.contains_key(named.as_str());
            if is_room && named != room && !may.contains(&named.as_str()) {
                wrong.push(format!("{}: {room} may not know {named}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_forbidden_arrow_would_be_seen() {
    assert_eq!(named_rooms("use crate::{domain::{A, b::C}, store};"), ["domain", "store"]);
    assert_eq!(named_rooms("let x = crate::ui::draw(); use posylka::app::App;"), ["ui", "app"]);
}
