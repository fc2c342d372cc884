//! Letters of lawyers, and formal notices of whoever is owed something.

use super::trade_kit::{
    Cell, Coin, Firm, Grid, Person, Place, beside, cell, fitting, foot, later, line_with, list, look, phone, put,
    put_centre, put_right, set, stack, table, telling, written,
};
use super::trade_letter::{amount, block, body, close, home, letter_day, place_and_date, signed, subject};
use super::trade_sale::{BUILDING, SUPPLIES};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("courrier_avocat", margin_head),
    Page::a4("courrier_avocat", middle_head),
    Page::a4("mise_en_demeure", creditor),
    Page::a4("mise_en_demeure", private),
    Page::a4("mise_en_demeure", by_counsel),
];

const AFFAIRS: &[&str] = &[
    "SCI LES TILLEULS / COULIBALY",
    "MOUGIN c/ SAS PROMO-BAT",
    "Époux PONCET / Syndicat des copropriétaires",
    "Divorce LACHAUME",
];

/// A chamber's head down the left margin, partners under one another, the letter beside it.
fn margin_head(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.8, 11.0, 40.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2000);
    let (me, other) = (Person::random(&mut d.rng), Person::random(&mut d.rng));
    let place = Place::random(&mut d.rng);
    let chamber = format!("{} {} & ASSOCIÉS", d.rng.pick(&["SCP", "SELARL", "CABINET"]), capitals(&me.last, true));
    let x = x0 + 142.0;
    set(d, "sender", x0, 64.0, 130.0, &chamber, &l.b);
    put(d, x0, 64.0 + l.lead, 130.0, "Avocats au Barreau", &l.i);
    let mut lines = vec![
        String::new(),
        me.name(),
        "Spécialiste en droit immobilier".to_owned(),
        other.name(),
        "D.E.A. de droit privé".to_owned(),
        String::new(),
    ];
    lines.extend(place.lines(&mut d.rng));
    let y = stack(d, "", (x0, 64.0 + l.lead, 130.0), &lines, &l.s, l.lead);
    let call = phone(&mut d.rng);
    beside(d, "phone", x0, 0.0, y + l.lead, 130.0, ("Tél.", &call), (&l.s, &l.s));
    let palais = format!("Case Palais n° {}", d.rng.between(3, 300));
    put(d, x0, y + l.lead * 2.0, 130.0, &palais, &l.s);
    let mail = me.mail(&mut d.rng);
    set(d, "email", x0, y + l.lead * 3.0, 130.0, &mail, &l.s);
    d.rule(x - 7.0, 50.0, x - 7.0, d.c.height - 60.0, 0.5);
    let client = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &client);
    block(d, "recipient", (w * 0.58, 100.0, x1 - w * 0.58), &lines, &l.n, l.lead);
    place_and_date(d, w * 0.58, 112.0 + l.lead * 5.0, place.town, &date, &l.n);
    let mut y = 122.0 + l.lead * 7.5;
    let affair = d.rng.pick(AFFAIRS);
    let file = format!("{:02}{}", when.0 % 100, d.rng.digits(4));
    let named = d.rng.choose(&[["N/Réf. :", "V/Réf. :"], ["Nos réf. :", "Vos réf. :"]]);
    let mine = format!("{}/{} - {file}", me.last.chars().next().unwrap_or('A'), d.rng.pick(&["cb", "ML", "AG"]));
    let rows = [
        ("", "Aff. :", affair.to_owned()),
        ("our_reference", named[0], mine),
        ("your_reference", named[1], format!("{}/{}", d.rng.digits(5), d.rng.capital())),
    ];
    y = list(d, (x, x + 52.0, x1 - x), y, &rows, (&l.n, &l.n), l.lead) + l.lead;
    if d.rng.chance(0.5) {
        let what = d.rng.pick(&[
            "Assignation devant le tribunal judiciaire",
            "Convention d'honoraires",
            "Conclusions adverses et audience de mise en état",
        ]);
        y = subject(d, (x, y, x1 - x), "Objet :", what, (&l.b, &l.n)) + l.lead * 0.5;
    }
    let greeting = d.rng.pick(&["Cher Monsieur,", "Chère Madame,", "Mon Cher Confrère,", "Cher Client,"]);
    put(d, x, y, 200.0, greeting, &l.n);
    let texts = [
        format!("Je reviens vers vous dans l'affaire visée en marge et vous informe que l'audience a été renvoyée au {} à \
            14 heures.", written(later(when, 45))),
        "Vous trouverez sous ce pli copie des conclusions que je viens de recevoir de mon contradicteur. Je vous remercie \
            de me faire part de vos \
         observations, pièces à l'appui, avant la prochaine conférence."
            .to_owned(),
        "Je vous prie également de me faire tenir la provision sur frais et honoraires convenue, dont je joins la \
            note.".to_owned(),
        "Votre bien dévoué,".to_owned(),
    ];
    y = body(d, &l, (x, y + l.lead * 1.5, x1 - x), &texts, l.lead * 0.8);
    signed(d, &l, (w * 0.62, y + l.lead), &[me.name()]);
    let line = format!(
        "Membre d'une association agréée, le règlement par chèque est accepté - SIRET {}",
        SUPPLIES.firm(&mut d.rng).siret
    );
    foot(d, &[line], &l.t);
}

