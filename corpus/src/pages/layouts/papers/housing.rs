//! Rent receipts: those of agencies with their table, and those that a landlord writes.

use super::facts::{Someone, dated, day, figures, in_words, line_with, pair, sum, written};
use crate::pages::compose::{Align, Manner};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, company, street, town, words};

/// What is paid, in cents.
struct Rent {
    rent: u64,
    charges: u64,
    waste: u64,
}

impl Rent {
    fn total(&self) -> u64 {
        self.rent + self.charges + self.waste
    }
}

fn rent(d: &mut Desk<'_, '_>) -> Rent {
    let whole = d.rng.chance(0.4);
    let cents = |d: &mut Desk<'_, '_>, low: i64, high: i64| {
        let v = d.rng.between(low, high) as u64;
        if whole { v / 100 * 100 } else { v }
    };
    let (rent, charges) = (cents(d, 32_000, 160_000), cents(d, 2_500, 24_000));
    let waste = if d.rng.chance(0.3) { cents(d, 800, 2_400) } else { 0 };
    Rent { rent, charges, waste }
}

pub(super) fn rent_receipt(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.5) { agency(d) } else { written_by_landlord(d) }
}

fn month(d: &mut Desk<'_, '_>) -> (i64, i64) {
    (d.rng.between(2012, 2026), d.rng.between(1, 12))
}

