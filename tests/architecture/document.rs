//! The table of rooms in `docs/architecture.md`: each room's job, from the first sentence of its `mod.rs`, and its arrows.
//!
//! `POSYLKA_WRITE_DOCS=1 cargo test --test architecture` writes it.

use std::fs;
use std::path::{Path, PathBuf};

use super::rooms::ARROWS;

const BEGIN: &str = "<!-- rooms: generated -->\n";
const END: &str = "<!-- end of rooms -->";

fn in_project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The folder or the file of a room, and the path of the file that describes it.
fn place(room: &str) -> (String, PathBuf) {
    let folder = in_project("src").join(room).join("mod.rs");
    if folder.exists() {
        (format!("{room}/"), folder)
    } else {
        (format!("{room}.rs"), in_project("src").join(format!("{room}.rs")))
    }
}

/// The first sentence of a module's documentation, without the marks of links.
fn first_sentence(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    let paragraph = lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let sentence = paragraph.split_once(". ").map_or(paragraph.as_str(), |(first, _)| first);
    sentence.trim_end_matches('.').replace("[`", "`").replace("`]", "`")
}

fn table() -> String {
    let row = |(room, uses): (&str, &[&str])| {
        let (name, file) = place(room);
        let job = first_sentence(&fs::read_to_string(file).unwrap());
        let uses = if uses.is_empty() { "nothing".to_owned() } else { uses.join(", ") };
        format!("| `{name}` | {job} | {uses} |\n")
    };
    ["| room | job | uses |\n|---|---|---|\n".to_owned()].into_iter().chain(ARROWS.into_iter().map(row)).collect()
}

#[test]
fn the_table_of_rooms_says_what_the_rooms_and_the_arrows_say() {
    let document = in_project("docs/architecture.md");
    let text = fs::read_to_string(&document).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    let table = table();
    if std::env::var_os("POSYLKA_WRITE_DOCS").is_some() {
        fs::write(document, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(written, table, "run: POSYLKA_WRITE_DOCS=1 cargo test --test architecture");
}

#[test]
fn a_job_is_the_first_sentence() {
    assert_eq!(first_sentence("//! Draws [`App`]\n//! into cells. No more.\n//!\n//! Rest."), "Draws `App` into cells");
    assert_eq!(first_sentence("//! One sentence.\n\nuse x;"), "One sentence");
}
