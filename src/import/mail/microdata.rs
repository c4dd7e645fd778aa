//! Microdata (`itemscope`, `itemprop`) as the JSON that JSON-LD would say.

use serde_json::{Map, Value};

use super::html_entities::decoded;
use super::html_pieces::{Piece, Tag};

/// Elements are followed so deep.
const DEEPEST: usize = 400;
/// Properties are kept up to so many.
const MOST: usize = 500;

/// Collects the items of a document.
#[derive(Default)]
pub(super) struct Microdata {
    done: Vec<Value>,
    open: Vec<Element>,
    properties: usize,
}

/// An element that is open.
struct Element {
    name: String,
    property: Option<String>,
    /// The item that it is.
    item: Option<Map<String, Value>>,
    text: String,
}

impl Microdata {
    /// Takes the next piece of the document.
    pub fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Text(text) => {
                let inner = self.open.iter_mut().rev().find(|element| element.property.is_some());
                if let Some(element) = inner.filter(|element| element.text.len() < 2_000) {
                    element.text.push_str(&decoded(text));
                }
            }
            Piece::Tag(tag) if tag.closes => self.close(&tag.name),
            Piece::Tag(tag) => self.open(tag),
            Piece::Json(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let property = tag.attribute("itemprop").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        let item = tag.attribute("itemscope").map(|_| {
            let kind = tag.attribute("itemtype").unwrap_or_default().trim();
            Map::from_iter([("@type".to_owned(), Value::from(kind.rsplit('/').next().unwrap_or_default()))])
        });
        let said = ["content", "datetime", "href", "src"].into_iter().find_map(|name| tag.attribute(name));
        let is_void = matches!(tag.name.as_str(), "meta" | "link" | "img" | "br" | "hr" | "input" | "col" | "wbr")
            || tag.raw.ends_with("/>");
        if let (Some(name), Some(value), None) = (&property, said, &item) {
            self.add(name, Value::from(decoded(value).trim().to_owned()));
            self.push(tag, is_void, None, None);
        } else {
            self.push(tag, is_void, property, item);
        }
    }

    fn push(&mut self, tag: &Tag<'_>, is_void: bool, property: Option<String>, item: Option<Map<String, Value>>) {
        if !is_void && self.open.len() < DEEPEST {
            self.open.push(Element { name: tag.name.clone(), property, item, text: String::new() });
        }
    }

    /// Closes the innermost element of that name, and all inside it that nothing has closed.
    fn close(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|element| element.name == name) else { return };
        while self.open.len() > at {
            self.end_one();
        }
    }

    fn end_one(&mut self) {
        let Some(element) = self.open.pop() else { return };
        match (element.item, element.property) {
            (Some(item), Some(name)) => self.add(&name, Value::Object(item)),
            (Some(item), None) => self.done.push(Value::Object(item)),
            (None, Some(name)) => self.add(&name, Value::from(element.text.trim().to_owned())),
            (None, None) => {}
        }
    }

    /// Adds a property to the innermost item; a second one of that name makes a list.
    fn add(&mut self, name: &str, value: Value) {
        self.properties += 1;
        let Some(item) = self.open.iter_mut().rev().find_map(|element| element.item.as_mut()) else { return };
        if self.properties > MOST {
            return;
        }
        match item.get_mut(name) {
            None => drop(item.insert(name.to_owned(), value)),
            Some(Value::Array(all)) => all.push(value),
            Some(one) => *one = Value::Array(vec![one.take(), value]),
        }
    }

    /// The items that are in no other.
    pub fn items(mut self) -> Vec<Value> {
        while !self.open.is_empty() {
            self.end_one();
        }
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::super::html_pieces::pieces;
    use super::*;

    #[test]
    fn items_nest_and_repeat() {
        let html = "<div itemscope itemtype=\"http://schema.org/ParcelDelivery\">\
            <div itemprop=\"carrier\" itemscope itemtype=\"http://schema.org/Organization\"><meta itemprop=\"name\" content=\"DHL\"/></div>\
            <span itemprop=\"trackingNumber\">RB<b>1234</b></span><link itemprop=\"trackingUrl\" href=\"https://x.example\">\
            <meta itemprop=\"x\" content=\"1\"><meta itemprop=\"x\" content=\"2\"></div>";
        let mut found = Microdata::default();
        pieces(html).for_each(|piece| found.take(&piece));
        let wanted = serde_json::json!([{"@type": "ParcelDelivery", "carrier": {"@type": "Organization", "name": "DHL"},
            "trackingNumber": "RB1234", "trackingUrl": "https://x.example", "x": ["1", "2"]}]);
        assert_eq!(Value::Array(found.items()), wanted);
    }
}
