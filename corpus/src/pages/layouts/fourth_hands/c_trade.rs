//! Papers of trade: invoices, orders, delivery notes, quotations, of craftsmen, wholesalers, offices and programs.

use super::super::facts::{dated, fitting, mark, mark_first};
use super::super::page::Page;
use super::c_deal::{BUYERS, DELIVERY, Deal, INVOICE, ORDER, QUOTE, Sort, deal, metas, totals};
use super::c_kit::{Row, Table, address, beside, block, firm, foot, para, person, strip};
use crate::pages::compose::Manner;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("facture", |d| program(d, &INVOICE)),
    Page::a4("facture", |d| boxes(d, &INVOICE)),
    Page::a4("facture", |d| craftsman(d, &INVOICE)),
    Page::a4("facture", public),
    Page::a4("facture", fees),
    Page::a4("bon_commande", |d| program(d, &ORDER)),
    Page::a4("bon_commande", |d| boxes(d, &ORDER)),
    Page::a4("bon_commande", |d| craftsman(d, &ORDER)),
    Page::a4("bon_livraison", |d| program(d, &DELIVERY)),
    Page::a4("bon_livraison", |d| boxes(d, &DELIVERY)),
    Page::a4("bon_livraison", |d| craftsman(d, &DELIVERY)),
    Page::a4("devis", |d| program(d, &QUOTE)),
    Page::a4("devis", |d| boxes(d, &QUOTE)),
    Page::a4("devis", |d| craftsman(d, &QUOTE)),
];

/// The lines of the foot: who the firm is by law.
fn legal(d: &mut Desk<'_, '_>, deal: &Deal) {
    let s = &deal.seller;
    let siret = format!("SIRET {} - N° TVA intracommunautaire : {}", s.siret, s.vat);
    let fields = vec![("siret", s.siret.clone()), ("tva_number", s.vat.clone())];
    foot(d, &[(format!("{} - {}", s.name, s.legal), vec![]), (siret, fields)]);
}

fn head(deal: &Deal) -> Vec<String> {
    let s = &deal.seller;
    let mut lines = s.lines.clone();
    lines.extend([format!("Tél. {}", s.phone), s.mail.clone()]);
    lines
}

/// The name of the seller, a field where the paper has one for it.
fn seller(d: &mut Desk<'_, '_>, at: (f32, f32, f32), deal: &Deal, sort: &Sort, size: f32) -> f32 {
    let name = if sort.date == "invoice_date" { "seller" } else { "" };
    let t = d.fonts.bold.sized(size);
    let y = block(d, at, std::slice::from_ref(&deal.seller.name), &t, name);
    let body = d.fonts.body.sized(8.5);
    block(d, (at.0, y, at.2), &head(deal), &body, "")
}

fn buyer_field(sort: &Sort) -> &'static str {
    if sort.date == "invoice_date" { "buyer" } else { "" }
}

