//! Receipts of rent: a landlord's letter, an agency's statement, a public landlord's notice, a form from the stationer's.

use super::super::facts::{day, figures, in_words, written};
use super::super::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::trade_kit::{Trade, bare, euros, month_end, month_of};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("quittance", landlord),
    Page::a4("quittance", agency),
    Page::a4("quittance", public_landlord),
    Page { name: "quittance", sheet: slip, set: stationer },
];

fn slip(rng: &mut Rng) -> Option<(f32, f32)> {
    rng.chance(0.8).then_some((595.3, 297.6))
}

fn spelled(cents: i64) -> String {
    let (whole, rest) = ((cents / 100) as u64, (cents % 100) as u64);
    let end = if rest == 0 { String::new() } else { format!(" et {} centimes", in_words(rest)) };
    format!("{} euros{end}", in_words(whole))
}

fn landlord(d: &mut Desk<'_, '_>) {
    let (owner, who, when) =
        (Who::new(&mut d.rng, 1938, 1990), Who::new(&mut d.rng, 1950, 2004), day(&mut d.rng, 2005, 2026));
    let mut p = Pen::new(d, 11.0, 62.0, 66.0);
    let (x, w) = (p.x, p.w);
    let y = p.y;
    let lead = p.lead;
    p.block(x, y, 220.0, Ty::Body, &[owner.titled(true), owner.home[0].clone(), owner.home[1].clone()]);
    p.block(
        x + w - 210.0,
        y + lead * 4.0,
        210.0,
        Ty::Body,
        &[who.titled(true), who.home[0].clone(), who.home[1].clone()],
    );
    p.y = y + lead * 9.5;
    p.say(Ty::Title, Centre, p.pick(&["QUITTANCE DE LOYER", "Quittance de loyer", "Quittance de loyer"]));
    p.gap(0.4);
    p.say(Ty::Head, Centre, format!("{} {} {}", p.pick(&["Mois de", "Période :", "Mois :"]), month_of(when), when.0));
    p.gap(1.6);
    let (rent, charges) = (p.any(290, 1_250) * 100, p.any(15, 140) * 100);
    let first = (when.0, when.1, 1);
    p.say(Ty::Bold, Left, p.pick(&["Adresse de la location :", "Adresse du logement :"]));
    p.say(Ty::Body, Left, format!("{}, {}", who.home[0], who.home[1]));
    p.gap(0.8);
    let name = owner.titled(true);
    p.para(
        Ty::Body,
        format!(
            "Je {} {}, propriétaire du logement désigné ci-dessus, déclare avoir reçu de {}, la somme de {} ({}), au \
             titre du paiement du loyer et des charges pour la période de location du {} au {} et lui en donne \
             quittance, sous réserve de tous mes droits.",
            owner.agree("soussigné", "soussignée"),
            f("landlord", name),
            f("tenant", who.titled(true)),
            euros(&p, rent + charges),
            spelled(rent + charges),
            written(first),
            written(month_end(first)),
        ),
    );
    p.gap(0.8);
    p.say(Ty::Bold, Left, "Détail du règlement :");
    p.gap(0.3);
    p.rows(
        190.0,
        &[
            (p.pick(&["Loyer :", "Loyer hors charges :"]), f("rent", euros(&p, rent))),
            (p.pick(&["Provision pour charges :", "Charges :"]), f("charges", euros(&p, charges))),
            (
                "(le cas échéant, aide au logement) :",
                if p.chance(0.25) { "versée par la CAF".into() } else { String::new() },
            ),
            ("Total :", f("total", euros(&p, rent + charges))),
            (
                "Date du paiement :",
                if p.chance(0.8) {
                    f("payment_date", p.date((when.0, when.1, p.any(1, when.2))))
                } else {
                    String::new()
                },
            ),
        ],
        false,
    );
    p.gap(1.4);
    let town = owner.home[1].get(6..).unwrap_or_default().to_owned();
    let lines = [
        format!("Fait à {town}, le {}", f("date", p.date(when))),
        String::new(),
        p.pick(&["Signature du bailleur", "Le propriétaire", ""]).to_owned(),
    ];
    p.sign(x + w * 0.5, &lines);
    p.down_to(0.86);
    p.para(
        Ty::Small,
        "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement partiel du \
         montant du présent terme. Elle est à conserver pendant trois ans par le locataire (loi n° 89-462 du 6 juillet \
         1989 : art. 7-1).",
    );
}

