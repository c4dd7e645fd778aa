//! Which steps a sentence tells of, and whether they have been taken.

use std::ops::Range;

use super::languages::LANGUAGES;
use super::phrases::{Hit, Meaning, hits};
use super::step::{Mood, Step};
use crate::import::words::{Gap, Word, words};

/// How often each language's common words are in a text, and whether it speaks of a step at all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Scores {
    common: [usize; LANGUAGES.len()],
    pub speaks_of_steps: bool,
}

/// A word of so many letters means something else in another language.
const SHORT: usize = 3;

/// What a sentence says of one step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Told {
    pub step: Step,
    pub mood: Mood,
    /// Where in the sentence, in bytes.
    pub span: Range<usize>,
}

/// Which language a text is likely to be in.
pub(super) fn scores(text: &str) -> Scores {
    let mut scores = Scores::default();
    for hit in hits(&words(text)) {
        scores.common[hit.language] += usize::from(hit.meaning == Meaning::Common);
        scores.speaks_of_steps |= matches!(hit.meaning, Meaning::Step(..));
    }
    scores
}

/// Reads a sentence; in a headline a bare participle is a statement. `about`: the languages of the whole text.
pub(super) fn told(sentence: &str, is_headline: bool, about: &Scores) -> Vec<Told> {
    let words = words(sentence);
    let all = hits(&words);
    let Some(language) = language(&all, about) else { return Vec::new() };
    let hits: Vec<Hit> = all.into_iter().filter(|hit| hit.language == language).collect();
    let is_question = sentence.trim_end().ends_with(['?', '？']);
    let clause = Clause { words: &words, hits: &hits, is_headline, is_question };
    let steps = hits.iter().filter_map(|hit| match hit.meaning {
        Meaning::Step(step, is_statement) => Some((hit, step, is_statement)),
        _ => None,
    });
    let whole = steps.filter(|(hit, ..)| !hits.iter().any(|other| holds(other, hit)));
    let told = |(hit, step, is_statement): (&Hit, Step, bool)| Told {
        step,
        mood: clause.mood(hit, step, is_statement),
        span: words[hit.start].span.start..words[hit.end - 1].span.end,
    };
    whole.map(told).collect()
}

/// Whether a line speaks of what is planned, denied or a condition. A short word counts in the language of the text only.
pub(super) fn is_unsure(line: &str, about: &Scores) -> bool {
    let words = words(line);
    let scores = about.common.iter().enumerate();
    let language = scores.max_by_key(|(at, score)| (**score, usize::MAX - at)).map_or(0, |(at, _)| at);
    let unsure = |hit: &Hit| matches!(hit.meaning, Meaning::Not | Meaning::Ahead | Meaning::Condition);
    let tells = |hit: &Hit| hit.language == language || words[hit.start].text.chars().count() > SHORT;
    hits(&words).iter().any(|hit| unsure(hit) && tells(hit))
}

/// Whether a subject asks, denies or begins a condition.
pub(super) fn is_doubtful(subject: &str, about: &Scores) -> bool {
    subject.trim_end().ends_with(['?', '？']) || is_unsure(subject, about)
}

/// Whether a step's phrase is a part of another step's.
fn holds(other: &Hit, hit: &Hit) -> bool {
    let longer = other.end - other.start > hit.end - hit.start;
    matches!(other.meaning, Meaning::Step(..)) && longer && other.start <= hit.start && hit.end <= other.end
}

/// The language of a sentence that tells a step: by its own common words, or else by those of the whole text.
fn language(hits: &[Hit], about: &Scores) -> Option<usize> {
    let count = |language: usize, common: bool| {
        hits.iter().filter(|hit| hit.language == language && (hit.meaning == Meaning::Common) == common).count()
    };
    let steps = hits.iter().filter(|hit| matches!(hit.meaning, Meaning::Step(..)));
    let mut languages: Vec<usize> = steps.map(|hit| hit.language).collect();
    languages.dedup();
    languages.into_iter().max_by_key(|language| {
        (3 * count(*language, true) + about.common[*language].min(30), count(*language, false), usize::MAX - language)
    })
}

/// A sentence with everything that was found in it.
struct Clause<'a> {
    words: &'a [Word],
    hits: &'a [Hit],
    is_headline: bool,
    is_question: bool,
}

