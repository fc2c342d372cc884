use super::*;
use crate::page::fixtures::page;

const FIRST: &[(f32, f32, &str)] = &[
    (100.0, 60.0, "Mairie de Villeurbanne"),
    (600.0, 200.0, "M. René MÜLLER"),
    (600.0, 225.0, "12 avenue de la République"),
    (600.0, 250.0, "42000 SAINT-ÉTIENNE"),
    (600.0, 350.0, "Villeurbanne, le 1er mars 2024"),
    (100.0, 420.0, "Objet : votre demande"),
    (100.0, 500.0, "Monsieur,"),
];
const NEXT: &[(f32, f32, &str)] =
    &[(100.0, 100.0, "Par ailleurs, votre dossier sera examiné dans le mois."), (100.0, 900.0, "Cordialement")];

fn sheet<'a>(page: &'a Page, type_name: &'a str, family: &'a str) -> Sheet<'a> {
    Sheet {
        page,
        blank: page.lines().is_empty(),
        barcodes: Vec::new(),
        patches: Vec::new(),
        type_name,
        family,
        type_confidence: 0.95,
        numbers: Vec::new(),
        sender: None,
        has_zone: false,
        has_title: false,
    }
}

fn letter(page: &Page) -> Sheet<'_> {
    sheet(page, "courrier_administration", "courrier")
}

fn other(page: &Page) -> Sheet<'_> {
    sheet(page, "autre", "autre")
}

#[test]
fn letters_are_cut_before_their_first_pages() {
    let (first, next) = (page(FIRST), page(NEXT));
    let sheets = [letter(&first), other(&next), letter(&first), letter(&first), other(&next)];
    let told = separate(&sheets, &Separators::default(), &[]);
    assert_eq!(told.documents, [vec![0, 1], vec![2], vec![3, 4]]);
    assert_eq!(told.boundaries[0].reason, Reason::Start);
    assert_eq!((told.boundaries[1].cut, told.boundaries[1].reason), (false, Reason::Continuation));
    assert_eq!((told.boundaries[2].cut, told.boundaries[2].reason), (true, Reason::FirstPage));
    assert!(told.boundaries.iter().all(|b| (0.5..=1.0).contains(&b.confidence)), "{:?}", told.boundaries);
    assert!(told.boundaries[2].confidence > 0.9);
}

#[test]
fn separators_are_left_out_and_cut() {
    let (text, nothing) = (page(NEXT), page(&[]));
    let with = |barcode: &'static str, patch: &'static str| Sheet {
        barcodes: vec![barcode],
        patches: vec![patch],
        ..other(&text)
    };
    let separators = Separators {
        barcodes: vec![WildMatch::new("SEP-*")],
        patches: vec!["T".to_owned()],
        blank_pages: BlankPages::Keep,
    };
    let sheets = [with("SEP-1", ""), other(&text), with("", "T"), other(&text), with("ABC", "2"), other(&nothing)];
    let told = separate(&sheets, &separators, &[]);
    assert_eq!((told.documents, told.left_out), (vec![vec![1], vec![3, 4, 5]], vec![0, 2]));
    assert_eq!(told.boundaries[1].reason, Reason::SeparatorPatch);

    let sheets = [other(&text), other(&nothing), other(&text)];
    for (blank_pages, documents, left_out) in [
        (BlankPages::Keep, vec![vec![0, 1, 2]], vec![]),
        (BlankPages::Drop, vec![vec![0, 2]], vec![1]),
        (BlankPages::Separate, vec![vec![0], vec![2]], vec![1]),
    ] {
        let told = separate(&sheets, &Separators { blank_pages, ..Separators::default() }, &[]);
        assert_eq!((told.documents, told.left_out), (documents, left_out), "{blank_pages:?}");
    }
}

#[test]
fn a_person_decides_over_everything() {
    let (first, next) = (page(FIRST), page(NEXT));
    let sheets = [letter(&first), other(&next), letter(&first)];
    let told = separate(&sheets, &Separators::default(), &[(1, true), (2, false), (7, true)]);
    assert_eq!(told.documents, [vec![0], vec![1, 2]]);
    assert_eq!(told.boundaries[1].reason, Reason::Override);
}

#[test]
fn page_numbers_hold_pages_together_and_part_them() {
    let numbered = |text: &'static str| page(&[(100.0, 300.0, "Le tableau des tarifs"), (450.0, 1370.0, text)]);
    let pages = ["Page 1/3", "Page 2/3", "Page 3/3", "Page 1/2", "Page 2/2"].map(numbered);
    let sheets = pages.each_ref().map(|p| other(p));
    let told = separate(&sheets, &Separators::default(), &[]);
    assert_eq!(told.documents, [vec![0, 1, 2], vec![3, 4]]);
    assert_eq!(told.boundaries[3].reason, Reason::PageNumber);
}

#[test]
fn numbers_and_types_and_sides_tell_documents_apart() {
    let text = page(NEXT);
    let invoice = |number: &'static str| Sheet {
        numbers: vec![("invoice_number", number)],
        ..sheet(&text, "facture", "comptabilite")
    };
    let zone = |has_zone| Sheet { has_zone, ..sheet(&text, "carte_identite", "identite") };
    let sheets = [invoice("F2024-1"), invoice("F2024-1"), invoice("F2024-2"), zone(false), zone(true), zone(true)];
    let told = separate(&sheets, &Separators::default(), &[]);
    assert_eq!(told.documents, [vec![0, 1], vec![2], vec![3, 4], vec![5]]);
    let reasons: Vec<Reason> = told.boundaries.iter().map(|b| b.reason).collect();
    assert_eq!(reasons[1..], [Reason::Number, Reason::Number, Reason::Type, Reason::OtherSide, Reason::OtherSide]);
}

#[test]
fn a_cards_back_with_an_address_belongs_to_it_and_another_front_does_not() {
    let address = page(&FIRST[1..4]);
    let front =
        |has_zone| Sheet { has_title: true, has_zone, ..sheet(&address, "carte_identite_ancienne", "identite") };
    let back = Sheet { type_confidence: 0.45, ..sheet(&address, "carte_identite_ancienne", "identite") };
    let told = separate(&[front(true), back, front(false), front(true)], &Separators::default(), &[]);
    assert_eq!(told.documents, [vec![0, 1], vec![2], vec![3]]);
    assert_eq!(told.boundaries[1].reason, Reason::OtherSide);
}

#[test]
fn a_page_told_with_doubt_goes_on_one_that_is_not_told() {
    let text = page(&[(100.0, 100.0, "Ramette de papier"), (100.0, 900.0, "Total TTC")]);
    let sure = |type_confidence| Sheet { type_confidence, ..sheet(&text, "facture", "comptabilite") };
    let told = |sheets: &[Sheet<'_>]| separate(sheets, &Separators::default(), &[]).documents.len();
    assert_eq!(told(&[other(&text), sure(0.8)]), 1);
    assert_eq!(told(&[other(&text), sure(0.95)]), 2);
}

#[test]
fn an_empty_batch_is_no_document() {
    assert_eq!(separate(&[], &Separators::default(), &[]), Separation::default());
}
