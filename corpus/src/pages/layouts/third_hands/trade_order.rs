//! Orders to suppliers and delivery notes.

use super::trade_kit::{
    Cell, Coin, Dates, Grid, Person, Place, bars, beside, cell, day, fitting, foot, later, line_with, list, look,
    phone, prose, put, put_centre, put_right, stack, table, tick,
};
use super::trade_sale::{BUILDING, PUBLIC_BUYERS, SUPPLIES, buyer, sums};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;

pub(super) const PAGES: &[Page] = &[
    Page::a4("bon_commande", office_order),
    Page::a4("bon_commande", form_order),
    Page::a4("bon_commande", firm_order),
    Page::a4("bon_livraison", parcel),
    Page::a4("bon_livraison", depot),
    Page::a4("bon_livraison", priced),
];

fn order_number(rng: &mut Rng, year: i64) -> String {
    match rng.below(5) {
        0 => format!("BC{}", rng.digits(6)),
        1 => format!("{year}-{}", rng.digits(4)),
        2 => format!("CF{:02}{}", year % 100, rng.digits(5)),
        3 => format!("45000{}", rng.digits(5)),
        _ => format!("{}/{year}", rng.between(10, 900)),
    }
}

/// A public body's order: budget line, engagement, where to deliver and to invoice.
fn office_order(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.0, 10.2, 44.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2003, 2025);
    let sale = SUPPLIES.sale(&mut d.rng, 6);
    let firm = SUPPLIES.firm(&mut d.rng);
    let who = d.rng.pick(PUBLIC_BUYERS);
    put(d, x0, 60.0, 260.0, who, &l.b.sized(l.n.size * 1.2));
    let office = d.rng.pick(&["Direction des achats et de la commande publique", "Service comptabilité", "Intendance"]);
    put(d, x0, 60.0 + l.lead, 250.0, office, &l.n);
    let agent = format!("Affaire suivie par {} - {}", Person::random(&mut d.rng).name(), phone(&mut d.rng));
    put(d, x0, 60.0 + l.lead * 2.0, 250.0, &agent, &l.s);
    let mut lines = vec![firm.name.clone()];
    lines.extend(firm.place.lines(&mut d.rng));
    put(d, w * 0.56, 112.0, 160.0, "Fournisseur", &l.s);
    let y = stack(d, "", (w * 0.56, 112.0 + l.lead * 1.2, x1 - w * 0.56), &lines, &l.n, l.lead);
    if d.rng.chance(0.6) {
        beside(d, "siret", w * 0.56, 0.0, y, x1 - w * 0.56, ("SIRET :", &firm.siret), (&l.s, &l.s));
    }
    let mut y = y + l.lead * 2.6;
    let no = order_number(&mut d.rng, when.0);
    let title = d.rng.pick(&["BON DE COMMANDE N°", "Bon de commande n°", "COMMANDE N°"]);
    beside(d, "order_number", x0, 0.0, y, 340.0, (title, &no), (&l.h, &l.h));
    y += l.lead * 1.6;
    let budget =
        format!("{} - {} - {}", d.rng.digits(5), d.rng.digits(3), d.rng.pick(&["60632", "6064", "2188", "61558"]));
    let rows = [
        ("order_date", "Date de commande :", dates.spell(when)),
        ("", "Imputation budgétaire :", budget),
        ("", "N° d'engagement :", format!("E{}", d.rng.digits(6))),
        ("", "Livraison souhaitée :", dates.spell(later(when, 14))),
    ];
    y = list(d, (x0, x0 + 124.0, 320.0), y, &rows, (&l.n, &l.n), l.lead) + l.lead;
    let columns = [
        ("Référence", 0.12, 'l'),
        ("Désignation", 0.42, 'l'),
        ("Quantité", 0.1, 'r'),
        ("Unité", 0.08, 'c'),
        ("P.U. HT", 0.13, 'r'),
        ("Montant HT", 0.15, 'r'),
    ];
    let grid = Grid::random(&mut d.rng);
    let rows = sale.rows(coin.bare());
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.5, grid) + l.lead * 2.0;
    let rows = sale.sums(coin, &mut d.rng);
    y = sums(d, &l, (w * 0.58, x1), y, &rows, true) + l.lead;
    let text = "Les factures sont à déposer sur Chorus Pro en rappelant le numéro du présent bon de commande. Toute \
        livraison doit \
        être accompagnée d'un bordereau. Le paiement intervient dans un délai global de 30 jours par mandat administratif.";
    y = prose(d, x0, y, x1 - x0, text, &l.s) + l.lead;
    let post = d.rng.pick(&["L'ordonnateur,", "Pour le Maire et par délégation,", "Le directeur des achats,"]);
    put(d, w * 0.6, y, 180.0, post, &l.n);
    marks::signature(d.c, w * 0.64, y + 34.0, 84.0, &mut d.rng);
    let name = Person::random(&mut d.rng).name();
    put(d, w * 0.6, y + 70.0, 180.0, &name, &l.n);
}

