//! What gets onto a page besides its text: stamps, signatures, notes by hand, logos, photographs, bar codes, holes, staples.

use super::compose::Composer;
use crate::faces::{FaceClass, Wish};
use crate::raster::stroke::Shape;
use crate::rng::Rng;
use crate::text::{capitals, codes, words};
use crate::typeset::{Baseline, Style, fitted, set};
use std::f32::consts::TAU;
use std::sync::Arc;

/// A scribble that passes for a signature, about `width` points wide.
pub(crate) fn signature(c: &mut Composer<'_>, x: f32, y: f32, width: f32, rng: &mut Rng) {
    let mut shape = Shape::new();
    let n = rng.between(70, 150);
    // Loops: the pen goes round as it goes along, now wide, now narrow.
    let (a, b, p) = (rng.range(0.15, 0.45), rng.range(0.3, 1.4), rng.range(2.0, 8.0));
    let q = p + rng.range(-0.4, 0.4);
    let pen = rng.range(0.5, 1.4);
    let slant = rng.range(-0.4, 0.2);
    let mut points = Vec::new();
    for i in 0..=n {
        let t = i as f32 / n as f32;
        let fade = 1.0 - 0.5 * t;
        let dx = t * width + (t * TAU * p).cos() * width * 0.06 * b;
        let wide = 0.6 + 0.4 * (t * TAU * 1.7).sin();
        let dy = ((t * TAU * q).sin() * a * fade * wide
            + rng.normal() * 0.006
            + (t * TAU * 0.6).cos() * 0.1
            + slant * t * 0.3)
            * width
            * 0.4;
        points.push((x + dx, y + dy, pen * rng.range(0.6, 1.3)));
    }
    shape.pen(&points);
    if rng.chance(0.6) {
        let (dy, k) = (rng.range(0.02, 0.2) * width, rng.range(0.8, 1.2));
        shape.pen(&[
            (x, y + dy, pen),
            (x + width * 0.5, y + dy * 0.7, pen * 0.8),
            (x + width * k, y - dy * 0.4, pen * 0.5),
        ]);
    }
    c.shape(&shape, rng.between(120, 245) as u16);
}

/// A stamp: round with letters on its ring (which are no lines) and a date across, or a box with words, at an angle.
pub(crate) fn stamp(c: &mut Composer<'_>, x: f32, y: f32, rng: &mut Rng) {
    let Some(face) = c.faces.choose(&[FaceClass::Sans, FaceClass::Typewriter], Wish::default(), rng) else {
        return;
    };
    let strength = rng.between(90, 220) as u16;
    let slope = rng.near_zero(0.5);
    if rng.chance(0.5) {
        let radius = rng.range(26.0, 52.0);
        let mut shape = Shape::new();
        shape.ring((x, y), radius, radius, rng.range(0.6, 2.2));
        if rng.chance(0.7) {
            shape.ring((x, y), radius * 0.66, radius * 0.66, rng.range(0.4, 1.2));
        }
        c.shape(&shape, strength);
        ring_letters(c, (x, y), radius * 0.72, radius * 0.2, strength, &face, rng);
        if rng.chance(0.7) {
            let text = if rng.chance(0.6) { codes::date(rng) } else { capitals(rng.choose(words::TOWNS).1, false) };
            turned(c, x, y, &text, radius * 0.24, slope, strength, &face, rng);
        }
        return;
    }
    let texts: Vec<String> = match rng.below(4) {
        0 => vec![
            rng.pick(&["PAYÉ", "REÇU LE", "COPIE", "URGENT", "DUPLICATA", "ORIGINAL", "REFUSÉ", "VALIDÉ", "ARRIVÉE"])
                .to_owned(),
        ],
        1 => vec!["REÇU LE".to_owned(), codes::date(rng), "SERVICE DU COURRIER".to_owned()],
        2 => vec!["COURRIER ARRIVÉ".to_owned(), codes::date(rng)],
        _ => {
            vec![
                rng.pick(words::COMPANIES).to_owned(),
                crate::text::street(rng),
                crate::text::town(rng),
                format!("Tél. {}", codes::phone(rng)),
            ]
        }
    };
    let size = rng.range(8.0, 20.0) / (texts.len() as f32).sqrt();
    let widest = texts.iter().map(|t| t.chars().count()).max().unwrap_or(1) as f32 * size * 0.62;
    let leading = size * 1.25;
    let total = leading * texts.len() as f32;
    let (cos, sin) = (1.0 / (1.0 + slope * slope).sqrt(), slope / (1.0 + slope * slope).sqrt());
    for (i, text) in texts.iter().enumerate() {
        let down = (i as f32 + 0.5) * leading - total / 2.0;
        turned(c, x - down * sin, y + down * cos, text, size, slope, strength, &face, rng);
    }
    if rng.chance(0.75) {
        let (hw, hh) = (widest / 2.0 + size * 0.8, total / 2.0 + size * 0.35);
        let corner = |dx: f32, dy: f32| (x + dx * cos - dy * sin, y + dx * sin + dy * cos);
        let corners = [corner(-hw, -hh), corner(hw, -hh), corner(hw, hh), corner(-hw, hh)];
        let mut shape = Shape::new();
        let pen = rng.range(0.6, 2.2);
        for i in 0..4 {
            shape.line(corners[i], corners[(i + 1) % 4], pen);
        }
        c.shape(&shape, strength);
    }
}

