//! Leaflets, posters and cover sheets: large type, reversed bands, coloured boxes, text over pictures' edges.

use crate::pages::compose::{Align, Manner};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, company, words};

pub(super) fn leaflet(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (x0, x1) = (d.x0() * 0.7, d.c.width - d.margins[2] * 0.7);
    let lead = d.leading;
    let mut y = d.rng.range(20.0, 60.0);
    while y < d.bottom() - 30.0 {
        match d.rng.below(7) {
            0 | 1 => {
                // A band with a reversed title.
                let size = d.rng.range(14.0, 34.0);
                let text = if d.rng.chance(0.5) { capitals(d.rng.pick(words::HEADINGS), true) } else { d.phrase(22) };
                let t = bold.sized(size);
                let width = d.c.measure(&text, &t, &mut d.rng);
                let t = if width > x1 - x0 - 16.0 { t.sized(size * (x1 - x0 - 16.0) / width) } else { t };
                let value = d.rng.between(0, 120) as u8;
                let pad = t.size * d.rng.range(0.2, 0.6);
                d.c.fill(x0, y, x1, y + t.size + pad * 2.0, value);
                let tone = if value < 90 && d.rng.chance(0.9) { 255 } else { 240 };
                let align = d.rng.chance(0.5);
                let at = y + pad + t.size * 0.82;
                if align {
                    d.centre((x0 + x1) / 2.0, at, &text, &t.toned(tone));
                } else {
                    d.left(x0 + 8.0, at, &text, &t.toned(tone));
                }
                y += t.size + pad * 2.0 + lead;
            }
            2 => {
                let h = d.rng.range(60.0, 160.0).min(d.bottom() - y);
                let w = (x1 - x0) * d.rng.range(0.3, 1.0);
                marks::photo(d.c, x0, y, w, h, &mut d.rng);
                if w < (x1 - x0) * 0.6 {
                    let n = d.rng.between(60, 260) as usize;
                    let text = d.prose(n);
                    let room = (y + h).min(d.bottom());
                    d.c.paragraph(
                        x0 + w + 12.0,
                        y + body.size,
                        x1 - x0 - w - 12.0,
                        &text,
                        &body,
                        lead,
                        Manner::RAGGED,
                        room,
                        &mut d.rng,
                    );
                }
                y += h + lead * 1.5;
            }
            3 => {
                // A grey box of text.
                let n = d.rng.between(60, 300) as usize;
                let text = d.prose(n);
                let value = d.rng.between(190, 240) as u8;
                let lines = (n as f32 * body.size * 0.5 / (x1 - x0 - 20.0)).ceil() + 1.5;
                let h = (lines * lead + 12.0).min(d.bottom() - y);
                d.c.fill(x0, y, x1, y + h, value);
                let room = y + h - 4.0;
                d.c.paragraph(
                    x0 + 10.0,
                    y + lead,
                    x1 - x0 - 20.0,
                    &text,
                    &body,
                    lead,
                    Manner::RAGGED,
                    room,
                    &mut d.rng,
                );
                y += h + lead;
            }
            4 => {
                let size = d.rng.range(16.0, 40.0);
                let text = if d.rng.chance(0.4) { company(&mut d.rng) } else { codes::amount(&mut d.rng) + " €" };
                let t = bold.sized(size).toned(d.rng.between(0, 120) as u8);
                let width = d.c.measure(&text, &t, &mut d.rng);
                let t = if width > x1 - x0 { t.sized(size * (x1 - x0) / width) } else { t };
                d.centre((x0 + x1) / 2.0, y + t.size, &text, &t);
                y += t.size * 1.5 + lead * 0.5;
            }
            5 => {
                for _ in 0..d.rng.between(2, 5) {
                    let text = format!("{} {}", d.rng.pick(&["•", "-", "–", "·", "→"]), d.phrase(40));
                    y = d.paragraph(x0 + 14.0, y + lead, x1 - x0 - 14.0, &text, &body, lead, Manner::RAGGED)
                        - lead * 0.6;
                }
                y += lead * 1.6;
            }
            _ => {
                let n = d.rng.between(80, 420) as usize;
                let text = d.prose(n);
                let manner = Manner {
                    align: if d.rng.chance(0.3) { Align::Centre } else { Align::Left },
                    justify: false,
                    hyphenate: false,
                    indent: 0.0,
                };
                y = d.paragraph(x0, y + lead, x1 - x0, &text, &body, lead, manner) + lead * 0.5;
            }
        }
    }
    let at = d.c.height - 14.0;
    let web = codes::address(&mut d.rng);
    d.centre((x0 + x1) / 2.0, at, &web, &body.sized((body.size * 0.8).max(6.0)));
}
