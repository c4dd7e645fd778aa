//! Pages where a person can look a number up.

use super::asked_sources::{asked, is_asked_there, joined};
use super::destination_carrier::post;
use super::rule_input::RuleInput;
use super::{Action, Link, Reason, Step};
use crate::domain::{CleanText, Country, SourceId};

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

/// Where to look besides those that were asked: who looks everywhere, and the post of the destination.
pub(super) fn pages(input: &RuleInput) -> Option<Step> {
    let general = GENERAL.into_iter().filter(|(id, _)| !asked(input, &SourceId::new(id)));
    let there = input.destination().filter(|to| !is_asked_there(input, *to));
    let at_home = there.and_then(|to| Some((post(to)?, to)));
    let names = general.clone().map(|(_, name)| name).chain(at_home.map(|(name, _)| name));
    let links = general.filter_map(|(id, name)| of_source(input, id, name));
    let of_post = at_home.and_then(|(name, to)| of_post(input, name, to));
    let links = links.chain(of_post).collect();
    let (action, reason, until) = (Action::OpenPages, Reason::MayKnowMore, None);
    Some(Step { action, reason, until, about: Some(joined(names)?), links })
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
        let switch = |id: &str, reach, page: &str| SourceSwitch {
            id: id.into(),
            name: id.to_owned(),
            on: true,
            last_resort: false,
            page: page.to_owned(),
            reach,
            fits: OwnershipTest::any(),
        };
        let sources = vec![
            switch("17track", SourceReach::Anywhere, "https://17.example/{number}"),
            switch("russian-post", SourceReach::Countries(&["RU"]), "https://post.example/{number}"),
        ];
        let rules = AdviceSettings { sources, ..AdviceSettings::around(7) };
        let (context, standings) = (context(&rules), [standing(asked, Outcome::Answered, None)]);
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
