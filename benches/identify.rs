//! How many numbers a second are identified, rescued and found on one core.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use posylka::domain::number::{IdentifyContext, identify, identify_into, numbers_in, rescue};

fn main() {
    divan::main();
}

/// The project's corpus, right and wrong numbers alike.
fn corpus() -> Vec<&'static str> {
    let rows = include_str!("../tests/data/numbers/corpus.tsv").lines().skip(1);
    rows.filter_map(|row| row.split('\t').next()).collect()
}

#[divan::bench]
fn identify_corpus(bencher: Bencher) {
    let numbers = corpus();
    let mut found = Vec::with_capacity(16);
    bencher.counter(ItemsCount::new(numbers.len())).bench_local(|| {
        for number in &numbers {
            identify_into(black_box(number), &IdentifyContext::default(), &mut found);
            black_box(&found);
        }
    });
}

#[divan::bench]
fn identify_corpus_allocating(bencher: Bencher) {
    let numbers = corpus();
    bencher.counter(ItemsCount::new(numbers.len())).bench_local(|| {
        for number in &numbers {
            black_box(identify(black_box(number), &IdentifyContext::default()));
        }
    });
}

#[divan::bench(args = ["RB123456785CN", "LP00123456789012", "4PX3001451182489CN", "80101523484011", "1Z8V92A70367203024"])]
fn identify_one(bencher: Bencher, number: &str) {
    let mut found = Vec::with_capacity(16);
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
        identify_into(black_box(number), &IdentifyContext::default(), &mut found);
        black_box(found.len())
    });
}

#[divan::bench(args = ["RB123456784CN", "RВ123456785СN", "4PX3001451182488CN"])]
fn rescue_one(bencher: Bencher, number: &str) {
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| rescue(black_box(number), &IdentifyContext::default()));
}

#[divan::bench(sample_count = 5)]
fn numbers_in_a_megabyte(bencher: Bencher) {
    let line = "Ваш заказ № 5298811022334455 отправлен, трек-номер LP00809787102734 или RS 705 757 520 NL, тел. +7 916 555-12-34\n";
    let text = line.repeat(1_000_000 / line.len());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| numbers_in(black_box(&text), &IdentifyContext::default()).len());
}
