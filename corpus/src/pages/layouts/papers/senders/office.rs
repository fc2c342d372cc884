//! Letters of offices: of the State, of communes, of funds, of hospitals and schools.

use super::office_words::{CLOSINGS, MATTERS};
use super::offices::{OFFICES, Office};
use super::{addressee, bare_sheet, filled, reached, text, when};
use crate::pages::desk::Desk;
use crate::pages::layouts::papers::facts::{Someone, dated, day, fitting, line_with, mark_first};
use crate::pages::layouts::papers::sheet::Sheet;
use crate::pages::marks;
use crate::text::{capitals, codes, street, town, words};

const OPENINGS: &[&str] = &[
    "Madame, Monsieur,", "Monsieur le Président,", "Madame la Présidente,", "Monsieur,", "Madame,",
    "Monsieur le Directeur,", "Madame la Directrice,", "Cher collègue,", "Monsieur le Maire,",
];

/// What is printed of an office on one letter.
struct Letterhead {
    lines: Vec<String>,
    service: Option<String>,
    signs: String,
    state: bool,
}

impl Letterhead {
    fn of(office: &Office, d: &mut Desk<'_, '_>) -> Letterhead {
        let place = d.rng.choose(words::TOWNS).1;
        let rng = &mut d.rng;
        let capital = office.head[0].split(' ').next().is_some_and(|word| word.chars().all(char::is_uppercase));
        let mut lines: Vec<String> = Vec::new();
        for (i, line) in office.head.iter().enumerate() {
            let line = filled(&line.replace("{town}", place), rng);
            lines.push(if i == 0 && capital { capitals(&line, true) } else { line });
        }
        if rng.chance(0.3) {
            lines.truncate(1);
        }
        let service = rng.chance(0.6).then(|| rng.pick(office.services).replace("{town}", place));
        let signs = filled(rng.pick(office.signs), rng);
        Letterhead { lines, service, signs, state: office.state && rng.chance(0.7) }
    }
}

pub(in super::super) fn office(d: &mut Desk<'_, '_>) {
    let head = Letterhead::of(&OFFICES[d.rng.below(OFFICES.len())], d);
    let s = bare_sheet(d);
    let (council, layout) = (d.rng.chance(0.7), d.rng.below(4));
    let to = addressee(d, if council { 1.0 } else { 0.0 });
    let y = match layout {
        0 => side_head(d, &s, &head, &to),
        1 => centred(d, &s, &head, &to),
        2 => windowed(d, &s, &head, &to),
        _ => sparse(d, &s, &head, &to),
    };
    let matter = &MATTERS[d.rng.below(MATTERS.len())];
    let subject = filled(matter.subject, &mut d.rng);
    let y = if d.rng.chance(0.8) { s.subject(d, y, &subject) } else { y };
    let opening = d.rng.pick(OPENINGS);
    // Between offices a letter may begin and end without a word to the other.
    let bare = d.rng.chance(0.12);
    let y = if bare { y } else { s.opening(d, y, &[opening]) };
    let mut y = text(d, &s, y, matter);
    let closing = d.rng.pick(CLOSINGS).replace("{you}", opening.trim_end_matches(','));
    if !bare && !closing.is_empty() {
        y = s.paragraph(d, y, &closing);
    }
    y += s.lead;
    let signer = Someone::random(&mut d.rng);
    s.sign(d, y, &head.signs, &signer.full());
    if d.rng.chance(0.3) {
        marks::stamp(d.c, s.window + 70.0, (y + 30.0).min(d.bottom()), &mut d.rng);
    }
    if d.rng.chance(0.2) {
        let bottom = d.bottom() + s.lead;
        let copy = d.rng.pick(&[
            "Copie à : M. le sous-préfet", "P.J. : 1", "PJ : convention en deux exemplaires", "Ampliation : trésorerie",
        ]);
        d.left(s.left, bottom, copy, &s.body.sized(s.body.size * 0.85));
    }
    if layout != 3 {
        foot(d, &s, &head);
    }
}

