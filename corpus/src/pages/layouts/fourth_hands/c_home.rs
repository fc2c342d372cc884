//! Bills of energy, water and telephone, and pages that are of no type: minutes, menus, programmes, newsletters.

use super::super::facts::{day, figures, fitting, written};
use super::super::page::Page;
use super::c_kit::{Row, Table, beside, block, foot, home, later, money, para, person, phone, strip};
use crate::pages::compose::Manner;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::words;

pub(super) const PAGES: &[Page] = &[
    Page::a4("facture_energie", |d| column(d, &POWER)),
    Page::a4("facture_energie", |d| strips(d, &WATER)),
    Page::a4("facture_energie", |d| column(d, &PHONE)),
    Page::a4("facture_energie", |d| strips(d, &POWER)),
    Page::a4("facture_energie", |d| column(d, &WATER)),
    Page::a4("autre", minutes),
    Page::a4("autre", menu),
    Page::a4("autre", programme),
];

/// A trade that bills homes: names, slogan, label of the point, items with units, headings of the readings, small print.
struct Supply {
    names: &'static [&'static str],
    slogan: &'static str,
    point: &'static str,
    items: &'static [(&'static str, &'static str)],
    reading: &'static str,
    small: &'static str,
}

const POWER: Supply = Supply {
    names: &["EDF", "ENGIE", "TotalEnergies", "Régie électrique de la Vallée", "ekWateur", "Gaz de Bordeaux"],
    slogan: "Votre facture d'électricité et de gaz naturel",
    point: "Point de livraison (PDL)",
    items: &[
        ("Abonnement (HT) 9 kVA", "mois"),
        ("Consommation heures pleines", "kWh"),
        ("Consommation heures creuses", "kWh"),
        ("Contribution tarifaire d'acheminement", "mois"),
        ("Accise sur l'électricité", "kWh"),
        ("TVA à 5,5 % et 20 %", ""),
    ],
    reading: "Relevé du",
    small: "Urgence dépannage électricité 09 726 750 + n° de département. Médiateur national de l'énergie : \
         www.energie-mediateur.fr",
};
const WATER: Supply = Supply {
    names: &["Veolia Eau", "SAUR", "Suez Eau France", "Syndicat des eaux du Barrois", "Régie des eaux de la Métropole"],
    slogan: "Distribution de l'eau - Collecte et traitement des eaux usées",
    point: "Point de livraison",
    items: &[
        ("Abonnement part distributeur", "sem."),
        ("Consommation part distributeur", "m3"),
        ("Part communale", "m3"),
        ("Préservation des ressources (agence de l'eau)", "m3"),
        ("Collecte des eaux usées", "m3"),
        ("Modernisation des réseaux", "m3"),
    ],
    reading: "Relevé de votre compteur le",
    small: "Médiation de l'eau, BP 40463, 75366 Paris Cedex 08. Prix du litre d'eau TTC hors abonnement : 0,00398 €",
};
const PHONE: Supply = Supply {
    names: &["Orange", "SFR", "Bouygues Telecom", "Free", "La Poste Mobile"],
    slogan: "Votre facture internet et mobile",
    point: "",
    items: &[
        ("Abonnement Livebox Fibre", "mois"),
        ("Location décodeur TV", "mois"),
        ("Forfait mobile 100 Go", "mois"),
        ("Communications hors forfait", "min"),
        ("Remise multi-lignes", "mois"),
        ("Appels vers numéros spéciaux", "min"),
    ],
    reading: "",
    small: "Les réclamations sont à adresser au service clients, 33732 Bordeaux Cedex 9. Médiateur des \
         communications électroniques",
};

/// What a bill says.
struct Bill {
    name: &'static str,
    to: Vec<String>,
    rows: Vec<Row>,
    due: String,
    total: String,
    items: Vec<Vec<String>>,
    read: String,
    indexes: [i64; 2],
}

