//! Receipts of rent: of a private landlord in words, of an agency with a slip, of a social landlord with aid taken off.

use super::Page;
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{in_words, mark, of, sum};
use crate::pages::marks;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("quittance", receipt)];

fn receipt(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => private(d),
        1 => agency(d),
        _ => social(d),
    }
}

fn month_name((y, m): (i64, i64)) -> String {
    format!("{} {y}", words::MONTHS[(m - 1).clamp(0, 11) as usize])
}

/// A page a landlord types: who, where, how much, in sentences and a short list.
fn private(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 11.0);
    let (owner, tenant) = (Home::random(&mut k), Home::random(&mut k));
    let (x0, x1) = (70.0, 530.0);
    let month = (k.between(2005, 2025), k.between(1, 12));
    let (rent, charges) = (k.between(290, 1_150) as u64 * 100, k.between(15, 140) as u64 * 100);
    let all = rent + charges;
    let paid = say(k.choose(&[0, 4]), (month.0, month.1, k.between(3, 12)));
    let title = k.pick(&["QUITTANCE DE LOYER", "Quittance de loyer", "REÇU DE LOYER - QUITTANCE"]);
    fit(d, "", (297.0, 84.0), 440.0, title, &p.h.sized(p.h.size * 1.1), C);
    fit(d, "", (297.0, 104.0), 440.0, &format!("Mois {}", of(&month_name(month))), &p.b, C);
    let (a, b) =
        k.choose(&[("Bailleur", "Locataire"), ("Propriétaire :", "Locataire :"), ("Le bailleur", "Le locataire")]);
    put(d, x0, 150.0, 200.0, a, &p.b);
    block(d, "landlord", (x0, 166.0), 210.0, &owner.lines(0), &p.n);
    put(d, 320.0, 150.0, 200.0, b, &p.b);
    block(d, "tenant", (320.0, 166.0), 210.0, &[tenant.called(0), tenant.street.clone(), owner.place.line(true)], &p.n);
    put(d, x0, 240.0, x1 - x0, "Adresse de la location :", &p.b);
    put(
        d,
        x0,
        256.0,
        x1 - x0,
        &format!(
            "{}, {} - appartement T{}, {} étage",
            tenant.street,
            owner.place.line(true),
            k.between(1, 4),
            k.pick(&["1er", "2e", "3e"])
        ),
        &p.n,
    );
    let text = format!(
        "Je {}, {}, propriétaire du logement désigné ci-dessus, déclare avoir reçu de {} la somme de {} euros, au titre du paiement du loyer et des charges pour la \
         période de location du 1er au {} {}, et lui en donne quittance, sous réserve de tous mes droits.",
        owner.who.agree("soussigné", "soussignée"),
        owner.called(0),
        tenant.called(0),
        in_words(all / 100),
        month_end(month).2,
        month_name(month),
    );
    let mut y = para(d, x0, 288.0, x1 - x0, &text, &p.n) + 20.0;
    put(d, x0, y, 300.0, k.pick(&["Détail du règlement :", "Décompte"]), &p.b);
    y += 18.0;
    let (r, c, t) = k.choose(&[
        ("Loyer", "Provision pour charges", "Total"),
        ("Loyer nu", "Charges", "Somme totale reçue"),
        ("- Loyer hors charges :", "- Charges locatives :", "Total payé :"),
    ]);
    for (label, name, cents) in [(r, "rent", rent), (c, "charges", charges), (t, "total", all)] {
        if name == "total" {
            d.rule(x0, y - 11.0, x0 + 250.0, y - 11.0, 0.5);
        }
        cells(
            d,
            y,
            &[(x0 - 3.0, x0 + 160.0, L), (x0 + 160.0, x0 + 250.0, R)],
            &[("", label.to_owned()), (name, format!("{} €", sum(cents)))],
            if name == "total" { &p.b } else { &p.n },
        );
        y += 17.0;
    }
    y += 10.0;
    put(
        d,
        x0,
        y,
        x1 - x0,
        &format!("Règlement par {} du {:02}/{:02}/{}.", k.pick(&["virement", "chèque"]), 2, month.1, month.0),
        &p.n,
    );
    let since = d.c.lines.len();
    y += 36.0;
    put(d, 300.0, y, 230.0, &format!("Fait à {}, le {paid}", owner.place.town), &p.n);
    mark(d, since, "date", &paid);
    put(d, 300.0, y + 18.0, 200.0, k.pick(&["Signature du bailleur", "Le propriétaire"]), &p.n);
    marks::signature(d.c, 320.0, y + 56.0, 110.0, &mut k);
    let text = "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement partiel du montant du présent terme. Elle est à conserver \
                pendant trois ans par le locataire (article 7-1 de la loi n° 89-462 du 6 juillet 1989). Le paiement de la présente n'emporte pas présomption de paiement des \
                termes antérieurs. Cette quittance ou ce reçu sera nul si le chèque est impayé.";
    para(d, x0, 712.0, x1 - x0, text, &p.s);
}

