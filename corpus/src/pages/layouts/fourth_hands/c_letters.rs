//! Letters of offices, lawyers, firms and private people, and formal notices, in four arrangements of the sheet.

use super::super::facts::{dated, day, fitting, mark};
use super::super::page::Page;
use super::c_hands::{FIRM, Hand, LAWYER, MORE, NOTICE, OFFICE, PRIVATE};
use super::c_kit::{Row, address, beside, block, foot, home, host, money, para, person, phone, strip};
use crate::pages::compose::Manner;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{codes, words};

pub(super) const PAGES: &[Page] = &[
    Page::a4("courrier_administration", |d| margin(d, &OFFICE)),
    Page::a4("courrier_administration", |d| window(d, &OFFICE)),
    Page::a4("courrier_administration", |d| centred(d, &OFFICE)),
    Page::a4("courrier_administration", |d| columns(d, &OFFICE)),
    Page::a4("courrier_avocat", |d| margin(d, &LAWYER)),
    Page::a4("courrier_avocat", |d| centred(d, &LAWYER)),
    Page::a4("courrier_avocat", |d| window(d, &LAWYER)),
    Page::a4("courrier_entreprise", |d| window(d, &FIRM)),
    Page::a4("courrier_entreprise", |d| columns(d, &FIRM)),
    Page::a4("courrier_entreprise", |d| centred(d, &FIRM)),
    Page::a4("courrier_particulier", private),
    Page::a4("courrier_particulier", |d| window(d, &PRIVATE)),
    Page::a4("courrier_particulier", |d| columns(d, &PRIVATE)),
    Page::a4("mise_en_demeure", |d| window(d, &NOTICE)),
    Page::a4("mise_en_demeure", |d| columns(d, &NOTICE)),
    Page::a4("mise_en_demeure", |d| centred(d, &NOTICE)),
];

/// A letter as it will be set.
struct Letter {
    from: Vec<String>,
    to: Vec<String>,
    place: String,
    date: String,
    refs: Vec<Row>,
    contact: Vec<Row>,
    subject: &'static str,
    paragraphs: Vec<String>,
    sum: String,
    end: &'static str,
    signed: [String; 2],
}

fn letter(d: &mut Desk<'_, '_>, hand: &Hand) -> Letter {
    let rng = &mut d.rng;
    let mut from = if hand.private { home(rng) } else { vec![rng.pick(hand.names).to_owned()] };
    let mut signer = person(rng).1;
    let mail = if hand.private {
        let (_, bare) = from[0].split_once(' ').unwrap_or_default();
        signer = bare.to_owned();
        from[0].clone_from(&signer);
        format!("{}@{}", host(&signer), rng.pick(&["orange.fr", "free.fr", "gmail.com", "laposte.net"]))
    } else {
        from.push(rng.pick(hand.under).to_owned());
        from.extend(address(rng));
        format!("{}@{}.fr", rng.pick(&["contact", "accueil", "courrier"]), host(&from[0]))
    };
    let to = if hand.private {
        let firm =
            ["Orange Service Clients", "Agence Immobilière du Parc", "Trésorerie municipale", "Madame la Directrice"];
        let mut to = vec![rng.pick(&firm).to_owned()];
        to.extend(address(rng));
        to
    } else {
        home(rng)
    };
    let when = day(rng, 2006, 2026);
    let date = dated(when, rng);
    let town = rng.choose(words::TOWNS).1;
    let place = match rng.below(4) {
        0 => format!("Le {date}"),
        1 => format!("{town} le {date}"),
        2 => format!("À {town}, le {date}"),
        _ => format!("{town}, le {date}"),
    };
    let made = |rng: &mut crate::rng::Rng| match rng.below(3) {
        0 => format!("{}{}/{:02}-{}", rng.capital(), rng.capital(), when.0 % 100, rng.digits(3)),
        1 => format!("{}/{}", when.0, rng.digits(4)),
        _ => format!("{}.{}", rng.digits(4), rng.digits(3)),
    };
    let mut refs: Vec<Row> = Vec::new();
    if !hand.private {
        refs.push((rng.pick(&["Nos réf. :", "N/Réf. :", "Nos références :"]), made(rng), "our_reference"));
    }
    if rng.chance(0.5) {
        refs.push((rng.pick(&["Vos réf. :", "V/Réf. :", "Vos références :"]), made(rng), "your_reference"));
    }
    if rng.chance(0.5) {
        let number = rng.digits(8);
        refs.push((rng.pick(&["Dossier n° :", "N° de dossier :", "Numéro de dossier :"]), number, "file_number"));
    }
    let mut contact: Vec<Row> = vec![(rng.pick(&["Tél. :", "Téléphone :", "Tél :"]), phone(rng), "phone")];
    if rng.chance(0.8) {
        contact.push((rng.pick(&["Courriel :", "Mél :", "E-mail :"]), mail, "email"));
    }
    let (subject, texts) = rng.choose(hand.matters);
    let (other, cents) = (dated((when.0, (when.1 - 1).max(1), 3), rng), rng.between(8_000, 900_000) as u64);
    let sum = money(cents, 1 + rng.below(2));
    let mut paragraphs: Vec<String> = texts.iter().map(|t| t.replace("{}", &other).replace("[]", &sum)).collect();
    let (from_more, count) = (rng.below(MORE.len()), if hand.private { 0 } else { rng.between(1, 3) as usize });
    paragraphs.extend(MORE.iter().cycle().skip(from_more).take(count).map(|t| (*t).to_owned()));
    let signed = [rng.pick(hand.signs).to_owned(), signer];
    Letter { from, to, place, date, refs, contact, subject, paragraphs, sum, end: rng.pick(hand.ends), signed }
}

