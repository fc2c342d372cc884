//! What firms of some trades sell, and sums of it that add up.

use crate::pages::layouts::facts::sum;
use crate::rng::Rng;
use crate::text::codes;

/// A good: code, name, unit, price in cents, tax rate in hundredths of a percent.
pub(super) type Good = (&'static str, &'static str, &'static str, u64, u64);

/// A trade: names of firms, their activity code, what they say they do, what they sell.
pub(super) struct Trade {
    pub(super) names: &'static [&'static str],
    pub(super) ape: &'static str,
    pub(super) slogan: &'static str,
    pub(super) goods: &'static [Good],
}

pub(super) const FARM: Trade = Trade {
    names: &["Coopérative de la Dourbie", "Ets Roucayrol et Fils", "Agri Services du Causse", "Négoce Saint-Éloi"],
    ape: "4621Z",
    slogan: "Céréales - Aliments du bétail - Fournitures agricoles",
    goods: &[
        ("AL2040", "Aliment brebis lactation 18 % granulés", "kg", 39, 1000),
        ("SM1105", "Semence ray-grass hybride certifiée", "kg", 415, 1000),
        ("EN3300", "Ammonitrate 33,5 big bag 600 kg", "BB", 31_850, 2000),
        ("CL0612", "Fil lisse galvanisé 2,7 mm rouleau 25 kg", "RL", 6_240, 2000),
        ("CL0655", "Piquet acacia 1,80 m diamètre 10/12", "U", 585, 2000),
        ("MN0221", "Pierre à sel complète 10 kg", "U", 745, 1000),
        ("HY4410", "Désinfectant matériel de traite bidon 22 kg", "BD", 5_690, 2000),
        ("VT7800", "Botte de travail PVC vert pointure 43", "PR", 2_390, 2000),
        ("FI9002", "Ficelle lieuse 350 m/kg carton de 2", "CT", 4_875, 2000),
    ],
};

pub(super) const WOOD: Trade = Trade {
    names: &["Menuiserie Le Floc'h", "Charpente Bessière", "Ateliers du Haut-Bois", "Scierie Vuillemin Frères"],
    ape: "4332A",
    slogan: "Menuiserie - Charpente - Agencement - Escaliers",
    goods: &[
        ("M101", "Dépose soignée de l'ancienne menuiserie et évacuation en déchetterie", "u", 9_500, 1000),
        ("M204", "Fenêtre chêne 2 vantaux 1250 x 1150, double vitrage 4/16/4 argon", "u", 78_400, 1000),
        ("M207", "Porte-fenêtre chêne 2 vantaux 2150 x 1400, seuil aluminium", "u", 132_000, 1000),
        ("M310", "Volets battants à barres et écharpes, sapin du Nord, la paire", "u", 41_650, 1000),
        ("M415", "Habillage intérieur et calfeutrement en périphérie", "ml", 1_420, 1000),
        ("M502", "Parquet massif châtaignier 120 x 21 mm posé sur lambourdes", "m²", 7_860, 1000),
        ("M611", "Plinthe chêne assortie 70 x 15 mm", "ml", 990, 1000),
        ("M900", "Lasure microporeuse, deux couches, teinte au choix", "m²", 1_875, 1000),
    ],
};

pub(super) const GARAGE: Trade = Trade {
    names: &["Garage des Quatre Routes", "Auto Bilan Morvan", "Garage Etcheverry", "Carrosserie du Viaduc"],
    ape: "4520A",
    slogan: "Mécanique - Carrosserie - Pneumatiques - Dépannage 7j/7",
    goods: &[
        ("MO1", "Main d'oeuvre mécanique T1", "h", 6_200, 2000),
        ("0451103318", "Filtre à huile", "u", 1_149, 2000),
        ("HUI5W30", "Huile moteur 5W30 C3", "l", 1_290, 2000),
        ("GDB1692", "Jeu de plaquettes de frein avant", "u", 5_836, 2000),
        ("DF4294", "Disque de frein ventilé", "u", 4_705, 2000),
        ("VALEO574", "Balais d'essuie-glace avant, le jeu", "u", 3_120, 2000),
        ("LR4", "Liquide de refroidissement -35", "l", 475, 2000),
        ("DIV", "Forfait recyclage et petites fournitures", "u", 690, 2000),
    ],
};

