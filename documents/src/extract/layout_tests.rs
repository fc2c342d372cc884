//! Labels and values as they stand on layouts that no rule was written for.

use super::told::{told, value};

#[test]
fn a_label_in_running_text_is_none() {
    let sentence = [(60.0, 900.0, "locataire (article 7-1 de la loi n° 89-462 du 6 juillet 1989)")];
    assert_eq!(value("quittance", "tenant", &sentence), None);
    assert_eq!(value("quittance", "landlord", &[(60.0, 900.0, "Mandat de prélèvement SEPA ponctuel")]), None);
    assert_eq!(value("quittance", "tenant", &[(60.0, 300.0, "Réf. locataire : 0404-46949")]), None);
    assert_eq!(value("quittance", "tenant", &[(60.0, 300.0, "Locataire : Mme Zoé REY")]).unwrap(), "Mme Zoé REY");
}

#[test]
fn the_number_and_the_date_of_a_law_are_of_no_document() {
    let law = (60.0, 1200.0, "notre propriété jusqu'au paiement (loi n° 80-335 du 12 mai 1980)");
    assert_eq!(value("facture", "invoice_number", &[law]), None);
    assert_eq!(value("facture", "invoice_date", &[law]), None);
    let own = [(60.0, 100.0, "FACTURE"), (60.0, 140.0, "N° 2024-12 du 3 mars 2024"), law];
    assert_eq!(value("facture", "invoice_number", &own).unwrap(), "2024-12");
    assert_eq!(value("facture", "invoice_date", &own).unwrap(), "2024-03-03");
}

#[test]
fn a_year_beside_an_amount_is_not_taken_for_it() {
    let rent = [(60.0, 300.0, "Loyer principal mai 2024"), (700.0, 300.0, "574,37")];
    assert_eq!(value("quittance", "rent", &rent).unwrap(), "574.37");
    let income = [(60.0, 300.0, "Revenu fiscal de référence (25)"), (700.0, 300.0, "65 508 €")];
    assert_eq!(value("avis_imposition", "reference_income", &income).unwrap(), "65508");
    assert_eq!(value("quittance", "rent", &[(60.0, 300.0, "Loyer principal mai 2024")]), None);
}

#[test]
fn what_stands_under_the_end_of_a_label_begins_with_its_first_word() {
    let lines = [(60.0, 100.0, "Nouveau numéro de client"), (60.0, 130.0, "6 820 749 291")];
    assert_eq!(value("facture_energie", "client_number", &lines).unwrap().replace(' ', ""), "6820749291");
}

#[test]
fn streets_and_telephones_have_no_dates() {
    let till =
        [(60.0, 100.0, "12 PLACE DU 8 MAI 1945"), (60.0, 130.0, "TEL 04 07 08 12 33"), (60.0, 400.0, "03/10/2022")];
    assert_eq!(value("ticket_caisse", "date", &till).unwrap(), "2022-10-03");
}

#[test]
fn a_cheque_is_made_out_to_a_person_and_not_to_a_place() {
    let lines = [
        (20.0, 100.0, "à"),
        (90.0, 100.0, "Mme Anne LE GALL"),
        (500.0, 150.0, "À TOULOUSE"),
        (500.0, 190.0, "le 08/07/2021"),
    ];
    assert_eq!(value("cheque", "payee", &lines).unwrap(), "Mme Anne LE GALL");
}

#[test]
fn the_day_of_payment_is_not_the_day_of_signature() {
    let lines = [(60.0, 300.0, "Date du paiement : le 02/07/2025"), (500.0, 340.0, "Lyon, le 15 juillet 2025")];
    assert_eq!(value("quittance", "date", &lines).unwrap(), "2025-07-15");
    assert_eq!(value("quittance", "payment_date", &lines).unwrap(), "2025-07-02");
    // What the file names is no misread word of another label.
    let read = [(60.0, 300.0, "Relevé le 12/10/2019")];
    assert_eq!(value("facture_energie", "due_date", &read), None);
}

