//! Letters of application.
//!
//! Not responsible for the life that goes with them.

use super::Page;
use super::civil_kit::{dated, end, home, look, mid, para, say, signed, stack};
use super::job_seekers::seeker;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, of};

pub(super) const PAGES: &[Page] = &[Page::a4("candidature", application)];

fn application(d: &mut Desk<'_, '_>) {
    let s = seeker(d);
    let own = &s.own;
    let l = look(d, 11.2);
    let (x, w) = (66.0, 463.0);
    let seat = home(&mut d.rng);
    let when = day(&mut d.rng, s.now, s.now);
    let date = dated(when, &mut d.rng);
    let advert = match d.rng.below(3) {
        0 => format!("{}{}", d.rng.digits(3), (0..4).map(|_| d.rng.capital()).collect::<String>()),
        1 => format!("{}-{}", s.now, d.rng.digits(4)),
        _ => format!("{}/{}", (0..2).map(|_| d.rng.capital()).collect::<String>(), d.rng.digits(5)),
    };
    let job = own.agree(s.trade.title[0], s.trade.title[1]).to_lowercase();
    let named = own.full();
    let from = vec![named.clone(), s.lives.street.clone(), s.lives.place()];
    let to = vec![s.trade.house.to_owned(), "Service du personnel".to_owned(), seat.street.clone(), seat.place()];
    let subject = match d.rng.below(4) {
        0 => format!("candidature au poste {}", of(&job)),
        1 => format!("Candidature - {job}"),
        2 => format!("demande d'emploi {}", of(&job)),
        _ => "candidature spontanée".to_owned(),
    };
    let spontaneous = subject.ends_with("spontanée");
    let mut y = match d.rng.below(3) {
        // Sender left, recipient right, as taught at school.
        0 => {
            let low = stack(d, (x, 58.0), 240.0, &from, &l.body, "sender");
            say(d, (x, low), 240.0, &s.tel, &l.body, &[("phone", &s.tel)]);
            say(d, (x, low + 14.0), 240.0, &s.mail, &l.body, &[("email", &s.mail)]);
            stack(d, (320.0, 140.0), 220.0, &to, &l.body, "recipient");
            say(d, (320.0, 216.0), 220.0, &format!("{}, le {date}", s.lives.town), &l.body, &[("date", &date)]);
            250.0
        }
        // Sender on top right, recipient left under it, the date before the greeting.
        1 => {
            let since = d.c.lines.len();
            end(d, (x + w, 54.0), 250.0, &from[0], &l.bold, &[]);
            crate::pages::layouts::facts::mark_first(d, since, "sender");
            end(d, (x + w, 68.0), 250.0, &from[1], &l.body, &[]);
            end(d, (x + w, 82.0), 250.0, &from[2], &l.body, &[]);
            end(d, (x + w, 98.0), 250.0, &format!("Tél. {}", s.tel), &l.body, &[("phone", &s.tel)]);
            end(d, (x + w, 112.0), 250.0, &s.mail, &l.body, &[("email", &s.mail)]);
            stack(d, (x, 134.0), 240.0, &to, &l.body, "recipient");
            end(d, (x + w, 212.0), 250.0, &format!("Le {date}"), &l.body, &[("date", &date)]);
            244.0
        }
        // A head across the sheet, from the model that goes with the curriculum.
        _ => {
            mid(d, (297.0, 56.0), w, &named, &l.bold.sized(18.0), &[("sender", &named)]);
            let line = format!("{} | {} | {}", s.lives.place(), s.tel, s.mail);
            mid(d, (297.0, 74.0), w, &line, &l.body.sized(9.6), &[("phone", &s.tel), ("email", &s.mail)]);
            d.rule(x, 84.0, x + w, 84.0, 1.0);
            say(d, (x, 118.0), 260.0, &format!("{}, le {date}", s.lives.town), &l.body, &[("date", &date)]);
            stack(d, (300.0, 140.0), 240.0, &to, &l.body, "recipient");
            236.0
        }
    };
    let label = d.rng.pick(&["Objet :", "OBJET :", "Objet:", "Concerne :"]);
    say(d, (x, y), w, &format!("{label} {subject}"), &l.bold, &[("subject", &subject)]);
    y += 16.0;
    if !spontaneous && d.rng.chance(0.8) {
        let label = d.rng.pick(&["Vos réf. :", "V/Réf. :", "Votre annonce réf.", "Votre référence :"]);
        say(d, (x, y), w, &format!("{label} {advert}"), &l.body, &[("your_reference", &advert)]);
        y += 16.0;
    }
    let enclosed = d.rng.pick(&["P.J. : curriculum vitæ", "Pièce jointe : un CV", ""]);
    if !enclosed.is_empty() {
        say(d, (x, y), w, enclosed, &l.body, &[]);
        y += 14.0;
    }
    y += 18.0;
    say(d, (x, y), w, &format!("{},", s.trade.head), &l.body, &[]);
    let post = s.trade.posts[0];
    let source = if spontaneous {
        format!(
            "Vivement intéressé{} par l'activité de votre établissement, je me permets de vous proposer mes services en qualité {}.",
            own.agree("", "e"),
            of(&job)
        )
    } else {
        format!(
            "L'offre parue {0} pour un emploi {1} a retenu toute mon attention, et j'ai l'honneur de poser ma candidature.",
            d.rng.pick(&[
                "sur le site de France Travail", "dans le journal du 3 de ce mois", "au Centre de gestion",
                "sur votre site internet"
            ]),
            of(&job)
        )
    };
    let years = s.now - own.birth.0 - 21;
    let parts = [
        source,
        format!("{} d'un diplôme intitulé « {} », j'exerce ce métier depuis {years} ans. J'occupe actuellement un poste de {} chez {}, où mes tâches sont variées : {}.", own.agree("Titulaire", "Titulaire"), s.trade.degrees[0], post.0.to_lowercase(), post.1, post.2[0].to_lowercase()),
        format!("Auparavant, j'ai travaillé pour {}. Cette période m'a appris à organiser mes journées, à tenir les délais et à rendre compte. Mes points forts : {}.", s.trade.posts[1].1, s.trade.skills[0].to_lowercase()),
        "Votre établissement est reconnu dans la région pour la qualité de son travail ; c'est pourquoi je serais heureux de pouvoir y apporter mon expérience. Je suis disponible à l'issue d'un préavis d'un mois et accepte les horaires décalés.".replace("heureux", own.agree("heureux", "heureuse")),
        "Je reste à votre disposition pour un entretien au cours duquel je pourrai vous exposer plus longuement mes motivations.".to_owned(),
        format!("Dans cette attente, je vous prie d'agréer, {}, l'expression de mes sentiments respectueux.", s.trade.head),
    ];
    y += 24.0;
    for part in &parts {
        y = para(d, (x, y), w, part, &l.body, &[]) + 8.0;
    }
    say(d, (x + 280.0, y + 12.0), 180.0, &named, &l.body, &[]);
    signed(d, x + 270.0, y + 42.0);
}
