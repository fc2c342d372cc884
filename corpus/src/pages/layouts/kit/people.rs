//! Whom papers name: people with what papers say of them, and firms, offices and practices.

use super::pen::{Pen, f};
use crate::pages::layouts::facts::{self, Day};
use crate::rng::Rng;
use crate::text::{capitals, codes, plain};

const MEN: &[&str] = &[
    "Aurélien", "Bastien", "Jean-Yves", "Mathéo", "Abdelkader", "Fabrice", "Jérémie", "Léon", "Tanguy", "Moussa",
    "Pierre-Antoine", "Sylvain", "Régis", "Noël", "Ousmane", "Damien", "Emmanuel", "Rémi", "Yann", "Ludovic",
    "Ibrahim", "Mathurin", "Cyril", "Anthony", "Élie", "Hugo", "Marc-André", "Rachid", "Timothée", "Valentin", "Ángel",
    "Dimitri",
];
const WOMEN: &[&str] = &[
    "Héloïse", "Marie-Noëlle", "Séverine", "Aminata", "Capucine", "Édith", "Rose-Marie", "Ghislaine", "Khadija",
    "Laurence", "Maïwenn", "Odile", "Perrine", "Régine", "Sandrine", "Virginie", "Nadège", "Lucie", "Fatoumata",
    "Sarah", "Delphine", "Joséphine", "Béatrice", "Marie-Ange", "Léonie", "Karine", "Mireille", "Leïla", "Ana Maria",
    "Estelle", "Frédérique", "Gwladys",
];
const LAST: &[&str] = &[
    "Delacourt", "Le Floc'h", "Kerboul", "Ouazzani", "Etchegaray", "Vandenbroucke", "Castagnède", "Bréchet", "Diallo",
    "Fernandes", "Schaeffer", "Pélissier", "de Kermadec", "Rambaud", "Zidouni", "Bianchi", "Tran Van", "Hébrard",
    "Lagarrigue", "Ménétrier", "Coulibaly", "Pinçon", "Grosjean", "Villeneuve", "Chauvin", "Barthélemy", "Sabatier",
    "Le Guennec", "Desmoulins", "Wojcik", "Bouhaddi", "Jaubert-Roche", "Monnier", "Teixeira", "Quentric", "d'Aubigny",
    "Rakotomalala", "Peltier", "Sauvageot", "Tessier", "Crouzet", "Lhermitte", "Boissière", "Ferrandi", "Marsaudon",
];
const TOWNS: &[(&str, &str)] = &[
    ("22300", "Lannion"),
    ("64100", "Bayonne"),
    ("59140", "Dunkerque"),
    ("67600", "Sélestat"),
    ("20200", "Bastia"),
    ("46100", "Figeac"),
    ("71000", "Mâcon"),
    ("50100", "Cherbourg-en-Cotentin"),
    ("38200", "Vienne"),
    ("28000", "Chartres"),
    ("97122", "Baie-Mahault"),
    ("30100", "Alès"),
    ("88100", "Saint-Dié-des-Vosges"),
    ("16000", "Angoulême"),
    ("41000", "Blois"),
    ("60200", "Compiègne"),
    ("73100", "Aix-les-Bains"),
    ("39000", "Lons-le-Saunier"),
    ("85100", "Les Sables-d'Olonne"),
    ("47000", "Agen"),
    ("69200", "Vénissieux"),
    ("92150", "Suresnes"),
    ("35400", "Saint-Malo"),
    ("77100", "Meaux"),
    ("13400", "Aubagne"),
    ("62000", "Arras"),
    ("27000", "Évreux"),
    ("01000", "Bourg-en-Bresse"),
];
const STREETS: &[&str] = &[
    "rue des Remparts", "avenue du Maréchal Leclerc", "allée des Mésanges", "chemin du Lavoir", "rue Saint-Exupéry",
    "boulevard de Strasbourg", "quai des Chartrons", "impasse des Genêts", "rue Louise Michel",
    "place du Marché-aux-Blés", "route de Saint-Julien", "rue de l'Abreuvoir", "avenue Salvador Allende",
    "cours Mirabeau", "rue du Puits Salé", "résidence Les Peupliers", "rue Olympe de Gouges", "sentier des Vignes",
    "rue du Bourg-Neuf", "square Jean Moulin",
];