#[test]
fn the_last_balance_counts_and_is_doubted() {
    let lines = [
        (60.0, 300.0, "Solde créditeur au 01.03.2024"),
        (700.0, 300.0, "3 862,35"),
        (60.0, 1000.0, "Solde créditeur au 31.03.2024"),
        (700.0, 1000.0, "2 254,13"),
    ];
    assert_eq!(told("releve_compte", "balance", &lines), Some(("2254.13".to_owned(), false)));
}

#[test]
fn a_name_without_a_label_is_the_first_line_of_its_block() {
    let lines = [
        (60.0, 50.0, "VALLOIRE HABITAT"),
        (550.0, 200.0, "M. HENRI ROY"),
        (550.0, 230.0, "3 RUE DES LILAS"),
        (550.0, 260.0, "69001 LYON"),
    ];
    assert_eq!(told("quittance", "tenant", &lines), Some(("M. HENRI ROY".to_owned(), false)));
    assert_eq!(told("quittance", "landlord", &lines), Some(("VALLOIRE HABITAT".to_owned(), false)));
}

#[test]
fn of_labels_that_stand_twice_those_under_the_heading_count() {
    let lines = [
        (60.0, 150.0, "L'HÉBERGEANT"),
        (60.0, 190.0, "Nom, prénom"),
        (300.0, 190.0, "Mme Jeanne RENARD"),
        (60.0, 230.0, "Né(e) le"),
        (300.0, 230.0, "27/01/1972"),
        (60.0, 320.0, "LA PERSONNE HÉBERGÉE"),
        (60.0, 360.0, "Nom, prénom"),
        (300.0, 360.0, "Thierry LEGRAND"),
        (60.0, 400.0, "Né(e) le"),
        (300.0, 400.0, "24/05/1968"),
    ];
    assert_eq!(value("attestation", "holder", &lines).unwrap(), "Thierry LEGRAND");
    assert_eq!(value("attestation", "birth_date", &lines).unwrap(), "1968-05-24");
}

#[test]
fn a_day_under_the_label_of_another_date_is_no_date_of_the_page() {
    let born = [(60.0, 300.0, "Date de naissance"), (60.0, 330.0, "17/03/1977")];
    assert_eq!(value("certificat_medical", "date", &born), None);
    let beside =
        [(60.0, 300.0, "Date de naissance"), (400.0, 300.0, "17/03/1977"), (60.0, 400.0, "Fait le 2 juin 2024")];
    assert_eq!(value("certificat_medical", "date", &beside).unwrap(), "2024-06-02");
}

#[test]
fn the_day_after_au_ends_a_stretch_of_time() {
    let lines = [
        (60.0, 100.0, "Attestation de droits au 12/03/2024"),
        (60.0, 300.0, "Droits ouverts du 01/01/2024 au 31/12/2024"),
    ];
    assert_eq!(value("attestation_droits", "valid_until", &lines).unwrap(), "2024-12-31");
}

#[test]
fn a_name_may_hold_the_word_of_a_label() {
    let bank = [(60.0, 100.0, "Domiciliation"), (60.0, 130.0, "BOURSORAMA BANQUE, 44 rue Traversière")];
    assert_eq!(value("rib", "branch", &bank).unwrap(), "BOURSORAMA BANQUE, 44 rue Traversière");
    let branch = [(60.0, 100.0, "Domiciliation"), (60.0, 130.0, "AGENCE GAILLAC")];
    assert_eq!(value("rib", "branch", &branch).unwrap(), "AGENCE GAILLAC");
    let next = [(60.0, 100.0, "Domiciliation"), (60.0, 130.0, "Banque : 30004")];
    assert_eq!(value("rib", "branch", &next), None);
}

#[test]
fn a_word_with_the_form_of_a_bic_gives_way() {
    let lines = [(60.0, 100.0, "BIC : PAIEMENT"), (60.0, 140.0, "BIC : AGRIFRPP")];
    assert_eq!(value("rib", "bic", &lines).unwrap(), "AGRIFRPP");
}

#[test]
fn an_amount_between_hashes_is_read() {
    assert_eq!(value("cheque", "amount", &[(600.0, 100.0, "#4 008,00#")]).unwrap(), "4008.00");
}

