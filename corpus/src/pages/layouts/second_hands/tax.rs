//! Notices of taxes: on income, on land and dwellings, and the statement of who pays none.

use super::Page;
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, mark};
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("avis_imposition", notice)];

fn notice(d: &mut Desk<'_, '_>) {
    match d.rng.below(4) {
        0 => income(d),
        1..=2 => land(d),
        _ => situation(d),
    }
}

/// A tax number: ten digits and what remains of them by 511.
fn tax_number(k: &mut Rng) -> String {
    let head = format!("{}{}", k.between(0, 3), k.digits(9));
    let rest = head.parse::<u64>().unwrap_or_default() % 511;
    format!("{head}{rest:03}")
}

fn euros(n: u64) -> String {
    codes::thousands(n, " ")
}

/// Number, reference and roll as these notices group them.
struct References {
    number: String,
    notice: String,
    roll: String,
}

fn references(year: i64, dept: &str, k: &mut Rng) -> References {
    let number = tax_number(k);
    References {
        number: if k.chance(0.6) { codes::grouped(&number, &[2, 2, 3]) } else { number },
        notice: format!("{:02} {dept} {} {}", year % 100, k.digits(7), k.digits(2)),
        roll: k.choose(&["011", "022", "221", "311", "071"]).to_owned(),
    }
}

/// Office and its address, as at the head of a notice.
fn office(home: &Home, kind: &str, k: &mut Rng) -> Vec<String> {
    vec![
        "CENTRE DES FINANCES PUBLIQUES".to_owned(),
        format!("{kind} {}", capitals(home.place.seat, true)),
        capitals(&street(k), true),
        home.place.line(true),
    ]
}

