//! Word lists: what French mail names. Built in, so that pages can be drawn with nothing installed.

pub(crate) const FIRST_NAMES: &[&str] = &[
    "Jean", "Marie", "Pierre", "Jeanne", "Michel", "Françoise", "André", "Monique", "Philippe", "Catherine", "René",
    "Nathalie", "Louis", "Isabelle", "Alain", "Jacqueline", "Jacques", "Anne", "Bernard", "Sylvie", "Marcel", "Martine",
    "Daniel", "Madeleine", "Roger", "Nicole", "Robert", "Suzanne", "Paul", "Hélène", "Claude", "Christine", "Henri",
    "Marguerite", "Christian", "Denise", "Nicolas", "Valérie", "Georges", "Stéphanie", "Joël", "Zoé", "Maël", "Noémie",
    "François", "Chloé", "Gérard", "Léa", "Thierry", "Émilie", "Stéphane", "Élodie", "Frédéric", "Céline", "Jérôme",
    "Aurélie", "Sébastien", "Amélie", "Cédric", "Mélanie", "Éric", "Inès", "Raphaël", "Anaïs", "Loïc", "Maëlle", "Hervé",
    "Geneviève", "Gaël", "Solène", "Yves", "Bérénice", "Benoît", "Clémence", "Côme", "Océane", "Théo", "Agnès", "Étienne",
    "Thérèse", "Guillaume", "Églantine", "Grégory", "Gaëlle", "Fatima", "Mohamed", "Karim", "Yasmine", "Nguyen", "José",
    "Aïcha", "Mehdi", "Ludivine", "Quentin", "Wilfried", "Xavier", "Yannick", "Zélie", "Jean-Pierre", "Marie-Thérèse",
    "Jean-Baptiste", "Anne-Laure", "Marie-Hélène", "Jean-François", "Pauline", "Kévin", "Laëtitia", "Gwenaëlle", "Ömer",
];

pub(crate) const LAST_NAMES: &[&str] = &[
    "Martin", "Bernard", "Thomas", "Petit", "Robert", "Richard", "Durand", "Dubois", "Moreau", "Laurent", "Simon", "Michel",
    "Lefèvre", "Leroy", "Roux", "David", "Bertrand", "Morel", "Fournier", "Girard", "Bonnet", "Dupont", "Lambert",
    "Fontaine", "Rousseau", "Vincent", "Müller", "Lefebvre", "Faure", "André", "Mercier", "Blanc", "Guérin", "Boyer",
    "Garnier", "Chevalier", "François", "Legrand", "Gauthier", "Garcia", "Perrin", "Robin", "Clément", "Morin", "Nicolas",
    "Henry", "Roussel", "Mathieu", "Gautier", "Masson", "Marchand", "Duval", "Denis", "Dumont", "Marie", "Lemaire", "Noël",
    "Meyer", "Dufour", "Meunier", "Brun", "Blanchard", "Giraud", "Joly", "Rivière", "Lucas", "Brunet", "Gaillard",
    "Barbier", "Arnaud", "Martinez", "Gérard", "Roche", "Renard", "Schmitt", "Roy", "Leroux", "Colin", "Vidal", "Caron",
    "Picard", "Roger", "Fabre", "Aubert", "Lemoine", "Renaud", "Dumas", "Lacroix", "Olivier", "Philippe", "Bourgeois",
    "Pierre", "Benoît", "Rey", "Leclerc", "Payet", "Rolland", "Leclercq", "Guillaume", "Lecomte", "Lopez", "Jean", "Dupuy",
    "Guillot", "Hubert", "Berger", "Carpentier", "Sánchez", "Dupuis", "Moulin", "Louis", "Deschamps", "Huet", "Vasseur",
    "Perez", "Boucher", "Fleury", "Royer", "Klein", "Jacquet", "Adam", "Paris", "Poirier", "Marty", "Aubry", "Guyot",
    "Carré", "Charles", "Renault", "Charpentier", "Ménard", "Maillard", "Baron", "Bertin", "Bailly", "Hervé", "Schneider",
    "Fernández", "Le Gall", "Collet", "Léger", "Bouvier", "Julien", "Prévost", "Millet", "Perrot", "Le Roux", "Cousin",
    "Germain", "Breton", "Rémy", "Le Goff", "Besson", "Langlois", "Évrard", "Hénaff", "Kœnig", "Lœuillet", "Çelik",
    "d'Ormesson", "de La Tour", "Le Bihan", "N'Diaye", "Nuñez", "Gonçalves", "Zeller", "Weiß", "Ångström", "Peÿ",
    "Wattrelos", "Quéméneur", "Xuereb", "Yvernault", "Benali", "Traoré", "Haddad", "Nguyen", "Kowalski", "João", "Ibáñez",
];

