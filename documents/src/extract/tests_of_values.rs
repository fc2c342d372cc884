//! Which of the words beside a label are the value, and whose they are.

use super::extract;
use super::told::{told, value};
use crate::page::fixtures::page;
use crate::types::TypeSet;

#[test]
fn a_bic_is_in_capitals_and_may_end_a_sentence_or_stand_over_the_end_of_a_line() {
    let small = [(60.0, 300.0, "BIC en cas de retard")];
    assert_eq!(value("rib", "bic", &small), None);
    let sentence = [(60.0, 300.0, "au compte de la régie (BIC PSSTFRPPSCE).")];
    assert_eq!(value("rib", "bic", &sentence).unwrap(), "PSSTFRPPSCE");
    let cut = [(60.0, 300.0, "IBAN FR76 3000 6000 0112 3456 7890 189 BIC"), (60.0, 330.0, "AGRIFRPP")];
    assert_eq!(value("rib", "bic", &cut).unwrap(), "AGRIFRPP");
}

#[test]
fn a_title_over_a_name_is_a_part_of_it() {
    let block = [
        (550.0, 200.0, "Monsieur"),
        (550.0, 230.0, "HENRI ROY"),
        (550.0, 260.0, "3 RUE DES LILAS"),
        (550.0, 290.0, "69001 LYON"),
    ];
    assert_eq!(value("quittance", "tenant", &block).unwrap(), "Monsieur HENRI ROY");
    let street = [(550.0, 200.0, "3 RUE DES LILAS"), (550.0, 230.0, "69001 LYON")];
    assert_eq!(value("quittance", "tenant", &street), None);
}

#[test]
fn the_label_of_a_name_in_its_block_is_none_of_it() {
    let lines =
        [(550.0, 200.0, "Locataire M. HENRI ROY"), (550.0, 230.0, "3 RUE DES LILAS"), (550.0, 260.0, "69001 LYON")];
    assert_eq!(value("quittance", "tenant", &lines).unwrap(), "M. HENRI ROY");
}

#[test]
fn a_count_in_its_column_is_no_amount() {
    let lines = [
        (60.0, 300.0, "Libellé"),
        (500.0, 300.0, "Nombre"),
        (700.0, 300.0, "Montant"),
        (60.0, 340.0, "Loyer principal"),
        (500.0, 340.0, "1,00"),
        (700.0, 340.0, "658,20"),
    ];
    assert_eq!(value("quittance", "rent", &lines).unwrap(), "658.20");
}

#[test]
fn who_signs_is_not_who_it_is_about() {
    let lines = [
        (60.0, 300.0, "Je soussigné Paul DURAND, né le 3 mai 1952, atteste que"),
        (60.0, 330.0, "Mme Zoé MARTIN, née le 4 juin 1980, demeure chez moi."),
    ];
    assert_eq!(value("attestation", "holder", &lines).unwrap(), "Zoé MARTIN");
    assert_eq!(value("attestation", "birth_date", &lines).unwrap(), "1980-06-04");
}

#[test]
fn two_persons_pay_together() {
    let lines = [(60.0, 300.0, "reçu de M. Jean MARTIN et Zoé DURAND la somme de 658,20 euros")];
    assert_eq!(value("quittance", "tenant", &lines).unwrap(), "M. Jean MARTIN et Zoé DURAND");
    let one = [(60.0, 300.0, "reçu ce jour et de Zoé DURAND la somme de 658,20 euros")];
    assert_eq!(value("quittance", "tenant", &one).unwrap(), "Zoé DURAND");
}

#[test]
fn a_comma_that_was_not_read_parts_the_cents() {
    assert_eq!(value("quittance", "rent", &[(60.0, 300.0, "Loyer : 1852 07")]).unwrap(), "1852.07");
    assert_eq!(value("quittance", "rent", &[(60.0, 300.0, "Loyer : 1 852")]).unwrap(), "1852");
}

#[test]
fn a_day_that_may_lack_its_first_digit_is_less_sure() {
    let set = TypeSet::shipped().unwrap();
    let sure = |day: &str| {
        let lines = [(60.0, 300.0, "Date de 1re immatriculation :"), (400.0, 300.0, day)];
        let read = extract(&page(&lines), set.get("carte_grise").unwrap(), 2026);
        read.get("first_registration").unwrap().confidence
    };
    let whole = sure("09/07/2006");
    assert!(sure("9/07/2006") < whole - 0.1);
    for other in ["9/12/2006", "9.7.2006"] {
        assert!((sure(other) - whole).abs() < 0.01, "{other}");
    }
}

