//! Companies, associations and the self-employed, and what they write about.

use super::Matter;

/// Lines of business, as a name has them before or after the owner's.
pub(super) const TRADES: &[&str] = &[
    "Menuiserie", "Maçonnerie", "Plomberie chauffage", "Électricité générale", "Garage", "Transports", "Autocars",
    "Charpente couverture", "Travaux publics", "Paysagiste", "Imprimerie", "Pompes funèbres", "Ambulances", "Traiteur",
    "Pharmacie", "Serrurerie métallerie", "Peinture décoration", "Carrières", "Pépinières", "Nettoyage industriel",
    "Fleuriste", "Miroiterie", "Étanchéité", "Location de bennes", "Élagage", "Ramonage", "Signalétique",
    "Dératisation", "Auto-école", "Boucherie",
];

/// Made-up names.
pub(super) const BRANDS: &[&str] = &[
    "VELTIS", "Novalys", "Axéa", "LUMÉO", "Solaris Habitat", "Orphéa", "TERRALIS", "Médiprest", "Kelvia", "AQUAVAL",
    "Ludéis", "Sogetram", "COPRALEX", "Batirhône", "Dynéo", "Infralia", "Trans'Alpes", "Restoria", "Sécuritas Ouest",
    "Domélys", "Formaxis", "Bureau Véritable", "Prévalys", "Citéo Mobilier", "ZÉPHIRA", "Montbel", "Aldéric", "OXYLIS",
    "Pradelle", "Cévenys", "TIVALDI", "Haute Plaine", "NEXORIA", "Pont Neuf Développement", "Brezal", "KORIVAL",
];

pub(super) const FORMS: &[&str] = &["SAS", "SARL", "SA", "EURL", "SASU", "S.A.R.L.", "S.A.S.", "SCOP", "SNC", "S.A."];

/// Banks, insurers and suppliers who write to their customers.
pub(super) const HOUSES: &[&str] = &[
    "Crédit du Forez", "Banque Régionale de l'Ouest", "Caisse d'Épargne des Alpes", "Mutuelle Solaris",
    "Assurances du Val de Loire", "Énergie Directe", "Eaux et Services", "Télécom Alliance", "Prévoyance Artisans",
    "Gaz et Lumière", "Mutuelle des Transports", "Banque Postelle", "Fibréo Télécom", "La Garonnaise",
    "Secours Mutuel du Bâtiment", "Opalis Courtage", "Chaleur Urbaine du Centre", "Voltéo", "L'Économe",
];

pub(super) const DEPARTMENTS: &[&str] = &[
    "Service clients", "Service clientèle", "Centre de gestion", "Service sinistres", "Agence de {town}",
    "Relation clients", "Service recouvrement", "Direction commerciale", "Service contrats",
];

/// Associations and what they are for.
pub(super) const ASSOCIATIONS: &[&str] = &[
    "Association des Amis du patrimoine de {town}",
    "Comité des fêtes de {town}",
    "Les Restaurants solidaires",
    "Union sportive de {town}",
    "Familles rurales",
    "ADMR de {town}",
    "Association Horizon Insertion",
    "Foyer des jeunes travailleurs",
    "Secours fraternel",
    "Amicale laïque",
    "Club des aînés de {town}",
    "Ligue contre l'isolement",
    "Théâtre du Passage",
    "Fédération départementale de pêche",
    "Les Jardins partagés de {town}",
    "Chorale À Travers Chants",
    "Accueil et Partage",
    "La Boussole",
    "Entraide paysanne",
    "Moto-club de {town}",
    "Collectif Vélo en ville",
    "Judo {town}",
];

/// Professions and crafts of people who work alone.
pub(super) const ALONE: &[&str] = &[
    "Infirmière libérale", "Graphiste indépendant", "Architecte D.P.L.G.", "Géomètre-expert", "Taxi conventionné",
    "Masseur-kinésithérapeute", "Consultante en formation", "Photographe", "Artisan peintre", "Expert foncier",
    "Traductrice assermentée", "Artisan plombier", "Bureau d'études indépendant", "Notaire", "Vétérinaire",
    "Mandataire judiciaire", "Sophrologue", "Ostéopathe D.O.", "Paysagiste concepteur", "Guide-conférencière",
    "Ébéniste d'art", "Écrivain public", "Psychologue clinicienne", "Sage-femme",
];

pub(super) const TITLES: &[&str] = &[
    "Le gérant,", "La gérante,", "Le directeur commercial,", "Votre conseillère clientèle", "Le service clients",
    "Le président,", "Le responsable d'agence,", "La direction,", "Le conducteur de travaux,",
    "L'assistante commerciale,", "Directeur général", "Le chargé d'affaires,", "",
];

