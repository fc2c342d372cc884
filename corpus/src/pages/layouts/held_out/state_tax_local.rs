//! Tax notices for what one owns or lives in: taxes on land, and the tax on dwellings of earlier years.

use super::super::facts::{figures, of};
use super::super::kit::pen::{Left, Pen, Right, Rules, Ty, f};
use super::super::page::Page;
use super::state_kit::in_faces;
use super::state_tax::{euros, masthead, told};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("avis_imposition", land), Page::a4("avis_imposition", dwelling)];

/// The notice of the tax on built land with the table of what each body takes.
fn land(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let mut p = Pen::new(d, 8.8, 38.0, 40.0);
    let t = told(&mut p, 2014, 2024);
    let y = t.year;
    masthead(
        &mut p,
        &[
            format!("AVIS D'IMPÔT {y}"),
            "TAXES FONCIÈRES".into(),
            "votées et perçues par la commune, le département".into(),
            "et divers organismes".into(),
        ],
    );
    let base = p.any(900, 3_900);
    let shares = [
        ("Commune", p.any(1_900, 4_600)),
        ("Intercommunalité", p.any(80, 900)),
        ("Taxes spéciales", p.any(10, 60)),
        ("Ordures ménagères", p.any(700, 1_300)),
        ("GEMAPI", p.any(4, 40)),
    ];
    let dues: Vec<i64> = shares.iter().map(|(_, rate)| base * rate / 10_000).collect();
    let fees = dues.iter().sum::<i64>() * 3 / 100;
    let sum = dues.iter().sum::<i64>() + fees;
    let window = t.window(&p);
    p.block(320.0, 156.0, 240.0, Ty::Body, &window);
    let mut at = 130.0;
    for (label, value) in [
        ("Numéro fiscal", f("tax_number", &t.tax_number)),
        ("Référence de l'avis", f("notice_reference", &t.notice)),
        ("Numéro de propriétaire", format!("{} {}{} {}", p.digits(3), p.capital(), p.digits(5), p.capital())),
        ("Numéro de rôle", f("roll", &t.roll)),
        ("Date d'établissement", figures((y, 8, t.drawn.2), "/")),
        ("Date de mise en recouvrement", figures((y, 8, 31), "/")),
    ] {
        p.put(38.0, at, 116.0, Ty::Small, Left, label);
        p.put(158.0, at, 140.0, Ty::Bold, Left, value);
        at += 14.5;
    }
    p.y = 246.0;
    let due = f("due_date", figures((y, 10, if y % 2 == 0 { 17 } else { 15 }), "/"));
    let cells = vec![vec![
        p.pick(&["Montant de votre impôt :", "Montant à payer"]).to_owned(),
        f("amount_due", format!("{},00 €", euros(sum))),
        p.pick(&["à payer au plus tard le", "Date limite de paiement"]).to_owned(),
        due,
    ]];
    p.table(Ty::Bold, (&[3.0, 2.0, 3.0, 2.0], "lrlr"), &[], &cells, Rules::Grid);
    p.para(
        Ty::Small,
        "Vous pouvez payer sur impots.gouv.fr, par prélèvement à l'échéance, ou jusqu'à 300 € \
             par chèque, en espèces ou par carte bancaire auprès d'un buraliste agréé.",
    );
    p.gap(0.8);
    let (department, place) = (&t.house.postcode[..2], capitals(t.house.town, true));
    p.ends(Ty::Bold, format!("Département : {department} – Commune : {} {place}", p.digits(3)), format!("TF {y}"));
    p.say(Ty::Small, Left, format!("Adresse du bien : {}", t.who.home[0].to_uppercase()));
    p.gap(0.2);
    let rows: Vec<Vec<String>> = vec![
        std::iter::once(format!("Taux {}", y - 1))
            .chain(shares.iter().map(|(_, r)| format!("{},{:02} %", r / 100, r % 100)))
            .collect(),
        std::iter::once(format!("Taux {y}"))
            .chain(shares.iter().map(|(_, r)| format!("{},{:02} %", (r + 20) / 100, (r + 20) % 100)))
            .collect(),
        std::iter::once("Base".to_owned()).chain(shares.iter().map(|_| base.to_string())).collect(),
        std::iter::once("Cotisation".to_owned()).chain(dues.iter().map(ToString::to_string)).collect(),
    ];
    let head: Vec<&str> = std::iter::once("Propriétés bâties").chain(shares.iter().map(|s| s.0)).collect();
    p.table(Ty::Small, (&[2.0, 1.6, 1.6, 1.6, 1.6, 1.4], "lrrrrr"), &head, &rows, Rules::Grid);
    let at = p.w * 0.7;
    p.rows(
        at,
        &[
            ("Total des cotisations", euros(dues.iter().sum())),
            ("Frais de gestion de la fiscalité directe locale", euros(fees)),
            ("Dégrèvement habitation principale", p.pick(&["", "0"]).to_owned()),
            ("Montant de votre impôt en euros", euros(sum)),
        ],
        true,
    );
    p.gap(0.6);
    let kind = t.office("centre des impôts foncier");
    p.para(
        Ty::Small,
        format!("Pour toute question sur le calcul : {}, {}, {}. Tél. {}", kind[0], kind[1], kind[2], t.house.phone),
    );
    p.gap(0.8);
    p.say(Ty::Bold, Left, p.pick(&["COMMENT PAYER VOTRE IMPÔT", "MODALITÉS DE PAIEMENT"]));
    for line in [
        "Par paiement en ligne sur impots.gouv.fr, rubrique « Payer », ou avec l'application \
             impots.gouv : vous bénéficiez d'un délai supplémentaire de cinq jours et votre compte \
             est débité dix jours après la date limite.",
        "Par prélèvement mensuel ou à l'échéance : adhérez depuis votre espace particulier ou \
             au 0 809 401 401.",
        "Les redevables âgés de plus de 75 ans dont le revenu fiscal de référence n'excède \
             pas la limite prévue à l'article 1417 du code général des impôts peuvent être \
             exonérés pour leur habitation principale.",
    ] {
        p.para(Ty::Small, line);
    }
    let bottom = p.d.c.height;
    if p.chance(0.5) {
        marks::code(p.d.c, 60.0, bottom - 120.0, &mut p.d.rng);
    }
}