pub(crate) const TOWNS: &[(&str, &str)] = &[
    ("75001", "Paris"), ("75008", "Paris"), ("75013", "Paris"), ("75020", "Paris"), ("13001", "Marseille"), ("13200", "Arles"),
    ("69003", "Lyon"), ("31000", "Toulouse"), ("06000", "Nice"), ("44000", "Nantes"), ("34000", "Montpellier"),
    ("67000", "Strasbourg"), ("33000", "Bordeaux"), ("59000", "Lille"), ("35000", "Rennes"), ("51100", "Reims"),
    ("76600", "Le Havre"), ("42000", "Saint-Étienne"), ("83000", "Toulon"), ("38000", "Grenoble"), ("21000", "Dijon"),
    ("49000", "Angers"), ("30000", "Nîmes"), ("69100", "Villeurbanne"), ("63000", "Clermont-Ferrand"), ("72000", "Le Mans"),
    ("13100", "Aix-en-Provence"), ("29200", "Brest"), ("37000", "Tours"), ("80000", "Amiens"), ("87000", "Limoges"),
    ("74000", "Annecy"), ("66000", "Perpignan"), ("57000", "Metz"), ("25000", "Besançon"), ("45000", "Orléans"),
    ("76000", "Rouen"), ("68100", "Mulhouse"), ("14000", "Caen"), ("54000", "Nancy"), ("93200", "Saint-Denis"),
    ("95100", "Argenteuil"), ("93100", "Montreuil"), ("59100", "Roubaix"), ("59200", "Tourcoing"), ("84000", "Avignon"),
    ("92000", "Nanterre"), ("94000", "Créteil"), ("86000", "Poitiers"), ("78000", "Versailles"), ("92400", "Courbevoie"),
    ("64000", "Pau"), ("17000", "La Rochelle"), ("62100", "Calais"), ("06400", "Cannes"), ("34500", "Béziers"),
    ("68000", "Colmar"), ("18000", "Bourges"), ("29000", "Quimper"), ("26000", "Valence"), ("22000", "Saint-Brieuc"),
    ("10000", "Troyes"), ("82000", "Montauban"), ("79000", "Niort"), ("56000", "Vannes"), ("73000", "Chambéry"),
    ("56100", "Lorient"), ("81000", "Albi"), ("02100", "Saint-Quentin"), ("05000", "Gap"), ("12000", "Rodez"),
    ("19100", "Brive-la-Gaillarde"), ("71100", "Chalon-sur-Saône"), ("89000", "Auxerre"), ("58000", "Nevers"),
    ("03100", "Montluçon"), ("24000", "Périgueux"), ("40000", "Mont-de-Marsan"), ("65000", "Tarbes"), ("32000", "Auch"),
    ("07100", "Annonay"), ("08000", "Charleville-Mézières"), ("88000", "Épinal"), ("90000", "Belfort"), ("20000", "Ajaccio"),
    ("91000", "Évry-Courcouronnes"), ("94120", "Fontenay-sous-Bois"), ("92130", "Issy-les-Moulineaux"), ("77300", "Fontainebleau"),
    ("97400", "Saint-Denis"), ("97200", "Fort-de-France"), ("61000", "Alençon"), ("53000", "Laval"), ("23000", "Guéret"),
    ("48000", "Mende"), ("15000", "Aurillac"), ("43000", "Le Puy-en-Velay"), ("09000", "Foix"), ("11000", "Carcassonne"),
    ("85000", "La Roche-sur-Yon"), ("78170", "La Celle-Saint-Cloud"), ("94240", "L'Haÿ-les-Roses"), ("14600", "Honfleur"),
];

