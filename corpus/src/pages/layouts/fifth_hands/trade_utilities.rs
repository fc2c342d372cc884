//! Bills of water and of a town's own network.

use super::super::facts::{day, figures, of};
use super::super::kit::pen::{House, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::trade_kit::{Trade, bare, euros, later, month_of, tax};
use crate::pages::desk::Desk;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("facture_energie", water), Page::a4("facture_energie", local_network)];

fn water(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1935, 2000), day(&mut d.rng, 2008, 2025));
    let mut p = Pen::new(d, 9.0, 38.0, 42.0);
    let (x, w) = (p.x, p.w);
    let brand = match p.any(0, 4) {
        0 => "VEOLIA EAU".to_owned(),
        1 => "SAUR".into(),
        2 => "SUEZ Eau France".into(),
        3 => format!("Régie municipale des eaux {}", of(h.town)),
        _ => "SIAEP de la Vallée".into(),
    };
    p.logo(x, 30.0, 40.0);
    p.put(x + 44.0, 46.0, 220.0, Ty::Head, Left, &brand);
    p.block(
        x + 44.0,
        60.0,
        200.0,
        Ty::Small,
        &[p.pick(&["Agence clientèle", "Service des eaux", "Service clients"]).into(), h.street.clone(), h.place()],
    );
    let (number, client) = (p.digits(9), format!("{}.{}", p.digits(5), p.digits(7)));
    p.put(
        x + w,
        46.0,
        200.0,
        Ty::Title,
        Right,
        p.pick(&["FACTURE D'EAU", "Facture d'eau", "FACTURE EAU ET ASSAINISSEMENT"]),
    );
    p.put(
        x + w,
        64.0,
        240.0,
        Ty::Body,
        Right,
        format!("N° {} du {}", f("invoice_number", number), f("invoice_date", figures(when, "/"))),
    );
    p.block(x + w - 226.0, 118.0, 226.0, Ty::Body, &who.letter("addressee", false));
    p.y = 112.0;
    let due = later(when, 21);
    let read = later((when.0, when.1, 1), 0);
    p.within((x, 250.0), |p| {
        p.rows(
            104.0,
            &[
                (p.pick(&["Référence client", "N° d'abonné", "Réf. abonné"]), f("client_number", &client)),
                ("Contrat n°", if p.chance(0.5) { f("contract_number", p.digits(8)) } else { String::new() }),
                ("Lieu desservi", who.home[0].clone()),
                ("", who.home[1].clone()),
                ("Point de livraison", if p.chance(0.4) { f("delivery_point", p.digits(10)) } else { String::new() }),
                ("Compteur n°", format!("{}{}{}", p.pick(&["D09", "C14", "B11", "I16"]), p.capital(), p.digits(6))),
            ],
            false,
        );
    });
    p.down_to(0.26);
    let (index, m3) = (p.any(120, 3_000), p.any(18, 210));
    p.table(
        Ty::Small,
        (&[1.6, 1.6, 1.4, 1.4, 1.6], "ccrrr"),
        &["Date du relevé", "Nature", "Ancien index", "Nouvel index", "Consommation m³"],
        &[vec![
            f("reading_date", figures(read, "/")),
            p.pick(&["Relevé", "Télérelevé", "Auto-relevé"]).into(),
            index.to_string(),
            (index + m3).to_string(),
            m3.to_string(),
        ]],
        Rules::Grid,
    );
    let mut ht = 0;
    let price = |p: &Pen<'_, '_, '_>, low: i64, high: i64| p.any(low, high);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (group, parts) in [
        (
            "DISTRIBUTION DE L'EAU",
            [
                ("Abonnement", -2_600, -1_100),
                ("Consommation", 9_800, 16_500),
                ("Préservation des ressources (Agence de l'eau)", 350, 900),
            ],
        ),
        (
            "COLLECTE ET TRAITEMENT DES EAUX USÉES",
            [("Abonnement", -2_200, -600), ("Part communale", 4_000, 9_500), ("Part délégataire", 5_500, 12_000)],
        ),
        (
            "ORGANISMES PUBLICS",
            [
                ("Lutte contre la pollution (Agence de l'eau)", 2_200, 3_800),
                ("Modernisation des réseaux", 1_500, 2_400),
                ("Voies navigables de France", 80, 260),
            ],
        ),
    ] {
        rows.push(vec![group.into()]);
        for (label, low, high) in parts {
            if label.starts_with("Voies") && p.chance(0.4) {
                continue;
            }
            let n = price(&p, low, high);
            let cents = if n < 0 { -n } else { n * m3 / 100 };
            ht += cents;
            let (q, unit) = if n < 0 {
                (String::new(), String::new())
            } else {
                (m3.to_string(), format!("{},{:04}", n / 10_000, n % 10_000))
            };
            rows.push(vec![format!("  {label}"), q, unit, bare(&p, cents)]);
        }
    }
    p.table(
        Ty::Small,
        (&[5.0, 1.2, 1.6, 1.6], "lrrr"),
        &["", "Quantité", "Prix unitaire HT", "Montant HT €"],
        &rows,
        Rules::Columns,
    );
    let vat = tax(ht, 55);
    p.sums(
        (x + w - 230.0, 230.0),
        &[
            ("Total HT", bare(&p, ht)),
            ("TVA à 5,5 %", bare(&p, vat)),
            ("Total TTC", f("total_ttc", euros(&p, ht + vat))),
        ],
        true,
    );
    p.gap(0.6);
    let date = f("due_date", figures(due, "/"));
    let note = match p.any(0, 2) {
        0 => format!("À payer avant le {date}"),
        1 => format!("Date limite de paiement : {date}"),
        _ => format!("Le montant de cette facture sera prélevé le {date} sur votre compte bancaire."),
    };
    p.say(Ty::Bold, Left, note);
    p.para(Ty::Tiny, format!("Prix du litre d'eau TTC hors abonnement : 0,00{} €. Volume journalier moyen : {} litres. Prochain relevé : {} {}.", p.any(25, 48), m3 * 1000 / 182, month_of(later(when, 180)), later(when, 180).0));
    if p.chance(0.55) {
        p.down_to(0.83);
        p.dashes();
        let y = p.y;
        p.put(x, y + 8.0, 200.0, Ty::Bold, Left, p.pick(&["TIP SEPA", "TALON DE PAIEMENT"]));
        p.block(
            x,
            y + 22.0,
            200.0,
            Ty::Small,
            &[
                format!("Référence : {}", p.digits(14)),
                "À joindre à votre règlement".into(),
                "sans le coller ni l'agrafer".into(),
            ],
        );
        p.block(x + 220.0, y + 22.0, 140.0, Ty::Small, &[who.turned(), who.home[0].clone(), who.home[1].clone()]);
        p.put(x + w, y + 22.0, 120.0, Ty::Bold, Right, format!("Montant : {}", euros(&p, ht + vat)));
        p.put(x, y + 70.0, w, Ty::Body, Left, format!("{}  {}  {}", p.digits(12), p.digits(18), p.digits(10)));
    } else {
        p.foot(
            Left,
            &[format!(
                "{brand} - Urgence 24h/24 : {} - Accueil du lundi au vendredi de 9h à 12h et de 14h à 17h",
                h.phone
            )],
        );
    }
}

