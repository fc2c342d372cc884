//! What persons write to a county council about.

use super::Matter;

pub(super) const MATTERS: &[Matter] = &[
    Matter {
        subject: "aide à domicile pour ma mère",
        opens: &[
            "Ma mère, âgée de 86 ans, ne peut plus rester seule chez elle sans aide.",
            "Je me permets de vous écrire au sujet de mon mari, qui est sorti de l'hôpital le {day}.",
            "Suite à ma chute du {day}, je rencontre de grandes difficultés pour les gestes de tous les jours.",
        ],
        follow: &[
            "Une aide à domicile vient deux heures par semaine, ce qui ne suffit plus.",
            "Ma retraite est de {sum} par mois et je ne peux pas payer davantage.",
            "Je souhaiterais savoir quelles aides nous pourrions obtenir et quels papiers il faut fournir.",
            "Mon médecin traitant, le docteur {surname}, a rempli le certificat que je joins à cette lettre.",
            "Pourriez-vous m'envoyer un dossier à l'adresse ci-dessus ?",
        ],
    },
    Matter {
        subject: "suspension de mon RSA",
        opens: &[
            "J'ai reçu le {day} un courrier m'annonçant que mon RSA était suspendu et je ne comprends pas pourquoi.",
            "Je conteste la décision du {day} qui me demande de rembourser {sum}.",
            "Par la présente, je forme un recours contre votre décision du {day}.",
        ],
        follow: &[
            "J'ai toujours déclaré mes ressources chaque trimestre et je n'ai pas changé de situation.",
            "La caisse d'allocations familiales me renvoie vers vous et personne ne me répond.",
            "Je vis seule avec mes deux enfants et je n'ai plus rien pour payer le loyer.",
            "Vous trouverez ci-joint mes relevés et l'attestation de mon ancien employeur, la SARL {surname}.",
            "Je vous demande de bien vouloir réexaminer mon dossier le plus vite possible.",
        ],
    },
    Matter {
        subject: "état de la route départementale",
        opens: &[
            "Je tiens à vous signaler le mauvais état de la route qui passe devant chez nous, {street}.",
            "Habitant le hameau depuis {number} ans, je n'ai jamais vu la chaussée dans un tel état.",
            "Le {day}, ma voiture a été abîmée par un trou dans la chaussée à l'entrée de {town}.",
        ],
        follow: &[
            "Les voitures roulent beaucoup trop vite et il n'y a pas de trottoir pour les enfants.",
            "La mairie nous dit que cette route n'est pas de son ressort.",
            "Le garage m'a remis un devis de {sum} que je joins à ce courrier avec des photos.",
            "Mes voisins et moi demandons la pose d'un ralentisseur.",
            "J'espère que vous ferez le nécessaire avant l'hiver.",
        ],
    },
    Matter {
        subject: "transport scolaire de ma fille",
        opens: &[
            "Ma fille est scolarisée au collège de {town} et prend le car tous les matins.",
            "Je vous écris au sujet du car scolaire que mon fils doit prendre à {town}.",
            "Parents de trois enfants, nous venons d'apprendre que l'arrêt serait supprimé à la rentrée.",
        ],
        follow: &[
            "Depuis le {day}, le car passe avec vingt minutes de retard et nos enfants attendent dans le noir.",
            "Nous avons payé {sum} d'abonnement pour l'année.",
            "Le transporteur nous dit de nous adresser à vos services.",
            "Nous vous serions reconnaissants de maintenir cet arrêt.",
            "Merci de me dire si un remboursement est possible.",
        ],
    },
    Matter {
        subject: "carte de stationnement",
        opens: &[
            "Handicapée à 80 %, j'ai demandé une carte de stationnement le {day} et je n'ai toujours rien reçu.",
            "Ma carte mobilité inclusion arrive à expiration le {day}.",
        ],
        follow: &[
            "J'ai appelé plusieurs fois sans jamais avoir quelqu'un.",
            "Je ne peux pas marcher plus de cent mètres et mes rendez-vous à l'hôpital sont très éloignés.",
            "Je vous joins une photo d'identité et la copie de ma carte d'invalidité.",
            "Dans l'attente de cette carte, je ne peux plus me garer près de chez moi.",
        ],
    },
    Matter {
        subject: "agrément d'assistante maternelle",
        opens: &[
            "Assistante maternelle depuis {year}, je souhaite accueillir un enfant de plus.",
            "Je vous informe que je cesse mon activité d'assistante maternelle le {day}.",
            "Nous déménageons le {day} et ma nouvelle adresse sera {street}.",
        ],
        follow: &[
            "Mon logement a une pièce supplémentaire depuis les travaux que nous avons faits.",
            "La puéricultrice est venue chez moi le {day} et m'a dit de vous écrire.",
            "Je reste disponible pour une visite à la date qui vous conviendra.",
            "Pouvez-vous me confirmer que mon agrément reste valable ?",
        ],
    },
    Matter {
        subject: "demande de délai de paiement",
        opens: &[
            "J'ai bien reçu la facture de cantine de {sum} mais je ne peux pas la régler en une seule fois.",
            "Suite à mon licenciement, je ne suis pas en mesure de payer la somme que vous me réclamez.",
            "Ayant perdu mon emploi le {day}, je sollicite un échelonnement de ma dette.",
        ],
        follow: &[
            "Mon indemnité de chômage n'est que de {sum} par mois.",
            "Je vous propose de payer en {number} fois à partir du mois prochain.",
            "Mon dossier de surendettement est en cours à la Banque de France.",
            "Comptant sur votre compréhension, je vous remercie par avance.",
        ],
    },
    Matter {
        subject: "recherche d'un acte aux archives",
        opens: &[
            "Je fais des recherches sur ma famille, originaire de {town}, et je voudrais une copie d'un acte.",
            "Je recherche l'acte de mariage de mes arrière-grands-parents, {name} et {name}.",
        ],
        follow: &[
            "Le mariage a dû avoir lieu vers 1870, je n'ai pas la date exacte.",
            "Les registres en ligne sont illisibles à ces pages.",
            "Je peux me déplacer un mardi si c'est plus simple pour vous.",
            "Dites-moi s'il y a des frais de copie, je vous enverrai un chèque.",
        ],
    },
    Matter {
        subject: "voisinage de l'aire de covoiturage",
        opens: &[
            "Nous sommes voisins de l'aire que le Département a ouverte et le bruit y est insupportable la nuit.",
            "Depuis des mois, des camions se garent devant notre maison, au {street}.",
        ],
        follow: &[
            "La gendarmerie est venue deux fois sans aucun résultat.",
            "Ma femme est malade et ne dort plus.",
            "Plusieurs habitants du quartier ont signé la pétition que je vous fais parvenir.",
            "Nous attendons une réponse de votre part, faute de quoi nous saisirons le tribunal.",
        ],
    },
    Matter {
        subject: "remerciements",
        opens: &[
            "Je voulais vous remercier pour l'accueil que vos agents m'ont fait le {day}.",
            "Grâce à l'assistante sociale, Mme {surname}, mon père a pu entrer à la maison de retraite de {town}.",
        ],
        follow: &[
            "Elle s'est occupée de tous les papiers alors que nous étions perdus.",
            "On critique souvent l'administration, il faut aussi dire quand les choses se passent bien.",
            "Toute ma famille se joint à moi.",
        ],
    },
    Matter {
        subject: "demande de subvention pour un voyage",
        opens: &[
            "Étudiante à l'université de {town}, je pars en stage à l'étranger le {day}.",
            "Je suis lycéen et je participe avec trois camarades à une course solidaire.",
        ],
        follow: &[
            "Il nous manque {sum} pour boucler notre budget.",
            "Mes parents ne peuvent pas m'aider davantage.",
            "Le conseil régional a déjà refusé notre demande.",
            "Je serais très heureuse de vous présenter ce projet.",
        ],
    },
    Matter {
        subject: "résiliation du bail de mon logement",
        opens: &[
            "Je vous informe de mon intention de quitter le logement que j'occupe au {street}.",
            "Locataire depuis le {day} d'un logement qui appartient au Département, je vous donne mon congé.",
        ],
        follow: &[
            "Mon préavis étant d'un mois, je rendrai les clés le {day}.",
            "Je vous remercie de me rendre le dépôt de garantie, soit {sum}.",
            "Un état des lieux peut se faire n'importe quel jour après 17 heures.",
        ],
    },
    Matter {
        subject: "changement de mon compte bancaire",
        opens: &[
            "J'ai changé de banque et vous prie de noter mes nouvelles coordonnées bancaires.",
            "Vous trouverez ci-joint mon nouveau RIB, l'ancien compte sera fermé le {day}.",
        ],
        follow: &[
            "Merci d'en tenir compte pour le prochain versement de l'allocation de ma mère.",
            "Je suis sa fille et sa tutrice depuis le jugement du {day}.",
            "Je vous en remercie d'avance.",
        ],
    },
    Matter {
        subject: "succession de ma tante",
        opens: &[
            "Ma tante, Mme {name}, est décédée le {day} à l'EHPAD de {town}.",
            "Nous avons appris que le Département réclamait {sum} sur la succession de notre père.",
        ],
        follow: &[
            "Le notaire, maître {surname}, nous a conseillé de vous demander le détail de cette somme.",
            "Nous sommes cinq héritiers et aucun de nous n'avait été prévenu.",
            "Je ne vois pas pourquoi l'aide sociale serait à rembourser.",
        ],
    },
    Matter {
        subject: "élagage d'un arbre",
        opens: &[
            "Un platane du domaine départemental menace de tomber sur notre toit.",
            "Les branches qui dépassent sur la départementale cachent le panneau stop depuis l'été.",
        ],
        follow: &[
            "Lors de la tempête du {day}, une grosse branche est déjà tombée.",
            "Notre assureur décline toute responsabilité.",
            "Il faudrait que quelqu'un vienne voir sur place.",
        ],
    },
    Matter {
        subject: "absence de réponse",
        opens: &[
            "Voici la troisième lettre que j'adresse à vos bureaux sans le moindre retour.",
            "Malgré mon courrier du {day}, rien n'a bougé.",
        ],
        follow: &[
            "À 78 ans, on se lasse d'attendre au téléphone.",
            "Mon neveu m'aide à rédiger ces lignes.",
            "Faut-il que je m'adresse aux journaux ?",
        ],
    },
    Matter {
        subject: "bourse du collège",
        opens: &[
            "Le dossier de bourse de Lucas a été rejeté parce qu'il manquait un papier.",
            "Élevant seul deux collégiens, je demande une aide pour la demi-pension.",
        ],
        follow: &[
            "Le principal m'a conseillé de vous saisir.",
            "L'avis d'imposition était pourtant bien dans l'enveloppe.",
            "Cette année, les fournitures nous ont coûté {sum}.",
        ],
    },
    Matter {
        subject: "don de documents anciens",
        opens: &[
            "En vidant le grenier de la maison familiale, nous avons trouvé des registres de 1850.",
            "Passionné d'histoire locale, j'ai réuni des cartes postales de {town}.",
        ],
        follow: &[
            "Seriez-vous intéressés par ces vieux papiers ?",
            "Tout est rangé dans trois cartons.",
            "Un simple reçu me suffira.",
        ],
    },
];

/// How persons end; `{you}` is whom the letter opens with.
pub(super) const CLOSINGS: &[&str] = &[
    "Je vous prie d'agréer, {you}, l'expression de mes salutations distinguées.",
    "Veuillez agréer, {you}, mes salutations distinguées.",
    "Je vous prie de croire, {you}, à l'assurance de ma considération distinguée.",
    "Recevez, {you}, mes sincères salutations.",
    "Veuillez recevoir, {you}, l'expression de mes sentiments respectueux.",
    "Dans l'attente de votre réponse, je vous adresse mes meilleures salutations.",
    "En vous remerciant par avance, je vous prie d'agréer, {you}, mes respectueuses salutations.",
    "Cordialement.",
    "Avec mes remerciements,",
    "Bien à vous,",
    "Salutations distinguées.",
];