/// A line centred at a point, turned.
#[expect(clippy::too_many_arguments, reason = "a turned line has a place, a text, a look and an angle")]
pub(crate) fn turned(
    c: &mut Composer<'_>,
    x: f32,
    y: f32,
    text: &str,
    size: f32,
    slope: f32,
    strength: u16,
    face: &Arc<crate::faces::Face>,
    rng: &mut Rng,
) {
    let Some(text) = fitted(text, face.data()) else { return };
    let style = Style { strength, ..Style::plain(Arc::clone(face), size * c.scale) };
    let run = set(&text, &style, rng);
    let (cos, sin) = (1.0 / (1.0 + slope * slope).sqrt(), slope / (1.0 + slope * slope).sqrt());
    let half = run.left + run.width() / 2.0;
    let drop = (style.ascent() - style.descent()) / 2.0;
    let (px, py) = (x * c.scale - half * cos - drop * sin, y * c.scale - half * sin + drop * cos);
    // Letters of a stamp must lie on the sheet whole, or the truth would tell of what cannot be seen.
    let reach = run.width() / 2.0 + style.em;
    let (w, h) = (c.sheet.ink.width as f32, c.sheet.ink.height as f32);
    if x * c.scale < reach || x * c.scale > w - reach || y * c.scale < reach * 0.6 || y * c.scale > h - reach * 0.6 {
        return;
    }
    let machine = c.machine.take();
    c.place(run, &style, Baseline { x: px, y: py, slope, ..Baseline::default() }, 0, rng);
    c.machine = machine;
}

/// Letters round the ring: seen, but no line anyone could cut out.
fn ring_letters(
    c: &mut Composer<'_>,
    centre: (f32, f32),
    radius: f32,
    size: f32,
    strength: u16,
    face: &Arc<crate::faces::Face>,
    rng: &mut Rng,
) {
    let text = capitals(rng.pick(words::OFFICES), true);
    let Some(text) = fitted(&text, face.data()) else { return };
    let style = Style { strength, ..Style::plain(Arc::clone(face), size * c.scale) };
    let step = size * 0.72 / radius;
    let letters: Vec<char> = text.chars().take((TAU * 0.9 / step) as usize).collect();
    let mut angle = -TAU / 4.0 - step * letters.len() as f32 / 2.0;
    for letter in letters {
        let run = set(&letter.to_string(), &style, rng);
        let slope = (angle + TAU / 4.0).tan();
        // The painter turns by less than a quarter: letters of the lower half are left out.
        if (angle + TAU / 4.0).cos() > 0.1 {
            let (x, y) = (centre.0 + angle.cos() * radius, centre.1 + angle.sin() * radius);
            c.painter.draw(
                &mut c.sheet.ink,
                &run,
                &style,
                &Baseline { x: x * c.scale, y: y * c.scale, slope, ..Baseline::default() },
            );
        }
        angle += step;
    }
}

