//! What offices write about.

use super::Matter;

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
    Matter {
        subject: "enquête de fréquentation",
        opens: &[
            "Une enquête sera conduite du {day} au {day} dans le cadre de notre programme pluriannuel.",
            "Nos agents recenseurs passeront dans vos locaux à partir du {day}.",
        ],
        follow: &[
            "Les réponses sont confidentielles et obligatoires.",
            "Un questionnaire vous est remis en deux exemplaires.",
            "Les résultats vous seront communiqués en fin d'année.",
        ],
    },
    Matter {
        subject: "mise à disposition d'une salle",
        opens: &[
            "Nous avons bien noté votre souhait d'occuper la grande salle le {day}.",
            "La convention d'occupation arrive à son terme le {day}.",
        ],
        follow: &[
            "Un chèque de caution de {sum} sera à remettre au régisseur.",
            "Les clés sont à retirer la veille avant midi.",
            "Le règlement intérieur est joint au présent envoi.",
        ],
    },
    Matter {
        subject: "détention de Monsieur {name}",
        opens: &[
            "La personne citée en objet est prise en charge depuis le {day}.",
            "Vous avez demandé un droit de visite pour Monsieur {name}.",
        ],
        follow: &[
            "Une permission de sortir lui a été accordée.",
            "Votre référente pourra se présenter au parloir sur présentation de sa carte.",
            "L'intéressé ne dispose d'aucun hébergement à sa sortie.",
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
