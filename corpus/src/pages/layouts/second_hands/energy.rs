//! Bills of local suppliers: electricity or gas of a municipal works, water of a joint board.

use super::Page;
use super::telecom::telephone;
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, sum};
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("facture_energie", bill)];

fn bill(d: &mut Desk<'_, '_>) {
    match d.rng.below(5) {
        0..=1 => power(d),
        2..=3 => water(d),
        _ => telephone(d),
    }
}

/// Electricity or gas: a grey column of contacts at the left, a slip to pay with at the foot.
fn power(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.9);
    let gas = k.chance(0.35);
    let home = Home::random(&mut k);
    let names: &[&str] = if gas {
        &["Gaz de Barr", "Régie Gaz Énergies", "Vialis Gaz"]
    } else {
        &[
            "SICAE du Carmausin", "Sorégies Énergie", "Régie Municipale d'Électricité", "Gaz Électricité des Vallées",
            "Energis Régie",
        ]
    };
    let name = k.pick(names);
    let (x0, x1) = (188.0, 560.0);
    let (issued, style) = (day(&mut k, 2012, 2025), k.choose(&[0, 3, 4]));
    let due = later(issued, k.between(14, 21));
    let number = format!("{}{}", k.pick(&["", "FE", "E"]), k.digits(10));
    let client = k.digits(8);
    let contract = format!("{}{}", k.pick(&["", "C", "CT-"]), k.digits(7));
    let point = k.choose(&["14", "21", "30"]).to_owned() + &k.digits(12);
    let point = if k.chance(0.6) { codes::grouped(&point, &[2, 3]) } else { point };
    d.c.fill(0.0, 0.0, 170.0, 842.0, 234);
    emblem(d, 26.0, 30.0, 56.0, &mut k);
    put(d, 26.0, 108.0, 138.0, name, &p.b.sized(p.n.size * 1.3));
    let mut y = 138.0;
    let phone = home.place.phone(&mut k);
    let mail = format!("clientele@{}.fr", slug(name));
    let office = format!("{} - {}", street(&mut k), home.place.line(false));
    for (head, text) in [
        ("Nous contacter", format!("Par téléphone : {phone} (prix d'un appel local), du lundi au vendredi de 8 h à 12 h et de 13 h 30 à 17 h.")),
        ("Par courriel", mail),
        ("À l'accueil", office),
        ("Urgence dépannage", format!("{} - 24 h/24, 7 j/7", home.place.phone(&mut k))),
        ("Vos droits", "En cas de litige, adressez d'abord une réclamation écrite à notre service clients. Sans réponse sous deux mois, saisissez le médiateur national de l'énergie : www.energie-mediateur.fr".to_owned()),
        ("Origine de l'énergie", if gas { "Gaz naturel, dont 4 % de biométhane injecté sur le réseau local.".to_owned() } else { "Nucléaire 61 %, hydraulique 24 %, autres renouvelables 9 %, gaz 6 %.".to_owned() }),
        ("Difficultés de paiement", "Contactez-nous ou les services sociaux de votre commune (fonds de solidarité pour le logement). Le chèque énergie est accepté.".to_owned()),
    ] {
        put(d, 26.0, y, 138.0, head, &p.b);
        y = para(d, 26.0, y + 12.0, 136.0, &text, &p.s.sized(p.n.size * 0.88)) + 10.0;
    }
    let what = if gas { "gaz naturel" } else { "électricité" };
    let title = k.choose(&[
        format!("Votre facture de {what}"),
        format!("FACTURE {}", capitals(what, true)),
        format!("Facture d'énergie - {what}"),
    ]);
    put(d, x0, 48.0, 365.0, &title.replace("de électricité", "d'électricité"), &p.h);
    let (a, b, c) = k.choose(&[
        ("Facture n°", "du", "Référence client"),
        ("N° de facture", "Date de facture", "N° client"),
        ("Votre facture", "éditée le", "Client n°"),
    ]);
    kvs(
        d,
        (x0, x0 + 82.0, 350.0),
        66.0,
        12.5,
        &[
            (a, "invoice_number", &number),
            (b, "invoice_date", &say(style, issued)),
            (c, "client_number", &client),
            (k.pick(&["N° de contrat", "Contrat"]), "contract_number", &contract),
        ],
        (&p.n, &p.n),
    );
    block(d, "addressee", (345.0, 134.0), 215.0, &home.lines(k.choose(&[0, 2])), &p.n.sized(p.n.size * 1.12));
    let label = if gas {
        k.pick(&["Point de comptage (PCE)", "N° PCE", "PCE"])
    } else {
        k.pick(&["Point de livraison (PDL)", "PRM", "Référence du point (PRM)"])
    };
    put(d, x0, 208.0, 300.0, "Lieu de consommation", &p.b);
    put(d, x0, 221.0, 360.0, &format!("{} - {}", home.street, home.place.line(false)), &p.n);
    kv(d, (x0, x0 + 110.0, x1), 234.0, (label, "delivery_point", &point), (&p.n, &p.n));
    let (start, used) = (k.between(4_000, 60_000), k.between(180, 2_600));
    let power = if gas {
        "Tarif B1, zone 3".to_owned()
    } else {
        format!("Puissance {} kVA, option {}", k.choose(&[6, 9, 12]), k.pick(&["Base", "Heures creuses"]))
    };
    put(d, x0, 247.0, 360.0, &power, &p.n);
    let cols = columns(x0, x1, &[(1.6, L), (1.2, R), (1.2, R), (1.2, R), (0.7, C)]);
    let heading = if gas {
        ["Relevé", "Ancien m³", "Nouveau m³", "kWh", "Type"]
    } else {
        ["Relevé", "Ancien index", "Nouvel index", "kWh", "Type"]
    };
    heads(d, (262.0, 16.0), &cols, &heading, &p.sb, 1);
    let kwh = if gas { used * 11 } else { used };
    cells(
        d,
        290.0,
        &cols,
        &plain_cells(vec![
            say(0, issued),
            start.to_string(),
            (start + used).to_string(),
            kwh.to_string(),
            k.pick(&["R", "E"]).to_owned(),
        ]),
        &p.n,
    );
    put(d, x0, 304.0, 370.0, "R : relevé, E : estimé", &p.s);
    let price = if gas { 72 } else { 1_420 };
    let energy = if gas { kwh as u64 * price / 10 } else { kwh as u64 * price / 100 };
    let (fixed, duty, cta) = (k.between(1_900, 3_900) as u64, kwh as u64 * 2, k.between(280, 700) as u64);
    let low = (fixed + cta) * 55 / 1000;
    let high = (energy + duty) * 20 / 100;
    let all = fixed + duty + cta + energy + low + high;
    let cols = columns(x0, x1, &[(3.6, L), (1.1, R), (0.8, R), (1.2, R)]);
    heads(d, (318.0, 16.0), &cols, &["Détail", "Quantité", "TVA", "Montant HT €"], &p.sb, 1);
    let (excise, unit) =
        if gas { ("Accise sur le gaz naturel", "kWh") } else { ("Accise sur l'électricité (ex-CSPE)", "kWh") };
    let mut y = 348.0;
    for (text, count, rate, cents) in [
        ("Abonnement".to_owned(), "2 mois".to_owned(), "5,5 %", fixed),
        ("Consommation".to_owned(), format!("{kwh} {unit}"), "20 %", energy),
        (excise.to_owned(), format!("{kwh} {unit}"), "20 %", duty),
        ("Contribution tarifaire d'acheminement (CTA)".to_owned(), String::new(), "5,5 %", cta),
    ] {
        cells(d, y, &cols, &plain_cells(vec![text, count, rate.to_owned(), sum(cents)]), &p.n);
        d.c.dotted(x0, x1, y + 4.0);
        y += 16.0;
    }
    let rows = [
        ("Total hors TVA", "", sum(fixed + duty + cta + energy)),
        ("TVA à 5,5 %", "", sum(low)),
        ("TVA à 20 %", "", sum(high)),
        (
            k.pick(&["Montant total TTC", "Total TTC à payer", "NET À PAYER TTC", "Total de votre facture TTC"]),
            "total_ttc",
            format!("{} €", sum(all)),
        ),
    ];
    y = totals(d, (330.0, x1), y + 6.0, &rows, &p, k.below(3));
    let debit = k.chance(0.5);
    let (label, when) = if debit {
        (k.pick(&["Prélèvement le", "Montant prélevé le", "Sera prélevé le"]), say(style, due))
    } else {
        (k.pick(&["À régler avant le", "Date limite de paiement", "À payer au plus tard le"]), say(style, due))
    };
    kv(d, (x0, x0 + 100.0, x1), y + 10.0, (label, "due_date", &when), (&p.b, &p.b));
    let text = "Le montant de l'acheminement, compris dans l'abonnement et la consommation, est fixé par la Commission de régulation de l'énergie. Tout retard \
                de paiement entraîne des pénalités au taux d'intérêt légal majoré de cinq points. Prochain relevé dans deux mois : merci de laisser \
                libre l'accès à votre compteur, ou de nous transmettre votre index par téléphone ou sur votre espace client.";
    y = para(d, x0, y + 28.0, x1 - x0, text, &p.s);
    put(d, x0, y + 12.0, x1 - x0, "Évolution de votre consommation (kWh)", &p.b);
    let months = ["janv.", "mars", "mai", "juil.", "sept.", "nov."];
    for (i, month) in months.iter().enumerate() {
        let (x, height) = (x0 + 10.0 + i as f32 * 58.0, k.range(14.0, 62.0));
        d.c.fill(x, y + 88.0 - height, x + 26.0, y + 88.0, 150);
        fit(d, "", (x + 13.0, y + 99.0), 50.0, month, &p.s, C);
    }
    if !debit {
        dashes(d, 180.0, 570.0, 736.0);
        put(d, x0, 750.0, 240.0, "TIP SEPA - à dater, signer et renvoyer", &p.b);
        let row =
            [("Référence", "", client.as_str()), ("Facture", "", &number), ("Montant", "", &format!("{} €", sum(all)))];
        boxes(d, (x0, 760.0, 420.0, 788.0), &row, (&p.s, &p.n));
        d.c.frame(434.0, 746.0, x1, 800.0, 0.5);
        put(d, 438.0, 756.0, 110.0, "Date et signature", &p.s);
        put(d, x0, 814.0, 360.0, &format!("{}  {}", k.digits(12), k.digits(14)), &p.n);
    }
}