fn local_network(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1935, 1998), day(&mut d.rng, 2006, 2024));
    let mut p = Pen::new(d, 9.0, 36.0, 36.0);
    let (x, w) = (p.x, p.w);
    let name = match p.any(0, 2) {
        0 => capitals(&format!("Régie d'électricité {}", of(h.town)), true),
        1 => "SICAE DE LA SOMME ET DU CAMBRAISIS".into(),
        _ => "RÉGIE MUNICIPALE GAZ ÉLECTRICITÉ".into(),
    };
    p.put(x, 50.0, 300.0, Ty::Head, Left, &name);
    p.block(
        x,
        64.0,
        240.0,
        Ty::Small,
        &[
            h.street.clone(),
            h.place(),
            format!("Tél. {}", h.phone),
            "Trésorerie : paiement par chèque à l'ordre du Trésor Public".into(),
        ],
    );
    p.bars((x + w - 140.0, 36.0), (140.0, 24.0));
    p.block(
        x + 300.0,
        128.0,
        220.0,
        Ty::Body,
        &[f("addressee", who.turned()), who.home[0].clone(), who.home[1].clone()],
    );
    let top = 184.0;
    let each = w / 5.0;
    let (number, client) = (format!("{}/{}", when.0, p.digits(5)), p.digits(6));
    let due = later(when, 15);
    p.cell((x, top), (each, 32.0), "FACTURE N°", Ty::Bold, &f("invoice_number", number));
    p.cell((x + each, top), (each, 32.0), "ÉMISE LE", Ty::Body, &f("invoice_date", figures(when, "/")));
    p.cell((x + 2.0 * each, top), (each, 32.0), "N° ABONNÉ", Ty::Body, &f("client_number", client));
    let point = p.digits(14);
    p.cell((x + 3.0 * each, top), (each, 32.0), "POINT DE LIVRAISON", Ty::Body, &f("delivery_point", point));
    p.cell((x + 4.0 * each, top), (each, 32.0), "DATE LIMITE DE PAIEMENT", Ty::Bold, &f("due_date", figures(due, "/")));
    p.y = 236.0;
    p.say(Ty::Small, Left, format!("Adresse desservie : {} {}", who.home[0], who.home[1]));
    p.say(
        Ty::Small,
        Left,
        format!("Puissance souscrite : {} kVA - Tarif {}", p.pick(&["6", "9", "12"]), p.pick(&["Base", "HP/HC"])),
    );
    p.gap(0.4);
    let (mut ht, mut rows) = (0, Vec::new());
    for (label, low, high) in [("Heures pleines", 180, 1_900), ("Heures creuses", 120, 1_400)] {
        let (old, kwh, price) = (p.any(2_000, 70_000), p.any(low, high), p.any(1_180, 2_100));
        let cents = kwh * price / 100;
        ht += cents;
        rows.push(vec![
            label.to_owned(),
            old.to_string(),
            (old + kwh).to_string(),
            kwh.to_string(),
            format!("0,{price}"),
            bare(&p, cents),
        ]);
    }
    for (label, low, high) in [
        ("Prime fixe / abonnement", 1_900, 5_200),
        ("C.T.A.", 300, 900),
        ("Contributions (CSPE)", 400, 2_900),
        ("Taxes communale et départementale", 300, 1_200),
    ] {
        let cents = p.any(low, high);
        ht += cents;
        rows.push(vec![label.to_owned(), String::new(), String::new(), String::new(), String::new(), bare(&p, cents)]);
    }
    let vat = tax(ht, if when.0 < 2014 { 196 } else { 200 });
    let read = later((when.0, when.1, 1), 2);
    p.say(
        Ty::Bold,
        Left,
        format!("{} {}", p.pick(&["Relevé du", "Date de relevé :"]), f("reading_date", figures(read, "/"))),
    );
    p.gap(0.2);
    p.table(
        Ty::Small,
        (&[3.4, 1.3, 1.3, 1.1, 1.3, 1.4], "lrrrrr"),
        &["Désignation", "Index préc.", "Index actuel", "kWh", "Prix unit.", "Montant HT"],
        &rows,
        Rules::Grid,
    );
    let y = p.y;
    p.sums(
        (x + w - 200.0, 200.0),
        &[
            ("Total H.T.", bare(&p, ht)),
            ("T.V.A.", bare(&p, vat)),
            ("NET À PAYER TTC", f("total_ttc", euros(&p, ht + vat))),
        ],
        true,
    );
    p.block(
        x,
        y + 10.0,
        260.0,
        Ty::Small,
        &[
            "Règlement : voir au verso".into(),
            "Aucun reçu ne sera délivré sauf demande.".into(),
            format!("Période : {} mois", p.pick(&["2", "6"])),
        ],
    );
    p.gap(1.5);
    p.para(Ty::Small, "Toute réclamation doit être adressée à la régie dans le mois suivant la réception. Passé la date limite, la fourniture pourra être suspendue après mise en demeure restée sans effet.");
    p.down_to(0.8);
    p.dashes();
    p.gap(0.6);
    p.say(Ty::Bold, Left, "COUPON À DÉTACHER ET À JOINDRE AU RÈGLEMENT");
    p.gap(0.3);
    p.rows(110.0, &[("Abonné", who.turned()), ("Montant", euros(&p, ht + vat)), ("Référence", p.digits(16))], false);
}