/// Of an agency: notice of the term to come with the receipt of the one paid, a slip to send back.
fn agency(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.4);
    let firm = Firm::new(
        k.pick(&[
            "Cabinet Immobilier Dufrêne", "Agence du Vieux Port", "Régie Saint-Louis", "Gestion Foncière des Pays d'Oc",
        ]),
        "6831Z",
        &mut k,
    );
    let (owner, tenant) = (Home::random(&mut k), Home::random(&mut k));
    let (x0, x1) = (44.0, 551.0);
    let month = (k.between(2008, 2025), k.between(1, 12));
    let (rent, charges) = (k.between(31_000, 118_000) as u64, k.between(2_000, 15_000) as u64);
    let all = rent + charges;
    let when = say(k.choose(&[0, 3]), (month.0, month.1, k.between(5, 20)));
    emblem(d, x0, 26.0, 50.0, &mut k);
    put(d, x0 + 58.0, 44.0, 230.0, &capitals(&firm.name, true), &p.b.sized(p.n.size * 1.25));
    block(
        d,
        "",
        (x0 + 58.0, 57.0),
        230.0,
        &[
            firm.street.clone(),
            firm.place.line(true),
            format!("Tél. {}", firm.phone),
            "Carte pro. G 1240 - Garantie GALIAN 160 000 €".to_owned(),
        ],
        &p.s,
    );
    let title = k.pick(&["QUITTANCE", "QUITTANCE DE LOYER", "Quittance de loyer et charges"]);
    fit(d, "", (x1, 50.0), 220.0, title, &p.h.sized(p.h.size * 1.15), R);
    fit(d, "", (x1, 66.0), 220.0, &format!("Terme : {}", month_name(month)), &p.n, R);
    let account = format!("{}.{:04}", k.between(10, 99), k.between(1, 999));
    let row = [("Compte locataire", "", account.as_str()), ("Lot", "", &k.digits(4)), ("Édité le", "date", &when)];
    boxes(d, (x0, 116.0, x0 + 230.0, 144.0), &row, (&p.s, &p.n));
    block(
        d,
        "tenant",
        (330.0, 132.0),
        215.0,
        &[tenant.called(2), capitals(&tenant.street, false), firm.place.line(true)],
        &p.n.sized(p.n.size * 1.1),
    );
    kv(
        d,
        (x0, x0 + 74.0, x1),
        204.0,
        (k.pick(&["Propriétaire", "Bailleur", "Pour le compte de"]), "landlord", &owner.called(2)),
        (&p.s, &p.n),
    );
    kv(
        d,
        (x0, x0 + 74.0, x1),
        217.0,
        ("Logement", "", &format!("{}, {}", tenant.street, firm.place.line(false))),
        (&p.s, &p.n),
    );
    let cols = columns(x0, x1, &[(4.0, L), (1.8, C), (1.3, R)]);
    heads(d, (232.0, 18.0), &cols, &["Libellé", "Période", "Montant EUR"], &p.b, 2);
    let period = format!("01/{:02} au {:02}/{:02}/{}", month.1, month_end(month).2, month.1, month.0);
    let (r, c) = k.choose(&[
        ("Loyer principal", "Provision sur charges"),
        ("Loyer habitation", "Charges locatives (provision)"),
        ("LOYER", "PROVISIONS CHARGES"),
    ]);
    cells(d, 268.0, &cols, &[("", r.to_owned()), ("", period.clone()), ("rent", sum(rent))], &p.n);
    cells(d, 284.0, &cols, &[("", c.to_owned()), ("", period), ("charges", sum(charges))], &p.n);
    d.rule(x0, 372.0, x1, 372.0, 0.5);
    let label = k.pick(&["TOTAL QUITTANCÉ", "Total réglé", "Montant total de la quittance"]);
    cells(d, 387.0, &cols, &[("", label.to_owned()), ("", String::new()), ("total", sum(all))], &p.b);
    grid(d, 232.0, 394.0, &cols);
    let text = format!(
        "Reçu de {} la somme de {} euros et {} centimes pour loyer et accessoires des locaux ci-dessus désignés, en vertu du bail en cours. Dont quittance, sous réserve de tous droits et \
                        actions, et sans préjudice de tout compte de charges à établir.",
        tenant.called(2),
        in_words(all / 100),
        in_words(all % 100)
    );
    let mut y = full(d, x0, 424.0, x1 - x0, &text, &p.n);
    put(d, 360.0, y + 20.0, 180.0, "Pour le mandataire,", &p.n);
    marks::signature(d.c, 370.0, y + 50.0, 110.0, &mut k);
    let text = "Le paiement du présent terme ne présume pas le paiement des termes précédents. En cas de congé précédemment donné, la présente quittance vaudrait \
                indemnité d'occupation et ne constituerait pas un nouveau bail. N'oubliez pas de nous faire parvenir chaque année l'attestation d'assurance \
                contre les risques locatifs et le certificat d'entretien de la chaudière. Régularisation des charges : les justificatifs sont tenus à \
                votre disposition pendant six mois à l'agence.";
    y = para(d, x0, y + 96.0, x1 - x0, text, &p.s);
    dashes(d, x0, x1, 690.0_f32.max(y + 8.0));
    put(d, x0, 708.0, 300.0, "Talon à joindre à votre prochain règlement", &p.i);
    let row = [
        ("Compte", "", account.as_str()),
        ("Locataire", "", &tenant.who.surname()),
        ("Prochaine échéance", "", &say(0, later(month_end(month), 1))),
    ];
    boxes(d, (x0, 716.0, 360.0, 746.0), &row, (&p.s, &p.n));
    fit(d, "", (297.0, 800.0), 500.0, &format!("{} - {}", firm.legal(), firm.mail), &p.s, C);
}

