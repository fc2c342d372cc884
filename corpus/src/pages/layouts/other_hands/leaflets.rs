//! Pages of no type: minutes, menus, manuals, cuttings, programmes.

use super::Page;
use super::stationery::{
    C, Citizen, Grid, L, Look, R, address, emblem, foot, grid, heavy, lately, one, phone, put, roman, row, slanted,
    surname, text,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{of, written};
use crate::pages::marks;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("autre", any)];

fn any(d: &mut Desk<'_, '_>) {
    match d.rng.below(5) {
        0 => minutes(d),
        1 => menu(d),
        2 => manual(d),
        3 => cutting(d),
        _ => programme(d),
    }
}

fn minutes(d: &mut Desk<'_, '_>) {
    let s = d.rng.range(10.0, 11.0);
    let (x0, x1) = (60.0, d.c.width - 60.0);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let day = lately(d);
    let what = one(
        d,
        &[
            "Compte rendu du conseil d'école",
            "Compte rendu de réunion de chantier n° 14",
            "Procès-verbal de la réunion du bureau",
            "Réunion du comité social et économique",
        ],
    );
    put("", (x0, 66.0, x1 - x0), what, &heavy(d, s + 5.0), C, d);
    put("", (x0, 84.0, x1 - x0), &format!("Séance du {}", written(day)), &slanted(d, s), C, d);
    let mut names = Vec::new();
    for _ in 0..6 {
        names.push(Citizen::random(&mut d.rng).name);
    }
    let mut y = text((x0, 116.0, x1 - x0), &format!("Présents : {}.", names[..4].join(", ")), &t, false, d);
    y = text((x0, y, x1 - x0), &format!("Excusés : {}.", names[4..].join(", ")), &t, false, d) + 12.0;
    let points: [(&str, &str); 5] = [
        (
            "1. Approbation du compte rendu précédent",
            "Le compte rendu de la dernière réunion est approuvé à l'unanimité, sans observation.",
        ),
        (
            "2. Point sur les effectifs",
            "Les effectifs restent stables. Deux départs sont annoncés pour le mois de septembre ; ils seront remplacés. Le calendrier des congés sera affiché avant la fin du mois.",
        ),
        (
            "3. Sécurité",
            "L'exercice d'évacuation s'est déroulé en trois minutes et vingt secondes. La porte du bâtiment B reste difficile à ouvrir : une demande d'intervention a été transmise aux services techniques.",
        ),
        (
            "4. Budget",
            "La trésorière présente l'état des dépenses. Il reste un peu moins d'un tiers de l'enveloppe. Les participants conviennent de reporter à l'an prochain l'achat du vidéoprojecteur.",
        ),
        (
            "5. Questions diverses",
            "Plusieurs participants signalent la vitesse excessive des voitures devant l'entrée. Il est proposé d'écrire à la commune. La fête de fin d'année aura lieu le dernier vendredi de juin ; les volontaires \
          peuvent s'inscrire auprès du secrétariat.",
        ),
    ];
    for (title, words) in points {
        put("", (x0, y, x1 - x0), title, &bold, L, d);
        y = text((x0, y + s * 1.5, x1 - x0), words, &t, true, d) + 10.0;
    }
    y = text(
        (x0, y, x1 - x0),
        "L'ordre du jour étant épuisé, la séance est levée à 20 h 15. Prochaine réunion : à définir.",
        &t,
        false,
        d,
    ) + 16.0;
    put("", (x0, y, 200.0), "Le secrétaire de séance", &t, L, d);
    put("", (x1 - 160.0, y, 160.0), "Le président", &t, L, d);
    marks::signature(d.c, x0 + 6.0, y + 34.0, 90.0, &mut d.rng);
    marks::signature(d.c, x1 - 150.0, y + 34.0, 90.0, &mut d.rng);
}

