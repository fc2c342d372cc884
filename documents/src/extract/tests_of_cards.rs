//! Cards copied without their zone, and deeds that speak of several persons.

use super::*;
use crate::page::fixtures::page;
use crate::types::TypeSet;

/// What is told of these fields of a page of a shipped type; empty where nothing is.
fn told<const N: usize>(name: &str, fields: [&str; N], lines: &[(f32, f32, &str)]) -> [String; N] {
    let set = TypeSet::shipped().unwrap();
    let read = extract(&page(lines), set.get(name).unwrap(), 2026);
    fields.map(|field| read.get(field).map_or(String::new(), |v| v.value.clone()))
}

#[test]
fn labels_end_with_their_translation() {
    let lines = [
        (300.0, 100.0, "NOM / Surname"),
        (300.0, 130.0, "MARTIN"),
        (300.0, 180.0, "Prénoms/Given names (2)"),
        (300.0, 210.0, "Zoé, Anne"),
        (300.0, 260.0, "SEXE / Sex"),
        (480.0, 260.0, "NATIONALITÉ / Nationality"),
        (300.0, 290.0, "F"),
        (480.0, 290.0, "MLI"),
        (300.0, 340.0, "N° DU TITRE / Permit number"),
        (300.0, 370.0, "XK4T2M8R1"),
        (300.0, 420.0, "DATE D'EXPIRATION / Expiry date"),
        (300.0, 450.0, "25 02 2034"),
    ];
    let fields = ["last_name", "first_names", "sex", "nationality", "number", "expiry_date"];
    let expected = ["MARTIN", "Zoé, Anne", "F", "MLI", "XK4T2M8R1", "2034-02-25"];
    assert_eq!(told("titre_sejour", fields, &lines), expected);
    let beside = [(100.0, 100.0, "Nom / Surname : MARTIN"), (100.0, 130.0, "Sexe / Sex : masculin")];
    assert_eq!(told("titre_sejour", ["last_name", "sex"], &beside), ["MARTIN", "M"]);
    let capitals = [(100.0, 100.0, "Nom / Surname MARTIN")];
    assert_eq!(told("titre_sejour", ["last_name"], &capitals), ["MARTIN"]);
    let dash = [(100.0, 100.0, "5 Nom - Name - Familienname"), (600.0, 100.0, "MARTIN")];
    assert_eq!(told("acte_naissance", ["last_name"], &dash), ["MARTIN"]);
}

#[test]
fn the_words_of_a_longer_label_are_no_value() {
    let holder = |label, value| told("carte_grise", ["holder"], &[(100.0, 100.0, label), (100.0, 130.0, value)]);
    assert_eq!(holder("Nom, prénoms ou raison sociale", "MARTIN ZOE"), ["MARTIN ZOE"]);
    assert_eq!(holder("Nom et prénoms de l'acquéreur", "MARTIN ZOE"), ["MARTIN ZOE"]);
    assert_eq!(told("carte_grise", ["holder"], &[(100.0, 100.0, "Titulaire du certificat :")]), [""]);
    let date = [(100.0, 100.0, "Date de délivrance du présent acte et signature"), (700.0, 100.0, "06/12/2019")];
    assert_eq!(told("acte_naissance", ["issue_date"], &date), ["2019-12-06"]);
}

#[test]
fn an_address_goes_on_to_its_town() {
    let lines = [
        (100.0, 100.0, "C.3"),
        (160.0, 100.0, "89 CHEMIN DE LA POSTE"),
        (160.0, 125.0, "58000 NEVERS"),
        (160.0, 180.0, "RENAULT"),
    ];
    assert_eq!(told("carte_grise", ["address"], &lines), ["89 CHEMIN DE LA POSTE 58000 NEVERS"]);
    let alone = [(100.0, 100.0, "C.3"), (160.0, 100.0, "89 CHEMIN DE LA POSTE"), (160.0, 125.0, "RENAULT")];
    assert_eq!(told("carte_grise", ["address"], &alone), ["89 CHEMIN DE LA POSTE"]);
}

