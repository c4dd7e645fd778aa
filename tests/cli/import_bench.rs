//! Importing the test data, and looking at what came of it.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::test_home::{Output, TestHome};

pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake").join(name)
}

/// Imports a file of the test data from a copy in the home directory, so that its path is short.
pub fn import_data(home: &TestHome, name: &str, args: &[&str]) -> Output {
    std::fs::copy(data(name), home.path().join(name)).unwrap();
    import(home, &[&[name], args].concat())
}

pub fn import(home: &TestHome, args: &[&str]) -> Output {
    home.run(&[&["import"], args].concat())
}

pub fn list(home: &TestHome) -> Vec<Value> {
    home.json(&["list", "--json", "--sort", "added"]).as_array().unwrap().clone()
}

pub fn by_order(home: &TestHome, code: &str) -> Value {
    home.json(&["show", code, "--json"])
}
