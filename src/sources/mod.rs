//! One folder a source: what it is (a [`Profile`], data), what it asks (a request), how it reads the answer (a
//! decoder). Everything between is written once, in `http_source`.
//!
//! Wire formats never leave this room. `decode` functions are pure and survive any bytes; fetching is thin and
//! goes through the one [`Http`]. From the ground up: `http`, `ownership`, `decoding` and
//! `profile` know no source; then the sources; then `registry`, the table of all of them.
//!
//! What the comments of a source call official stands in the document that its `mod.rs` names; certain is what two or
//! more independent public clients, or the recorded answers, agree on (as of November 2026); seen once, what a single
//! answer or client shows.

pub mod belpost;
pub mod cainiao;
mod child_process;
pub mod command_source;
pub mod correos_es;
mod decoding;
pub mod dhl;
#[cfg(test)]
mod example_post;
#[cfg(test)]
mod example_post_tests;
pub mod four_px;
pub mod http;
mod http_source;
pub mod inpost;
pub mod kazpost;
pub mod la_poste;
pub mod mask_for_sharing;
mod mask_secrets;
pub mod nova_poshta;
mod ownership;
pub mod poste_italiane;
mod profile;
mod registry;
mod request_context;
pub mod russian_post;
mod secret_command;
mod secret_file;
mod secret_line;
mod secret_lookup;
mod send_and_record;
pub mod seventeen_track;
pub mod ship24;
mod source;
mod source_settings;
pub mod track24;
pub mod upu;

pub use command_source::{CommandSource, CommandSourceSettings};
pub use http::{Delivery, Http, HttpSettings, Method, ReplayAnswer, Request, Response};
pub use ownership::ownership_rule::{Ownership, OwnershipRule};
pub use profile::{History, Profile, Role};
pub use registry::{Registered, Sources, Switch, profiles, profiles_of, read_kept_answer};
pub use secret_lookup::{Secret, Secrets};
pub use source::{CheckResult, Exchange, Source};
pub use source_settings::SourceSettings;
