//! Invoices to public buyers and of the professions: contracts, service codes, fees, and works paid by instalments.

use super::trade_invoice::number;
use super::trade_kit::{
    Coin, Dates, Grid, Person, Place, beside, cell, day, foot, in_words, later, line_with, list, look, mark, prose,
    put, put_centre, put_right, set, stack, table,
};
use super::trade_sale::{BUILDING, PUBLIC_BUYERS, SERVICES, SUPPLIES, bank, sums};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] =
    &[Page::a4("facture", electronic), Page::a4("facture", works), Page::a4("facture", fees)];

/// The readable picture of an electronic invoice: boxes of labels and values, one beside the other.
fn electronic(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.4, 9.4, 34.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = if d.rng.chance(0.5) { SUPPLIES.firm(&mut d.rng) } else { SERVICES.firm(&mut d.rng) };
    let sale = SUPPLIES.sale(&mut d.rng, 6);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2017, 2025);
    let title = d.rng.pick(&["FACTURE", "Facture électronique", "FACTURE (secteur public)"]);
    put_centre(d, w / 2.0, 54.0, 300.0, title, &l.h);
    let middle = w / 2.0;
    let (top, depth) = (72.0, l.lead * 7.4);
    d.c.frame(x0, top, middle - 6.0, top + depth, 0.6);
    d.c.frame(middle + 6.0, top, x1, top + depth, 0.6);
    let room = middle - 18.0 - x0;
    let heads =
        d.rng.choose(&[["Fournisseur", "Destinataire"], ["Émetteur", "Acheteur public"], ["Vendeur", "Acheteur"]]);
    put(d, x0 + 6.0, top + l.lead, room, heads[0], &l.b);
    put(d, middle + 12.0, top + l.lead, room, heads[1], &l.b);
    set(d, "seller", x0 + 6.0, top + l.lead * 2.0, room, &firm.name, &l.n);
    let lines = firm.place.lines(&mut d.rng);
    let y = stack(d, "", (x0 + 6.0, top + l.lead * 3.0, room), &lines, &l.n, l.lead);
    beside(d, "siret", x0 + 6.0, 0.0, y, room, ("SIRET :", &firm.siret), (&l.n, &l.n));
    beside(d, "tva_number", x0 + 6.0, 0.0, y + l.lead, room, ("TVA intracommunautaire :", &firm.vat), (&l.n, &l.n));
    let mut lines = vec![d.rng.pick(PUBLIC_BUYERS).to_owned()];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    let y = stack(d, "buyer", (middle + 12.0, top + l.lead * 2.0, room), &lines, &l.n, l.lead);
    let code = match d.rng.below(3) {
        0 => format!("SERV-{}", d.rng.digits(3)),
        1 => d.rng.pick(&["FACTURES_PUBLIQUES", "CULTURE", "DST", "TECHNIQUE"]).to_owned(),
        _ => d.rng.digits(6),
    };
    beside(d, "buyer_reference", middle + 12.0, 0.0, y, room, ("Code service :", &code), (&l.n, &l.n));
    let y = top + depth + l.lead * 1.6;
    let left = [
        ("invoice_number", "Numéro de facture", number(&mut d.rng, when.0)),
        ("invoice_date", "Date de facture", dates.spell(when)),
        ("due_date", "Date d'échéance", dates.spell(later(when, 30))),
    ];
    list(d, (x0, x0 + 100.0, room), y, &left, (&l.n, &l.b), l.lead);
    let engagement = format!("{}{}", d.rng.pick(&["", "EJ", "15000", "ENG"]), d.rng.digits(6));
    let market = format!("{}{}", when.0 - 1, d.rng.pick(&["M014", "-08", "S0021", "-TRX-03"]));
    let right = [
        ("order_number", "N° d'engagement", engagement),
        ("contract_number", "N° de marché", market),
        ("", "Cadre de facturation", "A1 - Dépôt par un fournisseur".to_owned()),
    ];
    list(d, (middle + 6.0, middle + 106.0, room), y, &right, (&l.n, &l.b), l.lead);
    let y = y + l.lead * 3.6;
    let columns = [
        ("Réf.", 0.11, 'l'),
        ("Dénomination", 0.39, 'l'),
        ("Quantité", 0.09, 'r'),
        ("Unité", 0.09, 'c'),
        ("Prix unitaire HT", 0.16, 'r'),
        ("Montant HT", 0.16, 'r'),
    ];
    let rows = sale.rows(coin.bare());
    let y = table(d, (x0, x1), y, &columns, rows, (&l.s, &l.n), l.lead * 1.4, Grid::FULL) + l.lead;
    let columns = [("Taux de TVA", 0.3, 'c'), ("Base HT", 0.35, 'r'), ("Montant de TVA", 0.35, 'r')];
    let row = vec![
        cell(format!("{} %", sale.percent(true))),
        cell(coin.bare().spell(sale.ht)),
        cell(coin.bare().spell(sale.tva)),
    ];
    table(d, (x0, w * 0.5), y, &columns, vec![row], (&l.s, &l.n), l.lead * 1.4, Grid::FULL);
    let rows = sale.sums(coin, &mut d.rng);
    let y = sums(d, &l, (w * 0.58, x1), y + l.n.size, &rows, true) + l.lead;
    put(d, x0, y, 260.0, "Paiement : virement", &l.n);
    let y = bank(d, &l, (x0, y + l.lead, 320.0), &firm) + l.lead;
    let text = "Le délai de paiement des acheteurs publics locaux est fixé à 30 jours. Intérêts moratoires au taux de la \
        BCE majoré de \
        8 points et indemnité forfaitaire de 40 € (décret n° 2013-269 du 29 mars 2013).";
    prose(d, x0, y, x1 - x0, text, &l.t);
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// Works paid by instalments: the contract's figures, what was done before, the month's, the sum in words.
fn works(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 10.0, 46.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = BUILDING.firm(&mut d.rng);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2003, 2025);
    let market = d.rng.between(18_000, 260_000) * 100;
    let before = market * d.rng.between(10, 55) / 100;
    let now = market * d.rng.between(8, 35) / 100;
    let tva = now / 5;
    put_centre(d, w / 2.0, 60.0, 400.0, &capitals(&firm.name, true), &l.h);
    let lines = firm.place.lines(&mut d.rng).join(" - ");
    put_centre(d, w / 2.0, 60.0 + l.lead * 1.3, 420.0, &lines, &l.s);
    let contact = format!("Tél. {} - {}", firm.phone, firm.mail);
    put_centre(d, w / 2.0, 60.0 + l.lead * 2.3, 420.0, &contact, &l.s);
    d.rule(x0, 60.0 + l.lead * 3.0, x1, 60.0 + l.lead * 3.0, 1.0);
    let mut lines = vec![d.rng.pick(PUBLIC_BUYERS).to_owned(), "Services techniques".to_owned()];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    stack(d, "buyer", (w * 0.55, 128.0, x1 - w * 0.55), &lines, &l.n, l.lead);
    let place = firm.place.town;
    let said = format!("{place}, le {}", dates.spell(when));
    line_with(d, (w * 0.55, 134.0 + l.lead * 6.0), &said, &l.n, &[("invoice_date", &dates.spell(when))]);
    let mut y = 140.0 + l.lead * 8.0;
    let no = number(&mut d.rng, when.0);
    let rank = d.rng.between(2, 9);
    beside(d, "invoice_number", x0, 0.0, y, 300.0, ("FACTURE N°", &no), (&l.h, &l.h));
    y += l.lead * 1.5;
    put(d, x0, y, x1 - x0, &format!("Situation n° {rank} - travaux exécutés au dernier jour du mois"), &l.b);
    y += l.lead * 1.4;
    let work = d.rng.pick(&[
        "Réhabilitation de la salle polyvalente - Lot 03 Couverture zinguerie",
        "Construction d'un groupe scolaire - Lot 7 Menuiseries intérieures",
        "Extension de la maison de santé - Lot 11 Plomberie sanitaires",
        "Réfection de la voirie communale, programme annuel",
    ]);
    put(d, x0, y, x1 - x0, &format!("Opération : {work}"), &l.n);
    y += l.lead;
    let contract = format!("{}-{:02}", when.0 - 1, d.rng.between(1, 40));
    let label = d.rng.pick(&["Marché n°", "N° de marché :", "Marché public n°"]);
    beside(d, "contract_number", x0, 0.0, y, 260.0, (label, &contract), (&l.n, &l.n));
    if d.rng.chance(0.5) {
        let os = format!("Ordre de service du {}", dates.spell(later(when, -120)));
        put(d, w * 0.55, y, 200.0, &os, &l.n);
    }
    y += l.lead * 1.6;
    let bare = coin.bare();
    let rows: Vec<_> = [
        ("Montant initial du marché HT", market),
        ("Travaux exécutés cumulés HT", before + now),
        ("À déduire situations précédentes HT", -before),
    ]
    .iter()
    .map(|(label, cents)| vec![cell(*label), cell(bare.spell(*cents))])
    .collect();
    let grid = Grid { tint: false, ..Grid::FULL };
    y = table(d, (x0, x1), y, &[("", 0.72, 'l'), ("", 0.28, 'r')], rows, (&l.b, &l.n), l.lead * 1.5, grid)
        + l.lead * 2.0;
    let rows = [
        ("total_ht", "Montant de la situation HT".to_owned(), coin.spell(now)),
        ("total_tva", "TVA 20 %".to_owned(), coin.spell(tva)),
        ("total_ttc", "Montant TTC".to_owned(), coin.spell(now + tva)),
        ("", "Retenue de garantie 5 %".to_owned(), coin.spell(-(now + tva) / 20)),
        ("", "Reste à régler".to_owned(), coin.spell(now + tva - (now + tva) / 20)),
    ];
    y = sums(d, &l, (w * 0.48, x1), y, &rows, d.margins[0] > 0.0) + l.lead;
    let words = in_words(((now + tva) / 100) as u64);
    let text =
        format!("Arrêtée la présente facture à la somme de {words} euros et {:02} centimes TTC.", (now + tva) % 100);
    y = prose(d, x0, y, x1 - x0, &text, &l.i) + l.lead;
    y = bank(d, &l, (x0, y, 300.0), &firm);
    put(d, w * 0.62, y, 150.0, "L'entrepreneur,", &l.n);
    marks::signature(d.c, w * 0.66, y + 30.0, 80.0, &mut d.rng);
    let law = format!("SIRET {} - TVA {} - {} au capital de {} €", firm.siret, firm.vat, firm.form, firm.capital);
    let since = d.c.lines.len();
    foot(d, &[law], &l.t);
    mark(d, since, "siret", &firm.siret);
    mark(d, since, "tva_number", &firm.vat);
}