#[test]
fn a_height_is_told_by_its_form() {
    for text in ["1,75 m", "1 m 75", "1m75", "1.75m", "175 cm"] {
        let card = [(100.0, 100.0, text)];
        assert_eq!(value("carte_identite_ancienne", "height", &card).unwrap().replace(' ', ""), text.replace(' ', ""));
    }
    for text in ["17,5 m", "3,75 m", "175", "m 1 75", "1,75 €"] {
        assert_eq!(value("carte_identite_ancienne", "height", &[(100.0, 100.0, text)]), None, "{text}");
    }
}

#[test]
fn of_a_cards_days_the_first_is_the_birth_and_the_last_its_end() {
    let card = [(100.0, 100.0, "03 05 1952"), (100.0, 140.0, "12 03 2021"), (100.0, 180.0, "11 03 2031")];
    assert_eq!(value("carte_identite", "birth_date", &card).unwrap(), "1952-05-03");
    assert_eq!(value("carte_identite", "expiry_date", &card).unwrap(), "2031-03-11");
    assert_eq!(value("carte_identite", "birth_date", &card[..1]), None, "one day may be any");
    assert_eq!(value("carte_identite", "expiry_date", &card[..1]), None);
    let stamped = [card[0], card[1], (100.0, 180.0, "REÇU LE 14/03/2034")];
    assert_eq!(value("carte_identite", "expiry_date", &stamped).unwrap(), "2021-03-12");
}

#[test]
fn the_next_head_is_no_value_of_a_cell_that_nobody_filled_in() {
    let form =
        [(60.0, 300.0, "Adresse"), (400.0, 300.0, "Complément (bâtiment, étage)"), (60.0, 330.0, "3 RUE DU LAC")];
    assert_eq!(value("formulaire_cerfa", "street", &form).unwrap(), "3 RUE DU LAC");
}

#[test]
fn a_number_at_the_head_of_a_page_is_no_sender() {
    let lines = [
        (60.0, 40.0, "C44356909"),
        (60.0, 80.0, "VALLOIRE HABITAT"),
        (550.0, 200.0, "M. HENRI ROY"),
        (550.0, 230.0, "3 RUE DES LILAS"),
        (550.0, 260.0, "69001 LYON"),
    ];
    assert_eq!(value("quittance", "landlord", &lines).unwrap(), "VALLOIRE HABITAT");
}

/// A town hall writes to a firm; each has its number under its address.
const TWO_PARTIES: &[(f32, f32, &str)] = &[
    (60.0, 60.0, "Mairie de Gap"),
    (60.0, 90.0, "3 RUE CARNOT"),
    (60.0, 120.0, "05000 GAP"),
    (60.0, 150.0, "SIRET : 732 829 320 00074"),
    (550.0, 260.0, "SARL MENUISERIE ROY"),
    (550.0, 290.0, "8 RUE DES LILAS"),
    (550.0, 320.0, "69001 LYON"),
    (550.0, 350.0, "SIRET : 356 000 000 00048"),
];

#[test]
fn an_orders_supplier_is_whom_it_is_addressed_to_and_a_bills_who_sends_it() {
    assert_eq!(value("bon_commande", "siret", TWO_PARTIES).unwrap(), "35600000000048");
    assert_eq!(value("facture", "siret", TWO_PARTIES).unwrap(), "73282932000074");
    // Where only the other's is printed it is told, for a person to look at.
    assert_eq!(told("bon_commande", "siret", &TWO_PARTIES[..7]).unwrap(), ("73282932000074".to_owned(), false));
    assert_eq!(told("facture", "siret", &TWO_PARTIES[4..]).unwrap(), ("35600000000048".to_owned(), false));
    let order = [(60.0, 60.0, "Votre SIRET : 356 000 000 00048"), (60.0, 90.0, "SIRET acheteur : 732 829 320 00074")];
    assert_eq!(value("bon_commande", "siret", &order).unwrap(), "35600000000048");
    assert_eq!(value("facture", "siret", &order[..1]).unwrap(), "35600000000048");
}