/// The order form of a shop by mail or a school's co-operative: the client fills boxes; here printed.
fn form_order(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.0, 10.2, 40.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng).euros(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2004, 2025);
    let sale = SUPPLIES.sale(&mut d.rng, 8);
    let firm = SUPPLIES.firm(&mut d.rng);
    put_centre(d, w / 2.0, 58.0, 400.0, "BON DE COMMANDE", &l.h);
    let back = format!("à retourner à : {} - {} ou {}", firm.name, firm.place.lines(&mut d.rng).join(" "), firm.mail);
    put_centre(d, w / 2.0, 58.0 + l.lead * 1.5, x1 - x0, &back, &l.s);
    let mut y = 110.0;
    let top = y;
    let who = buyer(&mut d.rng);
    let client = d.rng.digits(6);
    for (label, text) in
        [("Nom / Raison sociale :", &who[0]), ("Adresse :", &who[who.len() - 2]), ("Ville :", &who[who.len() - 1])]
    {
        beside(d, "", x0 + 8.0, x0 + 110.0, y, w * 0.56, (label, text), (&l.n, &l.n));
        y += l.lead * 1.4;
    }
    beside(d, "client_number", x0 + 8.0, x0 + 110.0, y, w * 0.5, ("N° client :", &client), (&l.n, &l.n));
    let no = order_number(&mut d.rng, when.0);
    let at = w * 0.66;
    beside(d, "order_number", at, at + 60.0, top, x1 - at, ("N° :", &no), (&l.n, &l.b));
    beside(d, "order_date", at, at + 60.0, top + l.lead * 1.4, x1 - at, ("Date :", &dates.spell(when)), (&l.n, &l.n));
    let call = phone(&mut d.rng);
    beside(d, "", at, at + 60.0, top + l.lead * 2.8, x1 - at, ("Tél. :", &call), (&l.n, &l.n));
    d.c.frame(x0, top - l.lead * 1.3, x1, y + l.lead * 0.8, 0.7);
    y += l.lead * 2.2;
    let columns = [
        ("Réf.", 0.12, 'l'),
        ("Article", 0.46, 'l'),
        ("Qté", 0.1, 'c'),
        ("Prix unitaire", 0.15, 'r'),
        ("Total", 0.16, 'r'),
    ];
    let mut rows = sale.rows(coin);
    for row in &mut rows {
        row.remove(3);
    }
    rows.extend((0..d.rng.between(1, 4)).map(|_| (0..5).map(|_| cell("")).collect::<Vec<Cell>>()));
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.6, Grid { uprights: false, ..Grid::FULL })
        + l.lead * 1.8;
    let rows = sale.sums(coin, &mut d.rng);
    let end = sums(d, &l, (w * 0.6, x1), y, &rows, true);
    put(d, x0, y, 200.0, "Mode de règlement", &l.b);
    let at = d.rng.below(3);
    for (i, text) in ["Chèque à l'ordre de la société", "Virement", "Mandat administratif"].iter().enumerate() {
        let line = y + l.lead * 1.4 * (i + 1) as f32;
        tick(d, x0, line, l.n.size * 0.8, i == at);
        put(d, x0 + 16.0, line, 200.0, text, &l.n);
    }
    let y = end.max(y + l.lead * 6.0) + l.lead;
    put(d, x0, y, 240.0, "Bon pour accord, date, cachet et signature :", &l.n);
    d.c.frame(x0, y + 8.0, x0 + 220.0, (y + 82.0).min(d.c.height - 60.0), 0.6);
    let text =
        "Franco de port à partir de 150 € HT. Livraison sous 8 jours ouvrés. Conditions générales de vente au dos.";
    let law = firm.law(&mut d.rng);
    foot(d, &[text.to_owned(), law], &l.t);
}

