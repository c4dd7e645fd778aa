//! No file uses, through whatever others, a file that uses it.

use std::path::Path;

use super::crate_map::CrateMap;
use super::graph::Graph;

pub fn real_graph() -> Graph {
    Graph::of(&CrateMap::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")))
}

#[test]
fn files_stand_in_no_circle() {
    let graph = real_graph();
    let described: Vec<String> = graph.circles().iter().map(|circle| graph.describe(circle)).collect();
    assert!(described.is_empty(), "{}", described.join("\n"));
}

const DOOR: &str = "mod ground; mod upper; pub use ground::Stone; pub use upper::wall;";

/// A crate with one room of three files; the test chooses the two behind the door.
fn circles_of(door: &str, ground: &str, upper: &str) -> Vec<Vec<String>> {
    let files = [("lib.rs", "mod a;"), ("a/mod.rs", door), ("a/ground.rs", ground), ("a/upper.rs", upper)];
    Graph::of(&CrateMap::of(&files)).circles().into_iter().map(|circle| circle.into_iter().collect()).collect()
}

#[test]
fn a_circle_is_seen_however_it_is_written() {
    let upper = "use super::Stone; pub fn wall(stone: Stone) {}";
    for ground in [
        "use super::wall; pub struct Stone;",
        "use super::upper::wall; pub struct Stone;",
        "use crate::a::{self, upper::{wall as round, other}}; pub struct Stone;",
        "use super::upper; pub struct Stone; fn f() { upper::wall(Stone) }",
        "pub struct Stone; fn f() { crate::a::wall(Stone) }",
        "use super::*; pub struct Stone; fn f() { wall(Stone) }",
        "use super::upper::*; pub struct Stone; fn f() { wall(Stone) }",
        "pub struct Stone; fn f() { use crate::a; a::wall(Stone) }",
        "#[serde(with = \"super::upper::wall\")] pub struct Stone;",
        "pub struct Stone; macro_rules! m { () => { $crate::a::upper::wall(Stone) } }",
        "mod inner { use super::super::upper::wall; } pub struct Stone;",
    ] {
        assert_eq!(circles_of(DOOR, ground, upper), [["a/ground.rs", "a/upper.rs"]], "{ground}");
    }
}

#[test]
fn what_is_no_use_makes_no_circle() {
    let upper = "use super::Stone; pub fn wall(stone: Stone) {}";
    for ground in [
        "pub struct Stone; // super::wall",
        "pub struct Stone; fn f() { \"super::upper::wall\"; }",
        "pub struct Stone { wall: u8 } fn f(stone: &Stone) { stone.wall; let wall = 1; wall }",
        "#[cfg(test)] use super::wall; pub struct Stone;",
        "pub struct Stone; #[cfg(test)] mod tests { use super::super::wall; fn f() { wall() } }",
        "pub struct Stone; #[cfg(test)] fn f() { super::wall() }",
        "pub(in crate::a::upper) struct Stone;",
        "use std::upper::wall; pub struct Stone;",
    ] {
        assert!(circles_of(DOOR, ground, upper).is_empty(), "{ground}");
    }
}

#[test]
fn a_door_that_passes_on_is_in_no_circle_and_one_that_uses_is() {
    let ground = "use super::Shared; pub struct Stone(Shared);";
    let upper = "use super::Stone; pub fn wall(stone: Stone) {}";
    assert!(circles_of(&format!("{DOOR} pub struct Shared;"), ground, upper).is_empty());
    let using = format!("{DOOR} pub struct Shared; fn build(stone: Stone) {{}}");
    assert_eq!(circles_of(&using, ground, upper), [["a/ground.rs", "a/mod.rs"]]);
    let calling = format!("{DOOR} pub struct Shared; fn build() {{ wall() }}");
    assert_eq!(circles_of(&calling, ground, upper), [["a/ground.rs", "a/mod.rs", "a/upper.rs"]]);
}

#[test]
fn what_a_macro_defines_belongs_to_its_file() {
    let ground = "macro_rules! items { () => {} } items! { Stone }";
    let upper = "use super::Stone; pub fn wall(stone: Stone) {}";
    assert!(circles_of(DOOR, ground, upper).is_empty());
    let back = format!("{ground} fn f() {{ super::wall() }}");
    assert_eq!(circles_of(DOOR, &back, upper), [["a/ground.rs", "a/upper.rs"]]);
}
