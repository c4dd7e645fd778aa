//! A `use` declaration as the list of what it brings in.

use super::lexer::{Kind, Token};

/// A path as it is written: `super::order::Order` is three words.
pub type Words = Vec<String>;

/// One leaf of a `use` declaration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    pub path: Words,
    /// What it is called in this module; `None` for `*`.
    pub name: Option<String>,
    /// `pub use`, `pub(crate) use` …: a re-export.
    pub reexport: bool,
    pub line: usize,
}

/// The leaves of the tree that begins at `at`, and the place behind it.
pub fn leaves(tokens: &[Token], at: usize) -> (Vec<Import>, usize) {
    let mut tree = Tree { tokens, at, found: Vec::new() };
    tree.branch(&[]);
    (tree.found, tree.at)
}

struct Tree<'a> {
    tokens: &'a [Token],
    at: usize,
    found: Vec<Import>,
}

impl Tree<'_> {
    fn kind(&self) -> Option<&Kind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    /// One branch, behind the words in `before`.
    fn branch(&mut self, before: &[String]) {
        match self.kind().cloned() {
            Some(Kind::Sign('*')) => {
                self.leaf(before.to_vec(), None);
                self.at += 1;
            }
            Some(Kind::Sign('{')) => {
                self.at += 1;
                while self.kind().is_some_and(|kind| *kind != Kind::Sign('}')) {
                    self.branch(before);
                    self.at += usize::from(self.kind() == Some(&Kind::Sign(',')));
                }
                self.at += 1;
            }
            Some(Kind::Word(word)) => self.step(before, word),
            _ => self.at += 1,
        }
    }

    /// A word: the start of a longer path, or a leaf.
    fn step(&mut self, before: &[String], word: String) {
        self.at += 1;
        let mut path = before.to_vec();
        if word != "self" || before.is_empty() {
            path.push(word);
        }
        if self.kind() == Some(&Kind::Separator) {
            self.at += 1;
            self.branch(&path);
            return;
        }
        let mut name = path.last().cloned();
        if self.kind() == Some(&Kind::Word("as".to_owned())) {
            name = self.tokens.get(self.at + 1).and_then(Token::word).map(str::to_owned);
            self.at += 2;
        }
        self.leaf(path, name);
    }

    fn leaf(&mut self, path: Words, name: Option<String>) {
        let line = self.tokens[self.at.min(self.tokens.len() - 1)].line;
        self.found.push(Import { path, name, reexport: false, line });
    }
}
