//! Orders of authorities: an extract of a mayor's register, of the president of a department, of a prefect.

use super::Page;
use super::trade_kit::*;
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, mark, of, written};
use crate::pages::marks;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("arrete", decree)];

fn decree(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => mayor(d),
        1 => department(d),
        _ => prefect(d),
    }
}

/// A matter: its subject, grounds, what is considered, what is ordered.
type Matter = (&'static str, &'static [&'static str], &'static str, &'static [&'static str]);

const TOWN: &[Matter] = &[
    (
        "Stationnement interdit place du Foirail - vide-greniers",
        &[
            "les articles L. 2212-2 et L. 2213-1 à L. 2213-6 du code général des collectivités territoriales",
            "le code de la route, notamment ses articles R. 417-10 et R. 325-12",
            "la demande de l'Amicale laïque reçue en mairie",
        ],
        "que la tenue du vide-greniers rend nécessaire la réservation de la place du Foirail afin d'assurer la sécurité des exposants et du public",
        &[
            "Le stationnement et la circulation de tous les véhicules, hors véhicules de secours, sont interdits place du Foirail et rue Basse du samedi 18 heures au dimanche 20 heures.",
            "Les véhicules en infraction seront enlevés et mis en fourrière aux frais de leur propriétaire.",
            "La signalisation réglementaire est mise en place par les services techniques quarante-huit heures à l'avance.",
            "Les organisateurs maintiendront en permanence un passage de quatre mètres pour les véhicules d'incendie et de secours.",
        ],
    ),
    (
        "Numérotation des immeubles du chemin des Vignes",
        &[
            "le code général des collectivités territoriales, notamment son article L. 2213-28",
            "le décret n° 94-1112 du 19 décembre 1994",
            "la délibération du conseil municipal portant dénomination des voies",
        ],
        "que le numérotage des habitations est utile aux services de secours, au courrier et au déploiement de la fibre",
        &[
            "Il est procédé à la numérotation métrique des immeubles du chemin des Vignes, côté pair à droite en venant du bourg.",
            "Les propriétaires reçoivent une plaque fournie par la commune, qu'ils posent à leurs frais, visible de la voie publique.",
            "Nul ne peut modifier, recouvrir ou faire disparaître un numéro, sous peine de poursuites.",
            "Le présent arrêté est notifié aux propriétaires intéressés, au service du cadastre et à La Poste.",
        ],
    ),
    (
        "Ouverture d'un débit de boissons temporaire",
        &[
            "le code de la santé publique, notamment ses articles L. 3334-2 et L. 3335-4",
            "l'arrêté préfectoral relatif à la police des débits de boissons",
            "la demande présentée par le président du comité des fêtes",
        ],
        "que la demande, la deuxième de l'année, est présentée à l'occasion de la fête patronale",
        &[
            "Le comité des fêtes est autorisé à ouvrir un débit temporaire de boissons du premier et du troisième groupe à la salle polyvalente.",
            "Le bénéficiaire se conforme aux horaires de fermeture fixés par arrêté préfectoral et affiche les dispositions sur la protection des mineurs.",
            "Des éthylotests sont tenus à la disposition du public.",
            "L'autorisation est précaire et peut être retirée à tout moment pour un motif d'ordre public.",
        ],
    ),
];

const ROAD: &[Matter] = &[
    (
        "Limitation de vitesse à 70 km/h - RD 12, PR 4+200 à PR 5+650",
        &[
            "le code général des collectivités territoriales, notamment son article L. 3221-4",
            "le code de la route, notamment ses articles R. 411-8 et R. 413-1",
            "l'avis favorable du groupement de gendarmerie",
        ],
        "que la configuration de la chaussée, la faible visibilité en virage et les accès riverains imposent une réduction de la vitesse",
        &[
            "La vitesse de tous les véhicules est limitée à 70 km/h dans les deux sens de circulation sur la section désignée ci-dessus, hors agglomération.",
            "La signalisation réglementaire est fournie, posée et entretenue par l'unité territoriale.",
            "Toutes dispositions antérieures contraires au présent arrêté sont abrogées.",
            "Les infractions sont constatées et poursuivies conformément à la réglementation en vigueur.",
        ],
    ),
    (
        "Tarification journalière 2024 de l'EHPAD Les Tilleuls",
        &[
            "le code de l'action sociale et des familles, notamment ses articles L. 314-1 et R. 314-1 et suivants",
            "la convention tripartite en vigueur",
            "les propositions budgétaires transmises par l'établissement",
        ],
        "le rapport du directeur général adjoint chargé de la solidarité",
        &[
            "Les recettes et dépenses prévisionnelles de l'établissement sont autorisées pour l'exercice aux montants figurant en annexe.",
            "Le prix de journée hébergement applicable au 1er avril est fixé à 61,48 € pour une chambre individuelle.",
            "Les tarifs dépendance sont fixés à : GIR 1-2, 21,02 € ; GIR 3-4, 13,34 € ; GIR 5-6, 5,66 €.",
            "Les recours contre le présent arrêté sont portés devant le tribunal interrégional de la tarification sanitaire et sociale.",
        ],
    ),
];

