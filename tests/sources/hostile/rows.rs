//! What is fed to each decoder, and when what it reads may be called delivered.

use posylka::sources::{
    belpost, cainiao, correos_es, dhl, four_px, inpost, kazpost, la_poste, nova_poshta, poste_italiane, russian_post,
    seventeen_track, ship24, track24, upu,
};

use super::evidence::{
    HANDED_OVER, has_any, holds, lower, poste_italiane_may_deliver, russian_post_may_deliver, says, ship24_may_deliver,
    track24_may_deliver,
};
use crate::support::Decode;

/// How an answer of one source is spoiled and judged.
pub struct Row {
    pub decode: Decode,
    /// The folder of the project's own recordings.
    pub recordings: &'static str,
    /// The folder of the bodies that were recorded from the real source.
    pub recorded: &'static str,
    /// The recordings that are spoiled.
    pub files: &'static [&'static str],
    /// Numbers asked about, one by one; those that a body names are asked about together, too.
    pub asked: &'static [&'static str],
    /// HTTP statuses of spoiled answers, beside any other.
    pub statuses: &'static [u16],
    /// Whether a body holds what the source says of a delivery; without that nothing may be called delivered.
    pub may_deliver: fn(&[u8]) -> bool,
}

pub static BELPOST: Row = Row {
    decode: belpost::decode,
    recordings: "belpost",
    recorded: "belpost",
    files: &["in_transit.json", "delivered.json", "returned.json"],
    asked: &["RB900000036CN", "RR900000019BY", "CV900000022BY"],
    statuses: &[200],
    may_deliver: |body| has_any(&lower(body), &HANDED_OVER),
};

/// The words that say "delivered"; a body without them may never be read so.
pub const CAINIAO_DELIVERED: [&str; 9] = [
    "DELIVERED",
    "GTMS_SIGNED",
    "GSTA_SIGN",
    "GSTA_BUYER_SIGN",
    "STA_SIGN",
    "SIGNED",
    "COMMON_SIGNED",
    "LM_SIGN_SUCCESS",
    "GTMS_STA_SIGNED_DELIVER",
];

pub static CAINIAO: Row = Row {
    decode: cainiao::decode,
    recordings: "cainiao",
    recorded: "cainiao",
    files: &["in_transit.json", "delivered.json", "pickup_station.json", "batch_of_two.json"],
    asked: &["LP00990000000017"],
    statuses: &[200],
    may_deliver: |body| has_any(&String::from_utf8_lossy(body).to_uppercase(), &CAINIAO_DELIVERED),
};

pub static CORREOS_ES: Row = Row {
    decode: correos_es::decode,
    recordings: "correos-es",
    recorded: "correos-es",
    files: &["in_transit.json", "delivered.json", "waiting.json"],
    asked: &["PQ4F6P0990000000000001X"],
    statuses: &[200],
    may_deliver: |body| says(body, "entregad"),
};

pub static DHL: Row = Row {
    decode: dhl::decode,
    recordings: "dhl",
    recorded: "dhl-unified",
    files: &["in_transit.json", "delivered.json", "returned.json"],
    asked: &["JJD000390007000000017"],
    statuses: &[200, 404],
    may_deliver: |body| holds(body, &["statusCode"], |code| code.eq_ignore_ascii_case("delivered")),
};

pub static FOUR_PX: Row = Row {
    decode: four_px::decode,
    recordings: "four-px",
    recorded: "four-px",
    files: &["in_transit.json", "delivered.json", "pickup_point.json"],
    asked: &["4PX3009900000018CN"],
    statuses: &[200],
    may_deliver: |body| lower(body).contains("fpx_s_ok"),
};

pub static INPOST: Row = Row {
    decode: inpost::decode,
    recordings: "inpost",
    recorded: "inpost",
    files: &["in_transit.json", "in_locker.json", "collected.json"],
    asked: &["640000000000000000000017"],
    statuses: &[200, 404],
    may_deliver: |body| holds(body, &["status"], |status| status.eq_ignore_ascii_case("delivered")),
};

/// Every code of Kazpost that says "delivered".
pub const KAZPOST_DELIVERED: [&str; 6] = ["DPAY", "ISSPAY", "ISSSC", "S_ISS", "BOXISS", "EMI"];

pub static KAZPOST: Row = Row {
    decode: kazpost::decode,
    recordings: "kazpost",
    recorded: "kazpost",
    files: &["waiting.json", "delivered.json", "taken_back.json", "returned.json"],
    asked: &["RB900000138CN", "RR900000115KZ", "CC900000124KZ"],
    statuses: &[200],
    may_deliver: |body| has_any(&String::from_utf8_lossy(body).to_uppercase(), &KAZPOST_DELIVERED),
};

pub static LA_POSTE: Row = Row {
    decode: la_poste::decode,
    recordings: "la-poste",
    recorded: "la-poste",
    files: &["in_transit.json", "delivered.json", "to_sender.json"],
    asked: &["6A00000000017"],
    statuses: &[200, 207, 400, 404],
    may_deliver: |body| holds(body, &["code"], |code| code.eq_ignore_ascii_case("DI1")),
};

pub static NOVA_POSHTA: Row = Row {
    decode: nova_poshta::decode,
    recordings: "nova-poshta",
    recorded: "nova-poshta",
    files: &["in_transit.json", "delivered.json", "batch.json"],
    asked: &["20450000000017"],
    statuses: &[200],
    may_deliver: |body| holds(body, &["StatusCode"], |code| ["9", "10", "11", "106"].contains(&code)),
};

pub static POSTE_ITALIANE: Row = Row {
    decode: poste_italiane::decode,
    recordings: "poste-italiane",
    recorded: "poste-italiane",
    files: &["in_transit.json", "delivered.json", "waiting.json"],
    asked: &["RA900000019IT"],
    statuses: &[200],
    may_deliver: poste_italiane_may_deliver,
};

pub static RUSSIAN_POST: Row = Row {
    decode: russian_post::decode,
    recordings: "russian-post",
    recorded: "russian-post",
    files: &["in_transit.xml", "delivered.xml", "returned.xml", "relabelled.xml"],
    asked: &["RB900000226CN", "80080900000016"],
    statuses: &[200],
    may_deliver: russian_post_may_deliver,
};

pub static SEVENTEEN_TRACK: Row = Row {
    decode: seventeen_track::decode,
    recordings: "17track",
    recorded: "17track",
    files: &["in_transit.json", "delivered.json", "rejected.json", "one_known_one_not_registered.json"],
    asked: &["LP00990000000017"],
    statuses: &[200],
    may_deliver: |body| lower(body).contains("delivered"),
};

pub static SHIP24: Row = Row {
    decode: ship24::decode,
    recordings: "ship24",
    recorded: "ship24",
    files: &["in_transit.json", "delivered.json", "returned.json"],
    asked: &["RB900000019CN"],
    statuses: &[200],
    may_deliver: ship24_may_deliver,
};

pub static TRACK24: Row = Row {
    decode: track24::decode,
    recordings: "track24",
    recorded: "track24",
    files: &["in_transit.json", "delivered.json", "marked_delivered.json", "returned.json"],
    asked: &["RB900000314SG", "LB900000328HK"],
    statuses: &[200],
    may_deliver: track24_may_deliver,
};

pub static UPU: Row = Row {
    decode: upu::decode,
    recordings: "upu",
    recorded: "upu",
    files: &["in_transit.json", "delivered.json", "delivered_to_the_sender.json"],
    asked: &["EB900000420CN", "CP900000416DE"],
    statuses: &[200],
    may_deliver: |body| lower(body).contains("emi"),
};