fn agency(d: &mut Desk<'_, '_>) {
    let (h, who, owner) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1945, 2004), Who::new(&mut d.rng, 1935, 1985));
    let when = day(&mut d.rng, 2008, 2026);
    let mut p = Pen::new(d, 9.6, 42.0, 44.0);
    let (x, w) = (p.x, p.w);
    let name = p.pick(&[
        "FONCIA VAL DE LOIRE", "CABINET MOUSSET IMMOBILIER", "Nexity Lamy", "SQUARE HABITAT", "Agence de la Halle",
    ]);
    p.logo(x, 30.0, 48.0);
    p.put(x + 50.0, 50.0, 220.0, Ty::Head, Left, name);
    p.block(
        x + 50.0,
        64.0,
        220.0,
        Ty::Small,
        &[
            h.street.clone(),
            h.place(),
            format!("Tél. {}", h.phone),
            "Administrateur de biens - Gestion - Transaction".into(),
        ],
    );
    p.block(x + w - 220.0, 128.0, 220.0, Ty::Body, &who.letter("tenant", false));
    p.y = 126.0;
    let key = format!("{}/{}", p.digits(4), p.digits(3));
    p.within((x, 230.0), |p| {
        p.rows(
            72.0,
            &[
                ("Locataire n°", key),
                ("Immeuble", p.pick(&["Le Clos Fleuri", "Résidence Bellevue", "12 - Les Arcades"]).to_owned()),
                (
                    "Lot",
                    format!("{} - {}", p.any(1, 80), p.pick(&["Appartement T2", "Studio", "T3 et cave", "Maison T4"])),
                ),
                ("Propriétaire", f("landlord", owner.titled(false))),
            ],
            false,
        );
    });
    p.down_to(0.26);
    p.say(Ty::Title, Left, p.pick(&["QUITTANCE", "Quittance de loyer", "QUITTANCE DE LOYER"]));
    let first = (when.0, when.1, 1);
    p.say(Ty::Body, Left, format!("Période du {} au {}", figures(first, "/"), figures(month_end(first), "/")));
    p.gap(0.6);
    let (rent, charges) = (p.any(30_000, 140_000), p.any(1_500, 16_000));
    let old = if p.chance(0.45) { p.any(-9_000, 60_000) } else { 0 };
    let mut rows = vec![
        vec![p.pick(&["Loyer principal", "Loyer"]).to_owned(), f("rent", bare(&p, rent)), String::new()],
        vec![
            p.pick(&["Provisions sur charges", "Provision charges"]).to_owned(),
            f("charges", bare(&p, charges)),
            String::new(),
        ],
    ];
    let mut all = rent + charges;
    if p.chance(0.4) {
        let bins = p.any(900, 2_400);
        rows.push(vec![p.pick(&["Taxe ordures ménagères", "Parking"]).to_owned(), bare(&p, bins), String::new()]);
        all += bins;
    }
    if old != 0 {
        rows.insert(
            0,
            vec![
                p.pick(&["Solde antérieur", "Report solde précédent"]).to_owned(),
                f("previous_balance", bare(&p, old)),
                String::new(),
            ],
        );
        all += old;
    }
    let paid = (when.0, when.1, p.any(1, when.2));
    rows.push(vec![
        format!(
            "Votre règlement du {} - {}",
            f("payment_date", figures(paid, "/")),
            p.pick(&["Prélèvement", "Chèque", "Virement"])
        ),
        String::new(),
        bare(&p, all),
    ]);
    p.table(Ty::Body, (&[5.0, 1.6, 1.6], "lrr"), &["Libellé", "Débit", "Crédit"], &rows, Rules::Grid);
    p.sums(
        (x + w - 220.0, 220.0),
        &[(p.pick(&["Total quittancé", "TOTAL"]), f("total", euros(&p, all))), ("Solde", euros(&p, 0))],
        false,
    );
    p.gap(1.0);
    p.para(
        Ty::Body,
        format!(
            "Reçu de {} la somme de {} pour loyer et accessoires des locaux désignés ci-dessus, dont quittance, sous \
             réserve de tous droits et notamment de toutes poursuites engagées.",
            who.titled(false),
            euros(&p, all)
        ),
    );
    p.gap(0.6);
    let lines = [format!("{}, le {}", h.town, f("date", p.date(when))), "Le mandataire".into()];
    p.sign(x + w * 0.58, &lines);
    p.foot(
        Left,
        &[
            format!("{name} - SAS au capital de 50 000 € - RCS {} {} - Carte professionnelle CPI {} délivrée par la CCI - Garantie GALIAN", h.town, h.siren, p.digits(14)),
            "Le paiement de la présente n'emporte pas présomption de paiement des termes antérieurs. Cette quittance annule tout reçu à valoir sur ce terme.".into(),
        ],
    );
}

