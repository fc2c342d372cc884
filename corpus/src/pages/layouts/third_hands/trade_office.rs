//! Letters of administrations: prefectures, town halls, funds, tax offices, schools and courts.

use super::trade_kit::{
    Person, Place, beside, fitting, foot, later, line_with, list, look, of, phone, prose, put, put_centre, put_right,
    set, stack, written,
};
use super::trade_letter::{block, body, close, home, letter_day, place_and_date, signed, subject};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("courrier_administration", prefecture),
    Page::a4("courrier_administration", town_hall),
    Page::a4("courrier_administration", fund),
    Page::a4("courrier_administration", tax_office),
    Page::a4("courrier_administration", school),
];

/// Subjects, and what is written about each.
const MATTERS: &[(&str, &str, &str)] = &[
    (
        "Demande de titre de séjour - pièces complémentaires",
        "Vous avez déposé une demande de renouvellement de titre de séjour. Après examen, il apparaît que votre dossier \
            est incomplet.",
        "Je vous invite à me faire parvenir, dans un délai d'un mois, un justificatif de domicile de moins de six mois et \
            deux photographies.",
    ),
    (
        "Votre demande de permis de construire - majoration du délai d'instruction",
        "Vous avez déposé le dossier cité en référence pour l'extension d'une habitation. Le projet se situant aux abords \
            d'un monument \
         historique, l'architecte des Bâtiments de France doit être consulté.",
        "Le délai d'instruction de votre demande est en conséquence porté à trois mois.",
    ),
    (
        "Inscription sur les listes électorales",
        "Votre demande d'inscription a été enregistrée et sera examinée par la commission de contrôle.",
        "Votre carte d'électeur vous sera adressée par voie postale avant le prochain scrutin.",
    ),
    (
        "Attribution d'une place en accueil de loisirs pour l'année à venir",
        "La commission d'attribution a examiné l'ensemble des demandes et j'ai le plaisir de vous informer que la vôtre a \
            reçu un avis favorable.",
        "Vous voudrez bien confirmer votre accord auprès du service enfance sous quinze jours, faute de quoi la place \
            sera réattribuée.",
    ),
    (
        "Réponse à votre réclamation relative à la collecte des ordures ménagères",
        "Par courrier reçu dans mes services, vous avez appelé mon attention sur l'absence de collecte dans votre rue.",
        "Après vérification auprès du prestataire, cet incident résulte de travaux de voirie ; la tournée est désormais \
            rétablie.",
    ),
    (
        "Notification d'un trop-perçu",
        "À la suite d'un changement dans votre situation, vos droits ont été recalculés et il apparaît que vous avez reçu \
            une somme à tort.",
        "Vous pouvez présenter vos observations ou demander un échelonnement dans un délai de deux mois à compter de la \
            présente.",
    ),
];

const RECOURSE: &str = "Si vous contestez cette décision, vous pouvez former un recours gracieux auprès de mes services \
    ou un recours contentieux \
    devant le tribunal administratif dans un délai de deux mois à compter de sa notification, y compris par l'application \
    Télérecours citoyens.";

fn mailbox(rng: &mut Rng, host: &str) -> String {
    format!("{}@{host}", rng.pick(&["accueil", "contact", "courrier", "secretariat", "pref-etrangers", "urbanisme"]))
}

/// A file's mark as offices write it.
fn mark_of(rng: &mut Rng, year: i64) -> String {
    match rng.below(5) {
        0 => format!("{}{}/{}{}/{}", rng.capital(), rng.capital(), rng.capital(), rng.capital(), rng.digits(3)),
        1 => format!("{year}-{}", rng.digits(4)),
        2 => format!("DRCL/BE/{}", rng.digits(4)),
        3 => format!("{}{}{}-{year}/{}", rng.capital(), rng.capital(), rng.capital(), rng.between(1, 900)),
        _ => format!("D{:02}{}", year % 100, rng.digits(6)),
    }
}

