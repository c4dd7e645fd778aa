//! Writing it.

use std::io::{self, Write};

use serde::Serialize;

use super::{About, FORMAT, PROGRAM, escaped};
use crate::store::{Database, ExportItem, StoreError};

/// Why an export was not written to its end.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Where it goes to.
    #[error(transparent)]
    Output(#[from] io::Error),
}

/// The lists of the document, in its order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Answers,
    Words,
    Parcels,
}

impl List {
    const ALL: [Self; 3] = [Self::Answers, Self::Words, Self::Parcels];

    fn name(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Words => "words",
            Self::Parcels => "parcels",
        }
    }
}

/// Writes everything about the parcels that are not removed; gives their number. The same database gives the same
/// bytes.
///
/// # Errors
/// When the database cannot be read or the output not written.
pub fn write(db: &Database, with_answers: bool, out: &mut dyn Write) -> Result<usize, Unwritten> {
    let about = About { program: PROGRAM.to_owned(), format: FORMAT, answers: with_answers };
    write!(out, "{{\"about\":")?;
    serde_json::to_writer(&mut *out, &about).map_err(io::Error::from)?;
    let mut document = Document { out, open: None, items: 0 };
    db.carry(with_answers, |item| document.item(&item))?;
    document.turn_to(Some(List::Parcels))?;
    let parcels = document.items;
    document.turn_to(None)?;
    writeln!(document.out, "}}")?;
    Ok(parcels)
}

struct Document<'a> {
    out: &'a mut dyn Write,
    open: Option<List>,
    items: usize,
}

impl Document<'_> {
    fn item(&mut self, item: &ExportItem) -> Result<(), Unwritten> {
        match item {
            ExportItem::Answer(answer) => self.line(List::Answers, answer),
            ExportItem::Word(word) => self.line(List::Words, word),
            ExportItem::Parcel(parcel) => self.line(List::Parcels, parcel),
        }
    }

    fn line(&mut self, list: List, value: &impl Serialize) -> Result<(), Unwritten> {
        self.turn_to(Some(list))?;
        self.out.write_all(if self.items == 0 { b"\n" } else { b",\n" })?;
        self.items += 1;
        Ok(escaped::write(self.out, value)?)
    }

    /// Closes the list that is open and opens the next ones, up to that one; every list is there, if only empty.
    fn turn_to(&mut self, list: Option<List>) -> io::Result<()> {
        while self.open != list || list.is_none() {
            if self.open.is_some() {
                self.out.write_all(b"]")?;
            }
            let next = self.open.map_or(0, |open| open as usize + 1);
            let Some(next) = List::ALL.get(next) else { return Ok(()) };
            write!(self.out, ",\n\"{}\":[", next.name())?;
            (self.open, self.items) = (Some(*next), 0);
        }
        Ok(())
    }
}
