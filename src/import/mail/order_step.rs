//! What a mail tells of its order: the step of its subject, or else of its headings, or else of its sentences.

use std::ops::Range;

use chrono::NaiveDate;

use super::dates;
use super::line::Line;
use super::mood::{self, Scores, Told, told};
use super::sentences::{Sentence, sentences};
use super::step::{Mood, Step};
use crate::import::parse_dates::Reading;

/// A day has so many digits at least.
const DIGITS: usize = 4;

/// A step that a mail tells of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct StepFact {
    pub step: Step,
    /// The day: as the sentence names it, or that of the mail; `None` where neither tells.
    pub day: Option<NaiveDate>,
    /// Whether the mail tells of it as news.
    pub is_news: bool,
    /// The sentence that says so.
    pub said: String,
    /// Whether that is the subject or a heading, which speak of the whole mail.
    pub of_all: bool,
}

/// What a mail tells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Facts {
    /// The step that the mail is about.
    pub step: Option<StepFact>,
    /// Steps whose days its sentences name, whatever the mail is about.
    pub dated: Vec<StepFact>,
}

/// What is read of a mail.
pub(super) struct Reader<'a> {
    pub subject: &'a str,
    pub lines: &'a [Line],
    /// The day of the mail.
    pub day: Option<NaiveDate>,
    pub reading: Option<Reading>,
    /// Whether the shop waits for the buyer's word that all has come.
    pub is_escrow: bool,
    pub about: &'a Scores,
}

/// Something told, with the sentence that says so.
struct Said<'a> {
    told: Told,
    sentence: &'a str,
    /// Whether it is a subject or a heading.
    is_headline: bool,
}

impl Reader<'_> {
    /// Reads it.
    pub fn facts(&self) -> Facts {
        let sentences = sentences(self.lines);
        let subject = self.said(self.subject, true);
        let headings = sentences.iter().filter(|sentence| sentence.is_heading);
        let headings: Vec<Said<'_>> = headings.flat_map(|sentence| self.said(&sentence.text, true)).collect();
        let body = self.body(&sentences, !subject.is_empty());
        let dated = subject.iter().chain(&headings).chain(&body).filter_map(|said| self.dated(said)).collect();
        let step = if !subject.is_empty() {
            self.decide(&subject)
        } else if mood::is_doubtful(self.subject, self.about) {
            // A question, a denial or a condition: what stands below it is about that.
            None
        } else if !headings.is_empty() {
            self.decide(&headings)
        } else {
            self.decide(&body)
        };
        Facts { step, dated }
    }

    fn said<'b>(&self, sentence: &'b str, is_headline: bool) -> Vec<Said<'b>> {
        let all = told(sentence, is_headline, self.about).into_iter();
        all.map(|told| Said { told: self.settled(told), sentence, is_headline }).collect()
    }

    /// "Order received" is the buyer's word in a shop that waits for it, and "completed" says something there only.
    fn settled(&self, told: Told) -> Told {
        let step = match (told.step, self.is_escrow) {
            (Step::OrderReceived, false) => Step::Placed,
            (Step::OrderReceived, true) => Step::Later,
            (step, _) => step,
        };
        Told { step, ..told }
    }

    /// What the sentences say; a bar of steps ("Ordered, Sent, Delivered") says nothing.
    /// `only_dated`: where the subject has spoken only their days count.
    fn body<'b>(&self, sentences: &'b [Sentence], only_dated: bool) -> Vec<Said<'b>> {
        let of = |is_fragment: bool| {
            let chosen = sentences.iter().filter(move |one| !one.is_heading && one.is_fragment == is_fragment);
            let chosen =
                chosen.filter(|one| !only_dated || one.text.bytes().filter(u8::is_ascii_digit).count() >= DIGITS);
            chosen.flat_map(|sentence| self.said(&sentence.text, false)).collect::<Vec<_>>()
        };
        let (mut all, fragments) = (of(false), of(true));
        let first = fragments.first().map(|said| said.told.step);
        if fragments.iter().all(|said| Some(said.told.step) == first) {
            all.extend(fragments);
        }
        all
    }

    fn decide(&self, all: &[Said<'_>]) -> Option<StepFact> {
        let taken = |said: &&Said<'_>| said.told.mood != Mood::Void;
        let greatest = all.iter().filter(taken).max_by_key(|said| said.told.step)?;
        let step = match greatest.told.step {
            Step::Completed if self.is_escrow => Step::Received,
            Step::Cancelled if is_contradicted(all) => return None,
            // A refund is named in many a footer.
            Step::Refunded if !greatest.is_headline => return None,
            step @ (Step::Placed | Step::Shipped | Step::Received | Step::Cancelled | Step::Refunded) => step,
            _ => return None,
        };
        Some(self.fact(greatest, step))
    }

    fn fact(&self, said: &Said<'_>, step: Step) -> StepFact {
        let dates = self.dates(said);
        let of_mail = self.day.filter(|_| said.told.mood == Mood::Now && (said.is_headline || dates.any.is_none()));
        StepFact {
            step,
            day: dates.beside.or(of_mail),
            is_news: said.told.mood == Mood::Now,
            said: said.sentence.to_owned(),
            of_all: said.is_headline,
        }
    }

    /// A step with the day that its sentence names.
    fn dated(&self, said: &Said<'_>) -> Option<StepFact> {
        let tells = said.told.mood != Mood::Void && matches!(said.told.step, Step::Placed | Step::Shipped);
        let day = tells.then(|| self.dates(said).beside).flatten()?;
        Some(StepFact { day: Some(day), ..self.fact(said, said.told.step) })
    }

    fn dates(&self, said: &Said<'_>) -> Dates {
        let Some((written, span)) = dates::find(said.sentence) else { return Dates::default() };
        let day = written.day(self.reading);
        let has_been = |day: &NaiveDate| self.day.is_none_or(|mail| *day <= mail);
        let beside = day.filter(|day| has_been(day) && is_beside(said.sentence, &said.told.span, &span));
        Dates { any: Some(span), beside }
    }
}