/// Tax on income: references left, the window right, what is owed in a box.
fn income(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.2);
    let home = Home::random(&mut k);
    let year = k.between(2012, 2025);
    let (x0, x1) = (40.0, 556.0);
    let r = references(year, &home.place.code[..2], &mut k);
    put(d, x0, 44.0, 240.0, k.pick(&["DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", "FINANCES PUBLIQUES"]), &p.b);
    block(d, "", (x0, 58.0), 230.0, &office(&home, "SIP", &mut k), &p.n);
    let title = k.choose(&[
        format!("AVIS D'IMPÔT {year}"),
        format!("Avis d'impôt établi en {year}"),
        format!("IMPÔT {year} - AVIS D'IMPOSITION"),
    ]);
    fit(d, "", (x1, 46.0), 250.0, &title, &p.h, R);
    fit(d, "", (x1, 62.0), 250.0, &format!("IMPÔT SUR LES REVENUS DE L'ANNÉE {}", year - 1), &p.b, R);
    fit(d, "", (x1, 75.0), 250.0, "ET PRÉLÈVEMENTS SOCIAUX", &p.n, R);
    block(d, "addressee", (318.0, 142.0), 230.0, &home.lines(2), &p.n.sized(p.n.size * 1.15));
    let (start, due) = ((year, 7, k.between(22, 31)), (year, 9, k.between(15, 18)));
    put(d, x0, 132.0, 230.0, "Vos références", &p.b);
    d.rule(x0, 136.0, 286.0, 136.0, 0.6);
    let (a, b, c) = k.choose(&[
        ("Numéro fiscal", "Référence de l'avis", "Numéro de rôle"),
        ("N° fiscal du déclarant 1", "Référence de l'avis d'impôt", "N° de rôle"),
        ("Numéro fiscal (13 chiffres)", "N° de l'avis", "Rôle n°"),
    ]);
    let y = kvs(
        d,
        (x0, x0 + 124.0, 300.0),
        150.0,
        13.0,
        &[
            (a, "tax_number", &r.number),
            (b, "notice_reference", &r.notice),
            (c, "roll", &r.roll),
            ("N° FIP", "", &format!("{}0 {} {}", &home.place.code[..2], k.digits(2), k.digits(8))),
            ("Date d'établissement", "", &say(0, start)),
            ("Date de mise en recouvrement", "", &say(0, (year, 7, 31))),
        ],
        (&p.n, &p.n),
    );
    put(
        d,
        x0,
        y + 4.0,
        500.0,
        &format!("Adresse d'imposition au 1er janvier {year} : {}, {}", home.street, home.place.line(true)),
        &p.n,
    );
    let parts = k.choose(&["1", "1,5", "2", "2,5", "3"]);
    let rfr = k.between(14_800, 68_000) as u64;
    let gross = rfr * 10 / 9;
    let tax = rfr / k.between(11, 28) as u64;
    let paid = tax * k.between(60, 90) as u64 / 100;
    let left = tax - paid;
    d.c.fill(x0, 250.0, x1, 322.0, 232);
    put(d, x0 + 10.0, 268.0, 300.0, "Votre situation", &p.b);
    let label = k.pick(&["Somme qui vous reste à payer", "Montant restant à payer", "IL VOUS RESTE À PAYER"]);
    let wide = columns(x0 + 7.0, x1 - 8.0, &[(3.2, L), (1.0, R)]);
    cells(
        d,
        286.0,
        &wide,
        &[("", label.to_owned()), ("amount_due", format!("{} €", euros(left)))],
        &p.b.sized(p.n.size * 1.25),
    );
    let until = say(k.choose(&[0, 4]), due);
    let label = k.pick(&["Au plus tard le", "Date limite de paiement", "À payer au plus tard le", "Sera prélevée le"]);
    cells(d, 306.0, &wide, &[("", label.to_owned()), ("due_date", until)], &p.n);
    let (label, value) = (
        k.pick(&["Revenu fiscal de référence", "Votre revenu fiscal de référence", "REVENU FISCAL DE RÉFÉRENCE"]),
        euros(rfr),
    );
    let cols = columns(x0, x1, &[(4.0, L), (1.0, R), (1.0, R)]);
    heads(d, (336.0, 18.0), &cols, &["Détail de votre imposition", "Déclarant 1", "Total"], &p.sb, 1);
    let mut y = 370.0;
    for (text, one, all) in [
        ("Salaires, pensions et rentes déclarés", euros(gross), euros(gross)),
        ("Déduction de 10 % ou frais réels", format!("- {}", euros(gross - rfr)), String::new()),
        ("Revenu brut global", String::new(), euros(rfr)),
        ("Revenu imposable", String::new(), euros(rfr)),
        ("Nombre de parts", String::new(), parts.to_owned()),
        ("Impôt sur le revenu avant réductions", String::new(), euros(tax)),
        ("Impôt sur le revenu net", String::new(), euros(tax)),
        ("Retenue à la source et acomptes déjà versés", String::new(), format!("- {}", euros(paid))),
    ] {
        cells(d, y, &cols, &plain_cells(vec![text.to_owned(), one, all]), &p.n);
        d.c.dotted(x0, x1, y + 4.5);
        y += 17.0;
    }
    cells(d, y, &cols, &[("", label.to_owned()), ("", String::new()), ("reference_income", value)], &p.b);
    d.rule(x0, y + 8.0, x1, y + 8.0, 0.7);
    let text = "Comment payer ? Si vous avez communiqué vos coordonnées bancaires, la somme sera prélevée automatiquement. Sinon, payez par Internet sur impots.gouv.fr ou, si le montant ne \
                dépasse pas 300 €, par chèque, TIP SEPA, carte bancaire ou espèces (chez un buraliste partenaire). Au-delà de la date limite de paiement, une majoration de 10 % est appliquée.";
    y = para(d, x0, y + 28.0, x1 - x0, text, &p.n);
    let text = "Vous pouvez réclamer jusqu'au 31 décembre de la deuxième année suivant celle de la mise en recouvrement (article R*196-1 du livre des procédures fiscales). La réclamation ne \
                suspend pas le paiement, sauf demande expresse de sursis. Conservez cet avis : il pourra vous être demandé pour justifier de vos revenus auprès des organismes \
                sociaux. Sa validité peut être vérifiée sur impots.gouv.fr/verifavis au moyen du numéro fiscal et de la référence de l'avis. Votre taux de prélèvement à la source a \
                été communiqué à votre employeur ou à votre caisse de retraite ; vous pouvez le moduler en ligne.";
    y = para(d, x0, y + 10.0, x1 - x0, text, &p.s);
    put(
        d,
        x0,
        y + 16.0,
        400.0,
        "Pour nous joindre : 0 809 401 401 (service gratuit + prix appel), du lundi au vendredi de 8 h 30 à 19 h",
        &p.n,
    );
    marks::code(d.c, x0, (y + 26.0).min(770.0), &mut k);
    put(d, x0, 812.0, 200.0, "Page 1/4", &p.s);
}

