//! Forms, orders and cards whose labels stand otherwise than beside their values.

use super::told::value;

#[test]
fn the_head_of_the_next_cell_is_no_value() {
    let cells = [
        (60.0, 300.0, "Domicile"),
        (600.0, 300.0, "Commune"),
        (60.0, 330.0, "48 PASSAGE DU PRE"),
        (600.0, 330.0, "75012 PARIS"),
    ];
    assert_eq!(value("carte_grise", "address", &cells).unwrap(), "48 PASSAGE DU PRE");
}

#[test]
fn a_label_translated_into_many_languages_ends_with_its_line() {
    let lines = [(60.0, 300.0, "5 Nom / Name / Familienname / Apellidos / Cognome"), (80.0, 330.0, "LECLERCQ")];
    assert_eq!(value("acte_naissance", "last_name", &lines).unwrap(), "LECLERCQ");
}

#[test]
fn the_subject_of_an_order_stands_under_its_title() {
    let order = [
        (300.0, 100.0, "ARRÊTÉ N° 2024-12"),
        (200.0, 130.0, "prescrivant la destruction administrative"),
        (300.0, 160.0, "de sangliers en forêt"),
        (300.0, 190.0, "Le préfet du Cantal,"),
        (60.0, 300.0, "Vu la loi n° 83-634 du 13 juillet 1983 portant droits et obligations ;"),
    ];
    let subject = "prescrivant la destruction administrative de sangliers en forêt";
    assert_eq!(value("arrete", "subject", &order).unwrap(), subject);
}

#[test]
fn the_part_of_a_form_about_an_employer_is_not_about_the_applicant() {
    let form = [
        (60.0, 100.0, "L'EMPLOYEUR"),
        (60.0, 140.0, "Adresse : 137 allée Hugo"),
        (60.0, 240.0, "L'ASSURÉ(E)"),
        (60.0, 280.0, "Adresse : 46 chemin de la Fontaine"),
        (60.0, 400.0, "Nom, prénom, adresse : néant"),
    ];
    assert_eq!(value("formulaire_cerfa", "street", &form).unwrap(), "46 chemin de la Fontaine");
}

#[test]
fn a_name_is_that_of_birth_where_the_form_asks_for_one_in_use() {
    let both = [(60.0, 100.0, "Nom : ROGER"), (60.0, 140.0, "Nom d'usage : PETIT")];
    assert_eq!(value("formulaire_cerfa", "birth_name", &both).unwrap(), "ROGER");
    assert_eq!(value("formulaire_cerfa", "last_name", &both).unwrap(), "PETIT");
    assert_eq!(value("formulaire_cerfa", "birth_name", &both[..1]), None);
}

#[test]
fn a_letter_may_be_glued_to_the_number_that_it_closes() {
    let number = [(60.0, 100.0, "N° d'allocataire CAF : 6930091Q")];
    assert_eq!(value("demande_aide_sociale", "beneficiary_number", &number).unwrap(), "6930091Q");
}

#[test]
fn a_street_is_no_label_of_itself() {
    let street = [(60.0, 100.0, "N° et voie"), (400.0, 100.0, "8, RUE DES ACACIAS")];
    assert_eq!(value("formulaire_cerfa", "street", &street).unwrap(), "8, RUE DES ACACIAS");
}

#[test]
fn a_stamp_across_a_value_is_not_taken_for_it() {
    let card = [(60.0, 300.0, "4a. Délivré le"), (300.0, 300.0, "23.09.2017"), (290.0, 291.0, "24 janvier 1974")];
    assert_eq!(value("permis_conduire", "issue_date", &card).unwrap(), "2017-09-23");
}

#[test]
fn a_date_beside_a_label_is_of_no_other_field() {
    let act = [
        (60.0, 200.0, "Dressé le"),
        (400.0, 200.0, "21 décembre 2021"),
        (60.0, 240.0, "Reconnu le :"),
        (400.0, 240.0, "22 décembre 2021"),
        (60.0, 900.0, "Délivré conforme aux registres, à Nanterre, le 11 juillet 2023"),
    ];
    assert_eq!(value("acte_naissance", "issue_date", &act).unwrap(), "2023-07-11");
}

