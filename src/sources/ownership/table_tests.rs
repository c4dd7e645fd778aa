//! The table of number formats and what the sources claim agree: tried on random right numbers of every format.

use crate::domain::TrackingNumber;
use crate::domain::number::random_numbers::RandomNumbers;
use crate::domain::number::{Format, IdentifyContext, formats, identify};
use crate::sources::ownership::ownership_rule::Ownership;
use crate::sources::profile::{Profile, Role};
use crate::sources::registry::profiles;

const NUMBERS: usize = 200;

fn numbers(format: &Format) -> Vec<TrackingNumber> {
    let all = RandomNumbers::new().of(format, NUMBERS);
    all.iter().filter_map(|number| TrackingNumber::parse(number).ok()).collect()
}

/// Whether a row of the table that fits the number names the source.
fn is_named(number: &TrackingNumber, source: &Profile) -> bool {
    let found = identify(number, &IdentifyContext::default());
    found.iter().any(|candidate| candidate.format.sources.contains(&source.id))
}

#[test]
fn every_source_in_the_table_exists() {
    let ids: Vec<&str> = profiles().iter().map(|profile| profile.id).collect();
    for format in formats() {
        assert!(format.sources.iter().all(|source| ids.contains(source)), "{}: {:?}", format.id, format.sources);
    }
}

#[test]
fn what_the_table_gives_to_a_source_the_source_takes() {
    for format in formats().filter(|format| !format.issuer) {
        let named = profiles().into_iter().filter(|profile| format.sources.contains(&profile.id));
        for profile in named.collect::<Vec<_>>() {
            let refused: Vec<_> =
                numbers(format).into_iter().filter(|number| profile.ownership_of(number) == Ownership::No).collect();
            assert!(refused.is_empty(), "{} refuses {} of {}", profile.id, refused.len(), format.id);
        }
    }
}

#[test]
fn what_a_carrier_claims_as_its_own_the_table_gives_it() {
    let carriers = || profiles().into_iter().filter(|p| matches!(p.role, Role::Local(_) | Role::FirstLeg));
    for format in formats().filter(|format| !format.issuer) {
        for profile in carriers() {
            let owned = |n: &TrackingNumber| profile.ownership_of(n) == Ownership::Own;
            let claimed: Vec<_> =
                numbers(format).into_iter().filter(|number| owned(number) && !is_named(number, profile)).collect();
            assert!(claimed.is_empty(), "{} claims of {}: {claimed:?}", profile.id, format.id);
        }
    }
}
