//! Slips from tills: of supermarkets, of restaurants, of small shops.

use super::Page;
use super::stationery::{C, L, R, heavy, line, one, phone, put, roman, row, slashed, surname};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{figures, mark, sum};
use crate::pages::marks;
use crate::text::{capitals, codes, street, words};

pub(super) const PAGES: &[Page] =
    &[Page { name: "ticket_caisse", sheet: |rng| Some((227.0, rng.range(450.0, 600.0))), set: slip }];

const FOOD: &[(&str, u64, u64)] = &[
    ("BAGUETTE TRADITION", 115, 55),
    ("LAIT 1/2 ECR 6X1L", 612, 55),
    ("BEURRE DX 250G", 289, 55),
    ("OEUFS PA X12", 345, 55),
    ("TOMATES GRAPPE KG", 298, 55),
    ("BANANES VRAC", 187, 55),
    ("JAMBON SUP 4TR", 379, 55),
    ("YAOURT NAT X8", 214, 55),
    ("CAFE MOULU 250G", 399, 55),
    ("PATES COQUIL 500G", 119, 55),
    ("LIQ VAISSELLE", 245, 200),
    ("PAPIER TOIL X6", 389, 200),
    ("BIERE BLDE 6X25", 489, 200),
    ("STEAK HACHE X2", 556, 55),
    ("EMMENTAL RAPE", 229, 55),
    ("SAC CAISSE", 15, 200),
    ("SHAMPOOING 300ML", 342, 200),
    ("COMPOTE POM X4", 178, 55),
    ("CHOCOLAT NOIR", 205, 55),
    ("POULET FERM KG", 899, 55),
];

const MEALS: &[(&str, u64, u64)] = &[
    ("Formule midi", 1490, 100),
    ("Plat du jour", 1150, 100),
    ("Entrecôte frites", 1990, 100),
    ("Salade César", 1350, 100),
    ("Café", 190, 100),
    ("Café gourmand", 750, 100),
    ("Pichet rouge 50cl", 850, 200),
    ("Eau plate 1L", 480, 100),
    ("Crème brûlée", 690, 100),
    ("Kir cassis", 450, 200),
    ("Demi pression", 390, 200),
    ("Menu enfant", 990, 100),
];

const SHOP: &[(&str, u64, u64)] = &[
    ("Livre poche", 890, 55),
    ("Carte postale", 120, 200),
    ("Carnet A5", 690, 200),
    ("Stylo gel", 250, 200),
    ("Bouquet de saison", 2490, 100),
    ("Chemise coton M", 3990, 200),
    ("Ampoule LED E27", 590, 200),
    ("Vis 5x50 bte 100", 745, 200),
    ("Clé minute", 450, 200),
    ("Pile LR6 x4", 520, 200),
    ("Doliprane 1g", 218, 21),
    ("Rosier tige", 1890, 100),
];

fn slip(d: &mut Desk<'_, '_>) {
    let kind = d.rng.below(3);
    let (list, least, most) = [(FOOD, 6, 15), (MEALS, 3, 6), (SHOP, 1, 5)][kind];
    let count = d.rng.between(least, most) as usize;
    let from = d.rng.below(list.len());
    let mut items: Vec<(&str, u64, u64, u64)> = Vec::new();
    for i in 0..count {
        let (what, price, rate) = list[(from + i * 7) % list.len()];
        let n = if d.rng.chance(0.2) { 2 } else { 1 };
        items.push((what, price, n, rate));
    }
    let s = (d.c.width / 27.0).min(8.6);
    let t = roman(d, s);
    match kind {
        0 => market(d, &items, &t),
        1 => table(d, &items, &t),
        _ => shop(d, &items, &t),
    }
}