/// A street with its number.
pub(in crate::pages::layouts) fn street(rng: &mut Rng) -> String {
    let mark = if rng.chance(0.15) { " bis" } else { "" };
    format!("{}{mark}{} {}", rng.between(1, 148), if rng.chance(0.3) { "," } else { "" }, rng.pick(STREETS))
}

/// Postcode and name of a town.
pub(in crate::pages::layouts) fn town(rng: &mut Rng) -> (&'static str, &'static str) {
    rng.choose(TOWNS)
}

/// A person with all that papers say of one.
pub(in crate::pages::layouts) struct Who {
    pub(in crate::pages::layouts) first: &'static str,
    /// In capitals.
    pub(in crate::pages::layouts) last: String,
    pub(in crate::pages::layouts) woman: bool,
    pub(in crate::pages::layouts) birth: Day,
    pub(in crate::pages::layouts) nir: String,
    pub(in crate::pages::layouts) born_at: &'static str,
    pub(in crate::pages::layouts) home: [String; 2],
}

impl Who {
    /// Born in one of the years `from` to `to`.
    pub(in crate::pages::layouts) fn new(rng: &mut Rng, from: i64, to: i64) -> Who {
        let woman = rng.chance(0.5);
        let birth = facts::day(rng, from, to);
        let (code, born_at) = town(rng);
        let body = format!(
            "{}{:02}{:02}{}{:03}{:03}",
            if woman { 2 } else { 1 },
            birth.0 % 100,
            birth.1,
            if code.starts_with("97") || code.starts_with("20") { "75" } else { &code[..2] },
            rng.between(1, 500),
            rng.between(1, 700)
        );
        let key = 97 - body.parse::<u64>().unwrap_or_default() % 97;
        let (postcode, name) = town(rng);
        let name = if rng.chance(0.7) { capitals(name, rng.chance(0.5)) } else { name.to_owned() };
        Who {
            first: rng.choose(if woman { WOMEN } else { MEN }),
            last: capitals(rng.pick(LAST), true),
            woman,
            birth,
            nir: codes::grouped(&format!("{body}{key:02}"), &[1, 2, 2, 2, 3, 3, 2]),
            born_at,
            home: [street(rng), format!("{postcode} {name}")],
        }
    }

    /// `Jeanne DUPONT`.
    pub(in crate::pages::layouts) fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }

    /// `DUPONT Jeanne`.
    pub(in crate::pages::layouts) fn turned(&self) -> String {
        format!("{} {}", self.last, self.first)
    }

    /// The form of a word that agrees with the person.
    pub(in crate::pages::layouts) fn agree(&self, man: &'static str, woman: &'static str) -> &'static str {
        if self.woman { woman } else { man }
    }

    /// `Madame Jeanne DUPONT`, or with the short title.
    pub(in crate::pages::layouts) fn titled(&self, long: bool) -> String {
        let title = if long { self.agree("Monsieur", "Madame") } else { self.agree("M.", "Mme") };
        format!("{title} {}", self.name())
    }

    /// The block of an address, its first line a field.
    pub(in crate::pages::layouts) fn letter(&self, field: &str, long: bool) -> Vec<String> {
        vec![f(field, self.titled(long)), self.home[0].clone(), self.home[1].clone()]
    }
}

/// A firm, office or practice with its address and numbers.
pub(in crate::pages::layouts) struct House {
    pub(in crate::pages::layouts) street: String,
    pub(in crate::pages::layouts) postcode: &'static str,
    pub(in crate::pages::layouts) town: &'static str,
    pub(in crate::pages::layouts) siren: String,
    pub(in crate::pages::layouts) siret: String,
    pub(in crate::pages::layouts) phone: String,
}

