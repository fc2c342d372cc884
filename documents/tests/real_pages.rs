//! Types of real pages, from their true text. The texts come without places, so that lines are laid under each other: titles and
//! phrases are tested, layout is not.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up has failed")]

use liasse_documents::page::{Page, Word};
use liasse_documents::types::{Hints, OTHER, TypeSet};
use liasse_geometry::Quad;
use std::path::Path;

fn page(text: &str) -> Page {
    let lines: Vec<&str> = text.lines().collect();
    let words = |(row, line): (usize, &&str)| {
        let mut at = 100.0;
        let word = |word: &str| {
            let width = word.chars().count() as f32 * 10.0;
            let quad = Quad::from_rect(at, row as f32 * 30.0, at + width, row as f32 * 30.0 + 20.0);
            at += width + 10.0;
            Word { text: word.to_owned(), confidence: 1.0, quad }
        };
        line.split_whitespace().map(word).collect()
    };
    let laid = lines.iter().enumerate().map(words).collect();
    Page::new(1500.0, lines.len().max(40) as f32 * 30.0, laid).unwrap()
}

#[test]
fn a_real_invoice_is_told_and_books_are_not_taken_for_sure() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/realpages"));
    if !folder.is_dir() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    let set = TypeSet::shipped().unwrap();
    let (mut invoices, mut told_invoices) = (0, 0);
    let (mut others, mut told_sure) = (0, 0);
    for name in ["modern", "print", "typescript"] {
        let mut paths: Vec<_> = std::fs::read_dir(folder.join(name)).unwrap().map(|e| e.unwrap().path()).collect();
        paths.sort();
        for path in paths.iter().filter(|p| p.to_string_lossy().ends_with(".gt.txt")) {
            let text = std::fs::read_to_string(path).unwrap();
            let told = set.classify(&page(&text), &Hints::default());
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            println!("{file}: {} {:.2} {:?}", told.type_name, told.confidence, told.alternatives.first());
            // The index says that mod001 to mod003 are invoices; the other two are neither that nor of a shipped type.
            if ["mod001", "mod002", "mod003"].iter().any(|m| file.starts_with(m)) {
                invoices += 1;
                told_invoices += usize::from(told.family == "comptabilite");
            } else if name != "modern" {
                others += 1;
                let letter = told.family == "courrier" && name == "typescript";
                told_sure += usize::from(told.type_name != OTHER && !letter && told.confidence >= 0.9);
            }
        }
    }
    println!(
        "{told_invoices} of {invoices} invoices told; {told_sure} of {others} books and typescripts wrongly told with 0.9 or more"
    );
    // A floor: the French one of the three is told in its two scans. Of the others one is labelled in English and one is a
    // filler text. The types are not tuned on these pages.
    assert!(told_invoices >= 2 && invoices == 6, "{told_invoices} of {invoices}");
    assert_eq!(told_sure, 0);
}
