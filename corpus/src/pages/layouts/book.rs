//! Book pages and pages in columns.

use crate::pages::compose::{Align, Manner};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, words};

pub(super) fn book(d: &mut Desk<'_, '_>) {
    let (body, italic) = (d.fonts.body.clone(), d.fonts.italic.clone());
    let lead = d.leading;
    let (x0, x1) = (d.x0(), d.x1());
    let middle = (x0 + x1) / 2.0;
    let mut y = d.margins[1] + body.size;
    // Running head: number outside, title in the middle.
    if d.rng.chance(0.8) {
        let number = d.rng.between(2, 640).to_string();
        let title = capitals(&d.phrase(26), true);
        let small = body.sized(body.size * 0.85);
        let even = d.rng.chance(0.5);
        let rng = &mut d.rng;
        d.c.row(|c| {
            if even {
                c.text(x0, y, &number, &body, Align::Left, rng);
            }
            if c.measure(&title, &small, rng) < (x1 - x0) * 0.75 {
                c.text(middle, y, &title, &small, Align::Centre, rng);
            }
            if !even {
                c.text(x1, y, &number, &body, Align::Right, rng);
            }
        });
        if d.rng.chance(0.2) {
            d.rule(x0, y + lead * 0.5, x1, y + lead * 0.5, 0.5);
        }
        y += lead * d.rng.range(1.6, 2.4);
    }
    if d.rng.chance(0.15) {
        y += lead * d.rng.range(0.5, 4.0);
        let head = capitals(d.rng.pick(words::HEADINGS), true);
        let t = body.sized(body.size * d.rng.range(1.1, 1.7));
        d.centre(middle, y, &head, &t);
        y += lead * 2.5;
    }
    let notes = d.rng.chance(0.35);
    let end = d.bottom() - if notes { lead * 5.0 } else { 0.0 };
    let picture = d.rng.chance(0.08);
    let columns = if d.rng.chance(0.12) { 2 } else { 1 };
    let gutter = body.size * 1.6;
    let width = (x1 - x0 - gutter * (columns - 1) as f32) / columns as f32;
    let top = y;
    for column in 0..columns {
        let x = x0 + column as f32 * (width + gutter);
        let mut y = top;
        while y < end {
            if picture && d.rng.chance(0.25) && end - y > 160.0 {
                let h = d.rng.range(80.0, 150.0);
                marks::photo(d.c, x, y - body.size, width, h, &mut d.rng);
                y += h + lead * 0.4;
                let caption = d.phrase(30);
                d.centre(x + width / 2.0, y, &caption, &italic.sized(body.size * 0.85));
                y += lead * 1.6;
            }
            let n = d.rng.between(60, 900) as usize;
            let mut text = d.prose(n);
            if d.rng.chance(0.15) {
                text = format!("— {text}");
            }
            text = text.replace('\'', "’");
            let t = if d.rng.chance(0.05) { italic.clone() } else { body.clone() };
            let indent = if d.rng.chance(0.85) { body.size * d.rng.range(1.0, 2.2) } else { 0.0 };
            let manner = Manner { align: Align::Left, justify: true, hyphenate: true, indent };
            y = d.c.paragraph(x, y, width, &text, &t, lead, manner, end, &mut d.rng);
            if d.rng.chance(0.06) && y + lead < end {
                y += lead * 0.6;
                let verse = d.phrase(34);
                d.left(x + width * 0.15, y, &verse, &italic.sized(body.size * 0.95));
                y += lead * 1.5;
            }
        }
    }
    if columns == 2 && d.rng.chance(0.5) {
        d.rule(middle, top - lead * 0.6, middle, end, 0.4);
    }
    if notes {
        let small = body.sized(body.size * 0.8);
        let ny = d.bottom() - lead * 3.6;
        d.rule(x0, ny - lead * 0.8, x0 + (x1 - x0) * 0.3, ny - lead * 0.8, 0.4);
        let n = d.rng.between(60, 260) as usize;
        let text = format!("{} {}", d.rng.pick(&["(1)", "1.", "¹", "1", "*"]), d.prose(n));
        let room = d.bottom();
        d.c.paragraph(
            x0,
            ny,
            x1 - x0,
            &text,
            &small,
            small.size * 1.2,
            Manner { justify: true, hyphenate: true, indent: small.size, align: Align::Left },
            room,
            &mut d.rng,
        );
    }
    if d.rng.chance(0.15) {
        let number = d.rng.between(1, 400).to_string();
        let at = d.c.height - d.margins[3] * 0.45;
        d.centre(middle, at, &number, &body);
    }
}

/// Two or three columns under a title, as in newsletters and general conditions.
pub(super) fn columns(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let tiny = d.rng.chance(0.4);
    let body = if tiny { body.sized(d.rng.range(5.6, 7.0)) } else { body };
    let lead = body.size * d.rng.range(1.1, 1.3);
    let (x0, x1) = (d.x0() * 0.8, d.c.width - d.margins[2] * 0.8);
    let mut y = d.margins[1] + body.size;
    let title = capitals(d.rng.pick(words::HEADINGS), true);
    let big = bold.sized(body.size * d.rng.range(1.6, 3.0));
    d.left(x0, y + big.size * 0.4, &title, &big);
    y += big.size * 2.0;
    let n = d.rng.between(2, 3);
    let gutter = d.rng.range(10.0, 22.0);
    let width = (x1 - x0 - gutter * (n - 1) as f32) / n as f32;
    let ruled = d.rng.chance(0.3);
    for i in 0..n {
        let x = x0 + i as f32 * (width + gutter);
        if ruled && i > 0 {
            d.rule(x - gutter / 2.0, y - lead, x - gutter / 2.0, d.bottom(), 0.4);
        }
        let mut cy = y;
        let mut article = d.rng.between(1, 9);
        while cy < d.bottom() {
            if d.rng.chance(0.5) && cy + lead * 2.0 < d.bottom() {
                let head = format!("{} {}", d.rng.pick(&["Article", "ART.", "§", "Art."]), article);
                article += 1;
                d.left(x, cy, &head, &bold.sized(body.size));
                cy += lead * 1.15;
            }
            if d.rng.chance(0.05) && d.bottom() - cy > 120.0 {
                let h = d.rng.range(50.0, 100.0);
                marks::photo(d.c, x, cy - body.size, width, h, &mut d.rng);
                cy += h + lead;
            }
            let length = d.rng.between(60, 500) as usize;
            let text = d.prose(length);
            let manner = Manner { align: Align::Left, justify: true, hyphenate: true, indent: 0.0 };
            cy = d.paragraph(x, cy, width, &text, &body, lead, manner) + lead * d.rng.range(0.0, 0.7);
        }
    }
}