#[test]
fn what_is_all_of_the_line_under_a_sentence_with_a_colon_is_its_value() {
    let sentence = [
        (60.0, 300.0, "Nous attestons que le quotient familial de Madame Zoé MARTIN et de son foyer, composé de"),
        (60.0, 330.0, "trois personnes, est pour le mois de mai 2024 de :"),
    ];
    let alone = [sentence[0], sentence[1], (400.0, 400.0, "738")];
    assert_eq!(value("attestation_caf", "family_quotient", &alone).unwrap(), "738");
    let list = [sentence[0], sentence[1], (60.0, 400.0, "Prime d'activité"), (400.0, 398.0, "199,43 €")];
    assert_eq!(value("attestation_caf", "family_quotient", &list), None);
}

#[test]
fn a_pay_slip_is_of_a_month_and_a_certificate_of_a_school_year() {
    let slip =
        [(60.0, 100.0, "BULLETIN DE PAIE"), (600.0, 100.0, "MARS 2024"), (60.0, 900.0, "Absences du mois : néant")];
    assert_eq!(value("bulletin_salaire", "period", &slip).unwrap(), "MARS 2024");
    let title = [(60.0, 100.0, "CERTIFICAT DE SCOLARITÉ 2023/2024")];
    assert_eq!(value("certificat_scolarite", "school_year", &title).unwrap(), "2023/2024");
}

#[test]
fn a_person_at_the_left_is_addressed_by_an_office_as_high_at_the_right() {
    let lines = [
        (60.0, 100.0, "Madame CHARPENTIER SOLENE"),
        (60.0, 130.0, "156 BOULEVARD DE LA MER"),
        (60.0, 160.0, "97430 LE TAMPON"),
        (650.0, 100.0, "Caf de la Réunion"),
        (650.0, 130.0, "412 rue Fleur de Jade"),
        (650.0, 160.0, "97400 SAINT-DENIS"),
    ];
    let addressee = value("attestation_caf", "addressee", &lines).unwrap();
    assert!(addressee.starts_with("Madame CHARPENTIER SOLENE"), "{addressee}");
    // Without an address of the office, the person's is whom it writes to.
    let addressee = value("attestation_caf", "addressee", &lines[..3]).unwrap();
    assert!(addressee.starts_with("Madame CHARPENTIER SOLENE"), "{addressee}");
}

#[test]
fn a_sender_at_the_very_top_right_writes_to_the_block_under_it() {
    let lines = [
        (650.0, 90.0, "Zoé PETIT"),
        (650.0, 120.0, "12 rue Haute"),
        (650.0, 150.0, "44000 NANTES"),
        (60.0, 230.0, "Maison de l'enfance"),
        (60.0, 260.0, "118 rue Grégoire"),
        (60.0, 290.0, "21000 DIJON"),
        (60.0, 420.0, "Objet : candidature"),
    ];
    assert!(value("candidature", "recipient", &lines).unwrap().starts_with("Maison de l'enfance"));
    assert!(value("candidature", "sender", &lines).unwrap().starts_with("Zoé PETIT"));
}

#[test]
fn a_receipt_in_words_names_who_pays_and_who_is_paid() {
    let lines = [
        (60.0, 50.0, "QUITTANCE DE LOYER"),
        (60.0, 90.0, "Mois de mars 2024"),
        (60.0, 300.0, "Je soussigné M. Jean LEROY, propriétaire du logement désigné ci-dessus, déclare avoir reçu"),
        (60.0, 330.0, "de Madame Zoé PETIT, la somme de 650 euros au titre du loyer"),
    ];
    assert_eq!(value("quittance", "tenant", &lines).unwrap(), "Madame Zoé PETIT");
    assert_eq!(value("quittance", "landlord", &lines).unwrap(), "M. Jean LEROY");
    assert_eq!(value("quittance", "landlord", &lines[..2]), None);
}

