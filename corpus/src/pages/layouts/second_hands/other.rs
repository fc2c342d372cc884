//! Pages of no type: a menu, minutes of a meeting, a page of a manual, a concert's programme, a recipe, a walk.

use super::Page;
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, day, of, written};
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[Page::a4("autre", other)];

fn other(d: &mut Desk<'_, '_>) {
    match d.rng.below(5) {
        0 => menu(d),
        1 => minutes(d),
        2 => manual(d),
        3 => concert(d),
        _ => walk(d),
    }
}

fn menu(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 12.0);
    fit(
        d,
        "",
        (297.0, 80.0),
        460.0,
        k.pick(&["Auberge du Vieux Pont", "Chez Mado", "La Table du Marché"]),
        &p.h.sized(p.h.size * 1.4),
        C,
    );
    fit(d, "", (297.0, 102.0), 460.0, k.pick(&["Carte d'automne", "Menu du terroir", "La carte"]), &p.i, C);
    d.rule(220.0, 116.0, 374.0, 116.0, 0.8);
    let mut y = 156.0;
    for (head, dishes) in [
        (
            "Entrées",
            [
                ("Velouté de potimarron, noisettes torréfiées", "8"),
                ("Terrine de campagne et pickles maison", "9"),
                ("Salade de chèvre chaud au miel", "10"),
                ("Œuf parfait, crème de lard", "9"),
            ],
        ),
        (
            "Plats",
            [
                ("Joue de bœuf au cahors, écrasé de pommes de terre", "19"),
                ("Filet de truite, beurre aux herbes", "18"),
                ("Magret de canard aux figues", "21"),
                ("Risotto aux cèpes", "17"),
            ],
        ),
        (
            "Desserts",
            [
                ("Tarte fine aux pommes", "7"),
                ("Moelleux au chocolat", "8"),
                ("Crème brûlée à la fève tonka", "7"),
                ("Assiette de fromages", "8"),
            ],
        ),
    ] {
        fit(d, "", (297.0, y), 400.0, head, &p.h, C);
        y += 30.0;
        for (dish, price) in dishes {
            if k.chance(0.12) {
                continue;
            }
            put(d, 100.0, y, 340.0, dish, &p.n);
            fit(d, "", (495.0, y), 60.0, &format!("{price} €"), &p.n, R);
            y += 24.0;
        }
        y += 20.0;
    }
    fit(d, "", (297.0, y + 6.0), 440.0, "Menu enfant 11 € : steak haché ou poisson pané, frites, glace", &p.i, C);
    fit(
        d,
        "",
        (297.0, y + 34.0),
        440.0,
        "Prix nets, service compris. La liste des allergènes est disponible en salle.",
        &p.s,
        C,
    );
}