pub(super) const OFFICE: Trade = Trade {
    names: &["Papeterie Buro Centre", "Sud-Ouest Fournitures", "Alpes Bureautique", "Comptoir du Scolaire"],
    ape: "4666Z",
    slogan: "Fournitures scolaires et de bureau - Mobilier - Impression",
    goods: &[
        ("171204", "Ramette papier A4 80 g blanc, carton de 5", "CT", 2_249, 2000),
        ("330518", "Classeur à levier dos 75 mm bleu", "U", 298, 2000),
        ("402277", "Cahier 24 x 32 grands carreaux 96 pages", "U", 169, 2000),
        ("118846", "Toner noir compatible 3 000 pages", "U", 5_490, 2000),
        ("500912", "Feutres effaçables pointe moyenne, pochette de 4", "PO", 615, 2000),
        ("288103", "Corbeille à courrier grise empilable", "U", 379, 2000),
        ("610444", "Chaise visiteur coque polypropylène", "U", 4_180, 2000),
        ("955001", "Pile alcaline AA, lot de 12", "LOT", 845, 2000),
        ("733209", "Enveloppe 110 x 220 fenêtre, boîte de 500", "BT", 1_960, 2000),
    ],
};

pub(super) const FOOD: Trade = Trade {
    names: &["Fromagerie des Deux Lacs", "Salaisons Pourtalet", "Marée de l'Arvor", "Primeurs Vaillant et Cie"],
    ape: "4638B",
    slogan: "Grossiste en produits frais - Restauration et collectivités",
    goods: &[
        ("F012", "Comté AOP 12 mois, quart de meule", "kg", 1_485, 550),
        ("F033", "Reblochon fermier 450 g", "pc", 612, 550),
        ("C104", "Jambon sec affiné 9 mois désossé", "kg", 1_390, 550),
        ("C118", "Saucisse fraîche aux herbes", "kg", 842, 550),
        ("L201", "Crème fraîche épaisse 30 % seau 5 l", "pc", 1_975, 550),
        ("L209", "Beurre doux plaque 82 %", "kg", 796, 550),
        ("P310", "Pomme de terre Agata calibre 50/75", "kg", 92, 550),
        ("E400", "Barquette alimentaire 500 cc, paquet de 50", "pc", 718, 2000),
    ],
};

pub(super) const HEAT: Trade = Trade {
    names: &["Plomberie Chauffage Aguirre", "Thermi-Confort", "Ets Schaeffer", "Sanitaire du Bessin"],
    ape: "4322A",
    slogan: "Plomberie - Chauffage - Sanitaire - Énergies renouvelables",
    goods: &[
        ("CH-PAC8", "Pompe à chaleur air/eau 8 kW, unité extérieure et module hydraulique", "u", 689_000, 550),
        ("CH-BAL", "Ballon d'eau chaude sanitaire 200 l inox", "u", 142_500, 550),
        ("CH-MES", "Mise en service par technicien agréé", "ft", 28_000, 550),
        ("PL-CU22", "Tube cuivre 22 x 1 posé, raccords et colliers compris", "ml", 2_480, 1000),
        ("PL-VAN", "Vanne d'arrêt quart de tour 3/4", "u", 2_360, 1000),
        ("RA-1000", "Radiateur acier 1000 W avec robinet thermostatique", "u", 31_200, 1000),
        ("EL-PRO", "Ligne électrique dédiée et protection au tableau", "ft", 34_500, 1000),
        ("DE-FIO", "Neutralisation et dépose de la cuve à fioul", "ft", 96_000, 1000),
    ],
};

/// A line of a bill; the quantity in hundredths.
pub(super) struct Item {
    pub(super) good: Good,
    pub(super) quantity: u64,
    pub(super) amount: u64,
}

impl Item {
    pub(super) fn count(&self) -> String {
        if self.quantity.is_multiple_of(100) { (self.quantity / 100).to_string() } else { sum(self.quantity) }
    }
}

/// Lines, sums by rate of tax (rate, net, tax), and all of them.
pub(super) struct Bill {
    pub(super) items: Vec<Item>,
    pub(super) rates: Vec<(u64, u64, u64)>,
    pub(super) net: u64,
    pub(super) tax: u64,
    pub(super) all: u64,
}