const STATE: &[Matter] = &[
    (
        "prescrivant la destruction administrative de sangliers",
        &[
            "le code de l'environnement, notamment ses articles L. 427-1 à L. 427-7",
            "l'arrêté ministériel du 19 pluviôse an V, modifié",
            "l'avis du président de la fédération départementale des chasseurs",
            "les dégâts signalés par la chambre d'agriculture",
        ],
        "l'importance des dommages causés aux prairies et aux semis et l'insuffisance des prélèvements réalisés en période de chasse",
        &[
            "Les lieutenants de louveterie sont chargés de procéder à des opérations de destruction de sangliers sur les communes listées en annexe, de jour comme de nuit.",
            "Les opérations se déroulent jusqu'au 31 mai, sous la responsabilité du lieutenant de louveterie, qui peut s'adjoindre les tireurs de son choix.",
            "La gendarmerie et les maires sont prévenus vingt-quatre heures à l'avance.",
            "Un compte rendu est adressé à la direction départementale des territoires dans les quarante-huit heures.",
        ],
    ),
    (
        "portant agrément d'un centre de contrôle de véhicules",
        &[
            "le code de la route, notamment ses articles L. 323-1 et R. 323-14",
            "l'arrêté ministériel du 18 juin 1991 modifié",
            "la demande présentée par l'exploitant",
            "le rapport de visite de la direction régionale de l'environnement",
        ],
        "que le dossier présenté satisfait aux conditions fixées par la réglementation",
        &[
            "L'agrément est accordé au centre de contrôle désigné en annexe pour les véhicules dont le poids n'excède pas 3,5 tonnes.",
            "Toute modification des conditions d'exploitation est portée sans délai à la connaissance de la préfecture.",
            "L'agrément peut être suspendu ou retiré en cas de manquement, l'exploitant entendu.",
            "Le présent arrêté est publié au recueil des actes administratifs et notifié à l'intéressé.",
        ],
    ),
    (
        "fixant la liste des médecins agréés du département",
        &[
            "la loi n° 83-634 du 13 juillet 1983 portant droits et obligations des fonctionnaires",
            "le décret n° 86-442 du 14 mars 1986, notamment son article 1er",
            "l'avis du conseil départemental de l'ordre des médecins",
        ],
        "la proposition du directeur général de l'agence régionale de santé",
        &[
            "La liste des médecins généralistes et spécialistes agréés est arrêtée telle qu'elle figure en annexe, pour une durée de trois ans.",
            "Cette liste peut être consultée dans les services de l'agence régionale de santé.",
            "L'arrêté antérieur ayant le même objet est abrogé.",
            "Le présent arrêté entre en vigueur le lendemain de sa publication.",
        ],
    ),
];