fn minutes(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 10.6);
    let place = Place::random(&mut k);
    let date = written(day(&mut k, 2012, 2025));
    let (x0, x1) = (62.0, 535.0);
    put(
        d,
        x0,
        58.0,
        300.0,
        &k.choose(&[
            format!("Comité des fêtes {}", of(place.town)),
            format!("Association des parents d'élèves {}", of(place.town)),
            "Chorale À travers chants".to_owned(),
        ]),
        &p.b,
    );
    let title = k.pick(&[
        "Compte rendu de l'assemblée générale",
        "Procès-verbal de réunion du bureau",
        "COMPTE RENDU DE RÉUNION",
    ]);
    fit(d, "", (297.0, 96.0), 460.0, title, &p.h, C);
    fit(d, "", (297.0, 114.0), 460.0, &format!("{date}, salle des associations"), &p.n, C);
    let names: Vec<String> = (0..6).map(|_| Someone::random(&mut k).full()).collect();
    let mut y = para(d, x0, 146.0, x1 - x0, &format!("Présents : {}.", names[..4].join(", ")), &p.n);
    y = para(
        d,
        x0,
        y,
        x1 - x0,
        &format!("Excusés : {}. Secrétaire de séance : {}.", names[4..].join(", "), names[0]),
        &p.n,
    ) + 12.0;
    for (i, (head, text)) in [
        ("Approbation du précédent compte rendu", "Le compte rendu de la réunion précédente, adressé à tous les membres, est approuvé à l'unanimité sans observation."),
        ("Bilan de la fête d'été", "La manifestation a réuni près de trois cents personnes malgré la pluie du samedi. Le repas a été très apprécié ; la buvette a manqué de glaçons en soirée. La recette nette s'établit à 1 842 euros, en légère hausse. Les bénévoles sont vivement remerciés."),
        ("Matériel", "Deux barnums sont à réparer. Un devis sera demandé pour le remplacement des bâches. Le prêt de tables à la commune voisine est reconduit contre une participation symbolique."),
        ("Calendrier", "Loto : deuxième dimanche de novembre. Marché de Noël : à confirmer avec la mairie. Carnaval : samedi suivant les vacances de février. Il est rappelé que la réservation de la salle doit être faite trois mois à l'avance."),
        ("Renouvellement du bureau", "Trois membres sortants se représentent. Après un vote à main levée, le bureau est reconduit ; un poste de trésorier adjoint reste à pourvoir."),
        ("Questions diverses", "Un habitant demande l'installation d'un panneau d'affichage près de l'abribus. La question sera transmise à la municipalité. L'ordre du jour étant épuisé, la séance est levée à 22 h 15."),
    ].iter().enumerate() {
        put(d, x0, y, x1 - x0, &format!("{}. {head}", i + 1), &p.b);
        y = full(d, x0, y + 15.0, x1 - x0, text, &p.n) + 9.0;
    }
    put(d, x0, y + 14.0, 180.0, "La secrétaire", &p.n);
    put(d, 360.0, y + 14.0, 170.0, "Le président", &p.n);
    marks::signature(d.c, 365.0, y + 44.0, 90.0, &mut k);
}

fn manual(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.8);
    let (x0, x1) = (54.0, 541.0);
    let what = k.pick(&[
        "Poêle à granulés PG 8", "Tondeuse thermique T 46", "Cafetière à filtre C 12",
        "Portail coulissant - motorisation",
    ]);
    put(d, x0, 50.0, 300.0, what, &p.n);
    fit(d, "", (x1, 50.0), 160.0, k.pick(&["Notice d'utilisation", "Mode d'emploi - FR"]), &p.n, R);
    d.rule(x0, 58.0, x1, 58.0, 0.8);
    put(d, x0, 92.0, 480.0, "4. Mise en service et entretien", &p.h);
    let mut y = 118.0;
    for (head, text) in [
        (
            "4.1 Avant la première utilisation",
            "Retirez tous les éléments d'emballage et vérifiez que l'appareil n'a pas été endommagé pendant le transport. Placez-le sur une surface plane et stable, à distance de toute matière inflammable.",
        ),
        (
            "4.2 Mise en marche",
            "Branchez l'appareil sur une prise reliée à la terre. Appuyez trois secondes sur la touche marche : le voyant vert s'allume. Réglez la valeur souhaitée à l'aide des touches + et -. Une légère odeur peut se dégager lors des premières minutes, ce phénomène est normal.",
        ),
        (
            "4.3 Nettoyage",
            "Débranchez toujours l'appareil et laissez-le refroidir avant toute intervention. Utilisez un chiffon doux légèrement humide. N'employez ni solvant ni produit abrasif. Contrôlez les joints une fois par an et remplacez-les si nécessaire.",
        ),
    ] {
        put(d, x0, y, 480.0, head, &p.b);
        y = para(d, x0, y + 15.0, 300.0, text, &p.n) + 10.0;
    }
    d.c.frame(380.0, 112.0, x1, 290.0, 0.6);
    emblem(d, 396.0, 140.0, 120.0, &mut k);
    fit(d, "", (460.0, 304.0), 150.0, "Fig. 7 - Vue éclatée", &p.s, C);
    d.c.fill(x0, y + 4.0, x1, y + 46.0, 226);
    put(d, x0 + 10.0, y + 20.0, 100.0, "ATTENTION", &p.b);
    put(
        d,
        x0 + 10.0,
        y + 36.0,
        460.0,
        "Toute réparation doit être effectuée par un technicien agréé, sous peine d'annulation de la garantie.",
        &p.n,
    );
    y += 74.0;
    put(d, x0, y, 400.0, "4.4 En cas d'anomalie", &p.b);
    let cols = columns(x0, x1, &[(1.2, L), (1.8, L), (2.2, L)]);
    heads(d, (y + 10.0, 18.0), &cols, &["Symptôme", "Cause possible", "Remède"], &p.b, 2);
    let top = y + 10.0;
    y += 44.0;
    for (a, b, c) in [
        ("Ne démarre pas", "Alimentation coupée", "Vérifier la prise et le fusible"),
        ("Voyant rouge fixe", "Sécurité enclenchée", "Laisser refroidir, puis réarmer"),
        ("Voyant clignotant", "Sonde débranchée", "Contacter le service après-vente"),
        ("Bruit anormal", "Vis desserrée", "Resserrer les fixations du capot"),
        ("Faible rendement", "Filtre encrassé", "Nettoyer ou remplacer le filtre"),
    ] {
        cells(d, y, &cols, &texts(&[a, b, c]), &p.n);
        y += 19.0;
    }
    grid(d, top, y - 8.0, &cols);
    para(
        d,
        x0,
        y + 18.0,
        x1 - x0,
        "Ce symbole indique que le produit ne doit pas être jeté avec les ordures ménagères. Rapportez-le à un point de collecte en vue de son recyclage. Pièces détachées disponibles pendant sept ans.",
        &p.n,
    );
    fit(d, "", (297.0, 806.0), 60.0, &k.between(8, 30).to_string(), &p.n, C);
}

