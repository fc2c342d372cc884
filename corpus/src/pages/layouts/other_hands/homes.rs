//! Rent receipts of private landlords, notices of agencies, bills of social landlords.

use super::Page;
use super::invoices::totals;
use super::stationery::{
    C, Citizen, Firm, Grid, L, Look, R, address, bare, cells, emblem, foot, grid, heavy, kv, lately, letter_day, line,
    one, phone, put, roman, slanted, slashed, surname, text, told, with_sign,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::in_words;
use crate::pages::marks;
use crate::text::codes::thousands;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("quittance", receipt)];

struct Rent {
    rent: u64,
    charges: u64,
    month: &'static str,
    year: i64,
    /// Number of the month and days in it.
    number: (i64, i64),
}

fn receipt(d: &mut Desk<'_, '_>) {
    let day = lately(d);
    let rent = d.rng.between(280, 1350) as u64 * 100 + d.rng.choose(&[0, 0, 50, 37, 82]);
    let charges = d.rng.between(15, 160) as u64 * 100 + d.rng.choose(&[0, 0, 0, 45]);
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(day.1 - 1) as usize];
    let facts = Rent { rent, charges, month: words::MONTHS[(day.1 - 1) as usize], year: day.0, number: (day.1, days) };
    match d.rng.below(3) {
        0 => private(d, &facts),
        1 => agency(d, &facts),
        _ => social(d, &facts),
    }
}

fn spelled_sum(cents: u64) -> String {
    if cents.is_multiple_of(100) {
        format!("{} euros", in_words(cents / 100))
    } else {
        format!("{} euros et {} centimes", in_words(cents / 100), in_words(cents % 100))
    }
}