fn days_of((y, m): (i64, i64)) -> i64 {
    match m {
        2 if y % 4 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn agency(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = body.size * 1.35;
    let (left, right) = (d.x0(), d.x1());
    let mut y = d.margins[1] + body.size;
    let agency = company(&mut d.rng);
    d.left(left, y, &agency, &bold.sized(body.size * 1.2));
    let lines = [
        d.rng
            .pick(&[
                "Administrateur de biens - Gestion locative",
                "Syndic - Transaction - Gérance",
                "Office public de l'habitat",
            ])
            .to_owned(),
        street(&mut d.rng),
        town(&mut d.rng),
        format!("Tél. {}", codes::phone(&mut d.rng)),
    ];
    d.block(left, y + lead, &lines, &body.sized(body.size * 0.9), lead);
    let tenant = Someone::random(&mut d.rng);
    let tenant_name = format!("{} {}", tenant.title(d.rng.chance(0.4)), tenant.full());
    let window = d.c.width * 0.54;
    let top = y + lead * 4.5;
    let to = [capitals(&tenant_name, true), street(&mut d.rng), town(&mut d.rng)];
    d.block(window, top, &to, &body, lead);
    y = top + lead * 4.5;
    let title =
        d.rng.pick(&["QUITTANCE DE LOYER", "QUITTANCE", "Quittance de loyer", "QUITTANCE DE LOYER ET DE CHARGES"]);
    let middle = d.c.width / 2.0;
    d.centre(middle, y, title, &bold.sized(body.size * 1.5));
    y += lead * 1.8;
    let when = month(d);
    let (first, last) = ((when.0, when.1, 1), (when.0, when.1, days_of(when)));
    let period = match d.rng.below(3) {
        0 => format!("Période du {} au {}", figures(first, "/"), figures(last, "/")),
        1 => format!("pour la période du {} au {}", written(first), written(last)),
        _ => format!("Mois de {} {}", words::MONTHS[(when.1 - 1) as usize], when.0),
    };
    d.left(left, y, &period, &body);
    let reference = codes::reference(&mut d.rng);
    d.right(right, y, &format!("Compte locataire {reference}"), &body);
    y += lead * 1.3;
    let owner = Someone::random(&mut d.rng);
    let owner_name = format!("{} {}", owner.title(false), owner.full());
    let at = left + body.size * 9.0;
    let bailleur = d.rng.pick(&["Bailleur :", "Propriétaire :", "Mandant / propriétaire :"]);
    d.labelled("landlord", left, at, y, bailleur, &owner_name, (&body, &body));
    y += lead;
    let locataire = d.rng.pick(&["Locataire :", "Nom du locataire :", "Locataire(s) :"]);
    d.labelled("tenant", left, at, y, locataire, &tenant_name, (&body, &body));
    y += lead;
    let home = format!("{} {}", street(&mut d.rng), town(&mut d.rng));
    let wording = d.rng.pick(&["Logement sis", "Adresse du bien :", "Lot :"]);
    pair(d, left, at, y, (wording, &home), (&body, &body));
    y += lead * 1.8;
    // The table.
    let r = rent(d);
    let euro = d.rng.pick(&["", " €", " €"]);
    let rule = d.rng.chance(0.7);
    let head = d.rng.pick(&["Libellé", "Désignation", "Détail"]);
    d.c.row(|c| {
        let rng = &mut d.rng;
        c.text(left + 4.0, y, head, &bold, Align::Left, rng);
        c.text(right - 4.0, y, "Montant", &bold, Align::Right, rng);
    });
    let frame_top = y - lead;
    let rent_label = d.rng.pick(&["Loyer", "Loyer principal", "Loyer nu", "Loyer hors charges"]);
    let charge_label =
        d.rng.pick(&["Provision pour charges", "Provisions sur charges", "Charges locatives", "Charges"]);
    let total_label = d.rng.pick(&["Total", "TOTAL QUITTANCÉ", "Montant total", "TOTAL"]);
    let mut rows: Vec<(&str, &'static str, u64)> =
        vec![(rent_label, "rent", r.rent), (charge_label, "charges", r.charges)];
    if r.waste > 0 {
        rows.push(("Taxe d'enlèvement des ordures ménagères", "", r.waste));
    }
    rows.push((total_label, "total", r.total()));
    for (label, field, cents) in rows {
        y += lead * 1.25;
        if rule {
            d.rule(left, y - lead, right, y - lead, 0.4);
        }
        let t = if field == "total" { &bold } else { &body };
        let text = format!("{}{euro}", sum(cents));
        let rng = &mut d.rng;
        d.c.row(|c| {
            c.text(left + 4.0, y, label, t, Align::Left, rng);
            c.value(field, right - 4.0, y, &text, t, Align::Right, rng);
        });
    }
    if rule {
        d.c.frame(left, frame_top, right, y + lead * 0.4, 0.6);
    }
    y += lead * 2.0;
    let paid = d.rng.pick(&[
        "Dont quittance, sous réserve de tous droits et sous réserve d'encaissement.",
        "La présente quittance annule tous les reçus qui auraient pu être établis précédemment en cas d'acomptes versés.",
        "Cette quittance ne préjuge pas du règlement des termes antérieurs restés impayés.",
    ]);
    y = d.paragraph(left, y, right - left, paid, &body, lead, Manner::RAGGED) + lead;
    let date = dated((when.0, when.1, d.rng.between(1, 28)), &mut d.rng);
    let place = d.rng.choose(words::TOWNS).1;
    line_with(d, (window, y), &format!("Fait à {place}, le {date}"), &body, &[("date", &date)]);
    if d.rng.chance(0.6) {
        marks::stamp(d.c, window + 40.0, y + 40.0, &mut d.rng);
    }
    crate::pages::layouts::letter::footer(d);
}

fn written_by_landlord(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = d.leading.max(body.size * 1.3);
    let (left, right) = (d.x0(), d.x1());
    let mut y = d.margins[1] + body.size;
    let (owner, tenant) = (Someone::random(&mut d.rng), Someone::random(&mut d.rng));
    let (owner_name, tenant_name) = (owner.full(), tenant.full());
    let when = month(d);
    let title = d.rng.pick(&["QUITTANCE DE LOYER", "Quittance de loyer", "Reçu - quittance de loyer"]);
    let middle = d.c.width / 2.0;
    d.centre(middle, y, title, &bold.sized(body.size * 1.5));
    y += lead * 1.3;
    let name = format!("{} {}", words::MONTHS[(when.1 - 1) as usize], when.0);
    d.centre(middle, y, &format!("Quittance du mois de {name}"), &body);
    y += lead * 2.0;
    let blocks = d.rng.chance(0.6);
    let homes = (street(&mut d.rng), town(&mut d.rng), street(&mut d.rng), town(&mut d.rng));
    if blocks {
        let window = d.c.width * 0.55;
        d.left(left, y, "BAILLEUR", &bold);
        d.value("landlord", left, y + lead, &owner_name, &body);
        d.block(left, y + lead * 2.0, &[homes.0.clone(), homes.1.clone()], &body, lead);
        y += lead * 3.0;
        d.left(window, y, "LOCATAIRE", &bold);
        d.value("tenant", window, y + lead, &tenant_name, &body);
        d.block(window, y + lead * 2.0, &[homes.2.clone(), homes.3.clone()], &body, lead);
        y += lead * 5.0;
    } else {
        let at = left + body.size * 7.0;
        let wording = d.rng.pick(&["Bailleur :", "Propriétaire :"]);
        d.labelled("landlord", left, at, y, wording, &owner_name, (&body, &body));
        d.left(at, y + lead, &format!("{} {}", homes.0, homes.1), &body);
        y += lead * 2.2;
        d.labelled("tenant", left, at, y, "Locataire :", &tenant_name, (&body, &body));
        d.left(at, y + lead, &format!("{} {}", homes.2, homes.3), &body);
        y += lead * 3.0;
    }
    let r = Rent { waste: 0, ..rent(d) };
    let total = sum(r.total());
    let text = format!(
        "Je soussigné{} {owner_name}, propriétaire du logement désigné ci-dessus, déclare avoir reçu de {} {tenant_name} la somme de \
         {} euros ({total} euros), au titre du paiement du loyer et des charges pour la période de location du {} au {} et lui en \
         donne quittance, sous réserve de tous mes droits.",
        owner.agree("", "e"),
        tenant.title(true),
        in_words(r.total() / 100),
        figures((when.0, when.1, 1), "/"),
        figures((when.0, when.1, days_of(when)), "/"),
    );
    let manner = Manner { align: Align::Left, justify: d.rng.chance(0.4), hyphenate: false, indent: 0.0 };
    y = d.paragraph(left, y, right - left, &text, &body, lead, manner) + lead;
    d.left(left, y, "Détail du règlement :", &bold);
    y += lead * 1.2;
    let at = left + body.size * 14.0;
    let euro = d.rng.pick(&[" euros", " €", " €"]);
    let labels = [
        (d.rng.pick(&["Loyer :", "Loyer hors charges :", "- Loyer :"]), "rent", r.rent),
        (d.rng.pick(&["Provision pour charges :", "Charges :", "- Provisions pour charges :"]), "charges", r.charges),
        (d.rng.pick(&["Total :", "Montant total :", "TOTAL :"]), "total", r.total()),
    ];
    for (label, field, cents) in labels {
        d.labelled(field, left + 12.0, at, y, label, &format!("{}{euro}", sum(cents)), (&body, &body));
        y += lead;
    }
    y += lead * 0.5;
    let paid = dated(day(&mut d.rng, when.0, when.0), &mut d.rng);
    let (date, place) = (dated((when.0, when.1, d.rng.between(1, 28)), &mut d.rng), d.rng.choose(words::TOWNS).1);
    if d.rng.chance(0.4) {
        d.left(left, y, &format!("Date du paiement : {paid}"), &body);
        y += lead * 1.5;
    }
    let x = d.c.width * d.rng.range(0.4, 0.55);
    line_with(d, (x, y), &format!("Fait à {place}, le {date}"), &body, &[("date", &date)]);
    let wording = d.rng.pick(&["Signature du bailleur", "Le bailleur", "Le propriétaire"]);
    d.left(x, y + lead, wording, &body);
    marks::signature(d.c, x + 10.0, y + lead * 3.0, 90.0, &mut d.rng);
    if d.rng.chance(0.5) {
        let small = body.sized((body.size * 0.75).max(6.0));
        let text = "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement partiel du \
                    montant du présent terme. Elle est à conserver pendant trois ans par le locataire.";
        d.paragraph(
            left,
            (y + lead * 6.0).min(d.bottom() - lead),
            right - left,
            text,
            &small,
            small.size * 1.25,
            Manner::RAGGED,
        );
    }
}
