//! The one table of keys: it drives what keys do, the help, the bottom line and `docs/keys.md`.

use super::answer_letters::{self, Answer};
use super::layout_free_key::{Code, Key};
use crate::texts::Language;

/// What a key does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "the text of each is in the table")]
pub enum KeyAction {
    Down,
    Up,
    Top,
    Bottom,
    PageDown,
    PageUp,
    HalfDown,
    HalfUp,
    Open,
    Back,
    OtherPane,
    NextParcel,
    PreviousParcel,
    DoStep,
    NextNews,
    MarkAllSeen,
    Received,
    Add,
    Edit,
    Check,
    CheckAll,
    Filter,
    Clear,
    Sort,
    Archive,
    ShowArchived,
    Delete,
    Undo,
    Redo,
    CopyNumber,
    Mark,
    CopyPage,
    Barcode,
    Evidence,
    Snooze,
    Message,
    MessageLog,
    OtherAddressee,
    NextLanguage,
    OtherView,
    Afresh,
    Outside,
    Send,
    Keep,
    Help,
    Quit,
    Suspend,
    Submit,
    Cancel,
    NextField,
    PreviousField,
    Choose,
    ChoosePrevious,
    Switch,
    SwitchAll,
    Yes,
    No,
}

/// Where a key works.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KeyScope {
    /// Everywhere, also in dialogs and text fields.
    Everywhere,
    /// In both panes.
    Panes,
    /// In the filter's text field.
    Filter,
    /// In the dialog that adds.
    Add,
    /// In its table.
    AddTable,
    /// In the form.
    Edit,
    /// At the question until when to leave a parcel alone.
    Snooze,
    /// In the dialog that writes a message.
    Message,
    /// In the log of messages.
    MessageLog,
    /// At the question before a removal.
    Confirm,
    /// At the list of pages.
    Pages,
    /// At a barcode.
    Barcode,
    /// At a text to be marked.
    Marking,
    /// In the list of keys.
    Help,
}

/// Some keys, what they do and where.
#[derive(Debug)]
pub struct Binding {
    /// Where.
    pub place: KeyScope,
    /// Which keys; the first one is the one that is shown in the bottom line.
    pub keys: &'static [Key],
    /// What they do.
    pub action: KeyAction,
    /// The id of the text that says so.
    pub text: &'static str,
    /// The id of the short text for the bottom line, where it belongs there.
    pub hint: Option<&'static str>,
}

const fn bind(place: KeyScope, keys: &'static [Key], action: KeyAction, text: &'static str) -> Binding {
    Binding { place, keys, action, text, hint: None }
}

const fn hint(
    place: KeyScope,
    keys: &'static [Key],
    action: KeyAction,
    text: &'static str,
    hint: &'static str,
) -> Binding {
    Binding { place, keys, action, text, hint: Some(hint) }
}

const ENTER: Key = Key::plain(Code::Enter);
const ESC: Key = Key::plain(Code::Esc);
const TAB: Key = Key::plain(Code::Tab);
const BACK_TAB: Key = Key::plain(Code::BackTab);
const UP: Key = Key::plain(Code::Up);
const DOWN: Key = Key::plain(Code::Down);

const STEPS: &[Key] = &[
    Key::char('1'),
    Key::char('2'),
    Key::char('3'),
    Key::char('4'),
    Key::char('5'),
    Key::char('6'),
    Key::char('7'),
    Key::char('8'),
    Key::char('9'),
];

const fn f(number: u8) -> Key {
    Key::plain(Code::F(number))
}

