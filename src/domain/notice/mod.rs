//! What is worth telling the reader, once: news against what was last told, what time alone brings, and which of it
//! goes out now. Pure; the words are the reader's elsewhere.

mod change_news;
mod due_news;
mod event_news;
mod notice_facts;
mod notice_kind;
mod quiet_hours;
mod release;
mod rules;
#[cfg(test)]
mod tests;
mod told;

pub use change_news::{after_change, is_heard};
pub use due_news::{DueInput, after_time};
pub use notice_facts::{MOST_EVENTS, Notice, NoticeEvent, NoticeFacts};
pub use notice_kind::NoticeKind;
pub use quiet_hours::{QuietHours, instant_of, time_of_day};
pub use release::{QueueState, Release, Waiting, release};
pub use rules::{NoticeRule, NoticeRules, Subject, Treatment};
pub use told::{Told, Warned};