fn public_landlord(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1940, 2003), day(&mut d.rng, 2004, 2026));
    let mut p = Pen::new(d, 9.0, 34.0, 34.0);
    let (x, w) = (p.x, p.w);
    let name = match p.any(0, 3) {
        0 => format!("OPH {} HABITAT", capitals(h.town, true)),
        1 => "Habitat Sud Atlantic".into(),
        2 => "SA d'HLM Le Foyer Rémois".into(),
        _ => "Logis Familial Bressan".into(),
    };
    p.put(x, 52.0, 260.0, Ty::Head, Left, f("landlord", &name));
    p.block(x, 66.0, 240.0, Ty::Small, &[h.street.clone(), h.place(), format!("Accueil locataires : {}", h.phone)]);
    let contract = format!("L/{}/{:02}", p.digits(6), p.any(1, 9));
    let each = 120.0;
    p.cell((x, 112.0), (each, 30.0), "N° CONTRAT", Ty::Body, &contract);
    let module = p.digits(8);
    p.cell((x + each, 112.0), (each, 30.0), "RÉF. LOGEMENT", Ty::Body, &module);
    p.block(x + 290.0, 122.0, 230.0, Ty::Body, &who.letter("tenant", false));
    p.y = 196.0;
    let before = if when.1 == 1 { (when.0 - 1, 12, 1) } else { (when.0, when.1 - 1, 1) };
    p.ends(
        Ty::Head,
        p.pick(&["AVIS D'ÉCHÉANCE ET QUITTANCE DE LOYER", "QUITTANCE DE LOYER", "QUITTANCE - AVIS D'ÉCHÉANCE"]),
        format!("{} {}", capitals(month_of(when), true), when.0),
    );
    p.rule();
    p.gap(0.5);
    let (rent, garage, water, heat, lift) =
        (p.any(21_000, 62_000), p.any(2_000, 5_200), p.any(900, 3_500), p.any(2_500, 9_500), p.any(500, 2_600));
    let aid = if p.chance(0.55) { p.any(5_000, 24_000) } else { 0 };
    let mut rows = vec![vec!["Loyer logement".to_owned(), f("rent", bare(&p, rent))]];
    let mut all = rent + heat + water + lift;
    if p.chance(0.4) {
        rows.push(vec!["Loyer garage".into(), bare(&p, garage)]);
        all += garage;
    }
    if p.chance(0.5) {
        rows.push(vec!["Acompte charges locatives".into(), f("charges", bare(&p, heat + water + lift))]);
    } else {
        rows.push(vec!["Acompte chauffage".into(), bare(&p, heat)]);
        rows.push(vec!["Acompte eau froide".into(), bare(&p, water)]);
        rows.push(vec!["Entretien parties communes - ascenseur".into(), bare(&p, lift)]);
    }
    if aid > 0 {
        rows.push(vec!["APL versée par la CAF".into(), bare(&p, -aid)]);
        all -= aid;
    }
    let y = p.y;
    p.within((x, w * 0.56), |p| {
        p.table(Ty::Body, (&[3.6, 1.4], "lr"), &["Détail de l'échéance", "Montant €"], &rows, Rules::Columns);
        p.line(Ty::Bold, (&[3.6, 1.4], "lr"), &["Total de l'échéance".into(), f("total", bare(p, all))]);
    });
    let end = p.y;
    p.y = y;
    let old = if p.chance(0.6) { p.any(0, 40_000) } else { 0 };
    let paid = (before.0, before.1, p.any(3, 25));
    let printed = (before.0, before.1, p.any(24, 28));
    p.within((x + w * 0.6, w * 0.4), |p| {
        p.say(Ty::Bold, Left, p.pick(&["Situation de votre compte", "Votre compte"]));
        p.gap(0.3);
        p.rows(
            w * 0.24,
            &[
                (p.pick(&["Solde antérieur", "Solde précédent"]), f("previous_balance", bare(p, old))),
                ("Échéance du mois", bare(p, all)),
                ("Votre paiement du", f("payment_date", figures(paid, "/"))),
                ("Total à payer", bare(p, all + old)),
                ("Édité le", f("date", figures(printed, "/"))),
            ],
            false,
        );
    });
    p.y = p.y.max(end) + p.lead * 2.0;
    p.say(Ty::Bold, Left, p.pick(&["QUITTANCE", "Quittance du terme échu"]));
    p.para(
        Ty::Body,
        format!(
            "Le présent avis vaut quittance du loyer et des charges du mois de {} {} sous réserve de l'encaissement \
             effectif de votre règlement et du paiement des termes antérieurs.",
            month_of(before),
            before.0
        ),
    );
    p.para(
        Ty::Small,
        p.pick(&[
            "En cas de difficulté de paiement, prenez contact sans attendre avec votre conseillère sociale à l'agence.",
            "Pensez au prélèvement automatique : 4 dates au choix, sans frais. Renseignements auprès de votre agence.",
            "N'oubliez pas de nous adresser votre attestation d'assurance habitation en cours de validité.",
        ]),
    );
    p.down_to(0.72);
    p.dashes();
    let y = p.y;
    p.put(x, y + 12.0, 240.0, Ty::Bold, Left, "Papillon à joindre à votre règlement");
    p.block(
        x,
        y + 28.0,
        220.0,
        Ty::Small,
        &[
            format!("Contrat {contract}"),
            format!("Échéance : {} {}", month_of(when), when.0),
            format!("Montant : {}", euros(&p, all + old)),
        ],
    );
    p.block(x + 300.0, y + 28.0, 200.0, Ty::Small, &[name.clone(), h.street.clone(), h.place()]);
    p.bars((x, y + 70.0), (150.0, 24.0));
    p.foot(Left, &[format!("{name} - Siège : {}, {} - RCS {} - N° {}", h.street, h.place(), h.town, h.siren)]);
}