/// Every key, in the order of the help; hints in the order in which they are given room.
pub const TABLE: &[Binding] = {
    use KeyAction as A;
    use KeyScope as P;
    &[
        hint(P::Panes, &[Key::char('a')], A::Add, "key-add", "hint-add"),
        hint(P::Panes, STEPS, A::DoStep, "key-do-step", "hint-do-step"),
        hint(P::Panes, &[Key::char('n')], A::NextNews, "key-next-news", "hint-next-news"),
        hint(P::Panes, &[Key::char('r')], A::Check, "key-check", "hint-check"),
        bind(P::Panes, &[Key::char('R')], A::CheckAll, "key-check-all"),
        hint(P::Panes, &[Key::char('/')], A::Filter, "key-filter", "hint-filter"),
        hint(P::Panes, &[Key::char('m')], A::Message, "key-letter", "hint-letter"),
        hint(P::Panes, &[Key::char('p')], A::Received, "key-received", "hint-received"),
        hint(P::Panes, &[Key::char('e')], A::Edit, "key-edit", "hint-edit"),
        hint(P::Panes, &[Key::char('?')], A::Help, "key-help", "hint-help"),
        hint(P::Panes, &[Key::char('q')], A::Quit, "key-quit", "hint-quit"),
        bind(P::Panes, &[Key::char('j'), DOWN], A::Down, "key-down"),
        bind(P::Panes, &[Key::char('k'), UP], A::Up, "key-up"),
        bind(P::Panes, &[Key::char('g'), Key::plain(Code::Home)], A::Top, "key-top"),
        bind(P::Panes, &[Key::char('G'), Key::plain(Code::End)], A::Bottom, "key-bottom"),
        bind(P::Panes, &[Key::plain(Code::PageDown)], A::PageDown, "key-page-down"),
        bind(P::Panes, &[Key::plain(Code::PageUp)], A::PageUp, "key-page-up"),
        bind(P::Panes, &[Key::ctrl('d'), Key::char('}')], A::HalfDown, "key-half-down"),
        bind(P::Panes, &[Key::ctrl('u'), Key::char('{')], A::HalfUp, "key-half-up"),
        bind(P::Panes, &[ENTER, Key::char('l'), Key::plain(Code::Right)], A::Open, "key-open"),
        bind(P::Panes, &[Key::char('h'), Key::plain(Code::Left)], A::Back, "key-back"),
        bind(P::Panes, &[TAB, BACK_TAB], A::OtherPane, "key-other-pane"),
        bind(P::Panes, &[Key::char('N')], A::MarkAllSeen, "key-mark-all-seen"),
        bind(P::Panes, &[Key::char('J')], A::NextParcel, "key-next-parcel"),
        bind(P::Panes, &[Key::char('K')], A::PreviousParcel, "key-previous-parcel"),
        hint(P::Panes, &[Key::char('s')], A::Sort, "key-sort", "hint-sort"),
        hint(P::Panes, &[Key::char('x')], A::Archive, "key-archive", "hint-archive"),
        bind(P::Panes, &[Key::char('z')], A::Snooze, "key-snooze"),
        bind(P::Panes, &[Key::char('M')], A::MessageLog, "key-letters"),
        bind(P::Panes, &[Key::char('A')], A::ShowArchived, "key-show-archived"),
        bind(P::Panes, &[Key::char('d')], A::Delete, "key-delete"),
        hint(P::Panes, &[Key::char('u')], A::Undo, "key-undo", "hint-undo"),
        bind(P::Panes, &[Key::char('U'), Key::ctrl('r')], A::Redo, "key-redo"),
        bind(P::Panes, &[Key::char('y')], A::CopyNumber, "key-copy-number"),
        bind(P::Panes, &[Key::char('o')], A::CopyPage, "key-copy-page"),
        bind(P::Panes, &[Key::char('Y'), f(4)], A::Mark, "key-mark"),
        bind(P::Panes, &[Key::char('b')], A::Barcode, "key-barcode"),
        bind(P::Panes, &[Key::char('E')], A::Evidence, "key-evidence"),
        hint(P::Panes, &[ESC], A::Clear, "key-clear", "hint-back"),
        hint(P::Filter, &[ENTER], A::Submit, "key-filter-keep", "hint-filter-keep"),
        hint(P::Filter, &[ESC], A::Cancel, "key-filter-clear", "hint-filter-clear"),
        bind(P::Filter, &[DOWN], A::Down, "key-down"),
        bind(P::Filter, &[UP], A::Up, "key-up"),
        hint(P::Add, &[ENTER], A::Submit, "key-add-submit", "hint-add"),
        hint(P::Add, &[ESC], A::Cancel, "key-cancel", "hint-cancel"),
        hint(P::Add, &[TAB], A::NextField, "key-next-field", "hint-next-field"),
        bind(P::Add, &[BACK_TAB], A::PreviousField, "key-previous-field"),
        hint(P::Add, &[DOWN, Key::ctrl('r'), f(5)], A::Down, "key-add-down", "hint-add-choose"),
        bind(P::Add, &[UP], A::Up, "key-add-up"),
        hint(P::AddTable, &[ENTER], A::Submit, "key-add-submit", "hint-add"),
        hint(P::AddTable, &[ESC], A::Cancel, "key-cancel", "hint-cancel"),
        hint(P::AddTable, &[Key::char(' '), Key::char('x')], A::Switch, "key-add-switch", "hint-add-switch"),
        hint(P::AddTable, &[Key::char('a')], A::SwitchAll, "key-add-switch-all", "hint-add-switch-all"),
        hint(P::AddTable, &[Key::plain(Code::Right), Key::char('l')], A::Choose, "key-add-choose", "hint-add-choose"),
        bind(P::AddTable, &[Key::plain(Code::Left), Key::char('h')], A::ChoosePrevious, "key-add-choose-previous"),
        bind(P::AddTable, &[DOWN, Key::char('j')], A::Down, "key-down"),
        bind(P::AddTable, &[UP, Key::char('k')], A::Up, "key-up"),
        bind(P::AddTable, &[TAB], A::NextField, "key-next-field"),
        bind(P::AddTable, &[BACK_TAB], A::PreviousField, "key-previous-field"),
        hint(P::Edit, &[ENTER], A::Submit, "key-edit-submit", "hint-save"),
        hint(P::Edit, &[TAB, DOWN], A::NextField, "key-next-field", "hint-next-field"),
        bind(P::Edit, &[BACK_TAB, UP], A::PreviousField, "key-previous-field"),
        hint(P::Edit, &[ESC], A::Cancel, "key-cancel", "hint-cancel"),
        hint(P::Snooze, &[ENTER], A::Submit, "key-snooze-submit", "hint-snooze"),
        hint(P::Snooze, &[ESC], A::Cancel, "key-cancel", "hint-cancel"),
        hint(P::Message, &[Key::ctrl('y'), f(9)], A::Send, "key-letter-send", "hint-letter-send"),
        hint(P::Message, &[ESC], A::Cancel, "key-letter-close", "hint-close"),
        bind(P::Message, &[TAB], A::NextField, "key-letter-next"),
        bind(P::Message, &[BACK_TAB], A::PreviousField, "key-letter-previous"),
        bind(P::Message, &[Key::ctrl('t'), f(3)], A::OtherAddressee, "key-letter-addressee"),
        bind(P::Message, &[Key::ctrl('l'), f(6)], A::NextLanguage, "key-letter-language"),
        hint(P::Message, &[f(2), Key::ctrl('b')], A::OtherView, "key-letter-beside", "hint-letter-beside"),
        hint(P::Message, &[Key::ctrl('o'), f(7)], A::Outside, "key-letter-outside", "hint-letter-outside"),
        hint(P::Message, &[Key::ctrl('r'), f(5)], A::Afresh, "key-letter-afresh", "hint-letter-afresh"),
        bind(P::Message, &[Key::ctrl('s'), f(8)], A::Keep, "key-letter-keep"),
        bind(P::Message, &[f(4)], A::Mark, "key-letter-mark"),
        hint(P::MessageLog, &[ESC, Key::char('q'), Key::char('M'), ENTER], A::Cancel, "key-help-close", "hint-close"),
        hint(P::MessageLog, &[Key::char('j'), DOWN], A::Down, "key-help-down", "hint-scroll"),
        bind(P::MessageLog, &[Key::char('k'), UP], A::Up, "key-help-up"),
        bind(P::MessageLog, &[Key::plain(Code::PageDown), Key::char(' ')], A::PageDown, "key-page-down"),
        bind(P::MessageLog, &[Key::plain(Code::PageUp)], A::PageUp, "key-page-up"),
        bind(P::MessageLog, &[Key::char('g'), Key::plain(Code::Home)], A::Top, "key-top"),
        bind(P::MessageLog, &[Key::char('G'), Key::plain(Code::End)], A::Bottom, "key-bottom"),
        // With the letters of the reader's language: see `answer_letters`.
        hint(P::Confirm, &[ENTER], A::Yes, "key-yes", "hint-yes"),
        hint(P::Confirm, &[ESC], A::No, "key-no", "hint-no"),
        hint(P::Pages, &[ENTER, Key::char('y')], A::Submit, "key-page-copy", "hint-copy"),
        bind(P::Pages, &[Key::char('Y'), f(4)], A::Mark, "key-page-mark"),
        bind(P::Pages, &[Key::char('j'), DOWN], A::Down, "key-down"),
        bind(P::Pages, &[Key::char('k'), UP], A::Up, "key-up"),
        hint(P::Pages, &[ESC, Key::char('q'), Key::char('o')], A::Cancel, "key-help-close", "hint-close"),
        hint(P::Barcode, &[TAB, DOWN], A::NextField, "key-next-number", "hint-next-number"),
        bind(P::Barcode, &[BACK_TAB, UP], A::PreviousField, "key-previous-number"),
        hint(P::Barcode, &[Key::char('s')], A::OtherView, "key-barcode-size", "hint-barcode-size"),
        hint(P::Barcode, &[ESC, Key::char('q'), Key::char('b'), ENTER], A::Cancel, "key-help-close", "hint-close"),
        hint(P::Marking, &[ESC, Key::char('q'), ENTER, f(4)], A::Cancel, "key-help-close", "hint-close"),
        bind(
            P::Marking,
            &[Key::char(' '), Key::plain(Code::PageDown), DOWN, Key::char('j')],
            A::PageDown,
            "key-page-down",
        ),
        bind(P::Marking, &[Key::plain(Code::PageUp), UP, Key::char('k')], A::PageUp, "key-page-up"),
        hint(P::Help, &[ESC, Key::char('q'), Key::char('?'), ENTER], A::Cancel, "key-help-close", "hint-close"),
        hint(P::Help, &[Key::char('j'), DOWN], A::Down, "key-help-down", "hint-scroll"),
        bind(P::Help, &[Key::char('k'), UP], A::Up, "key-help-up"),
        bind(P::Help, &[Key::plain(Code::PageDown), Key::char(' ')], A::PageDown, "key-page-down"),
        bind(P::Help, &[Key::plain(Code::PageUp)], A::PageUp, "key-page-up"),
        bind(P::Help, &[Key::char('g'), Key::plain(Code::Home)], A::Top, "key-top"),
        bind(P::Help, &[Key::char('G'), Key::plain(Code::End)], A::Bottom, "key-bottom"),
        bind(P::Everywhere, &[Key::ctrl('c'), f(10)], A::Quit, "key-quit"),
        bind(P::Everywhere, &[Key::ctrl('z'), f(12)], A::Suspend, "key-suspend"),
    ]
};

