use super::*;
use crate::page::fixtures::{page, turned_page};
use crate::types::{Hints, TypeSet};
use proptest::prelude::*;

const RIB: &[(f32, f32, &str)] = &[
    (100.0, 60.0, "BANQUE DE L'OUEST"),
    (300.0, 120.0, "RELEVÉ D'IDENTITÉ BANCAIRE"),
    (100.0, 200.0, "Code banque"),
    (260.0, 200.0, "Code guichet"),
    (430.0, 200.0, "Numéro de compte"),
    (650.0, 200.0, "Clé RIB"),
    (130.0, 230.0, "20041"),
    (290.0, 230.0, "01005"),
    (450.0, 230.0, "0500013M026"),
    (670.0, 230.0, "06"),
    (100.0, 300.0, "IBAN"),
    (250.0, 300.0, "FR14 2004 1010 0505 0001 3M02 606"),
    (100.0, 330.0, "BIC : PSSTFRPPLYO"),
    (100.0, 400.0, "Titulaire du compte :"),
    (500.0, 400.0, "Domiciliation :"),
    (100.0, 430.0, "M. JEAN DUPONT"),
    (500.0, 430.0, "LYON PART DIEU"),
];

const INVOICE: &[(f32, f32, &str)] = &[
    (100.0, 60.0, "Menuiserie Girard SARL"),
    (100.0, 90.0, "SIRET : 732 829 320 00074"),
    (600.0, 60.0, "FACTURE"),
    (600.0, 110.0, "N° : F2024-0012"),
    (600.0, 140.0, "Date : 01/03/2024"),
    (600.0, 170.0, "Échéance : 31 mars 2024"),
    (600.0, 250.0, "Mme Zoé LEFÈVRE"),
    (600.0, 280.0, "3 rue des Lilas"),
    (600.0, 310.0, "69001 LYON"),
    (100.0, 500.0, "Désignation"),
    (700.0, 500.0, "Montant HT"),
    (100.0, 530.0, "Fourniture et pose"),
    (720.0, 530.0, "1 000,00"),
    (500.0, 700.0, "Total HT"),
    (720.0, 700.0, "1 000,00 €"),
    (500.0, 730.0, "TVA 20,00 %"),
    (730.0, 730.0, "200,00 €"),
    (500.0, 760.0, "Total TTC"),
    (720.0, 760.0, "1 200,00 €"),
    (100.0, 1300.0, "TVA FR44732829320"),
];

#[test]
fn an_identifier_with_a_rival_is_for_a_person_to_look_at() {
    let set = TypeSet::shipped().unwrap();
    let mut lines = INVOICE.to_vec();
    let alone = extract(&page(&lines), set.get("facture").unwrap(), 2026);
    assert!(alone.get("siret").unwrap().accepted);
    lines.push((600.0, 340.0, "SIRET : 356 000 000 00048"));
    let two = extract(&page(&lines), set.get("facture").unwrap(), 2026);
    let siret = two.get("siret").unwrap();
    assert_eq!((siret.value.as_str(), siret.accepted), ("73282932000074", false));
}

#[test]
fn a_label_that_goes_on_in_other_words_is_another() {
    let set = TypeSet::shipped().unwrap();
    let date = |lines: &[(f32, f32, &str)]| {
        let read = extract(&page(lines), set.get("facture").unwrap(), 2026);
        read.get("invoice_date").map(|d| (d.value.clone(), d.accepted))
    };
    let other = (100.0, 300.0, "Date de facture d'origine : 04/01/2024");
    assert_eq!(date(&[other]), Some(("2024-01-04".to_owned(), false)));
    let own = [(100.0, 100.0, "FACTURE"), (600.0, 140.0, "Date"), (700.0, 140.0, "01/03/2024"), other];
    assert_eq!(date(&own).unwrap().0, "2024-03-01");
    // Neither a colon of the value's own nor another label's makes a label longer.
    let read = |name: &str, field: &str, lines: &[(f32, f32, &str)]| {
        let read = extract(&page(lines), set.get(name).unwrap(), 2026);
        read.get(field).map(|v| (v.value.clone(), v.confidence))
    };
    let subject =
        read("courrier_administration", "subject", &[(100.0, 100.0, "Objet"), (190.0, 100.0, "Stationnement : rue X")]);
    let plain =
        read("courrier_administration", "subject", &[(100.0, 100.0, "Objet"), (190.0, 100.0, "Stationnement, rue X")]);
    let (subject, plain) = (subject.unwrap(), plain.unwrap());
    assert_eq!(subject.0, "Stationnement : rue X");
    assert!((subject.1 - plain.1).abs() < 0.01, "{subject:?} {plain:?}");
}

