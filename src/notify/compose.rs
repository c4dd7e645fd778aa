//! From what waits in a queue to a message in the reader's language: what changed, why, what to do, and the number.

use chrono::{DateTime, FixedOffset, Utc};

use super::message::{Message, MostBytes, cut};
use crate::domain::advice::{AdviceContext, AdviceSettings, advice};
use crate::domain::notice::{Notice, NoticeKind};
use crate::domain::{ListCounts, ListFacts, Parcel, ParcelId, StalenessContext, Standing, Urgency};
use crate::json::NoticeJson;
use crate::store::Batch;
use crate::t;
use crate::texts::Texts;
use crate::wording::notice::{NoticeSubject, NoticeWords};

/// The longest title, in bytes.
const TITLE: MostBytes = MostBytes(200);
/// The most parcels that a summary names.
const MOST_NAMED: usize = 12;

/// What the reader's settings say.
#[derive(Clone)]
pub struct ReaderSettings {
    /// The texts in the reader's language.
    pub texts: Texts,
    /// What advice is given by.
    pub advice: AdviceSettings,
    /// The reader's offset from UTC at an instant.
    pub offset: fn(DateTime<Utc>) -> FixedOffset,
}

/// How much is said of each parcel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    Full,
    Brief,
    Headlines,
}

struct Composer<'a> {
    words: NoticeWords<'a>,
    subjects: Vec<NoticeSubject>,
    gauge: StalenessContext,
}

/// The notices about one parcel, or one that is about none.
struct Group<'a> {
    subject: Option<&'a NoticeSubject>,
    notices: Vec<&'a Notice>,
}

/// Puts a message together that takes at most so many bytes.
pub(super) fn compose(batch: &Batch, reader: &ReaderSettings, now: DateTime<Utc>, most: MostBytes) -> Message {
    with_composer(batch, reader, now, |composer| composer.message(batch, most))
}

/// The notices of a batch as JSON, one by one.
#[must_use]
pub fn notices_json(batch: &Batch, reader: &ReaderSettings, now: DateTime<Utc>) -> Vec<NoticeJson> {
    with_composer(batch, reader, now, |composer| batch.notices.iter().map(|notice| composer.json(notice)).collect())
}

