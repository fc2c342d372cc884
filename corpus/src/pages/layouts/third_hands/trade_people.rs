//! People, places and firms of the papers of trade, home and work.

use crate::rng::Rng;
use crate::text::{bic, capitals, codes};

const WOMEN: &[&str] = &[
    "Bénédicte", "Maïwenn", "Anne-Sophie", "Héloïse", "Fatoumata", "Leïla", "Ghislaine", "Marie-Claude", "Coralie",
    "Joséphine", "Adèle", "Nolwenn", "Samira", "Ewa", "Delphine", "Séverine", "Maria-Luisa", "Odile", "Léonie",
    "Françoise", "Rachida", "Manon", "Irène", "Véronique", "Aurore",
];
const MEN: &[&str] = &[
    "Gaëtan", "Jean-Marc", "Rémi", "Thibault", "Ousmane", "Yoann", "Fabrice", "Augustin", "Enzo", "Pierre-Yves",
    "Ahmed", "Hugues", "Maxence", "Lionel", "Sylvain", "Krzysztof", "Jean-Noël", "Aurélien", "Didier", "Régis", "Léon",
    "Tanguy", "Bastien", "Émile", "Joaquim",
];
const NAMES: &[&str] = &[
    "Bouchet", "Le Tallec", "Delaunay", "Etcheverry", "Schaeffer", "Da Silva", "Benhamou", "Vanderbecken", "Pélissier",
    "Coulibaly", "Tréguier", "Lachaume", "Grosjean", "Castagnet", "de Villeneuve", "Nowak", "Bellanger", "Hoarau",
    "Santini", "Delacroix", "Mougin", "Chauvet", "Ferrand", "Bousquet", "Lévêque", "Moreau-Pinson", "Diallo",
    "Charrier", "Poncet", "Guichard", "Zimmermann", "Tessier", "Ollivier", "Rabier", "d'Hautefeuille", "Amrani",
    "Thévenot", "Cazenave", "Pruvost", "Bizien",
];
const PLACES: &[(&str, &str)] = &[
    ("56300", "Pontivy"),
    ("64500", "Saint-Jean-de-Luz"),
    ("67600", "Sélestat"),
    ("59190", "Hazebrouck"),
    ("26200", "Montélimar"),
    ("47300", "Villeneuve-sur-Lot"),
    ("20200", "Bastia"),
    ("97410", "Saint-Pierre"),
    ("71000", "Mâcon"),
    ("50200", "Coutances"),
    ("39100", "Dole"),
    ("49300", "Cholet"),
    ("28000", "Chartres"),
    ("60200", "Compiègne"),
    ("81100", "Castres"),
    ("01000", "Bourg-en-Bresse"),
    ("84400", "Apt"),
    ("29600", "Morlaix"),
    ("55000", "Bar-le-Duc"),
    ("16100", "Cognac"),
    ("93260", "Les Lilas"),
    ("69006", "Lyon"),
    ("75011", "Paris"),
    ("33500", "Libourne"),
    ("31700", "Blagnac"),
    ("76200", "Dieppe"),
    ("74200", "Thonon-les-Bains"),
    ("18100", "Vierzon"),
    ("35400", "Saint-Malo"),
    ("13400", "Aubagne"),
];
const STREETS: &[&str] = &[
    "rue des Tanneurs", "avenue du Maréchal Leclerc", "chemin des Vignes", "rue Louise Michel", "place d'Armes",
    "allée des Charmes", "boulevard Carnot", "rue du Bourg-Neuf", "impasse des Mésanges", "quai de la Marne",
    "route de Saint-Léonard", "rue de l'Ancien Couvent", "rue Simone Veil", "avenue Jean Moulin", "rue du Puits Salé",
    "cours Gambetta", "rue aux Fèvres", "lotissement Les Genêts", "rue de la Libération", "square Berlioz",
];

/// Someone with a title and a surname.
#[derive(Clone)]
pub(super) struct Person {
    pub(super) first: String,
    pub(super) last: String,
    pub(super) woman: bool,
}

impl Person {
    pub(super) fn random(rng: &mut Rng) -> Person {
        let woman = rng.chance(0.5);
        let first = rng.pick(if woman { WOMEN } else { MEN }).to_owned();
        let last = rng.pick(NAMES).to_owned();
        Person { first, last: if rng.chance(0.55) { capitals(&last, true) } else { last }, woman }
    }

    /// `Jeanne DUPONT`.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }

    pub(super) fn title(&self, long: bool) -> &'static str {
        match (self.woman, long) {
            (true, true) => "Madame",
            (true, false) => "Mme",
            (false, true) => "Monsieur",
            (false, false) => "M.",
        }
    }

    /// `Madame Jeanne DUPONT`, `M. DUPONT Jean`.
    pub(super) fn titled(&self, rng: &mut Rng) -> String {
        let title = self.title(rng.chance(0.55));
        if rng.chance(0.75) {
            format!("{title} {}", self.name())
        } else {
            format!("{title} {} {}", self.last, self.first)
        }
    }

    pub(super) fn agree(&self, man: &'static str, woman: &'static str) -> &'static str {
        if self.woman { woman } else { man }
    }

    pub(super) fn mail(&self, rng: &mut Rng) -> String {
        let plain = |s: &str| capitals(s, false).to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "");
        let host =
            rng.pick(&["orange.fr", "free.fr", "laposte.net", "gmail.com", "outlook.fr", "sfr.fr", "wanadoo.fr"]);
        let dot = rng.pick(&[".", ".", "-", "_"]);
        match rng.below(3) {
            0 => format!("{}{dot}{}@{host}", plain(&self.first), plain(&self.last)),
            1 => format!("{}{dot}{}{}@{host}", plain(&self.first), plain(&self.last), rng.between(1, 92)),
            _ => format!("{}{}@{host}", &plain(&self.first)[..1], plain(&self.last)),
        }
    }
}