/// A note by hand, or a tick, or a stroke in the margin.
pub(crate) fn note(c: &mut Composer<'_>, x: f32, y: f32, rng: &mut Rng) {
    let Some(face) = c.faces.choose(&[FaceClass::Hand], Wish::default(), rng) else {
        return;
    };
    if face.class() != FaceClass::Hand {
        return;
    }
    let size = rng.range(11.0, 22.0);
    let slope = rng.near_zero(0.12);
    let text = match rng.below(8) {
        0 => codes::date(rng),
        1 => rng
            .pick(&[
                "Vu", "ok", "à classer", "urgent", "copie à M. Petit", "voir dossier", "réponse le 12", "RAS",
                "à payer",
            ])
            .to_owned(),
        2 => codes::reference(rng),
        3 => codes::amount(rng),
        _ => {
            let n = rng.between(5, 28) as usize;
            c.running.fragment(n, rng)
        }
    };
    let strength = rng.between(120, 250) as u16;
    turned(c, x, y, &text, size, slope, strength, &face, rng);
}

/// A drawn logo: shapes in some grey, and a name beside it at times.
pub(crate) fn logo(c: &mut Composer<'_>, x: f32, y: f32, size: f32, rng: &mut Rng) {
    let mut shape = Shape::new();
    for _ in 0..rng.between(1, 4) {
        let p = (x + rng.unit() * size, y + rng.unit() * size);
        match rng.below(4) {
            0 => shape.disc(p, size * rng.range(0.15, 0.4)),
            1 => shape.ring(p, size * rng.range(0.2, 0.5), size * rng.range(0.2, 0.5), size * 0.06),
            2 => {
                let points: Vec<(f32, f32)> = (0..rng.between(3, 6))
                    .map(|i| {
                        let a = i as f32 * 1.2 + rng.unit();
                        (p.0 + a.cos() * size * 0.4, p.1 + a.sin() * size * 0.4)
                    })
                    .collect();
                shape.polygon(&points);
            }
            _ => shape.line(p, (p.0 + size * 0.6, p.1 + rng.range(-0.2, 0.2) * size), size * rng.range(0.05, 0.3)),
        }
    }
    c.shape(&shape, rng.between(90, 256) as u16);
}

/// A photograph: soft blobs, as grey on the paper.
pub(crate) fn photo(c: &mut Composer<'_>, x: f32, y: f32, w: f32, h: f32, rng: &mut Rng) {
    let s = c.scale;
    let (x0, y0) = ((x * s).max(0.0) as usize, (y * s).max(0.0) as usize);
    let (x1, y1) = (((x + w) * s) as usize, ((y + h) * s) as usize);
    let plane = &mut c.sheet.paper;
    let (x1, y1) = (x1.min(plane.width), y1.min(plane.height));
    if x1 <= x0 + 4 || y1 <= y0 + 4 {
        return;
    }
    let (pw, ph) = (x1 - x0, y1 - y0);
    let cell = (pw.min(ph) as f32 / rng.range(2.0, 6.0)).max(4.0);
    let coarse = crate::raster::noise::Field::random(pw, ph, cell, rng);
    let fine = crate::raster::noise::Field::random(pw, ph, cell / 4.0, rng);
    let (mut a, mut b) = (vec![0i16; pw], vec![0i16; pw]);
    let (mean, spread) = (rng.range(90.0, 170.0), rng.range(20.0, 60.0));
    for row in 0..ph {
        coarse.row(row, spread, mean, &mut a);
        fine.row(row, spread * 0.4, 0.0, &mut b);
        for ((p, u), v) in plane.row_mut(y0 + row)[x0..x1].iter_mut().zip(&a).zip(&b) {
            *p = (u + v).clamp(20, 235) as u8;
        }
    }
}

