//! Pages of no type: leaflets, minutes, menus, notices, programmes, instructions, newsletters and price lists.

use super::trade_kit::{
    Coin, Grid, Person, Place, cell, cells, day, foot, later, look, phone, prose, put, put_centre, put_right, stack,
    table, tick, written,
};
use super::trade_letter::body;
use super::trade_sale::{BUILDING, PUBLIC_BUYERS, SERVICES, SUPPLIES};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[
    Page::a4("autre", minutes),
    Page { name: "autre", sheet: |_| Some((420.0, 595.0)), set: menu },
    Page::a4("autre", programme),
    Page::a4("autre", catalogue),
    Page::a4("autre", instructions),
    Page::a4("autre", newsletter),
    Page::a4("autre", opening),
];

const CLUBS: &[&str] = &[
    "Les Amis de la Bibliothèque", "Amicale laïque du Bourg", "Club de pétanque l'Espérance", "Chorale À Tout Chœur",
    "Comité des fêtes",
];

/// Minutes of a meeting.
fn minutes(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.8, 11.0, 56.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let when = day(&mut d.rng, 1998, 2025);
    let club = d.rng.pick(CLUBS);
    put(d, x0, 62.0, 300.0, club, &l.b);
    let title = d.rng.pick(&[
        "COMPTE RENDU DE RÉUNION",
        "Procès-verbal de l'assemblée générale ordinaire",
        "Compte rendu du conseil d'école",
    ]);
    put_centre(d, w / 2.0, 100.0, x1 - x0, title, &l.h);
    put_centre(d, w / 2.0, 100.0 + l.lead * 1.6, x1 - x0, &format!("du {}", written(when)), &l.n);
    let people: Vec<String> = (0..d.rng.between(4, 9)).map(|_| Person::random(&mut d.rng).titled(&mut d.rng)).collect();
    let excused = Person::random(&mut d.rng).titled(&mut d.rng);
    let texts = [
        format!("Présents : {}.", people.join(", ")),
        format!("Excusée : {excused}. La séance est ouverte à {} h 30.", d.rng.between(17, 20)),
        "1. Approbation du compte rendu précédent : adopté à l'unanimité.".to_owned(),
        format!("2. Bilan financier : les recettes s'élèvent à {} € et les dépenses à {} €. Le quitus est donné au \
            trésorier.", d.rng.between(900, 9_000), d.rng.between(800, 7_000)),
        "3. Projets : achat de chaises, sortie de printemps, participation au forum des associations. Deux devis seront \
            demandés.".to_owned(),
        "4. Questions diverses : le local sera fermé pendant les vacances ; les clés sont à rendre à la secrétaire.".to_owned(),
        format!("Prochaine réunion le {}. La séance est levée à 22 h 15.", written(later(when, 40))),
    ];
    let y = body(d, &l, (x0, 100.0 + l.lead * 4.0, x1 - x0), &texts, l.lead * 0.8) + l.lead;
    put(d, x0, y, 160.0, "La présidente", &l.n);
    put(d, w * 0.6, y, 160.0, "Le secrétaire de séance", &l.n);
    marks::signature(d.c, w * 0.62, y + 28.0, 80.0, &mut d.rng);
}

