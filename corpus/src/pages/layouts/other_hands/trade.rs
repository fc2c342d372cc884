//! What firms sell: trades with their wares, and baskets whose totals agree.

use super::stationery::{Firm, surname};
use crate::rng::Rng;

/// A ware: description, unit, price without tax in cents, detail printed under it at times.
type Ware = (&'static str, &'static str, u64, &'static str);

/// A trade: names of firms, class of activity, motto, tax rates in thousandths, wares.
pub(super) struct Trade {
    names: &'static [&'static str],
    ape: &'static str,
    pub(super) motto: &'static str,
    rates: &'static [u64],
    wares: &'static [Ware],
}

const TRADES: &[Trade] = &[
    Trade {
        names: &["{} Chauffage", "Plomberie {}", "Ets {} et Fils", "Thermi {}"],
        ape: "4322A",
        motto: "Plomberie - Chauffage - Sanitaire - Dépannage",
        rates: &[100, 100, 200],
        wares: &[
            ("Dépose ancien chauffe-eau et évacuation", "F", 9500, "y compris mise en décharge"),
            ("Chauffe-eau électrique 200 L vertical mural", "U", 48900, "garantie cuve 5 ans"),
            ("Groupe de sécurité 3/4 inox", "U", 3890, ""),
            ("Tube cuivre écroui 14/16", "ML", 1150, ""),
            ("Raccordement électrique et hydraulique", "F", 18000, ""),
            ("Main d'œuvre plombier", "H", 4800, ""),
            ("Mitigeur évier bec haut chromé", "U", 12650, "cartouche céramique"),
            ("Radiateur acier type 22 - 600 x 1000", "U", 21480, ""),
            ("Remplacement vanne d'arrêt", "U", 5600, ""),
            ("Forfait déplacement zone 2", "F", 3500, ""),
            ("Receveur extra-plat 90 x 90 blanc", "U", 23900, ""),
        ],
    },
    Trade {
        names: &["{} Informatique", "Micro {} Services", "{} Réseaux & Systèmes", "Digital Conseil {}"],
        ape: "6202A",
        motto: "Vente, installation et maintenance de matériel informatique",
        rates: &[200],
        wares: &[
            ("PC portable 15,6'' i5 16 Go SSD 512 Go", "U", 74900, "clavier AZERTY, garantie 2 ans sur site"),
            ("Écran 24'' IPS pied réglable", "U", 16490, ""),
            ("Station d'accueil USB-C", "U", 13900, ""),
            ("Licence antivirus 1 an - 5 postes", "U", 11990, ""),
            ("Intervention sur site (technicien)", "H", 7200, ""),
            ("Switch 24 ports gigabit rackable", "U", 21900, ""),
            ("Câble RJ45 cat. 6 - 3 m", "U", 490, ""),
            ("Onduleur 850 VA", "U", 12900, ""),
            ("Sauvegarde externalisée 500 Go - abonnement", "Mois", 2900, ""),
            ("Toner noir haute capacité", "U", 8450, ""),
            ("Paramétrage messagerie par poste", "U", 3500, ""),
        ],
    },
    Trade {
        names: &["Imprimerie {}", "{} Graphic", "Repro {}", "L'Atelier {}"],
        ape: "1812Z",
        motto: "Impression offset et numérique - Signalétique",
        rates: &[200],
        wares: &[
            ("Cartes de visite 85 x 55 quadri R/V - 500 ex.", "LOT", 6900, "couché mat 350 g, pelliculage"),
            ("Flyers A5 135 g - 2 500 ex.", "LOT", 18900, ""),
            ("Carnets autocopiants 50 x 3 A4", "U", 1420, "numérotés, couverture rabat"),
            ("Bâche PVC 510 g - 300 x 100 cm", "U", 9800, "ourlets et œillets"),
            ("Création graphique / mise en page", "H", 5500, ""),
            ("Enveloppes 110 x 220 avec fenêtre - 1 000 ex.", "LOT", 11200, ""),
            ("Affiches A2 brillant", "U", 310, ""),
            ("Tampon encreur 5 lignes", "U", 3450, ""),
            ("Brochure 16 pages A4 piqûre métal", "U", 285, ""),
        ],
    },
    Trade {
        names: &["Jardins {}", "{} Paysages", "Espaces Verts {}"],
        ape: "8130Z",
        motto: "Création et entretien de parcs et jardins",
        rates: &[200, 200, 100],
        wares: &[
            ("Tonte des pelouses et finitions", "M2", 35, "évacuation des déchets comprise"),
            ("Taille de haie 2 faces + dessus", "ML", 480, ""),
            ("Terre végétale criblée livrée", "M3", 4200, ""),
            ("Gazon en plaques fourniture et pose", "M2", 1150, ""),
            ("Abattage d'un cèdre avec démontage", "F", 68000, "nacelle comprise"),
            ("Charmille 100/125 racines nues", "U", 390, ""),
            ("Paillage écorces de pin 20/40", "M3", 8900, ""),
            ("Bordure béton T2 posée", "ML", 2650, ""),
            ("Mise à disposition benne 8 m3", "U", 24000, ""),
        ],
    },
    Trade {
        names: &["Bureau Pro {}", "Papeterie {}", "{} Fournitures", "Collectivités {}"],
        ape: "4665Z",
        motto: "Tout pour le bureau, l'école et les collectivités",
        rates: &[200],
        wares: &[
            ("Ramette papier A4 80 g blanc (x5)", "CART", 2190, ""),
            ("Classeur à levier dos 80 mm assortis", "U", 265, ""),
            ("Stylo bille pointe moyenne bleu (x50)", "BTE", 1240, ""),
            ("Fauteuil de bureau synchrone noir", "U", 18900, "accoudoirs réglables"),
            ("Chemises 180 g 24 x 32 (x100)", "PAQ", 1180, ""),
            ("Cahier 24 x 32 96 p. grands carreaux", "U", 124, ""),
            ("Agrafeuse 30 feuilles", "U", 890, ""),
            ("Tableau blanc émaillé 90 x 120", "U", 9450, ""),
            ("Destructeur de documents coupe croisée", "U", 15900, ""),
            ("Enveloppes kraft 229 x 324 (x250)", "BTE", 2870, ""),
            ("Essuie-mains pliés 2 plis (carton)", "CART", 3240, ""),
        ],
    },
    Trade {
        names: &["Maison {}", "Primeurs {}", "{} Distribution", "Comptoir {}"],
        ape: "4631Z",
        motto: "Grossiste en produits alimentaires",
        rates: &[55, 55, 200],
        wares: &[
            ("Pommes de terre Charlotte cat. I", "KG", 125, "origine France"),
            ("Carottes lavées cat. I - sac 10 kg", "SAC", 890, ""),
            ("Yaourts nature x 16", "LOT", 312, ""),
            ("Emmental râpé 1 kg", "U", 745, ""),
            ("Huile de tournesol bidon 5 L", "U", 1190, ""),
            ("Filet de colin surgelé 5 kg", "CART", 4250, "FAO 67"),
            ("Farine T55 sac 25 kg", "SAC", 1690, ""),
            ("Vin de pays rouge - BIB 10 L", "U", 2240, ""),
            ("Haricots verts extra-fins boîte 5/1", "BTE", 585, ""),
            ("Café moulu pur arabica 1 kg", "U", 1140, ""),
        ],
    },
];

