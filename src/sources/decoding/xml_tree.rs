//! A small tree of XML: elements by their local names, whatever prefix a server gives them, with their text.
//!
//! Entities other than the five of XML itself and character references stay out: nothing is ever expanded.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};

use super::worded_troubles::not_understood;
use crate::domain::Trouble;

/// How deep elements may lie in each other. A SOAP answer needs a tenth of it.
const DEEPEST: usize = 64;
/// How many elements are read. A history of a thousand operations has some forty each.
const MOST_ELEMENTS: usize = 100_000;
/// How many parser events are read: an element has two, its start and its end, and text before and after each.
const MOST_EVENTS: usize = MOST_ELEMENTS * 4;

/// An element.
#[derive(Clone, Debug, Default)]
pub(in crate::sources) struct Node {
    /// Its name without a prefix.
    pub(in crate::sources) name: String,
    /// Its own text, trimmed at the ends.
    pub(in crate::sources) text: String,
    /// The elements in it, in order.
    pub(in crate::sources) children: Vec<Node>,
}

impl Node {
    /// The first element in this one with that name.
    pub(in crate::sources) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The element at the end of a path of names.
    pub(in crate::sources) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |node, name| node.child(name))
    }

    /// The text at the end of a path of names; empty where there is none.
    pub(in crate::sources) fn text_at(&self, path: &[&str]) -> &str {
        self.at(path).map_or("", |node| &node.text)
    }

    /// All text in it, element by element.
    pub(in crate::sources) fn all_text(&self) -> String {
        let inner = self.children.iter().map(Self::all_text);
        let parts: Vec<String> = std::iter::once(self.text.clone()).chain(inner).filter(|t| !t.is_empty()).collect();
        parts.join(" ")
    }
}

/// Reads a document; the node given back is its root element. Invalid UTF-8 is replaced.
///
/// # Errors
/// [`Trouble::NotUnderstood`] with the place where it breaks off.
pub(in crate::sources) fn parse(body: &[u8]) -> Result<Node, Trouble> {
    let text = String::from_utf8_lossy(body);
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}').trim());
    // What is open, the document itself at the bottom.
    let mut open = vec![Node::default()];
    let mut events = 0;
    loop {
        let event = reader.read_event().map_err(|error| broken(&error.to_string(), reader.error_position()))?;
        match event {
            Event::Start(start) => open.push(named(start.local_name().as_ref())),
            Event::Empty(start) => {
                let node = named(start.local_name().as_ref());
                close(&mut open, node);
            }
            Event::End(_) if open.len() > 1 => {
                let node = open.pop().unwrap_or_default();
                close(&mut open, node);
            }
            Event::Text(part) => add(&mut open, &part),
            Event::CData(part) => add(&mut open, &part),
            Event::GeneralRef(part) => add(&mut open, &resolved(&part)),
            Event::Eof => break,
            _ => {}
        }
        events += 1;
        if open.len() > DEEPEST || events > MOST_EVENTS {
            return Err(broken("more than is read", reader.buffer_position()));
        }
    }
    let document = open.pop().filter(|_| open.is_empty());
    let root = document.and_then(|document| document.children.into_iter().next());
    root.ok_or_else(|| broken("the document breaks off", reader.buffer_position()))
}

fn broken(what: &str, at: u64) -> Trouble {
    not_understood(&format!("XML: {what} at byte {at}"))
}

fn named(name: &str) -> Node {
    Node { name: name.to_owned(), ..Node::default() }
}

fn add(open: &mut [Node], text: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(text);
    }
}

fn close(open: &mut [Node], mut node: Node) {
    node.text.truncate(node.text.trim_end().len());
    node.text.drain(..node.text.len() - node.text.trim_start().len());
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

/// The character behind `&amp;` or `&#1077;`; a reference that means nothing here is left out.
fn resolved(reference: &BytesRef) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => character.to_string(),
        _ => resolve_predefined_entity(reference).unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_make_no_difference_and_text_is_whole() {
        for text in [
            "<?xml version='1.0'?><s:a xmlns:s='x'><s:b> R&amp;D &#1077;<![CDATA[<i>]]> </s:b><s:c/></s:a>",
            "\u{feff}<a><b>R&amp;D &#x435;&lt;i&gt;</b><q:c></q:c></a>",
        ] {
            let root = parse(text.as_bytes()).expect("a tree");
            assert_eq!((root.name.as_str(), root.text_at(&["b"])), ("a", "R&D е<i>"), "{text}");
            assert!(root.at(&["c"]).is_some() && root.at(&["b", "c"]).is_none());
        }
    }

    #[test]
    fn what_breaks_off_or_explodes_is_refused() {
        let deep = "<a>".repeat(1_000);
        let wide = "<a/>".repeat(1_000_000);
        for text in
            ["", "text", "<a>", "<a></b>", "<a><b></a>", "</a>", deep.as_str(), format!("<r>{wide}</r>").as_str()]
        {
            assert!(parse(text.as_bytes()).is_err(), "{text:.40}");
        }
        let bomb = "<!DOCTYPE a [<!ENTITY x 'yyyy'>]><a>&x;&x;</a>";
        assert_eq!(parse(bomb.as_bytes()).expect("a tree").text, "");
    }
}