/// Bars of a bar code, or the squares of a matrix code.
pub(crate) fn code(c: &mut Composer<'_>, x: f32, y: f32, rng: &mut Rng) {
    let module = rng.range(0.75, 1.3);
    if rng.chance(0.5) {
        let height = rng.range(18.0, 45.0);
        let mut at = x;
        for _ in 0..rng.between(30, 60) {
            let bar = rng.between(1, 3) as f32 * module;
            c.rule(at + bar / 2.0, y, at + bar / 2.0, y + height, bar, 255);
            at += bar + rng.between(1, 3) as f32 * module;
        }
        return;
    }
    let n = rng.between(16, 33);
    for row in 0..n {
        for column in 0..n {
            let finder = |a: i64, b: i64| {
                a < 7 && b < 7 && (a == 0 || a == 6 || b == 0 || b == 6 || (2..5).contains(&a) && (2..5).contains(&b))
            };
            let quiet = |a: i64, b: i64| a < 8 && b < 8;
            let corners = [(row, column), (row, n - 1 - column), (n - 1 - row, column)];
            let dark = if corners.iter().any(|(a, b)| quiet(*a, *b)) {
                corners.iter().any(|(a, b)| finder(*a, *b))
            } else {
                rng.chance(0.5)
            };
            if dark {
                let (px, py) = (x + column as f32 * module, y + row as f32 * module);
                c.rule(px, py + module / 2.0, px + module, py + module / 2.0, module, 255);
            }
        }
    }
}

/// Holes, staples, a clip's shadow.
pub(crate) fn bindings(c: &mut Composer<'_>, rng: &mut Rng) {
    let s = c.scale;
    if rng.chance(0.12) {
        let x = rng.range(24.0, 36.0);
        let dark = rng.chance(0.6);
        let middle = c.height / 2.0 + rng.range(-20.0, 20.0);
        let offsets: &[f32] = if rng.chance(0.7) { &[-113.0, 113.0] } else { &[-340.0, -113.0, 113.0, 340.0] };
        for dy in offsets {
            let (cx, cy, r) = (x * s, (middle + dy) * s, 8.0 * s);
            let value = if dark { rng.between(0, 60) } else { rng.between(150, 215) } as u8;
            for py in (cy - r).max(0.0) as usize..((cy + r) as usize).min(c.sheet.paper.height) {
                let half = (r * r - (py as f32 - cy).powi(2)).max(0.0).sqrt();
                let (a, b) = ((cx - half) as i32, (cx + half) as i32);
                c.sheet.paper.fill_rect(a, py as i32, b, py as i32 + 1, value);
            }
        }
    }
    if rng.chance(0.08) {
        let (x, y) = (rng.range(12.0, 60.0), rng.range(12.0, 50.0));
        let mut shape = Shape::new();
        let a = rng.range(-0.8, 0.8);
        shape.line((x, y), (x + 34.0 * a.cos(), y + 34.0 * a.sin()), 1.3);
        c.shape(&shape, 220);
    }
}

/// Marks any page may have got on its way, over its text.
pub(crate) fn random(c: &mut Composer<'_>, rng: &mut Rng) {
    bindings(c, rng);
    if rng.chance(0.12) {
        let (x, y) = (rng.range(0.15, 0.85) * c.width, rng.range(0.1, 0.9) * c.height);
        stamp(c, x, y, rng);
    }
    if rng.chance(0.1) {
        let (x, y) = (rng.range(0.2, 0.8) * c.width, rng.range(0.03, 0.97) * c.height);
        note(c, x, y, rng);
    }
    if rng.chance(0.06) {
        // A pen stroke down the margin, or a ring round something.
        let mut shape = Shape::new();
        let (x, y) = (rng.range(0.03, 0.9) * c.width, rng.range(0.1, 0.7) * c.height);
        if rng.chance(0.5) {
            shape.pen(&[(x, y, 1.0), (x + rng.range(-4.0, 4.0), y + rng.range(20.0, 90.0), 1.0)]);
        } else {
            shape.ring((x, y), rng.range(15.0, 60.0), rng.range(6.0, 20.0), 0.9);
        }
        c.shape(&shape, rng.between(100, 230) as u16);
    }
}