/// One firm's order to another: its own head, delivery place and terms.
fn firm_order(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.6, 9.8, 38.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2008, 2025);
    let sale = SUPPLIES.sale(&mut d.rng, 9);
    let (us, them) = (BUILDING.firm(&mut d.rng), SUPPLIES.firm(&mut d.rng));
    marks::logo(d.c, x0 + 10.0, 40.0, 20.0, &mut d.rng);
    put(d, x0 + 60.0, 52.0, 200.0, &us.name, &l.b.sized(l.n.size * 1.3));
    let mut lines = us.place.lines(&mut d.rng);
    lines.push(format!("Tél. {} - {}", us.phone, us.mail));
    stack(d, "", (x0 + 60.0, 52.0 + l.lead * 1.2, 210.0), &lines, &l.s, l.s.size * 1.3);
    let title = d.rng.pick(&["Commande fournisseur", "COMMANDE D'ACHAT", "Bon de commande"]);
    put_right(d, x1, 52.0, 190.0, title, &l.h);
    let rows = [
        ("order_number", "Commande n°", order_number(&mut d.rng, when.0)),
        ("order_date", "Date", dates.spell(when)),
        ("", "Acheteur", Person::random(&mut d.rng).name()),
        ("client_number", "Notre code client", format!("{}{}", d.rng.capital(), d.rng.digits(5))),
        ("", "Conditions", d.rng.pick(&["30 jours fin de mois", "45 jours", "60 jours nets"]).to_owned()),
    ];
    list(d, (w * 0.6, w * 0.6 + 84.0, x1 - w * 0.6), 52.0 + l.lead * 2.0, &rows, (&l.s, &l.n), l.lead);
    let y = 52.0 + l.lead * 9.0;
    let mut lines = vec!["Fournisseur :".to_owned(), them.name.clone()];
    lines.extend(them.place.lines(&mut d.rng));
    stack(d, "", (x0, y, 220.0), &lines, &l.n, l.lead);
    let mut lines = vec!["Adresse de livraison :".to_owned(), format!("{} - Dépôt", us.name)];
    lines.extend(us.place.lines(&mut d.rng));
    stack(d, "", (w * 0.52, y, x1 - w * 0.52), &lines, &l.n, l.lead);
    let y = y + l.lead * 6.5;
    let columns = [
        ("Article", 0.13, 'l'),
        ("Libellé", 0.41, 'l'),
        ("Qté", 0.08, 'r'),
        ("UV", 0.08, 'c'),
        ("Prix net HT", 0.14, 'r'),
        ("Montant HT", 0.16, 'r'),
    ];
    let grid = Grid::random(&mut d.rng);
    let rows = sale.rows(coin.bare());
    let mut y = table(d, (x0, x1), y, &columns, rows, (&l.s, &l.n), l.lead * 1.4, grid) + l.lead * 2.0;
    let rows = sale.sums(coin, &mut d.rng);
    let count = if d.rng.chance(0.4) { 1 } else { 3 };
    y = sums(d, &l, (w * 0.58, x1), y, &rows[..count], false) + l.lead;
    let text = "Merci de nous confirmer la commande et le délai par retour. Toute livraison partielle devra être acceptée \
        par écrit. \
        Le n° de commande doit figurer sur le bon de livraison et la facture, faute de quoi celle-ci sera retournée.";
    prose(d, x0, y, x1 - x0, text, &l.s);
    let law = us.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// What lies in a parcel: quantities only.