/// The menu of a restaurant or of a canteen.
fn menu(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.4, 10.8, 34.0);
    let (w, room) = (d.c.width, d.c.width - 70.0);
    let title = d.rng.pick(&["Menu du jour", "MENUS DE LA SEMAINE", "La Carte", "Restaurant scolaire"]);
    put_centre(d, w / 2.0, 60.0, room, title, &l.h.sized(l.n.size * 2.2));
    let mut y = 60.0 + l.lead * 3.0;
    for (head, dishes) in [
        ("Entrées", ["Velouté de potimarron", "Œuf mimosa", "Terrine de campagne aux noisettes"]),
        ("Plats", ["Blanquette de veau à l'ancienne", "Filet de lieu noir, riz pilaf", "Gratin de courgettes"]),
        ("Desserts", ["Île flottante", "Tarte aux pommes", "Fromage blanc au miel"]),
    ] {
        put_centre(d, w / 2.0, y, room, head, &l.b.sized(l.n.size * 1.2));
        y += l.lead * 1.5;
        for dish in dishes {
            let price = format!("{},{}0 €", d.rng.between(4, 22), d.rng.choose(&[0, 5]));
            put(d, 40.0, y, room * 0.74, dish, &l.n);
            put_right(d, w - 40.0, y, 70.0, &price, &l.n);
            y += l.lead * 1.25;
        }
        y += l.lead * 0.8;
    }
    foot(d, &["Prix nets, service compris. Liste des allergènes disponible sur demande.".to_owned()], &l.t);
}

/// A programme of a season or of a day.
fn programme(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.0, 11.4, 50.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let when = day(&mut d.rng, 2004, 2025);
    let title = d.rng.pick(&[
        "FÊTE DE LA SAINT-JEAN", "Journées du patrimoine", "FORUM DES ASSOCIATIONS", "Festival Voix d'été",
        "GRAND LOTO",
    ]);
    put_centre(d, w / 2.0, 90.0, x1 - x0, title, &l.h.sized(l.n.size * 3.0));
    let place = Place::random(&mut d.rng).town;
    put_centre(
        d,
        w / 2.0,
        90.0 + l.lead * 3.0,
        x1 - x0,
        &format!("{place}, {}", written(when)),
        &l.b.sized(l.n.size * 1.4),
    );
    marks::photo(d.c, w * 0.3, 90.0 + l.lead * 4.5, w * 0.4, 120.0, &mut d.rng);
    let mut hour = d.rng.between(8, 10);
    let mut rows = Vec::new();
    for what in [
        "Accueil, café et petite restauration", "Randonnée pédestre, 8 ou 14 km", "Ouverture des stands",
        "Concert de l'harmonie municipale", "Remise des prix", "Bal populaire et feu d'artifice",
    ] {
        let place = d.rng.pick(&["Salle des fêtes", "Place du marché", "Gymnase", "Parc du château"]);
        rows.push(cells(&[&format!("{hour} h {}", d.rng.pick(&["00", "15", "30"])), what, place]));
        hour += d.rng.between(1, 3);
    }
    let columns = [("Heure", 0.16, 'l'), ("Animation", 0.56, 'l'), ("Lieu", 0.28, 'l')];
    let y =
        table(d, (x0, x1), 230.0 + l.lead * 6.0, &columns, rows, (&l.b, &l.n), l.lead * 1.8, Grid::OPEN) + l.lead * 2.0;
    let text = format!(
        "Entrée {} € - gratuit pour les moins de 12 ans. Buvette sur place. Renseignements : {}",
        d.rng.between(2, 15),
        phone(&mut d.rng)
    );
    let y = prose(d, x0, y, x1 - x0, &text, &l.n);
    put(d, x0, y + l.lead, x1 - x0, "Organisé avec le soutien de la municipalité et du Crédit Mutuel", &l.s);
    foot(d, &["Ne pas jeter sur la voie publique - Imprimé par nos soins".to_owned()], &l.t);
}

