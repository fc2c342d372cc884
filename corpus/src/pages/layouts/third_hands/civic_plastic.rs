//! A card or a leaf of an identity paper as a copy of it lies on a sheet: its ground, its rows in millimetres, its zone.

use super::super::facts::fitting;
use super::civic_kit::{Cut, cut, even};
use crate::pages::compose::Fonts;
use crate::pages::desk::Desk;
use crate::pages::marks;

/// Points to the millimetre.
pub(super) const MM: f32 = 72.0 / 25.4;

/// Sizes in millimetres: of bank cards, of the older identity card, of a passport's page.
pub(super) const ID1: (f32, f32) = (85.6, 54.0);
pub(super) const ID2: (f32, f32) = (105.0, 74.0);
pub(super) const ID3: (f32, f32) = (125.0, 88.0);

/// A card on the sheet.
pub(super) struct Plastic {
    x: f32,
    y: f32,
    /// Points to a millimetre of the card, larger where the copy is.
    unit: f32,
    fonts: Fonts,
}

impl Plastic {
    /// With its upper left corner at a place in points, enlarged `k` times.
    pub(super) fn lay(d: &mut Desk<'_, '_>, (x, y): (f32, f32), (w, h): (f32, f32), k: f32) -> Plastic {
        let unit = MM * k;
        let grey = d.rng.between(218, 252) as u8;
        d.c.fill(x, y, x + w * unit, y + h * unit, grey);
        if d.rng.chance(0.7) {
            d.c.frame(x, y, x + w * unit, y + h * unit, 0.5);
        }
        Plastic { x, y, unit, fonts: d.fonts.clone() }
    }

    /// A text with its baseline at a place in millimetres, narrowed to `room` millimetres; a field where `name` is not empty.
    pub(super) fn put(
        &self,
        d: &mut Desk<'_, '_>,
        (x, y): (f32, f32),
        text: &str,
        (which, size): (Cut, f32),
        room: f32,
        name: &'static str,
    ) {
        let t = cut(&self.fonts, which, size * self.unit / MM);
        let t = fitting(d, text, &t, room * self.unit);
        d.value(name, self.x + x * self.unit, self.y + y * self.unit, text, &t);
    }

    /// A small label over its value.
    pub(super) fn over(
        &self,
        d: &mut Desk<'_, '_>,
        (x, y): (f32, f32),
        label: &str,
        text: &str,
        room: f32,
        name: &'static str,
    ) {
        self.put(d, (x, y), label, (Cut::Plain, 4.6), room, "");
        self.put(d, (x, y + 3.2), text, (Cut::Bold, 7.2), room, name);
    }

    pub(super) fn photo(&self, d: &mut Desk<'_, '_>, (x, y): (f32, f32), (w, h): (f32, f32)) {
        let u = self.unit;
        marks::photo(d.c, self.x + x * u, self.y + y * u, w * u, h * u, &mut d.rng);
    }

    pub(super) fn signature(&self, d: &mut Desk<'_, '_>, (x, y): (f32, f32), width: f32) {
        let u = self.unit;
        marks::signature(d.c, self.x + x * u, self.y + y * u, width * u, &mut d.rng);
    }

    /// A band of another grey.
    pub(super) fn band(&self, d: &mut Desk<'_, '_>, (x, y): (f32, f32), (w, h): (f32, f32), grey: u8) {
        let u = self.unit;
        d.c.fill(self.x + x * u, self.y + y * u, self.x + (x + w) * u, self.y + (y + h) * u, grey);
    }

    /// The lines of a machine-readable zone, `room` millimetres wide.
    pub(super) fn zone(&self, d: &mut Desk<'_, '_>, (x, y): (f32, f32), lines: &[String], room: f32) {
        let t = even(d, 10.0);
        let widest = lines.iter().map(|l| d.c.measure(l, &t, &mut d.rng)).fold(1.0f32, f32::max);
        let t = t.sized((10.0 * room * self.unit / widest).min(4.2 * self.unit));
        for (index, line) in lines.iter().enumerate() {
            let y = self.y + (y + index as f32 * 4.6) * self.unit;
            d.value("mrz", self.x + x * self.unit, y, line, &t);
        }
    }
}

/// Where front and back lie on a whole sheet, and how much larger than they are.
pub(super) fn pairs(d: &mut Desk<'_, '_>, (w, h): (f32, f32)) -> ((f32, f32), (f32, f32), f32) {
    let k = d.rng.choose(&[1.0, 1.0, 1.0, 1.2, 1.41]);
    let k = if w * MM * k > d.c.width - 50.0 { 1.0 } else { k };
    let (w, h) = (w * MM * k, h * MM * k);
    let beside = 2.0 * w + 40.0 < d.c.width && d.rng.chance(0.3);
    let x = d.rng.range(20.0, (d.c.width - if beside { 2.0 * w + 20.0 } else { w } - 20.0).max(21.0));
    let y = d.rng.range(30.0, 170.0);
    let gap = d.rng.range(8.0, 90.0);
    let other = if beside { (x + w + 15.0, y) } else { (x + d.rng.range(-12.0, 12.0).max(8.0 - x), y + h + gap) };
    ((x, y), other, k)
}
