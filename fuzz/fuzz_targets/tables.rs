#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| posylka_fuzz::files::tables(bytes));