/// Grounds, what is considered and the articles; returns the next baseline.
fn matter(d: &mut Desk<'_, '_>, (x0, x1): (f32, f32), mut y: f32, m: &Matter, last: &str, p: &Pens) -> f32 {
    let mut k = d.rng.fork();
    let width = x1 - x0;
    let (seen, since) = k.choose(&[("VU", "CONSIDÉRANT"), ("Vu", "Considérant")]);
    for ground in m.1 {
        y = para(d, x0, y, width, &format!("{seen} {ground} ;"), &p.n) + 4.0;
    }
    y = para(d, x0, y, width, &format!("{since} {} ;", m.2), &p.n) + 16.0;
    fit(d, "", ((x0 + x1) / 2.0, y), width, k.pick(&["A R R Ê T E", "ARRÊTE", "ARRÊTE :"]), &p.b, C);
    y += 22.0;
    let style = k.below(3);
    let articles: Vec<&str> = m.3.iter().copied().chain([last]).collect();
    for (i, text) in articles.iter().enumerate() {
        let n = if i == 0 { "1er".to_owned() } else { (i + 1).to_string() };
        y = match style {
            0 => {
                put(d, x0, y, width, &format!("ARTICLE {n}"), &p.b);
                full(d, x0, y + p.n.size * 1.3, width, text, &p.n)
            }
            1 => full(d, x0, y, width, &format!("Article {n} : {text}"), &p.n),
            _ => {
                put(d, x0, y, 56.0, &format!("Art. {n}. -"), &p.b);
                para(d, x0 + 58.0, y, width - 58.0, text, &p.n)
            }
        } + 7.0;
    }
    y
}

/// A line whose date is a field.
fn dated(d: &mut Desk<'_, '_>, x: f32, y: f32, (before, date): (&str, &str), t: &Type) {
    let since = d.c.lines.len();
    put(d, x, y, 250.0, &format!("{before}{date}"), t);
    mark(d, since, "date", date);
}

fn appeal(court: &str) -> String {
    format!(
        "Le présent acte peut faire l'objet d'un recours gracieux ou d'un recours contentieux devant le tribunal administratif {} dans un délai de deux mois à compter de sa \
             publication ou de sa notification. Le tribunal peut être saisi par l'application « Télérecours citoyens » accessible par le site www.telerecours.fr.",
        of(court)
    )
}

/// An extract of the register of a town: the arms at the left, the number in a frame.
fn mayor(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 10.4);
    let place = Place::random(&mut k);
    let issued = day(&mut k, 2006, 2025);
    let m = k.choose(TOWN);
    let (x0, x1) = (62.0, 540.0);
    emblem(d, x0, 30.0, 62.0, &mut k);
    block(
        d,
        "",
        (x0, 106.0),
        150.0,
        &[
            format!("Département {}", place.dept),
            format!("Commune {}", of(place.town)),
            format!("Canton {}", of(place.town)),
        ],
        &p.s,
    );
    fit(d, "", (352.0, 52.0), 370.0, "RÉPUBLIQUE FRANÇAISE", &p.b, C);
    fit(d, "", (352.0, 66.0), 370.0, "Liberté - Égalité - Fraternité", &p.i, C);
    let title = k.pick(&[
        "EXTRAIT DU REGISTRE DES ARRÊTÉS DU MAIRE",
        "ARRÊTÉ DU MAIRE",
        "ARRÊTÉ MUNICIPAL",
        "Registre des arrêtés du maire",
    ]);
    fit(d, "", (352.0, 96.0), 370.0, title, &p.h, C);
    let number = number_of(issued, &["", "AR", "POL-"], &mut k);
    d.c.frame(250.0, 108.0, 455.0, 130.0, 0.7);
    let since = d.c.lines.len();
    fit(d, "", (352.0, 123.0), 190.0, &format!("{} {number}", k.pick(&["N°", "Arrêté n°", "Numéro :"])), &p.b, C);
    mark(d, since, "order_number", &number);
    kv(d, (x0, x0 + 44.0, x1), 168.0, (k.pick(&["Objet :", "OBJET :", "Objet"]), "subject", m.0), (&p.b, &p.b));
    let by = Someone::random(&mut k);
    put(d, x0, 194.0, 470.0, &format!("Le maire {},", of(place.town)), &p.n);
    let last = format!(
        "{} et le commandant de la brigade de gendarmerie sont chargés, chacun en ce qui le concerne, de l'exécution du présent arrêté.",
        k.pick(&["Le secrétaire de mairie", "La secrétaire générale", "Le garde champêtre"])
    );
    let y = matter(d, (x0, x1), 216.0, &m, &last, &p);
    let date = say(k.choose(&[0, 4]), issued);
    dated(d, 320.0, y + 16.0, (&format!("{} {}, le ", k.pick(&["Fait à", "À"]), place.town), &date), &p.n);
    put(d, 320.0, y + 31.0, 200.0, "Le maire,", &p.n);
    put(d, 320.0, y + 84.0, 200.0, &by.full(), &p.n);
    marks::signature(d.c, 330.0, y + 56.0, 100.0, &mut k);
    block(
        d,
        "",
        (x0, y + 40.0),
        220.0,
        &[
            "Pour extrait certifié conforme".to_owned(),
            "Acte rendu exécutoire par affichage".to_owned(),
            "et transmission au contrôle de légalité".to_owned(),
        ],
        &p.s,
    );
    para(d, x0, (y + 104.0).max(752.0), x1 - x0, &appeal(place.court), &p.s);
}