#[test]
fn amounts_stand_at_the_right_of_cells_whose_heads_are_in_their_middle() {
    let set = TypeSet::shipped().unwrap();
    let heads = [(130.0, 100.0, "Taux T.V.A."), (350.0, 100.0, "Montant T.V.A."), (600.0, 100.0, "Total H.T.")];
    let mut lines = heads.to_vec();
    lines.extend([(780.0, 100.0, "Total T.T.C."), (240.0, 130.0, "20,00%"), (500.0, 130.0, "97,98")]);
    lines.extend([(720.0, 130.0, "489,90"), (915.0, 130.0, "587,88")]);
    let read = extract(&page(&lines), set.get("facture").unwrap(), 2026);
    let told = ["total_tva", "total_ht", "total_ttc"].map(|name| read.get(name).map_or("", |v| v.value.as_str()));
    assert_eq!(told, ["97.98", "489.90", "587.88"]);
}

#[test]
fn a_number_that_goes_on_is_not_accepted_for_its_beginning() {
    let set = TypeSet::shipped().unwrap();
    let read = extract(&page(&[(100.0, 100.0, "Total TTC : 17 928,6Z9")]), set.get("facture").unwrap(), 2026);
    assert!(read.get("total_ttc").is_none_or(|v| !v.accepted), "{:?}", read.values);
}

#[test]
fn labels_and_values_go_over_the_end_of_a_line_of_running_text() {
    let set = TypeSet::shipped().unwrap();
    let told = |name: &str, field: &str, lines: &[(f32, f32, &str)]| {
        let read = extract(&page(lines), set.get(name).unwrap(), 2026);
        read.get(field).map(|v| v.value.clone())
    };
    // The label is broken, the value stands on the next line, the value is broken.
    for (first, second) in [
        ("La directrice de la Caf certifie que Madame Zoé MARTIN, née", "le 12/03/1984, a perçu pour le mois de mai"),
        (
            "La directrice de la Caf certifie que Madame Zoé MARTIN, née le",
            "12/03/1984, a perçu pour le mois de mai les",
        ),
        ("La directrice certifie que Madame Zoé MARTIN, née le 12", "mars 1984, a perçu pour le mois de mai les"),
    ] {
        let lines = [(100.0, 500.0, first), (100.0, 530.0, second)];
        assert_eq!(told("attestation_caf", "birth_date", &lines).as_deref(), Some("1984-03-12"), "{first}");
    }
    // What stands in another column of the next row is not what the line goes on with.
    let apart = [(100.0, 500.0, "Nous vous demandons de payer la somme de"), (700.0, 530.0, "99,00 €")];
    let read = extract(&page(&apart), set.get("mise_en_demeure").unwrap(), 2026);
    let claim = read.get("amount").unwrap();
    assert!(claim.found == Found::Anywhere && !claim.accepted, "{claim:?}");
    let under = [(100.0, 500.0, "Nous vous demandons de payer la somme de"), (100.0, 530.0, "99,00 € sans délai")];
    assert_eq!(told("mise_en_demeure", "amount", &under).as_deref(), Some("99.00"));
}

