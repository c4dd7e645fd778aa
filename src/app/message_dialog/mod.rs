//! The dialog that writes a message about a parcel.

mod autosave;
mod stored_draft;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::cycle_selection::Neighbour;
use super::scroll_window::ScrollWindow;
use super::text_editor::TextEditor;
use super::{DetailData, UnsentText};
use crate::domain::advice::{AdviceContext, advice};
use crate::domain::message::{
    Addressee, How, Language, MessageChoice, MessageFacts, SentMessage, Situation, suggest, suggest_to,
};
use crate::domain::{CleanText, Country, Parcel};
use crate::error_messages::Failure;
use crate::wording::message::letter;
use stored_draft::Saved;

/// What of the dialog is in view where there is no room for both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MessageView {
    /// The message.
    Text,
    /// What it says in the reader's own language, scrolled down by so many rows.
    Beside(usize),
}

/// What is the matter with the message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SaveProblem {
    /// There is no text.
    Empty,
    /// Something failed.
    Failed(Failure),
}

/// A message being written.
#[derive(Debug)]
pub struct MessageDialog {
    /// About which parcel.
    pub parcel: Box<Parcel>,
    /// About what, to whom, in which language.
    pub choice: MessageChoice,
    /// The text.
    pub editor: TextEditor,
    /// The same in the reader's own language, as drafted; `None`: it is in that already.
    pub beside: Option<CleanText>,
    /// What is in view.
    pub view: MessageView,
    /// Which rows of the text are in view.
    pub window: ScrollWindow,
    /// What is the matter.
    pub trouble: Option<SaveProblem>,
    facts: MessageFacts,
    first: MessageChoice,
    readers: Language,
    home: Option<Country>,
    /// The message as it was drafted.
    drafted: CleanText,
    /// What the reader made of it, while the draft is looked at again.
    aside: Option<String>,
    /// What the reader made of the other messages.
    others: BTreeMap<MessageChoice, String>,
    /// What the store has of this one.
    saved: Saved,
    /// When what was typed is to be saved.
    due: Option<DateTime<Utc>>,
    /// It closes once everything is saved.
    leaving: bool,
}

impl MessageDialog {
    /// What was begun last, or else the message that is called for.
    pub(in crate::app) fn new(parcel: &Parcel, dossier: &DetailData, rules: &AdviceContext, readers: Language) -> Self {
        let first = suggest(parcel, advice(parcel, &dossier.standings, rules).as_ref(), rules.rules.home);
        let choice = dossier.unsent.first().map_or(first, |begun| begun.choice);
        Self::about(parcel, dossier, rules, readers, choice)
    }

    /// That message, as it was begun, or as it is drafted.
    pub(in crate::app) fn about(
        parcel: &Parcel,
        dossier: &DetailData,
        rules: &AdviceContext,
        readers: Language,
        choice: MessageChoice,
    ) -> Self {
        let home = rules.rules.home;
        let first = suggest(parcel, advice(parcel, &dossier.standings, rules).as_ref(), home);
        let mut dialog = Self {
            parcel: Box::new(parcel.clone()),
            choice,
            editor: TextEditor::new(""),
            beside: None,
            view: MessageView::Text,
            window: ScrollWindow::default(),
            trouble: None,
            facts: MessageFacts::of(parcel, &dossier.timeline, rules),
            first,
            readers,
            home,
            drafted: CleanText::default(),
            aside: None,
            others: dossier.unsent.iter().map(|begun| (begun.choice, begun.text.to_string())).collect(),
            saved: Saved::Unknown,
            due: None,
            leaving: false,
        };
        dialog.show(choice);
        dialog
    }

    fn show(&mut self, choice: MessageChoice) {
        self.choice = choice;
        self.drafted = letter(choice, &self.facts);
        let own = MessageChoice { language: self.readers, ..choice };
        self.beside = (own != choice).then(|| letter(own, &self.facts));
        let begun = self.others.remove(&choice);
        self.editor.set(begun.as_deref().unwrap_or(&self.drafted));
        self.saved = Saved::As(begun);
        self.aside = None;
        self.view = MessageView::Text;
        self.due = None;
    }