fn bill(d: &mut Desk<'_, '_>, supply: &Supply) -> Bill {
    let rng = &mut d.rng;
    let when = day(rng, 2010, 2026);
    let spelled = rng.chance(0.4);
    let spell = |day| if spelled { written(day) } else { figures(day, "/") };
    let style = 1 + rng.below(2);
    let (mut items, mut cents) = (Vec::new(), 0);
    for (what, unit) in supply.items {
        let (n, sum) = (rng.between(1, 600), rng.between(150, 9_000) as u64);
        cents += sum;
        items.push(vec![(*what).to_owned(), format!("{n} {unit}"), money(sum, 0)]);
    }
    let number = if rng.chance(0.5) { rng.digits(11) } else { format!("{}{}", rng.capital(), rng.digits(9)) };
    let client = if rng.chance(0.5) { rng.digits(10) } else { format!("6 {} {}", rng.digits(3), rng.digits(6)) };
    let mut rows: Vec<Row> = vec![
        (rng.pick(&["Facture n°", "N° de facture", "Numéro de facture"]), number, "invoice_number"),
        (rng.pick(&["Date de facture", "Facture du", "Émise le"]), spell(when), "invoice_date"),
        (rng.pick(&["N° client", "Référence client", "Votre n° de client"]), client, "client_number"),
    ];
    if rng.chance(0.7) {
        rows.push((rng.pick(&["N° de contrat", "Contrat n°", "Compte de contrat"]), rng.digits(9), "contract_number"));
    }
    if !supply.point.is_empty() {
        rows.push((supply.point, rng.digits(14), "delivery_point"));
    }
    let first = rng.between(900, 40_000);
    Bill {
        name: rng.pick(supply.names),
        to: home(rng),
        rows,
        due: spell(later(when, 1)),
        total: money(cents, style),
        items,
        read: figures((when.0, when.1, (when.2 - 4).max(1)), "/"),
        indexes: [first, first + rng.between(20, 3_000)],
    }
}

/// The items, then the meter with its reading; returns the next baseline.
fn details(d: &mut Desk<'_, '_>, supply: &Supply, b: &Bill, (x, y, width): (f32, f32, f32)) -> f32 {
    let (body, bold) = (d.fonts.body.sized(9.0), d.fonts.bold.sized(9.0));
    d.left(x, y, "Détail de votre facture", &bold.sized(11.0));
    let head = ["Désignation", "Quantité", "Montant en €"];
    let table = Table { shares: &[4.0, 1.3, 1.3], aligns: "lrr", head: &head, ruled: d.rng.chance(0.4), foot: 0.0 };
    let mut y = table.set(d, (x, y + 10.0, width), &b.items, (&bold, &body)) + 22.0;
    if !supply.reading.is_empty() {
        let line = format!("{} {} : index {} (ancien index {})", supply.reading, b.read, b.indexes[1], b.indexes[0]);
        y = para(d, (x, y, width), &line, &body, Manner::RAGGED, &[("reading_date", &b.read)]) + 6.0;
    }
    let more = "Vous pouvez régler par prélèvement automatique, par TIP SEPA, par chèque ou en ligne depuis votre espace client. \
                Tout retard de paiement donne lieu à des pénalités au taux légal majoré. Pensez à conserver \
                     cette facture cinq ans.";
    para(d, (x, y, width), more, &body.sized(8.5), Manner::RAGGED, &[]) + 8.0
}

/// References in a column at the left, the sum in a frame over the items.
fn column(d: &mut Desk<'_, '_>, supply: &Supply) {
    let b = bill(d, supply);
    let (body, bold, small) = (d.fonts.body.sized(9.5), d.fonts.bold.sized(10.0), d.fonts.body.sized(7.6));
    let (x0, x1, x) = (36.0, d.c.width - 40.0, 205.0);
    let big = fitting(d, b.name, &bold.sized(19.0), x - x0 - 10.0);
    d.left(x0, 58.0, b.name, &big);
    let mut y = para(d, (x0, 76.0, x - x0 - 20.0), supply.slogan, &small, Manner::RAGGED, &[]) + 20.0;
    for (label, value, name) in &b.rows {
        d.left(x0, y, label, &small);
        d.value(name, x0, y + 12.0, value, &body);
        y += 28.0;
    }
    for (label, value) in
        [("Service clients", phone(&mut d.rng)), ("Votre espace", "www.mon-espace-client.fr".to_owned())]
    {
        d.left(x0, y + 10.0, label, &small);
        d.left(x0, y + 22.0, &value, &body.sized(8.5));
        y += 30.0;
    }
    block(d, (320.0, 120.0, x1 - 320.0), &b.to, &body.sized(10.5), "addressee");
    d.c.frame(x, 215.0, x1, 290.0, 1.0);
    let label = d.rng.pick(&["Montant à payer TTC", "Total TTC à régler", "Montant total TTC"]);
    d.left(x + 10.0, 238.0, label, &bold);
    d.value_right("total_ttc", x1 - 12.0, 240.0, &b.total, &bold.sized(15.0));
    let until = d.rng.pick(&["À payer avant le", "Date limite de paiement :", "À régler au plus tard le"]);
    d.labelled("due_date", x + 10.0, x + 20.0, 270.0, until, &b.due, (&body, &bold));
    let y = details(d, supply, &b, (x, 325.0, x1 - x));
    let (_, name) = person(&mut d.rng);
    d.left(x, y + 16.0, &format!("Votre conseiller : {name}"), &body);
    marks::code(d.c, x0, d.c.height - 150.0, &mut d.rng.fork());
    foot(d, &[(supply.small.to_owned(), vec![])]);
}