/// As accounting programs print: everything in two columns over a ruled table.
fn program(d: &mut Desk<'_, '_>, sort: &Sort) {
    let (body, bold) = (d.fonts.body.sized(9.0), d.fonts.bold.sized(9.0));
    let deal = deal(d, sort);
    let (x0, x1, mid) = (d.x0(), d.x1(), d.c.width * 0.54);
    marks::logo(d.c, x0, 34.0, 30.0, &mut d.rng.fork());
    seller(d, (x0, 84.0, mid - x0 - 12.0), &deal, sort, 13.0);
    let title = d.rng.pick(sort.titles);
    let big = fitting(d, title, &bold.sized(18.0), x1 - mid);
    d.left(mid, 62.0, title, &big);
    let rows = metas(&deal, sort, d);
    let after = beside(d, (mid, mid + 105.0, 84.0), &rows, (&body, &bold), 13.0);
    let y = after.max(150.0) + 16.0;
    d.c.frame(mid - 8.0, y - 4.0, x1, y + 76.0, 0.6);
    let label = d.rng.pick(&["Adresse de facturation", "Client", "Destinataire :", "Adressé à"]);
    d.left(mid, y + 8.0, label, &body.sized(7.0));
    block(d, (mid, y + 24.0, x1 - mid - 8.0), &deal.buyer, &bold.sized(9.5), buyer_field(sort));
    let (_, clerk) = person(&mut d.rng);
    let followed = format!("Affaire suivie par {clerk}");
    let t = fitting(d, &followed, &body, mid - x0 - 16.0);
    d.left(x0, y + 70.0, &followed, &t);
    let table = Table {
        shares: &[1.2, 4.4, 0.8, 0.8, 1.3, 1.4],
        aligns: "llrcrr",
        head: &["Réf.", "Désignation", "Qté", "Unité", "P.U. HT", "Montant HT"],
        ruled: true,
        foot: d.c.height * 0.64,
    };
    let y = table.set(d, (x0, y + 92.0, x1 - x0), &deal.rows, (&bold, &body)) + 20.0;
    let rows = totals(&deal, d);
    let from = x1 - 190.0;
    for (i, (label, text, name)) in rows.iter().enumerate() {
        let look = if i == 2 { &bold } else { &body };
        d.left(from, y + i as f32 * 15.0, label, look);
        d.value_right(name, x1 - 4.0, y + i as f32 * 15.0, text, look);
    }
    d.left(x0, y, &format!("Taux de TVA : {} %", deal.rate), &body);
    ending(d, &deal, sort, (x0, y + 15.0, from - x0 - 20.0));
    legal(d, &deal);
}

/// Bank details (of those who want to be paid) and the notice that goes with such papers.
fn ending(d: &mut Desk<'_, '_>, deal: &Deal, sort: &Sort, (x, mut y, width): (f32, f32, f32)) {
    let body = d.fonts.body.sized(8.0);
    if sort.date == "invoice_date" || (sort.date == "quote_date" && d.rng.chance(0.4)) {
        let how = d.rng.pick(&["Règlement par virement", "Mode de règlement : virement bancaire", "Par virement :"]);
        d.left(x, y, how, &body);
        let rows = [("IBAN :", deal.iban.clone(), "iban"), ("BIC :", deal.bic.clone(), "bic")];
        y = beside(d, (x, x + 32.0, y + 11.0), &rows, (&body, &body), 11.0) + 4.0;
    } else {
        d.left(x, y, d.rng.clone().pick(&["Franco de port", "Transport : nos soins", "Départ usine"]), &body);
        y += 14.0;
    }
    for text in sort.ends {
        y = para(d, (x, y, width), text, &body.sized(7.4), Manner::RAGGED, &[]) + 3.0;
    }
    if sort.date != "invoice_date" {
        let sign = d.rng.pick(&["Cachet et signature", "Signature du client", "Nom, date et signature :"]);
        d.left(x, y + 8.0, sign, &body);
        if d.rng.chance(0.5) && y + 60.0 < d.c.height - 50.0 {
            marks::signature(d.c, x + 10.0, y + 28.0, 90.0, &mut d.rng.fork());
        }
    }
}

