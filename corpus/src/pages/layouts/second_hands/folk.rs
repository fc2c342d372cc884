//! Places, persons with a home, firms, and days, as these pages tell of them.
//!
//! Responsible for facts that agree. Not responsible for where they stand.

use crate::pages::layouts::facts::{Day, Someone, figures, written};
use crate::rng::Rng;
use crate::text::{capitals, codes, plain};

/// A small town with whatever offices are named after: its department, the seat of it, the administrative court.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) code: &'static str,
    pub(super) town: &'static str,
    pub(super) dept: &'static str,
    pub(super) seat: &'static str,
    pub(super) court: &'static str,
}

const PLACES: &[[&str; 5]] = &[
    ["12400", "Saint-Affrique", "de l'Aveyron", "Rodez", "Toulouse"],
    ["46300", "Gourdon", "du Lot", "Cahors", "Toulouse"],
    ["29270", "Carhaix-Plouguer", "du Finistère", "Quimper", "Rennes"],
    ["88300", "Neufchâteau", "des Vosges", "Épinal", "Nancy"],
    ["39200", "Saint-Claude", "du Jura", "Lons-le-Saunier", "Besançon"],
    ["65200", "Bagnères-de-Bigorre", "des Hautes-Pyrénées", "Tarbes", "Pau"],
    ["23200", "Aubusson", "de la Creuse", "Guéret", "Limoges"],
    ["36100", "Issoudun", "de l'Indre", "Châteauroux", "Limoges"],
    ["70300", "Luxeuil-les-Bains", "de la Haute-Saône", "Vesoul", "Besançon"],
    ["05200", "Embrun", "des Hautes-Alpes", "Gap", "Marseille"],
    ["59190", "Hazebrouck", "du Nord", "Lille", "Lille"],
    ["40500", "Saint-Sever", "des Landes", "Mont-de-Marsan", "Pau"],
    ["24200", "Sarlat-la-Canéda", "de la Dordogne", "Périgueux", "Bordeaux"],
    ["50200", "Coutances", "de la Manche", "Saint-Lô", "Caen"],
    ["67160", "Wissembourg", "du Bas-Rhin", "Strasbourg", "Strasbourg"],
    ["15100", "Saint-Flour", "du Cantal", "Aurillac", "Clermont-Ferrand"],
    ["07200", "Aubenas", "de l'Ardèche", "Privas", "Lyon"],
    ["22500", "Paimpol", "des Côtes-d'Armor", "Saint-Brieuc", "Rennes"],
    ["85200", "Fontenay-le-Comte", "de la Vendée", "La Roche-sur-Yon", "Nantes"],
    ["80100", "Abbeville", "de la Somme", "Amiens", "Amiens"],
    ["71400", "Autun", "de Saône-et-Loire", "Mâcon", "Dijon"],
    ["81600", "Gaillac", "du Tarn", "Albi", "Toulouse"],
    ["64400", "Oloron-Sainte-Marie", "des Pyrénées-Atlantiques", "Pau", "Pau"],
    ["26110", "Nyons", "de la Drôme", "Valence", "Grenoble"],
    ["61400", "Mortagne-au-Perche", "de l'Orne", "Alençon", "Caen"],
    ["89200", "Avallon", "de l'Yonne", "Auxerre", "Dijon"],
    ["11300", "Limoux", "de l'Aude", "Carcassonne", "Montpellier"],
    ["43100", "Brioude", "de la Haute-Loire", "Le Puy-en-Velay", "Clermont-Ferrand"],
    ["16100", "Cognac", "de la Charente", "Angoulême", "Poitiers"],
];

const STREETS: &[&str] = &[
    "rue du Lavoir", "chemin des Vignes", "impasse du Puits", "rue des Remparts", "place du Foirail",
    "route de Saint-Martin", "venelle des Ormes", "rue Basse", "rue de l'Ancien Couvent", "avenue du Stade",
    "quai de la Tannerie", "rue des Cordeliers", "allée des Noisetiers", "rue du Onze-Novembre", "faubourg Notre-Dame",
    "côte de la Justice", "rue Jean-Moulin", "rue Louise-Michel", "montée du Calvaire", "cours Gambetta",
];

impl Place {
    pub(super) fn random(rng: &mut Rng) -> Place {
        let [code, town, dept, seat, court] = rng.choose(PLACES);
        Place { code, town, dept, seat, court }
    }

    /// Postcode and town, in capitals or not.
    pub(super) fn line(&self, upper: bool) -> String {
        if upper {
            format!("{} {}", self.code, capitals(self.town, false).replace('-', " "))
        } else {
            format!("{} {}", self.code, self.town)
        }
    }

    /// A telephone number of the region.
    pub(super) fn phone(&self, rng: &mut Rng) -> String {
        let zone = match &self.code[..2] {
            "29" | "36" | "50" | "22" | "85" | "61" => '2',
            "88" | "39" | "70" | "59" | "67" | "80" | "71" | "89" => '3',
            "05" | "15" | "07" | "26" | "11" | "43" => '4',
            _ => '5',
        };
        let digits = codes::grouped(&format!("0{zone}{}", rng.digits(8)), &[2]);
        if rng.chance(0.3) { digits.replace(' ', ".") } else { digits }
    }
}