/// Whether a step beside a cancellation says that it is not about the whole order.
fn is_contradicted(all: &[Said<'_>]) -> bool {
    let goes_on = |said: &Said<'_>| matches!(said.told.step, Step::Shipped | Step::Later | Step::Received);
    all.iter().any(|said| said.told.mood != Mood::Void && goes_on(said))
}

/// The days of a sentence.
#[derive(Default)]
struct Dates {
    /// Where one stands.
    any: Option<Range<usize>>,
    /// The one that belongs to the step.
    beside: Option<NaiveDate>,
}

/// Whether a day belongs to a step: right behind it, or between its first and its last word.
fn is_beside(sentence: &str, step: &Range<usize>, day: &Range<usize>) -> bool {
    let gap = match () {
        () if step.end <= day.start => step.end..day.start,
        () if step.start <= day.start && day.end <= step.end => return true,
        () => return is_between(sentence, step, day),
    };
    let between = &sentence[gap];
    let words = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.count() <= 2 && !between.contains([';', '.', '!'])
}

/// `wurde am 3. November versandt`: the day stands right before the participle and right behind the auxiliary.
fn is_between(sentence: &str, step: &Range<usize>, day: &Range<usize>) -> bool {
    let behind = sentence.get(day.end..step.start).unwrap_or("?");
    let before = crate::import::words::folded(&sentence[..day.start]);
    let mut words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).rev();
    let joint = words.next().is_some_and(|word| matches!(word, "am" | "op" | "le" | "em" | "il" | "el" | "on"));
    let auxiliary = words.next().is_some_and(|word| {
        matches!(word, "wurde" | "wurden" | "is" | "zijn" | "werd" | "was" | "foi" | "fue" | "stato" | "ete")
    });
    behind.chars().filter(|c| c.is_alphanumeric()).count() <= 8 && joint && auxiliary
}
