//! How letters stand on the sheet: margins, head, subject, references, paragraphs and signature.
//!
//! Responsible for places alone; what letters say is with those that write them.

use super::facts::{Someone, line_with};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, street, town};

/// How a letter stands on its sheet.
pub(super) struct Sheet {
    pub(super) body: Type,
    pub(super) bold: Type,
    pub(super) lead: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Where addressee, date and signature begin.
    pub(super) window: f32,
    pub(super) manner: Manner,
}

/// The head of a letter: sender at the left, addressee at the right, place and date; the baseline after them.
pub(super) fn begin(d: &mut Desk<'_, '_>, from: &[String], to: &[String], place: &str, date: &str) -> (Sheet, f32) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = d.leading;
    let (left, right) = (d.x0(), d.x1());
    let window = d.c.width * d.rng.range(0.5, 0.57);
    let justify = d.rng.chance(0.4);
    let indent = if d.rng.chance(0.3) { body.size * 3.0 } else { 0.0 };
    let manner = Manner { align: Align::Left, justify, hyphenate: false, indent };
    let small = lead.min(body.size * 1.3);
    let y = d.margins[1] + body.size;
    d.value("sender", left, y, &from[0], &bold);
    let after = d.block(left, y + small, &from[1..], &body, small);
    // Persons set their addressee under their own address, offices in the window of the envelope.
    let top = if d.rng.chance(0.6) { (d.c.height * 0.17).max(after) } else { after + small };
    let before = d.c.lines.len();
    let mut next = d.block(window, top, to, &body, small);
    super::facts::mark_first(d, before, "recipient");
    next += lead * d.rng.range(0.6, 1.6);
    let said = match d.rng.below(4) {
        0 => format!("{place}, le {date}"),
        1 => format!("À {place}, le {date}"),
        2 => format!("{place} le {date}"),
        _ => format!("Fait à {place}, le {date}"),
    };
    line_with(d, (window, next), &said, &body, &[("date", date)]);
    (Sheet { body, bold, lead, left, right, window, manner }, next + lead * 1.8)
}

impl Sheet {
    pub(super) fn paragraph(&self, d: &mut Desk<'_, '_>, y: f32, text: &str) -> f32 {
        d.paragraph(self.left, y, self.right - self.left, text, &self.body, self.lead, self.manner) + self.lead * 0.4
    }

    /// The subject on one line.
    pub(super) fn subject(&self, d: &mut Desk<'_, '_>, y: f32, text: &str) -> f32 {
        let label = d.rng.pick(&["Objet :", "OBJET :", "Objet:", "Objet :"]);
        let t = if d.rng.chance(0.6) { &self.bold } else { &self.body };
        let line = format!("{label} {text}");
        let t = super::facts::fitting(d, &line, t, self.right - self.left);
        line_with(d, (self.left, y), &line, &t, &[("subject", text)]);
        y + self.lead * 1.8
    }

    /// References, each on its line.
    pub(super) fn reference(&self, d: &mut Desk<'_, '_>, y: f32, field: &'static str, labels: &[&str]) -> f32 {
        let value = plain_reference(d);
        let label = d.rng.pick(labels);
        d.labelled(field, self.left, self.left + self.body.size * 6.0, y, label, &value, (&self.body, &self.body));
        y + self.lead
    }

    pub(super) fn opening(&self, d: &mut Desk<'_, '_>, y: f32, choices: &[&str]) -> f32 {
        let text = d.rng.pick(choices).to_owned();
        d.left(self.left + self.manner.indent, y, &text, &self.body);
        y + self.lead * 1.5
    }

    pub(super) fn sign(&self, d: &mut Desk<'_, '_>, y: f32, title: &str, name: &str) {
        if y > d.bottom() - self.lead {
            return;
        }
        if !title.is_empty() {
            d.left(self.window, y, title, &self.body);
        }
        if d.rng.chance(0.85) {
            marks::signature(d.c, self.window + 6.0, y + 28.0, 90.0, &mut d.rng);
        }
        d.left(self.window, (y + 54.0).min(d.bottom() + 10.0), name, &self.body);
    }
}

/// A reference without a label in it.
pub(super) fn plain_reference(d: &mut Desk<'_, '_>) -> String {
    let value = codes::reference(&mut d.rng);
    value.trim_start_matches("n° ").trim_start_matches("Réf. : ").to_owned()
}

pub(super) fn home(d: &mut Desk<'_, '_>, own: &Someone) -> Vec<String> {
    let name = if d.rng.chance(0.5) { own.full() } else { format!("{} {}", own.firsts[0], own.last) };
    vec![name, street(&mut d.rng), town(&mut d.rng)]
}

pub(super) fn mail_of(own: &Someone, d: &mut Desk<'_, '_>) -> String {
    let plain = |s: &str| capitals(s, false).to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "");
    format!(
        "{}.{}@{}",
        plain(&own.firsts[0]),
        plain(&own.last),
        d.rng.pick(&["orange.fr", "free.fr", "gmail.com", "laposte.net", "hotmail.fr"])
    )
}
