//! People, homes, offices and numbers of civic papers.
//!
//! Responsible for facts that agree (a number of social security with its holder); not for where they stand.

use super::super::facts::Someone;
use crate::rng::Rng;
use crate::text::{capitals, codes};

const LASTS: &[&str] = &[
    "Abadie", "Aït Ahmed", "Aubertin", "Ba", "Barthélémy", "Basset", "Bédard", "Belkacem", "Bensaïd", "Berthelot",
    "Bidault", "Boisseau", "Bouchareb", "Bourdin", "Cadoret", "Camara", "Castagné", "Cazenave", "Chauvière", "Cissé",
    "Combes", "Corbin", "Costa", "Coulibaly", "Crépin", "Da Silva", "de Villeneuve", "Delattre", "Delmas", "Diallo",
    "Diop", "Drouet", "du Plessis", "Echeverria", "El Amrani", "Escoffier", "Estève", "Fabrègue", "Ferreira", "Fofana",
    "Fouquet", "Gaudin", "Gilles", "Godard", "Grosjean", "Guéguen", "Hamon", "Hoarau", "Hoffmann", "Imbert", "Jacquin",
    "Jaouen", "Kaboré", "Keller", "Kerbrat", "Labbé", "Lachaud", "Laborde", "Le Floc'h", "Lebrun", "Lefort", "Lhomme",
    "Loiseau", "Magnier", "Maïga", "Mallet", "Marquès", "Mazet", "Mokrani", "Monnier", "Mouton", "Nowak", "Ouédraogo",
    "Pasquier", "Pélissier", "Pereira", "Pham", "Pichon", "Pons", "Quéré", "Ratsimba", "Ravel", "Ricard", "Rossi",
    "Sabatier", "Saïdi", "Salaün", "Santoni", "Sow", "Tanguy", "Tessier", "Thévenot", "Toussaint", "Tran", "Vaillant",
    "Valette", "Verdier", "Vernet", "Vuillemin", "Wagner", "Weber", "Zidani",
];

const MEN: &[&str] = &[
    "Adrien", "Aimé", "Alexandre", "Amadou", "Antoine", "Arnaud", "Aurélien", "Baptiste", "Bastien", "Boubacar",
    "Bruno", "Charles-Henri", "Clément", "Damien", "Didier", "Dominique", "Édouard", "Emmanuel", "Erwan", "Fabien",
    "Florent", "Gaspard", "Gilbert", "Hugo", "Ismaël", "Jean-Luc", "Jean-Marc", "Jules", "Kamel", "Laurent", "Léo",
    "Lucien", "Malik", "Marius", "Mathéo", "Maxime", "Nathanaël", "Noël", "Olivier", "Pascal", "Pierre-Yves", "Rayan",
    "Rémi", "Romain", "Samuel", "Thomas", "Timothée", "Valentin", "Victor", "Youssef",
];

const WOMEN: &[&str] = &[
    "Adèle", "Alexandra", "Alice", "Aminata", "Anne-Sophie", "Annick", "Assia", "Béatrice", "Brigitte", "Camille",
    "Capucine", "Carole", "Cécile", "Charlène", "Claire", "Colette", "Corinne", "Danièle", "Delphine", "Eugénie",
    "Fanny", "Fatoumata", "Florence", "Gisèle", "Hortense", "Irène", "Jade", "Joëlle", "Juliette", "Karine", "Khadija",
    "Laure", "Léonie", "Louise", "Lucie", "Maëlys", "Manon", "Marie-Claude", "Marine", "Mathilde", "Mireille", "Nadia",
    "Ophélie", "Odette", "Rachida", "Renée", "Rose-Marie", "Salomé", "Simone", "Violette",
];

