//! Walks over the atoms of a text and takes out the numbers.

use std::ops::Range;

use super::label_words::Label;
use super::label_words::LabelMeaning;
use super::order_and_shop::PlacedText;
use super::plausibility::{Surroundings, believed};
use super::tokens::Token;
use super::{decoys, join_pieces};
use crate::domain::number::candidate::Candidate;
use crate::domain::number::carrier_mentions::{Mention, Named, same};
use crate::domain::number::check_digit::Check;
use crate::domain::number::format::{Format, TextConfidence};
use crate::domain::number::match_formats::fitting;
use crate::domain::number::ranking::{Ready, rank_near};

/// A carrier's name counts within so many bytes.
const NEAR: usize = 300;
/// And as right before a number within so many.
const CLOSE: usize = 40;

/// A number that was taken.
pub(super) struct Taken {
    pub number: String,
    pub candidates: Vec<Candidate>,
    pub span: Range<usize>,
}

/// What a walk finds.
#[derive(Default)]
pub(super) struct Harvest {
    pub taken: Vec<Taken>,
    pub orders: Vec<PlacedText>,
    /// Texts that are nearly numbers.
    pub suspects: Vec<Range<usize>>,
}

pub(super) struct Scan<'a> {
    pub text: &'a str,
    pub atoms: &'a [Token],
    pub said: &'a [Option<LabelMeaning>],
    pub mentions: &'a [Mention],
    pub ready: &'a Ready,
    pub harvest: Harvest,
}

