//! Readings of any kind, also such as no server gives: telling, taking out, choosing a tray and separating neither panic nor
//! accept what cannot be.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up has failed")]

use liasse_documents::learn::Features;
use liasse_documents::separate::{BlankPages, Separators};
use liasse_documents::trays::TraySet;
use liasse_documents::types::TypeSet;
use liasse_documents::wire::{self, Rules};
use liasse_proto::v1;
use proptest::prelude::*;
use std::sync::LazyLock;

static TYPES: LazyLock<TypeSet> = LazyLock::new(|| TypeSet::shipped().unwrap());
static TRAYS: LazyLock<TraySet> = LazyLock::new(|| {
    let rules = "default = \"a\"\ntray = [{ name = \"a\", label = \"A\" }]\n[[rule]]\nname = \"r\"\ntray = \"a\"\n\
                 sender = \"mairie\"\nbatch = \"*\"\nfield = [{ name = \"total_ttc\", at_least = 5 }]\n";
    TraySet::parse("b.toml", rules).unwrap()
});

/// Words that mean something to some rule, and any others.
fn word() -> impl Strategy<Value = String> {
    let known = [
        "FACTURE", "Total", "TTC", "1", "200,00", "\u{20ac}", "IBAN", "FR14", "2004", "1010", "0505", "0001", "3M02",
        "606", "SIRET", "732829320", "00074", "Objet", ":", "Madame,", "le", "3", "mars", "2024", "69001", "LYON",
        "Page", "2/3", "- 2 -", "cerfa", "10072*02", "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<",
        "8806923102858CORINNE<<<<<<<6512068F6", "N\u{b0}:", "12,5\u{20ac}", "-", "\u{2026}", "D\u{e9}signation",
        "Qt\u{e9}", "P.U.", "Montant", "TVA", "20,0", "%", "R\u{e9}f.", "CEDEX",
    ];
    prop_oneof![proptest::sample::select(known.to_vec()).prop_map(str::to_owned), "\\PC{0,12}", any::<String>()]
}

fn coordinate() -> impl Strategy<Value = f32> {
    prop_oneof![8 => 0.0..3000.0_f32, 1 => any::<f32>(), 1 => Just(0.0)]
}

/// What bar codes hold: some are nearly 2D-Docs.
fn code() -> impl Strategy<Value = String> {
    let near = "DC0[2-4]FR000001(FFFF|2666)26670[0-6]01FR(1D[0-9]{1,3},[0-9]{2}\u{1d}|24[0-9]{5}|18[A-Z]{2}|[0-9A-Z]{2}){0,6}(\u{1f}[A-Z2-7]{0,104})?";
    prop_oneof![near, ".{0,20}"]
}

prop_compose! {
    fn reading()(
        (width, height) in (0..4000_u32, 0..4000_u32),
        words in proptest::collection::vec((word(), any::<f32>(), coordinate(), coordinate(), 0.0..400.0_f32, 0.0..60.0_f32), 0..60),
        lines in proptest::collection::vec((0..70_u32, 0..12_u32), 0..30),
        codes in proptest::collection::vec((code(), 0..14_i32), 0..3),
        batch in ".{0,8}",
    ) -> v1::PageReading {
        let point = |x, y| Some(v1::Point { x, y });
        v1::PageReading {
            width,
            height,
            batch_reference: batch,
            words: words
                .into_iter()
                .map(|(text, confidence, x, y, w, h)| v1::Word {
                    text,
                    confidence,
                    quad: Some(v1::Quad {
                        top_left: point(x, y),
                        top_right: point(x + w, y),
                        bottom_right: point(x + w, y + h),
                        bottom_left: point(x, y + h),
                    }),
                })
                .collect(),
            lines: lines
                .into_iter()
                .map(|(first_word, word_count)| v1::Line { first_word, word_count, ..Default::default() })
                .collect(),
            barcodes: codes
                .into_iter()
                .map(|(text, format)| v1::Barcode { text, format, ..Default::default() })
                .collect(),
            ..Default::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_what_is_accepted_is_sound(readings in proptest::collection::vec(reading(), 0..5)) {
        let rules = Rules { types: &TYPES, trays: Some(&TRAYS), certificates: None, read_in: 2026 };
        let mut told = Vec::new();
        for mut reading in readings {
            // Refused with a reason, or told.
            let Ok(document) = wire::document(&reading, rules) else { continue };
            prop_assert!((0.0..=1.0).contains(&document.type_confidence));
            prop_assert!(document.tray.is_some());
            let features = Features::of(&wire::page(&reading).unwrap());
            prop_assert!(features.hashes().len() <= 2000 && features.hashes().is_sorted_by(|a, b| a < b));
            for field in &document.fields {
                prop_assert!((0.0..=1.0).contains(&field.confidence), "{:?}", field);
                prop_assert!(!field.accepted || !field.repaired);
            }
            prop_assert!(!document.accepted || document.missing_fields.is_empty());
            reading.document = Some(document);
            told.push(reading);
        }
        let separators = Separators { blank_pages: BlankPages::Drop, ..Default::default() };
        let decisions = [v1::CutDecision { page: 2, cut: true }, v1::CutDecision { page: u32::MAX, cut: false }];
        let (documents, separation) = wire::batch(&told, &separators, &decisions, rules).unwrap();
        let mut pages: Vec<usize> = documents.iter().flat_map(|d| &d.pages).map(|p| *p as usize - 1).collect();
        pages.extend(&separation.left_out);
        pages.sort_unstable();
        prop_assert_eq!(pages, (0..told.len()).collect::<Vec<_>>(), "every page is somewhere, once");
    }
}
