//! Letters of those who apply for a place of work.

use super::Page;
use super::applying::{Seeker, TRADES, seeker};
use super::civil_kit::{Home, address, faces, say};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{dated, day, fitting, line_with};
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[Page::a4("candidature", letter)];

const REASONS: &[&str] = &[
    "Actuellement à la recherche d'un emploi, je suis vivement intéressé(e) par le poste que vous proposez, qui correspond à ma formation et à mon expérience.",
    "Votre annonce a retenu toute mon attention. Les missions décrites sont celles que j'exerce depuis plusieurs années et que je souhaite approfondir au sein d'une équipe comme la vôtre.",
    "Votre entreprise est reconnue dans la région pour la qualité de son travail. C'est pourquoi je me permets de vous proposer mes services.",
];

const MERITS: &[&str] = &[
    "Au cours de mes emplois précédents, j'ai appris à travailler avec méthode, à respecter les délais et à m'adapter à des situations variées. Rigueur, ponctualité et sens du contact sont les qualités que mes employeurs me reconnaissent.",
    "Comme vous pourrez le constater à la lecture de mon curriculum vitae, j'ai acquis une solide pratique du métier, aussi bien en petite structure que dans de grands établissements. J'ai en outre suivi plusieurs formations qui m'ont permis d'élargir mes compétences.",
];

const WISHES: &[&str] = &[
    "Je me tiens à votre disposition pour un entretien au cours duquel je pourrai vous exposer plus longuement mes motivations. Je suis disponible immédiatement.",
    "Dans l'attente d'une rencontre, je reste à votre disposition pour tout renseignement complémentaire. Je serais heureux(se) de pouvoir vous convaincre de vive voix.",
];

fn letter(d: &mut Desk<'_, '_>) {
    let one = seeker(&mut d.rng);
    let at = d.rng.below(TRADES.len());
    let trade = &TRADES[at];
    let modern = d.rng.chance(0.4);
    let (body, bold, italic) = faces(d, 10.5, 12.0);
    let lead = body.size * 1.45;
    let own = &one.own;
    let (left, right) = (d.c.width * 0.11, d.c.width * 0.89);
    let when = day(&mut d.rng, one.year, one.year);
    let date = dated(when, &mut d.rng);
    let job = own.agree(trade.name.0, trade.name.1).to_lowercase();
    let seat = Home::random(&mut d.rng);
    let firm = d.rng.choose(&trade.firms);
    let attention =
        d.rng.pick(&["Service des ressources humaines", "À l'attention de la direction", "Madame la Directrice"]);
    let recipient =
        [firm.to_owned(), attention.to_owned(), seat.street.clone(), seat.town_line(d.rng.clone().chance(0.5))];
    let mut y = sender(d, &one, modern, (&body, &bold), (left, right));
    let x = d.c.width * d.rng.range(0.52, 0.58);
    y = address(d, "recipient", (x, y), &recipient, (&body, lead)) + lead;
    let line = match d.rng.below(3) {
        0 => format!("{}, le {date}", one.home.town),
        1 => format!("À {}, le {date}", one.home.town),
        _ => format!("Le {date}"),
    };
    line_with(d, (x, y), &line, &body, &[("date", &date)]);
    y += lead * 1.8;
    let offer = match d.rng.below(3) {
        0 => format!("{}{}{}", d.rng.digits(3), d.rng.capital(), d.rng.capital()) + &d.rng.clone().digits(2),
        1 => format!("{}-{}", when.0, d.rng.digits(3)),
        _ => format!(
            "{}/{}/{}",
            firm.chars().filter(char::is_ascii_uppercase).take(3).collect::<String>(),
            d.rng.digits(3),
            when.0 % 100
        ),
    };
    let open = d.rng.chance(0.3);
    let referred = !open && d.rng.chance(0.75);
    if referred {
        let label = d.rng.pick(&["Vos réf. :", "Votre référence :", "V/Réf. :", "Réf. de l'annonce :", "Offre n°"]);
        d.labelled("your_reference", left, left, y, label, &offer, (&body, &body));
        y += lead;
    }
    let subject = match d.rng.below(3) {
        _ if open => format!("{} - {job}", d.rng.pick(&["Candidature spontanée", "candidature spontanée"])),
        0 => format!("candidature au poste de {job}"),
        1 => format!("demande d'emploi de {job}"),
        _ => format!("réponse à votre offre d'emploi de {job}"),
    };
    let label = d.rng.pick(&["Objet :", "OBJET :", "Objet :"]);
    d.labelled("subject", left, left, y, label, &subject, (&bold, if modern { &bold } else { &body }));
    y += lead;
    if d.rng.chance(0.5) {
        d.left(left, y, d.rng.clone().pick(&["P.J. : curriculum vitae", "PJ : un CV", "Pièce jointe : CV"]), &italic);
        y += lead;
    }
    y += lead;
    let call = if attention.starts_with("Madame") {
        "Madame la Directrice,"
    } else {
        d.rng.pick(&["Madame, Monsieur,", "Monsieur le Directeur,"])
    };
    d.left(left, y, call, &body);
    y += lead * 1.7;
    let agreeing = |text: &str| {
        text.replace("intéressé(e)", own.agree("intéressé", "intéressée"))
            .replace("heureux(se)", own.agree("heureux", "heureuse"))
    };
    let opening = agreeing(d.rng.pick(if open { &REASONS[2..] } else { &REASONS[..2] }));
    let done = format!(
        "J'exerce le métier de {job} depuis plusieurs années. J'ai notamment été chargé(e) de ces tâches : {} ; {}.",
        trade.done[0].to_lowercase(),
        trade.done[1].to_lowercase().replace("tva", "TVA")
    );
    let done = done.replace("chargé(e)", own.agree("chargé", "chargée"));
    let polite = format!("Je vous prie d'agréer, {} l'expression de mes salutations distinguées.", call);
    let wish = agreeing(d.rng.pick(WISHES));
    let merit = d.rng.pick(MERITS);
    for text in [opening.as_str(), &done, merit, &wish, &polite] {
        y = say(d, (left, y, right - left), text, (&body, lead), &[]) + lead * 0.55;
    }
    y += lead * 0.6;
    d.left(x, y, &own.full(), &body);
    marks::signature(d.c, x + 6.0, y + lead * 1.4, 90.0, &mut d.rng);
}

