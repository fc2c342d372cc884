//! Labels that are worded otherwise than a file has them, that could hardly be read, and that count by what stands on their row.

use super::told::{told, told_of, value};
use crate::page::fixtures::page;
use crate::page::{Page, Word};
use liasse_geometry::Quad;

/// A value that a person looks at.
fn doubtful(value: &str) -> Option<(String, bool)> {
    Some((value.to_owned(), false))
}

#[test]
fn words_that_are_only_like_a_label_tell_a_value_for_a_person_to_look_at() {
    let reading = [(60.0, 300.0, "Relevé effectué par nos soins : 12/10/2024")];
    assert_eq!(told("facture_energie", "reading_date", &reading), doubtful("2024-10-12"));
    // The file's own wording is better, wherever it stands.
    let both = [reading[0], (60.0, 340.0, "Date de relevé : 14/10/2024")];
    assert_eq!(value("facture_energie", "reading_date", &both).unwrap(), "2024-10-14");
    // Another day of the same thing is another.
    let next = [(60.0, 300.0, "Ancien relevé effectué par nos soins : 12/10/2024")];
    assert_eq!(told("facture_energie", "reading_date", &next), None);
}

#[test]
fn a_number_is_told_by_words_that_speak_of_one() {
    let number = [(60.0, 300.0, "Réf. point de votre livraison : 12345678901234")];
    assert_eq!(told("facture_energie", "delivery_point", &number), doubtful("12345678901234"));
    let none = [(60.0, 300.0, "Votre livraison au point : 12345678901234")];
    assert_eq!(told("facture_energie", "delivery_point", &none), None);
}

/// A page with these lines and what could hardly be read, in the same places.
fn with_faint(lines: &[(f32, f32, &str)], faint: &[(f32, f32, &str)]) -> Page {
    let word = |(x, y, text): &(f32, f32, &str)| Word {
        text: (*text).to_owned(),
        confidence: 0.2,
        quad: Quad::from_rect(*x, *y, x + 10.0 * text.chars().count() as f32, y + 20.0),
    };
    page(lines).with_faint(faint.iter().map(word).collect())
}

#[test]
fn a_label_that_could_hardly_be_read_is_told_from_those_of_the_type() {
    let lines = [(300.0, 130.0, "MARTIN"), (300.0, 210.0, "Zoé, Anne"), (300.0, 290.0, "GAP")];
    let card = with_faint(
        &lines,
        &[
            (300.0, 100.0, "N0M DE FANILLE"),
            (300.0, 180.0, "PRENDMS I Glven nanes"),
            (300.0, 260.0, "Lleu de naisance"),
        ],
    );
    assert_eq!(told_of(&card, "carte_identite", "first_names"), doubtful("Zoé, Anne"));
    assert_eq!(told_of(&card, "carte_identite", "birth_place"), doubtful("GAP"));
    assert_eq!(told_of(&page(&lines), "carte_identite", "birth_place"), None);
    // What is near no label is none, and nothing faint is a value.
    let noise = with_faint(&lines, &[(300.0, 100.0, "xq vwk"), (300.0, 180.0, "BIRTHDAY 03 05 1952")]);
    assert_eq!(told_of(&noise, "carte_identite", "first_names"), None);
    assert_eq!(told_of(&noise, "carte_identite", "birth_date"), None);
}

#[test]
fn a_guess_that_may_be_the_label_of_two_fields_is_neither() {
    let lines = [(300.0, 130.0, "25 02 2034")];
    let either = with_faint(&lines, &[(300.0, 100.0, "DAT DE")]);
    assert_eq!(told_of(&either, "carte_identite", "expiry_date"), None);
    let end = with_faint(&lines, &[(300.0, 100.0, "DATE D'EXPLRATON")]);
    assert_eq!(told_of(&end, "carte_identite", "expiry_date"), doubtful("2034-02-25"));
}

#[test]
fn a_town_beside_a_birth_is_where_it_was() {
    let lines = [
        (60.0, 300.0, "Date de naissance : 03/05/1952"),
        (500.0, 300.0, "Commune : GAP"),
        (60.0, 400.0, "Code postal : 58000"),
        (500.0, 400.0, "Commune : NEVERS"),
    ];
    assert_eq!(value("formulaire_cerfa", "birth_place", &lines).unwrap(), "GAP");
    assert_eq!(value("formulaire_cerfa", "town", &lines).unwrap(), "NEVERS");
    assert_eq!(value("formulaire_cerfa", "birth_place", &lines[2..]), None);
    assert_eq!(value("formulaire_cerfa", "town", &lines[..2]), None);
}

#[test]
fn who_is_employed_is_no_employer() {
    let form = [(60.0, 300.0, "Employé : Zoé MARTIN")];
    assert_eq!(value("formulaire_cerfa", "employer", &form), None);
    assert_eq!(
        value("formulaire_cerfa", "employer", &[(60.0, 300.0, "Employeur : Zoé MARTIN")]).unwrap(),
        "Zoé MARTIN"
    );
}