impl House {
    pub(in crate::pages::layouts) fn new(rng: &mut Rng) -> House {
        let (postcode, name) = town(rng);
        let siren = codes::siren(rng);
        let siret = codes::siret(&siren, rng);
        let siret = match rng.below(3) {
            0 => siret,
            1 => codes::grouped(&siret, &[3, 3, 3, 5]),
            _ => codes::grouped(&siret, &[9, 5]),
        };
        House { street: street(rng), postcode, town: name, siren, siret, phone: codes::phone(rng) }
    }

    pub(in crate::pages::layouts) fn place(&self) -> String {
        format!("{} {}", self.postcode, capitals(self.town, true))
    }
}

pub(in crate::pages::layouts) const BANKS: &[&str] = &[
    "Crédit Mutuel de l'Anjou", "CAISSE D'ÉPARGNE", "BNP PARIBAS", "La Banque Postale",
    "Crédit Agricole Atlantique Vendée", "LCL", "Société Générale", "CIC Lyonnaise de Banque", "Crédit Coopératif",
    "Banque Populaire du Sud", "Monabanq.", "Boursorama Banque",
];

pub(in crate::pages::layouts) fn spaced_iban(account: &codes::Account) -> String {
    codes::grouped(&account.iban(), &[4])
}

pub(in crate::pages::layouts) const FIRMS: &[&str] = &[
    "SAS BRASSERIE DU LÉMAN", "SARL TOITURES KERMARREC", "Établissements Poncelet",
    "Clinique vétérinaire des Alpilles", "LOGISTIQUE GARONNE SA", "Ateliers Chaudron & Fils",
    "SNC LES PETITS MARMITONS", "Association Le Relais du Val", "PRESSING BEAUSOLEIL EURL", "IMPRIMERIE VAUTRIN",
    "Domaine de la Roche Blanche", "NOVALIS INGÉNIERIE",
];
pub(in crate::pages::layouts) const JOBS: &[&str] = &[
    "aide-soignant(e)", "magasinier cariste", "comptable unique", "chef de rang", "conducteur de travaux",
    "technicien SAV", "assistante de direction", "agent d'entretien", "vendeur polyvalent", "ingénieur d'études",
    "opérateur de production",
];

/// Numbers of an employer: SIRET with its field, code APE with its field.
pub(in crate::pages::layouts) fn numbers(p: &Pen<'_, '_, '_>, h: &House) -> (String, String) {
    let ape = format!("{}{}{}", p.digits(2), p.digits(2), p.pick(&["A", "B", "C", "Z"]));
    (f("employer_siret", &h.siret), f("ape", ape))
}

pub(in crate::pages::layouts) fn mobile(p: &Pen<'_, '_, '_>) -> String {
    let pairs: Vec<String> = (0..4).map(|_| p.digits(2)).collect();
    match p.any(0, 3) {
        0 => format!("06.{}", pairs.join(".")),
        1 => format!("+33 {} {}", p.any(6, 7), pairs.join(" ")),
        _ => format!("0{} {}", p.any(6, 7), pairs.join(" ")),
    }
}

pub(in crate::pages::layouts) fn email(p: &Pen<'_, '_, '_>, who: &Who) -> String {
    let clean = |text: &str| -> String {
        text.chars().map(plain).filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase()
    };
    let (first, last) = (clean(who.first), clean(&who.last));
    let host = p.pick(&[
        "orange.fr", "gmail.com", "laposte.net", "outlook.fr", "sfr.fr", "hotmail.fr", "free.fr", "protonmail.com",
    ]);
    match p.any(0, 3) {
        0 => format!("{}{last}{}@{host}", &first[..1], p.any(1, 99)),
        1 => format!("{first}-{last}@{host}"),
        2 => format!("{last}.{first}@{host}"),
        _ => format!("{first}.{last}@{host}"),
    }
}