/// A price list or an offer of the month.
fn catalogue(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 10.0, 42.0);
    let (x0, x1) = (d.x0(), d.x1());
    let coin = Coin::random(&mut d.rng).euros();
    let trade = d.rng.choose(&[&BUILDING, &SUPPLIES, &SERVICES]);
    let firm = trade.firm(&mut d.rng);
    put(d, x0, 64.0, 280.0, &firm.name, &l.h);
    let year = d.rng.between(2005, 2025);
    let title = d
        .rng
        .pick(&["Tarifs publics conseillés", "CATALOGUE PRINTEMPS-ÉTÉ", "Nos promotions du mois", "LISTE DE PRIX"]);
    put_right(d, x1, 64.0, 210.0, &format!("{title} {year}"), &l.b);
    let mut y = 100.0;
    for part in ["NOUVEAUTÉS", "LES INDISPENSABLES", "FIN DE SÉRIE"] {
        put(d, x0, y, x1 - x0, part, &l.b.sized(l.n.size * 1.15));
        let rows = trade
            .sale(&mut d.rng, 6)
            .items
            .iter()
            .map(|i| vec![cell(&i.reference), cell(i.what), cell(i.unit), cell(coin.spell(i.price))])
            .collect();
        let columns = [("Réf.", 0.14, 'l'), ("Article", 0.54, 'l'), ("Unité", 0.12, 'c'), ("Prix", 0.2, 'r')];
        let grid = Grid::random(&mut d.rng);
        y = table(d, (x0, x1), y + l.lead * 0.6, &columns, rows, (&l.s, &l.n), l.lead * 1.4, grid) + l.lead * 2.0;
    }
    let text = "Photos non contractuelles. Prix valables dans la limite des stocks disponibles, hors éco-participation, \
        susceptibles de modification sans préavis.";
    prose(d, x0, y, x1 - x0, text, &l.s);
    let line = format!("{} - {} - {}", firm.place.lines(&mut d.rng).join(" "), firm.phone, firm.web);
    foot(d, &[line], &l.t);
}

/// How to use or to mount something.
fn instructions(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.6, 10.8, 54.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let thing = d.rng.pick(&[
        "Cafetière programmable CX-400", "Étagère murale Länna", "Tondeuse thermique T46", "Détecteur de fumée DF-10",
        "Radio-réveil R220",
    ]);
    let title = d.rng.pick(&["NOTICE D'UTILISATION", "Mode d'emploi", "NOTICE DE MONTAGE"]);
    put(d, x0, 70.0, x1 - x0, title, &l.h);
    put(d, x0, 70.0 + l.lead * 1.8, x1 - x0, thing, &l.b.sized(l.n.size * 1.3));
    marks::photo(d.c, w * 0.58, 60.0, 150.0, 110.0, &mut d.rng);
    let mut y = 200.0;
    for (head, steps) in [
        (
            "Consignes de sécurité",
            [
                "Lire attentivement cette notice et la conserver.",
                "Ne pas laisser à la portée des enfants de moins de 8 ans.",
                "Débrancher l'appareil avant tout nettoyage.",
            ],
        ),
        (
            "Mise en service",
            [
                "Déballer l'appareil et vérifier que rien ne manque.",
                "Poser sur une surface plane, sèche et stable.",
                "Brancher sur une prise 230 V munie d'une terre.",
            ],
        ),
        (
            "Entretien",
            [
                "Nettoyer avec un chiffon doux, sans produit abrasif.",
                "Détartrer tous les trois mois environ.",
                "Ne jamais plonger dans l'eau.",
            ],
        ),
    ] {
        put(d, x0, y, x1 - x0, head, &l.b);
        y += l.lead * 1.4;
        for (i, step) in steps.iter().enumerate() {
            y = prose(d, x0 + 12.0, y, x1 - x0 - 12.0, &format!("{}. {step}", i + 1), &l.n) + 3.0;
        }
        y += l.lead;
    }
    for (i, text) in
        ["Garantie 2 ans pièces et main-d'œuvre", "Collecte sélective des déchets électriques"].iter().enumerate()
    {
        let line = y + l.lead * 1.4 * i as f32;
        tick(d, x0, line, l.n.size * 0.8, true);
        put(d, x0 + 18.0, line, 300.0, text, &l.n);
    }
    let line = format!(
        "Importé par {} - Service consommateurs {} - Réf. {}",
        SUPPLIES.firm(&mut d.rng).name,
        phone(&mut d.rng),
        d.rng.digits(8)
    );
    foot(d, &[line], &l.t);
}