fn with_composer<T>(
    batch: &Batch,
    reader: &ReaderSettings,
    now: DateTime<Utc>,
    then: impl FnOnce(&Composer<'_>) -> T,
) -> T {
    let offset = (reader.offset)(now);
    let context = AdviceContext { now, offset, rules: &reader.advice, experience: &batch.experience };
    let subject = |(parcel, standings): &(Parcel, Vec<Standing>)| NoticeSubject {
        advice: advice(parcel, standings, &context),
        parcel: parcel.clone(),
    };
    let source_name = |id: &str| reader.advice.source_name(&id.into()).to_owned();
    then(&Composer {
        words: NoticeWords { texts: &reader.texts, today: context.today(), offset, source_name: &source_name },
        subjects: batch.parcels.iter().map(subject).collect(),
        gauge: StalenessContext { now, offset, limits: reader.advice.limits(), normal: reader.advice.thresholds },
    })
}

impl Composer<'_> {
    fn message(&self, batch: &Batch, most: MostBytes) -> Message {
        let groups = self.groups(&batch.notices);
        let title = self.title(&groups);
        let title = if batch.is_repeat { t!(self.words.texts, "notice-repeat", title = title) } else { title };
        let bodies = [Detail::Full, Detail::Brief, Detail::Headlines].map(|detail| self.body(&groups, detail));
        let fits = bodies.iter().find(|body| body.len() <= most.0).or(bodies.last());
        Message {
            id: batch.key.clone(),
            repeat: batch.is_repeat,
            urgent: batch.notices.iter().any(Notice::is_urgent),
            language: self.words.texts.language().code(),
            title: cut(&title, TITLE),
            text: fits.map(|body| cut(body, most)).unwrap_or_default(),
            notices: batch.notices.iter().map(|notice| self.json(notice)).collect(),
        }
    }

    fn json(&self, notice: &Notice) -> NoticeJson {
        let subject = self.subject(notice.parcel);
        let text = self.line(notice, subject);
        NoticeJson::of(notice, text, subject.map(|s| &s.parcel), subject.and_then(|s| s.advice.as_ref()))
    }

    fn subject(&self, id: Option<ParcelId>) -> Option<&NoticeSubject> {
        self.subjects.iter().find(|subject| Some(subject.parcel.id) == id)
    }

    /// By parcel, in the order of their first notices; what is known first makes one group of its own.
    fn groups<'a>(&'a self, notices: &'a [Notice]) -> Vec<Group<'a>> {
        let mut groups: Vec<Group<'a>> = Vec::new();
        for notice in notices.iter().filter(|notice| notice.kind != NoticeKind::First) {
            let known = groups.iter_mut().find(|group| {
                notice.parcel.is_some() && group.notices.iter().any(|other| other.parcel == notice.parcel)
            });
            match known {
                Some(group) => group.notices.push(notice),
                None => groups.push(Group { subject: self.subject(notice.parcel), notices: vec![notice] }),
            }
        }
        let first: Vec<&Notice> = notices.iter().filter(|notice| notice.kind == NoticeKind::First).collect();
        match first.as_slice() {
            [] => {}
            [one] => groups.push(Group { subject: self.subject(one.parcel), notices: first }),
            _ => groups.push(Group { subject: None, notices: first }),
        }
        groups
    }

    fn title(&self, groups: &[Group<'_>]) -> String {
        match groups {
            [one] => match one.notices.as_slice() {
                [notice] => self.line(notice, one.subject),
                many if one.subject.is_none() => self.first_title(many.len()),
                many => {
                    let headlines = self.headlines(one);
                    let shown = headlines.first().cloned().unwrap_or_default();
                    let name = self.name(many[0], one.subject);
                    t!(self.words.texts, "notice-line", name = name, news = shown)
                }
            },
            many => t!(self.words.texts, "notice-digest", n = u32::try_from(many.len()).unwrap_or(u32::MAX)),
        }
    }

    fn first_title(&self, parcels: usize) -> String {
        t!(self.words.texts, "notice-first-many", n = u32::try_from(parcels).unwrap_or(u32::MAX))
    }

    fn body(&self, groups: &[Group<'_>], detail: Detail) -> String {
        let alone = groups.len() == 1;
        let blocks = groups.iter().map(|group| self.block(group, alone, detail));
        let gap = if detail == Detail::Headlines || alone { "\n" } else { "\n\n" };
        blocks.filter(|block| !block.is_empty()).collect::<Vec<_>>().join(gap)
    }

    fn block(&self, group: &Group<'_>, alone: bool, detail: Detail) -> String {
        let texts = self.words.texts;
        let notice = group.notices[0];
        let mut lines = Vec::new();
        if notice.kind == NoticeKind::Summary {
            lines.extend(self.overview(self.subjects.iter()));
        } else if notice.kind == NoticeKind::First && group.notices.len() > 1 {
            if !alone {
                lines.push(self.first_title(group.notices.len()));
            }
            lines.extend(self.overview(group.notices.iter().filter_map(|notice| self.subject(notice.parcel))));
        } else {
            let headlines = self.headlines(group);
            if !alone {
                let news = headlines.join("; ");
                lines.push(t!(texts, "notice-line", name = self.name(notice, group.subject), news = news));
            } else if headlines.len() > 1 {
                lines.extend(headlines);
            }
            self.details(group, detail, &mut lines);
        }
        lines.join("\n")
    }

    fn details(&self, group: &Group<'_>, detail: Detail, lines: &mut Vec<String>) {
        if detail == Detail::Full {
            // What a headline has said is not said again, unless it comes with a time or a place.
            lines.extend(group.notices.iter().rev().flat_map(|notice| self.words.happened(notice)));
        }
        let Some(subject) = group.subject.filter(|_| detail != Detail::Headlines) else { return };
        lines.extend(self.words.steps(subject, if detail == Detail::Full { 2 } else { 1 }));
        let numbers = NoticeWords::numbers(subject);
        if detail == Detail::Full && !numbers.is_empty() {
            lines.push(numbers);
        }
    }

    /// Each once, the newest first.
    fn headlines(&self, group: &Group<'_>) -> Vec<String> {
        let mut headlines: Vec<String> = Vec::new();
        for notice in group.notices.iter().rev() {
            let headline = self.words.headline(notice, group.subject);
            if !headlines.contains(&headline) {
                headlines.push(headline);
            }
        }
        headlines
    }

    fn line(&self, notice: &Notice, subject: Option<&NoticeSubject>) -> String {
        let news = self.words.headline(notice, subject);
        let name = self.name(notice, subject);
        if name.is_empty() { news } else { t!(self.words.texts, "notice-line", name = name, news = news) }
    }

    fn name(&self, notice: &Notice, subject: Option<&NoticeSubject>) -> String {
        match (&notice.source, subject) {
            (Some(source), _) => (self.words.source_name)(source.as_str()),
            (None, Some(subject)) => subject.parcel.name().to_owned(),
            (None, None) => String::new(),
        }
    }

    /// How many are how, and those that need the reader by name.
    fn overview<'a>(&self, subjects: impl Iterator<Item = &'a NoticeSubject>) -> Vec<String> {
        let texts = self.words.texts;
        let mut all: Vec<(&NoticeSubject, ListFacts)> =
            subjects.map(|subject| (subject, ListFacts::of(&subject.parcel))).collect();
        all.sort_by_key(|(_, facts)| facts.urgency_key(&self.gauge));
        let counts = ListCounts::of(all.iter().map(|(_, facts)| *facts), &self.gauge);
        let count = |n: usize, text: fn(&Texts, u32) -> String| {
            (n > 0).then(|| text(texts, u32::try_from(n).unwrap_or(u32::MAX)))
        };
        let parts = [
            count(counts.ready, |texts, n| t!(texts, "notice-count-ready", n = n)),
            count(counts.stuck, |texts, n| t!(texts, "notice-count-stuck", n = n)),
            count(counts.on_the_way, |texts, n| t!(texts, "notice-count-moving", n = n)),
            count(counts.waiting, |texts, n| t!(texts, "notice-count-waiting", n = n)),
            count(counts.finished, |texts, n| t!(texts, "notice-count-finished", n = n)),
        ];
        let mut lines = vec![parts.into_iter().flatten().collect::<Vec<_>>().join(", ")];
        let needs = |facts: &ListFacts| {
            let class = facts.urgency(&self.gauge);
            matches!(class, Urgency::Stale | Urgency::Ready | Urgency::Trouble | Urgency::OutForDelivery)
        };
        let named: Vec<_> = all.iter().filter(|(_, facts)| needs(facts)).collect();
        for (subject, _) in named.iter().take(MOST_NAMED) {
            let news = [self.words.parcel_state(Some(subject))].into_iter().chain(self.words.steps(subject, 1));
            let news = news.collect::<Vec<_>>().join(". ");
            lines.push(t!(texts, "notice-line", name = subject.parcel.name(), news = news));
        }
        if let Some(more) = named.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
            lines.push(t!(texts, "notice-more", n = u32::try_from(more).unwrap_or(u32::MAX)));
        }
        lines.retain(|line| !line.is_empty());
        lines
    }
}
