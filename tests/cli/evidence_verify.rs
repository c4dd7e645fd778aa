//! `posylka evidence verify`: nobody can change a pack unseen.

use std::io::{Cursor, Write};

use insta::assert_snapshot;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::evidence_bench::{digits, files, in_order, json, packed, parcel_at_customs};
use crate::test_home::TestHome;

#[test]
fn it_is_checked_on_another_machine_and_against_the_noted_hash() {
    let (home, _carrier) = parcel_at_customs();
    let (path, bytes) = packed(&home, &[]);
    let hash = digits(&files(&bytes)["manifest.json"]);
    let elsewhere = TestHome::new();
    let file = path.to_str().unwrap();
    let said = |text: &str| {
        text.replace(&hash, "[hash]").replace(file, "[file]").replace(env!("CARGO_PKG_VERSION"), "[version]")
    };
    assert_snapshot!(said(&elsewhere.run(&["evidence", "verify", file]).to_string()), @"
    stdout:
    [file] is as it was written: 6 files, 1 answer, made 2026-11-20T12:00:00.000Z by posylka [version], manifest [hash]
    status: 0
    ");
    elsewhere.prepare(&["evidence", "verify", file, "--manifest", &hash.to_uppercase()]);
    let other = elsewhere.run(&["evidence", "verify", file, "--manifest", &"0".repeat(64)]);
    assert_snapshot!(said(&other.to_string()), @"
    stderr:
    posylka: [file] is whole, but it is not the pack that was noted: its manifest is [hash].
    hint: Use the file as it was written; `posylka evidence NUMBER` makes a new one.
    status: 1
    ");
    assert!(!elsewhere.database().exists());
}

/// Numbers that are the same in every run, well spread (splitmix64, S. Vigna).
fn numbers() -> impl Iterator<Item = u64> {
    (1_u64..).map(|n| {
        let mut z = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    })
}

#[test]
fn every_changed_byte_is_found_wherever_it_is() {
    let (home, _carrier) = parcel_at_customs();
    let (_, bytes) = packed(&home, &[]);
    let length = u64::try_from(bytes.len()).unwrap();
    let mut numbers = numbers();
    for round in 0..1_000 {
        let at = usize::try_from(numbers.next().unwrap() % length).unwrap();
        let flip = u8::try_from(numbers.next().unwrap() % 255 + 1).unwrap();
        let mut changed = bytes.clone();
        changed[at] ^= flip;
        assert!(posylka::evidence::verify(&changed).is_err(), "round {round}: byte {at} ^ {flip}");
        if round % 50 == 0 {
            std::fs::write(home.path().join("changed.zip"), &changed).unwrap();
            let output = home.run(&["evidence", "verify", "changed.zip"]);
            assert!(
                output.status == 1 && output.stdout.is_empty() && output.stderr.contains("changed.zip"),
                "{output:?}"
            );
        }
    }
    for (what, changed) in [
        ("cut", bytes[..bytes.len() - 1].to_vec()),
        ("cut in front", bytes[1..].to_vec()),
        ("more", [&bytes[..], b"x"].concat()),
        ("more in front", [b"x", &bytes[..]].concat()),
        ("empty", Vec::new()),
    ] {
        assert!(posylka::evidence::verify(&changed).is_err(), "{what}");
    }
}

/// Writes the files anew, as somebody would who knows how packs are made: with a comment and a seal that fit.
pub fn forged(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let manifest = files.iter().find(|(name, _)| name == "manifest.json").map(|(_, body)| digits(body)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(body).unwrap();
    }
    zip.set_comment(format!("posylka-evidence-1 manifest={manifest} seal={}", "0".repeat(64))).unwrap();
    let mut bytes = zip.finish().unwrap().into_inner();
    bytes.truncate(bytes.len() - 64);
    let seal = digits(&bytes);
    bytes.extend_from_slice(seal.as_bytes());
    bytes
}

#[test]
fn a_forger_who_makes_a_new_seal_is_found_too() {
    let (home, _carrier) = parcel_at_customs();
    let (path, bytes) = packed(&home, &[]);
    let whole = in_order(&bytes);
    let says = |files: &[(String, Vec<u8>)]| {
        std::fs::write(&path, forged(files)).unwrap();
        home.run(&["evidence", "verify", "pack.zip"])
    };
    assert_eq!(says(&whole).status, 0, "a zip written by other means is still the same pack");
    let file = |name: &str| whole.iter().position(|(n, _)| n == name).unwrap();
    let with = |at: usize, from: &str, to: &str| {
        let mut files = whole.clone();
        files[at].1 = String::from_utf8(files[at].1.clone()).unwrap().replace(from, to).into_bytes();
        files
    };
    assert_snapshot!(says(&with(file("events.csv"), "customs", "the door")), @"
    stderr:
    posylka: pack.zip was changed after it was written: events.csv is another one.
    hint: Use the file as it was written; `posylka evidence NUMBER` makes a new one.
    status: 1
    ");
    assert_snapshot!(says(&whole[1..]), @"
    stderr:
    posylka: pack.zip was changed after it was written: index.html is gone.
    hint: Use the file as it was written; `posylka evidence NUMBER` makes a new one.
    status: 1
    ");
    assert_snapshot!(says(&[&whole[..], &[("x.txt".to_owned(), b"x".to_vec())]].concat()), @"
    stderr:
    posylka: pack.zip was changed after it was written: it holds something that its manifest does not name.
    hint: Use the file as it was written; `posylka evidence NUMBER` makes a new one.
    status: 1
    ");
    assert_snapshot!(says(&whole.iter().rev().cloned().collect::<Vec<_>>()), @"
    stderr:
    posylka: pack.zip was changed after it was written: it holds something that its manifest does not name.
    hint: Use the file as it was written; `posylka evidence NUMBER` makes a new one.
    status: 1
    ");

    // With a new manifest too: the chain of answers tells, and so does the hash that was noted.
    let mut files = with(file("answers/index.json"), "\"http_status\": 200", "\"http_status\": 404");
    let (index, manifest) = (file("answers/index.json"), file("manifest.json"));
    let mut listed = json(&files[manifest].1);
    let entry = listed["files"].as_array_mut().unwrap().iter_mut().find(|f| f["path"] == "answers/index.json");
    entry.unwrap()["sha256"] = digits(&files[index].1).into();
    files[manifest].1 = listed.to_string().into_bytes();
    assert_snapshot!(says(&files), @"
    stderr:
    posylka: pack.zip was changed: answers/0001-cainiao.body is not the answer that the chain of hashes holds.
    hint: Use the file as it was written; `posylka evidence NUMBER` makes a new one.
    status: 1
    ");
}