#[test]
fn a_deed_says_in_a_sentence_who_was_born_and_when() {
    let set = TypeSet::shipped().unwrap();
    let told = |first: &str, second: &str| {
        let lines = [
            (100.0, 100.0, "ACTE DE NAISSANCE - COPIE INTÉGRALE"),
            (100.0, 200.0, first),
            (100.0, 230.0, second),
            (
                100.0,
                260.0,
                "LÉGER, né à Nantes le 3 novembre 1952, fonctionnaire, et de Océane JEAN, domiciliés 1, rue Haute.",
            ),
            (100.0, 400.0, "Montpellier, le 5 avril 2022"),
        ];
        let read = extract(&page(&lines), set.get("acte_naissance").unwrap(), 2026);
        assert_eq!(value(&read, "issue_date"), "2022-04-05");
        ["last_name", "first_names", "birth_date"].map(|name| value(&read, name).to_owned())
    };
    assert_eq!(
        told(
            "Le 15 juillet 1972, à onze heures, est né en la commune, Raphaël, Loïc",
            "LÉGER, du sexe masculin, fils de Théo"
        ),
        ["LÉGER", "Raphaël, Loïc", "1972-07-15"]
    );
    // An address before the names, an hour in words after the date.
    assert_eq!(
        told(
            "Le vingt deux octobre deux mille dix-neuf à vingt heures, est née, 12, passage de Bretagne,",
            "Amélie, Anne-Marie LE GOFF, du sexe féminin, fille de Théo"
        ),
        ["LE GOFF", "Amélie, Anne-Marie", "2019-10-22"]
    );
    assert_eq!(
        told(
            "Le 15 juillet 1972 est née Zoé MARTIN, du sexe",
            "féminin, fille de Théo MARTIN, né le 3 novembre 1952 à"
        ),
        ["MARTIN", "Zoé", "1972-07-15"]
    );
    // A part of a date in words is none.
    assert_eq!(
        told(
            "Le vingt-deux octobre deux mille dix-neut est née en la",
            "commune, Zoé MARTIN, du sexe féminin, fille de"
        )[2],
        ""
    );
}

const LETTER: &[(f32, f32, &str)] = &[
    (100.0, 60.0, "Mairie de Villeurbanne"),
    (100.0, 85.0, "Place Lazare Goujon"),
    (100.0, 110.0, "69100 Villeurbanne"),
    (100.0, 135.0, "Tél. : 04 78 03 67 67"),
    (560.0, 250.0, "M. René MÜLLER"),
    (560.0, 275.0, "12 bis avenue de la République"),
    (560.0, 300.0, "42000 SAINT-ÉTIENNE CEDEX 1"),
    (560.0, 380.0, "Villeurbanne, le 1er mars 2024"),
    (100.0, 450.0, "Nos réf. : AB/CDE/123"),
    (100.0, 475.0, "Vos réf. :"),
    (250.0, 475.0, "2023-44"),
    (100.0, 520.0, "Objet : votre demande de subvention"),
    (100.0, 580.0, "Monsieur,"),
    (100.0, 620.0, "Nous avons bien reçu votre courrier le 12 février 2024."),
    (100.0, 700.0, "Je vous prie d'agréer, Monsieur, mes salutations distinguées."),
];

fn taken(lines: &[(f32, f32, &str)]) -> (String, Extraction) {
    let set = TypeSet::shipped().unwrap();
    let page = page(lines);
    let told = set.classify(&page, &Hints::default());
    let document_type = set.get(&told.type_name).unwrap_or_else(|| panic!("{told:?}"));
    (told.type_name, extract(&page, document_type, 2026))
}

fn value<'a>(extraction: &'a Extraction, name: &str) -> &'a str {
    extraction.get(name).map_or("", |v| v.value.as_str())
}

#[test]
fn a_rib_is_read_by_its_column_heads() {
    let (name, read) = taken(RIB);
    assert_eq!(name, "rib");
    for (field, expected) in [
        ("bank_code", "20041"),
        ("branch_code", "01005"),
        ("account_number", "0500013M026"),
        ("rib_key", "06"),
        ("iban", "FR1420041010050500013M02606"),
        ("bic", "PSSTFRPPLYO"),
        ("account_holder", "M. JEAN DUPONT"),
        ("branch", "LYON PART DIEU"),
    ] {
        assert_eq!(value(&read, field), expected, "{field}");
    }
    assert_eq!(read.checks.len(), 1);
    assert!(read.checks[0].passed && read.missing.is_empty(), "{read:?}");
    let iban = read.get("iban").unwrap();
    assert!(iban.accepted && iban.confidence > 0.9, "{iban:?}");
    assert_eq!(iban.raw, "FR14 2004 1010 0505 0001 3M02 606");
    assert_eq!(iban.found, Found::Label { label: "IBAN".into(), anchor: Anchor::Right });
    let (left, top, right, bottom) = iban.quad.bounds();
    assert_eq!((left, top, right, bottom), (250.0, 300.0, 580.0, 320.0));
}