impl Clause<'_> {
    fn mood(&self, hit: &Hit, step: Step, is_statement: bool) -> Mood {
        if step == Step::Asked {
            return Mood::Now;
        }
        let quoted = self.words[hit.start..hit.end].iter().any(|word| word.quoted);
        // Words also stand inside a phrase: "pedido 815 no ha sido enviado".
        let before = self.scope_start(hit.start)..hit.end;
        let after = hit.end..self.scope_end(hit.end);
        let conditional = self.any(Meaning::Condition, &(self.condition_start(hit.start)..hit.start))
            || self.any(Meaning::Condition, &after);
        let denied = self.takes_back(Meaning::Not, hit, &before) || self.any(Meaning::Not, &after);
        if self.is_question || quoted || conditional || denied || self.takes_back(Meaning::Ahead, hit, &before) {
            return Mood::Void;
        }
        let near = after.start..after.end.min(after.start + 3);
        let said = self.any(Meaning::Auxiliary, &before) || self.any(Meaning::Auxiliary, &near);
        if !is_statement && !self.is_headline && !said {
            return Mood::Void;
        }
        let elsewhen = self.any(Meaning::Elsewhen, &before) || self.any(Meaning::Elsewhen, &after);
        if elsewhen { Mood::Elsewhen } else { Mood::Now }
    }

    /// Whether words of that meaning stand in a range of words.
    fn any(&self, meaning: Meaning, range: &Range<usize>) -> bool {
        self.hits
            .iter()
            .any(|hit| hit.meaning == meaning && range.start <= hit.start && hit.end <= range.end && !self.numbers(hit))
    }

    /// Whether a word before a phrase or in its gap takes it back; its first and its last word are its own.
    fn takes_back(&self, meaning: Meaning, of: &Hit, before: &Range<usize>) -> bool {
        let own = |hit: &Hit| hit.start == of.start || hit.end == of.end;
        let inside = |hit: &&Hit| before.start <= hit.start && hit.end <= before.end && !own(hit) && !self.numbers(hit);
        self.hits.iter().filter(|hit| hit.meaning == meaning).any(|hit| inside(&hit))
    }

    /// "no" and "n" before a number are no words: "Order no 815".
    fn numbers(&self, hit: &Hit) -> bool {
        hit.meaning == Meaning::Not
            && self.words[hit.start].text.len() <= 2
            && self.words.get(hit.end).is_some_and(Word::is_number)
    }

    /// How a word is set apart from the one before it.
    fn gap(&self, at: usize) -> Gap {
        let conjunction = self.hits.iter().any(|hit| hit.meaning == Meaning::Conjunction && hit.start == at);
        let gap = self.words[at].gap;
        if conjunction { gap.max(Gap::Soft) } else { gap }
    }

    /// Where the clause begins; it goes on before a comma or an "and" as long as it has no auxiliary of its own: "will be
    /// packed and shipped".
    fn scope_start(&self, from: usize) -> usize {
        for at in (0..=from.min(self.words.len() - 1)).rev() {
            match self.gap(at) {
                Gap::Hard => return at,
                Gap::Soft if self.any(Meaning::Auxiliary, &(at..from)) => return at,
                _ => {}
            }
        }
        0
    }

    /// A condition counts for all that follows it up to a colon.
    fn condition_start(&self, from: usize) -> usize {
        (0..=from).rev().find(|at| self.words[*at].gap == Gap::Hard).unwrap_or(0)
    }

    /// Where the clause ends.
    fn scope_end(&self, from: usize) -> usize {
        (from..self.words.len()).find(|at| self.gap(*at) != Gap::Space).unwrap_or(self.words.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(sentence: &str, is_headline: bool) -> Vec<(Step, Mood)> {
        told(sentence, is_headline, &scores(sentence)).into_iter().map(|told| (told.step, told.mood)).collect()
    }

    fn says(sentence: &str, step: Step) -> bool {
        steps(sentence, false).contains(&(step, Mood::Now))
    }

    #[test]
    fn a_step_that_was_taken_is_told_in_twelve_languages() {
        for (sentence, step) in [
            ("Your order 815 has been shipped.", Step::Shipped),
            ("Ваш заказ 815 отправлен.", Step::Shipped),
            ("您的订单815已发货。", Step::Shipped),
            ("Ihre Bestellung 815 wurde heute versandt.", Step::Shipped),
            ("Votre commande n° 815 vient d’être expédiée.", Step::Shipped),
            ("Tu pedido 815 ha sido enviado.", Step::Shipped),
            ("Il tuo ordine 815 è stato spedito.", Step::Shipped),
            ("Twoje zamówienie 815 zostało wysłane.", Step::Shipped),
            ("Ваше замовлення 815 відправлено.", Step::Shipped),
            ("Seu pedido 815 foi enviado.", Step::Shipped),
            ("Je bestelling 815 is verzonden.", Step::Shipped),
            ("815 numaralı siparişiniz kargoya verildi.", Step::Shipped),
            ("You have confirmed receipt of order 815.", Step::Received),
            ("Order no 815 has been shipped.", Step::Shipped),
        ] {
            assert!(says(sentence, step), "{sentence}: {:?}", steps(sentence, false));
        }
    }

    #[test]
    fn what_is_denied_asked_for_to_come_or_conditional_is_not_taken() {
        for sentence in [
            "Your order 815 has not been shipped yet.",
            "Your order will be packed and shipped tomorrow.",
            "If your order has been confirmed, it has shipped.",
            "Has your order been shipped?",
            "We will let you know when your order has been shipped.",
            "The status changes to “Order has been shipped”.",
            "Ваш заказ ещё не отправлен.",
            "Ваш заказ будет отправлен завтра.",
            "Если заказ отправлен, ждите.",
            "订单尚未发货，请等待已发货通知。",
            "如已发货，无法取消。",
            "Ihre Bestellung wurde noch nicht versandt.",
            "Sobald Ihre Bestellung versandt wurde, erhalten Sie eine Nachricht.",
            "Ihre Bestellung wird bald versandt.",
            "Votre commande n’a pas encore été expédiée.",
            "Votre commande sera expédiée demain.",
            "Tu pedido aún no ha sido enviado.",
            "Cuando tu pedido haya sido enviado te avisaremos.",
            "Il tuo ordine non è ancora stato spedito.",
            "Gdy zamówienie zostało wysłane, powiadomimy Cię.",
            "Zamówienie nie zostało jeszcze wysłane.",
            "Якщо замовлення відправлено, чекайте.",
            "O seu pedido ainda não foi enviado.",
            "Zodra je bestelling is verzonden, hoor je het.",
            "Siparişiniz kargoya verildiğinde haber vereceğiz.",
        ] {
            let taken =
                steps(sentence, true).into_iter().any(|(step, mood)| step == Step::Shipped && mood == Mood::Now);
            assert!(!taken, "{sentence}");
        }
        assert_eq!(steps("Your order was shipped two weeks ago.", false), [(Step::Shipped, Mood::Elsewhen)]);
    }
}