#[test]
fn a_head_over_an_address_says_which_party_it_is() {
    let lines = [
        (60.0, 170.0, "Acheteur"),
        (60.0, 200.0, "Mairie de Gap"),
        (60.0, 230.0, "05000 GAP"),
        (60.0, 260.0, "SIRET : 732 829 320 00074"),
        (550.0, 170.0, "Fournisseur"),
        (550.0, 200.0, "SARL ROY"),
        (550.0, 230.0, "69001 LYON"),
        (550.0, 260.0, "SIRET : 356 000 000 00048"),
    ];
    for name in ["bon_commande", "facture"] {
        assert_eq!(value(name, "siret", &lines).unwrap(), "35600000000048", "{name}");
    }
}

#[test]
fn a_number_under_a_bills_title_is_its_own_and_one_amid_a_sentence_is_not() {
    let title = [(180.0, 130.0, "Votre facture du 28 février 2021"), (180.0, 160.0, "n° 13 862 403 434")];
    assert_eq!(value("facture_energie", "invoice_number", &title).unwrap(), "13 862 403 434");
    let sentence = [
        (60.0, 130.0, "En cas de litige vous pouvez saisir le médiateur national"),
        (60.0, 160.0, "n° 13 862 403 434 par écrit"),
    ];
    assert_eq!(value("facture_energie", "invoice_number", &sentence), None);
}

#[test]
fn a_head_over_items_is_no_total_and_the_row_of_totals_has_the_columns() {
    let rows = [
        (60.0, 100.0, "Désignation"),
        (700.0, 100.0, "Montant HT"),
        (60.0, 130.0, "Main d'oeuvre"),
        (720.0, 130.0, "689,21"),
        (60.0, 160.0, "Emballage"),
        (720.0, 160.0, "165,91"),
        (60.0, 190.0, "TOTAL"),
        (720.0, 190.0, "855,12"),
    ];
    assert_eq!(value("devis", "total_ht", &rows).unwrap(), "855.12");
    // A row that is asked for by another label has none of it.
    let mut others = rows;
    others[6].2 = "Total TTC";
    assert!(!told("devis", "total_ht", &others).unwrap().1);
    let one = [(700.0, 100.0, "Montant HT"), (720.0, 130.0, "689,21")];
    assert_eq!(value("devis", "total_ht", &one).unwrap(), "689.21");
}

#[test]
fn a_column_of_rents_is_by_the_month() {
    let months = [
        (60.0, 100.0, "Mois"),
        (700.0, 100.0, "Loyer"),
        (60.0, 130.0, "mars"),
        (720.0, 130.0, "658,20"),
        (60.0, 160.0, "avril"),
        (720.0, 160.0, "658,20"),
        (60.0, 190.0, "Total"),
        (710.0, 190.0, "1316,40"),
    ];
    assert_eq!(value("quittance", "rent", &months).unwrap(), "658.20");
}

#[test]
fn numbers_telephones_and_sentences_name_no_party() {
    for line in
        ["Locataire n° 8611-153", "Accueil locataires : +33 3 31 19 15 00", "Le locataire ne peut déménager sans avis."]
    {
        assert_eq!(value("quittance", "tenant", &[(60.0, 300.0, line)]), None, "{line}");
    }
    let under = [(60.0, 300.0, "Locataire n° 8611-153"), (60.0, 330.0, "Immeuble")];
    assert_eq!(value("quittance", "tenant", &under), None);
    let rent = [(60.0, 40.0, "Loyer de juin 2003"), (60.0, 300.0, "Le locataire : Mme Zoé REY")];
    assert_eq!(value("quittance", "landlord", &rent), None);
}

#[test]
fn who_signs_a_receipt_is_named_under_the_signature() {
    let signed = [(600.0, 700.0, "Le bailleur"), (560.0, 830.0, "M. Anthony DIALLO")];
    assert_eq!(value("quittance", "landlord", &signed).unwrap(), "M. Anthony DIALLO");
    let other = [(600.0, 700.0, "Le bailleur"), (560.0, 830.0, "Cette quittance annule tous les reçus")];
    assert_eq!(value("quittance", "landlord", &other), None);
    let far = [(600.0, 700.0, "Le bailleur"), (560.0, 1000.0, "M. Anthony DIALLO")];
    assert_eq!(value("quittance", "landlord", &far), None);
}

