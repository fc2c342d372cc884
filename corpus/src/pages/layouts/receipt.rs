//! Till receipts: narrow, one column of items with prices on the right.

use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, street, town, words};

pub(super) fn receipt(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (x0, x1) = (d.rng.range(8.0, 16.0), d.c.width - 12.0);
    let middle = d.c.width / 2.0;
    let lead = body.size * d.rng.range(1.1, 1.4);
    let mut y = 18.0 + body.size;
    let name = capitals(d.rng.pick(words::COMPANIES), false);
    let large = bold.sized(body.size * d.rng.range(1.0, 1.4));
    let fits = d.c.measure(&name, &large, &mut d.rng) < x1 - x0;
    d.c.value("merchant", middle, y, &name, if fits { &large } else { &body }, Align::Centre, &mut d.rng);
    y += lead * 1.2;
    for text in [street(&mut d.rng), town(&mut d.rng), format!("Tel {}", codes::phone(&mut d.rng))] {
        if d.c.measure(&text, &body, &mut d.rng) < x1 - x0 {
            d.centre(middle, y, &text, &body);
            y += lead;
        }
    }
    let stamp = format!(
        "{:02}/{:02}/{} {:02}:{:02}",
        d.rng.between(1, 28),
        d.rng.between(1, 12),
        d.rng.between(2005, 2026),
        d.rng.between(7, 21),
        d.rng.between(0, 59)
    );
    y += lead * 0.5;
    d.value("date", x0, y, &stamp, &body);
    y += lead * 1.3;
    let divider = d.rng.chance(0.6);
    let rule = |d: &mut Desk<'_, '_>, y: f32| {
        if divider {
            // A row of hyphens, which is text to whoever reads it; drawn as a dashed rule.
            let mut x = x0;
            while x < x1 - 3.0 {
                d.rule(x, y, x + 2.6, y, 0.7);
                x += 4.4;
            }
        }
    };
    rule(d, y - lead * 0.7);
    let mut total = 0u64;
    let end = d.c.height - lead * 9.0;
    for _ in 0..d.rng.between(2, 24) {
        if y > end {
            break;
        }
        let cents = d.rng.log_range(40.0, 9000.0) as u64;
        total += cents;
        let mut item = d.rng.pick(&words::ITEMS[6..37]).to_owned();
        if d.rng.chance(0.6) {
            item = capitals(&item, false);
        }
        let price = format!("{},{:02}", cents / 100, cents % 100);
        let price_width = d.c.measure(&price, &body, &mut d.rng);
        while d.c.measure(&item, &body, &mut d.rng) > x1 - x0 - price_width - body.size {
            match item.rfind(' ') {
                Some(at) => item.truncate(at),
                None => break,
            }
        }
        let rng = &mut d.rng;
        d.c.row(|c| {
            c.text(x0, y, &item, &body, Align::Left, rng);
            c.text(x1, y, &price, &body, Align::Right, rng);
        });
        y += lead;
        if d.rng.chance(0.15) {
            let text = format!("  {} x {},{:02}", d.rng.between(2, 6), cents / 300, cents % 97);
            d.left(x0 + body.size, y, &text, &body);
            y += lead;
        }
    }
    rule(d, y - lead * 0.4);
    y += lead * 0.6;
    let text = format!("{},{:02}", total / 100, total % 100);
    let sum = format!("{text}{}", d.rng.pick(&[" €", " EUR", "", "€"]));
    let rng = &mut d.rng;
    d.c.row(|c| {
        c.text(x0, y, "TOTAL", &large, Align::Left, rng);
        c.value("total", x1, y, &sum, &large, Align::Right, rng);
    });
    y += lead * 1.6;
    for label in ["CB", "dont TVA 20,00 %", "dont TVA 5,50 %", "Rendu"] {
        if d.rng.chance(0.5) {
            let value = format!("{},{:02}", d.rng.between(0, 60), d.rng.below(100));
            let rng = &mut d.rng;
            d.c.row(|c| {
                c.text(x0, y, label, &body, Align::Left, rng);
                c.text(x1, y, &value, &body, Align::Right, rng);
            });
            y += lead;
        }
    }
    if y < d.c.height - lead * 4.0 && d.rng.chance(0.4) {
        marks::code(d.c, x0 + 10.0, y, &mut d.rng);
        y += 48.0;
    }
    if y < d.c.height - lead {
        let thanks = d.rng.pick(&["MERCI DE VOTRE VISITE", "Merci et à bientôt", "À CONSERVER", "Au revoir"]);
        d.centre(middle, (y + lead).min(d.c.height - 10.0), thanks, &body);
    }
}
