#![no_main]
//! Text instead of a page: every line begins with two bytes that say where it stands; its words follow. The text as a whole is a bar
//! code too, and its lines may be a machine readable zone.

use std::sync::LazyLock;

use liasse_documents::types::TypeSet;
use liasse_documents::wire::{self, Rules};
use liasse_documents::{mrz, two_d_doc};
use liasse_proto::v1;

static TYPES: LazyLock<TypeSet> = LazyLock::new(|| TypeSet::shipped().expect("the shipped types are sound"));

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data).into_owned();
    let lines: Vec<&str> = text.lines().collect();
    let _ = (mrz::parse(&lines), mrz::find(&lines));
    if let Ok(code) = two_d_doc::parse(&text) {
        assert!(code.data.iter().all(|datum| datum.id.len() == 2));
    }
    let mut reading = v1::PageReading { width: 1000, height: 1400, ..Default::default() };
    reading.barcodes.push(v1::Barcode { text: text.clone(), ..Default::default() });
    for (number, line) in lines.iter().enumerate() {
        let mut place = line.bytes();
        let mut x = 4.0 * f32::from(place.next().unwrap_or(0));
        // Lines may stand beside and over one another, and be upside down.
        let shift = f32::from(place.next().unwrap_or(128)) - 128.0;
        let y = 22.0 * number as f32 + shift;
        let first_word = reading.words.len() as u32;
        for word in line.chars().skip(2).collect::<String>().split_whitespace() {
            let width = 9.0 * word.chars().count() as f32;
            let corner = |x, y| Some(v1::Point { x, y });
            let quad = v1::Quad {
                top_left: corner(x, y),
                top_right: corner(x + width, y + shift / 16.0),
                bottom_right: corner(x + width, y + 20.0 + shift / 16.0),
                bottom_left: corner(x, y + 20.0),
            };
            reading.words.push(v1::Word { quad: Some(quad), text: word.to_owned(), confidence: 0.9 });
            x += width + 9.0;
        }
        let word_count = reading.words.len() as u32 - first_word;
        reading.lines.push(v1::Line { first_word, word_count, ..Default::default() });
    }
    let rules = Rules { types: &TYPES, trays: None, certificates: None, read_in: 2026 };
    // A page beyond the bounds is refused with a reason.
    let Ok(document) = wire::document(&reading, rules) else { return };
    assert!((0.0..=1.0).contains(&document.type_confidence));
    for field in &document.fields {
        assert!((0.0..=1.0).contains(&field.confidence), "{field:?}");
        assert!(!field.accepted || !field.repaired, "{field:?}");
    }
});
