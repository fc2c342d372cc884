//! Goods and works that are ordered, delivered, offered and invoiced, with sums that add up; the blocks such papers share.

use super::trade_kit::{Cell, Coin, Firm, Look, Person, Place, beside, cell, put};
use crate::pages::desk::Desk;
use crate::rng::Rng;

/// A trade: names of its firms, and what they sell as wording, unit and price in cents.
pub(super) struct Trade {
    names: &'static [&'static str],
    goods: &'static [(&'static str, &'static str, i64)],
}

pub(super) const BUILDING: Trade = Trade {
    names: &[
        "Couverture Delmas", "Bâti-Rénov 47", "Établissements Pouget", "Chauffage du Trégor", "SOTRAVEL",
        "Kaya Façades", "Menuiseries du Haut-Doubs", "Ferronnerie Sabatier & Fils", "Élec'Azur",
    ],
    goods: &[
        ("Dépose de l'ancienne couverture, évacuation en décharge", "m²", 2_850),
        ("Fourniture et pose liteaux sapin traité classe 2", "m²", 1_420),
        ("Tuiles terre cuite grand moule rouge vieilli", "m²", 3_890),
        ("Gouttière zinc demi-ronde développé 25", "ml", 4_650),
        ("Échafaudage : montage, location, démontage", "Ens", 98_000),
        ("Radiateur acier type 22 H600 L1000, robinet thermostatique", "U", 41_250),
        ("Tableau électrique 3 rangées pré-équipé", "U", 62_900),
        ("Enduit de façade monocouche gratté ton pierre", "m²", 4_400),
        ("Main d'œuvre plombier qualifié", "h", 4_800),
        ("Volet roulant monobloc PVC blanc 120 x 135", "U", 35_780),
    ],
};
pub(super) const SUPPLIES: Trade = Trade {
    names: &[
        "BURO-PLUS DISTRIBUTION", "Papeteries du Velay", "Charpentier Négoce", "Quincaillerie Mérignac",
        "HYGIÈNE OUEST", "Grossiste Vert & Fleurs", "Sodimat Pro", "Comptoir Picard du Froid",
        "Brasserie-Boissons Klein",
    ],
    goods: &[
        ("Ramette papier blanc A4 80g - carton de 5", "CT", 2_195),
        ("Classeur à levier dos 80 mm bleu", "PCE", 289),
        ("Cartouche toner noir compatible 3000 p.", "PCE", 5_490),
        ("Essuie-mains ouate 2 plis - lot de 20", "LOT", 2_960),
        ("Liquide vaisselle concentré bidon 5 L", "BID", 1_145),
        ("Vis aggloméré 4,5x50 boîte de 500", "BTE", 1_780),
        ("Gants nitrile taille 9 - boîte de 100", "BTE", 890),
        ("Chaise empilable coque grise", "PCE", 4_350),
        ("Ampoule LED E27 9W 2700K", "PCE", 399),
        ("Sac poubelle 110 L noir - rouleau de 25", "RLX", 645),
        ("Film étirable manuel 500 mm", "RLX", 780),
    ],
};
pub(super) const SERVICES: Trade = Trade {
    names: &[
        "Agence Kornog", "Studio Petit Pois", "Numérik & Co", "CABINET ARTEMIS CONSEIL", "Formalis", "Traduc'Est",
        "Les Ateliers du Pixel", "BET Fluides Aquitaine", "Propreté Services 13",
    ],
    goods: &[
        ("Conception de la charte graphique", "forfait", 145_000),
        ("Développement du site vitrine (5 pages)", "forfait", 210_000),
        ("Maintenance applicative mensuelle", "mois", 18_000),
        ("Journée de conseil sur site", "jour", 72_000),
        ("Formation bureautique, groupe de 8 personnes", "jour", 98_000),
        ("Traduction anglais-français, au mot", "mot", 14),
        ("Nettoyage des bureaux, passage quotidien", "mois", 64_500),
        ("Frais de déplacement", "km", 52),
        ("Étude thermique réglementaire", "forfait", 88_000),
    ],
};
pub(super) const GARAGE: Trade = Trade {
    names: &[
        "Garage de la Rocade", "AUTO SERVICE BERTHIER", "Carrosserie Lopez", "Garage du Pont Neuf", "Motoculture Aunis",
    ],
    goods: &[
        ("Vidange huile 5W30 + filtre", "", 8_900),
        ("Plaquettes de frein avant (jeu)", "", 6_450),
        ("Disques de frein avant (x2)", "", 11_800),
        ("Filtre à air", "", 2_390),
        ("Batterie 12V 70Ah", "", 13_500),
        ("Pneu 205/55 R16 91V monté équilibré", "", 8_640),
        ("M.O. mécanique T1", "", 6_200),
        ("Contrôle géométrie train avant", "", 5_900),
        ("Forfait recyclage déchets", "", 350),
    ],
};

