//! Curricula vitæ: with a tinted column, in the European manner, under a band.
//!
//! Responsible for lives whose years are in order.

use super::Page;
use super::civil_kit::{bar, end, look, mid, para, say, stack};
use super::job_seekers::{Seeker, seeker};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::figures;
use crate::pages::marks;
use crate::text::words;

pub(super) const PAGES: &[Page] = &[Page::a4("curriculum_vitae", resume)];

/// Years of the posts, the latest first.
fn spans(d: &mut Desk<'_, '_>, s: &Seeker) -> Vec<String> {
    let mut to = s.now;
    let most = ((s.now - s.own.birth.0 - 22) / 4).clamp(1, 9);
    (0..4)
        .map(|i| {
            let from = to - if i == 3 { 1 } else { d.rng.between((most / 2).max(1), most) };
            let text = if i == 0 { format!("Depuis {from}") } else { format!("{from} - {to}") };
            to = from;
            text
        })
        .collect()
}

fn resume(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let s = seeker(d);
    match d.rng.below(3) {
        0 => columns(d, &s),
        1 => table(d, &s),
        _ => band(d, &s),
    }
}

/// A tinted column with photograph and particulars; at either side.
fn columns(d: &mut Desk<'_, '_>, s: &Seeker) {
    let l = look(d, 9.8);
    let right = d.rng.chance(0.5);
    let side = 186.0;
    let (bx, x) = if right { (d.c.width - side, 34.0) } else { (0.0, side + 24.0) };
    let w = d.c.width - side - 58.0;
    let tint = d.rng.between(212, 238) as u8;
    d.c.fill(bx, 0.0, bx + side, d.c.height, tint);
    let inner = bx + 18.0;
    let room = side - 34.0;
    let mut y = 52.0;
    if d.rng.chance(0.6) {
        marks::photo(d.c, inner + 26.0, 40.0, 92.0, 110.0, &mut d.rng);
        y = 178.0;
    }
    let own = &s.own;
    let head = d.rng.pick(&["CONTACT", "Coordonnées", "ME CONTACTER"]);
    say(d, (inner, y), room, head, &l.bold, &[]);
    say(d, (inner, y + 18.0), room, &s.lives.street, &l.body, &[]);
    say(d, (inner, y + 32.0), room, &s.lives.place(), &l.body, &[]);
    say(d, (inner, y + 50.0), room, &s.tel, &l.body, &[("phone", &s.tel)]);
    say(d, (inner, y + 66.0), room, &s.mail, &l.body, &[("email", &s.mail)]);
    let age = s.now - own.birth.0 - 1;
    say(
        d,
        (inner, y + 84.0),
        room,
        &format!("{age} ans - {}", own.agree("célibataire", "mariée, 2 enfants")),
        &l.body,
        &[],
    );
    y += 116.0;
    say(d, (inner, y), room, "COMPÉTENCES", &l.bold, &[]);
    y += 18.0;
    for (i, skill) in s.trade.skills.iter().enumerate() {
        y = para(d, (inner, y), room, skill, &l.body, &[]);
        if i < 3 {
            d.rule(inner, y - 6.0, inner + room, y - 6.0, 0.6);
            let level = d.rng.range(0.5, 0.95);
            d.rule(inner, y - 6.0, inner + room * level, y - 6.0, 2.4);
        }
        y += 5.0;
    }
    y += 14.0;
    let last = [
        ("LANGUES", ["Français : langue maternelle", "Anglais : scolaire (B1)", "Portugais : notions"]),
        ("LOISIRS", ["Randonnée, course à pied", "Bénévole aux Restos du cœur", "Harmonie municipale (cor)"]),
    ];
    for (head, lines) in last {
        say(d, (inner, y), room, head, &l.bold, &[]);
        y = stack(d, (inner, y + 17.0), room, &lines.map(str::to_owned), &l.body, "") + 14.0;
    }
    say(d, (x, 64.0), w, &own.full(), &l.bold.sized(21.0), &[]);
    say(d, (x, 86.0), w, own.agree(s.trade.title[0], s.trade.title[1]), &l.body.sized(13.0), &[]);
    let profile = "Sérieuse expérience de terrain, goût du travail soigné et sens du service : je souhaite rejoindre une équipe à taille humaine. Disponible immédiatement, mobile dans le département.";
    let y = para(d, (x, 112.0), w, profile, &l.ital, &[]) + 14.0;
    let y = posts(d, s, (x, y), w);
    studies(d, s, (x, y + 12.0), w);
}

