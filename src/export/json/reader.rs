//! Reading it, item by item.

use std::fmt;
use std::io::Read;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{About, FORMAT, PROGRAM};
use crate::domain::CleanText;
use crate::store::{ExportItem, ImportSession, InvalidItem};

/// No more than this is read of a file, in bytes.
const LARGEST: u64 = 4 << 30;

/// Why an export was not taken. Nothing of it has been taken then.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// It is something else.
    #[error("this is no export of posylka")]
    Stranger,
    /// A later version wrote it.
    #[error("a newer posylka wrote this (format {found}, this one reads {FORMAT})")]
    Newer {
        /// The format's version.
        found: u32,
    },
    /// It is damaged, or was changed by hand.
    #[error("line {line}: {what}")]
    Damaged {
        /// Where.
        line: usize,
        /// What is wrong there.
        what: CleanText,
    },
    /// An item cannot be taken.
    #[error(transparent)]
    Item(#[from] InvalidItem),
}

/// Hands every item of an export to the uptake, which is to be finished by the caller.
///
/// # Errors
/// What is wrong with the export.
pub fn read(from: impl Read, uptake: &mut ImportSession<'_>) -> Result<(), Unread> {
    let mut taking = Taking { uptake, about: None, stop: None };
    let mut json = serde_json::Deserializer::from_reader(std::io::BufReader::new(from.take(LARGEST)));
    let read = json.deserialize_map(Document(&mut taking)).and_then(|()| json.end());
    let Taking { about, stop, .. } = taking;
    match (stop, read, about) {
        (Some(stop), ..) => Err(stop),
        (None, Err(error), None) if !error.is_io() => Err(Unread::Stranger),
        (None, Err(error), _) => Err(damaged(&error)),
        (None, Ok(()), None) => Err(Unread::Stranger),
        (None, Ok(()), Some(_)) => Ok(()),
    }
}

fn damaged(error: &serde_json::Error) -> Unread {
    Unread::Damaged { line: error.line(), what: CleanText::line(&error.to_string()) }
}

struct Taking<'a, 'db> {
    uptake: &'a mut ImportSession<'db>,
    about: Option<About>,
    /// Why it went no further, where that is no mistake of the JSON.
    stop: Option<Unread>,
}

impl Taking<'_, '_> {
    fn stop<E: Error>(&mut self, why: Unread) -> E {
        self.stop = Some(why);
        E::custom("stopped")
    }

    fn hear<E: Error>(&mut self, about: About) -> Result<(), E> {
        if about.program != PROGRAM {
            return Err(self.stop(Unread::Stranger));
        }
        // There never was one before the first.
        if about.format == 0 {
            return Err(self.stop(Unread::Stranger));
        }
        if about.format > FORMAT {
            return Err(self.stop(Unread::Newer { found: about.format }));
        }
        self.about = Some(about);
        Ok(())
    }

    fn take<E: Error>(&mut self, item: &ExportItem) -> Result<(), E> {
        match self.uptake.take(item) {
            Ok(()) => Ok(()),
            Err(flaw) => Err(self.stop(flaw.into())),
        }
    }
}

/// The whole of it.
struct Document<'t, 'a, 'db>(&'t mut Taking<'a, 'db>);

impl<'de> Visitor<'de> for Document<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export of posylka")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "about" => self.0.hear(map.next_value()?)?,
                "answers" => map.next_value_seed(Items(self.0, |a| ExportItem::Answer(Box::new(a)), PhantomData))?,
                "words" => map.next_value_seed(Items(self.0, |w| ExportItem::Word(Box::new(w)), PhantomData))?,
                "parcels" => map.next_value_seed(Items(self.0, |p| ExportItem::Parcel(Box::new(p)), PhantomData))?,
                other => return Err(M::Error::unknown_field(other, &["about", "answers", "words", "parcels"])),
            }
        }
        Ok(())
    }
}

/// One of its lists: each item is taken as soon as it is read.
struct Items<'t, 'a, 'db, T>(&'t mut Taking<'a, 'db>, fn(T) -> ExportItem, PhantomData<T>);

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Items<'_, '_, '_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Items<'_, '_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<(), S::Error> {
        while let Some(item) = items.next_element::<T>()? {
            self.0.take(&self.1(item))?;
        }
        Ok(())
    }
}