/// Water of a joint board: three blocks of lines, taxes by the agency; to pay to the Treasury.
fn water(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.2);
    let home = Home::random(&mut k);
    let (x0, x1) = (42.0, 553.0);
    let name = k.choose(&[
        format!("SYNDICAT DES EAUX DE {}", capitals(home.place.town, false)),
        format!("Régie des eaux et de l'assainissement de {}", home.place.town),
        "SIAEP de la Haute Vallée".to_owned(),
        format!("Commune de {} - Service de l'eau", home.place.town),
    ]);
    let (issued, style) = (day(&mut k, 2010, 2025), k.choose(&[0, 4]));
    put(d, x0, 46.0, 270.0, &name, &p.b.sized(p.n.size * 1.25));
    let phone = home.place.phone(&mut k);
    block(
        d,
        "",
        (x0, 60.0),
        260.0,
        &[
            street(&mut k),
            home.place.line(true),
            format!("Tél. {phone}"),
            "Accueil : mardi et jeudi, 9 h - 12 h".to_owned(),
        ],
        &p.n,
    );
    emblem(d, 470.0, 24.0, 70.0, &mut k);
    let title = k.pick(&["FACTURE D'EAU", "Facture d'eau et d'assainissement", "Votre facture d'eau"]);
    put(d, x0, 134.0, 250.0, title, &p.h);
    let (number, client, contract) =
        (format!("{}-{:06}", issued.0, k.between(40, 90_000)), k.digits(6), format!("{}.{}", k.digits(3), k.digits(4)));
    let due = later(issued, 30);
    let (a, b, c) = k.choose(&[
        ("Facture n°", "Date d'émission", "N° d'abonné"),
        ("Référence facture", "Émise le", "Code client"),
        ("N° facture", "Date", "Référence abonné"),
    ]);
    kvs(
        d,
        (x0, x0 + 92.0, 290.0),
        152.0,
        13.0,
        &[
            (a, "invoice_number", &number),
            (b, "invoice_date", &say(style, issued)),
            (c, "client_number", &client),
            (k.pick(&["N° de contrat", "Contrat", "Référence contrat"]), "contract_number", &contract),
        ],
        (&p.n, &p.b),
    );
    block(d, "addressee", (320.0, 140.0), 230.0, &home.lines(k.choose(&[0, 2])), &p.n.sized(p.n.size * 1.12));
    let (old, used) = (k.between(90, 3000), k.between(24, 190));
    put(d, x0, 218.0, 500.0, &format!("Branchement desservi : {}, {}", home.street, home.place.line(false)), &p.n);
    let meter = [
        ("Compteur", "", format!("{:02}AB{}", issued.0 % 100 - 9, k.digits(6))),
        ("Ancien index", "", old.to_string()),
        ("Nouvel index", "", (old + used).to_string()),
        ("Consommation", "", format!("{used} m³")),
        ("Relevé le", "", say(0, issued)),
    ];
    let meter: Vec<_> = meter.iter().map(|(a, b, c)| (*a, *b, c.as_str())).collect();
    boxes(d, (x0, 226.0, x1, 256.0), &meter, (&p.s, &p.n));
    let cols = columns(x0, x1, &[(3.8, L), (0.9, R), (1.2, R), (0.8, R), (1.2, R)]);
    heads(d, (268.0, 18.0), &cols, &["Rubriques", "m³", "Prix unit. HT", "TVA %", "Montant HT"], &p.sb, 2);
    let mut y = 300.0;
    let (mut net, mut low, mut mid) = (0u64, 0u64, 0u64);
    let water = used as u64;
    for (group, rate, lines) in [
        (
            "DISTRIBUTION DE L'EAU",
            55u64,
            [
                ("Abonnement annuel (part syndicale)", 0u64, 4_812u64),
                ("Consommation", 1_184, 0),
                ("Préservation des ressources en eau (agence de l'eau)", 92, 0),
            ],
        ),
        (
            "COLLECTE ET TRAITEMENT DES EAUX USÉES",
            100,
            [
                ("Abonnement assainissement collectif", 0, 3_600),
                ("Consommation, part collectivité", 1_420, 0),
                ("Consommation, part délégataire", 315, 0),
            ],
        ),
        (
            "ORGANISMES PUBLICS",
            55,
            [
                ("Lutte contre la pollution (agence de l'eau)", 330, 0),
                ("Modernisation des réseaux de collecte", 160, 0),
                ("Voies navigables de France", 8, 0),
            ],
        ),
    ] {
        cells(d, y, &cols[..1], &[("", group.to_owned())], &p.b);
        y += 14.0;
        for (text, price, fixed) in lines {
            let cents = if fixed > 0 { fixed } else { water * price / 10 };
            net += cents;
            if rate == 55 {
                low += cents;
            } else {
                mid += cents;
            }
            let row = vec![
                text.to_owned(),
                if fixed > 0 { String::new() } else { water.to_string() },
                if fixed > 0 { String::new() } else { format!("{},{:03}0", price / 1000, price % 1000) },
                if rate == 55 { "5,5".to_owned() } else { "10".to_owned() },
                sum(cents),
            ];
            cells(d, y, &cols, &plain_cells(row), &p.n);
            y += 14.0;
        }
        y += 6.0;
    }
    grid(d, 268.0, y - 6.0, &cols);
    let (vat_low, vat_mid) = (low * 55 / 1000, mid / 10);
    let all = net + vat_low + vat_mid;
    let rows = [
        ("Total HT", "", sum(net)),
        ("TVA 5,5 %", "", sum(vat_low)),
        ("TVA 10 %", "", sum(vat_mid)),
        (k.pick(&["TOTAL TTC", "Net à payer TTC", "Somme à payer"]), "total_ttc", format!("{} €", sum(all))),
    ];
    let after = totals(d, (320.0, x1), y + 12.0, &rows, &p, k.below(3));
    kv(
        d,
        (x0, x0, 300.0),
        y + 14.0,
        (k.pick(&["Date limite de paiement :", "À payer avant le", "Échéance :"]), "due_date", &say(style, due)),
        (&p.n, &p.b),
    );
    let litre = all / water;
    put(
        d,
        x0,
        y + 30.0,
        265.0,
        &format!("Prix du litre d'eau TTC, hors abonnement : 0,00{} €", litre.clamp(200, 990)),
        &p.n,
    );
    let text = "Facture établie en vertu des délibérations de la collectivité et de l'arrêté du 10 juillet 1996 modifié. Comment payer : par Internet sur \
                www.payfip.gouv.fr, par prélèvement, par chèque à l'ordre du Trésor public, en espèces ou par carte chez un buraliste agréé. À défaut de \
                paiement dans le délai, le comptable public est fondé à engager des poursuites. La qualité de l'eau distribuée est consultable \
                en mairie et sur le site de l'agence régionale de santé : eau conforme aux limites de qualité pour l'ensemble des paramètres mesurés.";
    y = para(d, x0, after + 14.0, x1 - x0, text, &p.s);
    dashes(d, x0, x1, y + 14.0);
    put(d, x0, y + 30.0, 260.0, "Talon de paiement à joindre à votre chèque", &p.i);
    let row = [("Abonné", "", client.as_str()), ("Facture", "", &number), ("À payer", "", &format!("{} €", sum(all)))];
    boxes(d, (x0, y + 38.0, 330.0, y + 68.0), &row, (&p.s, &p.n));
    block(
        d,
        "",
        (356.0, y + 40.0),
        190.0,
        &["Service de gestion comptable".to_owned(), street(&mut k), home.place.line(true)],
        &p.n,
    );
    marks::code(d.c, x0, (y + 82.0).min(780.0), &mut k.clone());
}