fn posts(d: &mut Desk<'_, '_>, s: &Seeker, (x, mut y): (f32, f32), w: f32) -> f32 {
    let l = look(d, 10.0);
    let years = spans(d, s);
    let head = d.rng.pick(&["EXPÉRIENCE PROFESSIONNELLE", "Expériences professionnelles", "PARCOURS PROFESSIONNEL"]);
    say(d, (x, y), w, head, &l.bold.sized(12.0), &[]);
    d.rule(x, y + 5.0, x + w, y + 5.0, 0.8);
    y += 24.0;
    for ((post, house, done), years) in s.trade.posts.iter().zip(&years) {
        say(d, (x, y), w * 0.72, post, &l.bold, &[]);
        end(d, (x + w, y), w * 0.27, years, &l.body, &[]);
        let town = d.rng.choose(words::TOWNS).1;
        say(d, (x, y + 14.0), w, &format!("{house}, {town}"), &l.ital, &[]);
        y += 28.0;
        for text in done {
            y = para(d, (x + 10.0, y), w - 10.0, &format!("• {text}"), &l.body, &[]);
        }
        y += 9.0;
    }
    y
}

fn studies(d: &mut Desk<'_, '_>, s: &Seeker, (x, mut y): (f32, f32), w: f32) -> f32 {
    let l = look(d, 10.0);
    let head = d.rng.pick(&["FORMATION", "Formation et diplômes", "DIPLÔMES"]);
    say(d, (x, y), w, head, &l.bold.sized(12.0), &[]);
    d.rule(x, y + 5.0, x + w, y + 5.0, 0.8);
    y += 24.0;
    for (i, degree) in s.trade.degrees.iter().enumerate() {
        let year = s.own.birth.0 + 21 - i as i64 * 2;
        say(d, (x, y), 40.0, &year.to_string(), &l.body, &[]);
        y = para(d, (x + 44.0, y), w - 44.0, degree, &l.body, &[]);
        let town = d.rng.choose(words::TOWNS).1;
        say(d, (x + 44.0, y), w - 44.0, &format!("Lycée ou centre de formation - {town}"), &l.small.sized(8.6), &[]);
        y += 19.0;
    }
    y
}

/// Headings at the left, what belongs to them at the right, as the European model has it.
fn table(d: &mut Desk<'_, '_>, s: &Seeker) {
    let l = look(d, 9.8);
    let (x, at) = (42.0, 190.0);
    let w = d.c.width - at - 42.0;
    let own = &s.own;
    end(d, (at - 14.0, 60.0), 140.0, "Curriculum vitae", &l.bold.sized(13.0), &[]);
    d.rule(at - 6.0, 40.0, at - 6.0, 790.0, 0.7);
    let mut y = 60.0;
    let row = |d: &mut Desk<'_, '_>, y: f32, label: &str| {
        end(d, (at - 14.0, y), at - x - 16.0, label, &look(d, 9.8).body, &[])
    };
    end(d, (at - 14.0, y + 26.0), 140.0, "Informations personnelles", &l.bold, &[]);
    y += 44.0;
    let named = own.full();
    let born = figures(own.birth, "/");
    let street = s.lives.line();
    let list = [
        ("", "Nom(s) Prénom(s)", named.as_str()),
        ("", "Adresse(s)", &street),
        ("phone", "Téléphone(s)", &s.tel),
        ("email", "Courrier électronique", &s.mail),
        ("", "Nationalité", "Française"),
        ("", "Date de naissance", &born),
    ];
    for (name, label, value) in list {
        row(d, y, label);
        let t = crate::pages::layouts::facts::fitting(d, value, &l.body, w);
        d.value(name, at + 4.0, y, value, &t);
        y += 16.0;
    }
    y += 10.0;
    end(d, (at - 14.0, y), 150.0, "Emploi recherché", &l.bold, &[]);
    say(d, (at + 4.0, y), w, own.agree(s.trade.title[0], s.trade.title[1]), &l.bold, &[]);
    y += 26.0;
    end(d, (at - 14.0, y), 160.0, "Expérience professionnelle", &l.bold, &[]);
    y += 18.0;
    let years = spans(d, s);
    for ((post, house, done), years) in s.trade.posts.iter().zip(&years) {
        for (label, value) in [
            ("Dates", years.as_str()),
            ("Fonction ou poste occupé", post),
            ("Activités principales", done[0]),
            ("", done[1]),
            ("Nom de l'employeur", house),
        ] {
            if !label.is_empty() {
                row(d, y, label);
            }
            say(d, (at + 4.0, y), w, value, &l.body, &[]);
            y += 14.0;
        }
        y += 6.0;
    }
    end(d, (at - 14.0, y + 6.0), 160.0, "Éducation et formation", &l.bold, &[]);
    y += 24.0;
    for (i, degree) in s.trade.degrees.iter().enumerate() {
        row(d, y, &(own.birth.0 + 21 - i as i64 * 2).to_string());
        say(d, (at + 4.0, y), w, degree, &l.body, &[]);
        y += 15.0;
    }
    end(d, (at - 14.0, y + 10.0), 160.0, "Aptitudes et compétences", &l.bold, &[]);
    y += 28.0;
    for skill in s.trade.skills {
        say(d, (at + 4.0, y), w, skill, &l.body, &[]);
        y += 14.0;
    }
}