fn number_of(day: Day, heads: &[&str], k: &mut crate::rng::Rng) -> String {
    let n = k.between(3, 480);
    match k.below(4) {
        0 => format!("{}{}-{n:03}", k.pick(heads), day.0),
        1 => format!("{n}/{}", day.0),
        2 => format!("{:02}-{:02}-{n:03}", day.0 % 100, day.1),
        _ => format!("{}{}/{:02}/{n:02}", k.pick(heads), day.0, day.1),
    }
}

/// Of the president of a department: the service at the left, the title in two lines, the date under it.
fn department(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 10.2);
    let place = Place::random(&mut k);
    let issued = day(&mut k, 2014, 2025);
    let m = k.choose(ROAD);
    let (x0, x1) = (70.0, 536.0);
    put(d, x0, 56.0, 300.0, &format!("DÉPARTEMENT {}", capitals(place.dept, true)), &p.b.sized(p.n.size * 1.2));
    let (who, by, head) = k.choose(&[
        ("LE PRÉSIDENT", 'M', "Pour le président et par délégation,"),
        ("LA PRÉSIDENTE", 'F', "Pour la présidente et par délégation,"),
    ]);
    let service = k.pick(&[
        "Direction des routes et des mobilités",
        "Pôle solidarités - Direction de l'autonomie",
        "Direction générale adjointe aménagement",
    ]);
    block(
        d,
        "",
        (x0, 71.0),
        300.0,
        &[
            service.to_owned(),
            format!("Unité territoriale {}", of(place.town)),
            format!("Réf. : DRM/UT/{}", k.digits(3)),
        ],
        &p.n,
    );
    emblem(d, 474.0, 34.0, 62.0, &mut k);
    let number = number_of(issued, &["AR-", "DRM ", "ATD"], &mut k);
    let since = d.c.lines.len();
    let kind = k.pick(&["ARRÊTÉ N°", "ARRÊTÉ PERMANENT N°", "ARRÊTÉ DÉPARTEMENTAL N°"]);
    fit(d, "", (303.0, 136.0), 460.0, &format!("{kind} {number}"), &p.h, C);
    mark(d, since, "order_number", &number);
    fit(d, "subject", (303.0, 156.0), 460.0, m.0, &p.b, C);
    d.rule(220.0, 168.0, 386.0, 168.0, 0.7);
    put(d, x0, 192.0, 460.0, &format!("{} DU CONSEIL DÉPARTEMENTAL {},", who, capitals(place.dept, true)), &p.b);
    let last = "Le directeur général des services du département est chargé de l'exécution du présent arrêté, qui sera publié au recueil des actes administratifs du département.";
    let y = matter(d, (x0, x1), 214.0, &m, last, &p);
    dated(d, x0, y + 18.0, (&format!("{}, le ", place.seat), &say(k.choose(&[0, 3, 4]), issued)), &p.n);
    put(d, 320.0, y + 36.0, 215.0, head, &p.n);
    put(
        d,
        320.0,
        y + 50.0,
        215.0,
        if by == 'M' { "Le chef de l'unité territoriale" } else { "La directrice générale adjointe" },
        &p.n,
    );
    marks::signature(d.c, 330.0, y + 78.0, 100.0, &mut k);
    put(d, 320.0, y + 108.0, 200.0, &one_of(by, &mut k).full(), &p.b);
    block(
        d,
        "",
        (x0, y + 62.0),
        220.0,
        &[
            "Destinataires :".to_owned(),
            "- M. le maire de la commune".to_owned(),
            "- Gendarmerie - SDIS - Transports".to_owned(),
            "- Recueil des actes administratifs".to_owned(),
        ],
        &p.s,
    );
    para(d, x0, (y + 126.0).max(760.0), x1 - x0, &appeal(place.court), &p.s);
}

