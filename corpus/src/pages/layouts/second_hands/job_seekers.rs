//! Who seeks work: a person, how to reach them, a walk of life.
//!
//! Not responsible for what they write, which [`super::resumes`] and [`super::applications`] draw.

use super::civil_kit::{Home, home, mail_of, phone};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::Someone;

/// A walk of life: its name, posts with what was done, diplomas, skills, the sort of house that hires.
pub(super) struct Trade {
    pub(super) title: [&'static str; 2],
    pub(super) posts: [(&'static str, &'static str, [&'static str; 2]); 4],
    pub(super) degrees: [&'static str; 3],
    pub(super) skills: [&'static str; 5],
    pub(super) house: &'static str,
    pub(super) head: &'static str,
}

pub(super) const TRADES: &[Trade] = &[
    Trade {
        title: ["Chaudronnier-soudeur", "Chaudronnière-soudeuse"],
        posts: [
            (
                "Chaudronnier",
                "Fonderies de l'Est",
                [
                    "Lecture de plans, traçage et débit de tôles inox",
                    "Soudage TIG et semi-automatique, contrôle visuel",
                ],
            ),
            (
                "Soudeur intérimaire",
                "Manpower industrie",
                [
                    "Missions en agroalimentaire et en chantier naval",
                    "Respect des consignes de sécurité, habilitation ATEX",
                ],
            ),
            (
                "Tuyauteur",
                "Énergie Services",
                ["Préfabrication et montage de réseaux vapeur", "Relevés de cotes sur site"],
            ),
            ("Apprenti", "Serrurerie Bonnin", ["Pose de garde-corps et d'escaliers", "Entretien du parc de machines"]),
        ],
        degrees: [
            "Mention complémentaire Technicien en soudage",
            "Bac professionnel Technicien en chaudronnerie industrielle",
            "CAP Réalisation en chaudronnerie",
        ],
        skills: [
            "Soudage TIG, MIG, ARC", "Pliage, cintrage, oxycoupage", "CACES R489 catégorie 3",
            "DAO : SolidWorks (notions)", "Permis B, véhicule personnel",
        ],
        house: "Ateliers mécaniques du Bugey",
        head: "Monsieur le Responsable de production",
    },
    Trade {
        title: ["Auxiliaire de puériculture", "Auxiliaire de puériculture"],
        posts: [
            (
                "Auxiliaire de puériculture",
                "Crèche Les P'tits Loups",
                [
                    "Accueil de 24 enfants de 3 mois à 3 ans",
                    "Transmission aux familles, élaboration du projet pédagogique",
                ],
            ),
            (
                "Agent de crèche",
                "Ville de Lorient",
                ["Soins d'hygiène et préparation des repas", "Animation d'ateliers d'éveil musical"],
            ),
            (
                "Garde d'enfants",
                "Particuliers employeurs",
                ["Sorties d'école et aide aux devoirs", "Préparation des goûters"],
            ),
            (
                "Animatrice BAFA",
                "Centre de loisirs de Quéven",
                ["Encadrement de groupes de 6 à 10 ans", "Organisation de grands jeux"],
            ),
        ],
        degrees: [
            "Diplôme d'État d'auxiliaire de puériculture",
            "CAP Accompagnant éducatif petite enfance",
            "Baccalauréat ST2S",
        ],
        skills: [
            "Observation et écoute",
            "Motricité libre, langue des signes bébé",
            "Sauveteur secouriste du travail",
            "Normes HACCP",
            "Travail en équipe",
        ],
        house: "Maison de l'enfance du Blavet",
        head: "Madame la Directrice",
    },
    Trade {
        title: ["Secrétaire comptable", "Secrétaire comptable"],
        posts: [
            (
                "Secrétaire comptable",
                "Cabinet Moreau",
                [
                    "Saisie des achats et des ventes, rapprochements bancaires",
                    "Déclarations de TVA et préparation des bilans",
                ],
            ),
            (
                "Assistante de gestion",
                "Nord Matériaux",
                ["Facturation sous EBP et relance des impayés", "Suivi des heures de quinze salariés"],
            ),
            (
                "Hôtesse d'accueil",
                "Clinique Saint-Jean",
                ["Accueil physique et téléphonique", "Gestion des admissions"],
            ),
            (
                "Stagiaire",
                "Mairie d'Aubusson",
                ["Classement des archives et mise à jour du fichier électoral", "Rédaction de courriers"],
            ),
        ],
        degrees: ["BTS Comptabilité et gestion", "Titre professionnel Secrétaire assistant", "Baccalauréat STMG"],
        skills: [
            "Sage 100, EBP Compta, Dolibarr", "Tableur : formules, tableaux croisés",
            "Orthographe : certificat Voltaire 842", "Anglais B1, occitan lu et parlé", "Rigueur, discrétion",
        ],
        house: "Coopérative laitière des Combrailles",
        head: "Madame, Monsieur",
    },
    Trade {
        title: ["Ouvrier paysagiste", "Ouvrière paysagiste"],
        posts: [
            (
                "Chef d'équipe espaces verts",
                "Paysages d'Armor",
                ["Conduite de chantiers de plantation et de maçonnerie légère", "Encadrement de trois ouvriers"],
            ),
            (
                "Jardinier",
                "Les Jardins d'Émeraude",
                [
                    "Taille raisonnée, tonte, arrosage automatique",
                    "Reconnaissance des végétaux et diagnostic sanitaire",
                ],
            ),
            ("Élagueur", "Forêts et Talus", ["Démontage par rétention, abattage", "Entretien du matériel thermique"]),
            (
                "Saisonnier viticole",
                "Domaine de la Côte",
                ["Ébourgeonnage et vendanges", "Conduite de tracteur interligne"],
            ),
        ],
        degrees: [
            "Certificat de spécialisation Taille et soins des arbres",
            "BPA Travaux des aménagements paysagers",
            "CAPA Jardinier paysagiste",
        ],
        skills: [
            "Certiphyto opérateur", "CACES R482 catégorie A", "Lecture de plans", "Permis B et BE",
            "Travail en hauteur",
        ],
        house: "Service des espaces verts - Ville de Vannes",
        head: "Monsieur le Maire",
    },
];

/// Who seeks work.
pub(super) struct Seeker {
    pub(super) own: Someone,
    pub(super) lives: Home,
    pub(super) tel: String,
    pub(super) mail: String,
    pub(super) now: i64,
    pub(super) trade: &'static Trade,
}

pub(super) fn seeker(d: &mut Desk<'_, '_>) -> Seeker {
    let own = Someone::born(&mut d.rng, 1966, 1999);
    let (lives, tel) = (home(&mut d.rng), phone(d));
    let mail = mail_of(&own, &mut d.rng);
    let trade = &TRADES[d.rng.below(TRADES.len())];
    let now = d.rng.between((own.birth.0 + 24).max(2017), 2026);
    Seeker { own, lives, tel, mail, now, trade }
}
