//! The UPU's Global Track & Trace: what posts report to each other about any S10 number. Keyless.
//!
//! `GET /gtt.api/service.svc/rest/ItemTTWithTrans/{number}/EN` (documented as open to anyone; two public clients).
//! It knows few items well, and some that no other source knows: it is asked last, and seldom. The labels exist in
//! English, French and Spanish.

mod decode;

use std::time::Duration;

use super::http::Request;
use super::ownership::ownership_rule::Ownership;
use super::ownership::s10_eligibility;
use super::profile::{Profile, Role};
use super::request_context::RequestContext;

pub use decode::decode;

/// The UPU. No quota was ever published: a number is asked about every six hours at most. The page for people has
/// a form with a captcha and takes no number; the fragment only keeps it at hand.
pub static PROFILE: Profile = Profile {
    id: "upu",
    name: "UPU",
    ownership: &|number| if s10_eligibility::issuer(number).is_some() { Ownership::Possible } else { Ownership::No },
    role: Role::LastResort,
    gap: Duration::from_secs(10),
    min_interval: Duration::from_hours(6),
    base_url: "https://globaltracktrace.ptc.post",
    page: "https://globaltracktrace.ptc.post/gtt.web/Search.aspx#{number}",
    ..Profile::DEFAULT
};

/// One number, in the path.
pub(super) fn request(context: &RequestContext<'_>) -> Request {
    let (base_url, number) = (context.base_url, context.number());
    Request::get_json(format!("{base_url}/gtt.api/service.svc/rest/ItemTTWithTrans/{number}/EN"))
}