pub(super) const TRADE_MATTERS: &[Matter] = &[
    Matter {
        subject: "offre de services",
        opens: &[
            "Notre entreprise intervient depuis plus de {number} ans auprès des collectivités de la région.",
            "Nous avons le plaisir de vous présenter notre nouvelle gamme, disponible à partir du {day}.",
            "Spécialisée dans l'entretien des bâtiments publics, notre société souhaite vous compter parmi ses clients.",
        ],
        follow: &[
            "Nos équipes se déplacent sur tout le département, sans frais de déplacement.",
            "Nos tarifs sont garantis jusqu'au {day}.",
            "Notre commercial, M. {surname}, se tient à votre disposition pour une démonstration.",
            "Vous trouverez ci-joint notre plaquette et quelques références.",
            "N'hésitez pas à nous contacter pour un devis gratuit.",
        ],
    },
    Matter {
        subject: "chantier du collège de {town}",
        opens: &[
            "Nous accusons réception de l'ordre de service n° {reference} relatif au lot dont nous sommes titulaires.",
            "Suite à la réunion de chantier du {day}, nous vous confirmons les points suivants.",
            "Je vous informe que les travaux commenceront le {day}.",
        ],
        follow: &[
            "Les intempéries de la semaine dernière nous ont contraints à arrêter le chantier {number} jours.",
            "Les matériaux commandés seront livrés avec retard par notre fournisseur.",
            "Nous sollicitons de ce fait une prolongation du délai contractuel.",
            "La mairie nous a autorisés à occuper la voie publique.",
            "Dans l'attente de votre accord, nous restons à votre disposition.",
        ],
    },
    Matter {
        subject: "règlement de notre facture",
        opens: &[
            "Sauf erreur de notre part, notre facture n° {reference} du {day} reste impayée.",
            "Nous revenons vers vous au sujet de notre situation n° 3, d'un montant de {sum}.",
        ],
        follow: &[
            "La trésorerie nous indique qu'elle n'a reçu aucun mandat de vos services.",
            "Ce retard met notre trésorerie en difficulté.",
            "Nous vous remercions de nous indiquer la date du virement.",
            "Des intérêts moratoires sont dus de plein droit passé le délai de trente jours.",
        ],
    },
    Matter {
        subject: "marché à bons de commande",
        opens: &[
            "Nous vous remercions de votre commande du {day}.",
            "Vous nous avez informés que notre offre n'avait pas été retenue.",
        ],
        follow: &[
            "Nous souhaiterions connaître les motifs de ce rejet et le nom de l'attributaire.",
            "La livraison interviendra sous {number} jours au dépôt indiqué.",
            "Le prix unitaire a été révisé suivant l'indice publié par l'INSEE.",
            "Merci de nous retourner un exemplaire signé avec votre cachet.",
        ],
    },
    Matter {
        subject: "remplacement de la chaudière",
        opens: &[
            "Lors de l'entretien annuel, nous avons constaté que le brûleur devait être changé.",
            "Le remplacement du matériel est possible dès le {day}.",
        ],
        follow: &[
            "Le fabricant ne livre plus cette pièce.",
            "L'équipe de pose serait présente {number} jours.",
            "Un acompte de trente pour cent vous sera demandé à l'acceptation.",
        ],
    },
];

pub(super) const HOUSE_MATTERS: &[Matter] = &[
    Matter {
        subject: "votre contrat {reference}",
        opens: &[
            "Vous êtes titulaire d'un contrat auprès de notre établissement et nous vous remercions de votre confiance.",
            "Votre contrat arrive à échéance le {day}.",
            "Les conditions générales de votre contrat évoluent à compter du {day}.",
        ],
        follow: &[
            "Sans manifestation de votre part, il sera reconduit tacitement pour une durée d'un an.",
            "Votre nouvelle cotisation s'élève à {sum} par an, taxes comprises.",
            "Vos conseillers vous répondent du lundi au samedi.",
            "Retrouvez tous vos documents dans votre espace client.",
            "Vous pouvez vous opposer à cette modification en nous écrivant avant cette date.",
        ],
    },
    Matter {
        subject: "sinistre du {day}",
        opens: &[
            "Nous avons bien reçu votre déclaration de sinistre et avons mandaté un expert.",
            "Notre assuré, Monsieur {name}, nous a déclaré un accident survenu sur la voie publique.",
        ],
        follow: &[
            "La responsabilité de votre collectivité paraît engagée en raison d'un défaut d'entretien.",
            "Le rapport de l'expert évalue les dommages à {sum}.",
            "Merci de nous communiquer les coordonnées de votre assureur.",
            "Une franchise reste à votre charge.",
        ],
    },
    Matter {
        subject: "compteur situé {street}",
        opens: &[
            "Notre technicien s'est présenté le {day} pour relever le compteur et n'a pas pu y accéder.",
            "Votre consommation a augmenté de {number} % par rapport à l'an passé.",
        ],
        follow: &[
            "Nous vous invitons à vérifier l'installation après compteur.",
            "Une intervention est programmée le {day}, entre 8 heures et 12 heures.",
            "Votre échéancier sera recalculé en conséquence.",
        ],
    },
    Matter {
        subject: "garantie d'emprunt",
        opens: &[
            "Nous avons l'avantage de vous adresser notre accord pour un prêt de {sum}.",
            "L'échéance de votre emprunt sera prélevée le {day}.",
        ],
        follow: &[
            "Ce concours est consenti sous réserve de la garantie de votre collectivité.",
            "Notre offre est valable jusqu'au {day}.",
            "Votre chargée d'affaires, Mme {surname}, reste à votre écoute.",
        ],
    },
    Matter {
        subject: "changement de tarif au {day}",
        opens: &[
            "À compter du {day}, votre mensualité passera à {sum}.",
            "Nous vous adressons le relevé annuel des sommes perçues.",
        ],
        follow: &[
            "Ce courrier ne nécessite aucune réponse de votre part.",
            "Pour toute question, composez le numéro figurant en haut de page.",
            "Les prélèvements se poursuivront aux mêmes dates.",
        ],
    },
];

