//! Offices, and what they write about.

use super::Matter;

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
];

pub(super) const MATTERS: &[Matter] = &[
    Matter {
        subject: "demande de pièces complémentaires",
        opens: &[
            "Votre dossier, reçu le {day}, est incomplet.",
            "J'ai l'honneur d'accuser réception de votre demande du {day}, enregistrée sous le numéro {reference}.",
            "Par courrier du {day}, vous avez sollicité l'instruction d'un dossier relevant de mes services.",
        ],
        follow: &[
            "Afin d'en poursuivre l'instruction, je vous prie de bien vouloir me transmettre les pièces énumérées ci-après.",
            "À défaut de réponse dans un délai de deux mois, votre demande sera classée sans suite.",
            "Mes services restent à votre disposition pour tout renseignement complémentaire.",
            "Cette décision peut être contestée devant le tribunal administratif dans les deux mois suivant sa notification.",
        ],
    },
    Matter {
        subject: "avis sur le projet de plan local d'urbanisme",
        opens: &[
            "Vous m'avez transmis pour avis le projet de révision du plan local d'urbanisme de la commune de {town}.",
            "Par délibération du {day}, le conseil municipal a arrêté le projet cité en objet.",
        ],
        follow: &[
            "Après examen, ce projet appelle de ma part les observations suivantes.",
            "Le classement des parcelles situées {street} devra être justifié au regard du schéma de cohérence territoriale.",
            "Sous réserve de la prise en compte de ces remarques, j'émets un avis favorable.",
            "La direction départementale des territoires se tient à votre disposition.",
        ],
    },
    Matter {
        subject: "travaux sur la route départementale",
        opens: &[
            "Je vous informe que des travaux de réseaux seront entrepris {street} à compter du {day}.",
            "La commune de {town} a décidé de réaménager la traversée du bourg.",
        ],
        follow: &[
            "Je sollicite de votre part un arrêté de circulation pour la durée du chantier, estimée à {number} jours.",
            "Une déviation sera mise en place par nos services techniques.",
            "Le conseil municipal, dans sa séance du {day}, a approuvé le plan de financement.",
            "Je vous saurais gré de bien vouloir me faire connaître la participation du Département.",
        ],
    },
    Matter {
        subject: "situation de l'enfant {name}",
        opens: &[
            "Comme suite à l'audience du {day}, je vous transmets copie de l'ordonnance rendue.",
            "Je vous prie de trouver ci-joint le signalement établi par l'équipe éducative le {day}.",
        ],
        follow: &[
            "Il vous appartient de désigner le service chargé de la mesure.",
            "Un rapport de situation devra être déposé au greffe un mois avant l'échéance.",
            "L'infirmière scolaire a rencontré la famille à plusieurs reprises.",
            "Je vous remercie de me tenir informé des suites données.",
        ],
    },
    Matter {
        subject: "versement de la dotation",
        opens: &[
            "J'ai l'honneur de vous faire connaître que le montant de la dotation {year} est arrêté à {sum}.",
            "Le titre de recettes n° {reference} d'un montant de {sum} a été émis à votre encontre.",
        ],
        follow: &[
            "Le mandatement interviendra par douzièmes, conformément à la convention en vigueur.",
            "Les crédits correspondants sont inscrits au budget, chapitre 65.",
            "Je vous invite à en assurer le règlement auprès du comptable public.",
            "Toute réclamation doit être adressée à l'ordonnateur.",
        ],
    },
    Matter {
        subject: "créance au titre des soins",
        opens: &[
            "Notre organisme a versé des prestations à la suite de l'accident survenu le {day} à Monsieur {name}.",
            "Nous avons étudié le dossier de votre allocataire, Madame {name}.",
        ],
        follow: &[
            "En application de l'article L. 376-1 du code de la sécurité sociale, nous vous demandons le remboursement de {sum}.",
            "Les droits sont ouverts à compter du {day}.",
            "Merci de nous indiquer la date d'effet de la prise en charge.",
            "Vous pouvez saisir la commission de recours amiable dans un délai de deux mois.",
        ],
    },
    Matter {
        subject: "hospitalisation de {name}",
        opens: &[
            "Le patient cité en objet a été admis dans notre établissement le {day}.",
            "Nous vous adressons la demande d'admission à l'aide sociale de Madame {name}, hospitalisée depuis le {day}.",
        ],
        follow: &[
            "Son état de santé ne permet pas un retour à domicile sans aides.",
            "Les frais de séjour restant à charge s'élèvent à {sum}.",
            "L'assistante sociale du service prendra contact avec votre équipe.",
            "Je vous remercie de l'attention que vous porterez à cette situation.",
        ],
    },
    Matter {
        subject: "sécurité de l'établissement",
        opens: &[
            "La commission de sécurité a visité les locaux le {day} et rendu un avis défavorable.",
            "J'attire votre attention sur l'état de la toiture du bâtiment B.",
        ],
        follow: &[
            "Des infiltrations ont rendu deux salles de classe inutilisables.",
            "Le conseil d'administration s'est prononcé à l'unanimité pour que ces travaux soient engagés sans délai.",
            "Je vous serais reconnaissant de bien vouloir diligenter une expertise.",
            "Les élèves sont accueillis provisoirement au gymnase.",
        ],
    },
    Matter {
        subject: "réunion du comité de pilotage",
        opens: &[
            "J'ai le plaisir de vous convier à la réunion qui se tiendra le {day} à 14 heures 30.",
            "Le comité de pilotage se réunira le {day} dans nos locaux, salle du conseil.",
        ],
        follow: &[
            "L'ordre du jour vous parviendra par voie électronique.",
            "Je vous remercie de confirmer votre présence auprès de mon secrétariat.",
            "En cas d'empêchement, vous voudrez bien vous faire représenter.",
        ],
    },
    Matter {
        subject: "bordereau d'envoi",
        opens: &[
            "Je vous prie de trouver ci-joint, pour attribution, les documents désignés ci-dessous.",
            "Veuillez trouver sous ce pli les exemplaires signés de la convention.",
        ],
        follow: &[
            "Un exemplaire est à me retourner revêtu de votre signature.",
            "Ces pièces vous sont adressées à toutes fins utiles.",
            "Je vous en souhaite bonne réception.",
        ],
    },
    Matter {
        subject: "votre réclamation",
        opens: &[
            "Vous avez appelé mon attention sur les nuisances constatées {street}.",
            "Votre courrier du {day} m'est bien parvenu.",
        ],
        follow: &[
            "Après enquête des services, il apparaît que cette voie ne relève pas de notre compétence.",
            "La police municipale a été chargée de renforcer ses passages.",
            "Je ne puis donc réserver une suite favorable à votre demande.",
            "Je transmets ce jour votre courrier au service compétent.",
        ],
    },
];

pub(super) const CLOSINGS: &[&str] = &[
    "Je vous prie d'agréer, {you}, l'expression de ma considération distinguée.",
    "Je vous prie de croire, {you}, à l'assurance de mes salutations distinguées.",
    "Veuillez agréer, {you}, l'assurance de ma parfaite considération.",
    "Je vous prie d'agréer, {you}, l'expression de mes sentiments les meilleurs.",
    "Nous vous prions d'agréer, {you}, nos salutations distinguées.",
    "Avec toute mon attention.",
    "Sincères salutations,",
    "",
];