#[derive(Clone)]
pub(super) struct Place {
    pub(super) street: String,
    pub(super) code: &'static str,
    pub(super) town: &'static str,
}

impl Place {
    pub(super) fn random(rng: &mut Rng) -> Place {
        let (code, town) = rng.choose(PLACES);
        let comma = rng.pick(&[" ", ", ", " "]);
        let bis = rng.pick(&["", "", "", " bis"]);
        Place { street: format!("{}{bis}{comma}{}", rng.between(1, 148), rng.pick(STREETS)), code, town }
    }

    /// Postcode and town.
    pub(super) fn post(&self, rng: &mut Rng) -> String {
        if rng.chance(0.6) {
            format!("{} {}", self.code, capitals(self.town, rng.chance(0.5)))
        } else {
            format!("{} {}", self.code, self.town)
        }
    }

    pub(super) fn lines(&self, rng: &mut Rng) -> Vec<String> {
        let mut lines = vec![self.street.clone()];
        if rng.chance(0.18) {
            lines.insert(
                0,
                rng.pick(&["Résidence Les Érables", "Bâtiment C - Appt 14", "Le Bourg", "Apt 203"]).to_owned(),
            );
        }
        lines.push(self.post(rng));
        lines
    }
}

/// A firm with what its letterhead and its foot say.
#[derive(Clone)]
pub(super) struct Firm {
    pub(super) name: String,
    pub(super) form: &'static str,
    pub(super) place: Place,
    pub(super) siret: String,
    pub(super) siren: String,
    pub(super) vat: String,
    pub(super) phone: String,
    pub(super) mail: String,
    pub(super) web: String,
    pub(super) iban: String,
    pub(super) bic: String,
    pub(super) ape: String,
    pub(super) capital: String,
}

impl Firm {
    pub(super) fn named(names: &[&str], rng: &mut Rng) -> Firm {
        let name = rng.pick(names).to_owned();
        let siren = codes::siren(rng);
        let host: String =
            capitals(&name, false).to_lowercase().chars().filter(char::is_ascii_alphanumeric).take(18).collect();
        let web = format!("www.{host}.{}", rng.pick(&["fr", "fr", "com"]));
        let gap = rng.chance(0.6);
        let spread = |code: &str, sizes: &[usize]| if gap { codes::grouped(code, sizes) } else { code.to_owned() };
        Firm {
            form: rng.pick(&["SARL", "SAS", "SA", "EURL", "SASU", "SCOP"]),
            place: Place::random(rng),
            siret: spread(&codes::siret(&siren, rng), &[3, 3, 3, 5]),
            vat: spread(&codes::vat(&siren), &[4, 3]),
            siren: codes::grouped(&siren, &[3]),
            phone: phone(rng),
            mail: format!("{}@{}", rng.pick(&["contact", "compta", "info", "accueil"]), &web[4..]),
            web,
            iban: spread(&codes::Account::random(rng).iban(), &[4]),
            bic: bic(rng),
            ape: ape(rng),
            capital: codes::thousands(rng.between(1, 400) as u64 * 1000, " "),
            name,
        }
    }

    /// The line of law at the foot.
    pub(super) fn law(&self, rng: &mut Rng) -> String {
        let Firm { name, form, capital, siret, vat, ape, siren, .. } = self;
        let town = self.place.town;
        match rng.below(3) {
            0 => format!("{name} - {form} au capital de {capital} € - RCS {town} {siren} - APE {ape}"),
            1 => format!("{form} au capital de {capital} euros - R.C.S. {town} B {siren} - Code NAF {ape} - TVA {vat}"),
            _ => format!("{name}, {form} au capital de {capital} € - SIRET {siret} - N° TVA intracom. {vat}"),
        }
    }
}

pub(super) fn ape(rng: &mut Rng) -> String {
    let (dot, letter) = (rng.pick(&["", "", "."]), rng.choose(&['A', 'B', 'C', 'Z']));
    format!("{:02}{dot}{:02}{letter}", rng.between(10, 96), rng.between(10, 39))
}

pub(super) fn phone(rng: &mut Rng) -> String {
    let digits = format!("0{}{}", rng.choose(&["1", "2", "3", "4", "5", "6", "7", "9"]), rng.digits(8));
    match rng.below(6) {
        0 => codes::grouped(&digits, &[2]).replace(' ', "."),
        1 => format!("+33 {}", codes::grouped(&digits[1..], &[1, 2])),
        _ => codes::grouped(&digits, &[2]),
    }
}