fn stationer(d: &mut Desk<'_, '_>) {
    let (owner, who, when) =
        (Who::new(&mut d.rng, 1935, 1985), Who::new(&mut d.rng, 1945, 2002), day(&mut d.rng, 2002, 2025));
    let mut p = Pen::new(d, 9.2, 22.0, 24.0);
    let w = p.w;
    let (rent, charges) = (p.any(220, 980) * 100, p.any(10, 110) * 100);
    let number = p.any(1, 96).to_string();
    let cut = 176.0;
    p.d.c.dotted(cut, cut + 1.0, 20.0);
    p.d.rule(cut, 16.0, cut, 280.0, 0.5);
    let town = who.home[1].get(6..).unwrap_or_default().to_owned();
    p.within((22.0, cut - 34.0), |p| {
        p.y = 36.0;
        p.say(Ty::Bold, Left, format!("N° {number}"));
        p.say(Ty::Small, Left, format!("Loyer de {} {}", month_of(when), when.0));
        p.say(Ty::Small, Left, who.turned());
        p.gap(0.6);
        p.rows(
            64.0,
            &[("Loyer", bare(p, rent)), ("Charges", bare(p, charges)), ("Total", bare(p, rent + charges))],
            false,
        );
        p.gap(0.4);
        p.say(Ty::Small, Left, format!("Reçu le {}", figures(when, "/")));
    });
    let x = cut + 14.0;
    p.within((x, w + 22.0 - x), |p| {
        p.y = 36.0;
        p.ends(Ty::Head, p.pick(&["QUITTANCE DE LOYER", "QUITTANCE"]), format!("N° {number}"));
        p.gap(0.5);
        p.say(Ty::Body, Left, format!("Reçu de M {}", f("tenant", who.turned())));
        p.say(Ty::Body, Left, format!("la somme de {}", spelled(rent + charges)));
        p.say(Ty::Body, Left, format!("pour le loyer de l'appartement sis {}, {}", who.home[0], town));
        let first = (when.0, when.1, 1);
        p.say(Ty::Body, Left, format!("du {} au {}", figures(first, "/"), figures(month_end(first), "/")));
        p.gap(0.5);
        let y = p.y;
        let right = p.x + p.w;
        p.within((p.x, 170.0), |p| {
            let rows = vec![
                vec!["Loyer".to_owned(), f("rent", bare(p, rent))],
                vec![p.pick(&["Charges", "Prestations, taxes"]).to_owned(), f("charges", bare(p, charges))],
                vec!["TOTAL €".to_owned(), f("total", bare(p, rent + charges))],
            ];
            p.table(Ty::Body, (&[1.6, 1.2], "lr"), &[], &rows, Rules::Grid);
        });
        let end = p.y;
        p.y = y + 10.0;
        p.put(right, p.y, 160.0, Ty::Body, Right, format!("À {}, le {}", town, f("date", figures(when, "/"))));
        p.put(right, p.y + 14.0, 160.0, Ty::Small, Right, p.pick(&["Le propriétaire", "Signature du propriétaire", "Le bailleur"]));
        marks::signature(p.d.c, right - 110.0, p.y + 30.0, 90.0, &mut p.d.rng);
        p.put(right, p.y + 66.0, 170.0, Ty::Body, Right, f("landlord", owner.titled(false)));
        p.y = end.max(y + 98.0);
        p.para(
            Ty::Tiny,
            "La présente quittance ne libère l'occupant que pour la période indiquée et annule tout reçu à valoir. Elle \
             n'est valable que sous réserve de l'encaissement du chèque. Le locataire ne peut déménager sans avoir \
             justifié du paiement de ses impôts.",
        );
    });
}