pub(crate) const STREET_KINDS: &[&str] = &[
    "rue", "rue", "rue", "rue", "avenue", "avenue", "boulevard", "place", "impasse", "allée", "chemin", "quai", "cours",
    "route de", "square", "passage", "résidence", "faubourg", "lotissement", "Z.A.", "bd", "av.",
];

pub(crate) const STREET_NAMES: &[&str] = &[
    "de la République", "Victor Hugo", "du Général de Gaulle", "Jean Jaurès", "de l'Église", "de la Gare", "Pasteur",
    "du Maréchal Foch", "Gambetta", "de Verdun", "des Écoles", "de la Liberté", "Émile Zola", "Jules Ferry", "du Moulin",
    "des Lilas", "du Château", "de la Fontaine", "Saint-Honoré", "de la Poste", "du 8 Mai 1945", "du 11 Novembre",
    "des Tilleuls", "de Bretagne", "Anatole France", "Aristide Briand", "de l'Hôtel de Ville", "Voltaire", "Diderot",
    "George Sand", "des Frères Lumière", "du Bois d'Amour", "de la Croix Rouge", "Pierre et Marie Curie", "des Acacias",
    "du Four à Chaux", "de l'Abbé Grégoire", "Léon Blum", "du Pré-Fleuri", "Sainte-Catherine", "de l'Œuvre", "des Cèdres",
    "Honoré de Balzac", "du Docteur Roux", "des Sœurs Grises", "d'Alsace-Lorraine", "du Faubourg Saint-Antoine",
];

pub(crate) const COMPANIES: &[&str] = &[
    "Électricité du Rhône", "Assurances Générales du Midi", "Banque Populaire de l'Ouest", "Mutuelle des Artisans",
    "Transports Lefèvre & Fils", "Menuiserie Girard", "Boulangerie du Marché", "Cabinet Moreau", "Étude Dubois-Perrin",
    "Imprimerie Centrale", "Clinique Saint-Jean", "Pharmacie de la Gare", "Garage du Centre", "Société Nouvelle d'Équipement",
    "Crédit Régional Mutuel", "Eaux de l'Agglomération", "Télécom Services", "Nord Matériaux", "Les Jardins d'Émeraude",
    "Plomberie Générale", "Atelier Bœuf & Cie", "Caisse Nationale de Prévoyance", "Office Public de l'Habitat",
    "Syndicat Mixte des Transports", "Coopérative Agricole du Béarn", "Hôtel des Voyageurs", "Librairie Générale",
    "Éditions du Chêne vert", "Maison Bérard", "Comptoir des Épices", "Fonderies de l'Est", "Chaussures Noël",
];

pub(crate) const COMPANY_FORMS: &[&str] =
    &["S.A.", "SARL", "SAS", "S.A.R.L.", "SA", "SNC", "EURL", "SCI", "& Cie", "et Fils", "G.I.E.", "SASU", "SCOP"];

pub(crate) const OFFICES: &[&str] = &[
    "Caisse d'allocations familiales", "Caisse primaire d'assurance maladie", "Direction générale des finances publiques",
    "Préfecture de police", "Préfecture du Rhône", "Mairie de Besançon", "Conseil départemental", "Rectorat de l'académie",
    "Tribunal judiciaire", "Centre des impôts", "URSSAF", "Pôle emploi", "Caisse nationale d'assurance vieillesse",
    "Ministère de l'Intérieur", "Ministère de l'Éducation nationale", "Centre hospitalier universitaire",
    "Direction départementale des territoires", "Chambre de commerce et d'industrie", "Service des ressources humaines",
    "Commission de surendettement", "Trésor public", "Sous-préfecture", "Maison départementale des personnes handicapées",
    "Bureau de l'état civil", "Direction des affaires juridiques", "Académie nationale de musique",
];