/// Postcode and name.
const TOWNS: &[(&str, &str)] = &[
    ("01000", "Bourg-en-Bresse"),
    ("04100", "Manosque"),
    ("06130", "Grasse"),
    ("11100", "Narbonne"),
    ("13300", "Salon-de-Provence"),
    ("14100", "Lisieux"),
    ("16000", "Angoulême"),
    ("17100", "Saintes"),
    ("22300", "Lannion"),
    ("24100", "Bergerac"),
    ("25200", "Montbéliard"),
    ("27000", "Évreux"),
    ("28000", "Chartres"),
    ("29600", "Morlaix"),
    ("30100", "Alès"),
    ("33120", "Arcachon"),
    ("35400", "Saint-Malo"),
    ("36000", "Châteauroux"),
    ("38200", "Vienne"),
    ("39100", "Dole"),
    ("40100", "Dax"),
    ("42300", "Roanne"),
    ("44600", "Saint-Nazaire"),
    ("46000", "Cahors"),
    ("47000", "Agen"),
    ("49300", "Cholet"),
    ("50100", "Cherbourg-en-Cotentin"),
    ("51000", "Châlons-en-Champagne"),
    ("54400", "Longwy"),
    ("57600", "Forbach"),
    ("59300", "Valenciennes"),
    ("60000", "Beauvais"),
    ("62000", "Arras"),
    ("64100", "Bayonne"),
    ("67500", "Haguenau"),
    ("69400", "Villefranche-sur-Saône"),
    ("71000", "Mâcon"),
    ("74200", "Thonon-les-Bains"),
    ("76200", "Dieppe"),
    ("77100", "Meaux"),
    ("81100", "Castres"),
    ("83300", "Draguignan"),
    ("85100", "Les Sables-d'Olonne"),
    ("88100", "Saint-Dié-des-Vosges"),
    ("93300", "Aubervilliers"),
    ("94200", "Ivry-sur-Seine"),
    ("97410", "Saint-Pierre"),
];

const WAYS: &[&str] = &[
    "rue des Tanneurs", "rue du Moulin", "avenue Aristide Briand", "allée des Acacias", "rue Louise Michel",
    "chemin de la Fontaine", "boulevard Carnot", "rue du Docteur Roux", "place du Marché", "impasse des Lilas",
    "rue Saint-Exupéry", "rue de Bretagne", "avenue des Pyrénées", "quai de la Marne", "rue Marie Curie",
    "cours Lafayette", "route de Paris", "rue du Faubourg Saint-Jean", "allée Georges Brassens", "rue du Lavoir",
    "rue Pierre Loti", "square de l'Europe", "rue Jean Moulin", "montée des Remparts", "rue de l'Abbaye",
];

/// Number, "de" with the name, name, chief town with its postcode.
pub(super) const DEPARTMENTS: &[(&str, &str, &str, &str, &str)] = &[
    ("01", "de l'Ain", "Ain", "Bourg-en-Bresse", "01000"),
    ("06", "des Alpes-Maritimes", "Alpes-Maritimes", "Nice", "06000"),
    ("14", "du Calvados", "Calvados", "Caen", "14000"),
    ("16", "de la Charente", "Charente", "Angoulême", "16000"),
    ("22", "des Côtes-d'Armor", "Côtes-d'Armor", "Saint-Brieuc", "22000"),
    ("30", "du Gard", "Gard", "Nîmes", "30000"),
    ("37", "d'Indre-et-Loire", "Indre-et-Loire", "Tours", "37000"),
    ("38", "de l'Isère", "Isère", "Grenoble", "38000"),
    ("45", "du Loiret", "Loiret", "Orléans", "45000"),
    ("54", "de Meurthe-et-Moselle", "Meurthe-et-Moselle", "Nancy", "54000"),
    ("59", "du Nord", "Nord", "Lille", "59000"),
    ("64", "des Pyrénées-Atlantiques", "Pyrénées-Atlantiques", "Pau", "64000"),
    ("67", "du Bas-Rhin", "Bas-Rhin", "Strasbourg", "67000"),
    ("72", "de la Sarthe", "Sarthe", "Le Mans", "72000"),
    ("77", "de Seine-et-Marne", "Seine-et-Marne", "Melun", "77000"),
    ("83", "du Var", "Var", "Toulon", "83000"),
    ("93", "de la Seine-Saint-Denis", "Seine-Saint-Denis", "Bobigny", "93000"),
];

/// A person born in one of the years `from` to `to`.
pub(super) fn person(rng: &mut Rng, from: i64, to: i64) -> Someone {
    let mut someone = Someone::born(rng, from, to);
    if rng.chance(0.75) {
        rng.pick(LASTS).clone_into(&mut someone.last);
        let names = if someone.sex == 'M' { MEN } else { WOMEN };
        someone.firsts.clear();
        for _ in 0..rng.between(1, 3) {
            let first = rng.pick(names).to_owned();
            if !someone.firsts.contains(&first) {
                someone.firsts.push(first);
            }
        }
    }
    someone.born_at = place(rng);
    someone
}