#[test]
fn what_stands_under_the_parents_is_not_the_childs() {
    let lines = [
        (100.0, 100.0, "ENFANT"),
        (100.0, 130.0, "Prénom(s)"),
        (400.0, 130.0, "Zoé, Anne"),
        (100.0, 160.0, "Née"),
        (400.0, 160.0, "20 août 1994"),
        (100.0, 220.0, "PÈRE"),
        (100.0, 250.0, "Nom"),
        (400.0, 250.0, "MARTIN"),
        (100.0, 280.0, "Né le"),
        (400.0, 280.0, "18 juillet 1953"),
    ];
    let fields = ["first_names", "birth_date", "last_name"];
    assert_eq!(told("acte_naissance", fields, &lines), ["Zoé, Anne", "1994-08-20", ""]);
}

#[test]
fn a_little_word_of_a_sentence_is_no_label() {
    let fields = ["birth_place"];
    let copy = (100.0, 400.0, "Copie certifiée conforme à l'original");
    assert_eq!(told("carte_identite_ancienne", fields, &[copy]), [""]);
    assert_eq!(told("carte_identite_ancienne", fields, &[copy, (100.0, 200.0, "à : LYON (69)")]), ["LYON (69)"]);
    let glued = [(100.0, 200.0, "Né le : 03.05.1952 à LYON (69)"), copy];
    assert_eq!(told("carte_identite_ancienne", fields, &glued), ["LYON (69)"]);
}

#[test]
fn a_wedding_is_dated_in_a_sentence_or_beside_a_label() {
    for lines in [
        &[(100.0, 300.0, "Le douze juin mil neuf cent quatre-vingt-dix à onze heures ont comparu publiquement")][..],
        &[(100.0, 300.0, "L'an mil neuf cent quatre-vingt-dix, le douze juin, ont comparu publiquement devant nous")],
        &[(100.0, 300.0, "Mariage célébré à LYON le 12 juin 1990")],
        &[(100.0, 300.0, "Date et lieu du mariage"), (500.0, 300.0, "12/06/1990 à LYON")],
        &[(100.0, 300.0, "Mariés à Lyon (Rhône) le : 12 juin 1990")],
    ] {
        assert_eq!(told("livret_famille", ["wedding_date"], lines), ["1990-06-12"], "{lines:?}");
    }
}

#[test]
fn a_licence_and_a_grey_card_say_it_in_words_or_by_codes() {
    let card = [(100.0, 100.0, "4a."), (150.0, 100.0, "04.12.2017"), (100.0, 800.0, "Copie conforme, le 03/08/2018")];
    assert_eq!(told("permis_conduire", ["issue_date"], &card), ["2017-12-04"]);
    let paper = [
        (100.0, 100.0, "Immatriculation : AB-123-CD"),
        (100.0, 140.0, "Date de première mise en circulation : 12/03/2011"),
        (100.0, 180.0, "N° de série (VIN) : VF1BB05CF31234567"),
        (100.0, 220.0, "Nom et prénom du titulaire : MARTIN Zoé"),
        (100.0, 260.0, "N° d'immatriculation précédent"),
        (100.0, 290.0, "1494 ZK 72"),
    ];
    let fields = ["plate", "first_registration", "vin", "holder", "previous_plate"];
    let expected = ["AB-123-CD", "2011-03-12", "VF1BB05CF31234567", "MARTIN Zoé", "1494 ZK 72"];
    assert_eq!(told("carte_grise", fields, &paper), expected);
}

#[test]
fn a_deed_is_dated_under_it_rather_than_in_it() {
    let lines = [
        (100.0, 100.0, "Née le"),
        (400.0, 100.0, "le quatre mai mil neuf cent soixante"),
        (500.0, 800.0, "GAP, le 25 janvier 2024"),
        (500.0, 830.0, "L'Officier de l'état civil délégué,"),
    ];
    assert_eq!(told("acte_naissance", ["birth_date", "issue_date"], &lines), ["1960-05-04", "2024-01-25"]);
    let old = [(
        100.0,
        300.0,
        "L'an mil neuf cent vingt-trois, le deux mai à huit heures, est née Zoé MARTIN, du sexe féminin",
    )];
    let expected = ["1923-05-02", "MARTIN", "Zoé"];
    assert_eq!(told("acte_naissance", ["birth_date", "last_name", "first_names"], &old), expected);
}