/// As wholesalers' forms have it: strips of boxes, label over value.
fn boxes(d: &mut Desk<'_, '_>, sort: &Sort) {
    let (body, bold) = (d.fonts.body.sized(8.8), d.fonts.bold.sized(8.8));
    let deal = deal(d, sort);
    let (x0, x1) = (d.x0().min(50.0), d.c.width - d.margins[2].min(50.0));
    let name = if sort.date == "invoice_date" { "seller" } else { "" };
    let upper = bold.sized(17.0);
    let y = block(d, (x0, 52.0, 300.0), std::slice::from_ref(&deal.seller.name), &upper, name);
    let line = head(&deal).join(" - ");
    let t = fitting(d, &line, &body.sized(8.0), x1 - x0);
    d.left(x0, y, &line, &t);
    d.rule(x0, y + 7.0, x1, y + 7.0, 1.4);
    let mid = d.c.width * 0.52;
    block(d, (mid, y + 50.0, x1 - mid), &deal.buyer, &body.sized(10.5), buyer_field(sort));
    let title = d.rng.pick(sort.titles);
    let big = fitting(d, title, &bold.sized(15.0), mid - x0 - 10.0);
    d.left(x0, y + 50.0, title, &big);
    let rest: [Row; 2] = [("Agence", deal.seller.town.clone(), ""), ("Vendeur", person(&mut d.rng).1, "")];
    beside(d, (x0, x0 + 60.0, y + 70.0), &rest, (&body.sized(8.0), &body.sized(8.0)), 11.0);
    let rows = metas(&deal, sort, d);
    let y = strip(d, (x0, y + 120.0, x1 - x0), &rows, (&body.sized(7.0), &body.sized(9.5)), true);
    let table = Table {
        shares: &[1.1, 4.6, 0.8, 0.7, 1.2, 1.4],
        aligns: "llrcrr",
        head: &["Article", "Libellé", "Quantité", "U.", "Prix net", "Total HT"],
        ruled: d.rng.chance(0.7),
        foot: d.c.height * 0.62,
    };
    let y = table.set(d, (x0, y + 12.0, x1 - x0), &deal.rows, (&body.sized(7.6), &body)) + 10.0;
    let mut sums = totals(&deal, d);
    sums.insert(1, ("Taux TVA", format!("{} %", deal.rate), ""));
    let y = strip(d, (x0 + 100.0, y, x1 - x0 - 100.0), &sums, (&body.sized(7.0), &bold.sized(10.0)), true);
    ending(d, &deal, sort, (x0, y + 22.0, (x1 - x0) * 0.8));
    legal(d, &deal);
}

/// As a craftsman's own letterhead: centred name, number and date in one line, a table without upright rules.
fn craftsman(d: &mut Desk<'_, '_>, sort: &Sort) {
    let (body, bold) = (d.fonts.body.sized(10.0), d.fonts.bold.sized(10.0));
    let deal = deal(d, sort);
    let s = &deal.seller;
    let (x0, x1, mid) = (d.x0(), d.x1(), d.c.width / 2.0);
    let since = d.c.lines.len();
    d.centre(mid, 50.0, &capitals(&s.name, true), &bold.sized(18.0));
    if sort.date == "invoice_date" {
        mark_first(d, since, "seller");
    }
    let known = format!("Siret {}", s.siret);
    for (i, line) in [s.lines.join(" - "), format!("Tél. {} - {}", s.phone, s.mail), known].iter().enumerate() {
        let since = d.c.lines.len();
        d.centre(mid, 66.0 + 12.0 * i as f32, line, &body.sized(8.6));
        if i == 2 {
            mark(d, since, "siret", &s.siret);
        }
    }
    block(d, (mid + 20.0, 128.0, x1 - mid - 20.0), &deal.buyer, &body.sized(10.5), buyer_field(sort));
    let title = d.rng.pick(&sort.titles[..2]);
    let line = format!("{title} n° {} du {}", deal.number, deal.date);
    let fields = [(sort.numbers.1, deal.number.as_str()), (sort.date, deal.date.as_str())];
    let y = para(d, (x0, 215.0, x1 - x0), &line, &bold.sized(13.0), Manner::RAGGED, &fields);
    let about =
        d.rng.pick(&["Chantier : rue des Acacias", "Suivant votre demande du mois dernier", "Affaire : rénovation"]);
    d.left(x0, y + 4.0, about, &body);
    let rows: Vec<Vec<String>> =
        deal.rows.iter().map(|r| [&r[1], &r[2], &r[4], &r[5]].map(Clone::clone).to_vec()).collect();
    let table = Table {
        shares: &[5.0, 0.9, 1.3, 1.5],
        aligns: "lrrr",
        head: &["Désignation", "Quantité", "Prix unitaire", "Total"],
        ruled: false,
        foot: 0.0,
    };
    let mut y = table.set(d, (x0, y + 20.0, x1 - x0), &rows, (&bold, &body)) + 20.0;
    let mut sums = totals(&deal, d);
    if d.rng.chance(0.5) {
        sums[1].0 = if deal.rate.starts_with("20") { "TVA 20 %" } else { "TVA taux réduit" };
    }
    for (label, text, name) in &sums {
        d.right(x1 - 95.0, y, label, &bold);
        d.value_right(name, x1 - 4.0, y, text, &body);
        y += 16.0;
    }
    if !sort.due.1.is_empty() {
        let said = format!("{} {}", d.rng.pick(&sort.due.0[..2]), deal.due);
        y = para(d, (x0, y + 10.0, x1 - x0), &said, &body, Manner::RAGGED, &[(sort.due.1, &deal.due)]);
    }
    ending(d, &deal, sort, (x0, y + 14.0, x1 - x0));
    foot(
        d,
        &[
            (format!("{} - {}", s.name, s.legal), vec![]),
            (format!("TVA {}", s.vat), vec![("tva_number", s.vat.clone())]),
        ],
    );
}