fn parcel(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.0, 10.4, 44.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let dates = Dates::random(&mut d.rng);
    let when = day(&mut d.rng, 2006, 2025);
    let sale = SUPPLIES.sale(&mut d.rng, 9);
    let firm = SUPPLIES.firm(&mut d.rng);
    put(d, x0, 60.0, 230.0, &firm.name, &l.b.sized(l.n.size * 1.4));
    let mut lines = firm.place.lines(&mut d.rng);
    lines.push(firm.web.clone());
    stack(d, "", (x0, 60.0 + l.lead * 1.2, 220.0), &lines, &l.s, l.lead);
    let no = format!("{}{}", d.rng.pick(&["BL", "BL-", "L", ""]), d.rng.digits(7));
    let title = d.rng.pick(&["BON DE LIVRAISON", "Bon de livraison", "BORDEREAU DE LIVRAISON"]);
    put_right(d, x1, 60.0, 220.0, title, &l.h);
    bars(d, x1 - 130.0, 72.0, 128.0, 26.0);
    put(d, x1 - 130.0, 110.0, 128.0, "à flasher à réception", &l.t);
    let who = buyer(&mut d.rng);
    put(d, w * 0.54, 146.0, 180.0, "Livré à :", &l.s);
    stack(d, "", (w * 0.54, 146.0 + l.lead * 1.2, x1 - w * 0.54), &who, &l.n, l.lead);
    let rows = [
        ("note_number", d.rng.pick(&["BL n°", "N° de BL :", "Numéro"]), no),
        ("note_date", "Date d'expédition", dates.spell(when)),
        ("order_number", "Votre commande", order_number(&mut d.rng, when.0)),
        ("client_number", "Compte client", d.rng.digits(6)),
        ("", "Transporteur", d.rng.pick(&["Chronopost", "DPD", "Geodis Calberson", "Heppner"]).to_owned()),
    ];
    let y = list(d, (x0, x0 + 96.0, 230.0), 152.0, &rows, (&l.n, &l.b), l.lead * 1.15);
    let y = y.max(146.0 + l.lead * 7.0) + l.lead;
    let rows = sale
        .items
        .iter()
        .map(|i| {
            vec![cell(&i.reference), cell(i.what), cell(i.count.to_string()), cell(i.count.to_string()), cell("0")]
        })
        .collect();
    let columns = [
        ("Réf.", 0.14, 'l'),
        ("Désignation", 0.5, 'l'),
        ("Commandé", 0.12, 'c'),
        ("Livré", 0.12, 'c'),
        ("Reliquat", 0.12, 'c'),
    ];
    let grid = Grid::random(&mut d.rng);
    let mut y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.5, grid) + l.lead * 1.6;
    let weight = format!("Nombre de colis : {}    Poids brut : {} kg", d.rng.between(1, 9), d.rng.between(2, 180));
    put(d, x0, y, x1 - x0, &weight, &l.n);
    y += l.lead * 2.0;
    let text = "Vérifiez votre marchandise à la livraison. En cas d'avarie ou de manquant, émettez des réserves précises \
        sur le récépissé du \
        transporteur et confirmez-les par lettre recommandée sous 3 jours (art. L133-3 du code de commerce).";
    y = prose(d, x0, y, x1 - x0, text, &l.s) + l.lead;
    put(d, x0, y, 250.0, "Reçu le :             Nom et signature du réceptionnaire", &l.n);
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// A builder's merchant: driver, lorry, hours, weights, a box for the signature.
fn depot(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 10.0, 36.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let dates = Dates::random(&mut d.rng);
    let when = day(&mut d.rng, 2002, 2025);
    let sale = BUILDING.sale(&mut d.rng, 8);
    let firm = SUPPLIES.firm(&mut d.rng);
    let who = buyer(&mut d.rng);
    let half = w / 2.0;
    d.c.frame(x0, 40.0, half - 4.0, 40.0 + l.lead * 6.6, 0.8);
    d.c.frame(half + 4.0, 40.0, x1, 40.0 + l.lead * 6.6, 0.8);
    let mut lines = vec![firm.name.clone()];
    lines.extend(firm.place.lines(&mut d.rng));
    lines.push(format!("Tél. {}", firm.phone));
    let y = stack(d, "", (x0 + 6.0, 40.0 + l.lead * 1.3, half - x0 - 16.0), &lines, &l.n, l.lead);
    beside(d, "siret", x0 + 6.0, 0.0, y, half - x0 - 16.0, ("Siret", &firm.siret), (&l.s, &l.s));
    stack(d, "", (half + 10.0, 40.0 + l.lead * 1.3, x1 - half - 16.0), &who, &l.n, l.lead);
    let mut y = 40.0 + l.lead * 8.0;
    let row = vec![
        Cell("note_number", d.rng.digits(6)),
        Cell("note_date", dates.spell(when)),
        Cell("order_number", order_number(&mut d.rng, when.0)),
        Cell("client_number", format!("4110{}", d.rng.digits(4))),
        cell(Person::random(&mut d.rng).first),
    ];
    let columns = [
        ("Bon de livraison n°", 0.24, 'c'),
        ("Date", 0.2, 'c'),
        ("Commande", 0.22, 'c'),
        ("Client", 0.18, 'c'),
        ("Chauffeur", 0.16, 'c'),
    ];
    y = table(d, (x0, x1), y, &columns, vec![row], (&l.s, &l.b), l.lead * 1.5, Grid::FULL) + l.lead * 1.4;
    let site = format!("Chantier : {}", Place::random(&mut d.rng).lines(&mut d.rng).join(" "));
    put(d, x0, y, x1 - x0, &site, &l.n);
    y += l.lead * 0.6;
    let rows = sale
        .items
        .iter()
        .map(|i| {
            let weight = i.count * 7 + 3;
            vec![
                cell(&i.reference),
                cell(i.what),
                cell(i.unit),
                cell(i.count.to_string()),
                cell(format!("{weight} kg")),
            ]
        })
        .collect();
    let columns = [
        ("Code", 0.12, 'l'),
        ("Désignation des marchandises", 0.52, 'l'),
        ("Un.", 0.1, 'c'),
        ("Quantité", 0.13, 'r'),
        ("Poids", 0.13, 'r'),
    ];
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.5, Grid::FULL) + l.lead * 1.5;
    let text = format!(
        "Palettes consignées : {}   Heure d'arrivée : {} h {:02}",
        d.rng.below(9),
        d.rng.between(7, 17),
        d.rng.below(60)
    );
    put(d, x0, y, x1 - x0, &text, &l.n);
    y += l.lead;
    for (i, label) in ["Visa du livreur", "Visa du client (lu et approuvé)"].iter().enumerate() {
        let x = if i == 0 { x0 } else { half + 4.0 };
        d.c.frame(x, y, x + half - x0 - 4.0, y + 76.0, 0.6);
        put(d, x + 6.0, y + l.lead, 180.0, label, &l.s);
        if d.rng.chance(0.7) {
            marks::signature(d.c, x + 50.0, y + 48.0, 90.0, &mut d.rng);
        }
    }
    let text = "Les marchandises voyagent aux risques et périls du destinataire. Aucune réclamation ne sera admise après \
        48 heures.";
    put(d, x0, y + 96.0, x1 - x0, text, &l.t);
}