pub(super) fn street(rng: &mut Rng) -> String {
    match rng.below(7) {
        0 => format!("Lieu-dit {}", rng.pick(&["Le Bois Joli", "Kervern", "La Grange Neuve", "Les Combettes"])),
        1 => format!("{} bis {}", rng.between(1, 60), rng.pick(STREETS)),
        2 => format!("{}, {}", rng.between(1, 90), rng.pick(STREETS)),
        _ => format!("{} {}", rng.between(1, 120), rng.pick(STREETS)),
    }
}

/// Small letters and figures of a name, as in an address of the net.
pub(super) fn slug(name: &str) -> String {
    let text: String = name.chars().map(plain).collect::<String>().to_lowercase();
    text.replace('œ', "oe").chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A person with a home.
pub(super) struct Home {
    pub(super) who: Someone,
    pub(super) street: String,
    pub(super) place: Place,
}

impl Home {
    pub(super) fn random(rng: &mut Rng) -> Home {
        Home { who: Someone::born(rng, 1942, 1999), street: street(rng), place: Place::random(rng) }
    }

    /// The name as letters are addressed: 0 `M. Jean MARTIN`, 1 `Monsieur Jean Martin`, 2 `MME MARTIN JEANNE`.
    pub(super) fn called(&self, style: usize) -> String {
        match style {
            0 => format!("{} {}", self.who.title(false), self.who.full()),
            1 => format!("{} {} {}", self.who.title(true), self.who.firsts[0], self.who.last),
            _ => capitals(&format!("{} {} {}", self.who.agree("M", "Mme"), self.who.last, self.who.firsts[0]), false),
        }
    }

    /// Name, street, town.
    pub(super) fn lines(&self, style: usize) -> Vec<String> {
        let street = if style == 2 { capitals(&self.street, false) } else { self.street.clone() };
        vec![self.called(style), street, self.place.line(style != 1)]
    }
}

/// A firm with whatever its papers say of it.
pub(super) struct Firm {
    pub(super) name: String,
    pub(super) form: &'static str,
    pub(super) street: String,
    pub(super) place: Place,
    pub(super) siren: String,
    pub(super) siret: String,
    pub(super) vat: String,
    pub(super) ape: String,
    pub(super) phone: String,
    pub(super) mail: String,
    pub(super) capital: u64,
}

impl Firm {
    pub(super) fn new(name: &str, ape: &str, rng: &mut Rng) -> Firm {
        let place = Place::random(rng);
        let siren = codes::siren(rng);
        let mail = match rng.below(3) {
            0 => format!("{}@{}.fr", rng.pick(&["contact", "compta", "accueil", "devis"]), slug(name)),
            1 => format!("{}@{}", slug(name), rng.pick(&["orange.fr", "wanadoo.fr", "gmail.com"])),
            _ => format!("info@{}.com", slug(name)),
        };
        Firm {
            name: name.to_owned(),
            form: rng.choose(&["SARL", "SAS", "EURL", "SA", "SASU", "SCOP SARL"]),
            street: if rng.chance(0.3) { "ZA de Bellevue".to_owned() } else { street(rng) },
            place,
            siret: codes::siret(&siren, rng),
            vat: codes::vat(&siren),
            siren,
            ape: ape.to_owned(),
            phone: place.phone(rng),
            mail,
            capital: rng.choose(&[5_000, 7_622, 8_000, 15_245, 38_112, 50_000, 120_000]),
        }
    }

    pub(super) fn lines(&self, upper: bool) -> Vec<String> {
        vec![self.name.clone(), self.street.clone(), self.place.line(upper)]
    }

    /// Form, capital and register, as at the foot of its papers.
    pub(super) fn legal(&self) -> String {
        format!(
            "{} au capital de {} € - RCS {} {} - APE {}",
            self.form,
            codes::thousands(self.capital, " "),
            self.place.seat,
            codes::grouped(&self.siren, &[3]),
            self.ape
        )
    }
}

/// So many days on.
pub(super) fn later((mut y, mut m, mut d): Day, days: i64) -> Day {
    d += days;
    loop {
        let length = match m {
            2 if y % 4 == 0 => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if d <= length {
            return (y, m, d);
        }
        (d, m) = (d - length, m + 1);
        if m > 12 {
            (y, m) = (y + 1, 1);
        }
    }
}

/// A day in the spelling that a page keeps to: 0 to 2 `12/03/2024`, 3 `12.03.2024`, 4 `12 mars 2024`, 5 `12/03/24`.
pub(super) fn say(style: usize, day: Day) -> String {
    match style {
        0..=2 => figures(day, "/"),
        3 => figures(day, "."),
        4 => written(day),
        _ => format!("{:02}/{:02}/{:02}", day.2, day.1, day.0 % 100),
    }
}

/// The last day of a month.
pub(super) fn month_end((y, m): (i64, i64)) -> Day {
    let next = later((y, m, 1), 27);
    (0..4).map(|n| later(next, n)).filter(|day| day.1 == m).max().unwrap_or(next)
}

/// A person of this sex.
pub(super) fn one_of(sex: char, rng: &mut Rng) -> Someone {
    let mut who = Someone::random(rng);
    while who.sex != sex {
        who = Someone::random(rng);
    }
    who
}