/// A prefecture: the state's mark at the left, bureau and agent down the margin, articles and ways of recourse.
fn prefecture(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.6, 10.8, 56.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2006);
    let (what, first, second) = d.rng.choose(&[MATTERS[0], MATTERS[1], MATTERS[5]]);
    let sender = d.rng.pick(&[
        "PRÉFET DU MORBIHAN", "PRÉFÈTE DE L'AIN", "PRÉFET DES LANDES", "PRÉFECTURE DE LA SOMME", "PRÉFET DE LA RÉUNION",
    ]);
    d.c.fill(x0, 40.0, x0 + 22.0, 52.0, 90);
    d.c.fill(x0 + 22.0, 40.0, x0 + 44.0, 52.0, 190);
    set(d, "sender", x0, 70.0, 190.0, sender, &l.b);
    let lines = ["Liberté".to_owned(), "Égalité".to_owned(), "Fraternité".to_owned()];
    stack(d, "", (x0, 70.0 + l.lead, 90.0), &lines, &l.i.sized(l.n.size * 0.85), l.s.size * 1.1);
    let y = 70.0 + l.lead * 5.0;
    let office = d.rng.pick(&[
        "Direction de la citoyenneté et de la légalité",
        "Direction des migrations et de l'intégration",
        "Secrétariat général",
    ]);
    put(d, x0, y, 210.0, office, &l.b.sized(l.s.size));
    let agent = Person::random(&mut d.rng).name();
    put(d, x0, y + l.lead, 210.0, &format!("Affaire suivie par : {agent}"), &l.s);
    let call = phone(&mut d.rng);
    beside(d, "phone", x0, 0.0, y + l.lead * 2.0, 210.0, ("Tél. :", &call), (&l.s, &l.s));
    let host = d.rng.pick(&["morbihan.gouv.fr", "ain.gouv.fr", "landes.gouv.fr", "somme.gouv.fr"]);
    let mail = mailbox(&mut d.rng, host);
    beside(d, "email", x0, 0.0, y + l.lead * 3.0, 210.0, ("Mél :", &mail), (&l.s, &l.s));
    let town = Place::random(&mut d.rng).town;
    place_and_date(d, w * 0.56, 84.0, town, &date, &l.n);
    let someone = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &someone);
    block(d, "recipient", (w * 0.56, 136.0, x1 - w * 0.56), &lines, &l.n, l.lead);
    let mut y = y + l.lead * 6.5;
    let label = d.rng.pick(&["Réf. :", "N/Réf. :", "Nos réf. :"]);
    let reference = mark_of(&mut d.rng, when.0);
    beside(d, "our_reference", x0, 0.0, y, 260.0, (label, &reference), (&l.n, &l.n));
    y += l.lead;
    if d.rng.chance(0.4) {
        let received = format!("votre courrier du {}", written(later(when, -24)));
        beside(d, "your_reference", x0, 0.0, y, 330.0, ("V/Réf. :", &received), (&l.n, &l.n));
        y += l.lead;
    }
    let named = d.rng.pick(&["Objet :", "OBJET :", "Objet:"]);
    y = subject(d, (x0, y, x1 - x0), named, what, (&l.n, &l.b)) + l.lead;
    let call = someone.title(true);
    put(d, x0, y, 200.0, &format!("{call},"), &l.n);
    let texts = [first.to_owned(), second.to_owned(), RECOURSE.to_owned(), close(&mut d.rng, call)];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.6);
    let name = Person::random(&mut d.rng).name();
    let post = d.rng.pick(&["Pour le préfet et par délégation,", "Le chef de bureau,", "Le secrétaire général,"]);
    signed(d, &l, (w * 0.56, y + l.lead), &[post.to_owned(), name]);
    let line = format!(
        "{} - Standard : {} - Horaires : du lundi au vendredi, 8h45-11h30",
        Place::random(&mut d.rng).lines(&mut d.rng).join(" "),
        phone(&mut d.rng)
    );
    foot(d, &[line], &l.t);
}