/// Towns and other public buyers.
pub(super) const PUBLIC_BUYERS: &[&str] = &[
    "COMMUNE DE LANGOGNE",
    "Ville de Hazebrouck",
    "Communauté de communes du Pays d'Olmes",
    "Département de la Corrèze",
    "CENTRE HOSPITALIER DE PONTIVY",
    "SIVOM de la Vallée de l'Ubaye",
    "Lycée Marguerite Yourcenar",
    "EHPAD Les Bruyères",
    "Mairie de Sélestat",
    "Université de Pau et des Pays de l'Adour",
];

impl Trade {
    pub(super) fn firm(&self, rng: &mut Rng) -> Firm {
        Firm::named(self.names, rng)
    }

    /// Some of the goods, so many of each.
    pub(super) fn sale(&self, rng: &mut Rng, most: i64) -> Sale {
        let rate = rng.choose(&[2000, 2000, 2000, 1000, 550]);
        let mut goods: Vec<_> = self.goods.to_vec();
        let mut items = Vec::new();
        for _ in 0..rng.between(2, most.min(goods.len() as i64)) {
            let at = rng.below(goods.len());
            let (what, unit, price) = goods.remove(at);
            let price = price * rng.between(82, 125) / 100;
            let count = match price {
                0..=99 => rng.between(100, 2500),
                100..=9_999 => rng.between(1, 45),
                _ => rng.between(1, 4),
            };
            let reference = format!("{}{}", rng.pick(&["", "A", "FR-", "7"]), rng.digits(5));
            items.push(Item { reference, what, unit, price, count });
        }
        let ht: i64 = items.iter().map(Item::total).sum();
        let tva = (ht * rate + 5_000) / 10_000;
        Sale { items, ht, tva, rate }
    }
}

pub(super) struct Item {
    pub(super) reference: String,
    pub(super) what: &'static str,
    pub(super) unit: &'static str,
    pub(super) price: i64,
    pub(super) count: i64,
}

impl Item {
    pub(super) fn total(&self) -> i64 {
        self.price * self.count
    }
}

pub(super) struct Sale {
    pub(super) items: Vec<Item>,
    pub(super) ht: i64,
    pub(super) tva: i64,
    /// Hundredths of a per cent.
    pub(super) rate: i64,
}

impl Sale {
    pub(super) fn ttc(&self) -> i64 {
        self.ht + self.tva
    }

    /// `20,00`, `5,5`.
    pub(super) fn percent(&self, long: bool) -> String {
        if long || self.rate % 100 != 0 {
            format!("{},{}", self.rate / 100, if long { "00" } else { "5" }).replace("5,00", "5,50")
        } else {
            (self.rate / 100).to_string()
        }
    }