/// Who follows the matter and the office's references, under one another from `y` at `x`.
fn followed(d: &mut Desk<'_, '_>, (x, mut y): (f32, f32), s: &Sheet) -> f32 {
    let small = s.body.sized(s.body.size * 0.85);
    let step = small.size * 1.35;
    let clerk = Someone::random(&mut d.rng);
    if d.rng.chance(0.7) {
        let label = d
            .rng
            .pick(&["Affaire suivie par :", "Affaire suivie par", "Dossier suivi par :", "Contact :", "Suivi par :"]);
        d.left(x, y, &format!("{label} {} {}", clerk.title(false), clerk.full()), &small);
        y += step;
    }
    if d.rng.chance(0.7) {
        let phone = codes::phone(&mut d.rng);
        reached(d, (x, y), s, &["Tél. :", "Tél :", "Téléphone :", "Tél."], "phone", &phone);
        y += step;
    }
    if d.rng.chance(0.5) {
        let plain = |text: &str| capitals(text, false).to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "");
        let host = d.rng.pick(&[
            "departement.gouv.fr", "ville-mairie.fr", "ac-academie.fr", "assurance-maladie.fr", "ch-centre.fr",
            "agglo.fr",
        ]);
        let mail = format!("{}.{}@{host}", plain(&clerk.firsts[0]), plain(&clerk.last));
        reached(d, (x, y), s, &["Mél :", "Courriel :", "Mél. :", "E-mail :"], "email", &mail);
        y += step;
    }
    if d.rng.chance(0.65) {
        y = s.reference(
            d,
            y,
            "our_reference",
            &["Nos réf. :", "N/Réf. :", "Réf. :", "Nos références :", "Notre référence :"],
        );
    }
    if d.rng.chance(0.3) {
        y = s.reference(d, y, "your_reference", &["Vos réf. :", "V/Réf. :", "Vos références :"]);
    }
    y
}

/// The name, marked as the sender's; the baseline after it.
fn name(d: &mut Desk<'_, '_>, s: &Sheet, head: &Letterhead, y: f32) -> f32 {
    let room = s.window - s.left - 12.0;
    let size = s.body.size * d.rng.range(1.0, 1.45);
    let mut y = y;
    for (i, line) in head.lines.iter().enumerate() {
        let t = if i == 0 { s.bold.sized(size) } else { s.body.clone() };
        let t = fitting(d, line, &t, room);
        if i == 0 {
            d.value("sender", s.left, y, line, &t);
        } else {
            d.left(s.left, y, line, &t);
        }
        y += t.size * 1.35;
    }
    if let Some(service) = &head.service {
        let t = fitting(d, service, &s.body, room);
        d.left(s.left, y, service, &t);
        y += t.size * 1.4;
    }
    y
}

/// Place and date, and whom it is for, at the right of what is `above`; the baseline after both.
fn to_the_right(d: &mut Desk<'_, '_>, s: &Sheet, to: &[String], top: f32) -> f32 {
    let since = d.c.lines.len();
    let mut y = top;
    if d.rng.chance(0.3) {
        // « Le maire à Monsieur le président… » between offices.
        when(d, (s.window, y), s);
        y += s.lead * 2.0;
        let since = d.c.lines.len();
        y = d.block(s.window, y, to, &s.body, s.body.size * 1.3);
        mark_first(d, since, "recipient");
        return y + s.lead;
    }
    y = d.block(s.window, y, to, &s.body, s.body.size * 1.3) + s.lead * d.rng.range(0.6, 1.5);
    mark_first(d, since, "recipient");
    when(d, (s.window, y), s);
    y + s.lead * 1.6
}

/// A service of the State: its name beside the motto, who follows the matter under it, whom it is for at the right.
fn side_head(d: &mut Desk<'_, '_>, s: &Sheet, head: &Letterhead, to: &[String]) -> f32 {
    let mut y = d.margins[1] + s.body.size;
    let small = s.body.sized(s.body.size * 0.8);
    if d.rng.chance(0.5) {
        marks::logo(d.c, s.left, y - s.body.size, 34.0, &mut d.rng);
        y += 46.0;
    }
    if head.state {
        let said = d.rng.pick(&["RÉPUBLIQUE FRANÇAISE", "République française", "RÉPUBLIQUE FRANÇAISE"]);
        d.left(s.left, y, said, &small);
        y += small.size * 1.3;
        if d.rng.chance(0.6) {
            for word in ["Liberté", "Égalité", "Fraternité"] {
                let t = d.fonts.italic.sized(small.size);
                d.left(s.left, y, word, &t);
                y += small.size * 1.2;
            }
        }
        y += small.size;
    }
    y = name(d, s, head, y) + s.lead * 0.6;
    let beside = followed(d, (s.left, y), s);
    let top = (d.c.height * 0.15).max(y - s.lead * 2.0);
    to_the_right(d, s, to, top).max(beside) + s.lead
}

