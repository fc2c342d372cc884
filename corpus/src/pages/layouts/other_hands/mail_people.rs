//! Letters of private persons.

use super::Page;
use super::stationery::{
    Citizen, L, R, address, emblem, heavy, letter_day, line, one, phone, place, put, roman, slanted, text,
};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::Day;
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[Page::a4("courrier_particulier", letter)];

/// Subject, offices it goes to, salutation, what it says.
type Matter = (&'static str, &'static [&'static str], &'static str, &'static [&'static str]);

const MATTERS: &[Matter] = &[
    (
        "Résiliation de mon abonnement",
        &["Orange Service Clients", "SFR Service Résiliation", "Basic Fit France", "Canal+ Service Abonnés"],
        "Madame, Monsieur,",
        &[
            "Par la présente, je vous informe de ma décision de résilier le contrat d'abonnement cité en référence, souscrit il y a plus de douze mois.",
            "Conformément aux conditions générales de vente, cette résiliation prendra effet dix jours après réception de ce courrier. Je vous remercie de cesser tout prélèvement sur \
             mon compte à compter de cette date et de me rembourser les sommes qui auraient été perçues d'avance.",
            "Vous voudrez bien m'adresser une confirmation écrite de la prise en compte de ma demande ainsi qu'une facture de clôture.",
        ],
    ),
    (
        "Contestation d'un indu",
        &[
            "Caisse d'allocations familiales", "CPAM - Commission de recours amiable", "France Travail",
            "MSA - Service contentieux",
        ],
        "Madame, Monsieur,",
        &[
            "J'ai reçu votre notification m'informant que je serais redevable d'un trop-perçu. Je conteste formellement cette décision.",
            "En effet, j'ai déclaré mon changement de situation dans les délais, comme en atteste la copie d'écran jointe. Mes ressources du trimestre ont été reprises deux fois dans \
             votre calcul : une première fois au titre du mois d'avril, une seconde au titre de la régularisation.",
            "Je sollicite donc le réexamen de mon dossier et, dans l'attente, la suspension des retenues opérées sur mes prestations, qui me placent dans une situation financière difficile.",
            "Je reste à votre disposition pour vous fournir tout justificatif complémentaire.",
        ],
    ),
    (
        "Demande de remboursement du dépôt de garantie",
        &["Monsieur et Madame Perrin", "Agence du Parc", "SCI Les Platanes", "Foncia Location"],
        "Madame, Monsieur,",
        &[
            "J'ai quitté le logement que vous me louiez et vous ai remis les clés le jour de l'état des lieux de sortie, qui n'a relevé aucune dégradation.",
            "Selon l'article 22 de la loi du 6 juillet 1989, vous disposiez d'un mois pour me restituer le dépôt de garantie versé lors de mon entrée dans les lieux. Ce délai est dépassé \
             à ce jour.",
            "Je vous remercie de bien vouloir m'adresser cette somme par virement sous huit jours, à défaut de quoi je saisirai la commission départementale de conciliation.",
        ],
    ),
    (
        "Candidature au poste de conducteur de travaux",
        &["Eiffage Construction", "Mairie - Service du personnel", "SARL Bâti Concept"],
        "Madame, Monsieur,",
        &[
            "Titulaire d'un BTS bâtiment, avec huit ans d'expérience dans la conduite de chantiers de logements collectifs, je souhaite vous proposer ma candidature.",
            "Mes fonctions actuelles m'ont permis d'encadrer jusqu'à vingt-cinq compagnons, de planifier les interventions des corps d'état et de tenir les budgets confiés. J'ai \
             l'habitude des relations avec les maîtres d'ouvrage publics.",
            "Disponible sous un mois, je souhaiterais vous exposer de vive voix mes motivations lors d'un entretien.",
        ],
    ),
    (
        "Déclaration de sinistre - dégât des eaux",
        &["MAIF Gestion des sinistres", "GMF Assurances", "Groupama Loire Bretagne", "Macif Centre de gestion"],
        "Madame, Monsieur,",
        &[
            "Je vous informe avoir constaté samedi dernier un dégât des eaux dans la salle de bains de mon appartement, dont l'origine se situe chez le voisin du dessus.",
            "Les dommages concernent le plafond, les peintures et un meuble bas. J'ai rempli avec l'occupant un constat amiable que vous trouverez ci-joint, accompagné de photographies et \
             d'un devis de remise en état.",
            "Je vous prie de bien vouloir m'indiquer la date de passage de l'expert et les modalités d'indemnisation prévues par mon contrat.",
        ],
    ),
    (
        "Demande de dérogation scolaire",
        &["Direction académique", "Mairie - Service des écoles", "Madame la Directrice de l'école Pasteur"],
        "Madame, Monsieur,",
        &[
            "J'ai l'honneur de solliciter une dérogation au périmètre scolaire afin que ma fille Camille, qui entrera en cours préparatoire à la prochaine rentrée, soit inscrite à \
             l'école située à proximité de mon lieu de travail.",
            "Mes horaires ne me permettent pas de la conduire à notre école de secteur avant 8 h 45, et son frère aîné est déjà élève de l'établissement demandé.",
            "Vous trouverez ci-joint une attestation de mon employeur et un justificatif de domicile. Je vous remercie par avance de la bienveillance avec laquelle vous étudierez ma demande.",
        ],
    ),
];

