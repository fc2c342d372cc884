//! Who writes letters, on what matters, and how: the words of the letters.

/// A subject and the paragraphs that go with it; `{}` stands for a day, `[]` for the sum claimed.
pub(super) type Matter = (&'static str, &'static [&'static str]);

/// Who writes: names, what stands under them, matters, endings, titles of those who sign, the small print.
pub(super) struct Hand {
    pub(super) names: &'static [&'static str],
    pub(super) under: &'static [&'static str],
    pub(super) matters: &'static [Matter],
    pub(super) ends: &'static [&'static str],
    pub(super) signs: &'static [&'static str],
    pub(super) small: &'static str,
    pub(super) private: bool,
    pub(super) claims: bool,
}

pub(super) const OFFICE: Hand = Hand {
    names: &[
        "PRÉFECTURE DE LA CORRÈZE",
        "Conseil départemental du Finistère",
        "DSDEN de la Moselle",
        "Mairie de Villeneuve-sur-Lot",
        "Caisse d'allocations familiales du Gard",
        "URSSAF Aquitaine",
        "Direction départementale des finances publiques",
        "Maison départementale des personnes handicapées",
        "CPAM de l'Hérault",
        "France Travail Hauts-de-France",
    ],
    under: &["Service des affaires générales", "Bureau des usagers", "Pôle instruction", "Direction des solidarités"],
    matters: &[
        (
            "Demande de pièces complémentaires",
            &[
                "J'ai bien reçu votre dossier déposé le {} et je vous en remercie. Son examen fait toutefois apparaître que \
             certaines pièces sont manquantes.",
                "Je vous invite à me faire parvenir une copie de votre pièce d'identité en cours de validité, un justificatif de \
             domicile de moins de trois mois ainsi que votre dernier avis d'impôt sur le revenu.",
                "À défaut de réception de ces documents dans un délai de deux mois, votre demande sera classée sans suite.",
            ],
        ),
        (
            "Votre recours gracieux du mois dernier contre la décision de refus d'autorisation de travaux",
            &[
                "Par courrier reçu le {}, vous avez sollicité le réexamen de la décision citée en objet.",
                "Après instruction par mes services, je suis au regret de vous informer que les motifs qui ont fondé cette \
             décision demeurent valables au regard des dispositions du règlement applicable.",
                "Si vous entendez contester cette décision, vous pouvez saisir le tribunal administratif compétent dans un délai \
             de deux mois à compter de la notification de la présente.",
            ],
        ),
        (
            "Notification d'un trop-perçu",
            &[
                "La mise à jour de votre situation au {} fait apparaître que des sommes vous ont été versées à tort.",
                "Un échéancier peut vous être accordé sur demande motivée. Vous pouvez présenter vos observations par écrit.",
                "Mes services restent à votre disposition pour tout renseignement complémentaire.",
            ],
        ),
    ],
    ends: &[
        "Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.",
        "Veuillez agréer, Madame, Monsieur, mes salutations distinguées.",
    ],
    signs: &[
        "Pour le directeur et par délégation,", "La cheffe de bureau,", "Le chef du service,", "L'adjointe au maire,",
    ],
    small: "Les données font l'objet d'un traitement informatique ; vous disposez d'un droit d'accès (loi du 6 janvier 1978).",
    private: false,
    claims: false,
};
pub(super) const LAWYER: Hand = Hand {
    names: &[
        "SELARL Berthelot & Associés", "Cabinet Maître Soizic Tanguy", "SCP Arnoux - Vidal", "AARPI Confluence Avocats",
    ],
    under: &["Avocats à la Cour", "Avocat au Barreau de Grenoble", "Avocats associés", "Société d'avocats"],
    matters: &[
        (
            "Affaire SCI du Moulin c/ Époux Renard",
            &[
                "Je reviens vers vous dans le dossier cité en référence, lequel a été appelé à l'audience de mise en état du {}.",
                "Le conseil adverse a communiqué de nouvelles conclusions dont vous trouverez copie sous ce pli. Je vous \
             remercie de bien vouloir me faire part de vos observations et de me transmettre toute pièce utile.",
                "L'affaire est renvoyée pour nos conclusions en réplique. Je ne manquerai pas de vous tenir informé de la suite.",
            ],
        ),
        (
            "Succession de votre père - projet de partage amiable",
            &[
                "Je fais suite à notre rendez-vous du {} et vous confirme les termes de notre entretien.",
                "Vous trouverez ci-joint le projet de convention d'honoraires que vous voudrez bien me retourner signé.",
                "La présente est couverte par le secret professionnel entre un avocat et son client.",
            ],
        ),
    ],
    ends: &["Je vous prie de croire, Cher Monsieur, à l'assurance de mes sentiments dévoués.", "Votre bien dévoué."],
    signs: &["Avocat à la Cour", "Avocat associé", "Votre Conseil"],
    small: "Membre d'une association agréée, le règlement des honoraires par chèque est accepté - Toque 214 - Case Palais 37",
    private: false,
    claims: false,
};
pub(super) const FIRM: Hand = Hand {
    names: &[
        "MUTUELLE DU LITTORAL", "Transports Garcia-Mory", "Assurances Val d'Allier", "Banque de l'Estuaire",
        "Opalis Énergies",
    ],
    under: &["Service relations clients", "Direction commerciale", "Service sinistres", "Gestion des contrats"],
    matters: &[
        (
            "Évolution de votre contrat au 1er janvier",
            &[
                "Vous êtes client de notre maison et nous vous remercions de votre confiance. Nos conditions \
                     ont été revues le {}.",
                "Les garanties dont vous bénéficiez restent inchangées. La nouvelle cotisation figure sur l'échéancier joint.",
                "Vous pouvez résilier votre contrat sans frais dans les trente jours suivant la réception de ce courrier.",
            ],
        ),
        (
            "Votre réclamation concernant une livraison incomplète",
            &[
                "Nous accusons réception de votre réclamation du {} et regrettons la gêne occasionnée.",
                "Après vérification auprès de notre entrepôt, les articles manquants vous seront expédiés sous huitaine. À titre \
             de geste commercial, un avoir sera porté au crédit de votre compte.",
                "Nous espérons que cette solution vous donnera satisfaction.",
            ],
        ),
    ],
    ends: &["Nous vous prions d'agréer, Madame, Monsieur, nos sincères salutations.", "Bien cordialement,"],
    signs: &["Le responsable clientèle", "La directrice régionale", "Votre conseiller"],
    small: "Entreprise régie par le code des assurances - Service client ouvert du lundi au vendredi de 9 h à \
         18 h, appel non surtaxé",
    private: false,
    claims: false,
};
pub(super) const PRIVATE: Hand = Hand {
    names: &[],
    under: &[],
    matters: &[
        (
            "Résiliation de mon abonnement",
            &[
                "Titulaire d'un abonnement souscrit le {}, je vous informe par la présente de ma décision d'y mettre fin.",
                "Je vous saurais gré de bien vouloir m'adresser une confirmation écrite ainsi que le solde de tout compte.",
            ],
        ),
        (
            "Préavis de départ du logement que j'occupe",
            &[
                "Par la présente, je vous donne congé du logement que j'occupe depuis le {} en vertu du bail signé entre nous.",
                "Le délai de préavis étant d'un mois en zone tendue, je vous propose de convenir d'une date pour l'état des \
             lieux et la remise des clés. Je vous remercie de me restituer le dépôt de garantie dans le délai légal.",
            ],
        ),
        (
            "Demande de remise gracieuse de pénalités",
            &[
                "J'ai reçu le {} un avis me réclamant des pénalités de retard. J'étais alors hospitalisé et n'ai pu faire face.",
                "Ma situation financière étant difficile, je sollicite de votre bienveillance la remise de cette majoration.",
            ],
        ),
    ],
    ends: &[
        "Dans cette attente, je vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.",
        "En vous remerciant par avance, je vous prie de croire à mes sentiments respectueux.",
    ],
    signs: &[""],
    small: "",
    private: true,
    claims: false,
};
pub(super) const NOTICE: Hand = Hand {
    names: &[
        "Cabinet Recouvrement Atlantique", "FONCIA Berges de Seine", "SCP Huissiers Morvan-Lalande",
        "Crédit Mutuel du Forez",
    ],
    under: &["Service contentieux", "Commissaires de justice associés", "Service recouvrement"],
    matters: &[
        (
            "MISE EN DEMEURE DE PAYER",
            &[
                "Malgré nos relances restées sans effet, nous constatons que vous restez redevable de la somme de [].",
                "Par la présente, nous vous mettons en demeure de régler cette somme dans un délai de huit jours à compter de la \
             réception de ce courrier. La présente fait courir les intérêts de retard (article 1344-1 du code civil).",
                "À défaut, nous saisirons sans autre avis la juridiction compétente, tous frais à votre charge.",
            ],
        ),
        (
            "Dernier avis avant poursuites - charges de copropriété impayées",
            &[
                "Sauf erreur ou omission, votre compte présente à ce jour un solde débiteur de [].",
                "Nous vous mettons en demeure, en application de l'article 19-2 de la loi du 10 juillet 1965, de procéder au \
             paiement sous trente jours. Les frais de la présente mise en demeure sont à votre charge.",
                "Si votre règlement a croisé ce courrier, nous vous prions de ne pas en tenir compte.",
            ],
        ),
    ],
    ends: &["Veuillez agréer, Madame, Monsieur, nos salutations distinguées.", "Recevez nos salutations."],
    signs: &["Le service contentieux", "Pour le syndic", "Le gestionnaire"],
    small: "Paiement par virement, chèque à l'ordre du cabinet ou carte bancaire sur notre site - Document à conserver",
    private: false,
    claims: true,
};

/// What offices and firms add to most letters.
pub(super) const MORE: &[&str] = &[
    "Pour toute question relative à ce dossier, vous pouvez nous joindre du lundi au vendredi, de 9 heures à 12 heures et de 14 \
     heures à 16 heures 30, ou nous écrire en rappelant les références figurant en tête de la présente.",
    "Afin de faciliter le traitement de votre réponse, nous vous remercions de joindre une copie de ce courrier à tout envoi. \
     Les documents originaux ne doivent pas être adressés par voie postale, sauf demande expresse de notre part.",
    "Dans l'hypothèse où votre situation aurait changé depuis votre dernier envoi (adresse, état civil, coordonnées bancaires, \
     composition du foyer), il vous appartient de nous le signaler sans délai, en joignant les justificatifs utiles.",
    "Nous attirons votre attention sur le fait que l'absence de réponse dans le délai imparti ne pourra être interprétée comme \
     un accord tacite, et que les démarches déjà engagées suivront leur cours.",
];