#[test]
fn a_slip_with_the_family_name_alone_leaves_the_name_to_the_address() {
    let lines = [
        (550.0, 200.0, "M. HENRI ROY"),
        (550.0, 230.0, "3 RUE DES LILAS"),
        (550.0, 260.0, "69001 LYON"),
        (60.0, 1000.0, "Locataire : ROY"),
    ];
    assert_eq!(value("quittance", "tenant", &lines).unwrap(), "M. HENRI ROY");
}

#[test]
fn a_sender_at_the_right_stands_over_the_addressees_window() {
    let person = [
        (600.0, 60.0, "Mme Maëlle CLÉMENT"),
        (600.0, 85.0, "28 rue Pasteur"),
        (600.0, 110.0, "36100 ISSOUDUN"),
        (100.0, 250.0, "Véranda Concept"),
        (100.0, 275.0, "3 rue des Lilas"),
        (100.0, 300.0, "69001 LYON"),
        (100.0, 500.0, "Madame, Monsieur,"),
        (600.0, 1100.0, "Maëlle CLÉMENT"),
    ];
    let signed = |field| value("courrier_particulier", field, &person).unwrap();
    assert_eq!(signed("recipient"), "Véranda Concept\n3 rue des Lilas\n69001 LYON");
    assert_eq!(signed("sender"), "Mme Maëlle CLÉMENT\n28 rue Pasteur\n36100 ISSOUDUN");
    // Told by the mail address in the sender's column; not where a name stands beside it.
    let mut office = person.to_vec();
    office[7] = (600.0, 140.0, "Mél. : contact@dupont.fr");
    let told = |lines: &[(f32, f32, &str)]| value("courrier_entreprise", "recipient", lines).unwrap();
    assert_eq!(told(&office), "Véranda Concept\n3 rue des Lilas\n69001 LYON");
    office.push((100.0, 60.0, "DUPONT ET FILS"));
    assert_eq!(told(&office), "Mme Maëlle CLÉMENT\n28 rue Pasteur\n36100 ISSOUDUN");
}

#[test]
fn letters_are_dated_without_le_and_without_a_comma() {
    for day in ["Lyon - 3 mars 2024", "Le Mans 3 mars 2024", "Pau, ce 3 mars 2024", "Pau, lundi 3 mars 2024"] {
        let lines = [(100.0, 60.0, "Chloé GUILLAUME"), (500.0, 150.0, day), (100.0, 390.0, "Madame,")];
        assert_eq!(value("courrier_particulier", "date", &lines).as_deref(), Some("2024-03-03"), "{day}");
    }
}

#[test]
fn what_no_reference_is_and_what_has_no_digit() {
    let filed = |text| {
        let lines = [(100.0, 200.0, text), (100.0, 390.0, "Cher Maître,")];
        value("courrier_avocat", "our_reference", &lines)
    };
    assert_eq!(filed("N/Réf. : AG/MC").unwrap(), "AG/MC");
    assert_eq!(filed("N/Réf. : DURAND c/ ROUX").unwrap(), "DURAND c/ ROUX");
    assert_eq!(filed("N/Réf. : à rappeler"), None);
    let note = [(300.0, 60.0, "Bon de livraison BPE - NF EN 206/CN"), (60.0, 100.0, "N° du bon : 4354340")];
    assert_eq!(value("bon_livraison", "note_number", &note).unwrap(), "4354340");
    assert_eq!(value("facture", "client_number", &[(60.0, 100.0, "N° TVA client FR44732829320")]), None);
    assert_eq!(value("facture", "invoice_number", &[(60.0, 100.0, "N° de série (VIN) VF198445221787038")]), None);
}

#[test]
fn a_suppliers_tax_number_is_not_the_customers() {
    let lines = [(60.0, 200.0, "N° TVA client : FR83404833048"), (60.0, 1300.0, "N° id. CEE FR44732829320")];
    assert_eq!(value("facture", "tva_number", &lines).unwrap(), "FR44732829320");
}