fn concert(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 12.0);
    let place = Place::random(&mut k);
    emblem(d, 247.0, 40.0, 100.0, &mut k);
    fit(
        d,
        "",
        (297.0, 178.0),
        480.0,
        k.pick(&["Concert de printemps", "Festival des Musiques en vallée", "Nuit du chœur"]),
        &p.h.sized(p.h.size * 1.6),
        C,
    );
    fit(d, "", (297.0, 206.0), 480.0, &format!("Église Saint-Martin {} - entrée libre", of(place.town)), &p.n, C);
    let mut y = 260.0;
    for (who, what) in [
        ("Antonio Vivaldi", "Gloria en ré majeur, extraits"),
        ("Gabriel Fauré", "Cantique de Jean Racine"),
        ("Camille Saint-Saëns", "Romance pour cor et orgue"),
        ("Francis Poulenc", "Quatre petites prières"),
        ("Traditionnel basque", "Agur Maria"),
        ("Georg Friedrich Haendel", "Alléluia du Messie"),
    ] {
        put(d, 110.0, y, 180.0, who, &p.b);
        put(d, 290.0, y, 240.0, what, &p.i);
        y += 28.0;
    }
    y += 20.0;
    for line in [
        format!("Direction : {}", Someone::random(&mut k).full()),
        format!("Orgue : {}", Someone::random(&mut k).full()),
        format!("Soprano : {}", Someone::random(&mut k).full()),
    ] {
        fit(d, "", (297.0, y), 420.0, &line, &p.n, C);
        y += 22.0;
    }
    let text = "L'ensemble vocal réunit depuis vingt ans une quarantaine d'amateurs de la vallée. Les répétitions ont lieu chaque jeudi à 20 h 30 à l'école de musique ; tous les pupitres, et particulièrement les ténors, \
                accueillent de nouvelles voix. Aucune audition n'est demandée, le goût de chanter suffit.";
    y = para(d, 100.0, y + 20.0, 395.0, text, &p.n);
    fit(
        d,
        "",
        (297.0, y + 30.0),
        420.0,
        "Avec le soutien de la commune et du conseil départemental. Ne pas jeter sur la voie publique.",
        &p.s,
        C,
    );
}