type Items<'i> = &'i [(&'i str, u64, u64, u64)];

/// Tax within sums that include it, by rate: rate, base, tax.
fn taxes(items: Items<'_>) -> Vec<(u64, u64, u64)> {
    let mut out = Vec::new();
    for rate in [21, 55, 100, 200] {
        let with: u64 = items.iter().filter(|i| i.3 == rate).map(|i| i.1 * i.2).sum();
        if with > 0 {
            let base = (with * 1000 + (1000 + rate) / 2) / (1000 + rate);
            out.push((rate, base, with - base));
        }
    }
    out
}

fn percent(rate: u64) -> String {
    format!("{},{}%", rate / 10, rate % 10)
}

struct Shop {
    siret: String,
    date: String,
    time: String,
    lines: Vec<String>,
}

fn shop_of(d: &mut Desk<'_, '_>) -> Shop {
    let siren = codes::siren(&mut d.rng);
    let siret = codes::siret(&siren, &mut d.rng);
    let siret = if d.rng.chance(0.5) { codes::grouped(&siret, &[3, 3, 3, 5]) } else { siret };
    let day = (d.rng.between(2014, 2026), d.rng.between(1, 12), d.rng.between(1, 28));
    let date = match d.rng.below(4) {
        0 => figures(day, "-"),
        1 => format!("{:02}/{:02}/{:02}", day.2, day.1, day.0 % 100),
        _ => slashed(day),
    };
    let (code, town) = d.rng.choose(words::TOWNS);
    let lines = vec![
        capitals(&street(&mut d.rng), false),
        format!("{code} {}", capitals(town, false)),
        format!("TEL {}", phone(&mut d.rng, "04")),
    ];
    Shop { siret, date, time: format!("{:02}:{:02}", d.rng.between(8, 20), d.rng.between(0, 59)), lines }
}

fn rule(d: &mut Desk<'_, '_>, y: f32, kind: usize) {
    let (x0, x1) = (12.0, d.c.width - 12.0);
    match kind {
        0 => d.c.dotted(x0, x1, y),
        _ => d.rule(x0, y, x1, y, 0.7),
    }
}

/// The shop's number in the middle of a line.
fn middle(y: f32, text: &str, t: &Type, siret: &str, d: &mut Desk<'_, '_>) {
    let since = d.c.lines.len();
    put("", (12.0, y, d.c.width - 24.0), text, t, C, d);
    mark(d, since, "siret", siret);
}

fn market(d: &mut Desk<'_, '_>, items: Items<'_>, t: &Type) {
    let w = d.c.width;
    let (x0, full) = (12.0, w - 24.0);
    let lead = t.size * 1.28;
    let shop = shop_of(d);
    let name = one(d, &["CARREFOUR CITY", "INTERMARCHE", "SUPER U", "LIDL", "CASINO SHOP", "E.LECLERC", "MONOPRIX"]);
    put("", (x0, 28.0, full), name, &heavy(d, t.size * 1.8), C, d);
    let mut y = 28.0 + lead * 1.4;
    for words in &shop.lines {
        put("", (x0, y, full), words, t, C, d);
        y += lead;
    }
    let said = format!("{} {}", one(d, &["SIRET", "SIRET :", "N° SIRET"]), shop.siret);
    middle(y, &said, t, &shop.siret, d);
    y += lead * 1.5;
    row(y, t, &[("", x0, full * 0.6, L, "LIBELLE"), ("", x0 + full * 0.6, full * 0.4, R, "EUR")], d);
    rule(d, y + 3.0, 0);
    y += lead * 1.1;
    for (what, price, n, _) in items {
        row(y, t, &[("", x0, full * 0.74, L, what), ("", x0 + full * 0.74, full * 0.26, R, &sum(price * n))], d);
        y += lead;
        if *n > 1 {
            put("", (x0 + 12.0, y, full * 0.6), &format!("{n} x {}", sum(*price)), t, L, d);
            y += lead;
        }
    }
    rule(d, y - lead * 0.4, 0);
    let total: u64 = items.iter().map(|i| i.1 * i.2).sum();
    y += lead * 0.8;
    let count: u64 = items.iter().map(|i| i.2).sum();
    let label = one(d, &["TOTAL A PAYER", "TOTAL", "TOTAL TTC", "MONTANT DU"]);
    row(
        y,
        &heavy(d, t.size * 1.3),
        &[("", x0, full * 0.62, L, label), ("total_ttc", x0 + full * 0.6, full * 0.4, R, &sum(total))],
        d,
    );
    y += lead * 1.2;
    put("", (x0, y, full), &format!("{count} ARTICLES"), t, L, d);
    y += lead;
    row(
        y,
        t,
        &[
            ("", x0, full * 0.6, L, one(d, &["CARTE BANCAIRE", "CB SANS CONTACT", "CB EMV"])),
            ("", x0 + full * 0.6, full * 0.4, R, &sum(total)),
        ],
        d,
    );
    y += lead * 1.4;
    row(
        y,
        t,
        &[
            ("", x0, full * 0.2, L, "TVA"),
            ("", x0 + full * 0.2, full * 0.26, R, "HT"),
            ("", x0 + full * 0.46, full * 0.26, R, "TVA"),
            ("", x0 + full * 0.72, full * 0.28, R, "TTC"),
        ],
        d,
    );
    y += lead;
    for (rate, base, tax) in taxes(items) {
        row(
            y,
            t,
            &[
                ("", x0, full * 0.2, L, &percent(rate)),
                ("", x0 + full * 0.2, full * 0.26, R, &sum(base)),
                ("", x0 + full * 0.46, full * 0.26, R, &sum(tax)),
                ("", x0 + full * 0.72, full * 0.28, R, &sum(base + tax)),
            ],
            d,
        );
        y += lead;
    }
    y += lead * 0.5;
    let last = format!("{:04} {:03} {:05}", d.rng.between(1, 60), d.rng.between(1, 12), d.rng.between(1, 9999));
    row(
        y,
        t,
        &[
            ("date", x0, full * 0.34, L, &shop.date),
            ("", x0 + full * 0.36, full * 0.2, L, &shop.time),
            ("", x0 + full * 0.56, full * 0.44, R, &last),
        ],
        d,
    );
    y += lead * 1.5;
    put("", (x0, y, full), one(d, &["MERCI DE VOTRE VISITE", "A BIENTOT", "MERCI ET A BIENTOT"]), t, C, d);
    if y + 60.0 < d.c.height {
        let at = y + 12.0;
        let mut x = 50.0;
        for _ in 0..42 {
            let bar = d.rng.range(0.8, 2.2);
            d.rule(x + bar / 2.0, at, x + bar / 2.0, at + 32.0, bar);
            x += bar + d.rng.range(0.8, 2.0);
        }
    }
}

fn table(d: &mut Desk<'_, '_>, items: Items<'_>, t: &Type) {
    let w = d.c.width;
    let (x0, full) = (14.0, w - 28.0);
    let lead = t.size * 1.4;
    let shop = shop_of(d);
    let name =
        format!("{} {}", one(d, &["Brasserie", "Chez", "Restaurant", "Le Bistrot", "Crêperie"]), surname(&mut d.rng));
    put("", (x0, 34.0, full), &name, &heavy(d, t.size * 1.5), C, d);
    let mut y = 34.0 + lead * 1.2;
    for words in &shop.lines {
        put("", (x0, y, full), words, t, C, d);
        y += lead;
    }
    y += lead * 0.6;
    let who = format!(
        "Table {} - Couverts : {} - {}",
        d.rng.between(1, 40),
        d.rng.between(1, 6),
        one(d, &["Julie", "Serveur 2", "Marc", "Terrasse"])
    );
    put("", (x0, y, full), &who, t, L, d);
    y += lead;
    let said = format!("{} {}  {}", one(d, &["Le", "Date :", "Note du"]), shop.date, shop.time);
    line((x0, y), &said, t, &[("date", &shop.date)], d);
    y += lead;
    put(
        "",
        (x0, y, full),
        &format!("{} {:05}", one(d, &["Note n°", "Addition", "Ticket"]), d.rng.between(1, 40_000)),
        t,
        L,
        d,
    );
    rule(d, y + 5.0, 1);
    y += lead * 1.5;
    for (what, price, n, _) in items {
        row(
            y,
            t,
            &[
                ("", x0, full * 0.1, L, &n.to_string()),
                ("", x0 + full * 0.1, full * 0.6, L, what),
                ("", x0 + full * 0.7, full * 0.3, R, &sum(price * n)),
            ],
            d,
        );
        y += lead;
    }
    let parts = taxes(items);
    let total: u64 = items.iter().map(|i| i.1 * i.2).sum();
    rule(d, y - lead * 0.4, 1);
    y += lead * 0.5;
    let base: u64 = parts.iter().map(|p| p.1).sum();
    row(y, t, &[("", x0, full * 0.6, L, "Total HT"), ("", x0 + full * 0.6, full * 0.4, R, &sum(base))], d);
    y += lead;
    for (rate, _, tax) in &parts {
        row(
            y,
            t,
            &[
                ("", x0, full * 0.6, L, &format!("dont TVA {}", percent(*rate))),
                ("", x0 + full * 0.6, full * 0.4, R, &sum(*tax)),
            ],
            d,
        );
        y += lead;
    }
    y += lead * 0.5;
    let label = one(d, &["TOTAL TTC", "Total à payer", "TOTAL EUROS", "NET A PAYER"]);
    row(
        y,
        &heavy(d, t.size * 1.4),
        &[
            ("", x0, full * 0.55, L, label),
            ("total_ttc", x0 + full * 0.55, full * 0.45, R, &format!("{} €", sum(total))),
        ],
        d,
    );
    y += lead * 1.8;
    put("", (x0, y, full), one(d, &["Prix nets, service compris", "Service 15 % compris", "Service compris"]), t, C, d);
    y += lead;
    middle(y, &format!("Siret {}", shop.siret), t, &shop.siret, d);
    y += lead * 1.4;
    put("", (x0, y, full), "Merci, à bientôt !", t, C, d);
    if y + 90.0 < d.c.height && d.rng.chance(0.4) {
        marks::signature(d.c, 60.0, y + 50.0, 80.0, &mut d.rng);
    }
}

fn shop(d: &mut Desk<'_, '_>, items: Items<'_>, t: &Type) {
    let w = d.c.width;
    let (x0, full) = (16.0, w - 32.0);
    let lead = t.size * 1.38;
    let shop = shop_of(d);
    marks::logo(d.c, w / 2.0 - 16.0, 16.0, 30.0, &mut d.rng);
    let name = format!(
        "{} {}",
        one(d, &["LIBRAIRIE", "QUINCAILLERIE", "FLEURS", "PHARMACIE", "BAZAR"]),
        capitals(&surname(&mut d.rng), false)
    );
    put("", (x0, 66.0, full), &name, &heavy(d, t.size * 1.3), C, d);
    let mut y = 66.0 + lead * 1.1;
    for words in &shop.lines {
        put("", (x0, y, full), words, t, C, d);
        y += lead;
    }
    let said = format!("{} {}", one(d, &["Siret :", "SIRET", "RCS - Siret"]), shop.siret);
    middle(y, &said, t, &shop.siret, d);
    y += lead * 1.6;
    put(
        "",
        (x0, y, full),
        &format!("{} N° {:06}", one(d, &["TICKET", "TICKET CLIENT", "FACTURETTE"]), d.rng.between(10, 90_000)),
        t,
        C,
        d,
    );
    y += lead;
    row(
        y,
        t,
        &[
            ("date", x0, full * 0.5, L, &shop.date),
            ("", x0 + full * 0.5, full * 0.5, R, &format!("{} caisse {}", shop.time, d.rng.between(1, 4))),
        ],
        d,
    );
    rule(d, y + 5.0, 0);
    y += lead * 1.6;
    for (what, price, n, _) in items {
        put("", (x0, y, full), what, t, L, d);
        y += lead;
        row(
            y,
            t,
            &[
                ("", x0 + 10.0, full * 0.5, L, &format!("{n} x {} €", sum(*price))),
                ("", x0 + full * 0.6, full * 0.4, R, &format!("{} €", sum(price * n))),
            ],
            d,
        );
        y += lead;
    }
    rule(d, y - lead * 0.4, 0);
    let total: u64 = items.iter().map(|i| i.1 * i.2).sum();
    y += lead;
    row(
        y,
        &heavy(d, t.size * 1.4),
        &[
            ("", x0, full * 0.5, L, one(d, &["Total TTC", "TOTAL", "Net à payer"])),
            ("total_ttc", x0 + full * 0.5, full * 0.5, R, &format!("{} €", sum(total))),
        ],
        d,
    );
    y += lead * 1.3;
    let given = total.div_ceil(1000) * 1000;
    let cash = d.rng.chance(0.5);
    let (how, got) = if cash { ("Espèces", given) } else { ("Carte bancaire", total) };
    row(y, t, &[("", x0, full * 0.5, L, how), ("", x0 + full * 0.5, full * 0.5, R, &format!("{} €", sum(got)))], d);
    y += lead;
    if cash {
        row(
            y,
            t,
            &[
                ("", x0, full * 0.5, L, "Rendu"),
                ("", x0 + full * 0.5, full * 0.5, R, &format!("{} €", sum(given - total))),
            ],
            d,
        );
        y += lead;
    }
    y += lead * 0.4;
    for (rate, base, tax) in taxes(items) {
        put("", (x0, y, full), &format!("TVA {} sur {} : {}", percent(rate), sum(base), sum(tax)), t, L, d);
        y += lead;
    }
    y += lead * 0.6;
    for words in
        ["Échange sous 15 jours avec ce ticket.", "Ni repris, ni remboursé en espèces.", "Merci de votre confiance"]
    {
        put("", (x0, y, full), words, t, C, d);
        y += lead;
    }
}