pub(super) const CLOSINGS: &[&str] = &[
    "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.",
    "Dans l'attente de votre réponse, veuillez recevoir, Madame, Monsieur, mes sincères salutations.",
    "Je vous prie de croire, Madame, Monsieur, à l'assurance de ma considération distinguée.",
    "Veuillez agréer, Madame, Monsieur, mes salutations les meilleures.",
];

/// Salutation, paragraphs and closing; returns the next baseline.
pub(super) fn body((x, y, w): (f32, f32, f32), said: &[String], t: &Type, indent: f32, d: &mut Desk<'_, '_>) -> f32 {
    let mut y = y;
    let justify = d.rng.chance(0.5);
    let lead = t.size * 1.34;
    for words in said {
        let manner = Manner { align: Align::Left, justify, hyphenate: false, indent };
        let room = d.c.height - 40.0;
        y = d.c.paragraph(x, y, w, words, t, lead, manner, room, &mut d.rng) + lead * 0.7;
    }
    y
}

/// The whole of what a letter says.
pub(super) fn said(hello: &str, parts: &[&str], bye: &str) -> Vec<String> {
    [vec![hello.to_owned()], parts.iter().map(|p| (*p).to_owned()).collect(), vec![bye.to_owned()]].concat()
}

/// A number of a contract or a file.
pub(super) fn file_number(d: &mut Desk<'_, '_>) -> String {
    match d.rng.below(4) {
        0 => d.rng.digits(7),
        1 => format!("{}-{}", d.rng.digits(4), d.rng.digits(5)),
        2 => format!("{}{} {}", d.rng.capital(), d.rng.digits(3), d.rng.digits(4)),
        _ => format!("{}/{}", d.rng.between(2014, 2026), d.rng.digits(5)),
    }
}

struct Facts {
    who: Citizen,
    to: Vec<String>,
    tel: String,
    mail: String,
    day: Day,
    number: String,
    matter: Matter,
}

fn letter(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let matter = d.rng.choose(MATTERS);
    let office = d.rng.pick(matter.1).to_owned();
    let to = [vec![office], place(&mut d.rng).0].concat();
    let start = one(d, &["06", "07", "02"]);
    let facts = Facts {
        tel: phone(&mut d.rng, start),
        mail: who.mail(&mut d.rng),
        day: (d.rng.between(2010, 2026), d.rng.between(1, 12), d.rng.between(1, 28)),
        number: file_number(d),
        who,
        to,
        matter,
    };
    match d.rng.below(3) {
        0 => classic(d, &facts),
        1 => dated_first(d, &facts),
        _ => template(d, &facts),
    }
}

/// References as persons give them, below the subject; returns the next baseline.
fn references((x, y): (f32, f32), f: &Facts, t: &Type, d: &mut Desk<'_, '_>) -> f32 {
    match d.rng.below(4) {
        0 => y,
        1 => {
            let label = one(d, &["Vos réf. :", "Vos références :", "V/Réf. :", "Votre référence :"]);
            line((x, y), &format!("{label} {}", f.number), t, &[("your_reference", &f.number)], d);
            y + t.size * 1.5
        }
        _ => {
            let label = one(d, &["N° de dossier :", "Dossier n°", "Numéro de dossier :", "Dossier :"]);
            line((x, y), &format!("{label} {}", f.number), t, &[("file_number", &f.number)], d);
            y + t.size * 1.5
        }
    }
}

fn subject((x, y): (f32, f32), f: &Facts, t: &Type, d: &mut Desk<'_, '_>) -> f32 {
    let label = one(d, &["Objet :", "Objet :", "OBJET :", "Objet -"]);
    line((x, y), &format!("{label} {}", f.matter.0), t, &[("subject", f.matter.0)], d);
    y + t.size * 1.5
}

fn enclosed((x, y): (f32, f32), t: &Type, d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.6) && y < d.c.height - 24.0 {
        let label = one(
            d,
            &["P.J. : 2", "Pièces jointes : copie de la carte d'identité, justificatif", "PJ : copie du contrat, RIB"],
        );
        put("", (x, y, 320.0), label, t, L, d);
    }
}