/// The older notice of the tax on dwellings with its slip to pay at the foot.
fn dwelling(d: &mut Desk<'_, '_>) {
    let class = d.rng.choose(&[FaceClass::Sans, FaceClass::Serif]);
    in_faces(d, class);
    let mut p = Pen::new(d, 9.2, 40.0, 44.0);
    let t = told(&mut p, 2006, 2019);
    let (y, h) = (t.year, p.d.c.height);
    let drawn = (y, 10, t.drawn.2);
    let service = if y < 2010 { "TRÉSOR PUBLIC" } else { "FINANCES PUBLIQUES" };
    p.ends(Ty::Head, service, format!("AVIS D'IMPOSITION {y}"));
    p.ends(Ty::Small, capitals(&format!("trésorerie {}", of(t.house.town)), true), format!("Rôle général – année {y}"));
    p.say(Ty::Small, Left, format!("{} – {}", t.house.street, t.house.place()));
    p.gap(1.0);
    p.say(Ty::Title, Left, "TAXE D'HABITATION");
    let radio = p.chance(0.7);
    if radio {
        p.say(
            Ty::Head,
            Left,
            if y < 2009 { "ET REDEVANCE AUDIOVISUELLE" } else { "ET CONTRIBUTION À L'AUDIOVISUEL PUBLIC" },
        );
    }
    let window = t.window(&p);
    p.block(310.0, 180.0, 244.0, Ty::Body, &window);
    p.y = 262.0;
    let (tax, fee, rfr) = (p.any(210, 1_480), if radio { p.any(116, 139) } else { 0 }, p.any(9_000, 44_000));
    let heads = ["N° fiscal", "Référence de l'avis", "N° de rôle", "Mise en recouvrement"];
    let cells = vec![vec![
        f("tax_number", &t.tax_number),
        f("notice_reference", &t.notice),
        f("roll", &t.roll),
        figures((y, 10, 31), "/"),
    ]];
    p.table(Ty::Small, (&[2.4, 2.4, 1.2, 2.0], "cccc"), &heads, &cells, Rules::Grid);
    let value = p.any(1_200, 4_800);
    p.rows(
        p.w * 0.74,
        &[
            ("Valeur locative brute de l'habitation", euros(value)),
            ("Abattement général à la base", euros(-(value / 7))),
            ("Base nette d'imposition", euros(value - value / 7)),
            ("Taxe d'habitation : cotisations de la commune et de l'intercommunalité", euros(tax)),
            (
                if y < 2009 { "Redevance audiovisuelle" } else { "Contribution à l'audiovisuel public" },
                if fee > 0 { euros(fee) } else { String::new() },
            ),
            ("Plafonnement selon le revenu", p.pick(&["", "0"]).to_owned()),
            ("Revenu fiscal de référence du foyer", f("reference_income", euros(rfr))),
        ],
        false,
    );
    p.rule();
    let (due, sum) = (f("due_date", figures((y, 11, 15), "/")), f("amount_due", format!("{} €", euros(tax + fee))));
    p.ends(Ty::Head, p.pick(&["SOMME À PAYER", "Montant à payer"]), sum);
    p.ends(Ty::Bold, p.pick(&["DATE LIMITE DE PAIEMENT", "À payer au plus tard le"]), due);
    p.gap(0.4);
    p.para(
        Ty::Small,
        "Passé cette date, une majoration de 10 % sera appliquée aux sommes qui n'auront pas \
             été réglées. En cas de difficultés de paiement, adressez-vous au comptable chargé du \
             recouvrement désigné ci-dessus.",
    );
    p.para(
        Ty::Small,
        format!(
            "Cet avis est établi au nom des occupants au 1er janvier {y}. Date d'établissement : {}.",
            figures(drawn, "/")
        ),
    );
    if p.chance(0.65) {
        let top = h - 190.0;
        p.d.c.dotted(20.0, 575.0, top);
        p.put(
            40.0,
            top + 20.0,
            320.0,
            Ty::Bold,
            Left,
            p.pick(&["TALON DE PAIEMENT à joindre à votre chèque", "TITRE INTERBANCAIRE DE PAIEMENT"]),
        );
        p.put(
            40.0,
            top + 40.0,
            320.0,
            Ty::Small,
            Left,
            "Libellez votre chèque à l'ordre du Trésor public, sans aucune mention sur ce talon.",
        );
        p.frame(390.0, top + 14.0, 164.0, 40.0);
        p.put(398.0, top + 26.0, 150.0, Ty::Tiny, Left, "Montant en euros");
        p.put(546.0, top + 46.0, 140.0, Ty::Head, Right, format!("{},00", euros(tax + fee)));
        let digits = format!("{} {} {}", p.digits(12), p.digits(12), p.digits(9));
        p.put(40.0, h - 60.0, 510.0, Ty::Body, Left, digits);
    }
}