fn walk(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 10.4);
    let place = Place::random(&mut k);
    let (x0, x1) = (50.0, 545.0);
    d.c.fill(0.0, 0.0, 595.0, 84.0, 205);
    put(
        d,
        x0,
        40.0,
        480.0,
        k.pick(&["Sentier des Moulins", "Le tour du Lac noir", "Circuit des Capitelles"]),
        &p.h.sized(p.h.size * 1.4),
    );
    put(
        d,
        x0,
        64.0,
        480.0,
        &format!("Randonnée n° {} - Office de tourisme {}", k.between(1, 40), of(place.town)),
        &p.n,
    );
    let row = [
        ("Distance", "", format!("{},{} km", k.between(6, 18), k.between(0, 9))),
        ("Durée", "", format!("{} h {}", k.between(2, 5), k.choose(&[15, 30, 45]))),
        ("Dénivelé", "", format!("+ {} m", k.between(12, 70) * 10)),
        ("Niveau", "", "moyen".to_owned()),
        ("Balisage", "", "jaune".to_owned()),
    ];
    let row: Vec<_> = row.iter().map(|(a, b, c)| (*a, *b, c.as_str())).collect();
    boxes(d, (x0, 98.0, x1, 132.0), &row, (&p.s, &p.b));
    marks::photo(d.c, 306.0, 150.0, 239.0, 170.0, &mut k);
    fit(d, "", (425.0, 332.0), 230.0, "Vue depuis le belvédère", &p.s, C);
    let mut y = 162.0;
    for (i, text) in [
        "Depuis le parking du cimetière, prendre le chemin creux bordé de murets jusqu'au lavoir.",
        "Au lavoir, tourner à gauche et suivre le ruisseau sur huit cents mètres. Franchir la passerelle.",
        "Remonter par le sentier en lacets jusqu'à la crête. Vue sur la vallée et, par temps clair, sur les sommets.",
        "Suivre la piste forestière vers l'est. Laisser deux chemins à droite.",
        "À la croix de fer, descendre à travers la châtaigneraie. Passage raide, prudence par temps humide.",
        "Rejoindre la route, la longer sur cent mètres et revenir au village par la rue des Remparts.",
    ]
    .iter()
    .enumerate()
    {
        let width = if y < 346.0 { 210.0 } else { x1 - x0 - 24.0 };
        put(d, x0, y, 20.0, &format!("{}", i + 1), &p.b);
        y = para(d, x0 + 22.0, y, width, text, &p.n) + 8.0;
    }
    y = y.max(350.0);
    put(d, x0, y + 8.0, 480.0, "À voir en chemin", &p.h);
    let text = "Les trois moulins, dont le plus ancien est cité dans une charte de 1312, ont fonctionné jusqu'à la Première Guerre mondiale. On y broyait le seigle et les noix. Le dernier a été restauré par une association \
                qui propose des visites le dimanche après-midi. La chapelle, souvent fermée, abrite une Vierge en bois polychrome. Les landes sommitales hébergent le busard cendré : restez sur le sentier d'avril à juillet.";
    y = full(d, x0, y + 30.0, x1 - x0, text, &p.n);
    put(d, x0, y + 18.0, 480.0, "Conseils", &p.h);
    for text in [
        "Emportez de l'eau : aucun point d'approvisionnement après le départ.",
        "Tenez les chiens en laisse à proximité des troupeaux.",
        "Refermez les clôtures derrière vous et ne laissez aucun déchet.",
        "Numéro d'urgence : 112. Période de chasse : renseignez-vous en mairie.",
    ] {
        y += 16.0;
        put(d, x0, y + 22.0, 480.0, &format!("- {text}"), &p.n);
    }
    fit(
        d,
        "",
        (297.0, 806.0),
        480.0,
        "Fiche éditée avec le concours du comité départemental de la randonnée pédestre. Reproduction interdite.",
        &p.s,
        C,
    );
}