/// A commune's: department and name in the middle, the address under it.
fn centred(d: &mut Desk<'_, '_>, s: &Sheet, head: &Letterhead, to: &[String]) -> f32 {
    let middle = d.c.width / 2.0;
    let mut y = d.margins[1] + s.body.size;
    if head.state || d.rng.chance(0.35) {
        let said = d.rng.pick(&["RÉPUBLIQUE FRANÇAISE", "République Française", "Liberté - Égalité - Fraternité"]);
        d.centre(middle, y, said, &s.body);
        y += s.lead * 1.3;
    }
    for (i, line) in head.lines.iter().chain(&head.service).enumerate() {
        let size = s.body.size * if i == 0 { d.rng.range(1.2, 1.9) } else { 1.0 };
        let t = fitting(d, line, &s.bold.sized(size), s.right - s.left);
        let since = d.c.lines.len();
        d.centre(middle, y, line, &t);
        if i == 0 {
            mark_first(d, since, "sender");
        }
        y += t.size * 1.4;
    }
    if d.rng.chance(0.6) {
        let place = format!("{} - {}", street(&mut d.rng), town(&mut d.rng));
        let t = s.body.sized(s.body.size * 0.85);
        d.centre(middle, y, &place, &t);
        y += s.lead;
    }
    y += s.lead;
    let beside = followed(d, (s.left, y), s);
    to_the_right(d, s, to, y + s.lead).max(beside) + s.lead
}

/// A fund's: the address in the window of the envelope, the references in a row of their own.
fn windowed(d: &mut Desk<'_, '_>, s: &Sheet, head: &Letterhead, to: &[String]) -> f32 {
    let mut y = d.margins[1] + s.body.size;
    if d.rng.chance(0.6) {
        marks::logo(d.c, s.right - 46.0, y - s.body.size, 40.0, &mut d.rng);
    }
    y = name(d, s, head, y);
    let small = s.body.sized(s.body.size * 0.85);
    let post =
        if d.rng.chance(0.5) { format!("TSA {} {}", d.rng.digits(5), d.rng.digits(1)) } else { street(&mut d.rng) };
    let address = vec![post, town(&mut d.rng)];
    y = d.block(s.left, y, &address, &small, small.size * 1.3) + s.lead;
    let since = d.c.lines.len();
    let top = (d.c.height * 0.18).max(y);
    let after = d.block(s.window, top, to, &s.body, s.body.size * 1.3) + s.lead;
    mark_first(d, since, "recipient");
    let beside = followed(d, (s.left, y), s);
    let y = after.max(beside) + s.lead * 0.5;
    if d.rng.chance(0.4) {
        let when = day(&mut d.rng, 2008, 2026);
        let date = dated(when, &mut d.rng);
        let label = d.rng.pick(&["Date :", "Le", "Date"]);
        line_with(d, (s.left, y), &format!("{label} {date}"), &s.body, &[("date", &date)]);
    } else {
        when(d, (s.window, y), s);
    }
    y + s.lead * 1.6
}

/// A name and hardly more.
fn sparse(d: &mut Desk<'_, '_>, s: &Sheet, head: &Letterhead, to: &[String]) -> f32 {
    let y = d.margins[1] + s.body.size;
    let head = Letterhead {
        lines: head.lines[..1].to_vec(),
        service: head.service.clone().filter(|_| d.rng.chance(0.4)),
        signs: String::new(),
        state: false,
    };
    let y = name(d, s, &head, y) + s.lead;
    to_the_right(d, s, to, y) + s.lead * 0.5
}

/// Address, telephone and hours in small print under the letter.
fn foot(d: &mut Desk<'_, '_>, s: &Sheet, head: &Letterhead) {
    if d.rng.chance(0.4) {
        return;
    }
    let t = s.body.sized((s.body.size * 0.66).max(5.8));
    let middle = d.c.width / 2.0;
    let y = d.c.height - 30.0;
    let name = if d.rng.chance(0.5) { head.lines[0].clone() } else { "Adresse postale :".to_owned() };
    let web =
        d.rng.pick(&["www.service-public.fr", "www.departement.gouv.fr", "www.ameli.fr", "www.mairie-ville.fr", ""]);
    let first = format!("{name} {} - {}", street(&mut d.rng), town(&mut d.rng));
    let hours = d.rng.pick(&[
        "Ouvert du lundi au vendredi de 8 h 30 à 12 h et de 13 h 30 à 16 h 30",
        "Accueil du public sur rendez-vous",
        "Toute correspondance est à adresser impersonnellement à Monsieur le Directeur",
        "Standard :",
    ]);
    let second = if hours.ends_with(':') {
        format!("{hours} {} {web}", codes::phone(&mut d.rng))
    } else {
        format!("{hours} {web}")
    };
    for (i, line) in [first, second].iter().enumerate() {
        let t = fitting(d, line, &t, d.c.width - 30.0);
        d.centre(middle, y + i as f32 * t.size * 1.3, line.trim(), &t);
    }
}