/// Tax on land or on dwellings: who gets what in columns, the sum at the right of the head.
fn land(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.8);
    let home = Home::random(&mut k);
    let dwelling = k.chance(0.35);
    let year = if dwelling { k.between(2010, 2024) } else { k.between(2011, 2025) };
    let (x0, x1) = (34.0, 561.0);
    let r = references(year, &home.place.code[..2], &mut k);
    let (head, month, until) = if dwelling {
        (
            "TAXE D'HABITATION",
            11,
            if year < 2023 { "Contribution à l'audiovisuel public" } else { "et taxe sur les logements vacants" },
        )
    } else {
        ("TAXES FONCIÈRES", 10, "votées et perçues par la commune et divers organismes")
    };
    d.c.frame(x0, 28.0, x1, 98.0, 0.8);
    put(
        d,
        x0 + 8.0,
        50.0,
        330.0,
        &k.choose(&[
            format!("{head} {year}"),
            format!("AVIS D'IMPÔT {year} - {head}"),
            format!("AVIS {year} : {head}"),
        ]),
        &p.h,
    );
    put(d, x0 + 8.0, 66.0, 330.0, until, &p.n);
    put(
        d,
        x0 + 8.0,
        86.0,
        330.0,
        &format!("Département : {}   Commune : {}", &home.place.code[..2], capitals(home.place.town, true)),
        &p.n,
    );
    fit(d, "", (x1 - 8.0, 48.0), 160.0, "RÉPUBLIQUE FRANÇAISE", &p.b, R);
    fit(d, "", (x1 - 8.0, 61.0), 160.0, "Direction générale", &p.n, R);
    fit(d, "", (x1 - 8.0, 73.0), 160.0, "des finances publiques", &p.n, R);
    block(d, "addressee", (316.0, 138.0), 235.0, &home.lines(2), &p.n.sized(p.n.size * 1.18));
    block(d, "", (x0, 122.0), 240.0, &office(&home, "SGC DE", &mut k), &p.n);
    let (a, b, c) = k.choose(&[
        ("Numéro fiscal", "Référence de l'avis", "Numéro de rôle"),
        ("N° fiscal", "Réf. de l'avis", "Rôle"),
        ("Votre numéro fiscal", "Référence avis", "N° du rôle"),
    ]);
    kvs(
        d,
        (x0, x0 + 92.0, 290.0),
        178.0,
        12.5,
        &[
            (a, "tax_number", &r.number),
            (b, "notice_reference", &r.notice),
            (c, "roll", &r.roll),
            ("Propriété", "", &format!("{} {}", k.digits(3), k.capital())),
        ],
        (&p.n, &p.b),
    );
    // Rates in hundredths of a percent, bases in euros.
    let base = k.between(900, 3_400) as u64;
    let shares: Vec<(&str, u64)> = vec![
        ("Commune", k.between(1_400, 4_600) as u64),
        ("Syndicat|de communes", k.between(10, 90) as u64),
        ("Inter-|communalité", k.between(180, 900) as u64),
        ("Taxes|spéciales", k.between(8, 60) as u64),
        ("Ordures|ménagères", k.between(780, 1_400) as u64),
        ("Taxe|GEMAPI", k.between(8, 40) as u64),
    ];
    let mut widths = vec![(2.0, L)];
    widths.extend(shares.iter().map(|_| (1.2, R)));
    widths.push((1.3, R));
    let cols = columns(x0, x1, &widths);
    let mut names = vec!["Détail du calcul|des cotisations"];
    names.extend(shares.iter().map(|s| s.0));
    names.push("Total des|cotisations");
    heads(d, (240.0, 30.0), &cols, &names, &p.sb, 2);
    let rates = |less: u64| -> Vec<String> {
        shares
            .iter()
            .map(|s| format!("{},{:02} %", (s.1 - s.1 * less / 100) / 100, (s.1 - s.1 * less / 100) % 100))
            .collect()
    };
    let sums: Vec<u64> = shares.iter().map(|s| base * s.1 / 10_000).collect();
    let total: u64 = sums.iter().sum();
    let mut y = 286.0;
    for (text, mut values, last) in [
        (format!("Taux {}", year - 1), rates(3), String::new()),
        (format!("Taux {year}"), rates(0), String::new()),
        ("Adresse".to_owned(), vec![String::new(); shares.len()], String::new()),
        ("Base".to_owned(), vec![base.to_string(); shares.len()], String::new()),
        ("Cotisation".to_owned(), sums.iter().map(ToString::to_string).collect(), euros(total)),
        (
            format!("Cotisation {}", year - 1),
            sums.iter().map(|s| (s - s * 4 / 100).to_string()).collect(),
            euros(total - total * 4 / 100),
        ),
        ("Variation en %".to_owned(), vec!["+ 4,00 %".to_owned(); shares.len()], String::new()),
    ] {
        values.insert(0, text);
        values.push(last);
        cells(d, y, &cols, &plain_cells(values), &p.n);
        d.rule(x0, y + 6.0, x1, y + 6.0, 0.3);
        y += 18.0;
    }
    put(d, x0 + 3.0, 322.0 + 0.0, cols[0].1 - cols[0].0, "", &p.n);
    put(
        d,
        cols[1].0 + 3.0,
        322.0,
        380.0,
        &format!("{} {}", home.street, if dwelling { "(résidence secondaire)" } else { "" }),
        &p.s,
    );
    d.c.frame(x0, 240.0, x1, y - 12.0, 0.7);
    let fee = total * 3 / 100;
    let due = (total + fee, (year, month, k.between(15, 17)));
    let wide = columns(300.0, x1, &[(2.2, L), (1.0, R)]);
    cells(
        d,
        y + 8.0,
        &wide,
        &plain_cells(vec!["Frais de gestion de la fiscalité directe locale".to_owned(), euros(fee)]),
        &p.n,
    );
    d.c.fill(300.0, y + 16.0, x1, y + 62.0, 226);
    let (a, b) = k.choose(&[
        ("Montant de votre impôt", "Date limite de paiement"),
        ("SOMME À PAYER", "À PAYER AU PLUS TARD LE"),
        ("Montant à payer", "au plus tard le"),
    ]);
    cells(
        d,
        y + 34.0,
        &wide,
        &[("", a.to_owned()), ("amount_due", format!("{} €", euros(due.0)))],
        &p.b.sized(p.n.size * 1.15),
    );
    cells(d, y + 52.0, &wide, &[("", b.to_owned()), ("due_date", say(0, due.1))], &p.b);
    let mut z = y + 8.0;
    put(d, x0, z, 250.0, "Vos démarches", &p.b);
    let text = "Payez en ligne sur impots.gouv.fr, par prélèvement à l'échéance ou mensuel : adhésion au 0 809 401 401 en communiquant votre numéro fiscal et la référence de l'avis.";
    z = para(d, x0, z + 14.0, 250.0, text, &p.n);
    if dwelling {
        let rfr = euros(k.between(12_000, 60_000) as u64);
        kv(d, (x0, x0, 290.0), z + 4.0, ("Revenu fiscal de référence :", "reference_income", &rfr), (&p.n, &p.n));
        z += 14.0;
    }
    let text = "Le montant des cotisations résulte des taux votés par les assemblées des collectivités et organismes bénéficiaires et de la valeur locative cadastrale de votre bien, revalorisée chaque année. Les \
                propriétaires âgés de plus de 75 ans ou titulaires de certaines allocations peuvent, sous condition de ressources, être exonérés ou dégrevés. En cas de vente du bien en cours \
                d'année, vous restez redevable de la taxe pour l'année entière ; l'accord passé devant notaire avec l'acquéreur n'est pas opposable à l'administration. Délai de réclamation : jusqu'au \
                31 décembre de l'année suivant celle de la mise en recouvrement du rôle.";
    z = full(d, x0, (z + 14.0).max(y + 82.0), x1 - x0, text, &p.n);
    if due.0 < 300 || year < 2018 {
        dashes(d, x0, x1, 690.0_f32.max(z + 8.0));
        let top = 700.0_f32.max(z + 18.0);
        put(d, x0, top + 8.0, 200.0, "TIP SEPA", &p.b);
        put(d, x0, top + 22.0, 300.0, &format!("Montant : {} €  -  {} {}", euros(due.0), head, year), &p.n);
        block(
            d,
            "",
            (330.0, top + 8.0),
            225.0,
            &["CENTRE D'ENCAISSEMENT DES FINANCES PUBLIQUES".to_owned(), "94974 CRÉTEIL CEDEX 9".to_owned()],
            &p.n,
        );
        put(d, x0, top + 60.0, 500.0, &format!("{}   {}", k.digits(12), k.digits(24)), &p.n);
    } else {
        put(
            d,
            x0,
            z + 24.0,
            500.0,
            "Votre paiement doit être effectué par Internet ou par prélèvement : le chèque et le TIP SEPA ne sont pas acceptés.",
            &p.b,
        );
        marks::code(d.c, x0, (z + 44.0).min(760.0), &mut k);
    }
}

