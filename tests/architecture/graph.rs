//! Which file uses which, and the circles among them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::crate_map::{CrateMap, Target};

/// Where an arrow comes from: the line and the path in it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Cause {
    pub line: usize,
    pub path: String,
}

/// The arrows between files; each with the first place that makes it.
#[derive(Default)]
pub struct Graph {
    pub uses: BTreeMap<String, BTreeMap<String, Cause>>,
    /// Re-exports: they name what stands elsewhere, without a use of it.
    pub reexports: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    pub fn of(map: &CrateMap) -> Self {
        let mut graph = Self::default();
        for (at, placed) in map.modules.iter().enumerate() {
            for import in &placed.module.imports {
                if let Some(Target::Item(to)) = map.resolve(at, &import.path) {
                    let to = &map.modules[to].file;
                    if import.reexport {
                        graph.reexports.entry(placed.file.clone()).or_default().insert(to.clone());
                    } else {
                        graph.add(&placed.file, to, import.line, &import.path);
                    }
                }
            }
            for mention in &placed.module.mentions {
                let is_type = mention.path[0].starts_with(char::is_uppercase);
                if !mention.certain && !is_type {
                    continue;
                }
                if let Some(Target::Item(to)) = map.resolve(at, &mention.path) {
                    graph.add(&placed.file, &map.modules[to].file, mention.line, &mention.path);
                }
            }
        }
        graph
    }

    fn add(&mut self, from: &str, to: &str, line: usize, path: &[String]) {
        if from != to {
            let cause = Cause { line, path: path.join("::") };
            self.uses.entry(from.to_owned()).or_default().entry(to.to_owned()).or_insert(cause);
        }
    }

    /// The sets of files of which each reaches each other one.
    pub fn circles(&self) -> Vec<BTreeSet<String>> {
        let reach: BTreeMap<&str, BTreeSet<&str>> =
            self.uses.keys().map(|file| (file.as_str(), self.reachable(file))).collect();
        let mut found: BTreeSet<BTreeSet<String>> = BTreeSet::new();
        for (file, reached) in &reach {
            if reached.contains(file) {
                let back = |other: &&&str| reach.get(**other).is_some_and(|theirs| theirs.contains(file));
                found.insert(reached.iter().filter(back).map(|other| (*other).to_owned()).collect());
            }
        }
        found.into_iter().collect()
    }

    fn reachable<'a>(&'a self, file: &str) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&str> = vec![file];
        while let Some(next) = open.pop() {
            for to in self.uses.get(next).into_iter().flat_map(BTreeMap::keys) {
                if seen.insert(to.as_str()) {
                    open.push(to);
                }
            }
        }
        seen
    }

    /// The shortest way round inside a circle, one arrow a line, then all its files.
    pub fn describe(&self, circle: &BTreeSet<String>) -> String {
        let round =
            circle.iter().filter_map(|file| self.way_round(file, circle)).min_by_key(Vec::len).unwrap_or_default();
        let mut lines = vec![format!("{} files in a circle:", circle.len())];
        for pair in round.windows(2) {
            let cause = &self.uses[&pair[0]][&pair[1]];
            lines.push(format!("    src/{}:{} uses {}  ({})", pair[0], cause.line, pair[1], cause.path));
        }
        if circle.len() >= round.len() {
            lines.push(format!("    all: {}", circle.iter().cloned().collect::<Vec<_>>().join(" ")));
        }
        lines.join("\n")
    }

    fn way_round(&self, start: &str, circle: &BTreeSet<String>) -> Option<Vec<String>> {
        let mut open = VecDeque::from([vec![start.to_owned()]]);
        let mut seen = BTreeSet::new();
        while let Some(way) = open.pop_front() {
            for to in self.uses.get(way.last()?).into_iter().flat_map(BTreeMap::keys) {
                let mut longer = way.clone();
                longer.push(to.clone());
                if to == start {
                    return Some(longer);
                }
                if circle.contains(to) && seen.insert(to.clone()) {
                    open.push_back(longer);
                }
            }
        }
        None
    }
}
