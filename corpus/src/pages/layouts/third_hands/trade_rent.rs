//! Rent receipts: of an owner, of an agency, of a housing body, and the leaf of a receipt book.

use super::trade_kit::{
    Cell, Coin, Dates, Firm, Grid, Person, Place, beside, cell, cells, day, foot, in_words, later, line_with, list,
    look, mark, phone, prose, put, put_centre, put_right, set, stack, table, telling,
};
use super::trade_sale::sums;
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[
    Page::a4("quittance", sworn),
    Page::a4("quittance", agency),
    Page::a4("quittance", housing),
    Page { name: "quittance", sheet: |_| Some((595.3, 298.0)), set: leaf },
];

/// Rent and charges of a flat.
fn rent(rng: &mut Rng) -> (i64, i64) {
    (rng.between(310, 1_450) * 100 + rng.choose(&[0, 0, 0, 37, 52]), rng.between(20, 180) * 100)
}

/// An owner's declaration in sentences, and the detail under it.
fn sworn(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.2, 11.6, 62.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng).euros(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 1998, 2025);
    let (owner, who) = (Person::random(&mut d.rng), Person::random(&mut d.rng));
    let (home, place) = (Place::random(&mut d.rng), Place::random(&mut d.rng));
    let mut lines = vec![owner.name()];
    lines.extend(home.lines(&mut d.rng));
    lines.push(phone(&mut d.rng));
    stack(d, "", (x0, 72.0, 210.0), &lines, &l.n, l.lead);
    let mut lines = vec![who.titled(&mut d.rng)];
    lines.extend(place.lines(&mut d.rng));
    stack(d, "", (w * 0.55, 130.0, x1 - w * 0.55), &lines, &l.n, l.lead);
    let mut y = 220.0;
    let month = format!("{} {}", words::MONTHS[(when.1 - 1) as usize], when.0);
    let title = d.rng.pick(&["QUITTANCE DE LOYER", "Quittance de loyer"]);
    put_centre(d, w / 2.0, y, 400.0, title, &l.h);
    y += l.lead * 1.5;
    put_centre(d, w / 2.0, y, 300.0, &format!("Mois de {month}"), &l.n);
    y += l.lead * 2.0;
    let (loyer, charges) = rent(&mut d.rng);
    let total = coin.spell(loyer + charges);
    let paid = dates.spell(when);
    let (landlord, tenant) = (owner.name(), who.name());
    let text = format!(
        "Je soussigné{} {landlord}, propriétaire du logement désigné ci-dessous, déclare avoir reçu de {} {tenant} la \
            somme de {total} \
         ({} euros), le {paid}, au titre du paiement du loyer et des charges pour la période du 1er au {} {month}, et lui \
         en donne \
         quittance, sous réserve de tous mes droits.",
        owner.agree("", "e"),
        who.title(true),
        in_words(((loyer + charges) / 100) as u64),
        if when.1 == 2 { 28 } else { 30 },
    );
    let fields = [("landlord", &*landlord), ("tenant", &*tenant), ("payment_date", &*paid)];
    y = telling(d, (x0, y, x1 - x0), &text, &l.n, &fields) + l.lead;
    let site = format!("Adresse de la location : {}", place.lines(&mut d.rng).join(", "));
    y = prose(d, x0, y, x1 - x0, &site, &l.n) + l.lead;
    let named = d.rng.choose(&[
        ["Loyer hors charges :", "Provision pour charges :", "Total :"],
        ["Loyer", "Charges", "Total réglé"],
    ]);
    let rows =
        [("rent", named[0], coin.spell(loyer)), ("charges", named[1], coin.spell(charges)), ("total", named[2], total)];
    y = list(d, (x0 + 20.0, x0 + 190.0, 360.0), y, &rows, (&l.n, &l.b), l.lead * 1.3) + l.lead * 1.5;
    let signed = dates.spell(later(when, d.rng.choose(&[0, 1, 3])));
    let said = format!("Fait à {}, le {signed}", home.town);
    line_with(d, (w * 0.5, y), &said, &l.n, &[("date", &signed)]);
    marks::signature(d.c, w * 0.56, y + 34.0, 90.0, &mut d.rng);
    let text = "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement \
        partiel du montant du \
        présent terme. Elle est à conserver pendant trois ans par le locataire (article 7-1 de la loi n° 89-462 du 6 \
        juillet 1989).";
    prose(d, x0, (y + 90.0).min(d.bottom() - 40.0), x1 - x0, text, &l.s);
}