/// From the subject to the signature, at `x` and as wide as `width`.
fn text(d: &mut Desk<'_, '_>, l: &Letter, hand: &Hand, (x, y, width): (f32, f32, f32)) {
    let size = d.size().clamp(9.5, 11.0);
    let (body, bold) = (d.fonts.body.sized(size), d.fonts.bold.sized(size));
    let label = d.rng.pick(&["Objet :", "Objet :", "OBJET :"]);
    let line = format!("{label} {}", l.subject);
    let mut y = para(d, (x, y, width), &line, &bold, Manner::RAGGED, &[("subject", l.subject)]) + 4.0;
    if hand.claims || d.rng.chance(0.15) {
        d.left(x, y, "Lettre recommandée avec accusé de réception", &d.fonts.italic.sized(size - 0.5));
        y += size * 1.5;
    }
    let greeting =
        l.to[0].split(' ').next().filter(|t| matches!(*t, "Monsieur" | "Madame")).unwrap_or("Madame, Monsieur");
    d.left(x, y + 10.0, &format!("{greeting},"), &body);
    y += 10.0 + size * 2.2;
    let manner = Manner { justify: d.rng.chance(0.5), indent: d.rng.choose(&[0.0, 0.0, 24.0]), ..Manner::RAGGED };
    for (i, text) in l.paragraphs.iter().enumerate() {
        let fields = [("amount", l.sum.as_str())];
        y = para(d, (x, y, width), text, &body, manner, if hand.claims && i == 0 { &fields } else { &[] }) + size * 0.7;
    }
    y = para(d, (x, y, width), l.end, &body, manner, &[]) + size * 1.6;
    let right = x + width * d.rng.choose(&[0.0, 0.55, 0.55]);
    for line in l.signed.iter().filter(|l| !l.is_empty()) {
        d.left(right, y, line, &body);
        y += size * 1.4;
    }
    if d.rng.chance(0.7) && y + 70.0 < d.c.height - 60.0 {
        marks::signature(d.c, right + 5.0, y + 26.0, 95.0, &mut d.rng.fork());
    }
    if d.rng.chance(0.5) && y + 90.0 < d.c.height - 60.0 {
        let joined = d.rng.pick(&["P.J. : 2", "Pièces jointes : une copie", "PJ : dossier", "Copie : intéressé"]);
        d.left(x, y + 76.0, joined, &body.sized(8.5));
    }
    if !hand.small.is_empty() {
        foot(d, &[(l.from.join(" - "), vec![]), (hand.small.to_owned(), vec![])]);
    }
}

fn place(d: &mut Desk<'_, '_>, l: &Letter, at: (f32, f32, f32), size: f32) {
    let body = d.fonts.body.sized(size);
    let since = d.c.lines.len();
    let t = fitting(d, &l.place, &body, at.2);
    d.left(at.0, at.1, &l.place, &t);
    mark(d, since, "date", &l.date);
}

/// Sender at the left, addressee at the right as envelopes with a window want it.
fn window(d: &mut Desk<'_, '_>, hand: &Hand) {
    let l = letter(d, hand);
    let (body, small) = (d.fonts.body.sized(10.0), d.fonts.body.sized(8.5));
    let (x0, x1, mid) = (d.x0(), d.x1(), d.c.width * 0.53);
    let look = if hand.private { body.clone() } else { d.fonts.bold.sized(10.5) };
    let y = block(d, (x0, 56.0, mid - x0 - 15.0), &l.from, &look, "sender");
    beside(d, (x0, x0 + 45.0, y + 4.0), &l.contact, (&small, &small), 11.0);
    block(d, (mid, 150.0, x1 - mid), &l.to, &body.sized(10.5), "recipient");
    beside(d, (x0, x0 + 85.0, 190.0), &l.refs, (&small, &small), 12.0);
    place(d, &l, (mid, 240.0, x1 - mid), 10.0);
    text(d, &l, hand, (x0, 280.0, x1 - x0));
}