fn menu(d: &mut Desk<'_, '_>) {
    let s = d.rng.range(11.0, 12.4);
    let (x0, x1) = (90.0, d.c.width - 90.0);
    let (t, bold) = (roman(d, s), heavy(d, s + 3.0));
    emblem(d.c.width / 2.0 - 22.0, 40.0, 44.0, d);
    put(
        "",
        (x0, 116.0, x1 - x0),
        &format!("{} {}", one(d, &["Auberge", "Table de", "Restaurant", "Relais"]), surname(&mut d.rng)),
        &heavy(d, 22.0),
        C,
        d,
    );
    put(
        "",
        (x0, 136.0, x1 - x0),
        one(d, &["Cuisine de saison - Produits du marché", "Notre carte d'automne", "La carte du soir"]),
        &slanted(d, s),
        C,
        d,
    );
    let mut y = 176.0;
    let groups: [(&str, [&str; 4]); 4] = [
        (
            "Entrées",
            [
                "Velouté de potimarron, éclats de châtaigne",
                "Terrine de campagne, cornichons",
                "Œuf parfait aux cèpes",
                "Salade de chèvre chaud",
            ],
        ),
        (
            "Plats",
            [
                "Suprême de volaille fermière, jus au thym",
                "Filet de bar rôti, beurre blanc",
                "Bœuf bourguignon, purée maison",
                "Risotto aux légumes de saison",
            ],
        ),
        (
            "Fromages",
            [
                "Assiette de trois fromages affinés", "Faisselle, coulis de fruits rouges",
                "Saint-marcellin rôti au miel", "Tomme du pays",
            ],
        ),
        (
            "Desserts",
            ["Tarte fine aux pommes, glace vanille", "Moelleux au chocolat", "Île flottante", "Café gourmand"],
        ),
    ];
    for (title, dishes) in groups {
        put("", (x0, y, x1 - x0), title, &bold, C, d);
        d.rule(d.c.width / 2.0 - 26.0, y + 7.0, d.c.width / 2.0 + 26.0, y + 7.0, 0.5);
        y += s * 2.2;
        for dish in dishes {
            let price = format!("{} €", d.rng.between(7, 29));
            row(y, &t, &[("", x0, 330.0, L, dish), ("", x1 - 50.0, 50.0, R, &price)], d);
            y += s * 1.7;
        }
        y += s * 0.8;
    }
    put(
        "",
        (x0, y + 6.0, x1 - x0),
        "Prix nets en euros, service compris. La liste des allergènes est à votre disposition.",
        &slanted(d, s - 3.0),
        C,
        d,
    );
    put(
        "",
        (x0, y + 20.0, x1 - x0),
        &format!("Fermé dimanche soir et lundi - Réservations : {}", phone(&mut d.rng, "05")),
        &roman(d, s - 2.0),
        C,
        d,
    );
}