#[test]
fn a_repaired_iban_is_marked_and_a_wrong_one_is_not_accepted() {
    let with = |iban: &'static str| {
        let mut lines = RIB.to_vec();
        lines[11].2 = iban;
        taken(&lines).1
    };
    let repaired = with("FR14 2O04 1010 0505 0001 3M02 606");
    let iban = repaired.get("iban").unwrap();
    assert_eq!(iban.value, "FR1420041010050500013M02606");
    assert!(iban.repaired && !iban.accepted && iban.raw.contains("2O04"), "{iban:?}");
    let wrong = with("FR14 2994 1010 0505 0001 3M02 606");
    let iban = wrong.get("iban").unwrap();
    assert!(!iban.accepted && iban.confidence < 0.3, "{iban:?}");
    assert!(iban.checks.iter().any(|c| c.name == "iban" && !c.passed));
    assert!(!wrong.checks[0].passed);
}

#[test]
fn a_rib_and_its_iban_mend_each_other() {
    let mut lines = RIB.to_vec();
    let account = lines.iter().position(|l| l.2 == "0500013M026").unwrap();
    lines[account].2 = "O500013M026";
    let (_, read) = taken(&lines);
    let value = read.get("account_number").unwrap();
    assert_eq!((value.value.as_str(), value.raw.as_str()), ("0500013M026", "O500013M026"));
    assert!(value.repaired && !value.accepted && read.checks[0].passed && read.get("iban").unwrap().accepted);

    let mut lines = RIB.to_vec();
    lines[11].2 = "FR14 2OO4 1010 0505 0001 3M02 606";
    let (_, read) = taken(&lines);
    let iban = read.get("iban").unwrap();
    assert_eq!(iban.value, "FR1420041010050500013M02606");
    assert!(iban.repaired && !iban.accepted && read.checks[0].passed, "{iban:?}");
}

#[test]
fn the_parts_of_a_rib_are_found_by_its_iban_where_their_heads_cannot_be_read() {
    let lines: Vec<_> = RIB.iter().copied().filter(|l| !["Code guichet", "Clé RIB"].contains(&l.2)).collect();
    let (_, read) = taken(&lines);
    assert_eq!((value(&read, "branch_code"), value(&read, "rib_key")), ("01005", "06"));
    assert_eq!(read.get("rib_key").unwrap().found, Found::Anywhere);
    assert!(read.checks[0].passed && read.missing.is_empty());
}

#[test]
fn a_stamp_in_the_addressees_block_is_no_line_of_it() {
    let mut lines = LETTER.to_vec();
    lines.insert(4, (560.0, 225.0, "REÇU LE"));
    lines.insert(4, (565.0, 203.0, "08/03/2024"));
    let (_, read) = taken(&lines);
    assert_eq!(
        value(&read, "recipient"),
        "M. René MÜLLER\n12 bis avenue de la République\n42000 SAINT-ÉTIENNE CEDEX 1"
    );
}

#[test]
fn of_two_companies_that_of_the_letterhead_is_meant() {
    let set = TypeSet::shipped().unwrap();
    let lines = [
        (100.0, 60.0, "SIRET : 732 829 320 00074"),
        (100.0, 1350.0, "S.A.S. au capital de 10 000 euros - SIRET 356 000 000 00048"),
    ];
    let read = extract(&page(&lines), set.get("facture").unwrap(), 2026);
    assert_eq!(value(&read, "siret"), "73282932000074");
}

