//! Bills of electricity, gas, water and telephone: a summary with its key figures, then how it was used and what it cost.

use super::facts::{Day, Someone, dated, day, figures, fitting, pair, sum};
use crate::pages::compose::{Align, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, street, town};

/// What is sold, by whom, and how its bill is worded.
struct Trade {
    sellers: &'static [&'static str],
    titles: &'static [&'static str],
    /// Label of where it is delivered, and how many digits that number has; none for telephones.
    point: Option<(&'static [&'static str], usize)>,
    rows: &'static [&'static str],
    unit: &'static str,
    meter: bool,
}

const ELECTRICITY: Trade = Trade {
    sellers: &[
        "EDF", "Engie", "TotalEnergies", "Vattenfall", "Ekwateur", "Ohm Énergie", "Plüm énergie", "Mint Énergie",
    ],
    titles: &["Votre facture d'électricité", "FACTURE D'ÉLECTRICITÉ", "Facture d'électricité", "Votre facture"],
    point: Some((
        &[
            "Point de livraison (PDL)",
            "PDL :",
            "N° de PDL",
            "Point de livraison :",
            "PRM :",
            "Référence acheminement électricité (PDL)",
        ],
        14,
    )),
    rows: &[
        "Abonnement électricité",
        "Consommation heures pleines",
        "Consommation heures creuses",
        "Contribution tarifaire d'acheminement (CTA)",
        "Accise sur l'électricité (ex-CSPE)",
    ],
    unit: "kWh",
    meter: true,
};
const GAS: Trade = Trade {
    sellers: &["Engie", "EDF", "TotalEnergies", "Eni", "Gaz de Bordeaux", "Vattenfall", "Antargaz"],
    titles: &["Votre facture de gaz", "FACTURE DE GAZ NATUREL", "Facture gaz", "Votre facture gaz"],
    point: Some((&["Point de comptage et d'estimation (PCE)", "PCE :", "N° PCE", "Point de livraison :"], 14)),
    rows: &[
        "Abonnement gaz naturel",
        "Consommation gaz naturel",
        "Contribution tarifaire d'acheminement (CTA)",
        "Accise sur les gaz naturels",
    ],
    unit: "kWh",
    meter: true,
};
const WATER: Trade = Trade {
    sellers: &["Veolia", "Suez", "SAUR", "Eau de Paris", "Régie des eaux", "Eaux de Marseille", "Noréade"],
    titles: &["Votre facture d'eau", "FACTURE D'EAU", "Facture d'eau et d'assainissement", "FACTURE EAU"],
    point: Some((&["Point de service", "Référence point de consommation :"], 10)),
    rows: &[
        "Distribution de l'eau - abonnement",
        "Distribution de l'eau - consommation",
        "Collecte et traitement des eaux usées",
        "Lutte contre la pollution (Agence de l'eau)",
    ],
    unit: "m3",
    meter: true,
};
const TELEPHONE: Trade = Trade {
    sellers: &["Orange", "SFR", "Bouygues Telecom", "Free Mobile", "Sosh", "La Poste Mobile", "NRJ Mobile"],
    titles: &[
        "Votre facture mobile", "FACTURE MOBILE", "Votre facture internet", "Facture Internet - Fixe", "Votre facture",
    ],
    point: None,
    rows: &[
        "Forfait mobile 100 Go", "Abonnement Livebox Fibre", "Consommations hors forfait", "Options et services",
        "Remise fidélité",
    ],
    unit: "Go",
    meter: false,
};