/// Of a prefect: the mark of the State at the left, the date and number in the title.
fn prefect(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 10.2);
    let place = Place::random(&mut k);
    let issued = day(&mut k, 2008, 2025);
    let m = k.choose(STATE);
    let (x0, x1) = (64.0, 542.0);
    d.c.fill(x0, 34.0, x0 + 22.0, 48.0, 90);
    d.c.fill(x0 + 44.0, 34.0, x0 + 66.0, 48.0, 140);
    put(d, x0, 64.0, 180.0, &format!("{} {}", "PRÉFET", capitals(place.dept, true)), &p.b.sized(p.n.size * 1.15));
    block(
        d,
        "",
        (x0, 76.0),
        150.0,
        &["Liberté".to_owned(), "Égalité".to_owned(), "Fraternité".to_owned()],
        &p.i.sized(p.s.size),
    );
    fit(
        d,
        "",
        (x1, 64.0),
        280.0,
        k.pick(&[
            "Direction départementale des territoires",
            "Direction de la citoyenneté et de la légalité",
            "Secrétariat général",
        ]),
        &p.b,
        R,
    );
    fit(
        d,
        "",
        (x1, 77.0),
        280.0,
        k.pick(&[
            "Service eau, environnement et forêt",
            "Bureau de la réglementation générale",
            "Pôle de coordination",
        ]),
        &p.n,
        R,
    );
    let number = match k.below(3) {
        0 => format!("{}-{:02}-{:02}-{:03}", &place.code[..2], issued.0, issued.1, k.between(1, 60)),
        1 => format!("DDT-{}-{:04}", issued.0, k.between(9, 1200)),
        _ => format!("{}-{:03}-{:04}", issued.0, k.between(1, 365), k.between(1, 20)),
    };
    let date = written(issued);
    let (a, b) =
        k.choose(&[("ARRÊTÉ N°", "du"), ("Arrêté préfectoral n°", "en date du"), ("ARRÊTÉ PRÉFECTORAL N°", "DU")]);
    let since = d.c.lines.len();
    fit(d, "", (303.0, 136.0), 470.0, &format!("{a} {number} {b} {date}"), &p.b.sized(p.n.size * 1.25), C);
    mark(d, since, "order_number", &number);
    mark(d, since, "date", &date);
    fit(d, "subject", (303.0, 154.0), 470.0, m.0, &p.b, C);
    let title = k.pick(&["Chevalier de la Légion d'honneur,", "Officier de l'ordre national du Mérite,"]);
    fit(d, "", (303.0, 186.0), 470.0, &format!("Le préfet {},", place.dept), &p.b, C);
    fit(d, "", (303.0, 199.0), 470.0, title, &p.n, C);
    let last = "Le secrétaire général de la préfecture, les sous-préfets d'arrondissement et le directeur départemental des territoires sont chargés, chacun en ce qui le concerne, de l'exécution du présent arrêté.";
    let y = matter(d, (x0, x1), 224.0, &m, last, &p);
    put(d, 320.0, y + 16.0, 215.0, &format!("{} {}", k.pick(&["Signé à", "Fait à"]), place.seat), &p.n);
    put(d, 320.0, y + 30.0, 215.0, k.pick(&["Pour le préfet et par délégation,", "Le préfet,"]), &p.n);
    marks::signature(d.c, 330.0, y + 58.0, 100.0, &mut k);
    put(d, 320.0, y + 88.0, 200.0, &Someone::random(&mut k).full(), &p.n);
    para(
        d,
        x0,
        (y + 110.0).max(742.0),
        x1 - x0,
        &format!("Délais et voies de recours : {}", appeal(place.court)),
        &p.s,
    );
    let line = format!(
        "{} - {} - Accueil du public sur rendez-vous - www.{}.gouv.fr",
        words::OFFICES[4].split(' ').next().unwrap_or("Préfecture"),
        place.seat,
        slug(place.seat)
    );
    fit(d, "", (297.0, 812.0), 470.0, &line, &p.s, C);
}