/// To a public body, with what its portal asks for.
fn public(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.sized(9.0), d.fonts.bold.sized(9.0));
    let deal = deal(d, &INVOICE);
    let s = &deal.seller;
    let (x0, x1, mid) = (d.x0(), d.x1(), d.c.width / 2.0);
    d.left(x0, 55.0, d.rng.clone().pick(&["FACTURE", "Facture - Secteur public"]), &bold.sized(16.0));
    let rows = [
        ("Numéro de facture", deal.number.clone(), "invoice_number"),
        ("Date d'émission", deal.date.clone(), "invoice_date"),
    ];
    beside(d, (mid + 20.0, mid + 115.0, 48.0), &rows, (&body, &bold), 13.0);
    let service = format!("{}{}", d.rng.pick(&["SERV", "FIN-", "DST", "D"]), d.rng.digits(3));
    let market = format!("{}-{}", deal.when.0, d.rng.pick(&["FCS014", "M07", "TRV22L3", "S118"]));
    for (x, label) in [(x0, "ÉMETTEUR"), (mid + 10.0, "DESTINATAIRE")] {
        d.c.frame(x, 82.0, x + (x1 - x0) / 2.0 - 10.0, 212.0, 0.6);
        d.left(x + 5.0, 95.0, label, &bold.sized(8.0));
    }
    let room = (x1 - x0) / 2.0 - 22.0;
    let y = seller(d, (x0 + 5.0, 112.0, room), &deal, &INVOICE, 10.5);
    let ids = [("SIRET", s.siret.clone(), "siret"), ("TVA", s.vat.clone(), "tva_number")];
    beside(d, (x0 + 5.0, x0 + 45.0, y + 6.0), &ids, (&body, &body), 12.0);
    let mut to = vec![BUYERS[[0, 2, 6, 9][d.rng.below(4)]].to_owned()];
    to.extend(address(&mut d.rng));
    let y = block(d, (mid + 15.0, 112.0, room), &to, &body, "buyer");
    let mut rows: Vec<Row> = vec![("Code service", service, "buyer_reference")];
    rows.push((d.rng.pick(&["N° d'engagement", "Engagement juridique"]), deal.order.clone(), "order_number"));
    if d.rng.chance(0.7) {
        rows.push((d.rng.pick(&["N° de marché", "Marché n°"]), market, "contract_number"));
    }
    beside(d, (mid + 15.0, mid + 110.0, y + 6.0), &rows, (&body, &body), 12.0);
    let table = Table {
        shares: &[4.4, 0.8, 0.8, 1.3, 0.9, 1.4],
        aligns: "lrcrrr",
        head: &["Prestation", "Qté", "Unité", "PU HT", "TVA %", "Total HT"],
        ruled: true,
        foot: 480.0,
    };
    let lines: Vec<Vec<String>> = deal
        .rows
        .iter()
        .map(|r| vec![r[1].clone(), r[2].clone(), r[3].clone(), r[4].clone(), deal.rate.to_owned(), r[5].clone()])
        .collect();
    let y = table.set(d, (x0, 230.0, x1 - x0), &lines, (&bold, &body)) + 18.0;
    let sums = totals(&deal, d);
    let y = beside(d, (mid + 40.0, x1 - 95.0, y), &sums, (&body, &bold), 15.0) + 16.0;
    let rows: Vec<Row> = vec![
        ("Date d'échéance", deal.due.clone(), "due_date"),
        ("Moyen de paiement", "Virement".to_owned(), ""),
        ("IBAN", deal.iban.clone(), "iban"),
        ("BIC", deal.bic.clone(), "bic"),
    ];
    let mut y = beside(d, (x0, x0 + 100.0, y), &rows, (&body, &body), 13.0) + 14.0;
    for text in INVOICE.ends {
        y = para(d, (x0, y, x1 - x0), text, &body.sized(8.0), Manner::RAGGED, &[]) + 4.0;
    }
    foot(d, &[(s.legal.clone(), vec![]), ("Facture déposée sur Chorus Pro - Page 1/1".to_owned(), vec![])]);
}