/// A lawyer alone, the head in the middle, to the other side or to a colleague.
fn middle_head(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.2, 11.4, 62.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 1995);
    let me = Person::random(&mut d.rng);
    let place = Place::random(&mut d.rng);
    let head = format!("{}{}", d.rng.pick(&["Maître ", "", "Me "]), me.name());
    let t = fitting(d, &head, &l.h, 320.0);
    let width = d.c.measure(&head, &t, &mut d.rng);
    set(d, "sender", w / 2.0 - width / 2.0, 66.0, 330.0, &head, &t);
    let title = me.agree("Avocat à la Cour", "Avocate à la Cour");
    put_centre(d, w / 2.0, 66.0 + l.lead * 1.2, 300.0, title, &l.i);
    let line = place.lines(&mut d.rng).join(" - ");
    put_centre(d, w / 2.0, 66.0 + l.lead * 2.3, 400.0, &line, &l.s);
    let (call, mail) = (phone(&mut d.rng), me.mail(&mut d.rng));
    let text = format!("Tél. {call} - {mail} - Toque {}", d.rng.between(10, 900));
    let width = d.c.measure(&text, &l.s, &mut d.rng);
    let fields = [("phone", &*call), ("email", &*mail)];
    line_with(d, (w / 2.0 - width / 2.0, 66.0 + l.lead * 3.3), &text, &l.s, &fields);
    place_and_date(d, w * 0.54, 66.0 + l.lead * 5.5, place.town, &date, &l.n);
    let person = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &person);
    let y = block(d, "recipient", (w * 0.54, 72.0 + l.lead * 7.5, x1 - w * 0.54), &lines, &l.n, l.lead);
    let mut y = y + l.lead;
    let sent = d.rng.pick(&["LETTRE OFFICIELLE", "Par courriel et lettre simple", "LETTRE RECOMMANDÉE AVEC A.R."]);
    put(d, x0, y, 300.0, sent, &l.b);
    y += l.lead * 1.4;
    let label = d.rng.pick(&["Nos réf. :", "N. Réf :", "Mes références :"]);
    let mine = format!("{}{}", when.0, d.rng.digits(3));
    beside(d, "our_reference", x0, 0.0, y, 260.0, (label, &mine), (&l.n, &l.n));
    y += l.lead;
    let affair = d.rng.pick(AFFAIRS);
    let what = format!(
        "{affair} - {}",
        d.rng.pick(&[
            "protocole transactionnel",
            "troubles de voisinage et demande de cessation",
            "solde de tout compte",
            "communication de pièces"
        ])
    );
    let label = d.rng.pick(&["Objet :", "OBJET :"]);
    y = subject(d, (x0, y, x1 - x0), label, &what, (&l.n, &l.b)) + l.lead;
    let call = person.title(true);
    put(d, x0, y, 200.0, &format!("{call},"), &l.n);
    let texts = [
        format!("J'ai l'honneur de vous informer que je suis le conseil de {}, qui m'a chargé de prendre attache avec \
            vous.", Person::random(&mut d.rng).titled(&mut d.rng)),
        "Mon client m'indique qu'en dépit de plusieurs démarches amiables la situation persiste, ce que je ne peux que \
            déplorer. Une solution \
         négociée demeure possible et je vous saurais gré de me faire connaître votre position."
            .to_owned(),
        "Conformément aux règles déontologiques de ma profession, vous pouvez transmettre la présente à votre avocat \
            habituel, qui prendra contact avec moi.".to_owned(),
        close(&mut d.rng, call),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.8);
    signed(d, &l, (w * 0.58, y + l.lead), &[me.name()]);
}