#[test]
fn an_invoice_is_read_and_its_numbers_agree() {
    let (name, read) = taken(INVOICE);
    assert_eq!(name, "facture");
    for (field, expected) in [
        ("invoice_number", "F2024-0012"),
        ("invoice_date", "2024-03-01"),
        ("due_date", "2024-03-31"),
        ("total_ht", "1000.00"),
        ("total_tva", "200.00"),
        ("total_ttc", "1200.00"),
        ("siret", "73282932000074"),
        ("tva_number", "FR44732829320"),
    ] {
        assert_eq!(value(&read, field), expected, "{field}: {read:#?}");
    }
    let passed: Vec<&str> = read.checks.iter().filter(|c| c.passed).map(|c| c.name.as_str()).collect();
    assert_eq!(passed, ["totals_agree", "same_company", "dates_in_order"]);
    let gross = read.get("total_ttc").unwrap();
    assert_eq!(gross.currency.as_deref(), Some("EUR"));
    assert!(gross.accepted, "{gross:?}");
}

#[test]
fn totals_that_contradict_each_other_are_not_accepted() {
    let mut lines = INVOICE.to_vec();
    lines[18].2 = "1 300,00 €";
    let (_, read) = taken(&lines);
    let check = read.checks.iter().find(|c| c.name == "totals_agree").unwrap();
    assert!(!check.passed && check.reason.as_ref().unwrap().contains("1300.00"), "{check:?}");
    assert!(["total_ht", "total_tva", "total_ttc"].iter().all(|f| !read.get(f).unwrap().accepted));
}

#[test]
fn a_letter_is_read_with_its_blocks() {
    let (name, read) = taken(LETTER);
    assert_eq!(name, "courrier_administration");
    for (field, expected) in [
        ("date", "2024-03-01"),
        ("subject", "votre demande de subvention"),
        ("our_reference", "AB/CDE/123"),
        ("your_reference", "2023-44"),
        ("recipient", "M. René MÜLLER\n12 bis avenue de la République\n42000 SAINT-ÉTIENNE CEDEX 1"),
        ("sender", "Mairie de Villeurbanne\nPlace Lazare Goujon\n69100 Villeurbanne"),
        ("phone", "0478036767"),
    ] {
        assert_eq!(value(&read, field), expected, "{field}: {read:#?}");
    }
}

/// The fields of a letter, told as of a private person's.
fn letter(lines: &[(f32, f32, &str)]) -> Extraction {
    let set = TypeSet::shipped().unwrap();
    extract(&page(lines), set.get("courrier_particulier").unwrap(), 2026)
}

#[test]
fn an_addressee_may_stand_in_a_window_at_the_left() {
    let window = letter(&[
        (640.0, 60.0, "JARDINS GONÇALVES"),
        (500.0, 90.0, "12 rue Pasteur - 69001 LYON"),
        (100.0, 250.0, "M. Marcel BERGER"),
        (100.0, 275.0, "25 lotissement de Verdun"),
        (100.0, 300.0, "18000 BOURGES"),
        (100.0, 500.0, "Monsieur,"),
    ]);
    assert_eq!(value(&window, "recipient"), "M. Marcel BERGER\n25 lotissement de Verdun\n18000 BOURGES");
    assert_eq!(value(&window, "sender"), "JARDINS GONÇALVES");
    // Of a person whose telephone follows, it is the sender's.
    let own = letter(&[
        (100.0, 60.0, "M. Marcel BERGER"),
        (100.0, 85.0, "25 lotissement de Verdun"),
        (100.0, 110.0, "18000 BOURGES"),
        (100.0, 135.0, "Tél. 06 12 34 56 78"),
        (600.0, 250.0, "Madame la Présidente"),
        (600.0, 275.0, "Conseil départemental"),
        (100.0, 500.0, "Madame la Présidente,"),
    ]);
    assert_eq!(value(&own, "sender"), "M. Marcel BERGER\n25 lotissement de Verdun\n18000 BOURGES");
    let holder = own.get("recipient").unwrap();
    assert_eq!((holder.value.as_str(), holder.accepted), ("Madame la Présidente\nConseil départemental", false));
}

