//! An operation of Russian Post as sent: a type and an attribute, each a number with a name.

use crate::sources::decoding::xml_tree::Node;

/// The type of a handing over.
pub(super) const HANDED_OVER: u32 = 2;
/// The type of a step of processing.
const PROCESSING: u32 = 8;

/// An operation as sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Operation {
    /// The operation's type.
    pub(super) kind: u32,
    pub(super) attribute: Option<u32>,
    pub(super) kind_name: String,
    pub(super) attribute_name: String,
}

impl Operation {
    /// Reads a record's operation; `None` where it has no type.
    pub(super) fn of(record: &Node) -> Option<Self> {
        let parameters = record.child("OperationParameters")?;
        Some(Self {
            kind: parameters.text_at(&["OperType", "Id"]).parse().ok()?,
            attribute: parameters.text_at(&["OperAttr", "Id"]).parse().ok(),
            kind_name: parameters.text_at(&["OperType", "Name"]).to_owned(),
            attribute_name: parameters.text_at(&["OperAttr", "Name"]).to_owned(),
        })
    }

    /// `type:attribute`.
    pub(super) fn code(&self) -> String {
        match self.attribute {
            Some(attribute) => format!("{}:{attribute}", self.kind),
            None => self.kind.to_string(),
        }
    }

    /// The post's words. The names of attributes of "processing" are sentences, others complete their type's name.
    pub(super) fn words(&self) -> String {
        let (kind, attribute) = (self.kind_name.trim(), self.attribute_name.trim());
        let repeats = attribute.to_lowercase().starts_with(&kind.to_lowercase());
        match (kind, attribute) {
            ("", "") => self.code(),
            (words, "") | ("", words) => words.to_owned(),
            (_, attribute) if self.kind == PROCESSING || repeats => attribute.to_owned(),
            (kind, attribute) => format!("{kind}: {attribute}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_sentences() {
        let words = |kind, kind_name: &str, attribute_name: &str| {
            let (kind_name, attribute_name) = (kind_name.to_owned(), attribute_name.to_owned());
            Operation { kind, attribute: Some(1), kind_name, attribute_name }.words()
        };
        assert_eq!(words(1, "Прием", "Единичный"), "Прием: Единичный");
        assert_eq!(words(2, "Вручение", "Вручение адресату"), "Вручение адресату");
        assert_eq!(words(8, "Обработка", "Сортировка"), "Сортировка");
        assert_eq!(words(11, "Прием на таможню", ""), "Прием на таможню");
        assert_eq!(words(64, "", ""), "64:1");
    }
}