/// Of a social landlord: lines with aid taken off, the window at the right, a message to tenants.
fn social(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.2);
    let tenant = Home::random(&mut k);
    let (x0, x1) = (40.0, 555.0);
    let month = (k.between(2009, 2025), k.between(1, 12));
    let dept = tenant.place.dept;
    let name = k.choose(&[
        format!("OFFICE PUBLIC DE L'HABITAT {}", capitals(dept, true)),
        format!("{} HABITAT", capitals(tenant.place.seat, true)),
        "SA d'HLM Le Toit Familial".to_owned(),
        "Logis Rural".to_owned(),
    ]);
    let (rent, charges, aid) =
        (k.between(24_000, 56_000) as u64, k.between(4_000, 16_000) as u64, k.between(6_000, 19_000) as u64);
    let all = rent + charges - aid;
    let when = say(k.choose(&[0, 4]), (month.0, month.1, k.between(20, 28)));
    let title = k.choose(&[
        "AVIS D'ÉCHÉANCE",
        "Avis d'échéance - Quittance",
        "QUITTANCE DE LOYER",
        "AVIS D'ÉCHÉANCE VALANT QUITTANCE APRÈS PAIEMENT",
    ]);
    d.c.frame(x0, 26.0, x1, 112.0, 0.8);
    fit(d, "landlord", (x0 + 8.0, 46.0), 250.0, &name, &p.b.sized(p.n.size * 1.15), L);
    block(
        d,
        "",
        (x0 + 8.0, 60.0),
        240.0,
        &[
            format!("Agence de {}", tenant.place.town),
            format!("{} - {}", street(&mut k), tenant.place.line(true)),
            format!("Tél. {}", tenant.place.phone(&mut k)),
            "Astreinte technique soir et week-end".to_owned(),
        ],
        &p.n,
    );
    fit(d, "", (x1 - 8.0, 46.0), 240.0, title, &p.b.sized(p.n.size * 1.3), R);
    fit(d, "", (x1 - 8.0, 64.0), 230.0, &capitals(&month_name(month), true), &p.b, R);
    let since = d.c.lines.len();
    fit(
        d,
        "",
        (x1 - 8.0, 80.0),
        230.0,
        &format!("{} {when}", k.pick(&["Édité le", "Date d'édition :", "Établi le"])),
        &p.n,
        R,
    );
    mark(d, since, "date", &when);
    block(d, "tenant", (320.0, 146.0), 225.0, &tenant.lines(2), &p.n.sized(p.n.size * 1.12));
    kvs(
        d,
        (x0, x0 + 100.0, 300.0),
        140.0,
        13.0,
        &[
            ("Référence client", "", &k.digits(8)),
            ("N° de contrat", "", &format!("L/{}", k.digits(6))),
            (
                "Module",
                "",
                &format!("{} bât. {} esc. {} log. {}", k.digits(4), k.capital(), k.between(1, 4), k.digits(2)),
            ),
            ("Surface habitable", "", &format!("{} m²", k.between(32, 92))),
        ],
        (&p.n, &p.n),
    );
    let cols = columns(x0, x1, &[(0.7, C), (3.8, L), (1.2, R), (1.2, R)]);
    heads(d, (214.0, 20.0), &cols, &["Code", "Rubrique", "Débit €", "Crédit €"], &p.b, k.between(1, 2) as usize);
    let (r, c) = k.choose(&[
        ("Loyer logement", "Provisions de charges"),
        ("LOYER PRINCIPAL", "PROVISION CHARGES GÉNÉRALES"),
        ("Loyer", "Charges (provision mensuelle)"),
    ]);
    let total = k.pick(&["NET À PAYER", "Total à payer", "Montant total de l'échéance"]);
    let blank = String::new;
    cells(d, 252.0, &cols, &[("", "100".to_owned()), ("", r.to_owned()), ("rent", sum(rent)), ("", blank())], &p.n);
    cells(
        d,
        268.0,
        &cols,
        &[("", "210".to_owned()), ("", c.to_owned()), ("charges", sum(charges)), ("", blank())],
        &p.n,
    );
    cells(
        d,
        284.0,
        &cols,
        &[
            ("", "610".to_owned()),
            ("", "Aide personnalisée au logement (CAF)".to_owned()),
            ("", blank()),
            ("", sum(aid)),
        ],
        &p.n,
    );
    d.rule(x0, 352.0, x1, 352.0, 0.5);
    cells(
        d,
        367.0,
        &cols,
        &[("", blank()), ("", total.to_owned()), ("total", format!("{} €", sum(all))), ("", blank())],
        &p.b,
    );
    grid(d, 214.0, 374.0, &cols);
    let text = "Situation de votre compte avant cette échéance : 0,00 €. Votre règlement est à nous faire parvenir avant le 5 du mois suivant. Vous êtes prélevé automatiquement : aucun \
                règlement n'est à effectuer. Après encaissement effectif, le présent avis vaut quittance pour le terme considéré, sous réserve de tous nos droits et de l'apurement des \
                termes antérieurs.";
    let mut y = para(d, x0, 398.0, x1 - x0, text, &p.n);
    d.c.fill(x0, y + 8.0, x1, y + 118.0, 236);
    put(d, x0 + 8.0, y + 24.0, 400.0, "Le mot de votre agence", &p.b);
    let text = "L'enquête annuelle sur les ressources vous sera adressée dans les prochaines semaines : répondez-y même si votre situation n'a pas changé, un supplément de loyer pourrait sinon \
                vous être appliqué. Rappel : les encombrants ne doivent pas être déposés dans les parties communes. Le collecteur passe le premier mardi du mois. Pensez à \
                signaler toute fuite d'eau, même minime, au gardien.";
    para(d, x0 + 8.0, y + 40.0, x1 - x0 - 16.0, text, &p.n);
    y += 140.0;
    put(d, x0, y, 400.0, "Consommations individuelles relevées", &p.b);
    let cols = columns(x0, x1, &[(2.0, L), (1.0, C), (1.0, C), (1.0, R)]);
    heads(d, (y + 8.0, 16.0), &cols, &["Compteur", "Ancien index", "Nouvel index", "Consommation"], &p.s, 2);
    let old = k.between(40, 400);
    cells(
        d,
        y + 37.0,
        &cols,
        &plain_cells(vec!["Eau froide".to_owned(), old.to_string(), (old + 7).to_string(), "7 m³".to_owned()]),
        &p.n,
    );
    cells(
        d,
        y + 51.0,
        &cols,
        &plain_cells(vec![
            "Eau chaude".to_owned(),
            (old / 2).to_string(),
            (old / 2 + 3).to_string(),
            "3 m³".to_owned(),
        ]),
        &p.n,
    );
    grid(d, y + 8.0, y + 58.0, &cols);
    let text = "En cas de difficultés, contactez sans attendre votre conseillère sociale. Conformément au règlement (UE) 2016/679, vous disposez d'un droit d'accès et de rectification des \
                données vous concernant auprès du délégué à la protection des données de l'organisme.";
    para(d, x0, 776.0, x1 - x0, text, &p.s);
}