/// A narrow column at the left with who deals with it, the letter at its right.
fn margin(d: &mut Desk<'_, '_>, hand: &Hand) {
    let l = letter(d, hand);
    let (body, small, bold) = (d.fonts.body.sized(10.0), d.fonts.body.sized(7.8), d.fonts.bold.clone());
    let (x0, x1) = (34.0, d.x1());
    let x = 190.0;
    marks::logo(d.c, x0, 34.0, 42.0, &mut d.rng.fork());
    let mut y = block(d, (x0, 105.0, x - x0 - 16.0), &l.from, &bold.sized(9.0), "sender") + 14.0;
    let clerk = format!("Affaire suivie par : {}", person(&mut d.rng).1);
    y = para(d, (x0, y, x - x0 - 16.0), &clerk, &small, Manner::RAGGED, &[]) + 4.0;
    for (label, value, name) in l.contact.iter().chain(&l.refs) {
        d.left(x0, y, label, &small);
        let t = fitting(d, value, &small, x - x0 - 16.0);
        d.value(name, x0, y + 10.0, value, &t);
        y += 24.0;
    }
    d.rule(x - 10.0, 100.0, x - 10.0, d.c.height - 90.0, 0.4);
    place(d, &l, (x1 - 200.0, 70.0, 200.0), 10.0);
    block(d, (x1 - 200.0, 125.0, 200.0), &l.to, &body, "recipient");
    text(d, &l, hand, (x, 245.0, x1 - x));
}

/// A centred letterhead over a rule.
fn centred(d: &mut Desk<'_, '_>, hand: &Hand) {
    let l = letter(d, hand);
    let (body, small, bold) = (d.fonts.body.sized(10.0), d.fonts.body.sized(8.5), d.fonts.bold.sized(15.0));
    let (x0, x1, mid) = (d.x0(), d.x1(), d.c.width / 2.0);
    let since = d.c.lines.len();
    let big = fitting(d, &l.from[0], &bold, x1 - x0);
    d.centre(mid, 52.0, &l.from[0], &big);
    super::super::facts::mark_first(d, since, "sender");
    d.centre(mid, 66.0, &l.from[1], &d.fonts.italic.sized(9.5));
    d.centre(mid, 79.0, &l.from[2..].join(" - "), &small);
    let since = d.c.lines.len();
    let contact: Vec<String> = l.contact.iter().map(|(label, value, _)| format!("{label} {value}")).collect();
    let line = contact.join(" - ");
    let t = fitting(d, &line, &small, x1 - x0);
    d.centre(mid, 91.0, &line, &t);
    for (_, value, name) in &l.contact {
        mark(d, since, name, value);
    }
    d.rule(x0, 99.0, x1, 99.0, 0.8);
    block(d, (mid + 15.0, 140.0, x1 - mid - 15.0), &l.to, &body, "recipient");
    place(d, &l, (mid + 15.0, 222.0, x1 - mid - 15.0), 10.0);
    beside(d, (x0, x0 + 90.0, 205.0), &l.refs, (&small, &small), 12.0);
    text(d, &l, hand, (x0, 268.0, x1 - x0));
}

/// Date at the top right, the references in columns over the text.
fn columns(d: &mut Desk<'_, '_>, hand: &Hand) {
    let l = letter(d, hand);
    let (body, small) = (d.fonts.body.sized(10.5), d.fonts.body.sized(7.5));
    let (x0, x1, mid) = (d.x0(), d.x1(), d.c.width * 0.55);
    place(d, &l, (mid, 56.0, x1 - mid), 10.5);
    let y = block(d, (x0, 56.0, mid - x0 - 15.0), &l.from, &body, "sender").max(120.0);
    block(d, (mid, y + 10.0, x1 - mid), &l.to, &body, "recipient");
    let rows: Vec<Row> = l.refs.iter().chain(&l.contact).cloned().collect();
    let framed = d.rng.chance(0.4);
    let y = strip(d, (x0, y + 85.0, x1 - x0), &rows, (&small, &body.sized(9.0)), framed);
    text(d, &l, hand, (x0, y + 30.0, x1 - x0));
}

/// As people write at home: all at one margin or the name under the text, the date last.
fn private(d: &mut Desk<'_, '_>) {
    let l = letter(d, &PRIVATE);
    let size = d.size().clamp(10.5, 12.0);
    let body = d.fonts.body.sized(size);
    let (x0, x1, mid) = (d.x0(), d.x1(), d.c.width * 0.5);
    let y = block(d, (x0, 60.0, mid - x0), &l.from, &body, "sender");
    let mut y = beside(d, (x0, x0, y), &l.contact, (&body, &body), size * 1.28);
    if d.rng.chance(0.4) {
        let insured =
            format!("N° de sécurité sociale : {}", codes::grouped(&codes::nir(&mut d.rng), &[1, 2, 2, 2, 3, 3, 2]));
        d.left(x0, y, &insured, &body.sized(9.0));
        y += 14.0;
    }
    y = block(d, (mid, y + 14.0, x1 - mid), &l.to, &body, "recipient") + 18.0;
    place(d, &l, (mid, y, x1 - mid), size);
    y = beside(d, (x0, x0, y + 30.0), &l.refs, (&body, &body), size * 1.4);
    text(d, &l, &PRIVATE, (x0, y + 6.0, x1 - x0));
}
