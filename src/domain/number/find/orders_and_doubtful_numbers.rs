//! What the walk does beside taking numbers: orders, numbers glued to words, unknown ones, and suspicious ones.

use std::ops::Range;

use super::join_pieces;
use super::label_words::Label;
use super::label_words::LabelMeaning;
use super::order_and_shop::PlacedText;
use super::scanner::{Scan, Taken};
use super::tokens::Token;
use crate::domain::number::candidate::Candidate;
use crate::domain::number::check_digit::Check;
use crate::domain::number::format::TextConfidence;
use crate::domain::number::match_formats::fitting;
use crate::domain::number::near_miss;
use crate::domain::number::near_miss::NearMissKind;
use crate::domain::number::shop_orders::shop_of_order;
use crate::domain::{CleanText, TrackingNumber};

/// So many suspicious texts are kept.
const MOST_SUSPECTS: usize = 100;

impl Scan<'_> {
    /// A run that holds letters of another alphabet: words stay words, numbers glued to them are cut out.
    pub fn foreign(&mut self, i: usize) -> usize {
        let atom = self.atoms[i];
        if atom.digits == 0 && atom.end - atom.start <= 4 {
            self.foreign_piece(i);
        }
        if atom.digits >= 5 && !self.glued(i) && atom.end - atom.start <= 60 && !atom.unspaced {
            self.remember(atom.start..atom.end);
        }
        i + 1
    }

    /// A letter or two of another alphabet at an end of an S10 number in pieces.
    fn foreign_piece(&mut self, i: usize) {
        const S10: usize = 13;
        for (start, end) in join_pieces::around(self.text, self.atoms, i) {
            let atoms = &self.atoms[start..end];
            let digits: u32 = atoms.iter().map(|a| a.digits).sum();
            if digits == 9 && join_pieces::joined(self.text, atoms).chars().count() == S10 {
                self.remember(atoms[0].start..atoms[atoms.len() - 1].end);
                return;
            }
        }
    }

    /// Looks for a number within a run, between places where the kind of character changes.
    pub fn glued(&mut self, i: usize) -> bool {
        let atom = self.atoms[i];
        if atom.digits < 8 || atom.is_digits() {
            return false;
        }
        let before = self.harvest.taken.len();
        let mut covered: Vec<Range<usize>> = Vec::new();
        for (start, end) in join_pieces::inner(atom.text(self.text)) {
            let span = atom.start + start..atom.start + end;
            let number = self.text[span.clone()].to_ascii_uppercase();
            let mut found = Vec::new();
            fitting(number.as_bytes(), &mut found);
            let sure = |c: &Candidate| c.format.stands == TextConfidence::Alone && c.check != Check::Failed;
            let free = covered.iter().all(|c| c.end <= span.start || span.end <= c.start);
            if free && found.iter().any(sure) && self.take_text(number, span.clone(), self.said[i], false) {
                covered.push(span);
            }
        }
        self.harvest.taken.len() > before
    }

    /// A number of no known format is taken where the words right before it call it a track number, also where it
    /// resembles a format; what is surely mistyped is only remembered. Says whether it was taken.
    pub fn unknown(&mut self, i: usize, end: usize) -> bool {
        let atoms = &self.atoms[i..end];
        let told = self.said[i].is_some_and(|s| s.direct && s.label == Label::Track);
        let number = join_pieces::joined(self.text, atoms);
        let digits: u32 = atoms.iter().map(|a| a.digits).sum();
        if !told || digits < 6 || !(9..=34).contains(&number.len()) || !are_groups(atoms) {
            return false;
        }
        let span = atoms[0].start..atoms[atoms.len() - 1].end;
        let is_taken = self.harvest.taken.last().is_some_and(|t| span.contains(&t.span.start));
        let is_mistyped = near_miss::of(number.as_bytes()).is_some_and(|miss| miss.is_proof());
        if is_taken || is_mistyped || self.is_phone(&number, &span) {
            return false;
        }
        self.harvest.taken.push(Taken { number, candidates: Vec::new(), span });
        true
    }

    /// Keeps what a shop numbers its orders like, unless the words right before it call it a track number or its carrier
    /// is named there; the atom to go on from.
    pub fn order_by_shape(&mut self, i: usize) -> Option<usize> {
        let end = join_pieces::dashed(self.text, self.atoms, i, i + 1);
        let span = self.atoms[i].start..self.atoms[end - 1].end;
        let told = self.said[i].is_some_and(|s| s.direct && s.label == Label::Track);
        if told || self.text[..span.start].ends_with('-') {
            return None;
        }
        shop_of_order(&self.text[span.clone()])?;
        let mut found = Vec::new();
        fitting(join_pieces::joined(self.text, &self.atoms[i..end]).as_bytes(), &mut found);
        let (_, close) = self.named(&span);
        if found.iter().any(|candidate| close.holds(candidate.format)) {
            return None;
        }
        self.harvest.orders.push(PlacedText { at: span.start, what: CleanText::line(&self.text[span]) });
        Some(end)
    }

    /// Keeps what is called an order; the atom to go on from.
    pub fn order(&mut self, i: usize, end: usize) -> usize {
        if self.said[i].is_some_and(|s| s.label == Label::Order) {
            let end = if self.atoms[i].is_digits() { end } else { i + 1 };
            let end = join_pieces::dashed(self.text, self.atoms, i, end);
            let digits: u32 = self.atoms[i..end].iter().map(|a| a.digits).sum();
            // dots separate dates, not orders
            let dotted = self.atoms[i..end].windows(2).any(|w| self.text[w[0].end..w[1].start].contains('.'));
            if (6..=24).contains(&digits) && !dotted && !is_date(&self.atoms[i..end]) {
                let span = &self.text[self.atoms[i].start..self.atoms[end - 1].end];
                let what = if span.contains('-') {
                    CleanText::line(span)
                } else {
                    CleanText::line(&join_pieces::joined(self.text, &self.atoms[i..end]))
                };
                self.harvest.orders.push(PlacedText { at: self.atoms[i].start, what });
            }
            return end;
        }
        end.max(i + 1)
    }

    /// Remembers what has the shape of a number and one thing wrong.
    pub fn suspect(&mut self, number: &str, span: &Range<usize>, said: Option<LabelMeaning>) {
        if number.len() < 10 || number.len() > 34 || self.harvest.suspects.len() >= MOST_SUSPECTS {
            return;
        }
        let told = said.is_some_and(|s| matches!(s.label, Label::Track | Label::Parcel));
        let whole = span.len() == number.len();
        let miss =
            if told && whole { near_miss::of(number.as_bytes()) } else { near_miss::of_shape(number.as_bytes()) };
        let Some(miss) = miss else { return };
        let telling = match miss.fault {
            NearMissKind::CheckDigit => {
                (miss.format.stands == TextConfidence::Alone && (miss.format.issuer || whole)) || (told && whole)
            }
            NearMissKind::Issuer => whole,
            NearMissKind::Missing(_) | NearMissKind::Extra(_) => told && whole,
        };
        if telling {
            self.remember(span.clone());
        }
    }

    fn remember(&mut self, span: Range<usize>) {
        if self.harvest.suspects.len() < MOST_SUSPECTS && TrackingNumber::MIN < span.len() {
            self.harvest.suspects.push(span);
        }
    }
}

/// Whether pieces are the groups in which a number is printed: none but the last shorter than three characters.
fn are_groups(atoms: &[Token]) -> bool {
    atoms.split_last().is_some_and(|(_, groups)| groups.iter().all(|a| a.end - a.start >= 3))
        && (atoms.len() == 1 || !is_date(&atoms[..atoms.len().min(3)]))
}

/// Whether digits are grouped like a date: 2025-11-20.
fn is_date(atoms: &[Token]) -> bool {
    let lengths: Vec<usize> = atoms.iter().map(|a| a.end - a.start).collect();
    matches!(lengths[..], [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 2 | 4])
}
