//! The pack for a dispute: what was asked, what every source answered and when, in one file that shows whether
//! anybody changed it afterwards.
//!
//! Putting a pack together ([`pack`]) and checking one ([`verify`]) are pure: bytes out, bytes in.

mod answers_index;
mod build_pack;
mod domain_text;
mod events_csv;
mod events_json;
mod hash_and_time_format;
mod html_page;
mod input;
mod manifest;
mod mask;
mod messages;
mod pack_error;
mod pack_file;
mod parcel_facts;
mod silent_periods;
mod source_check_counts;
mod verify_pack;
mod zip_archive;

pub use build_pack::{Pack, pack};
pub use input::EvidenceInput;
pub use pack_error::PackError;
pub use verify_pack::{PackDefect, Verified, verify};