/// References in a strip, addressee at the right, a slip for payment at the foot.
fn strips(d: &mut Desk<'_, '_>, supply: &Supply) {
    let b = bill(d, supply);
    let (body, bold, small) = (d.fonts.body.sized(9.5), d.fonts.bold.sized(10.0), d.fonts.body.sized(7.4));
    let (x0, x1, mid) = (45.0, d.c.width - 45.0, d.c.width * 0.53);
    d.left(x0, 55.0, b.name, &bold.sized(16.0));
    let t = fitting(d, supply.slogan, &small.sized(9.0), mid - x0 - 10.0);
    d.left(x0, 70.0, supply.slogan, &t);
    let help = [("Accueil :", phone(&mut d.rng), ""), ("Urgences 24 h/24 :", phone(&mut d.rng), "")];
    beside(d, (x0, x0 + 90.0, 95.0), &help, (&small.sized(8.5), &small.sized(8.5)), 12.0);
    block(d, (mid, 125.0, x1 - mid), &b.to, &body.sized(10.5), "addressee");
    let y = strip(d, (x0, 205.0, x1 - x0), &b.rows, (&small, &body), d.rng.clone().chance(0.6));
    let y = details(d, supply, &b, (x0, y + 30.0, x1 - x0));
    let label = d.rng.pick(&["Net à payer TTC", "TOTAL TTC", "Somme à payer (TTC)"]);
    d.left(mid, y + 14.0, label, &bold);
    d.value_right("total_ttc", x1, y + 14.0, &b.total, &bold.sized(13.0));
    let line = format!(
        "{} {}",
        d.rng.pick(&["Date limite de paiement :", "À payer avant le", "Paiement attendu pour le"]),
        b.due
    );
    para(d, (mid, y + 32.0, x1 - mid), &line, &body, Manner::RAGGED, &[("due_date", &b.due)]);
    let top = d.c.height - 190.0;
    d.rule(x0, top, x1, top, 0.4);
    d.left(x0, top + 20.0, "Talon à joindre à votre règlement", &small.sized(8.5));
    block(d, (mid, top + 30.0, x1 - mid), &b.to, &body, "");
    d.left(x0, top + 50.0, &b.rows[2].1, &body);
    d.left(x0, top + 68.0, &b.total, &bold);
    foot(d, &[(supply.small.to_owned(), vec![])]);
}

/// Minutes of a meeting.
fn minutes(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.sized(10.5), d.fonts.bold.sized(11.0));
    let (x0, x1) = (d.x0(), d.x1());
    let town = d.rng.choose(words::TOWNS).1;
    let when = written(day(&mut d.rng, 2008, 2026));
    let who = d
        .rng
        .pick(&["Association sportive", "Amicale des locataires", "Comité de quartier", "Conseil d'école", "Chorale"]);
    let mut y = para(d, (x0, 60.0, x1 - x0), &format!("{who} - {town}"), &bold, Manner::RAGGED, &[]);
    let title = format!("Compte rendu de la réunion du {when}");
    y = para(d, (x0, y + 10.0, x1 - x0), &title, &bold.sized(15.0), Manner::RAGGED, &[]) + 8.0;
    let present: Vec<String> = (0..6).map(|_| person(&mut d.rng).1).collect();
    y = para(d, (x0, y, x1 - x0), &format!("Présents : {}.", present.join(", ")), &body, Manner::RAGGED, &[]) + 12.0;
    let points = [
        ("Approbation du précédent compte rendu", "Adopté à l'unanimité des présents, sans observation."),
        (
            "Bilan de la saison",
            "Le nombre d'adhérents progresse. La trésorière présente les comptes, qui sont approuvés.",
        ),
        (
            "Fête de juin",
            "Un appel aux bénévoles est lancé pour la buvette. La salle est réservée auprès de la mairie.",
        ),
        ("Travaux du local", "Plusieurs entreprises ont été consultées ; la commission se réunira pour choisir."),
        ("Questions diverses", "L'éclairage du parking reste défectueux. Un courrier sera adressé à la commune."),
    ];
    for (i, (head, said)) in points.iter().enumerate() {
        d.left(x0, y, &format!("{}. {head}", i + 1), &bold);
        let more = format!("{said} {}", d.prose(160));
        y = para(d, (x0 + 12.0, y + 16.0, x1 - x0 - 12.0), &more, &body, Manner::RAGGED, &[]) + 10.0;
    }
    d.left(x0, y + 10.0, &format!("Séance levée à 20 h 45. Le secrétaire : {}", present[0]), &body);
}