impl Scan<'_> {
    /// Walks from the first atom to the last.
    pub fn walk(&mut self) {
        let mut i = 0;
        while i < self.atoms.len() {
            i = self.step(i).max(i + 1);
        }
    }

    /// Looks at what starts at atom `i`; the atom to go on from.
    fn step(&mut self, i: usize) -> usize {
        let atom = self.atoms[i];
        if !atom.ascii {
            return self.foreign(i);
        }
        if let Some(end) = self.decoy(i) {
            return end;
        }
        if let Some(end) = self.order_by_shape(i) {
            return end;
        }
        let end = join_pieces::digits(self.text, self.atoms, i);
        if atom.is_digits() && end > i + 1 && !self.has_long(i, end) {
            // digits in groups stand together or not at all
            return if self.take(i, end) || self.take_letters(i, end) || self.unknown(i, end) {
                self.last_end(end)
            } else {
                self.order(i, end)
            };
        }
        for end in join_pieces::ends(self.text, self.atoms, i) {
            if self.take(i, end) {
                return end;
            }
        }
        self.glued(i);
        self.unknown(i, i + 1);
        self.order(i, i + 1)
    }

    /// Where the last number that was taken ends, at least `end`.
    fn last_end(&self, end: usize) -> usize {
        let stop = self.harvest.taken.last().map_or(0, |t| t.span.end);
        (end..=self.atoms.len()).find(|&e| self.atoms.get(e).is_none_or(|a| a.start >= stop)).unwrap_or(end)
    }

    /// Groups of digits may be the start of a number with letters ("0998 0000 0200 34D").
    fn take_letters(&mut self, i: usize, digits: usize) -> bool {
        let ends: Vec<usize> =
            join_pieces::ends(self.text, self.atoms, i).into_iter().filter(|&e| e > digits).collect();
        ends.into_iter().any(|end| self.take(i, end))
    }

    fn has_long(&self, i: usize, end: usize) -> bool {
        self.atoms[i..end].iter().any(|a| a.digits >= 9)
    }

    /// The end of something that is no track number, whatever it looks like.
    fn decoy(&self, i: usize) -> Option<usize> {
        if self.is_uuid(i) {
            return Some(i + 5);
        }
        let bytes = self.atoms[i].text(self.text).as_bytes();
        if bytes.len() < 4 || !bytes[..2].iter().all(u8::is_ascii_alphabetic) || !bytes[2].is_ascii_digit() {
            return None;
        }
        let first = join_pieces::joined(self.text, &self.atoms[i..=i]);
        let length = decoys::iban_length(first.as_bytes())?;
        join_pieces::ends(self.text, self.atoms, i).into_iter().find(|&end| {
            let joined = join_pieces::joined(self.text, &self.atoms[i..end]);
            joined.len() == length && decoys::is_iban(joined.as_bytes())
        })
    }

    fn is_uuid(&self, i: usize) -> bool {
        let Some(atoms) = self.atoms.get(i..i + 5) else { return false };
        let dashes = atoms.windows(2).all(|w| &self.text[w[0].end..w[1].start] == "-");
        dashes && decoys::is_uuid([0, 1, 2, 3, 4].map(|k| atoms[k].end - atoms[k].start))
    }

    /// Takes the atoms `i..end` as one number where that is believed.
    fn take(&mut self, i: usize, end: usize) -> bool {
        let number = join_pieces::joined(self.text, &self.atoms[i..end]);
        let span = self.atoms[i].start..self.atoms[end - 1].end;
        self.take_text(number, span, self.said[i], end > i + 1)
    }

    pub fn take_text(
        &mut self,
        number: String,
        span: Range<usize>,
        said: Option<LabelMeaning>,
        in_pieces: bool,
    ) -> bool {
        let mut found = Vec::new();
        fitting(number.as_bytes(), &mut found);
        if found.is_empty() {
            self.suspect(&number, &span, said);
            return false;
        }
        let digits_only = number.bytes().all(|b| b.is_ascii_digit());
        let place = Surroundings {
            said,
            pieces: in_pieces,
            digits_only,
            length: number.len(),
            phone: self.is_phone(&number, &span),
        };
        let (near, close) = self.named(&span);
        rank_near(self.ready, &near, &mut found);
        let best = found.iter().position(|c| believed(c, &place, near.holds(c.format), close.holds(c.format)));
        let Some(best) = best else {
            self.suspect(&number, &span, said);
            return false;
        };
        found[..=best].rotate_right(1);
        self.harvest.taken.push(Taken { number, candidates: found, span });
        true
    }

    /// Takes a part of a link; says whether it did.
    pub fn take_part(&mut self, number: &str, label: Label, link: &Range<usize>) -> bool {
        let said = Some(LabelMeaning { label, direct: true });
        let mut found = Vec::new();
        fitting(number.as_bytes(), &mut found);
        let alone = |c: &Candidate| c.format.stands == TextConfidence::Alone && c.check != Check::Failed;
        let of_host = |c: &Candidate| self.is_named_in(link, c.format);
        (label != Label::Neutral || found.iter().any(|c| alone(c) || of_host(c)))
            && self.take_text(number.to_owned(), link.clone(), said, false)
    }

    /// Whether a link's own host or path names the carrier.
    fn is_named_in(&self, link: &Range<usize>, format: &Format) -> bool {
        let inside = self.mentions.iter().filter(|m| m.start >= link.start && m.end <= link.end);
        inside.into_iter().any(|m| same(m.words, format.words))
    }

    /// The carriers named around a place, and those right before it.
    pub fn named(&self, span: &Range<usize>) -> (Named, Named) {
        let (mut near, mut close) = (self.ready.named.clone(), Named::default());
        let from = self.mentions.partition_point(|m| m.start + NEAR < span.start);
        for mention in self.mentions[from..].iter().take_while(|m| m.start < span.end + NEAR) {
            near.add(mention.words);
            // the host of a link names its carrier too
            if mention.start < span.end && mention.end + CLOSE >= span.start {
                close.add(mention.words);
            }
        }
        (near, close)
    }

    pub fn is_phone(&self, number: &str, span: &Range<usize>) -> bool {
        let before = self.text[..span.start].trim_end_matches([' ', '(', '\u{a0}']);
        let freephone = ["1800", "8800", "0800"].iter().any(|p| number.starts_with(p)) && number.len() <= 11;
        before.ends_with('+')
            || freephone
            || (number.len() == 16 && span.len() > 16 && decoys::is_card(number.as_bytes()))
    }
}