/// Fees of a profession: a note of fees in sentences, the sums in a short column.
fn fees(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.6, 11.0, 66.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let who = Person::random(&mut d.rng);
    let firm = SERVICES.firm(&mut d.rng);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2006, 2025);
    let trade = d.rng.pick(&[
        "Géomètre-expert D.P.L.G.", "Architecte D.P.L.G.", "Expert-comptable", "Psychologue", "Ingénieur conseil",
    ]);
    set(d, "seller", x0, 70.0, 260.0, &who.name(), &l.b.sized(l.n.size * 1.25));
    put(d, x0, 70.0 + l.lead, 220.0, trade, &l.i);
    let mut lines = firm.place.lines(&mut d.rng);
    lines.push(format!("Tél. {}", firm.phone));
    let y = stack(d, "", (x0, 70.0 + l.lead * 2.0, 220.0), &lines, &l.s, l.s.size * 1.3);
    beside(d, "siret", x0, 0.0, y, 220.0, ("N° SIRET", &firm.siret), (&l.s, &l.s));
    let client = Person::random(&mut d.rng);
    let mut lines = vec![client.titled(&mut d.rng)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    let y = stack(d, "buyer", (w * 0.54, 150.0, x1 - w * 0.54), &lines, &l.n, l.lead) + l.lead * 1.5;
    let said = format!("{}, le {}", firm.place.town, dates.spell(when));
    line_with(d, (w * 0.54, y), &said, &l.n, &[("invoice_date", &dates.spell(when))]);
    let mut y = y + l.lead * 3.0;
    let no = number(&mut d.rng, when.0);
    let title = d.rng.pick(&["FACTURE D'HONORAIRES N°", "Facture d'honoraires n°", "Facture n°"]);
    beside(d, "invoice_number", x0, 0.0, y, x1 - x0, (title, &no), (&l.b, &l.b));
    y += l.lead * 2.0;
    let about = d.rng.pick(&[
        "Bornage et reconnaissance de limites de la parcelle cadastrée section AB n° 214",
        "Mission partielle d'avant-projet pour l'extension d'une maison d'habitation",
        "Établissement des comptes annuels et de la liasse fiscale",
        "Suivi individuel, six séances",
    ]);
    y = prose(d, x0, y, x1 - x0, &format!("Affaire : {about}"), &l.n) + l.lead;
    let ht = d.rng.between(28_000, 460_000);
    let rows = if d.rng.chance(0.7) {
        vec![
            ("total_ht", "Honoraires HT".to_owned(), coin.spell(ht)),
            ("total_tva", "TVA à 20 %".to_owned(), coin.spell(ht / 5)),
            ("total_ttc", "Total TTC".to_owned(), coin.spell(ht + ht / 5)),
            ("", "Provision versée".to_owned(), coin.spell(-20_000)),
        ]
    } else {
        vec![("total_ttc", "Total des honoraires".to_owned(), coin.spell(ht))]
    };
    y = sums(d, &l, (x0 + 40.0, x1 - 40.0), y, &rows, false) + l.lead;
    let text = "Membre d'un organisme de gestion agréé, acceptant à ce titre le règlement des honoraires par chèque \
        libellé à son nom.";
    y = prose(d, x0, y, x1 - x0, text, &l.i) + l.lead;
    let due = dates.spell(later(when, 30));
    let label = d.rng.pick(&["À régler au plus tard le", "Date limite de règlement :", "Payable avant le"]);
    beside(d, "due_date", x0, 0.0, y, 300.0, (label, &due), (&l.n, &l.b));
    y = bank(d, &l, (x0, y + l.lead * 1.5, 320.0), &firm);
    put_right(d, x1, y + l.lead, 160.0, &who.name(), &l.n);
    marks::signature(d.c, x1 - 110.0, y + l.lead * 3.0, 80.0, &mut d.rng);
}
