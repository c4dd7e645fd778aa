//! Rust source as tokens: enough to read paths, items and attributes; comments are dropped.

/// One token, with the line it stands on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    pub kind: Kind,
    pub line: usize,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A word: a name or a keyword.
    Word(String),
    /// `::`.
    Separator,
    /// The contents of a string.
    Text(String),
    /// Any other single character.
    Sign(char),
    /// A number, a character or a lifetime.
    Other,
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        if let Kind::Word(word) = &self.kind { Some(word) } else { None }
    }

    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

pub fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer { chars: source.chars().collect(), at: 0, line: 1, found: Vec::new() };
    while lexer.at < lexer.chars.len() {
        lexer.step();
    }
    lexer.found
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
    found: Vec<Token>,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn bump(&mut self) -> char {
        let c = self.peek(0);
        self.line += usize::from(c == '\n');
        self.at += 1;
        c
    }

    fn push(&mut self, kind: Kind, line: usize) {
        self.found.push(Token { kind, line });
    }

    fn step(&mut self) {
        let line = self.line;
        match (self.peek(0), self.peek(1)) {
            ('/', '/') => self.skip_while(|c| c != '\n'),
            ('/', '*') => self.block_comment(),
            ('"', _) => self.text(line),
            ('\'', _) => self.quote(line),
            (':', ':') => {
                self.at += 2;
                self.push(Kind::Separator, line);
            }
            (c, _) if c.is_alphabetic() || c == '_' => self.word(line),
            (c, _) if c.is_ascii_digit() => self.number(line),
            (c, _) => {
                self.bump();
                if !c.is_whitespace() {
                    self.push(Kind::Sign(c), line);
                }
            }
        }
    }

    fn skip_while(&mut self, wanted: impl Fn(char) -> bool) {
        while self.at < self.chars.len() && wanted(self.peek(0)) {
            self.bump();
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        while self.at < self.chars.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => {
                    depth += 1;
                    self.at += 2;
                }
                ('*', '/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return;
                    }
                }
                _ => {
                    self.bump();
                }
            }
        }
    }

    fn text(&mut self, line: usize) {
        self.bump();
        let mut inside = String::new();
        while self.at < self.chars.len() {
            match self.bump() {
                '"' => break,
                '\\' => {
                    self.bump();
                }
                c => inside.push(c),
            }
        }
        self.push(Kind::Text(inside), line);
    }

    /// A string without escapes; `at` stands on the first `#` or on the quote.
    fn raw_text(&mut self, line: usize) {
        let from = self.at;
        self.skip_while(|c| c == '#');
        let hashes = self.at - from;
        self.bump();
        let mut inside = String::new();
        while self.at < self.chars.len() {
            let c = self.bump();
            if c == '"' && (0..hashes).all(|ahead| self.peek(ahead) == '#') {
                self.at += hashes;
                break;
            }
            inside.push(c);
        }
        self.push(Kind::Text(inside), line);
    }

    /// A character or a lifetime.
    fn quote(&mut self, line: usize) {
        self.bump();
        if self.peek(0) == '\\' {
            self.at += 2;
            self.skip_while(|c| c != '\'');
            self.bump();
        } else if self.peek(1) == '\'' {
            self.bump();
            self.bump();
        } else {
            self.skip_while(|c| c.is_alphanumeric() || c == '_');
        }
        self.push(Kind::Other, line);
    }

    fn word(&mut self, line: usize) {
        let from = self.at;
        self.skip_while(|c| c.is_alphanumeric() || c == '_');
        let word: String = self.chars[from..self.at].iter().collect();
        let raw = self.peek(0) == '"' || (self.peek(0) == '#' && matches!(self.peek(1), '"' | '#'));
        match word.as_str() {
            "r" | "br" | "cr" if raw => self.raw_text(line),
            "b" | "c" if self.peek(0) == '"' => self.text(line),
            "b" if self.peek(0) == '\'' => self.quote(line),
            "r" if self.peek(0) == '#' => {
                self.bump();
                self.word(line);
            }
            _ => self.push(Kind::Word(word), line),
        }
    }

    fn number(&mut self, line: usize) {
        self.skip_while(|c| c.is_alphanumeric() || c == '_');
        if self.peek(0) == '.' && self.peek(1).is_ascii_digit() {
            self.bump();
            self.skip_while(|c| c.is_alphanumeric() || c == '_');
        }
        self.push(Kind::Other, line);
    }
}