/// An agency's: mandate and flat in boxes, debits and credits in a table.
fn agency(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 10.0, 40.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2003, 2025);
    let firm = Firm::named(
        &[
            "FONCIA Val de Seine", "Citya Immobilier", "Agence du Port", "Cabinet Bedin Gestion", "NEXITY Lamy",
            "Square Habitat", "Étude Guillerm",
        ],
        &mut d.rng,
    );
    marks::logo(d.c, x0 + 10.0, 42.0, 20.0, &mut d.rng);
    put(d, x0 + 60.0, 54.0, 210.0, &firm.name, &l.b.sized(l.n.size * 1.3));
    let mut lines = firm.place.lines(&mut d.rng);
    lines.push(format!("Tél. {} - {}", firm.phone, firm.mail));
    lines.push(format!("Carte professionnelle n° CPI {} {} - GALIAN", d.rng.digits(4), d.rng.digits(4)));
    stack(d, "", (x0 + 60.0, 54.0 + l.lead * 1.2, 220.0), &lines, &l.s, l.s.size * 1.3);
    let (owner, who) = (Person::random(&mut d.rng), Person::random(&mut d.rng));
    let mut lines = vec![who.titled(&mut d.rng)];
    let place = Place::random(&mut d.rng);
    lines.extend(place.lines(&mut d.rng));
    stack(d, "", (w * 0.55, 134.0, x1 - w * 0.55), &lines, &l.n, l.lead);
    let tenant = who.name();
    let landlord = owner.name();
    let rows = [
        ("", "Référence locataire", format!("{}/{}", d.rng.digits(5), d.rng.digits(2))),
        ("tenant", "Locataire", tenant),
        ("landlord", d.rng.pick(&["Bailleur", "Propriétaire", "Mandant"]), landlord),
        ("", "Mandat n°", d.rng.digits(4)),
        (
            "",
            "Lot",
            format!("Appartement T{} - {} étage", d.rng.between(1, 5), d.rng.pick(&["1er", "2e", "3e", "RDC,"])),
        ),
    ];
    let y = list(d, (x0, x0 + 96.0, 230.0), 134.0, &rows, (&l.s, &l.n), l.lead);
    let mut y = y.max(134.0 + l.lead * 6.0) + l.lead * 1.5;
    let date = dates.spell(later(when, 4));
    let said = format!("{}, le {date}", firm.place.town);
    line_with(d, (w * 0.55, y), &said, &l.n, &[("date", &date)]);
    y += l.lead * 1.6;
    let title = d.rng.pick(&["QUITTANCE", "QUITTANCE DE LOYER", "Avis d'échéance et quittance"]);
    put(d, x0, y, 260.0, title, &l.h);
    let span = format!("Période du 01/{:02}/{} au 30/{:02}/{}", when.1, when.0, when.1, when.0);
    put_right(d, x1, y, 230.0, &span.replace("30/02", "28/02"), &l.n);
    y += l.lead;
    let (loyer, charges) = rent(&mut d.rng);
    let before = if d.rng.chance(0.4) { d.rng.between(10, 90) * 100 } else { 0 };
    let total = loyer + charges + before;
    let bare = coin.bare();
    let row = |name: &'static str, what: &str, cents: i64| vec![cell(what), Cell(name, bare.spell(cents)), cell("")];
    let mut rows = vec![
        row("previous_balance", d.rng.pick(&["Solde antérieur", "Report solde précédent", "Solde précédent"]), before),
        row("rent", d.rng.pick(&["Loyer principal", "Loyer", "Loyer d'habitation"]), loyer),
        row("charges", d.rng.pick(&["Provisions sur charges", "Provision charges", "Charges locatives"]), charges),
    ];
    let paid = dates.spell(later(when, 2));
    rows.push(vec![
        cell(format!("Votre règlement par {}", d.rng.pick(&["prélèvement", "virement", "chèque"]))),
        cell(""),
        cell(bare.spell(total)),
    ]);
    rows.push(vec![
        cell(d.rng.pick(&["Total quittancé", "TOTAL", "Total appelé"])),
        Cell("total", coin.spell(total)),
        cell(coin.spell(total)),
    ]);
    let columns = [("Libellé", 0.58, 'l'), ("Débit", 0.21, 'r'), ("Crédit", 0.21, 'r')];
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.6, Grid::FULL) + l.lead * 1.6;
    let label = d.rng.pick(&["Règlement reçu le", "Date de paiement :", "Payé le"]);
    beside(d, "payment_date", x0, 0.0, y, 260.0, (label, &paid), (&l.n, &l.n));
    y += l.lead * 1.6;
    let text = "Dont quittance, sans préjudice du terme en cours et sous réserve de toutes poursuites qui pourraient \
        avoir été engagées. Le paiement de \
        la présente n'emporte pas présomption de paiement des termes antérieurs.";
    y = prose(d, x0, y, x1 - x0, text, &l.s) + l.lead;
    let site = format!("Adresse des locaux loués : {}", place.lines(&mut d.rng).join(" "));
    put(d, x0, y, x1 - x0, &site, &l.n);
    marks::signature(d.c, w * 0.66, y + 44.0, 90.0, &mut d.rng);
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// A public housing body: a notice of what falls due, the receipt of the month before, aid deducted.
fn housing(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 9.8, 38.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng).euros(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2006, 2025);
    let firm = Firm::named(
        &[
            "HABITAT 44",
            "Pas-de-Calais habitat",
            "Office public de l'habitat de la Creuse",
            "Logirem",
            "Vilogia",
            "Espacil Habitat",
            "Logis Cévenols",
        ],
        &mut d.rng,
    );
    set(d, "landlord", x0, 58.0, 230.0, &firm.name, &l.h);
    let mut lines = firm.place.lines(&mut d.rng);
    lines.push(format!("Votre agence : {}", firm.phone));
    stack(d, "", (x0, 58.0 + l.lead * 1.4, 220.0), &lines, &l.s, l.lead);
    let who = Person::random(&mut d.rng);
    let mut lines = vec![who.titled(&mut d.rng)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    let since = d.c.lines.len();
    stack(d, "", (w * 0.54, 122.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let shown = lines[0].split_once(' ').map_or(String::new(), |(_, name)| name.to_owned());
    mark(d, since, "tenant", &shown);
    let mut y = 122.0 + l.lead * 6.0;
    let month = capitals(words::MONTHS[(when.1 - 1) as usize], true);
    put(d, x0, y, x1 - x0, &format!("QUITTANCE DE LOYER - {month} {}", when.0), &l.b.sized(l.n.size * 1.25));
    y += l.lead * 1.6;
    let rows = [
        ("", "Contrat n°", format!("L/{}", d.rng.digits(7))),
        ("", "Module", format!("{}-{}-{}", d.rng.digits(4), d.rng.digits(2), d.rng.digits(3))),
        ("date", d.rng.pick(&["Édité le", "Date d'édition", "Le"]), dates.spell(when)),
    ];
    y = list(d, (x0, x0 + 84.0, 220.0), y, &rows, (&l.n, &l.n), l.lead) + l.lead;
    let (loyer, charges) = rent(&mut d.rng);
    let aid = loyer * d.rng.between(0, 50) / 100;
    let parking = d.rng.between(2_000, 4_500);
    let total = loyer + charges + parking - aid;
    let rows = [
        ("rent", "Loyer principal", loyer),
        ("charges", "Provisions pour charges", charges),
        ("", "Loyer garage n° 12", parking),
        ("", "A.P.L. versée par la CAF", -aid),
        ("", "R.L.S.", 0),
    ];
    let rows = rows.map(|(name, what, cents)| vec![cell(d.rng.digits(3)), cell(what), Cell(name, coin.spell(cents))]);
    let columns = [("Rub.", 0.1, 'l'), ("Désignation", 0.6, 'l'), ("Montant", 0.3, 'r')];
    let grid = Grid::random(&mut d.rng);
    y = table(d, (x0, w * 0.72), y, &columns, rows.into(), (&l.b, &l.n), l.lead * 1.4, grid) + l.lead * 1.6;
    let label = d.rng.pick(&["Total de la quittance", "MONTANT QUITTANCÉ", "Total du mois"]);
    let rows = [("total", label.to_owned(), coin.spell(total))];
    y = sums(d, &l, (w * 0.32, w * 0.72), y, &rows, true) + l.lead;
    let next = later(when, 30);
    let text = format!(
        "Prochain prélèvement le 05/{:02}/{}. Votre loyer a été révisé au 1er janvier selon l'indice de référence des \
            loyers. En cas de \
         difficulté de paiement, contactez sans attendre votre conseillère sociale. Pensez à nous transmettre chaque \
         année votre \
         attestation d'assurance habitation.",
        next.1, next.0
    );
    y = prose(d, x0, y, x1 - x0, &text, &l.n) + l.lead;
    let row = cells(&["Gardien : loge bât. B", "Astreinte : 02 40 67 07 37", "www.monespacelocataire.fr"]);
    table(
        d,
        (x0, x1),
        y,
        &[("", 0.33, 'c'), ("", 0.33, 'c'), ("", 0.34, 'c')],
        vec![row],
        (&l.s, &l.s),
        l.lead * 1.5,
        Grid::FULL,
    );
    let law = format!("{} - SIRET {} - APE 6820A", firm.name, firm.siret);
    foot(d, &[law], &l.t);
}

/// A leaf of a receipt book, stub at the left.
fn leaf(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.2, 10.4, 24.0);
    let (x1, w) = (d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng).euros(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 1988, 2022);
    let (owner, who) = (Person::random(&mut d.rng), Person::random(&mut d.rng));
    let (loyer, charges) = rent(&mut d.rng);
    let no = d.rng.between(1, 60);
    let month = format!("{} {}", words::MONTHS[(when.1 - 1) as usize], when.0);
    let stub = 138.0;
    d.c.dotted(stub, stub + 1.0, 20.0);
    d.rule(stub, 14.0, stub, 284.0, 0.6);
    let lines = [format!("N° {no}"), who.last.clone(), month.clone(), coin.spell(loyer + charges)];
    stack(d, "", (20.0, 50.0, stub - 30.0), &lines, &l.n, l.lead * 1.8);
    let x = stub + 20.0;
    put_centre(d, (x + x1) / 2.0, 40.0, 300.0, &format!("QUITTANCE DE LOYER N° {no}"), &l.h);
    let mut y = 40.0 + l.lead * 2.0;
    beside(d, "tenant", x, x + 120.0, y, x1 - x, ("Reçu de M. / Mme", &who.name()), (&l.n, &l.b));
    y += l.lead * 1.4;
    let words = format!("{} euros", in_words(((loyer + charges) / 100) as u64));
    beside(d, "", x, x + 120.0, y, x1 - x, ("la somme de", &words), (&l.n, &l.i));
    y += l.lead * 1.4;
    let site = Place::random(&mut d.rng);
    let place = site.lines(&mut d.rng).join(", ");
    beside(d, "", x, x + 120.0, y, x1 - x, ("pour le logement sis", &place), (&l.n, &l.n));
    y += l.lead * 1.4;
    beside(d, "", x, x + 120.0, y, x1 - x, ("terme de", &month), (&l.n, &l.n));
    y += l.lead * 1.8;
    let row = vec![
        Cell("rent", coin.spell(loyer)),
        Cell("charges", coin.spell(charges)),
        Cell("total", coin.spell(loyer + charges)),
    ];
    let columns = [("Loyer net", 0.33, 'r'), ("Charges", 0.33, 'r'), ("Total", 0.34, 'r')];
    y = table(d, (x, x + 260.0), y, &columns, vec![row], (&l.s, &l.n), l.lead * 1.4, Grid::FULL) + l.lead * 1.6;
    let date = dates.spell(when);
    let said = format!("{}, le {date}", site.town);
    line_with(d, (x, y), &said, &l.n, &[("date", &date)]);
    beside(d, "landlord", x, 0.0, y + l.lead * 1.2, 220.0, ("Le propriétaire :", &owner.name()), (&l.n, &l.n));
    marks::signature(d.c, w * 0.72, y + 6.0, 90.0, &mut d.rng);
}
