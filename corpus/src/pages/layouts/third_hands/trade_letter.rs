//! What letters share: heads, references, subjects on several lines, bodies and closes.

use super::trade_kit::{Coin, Dates, Day, Look, Person, Place, day, mark, mark_first, put, written};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;

/// The label and the subject after it, on as many lines as it takes, indented after the label or flush.
pub(super) fn subject(
    d: &mut Desk<'_, '_>,
    (x, y, width): (f32, f32, f32),
    label: &str,
    text: &str,
    (tl, tv): (&Type, &Type),
) -> f32 {
    let since = d.c.lines.len();
    let indent = d.c.measure(label, tl, &mut d.rng) + tv.size * 0.32;
    let manner = Manner { indent, ..Manner::RAGGED };
    let (room, rng) = (d.bottom(), &mut d.rng);
    let y = d.c.row(|c| {
        c.text(x, y, label, tl, Align::Left, rng);
        c.paragraph(x, y, width, text, tv, tv.size * 1.25, manner, room, rng)
    });
    mark(d, since, "subject", text);
    y
}

/// Paragraphs under one another with room between, the first lines indented if asked for.
pub(super) fn body(
    d: &mut Desk<'_, '_>,
    l: &Look,
    (x, mut y, width): (f32, f32, f32),
    texts: &[String],
    gap: f32,
) -> f32 {
    let justify = d.rng.chance(0.4);
    let indent = if d.rng.chance(0.25) { 28.0 } else { 0.0 };
    for text in texts {
        y = d.paragraph(x, y, width, text, &l.n, l.lead, Manner { justify, indent, ..Manner::RAGGED }) + gap;
    }
    y
}

/// Who signs, and a scrawl, at the right of the page unless `x` says otherwise.
pub(super) fn signed(d: &mut Desk<'_, '_>, l: &Look, (x, y): (f32, f32), lines: &[String]) {
    let y = y.min(d.c.height - 130.0);
    let mut at = y;
    let room = d.x1() - x;
    for (i, line) in lines.iter().enumerate() {
        if i + 1 == lines.len() {
            marks::signature(d.c, x + 10.0, at + 14.0, 80.0, &mut d.rng);
            at += 40.0;
        }
        put(d, x, at, room, line, &l.n);
        at += l.lead;
    }
}

/// A block whose first line is a field, on the sheet at `x`.
pub(super) fn block(
    d: &mut Desk<'_, '_>,
    name: &'static str,
    (x, y, room): (f32, f32, f32),
    lines: &[String],
    t: &Type,
    lead: f32,
) -> f32 {
    let since = d.c.lines.len();
    for (i, line) in lines.iter().enumerate() {
        put(d, x, y + lead * i as f32, room, line, t);
    }
    mark_first(d, since, name);
    y + lead * lines.len() as f32
}

/// `Reims, le 3 mars 2020` and its date as a field.
pub(super) fn place_and_date(d: &mut Desk<'_, '_>, x: f32, y: f32, town: &str, when: &str, t: &Type) {
    let text = match d.rng.below(6) {
        0 => format!("À {town}, le {when}"),
        1 => format!("Le {when}"),
        2 => format!("Fait à {town}, le {when}"),
        _ => format!("{town}, le {when}"),
    };
    let since = d.c.lines.len();
    let room = d.x1() - x;
    put(d, x, y, room, &text, t);
    mark(d, since, "date", when);
}

/// A day and its spelling as letters have it: mostly in words.
pub(super) fn letter_day(rng: &mut Rng, from: i64) -> (Day, String) {
    let when = day(rng, from, 2025);
    let text = if rng.chance(0.65) { written(when) } else { Dates::random(rng).spell(when) };
    (when, text)
}

pub(super) fn close(rng: &mut Rng, who: &str) -> String {
    match rng.below(5) {
        0 => format!("Veuillez agréer, {who}, l'expression de mes salutations distinguées."),
        1 => format!("Je vous prie d'agréer, {who}, l'expression de ma considération distinguée."),
        2 => format!("Nous vous prions de croire, {who}, en l'assurance de nos sentiments les meilleurs."),
        3 => format!("Dans l'attente de votre réponse, je vous prie de recevoir, {who}, mes sincères salutations."),
        _ => "Cordialement,".to_owned(),
    }
}

/// Someone's name and address.
pub(super) fn home(rng: &mut Rng, person: &Person) -> Vec<String> {
    let mut lines = vec![person.titled(rng)];
    lines.extend(Place::random(rng).lines(rng));
    lines
}

/// A sum as letters spell it.
pub(super) fn amount(rng: &mut Rng, low: i64, high: i64) -> String {
    let cents = rng.between(low, high);
    let coin = Coin::random(rng);
    match rng.below(4) {
        0 => format!("{} euros", coin.bare().spell(cents)),
        _ => coin.euros().spell(cents),
    }
}