#[test]
fn a_wedding_is_dated_on_the_line_over_its_words() {
    let lines = [
        (100.0, 200.0, "Le"),
        (100.0, 230.0, "25 avril 1979"),
        (100.0, 260.0, "ont comparu publiquement en la maison commune"),
    ];
    assert_eq!(told("livret_famille", ["wedding_date"], &lines), ["1979-04-25"]);
}

#[test]
fn a_child_without_a_name_in_the_act_has_that_of_the_margin() {
    let lines = [
        (100.0, 100.0, "Acte n° 81"),
        (100.0, 130.0, "CAZENAVE"),
        (100.0, 160.0, "Samuel"),
        (100.0, 400.0, "(acte n° 60)"),
        (260.0, 300.0, "Le vingt décembre mil neuf cent soixante-dix-sept, à seize heures, est né en"),
        (260.0, 330.0, "notre commune, 71, rue de Bretagne : Samuel, du sexe masculin, de Grégory X."),
    ];
    let fields = ["act_number", "last_name", "first_names", "birth_date"];
    assert_eq!(told("acte_naissance", fields, &lines), ["81", "CAZENAVE", "Samuel", "1977-12-20"]);
}

#[test]
fn given_names_stand_under_the_name_that_their_label_begins_with() {
    let lines = [
        (100.0, 40.0, "TITRE DE SÉJOUR"),
        (500.0, 40.0, "FRA"),
        (700.0, 40.0, "31AQ46653"),
        (100.0, 100.0, "NOM, Prénoms / NAME, Forenames"),
        (100.0, 130.0, "LEROY"),
        (100.0, 160.0, "Mehdi, André"),
    ];
    let fields = ["number", "last_name", "first_names"];
    assert_eq!(told("titre_sejour", fields, &lines), ["31AQ46653", "LEROY", "Mehdi, André"]);
    let stop =
        [(100.0, 100.0, "NOM. Prénoms / NAME, Forenames"), (100.0, 130.0, "LEROY"), (100.0, 160.0, "Mehdi, André")];
    assert_eq!(told("titre_sejour", ["last_name", "first_names"], &stop), ["LEROY", "Mehdi, André"]);
}

#[test]
fn a_stamp_across_a_card_is_no_name() {
    let lines = [
        (100.0, 100.0, "Prénoms / Given names"),
        (240.0, 124.0, "SERVICE DU COURRIER"),
        (100.0, 132.0, "Baptiste, Arnaud"),
    ];
    assert_eq!(told("carte_identite", ["first_names"], &lines), ["Baptiste, Arnaud"]);
}

#[test]
fn a_deed_speaks_first_of_the_child_though_no_heading_of_the_parents_was_read() {
    let lines = [
        (100.0, 200.0, "NOM :"),
        (400.0, 200.0, "MARTIN"),
        (100.0, 230.0, "Prénoms :"),
        (400.0, 230.0, "Zoé, Anne"),
        (100.0, 260.0, "Date de naissance :"),
        (400.0, 260.0, "20 août 1994"),
        (100.0, 400.0, "NOM :"),
        (400.0, 400.0, "DURAND"),
        (100.0, 430.0, "Prénoms :"),
        (400.0, 430.0, "Jeanne"),
        (100.0, 460.0, "Date et lieu de naissance :"),
        (400.0, 460.0, "18 juillet 1963 à Dole"),
    ];
    let fields = ["last_name", "first_names", "birth_date"];
    assert_eq!(told("acte_naissance", fields, &lines), ["MARTIN", "Zoé, Anne", "1994-08-20"]);
}