fn manual(d: &mut Desk<'_, '_>) {
    let s = d.rng.range(9.0, 10.0);
    let (x0, x1) = (50.0, d.c.width - 50.0);
    let (t, bold) = (roman(d, s), heavy(d, s + 2.0));
    put(
        "",
        (x0, 50.0, 200.0),
        one(d, &["LAVE-LINGE LV 7140", "Tondeuse TX 46 S", "Aspirateur Cyclo 2200", "Chaudière murale HR 24"]),
        &bold,
        L,
        d,
    );
    put(
        "",
        (x1 - 160.0, 50.0, 160.0),
        one(d, &["Mode d'emploi", "Notice d'utilisation", "Guide de l'utilisateur"]),
        &t,
        R,
        d,
    );
    d.rule(x0, 58.0, x1, 58.0, 0.8);
    let mut y = 84.0;
    put("", (x0, y, 300.0), "4. ENTRETIEN ET NETTOYAGE", &heavy(d, s + 4.0), L, d);
    y += 22.0;
    d.c.frame(x0, y - 4.0, x1, y + 34.0, 1.0);
    text(
        (x0 + 10.0, y + 10.0, x1 - x0 - 20.0),
        "ATTENTION ! Avant toute intervention, débranchez l'appareil de la prise de courant et laissez-le refroidir. N'utilisez jamais de nettoyeur à vapeur.",
        &heavy(d, s),
        false,
        d,
    );
    y += 54.0;
    let half = (x1 - x0) / 2.0 - 10.0;
    let mut left = y;
    for (i, words) in [
        "Ouvrez le volet situé en bas de la façade à l'aide d'une pièce de monnaie.",
        "Placez un récipient plat sous l'ouverture pour recueillir l'eau résiduelle.",
        "Dévissez le filtre dans le sens inverse des aiguilles d'une montre et retirez-le.",
        "Rincez le filtre à l'eau courante ; ôtez les peluches et les corps étrangers.",
        "Remettez le filtre en place et revissez-le à fond. Refermez le volet.",
    ]
    .into_iter()
    .enumerate()
    {
        put("", (x0, left, 14.0), &format!("{}.", i + 1), &heavy(d, s), L, d);
        left = text((x0 + 18.0, left, half - 18.0), words, &t, false, d) + 6.0;
    }
    marks::photo(d.c, x0 + half + 20.0, y - 8.0, half, 120.0, &mut d.rng);
    put("", (x0 + half + 20.0, y + 126.0, half), "Fig. 7 - Accès au filtre", &slanted(d, s - 1.0), C, d);
    y = left.max(y + 148.0) + 10.0;
    put("", (x0, y, 300.0), "4.2 Que faire en cas de panne ?", &bold, L, d);
    let w = x1 - x0;
    let columns = [(w * 0.28, L, "Anomalie", ""), (w * 0.34, L, "Cause possible", ""), (w * 0.38, L, "Remède", "")];
    let cell = |a: &str, b: &str, c: &str| vec![a.to_owned(), b.to_owned(), c.to_owned()];
    let rows = vec![
        cell("L'appareil ne démarre pas", "La fiche n'est pas branchée", "Brancher la fiche de secteur"),
        cell("Vibrations anormales", "Les pieds ne sont pas réglés", "Mettre de niveau, bloquer les contre-écrous"),
        cell("Pas d'arrivée d'eau", "Robinet fermé, filtre bouché", "Ouvrir le robinet, nettoyer le tamis"),
        cell("Code d'erreur E18", "La pompe est obstruée", "Nettoyer le filtre (voir 4.1)"),
        cell("Odeur inhabituelle", "Résidus de lessive", "Lancer un cycle à vide à 60 °C"),
        cell("Fuite sous l'appareil", "Joint usé ou tuyau desserré", "Resserrer, sinon appeler le dépanneur"),
    ];
    y = grid(
        &Grid { x: x0, columns: &columns, look: Look::Boxed, size: s - 0.4, pitch: s * 2.0 },
        y + 10.0,
        0.0,
        &rows,
        d,
    ) + 18.0;
    text(
        (x0, y, w),
        "Si l'anomalie persiste, contactez le service après-vente en indiquant le modèle et le numéro de série inscrits sur la plaque signalétique. Les réparations effectuées par des personnes non qualifiées peuvent \
        entraîner de graves dangers pour l'utilisateur et l'annulation de la garantie.",
        &t,
        true,
        d,
    );
    let at = d.c.height - 30.0;
    foot(at, &[format!("FR - {}", d.rng.between(8, 60))], 8.0, &[], d);
}

/// What papers of the region tell of such a day.
const NEWS: &[&str] = &[
    "Dès neuf heures, les premiers curieux se pressaient derrière les barrières.",
    "« On l'attendait depuis longtemps », confie une riveraine venue avec ses petits-enfants.",
    "Le chantier, qui a mobilisé une trentaine d'ouvriers, s'est achevé avec trois mois de retard.",
    "La fanfare a joué plusieurs morceaux de son répertoire sous un soleil généreux.",
    "Les commerçants espèrent que cette réouverture ramènera la clientèle dans le centre ancien.",
    "Le budget, estimé à deux millions d'euros, a été partagé entre la région et l'agglomération.",
    "Un ancien du quartier a raconté, ému, les grandes heures de son enfance.",
    "Les enfants des écoles avaient préparé une exposition de dessins.",
    "Dans l'assistance, on reconnaissait plusieurs élus du canton.",
    "L'après-midi, des visites commentées ont permis de découvrir les coulisses.",
    "Seule ombre au tableau : le manque de places pour se garer.",
    "Un pot offert à la population a conclu cette matinée dans la bonne humeur.",
    "D'autres animations sont annoncées tout au long de l'été.",
];

