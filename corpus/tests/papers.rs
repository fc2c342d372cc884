//! Papers of every document type that ships, seen from outside: all are drawn, and what they say is sound.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up has failed")]

use liasse_corpus::pages::PageTruth;
use liasse_corpus::{Corpus, Kinds, Options, charset, iban_is_valid, nir_is_valid, siret_is_valid};
use std::collections::{BTreeMap, HashSet};

/// The pages of a seed that are drawn under the name of a document type of which every mix but the mail's has pages.
fn papers(kinds: Kinds, seed: u64, pages: u64) -> Vec<PageTruth> {
    let corpus = Corpus::new(Options { seed, max_pixels: Some(300_000), kinds, ..Options::default() }).unwrap();
    let mut pen = corpus.page_pen();
    let papers: Vec<u64> = (0..pages).filter(|i| PAPERS.contains(&pen.doc_type(*i))).collect();
    papers.into_iter().map(|i| pen.draw(i).truth).collect()
}

const PAPERS: [&str; 20] = [
    "passeport", "titre_sejour", "permis_conduire", "carte_grise", "acte_naissance", "livret_famille", "quittance",
    "facture_energie", "demande_aide_sociale", "attestation_caf", "attestation_droits", "arrete", "mise_en_demeure",
    "cheque", "curriculum_vitae", "candidature", "courrier_avocat", "courrier_particulier", "courrier_administration",
    "courrier_entreprise",
];

/// The check digit of ICAO Doc 9303, written again so that the corpus is not its own witness.
fn check_digit(text: &str) -> char {
    let value = |c: char| match c {
        '0'..='9' => c as u32 - '0' as u32,
        'A'..='Z' => c as u32 - 'A' as u32 + 10,
        _ => 0,
    };
    let sum: u32 = text.chars().enumerate().map(|(i, c)| value(c) * [7, 3, 1][i % 3]).sum();
    char::from_digit(sum % 10, 10).unwrap()
}

#[test]
fn every_paper_is_drawn_and_has_fields_and_text_that_can_be_read() {
    let allowed: HashSet<char> = charset().iter().copied().collect();
    // Of the fifth hands are business papers alone, and some of the types are held out.
    let business = ["quittance", "facture_energie"];
    let held_out = [
        "passeport", "titre_sejour", "permis_conduire", "carte_grise", "acte_naissance", "livret_famille", "arrete",
        "attestation_caf", "attestation_droits", "mise_en_demeure",
    ];
    for (kinds, pages, asked) in [
        (Kinds::EveryType, 300, &PAPERS[..]),
        (Kinds::OtherHands, 400, &PAPERS),
        (Kinds::FourthHands, 400, &PAPERS),
        (Kinds::FifthHands, 200, &business),
        (Kinds::HeldOut, 250, &held_out),
    ] {
        let mut drawn: BTreeMap<String, usize> = BTreeMap::new();
        for truth in papers(kinds, 31, pages) {
            *drawn.entry(truth.doc_type.clone()).or_default() += 1;
            assert!(truth.lines.len() >= 6, "{}: {}", truth.doc_type, truth.text());
            for line in &truth.lines {
                assert!(line.text.chars().all(|c| c == ' ' || allowed.contains(&c)), "{}", line.text);
                assert!(line.quad[2] > line.quad[0], "{}: {:?}", line.text, line.quad);
            }
            // Whatever is a field is printed, if on several lines.
            let text: String = truth.lines.iter().map(|l| format!("{} ", l.text)).collect();
            for field in &truth.fields {
                assert!(text.contains(&field.value), "{} {field:?}: {text}", truth.doc_type);
            }
        }
        let missing: Vec<&&str> = asked.iter().filter(|name| !drawn.contains_key(**name)).collect();
        assert!(missing.is_empty(), "never drawn of {kinds:?}: {missing:?}");
    }
}

#[test]
fn numbers_of_papers_pass_the_checks_of_those_who_issue_them() {
    let mut seen = HashSet::new();
    for truth in papers(Kinds::EveryType, 32, 400) {
        let zone: Vec<&str> = truth.fields.iter().filter(|f| f.name == "mrz").map(|f| f.value.as_str()).collect();
        let number = truth.fields.iter().find(|f| f.name == "number").map(|f| f.value.as_str());
        match (truth.doc_type.as_str(), zone.as_slice()) {
            ("passeport", [one, two]) => {
                assert!(one.len() == 44 && two.len() == 44 && one.starts_with("P<FRA"), "{zone:?}");
                assert_eq!(number, Some(&two[..9]));
                assert!(two[9..].starts_with(check_digit(&two[..9])), "{zone:?}");
                let covered = format!("{}{}{}", &two[..10], &two[13..20], &two[21..43]);
                assert!(two.ends_with(check_digit(&covered)), "{zone:?}");
                seen.insert("passeport");
            }
            ("titre_sejour", [one, two, three]) => {
                assert!([one, two, three].iter().all(|l| l.len() == 30), "{zone:?}");
                assert_eq!(number, Some(&one[5..14]));
                let covered = format!("{}{}{}{}", &one[5..], &two[..7], &two[8..15], &two[18..29]);
                assert!(two.ends_with(check_digit(&covered)), "{zone:?}");
                seen.insert("titre_sejour");
            }
            ("permis_conduire", [line]) => {
                assert!(line.len() == 30 && line.starts_with("D1FRA"), "{line}");
                seen.insert("permis_conduire");
            }
            _ => {}
        }
        for field in truth.fields.iter().filter(|f| f.name == "nir") {
            assert!(nir_is_valid(&field.value), "{field:?}");
            seen.insert("nir");
        }
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
}

#[test]
fn identifiers_on_pages_by_others_are_valid() {
    for (kinds, identifiers) in [(Kinds::OtherHands, 4), (Kinds::FourthHands, 4), (Kinds::FifthHands, 2)] {
        let corpus = Corpus::new(Options { seed: 33, max_pixels: Some(300_000), kinds, ..Options::default() }).unwrap();
        let mut pen = corpus.page_pen();
        let mut seen = HashSet::new();
        for truth in (0..300).map(|index| pen.draw(index).truth) {
            for field in &truth.fields {
                // However its groups are parted.
                let value: String = field.value.chars().filter(char::is_ascii_alphanumeric).collect();
                let valid = match field.name.as_str() {
                    "nir" => nir_is_valid(&value),
                    "iban" => iban_is_valid(&value),
                    "siret" | "employer_siret" => siret_is_valid(&value),
                    _ => continue,
                };
                assert!(valid, "{}: {field:?}", truth.doc_type);
                seen.insert(field.name.clone());
            }
        }
        assert_eq!(seen.len(), identifiers, "{kinds:?}: {seen:?}");
    }
}

#[test]
fn the_mix_of_the_mail_has_none_of_them() {
    let corpus = Corpus::new(Options { seed: 31, ..Options::default() }).unwrap();
    let pen = corpus.page_pen();
    assert!((0..2000).all(|i| !PAPERS.contains(&pen.doc_type(i))));
}