/// The sender's block: at the left, or about the middle of a head as templates have it; returns where the recipient's begins.
fn sender(
    d: &mut Desk<'_, '_>,
    one: &Seeker,
    modern: bool,
    (body, bold): (&Type, &Type),
    (left, right): (f32, f32),
) -> f32 {
    let lead = body.size * 1.35;
    let own = &one.own;
    if modern {
        let name = own.full();
        let big = fitting(d, &name, &bold.sized(22.0), right - left);
        let middle = d.c.width / 2.0;
        super::civil_kit::centred(d, (middle, 62.0), &[&name], (&big, 20.0), &[("sender", &name)]);
        let text = format!("{} | {} | {}", one.home.line(), one.phone, one.mail);
        super::civil_kit::centred(
            d,
            (middle, 82.0),
            &[&text],
            (&body.sized(body.size * 0.9), 14.0),
            &[("phone", &one.phone), ("email", &one.mail)],
        );
        d.rule(left, 92.0, right, 92.0, 1.0);
        return 138.0;
    }
    let (telephone, mail) =
        d.rng.choose(&[("Tél. : ", "Mail : "), ("", ""), ("Tél : ", "Courriel : "), ("Mobile : ", "E-mail : ")]);
    let since = d.c.lines.len();
    let lines = [
        own.full(),
        one.home.street.clone(),
        one.home.town_line(false),
        format!("{telephone}{}", one.phone),
        format!("{mail}{}", one.mail),
    ];
    let end = address(d, "sender", (left, 60.0), &lines, (body, lead));
    super::super::facts::mark(d, since, "phone", &one.phone);
    super::super::facts::mark(d, since, "email", &one.mail);
    end + lead * 0.6
}
