//! Typewritten pages: letters, reports, plays; struck on one pitch, with what a typist does.

use crate::pages::compose::{Align, Manner};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, person, words};

pub(super) fn typescript(d: &mut Desk<'_, '_>) {
    let body = d.fonts.body.clone();
    let lead = body.size * d.rng.choose(&[1.2f32, 1.5, 1.8, 2.2, 2.4]);
    let (x0, x1) = (d.x0(), d.x1());
    let middle = (x0 + x1) / 2.0;
    let mut y = d.margins[1] + body.size;
    if d.rng.chance(0.6) {
        let text = match d.rng.below(3) {
            0 => format!("- {} -", d.rng.between(1, 120)),
            1 => d.rng.between(1, 120).to_string(),
            _ => format!("{}.", d.rng.between(1, 60)),
        };
        let x = if d.rng.chance(0.6) { middle } else { x1 - 20.0 };
        d.centre(x, y, &text, &body);
        y += lead * 2.0;
    }
    let kind = d.rng.below(4);
    if kind == 0 {
        // A letter: place and date on the right, name on the left.
        let dated = format!("{}, le {}", d.rng.choose(words::TOWNS).1, codes::date(&mut d.rng));
        d.value("date", middle, y, &dated, &body);
        y += lead * 1.5;
        let to = super::letter::recipient(d);
        y = d.block(middle, y, &to, &body, body.size * 1.25) + lead;
        let opening = d
            .rng
            .pick(&["Monsieur,", "Monsieur le Directeur,", "Cher Monsieur,", "Mon cher ami,", "Chers amis,"])
            .to_owned();
        d.left(x0 + 40.0, y, &opening, &body);
        y += lead * 1.5;
    } else if d.rng.chance(0.5) {
        let title = capitals(d.rng.pick(words::HEADINGS), d.rng.chance(0.3));
        let width = d.centre(middle, y, &title, &body);
        if d.rng.chance(0.6) {
            d.rule(middle - width / 2.0, y + body.size * 0.2, middle + width / 2.0, y + body.size * 0.2, 0.8);
        }
        y += lead * 1.8;
    }
    let end = d.bottom() - d.rng.range(0.0, 0.5) * d.c.height * if d.rng.chance(0.3) { 1.0 } else { 0.0 };
    while y < end {
        if kind == 1 {
            // A play: a name in capitals, then what is said.
            let name = capitals(d.rng.pick(words::LAST_NAMES), false);
            let direction = if d.rng.chance(0.3) { format!("{name} ({})", d.phrase(14)) } else { name };
            d.centre(middle, y, &direction, &body);
            y += lead;
            if y > end {
                break;
            }
        }
        let n = d.rng.between(40, 480) as usize;
        let text = typist(d, n);
        let indent = if d.rng.chance(0.7) { d.rng.range(15.0, 60.0) } else { 0.0 };
        let manner = Manner { align: Align::Left, justify: false, hyphenate: true, indent };
        let room = end;
        y = d.c.paragraph(x0, y, x1 - x0, &text, &body, lead, manner, room, &mut d.rng) + lead * d.rng.range(0.0, 0.9);
        if d.rng.chance(0.1) && y < end {
            let text = d.phrase(30);
            let width = d.left(x0, y, &text, &body);
            d.rule(x0, y + body.size * 0.18, x0 + width, y + body.size * 0.18, 0.8);
            y += lead * 1.4;
        }
    }
    if kind == 0 && y < d.bottom() - 20.0 {
        let signer = person(&mut d.rng);
        d.value("signatory", middle, y + lead, &signer, &body);
        marks::signature(d.c, middle, y + lead * 2.0, 90.0, &mut d.rng);
    }
    if d.rng.chance(0.3) {
        let (x, y) = (d.rng.range(0.2, 0.8) * d.c.width, d.rng.range(0.03, 0.97) * d.c.height);
        marks::note(d.c, x, y, &mut d.rng);
    }
    if d.rng.chance(0.2) {
        let (x, y) = (d.rng.range(0.1, 0.9) * d.c.width, d.rng.range(0.05, 0.9) * d.c.height);
        marks::stamp(d.c, x, y, &mut d.rng);
    }
}

/// Prose without what typewriters lack.
fn typist(d: &mut Desk<'_, '_>, length: usize) -> String {
    let mut text = d.prose(length);
    text =
        text.replace(['’', '‘'], "'").replace(['“', '”', '«', '»'], "\"").replace(['–', '—'], "-").replace('…', "...");
    text = text.replace('œ', "oe");
    if d.rng.chance(0.2) {
        text = text.replace(", ", " , ").replace(". ", " . ");
    }
    text.chars().map(|c| if c.is_uppercase() { crate::text::plain(c) } else { c }).collect()
}
