//! Letters of application and curricula vitae.

use super::trade_kit::{
    Firm, Look, Person, Place, beside, later, look, mark, phone, prose, put, put_centre, put_right, set, stack, written,
};
use super::trade_letter::{block, body, close, letter_day, place_and_date, signed, subject};
use super::trade_sale::{GARAGE, PUBLIC_BUYERS, SERVICES, SUPPLIES};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("candidature", answer),
    Page::a4("candidature", unasked),
    Page::a4("candidature", trainee),
    Page::a4("curriculum_vitae", plain),
    Page::a4("curriculum_vitae", sidebar),
    Page::a4("curriculum_vitae", banner),
];

const JOBS: &[&str] = &[
    "assistante administrative", "cuisinier", "chargé de clientèle", "infirmière de nuit", "conducteur de travaux",
    "agent d'accueil", "développeur web", "vendeuse en prêt-à-porter", "mécanicien poids lourds",
    "secrétaire médicale",
];

fn firm(rng: &mut Rng) -> Firm {
    match rng.below(3) {
        0 => GARAGE.firm(rng),
        1 => SERVICES.firm(rng),
        _ => SUPPLIES.firm(rng),
    }
}

/// To an advertisement, with its reference.
fn answer(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.0, 11.4, 64.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 1999);
    let (me, place, firm) = (Person::random(&mut d.rng), Place::random(&mut d.rng), firm(&mut d.rng));
    let mut lines = vec![me.name()];
    lines.extend(place.lines(&mut d.rng));
    let y = block(d, "sender", (x0, 72.0, 210.0), &lines, &l.n, l.lead);
    let (call, mail) = (phone(&mut d.rng), me.mail(&mut d.rng));
    set(d, "phone", x0, y, 200.0, &call, &l.n);
    set(d, "email", x0, y + l.lead, 210.0, &mail, &l.n);
    let mut lines = match d.rng.below(3) {
        0 => vec!["Direction des ressources humaines".to_owned(), d.rng.pick(PUBLIC_BUYERS).to_owned()],
        1 => vec![firm.name.clone(), "Service recrutement".to_owned()],
        _ => vec![Person::random(&mut d.rng).titled(&mut d.rng), firm.name.clone()],
    };
    lines.extend(firm.place.lines(&mut d.rng));
    let y = block(d, "recipient", (w * 0.54, y + l.lead, x1 - w * 0.54), &lines, &l.n, l.lead) + l.lead;
    place_and_date(d, w * 0.54, y, place.town, &date, &l.n);
    let mut y = y + l.lead * 2.4;
    let job = d.rng.pick(JOBS);
    let what = match d.rng.below(3) {
        0 => format!("Candidature au poste de {job}"),
        1 => {
            format!("candidature pour un emploi de {job} à temps complet, annonce parue sur le site de France Travail")
        }
        _ => format!("Réponse à votre offre d'emploi - {job}"),
    };
    y = subject(d, (x0, y, x1 - x0), "Objet :", &what, (&l.b, &l.n));
    if d.rng.chance(0.6) {
        let label = d.rng.pick(&["Réf. de l'offre :", "V/Réf. :", "Référence annonce :"]);
        let text = format!("{}{}", d.rng.digits(3), (0..4).map(|_| d.rng.capital()).collect::<String>());
        beside(d, "your_reference", x0, 0.0, y, 260.0, (label, &text), (&l.n, &l.n));
        y += l.lead;
    }
    y += l.lead;
    put(d, x0, y, 200.0, "Madame, Monsieur,", &l.n);
    let years = d.rng.between(2, 20);
    let texts = [
        format!(
            "Votre annonce pour un poste de {job} a retenu toute mon attention. Titulaire d'un diplôme dans cette \
            spécialité et fort{} de {years} années d'expérience, je vous propose ma candidature.",
            me.agree("", "e")
        ),
        "Mes précédents emplois m'ont permis d'acquérir rigueur, autonomie et sens du contact. Rejoindre votre équipe \
            serait pour moi l'occasion de mettre ces \
         compétences à votre service et de les développer."
            .to_owned(),
        format!(
            "Disponible à compter du {}, je serais {} de vous rencontrer lors d'un entretien.",
            written(later(when, 30)),
            me.agree("heureux", "heureuse")
        ),
        close(&mut d.rng, "Madame, Monsieur"),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.8);
    signed(d, &l, (w * 0.6, y + l.lead), &[me.name()]);
    put(d, x0, d.c.height - 60.0, 200.0, "P.J. : curriculum vitae", &l.s);
}