pub(crate) const MONTHS: &[&str] = &[
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
];

pub(crate) const DAYS: &[&str] = &["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

pub(crate) const LABELS: &[&str] = &[
    "Nom", "Prénom", "Prénoms", "Nom de naissance", "Nom d'usage", "Date de naissance", "Lieu de naissance", "Nationalité",
    "Adresse", "Code postal", "Commune", "Pays", "Téléphone", "Courriel", "Profession", "Situation familiale", "Sexe",
    "N° de sécurité sociale", "N° d'allocataire", "N° de contrat", "N° client", "N° de facture", "Référence", "Réf.",
    "Objet", "Date", "Date d'échéance", "Montant", "Total HT", "Total TTC", "TVA", "Net à payer", "Solde", "Acompte",
    "Désignation", "Quantité", "Qté", "Prix unitaire", "P.U. HT", "Remise", "Unité", "Code", "Libellé", "Débit", "Crédit",
    "Code banque", "Code guichet", "Numéro de compte", "Clé RIB", "Domiciliation", "Titulaire du compte", "IBAN", "BIC",
    "Signature", "Cachet", "Fait à", "Le", "Signature de l'employeur", "Taille", "Délivré le", "Délivrée par",
    "Expire le", "Valable jusqu'au", "Né(e) le", "à", "Matricule", "Emploi", "Échelon", "Salaire de base", "Cotisations",
    "Net imposable", "Heures supplémentaires", "Congés payés", "Mode de règlement", "Échéance", "Conditions de paiement",
    "Lu et approuvé", "Bon pour accord", "Cochez la case", "Oui", "Non", "Revenu fiscal de référence", "Nombre de parts",
    "Taxe foncière", "Avis d'échéance", "Page", "Suite", "Annexe", "Pièces jointes", "P.J.", "Copie à", "Destinataire",
    "Expéditeur", "Vos références", "Nos références", "Dossier suivi par", "Affaire suivie par", "Tél.", "Fax", "Sous-total",
    "Report", "À reporter", "Total général", "Frais de port", "Bénéficiaire", "Assuré", "Adhérent", "Sinistre", "Franchise",
];

pub(crate) const ITEMS: &[&str] = &[
    "Abonnement mensuel", "Fourniture et pose", "Main-d'œuvre", "Déplacement", "Forfait installation", "Ramette papier A4 80 g",
    "Câble 3 × 2,5 mm²", "Peinture acrylique blanche", "Location de matériel", "Entretien annuel chaudière", "Consultation",
    "Café moulu 250 g", "Pain complet", "Pommes Golden", "Eau minérale 6×1,5 L", "Frais de dossier", "Part fixe", "Consommation",
    "Heures creuses", "Heures pleines", "Taxe communale", "Contribution au service public", "Cotisation annuelle",
    "Assurance habitation", "Garantie dégât des eaux", "Nettoyage des locaux", "Dépannage serrurerie", "Vis inox 5x40",
    "Porte intérieure 73 cm", "Plaque de plâtre BA13", "Étagère chêne", "Fenêtre PVC 120×100", "Tuyau Ø 32", "Robinet d'arrêt",
    "Formation bureautique", "Honoraires", "Prestation de conseil", "Développement logiciel", "Hébergement web", "Timbre-poste",
    "Salaire de base", "Prime d'ancienneté", "Sécurité sociale plafonnée", "Retraite complémentaire T1", "CSG déductible",
    "CSG/CRDS non déductible", "Prévoyance", "Mutuelle", "Assurance chômage", "Titres-restaurant", "Indemnité de transport",
];

pub(crate) const HEADINGS: &[&str] = &[
    "FACTURE", "AVIS D'IMPÔT", "RELEVÉ D'IDENTITÉ BANCAIRE", "BULLETIN DE PAIE", "ATTESTATION", "CERTIFICAT DE TRAVAIL",
    "CONVOCATION", "MISE EN DEMEURE", "PROCÈS-VERBAL", "ARRÊTÉ", "EXTRAIT D'ACTE DE NAISSANCE", "DÉCLARATION DE REVENUS",
    "CONDITIONS GÉNÉRALES", "NOTE DE SERVICE", "RÉPUBLIQUE FRANÇAISE", "LIBERTÉ ÉGALITÉ FRATERNITÉ", "DÉPARTEMENT DU RHÔNE",
    "AVIS DE RÉCEPTION", "BON DE COMMANDE", "DEVIS", "QUITTANCE DE LOYER", "RELEVÉ DE COMPTE", "ÉTAT DES LIEUX",
    "CHAPITRE PREMIER", "INTRODUCTION", "TABLE DES MATIÈRES", "PRÉFACE", "CONCLUSION", "ANNEXE II", "SOMMAIRE", "RÉSUMÉ",
    "CARTE NATIONALE D'IDENTITÉ", "PERMIS DE CONDUIRE", "ACTE DE NAISSANCE", "DEMANDE DE LOGEMENT SOCIAL", "RAPPEL",
    "COMPTE RENDU", "RAPPORT D'EXPERTISE", "MÉMOIRE", "À L'ATTENTION DE", "CONFIDENTIEL", "URGENT", "PAYÉ", "REÇU", "COPIE",
    "DUPLICATA", "ÉCHÉANCIER", "AVENANT N° 2", "CONTRAT DE LOCATION", "LE MAIRE", "LE PRÉFET", "CLÔTURE", "DÉCISION",
];

pub(crate) const SENTENCES: &[&str] = &[
    "Nous avons bien reçu votre courrier du 12 courant et vous en remercions.",
    "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.",
    "Veuillez agréer, Monsieur le Directeur, l'assurance de ma considération distinguée.",
    "Dans l'attente de votre réponse, je vous prie de croire à l'expression de mes sentiments les meilleurs.",
    "Nous vous informons que votre dossier est actuellement incomplet.",
    "Sans réponse de votre part dans un délai de trente jours, nous serons contraints d'engager une procédure de recouvrement.",
    "Conformément à l'article L. 313-1 du code de la consommation, vous disposez d'un délai de rétractation de quatorze jours.",
    "Vous trouverez ci-joint les pièces justificatives demandées : copie de la carte d'identité, avis d'imposition et R.I.B.",
    "Votre prochaine échéance sera prélevée le 5 du mois sur le compte dont vous êtes titulaire.",
    "Je soussigné(e) certifie sur l'honneur l'exactitude des renseignements portés ci-dessus.",
    "En cas de changement de situation, vous devez nous en informer sans délai.",
    "Le présent certificat est délivré à l'intéressé pour servir et valoir ce que de droit.",
    "Toute réclamation doit être adressée au service clientèle par lettre recommandée avec accusé de réception.",
    "Le montant de votre allocation a été réévalué à compter du 1er janvier.",
    "Cette décision peut être contestée devant le tribunal administratif dans les deux mois suivant sa notification.",
    "Nous avons l'honneur de vous faire connaître que votre demande a été examinée avec la plus grande attention.",
    "Le conseil municipal, réuni en séance ordinaire sous la présidence de Monsieur le Maire, a délibéré comme suit.",
    "Je me permets de vous rappeler que le loyer du mois de février n'a pas été réglé à ce jour.",
    "L'assuré déclare avoir pris connaissance des conditions particulières du contrat.",
    "Le remboursement s'effectuera par virement sur votre compte bancaire sous huit jours ouvrés.",
    "Nous restons à votre entière disposition pour tout renseignement complémentaire.",
    "Je vous serais obligé de bien vouloir me faire parvenir votre règlement par retour du courrier.",
    "Comme suite à notre entretien téléphonique, je vous confirme mon accord sur les termes de la convention.",
    "Les travaux devront être achevés avant le 30 septembre, faute de quoi des pénalités de retard seront appliquées.",
    "Monsieur le Président ouvre la séance à quatorze heures trente et constate que le quorum est atteint.",
    "Il a été décidé, à l'unanimité des membres présents, d'approuver le procès-verbal de la séance précédente.",
    "Le vœu de la commission est que cette œuvre soit représentée dès l'hiver prochain à l'Opéra.",
    "Les artistes du chœur et les élèves du Conservatoire seront convoqués pour une répétition générale.",
    "J'ai bien reçu votre lettre d'hier et je m'empresse d'y répondre, quoique je sois fort occupé en ce moment.",
    "Vous n'ignorez pas combien cette affaire me tient à cœur ; aussi vous demanderai-je d'y apporter tous vos soins.",
    "Il est difficile de déterminer avec précision l'époque à laquelle ce monument fut élevé.",
    "Au commencement du siècle dernier, la ville ne comptait guère plus de six mille habitants.",
    "On ne saurait trop insister sur l'importance de ces découvertes pour l'histoire de la philosophie.",
    "Elle s'assit près de la fenêtre, regarda longtemps la rivière, puis referma doucement son livre.",
    "— Où allez-vous donc, à cette heure ? demanda le vieil homme en ôtant son chapeau.",
    "« Mon ami, lui dit-il, vous avez tort de croire que tout cela soit sans conséquence. »",
    "Les températures élevées de l'été ont favorisé la maturité des raisins ; la récolte s'annonce abondante.",
    "Le naïf Gaëtan haïssait l'ambiguïté, et préférait à toute chose la grâce d'un maître aîné.",
    "Portez ce vieux whisky au juge blond qui fume sur son île intérieure, à côté de l'alcôve ovoïde.",
    "Dès Noël, où un zéphyr haï me vêt de glaçons würmiens, je dîne d'exquis rôtis de bœuf au kir à l'aÿ d'âge mûr.",
    "Voix ambiguë d'un cœur qui, au zéphyr, préfère les jattes de kiwis.",
    "Le pouvoir adjudicateur se réserve le droit de ne pas donner suite à la consultation.",
    "Les informations recueillies font l'objet d'un traitement informatique destiné à la gestion de votre dossier.",
    "Vous bénéficiez d'un droit d'accès, de rectification et d'opposition aux données qui vous concernent (loi du 6 janvier 1978).",
    "Toute fausse déclaration est passible d'une peine d'emprisonnement et d'amende (art. 441-1 du code pénal).",
    "Escompte pour paiement anticipé : néant. Indemnité forfaitaire pour frais de recouvrement : 40 €.",
    "Société par actions simplifiée au capital de 37 000 euros, R.C.S. Lyon B 552 100 554.",
    "Dispensé d'immatriculation au registre du commerce et des sociétés et au répertoire des métiers.",
    "Membre d'une association agréée, le règlement des honoraires par chèque est accepté.",
    "Merci de rappeler ces références dans toute correspondance.",
    "Ce document doit être conservé sans limitation de durée.",
    "Ne pas découper. À retourner dûment complété et signé avant le 15 octobre, cachet de la poste faisant foi.",
    "Fait en deux exemplaires originaux, dont un remis à chacune des parties.",
];

pub(crate) const VOCABULARY: &[&str] = &[
    "le", "la", "les", "de", "des", "du", "un", "une", "et", "à", "au", "aux", "en", "dans", "par", "pour", "sur", "avec",
    "sans", "sous", "que", "qui", "dont", "où", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "nous", "vous",
    "il", "elle", "ils", "elles", "on", "ne", "pas", "plus", "très", "bien", "être", "avoir", "fait", "été", "sera",
    "était", "sont", "ont", "avait", "peut", "doit", "même", "aussi", "tout", "toute", "tous", "autre", "après", "avant",
    "depuis", "jusqu'à", "lorsque", "c'est", "d'une", "d'un", "l'on", "qu'il", "qu'elle", "n'est", "s'est", "j'ai",
    "aujourd'hui", "quelqu'un", "dossier", "décision", "société", "contrat", "règlement", "échéance", "service",
    "département", "élève", "hôpital", "théâtre", "musée", "forêt", "fenêtre", "maître", "gâteau", "âge", "flûte", "goût",
    "août", "île", "dîner", "naïf", "haïr", "égoïste", "Noël", "ambiguë", "capharnaüm", "œuvre", "cœur", "sœur", "bœuf",
    "œil", "nœud", "vœu", "manœuvre", "œdème", "ex æquo", "curriculum vitæ", "leçon", "garçon", "français", "reçu", "déçu",
    "façade", "commerçant", "çà", "procès", "succès", "père", "mère", "frère", "première", "dernière", "élevé", "demandé",
    "payé", "année", "journée", "qualité", "quantité", "sécurité", "propriété", "nécessaire", "général", "particulier",
    "conseil", "commission", "travail", "travaux", "maison", "immeuble", "logement", "loyer", "charges", "facture",
    "paiement", "virement", "chèque", "compte", "banque", "somme", "montant", "total", "euros", "francs", "centimes",
    "monsieur", "madame", "mademoiselle", "docteur", "maire", "préfet", "ministre", "président", "directeur", "secrétaire",
    "lettre", "courrier", "réponse", "demande", "accord", "refus", "rendez-vous", "ci-joint", "ci-dessous", "c'est-à-dire",
    "peut-être", "vis-à-vis", "porte-parole", "chef-d'œuvre", "aujourd'hui", "kilomètre", "whisky", "wagon", "kiosque",
    "yeux", "zinc", "jury", "quai", "phare", "rythme", "xylophone", "bizarre", "gymnase", "jockey", "képi", "tramway",
];

pub(crate) const FOREIGN: &[&str] = &[
    "Please find enclosed a copy of the signed agreement dated 14 March.", "Yours sincerely, on behalf of the Board",
    "The shipment was delivered to the wrong address.", "We look forward to hearing from you at your earliest convenience.",
    "Terms & conditions apply; see overleaf.", "Thank you for your order #48213 — it's on its way!",
    "Sehr geehrte Damen und Herren, anbei übersenden wir Ihnen die gewünschten Unterlagen.",
    "Mit freundlichen Grüßen", "Straße der Einheit 12, 10115 Berlin", "Die Rechnung ist innerhalb von 14 Tagen fällig.",
    "Größe, Maß und Gewicht gemäß Anhang", "Estimado señor: le adjuntamos la factura del año pasado.",
    "¿Cuándo estará listo el próximo envío?", "¡Muchas gracias por su atención!", "Atentamente, la Dirección de Administración",
    "Número de identificación fiscal", "Gentile Signora, Le inviamo in allegato la documentazione richiesta.",
    "Distinti saluti, perché così è già più facile", "La fattura è stata pagata il giorno 3 marzo.", "Città di Castello, lì 4 luglio",
    "Prezado Senhor, informação sobre a sua situação e inscrição.", "São Paulo, João Pessoa, Coração de Jesus",
    "Met vriendelijke groet, gemeente Sint-Gillis", "Gade nr. 7, 2100 København Ø", "Årets største år på Ærø",
    "Ångström & Söner AB, Malmö", "Department of Defense", "The committee agreed that the minutes be approved.",
    "Certificate of origin", "Invoice total: £1,250.00 or $1,587.50", "All rights reserved © 2019 Acme™ Ltd.",
];
