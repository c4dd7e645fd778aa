//! The parcel below the list, in as many rows as there are: what is the matter, what to do, what happened last.

use ratatui::text::Line;

use super::super::draw_context::DrawContext;
use super::shown::Shown;
use super::{facts, source_health, steps, verdict};
use crate::ui::lines_builder::TextLines;
use crate::ui::text_width::{cut, wrap};
use crate::ui::timeline::{self, Room};

/// What a further row is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowFor {
    Verdict,
    Steps,
    Facts,
    Timeline,
}

/// What each row is for that is added to the height, so that nothing gets fewer rows in a higher window. Later ones
/// are the timeline's, as are those that are not needed.
const ROWS: [RowFor; 18] = {
    use RowFor::{Facts as F, Steps as S, Timeline as T, Verdict as V};
    [V, S, T, T, T, V, S, T, F, T, T, T, V, S, T, T, T, S]
};

/// In wide windows so many rows at most are spent on words that fit beside no event, while older events wait.
const ROWS_FOR_WORDS: usize = 5;

/// One pane.
pub(super) fn stacked(shown: Shown, columns: usize, rows: usize, pen: DrawContext) -> Vec<Line<'static>> {
    let granted = |what| ROWS.iter().take(rows).filter(|row| **row == what).count();
    let mut text = TextLines::new(columns);
    add_verdict(&mut text, shown, granted(RowFor::Verdict), pen);
    text.lines.extend(steps::flowing(shown, columns, granted(RowFor::Steps), pen));
    if granted(RowFor::Facts) > 0 {
        let line = facts::one_line(shown, text.columns, pen);
        text.lines.extend(line);
    }
    let left = rows.saturating_sub(text.lines.len());
    let room = Room { columns: text.columns, rows: left, rows_for_words: 0, with_time: false };
    text.lines.extend(timeline::brief(shown.parcel, &shown.dossier.timeline, room, pen));
    // Only where nothing of the timeline is left out: else a row more of it would push them away.
    let whole = Room { rows: usize::from(u16::MAX), ..room };
    if timeline::brief(shown.parcel, &shown.dossier.timeline, whole, pen).len() < left {
        facts::add_rest(&mut text, shown, pen);
        source_health::add(&mut text, shown, pen);
    }
    text.lines.truncate(rows);
    text.lines
}

/// Two panes of that many columns.
pub(super) fn panes(shown: Shown, columns: [usize; 2], rows: usize, pen: DrawContext) -> [Vec<Line<'static>>; 2] {
    let mut todo = TextLines::new(columns[0]);
    add_verdict(&mut todo, shown, rows, pen);
    steps::add(&mut todo, shown, false, pen);
    let mut rest = TextLines::new(columns[0]);
    facts::add_way(&mut rest, shown, pen);
    facts::add_rest(&mut rest, shown, pen);
    source_health::add(&mut rest, shown, pen);
    if todo.lines.len() + rest.lines.len() < rows {
        todo.gap();
    }
    todo.lines.append(&mut rest.lines);
    todo.lines.truncate(rows);
    let columns = TextLines::new(columns[1]).columns;
    let room = Room { columns, rows, rows_for_words: ROWS_FOR_WORDS, with_time: true };
    [todo.lines, timeline::brief(shown.parcel, &shown.dossier.timeline, room, pen)]
}

fn add_verdict(text: &mut TextLines, shown: Shown, rows: usize, pen: DrawContext) {
    let (said, style) = verdict::verdict(shown, pen);
    let lines = at_most(rows, wrap(&said, text.columns), text.columns, pen.theme.marks.ellipsis);
    text.lines.extend(lines.into_iter().map(|line| Line::styled(format!(" {line}"), style)));
}

/// Lines of at most so many columns, and no more than so many: the last one says that there was more.
fn at_most(rows: usize, mut lines: Vec<String>, columns: usize, ellipsis: &str) -> Vec<String> {
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last}{ellipsis}"), columns, ellipsis);
            if !last.ends_with(ellipsis) {
                last.push_str(ellipsis);
            }
        }
    }
    lines
}