fn cutting(d: &mut Desk<'_, '_>) {
    let s = d.rng.range(9.2, 10.0);
    let (x0, x1) = (48.0, d.c.width - 48.0);
    let t = roman(d, s);
    let town = d.rng.choose(words::TOWNS).1;
    let day = lately(d);
    put(
        "",
        (x0, 52.0, 260.0),
        one(d, &["LE COURRIER DU VAL", "La Dépêche des Collines", "L'ÉCHO RÉGIONAL"]),
        &heavy(d, s + 5.0),
        L,
        d,
    );
    put("", (x1 - 220.0, 52.0, 220.0), &format!("{} - Page {}", written(day), d.rng.between(3, 24)), &t, R, d);
    d.rule(x0, 60.0, x1, 60.0, 1.2);
    put("", (x0, 84.0, x1 - x0), &capitals(town, true), &heavy(d, s), L, d);
    put(
        "",
        (x0, 112.0, x1 - x0),
        one(
            d,
            &[
                "La passerelle rouvre après deux ans de travaux",
                "Le marché couvert retrouve ses couleurs",
                "Les pompiers fêtent leurs cent ans",
            ],
        ),
        &heavy(d, 22.0),
        L,
        d,
    );
    text(
        (x0, 134.0, x1 - x0),
        "Les habitants étaient nombreux samedi matin pour assister à l'inauguration. Une journée de fête très attendue dans le quartier.",
        &heavy(d, s + 1.0),
        false,
        d,
    );
    let w = (x1 - x0 - 32.0) / 3.0;
    marks::photo(d.c, x0 + w + 16.0, 174.0, w * 2.0 + 16.0, 190.0, &mut d.rng);
    put(
        "",
        (x0 + w + 16.0, 376.0, w * 2.0),
        "La foule au moment du traditionnel ruban. (Photo DR)",
        &slanted(d, s - 1.0),
        L,
        d,
    );
    for column in 0..3 {
        let x = x0 + column as f32 * (w + 16.0);
        let mut y = if column == 0 { 184.0 } else { 400.0 };
        while y < d.c.height - 150.0 {
            let from = d.rng.below(NEWS.len());
            let words = [NEWS[from], NEWS[(from + 3) % NEWS.len()], NEWS[(from + 7) % NEWS.len()]].join(" ");
            y = text((x, y, w), &words, &t, true, d) + 3.0;
        }
        if column > 0 {
            d.rule(x - 8.0, 392.0, x - 8.0, d.c.height - 120.0, 0.3);
        }
    }
    let y = d.c.height - 84.0;
    put("", (x1 - 180.0, y, 180.0), &Citizen::random(&mut d.rng).who.full(), &heavy(d, s), R, d);
}

fn programme(d: &mut Desk<'_, '_>) {
    let s = d.rng.range(10.4, 11.6);
    let (x0, x1) = (58.0, d.c.width - 58.0);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let town = d.rng.choose(words::TOWNS).1;
    d.c.fill(0.0, 0.0, d.c.width, 120.0, 215);
    put(
        "",
        (x0, 62.0, x1 - x0),
        one(
            d,
            &[
                "FÊTE DU PATRIMOINE", "VIDE-GRENIERS DE PRINTEMPS", "FESTIVAL DES ARTS DE RUE",
                "JOURNÉE PORTES OUVERTES",
            ],
        ),
        &heavy(d, 26.0),
        C,
        d,
    );
    put("", (x0, 92.0, x1 - x0), &format!("Ville {} - entrée libre", of(town)), &heavy(d, 14.0), C, d);
    marks::photo(d.c, x0, 138.0, x1 - x0, 150.0, &mut d.rng);
    let mut y = 320.0;
    for (hour, what, more) in [
        ("9 h 00", "Accueil et petit déjeuner", "Place du marché, avec l'amicale des parents d'élèves"),
        (
            "10 h 30",
            "Visite guidée de la vieille ville",
            "Départ devant l'office de tourisme, durée une heure et demie",
        ),
        ("12 h 00", "Repas champêtre", "Grillades, frites, buvette ; penser à apporter ses couverts"),
        ("14 h 00", "Ateliers pour enfants", "Poterie, cerfs-volants, jeux en bois, maquillage"),
        ("16 h 30", "Concert de l'harmonie municipale", "Kiosque du jardin public (salle des fêtes en cas de pluie)"),
        ("18 h 00", "Tirage de la tombola", "Premier lot : un vélo électrique offert par les commerçants"),
        ("21 h 00", "Bal populaire", "Animé par l'orchestre Les Copains d'Alors"),
    ] {
        row(y, &bold, &[("", x0, 60.0, L, hour), ("", x0 + 76.0, 360.0, L, what)], d);
        put("", (x0 + 76.0, y + s * 1.4, 380.0), more, &t, L, d);
        y += s * 3.6;
    }
    d.c.frame(x0, y, x1, y + 60.0, 0.8);
    address(
        "",
        (x0 + 12.0, y + 20.0, x1 - x0 - 24.0),
        &[
            "Renseignements et inscriptions des exposants : service culturel".to_owned(),
            format!("{} - 3 € le mètre linéaire pour les habitants de la commune", phone(&mut d.rng, "02")),
        ],
        &t,
        d,
    );
    let at = d.c.height - 30.0;
    foot(at, &["Ne pas jeter sur la voie publique - Impression : service reprographie".to_owned()], 7.6, &[], d);
}
