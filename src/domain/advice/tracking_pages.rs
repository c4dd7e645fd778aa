//! Pages where a person can look a number up.

use super::asked_sources::{asked, is_asked_there, joined};
use super::destination_carrier::post;
use super::rule_input::RuleInput;
use super::{Action, Link, Reason, Step};
use crate::domain::{CleanText, Country, Outcome, SourceId, Standing};

/// Who looks everywhere.
const GENERAL: [(&str, &str); 2] = [("17track", "17TRACK"), ("track24", "Track24")];

/// Where the page of a post stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum PostPage {
    /// The post is this source, whose page it is.
    Source(&'static str),
    /// The address; `{number}` stands for the number.
    Address(&'static str),
}

/// The pages of posts, by country. Another source that delivers in the country is not its post.
const POSTS: [(&str, PostPage); 13] = [
    ("AU", PostPage::Address("https://auspost.com.au/mypost/track/details/{number}")),
    ("BY", PostPage::Source("belpost")),
    ("CA", PostPage::Address("https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}")),
    ("DE", PostPage::Address("https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode={number}")),
    ("ES", PostPage::Source("correos-es")),
    ("FR", PostPage::Source("la-poste")),
    ("GB", PostPage::Address("https://www.royalmail.com/track-your-item#/tracking-results/{number}")),
    ("IT", PostPage::Source("poste-italiane")),
    ("KZ", PostPage::Source("kazpost")),
    ("PL", PostPage::Address("https://emonitoring.poczta-polska.pl/?numer={number}")),
    ("RU", PostPage::Source("russian-post")),
    ("UA", PostPage::Address("https://track.ukrposhta.ua/tracking_UA.html?barcode={number}")),
    ("US", PostPage::Address("https://tools.usps.com/go/TrackConfirmAction?tLabels={number}")),
];

/// A place to look a number up by hand.
struct Place {
    name: CleanText,
    /// Its page, where that is known.
    link: Option<Link>,
}

/// Where to look besides those that answered: whoever was asked and did not, who looks everywhere, and the post of the
/// destination.
pub(super) fn pages(input: &RuleInput) -> Option<Step> {
    let place = |name: &str, link| Place { name: CleanText::line(name), link };
    let silent = unanswered(input).flat_map(|standing| of_standing(input, standing));
    let silent = silent.map(|link| Place { name: link.name.clone(), link: Some(link) });
    let general = GENERAL.into_iter().filter(|(id, _)| !asked(input, &SourceId::new(id)));
    let general = general.map(|(id, name)| place(name, of_source(input, id, name)));
    let there = input.destination().filter(|to| !is_asked_there(input, *to));
    let at_home = there.and_then(|to| Some((post(to)?, to)));
    let at_home = at_home.map(|(name, to)| place(name, of_post(input, name, to)));
    let mut places: Vec<Place> = Vec::new();
    for place in silent.chain(general).chain(at_home) {
        let url = |place: &Place| place.link.as_ref().map(|link| link.url.clone());
        if places.iter().all(|known| known.name != place.name && (url(known).is_none() || url(known) != url(&place))) {
            places.push(place);
        }
    }
    let about = Some(joined(places.iter().map(|place| &*place.name))?);
    let links = places.into_iter().filter_map(|place| place.link).collect();
    Some(Step { action: Action::OpenPages, reason: Reason::MayKnowMore, until: None, about, links })
}

/// The sources whose last check was in trouble, each once: a person may see on their page what we do not hear.
fn unanswered<'a>(input: &RuleInput<'a>) -> impl Iterator<Item = &'a Standing> {
    let standings = input.standings;
    let is_first = move |at: usize| standings[..at].iter().all(|other| other.source != standings[at].source);
    let troubled =
        |s: &Standing| s.outcome.is_some_and(|outcome| outcome.is_trouble() && outcome != Outcome::MalformedNumber);
    standings.iter().enumerate().filter(move |(at, s)| troubled(s) && is_first(*at)).map(|(_, s)| s)
}

/// The page of a source that was asked; empty where it has none.
pub(super) fn of_standing(input: &RuleInput, standing: &Standing) -> Vec<Link> {
    let id = &standing.source;
    of_source(input, id.as_str(), input.context.rules.source_name(id)).into_iter().collect()
}

