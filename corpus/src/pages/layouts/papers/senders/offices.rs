//! Offices as their letters name them, with their services and those who sign.

/// An office as its letters name it.
pub(super) struct Office {
    /// Its name, then what it is a part of; braces as everywhere.
    pub(super) head: &'static [&'static str],
    /// Its services.
    pub(super) services: &'static [&'static str],
    /// Who signs.
    pub(super) signs: &'static [&'static str],
    /// Of the State: "République française" is on its paper as a rule.
    pub(super) state: bool,
}

pub(super) const OFFICES: &[Office] = &[
    Office {
        head: &["PRÉFET {department}"],
        services: &[
            "Direction départementale des territoires",
            "Bureau du contrôle de légalité",
            "Bureau de l'environnement",
            "Direction de la citoyenneté",
        ],
        signs: &["Pour le préfet et par délégation,", "Le préfet,", "Le secrétaire général,", "Le chef de service,"],
        state: true,
    },
    Office {
        head: &["Préfecture {department}"],
        services: &[
            "Bureau de la circulation",
            "Service interministériel de défense et de protection civiles",
            "Bureau des étrangers",
        ],
        signs: &["Le préfet,", "Pour le préfet,", "La cheffe de bureau,"],
        state: true,
    },
    Office {
        head: &["Direction départementale des territoires {department}"],
        services: &["Service eau et biodiversité", "Service habitat", "Mission risques"],
        signs: &["Le directeur départemental,", "La cheffe du service,"],
        state: true,
    },
    Office {
        head: &["Direction départementale des finances publiques", "Trésorerie de {town}"],
        services: &["Service de gestion comptable", "Pôle de recouvrement", "Secteur public local"],
        signs: &["Le comptable public,", "L'inspecteur divisionnaire,", "Le trésorier,"],
        state: true,
    },
    Office {
        head: &["ACADÉMIE DE {town}", "Rectorat"],
        services: &["Division des établissements", "Division des examens et concours", "Secrétariat général"],
        signs: &["Pour la rectrice et par délégation,", "Le secrétaire général,", "Le recteur,"],
        state: true,
    },
    Office {
        head: &["Direction des services départementaux de l'éducation nationale"],
        services: &["Division des élèves", "Service médical", "Inspection de l'éducation nationale"],
        signs: &["L'inspecteur d'académie,", "La directrice académique,"],
        state: true,
    },
    Office {
        head: &["TRIBUNAL JUDICIAIRE DE {town}"],
        services: &["Cabinet du juge des enfants", "Greffe du pôle social", "Service des tutelles"],
        signs: &["Le greffier,", "Le juge des contentieux de la protection,", "La directrice de greffe,"],
        state: true,
    },
    Office {
        head: &["COUR D'APPEL DE {town}", "TRIBUNAL ADMINISTRATIF"],
        services: &["Greffe de la 3e chambre"],
        signs: &["Le greffier en chef,"],
        state: true,
    },
    Office {
        head: &["Gendarmerie nationale", "Compagnie de {town}"],
        services: &["Brigade territoriale autonome"],
        signs: &["L'adjudant-chef, commandant la brigade,", "Le capitaine commandant la compagnie,"],
        state: true,
    },
    Office {
        head: &["Direction régionale des affaires culturelles"],
        services: &["Conservation régionale des monuments historiques", "Service de l'archéologie"],
        signs: &["Le conservateur régional,", "L'architecte des bâtiments de France,"],
        state: true,
    },
    Office {
        head: &["Agence régionale de santé"],
        services: &["Délégation départementale", "Direction de l'offre médico-sociale"],
        signs: &["Pour le directeur général,", "La directrice de la délégation,"],
        state: true,
    },
    Office {
        head: &["MAIRIE DE {town}"],
        services: &[
            "Service urbanisme", "Services techniques", "État civil", "Secrétariat général", "Cabinet du maire",
        ],
        signs: &["Le Maire,", "Pour le maire, l'adjoint délégué,", "L'adjointe aux affaires scolaires,", "La Maire,"],
        state: false,
    },
    Office {
        head: &["VILLE DE {town}"],
        services: &["Direction de la voirie", "Pôle enfance et éducation", "Police municipale", "Service juridique"],
        signs: &["Le Maire,", "La directrice générale des services,", "L'adjoint au maire,"],
        state: false,
    },
    Office {
        head: &["Commune de {town}"],
        services: &["Mairie", "Service des eaux"],
        signs: &["Le Maire,", "Le premier adjoint,"],
        state: false,
    },
    Office {
        head: &["Communauté de communes du Pays de {town}"],
        services: &["Service déchets", "Pôle aménagement", "Office de tourisme"],
        signs: &["Le Président,", "Le vice-président délégué,", "La présidente,"],
        state: false,
    },
    Office {
        head: &["{town} Agglomération"],
        services: &["Direction des mobilités", "Cycle de l'eau", "Service foncier"],
        signs: &["Le Président,", "Le directeur général adjoint,"],
        state: false,
    },
    Office {
        head: &["CENTRE COMMUNAL D'ACTION SOCIALE"],
        services: &["Service d'aide à domicile", "Logement", "Résidence autonomie Les Tilleuls"],
        signs: &["La vice-présidente du CCAS,", "Le directeur,"],
        state: false,
    },
    Office {
        head: &["Département {department}"],
        services: &[
            "Direction des routes", "Service de l'aide sociale à l'enfance", "Direction des ressources humaines",
        ],
        signs: &["Pour le président du conseil départemental,", "La présidente,", "Le chef de service,"],
        state: false,
    },
    Office {
        head: &["Conseil régional"],
        services: &["Direction des lycées", "Direction des transports", "Service des aides aux entreprises"],
        signs: &["Le président du conseil régional,", "La directrice,"],
        state: false,
    },
    Office {
        head: &["Caisse primaire d'assurance maladie {department}", "l'Assurance Maladie"],
        services: &["Service des prestations", "Recours contre tiers", "Service médical"],
        signs: &[
            "Votre correspondant de l'Assurance Maladie",
            "Le directeur de la caisse,",
            "Un conseiller de l'Assurance Maladie",
        ],
        state: false,
    },
    Office {
        head: &["Caf {department}"],
        services: &["Service action sociale", "Contrôle et recouvrement", "Relations avec les partenaires"],
        signs: &["Le directeur de la Caf", "Votre conseiller", "La responsable du service,"],
        state: false,
    },
    Office {
        head: &["Carsat", "Caisse d'assurance retraite et de la santé au travail"],
        services: &["Retraite", "Service social"],
        signs: &["Votre caisse de retraite", "Le directeur,"],
        state: false,
    },
    Office {
        head: &["Mutualité sociale agricole"],
        services: &["Service contentieux", "Action sanitaire et sociale"],
        signs: &["Le directeur général,", "L'agent de direction,"],
        state: false,
    },
    Office {
        head: &["France Travail", "Agence de {town}"],
        services: &["Relations institutionnelles", "Indemnisation"],
        signs: &["Le directeur de l'agence,", "Votre conseillère,"],
        state: false,
    },
    Office {
        head: &["Urssaf"],
        services: &["Division recouvrement", "Gestion des comptes"],
        signs: &["Le directeur régional,", "Votre gestionnaire de compte,"],
        state: false,
    },
    Office {
        head: &["CENTRE HOSPITALIER DE {town}"],
        services: &[
            "Direction des affaires financières", "Service social", "Bureau des entrées", "Service de gériatrie",
        ],
        signs: &["Le directeur,", "La directrice adjointe,", "Le praticien hospitalier,", "Dr {name}, chef de service"],
        state: false,
    },
    Office {
        head: &["Hôpitaux de {town}", "Établissement public de santé"],
        services: &["Pôle de psychiatrie", "Direction de la patientèle"],
        signs: &["Le cadre de santé,", "La directrice,"],
        state: false,
    },
    Office {
        head: &["EHPAD public Les Glycines"],
        services: &["Secrétariat", "Comptabilité"],
        signs: &["La directrice,", "Le directeur délégué,"],
        state: false,
    },
    Office {
        head: &["UNIVERSITÉ DE {town}"],
        services: &["Faculté de droit", "Service de la scolarité", "Agence comptable"],
        signs: &["Le président de l'université,", "La doyenne,", "L'agent comptable,"],
        state: false,
    },
    Office {
        head: &["Collège {surname}"],
        services: &["Secrétariat de direction", "Service de gestion"],
        signs: &["Le principal,", "La principale,", "L'adjoint gestionnaire,"],
        state: false,
    },
    Office {
        head: &["Lycée polyvalent {surname}"],
        services: &["Intendance", "Vie scolaire"],
        signs: &["Le proviseur,", "La proviseure adjointe,"],
        state: false,
    },
    Office {
        head: &["Service départemental d'incendie et de secours"],
        services: &["Groupement prévention", "État-major"],
        signs: &["Le directeur départemental,", "Le colonel, chef du corps départemental,"],
        state: false,
    },
    Office {
        head: &["Maison départementale des personnes handicapées"],
        services: &["Pôle enfance", "Service évaluation"],
        signs: &["La directrice de la MDPH,", "Le président de la commission exécutive,"],
        state: false,
    },
    Office {
        head: &["SYNDICAT INTERCOMMUNAL DES EAUX"],
        services: &["Service technique"],
        signs: &["Le Président,", "Le technicien,"],
        state: false,
    },
    Office {
        head: &["Office public de l'habitat"],
        services: &["Service attribution", "Agence de {town}"],
        signs: &["Le directeur général,", "La chargée de clientèle,"],
        state: false,
    },
    Office {
        head: &["Chambre d'agriculture {department}"],
        services: &["Service foncier", "Antenne de {town}"],
        signs: &["Le Président,", "Le conseiller,"],
        state: false,
    },
    Office {
        head: &["Parc naturel régional du Pilat"],
        services: &["Pôle biodiversité", "Maison du Parc"],
        signs: &["Le Président du Parc,", "La directrice,"],
        state: false,
    },
    Office {
        head: &["INSEE", "Direction des statistiques démographiques"],
        services: &["Recensement de la population"],
        signs: &["Le chef de division,"],
        state: true,
    },
    Office {
        head: &["Agence de l'eau Loire-Bretagne"],
        services: &["Délégation de {town}", "Service des aides"],
        signs: &["Le directeur de la délégation,"],
        state: true,
    },
    Office {
        head: &["SMICTOM du Val"],
        services: &["Collecte et déchèteries"],
        signs: &["Le Président,", "L'ambassadrice du tri,"],
        state: false,
    },
    Office { head: &["SIVOM de {town}"], services: &["Assainissement"], signs: &["Le Président,"], state: false },
    Office {
        head: &["Office national des anciens combattants"],
        services: &["Service de proximité"],
        signs: &["La directrice,"],
        state: true,
    },
    Office {
        head: &["Défenseur des droits"], services: &["Délégué de {town}"], signs: &["Le délégué,"], state: true
    },
    Office {
        head: &["Crèche municipale Les Petits Pas"],
        services: &["Direction"],
        signs: &["La directrice de la crèche,"],
        state: false,
    },
    Office {
        head: &["Bibliothèque municipale"],
        services: &["Section jeunesse"],
        signs: &["La bibliothécaire,"],
        state: false,
    },
    Office {
        head: &["Conservatoire à rayonnement départemental"],
        services: &["Scolarité"],
        signs: &["Le directeur du conservatoire,"],
        state: false,
    },
    Office {
        head: &["Établissement français du sang"],
        services: &["Site de {town}"],
        signs: &["Le responsable de site,"],
        state: true,
    },
    Office {
        head: &["Maison d'arrêt de {town}"],
        services: &["Service pénitentiaire d'insertion et de probation"],
        signs: &["Le chef d'établissement,"],
        state: true,
    },
    Office {
        head: &["Cité scolaire {surname}"],
        services: &["Intendance"],
        signs: &["Le chef d'établissement,", "L'infirmière scolaire,"],
        state: false,
    },
    Office {
        head: &["Régie départementale des transports"],
        services: &["Exploitation"],
        signs: &["Le directeur de la régie,"],
        state: false,
    },
    Office {
        head: &["Voies navigables de France"],
        services: &["Unité territoriale d'itinéraire"],
        signs: &["Le responsable d'unité,"],
        state: true,
    },
    Office {
        head: &["Pôle d'équilibre territorial et rural"],
        services: &["Contrat local de santé"],
        signs: &["Le Président,"],
        state: false,
    },
    Office {
        head: &["Institut médico-éducatif"],
        services: &["Secrétariat"],
        signs: &["La cheffe de service éducatif,"],
        state: false,
    },
    Office {
        head: &["Service pénitentiaire", "Direction interrégionale"],
        services: &["Antenne de {town}"],
        signs: &["La conseillère pénitentiaire,"],
        state: true,
    },
];
