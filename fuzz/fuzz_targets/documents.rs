#![no_main]
//! Text instead of a page: every line begins with two bytes that say where it stands; its words follow. The text as a whole is a bar
//! code too, and its lines may be a machine readable zone. Of a page that begins with `~`, boxes, confidences, sizes and the words
//! that lines hold are whatever the bytes say, as in a reading that no server of ours gives.

use liasse_documents::{mrz, two_d_doc};
use liasse_fuzz::{document, reading};
use liasse_proto::v1;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data).into_owned();
    let lines: Vec<&str> = text.lines().collect();
    let _ = (mrz::parse(&lines), mrz::find(&lines));
    if let Ok(code) = two_d_doc::parse(&text) {
        assert!(code.data.iter().all(|datum| datum.id.len() == 2));
    }
    let mut reading = reading(&text, &lines);
    if data.starts_with(b"~") {
        make_wild(&mut reading, data);
    }
    document(&reading);
});

/// Puts the bits of the data, over and over, in the place of every number.
fn make_wild(reading: &mut v1::PageReading, data: &[u8]) {
    let mut bits = data.windows(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).cycle();
    let mut next = || bits.next().unwrap_or(0);
    (reading.width, reading.height) = (next(), next());
    for word in &mut reading.words {
        let mut corner = || Some(v1::Point { x: f32::from_bits(next()), y: f32::from_bits(next()) });
        let quad = v1::Quad { top_left: corner(), top_right: corner(), bottom_right: corner(), bottom_left: corner() };
        // One in eight has no box at all.
        word.quad = (quad.top_left.is_some_and(|p| p.x.to_bits() % 8 != 0)).then_some(quad);
        word.confidence = f32::from_bits(next());
    }
    for line in &mut reading.lines {
        (line.first_word, line.word_count) = (next() % 64, next() % 64);
    }
}