#[test]
fn what_kind_of_bill_it_is_is_not_its_number() {
    let bill = [(60.0, 100.0, "Facture 202001-0224"), (60.0, 200.0, "Facture (380)")];
    assert_eq!(value("facture", "invoice_number", &bill).unwrap(), "202001-0224");
    assert_eq!(value("facture", "invoice_number", &bill[1..]), None);
}

#[test]
fn orders_on_the_web_are_numbered_by_letters_and_gas_meters_with_two() {
    let order = [(60.0, 100.0, "N° de commande"), (60.0, 130.0, "CLXXULZXE")];
    assert_eq!(told("bon_livraison", "order_number", &order).unwrap(), ("CLXXULZXE".to_owned(), false));
    let words = [(60.0, 100.0, "N° de commande"), (60.0, 130.0, "Transporteur")];
    assert_eq!(value("bon_livraison", "order_number", &words), None);
    let phone = [(60.0, 100.0, "N° de contrat"), (300.0, 100.0, "Tél. 08 03 06 35 45")];
    assert_eq!(value("facture_energie", "contract_number", &phone), None);
    let meter = [(60.0, 100.0, "PCE"), (300.0, 100.0, "GI133287")];
    assert_eq!(value("facture_energie", "delivery_point", &meter).unwrap(), "GI133287");
}

#[test]
fn an_identifier_goes_on_over_the_end_of_its_line() {
    let foot = |rest| {
        [
            (60.0, 1300.0, "Jardin & Potager SAS - 31 bis résidence Les Peupliers - SIRET 732 829 320"),
            (300.0, 1325.0, rest),
        ]
    };
    assert_eq!(value("bon_livraison", "siret", &foot("00074 - www.jardin.com")).unwrap(), "73282932000074");
    assert!(!told("bon_livraison", "siret", &foot("00075 - www.jardin.com")).unwrap().1, "its check digit is wrong");
    assert_eq!(value("bon_livraison", "siret", &foot("Capital 00074 - www.jardin.com")), None);
}

#[test]
fn a_row_of_sums_is_of_its_columns() {
    let slip = [
        (60.0, 100.0, "MONTANT DU"),
        (500.0, 100.0, "38,20"),
        (60.0, 160.0, "TOTAL"),
        (200.0, 160.0, "34,40"),
        (350.0, 160.0, "3,80"),
        (500.0, 160.0, "38,20"),
    ];
    assert_eq!(value("ticket_caisse", "total_ttc", &slip).unwrap(), "38.20");
    let one = [(60.0, 160.0, "TOTAL"), (500.0, 160.0, "38,20")];
    assert_eq!(value("ticket_caisse", "total_ttc", &one).unwrap(), "38.20");
}

#[test]
fn a_sign_in_larger_letters_over_an_address_is_its_first_line() {
    let mut lines = vec![
        (60.0, 72.0, "Agent Renault"),
        (60.0, 100.0, "42 boulevard de Strasbourg"),
        (60.0, 125.0, "85100 LES SABLES"),
        (550.0, 260.0, "Mme Karine HÉBRARD"),
        (550.0, 290.0, "117 chemin du Lavoir"),
        (550.0, 320.0, "39000 LONS"),
    ];
    assert_eq!(value("facture", "seller", &lines).unwrap(), "Agent Renault");
    lines.insert(0, (60.0, 27.0, "GARAGE DES VENTS"));
    assert_eq!(value("facture", "seller", &lines).unwrap(), "GARAGE DES VENTS");
}

#[test]
fn a_name_that_goes_on_elsewhere_is_for_a_person_to_look_at() {
    let bill = |foot| {
        [
            (60.0, 40.0, "Fleurs du Midi"),
            (60.0, 65.0, "42 boulevard de Strasbourg"),
            (60.0, 90.0, "69001 LYON"),
            (550.0, 260.0, "Mme Karine HÉBRARD"),
            (550.0, 290.0, "117 chemin du Lavoir"),
            (550.0, 320.0, "64000 PAU"),
            (60.0, 1350.0, foot),
        ]
    };
    let seller = |foot| told("facture", "seller", &bill(foot)).unwrap();
    assert_eq!(seller("Fleurs du Midi - SAS au capital de 1 000 euros"), ("Fleurs du Midi".to_owned(), true));
    assert_eq!(seller("Fleurs du Midi SAS au capital de 1 000 euros"), ("Fleurs du Midi".to_owned(), true));
    assert_eq!(seller("Fleurs du Midi France, 69001 LYON"), ("Fleurs du Midi".to_owned(), false));
}