    /// Rows of reference, wording, number, unit, price, total.
    pub(super) fn rows(&self, coin: Coin) -> Vec<Vec<Cell>> {
        let row = |i: &Item| {
            vec![
                cell(&i.reference),
                cell(i.what),
                cell(i.count.to_string()),
                cell(i.unit),
                cell(coin.spell(i.price)),
                cell(coin.spell(i.total())),
            ]
        };
        self.items.iter().map(row).collect()
    }

    /// What the labels of the sums say, and the sums, in the order of most papers.
    pub(super) fn sums(&self, coin: Coin, rng: &mut Rng) -> Vec<(&'static str, String, String)> {
        let rate = self.percent(rng.chance(0.4));
        let tva = match rng.below(4) {
            0 => "Total TVA".to_owned(),
            1 => format!("TVA ({rate}%)"),
            2 => format!("TVA {rate} %"),
            _ => "Montant TVA".to_owned(),
        };
        let ht = rng.pick(&["Total HT", "TOTAL HT", "Montant HT", "Total H.T.", "Total net HT"]);
        let ttc =
            rng.pick(&["Total TTC", "TOTAL TTC", "Montant TTC", "Total T.T.C.", "Net à payer TTC", "NET A PAYER"]);
        vec![
            ("total_ht", ht.to_owned(), coin.spell(self.ht)),
            ("total_tva", tva, coin.spell(self.tva)),
            ("total_ttc", ttc.to_owned(), coin.spell(self.ttc())),
        ]
    }
}

/// Sums under one another, labels at the left of the column and figures at its right; the last one bold. Returns the next
/// baseline.
pub(super) fn sums(
    d: &mut Desk<'_, '_>,
    l: &Look,
    (x0, x1): (f32, f32),
    mut y: f32,
    rows: &[(&'static str, String, String)],
    boxed: bool,
) -> f32 {
    let (top, step) = (y - l.n.size * 1.3, l.n.size * 1.7);
    for (i, (name, label, text)) in rows.iter().enumerate() {
        let t = if i + 1 == rows.len() { &l.b } else { &l.n };
        put(d, x0 + 4.0, y, (x1 - x0) * 0.56, label, t);
        let figures = super::trade_kit::fitting(d, text, t, (x1 - x0) * 0.4);
        d.value_right(name, x1 - 4.0, y, text, &figures);
        if boxed {
            d.rule(x0, y + l.n.size * 0.4, x1, y + l.n.size * 0.4, 0.4);
        }
        y += step;
    }
    if boxed {
        d.c.frame(x0, top, x1, y - step + l.n.size * 0.4, 0.7);
    }
    y
}

/// Where to pay to: IBAN and BIC as they stand at the foot of a paper. Returns the next baseline.
pub(super) fn bank(d: &mut Desk<'_, '_>, l: &Look, (x, y, room): (f32, f32, f32), firm: &Firm) -> f32 {
    let colon = d.rng.pick(&[" :", ":", ""]);
    beside(d, "iban", x, 0.0, y, room, (&format!("IBAN{colon}"), &firm.iban), (&l.s, &l.s));
    let label = d.rng.pick(&["BIC", "BIC", "Code BIC", "BIC/SWIFT"]);
    beside(d, "bic", x, 0.0, y + l.s.size * 1.4, room, (&format!("{label}{colon}"), &firm.bic), (&l.s, &l.s));
    y + l.s.size * 2.8
}

/// Who buys: name and address, of a firm, someone private, or a public body.
pub(super) fn buyer(rng: &mut Rng) -> Vec<String> {
    let place = Place::random(rng);
    let mut lines = match rng.below(4) {
        0 => vec![Person::random(rng).titled(rng)],
        1 => vec![rng.pick(PUBLIC_BUYERS).to_owned()],
        2 => vec![SUPPLIES.firm(rng).name, format!("À l'attention de {}", Person::random(rng).titled(rng))],
        _ => {
            let firm = BUILDING.firm(rng);
            vec![format!("{} {}", firm.form, firm.name)]
        }
    };
    lines.extend(place.lines(rng));
    lines
}