impl Binding {
    /// The keys in the reader's language, the one to show first.
    pub fn keys_in(&self, language: Language) -> impl Iterator<Item = Key> {
        let letter = match self.action {
            KeyAction::Yes => answer_letters::letters(Answer::Yes, language).first(),
            KeyAction::No => answer_letters::letters(Answer::No, language).first(),
            _ => None,
        };
        letter.into_iter().chain(self.keys).copied()
    }
}

impl KeyScope {
    /// Every place, in the order of the help.
    pub const ALL: [Self; 14] = [
        Self::Panes,
        Self::Filter,
        Self::Add,
        Self::AddTable,
        Self::Edit,
        Self::Snooze,
        Self::Message,
        Self::MessageLog,
        Self::Confirm,
        Self::Pages,
        Self::Barcode,
        Self::Marking,
        Self::Help,
        Self::Everywhere,
    ];

    /// Whether characters are typed here rather than being commands.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Filter | Self::Add | Self::Edit | Self::Snooze | Self::Message)
    }

    /// The keys that work here and not everywhere.
    pub fn bindings(self) -> impl Iterator<Item = &'static Binding> {
        TABLE.iter().filter(move |b| b.place == self)
    }
}

/// What a key does in a place. A key of the Russian layout counts as the Latin one it shares, but a message that is
/// typed into a text field is a message.
#[must_use]
pub fn action(place: KeyScope, key: Key, language: Language) -> Option<KeyAction> {
    let exact = lookup(place, key);
    if place == KeyScope::Confirm && !key.ctrl {
        let answered = answer_letters::answer(key, language).map(|answer| match answer {
            Answer::Yes => KeyAction::Yes,
            Answer::No => KeyAction::No,
        });
        return exact.or(answered);
    }
    let typed = place.is_text() && !key.ctrl;
    exact.or_else(|| if typed { None } else { lookup(place, key.latin()?) })
}