/// Something sold.
pub(super) struct Sold {
    pub(super) code: String,
    pub(super) what: &'static str,
    pub(super) detail: &'static str,
    pub(super) unit: &'static str,
    pub(super) count: u64,
    pub(super) price: u64,
    pub(super) rate: u64,
}

impl Sold {
    pub(super) fn amount(&self) -> u64 {
        self.count * self.price
    }

    /// `20,00`, `5,50`.
    pub(super) fn percent(&self) -> String {
        percent(self.rate)
    }
}

/// A rate in thousandths in per cent.
pub(super) fn percent(rate: u64) -> String {
    format!("{},{}0", rate / 10, rate % 10)
}

/// What was sold, with its sums in cents.
pub(super) struct Basket {
    pub(super) items: Vec<Sold>,
    pub(super) ht: u64,
    /// Rate, base and tax.
    pub(super) taxes: Vec<(u64, u64, u64)>,
    pub(super) tax: u64,
}

impl Basket {
    pub(super) fn ttc(&self) -> u64 {
        self.ht + self.tax
    }
}

/// A trade and a firm of it.
pub(super) fn seller(rng: &mut Rng) -> (&'static Trade, Firm) {
    let trade = &TRADES[rng.below(TRADES.len())];
    (trade, firm_of(trade, rng))
}

fn firm_of(trade: &Trade, rng: &mut Rng) -> Firm {
    let name = rng.pick(trade.names).replace("{}", &surname(rng));
    Firm::named(&name, trade.ape, rng)
}

/// Some of a trade's wares, each once.
pub(super) fn basket(trade: &Trade, least: i64, most: i64, rng: &mut Rng) -> Basket {
    let wanted = (rng.between(least, most) as usize).min(trade.wares.len());
    let from = rng.below(trade.wares.len());
    let rate = rng.choose(trade.rates);
    let start = rng.between(100, 8000);
    let lettered = rng.capital();
    let mut items = Vec::new();
    for i in 0..wanted {
        let (what, unit, price, detail) = trade.wares[(from + i) % trade.wares.len()];
        let count = match unit {
            "M2" => rng.between(40, 900),
            "ML" | "KG" => rng.between(6, 80),
            "F" => 1,
            _ if price > 20_000 => rng.between(1, 3),
            _ if price < 400 => rng.between(10, 120),
            _ => rng.between(1, 12),
        } as u64;
        // Prices differ from one list to the next.
        let price = price * rng.between(88, 115) as u64 / 100;
        let rate = if what.starts_with("Vin") { 200 } else { rate };
        let code = format!("{lettered}{:05}", start * 7 + 13 * ((from + i) % trade.wares.len()) as i64);
        items.push(Sold { code, what, detail, unit, count, price, rate });
    }
    let ht = items.iter().map(Sold::amount).sum();
    let mut taxes: Vec<(u64, u64, u64)> = Vec::new();
    for rate in [55, 100, 200] {
        let base: u64 = items.iter().filter(|i| i.rate == rate).map(Sold::amount).sum();
        if base > 0 {
            taxes.push((rate, base, (base * rate + 500) / 1000));
        }
    }
    let tax = taxes.iter().map(|t| t.2).sum();
    Basket { items, ht, taxes, tax }
}