/// Unasked: the name large at the top, contact in a line, no address block but a line.
fn unasked(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.0, 11.2, 60.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (_, date) = letter_day(&mut d.rng, 2010);
    let (me, place, firm) = (Person::random(&mut d.rng), Place::random(&mut d.rng), firm(&mut d.rng));
    let t = l.h.sized(l.n.size * 2.0);
    set(d, "sender", x0, 78.0, 360.0, &me.name(), &t);
    let (call, mail) = (phone(&mut d.rng), me.mail(&mut d.rng));
    let text = format!("{} | {call} | {mail}", place.lines(&mut d.rng).join(" "));
    let since = d.c.lines.len();
    put(d, x0, 78.0 + l.lead * 1.5, x1 - x0, &text, &l.s);
    mark(d, since, "phone", &call);
    mark(d, since, "email", &mail);
    d.rule(x0, 78.0 + l.lead * 2.2, x1, 78.0 + l.lead * 2.2, 1.2);
    let mut lines = vec![firm.name.clone()];
    lines.extend(firm.place.lines(&mut d.rng));
    let y = block(d, "recipient", (x0, 78.0 + l.lead * 4.5, 260.0), &lines, &l.n, l.lead);
    place_and_date(d, w * 0.6, y, place.town, &date, &l.n);
    let mut y = y + l.lead * 2.4;
    let job = d.rng.pick(JOBS);
    let what = format!("{} - {job}", d.rng.pick(&["Candidature spontanée", "candidature spontanée"]));
    let label = d.rng.pick(&["Objet :", "Objet"]);
    y = subject(d, (x0, y, x1 - x0), label, &what, (&l.b, &l.b)) + l.lead;
    put(d, x0, y, 200.0, "Madame, Monsieur,", &l.n);
    let texts = [
        format!("Actuellement à la recherche d'un emploi de {job}, je me permets de vous adresser ma candidature."),
        "La réputation de votre établissement et la qualité de son travail m'ont convaincu de vous proposer mes services. \
            Polyvalence, ponctualité et goût du \
         travail en équipe sont les qualités que mes employeurs m'ont toujours reconnues."
            .to_owned(),
        "Je joins mon curriculum vitae et me tiens à votre disposition pour un entretien à votre convenance.".to_owned(),
        close(&mut d.rng, "Madame, Monsieur"),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.9);
    signed(d, &l, (x0, y + l.lead), &[me.name()]);
}

/// A pupil or a student after a place of training.
fn trainee(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.6, 12.0, 70.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2003);
    let (me, place, firm) = (Person::random(&mut d.rng), Place::random(&mut d.rng), firm(&mut d.rng));
    put_right(d, x1, 70.0, 220.0, &format!("{}, {date}", place.town), &l.n);
    mark(d, 0, "date", &date);
    let mut lines = vec![me.name()];
    lines.extend(place.lines(&mut d.rng));
    let y = block(d, "sender", (x0, 70.0 + l.lead * 1.5, 220.0), &lines, &l.n, l.lead);
    let call = phone(&mut d.rng);
    beside(d, "phone", x0, 0.0, y, 220.0, ("Tél. :", &call), (&l.n, &l.n));
    let head = format!("À l'attention du responsable de {}", firm.name);
    let mut lines = vec![head];
    lines.extend(firm.place.lines(&mut d.rng));
    let mut y = block(d, "recipient", (w * 0.5, y + l.lead * 2.0, x1 - w * 0.5), &lines, &l.n, l.lead) + l.lead * 2.0;
    let level = d.rng.pick(&["CAP", "bac professionnel", "BTS", "licence professionnelle", "master 2"]);
    let what = match d.rng.below(3) {
        0 => format!("Demande de stage - {level}"),
        1 => format!("recherche d'un contrat d'apprentissage en {level} pour la rentrée de septembre"),
        _ => "demande de stage d'observation de troisième".to_owned(),
    };
    y = subject(d, (x0, y, x1 - x0), "Objet :", &what, (&l.n, &l.b)) + l.lead;
    let call = d.rng.pick(&["Monsieur,", "Madame, Monsieur,", "Madame,"]);
    put(d, x0, y, 200.0, call, &l.n);
    let texts = [
        format!("Élève au lycée {}, je dois effectuer une période de formation en entreprise du {} au {}.",
        d.rng.pick(&["Le Corbusier", "Rosa Parks", "Vauban"]), written(later(when, 60)), written(later(when, 90))),
        "Passionné par ce métier, j'aimerais beaucoup découvrir votre entreprise et apprendre auprès de professionnels. \
            Sérieux et motivé, je m'adapterai à vos horaires.".to_owned(),
        "Je vous remercie par avance de l'attention que vous porterez à ma demande, que mon professeur principal peut \
            appuyer.".to_owned(),
        close(&mut d.rng, call.trim_end_matches(',')),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.6, x1 - x0), &texts, l.lead * 0.9);
    signed(d, &l, (w * 0.6, y + l.lead), &[me.name()]);
}