/// Postcode and name of a town.
pub(super) fn place(rng: &mut Rng) -> (&'static str, &'static str) {
    rng.choose(TOWNS)
}

/// Number and street.
pub(super) fn street(rng: &mut Rng) -> String {
    let bis = rng.choose(&["", "", "", "", " bis", " ter", "B", ","]);
    let way = rng.pick(WAYS);
    let way = if rng.chance(0.3) { capitals(way, rng.chance(0.5)) } else { way.to_owned() };
    format!("{}{bis} {way}", rng.between(1, 198))
}

/// A home: street, postcode, town.
#[derive(Debug, Clone)]
pub(super) struct Home {
    pub(super) street: String,
    pub(super) postcode: String,
    pub(super) town: String,
}

pub(super) fn home(rng: &mut Rng) -> Home {
    let (postcode, town) = place(rng);
    let town = if rng.chance(0.6) { capitals(town, rng.chance(0.4)) } else { town.to_owned() };
    Home { street: street(rng), postcode: postcode.to_owned(), town }
}

impl Home {
    /// On one line.
    pub(super) fn line(&self) -> String {
        format!("{}, {} {}", self.street, self.postcode, self.town)
    }

    /// A name over the lines of the address, with an upper line at times.
    pub(super) fn under(&self, name: &str, rng: &mut Rng) -> Vec<String> {
        let mut lines = vec![name.to_owned()];
        if rng.chance(0.25) {
            let upper = ["APPT 12", "BAT B ESC 2", "RESIDENCE LES CEDRES", "Lieu-dit Le Bourg", "2e étage"];
            lines.push(rng.pick(&upper).to_owned());
        }
        lines.push(self.street.clone());
        lines.push(format!("{} {}", self.postcode, self.town));
        lines
    }
}

/// The number of social security of a person, without spaces.
fn nir_digits(someone: &Someone, rng: &mut Rng) -> String {
    let department = someone.department().replace("20", "2A");
    let place = if department.len() == 3 {
        format!("{department}{:02}", rng.between(1, 24))
    } else {
        format!("{department}{:03}", rng.between(1, 600))
    };
    let (year, month, _) = someone.birth;
    let sex = if someone.sex == 'M' { 1 } else { 2 };
    let body = format!("{sex}{:02}{month:02}{place}{:03}", year % 100, rng.between(1, 700));
    let key = 97 - body.replace("2A", "19").parse::<u64>().unwrap_or_default() % 97;
    format!("{body}{key:02}")
}

/// The number of social security of a person in one of the ways it is grouped.
pub(super) fn nir(someone: &Someone, rng: &mut Rng) -> String {
    let digits = nir_digits(someone, rng);
    let (body, key) = digits.split_at(13);
    match rng.below(4) {
        0 => digits.clone(),
        1 => format!("{body} {key}"),
        _ => format!("{} {key}", codes::grouped(body, &[1, 2, 2, 2, 3, 3])),
    }
}

/// A SIRET, grouped or not.
pub(super) fn siret(rng: &mut Rng) -> String {
    let siren = codes::siren(rng);
    let code = codes::siret(&siren, rng);
    if rng.chance(0.6) { codes::grouped(&code, &[3, 3, 3, 5]) } else { code }
}

/// A telephone number of an office.
pub(super) fn office_phone(rng: &mut Rng) -> String {
    let digits = format!("0{}{}", rng.between(1, 5), rng.digits(8));
    let grouped = codes::grouped(&digits, &[2]);
    if rng.chance(0.3) { grouped.replace(' ', ".") } else { grouped }
}

/// An address of the name for mail.
pub(super) fn email(someone: &Someone, rng: &mut Rng) -> String {
    let bare = |text: &str| -> String {
        capitals(text, false).to_lowercase().chars().filter(|c| c.is_ascii_alphanumeric()).collect()
    };
    let mark = rng.pick(&[".", "", "_", "-"]);
    let host = rng.pick(&["orange.fr", "gmail.com", "laposte.net", "free.fr", "sfr.fr", "outlook.fr", "hotmail.com"]);
    format!("{}{mark}{}@{host}", bare(&someone.firsts[0]), bare(&someone.last))
}