#[test]
fn what_opens_an_address_is_none_of_its_lines() {
    let read = letter(&[
        (100.0, 60.0, "PRÉFECTURE DE L'OISE"),
        (600.0, 60.0, "Service des procédures"),
        (600.0, 200.0, "Le préfet"),
        (600.0, 225.0, "à"),
        (600.0, 250.0, "Mme Anaïs MASSON"),
        (600.0, 275.0, "57 chemin des Sœurs Grises"),
        (600.0, 300.0, "45000 ORLÉANS"),
        (100.0, 500.0, "Madame,"),
    ]);
    assert_eq!(value(&read, "recipient"), "Mme Anaïs MASSON\n57 chemin des Sœurs Grises\n45000 ORLÉANS");
    assert_eq!(value(&read, "sender"), "PRÉFECTURE DE L'OISE");
}

#[test]
fn a_letter_without_labels_has_a_date_and_a_subject() {
    for (day, expected) in [("Lyon, 3 mars 2024", "2024-03-03"), ("3 mars 2024", "2024-03-03")] {
        let read = letter(&[
            (100.0, 60.0, "Chloé GUILLAUME"),
            (100.0, 150.0, day),
            (100.0, 300.0, "Résiliation de mon abonnement"),
            (100.0, 330.0, "Lettre recommandée avec avis de réception"),
            (100.0, 390.0, "Madame, Monsieur,"),
            (100.0, 450.0, "Je vous remercie de me répondre avant le 12 avril 2024 au plus"),
        ]);
        assert_eq!(value(&read, "date"), expected);
        let subject = read.get("subject").unwrap();
        assert_eq!((subject.value.as_str(), subject.accepted), ("Résiliation de mon abonnement", false));
    }
}

#[test]
fn references_have_groups_and_kinds() {
    let references = |lines: &[(f32, f32, &str)]| {
        let read = letter(lines);
        ["our_reference", "your_reference"].map(|name| read.get(name).map(|v| v.value.clone()).unwrap_or_default())
    };
    let lines = [(100.0, 100.0, "N/Réf. : 1961013 - DM"), (100.0, 130.0, "V/Réf. : devis n° 14764")];
    assert_eq!(references(&lines), ["1961013 - DM", "devis n° 14764"]);
    let lines =
        [(100.0, 100.0, "Nos réf. : 2024 - 03/04/2024"), (100.0, 130.0, "Vos réf. : votre courrier du 3 mars 2024")];
    assert_eq!(references(&lines), ["2024", "votre courrier du 3 mars 2024"]);
    // A margin of references beside the letter.
    let margin = [
        (60.0, 300.0, "Nos références"),
        (60.0, 324.0, "FFK/958118"),
        (60.0, 370.0, "Vos références"),
        (60.0, 394.0, "L02262172"),
        (400.0, 302.0, "12 rue des Lilas et le reste de la lettre"),
    ];
    assert_eq!(references(&margin), ["FFK/958118", "L02262172"]);
}

#[test]
fn subjects_go_on_on_the_next_line_and_labels_up_to_their_colon() {
    let set = TypeSet::shipped().unwrap();
    let told = |name: &str, lines: &[(f32, f32, &str)]| {
        let read = extract(&page(lines), set.get(name).unwrap(), 2026);
        value(&read, "subject").to_owned()
    };
    let order = [
        (100.0, 100.0, "portant ouverture d'une enquête publique relative au plan de prévention des"),
        (100.0, 125.0, "risques d'inondation"),
        (100.0, 200.0, "Vu le code de l'environnement"),
    ];
    let whole = "ouverture d'une enquête publique relative au plan de prévention des risques d'inondation";
    assert_eq!(told("arrete", &order), whole);
    let under = [
        (100.0, 100.0, "Objet"),
        (100.0, 125.0, "Délégation de fonctions et de signature au"),
        (100.0, 150.0, "premier adjoint"),
        (100.0, 220.0, "Le Maire,"),
    ];
    assert_eq!(told("arrete", &under), "Délégation de fonctions et de signature au premier adjoint");
    let longer = [(100.0, 100.0, "Objet de ce message : Retard de livraison"), (100.0, 125.0, "N/Réf. : 12")];
    assert_eq!(told("courrier_entreprise", &longer), "Retard de livraison");
}

