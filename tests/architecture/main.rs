//! The arrows between the rooms (the folders of `src`) and between the files.
//!
//! A file uses another one if its code names something that the other one defines, by an import or by a path; what a
//! `mod.rs` only passes on (`pub use`) counts for the file that defines it, on both sides: the re-export itself is no
//! arrow, so a `mod.rs` is the front door of its folder without standing in a circle with every file behind it. In
//! everything else a `mod.rs` is a file like any other: if it uses a file of its folder, that file may not use what the
//! `mod.rs` defines. Methods and fields are not followed; tests (`#[cfg(test)]`) do not count.

#![cfg(test)]

mod circles;
mod crate_map;
mod document;
mod graph;
mod lexer;
mod module;
mod rooms;
mod use_tree;