#[test]
fn a_date_after_the_documents_own_number_is_its_date() {
    let lines = [(60.0, 150.0, "Bon de livraison n° 4912 du 17/06/2023"), (500.0, 300.0, "20/07/2023")];
    assert_eq!(value("bon_livraison", "note_date", &lines).unwrap(), "2023-06-17");
    let parted = [(60.0, 150.0, "BON DE LIVRAISON N° 4912 - livraison du 17/06/2023")];
    assert_eq!(value("bon_livraison", "note_number", &parted).unwrap(), "4912");
    assert_eq!(value("bon_livraison", "note_date", &parted).unwrap(), "2023-06-17");
}

#[test]
fn a_claim_without_a_label_is_the_amount_with_a_currency() {
    let lines = [
        (60.0, 400.0, "Je vous mets en demeure, dans un délai de 15 jours, de me restituer mon dépôt de"),
        (60.0, 425.0, "garantie de 845 €."),
    ];
    assert_eq!(told("mise_en_demeure", "amount", &lines), Some(("845".to_owned(), false)));
}

#[test]
fn a_day_between_a_label_and_its_amount_does_not_end_the_search() {
    let row = [(60.0, 300.0, "Total dû avant le 05/03/2024"), (700.0, 300.0, "538 €")];
    assert_eq!(value("quittance", "total", &row).unwrap(), "538");
}

#[test]
fn cents_of_a_sum_in_words_and_numbers_of_papers_are_no_amounts() {
    let words = [(60.0, 100.0, "MILLE DEUX CENTS EUROS 05 CENTS"), (700.0, 60.0, "1 200,05 €")];
    assert_eq!(value("cheque", "amount", &words).unwrap(), "1200.05");
    let words = [(60.0, 100.0, "CINQ MILLE TROIS EUROS"), (180.0, 130.0, "CPAM 64"), (700.0, 60.0, "5 003,29 F")];
    assert_eq!(value("cheque", "amount", &words).unwrap(), "5003.29");
    assert_eq!(value("quittance", "rent", &[(300.0, 60.0, "QUITTANCE DE LOYER N° 59")]), None);
}

#[test]
fn the_line_that_closes_a_deed_has_its_date_however_long_it_is() {
    let since = (60.0, 500.0, "le 6 novembre 2019, de façon stable et continue.");
    let closing = (60.0, 700.0, "Fait pour servir et valoir ce que de droit à Saint Malo, le 12 mai 2020");
    assert_eq!(value("attestation", "date", &[since, closing]).unwrap(), "2020-05-12");
}

#[test]
fn an_amount_wider_than_its_head_begins_with_its_thousands() {
    let heads = [(300.0, 300.0, "Loyer net"), (520.0, 300.0, "Charges"), (740.0, 300.0, "Total")];
    let row = [(270.0, 330.0, "1 389,52 €"), (510.0, 330.0, "172,00 €"), (690.0, 330.0, "1 561,52 €")];
    let lines = [&heads[..], &row[..]].concat();
    let told = ["rent", "charges", "total"].map(|field| value("quittance", field, &lines).unwrap());
    assert_eq!(told, ["1389.52", "172.00", "1561.52"]);
}

#[test]
fn a_label_that_ends_with_a_number_sign_says_as_much_as_one_with_a_colon() {
    let lines = [(60.0, 300.0, "Contrat n° A287 764967"), (60.0, 330.0, "N° sociétaire : 8651347")];
    assert_eq!(value("attestation", "reference", &lines).unwrap(), "A287 764967");
}

#[test]
fn heads_say_whose_addresses_of_a_bill_are() {
    let lines = [
        (60.0, 60.0, "Facture"),
        (60.0, 130.0, "Vendu par"),
        (60.0, 155.0, "Fleurs du Midi"),
        (60.0, 180.0, "3 rue Pasteur"),
        (60.0, 205.0, "69001 LYON"),
        (60.0, 300.0, "Adresse de facturation"),
        (60.0, 325.0, "Mairie de Pau"),
        (60.0, 350.0, "1 place Royale"),
        (60.0, 375.0, "64000 PAU"),
        (500.0, 300.0, "Adresse de livraison"),
        (500.0, 325.0, "École Jules Ferry"),
        (500.0, 350.0, "8 rue Haute"),
        (500.0, 375.0, "64000 PAU"),
        (60.0, 1300.0, "Fleurs du Midi - SARL au capital de 8 000 €"),
    ];
    assert_eq!(told("facture", "seller", &lines), Some(("Fleurs du Midi".to_owned(), true)), "said again at the foot");
    assert_eq!(told("facture", "buyer", &lines), Some(("Mairie de Pau".to_owned(), true)));
    assert_eq!(told("facture", "seller", &lines[..13]), Some(("Fleurs du Midi".to_owned(), false)));
}