/// A note of fees of a profession: prose and few sums.
fn fees(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.sized(10.5), d.fonts.bold.sized(10.5));
    let mut deal = deal(d, &INVOICE);
    let name =
        d.rng.pick(&["Cabinet d'architecture Lassalle", "Géomètre-expert Vuillemin", "Expertise comptable Arvor"]);
    deal.seller = firm(name, &mut d.rng);
    let s = &deal.seller;
    let (x0, x1) = (d.x0(), d.x1());
    seller(d, (x0, 60.0, 240.0), &deal, &INVOICE, 14.0);
    let date = dated(deal.when, &mut d.rng);
    let line = format!("{}, le {date}", s.town);
    para(d, (x1 - 210.0, 150.0, 210.0), &line, &body, Manner::RAGGED, &[("invoice_date", &date)]);
    block(d, (x1 - 210.0, 185.0, 210.0), &deal.buyer, &body, "buyer");
    let line = format!("NOTE D'HONORAIRES - FACTURE N° {}", deal.number);
    let mut y =
        para(d, (x0, 290.0, x1 - x0), &line, &bold.sized(12.0), Manner::RAGGED, &[("invoice_number", &deal.number)]);
    if d.rng.chance(0.7) {
        let line = format!("Votre référence client : {}", deal.client);
        y = para(d, (x0, y + 4.0, x1 - x0), &line, &body, Manner::RAGGED, &[("client_number", &deal.client)]);
    }
    let text = "Pour la mission qui nous a été confiée suivant la convention signée entre les parties, phase d'études et de \
                suivi, y compris réunions, déplacements et frais de reproduction des documents :";
    y = para(d, (x0, y + 14.0, x1 - x0), text, &body, Manner::RAGGED, &[]) + 12.0;
    let sums: Vec<Row> = vec![
        ("Honoraires hors taxes", deal.ht.clone(), "total_ht"),
        ("TVA au taux en vigueur", deal.tva.clone(), "total_tva"),
        ("Montant toutes taxes comprises", deal.ttc.clone(), "total_ttc"),
    ];
    for (label, text, name) in &sums {
        d.left(x0 + 20.0, y, label, &body);
        d.value_right(name, x1 - 40.0, y, text, &bold);
        y += 19.0;
    }
    let line =
        format!("Payable par virement avant le {} sur le compte IBAN {} (BIC {}).", deal.due, deal.iban, deal.bic);
    let fields = [("due_date", deal.due.as_str()), ("iban", &deal.iban), ("bic", &deal.bic)];
    y = para(d, (x0, y + 16.0, x1 - x0), &line, &body, Manner::RAGGED, &fields) + 10.0;
    y = para(d, (x0, y, x1 - x0), INVOICE.ends[0], &body.sized(8.5), Manner::RAGGED, &[]) + 24.0;
    let (_, signer) = person(&mut d.rng);
    d.left(x1 - 180.0, y, &signer, &body);
    marks::signature(d.c, x1 - 180.0, y + 30.0, 100.0, &mut d.rng.fork());
    legal(d, &deal);
}