    /// Takes over what of it the last frame showed, and how wide its rows were.
    pub(in crate::app) fn drawn(&mut self, window: ScrollWindow, columns: usize) {
        match &mut self.view {
            MessageView::Text => self.window = window,
            MessageView::Beside(top) => *top = window.top,
        }
        self.window.height = window.height;
        self.editor.drawn(columns, window.height);
    }

    /// Whether the reader has changed the text.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.editor.text() != self.drafted.as_str()
    }

    /// What the reader made of the message and has not sent.
    fn unsent(&self) -> Option<String> {
        if self.is_changed() { Some(self.editor.text().to_owned()) } else { self.aside.clone() }
    }

    /// Goes to another message; what was made of this one stays.
    fn turn_to(&mut self, choice: MessageChoice) -> Option<UnsentText> {
        let save = self.save();
        if let Some(text) = self.unsent() {
            self.others.insert(self.choice, text);
        }
        self.show(choice);
        save
    }

    /// The next thing to write about, or the one before; the one that is called for stands first.
    pub(in crate::app) fn step(&mut self, to: Neighbour) -> Option<UnsentText> {
        let rest = Situation::ALL.into_iter().filter(|s| *s != self.first.situation && s.fits(&self.parcel));
        let all: Vec<Situation> = std::iter::once(self.first.situation).chain(rest).collect();
        let at = all.iter().position(|s| *s == self.choice.situation).unwrap_or_default();
        let about = MessageChoice::about(all[to.of(at, all.len())], Some(self.choice.to), &self.parcel, self.home);
        // To the same reader the language stays the one that was chosen.
        let language = if about.to == self.choice.to { self.choice.language } else { about.language };
        self.turn_to(MessageChoice { language, ..about })
    }

    /// To the other addressee; about the same, if they can help with that.
    pub(in crate::app) fn turn_to_other_addressee(&mut self) -> Option<UnsentText> {
        let to = match self.choice.to {
            Addressee::Seller => Addressee::Carrier,
            Addressee::Carrier => Addressee::Seller,
        };
        let situation = self.choice.situation;
        let same = situation.addressees().contains(&to);
        let choice = if same {
            MessageChoice::about(situation, Some(to), &self.parcel, self.home)
        } else {
            suggest_to(to, &self.parcel, None, self.home)
        };
        self.turn_to(choice)
    }

    /// In the next language.
    pub(in crate::app) fn turn_language(&mut self) -> Option<UnsentText> {
        let at = Language::ALL.iter().position(|l| *l == self.choice.language).unwrap_or_default();
        let language = Language::ALL[(at + 1) % Language::ALL.len()];
        self.turn_to(MessageChoice { language, ..self.choice })
    }

    /// Between the message and what it says in the reader's own language.
    pub(in crate::app) fn turn_view(&mut self) {
        self.view = match self.view {
            MessageView::Text if self.beside.is_some() => MessageView::Beside(0),
            _ => MessageView::Text,
        };
    }

    /// Shows the draft again, or what the reader made of it.
    pub(in crate::app) fn turn_draft(&mut self, now: DateTime<Utc>) {
        let text = if self.is_changed() { None } else { self.aside.take() };
        match text {
            Some(own) => self.editor.set(&own),
            None if self.is_changed() => {
                self.aside = Some(self.editor.text().to_owned());
                self.editor.set(&self.drafted);
            }
            None => {}
        }
        self.typed(now);
    }

    /// Takes over the text as another program left it.
    pub(in crate::app) fn replace(&mut self, text: &CleanText, now: DateTime<Utc>) {
        self.editor.set(text);
        self.typed(now);
    }

    /// The message as it goes out; `None`: there is no text.
    pub(in crate::app) fn finished(&mut self, how: How, now: DateTime<Utc>) -> Option<SentMessage> {
        let text = CleanText::note(self.editor.text());
        if text.is_empty() {
            self.trouble = Some(SaveProblem::Empty);
            return None;
        }
        Some(SentMessage { at: now, choice: self.choice, how, text })
    }
}