/// A town hall: arms and name in the middle, the references in two columns.
fn town_hall(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.0, 11.2, 60.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 1996);
    let (what, first, second) = d.rng.choose(&[MATTERS[1], MATTERS[2], MATTERS[3], MATTERS[4]]);
    let place = Place::random(&mut d.rng);
    let lead = d.rng.pick(&["VILLE", "COMMUNE", "MAIRIE"]);
    let name = format!("{lead} {}", capitals(&of(place.town), true));
    marks::logo(d.c, w / 2.0 - 12.0, 36.0, 22.0, &mut d.rng);
    let t = fitting(d, &name, &l.h, 320.0);
    let rng = &mut d.rng;
    d.c.value("sender", w / 2.0, 92.0, &name, &t, Align::Centre, rng);
    let line = place.lines(&mut d.rng).join(" - ");
    put_centre(d, w / 2.0, 92.0 + l.lead, 320.0, &line, &l.s);
    let (call, fax) = (phone(&mut d.rng), phone(&mut d.rng));
    let text = format!("Tél. {call} - Fax {fax}");
    let width = d.c.measure(&text, &l.s, &mut d.rng);
    line_with(d, (w / 2.0 - width / 2.0, 92.0 + l.lead * 2.0), &text, &l.s, &[("phone", &call)]);
    let someone = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &someone);
    block(d, "recipient", (w * 0.54, 168.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    place_and_date(d, w * 0.54, 176.0 + l.lead * 5.0, place.town, &date, &l.n);
    let agent = Person::random(&mut d.rng);
    let initials: String = agent.name().split_whitespace().filter_map(|p| p.chars().next()).collect();
    let rows = [
        ("our_reference", "N/Réf. :", format!("{initials}/{}", d.rng.digits(3))),
        ("your_reference", "V/Réf. :", format!("demande du {}", written(later(when, -35)))),
        (
            "",
            "Service :",
            d.rng.pick(&["Urbanisme", "État civil - Élections", "Enfance jeunesse", "Cabinet du maire"]).to_owned(),
        ),
        ("", "Dossier suivi par :", agent.name()),
    ];
    let mut y = list(d, (x0, x0, 220.0), 180.0, &rows, (&l.s, &l.s), l.lead) + l.lead * 2.0;
    let label = d.rng.pick(&["Objet :", "OBJET :", "Concerne :"]);
    y = subject(d, (x0, y, x1 - x0), label, what, (&l.b, &l.n)) + l.lead * 0.5;
    if d.rng.chance(0.4) {
        let file = format!("PC {} {} {} A{}", d.rng.digits(3), d.rng.digits(3), when.0 % 100, d.rng.digits(4));
        beside(d, "file_number", x0, 0.0, y, 300.0, ("Dossier n°", &file), (&l.n, &l.n));
        y += l.lead;
    }
    y += l.lead;
    let call = someone.title(true);
    put(d, x0 + 28.0, y, 200.0, &format!("{call},"), &l.n);
    let open = "Mes services restent à votre disposition pour tout renseignement complémentaire, aux jours et heures \
        d'ouverture au public.";
    let texts = [first.to_owned(), second.to_owned(), open.to_owned(), close(&mut d.rng, call)];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.7) + l.lead;
    let mayor = Person::random(&mut d.rng).name();
    let post = d.rng.pick(&["Le Maire,", "Pour le Maire, l'adjoint délégué,", "La Maire,"]);
    signed(d, &l, (w * 0.56, y), &[post.to_owned(), mayor]);
    foot(d, &["Toute correspondance doit être adressée à Monsieur le Maire".to_owned()], &l.t);
}

/// A fund: the insured's numbers at the left, the window of the envelope at the right, mixed small print.
fn fund(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.4, 10.6, 50.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2008);
    let sender = d.rng.pick(&[
        "CPAM du Puy-de-Dôme", "Carsat Bretagne", "Caf de la Drôme", "MSA Sud Aquitaine", "URSSAF Rhône-Alpes",
        "France Travail Occitanie", "MDPH du Gard",
    ]);
    set(d, "sender", x0, 62.0, 230.0, sender, &l.h);
    let place = Place::random(&mut d.rng);
    let lines = place.lines(&mut d.rng);
    let y = stack(d, "", (x0, 62.0 + l.lead * 1.4, 200.0), &lines, &l.s, l.lead);
    let someone = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &someone);
    block(d, "recipient", (w * 0.53, 130.0, x1 - w * 0.53), &lines, &l.n, l.lead);
    let rows = [
        (
            "phone",
            "Téléphone :",
            d.rng.pick(&["3646", "3230", "3960", "3949", "09 69 39 30 30", "04 75 75 31 20"]).to_owned(),
        ),
        ("", "Internet :", d.rng.pick(&["ameli.fr", "caf.fr", "lassuranceretraite.fr", "msa.fr"]).to_owned()),
        ("file_number", d.rng.pick(&["N° de dossier :", "Dossier :", "Dossier n°"]), d.rng.digits(8)),
        (
            "our_reference",
            d.rng.pick(&["Nos références :", "Nos réf. :", "Réf. à rappeler :"]),
            mark_of(&mut d.rng, when.0),
        ),
    ];
    let y = list(d, (x0, x0, 225.0), y + l.lead, &rows, (&l.s, &l.s), l.lead);
    let mut y = y.max(230.0) + l.lead;
    place_and_date(d, w * 0.53, y, place.town, &date, &l.n);
    y += l.lead * 2.2;
    let what = d.rng.pick(&[
        "Votre demande de pension d'invalidité", "Notification de versement d'indemnités journalières", "Révision de vos \
            droits à l'allocation logement",
        "Demande de pièces justificatives pour l'étude de votre dossier de retraite personnelle et la reconstitution de \
            votre carrière",
    ]);
    let label = d.rng.pick(&["Objet :", "Objet", "OBJET :"]);
    y = subject(d, (x0, y, x1 - x0), label, what, (&l.b, &l.b)) + l.lead;
    let call = someone.title(true);
    put(d, x0, y, 200.0, &format!("{call},"), &l.n);
    let texts = [
        "Nous avons étudié votre demande et nous vous informons qu'il manque des éléments pour la traiter.".to_owned(),
        format!("Merci de nous adresser avant le {} : une copie de votre pièce d'identité, votre dernier avis \
            d'imposition et un relevé d'identité bancaire.", written(later(when, 30))),
        "Vous pouvez les transmettre depuis votre espace personnel ou par courrier en joignant la présente lettre. Sans \
            réponse de votre part, votre \
         demande sera classée sans suite."
            .to_owned(),
        close(&mut d.rng, call),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.7);
    let name = Person::random(&mut d.rng).name();
    signed(d, &l, (w * 0.56, y + l.lead * 0.5), &["Votre correspondant,".to_owned(), name]);
    let text = "La loi rend passible d'amende et/ou d'emprisonnement quiconque se rend coupable de fraudes ou de fausses \
        déclarations (articles 313-1 et \
        441-6 du code pénal). Vous disposez d'un droit d'accès et de rectification auprès du directeur de votre organisme.";
    d.margins[3] = 20.0;
    let y = d.c.height - 58.0;
    prose(d, x0, y, x1 - x0, text, &l.t);
}