fn private(d: &mut Desk<'_, '_>, f: &Rent) {
    let (owner, renter) = (Citizen::random(&mut d.rng), Citizen::random(&mut d.rng));
    let s = d.rng.range(10.4, 11.6);
    let (x0, x1, w) = (62.0, d.c.width - 62.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let title = one(d, &["QUITTANCE DE LOYER", "Quittance de loyer", "QUITTANCE DE LOYER"]);
    put("", (x0, 84.0, x1 - x0), title, &heavy(d, 19.0), C, d);
    let period = format!("{} {}", f.month, f.year);
    let said = format!("{} {period}", one(d, &["Mois de", "Période :", "Quittance du mois de"]));
    put("", (x0, 106.0, x1 - x0), &said, &t, C, d);
    let y = 146.0;
    put("", (x0, y, 200.0), one(d, &["Bailleur :", "Le propriétaire", "Adresse du bailleur :"]), &bold, L, d);
    address("landlord", (x0, y + 18.0, 210.0), &owner.block(), &t, d);
    put("", (w * 0.54, y, 200.0), one(d, &["Locataire :", "Le locataire", "Nom du locataire :"]), &bold, L, d);
    address("tenant", (w * 0.54, y + 18.0, 210.0), &renter.block(), &t, d);
    let total = f.rent + f.charges;
    let mut y = 256.0;
    put("", (x0, y, x1 - x0), &format!("Adresse de la location : {}, {}", renter.home[0], renter.home[1]), &t, L, d);
    y += 28.0;
    let owner_is = owner.who.agree("propriétaire", "propriétaire");
    let declared = format!(
        "Je {} {}, {owner_is} du logement désigné ci-dessus, déclare avoir reçu de {} la somme de {} euros ({}), au titre du paiement du loyer et des \
         charges pour la période de location du 1er au {} {period} et lui en donne quittance, sous réserve de tous mes droits.",
        owner.who.agree("soussigné", "soussignée"),
        owner.who.full(),
        renter.who.full(),
        bare(total),
        spelled_sum(total),
        f.number.1,
    );
    y = text((x0, y, x1 - x0), &declared, &t, true, d) + 22.0;
    put("", (x0, y, 240.0), one(d, &["Détail du règlement :", "Décompte", "Détail des sommes versées :"]), &bold, L, d);
    let sums = [
        ("rent", one(d, &["Loyer (hors charges)", "Loyer", "Loyer principal", "Loyer nu"]), with_sign(f.rent)),
        (
            "charges",
            one(d, &["Provision pour charges", "Charges", "Provision sur charges", "Charges (forfait)"]),
            with_sign(f.charges),
        ),
        ("total", one(d, &["Total", "Total payé", "Montant total du règlement"]), with_sign(total)),
    ];
    y = totals((x0 + 20.0, y + 10.0, 300.0), &sums, s, d.rng.clone().chance(0.5), d) + 34.0;
    let paid = format!("Date du paiement : le {:02}/{:02}/{}", d.rng.between(1, 8), f.number.0, f.year);
    put("", (x0, y, 300.0), &paid, &t, L, d);
    y += 30.0;
    let signed = (f.year, f.number.0, d.rng.between(9, 27));
    let date = letter_day(d, signed);
    line(
        (w * 0.5, y),
        &format!("{} {}, le {date}", one(d, &["Fait à", "À", ""]), owner.town),
        &t,
        &[("date", &date)],
        d,
    );
    put("", (w * 0.5, y + 18.0, 180.0), one(d, &["Signature du bailleur", "Le bailleur", "Signature :"]), &t, L, d);
    marks::signature(d.c, w * 0.56, y + 56.0, 110.0, &mut d.rng);
    let note = "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement partiel du montant du présent terme. Elle \
                est à conserver pendant trois ans par le locataire (article 7-1 de la loi n° 89-462 du 6 juillet 1989). Le paiement du présent terme \
                n'emporte pas présomption de paiement des termes antérieurs.";
    let low = d.c.height - 90.0;
    text((x0, low, x1 - x0), note, &slanted(d, s - 2.6), true, d);
}

fn agency(d: &mut Desk<'_, '_>, f: &Rent) {
    let (owner, renter) = (Citizen::random(&mut d.rng), Citizen::random(&mut d.rng));
    let word = one(d, &["Agence", "Cabinet", "Immobilière", "Régie"]);
    let name = format!("{word} {}", surname(&mut d.rng));
    let firm = Firm::named(&name, "6832A", &mut d.rng);
    let s = d.rng.range(8.6, 9.6);
    let (x0, x1, w) = (40.0, d.c.width - 40.0, d.c.width);
    let (t, small) = (roman(d, s), roman(d, s - 1.4));
    emblem(x0, 28.0, 44.0, d);
    address(
        "",
        (x0 + 56.0, 42.0, 220.0),
        &[
            firm.name.clone(),
            "Administration de biens - Gestion locative - Transactions".to_owned(),
            firm.seat.join(" - "),
            format!("Tél. {}", firm.phone),
        ],
        &t,
        d,
    );
    let both = d.rng.chance(0.6);
    let title = if both {
        one(d, &["AVIS D'ÉCHÉANCE", "Avis d'échéance", "AVIS D'ÉCHÉANCE DE LOYER"])
    } else {
        one(d, &["QUITTANCE", "Quittance de loyer", "QUITTANCE DE LOYER"])
    };
    put("", (x0, 112.0, 220.0), title, &heavy(d, 14.0), L, d);
    let date = slashed((f.year, f.number.0, 1));
    kv("date", (x0, x0 + 80.0, 132.0), one(d, &["Date :", "Émis le :", "Édité le :"]), &date, (&t, &t), d);
    let code = format!("{:04}-{:05}", d.rng.between(1, 900), d.rng.between(1, 99_000));
    kv("", (x0, x0 + 80.0, 146.0), "Réf. locataire :", &code, (&t, &t), d);
    kv(
        "",
        (x0, x0 + 80.0, 160.0),
        "Période :",
        &format!("du 01/{:02}/{} au {}/{:02}/{}", f.number.0, f.year, f.number.1, f.number.0, f.year),
        (&t, &t),
        d,
    );
    address("tenant", (w * 0.54, 126.0, x1 - w * 0.54), &renter.block(), &roman(d, s + 1.6), d);
    let label = one(d, &["Propriétaire :", "Bailleur :", "Pour le compte de :"]);
    kv("landlord", (x0, 0.0, 206.0), label, &owner.name, (&t, &heavy(d, s)), d);
    put(
        "",
        (x0, 220.0, 300.0),
        &format!(
            "Lot {} - Appartement {} pièces, {}, {}",
            d.rng.between(1, 80),
            d.rng.between(1, 5),
            renter.home[0],
            renter.home[1]
        ),
        &t,
        L,
        d,
    );
    let total = f.rent + f.charges;
    let full = x1 - x0;
    let columns = [
        (full * 0.62, L, one(d, &["Libellé", "Désignation", "Nature"]), ""),
        (full * 0.19, R, one(d, &["Débit", "Appelé", "Montant"]), ""),
        (full * 0.19, R, one(d, &["Crédit", "Réglé", "Règlements"]), ""),
    ];
    let top = 236.0;
    let pitch = s * 2.2;
    let look = d.rng.choose(&[Look::Columns, Look::Boxed, Look::Striped]);
    // Every row bears a field of its own: one small table below the other.
    let bottom = grid(
        &Grid { x: x0, columns: &columns, look, size: s, pitch },
        top,
        top,
        &[vec![format!("Solde antérieur au {date}"), bare(0), String::new()]],
        d,
    );
    let mut y = bottom;
    let parts = [
        ("rent", one(d, &["Loyer principal", "Loyer habitation", "Loyer", "Loyer hors charges"]), f.rent),
        ("charges", one(d, &["Provision sur charges", "Provisions charges locatives", "Charges locatives"]), f.charges),
    ];
    for (field, label, cents) in parts {
        let named = [(full * 0.62, L, "", ""), (full * 0.19, R, "", field), (full * 0.19, R, "", "")];
        y = grid(
            &Grid { x: x0, columns: &named, look, size: s, pitch },
            y,
            0.0,
            &[vec![format!("{label} {} {}", f.month, f.year), bare(cents), String::new()]],
            d,
        );
    }
    let sums =
        [("total", one(d, &["TOTAL À RÉGLER", "Total quittancé", "Montant à payer", "Net à payer"]), with_sign(total))];
    let sums = if both {
        sums
    } else {
        [("total", one(d, &["TOTAL QUITTANCÉ", "Total réglé", "Somme reçue"]), with_sign(total))]
    };
    y = totals((x1 - 230.0, y + 12.0, 230.0), &sums, s + 1.4, true, d) + 24.0;
    let words = if both {
        format!(
            "Sauf erreur ou omission, la somme ci-dessus est exigible au plus tard le 5 {} {}. La quittance vous sera adressée gratuitement, sur demande, après encaissement.",
            f.month, f.year
        )
    } else {
        format!(
            "Reçu de {} la somme de {} pour loyer et accessoires des locaux désignés ci-dessus, dont quittance sous réserve de tous droits et actions.",
            renter.name,
            with_sign(total)
        )
    };
    y = text((x0, y, full), &words, &t, false, d) + 8.0;
    text(
        (x0, y, full),
        "Le paiement de la présente n'emporte pas présomption de paiement des termes antérieurs. Cette quittance annule tous les reçus qui auraient pu être \
        donnés pour acompte versé sur le présent terme. En cas de congé, elle ne vaut pas titre de location.",
        &small,
        true,
        d,
    );
    let cut = d.c.height - 200.0;
    d.c.dotted(16.0, w - 16.0, cut);
    put("", (x0, cut + 18.0, 240.0), "Partie à détacher et à joindre à votre règlement", &slanted(d, s - 1.0), L, d);
    let u = full / 3.0;
    cells(
        (x0, cut + 30.0, 34.0),
        &[(u, "Référence", "", &code), (u, "Locataire", "", &renter.who.full()), (u, "Montant", "", &with_sign(total))],
        s,
        d,
    );
    put(
        "",
        (x0, cut + 88.0, full),
        &format!("Chèque à l'ordre de {} - ne pas agrafer, ne pas plier", firm.name),
        &t,
        L,
        d,
    );
    let legal = [
        format!(
            "{} au capital de {} € - {} - SIRET {} - APE {}",
            firm.form,
            firm.capital,
            firm.register(),
            firm.siret,
            firm.ape
        ),
        format!(
            "Carte professionnelle CPI {} 2018 000 024 {} délivrée par la CCI - Garantie GALIAN, 89 rue La Boétie, 75008 Paris",
            d.rng.between(1000, 9500),
            d.rng.between(100, 999)
        ),
    ];
    let at = d.c.height - 40.0;
    foot(at, &legal, 6.8, &[], d);
}

fn social(d: &mut Desk<'_, '_>, f: &Rent) {
    let renter = Citizen::random(&mut d.rng);
    let town = renter.town;
    let landlord = match d.rng.below(4) {
        0 => format!("{} HABITAT", capitals(town, true)),
        1 => "OFFICE PUBLIC DE L'HABITAT".to_owned(),
        2 => format!("Logis {} SA d'HLM", one(d, &["Familial", "de l'Ouest", "Méditerranée"])),
        _ => format!("{} - ESH", one(d, &["ALLIADE HABITAT", "BATIGÈRE", "Vilogia", "3F Résidences"])),
    };
    let s = d.rng.range(8.4, 9.2);
    let (x0, x1, w) = (36.0, d.c.width - 36.0, d.c.width);
    let (t, small) = (roman(d, s), roman(d, s - 1.2));
    put("landlord", (x0, 50.0, 250.0), &landlord, &heavy(d, 15.0), L, d);
    let lines = [
        format!("Agence {}", one(d, &["Nord", "Centre", "des Coteaux"])),
        super::stationery::place(&mut d.rng).0.join(" - "),
        format!("Tél. : {}", phone(&mut d.rng, "04")),
        "Accueil du lundi au vendredi, 9 h - 12 h et 14 h - 17 h".to_owned(),
    ];
    address("", (x0, 66.0, 230.0), &lines, &small, d);
    let title = one(
        d,
        &[
            "AVIS D'ÉCHÉANCE - QUITTANCE DE LOYER",
            "QUITTANCE DE LOYER ET CHARGES",
            "Avis d'échéance valant quittance après paiement",
        ],
    );
    put("", (w * 0.5, 48.0, x1 - w * 0.5), title, &heavy(d, 11.0), R, d);
    put("", (w * 0.5, 64.0, x1 - w * 0.5), &format!("Échéance de {} {}", f.month, f.year), &t, R, d);
    address(
        "tenant",
        (w * 0.52, 124.0, x1 - w * 0.52),
        &renter.block().iter().map(|l| capitals(l, false)).collect::<Vec<_>>(),
        &roman(d, s + 1.8),
        d,
    );
    let date = slashed((f.year, f.number.0, d.rng.between(18, 27)));
    let account = format!("L/{:06}", d.rng.between(1000, 990_000));
    let u = (x1 - x0) / 4.0;
    let module = format!("{:04}.{:02}.{:03}", d.rng.between(1, 2400), d.rng.between(1, 30), d.rng.between(1, 200));
    cells(
        (x0, 196.0, 34.0),
        &[
            (u, one(d, &["N° de locataire", "Référence client", "Compte locataire"]), "", &account),
            (u, "N° de logement", "", &module),
            (u, one(d, &["Date d'émission", "Quittance du", "Date d'édition"]), "date", &date),
            (u, "Règlement", "", one(d, &["Prélèvement le 5", "TIP SEPA", "Chèque"])),
        ],
        s,
        d,
    );
    let full = x1 - x0;
    let heat = (f.charges / 2) / 100 * 100;
    let water = (f.charges - heat) / 3;
    let rest = f.charges - heat - water;
    let aid = if d.rng.chance(0.5) { d.rng.between(4000, 16_000) as u64 } else { 0 };
    let half = full * 0.56;
    let columns = [
        (half * 0.72, L, one(d, &["Détail de l'échéance", "Rubriques", "Libellés"]), ""),
        (half * 0.28, R, "Montant", ""),
    ];
    let g = Grid { x: x0, columns: &columns, look: Look::Striped, size: s, pitch: s * 2.0 };
    let named = [(half * 0.72, L, "", ""), (half * 0.28, R, "", "rent")];
    let y = grid(
        &g,
        250.0,
        0.0,
        &[vec!["Surface corrigée / surface utile".to_owned(), format!("{} m2", d.rng.between(28, 110))]],
        d,
    );
    let y = grid(
        &Grid { columns: &named, ..g },
        y,
        0.0,
        &[vec![one(d, &["Loyer principal", "Loyer logement conventionné", "Loyer"]).to_owned(), bare(f.rent)]],
        d,
    );
    let plain = [(half * 0.72, L, "", ""), (half * 0.28, R, "", "")];
    let parts = vec![
        vec!["Acompte chauffage".to_owned(), bare(heat)],
        vec!["Acompte eau froide".to_owned(), bare(water)],
        vec!["Entretien, ordures ménagères, ascenseur".to_owned(), bare(rest)],
    ];
    let y = grid(&Grid { x: x0, columns: &plain, look: Look::Striped, size: s, pitch: s * 2.0 }, y, 0.0, &parts, d);
    let named = [(half * 0.72, L, "", ""), (half * 0.28, R, "", "charges")];
    let y = grid(
        &Grid { x: x0, columns: &named, look: Look::Striped, size: s, pitch: s * 2.0 },
        y,
        0.0,
        &[vec![
            one(d, &["Total des charges", "Total charges récupérables", "Sous-total charges"]).to_owned(),
            bare(f.charges),
        ]],
        d,
    );
    let y = if aid > 0 {
        grid(
            &Grid { x: x0, columns: &plain, look: Look::Striped, size: s, pitch: s * 2.0 },
            y,
            0.0,
            &[vec!["APL versée par la CAF".to_owned(), format!("- {}", bare(aid))]],
            d,
        )
    } else {
        y
    };
    let sums = [(
        "total",
        one(d, &["TOTAL À PAYER", "Net à payer", "Montant de l'échéance"]),
        with_sign(f.rent + f.charges - aid),
    )];
    let y = totals((x0, y + 8.0, half), &sums, s + 1.2, true, d) + 24.0;
    let l = x0 + half + 20.0;
    let mut side = 266.0;
    for words in [
        "Votre gardien est à votre disposition du lundi au vendredi de 8 h à 12 h.",
        "Assurance : n'oubliez pas de nous transmettre chaque année votre attestation d'assurance habitation.",
        "En cas de difficultés de paiement, contactez votre conseillère sociale au plus tôt : un accord amiable est toujours possible.",
        "Supplément de loyer de solidarité : répondez à l'enquête obligatoire sur vos ressources avant la date limite.",
    ] {
        side = text((l, side, x1 - l), words, &small, false, d) + 8.0;
    }
    d.c.frame(l - 8.0, 252.0, x1, side, 0.5);
    let said = format!(
        "Le présent avis vaut quittance sous réserve de l'encaissement effectif de la somme de {}.",
        thousands((f.rent + f.charges - aid) / 100, " ") + &format!(",{:02} €", (f.rent + f.charges - aid) % 100)
    );
    told((x0, y.max(side + 16.0), full), &said, &t, &[], d);
    let cut = d.c.height - 170.0;
    d.c.dotted(14.0, w - 14.0, cut);
    put("", (x0, cut + 20.0, 240.0), "TIP SEPA - Titre interbancaire de paiement", &heavy(d, s), L, d);
    put(
        "",
        (x0, cut + 34.0, 320.0),
        "Mandat de prélèvement SEPA ponctuel : en signant ce formulaire, vous autorisez votre créancier à débiter votre compte.",
        &roman(d, 6.4),
        L,
        d,
    );
    d.c.frame(x0, cut + 44.0, x0 + 170.0, cut + 100.0, 0.6);
    put("", (x0 + 5.0, cut + 54.0, 120.0), "Date et signature", &small, L, d);
    address(
        "",
        (w * 0.5, cut + 60.0, 220.0),
        &[landlord, "Centre de traitement".to_owned(), "59885 LILLE CEDEX 9".to_owned()],
        &t,
        d,
    );
    let reader = format!("{}{} {}", d.rng.digits(12), d.rng.digits(12), d.rng.digits(10));
    let at = d.c.height - 30.0;
    put("", (x0, at, full), &reader, &roman(d, 10.0), C, d);
}