/// A firm or a fund to its debtor: the invoices owed in a sentence, the sum, the time given.
fn creditor(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.8, 11.0, 54.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2003);
    let firm = Firm::named(
        &[
            "Intrum Recouvrement", "Effico", "URSSAF de Picardie", "Mutuelle du Rempart", "Sodimat Pro",
            "Syndic Terrasses & Cie", "Cofidis",
        ],
        &mut d.rng,
    );
    set(d, "sender", x0, 64.0, 230.0, &firm.name, &l.h);
    let mut lines = firm.place.lines(&mut d.rng);
    lines.push("Service contentieux".to_owned());
    let y = stack(d, "", (x0, 64.0 + l.lead * 1.3, 220.0), &lines, &l.s, l.lead);
    beside(d, "phone", x0, 0.0, y, 200.0, ("Tél. :", &firm.phone), (&l.s, &l.s));
    beside(d, "email", x0, 0.0, y + l.lead, 220.0, ("Courriel :", &firm.mail), (&l.s, &l.s));
    let person = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &person);
    block(d, "recipient", (w * 0.54, 132.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    place_and_date(d, w * 0.54, 142.0 + l.lead * 5.0, firm.place.town, &date, &l.n);
    let mut y = (y + l.lead * 3.0).max(142.0 + l.lead * 5.0);
    let rows = [
        ("file_number", d.rng.pick(&["Dossier n°", "N° de dossier :", "Dossier :"]), d.rng.digits(8)),
        ("our_reference", d.rng.pick(&["Nos réf. :", "Réf. :"]), format!("CTX/{}", d.rng.digits(5))),
    ];
    y = list(d, (x0, x0, 230.0), y, &rows, (&l.n, &l.n), l.lead) + l.lead;
    let sent = d.rng.pick(&[
        "LETTRE RECOMMANDÉE AVEC ACCUSÉ DE RÉCEPTION",
        "Recommandé avec AR n° 1A 184 221 7754 3",
        "Lettre recommandée AR",
    ]);
    put(d, x0, y, 320.0, sent, &l.b);
    y += l.lead * 1.6;
    let what = d.rng.pick(&[
        "MISE EN DEMEURE",
        "Mise en demeure de payer",
        "Mise en demeure avant poursuites judiciaires",
        "Mise en demeure de régler vos cotisations impayées",
    ]);
    let named = d.rng.pick(&["Objet :", "OBJET :"]);
    y = subject(d, (x0, y, x1 - x0), named, what, (&l.b, &l.b)) + l.lead;
    let call = person.title(true);
    put(d, x0, y, 200.0, &format!("{call},"), &l.n);
    y += l.lead * 1.5;
    let sum = amount(&mut d.rng, 9_000, 900_000);
    let days = d.rng.pick(&["huit jours", "quinze jours", "un mois", "8 jours"]);
    let text = match d.rng.below(3) {
        0 => format!(
            "Malgré nos précédents rappels, nous constatons que vous restez redevable à ce jour de la somme de {sum}, \
                correspondant à notre facture échue le {}.",
            written(later(when, -75))
        ),
        1 => format!(
            "Sauf erreur ou omission de notre part, votre compte présente un solde débiteur de {sum}, selon le décompte \
                arrêté au {}.",
            written(later(when, -3))
        ),
        _ => format!(
            "Nos relances des {} et {} étant restées sans effet, vous nous devez toujours {sum} en principal, intérêts et \
                frais.",
            written(later(when, -50)),
            written(later(when, -20))
        ),
    };
    y = telling(d, (x0, y, x1 - x0), &text, &l.n, &[("amount", &sum)]) + l.lead * 0.7;
    let texts = [
        format!(
            "Nous vous mettons par la présente en demeure de nous régler cette somme sous {days} à compter de la \
            réception de ce courrier."
        ),
        "À défaut, nous nous verrons contraints de saisir la juridiction compétente sans autre avis, les frais de \
            procédure et les intérêts au taux \
         légal étant alors à votre charge (articles 1344 et 1231-6 du code civil)."
            .to_owned(),
        close(&mut d.rng, call),
    ];
    y = body(d, &l, (x0, y, x1 - x0), &texts, l.lead * 0.7);
    let name = Person::random(&mut d.rng).name();
    signed(d, &l, (w * 0.56, y + l.lead), &["Le responsable du recouvrement,".to_owned(), name]);
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// Someone private to a firm, a landlord or a neighbour.
fn private(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.4, 11.8, 66.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 1999);
    let me = Person::random(&mut d.rng);
    let place = Place::random(&mut d.rng);
    let mut lines = vec![me.name()];
    lines.extend(place.lines(&mut d.rng));
    let y = block(d, "sender", (x0, 72.0, 210.0), &lines, &l.n, l.lead);
    let (call, mail) = (phone(&mut d.rng), me.mail(&mut d.rng));
    set(d, "phone", x0, y, 200.0, &call, &l.n);
    if d.rng.chance(0.5) {
        set(d, "email", x0, y + l.lead, 210.0, &mail, &l.n);
    }
    let firm = BUILDING.firm(&mut d.rng);
    let mut lines = vec![firm.name.clone()];
    lines.extend(firm.place.lines(&mut d.rng));
    let y = block(d, "recipient", (w * 0.54, 150.0, x1 - w * 0.54), &lines, &l.n, l.lead) + l.lead;
    place_and_date(d, w * 0.54, y, place.town, &date, &l.n);
    let mut y = y + l.lead * 2.5;
    put(d, x0, y, 300.0, "Lettre recommandée avec accusé de réception", &l.i);
    y += l.lead * 1.5;
    let what = d.rng.pick(&[
        "mise en demeure de restituer le dépôt de garantie", "Mise en demeure d'exécuter les travaux commandés", "Mise en \
            demeure de rembourser un acompte",
        "mise en demeure de livrer le bien commandé et payé, en application de l'article L. 216-6 du code de la consommation",
    ]);
    y = subject(d, (x0, y, x1 - x0), "Objet :", what, (&l.n, &l.b)) + l.lead;
    put(d, x0, y, 200.0, "Madame, Monsieur,", &l.n);
    y += l.lead * 1.6;
    let sum = amount(&mut d.rng, 15_000, 420_000);
    let text = format!(
        "Le {}, je vous ai versé la somme de {sum}. Or, à ce jour, et malgré mes appels, vous n'avez pas rempli vos \
            obligations.",
        written(later(when, -90))
    );
    y = telling(d, (x0, y, x1 - x0), &text, &l.n, &[("amount", &sum)]) + l.lead * 0.8;
    let texts = [
        "En conséquence, je vous mets en demeure de procéder au remboursement de cette somme dans un délai de quinze \
            jours à compter de la réception \
         de la présente."
            .to_owned(),
        "À défaut, je saisirai le tribunal compétent afin d'obtenir réparation, sans nouvel avis de ma part."
            .to_owned(),
        close(&mut d.rng, "Madame, Monsieur"),
    ];
    y = body(d, &l, (x0, y, x1 - x0), &texts, l.lead * 0.8);
    signed(d, &l, (w * 0.58, y + l.lead), &[me.name()]);
    put(d, x0, d.c.height - 70.0, 300.0, "P.J. : copie du devis signé, justificatif de paiement", &l.s);
}

/// A bailiff's or a lawyer's notice, with the account of what is owed in a table.
fn by_counsel(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.6, 10.8, 54.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2006);
    let me = Person::random(&mut d.rng);
    let place = Place::random(&mut d.rng);
    let study = format!("{} {}", d.rng.pick(&["SCP", "SELARL", "Étude"]), me.last);
    set(d, "sender", x0, 64.0, 230.0, &study, &l.h);
    let title = d.rng.pick(&["Commissaires de justice associés", "Huissiers de justice", "Avocats au barreau"]);
    put(d, x0, 64.0 + l.lead * 1.2, 220.0, title, &l.i);
    let lines = place.lines(&mut d.rng);
    let y = stack(d, "", (x0, 64.0 + l.lead * 2.3, 220.0), &lines, &l.s, l.lead);
    let call = phone(&mut d.rng);
    beside(d, "phone", x0, 0.0, y, 200.0, ("Téléphone", &call), (&l.s, &l.s));
    put_right(d, x1, 64.0, 190.0, "MISE EN DEMEURE", &l.b);
    let file = format!("{}{}", d.rng.pick(&["MD", "", "C0"]), d.rng.digits(6));
    let label = d.rng.pick(&["Référence à rappeler :", "Dossier n°", "N° dossier :"]);
    let name = if label.starts_with('R') { "our_reference" } else { "file_number" };
    beside(d, name, x0, 0.0, y + l.lead * 1.6, 220.0, (label, &file), (&l.n, &l.b));
    let person = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &person);
    let end = block(d, "recipient", (w * 0.54, 136.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let mut y = end.max(y + l.lead * 3.0) + l.lead;
    place_and_date(d, w * 0.54, y, place.town, &date, &l.n);
    y += l.lead * 2.2;
    let firm = SUPPLIES.firm(&mut d.rng);
    let text = format!(
        "Nous sommes chargés par notre mandante, {}, de recouvrer les sommes dont vous êtes débiteur au titre du contrat \
            souscrit le {}.",
        firm.name,
        written(later(when, -400))
    );
    y = telling(d, (x0, y, x1 - x0), &text, &l.n, &[]) + l.lead * 0.6;
    let coin = Coin::random(&mut d.rng).euros();
    let (main, interest, costs) = (d.rng.between(20_000, 700_000), d.rng.between(400, 9_000), 4_000);
    let line = |name: &'static str, what: &str, cents: i64| vec![cell(what), Cell(name, coin.spell(cents))];
    let rows = vec![
        line("", "Principal", main),
        line("", "Intérêts échus", interest),
        line("", "Clause pénale", costs),
        line("amount", d.rng.pick(&["TOTAL DÛ", "Somme à payer", "Total à régler"]), main + interest + costs),
    ];
    y = table(
        d,
        (x0 + 40.0, x1 - 40.0),
        y,
        &[("", 0.66, 'l'), ("", 0.34, 'r')],
        rows,
        (&l.b, &l.n),
        l.lead * 1.4,
        Grid { tint: false, ..Grid::FULL },
    ) + l.lead * 1.5;
    let texts = [
        "Nous vous mettons en demeure d'avoir à régler cette somme entre nos mains dans le délai de huit jours, par \
            virement ou par carte.".to_owned(),
        "Faute de paiement dans ce délai, une procédure d'injonction de payer sera engagée à votre encontre. La présente \
            vaut mise en demeure au sens \
         de l'article 1344 du code civil. Elle est adressée en application des articles R. 124-4 du code des procédures \
         civiles d'exécution."
            .to_owned(),
        close(&mut d.rng, person.title(true)),
    ];
    y = body(d, &l, (x0, y, x1 - x0), &texts, l.lead * 0.6);
    signed(d, &l, (w * 0.58, y + l.lead), &[me.name()]);
}