/// A tax office or a treasury: the directorate at the top left, contact box, hours of reception.
fn tax_office(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.2, 10.4, 48.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2009);
    let place = Place::random(&mut d.rng);
    put(d, x0, 54.0, 220.0, "Direction générale des Finances publiques", &l.s);
    let sender = match d.rng.below(4) {
        0 => format!("SERVICE DES IMPÔTS DES PARTICULIERS DE {}", capitals(place.town, false)),
        1 => format!("SIE {}", place.town),
        2 => "Trésorerie hospitalière".to_owned(),
        _ => format!("Centre des Finances publiques - {}", place.town),
    };
    set(d, "sender", x0, 54.0 + l.lead, 230.0, &sender, &l.b);
    let lines = place.lines(&mut d.rng);
    let y = stack(d, "", (x0, 54.0 + l.lead * 2.0, 200.0), &lines, &l.s, l.lead);
    let call = phone(&mut d.rng);
    beside(d, "phone", x0, 0.0, y, 220.0, ("Téléphone :", &call), (&l.s, &l.s));
    let mail =
        format!("sip.{}@dgfip.finances.gouv.fr", capitals(place.town, false).to_lowercase().replace([' ', '\''], "-"));
    beside(d, "email", x0, 0.0, y + l.lead, 230.0, ("Mél. :", &mail), (&l.s, &l.s));
    let someone = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &someone);
    block(d, "recipient", (w * 0.54, 128.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let y = y + l.lead * 3.0;
    let text = [
        "POUR NOUS JOINDRE :".to_owned(),
        format!("Affaire suivie par : {}", Person::random(&mut d.rng).name()),
        "Réception : lundi, mardi, jeudi 8h30-12h, sur rendez-vous".to_owned(),
    ];
    stack(d, "", (x0, y, 230.0), &text, &l.s, l.lead);
    let label = d.rng.pick(&["Réf. :", "Références :", "N/Réf"]);
    let reference = mark_of(&mut d.rng, when.0);
    beside(d, "our_reference", x0, 0.0, y + l.lead * 3.0, 230.0, (label, &reference), (&l.s, &l.s));
    place_and_date(d, w * 0.54, y + l.lead * 3.0, place.town, &date, &l.n);
    let mut y = y + l.lead * 6.0;
    let what = d.rng.pick(&[
        "Votre réclamation concernant la taxe foncière",
        "Demande de renseignements sur votre déclaration de revenus",
        "Demande de délais de paiement",
        "Remise gracieuse de majoration",
        "Vos frais réels de l'année précédente, justificatifs à produire à l'appui de votre déclaration",
    ]);
    y = subject(d, (x0, y, x1 - x0), "Objet :", what, (&l.b, &l.n)) + l.lead;
    let call = someone.title(true);
    put(d, x0, y, 200.0, &format!("{call},"), &l.n);
    let texts = [
        format!("Par courrier du {}, vous avez sollicité le réexamen de votre situation.", written(later(when, -40))),
        "Après étude des éléments fournis, je vous informe que votre demande ne peut recevoir une suite favorable en \
            l'état, les justificatifs \
         produits n'établissant pas la réalité de la dépense."
            .to_owned(),
        "Vous pouvez saisir le conciliateur fiscal départemental, sans que cette démarche suspende le délai de recours ni \
            l'obligation de payer.".to_owned(),
        close(&mut d.rng, call),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.4, x1 - x0), &texts, l.lead * 0.6);
    let name = Person::random(&mut d.rng).name();
    let post =
        d.rng.pick(&["L'inspectrice des finances publiques,", "Le comptable public,", "Le contrôleur principal,"]);
    signed(d, &l, (w * 0.52, y + l.lead), &[post.to_owned(), name]);
    put_right(d, x1, d.c.height - 26.0, 200.0, "MINISTÈRE DE L'ÉCONOMIE ET DES FINANCES", &l.t);
}