/// A delivery note that bears its prices and sums.
fn priced(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.0, 10.4, 50.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2005, 2025);
    let sale = SUPPLIES.sale(&mut d.rng, 7);
    let firm = SUPPLIES.firm(&mut d.rng);
    put_centre(d, w / 2.0, 60.0, 400.0, &firm.name, &l.h);
    let lines = firm.place.lines(&mut d.rng).join(" - ");
    put_centre(d, w / 2.0, 60.0 + l.lead * 1.3, 420.0, &lines, &l.s);
    let law = format!("SIRET {} - TVA {}", firm.siret, firm.vat);
    let width = d.c.measure(&law, &l.s, &mut d.rng);
    let fields = [("siret", &*firm.siret), ("tva_number", &*firm.vat)];
    line_with(d, (w / 2.0 - width / 2.0, 60.0 + l.lead * 2.3), &law, &l.s, &fields);
    let who = buyer(&mut d.rng);
    stack(d, "", (w * 0.55, 130.0, x1 - w * 0.55), &who, &l.n, l.lead);
    let mut y = 130.0 + l.lead * 6.0;
    let no = format!("{}{:02}{}", d.rng.pick(&["BL", "BL ", ""]), when.0 % 100, d.rng.digits(5));
    let date = dates.spell(when);
    let text = format!("Bon de livraison {no} du {date}");
    let t = fitting(d, &text, &l.b.sized(l.n.size * 1.25), x1 - x0);
    line_with(d, (x0, y), &text, &t, &[("note_number", &no), ("note_date", &date)]);
    y += l.lead * 1.6;
    let order = order_number(&mut d.rng, when.0);
    let label = d.rng.pick(&["Réf. commande :", "Suivant votre commande n°", "V/Cde :"]);
    beside(d, "order_number", x0, 0.0, y, 300.0, (label, &order), (&l.n, &l.n));
    y += l.lead * 1.5;
    let columns = [
        ("Réf.", 0.13, 'l'),
        ("Désignation", 0.43, 'l'),
        ("Qté livrée", 0.1, 'r'),
        ("U", 0.07, 'c'),
        ("PU HT", 0.12, 'r'),
        ("Total HT", 0.15, 'r'),
    ];
    let grid = Grid::random(&mut d.rng);
    let rows = sale.rows(coin.bare());
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.5, grid) + l.lead * 2.0;
    let rows = sale.sums(coin, &mut d.rng);
    y = sums(d, &l, (w * 0.56, x1), y, &rows, true) + l.lead * 2.0;
    put(d, x0, y, 300.0, "Marchandises reçues conformes. Signature :", &l.n);
    marks::signature(d.c, x0 + 40.0, y + 30.0, 90.0, &mut d.rng);
    foot(d, &["Une facture vous sera adressée en fin de mois. Merci de votre confiance.".to_owned()], &l.s);
}
