//! Invoices: of a wholesaler with a slip to return, of a garage, of a craftsman whose software draws no rules.

use super::Page;
use super::goods::{BANKS, Bill, FARM, FOOD, GARAGE, HEAT, OFFICE, WOOD, account, percent};
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, mark, sum};
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("facture", invoice)];

fn invoice(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => wholesale(d),
        1 => garage(d),
        _ => plain_invoice(d),
    }
}

/// Net, tax by rate and all, as rows of [`totals`], each with its field.
pub(super) fn sums(
    bill: &Bill,
    net: &'static str,
    tax: &str,
    all: &'static str,
    unit: &str,
) -> [(String, &'static str, String); 3] {
    let tax = bill.only_rate().map_or_else(|| format!("Total {tax}"), |rate| format!("{tax} {rate}"));
    [
        (net.to_owned(), "total_ht", format!("{}{unit}", sum(bill.net))),
        (tax, "total_tva", format!("{}{unit}", sum(bill.tax))),
        (all.to_owned(), "total_ttc", format!("{}{unit}", sum(bill.all))),
    ]
}

pub(super) fn set_sums(
    d: &mut Desk<'_, '_>,
    edges: (f32, f32),
    y: f32,
    rows: &[(String, &'static str, String)],
    p: &Pens,
    style: usize,
) -> f32 {
    let rows: Vec<_> = rows.iter().map(|(l, n, t)| (l.as_str(), *n, t.clone())).collect();
    totals(d, edges, y, &rows, p, style)
}

/// The table of taxes by rate, as wholesalers print it.
pub(super) fn rates(d: &mut Desk<'_, '_>, (x0, x1): (f32, f32), y: f32, bill: &Bill, p: &Pens) {
    let cols = columns(x0, x1, &[(1.0, C), (1.6, R), (1.4, R)]);
    heads(d, (y, 15.0), &cols, &["Taux", "Base HT", "Montant TVA"], &p.sb, 2);
    for (i, (rate, net, tax)) in bill.rates.iter().enumerate() {
        let row = [("", format!("{} %", percent(*rate))), ("", sum(*net)), ("", sum(*tax))];
        cells(d, y + 27.0 + 13.0 * i as f32, &cols, &row, &p.n);
    }
    grid(d, y, y + 22.0 + 13.0 * bill.rates.len() as f32, &cols);
}

fn wholesale(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.8);
    let trade = k.choose(&[&FARM, &OFFICE, &FOOD]);
    let (firm, bill) = (Firm::new(k.pick(trade.names), trade.ape, &mut k), Bill::random(trade, 7, &mut k));
    let (x0, x1) = (34.0, 561.0);
    let style = k.below(6);
    let issued = day(&mut k, 2012, 2025);
    let due = later(issued, k.choose(&[30, 45, 60]));
    let bank = k.choose(BANKS);
    let iban = codes::grouped(&account(bank.1, &mut k).iban(), &[4]);
    let (number, client) = (format!("{}{:05}", issued.0 % 100, k.between(120, 90_000)), k.digits(6));
    let order = k.pick(&["TEL 12", "BC", "CDE", "V"]).to_owned() + &k.digits(4);
    emblem(d, x0, 30.0, 44.0, &mut k);
    put(d, x0 + 56.0, 44.0, 230.0, &capitals(&firm.name, true), &p.h);
    put(d, x0 + 56.0, 57.0, 230.0, trade.slogan, &p.i);
    let lines =
        [format!("{} - {}", firm.street, firm.place.line(true)), format!("Tél. {} - {}", firm.phone, firm.mail)];
    block(d, "", (x0 + 56.0, 69.0), 250.0, &lines, &p.s);
    let title = k.pick(&["FACTURE", "Facture", "FACTURE CLIENT"]);
    d.right(x1, 50.0, title, &p.h.sized(p.h.size * 1.2));
    let labels = k.choose(&[["Numéro", "Date", "Code client", "Page"], ["N° facture", "Du", "N° client", "Folio"]]);
    let top = [
        (labels[0], "invoice_number", number.as_str()),
        (labels[1], "invoice_date", &say(style, issued)),
        (labels[2], "client_number", &client),
        (labels[3], "", "1/1"),
    ];
    boxes(d, (x0, 96.0, x0 + 240.0, 126.0), &top, (&p.sb, &p.n));
    let customer = Home::random(&mut k);
    let shop =
        k.pick(&["GAEC DES TROIS CHÊNES", "EARL DU MOULIN NEUF", "COLLÈGE JEAN ROSTAND", "RESTAURANT LE RELAIS"]);
    let to = [shop.to_owned(), customer.street.clone(), String::new(), customer.place.line(true)];
    block(d, "", (330.0, 128.0), 215.0, &to, &p.n.sized(p.n.size * 1.1));
    kvs(
        d,
        (x0, x0 + 105.0, 290.0),
        146.0,
        12.0,
        &[
            (k.pick(&["Votre commande", "N° de commande", "Réf. commande"]), "order_number", &order),
            ("Mode de règlement", "", k.pick(&["Virement", "Chèque", "Traite acceptée"])),
            (k.pick(&["Échéance", "À régler avant le", "Date d'échéance"]), "due_date", &say(style, due)),
            ("N° TVA client", "", &codes::vat(&codes::siren(&mut k))),
        ],
        (&p.sb, &p.n),
    );
    let shares = [(1.1, L), (4.0, L), (0.6, C), (0.9, R), (1.0, R), (0.8, C), (1.2, R)];
    let cols = columns(x0, x1, &shares);
    let names = ["Référence", "Désignation", "Un.", "Quantité", "P.U. HT", "TVA", "Montant HT"];
    heads(d, (206.0, 18.0), &cols, &names, &p.sb, k.below(2) + 1);
    let mut y = 240.0;
    for item in &bill.items {
        let row = [
            ("item_code", item.good.0.to_owned()),
            ("item_description", item.good.1.to_owned()),
            ("", item.good.2.to_owned()),
            ("item_quantity", item.count()),
            ("item_unit_price", sum(item.good.3)),
            ("item_tax_rate", percent(item.good.4)),
            ("item_amount", sum(item.amount)),
        ];
        cells(d, y, &cols, &row, &p.n);
        y += 15.0;
    }
    let said = "Marchandises livrées franco. Poids net contrôlé au départ de notre dépôt.";
    put(d, cols[1].0 + 3.0, y + 6.0, cols[1].1 - cols[1].0 - 6.0, said, &p.i.sized(p.s.size));
    grid(d, 206.0, 500.0, &cols);
    rates(d, (x0, x0 + 230.0), 510.0, &bill, &p);
    let all = k.pick(&["NET À PAYER EUR", "Net à payer TTC", "TOTAL TTC"]);
    set_sums(d, (370.0, x1), 522.0, &sums(&bill, "Total HT", "TVA", all, ""), &p, 1);
    let text = "Nos marchandises restent notre propriété jusqu'au paiement intégral du prix (loi n° 80-335 du 12 mai 1980). \
                Pas d'escompte en cas de paiement anticipé. Tout retard entraîne une pénalité égale à trois fois le taux \
                d'intérêt légal et une indemnité forfaitaire de recouvrement de 40 €.";
    let y = para(d, x0, 592.0, x1 - x0, text, &p.s);
    kv(d, (x0, x0 + 60.0, x1), y + 6.0, ("Banque :", "", &format!("{} - BIC {}", bank.0, bank.2)), (&p.s, &p.s));
    mark_bic(d, bank.2);
    kv(d, (x0, x0 + 60.0, 330.0), y + 18.0, ("IBAN :", "iban", &iban), (&p.s, &p.n));
    let mut x = x0;
    while x < x1 {
        d.rule(x, 660.0, x + 5.0, 660.0, 0.5);
        x += 9.0;
    }
    put(d, x0, 674.0, 300.0, "Papillon à joindre à votre règlement", &p.i);
    let slip = [
        ("Client", "", client.as_str()),
        ("Facture", "", number.as_str()),
        ("Échéance", "", &say(style, due)),
        ("Montant", "", &format!("{} EUR", sum(bill.all))),
    ];
    boxes(d, (x0, 684.0, 370.0, 714.0), &slip, (&p.s, &p.n));
    block(d, "", (400.0, 684.0), 160.0, &firm.lines(true), &p.n);
    let legal = format!("{} {}", firm.name, firm.legal());
    fit(d, "", (297.0, 770.0), 520.0, &legal, &p.s, C);
    foot_numbers(d, 781.0, &firm, &p);
}

/// The bank's identifier in the line set last.
fn mark_bic(d: &mut Desk<'_, '_>, bic: &str) {
    let since = d.c.lines.len().saturating_sub(1);
    mark(d, since, "bic", bic);
}

/// SIRET and tax number on a centred line.
pub(super) fn foot_numbers(d: &mut Desk<'_, '_>, y: f32, firm: &Firm, p: &Pens) {
    let mut k = d.rng.fork();
    let grouped = k.chance(0.6);
    let siret = if grouped { codes::grouped(&firm.siret, &[3, 3, 3, 5]) } else { firm.siret.clone() };
    let vat = if k.chance(0.4) { codes::grouped(&firm.vat, &[4, 3]) } else { firm.vat.clone() };
    let (a, b) = k.choose(&[
        ("SIRET", "N° TVA intracommunautaire"),
        ("N° Siret :", "TVA :"),
        ("Siret", "N° id. CEE"),
        ("SIRET :", "TVA intracom. :"),
    ]);
    let since = d.c.lines.len();
    fit(d, "", (297.0, y), 520.0, &format!("{a} {siret} - {b} {vat}"), &p.s, C);
    mark(d, since, "siret", &siret);
    mark(d, since, "tva_number", &vat);
}

fn garage(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.2);
    let firm = Firm::new(k.pick(GARAGE.names), GARAGE.ape, &mut k);
    let bill = Bill::random(&GARAGE, 7, &mut k);
    let home = Home::random(&mut k);
    let (x0, x1) = (40.0, 555.0);
    let issued = day(&mut k, 2014, 2025);
    let style = k.below(4);
    let number = format!("FA{:02}{:02}-{:04}", issued.0 % 100, issued.1, k.between(1, 900));
    let job = format!("OR {}", k.between(10_200, 48_000));
    // The customer stands left, the garage right, the car between table and both.
    block(d, "", (330.0, 48.0), 225.0, &[capitals(&firm.name, true)], &p.h);
    let mut lines = vec![GARAGE.slogan.to_owned()];
    lines.extend(firm.lines(true).into_iter().skip(1));
    lines.push(format!("Tél : {}", firm.phone));
    lines.push(firm.mail.clone());
    block(d, "", (330.0, 64.0), 225.0, &lines, &p.n);
    emblem(d, 252.0, 36.0, 60.0, &mut k);
    block(d, "", (x0, 150.0), 230.0, &home.lines(0), &p.n.sized(p.n.size * 1.1));
    let title = k.pick(&["Facture n°", "FACTURE N°", "Facture atelier n°"]);
    kv(
        d,
        (x0, x0, 300.0),
        60.0,
        (title, "invoice_number", &number),
        (&p.b.sized(p.n.size * 1.25), &p.b.sized(p.n.size * 1.25)),
    );
    kvs(
        d,
        (x0, x0 + 92.0, 245.0),
        78.0,
        12.5,
        &[
            (k.pick(&["Date", "Date de facture", "Éditée le"]), "invoice_date", &say(style, issued)),
            ("Compte client", "client_number", &format!("411{}", capitals(&slug(&home.who.last), false))),
            ("Ordre de rép.", "order_number", &job),
        ],
        (&p.n, &p.n),
    );
    let car = k.choose(&[
        ("RENAULT", "KANGOO 1.5 DCI 90"),
        ("PEUGEOT", "308 SW 1.6 BLUEHDI"),
        ("DACIA", "DUSTER TCE 125"),
        ("CITROËN", "BERLINGO 1.6 HDI"),
    ]);
    let plate = format!(
        "{}{}-{}-{}{}",
        "AEF".chars().nth(k.below(3)).unwrap_or('A'),
        k.capital(),
        k.between(101, 989),
        k.capital(),
        "BXZ".chars().nth(k.below(3)).unwrap_or('B')
    );
    let km = format!("{} km", codes::thousands(k.between(21_000, 240_000) as u64, " "));
    let (first, vin) = (say(style, issued), format!("VF1{}", k.digits(14)));
    let in_service = say(style, (issued.0 - k.between(3, 11), k.between(1, 12), k.between(1, 28)));
    let vehicle = [
        ("Marque", "", car.0),
        ("Modèle", "", car.1),
        ("Immatriculation", "", plate.as_str()),
        ("Kilométrage", "", km.as_str()),
    ];
    boxes(d, (x0, 212.0, x1, 240.0), &vehicle, (&p.s, &p.n));
    let vehicle = [
        ("1re mise en circulation", "", in_service.as_str()),
        ("N° de série (VIN)", "", vin.as_str()),
        ("Entré le", "", first.as_str()),
        ("Réceptionnaire", "", "atelier"),
    ];
    boxes(d, (x0, 240.0, x1, 268.0), &vehicle, (&p.s, &p.n));
    let cols = columns(x0, x1, &[(1.3, L), (3.6, L), (0.8, R), (1.0, R), (1.1, R)]);
    let heading = k.choose(&[
        ["Réf.", "Libellé", "Qté", "PU HT", "Total HT"],
        ["Code", "Opérations / pièces", "Temps/Qté", "P. unit. HT", "Montant HT"],
    ]);
    heads(d, (286.0, 17.0), &cols, &heading, &p.b, 0);
    let mut y = 318.0;
    for item in &bill.items {
        let row = [
            ("item_code", item.good.0.to_owned()),
            ("item_description", item.good.1.to_owned()),
            ("item_quantity", sum(item.quantity)),
            ("item_unit_price", sum(item.good.3)),
            ("item_amount", sum(item.amount)),
        ];
        cells(d, y, &cols, &row, &p.n);
        y += 15.5;
    }
    d.rule(x0, y - 4.0, x1, y - 4.0, 0.8);
    let rows = sums(&bill, "Total H.T.", "T.V.A.", k.pick(&["Total T.T.C.", "Net à payer TTC", "À payer"]), " €");
    set_sums(d, (355.0, x1), y + 14.0, &rows, &p, k.below(3));
    let due = say(style, issued);
    kv(
        d,
        (x0, x0, 340.0),
        y + 14.0,
        (k.pick(&["Règlement comptant le", "Payable au comptant le"]), "due_date", &due),
        (&p.n, &p.n),
    );
    let text = "Travaux garantis un an pièces et main-d'œuvre. Pièces remplacées tenues à la disposition du client \
                pendant quinze jours. Prochaine révision conseillée : dans 20 000 km ou 2 ans. Plaquettes arrière usées \
                à 60 %, à surveiller. Pneus avant : 4 mm.";
    put(d, x0, y + 34.0, 290.0, "Observations de l'atelier", &p.b);
    para(d, x0, y + 47.0, 295.0, text, &p.n);
    let text = "En cas de retard de paiement, pénalités au taux légal majoré et indemnité forfaitaire de 40 € (art. \
                L. 441-10 du code de commerce, clients professionnels). Médiateur de la consommation : CNPA, 50 rue Rouget \
                de Lisle, 92158 Suresnes Cedex. Nos conditions générales de réparation sont affichées à la réception.";
    para(d, x0, 700.0, x1 - x0, text, &p.s);
    d.rule(x0, 748.0, x1, 748.0, 0.5);
    fit(d, "", (297.0, 760.0), 515.0, &firm.legal(), &p.s, C);
    foot_numbers(d, 771.0, &firm, &p);
}

fn plain_invoice(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.6);
    let trade = k.choose(&[&WOOD, &HEAT]);
    let firm = Firm::new(k.pick(trade.names), trade.ape, &mut k);
    let bill = Bill::random(trade, 5, &mut k);
    let home = Home::random(&mut k);
    let (x0, x1) = (50.0, 545.0);
    let (issued, style) = (day(&mut k, 2016, 2025), k.choose(&[0, 4]));
    let serial = k.between(2, 400);
    let number = if k.chance(0.5) {
        format!("F-{}-{serial:03}", issued.0)
    } else {
        format!("{}/{:02}/{serial:03}", issued.0, issued.1)
    };
    let bank = k.choose(BANKS);
    let iban = codes::grouped(&account(bank.1, &mut k).iban(), &[4]);
    emblem(d, 268.0, 26.0, 54.0, &mut k);
    d.centre(297.0, 98.0, &firm.name, &p.h);
    d.centre(297.0, 111.0, trade.slogan, &p.i);
    let mut y = 150.0;
    let big = p.b.sized(p.n.size * 1.3);
    let (a, b) = k.choose(&[("Facture n°", "du"), ("FACTURE N°", "en date du"), ("Facture", "émise le")]);
    let date = say(style, issued);
    let since = d.c.lines.len();
    put(d, x0, y, 300.0, &format!("{a} {number} {b} {date}"), &big);
    mark(d, since, "invoice_number", &number);
    mark(d, since, "invoice_date", &date);
    y += 16.0;
    kv(
        d,
        (x0, x0, 300.0),
        y,
        ("Réf. client :", "client_number", &format!("CL{:05}", k.between(12, 9000))),
        (&p.n, &p.n),
    );
    let site = format!("Chantier : {}, {}", home.street, home.place.town);
    put(d, x0, y + 13.0, 280.0, &site, &p.n);
    block(d, "", (345.0, 190.0), 200.0, &home.lines(1), &p.n.sized(p.n.size * 1.1));
    let cols = columns(x0, x1, &[(4.6, L), (0.9, R), (0.6, L), (1.2, R), (0.8, R), (1.3, R)]);
    let heading = ["Description", "Qté", "Unité", "Prix unitaire HT", "TVA", "Total HT"];
    heads(d, (246.0, 20.0), &cols, &heading, &p.b, 1);
    y = 284.0;
    for (i, item) in bill.items.iter().enumerate() {
        if i % 2 == 1 {
            d.c.fill(x0, y - 13.0, x1, y + 9.0, 238);
        }
        let row = [
            ("item_description", item.good.1.to_owned()),
            ("item_quantity", item.count()),
            ("", item.good.2.to_owned()),
            ("item_unit_price", format!("{} €", sum(item.good.3))),
            ("item_tax_rate", format!("{} %", percent(item.good.4))),
            ("item_amount", format!("{} €", sum(item.amount))),
        ];
        cells(d, y, &cols, &row, &p.n);
        y += 22.0;
    }
    let rows =
        sums(&bill, "Total HT", "TVA", k.pick(&["Total TTC", "Montant TTC à régler", "Solde à payer TTC"]), " €");
    let after = set_sums(d, (330.0, x1), y + 20.0, &rows, &p, 2);
    let due = say(style, later(issued, 30));
    y = after + 26.0;
    kv(
        d,
        (x0, x0, x1),
        y,
        (k.pick(&["À payer au plus tard le", "Échéance :", "Paiement attendu le"]), "due_date", &due),
        (&p.n, &p.b),
    );
    kv(d, (x0, x0 + 38.0, 400.0), y + 16.0, ("IBAN", "iban", &iban), (&p.n, &p.n));
    kv(d, (x0, x0 + 38.0, 400.0), y + 30.0, ("BIC", "bic", bank.2), (&p.n, &p.n));
    let reduced = "Le client certifie que les travaux portent sur un logement achevé depuis plus de deux ans (TVA à taux réduit, \
                   art. 279-0 bis du CGI). Assurance décennale : contrat n° 4872551 souscrit auprès de la SMABTP, \
                   zone couverte France métropolitaine. Pas d'escompte pour règlement anticipé.";
    let after = para(d, x0, y + 56.0, x1 - x0, reduced, &p.s);
    para(
        d,
        x0,
        after + 4.0,
        x1 - x0,
        "Merci de votre confiance. Cette facture est payable par virement ou chèque à l'ordre de l'entreprise.",
        &p.n,
    );
    d.rule(x0, 762.0, x1, 762.0, 0.4);
    let line =
        format!("{} - {} - {} - Tél. {} - {}", firm.name, firm.street, firm.place.line(false), firm.phone, firm.mail);
    fit(d, "", (297.0, 774.0), 495.0, &line, &p.s, C);
    fit(d, "", (297.0, 785.0), 495.0, &firm.legal(), &p.s, C);
    foot_numbers(d, 796.0, &firm, &p);
}