/// A school to parents or a hospital to a patient: head in a band, no window, short.
fn school(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.0, 11.4, 58.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2001);
    let sender = d.rng.pick(&[
        "Collège Anne Frank", "Lycée polyvalent Jean Monnet", "Centre hospitalier de Saintonge",
        "Rectorat de l'académie de Limoges", "Médiathèque départementale", "École élémentaire des Quatre-Vents",
    ]);
    let place = Place::random(&mut d.rng);
    d.c.fill(x0 - 10.0, 40.0, x1 + 10.0, 40.0 + l.lead * 3.2, 220);
    set(d, "sender", x0, 40.0 + l.lead * 1.4, 240.0, sender, &l.h);
    let line = place.lines(&mut d.rng).join(", ");
    put(d, x0, 40.0 + l.lead * 2.6, 250.0, &line, &l.s);
    let (call, host) = (phone(&mut d.rng), d.rng.pick(&["ac-limoges.fr", "ac-poitiers.fr", "ch-saintonge.fr"]));
    let mail = mailbox(&mut d.rng, host);
    beside(d, "phone", w * 0.58, 0.0, 40.0 + l.lead * 1.4, x1 - w * 0.58, ("Tél.", &call), (&l.s, &l.s));
    beside(d, "email", w * 0.58, 0.0, 40.0 + l.lead * 2.6, x1 - w * 0.58, ("Courriel", &mail), (&l.s, &l.s));
    let who = d.rng.pick(&["Le chef d'établissement", "La direction", "Le secrétariat"]);
    let someone = Person::random(&mut d.rng);
    let head = if d.rng.chance(0.4) { "Aux parents d'élèves".to_owned() } else { someone.titled(&mut d.rng) };
    put(d, w * 0.54, 130.0, 180.0, &format!("{who} à"), &l.i);
    let mut lines = vec![head];
    if lines[0] != "Aux parents d'élèves" {
        lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    }
    block(d, "recipient", (w * 0.54, 130.0 + l.lead * 1.4, x1 - w * 0.54), &lines, &l.n, l.lead);
    place_and_date(d, x0, 136.0 + l.lead * 5.0, place.town, &date, &l.n);
    let mut y = 136.0 + l.lead * 8.0;
    let what = d.rng.pick(&[
        "Réunion d'information sur l'orientation en fin de troisième",
        "Convocation à une consultation de préadmission",
        "Absences non justifiées",
        "Règlement des frais de demi-pension du deuxième trimestre",
        "Fermeture exceptionnelle de l'établissement",
    ]);
    y = subject(d, (x0, y, x1 - x0), "Objet :", what, (&l.b, &l.n)) + l.lead;
    put(d, x0, y, 200.0, "Madame, Monsieur,", &l.n);
    let texts = [
        format!(
            "Je vous informe qu'une rencontre est prévue le {} à {} h 30, salle polyvalente.",
            written(later(when, 12)),
            d.rng.between(9, 18)
        ),
        "Votre présence est vivement souhaitée. En cas d'empêchement, merci de prévenir le secrétariat au moins \
            quarante-huit heures à l'avance."
            .to_owned(),
        close(&mut d.rng, "Madame, Monsieur"),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.8);
    let name = Person::random(&mut d.rng).name();
    signed(d, &l, (w * 0.56, y + l.lead), &[format!("{who},"), name]);
    let y = d.c.height - 110.0;
    d.c.dotted(20.0, w - 20.0, y);
    put(d, x0, y + l.lead * 1.4, x1 - x0, "Coupon-réponse à retourner au secrétariat", &l.b);
    put(
        d,
        x0,
        y + l.lead * 2.8,
        x1 - x0,
        "Nom : .............................  Prénom : .............................  participera / ne participera pas",
        &l.n,
    );
}