fn classic(d: &mut Desk<'_, '_>, f: &Facts) {
    let s = d.rng.range(10.6, 11.8);
    let (x0, x1, w) = (64.0, d.c.width - 64.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let name = if d.rng.chance(0.5) { f.who.who.full() } else { f.who.name.clone() };
    let mut y = address("sender", (x0, 66.0, 230.0), &[vec![name.clone()], f.who.home.clone()].concat(), &t, d);
    let tel = format!("{} {}", one(d, &["Tél. :", "Tél :", "Portable :", "Téléphone :"]), f.tel);
    line((x0, y), &tel, &t, &[("phone", &f.tel)], d);
    y += s * 1.25;
    if d.rng.chance(0.7) {
        line((x0, y), &f.mail, &t, &[("email", &f.mail)], d);
    }
    address("recipient", (w * 0.53, 158.0, x1 - w * 0.53 + 20.0), &f.to, &t, d);
    let date = letter_day(d, f.day);
    line(
        (w * 0.53, 232.0),
        &format!("{} {}, le {date}", one(d, &["À", "Fait à", ""]), f.who.town),
        &t,
        &[("date", &date)],
        d,
    );
    let mut y = subject((x0, 276.0), f, &bold, d);
    y = references((x0, y), f, &t, d);
    if d.rng.chance(0.5) {
        put("", (x0, y, 300.0), "Lettre recommandée avec accusé de réception", &slanted(d, s), L, d);
        y += s * 1.5;
    }
    let bye = one(d, CLOSINGS);
    y = body((x0, y + s * 1.6, x1 - x0), &said(f.matter.2, f.matter.3, bye), &t, 0.0, d) + 14.0;
    marks::signature(d.c, w * 0.58, y + 6.0, 110.0, &mut d.rng);
    put("", (w * 0.56, y + 44.0, 180.0), &name, &t, L, d);
    enclosed((x0, y + 72.0), &t, d);
}

fn dated_first(d: &mut Desk<'_, '_>, f: &Facts) {
    let s = d.rng.range(10.8, 12.0);
    let (x0, x1, w) = (72.0, d.c.width - 72.0, d.c.width);
    let t = roman(d, s);
    let date = letter_day(d, f.day);
    let width = d.c.measure(&format!("{}, le {date}", f.who.town), &t, &mut d.rng);
    line((x1 - width, 70.0), &format!("{}, le {date}", f.who.town), &t, &[("date", &date)], d);
    address("sender", (x0, 104.0, 240.0), &f.who.block(), &t, d);
    // A capitalised label before each way to reach the writer.
    line((x0, 104.0 + s * 4.2), &format!("Tél. {}", f.tel), &t, &[("phone", &f.tel)], d);
    line(
        (x0, 104.0 + s * 5.5),
        &format!("{} {}", one(d, &["Courriel :", "Mail :", "E-mail :"]), f.mail),
        &t,
        &[("email", &f.mail)],
        d,
    );
    put("", (w * 0.5, 196.0, 60.0), one(d, &["à", "À l'attention de", ""]), &t, L, d);
    address("recipient", (w * 0.5, 212.0, x1 - w * 0.5 + 20.0), &f.to, &t, d);
    let mut y = references((x0, 300.0), f, &t, d);
    y = subject((x0, y), f, &t, d);
    let bye = one(d, CLOSINGS);
    y = body((x0, y + s * 1.8, x1 - x0), &said(f.matter.2, f.matter.3, bye), &t, 24.0, d) + 16.0;
    put("", (x0, y, x1 - x0), &f.who.who.full(), &t, R, d);
    marks::signature(d.c, x1 - 120.0, y + 26.0, 100.0, &mut d.rng);
    enclosed((x0, y + 70.0), &t, d);
}

fn template(d: &mut Desk<'_, '_>, f: &Facts) {
    let s = d.rng.range(10.0, 11.0);
    let (x0, x1) = (58.0, d.c.width - 58.0);
    let (t, bold) = (roman(d, s), heavy(d, s));
    put("sender", (x0, 72.0, x1 - x0), &f.who.who.full(), &heavy(d, 20.0), L, d);
    d.rule(x0, 80.0, x1, 80.0, 1.2);
    let one_line = format!("{} | {} | {} | {}", f.who.home[0], f.who.home[1], f.tel, f.mail);
    line((x0, 95.0), &one_line, &roman(d, s - 1.2), &[("phone", &f.tel), ("email", &f.mail)], d);
    let date = letter_day(d, f.day);
    line((x0, 134.0), &format!("{} {date}", one(d, &["Le", "", "Fait le"])), &t, &[("date", &date)], d);
    let y = address("recipient", (x0, 168.0, 280.0), &f.to, &t, d);
    let mut y = subject((x0, y + 26.0), f, &bold, d);
    y = references((x0, y), f, &t, d);
    let bye = one(d, CLOSINGS);
    y = text((x0, y + s * 1.6, x1 - x0), f.matter.2, &t, false, d) + s * 0.6;
    let parts: Vec<String> = f.matter.3.iter().map(|p| (*p).to_owned()).chain([bye.to_owned()]).collect();
    y = body((x0, y, x1 - x0), &parts, &t, 0.0, d) + 16.0;
    marks::signature(d.c, x0 + 10.0, y + 10.0, 110.0, &mut d.rng);
    put("", (x0, y + 52.0, 200.0), &f.who.who.full(), &t, L, d);
    if d.rng.chance(0.1) {
        emblem(x1 - 40.0, 30.0, 30.0, d);
    }
    enclosed((x0, y + 82.0), &t, d);
}
