//! The guide `docs/document-types.md`, followed literally.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up has failed")]

use liasse_documents::extract::extract;
use liasse_documents::page::{Page, Word};
use liasse_documents::types::{DocumentType, Hints, TypeSet};
use liasse_geometry::Quad;

fn guide() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/document-types.md")).unwrap()
}

/// The first block of TOML of the guide.
fn example() -> String {
    let guide = guide();
    let start = guide.find("```toml\n").unwrap() + "```toml\n".len();
    guide[start..].split("```").next().unwrap().to_owned()
}

fn page(lines: &[(f32, f32, &str)]) -> Page {
    let words = |(x, y, text): &(f32, f32, &str)| {
        let mut at = *x;
        let word = |word: &str| {
            let width = word.chars().count() as f32 * 10.0;
            let quad = Quad::from_rect(at, *y, at + width, y + 20.0);
            at += width + 10.0;
            Word { text: word.to_owned(), confidence: 1.0, quad }
        };
        text.split(' ').map(word).collect()
    };
    Page::new(1000.0, 1400.0, lines.iter().map(words).collect()).unwrap()
}

#[test]
fn the_type_of_the_guide_recognises_its_document_and_takes_its_fields() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("cantine.toml"), example()).unwrap();
    let set = TypeSet::with_folder(folder.path()).unwrap();
    let page = page(&[
        (300.0, 60.0, "INSCRIPTION A LA CANTINE"),
        (100.0, 120.0, "Le service de restauration scolaire accueille votre enfant toute l'année."),
        (100.0, 200.0, "Nom de l'enfant : Zoé MARTIN"),
        (100.0, 240.0, "N° allocataire : 1234567"),
        (100.0, 280.0, "Montant mensuel"),
        (600.0, 280.0, "48,50 €"),
    ]);
    let told = set.classify(&page, &Hints::default());
    assert_eq!(told.type_name, "cantine", "{told:?}");
    assert!(told.confidence > 0.9);
    let read = extract(&page, set.get("cantine").unwrap(), 2026);
    let values: Vec<(&str, &str)> = read.values.iter().map(|v| (v.name.as_str(), v.value.as_str())).collect();
    assert_eq!(values, [("child", "Zoé MARTIN"), ("beneficiary_number", "1234567"), ("amount", "48.50")]);
}

#[test]
fn the_error_that_the_guide_shows_is_the_one_that_is_given() {
    let broken = example().replace("labels = [\"Nom de l'enfant\", \"Nom et prénom de l'enfant\"]\n", "");
    let error = DocumentType::parse("cantine.toml", &broken).unwrap_err().to_string();
    assert!(guide().contains(&error), "{error}");
}
