//! Letters in words: put together from sentences that each name only what is known.

use chrono::{Datelike, NaiveDate};

use crate::domain::CleanText;
use crate::domain::message::{Addressee, How, Language, MessageChoice, MessageFacts, Scan, SentMessage, Situation};
use crate::t;
use crate::texts::{MessageTexts, Texts, Value};

/// What stands for an absent text.
const NONE: &str = "none";

/// A letter with these facts in it. The same choice in another language says the same.
#[must_use]
pub fn letter(choice: MessageChoice, facts: &MessageFacts) -> CleanText {
    Writing { letters: MessageTexts::new(choice.language.as_str()), choice, facts }.letter()
}

/// What a letter is about, in a few words.
#[must_use]
pub fn situation(texts: &Texts, situation: Situation) -> String {
    // A test holds every one of them to be there.
    texts.loader().get(&format!("message-situation-{}", situation.as_str().replace('_', "-")))
}

/// To whom, as a part of a sentence: "to the seller".
#[must_use]
pub fn addressee(texts: &Texts, to: Addressee) -> String {
    match to {
        Addressee::Seller => t!(texts, "message-to-seller"),
        Addressee::Carrier => t!(texts, "message-to-carrier"),
    }
}

/// A language, as a part of a sentence: "in Chinese".
#[must_use]
pub fn language(texts: &Texts, language: Language) -> String {
    match language {
        Language::English => t!(texts, "message-in-english"),
        Language::Chinese => t!(texts, "message-in-chinese"),
        Language::Russian => t!(texts, "message-in-russian"),
    }
}

/// A kept letter in one line: when, to whom, about what.
#[must_use]
pub fn headline(texts: &Texts, kept: &SentMessage, when: &str) -> String {
    let MessageChoice { situation: about, to, language: lang } = kept.choice;
    let how = match kept.how {
        How::Copied => t!(texts, "message-how-copied"),
        How::Noted => t!(texts, "message-how-noted"),
        How::Printed => t!(texts, "message-how-printed"),
    };
    t!(
        texts,
        "message-headline",
        date = when,
        to = addressee(texts, to),
        about = situation(texts, about),
        language = language(texts, lang),
        how = how
    )
}

struct Writing<'a> {
    letters: MessageTexts,
    choice: MessageChoice,
    facts: &'a MessageFacts,
}

impl Writing<'_> {
    fn letter(&self) -> CleanText {
        let to = self.choice.to.as_str();
        let about = self.choice.situation.as_str().replace('_', "-");
        let matter = [
            self.about(),
            self.says(&format!("{about}-says")),
            self.extension(),
            self.facts.last_scan.as_ref().map(|scan| self.scan(scan)).unwrap_or_default(),
        ];
        let parts = [
            self.says(&format!("greeting-{to}")),
            self.sentences(matter),
            self.says(&format!("{about}-{to}")),
            self.protection(),
            self.says(&format!("closing-{to}")),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        CleanText::note(&parts.join("\n\n"))
    }

    /// Sentences one after the other, as the language does it.
    fn sentences<const N: usize>(&self, sentences: [String; N]) -> String {
        let gap = if self.choice.language == Language::Chinese { "" } else { " " };
        sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(gap)
    }

    /// A sentence that may name any fact.
    fn says(&self, id: &str) -> String {
        let facts = self.facts;
        let day = |day: Option<NaiveDate>| self.date_or_none(day);
        let told = facts.tells(self.choice.situation);
        // Nobody knows for how long, where the tracking knows the parcel after all.
        let days = facts.silent_days.filter(|_| told || self.choice.situation != Situation::NotTracked);
        self.letters.get(
            id,
            [
                ("told", Value::Text(if told { "yes" } else { "no" }.to_owned())),
                ("days", Value::Count(days.unwrap_or_default())),
                ("ordered", day(facts.ordered_on)),
                ("shipped", day(facts.shipped_on)),
                ("delivered", day(facts.delivered_on)),
                ("kept", day(facts.kept_until)),
                ("protected", day(facts.protected_until)),
                ("expected", day(facts.expected_late)),
            ],
        )
    }

    /// Which parcel: for the seller by order and number, for the carrier by number alone.
    fn about(&self) -> String {
        let facts = self.facts;
        let orders = if self.choice.to == Addressee::Carrier { &[] } else { &facts.orders[..] };
        let numbers = self.numbers();
        let id = match (orders.is_empty(), numbers.is_some()) {
            (false, true) => "about-both",
            (false, false) => "about-orders",
            (true, true) => "about-numbers",
            (true, false) => "about-none",
        };
        self.letters.get(
            id,
            [
                ("count", count(orders)),
                ("orders", Value::Text(self.list(orders))),
                ("numbers", Value::Text(numbers.unwrap_or_default())),
            ],
        )
    }

    fn numbers(&self) -> Option<String> {
        let numbers = &self.facts.numbers;
        let values = || [("count", count(numbers)), ("numbers", Value::Text(self.list(numbers)))];
        (!numbers.is_empty()).then(|| self.letters.get("numbers", values()))
    }

    fn list(&self, words: &[CleanText]) -> String {
        words.iter().map(CleanText::as_str).collect::<Vec<_>>().join(match self.choice.language {
            Language::Chinese => "、",
            Language::English | Language::Russian => ", ",
        })
    }

    /// The carrier's own words, with day and place where they are known.
    fn scan(&self, scan: &Scan) -> String {
        let day = scan.on.map(|day| self.date(day));
        let place = scan.place.as_deref().map(str::to_owned);
        let at = match (day, place) {
            (Some(day), Some(place)) => {
                Some(self.letters.get("listed", [("first", Value::Text(day)), ("then", Value::Text(place))]))
            }
            (day, place) => day.or(place),
        };
        let text = ("text", Value::Text(scan.text.to_string()));
        match at {
            Some(at) => self.letters.get("last-scan-at", [text, ("at", Value::Text(at))]),
            None => self.letters.get("last-scan", [text]),
        }
    }

    /// What speaks for an extension besides.
    fn extension(&self) -> String {
        if self.choice.situation != Situation::Extend {
            return String::new();
        }
        let late = self.facts.expected_late.map(|_| self.says("expected-late"));
        let silent = self.facts.silent_days.map(|_| self.says("stuck-says"));
        self.sentences([late.unwrap_or_default(), silent.unwrap_or_default()])
    }

    /// That the protection ends: where an extension is asked for, that is said already.
    fn protection(&self) -> String {
        let says = self.choice.to == Addressee::Seller && self.choice.situation != Situation::Extend;
        self.facts.protected_until.filter(|_| says).map(|_| self.says("protection")).unwrap_or_default()
    }

    fn date_or_none(&self, day: Option<NaiveDate>) -> Value {
        Value::Text(day.map_or_else(|| NONE.to_owned(), |day| self.date(day)))
    }

    fn date(&self, day: NaiveDate) -> String {
        // As text: a year is not a number to be formatted.
        let year = Value::Text(day.year().to_string());
        self.letters
            .get("date", [("day", Value::Count(day.day())), ("month", Value::Count(day.month())), ("year", year)])
    }
}

fn count(words: &[CleanText]) -> Value {
    Value::Count(u32::try_from(words.len()).unwrap_or(u32::MAX))
}