/// What a bill says.
struct Bill {
    seller: &'static str,
    title: &'static str,
    invoice: String,
    client: String,
    contract: String,
    point: Option<(&'static str, String)>,
    date: Day,
    due: Day,
    to: Vec<String>,
    net: u64,
}

impl Bill {
    fn total(&self) -> u64 {
        self.net + self.net / 5
    }
}

pub(super) fn bill(d: &mut Desk<'_, '_>) {
    let trade = [&ELECTRICITY, &GAS, &WATER, &TELEPHONE][d.rng.weighted(&[0.4, 0.15, 0.2, 0.25])];
    let own = Someone::random(&mut d.rng);
    let date = day(&mut d.rng, 2014, 2026);
    let due = (date.0 + i64::from(date.1 == 12), date.1 % 12 + 1, d.rng.between(1, 28));
    let who = format!("{} {}", own.title(d.rng.chance(0.4)), own.full());
    let mut to = vec![who, street(&mut d.rng), town(&mut d.rng)];
    if d.rng.chance(0.5) {
        to = to.iter().map(|l| capitals(l, false)).collect();
    }
    let reference = match d.rng.below(3) {
        0 => codes::grouped(&d.rng.digits(11), &[2, 3, 3, 3]),
        1 => d.rng.digits(10),
        _ => format!("{}{}", d.rng.capital(), d.rng.digits(9)),
    };
    let point = trade.point.map(|(labels, n)| {
        (d.rng.pick(labels), {
            let digits = d.rng.digits(n);
            if d.rng.chance(0.4) { codes::grouped(&digits, &[2, 3, 3, 3]) } else { digits }
        })
    });
    let b = Bill {
        seller: d.rng.pick(trade.sellers),
        title: d.rng.pick(trade.titles),
        invoice: reference,
        client: codes::grouped(&d.rng.digits(10), if d.rng.chance(0.5) { &[1, 3] } else { &[10] }),
        contract: d.rng.digits(9),
        point,
        date,
        due,
        to,
        net: d.rng.between(1_500, 38_000) as u64 / 5 * 5,
    };
    if d.rng.chance(0.5) { boxed(d, trade, &b) } else { plain(d, trade, &b) }
}

/// The addressee's block, its first line a field.
fn addressee(d: &mut Desk<'_, '_>, x: f32, y: f32, b: &Bill, t: &Type) {
    let before = d.c.lines.len();
    d.block(x, y, &b.to, t, t.size * 1.25);
    super::facts::mark_first(d, before, "addressee");
}

/// References one under another. `width` from label to value.
fn references(d: &mut Desk<'_, '_>, x: f32, y: f32, width: f32, b: &Bill, t: (&Type, &Type)) -> f32 {
    let lead = t.0.size * 1.5;
    let date = dated(b.date, &mut d.rng);
    let mut rows: Vec<(&str, &'static str, &str)> = vec![
        (
            d.rng.pick(&["N° de facture :", "Facture n°", "Référence facture :", "N° facture"]),
            "invoice_number",
            &b.invoice,
        ),
        (d.rng.pick(&["Date de facture :", "Facture du", "Émise le", "Date d'émission :"]), "invoice_date", &date),
        (
            d.rng.pick(&[
                "N° client :", "Référence client :", "Numéro de client :", "Vos références client :",
                "N° de compte client :",
            ]),
            "client_number",
            &b.client,
        ),
        (
            d.rng.pick(&["N° de contrat :", "Référence contrat :", "Numéro de contrat", "Contrat n°"]),
            "contract_number",
            &b.contract,
        ),
    ];
    if let Some((label, number)) = &b.point {
        rows.push((label, "delivery_point", number));
    }
    let mut y = y;
    for (label, field, text) in rows {
        d.labelled(field, x, x + width, y, label, text, t);
        y += lead;
    }
    y
}

const TOTALS: &[&str] =
    &["Montant à payer", "Total TTC", "Net à payer", "Total à payer TTC", "Montant TTC", "Montant total TTC"];
const DUES: &[&str] =
    &["À payer avant le", "À régler avant le", "Date limite de paiement", "Prélèvement le", "Sera prélevé le"];

/// With the amount and the day in a box, large.
fn boxed(d: &mut Desk<'_, '_>, trade: &Trade, b: &Bill) {
    let (body, bold) = (d.fonts.body.sized(d.size().min(9.5)), d.fonts.bold.sized(d.size().min(9.5)));
    let lead = body.size * 1.45;
    let (left, right) = (d.x0(), d.x1());
    let mut y = d.margins[1] + body.size;
    marks::logo(d.c, left, y - 8.0, 36.0, &mut d.rng);
    d.left(left + 46.0, y + 12.0, b.seller, &bold.sized(body.size * 1.6));
    addressee(d, d.c.width * 0.56, y + 70.0, b, &body.sized(body.size * 1.1));
    y += 60.0;
    let small = body.sized(body.size * 0.95);
    y = references(d, left, y, body.size * 12.0, b, (&small, &bold.sized(small.size)));
    y = y.max(d.margins[1] + 150.0) + lead;
    let head = fitting(d, b.title, &bold.sized(body.size * 1.8), right - left);
    d.left(left, y, b.title, &head);
    y += lead;
    let total = format!("{} €", sum(b.total()));
    let (total_label, due_label) = (d.rng.pick(TOTALS), d.rng.pick(DUES));
    let due = dated(b.due, &mut d.rng);
    let width = d.rng.range(200.0, 260.0);
    d.c.frame(left, y, left + width, y + lead * 4.6, 0.9);
    let big = bold.sized(body.size * 1.6);
    d.left(left + 10.0, y + lead * 1.2, total_label, &body);
    d.value("total_ttc", left + 10.0, y + lead * 2.5, &total, &big);
    d.labelled("due_date", left + 10.0, left + 10.0, y + lead * 3.8, due_label, &due, (&body, &bold));
    if trade.meter {
        consumption(d, left + width + 24.0, y + lead, right, trade, &body, b);
    }
    y += lead * 6.5;
    detail(d, y, trade, b, &body, &bold);
    seller_foot(d, b, &small);
}

/// Without a box: labels and values, then the table.
fn plain(d: &mut Desk<'_, '_>, trade: &Trade, b: &Bill) {
    let (body, bold) = (d.fonts.body.sized(d.size().min(10.0)), d.fonts.bold.sized(d.size().min(10.0)));
    let lead = body.size * 1.5;
    let (left, right) = (d.x0(), d.x1());
    let mut y = d.margins[1] + body.size;
    d.left(left, y, b.seller, &bold.sized(body.size * 1.8));
    let head = fitting(d, b.title, &bold.sized(body.size * 1.4), (right - left) * 0.55);
    d.right(right, y, b.title, &head);
    y += lead * 2.0;
    let service = [
        d.rng.pick(&["Service clients", "Nous contacter", "Par téléphone", "Votre agence"]).to_owned(),
        format!("{} (appel non surtaxé)", codes::phone(&mut d.rng)),
        format!("TSA {} - {}", codes::grouped(&d.rng.digits(5), &[2, 3]), town(&mut d.rng)),
    ];
    d.block(left, y, &service, &body.sized(body.size * 0.9), lead);
    addressee(d, d.c.width * 0.55, y + lead * 2.0, b, &body);
    y += lead * 6.0;
    y = references(d, left, y, body.size * 13.0, b, (&body, &body)) + lead * 0.5;
    if trade.meter {
        let home = format!("{} {}", street(&mut d.rng), town(&mut d.rng));
        let wording = d.rng.pick(&["Lieu de consommation :", "Adresse du logement :", "Site desservi :"]);
        pair(d, left, left + body.size * 13.0, y, (wording, &home), (&body, &body));
        y += lead * 1.5;
    } else {
        let line = codes::phone(&mut d.rng);
        pair(d, left, left + body.size * 13.0, y, ("Ligne :", &line), (&body, &body));
        y += lead * 1.5;
    }
    y = detail(d, y, trade, b, &body, &bold) + lead * 0.5;
    let due = dated(b.due, &mut d.rng);
    let label = d.rng.pick(DUES);
    d.labelled("due_date", left, left + body.size * 13.0, y, label, &due, (&body, &bold));
    y += lead * 1.6;
    if trade.meter {
        consumption(d, left, y, left + 260.0, trade, &body, b);
    }
    seller_foot(d, b, &body.sized(body.size * 0.8));
}

/// Old and new index of the meter and what was used.
fn consumption(d: &mut Desk<'_, '_>, x: f32, y: f32, right: f32, trade: &Trade, body: &Type, b: &Bill) {
    let t = body.sized(body.size * 0.92);
    let lead = t.size * 1.4;
    let old = d.rng.between(1_000, 60_000);
    let used = d.rng.between(20, 3_000);
    let meter = d.rng.digits(9);
    let read = figures(b.date, "/");
    let rows = [
        ("Relevé de compteur n°".to_owned(), meter),
        ("Ancien index".to_owned(), codes::thousands(old as u64, " ")),
        (format!("Nouvel index au {read}"), codes::thousands((old + used) as u64, " ")),
        (format!("Consommation ({})", trade.unit), format!("{} {}", codes::thousands(used as u64, " "), trade.unit)),
    ];
    for (i, (label, text)) in rows.iter().enumerate() {
        let y = y + i as f32 * lead;
        let rng = &mut d.rng;
        d.c.row(|c| {
            c.text(x, y, label, &t, Align::Left, rng);
            c.text(right, y, text, &t, Align::Right, rng);
        });
    }
}

/// The table of what was sold, with its sums; the baseline after it.
fn detail(d: &mut Desk<'_, '_>, y: f32, trade: &Trade, b: &Bill, body: &Type, bold: &Type) -> f32 {
    let lead = body.size * 1.55;
    let (left, right) = (d.x0(), d.x1());
    let mut y = y;
    let named = d.c.fields.iter().any(|f| f.name == "total_ttc");
    let heads = d.rng.pick(&["Détail de votre facture", "Le détail de votre facture", "DÉTAIL DE LA FACTURE"]);
    d.c.row(|c| {
        let rng = &mut d.rng;
        c.text(left, y, heads, bold, Align::Left, rng);
        c.text(right, y, "Montant HT", bold, Align::Right, rng);
    });
    d.rule(left, y + 4.0, right, y + 4.0, 0.6);
    let n = trade.rows.len() as u64;
    let mut rest = b.net;
    for (i, text) in trade.rows.iter().enumerate() {
        y += lead;
        let cents = if i + 1 == trade.rows.len() {
            rest
        } else {
            rest.min(b.net / n + d.rng.below((b.net / n / 3).max(1) as usize) as u64)
        };
        rest -= cents;
        let used = d.rng.between(3, 900);
        let rng = &mut d.rng;
        d.c.row(|c| {
            c.text(left, y, text, body, Align::Left, rng);
            if text.starts_with("Consommation") {
                c.text(left + (right - left) * 0.62, y, &format!("{used} {}", trade.unit), body, Align::Left, rng);
            }
            c.text(right, y, &format!("{} €", sum(cents)), body, Align::Right, rng);
        });
    }
    let sums = [("Total hors taxes", b.net), ("TVA 20,00 %", b.net / 5)];
    for (label, cents) in sums {
        y += lead;
        let rng = &mut d.rng;
        d.c.row(|c| {
            c.text(left + (right - left) * 0.5, y, label, body, Align::Left, rng);
            c.text(right, y, &format!("{} €", sum(cents)), body, Align::Right, rng);
        });
    }
    y += lead;
    let label = d.rng.pick(TOTALS);
    let label = if named { "Total TTC" } else { label };
    let total = format!("{} €", sum(b.total()));
    let rng = &mut d.rng;
    d.c.row(|c| {
        c.text(left + (right - left) * 0.5, y, label, bold, Align::Left, rng);
        if named {
            c.text(right, y, &total, bold, Align::Right, rng);
        } else {
            c.value("total_ttc", right, y, &total, bold, Align::Right, rng);
        }
    });
    y + lead
}

fn seller_foot(d: &mut Desk<'_, '_>, b: &Bill, t: &Type) {
    let siren = codes::siren(&mut d.rng);
    let text = format!(
        "{} SA au capital de {} € - RCS {} {} - TVA {}",
        b.seller,
        codes::thousands(d.rng.between(1, 900) as u64 * 10_000, " "),
        d.rng.pick(&["Paris", "Nanterre", "Bobigny"]),
        codes::grouped(&siren, &[3]),
        codes::vat(&siren)
    );
    let (middle, y) = (d.c.width / 2.0, d.c.height - 26.0);
    let t = fitting(d, &text, &t.sized((t.size * 0.8).max(5.5)), d.c.width - 40.0);
    d.centre(middle, y, &text, &t);
}