#[test]
fn an_offices_telephone_is_not_the_applicants() {
    let lines = [
        (60.0, 100.0, "Département de l'Ain - 01000 BOURG-EN-BRESSE - Tél. 02 14 35 80 03"),
        (60.0, 200.0, "Nom :"),
        (160.0, 200.0, "SABATIER"),
        (60.0, 300.0, "Téléphone portable :"),
        (60.0, 330.0, "06 34 63 26 56"),
    ];
    assert_eq!(value("demande_aide_sociale", "phone", &lines).unwrap(), "0634632656");
}

#[test]
fn the_name_of_birth_gives_way_to_the_name() {
    let lines = [(60.0, 200.0, "Nom : CISSE"), (60.0, 230.0, "Nom de naissance : VASSEUR")];
    assert_eq!(value("demande_aide_sociale", "last_name", &lines).unwrap(), "CISSE");
    assert_eq!(value("demande_aide_sociale", "last_name", &lines[1..]).unwrap(), "VASSEUR");
}

#[test]
fn an_indented_subject_goes_on_in_small_letters() {
    let lines = [
        (300.0, 100.0, "Arrêté n° 2011-2062"),
        (200.0, 130.0, "réglementant la vente et le transport de carburant dans"),
        (200.0, 155.0, "le département"),
        (300.0, 220.0, "Le préfet,"),
    ];
    let expected = "réglementant la vente et le transport de carburant dans le département";
    assert_eq!(value("arrete", "subject", &lines).unwrap(), expected);
}

#[test]
fn labels_are_found_though_a_space_or_a_letter_of_them_was_read_wrongly() {
    let read = [
        (60.0, 100.0, "Nam de famille : GAUDIN"),
        (60.0, 140.0, "Datede naissance : 14/11/1979"),
        (60.0, 180.0, "Code pos tal : 24100"),
        (60.0, 220.0, "Adresse électronique : gaudin@exemple.fr"),
    ];
    assert_eq!(value("formulaire_cerfa", "last_name", &read).unwrap(), "GAUDIN");
    assert_eq!(value("formulaire_cerfa", "birth_date", &read).unwrap(), "1979-11-14");
    assert_eq!(value("formulaire_cerfa", "postcode", &read).unwrap(), "24100");
    // A short word by itself may be any other.
    assert_eq!(value("formulaire_cerfa", "last_name", &[(60.0, 100.0, "Nam : GAUDIN")]), None);
}

#[test]
fn a_name_of_birth_is_the_last_name_where_no_other_is_asked_for() {
    let form = [(60.0, 100.0, "Nom de naissance : GAUDIN"), (60.0, 140.0, "Prénom(s) : Jeanne")];
    assert_eq!(value("formulaire_cerfa", "last_name", &form).unwrap(), "GAUDIN");
    let both = [(60.0, 100.0, "Nom : PETIT"), (60.0, 140.0, "Nom de naissance : GAUDIN")];
    assert_eq!(value("formulaire_cerfa", "last_name", &both).unwrap(), "PETIT");
}

#[test]
fn boxes_that_are_empty_are_no_value() {
    let empty = [(60.0, 100.0, "Nom : L L l L L J"), (60.0, 140.0, "Prénom(s) : D|A|N|1|E|LL")];
    assert_eq!(value("formulaire_cerfa", "last_name", &empty), None);
    assert_eq!(value("formulaire_cerfa", "first_name", &empty).unwrap(), "DANIEL");
}

#[test]
fn an_order_is_of_the_earliest_of_its_dates() {
    let order = [
        (500.0, 100.0, "02.02.2024"),
        (60.0, 300.0, "Chaise"),
        (500.0, 300.0, "12.02.2024"),
        (60.0, 340.0, "Table"),
        (500.0, 340.0, "19.02.2024"),
    ];
    assert_eq!(value("bon_commande", "order_date", &order).unwrap(), "2024-02-02");
}

#[test]
fn a_school_year_is_two_years() {
    let certificate = [
        (60.0, 100.0, "Certificat de scolarité 2017/2018"),
        (60.0, 200.0, "Le proviseur certifie que l'élève Anna MARTIN"),
        (60.0, 240.0, "inscrite depuis juin 2004 suit les cours"),
    ];
    assert_eq!(value("certificat_scolarite", "school_year", &certificate).unwrap(), "2017/2018");
}