pub(super) const ASSOCIATION_MATTERS: &[Matter] = &[
    Matter {
        subject: "demande de subvention",
        opens: &[
            "Notre association organise le {day} sa fête annuelle sur la commune de {town}.",
            "Le bureau sollicite une subvention de {sum} pour l'exercice {year}.",
            "Comme les années précédentes, nous comptons sur l'aide du Département.",
        ],
        follow: &[
            "Nos {number} bénévoles se mobilisent toute l'année auprès des plus démunis.",
            "Vous trouverez ci-joint le bilan moral et financier approuvé par l'assemblée générale.",
            "La ville met gracieusement la salle des fêtes à notre disposition.",
            "Nous serions honorés de votre présence.",
        ],
    },
    Matter {
        subject: "assemblée générale",
        opens: &[
            "L'assemblée générale ordinaire se tiendra le {day} à la salle polyvalente.",
            "Lors de notre dernière assemblée, un nouveau conseil d'administration a été élu.",
        ],
        follow: &[
            "Le récépissé de la sous-préfecture vous sera transmis dès réception.",
            "Le nouveau trésorier est Monsieur {name}.",
            "Nous vous remercions de votre soutien fidèle.",
        ],
    },
    Matter {
        subject: "prêt de matériel",
        opens: &[
            "Pour la course du {day}, il nous faudrait des barrières et un podium.",
            "Nos adhérents se retrouvent chaque jeudi dans la salle du rez-de-chaussée.",
        ],
        follow: &[
            "La buvette sera tenue par les parents.",
            "Nous viendrons chercher le tout avec une camionnette.",
            "L'an passé, {number} coureurs avaient pris le départ.",
        ],
    },
];

pub(super) const ALONE_MATTERS: &[Matter] = &[
    Matter {
        subject: "mission du {day}",
        opens: &[
            "Je vous confirme mon accord pour la prestation que vous m'avez confiée.",
            "Suite à notre entretien téléphonique, je vous adresse ma proposition.",
            "Veuillez trouver ci-joint ma note d'honoraires d'un montant de {sum}.",
        ],
        follow: &[
            "Je suis disponible à partir du {day} pour une durée de {number} jours.",
            "Mon tarif comprend les déplacements.",
            "Le relevé a été effectué sur place le {day}.",
            "Je reste à votre disposition pour tout complément.",
            "Merci de me retourner le devis signé.",
        ],
    },
    Matter {
        subject: "dossier {name}",
        opens: &[
            "Je suis chargé du dossier cité en objet et vous prie de me faire connaître la position de vos services.",
            "Ma patiente, Madame {name}, bénéficie de soins quotidiens depuis le {day}.",
        ],
        follow: &[
            "Je vous serais obligé de me répondre avant le {day}.",
            "Les actes ont été cotés conformément à la nomenclature.",
            "Les parcelles concernées sont cadastrées section AB n° {number}.",
        ],
    },
    Matter {
        subject: "disponibilités de printemps",
        opens: &[
            "Voici les créneaux que je peux proposer à vos agents.",
            "À la suite de la séance du {day}, je vous transmets mes conclusions.",
        ],
        follow: &[
            "Chaque séance dure une heure.",
            "Les frais de route sont compris.",
            "L'attestation de ma responsabilité civile est jointe.",
        ],
    },
];

pub(super) const CLOSINGS: &[&str] = &[
    "Nous vous prions d'agréer, {you}, l'expression de nos salutations distinguées.",
    "Veuillez agréer, {you}, nos salutations distinguées.",
    "Nous vous prions de croire, {you}, à l'assurance de nos sentiments dévoués.",
    "Je vous prie d'agréer, {you}, mes salutations distinguées.",
    "Restant à votre disposition, nous vous adressons nos meilleures salutations.",
    "Cordialement,",
    "Bien cordialement,",
    "Sincères salutations.",
];