/// The statement of who was not taxed: no sum to pay, the income of reference and the parts.
fn situation(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.6);
    let home = Home::random(&mut k);
    let year = k.between(2016, 2025);
    let (x0, x1) = (48.0, 547.0);
    let r = references(year, &home.place.code[..2], &mut k);
    emblem(d, x0, 26.0, 54.0, &mut k);
    block(d, "", (x0, 92.0), 230.0, &office(&home, "SERVICE DES IMPÔTS DES PARTICULIERS DE", &mut k), &p.n);
    d.c.frame(310.0, 30.0, x1, 84.0, 1.0);
    let title = k.choose(&[
        "AVIS DE SITUATION DÉCLARATIVE",
        "Avis de situation déclarative à l'impôt",
        "AVIS DE NON-IMPOSITION",
    ]);
    fit(d, "", (428.0, 50.0), 224.0, title, &p.b.sized(p.n.size * 1.2), C);
    fit(d, "", (428.0, 64.0), 224.0, &format!("à l'impôt sur le revenu {year}"), &p.n, C);
    fit(d, "", (428.0, 77.0), 224.0, &format!("sur les revenus de l'année {}", year - 1), &p.n, C);
    block(d, "addressee", (320.0, 150.0), 225.0, &home.lines(2), &p.n.sized(p.n.size * 1.12));
    let since = d.c.lines.len();
    put(d, x0, 214.0, 480.0, &format!("Numéro fiscal du déclarant 1 : {}", r.number), &p.n);
    put(
        d,
        x0,
        228.0,
        480.0,
        &format!("{} {}", k.pick(&["Référence de l'avis :", "Référence du présent avis :"]), r.notice),
        &p.n,
    );
    mark(d, since, "tax_number", &r.number);
    mark(d, since, "notice_reference", &r.notice);
    put(
        d,
        x0,
        242.0,
        480.0,
        &format!(
            "Établi le {} - Déclaration n° {} - Situation de famille : {}",
            say(0, day(&mut k, year, year)),
            k.digits(6),
            home.who.agree("célibataire", "divorcée")
        ),
        &p.n,
    );
    let rfr = k.between(3_400, 14_600) as u64;
    let gross = rfr * 10 / 9;
    let text = format!(
        "{}, vous trouverez ci-dessous le récapitulatif des éléments que vous avez déclarés. D'après ces éléments, vous n'avez pas d'impôt sur le revenu à payer. Ce document \
                        vous permet de justifier de vos revenus et charges auprès des tiers.",
        home.who.title(true)
    );
    let mut y = para(d, x0, 270.0, x1 - x0, &text, &p.n) + 8.0;
    let cols = columns(x0, x1, &[(0.7, C), (3.6, L), (1.1, R), (1.1, R), (1.1, R)]);
    heads(d, (y, 18.0), &cols, &["Case", "Revenus et charges", "Déclarant 1", "Déclarant 2", "Total"], &p.sb, 2);
    let top = y;
    y += 32.0;
    for (code, text, one, all) in [
        ("1AJ", "Traitements et salaires", euros(gross), euros(gross)),
        ("", "Déduction forfaitaire de 10 %", format!("- {}", euros(gross - rfr)), format!("- {}", euros(gross - rfr))),
        ("", "Salaires, pensions, rentes nets", euros(rfr), euros(rfr)),
        ("2TR", "Intérêts et autres produits de placement", "0".to_owned(), "0".to_owned()),
        ("", "Revenu brut global", String::new(), euros(rfr)),
        ("6DD", "Déductions diverses", String::new(), "0".to_owned()),
        ("", "Revenu net imposable", String::new(), euros(rfr)),
        ("", "Nombre de parts", String::new(), k.choose(&["1,00", "1,50", "2,00"]).to_owned()),
        ("", "Impôt sur le revenu", String::new(), "0".to_owned()),
    ] {
        cells(d, y, &cols, &plain_cells(vec![code.to_owned(), text.to_owned(), one, String::new(), all]), &p.n);
        y += 17.0;
    }
    grid(d, top, y - 8.0, &cols);
    y += 14.0;
    d.c.frame(x0, y - 4.0, x1, y + 22.0, 1.0);
    let label =
        k.pick(&["REVENU FISCAL DE RÉFÉRENCE", "Revenu fiscal de référence", "Votre revenu fiscal de référence"]);
    cells(
        d,
        y + 13.0,
        &columns(x0 + 5.0, x1 - 5.0, &[(3.0, L), (1.0, R)]),
        &[("", label.to_owned()), ("reference_income", euros(rfr))],
        &p.b.sized(p.n.size * 1.2),
    );
    let text = "Les organismes tiers (bailleurs, collectivités, caisses) peuvent vérifier l'authenticité de ce document sur le service en ligne « verifavis » de impots.gouv.fr à l'aide du numéro fiscal \
                et de la référence de l'avis figurant ci-dessus. Toute falsification est passible de poursuites pénales (article 441-1 du code pénal). Si vous constatez une erreur, vous \
                pouvez corriger votre déclaration en ligne d'août à décembre ou adresser une réclamation à votre service des impôts.";
    y = full(d, x0, y + 48.0, x1 - x0, text, &p.n);
    let text = "Les dispositions de la loi n° 78-17 du 6 janvier 1978 relative à l'informatique, aux fichiers et aux libertés vous garantissent un droit d'accès et de rectification aux données vous concernant. \
                Vos correspondants : pour tout renseignement, votre service des impôts, du lundi au vendredi de 8 h 30 à 12 h et sur rendez-vous ; par messagerie sécurisée depuis votre espace particulier.";
    para(d, x0, y + 14.0, x1 - x0, text, &p.s);
    marks::code(d.c, x0, 748.0, &mut k);
    fit(d, "", (x1, 812.0), 100.0, "1/2", &p.s, R);
}
