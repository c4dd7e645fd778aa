//! All modules of the crate, and which file a path leads to.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::lexer;
use super::module::Module;
use super::use_tree::Words;

/// Where a path leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A module itself.
    Module(usize),
    /// An item that this module defines.
    Item(usize),
}

/// One module in its place.
pub struct Placed {
    pub module: Module,
    /// Its file, relative to `src`, with `/`.
    pub file: String,
    pub parent: Option<usize>,
    pub children: BTreeMap<String, usize>,
    root: usize,
}

/// The modules of the library and of the program.
#[derive(Default)]
pub struct CrateMap {
    pub modules: Vec<Placed>,
    /// `#[macro_export]`: the name and the module that defines it.
    macros: BTreeMap<String, usize>,
}

/// A path that leads through more names than this leads round in a circle of re-exports.
const MOST_STEPS: usize = 20;

impl CrateMap {
    /// Reads the library from `lib.rs` and the program from `main.rs`, both in `src`.
    pub fn read(src: &Path) -> Self {
        let mut map = Self::default();
        map.read_file(src, &src.join("lib.rs"), None);
        map.read_file(src, &src.join("main.rs"), None);
        map
    }

    /// A crate made of named texts, for the tests of this test.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let mut map = Self::default();
        for (file, text) in files {
            let parent = (*file != "lib.rs").then(|| {
                let folder = file.trim_end_matches("/mod.rs").rsplit_once('/').map_or("", |(folder, _)| folder);
                let door = format!("{folder}/mod.rs");
                map.modules.iter().position(|placed| placed.file == door).unwrap_or(0)
            });
            let name = file.trim_end_matches("/mod.rs").trim_end_matches(".rs").rsplit('/').next().unwrap();
            map.place(Module::parse(&lexer::tokens(text)), file, parent.map(|at| (at, name.to_owned())));
        }
        map
    }

    fn read_file(&mut self, src: &Path, path: &Path, parent: Option<(usize, String)>) {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let file = path.strip_prefix(src).unwrap().to_string_lossy().replace('\\', "/");
        let module = Module::parse(&lexer::tokens(&text));
        let declared = module.files.clone();
        let at = self.place(module, &file, parent);
        let is_door =
            path.file_name().is_some_and(|name| ["lib.rs", "main.rs", "mod.rs"].iter().any(|door| name == *door));
        let folder = if is_door { path.parent().unwrap().to_owned() } else { path.with_extension("") };
        for name in declared {
            let single = folder.join(format!("{name}.rs"));
            let child = if single.exists() { single } else { folder.join(&name).join("mod.rs") };
            self.read_file(src, &child, Some((at, name)));
        }
    }

    fn place(&mut self, mut module: Module, file: &str, parent: Option<(usize, String)>) -> usize {
        let at = self.modules.len();
        let inline = std::mem::take(&mut module.inline);
        for name in &module.exported_macros {
            self.macros.insert(name.clone(), at);
        }
        let root = parent.as_ref().map_or(at, |(parent, _)| self.modules[*parent].root);
        let above = parent.as_ref().map(|(parent, _)| *parent);
        self.modules.push(Placed { module, file: file.to_owned(), parent: above, children: BTreeMap::new(), root });
        if let Some((parent, name)) = parent {
            self.modules[parent].children.insert(name, at);
        }
        for (name, inner) in inline {
            self.place(inner, file, Some((at, name)));
        }
        at
    }

    /// Where a path leads that is written in the module `from`; `None` for other crates, local names and types' parts.
    pub fn resolve(&self, from: usize, path: &[String]) -> Option<Target> {
        self.resolve_within(from, path, MOST_STEPS)
    }

    fn resolve_within(&self, from: usize, path: &[String], steps: usize) -> Option<Target> {
        let steps = steps.checked_sub(1)?;
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.walk(self.modules[from].root, rest, steps),
            "posylka" => self.walk(0, rest, steps),
            "self" => self.walk(from, rest, steps),
            "super" => {
                let mut at = self.modules[from].parent?;
                let mut rest = rest;
                while rest.first().is_some_and(|word| word == "super") {
                    at = self.modules[at].parent?;
                    rest = &rest[1..];
                }
                self.walk(at, rest, steps)
            }
            _ => self.look_up(from, path, steps),
        }
    }

    /// Follows a path whose start is known. A name that the module does not declare comes from a macro in it.
    fn walk(&self, module: usize, rest: &[String], steps: usize) -> Option<Target> {
        if rest.is_empty() {
            return Some(Target::Module(module));
        }
        self.look_up(module, rest, steps).or(Some(Target::Item(module)))
    }

    /// A name as the module `at` sees it: its item, its child, an import, or what a `*` brings in.
    fn look_up(&self, at: usize, path: &[String], steps: usize) -> Option<Target> {
        let steps = steps.checked_sub(1)?;
        let placed = &self.modules[at];
        let (name, rest) = path.split_first()?;
        let child = placed.children.get(name);
        if let (Some(child), false) = (child, rest.is_empty()) {
            return self.walk(*child, rest, steps);
        }
        // A function of the same name as a module is no start of a path.
        let may_lead_on = rest.is_empty() || name.starts_with(char::is_uppercase);
        if may_lead_on && placed.module.items.contains(name) {
            return Some(Target::Item(at));
        }
        let same_name = placed.module.imports.iter().filter(|import| import.name.as_ref() == Some(name));
        let imported = same_name.filter(|import| import.path != [name.clone()]).find_map(|import| {
            let full: Words = import.path.iter().chain(rest).cloned().collect();
            self.resolve_within(at, &full, steps)
        });
        if imported.is_some() {
            return imported;
        }
        if let Some(child) = child {
            return Some(Target::Module(*child));
        }
        if let (Some(defined), true) = (self.macros.get(name), placed.parent.is_none()) {
            return Some(Target::Item(*defined));
        }
        self.through_globs(at, path, steps)
    }

    fn through_globs(&self, at: usize, path: &[String], steps: usize) -> Option<Target> {
        self.modules[at].module.imports.iter().filter(|import| import.name.is_none()).find_map(|import| {
            match self.resolve_within(at, &import.path, steps)? {
                Target::Module(module) => self.look_up(module, path, steps),
                Target::Item(_) => None,
            }
        })
    }
}