/// One column under a band with the name.
fn band(d: &mut Desk<'_, '_>, s: &Seeker) {
    let l = look(d, 10.2);
    let (x, w) = (54.0, 487.0);
    let own = &s.own;
    let filled = d.rng.chance(0.5);
    if filled {
        let tint = d.rng.between(214, 236) as u8;
        d.c.fill(0.0, 0.0, d.c.width, 104.0, tint);
    }
    let contact = [s.lives.line(), s.tel.clone(), s.mail.clone()];
    if d.rng.chance(0.5) {
        mid(d, (297.0, 48.0), w, &own.full(), &l.bold.sized(20.0), &[]);
        let line = format!("{} - {} - {}", contact[1], contact[2], s.lives.place());
        mid(d, (297.0, 68.0), w, &line, &l.body, &[("phone", &s.tel), ("email", &s.mail)]);
        mid(d, (297.0, 90.0), w, own.agree(s.trade.title[0], s.trade.title[1]), &l.bold.sized(12.0), &[]);
    } else {
        say(d, (x, 44.0), 250.0, &own.full(), &l.bold.sized(15.0), &[]);
        say(d, (x, 66.0), 250.0, own.agree(s.trade.title[0], s.trade.title[1]), &l.body.sized(12.0), &[]);
        let (tel, mail) = d.rng.choose(&[("Tél. : ", "Courriel : "), ("Port. ", "Mél : "), ("", "")]);
        end(d, (x + w, 44.0), 220.0, &contact[0], &l.body, &[]);
        end(d, (x + w, 60.0), 220.0, &format!("{tel}{}", contact[1]), &l.body, &[("phone", &s.tel)]);
        end(d, (x + w, 76.0), 220.0, &format!("{mail}{}", contact[2]), &l.body, &[("email", &s.mail)]);
    }
    let mut y = bar(d, [x, 122.0, w], "CURRICULUM VITAE", &l.bold) + 28.0;
    if d.rng.chance(0.5) {
        y = studies(d, s, (x, y), w) + 14.0;
        y = posts(d, s, (x, y), w) + 14.0;
    } else {
        y = posts(d, s, (x, y), w) + 14.0;
        y = studies(d, s, (x, y), w) + 14.0;
    }
    let head = d.rng.pick(&["COMPÉTENCES ET CENTRES D'INTÉRÊT", "Divers", "SAVOIR-FAIRE"]);
    say(d, (x, y), w, head, &l.bold.sized(12.0), &[]);
    d.rule(x, y + 5.0, x + w, y + 5.0, 0.8);
    y += 22.0;
    para(
        d,
        (x, y),
        w,
        &format!("{}. Loisirs : théâtre amateur, pêche, vélo.", s.trade.skills.join(" ; ")),
        &l.body,
        &[],
    );
}