/// A canteen's menus of a week.
fn menu(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.sized(9.0), d.fonts.bold.sized(9.5));
    let (x0, x1) = (40.0, d.c.width - 40.0);
    d.centre(d.c.width / 2.0, 62.0, "RESTAURANT SCOLAIRE", &bold.sized(18.0));
    let week = format!("Menus de la semaine du {}", written(day(&mut d.rng, 2012, 2026)));
    d.centre(d.c.width / 2.0, 84.0, &week, &bold.sized(12.0));
    const DISHES: &[&[&str]] = &[
        &["Carottes râpées", "Salade de lentilles", "Œuf mayonnaise", "Potage de légumes", "Betteraves"],
        &["Hachis parmentier", "Filet de colin", "Omelette aux herbes", "Poulet rôti", "Chili végétarien"],
        &["Haricots verts", "Riz créole", "Gratin de chou-fleur", "Purée maison", "Semoule"],
        &["Yaourt nature", "Comté", "Camembert", "Petit suisse", "Tomme de Savoie"],
        &["Pomme", "Compote", "Tarte aux poires", "Crème caramel", "Clémentine"],
    ];
    let mut y = 110.0;
    let head = ["", "Entrée", "Plat", "Accompagnement", "Laitage", "Dessert"];
    for title in ["École maternelle", "École élémentaire", "Accueil de loisirs"] {
        d.left(x0, y, title, &bold.sized(11.0));
        let mut rows = Vec::new();
        for name in &words::DAYS[..5] {
            let mut row = vec![(*name).to_owned()];
            row.extend(DISHES.iter().map(|course| d.rng.pick(course).to_owned()));
            rows.push(row);
        }
        let table =
            Table { shares: &[0.8, 1.2, 1.3, 1.3, 1.0, 1.0], aligns: "lccccc", head: &head, ruled: true, foot: 0.0 };
        y = table.set(d, (x0, y + 10.0, x1 - x0), &rows, (&bold, &body)) + 34.0;
    }
    let note = "Menus susceptibles d'être modifiés selon les arrivages. Viandes d'origine française. Produits issus de \
                l'agriculture biologique signalés en cuisine. Liste des allergènes à disposition auprès du service.";
    para(d, (x0, y, x1 - x0), note, &body, Manner::RAGGED, &[]);
}

/// A programme of an afternoon or of a week-end.
fn programme(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.sized(11.0), d.fonts.bold.sized(12.0));
    let (x0, x1, mid) = (d.x0(), d.x1(), d.c.width / 2.0);
    let title =
        d.rng.pick(&["FÊTE DE LA MUSIQUE", "JOURNÉES DU PATRIMOINE", "FESTIVAL DU CONTE", "FORUM DES ASSOCIATIONS"]);
    let big = fitting(d, title, &bold.sized(26.0), x1 - x0);
    d.centre(mid, 80.0, title, &big);
    let line = format!("{} - {}", d.rng.choose(words::TOWNS).1, written(day(&mut d.rng, 2010, 2026)));
    d.centre(mid, 106.0, &line, &bold);
    marks::photo(d.c, x0, 125.0, x1 - x0, 150.0, &mut d.rng.fork());
    let acts = [
        "Accueil du public", "Visite guidée", "Concert de la fanfare", "Atelier pour enfants", "Bal",
        "Tirage de la tombola",
    ];
    let mut y = 305.0;
    for (i, act) in acts.iter().enumerate() {
        d.left(x0, y, &format!("{} h {}", 10 + 2 * i, d.rng.clone().pick(&["00", "30", "15"])), &bold);
        d.left(x0 + 90.0, y, act, &bold);
        let more = d.prose(70);
        y = para(d, (x0 + 90.0, y + 16.0, x1 - x0 - 90.0), &more, &body, Manner::RAGGED, &[]) + 14.0;
    }
    let note = format!("Entrée libre. Buvette et restauration sur place. Renseignements : {}", phone(&mut d.rng));
    para(d, (x0, y + 10.0, x1 - x0), &note, &body, Manner::RAGGED, &[]);
}
