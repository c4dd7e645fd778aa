//! What the words before each number, or the head of its column, say that it is.

use super::label_words::{Label, LabelMeaning, label};
use super::table_heads::Table;
use super::tokens::Token;

/// So many words that say nothing may stand between a label and its number.
const MOST_FILLERS: usize = 4;
/// A number counts as one from so many digits on.
const NUMBER: u32 = 5;

#[derive(Clone, Copy)]
struct LabelState {
    label: Label,
    fillers: usize,
    /// Whether no number followed yet.
    pending: bool,
    /// How many digits followed: a number may come in pieces.
    digits: u32,
    /// Whether it comes from an earlier line.
    carried: bool,
}

/// What is said of each atom that has digits.
pub(super) fn said(text: &str, atoms: &[Token]) -> Vec<Option<LabelMeaning>> {
    let mut all = Vec::with_capacity(atoms.len());
    let mut state: Option<LabelState> = None;
    let mut table = Table::default();
    let mut end = 0;
    for (i, atom) in atoms.iter().enumerate() {
        let gap = &text[end..atom.start];
        end = atom.end;
        let new_line = i == 0 || gap.contains('\n');
        if new_line {
            table.line(text, atom.start);
        }
        state = state.and_then(|s| cross(s, gap, new_line));
        let before = i.checked_sub(1).map(|p| (atoms[p].text(text), gap));
        if atom.digits > 0 {
            let cell = table.cell(atom.start);
            all.push(if cell.in_row { cell.said } else { state.map(LabelState::said) });
            state = state.map(|s| s.followed_by(atom.digits));
        } else {
            all.push(None);
            state = word(state, atom.text(text), before);
        }
    }
    all
}

impl LabelState {
    /// The same after so many more digits.
    fn followed_by(self, digits: u32) -> Self {
        let digits = self.digits + digits;
        if digits < NUMBER {
            return Self { digits, ..self };
        }
        Self { digits, pending: false, fillers: 0, ..self }
    }

    fn said(self) -> LabelMeaning {
        LabelMeaning { label: self.label, direct: self.fillers == 0 && self.pending }
    }
}

/// What is left of a label across a gap.
fn cross(state: LabelState, gap: &str, new_line: bool) -> Option<LabelState> {
    if new_line {
        let goes_on = state.pending || state.carried || gap.trim_start().starts_with([',', ';', '/']);
        return goes_on.then_some(LabelState { carried: true, ..state });
    }
    let sentence = [". ", "! ", "? ", "。", "; ", "；"].iter().any(|s| gap.contains(s));
    // a semicolon between numbers goes on with the list
    let listed = gap.contains(';') && !state.pending;
    let over = sentence && !listed && (state.fillers > 0 || !state.pending);
    (!over).then_some(state)
}

/// What a word makes of the label before it.
fn word(state: Option<LabelState>, word: &str, before: Option<(&str, &str)>) -> Option<LabelState> {
    let fresh = |label| Some(LabelState { label, fillers: 0, pending: true, digits: 0, carried: false });
    let bank_account = word.eq_ignore_ascii_case("с") || word == "С" || word == "с";
    if bank_account && before.is_some_and(|(w, gap)| gap == "/" && matches!(w, "р" | "к" | "л" | "Р" | "К" | "Л"))
    {
        return fresh(Label::Other);
    }
    let close = state.filter(|s| s.pending && !s.carried && s.fillers <= 1);
    match (label(word), close.map(|s| s.label)) {
        // "tracking code", "shipment reference", "Track your parcel", "order shipped in parcel"
        (Some(Label::Neutral), _)
        | (Some(Label::Code), Some(Label::Track | Label::Parcel))
        | (Some(Label::Parcel), Some(Label::Track | Label::Order)) => state,
        (Some(Label::Code), _) => fresh(Label::Other),
        (Some(label), _) => fresh(label),
        (None, _) => filler(state?),
    }
}

fn filler(state: LabelState) -> Option<LabelState> {
    let over = !state.pending || state.fillers >= MOST_FILLERS;
    (!over).then_some(LabelState { fillers: state.fillers + 1, ..state })
}