#[test]
fn a_line_of_the_address_beside_a_label_is_not_its_number() {
    for line in ["65, rue Louise Michel", "48 bis chemin des Vignes", "67600 SELESTAT", "93260 LES LILAS"] {
        let bill = [(60.0, 100.0, "Compte de contrat :"), (600.0, 104.0, line), (60.0, 130.0, "2237 2623 3492")];
        assert_eq!(value("facture_energie", "contract_number", &bill).unwrap(), "2237 2623 3492", "{line}");
    }
}

#[test]
fn the_label_of_the_next_column_is_no_translation() {
    let card = [
        (60.0, 100.0, "NATIONALITÉ / NATIONALITY DATE NAIS. / BIRTH"),
        (60.0, 130.0, "BRA"),
        (330.0, 130.0, "19 12 1956"),
    ];
    assert_eq!(value("titre_sejour", "nationality", &card).unwrap(), "BRA");
    assert_eq!(value("titre_sejour", "birth_date", &card).unwrap(), "1956-12-19");
    let card = [(60.0, 100.0, "NATIONALITÉ / Nationality DATE DE NAISS. / Date of birth"), (60.0, 130.0, "BRA")];
    assert_eq!(value("titre_sejour", "nationality", &card).unwrap(), "BRA");
}

#[test]
fn the_line_of_a_licence_says_its_number_more_surely_than_the_print() {
    let licence = [
        (60.0, 100.0, "1. RENAUD"),
        (60.0, 140.0, "4b. 23.06.2039"),
        (60.0, 180.0, "5. 24A643921"),
        (60.0, 300.0, "D1FRA24AG439213390623RENAUD<<6"),
    ];
    assert_eq!(value("permis_conduire", "licence_number", &licence).unwrap(), "24AG43921");
    assert_eq!(value("permis_conduire", "expiry_date", &licence).unwrap(), "2039-06-23");
    let vehicle = [(60.0, 100.0, "B 04/04/2012"), (60.0, 300.0, "CRFRAAN977GZ<<9ZFA57282B1H306022<<<5")];
    assert_eq!(value("carte_grise", "plate", &vehicle).unwrap(), "AN-977-GZ");
    assert_eq!(value("carte_grise", "vin", &vehicle).unwrap(), "ZFA57282B1H306022");
}

#[test]
fn the_stroke_between_two_parties_is_no_letter() {
    let subject = |text: &str| value("courrier_avocat", "subject", &[(60.0, 300.0, text)]).unwrap();
    assert_eq!(subject("Objet : REY I MAILLARD - bornage de propriété"), "REY / MAILLARD - bornage de propriété");
    assert_eq!(subject("Objet : MOUGIN cI SAS PROMO-BAT"), "MOUGIN c/ SAS PROMO-BAT");
    assert_eq!(subject("Objet : SCI du Moulin cl Époux Renard"), "SCI du Moulin c/ Époux Renard");
    assert_eq!(subject("Objet : SCI du Moulin e/ Époux Renard"), "SCI du Moulin c/ Époux Renard");
    assert_eq!(subject("Objet : Huile de 50 cl Époux Renard"), "Huile de 50 cl Époux Renard");
    assert_eq!(subject("Objet : Acte 1 du dossier"), "Acte 1 du dossier");
}

#[test]
fn a_bank_s_code_in_capitals_is_no_translation_of_its_label() {
    let bill = [(60.0, 100.0, "IBAN FR14 2004 1010 0505 0001 3M02 606"), (60.0, 140.0, "BIC/SWIFT CEPAFRPP")];
    assert_eq!(value("facture", "bic", &bill).unwrap(), "CEPAFRPP");
}

#[test]
fn a_reference_is_told_with_its_day() {
    let letter = [(60.0, 300.0, "Vos réf. 5705 du 3 novembre 2021"), (60.0, 340.0, "Madame, Monsieur,")];
    assert_eq!(value("courrier_entreprise", "your_reference", &letter).unwrap(), "5705 du 3 novembre 2021");
}