/// The same, whichever language the reader has: only answers to questions differ.
#[must_use]
pub fn action_in_any_language(place: KeyScope, key: Key) -> Option<KeyAction> {
    action(place, key, Language::En).or_else(|| action(place, key, Language::Ru))
}

/// The first key that does this in a place.
#[must_use]
pub fn key_of(place: KeyScope, action: KeyAction) -> Option<Key> {
    place.bindings().find(|b| b.action == action).and_then(|b| b.keys.first().copied())
}

fn lookup(place: KeyScope, key: Key) -> Option<KeyAction> {
    let here = |b: &&Binding| (b.place == place || b.place == KeyScope::Everywhere) && b.keys.contains(&key);
    TABLE.iter().find(here).map(|b| b.action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in KeyScope::ALL {
            let here: Vec<Key> = TABLE
                .iter()
                .filter(|b| b.place == place || b.place == KeyScope::Everywhere)
                .flat_map(|b| b.keys.iter().copied())
                .collect();
            for (i, key) in here.iter().enumerate() {
                assert!(!here[..i].contains(key), "{place:?} {key:?}");
            }
        }
    }

    /// With the Russian layout alone most terminals send Ctrl and a letter as the letter, and Ctrl-B and Ctrl-A begin the
    /// commands of tmux and screen.
    #[test]
    fn whatever_ctrl_does_another_key_does_too() {
        for binding in TABLE {
            assert!(binding.keys.iter().any(|key| !key.ctrl), "{binding:?}");
        }
    }

    #[test]
    fn no_letter_is_a_command_in_a_text_field() {
        for binding in TABLE.iter().filter(|b| b.place.is_text()) {
            assert!(binding.keys.iter().all(|k| k.ctrl || !matches!(k.code, Code::Char(_))), "{binding:?}");
        }
    }

    #[test]
    fn the_russian_layout_commands_and_types() {
        let action = |place, key| action(place, key, Language::Ru);
        assert_eq!(action(KeyScope::Panes, Key::char('ф')), Some(KeyAction::Add));
        assert_eq!(action(KeyScope::Panes, Key::char('К')), Some(KeyAction::CheckAll));
        assert_eq!(action(KeyScope::Panes, Key::char('У')), Some(KeyAction::Evidence));
        assert_eq!(action(KeyScope::Panes, Key::char('.')), Some(KeyAction::Filter));
        assert_eq!(action(KeyScope::Panes, Key::char(',')), Some(KeyAction::Help));
        assert_eq!(action(KeyScope::Filter, Key::char('й')), None);
        assert_eq!(action(KeyScope::Filter, Key::char('.')), None);
        assert_eq!(action(KeyScope::Filter, Key::ctrl('с')), Some(KeyAction::Quit));
        assert_eq!(action(KeyScope::Confirm, Key::char('н')), Some(KeyAction::No));
        assert_eq!(action(KeyScope::Confirm, Key::char('д')), Some(KeyAction::Yes));
    }
}