#[test]
fn a_decree_has_its_own_number_and_day() {
    let set = TypeSet::shipped().unwrap();
    let read = extract(
        &page(&[
            (300.0, 100.0, "Arrêté temporaire n° AR-2024-031"),
            (100.0, 200.0, "Vu le décret n° 2004-374 du 29 avril 2004"),
            (100.0, 230.0, "Le stationnement est interdit au droit du n° 12 de la rue du Moulin"),
            (500.0, 900.0, "Fait à Lyon, le douze juin deux mille vingt-quatre"),
            (100.0, 1000.0, "Publié et affiché le 14/06/2024"),
        ]),
        set.get("arrete").unwrap(),
        2026,
    );
    assert_eq!(value(&read, "order_number"), "AR-2024-031");
    assert_eq!(value(&read, "date"), "2024-06-12");
    assert_eq!(value(&read, "publication_date"), "2024-06-14");
}

#[test]
fn a_crooked_page_reads_like_a_straight_one() {
    let set = TypeSet::shipped().unwrap();
    for degrees in [-6.0, 3.0, 11.0] {
        let read = extract(&turned_page(INVOICE, degrees), set.get("facture").unwrap(), 2026);
        let straight = extract(&page(INVOICE), set.get("facture").unwrap(), 2026);
        let values = |e: &Extraction| e.values.iter().map(|v| (v.name.clone(), v.value.clone())).collect::<Vec<_>>();
        assert_eq!(values(&read), values(&straight), "{degrees}");
    }
}

#[test]
fn an_identity_card_is_read_by_its_zone() {
    let (name, read) = taken(&[
        (300.0, 60.0, "RÉPUBLIQUE FRANÇAISE"),
        (100.0, 90.0, "CARTE NATIONALE D'IDENTITÉ N° : 880692310285"),
        (100.0, 300.0, "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<"),
        (100.0, 330.0, "8806923102858CORINNE<<<<<<<6512068F6"),
    ]);
    assert_eq!(name, "carte_identite_ancienne");
    for (field, expected) in [
        ("card_number", "880692310285"),
        ("last_name", "BERTHIER"),
        ("first_names", "CORINNE"),
        ("birth_date", "1965-12-06"),
        ("sex", "F"),
    ] {
        assert_eq!(value(&read, field), expected, "{field}");
    }
    let birth = read.get("birth_date").unwrap();
    assert_eq!(birth.found, Found::MachineReadableZone);
    assert!(birth.accepted && birth.checks.iter().all(|c| c.passed), "{birth:?}");
}

