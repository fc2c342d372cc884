#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| liasse_fuzz::decode(data, "image/jpeg"));
