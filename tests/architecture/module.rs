//! What one module declares and names: its items, its child modules, its `use` declarations and its paths.
//!
//! Code under `#[cfg(test)]` is left out.

use std::collections::BTreeSet;

use super::lexer::{Kind, Token};
use super::use_tree::{self, Import, Words};

/// A path in the code, outside of `use`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    pub path: Words,
    pub line: usize,
    /// Whether `(` or `!` follows, or the path has several words: then it cannot be a field or a local variable.
    pub certain: bool,
}

#[derive(Default, Debug)]
pub struct Module {
    pub items: BTreeSet<String>,
    /// Macros with `#[macro_export]`, which stand at the root of the crate.
    pub exported_macros: BTreeSet<String>,
    pub imports: Vec<Import>,
    pub mentions: Vec<Mention>,
    /// `mod name;`
    pub files: Vec<String>,
    /// `mod name { … }`
    pub inline: Vec<(String, Module)>,
}

const ITEM_WORDS: [&str; 8] = ["fn", "struct", "enum", "trait", "type", "const", "static", "union"];

impl Module {
    pub fn parse(tokens: &[Token]) -> Self {
        let mut module = Self::default();
        Parser { tokens, at: 0, depth: 0, macro_export: false }.run(&mut module);
        module
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    depth: usize,
    macro_export: bool,
}

impl Parser<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).and_then(Token::word)
    }

    fn is(&self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(sign))
    }

    fn run(&mut self, module: &mut Module) {
        while let Some(token) = self.tokens.get(self.at) {
            match &token.kind {
                Kind::Sign('#') => {
                    if self.attribute(module) {
                        return;
                    }
                }
                Kind::Sign('{') => self.step_over(1),
                Kind::Sign('}') => self.step_over(-1),
                Kind::Word(word) => self.word_at(&word.clone(), module),
                _ => self.at += 1,
            }
        }
    }

    fn step_over(&mut self, deeper: isize) {
        self.depth = self.depth.saturating_add_signed(deeper);
        self.at += 1;
    }

    /// An attribute; true for `#![cfg(test)]`, which leaves out the rest of the module.
    fn attribute(&mut self, module: &mut Module) -> bool {
        let inner = self.is(self.at + 1, '!');
        let from = self.at + 1 + usize::from(inner);
        if !self.is(from, '[') {
            self.at += 1;
            return false;
        }
        let end = self.closing(from);
        let attribute = &self.tokens[from + 1..end];
        let words: Vec<&str> = attribute.iter().filter_map(Token::word).collect();
        self.at = end + 1;
        if words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not") {
            if !inner {
                self.skip_item();
            }
            return inner;
        }
        self.macro_export |= words.first() == Some(&"macro_export");
        for token in attribute {
            if let Kind::Text(text) = &token.kind {
                let path: Words = text.split("::").map(str::to_owned).collect();
                let is_path = path.iter().all(|word| word.chars().all(|c| c.is_alphanumeric() || c == '_'));
                if is_path && path.len() > 1 {
                    module.mentions.push(Mention { path, line: token.line, certain: true });
                }
            }
        }
        Parser { tokens: attribute, at: 0, depth: 1, macro_export: false }.run(module);
        false
    }

    /// The place of the bracket that closes the one at `from`.
    fn closing(&self, from: usize) -> usize {
        let mut depth = 0_usize;
        for (at, token) in self.tokens.iter().enumerate().skip(from) {
            match token.kind {
                Kind::Sign('(' | '[' | '{') => depth += 1,
                Kind::Sign(')' | ']' | '}') => {
                    depth -= 1;
                    if depth == 0 {
                        return at;
                    }
                }
                _ => {}
            }
        }
        self.tokens.len() - 1
    }

    /// Passes over one item: to its `;`, or to the end of its braces.
    fn skip_item(&mut self) {
        while self.at < self.tokens.len() {
            if self.is(self.at, ';') || self.is(self.at, ',') {
                self.at += 1;
                return;
            }
            if self.is(self.at, '{') {
                self.at = self.closing(self.at) + 1;
                return;
            }
            self.at = if self.is(self.at, '(') || self.is(self.at, '[') { self.closing(self.at) } else { self.at } + 1;
        }
    }

    fn word_at(&mut self, word: &str, module: &mut Module) {
        let next = self.word(self.at + 1).map(str::to_owned);
        match (word, next) {
            ("pub", _) if self.is(self.at + 1, '(') => self.at = self.closing(self.at + 1) + 1,
            ("use", Some(_)) => self.use_declaration(module),
            ("mod", Some(name)) if self.is(self.at + 2, ';') => {
                module.files.push(name);
                self.at += 3;
            }
            ("mod", Some(name)) if self.is(self.at + 2, '{') => {
                let end = self.closing(self.at + 2);
                module.inline.push((name, Module::parse(&self.tokens[self.at + 3..end])));
                self.at = end + 1;
            }
            ("macro_rules", _) if self.is(self.at + 1, '!') => {
                let name = self.word(self.at + 2).unwrap_or_default().to_owned();
                if std::mem::take(&mut self.macro_export) {
                    module.exported_macros.insert(name.clone());
                }
                module.items.insert(name);
                self.at += 3;
            }
            (keyword, Some(name)) if ITEM_WORDS.contains(&keyword) && !ITEM_WORDS.contains(&name.as_str()) => {
                if self.depth == 0 {
                    module.items.insert(name);
                }
                self.at += 2;
            }
            _ => self.mention(module),
        }
    }

    fn mention(&mut self, module: &mut Module) {
        let (start, line) = (self.at, self.tokens[self.at].line);
        let mut path = Words::new();
        while let Some(word) = self.word(self.at) {
            path.push(word.to_owned());
            self.at += 1;
            if self.tokens.get(self.at).is_none_or(|token| token.kind != Kind::Separator) {
                break;
            }
            self.at += 1;
        }
        let before = start.checked_sub(1).map(|at| &self.tokens[at].kind);
        let in_macro = before == Some(&Kind::Sign('$'));
        let foreign = matches!(before, Some(Kind::Sign('.') | Kind::Separator));
        if foreign || (in_macro && path[0] != "crate") {
            return;
        }
        let certain = path.len() > 1 || self.is(self.at, '(') || self.is(self.at, '!');
        module.mentions.push(Mention { path, line, certain });
    }

    fn use_declaration(&mut self, module: &mut Module) {
        let before = |back: usize| self.at.checked_sub(back).map(|at| &self.tokens[at]);
        let public = before(1).is_some_and(|token| token.word() == Some("pub") || token.is(')'));
        let (mut leaves, end) = use_tree::leaves(self.tokens, self.at + 1);
        self.at = end;
        for import in &mut leaves {
            import.reexport = public;
        }
        module.imports.append(&mut leaves);
    }
}