#[test]
fn what_is_required_and_not_there_is_told() {
    let set = TypeSet::shipped().unwrap();
    let read = extract(&page(&[]), set.get("rib").unwrap(), 2026);
    assert!(read.values.is_empty());
    assert_eq!(read.missing, ["iban"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nothing_panics(
        lines in prop::collection::vec((0f32..1000.0, 0f32..1400.0, "(IBAN|Total TTC|Objet|N°|le|[0-9 ,.€:/-]{1,20}|\\PC{0,20})( [0-9A-Z<:€,.]{1,36}){0,4}"), 0..25),
        degrees in -180f32..180.0,
    ) {
        let set = TypeSet::shipped().unwrap();
        let lines: Vec<(f32, f32, &str)> = lines.iter().map(|(x, y, t)| (*x, *y, t.as_str())).collect();
        let page = turned_page(&lines, degrees);
        set.classify(&page, &Hints::default());
        for document_type in set.iter() {
            let read = extract(&page, document_type, 2026);
            prop_assert!(read.values.iter().all(|v| (0.0..=1.0).contains(&v.confidence)));
        }
    }
}

/// What a shipped type tells of a field on lines, and whether it is accepted.
fn told(name: &str, field: &str, lines: &[(f32, f32, &str)]) -> Option<(String, bool)> {
    let set = TypeSet::shipped().unwrap();
    let read = extract(&page(lines), set.get(name).unwrap(), 2026);
    read.get(field).map(|v| (v.value.clone(), v.accepted))
}

#[test]
fn a_person_is_named_in_a_sentence_beside_a_label_or_on_a_line_alone() {
    let holder = |name: &str, lines: &[(f32, f32, &str)]| told(name, "holder", lines).map(|v| v.0);
    let sentence = [
        (100.0, 500.0, "Je soussigné Paul DURAND, gérant, certifie que Madame Zoé"),
        (100.0, 530.0, "MARTIN, née le 12/03/1984, est employée dans notre entreprise"),
    ];
    assert_eq!(holder("attestation_employeur", &sentence).as_deref(), Some("Madame Zoé MARTIN"));
    let alone = [
        (100.0, 500.0, "Je soussigné, responsable du centre, atteste que :"),
        (400.0, 540.0, "Monsieur Jean DE LA TOUR"),
        (420.0, 580.0, "né le 3 mai 1990"),
    ];
    assert_eq!(holder("attestation", &alone).as_deref(), Some("Monsieur Jean DE LA TOUR"));
    let cell = [(100.0, 500.0, "Nom et prénom de l'assuré"), (500.0, 500.0, "MARTIN Zoé")];
    assert_eq!(holder("attestation_droits", &cell).as_deref(), Some("MARTIN Zoé"));
    let heads = [(100.0, 500.0, "Nom et prénom de l'assuré"), (500.0, 500.0, "Droits du 01/01/2024")];
    assert_eq!(holder("attestation_droits", &heads), None);
}

#[test]
fn of_two_births_the_one_beside_the_person_counts() {
    let lines = [
        (100.0, 500.0, "Je soussigné Monsieur Paul DURAND, né le 27/10/1946 à Lyon,"),
        (100.0, 530.0, "atteste héberger à mon domicile Madame Zoé MARTIN, née le 17/03/1982 à Pau, à titre gratuit"),
    ];
    assert_eq!(told("attestation", "holder", &lines).unwrap().0, "Madame Zoé MARTIN");
    assert_eq!(told("attestation", "birth_date", &lines).unwrap().0, "1982-03-17");
}

#[test]
fn what_goes_on_a_label_is_no_value() {
    let street = [(100.0, 500.0, "Adresse (n°, rue) 139 ter rue de Bretagne")];
    assert_eq!(told("formulaire_cerfa", "street", &street).unwrap().0, "139 ter rue de Bretagne");
    let wished = [(100.0, 500.0, "Commune souhaitée :"), (400.0, 500.0, "Albi")];
    assert!(!told("formulaire_cerfa", "town", &wished).unwrap().1, "another town");
    let hired = [(100.0, 500.0, "Date d'embauche 02/05/2022"), (100.0, 900.0, "Fait à Albi, le 18/09/2025")];
    assert_eq!(told("formulaire_cerfa", "date", &hired).unwrap().0, "2025-09-18");
    let born =
        [(100.0, 500.0, "Né(e) le"), (250.0, 500.0, "25/02/1983"), (500.0, 500.0, "à"), (550.0, 500.0, "Foix (09)")];
    assert_eq!(told("formulaire_cerfa", "birth_place", &born).unwrap().0, "Foix (09)");
}

#[test]
fn a_month_of_a_year_is_no_amount_and_a_letter_closes_a_number() {
    let quotient = [(100.0, 500.0, "Quotient familial (mai 2024) : 738 €")];
    assert_eq!(told("attestation_caf", "family_quotient", &quotient).unwrap().0, "738");
    let number = [(100.0, 500.0, "N° allocataire : 4705503 W")];
    assert_eq!(told("attestation_caf", "beneficiary_number", &number).unwrap().0, "4705503W");
    let years = [(100.0, 500.0, "Année scolaire 2020 - 2021")];
    assert_eq!(told("certificat_scolarite", "school_year", &years).unwrap().0, "2020 - 2021");
}

#[test]
fn a_word_with_another_ending_is_no_label() {
    let lines = [(100.0, 500.0, "Profession"), (300.0, 500.0, "Employé de commerce")];
    assert_eq!(told("formulaire_cerfa", "occupation", &lines).unwrap().0, "Employé de commerce");
    assert_eq!(told("formulaire_cerfa", "employer", &lines), None);
}