/// The sheet of news of a club or of a town, in two columns.
fn newsletter(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.2, 10.2, 40.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let when = day(&mut d.rng, 1996, 2025);
    let title =
        d.rng.pick(&["L'Écho du Village", "Entre Nous", "LE PETIT JOURNAL", "La Lettre de l'Amicale", "Vivre ici"]);
    put(d, x0, 70.0, 340.0, title, &l.h.sized(l.n.size * 2.8));
    let issue = format!("N° {} - {}", d.rng.between(3, 120), when.0);
    put_right(d, x1, 70.0, 140.0, &issue, &l.n);
    d.rule(x0, 82.0, x1, 82.0, 1.2);
    let half = (x1 - x0) / 2.0 - 10.0;
    let heads = [
        "Le mot de la présidente", "Travaux", "Sortie au marché de Noël", "État civil", "Recette du mois",
        "À vos agendas",
    ];
    let mut order: Vec<&str> = heads.to_vec();
    order.rotate_left(d.rng.below(heads.len()));
    for (column, heads) in order.chunks(3).enumerate() {
        let x = if column == 0 { x0 } else { w / 2.0 + 10.0 };
        let mut y = 110.0;
        for head in heads {
            put(d, x, y, half, head, &l.b.sized(l.n.size * 1.15));
            let length = d.rng.between(160, 380) as usize;
            let text = d.prose(length);
            y = prose(d, x, y + l.lead * 1.3, half, &text, &l.n) + l.lead;
        }
    }
    let club = d.rng.pick(CLUBS);
    let line = format!("{club} - {} - {}", Place::random(&mut d.rng).lines(&mut d.rng).join(" "), phone(&mut d.rng));
    foot(d, &[line], &l.t);
}

/// A notice at the door: hours, closures, what to bring.
fn opening(d: &mut Desk<'_, '_>) {
    let l = look(d, 11.0, 12.6, 54.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let when = day(&mut d.rng, 2002, 2025);
    let body_name = d.rng.pick(PUBLIC_BUYERS);
    put_centre(d, w / 2.0, 80.0, x1 - x0, body_name, &l.b);
    let title = d.rng.pick(&[
        "HORAIRES D'OUVERTURE", "AVIS À LA POPULATION", "CALENDRIER DE COLLECTE", "Règlement intérieur de la salle",
    ]);
    put_centre(d, w / 2.0, 120.0, x1 - x0, title, &l.h.sized(l.n.size * 2.2));
    let mut rows = Vec::new();
    for name in crate::text::words::DAYS {
        let morning = d.rng.pick(&["8h30 - 12h00", "9h00 - 12h30", "fermé"]);
        let afternoon = d.rng.pick(&["13h30 - 17h00", "14h00 - 18h00", "fermé", "sur rendez-vous"]);
        rows.push(cells(&[&crate::text::codes::capitalised(name), morning, afternoon]));
    }
    let columns = [("", 0.3, 'l'), ("Matin", 0.35, 'c'), ("Après-midi", 0.35, 'c')];
    let grid = Grid::random(&mut d.rng);
    let y = table(d, (x0, x1), 160.0, &columns, rows, (&l.b, &l.n), l.lead * 1.6, grid) + l.lead * 2.0;
    let lines = [
        format!("Fermeture exceptionnelle le {}.", written(when)),
        "Pensez à vous munir d'une pièce d'identité et d'un justificatif de domicile.".to_owned(),
        "Les animaux ne sont pas admis, même tenus en laisse.".to_owned(),
        format!("En cas d'urgence, composez le {}.", phone(&mut d.rng)),
    ];
    let y = stack(d, "", (x0, y, x1 - x0), &lines, &l.n, l.lead * 1.3);
    marks::stamp(d.c, w * 0.7, (y + 90.0).min(d.c.height - 90.0), &mut d.rng);
    foot(d, &["Merci de votre compréhension".to_owned()], &l.i);
}