/// The page of whose word the status is.
pub(super) fn of_status(input: &RuleInput) -> Vec<Link> {
    let source = input.parcel.summary.status_source.as_ref();
    let link = source.and_then(|id| of_source(input, id.as_str(), input.context.rules.source_name(id)));
    link.into_iter().collect()
}

fn of_source(input: &RuleInput, id: &str, name: &str) -> Option<Link> {
    let source = input.context.rules.sources.iter().find(|s| s.id.as_str() == id)?;
    link(input, name, &source.page)
}

fn of_post(input: &RuleInput, name: &str, country: Country) -> Option<Link> {
    match POSTS.into_iter().find(|(code, _)| *code == country.as_str())?.1 {
        PostPage::Address(page) => link(input, name, page),
        PostPage::Source(id) => of_source(input, id, name),
    }
}

/// The page with the number under which the parcel travels now.
fn link(input: &RuleInput, name: &str, page: &str) -> Option<Link> {
    let number = &input.parcel.numbers.last()?.number;
    let url = CleanText::some_line(&page.replace("{number}", number.as_str()))?;
    Some(Link { name: CleanText::line(name), url })
}

#[cfg(test)]
mod tests {
    use super::super::{AdviceSettings, OwnershipTest, SourceReach, SourceSwitch};
    use super::*;
    use crate::domain::advice::test_parcels::{context, number, parcel, standing};
    use crate::domain::{Outcome, Parcel, State};

    fn links(parcel: &Parcel, asked: &str) -> Vec<String> {
        links_after(parcel, asked, Outcome::Answered)
    }

    fn links_after(parcel: &Parcel, asked: &str, outcome: Outcome) -> Vec<String> {
        let switch = |id: &str, reach, page: &str| SourceSwitch {
            id: id.into(),
            name: id.to_owned(),
            on: true,
            last_resort: false,
            page: page.to_owned(),
            reach,
            fits: OwnershipTest::any(),
            owns: OwnershipTest::none(),
        };
        let sources = vec![
            switch("17track", SourceReach::Anywhere, "https://17.example/{number}"),
            switch("russian-post", SourceReach::Countries(&["RU"]), "https://post.example/{number}"),
        ];
        let rules = AdviceSettings { sources, ..AdviceSettings::around(7) };
        let (context, standings) = (context(&rules), [standing(asked, outcome, None)]);
        let step = pages(&RuleInput::of(parcel, &standings, &context)).unwrap();
        step.links.iter().map(|link| format!("{} {}", link.name, link.url)).collect()
    }

    #[test]
    fn every_page_that_is_known_is_reachable_with_the_number_of_now() {
        let mut parcel = parcel("LP00620966542870", Some(State::UNDERWAY), 12);
        parcel.numbers.push(number("RA123456785RU"));
        parcel.summary.destination = Country::parse("RU");
        let wanted = ["17TRACK https://17.example/RA123456785RU", "Russian Post https://post.example/RA123456785RU"];
        assert_eq!(links(&parcel, "cainiao"), wanted);
        assert_eq!(links(&parcel, "17track"), wanted[1..]);
        assert_eq!(links(&parcel, "russian-post"), wanted[..1]);
        parcel.summary.destination = Country::parse("PL");
        assert_eq!(
            links(&parcel, "17track"),
            ["Poczta Polska https://emonitoring.poczta-polska.pl/?numer=RA123456785RU"]
        );
        parcel.numbers.clear();
        assert!(links(&parcel, "cainiao").is_empty());
    }

    #[test]
    fn the_page_of_a_source_that_did_not_answer_comes_first() {
        let parcel = parcel("RA123456785RU", Some(State::UNDERWAY), 12);
        let wanted = ["17track https://17.example/RA123456785RU"];
        assert_eq!(links_after(&parcel, "17track", Outcome::Blocked), wanted);
        assert!(links_after(&parcel, "17track", Outcome::Answered).is_empty());
    }

    #[test]
    fn the_pages_of_posts_have_a_place_for_the_number() {
        assert!(POSTS.iter().all(|(code, page)| {
            let is_a_page = match page {
                PostPage::Address(page) => page.starts_with("https://") && page.contains("{number}"),
                PostPage::Source(_) => true,
            };
            Country::parse(code).is_some_and(|country| post(country).is_some()) && is_a_page
        }));
        assert!(POSTS.is_sorted_by_key(|(code, _)| code));
    }
}
