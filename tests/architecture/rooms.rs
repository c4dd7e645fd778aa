//! Which room may use which.

use std::collections::{BTreeMap, BTreeSet};

use super::circles::real_graph;

/// Which rooms each room uses, from the ground up: a room stands below the ones that use it.
pub const ARROWS: [(&str, &[&str]); 23] = [
    ("domain", &[]),
    ("texts", &[]),
    ("themes", &[]),
    ("sources", &["domain"]),
    ("store", &["domain"]),
    ("barcode", &["domain"]),
    ("import", &["domain"]),
    ("wording", &["domain", "texts"]),
    ("json", &["domain", "store"]),
    ("evidence", &["domain", "json", "store", "texts", "wording"]),
    ("export", &["domain", "store", "texts"]),
    ("sync", &["domain", "sources", "store"]),
    ("notify", &["domain", "json", "sources", "store", "texts", "wording"]),
    ("config", &["domain", "notify", "sources", "texts", "themes"]),
    ("error_messages", &["config", "domain", "store", "texts"]),
    ("demo", &["domain", "sources", "store", "sync"]),
    ("use_cases", &["domain", "error_messages", "evidence", "import", "notify", "sources", "store", "sync", "texts"]),
    ("app", &["domain", "error_messages", "sync", "texts", "themes", "use_cases", "wording"]),
    ("ui", &["app", "barcode", "domain", "error_messages", "texts", "themes", "use_cases", "wording"]),
    (
        "terminal",
        &[
            "app",
            "domain",
            "error_messages",
            "notify",
            "sources",
            "store",
            "sync",
            "texts",
            "themes",
            "ui",
            "use_cases",
        ],
    ),
    (
        "cli",
        &[
            "barcode",
            "config",
            "domain",
            "error_messages",
            "evidence",
            "export",
            "import",
            "json",
            "notify",
            "sources",
            "store",
            "sync",
            "texts",
            "use_cases",
            "wording",
        ],
    ),
    (
        "open_screen",
        &[
            "app",
            "cli",
            "demo",
            "domain",
            "error_messages",
            "sources",
            "store",
            "sync",
            "terminal",
            "texts",
            "themes",
            "use_cases",
        ],
    ),
    ("main", &["cli", "config", "open_screen"]),
];

fn room_of(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// Each arrow between two rooms that the code uses, and a file that does.
fn used_arrows() -> BTreeMap<(String, String), String> {
    let graph = real_graph();
    let uses = graph.uses.iter().flat_map(|(from, tos)| tos.keys().map(move |to| (from, to)));
    let reexports = graph.reexports.iter().flat_map(|(from, tos)| tos.iter().map(move |to| (from, to)));
    uses.chain(reexports)
        .map(|(from, to)| ((room_of(from).to_owned(), room_of(to).to_owned()), format!("src/{from}")))
        .filter(|((from, to), _)| from != to)
        .collect()
}

#[test]
fn rooms_use_what_they_may_and_nothing_is_allowed_in_vain() {
    let used = used_arrows();
    let allowed: BTreeSet<(String, String)> = ARROWS
        .iter()
        .flat_map(|(from, tos)| tos.iter().map(move |to| ((*from).to_owned(), (*to).to_owned())))
        .collect();
    let mut wrong = Vec::new();
    for ((from, to), file) in &used {
        if !allowed.contains(&(from.clone(), to.clone())) {
            wrong.push(format!("{file}: {from} may not know {to}"));
        }
    }
    for (from, to) in &allowed {
        if !used.contains_key(&(from.clone(), to.clone())) {
            wrong.push(format!("{from} may know {to}, and does not use it"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_is_listed_once_and_above_what_it_uses() {
    let mut below: Vec<&str> = Vec::new();
    for (room, uses) in ARROWS {
        assert!(!below.contains(&room), "{room} is listed twice");
        for used in uses {
            assert!(below.contains(used), "{room} uses {used}, which is not below it");
        }
        below.push(room);
    }
}