#[test]
fn who_hands_over_a_letter_is_no_line_of_the_address() {
    let lines = [
        (60.0, 60.0, "Collège Jean Moulin"),
        (550.0, 175.0, "La principale à"),
        (550.0, 200.0, "Mme Zoé PETIT"),
        (550.0, 225.0, "Bâtiment A"),
        (550.0, 250.0, "8 rue Haute"),
        (550.0, 275.0, "64000 PAU"),
        (60.0, 420.0, "Objet : réunion"),
    ];
    let recipient = |lines: &[(f32, f32, &str)]| value("courrier_administration", "recipient", lines).unwrap();
    assert_eq!(recipient(&lines), "Mme Zoé PETIT\nBâtiment A\n8 rue Haute\n64000 PAU");
    let several = [lines[0], lines[1], (550.0, 220.0, "Aux parents d'élèves"), lines[6]];
    assert_eq!(recipient(&several), "Aux parents d'élèves");
}

#[test]
fn the_office_that_sends_stands_under_its_direction() {
    let lines = [
        (60.0, 60.0, "Direction générale des Finances publiques"),
        (60.0, 85.0, "Service des impôts de Pau"),
        (60.0, 110.0, "3 rue Pasteur"),
        (60.0, 135.0, "64000 PAU"),
        (550.0, 200.0, "Mme Zoé PETIT"),
        (550.0, 225.0, "8 rue Haute"),
        (550.0, 250.0, "64000 PAU"),
    ];
    let sender = value("courrier_administration", "sender", &lines).unwrap();
    assert_eq!(sender, "Service des impôts de Pau\n3 rue Pasteur\n64000 PAU");
}

#[test]
fn a_letter_is_known_by_its_number_and_its_day() {
    let letter = [(60.0, 300.0, "Vos références : 3063 du 22 avril 2018")];
    let known = Some(("3063 du 22 avril 2018".to_owned(), false));
    assert_eq!(told("courrier_entreprise", "your_reference", &letter), known);
    // Where the day is a field's own, it stays that.
    let bill = [(60.0, 150.0, "Facture n° 2024-12 du 3 mars 2024")];
    assert_eq!(value("facture", "invoice_number", &bill).unwrap(), "2024-12");
    assert_eq!(value("facture", "invoice_date", &bill).unwrap(), "2024-03-03");
}

#[test]
fn a_number_named_in_a_sentence_is_less_than_one_under_its_head() {
    let lines = [
        (100.0, 200.0, "N° abonné"),
        (400.0, 200.0, "Date"),
        (100.0, 225.0, "00910"),
        (400.0, 225.0, "16/08/2007"),
        (60.0, 600.0, "ou en ligne sur www.payfip.gouv.fr (identifiant collectivité 991034, référence 176639722)."),
    ];
    assert_eq!(value("facture_energie", "client_number", &lines).unwrap(), "00910");
}

#[test]
fn a_country_under_a_town_begins_no_other_address() {
    let lines = [
        (60.0, 60.0, "Akretion France"),
        (60.0, 85.0, "27 rue Henri Rolland"),
        (60.0, 110.0, "69100 Villeurbanne"),
        (60.0, 135.0, "France"),
        (60.0, 160.0, "Cabinet CACtus"),
        (60.0, 185.0, "42 rue de l'audit"),
        (60.0, 210.0, "69100 Villeurbanne"),
        (60.0, 260.0, "Facture n° 12"),
    ];
    assert_eq!(value("facture", "buyer", &lines).unwrap(), "Cabinet CACtus");
}
