//! Bills of electricity and gas.

use super::trade_kit::{
    Cell, Coin, Dates, Firm, Grid, Person, Place, beside, cell, cells, day, foot, later, list, look, prose, put,
    put_centre, put_right, set, stack, table, telling,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::codes;

pub(super) const PAGES: &[Page] =
    &[Page::a4("facture_energie", power), Page::a4("facture_energie", gas), Page::a4("facture_energie", slip)];

const SUPPLIERS: &[&str] = &[
    "Électricité de France", "ENGIE", "TotalEnergies", "Énergie d'ici", "Volterre", "Gaz de Bordeaux",
    "Régie d'Électricité du Sud", "GEG", "Soregies", "Planète Watt",
];

/// Digits in the groups of one bill.
pub(super) fn digits(rng: &mut Rng, n: usize) -> String {
    let sizes = rng.choose(&[[1usize, 3], [2, 3], [4, 4], [99, 99], [99, 99]]);
    let code = format!("{}{}", rng.between(1, 9), rng.digits(n - 1));
    codes::grouped(&code, &sizes)
}

pub(super) fn holder(rng: &mut Rng) -> Vec<String> {
    let mut lines = vec![Person::random(rng).titled(rng)];
    lines.extend(Place::random(rng).lines(rng));
    lines
}

/// References down the left, the sum in a tinted box, the reading and the detail under it.
fn power(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.4, 9.6, 36.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = Firm::named(SUPPLIERS, &mut d.rng);
    let (coin, dates) = (Coin::random(&mut d.rng).euros(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2009, 2025);
    put(d, x0, 58.0, 200.0, &firm.name, &l.h);
    let side = x0 + 158.0;
    let mut y = 92.0;
    let heads = d.rng.choose(&[["Vos références", "Vos contacts"], ["VOS RÉFÉRENCES CLIENT", "NOUS CONTACTER"]]);
    put(d, x0, y, 150.0, heads[0], &l.b);
    y += l.lead * 1.2;
    let client = digits(&mut d.rng, 10);
    let point = digits(&mut d.rng, 14);
    let named = d.rng.choose(&[
        ["N° client", "N° de compte", "Point de livraison (PDL)"],
        ["Référence client :", "Compte de contrat :", "N° PDL :"],
        ["Votre n° client", "Votre n° de contrat", "Réf. acheminement électricité"],
    ]);
    for (name, label, text) in [
        ("client_number", named[0], client),
        ("contract_number", named[1], digits(&mut d.rng, 12)),
        ("delivery_point", named[2], point),
    ] {
        put(d, x0, y, 150.0, label, &l.s);
        set(d, name, x0, y + l.lead * 0.95, 150.0, &text, &l.b);
        y += l.lead * 2.2;
    }
    put(d, x0, y, 150.0, "Titulaire du contrat", &l.s);
    let lines = holder(&mut d.rng);
    put(d, x0, y + l.lead, 150.0, &lines[0], &l.n);
    y += l.lead * 2.6;
    put(d, x0, y, 150.0, heads[1], &l.b);
    let contact = [
        firm.phone.clone(),
        "du lundi au samedi de 8h à 20h".to_owned(),
        firm.web.clone(),
        "Urgence dépannage 24h/24 :".to_owned(),
        format!("09 726 750 {}", d.rng.digits(2)),
    ];
    stack(d, "", (x0, y + l.lead * 1.2, 150.0), &contact, &l.s, l.lead);
    stack(d, "addressee", (w * 0.54, 112.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let mut y = 200.0;
    let no = digits(&mut d.rng, 11);
    let title = d.rng.pick(&["Facture n°", "Votre facture n°", "Facture de régularisation n°"]);
    beside(d, "invoice_number", side, 0.0, y, x1 - side, (title, &no), (&l.b, &l.b));
    y += l.lead;
    let date = dates.spell(when);
    let label = d.rng.pick(&["du", "Date :", "émise le"]);
    beside(d, "invoice_date", side, 0.0, y, x1 - side, (label, &date), (&l.n, &l.n));
    y += l.lead * 1.2;
    let (energy, fixed, taxes) = (d.rng.between(3_000, 22_000), d.rng.between(1_500, 4_200), d.rng.between(900, 4_000));
    let tva = (energy + fixed + taxes) / 6;
    let total = energy + fixed + taxes + tva;
    d.c.fill(side, y, x1, y + l.lead * 3.6, 214);
    let due = dates.spell(later(when, d.rng.between(14, 21)));
    let label = d.rng.pick(&["Montant à payer TTC", "Total TTC à régler", "Montant total TTC"]);
    beside(
        d,
        "total_ttc",
        side + 8.0,
        side + 190.0,
        y + l.lead * 1.5,
        x1 - side - 16.0,
        (label, &coin.spell(total)),
        (&l.b, &l.h),
    );
    let label = d.rng.pick(&["à régler avant le", "À payer au plus tard le", "Date limite de paiement :"]);
    beside(d, "due_date", side + 8.0, side + 190.0, y + l.lead * 2.9, x1 - side - 16.0, (label, &due), (&l.n, &l.b));
    y += l.lead * 5.0;
    let rows = [
        ("Abonnement (HT)", fixed),
        ("Consommation (HT)", energy),
        ("Taxes et contributions", taxes),
        ("TVA (5,5 % et 20 %)", tva),
    ];
    let rows = rows.iter().map(|(a, b)| vec![cell(*a), cell(coin.spell(*b))]).collect();
    y = table(d, (side, x1), y, &[("", 0.7, 'l'), ("", 0.3, 'r')], rows, (&l.b, &l.n), l.lead * 1.35, Grid::OPEN)
        + l.lead * 1.6;
    put(d, side, y, x1 - side, "Relevé et consommation", &l.b);
    y += l.lead * 0.5;
    let (old, used) = (d.rng.between(8_000, 60_000), d.rng.between(400, 4_000));
    let read = dates.spell(later(when, -6));
    let kind = d.rng.pick(&["Réel", "Estimé", "Télérelevé"]);
    let row = vec![
        Cell("reading_date", read.clone()),
        cell(kind),
        cell(old.to_string()),
        cell((old + used).to_string()),
        cell(format!("{used} kWh")),
    ];
    let columns = [
        ("Relevé du", 0.24, 'l'),
        ("Type", 0.19, 'c'),
        ("Ancien index", 0.19, 'r'),
        ("Nouvel index", 0.19, 'r'),
        ("Conso.", 0.19, 'r'),
    ];
    y = table(d, (side, x1), y, &columns, vec![row], (&l.s, &l.n), l.lead * 1.4, Grid::FULL) + l.lead * 1.5;
    let power = d.rng.pick(&["3", "6", "9", "12"]);
    let text = format!(
        "Votre offre : Tarif Bleu, puissance souscrite {power} kVA, option Base. Période du {} au {read}. Prochain relevé \
            vers le {}. \
         Une question, une réclamation ? Adressez-vous à notre service clients ; à défaut de réponse sous deux mois, vous \
         pouvez \
         saisir le médiateur national de l'énergie.",
        dates.spell(later(when, -66)),
        dates.spell(later(when, 54))
    );
    y = prose(d, side, y, x1 - side, &text, &l.s) + l.lead;
    // The bars of the year's consumption.
    for i in 0..8 {
        let height = d.rng.range(8.0, 42.0);
        let x = side + 12.0 + i as f32 * 34.0;
        d.c.fill(x, y + 44.0 - height, x + 18.0, y + 44.0, 150);
        put(d, x, y + 44.0 + l.lead, 26.0, ["jan", "mar", "mai", "juil", "sep", "nov", "jan", "mar"][i], &l.t);
    }
    let law = firm.law(&mut d.rng);
    foot(
        d,
        &[
            law,
            "En cas de difficulté de paiement, contactez les services sociaux ou le fonds de solidarité.".to_owned(),
        ],
        &l.t,
    );
}

/// A gas bill: a line of references across, cubic metres turned to kilowatt-hours, what is to pay at the foot.
fn gas(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.6, 9.8, 40.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = Firm::named(SUPPLIERS, &mut d.rng);
    let (coin, dates) = (Coin::random(&mut d.rng).euros(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2006, 2025);
    marks::logo(d.c, x0 + 12.0, 44.0, 20.0, &mut d.rng);
    put(d, x0 + 66.0, 60.0, 200.0, &firm.name, &l.h);
    put_right(d, x1, 60.0, 170.0, "Facture de gaz naturel", &l.b);
    let lines = holder(&mut d.rng);
    stack(d, "addressee", (w * 0.53, 124.0, x1 - w * 0.53), &lines, &l.n, l.lead);
    let mut from = vec![format!("Service clients {}", firm.name), format!("TSA {}", d.rng.digits(5))];
    from.push(firm.place.post(&mut d.rng));
    from.push(format!("Tél. {}", firm.phone));
    stack(d, "", (x0, 112.0, 190.0), &from, &l.s, l.lead);
    let y = 210.0;
    let no = format!("{}{}", d.rng.pick(&["", "1", "FG"]), d.rng.digits(9));
    let row = vec![
        Cell("invoice_number", no),
        Cell("invoice_date", dates.spell(when)),
        Cell("client_number", digits(&mut d.rng, 9)),
        Cell("contract_number", digits(&mut d.rng, 8)),
    ];
    let titles = [
        ("Facture n°", 0.25, 'c'),
        ("Date de facture", 0.25, 'c'),
        ("N° client", 0.25, 'c'),
        ("N° de contrat", 0.25, 'c'),
    ];
    let mut y = table(d, (x0, x1), y, &titles, vec![row], (&l.s, &l.b), l.lead * 1.4, Grid::FULL) + l.lead * 1.6;
    let pce = digits(&mut d.rng, 14);
    let label =
        d.rng.pick(&["Point de Comptage et d'Estimation (PCE) :", "N° PCE", "Référence du point de livraison (PCE) :"]);
    beside(d, "delivery_point", x0, 0.0, y, x1 - x0, (label, &pce), (&l.n, &l.n));
    y += l.lead;
    let site = format!("Lieu de consommation : {}", lines[1..].join(" "));
    put(d, x0, y, x1 - x0, &site, &l.n);
    y += l.lead * 1.6;
    let (old, used) = (d.rng.between(900, 9_000), d.rng.between(60, 900));
    let kwh = used * 1121 / 100;
    let read = dates.spell(later(when, -5));
    put(d, x0, y, x1 - x0, "Votre consommation de gaz", &l.b);
    y += l.lead * 0.6;
    let row = cells(&[
        &d.rng.digits(3),
        &old.to_string(),
        &(old + used).to_string(),
        &format!("{used} m³"),
        "11,21",
        &format!("{kwh} kWh"),
    ]);
    let columns = [
        ("Compteur", 0.14, 'l'),
        ("Index de début", 0.17, 'r'),
        ("Index de fin", 0.17, 'r'),
        ("Volume", 0.15, 'r'),
        ("Coef. de conversion", 0.2, 'r'),
        ("Énergie", 0.17, 'r'),
    ];
    y = table(d, (x0, x1), y, &columns, vec![row], (&l.s, &l.n), l.lead * 1.5, Grid::OPEN) + l.lead * 1.2;
    let how = d.rng.pick(&["Index relevé par le distributeur le", "Date du relevé :", "Relevé effectué le"]);
    beside(d, "reading_date", x0, 0.0, y, 300.0, (how, &read), (&l.n, &l.n));
    y += l.lead * 1.6;
    let (fixed, energy, taxes) = (d.rng.between(1_200, 5_000), kwh * d.rng.between(5, 11), d.rng.between(300, 2_000));
    let tva = (fixed + energy + taxes) / 6;
    let total = fixed + energy + taxes + tva;
    let rows = [
        ("Abonnement", "2 mois", fixed),
        ("Consommation", "prix du kWh selon offre", energy),
        ("Contribution tarifaire d'acheminement et TICGN", "", taxes),
        ("TVA", "5,5 % / 20 %", tva),
    ];
    let rows: Vec<Vec<Cell>> = rows.iter().map(|(a, b, c)| vec![cell(*a), cell(*b), cell(coin.spell(*c))]).collect();
    let columns = [("Détail", 0.5, 'l'), ("", 0.25, 'l'), ("Montant", 0.25, 'r')];
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.4, Grid::OPEN) + l.lead * 1.8;
    d.c.frame(w * 0.45, y - l.lead * 1.2, x1, y + l.lead * 2.4, 1.0);
    let label = d.rng.pick(&["Total TTC", "Total facture TTC", "Montant TTC à payer"]);
    beside(
        d,
        "total_ttc",
        w * 0.45 + 8.0,
        w * 0.72,
        y,
        x1 - w * 0.45 - 16.0,
        (label, &coin.spell(total)),
        (&l.b, &l.b),
    );
    let due = dates.spell(later(when, 18));
    let label = d.rng.pick(&["À payer avant le", "Date limite de paiement", "Payable au plus tard le"]);
    beside(
        d,
        "due_date",
        w * 0.45 + 8.0,
        w * 0.72,
        y + l.lead * 1.5,
        x1 - w * 0.45 - 16.0,
        (label, &due),
        (&l.n, &l.n),
    );
    y += l.lead * 4.0;
    let text = "Modes de paiement : prélèvement automatique, carte bancaire sur votre espace client, chèque à l'ordre du \
        fournisseur \
        accompagné du coupon. Sécurité gaz : en cas d'odeur de gaz, appelez le 0 800 47 33 33, service et appel gratuits.";
    prose(d, x0, y, x1 - x0, text, &l.s);
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// A bill in sentences, with the slip to pay by at the foot.
fn slip(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 10.0, 42.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = Firm::named(SUPPLIERS, &mut d.rng);
    let (coin, dates) = (Coin::random(&mut d.rng).euros(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2002, 2024);
    put(d, x0, 60.0, 240.0, &firm.name, &l.h);
    let agency = format!("Agence clientèle {}", firm.place.town);
    put(d, x0, 60.0 + l.lead * 1.4, 220.0, &agency, &l.n);
    let client = digits(&mut d.rng, 12);
    let no = digits(&mut d.rng, 9);
    let rows = [
        ("client_number", "Référence client", client.clone()),
        ("delivery_point", "Point de livraison", digits(&mut d.rng, 14)),
        ("invoice_number", "Facture", no),
    ];
    list(d, (x0, x0 + 94.0, 230.0), 60.0 + l.lead * 3.6, &rows, (&l.s, &l.n), l.lead);
    let lines = holder(&mut d.rng);
    stack(d, "addressee", (w * 0.54, 126.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let mut y = 220.0;
    let (total, date, due) = (d.rng.between(2_800, 41_000), dates.spell(when), dates.spell(later(when, 15)));
    let greeting = d.rng.pick(&["Madame, Monsieur,", "Cher client,", "Chère cliente, cher client,"]);
    put(d, x0, y, 200.0, greeting, &l.n);
    y += l.lead * 1.5;
    let read = dates.spell(later(when, -7));
    let amount = coin.spell(total);
    let text = format!(
        "Voici votre facture d'électricité établie le {date} d'après les index relevés le {read} par notre agent. Son montant \
         s'élève à {amount} TTC. Nous vous remercions de nous le régler avant le {due} à l'aide du titre interbancaire de \
         paiement \
         ci-dessous."
    );
    let fields = [("invoice_date", &*date), ("reading_date", &*read), ("total_ttc", &*amount), ("due_date", &*due)];
    y = telling(d, (x0, y, x1 - x0), &text, &l.n, &fields) + l.lead;
    let rate = d.rng.between(60, 140);
    let (hp, hc) = (d.rng.between(200, 1_800), d.rng.between(150, 1_500));
    let kw = |n: i64, price: i64| {
        cells(&["", "", &n.to_string(), &format!("0,{price:04}"), &coin.bare().spell(n * price / 100)])
    };
    let mut rows = vec![kw(hp, rate * 10 + 40), kw(hc, rate * 10 - 120)];
    for (row, what) in rows.iter_mut().zip(["Heures pleines", "Heures creuses"]) {
        row[0] = cell(what);
        row[1] = cell(format!("{} - {}", d.rng.digits(5), d.rng.digits(5)));
    }
    rows.push(cells(&["Abonnement 9 kVA", "2 mois", "", "", &coin.bare().spell(1_934)]));
    rows.push(cells(&["Taxes locales", "", "", "", &coin.bare().spell(812)]));
    let columns = [
        ("Désignation", 0.3, 'l'),
        ("Index", 0.24, 'c'),
        ("kWh", 0.12, 'r'),
        ("Prix unitaire", 0.16, 'r'),
        ("Montant HT", 0.18, 'r'),
    ];
    let grid = Grid::random(&mut d.rng);
    table(d, (x0, x1), y, &columns, rows, (&l.s, &l.n), l.lead * 1.4, grid);
    let y = d.c.height * 0.70;
    d.c.dotted(20.0, w - 20.0, y);
    put_centre(d, w / 2.0, y + l.lead * 1.4, 300.0, "TITRE INTERBANCAIRE DE PAIEMENT", &l.b);
    let lines = [lines[0].clone(), lines[1..].join(" ")];
    stack(d, "", (x0, y + l.lead * 3.2, 230.0), &lines, &l.s, l.lead);
    d.c.frame(w * 0.62, y + l.lead * 2.2, x1, y + l.lead * 4.4, 0.8);
    put(d, w * 0.62 + 6.0, y + l.lead * 3.6, 70.0, "Montant :", &l.s);
    put_right(d, x1 - 6.0, y + l.lead * 3.6, 100.0, &amount, &l.b);
    put(d, x0, y + l.lead * 6.0, 240.0, "Date et signature", &l.s);
    put(d, w * 0.62, y + l.lead * 6.0, 180.0, "Ne rien inscrire sous ce trait", &l.t);
    let code = format!("{} {} {}", d.rng.digits(12), d.rng.digits(24), d.rng.digits(8));
    put(d, x0, y + l.lead * 9.0, x1 - x0, &code, &l.n);
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}