/// A heading, and rows of a span of time, what and where.
type Part = (&'static str, Vec<(String, String, String)>);

/// Parts of a career.
fn career(rng: &mut Rng, now: i64) -> Vec<Part> {
    let mut year = now;
    let mut jobs = Vec::new();
    for _ in 0..rng.between(2, 4) {
        let from = year - rng.between(1, 5);
        let span = if rng.chance(0.5) {
            format!("{from} - {year}")
        } else {
            format!("{:02}/{from} - {:02}/{year}", rng.between(1, 12), rng.between(1, 12))
        };
        let job = crate::text::codes::capitalised(rng.pick(JOBS));
        let firm = firm(rng);
        jobs.push((span, job, format!("{}, {}", firm.name, firm.place.town)));
        year = from;
    }
    let school = [
        (year.to_string(), "Brevet de technicien supérieur", "Lycée Vauban"),
        ((year - 2).to_string(), "Baccalauréat, mention assez bien", "Lycée Marguerite Yourcenar"),
        ((year - 5).to_string(), "Brevet des collèges", "Collège Anne Frank"),
    ];
    let school =
        school.into_iter().take(rng.between(2, 3) as usize).map(|(a, b, c)| (a, b.to_owned(), c.to_owned())).collect();
    let works = rng.pick(&["EXPÉRIENCE PROFESSIONNELLE", "Expériences professionnelles", "PARCOURS PROFESSIONNEL"]);
    let schools = rng.pick(&["FORMATION", "Formation et diplômes", "DIPLÔMES"]);
    vec![(works, jobs), (schools, school)]
}

const SKILLS: &[&str] = &[
    "Pack Office, Sage", "Permis B, véhiculé", "Anglais courant (B2)", "Espagnol scolaire", "Certificat SST",
    "CACES 1-3-5", "Conduite de réunion",
];
const PASTIMES: &[&str] =
    &["Randonnée, photographie", "Handball en club", "Théâtre amateur, lecture", "Bénévole aux Restos du Cœur"];

/// The parts of a career between two edges; returns the next baseline.
fn parts(d: &mut Desk<'_, '_>, l: &Look, (x0, mut y, width): (f32, f32, f32), ruled: bool) -> f32 {
    let now = d.rng.between(2005, 2025);
    for (head, rows) in career(&mut d.rng, now) {
        put(d, x0, y, width, head, &l.b.sized(l.n.size * 1.15));
        if ruled {
            d.rule(x0, y + 4.0, x0 + width, y + 4.0, 0.7);
        }
        y += l.lead * 1.6;
        for (span, what, place) in rows {
            put(d, x0, y, 94.0, &span, &l.n);
            put(d, x0 + 104.0, y, width - 104.0, &what, &l.b);
            put(d, x0 + 104.0, y + l.lead, width - 104.0, &place, &l.i);
            y += l.lead * 2.3;
            if d.rng.chance(0.5) {
                let text = d.rng.pick(&[
                    "Accueil du public, gestion des plannings et suivi des dossiers.",
                    "Encadrement d'une équipe de quatre personnes, tenue de caisse, inventaires.",
                    "Entretien du matériel et contrôle de la qualité.",
                ]);
                y = prose(d, x0 + 104.0, y - l.lead * 0.3, width - 104.0, text, &l.s) + l.lead * 0.5;
            }
        }
        y += l.lead * 0.7;
    }
    y
}

fn lists(d: &mut Desk<'_, '_>, l: &Look, (x, y, width): (f32, f32, f32)) -> f32 {
    let skip = d.rng.below(4);
    let skills: Vec<String> = SKILLS.iter().skip(skip).take(3).map(|s| (*s).to_owned()).collect();
    let head = d.rng.pick(&["COMPÉTENCES", "Compétences et langues", "LANGUES ET INFORMATIQUE"]);
    put(d, x, y, width, head, &l.b);
    let y = stack(d, "", (x, y + l.lead * 1.4, width), &skills, &l.n, l.lead) + l.lead;
    let head = d.rng.pick(&["CENTRES D'INTÉRÊT", "Loisirs"]);
    put(d, x, y, width, head, &l.b);
    let pastime = [d.rng.pick(PASTIMES).to_owned()];
    stack(d, "", (x, y + l.lead * 1.4, width), &pastime, &l.n, l.lead)
}

/// Name and address at the left, title in the middle, one column.
fn plain(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.8, 11.0, 56.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (me, place) = (Person::random(&mut d.rng), Place::random(&mut d.rng));
    let mut lines = vec![me.name()];
    lines.extend(place.lines(&mut d.rng));
    let y = stack(d, "", (x0, 64.0, 240.0), &lines, &l.n, l.lead);
    let (call, mail) = (phone(&mut d.rng), me.mail(&mut d.rng));
    beside(d, "phone", x0, 0.0, y, 240.0, ("Tél. :", &call), (&l.n, &l.n));
    let label = d.rng.pick(&["E-mail :", "Courriel :", "Mail :"]);
    beside(d, "email", x0, 0.0, y + l.lead, 240.0, (label, &mail), (&l.n, &l.n));
    let age = format!("{} ans, {}", d.rng.between(19, 58), d.rng.pick(&["célibataire", "deux enfants", "permis B"]));
    put(d, x0, y + l.lead * 2.0, 240.0, &age, &l.n);
    if d.rng.chance(0.4) {
        marks::photo(d.c, x1 - 74.0, 56.0, 70.0, 90.0, &mut d.rng);
    }
    let y = y + l.lead * 5.0;
    put_centre(d, w / 2.0, y, 400.0, "CURRICULUM VITÆ", &l.h);
    let y = parts(d, &l, (x0, y + l.lead * 3.0, x1 - x0), true);
    lists(d, &l, (x0, y, x1 - x0));
}

/// A grey column at the left with contact and skills.
fn sidebar(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.2, 10.2, 40.0);
    let (x1, h) = (d.x1(), d.c.height);
    let me = Person::random(&mut d.rng);
    d.c.fill(0.0, 0.0, 186.0, h, 222);
    if d.rng.chance(0.6) {
        marks::photo(d.c, 54.0, 44.0, 78.0, 92.0, &mut d.rng);
    }
    let mut y = 170.0;
    let head = d.rng.pick(&["CONTACT", "Contact", "COORDONNÉES"]);
    put(d, 24.0, y, 150.0, head, &l.b);
    let (call, mail) = (phone(&mut d.rng), me.mail(&mut d.rng));
    set(d, "phone", 24.0, y + l.lead * 1.5, 150.0, &call, &l.n);
    set(d, "email", 24.0, y + l.lead * 2.6, 150.0, &mail, &l.n);
    let lines = Place::random(&mut d.rng).lines(&mut d.rng);
    y = stack(d, "", (24.0, y + l.lead * 3.7, 150.0), &lines, &l.n, l.lead) + l.lead * 1.5;
    lists(d, &l, (24.0, y, 150.0));
    put(d, 210.0, 76.0, x1 - 210.0, &capitals(&me.name(), true), &l.h.sized(l.n.size * 2.2));
    let job = crate::text::codes::capitalised(d.rng.pick(JOBS));
    put(d, 210.0, 76.0 + l.lead * 1.8, x1 - 210.0, &job, &l.i.sized(l.n.size * 1.25));
    let text = "Dynamique et organisé, je souhaite mettre mon expérience au service d'une structure à taille humaine.";
    let y = prose(d, 210.0, 76.0 + l.lead * 3.6, x1 - 210.0, text, &l.n);
    parts(d, &l, (210.0, y + l.lead * 1.5, x1 - 210.0), true);
}

/// A banner with the name and the contact in one line, sections without rules.
fn banner(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.6, 10.8, 50.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let me = Person::random(&mut d.rng);
    put_centre(d, w / 2.0, 70.0, 420.0, &me.name(), &l.h.sized(l.n.size * 2.3));
    let job = d.rng.pick(JOBS);
    put_centre(d, w / 2.0, 70.0 + l.lead * 1.7, 420.0, &capitals(job, true), &l.n);
    let (call, mail) = (phone(&mut d.rng), me.mail(&mut d.rng));
    let text = format!("{} - {call} - {mail}", Place::random(&mut d.rng).post(&mut d.rng));
    let since = d.c.lines.len();
    put_centre(d, w / 2.0, 70.0 + l.lead * 3.0, x1 - x0, &text, &l.s);
    mark(d, since, "phone", &call);
    mark(d, since, "email", &mail);
    d.rule(x0, 70.0 + l.lead * 3.8, x1, 70.0 + l.lead * 3.8, 1.4);
    let y = parts(d, &l, (x0, 70.0 + l.lead * 6.0, x1 - x0), false);
    lists(d, &l, (x0, y, x1 - x0));
}