impl Bill {
    pub(super) fn random(trade: &Trade, count: usize, rng: &mut Rng) -> Bill {
        let skip = trade.goods.len().saturating_sub(count);
        let mut left_out: Vec<usize> = Vec::new();
        while left_out.len() < skip {
            let i = rng.below(trade.goods.len());
            if !left_out.contains(&i) {
                left_out.push(i);
            }
        }
        let garage = trade.ape == GARAGE.ape;
        let mut items = Vec::new();
        for (i, good) in trade.goods.iter().enumerate() {
            if left_out.contains(&i) {
                continue;
            }
            let quantity = match good.2 {
                "l" if garage => rng.between(7, 13) as u64 * 50,
                "kg" | "m²" | "ml" | "l" => rng.between(8, 90) as u64 * 50,
                "h" => rng.between(2, 12) as u64 * 25,
                "u" if garage => rng.between(1, 2) as u64 * 100,
                "ft" => 100,
                _ if good.3 > 100_000 => 100,
                _ if good.3 > 20_000 => rng.between(1, 3) as u64 * 100,
                _ => rng.between(1, 12) as u64 * 100,
            };
            items.push(Item { good: *good, quantity, amount: (quantity * good.3 + 50) / 100 });
        }
        let mut rates: Vec<(u64, u64, u64)> = Vec::new();
        for rate in [550, 1000, 2000] {
            let net: u64 = items.iter().filter(|i| i.good.4 == rate).map(|i| i.amount).sum();
            if net > 0 {
                rates.push((rate, net, (net * rate + 5000) / 10_000));
            }
        }
        let (net, tax) = (rates.iter().map(|r| r.1).sum(), rates.iter().map(|r| r.2).sum());
        Bill { items, rates, net, tax, all: net + tax }
    }

    /// How the rates are named together: `20 %`, or nothing where there are several.
    pub(super) fn only_rate(&self) -> Option<String> {
        if let [(rate, ..)] = self.rates[..] { Some(format!("{} %", percent(rate))) } else { None }
    }
}

/// `20`, `5,5`.
pub(super) fn percent(rate: u64) -> String {
    match (rate / 100, rate % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole},{}", rest / 10),
    }
}

/// A bank: its name, its number, its identifier, how it calls its branches.
pub(super) type Bank = (&'static str, &'static str, &'static str, &'static str);

pub(super) const BANKS: &[Bank] = &[
    ("Crédit Mutuel", "10278", "CMCIFR2A", "CCM"),
    ("CIC Ouest", "30047", "CMCIFRPP", "CIC"),
    ("Banque Populaire Grand Ouest", "13807", "CCBPFRPPNAN", "BPGO"),
    ("Caisse d'Épargne Bretagne - Pays de Loire", "14445", "CEPAFRPP444", "AGENCE"),
    ("Crédit Coopératif", "42559", "CCOPFRPPXXX", "CC"),
    ("Crédit Agricole Pyrénées Gascogne", "16906", "AGRIFRPP869", "CA"),
    ("Crédit Agricole du Morbihan", "16006", "AGRIFRPP860", "CA"),
    ("Société Marseillaise de Crédit", "30077", "SMCTFR2A", "SMC"),
    ("Banque Tarneaud", "10558", "TARNFR2L", "TARNEAUD"),
    ("Banque Palatine", "40978", "BSPFFRPPXXX", "PALATINE"),
    ("BRED Banque Populaire", "10107", "BREDFRPPXXX", "BRED"),
    ("Crédit Mutuel de Bretagne", "15589", "CMBRFR2B", "CCM"),
];

/// An account at a bank of this number, its key right.
pub(super) fn account(bank: &str, rng: &mut Rng) -> codes::Account {
    let (branch, number) = (format!("0{}", rng.digits(4)), rng.digits(11));
    // 89, 15 and 3 are what the parts weigh modulo 97; all are digits.
    let value = |digits: &str| digits.parse::<u64>().unwrap_or_default() % 97;
    let key = 97 - (89 * value(bank) + 15 * value(&branch) + 3 * value(&number)) % 97;
    codes::Account { bank: bank.to_owned(), branch, number, key: format!("{key:02}") }
}
