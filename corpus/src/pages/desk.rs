//! A composer, the faces of a document and its random stream together, with the short forms the layouts are written in.

use super::compose::{Align, Composer, Fonts, Manner, Type};
use crate::rng::Rng;

/// What a layout works at.
pub(crate) struct Desk<'c, 'a> {
    pub(crate) c: &'c mut Composer<'a>,
    pub(crate) fonts: Fonts,
    pub(crate) rng: Rng,
    /// Margins: left, top, right, bottom, in points from the edges.
    pub(crate) margins: [f32; 4],
    /// Baseline to baseline of running text.
    pub(crate) leading: f32,
}

impl Desk<'_, '_> {
    /// Size of the body type.
    pub(crate) fn size(&self) -> f32 {
        self.fonts.body.size
    }

    /// Left edge of the text.
    pub(crate) fn x0(&self) -> f32 {
        self.margins[0]
    }

    /// Right edge of the text.
    pub(crate) fn x1(&self) -> f32 {
        self.c.width - self.margins[2]
    }

    /// Lowest baseline of the text.
    pub(crate) fn bottom(&self) -> f32 {
        self.c.height - self.margins[3]
    }

    pub(crate) fn left(&mut self, x: f32, y: f32, text: &str, t: &Type) -> f32 {
        self.c.text(x, y, text, t, Align::Left, &mut self.rng)
    }

    pub(crate) fn right(&mut self, x: f32, y: f32, text: &str, t: &Type) -> f32 {
        self.c.text(x, y, text, t, Align::Right, &mut self.rng)
    }

    pub(crate) fn centre(&mut self, x: f32, y: f32, text: &str, t: &Type) -> f32 {
        self.c.text(x, y, text, t, Align::Centre, &mut self.rng)
    }

    /// Left-aligned lines under one another; returns the next baseline.
    pub(crate) fn block(&mut self, x: f32, y: f32, lines: &[String], t: &Type, leading: f32) -> f32 {
        for (i, line) in lines.iter().enumerate() {
            self.left(x, y + i as f32 * leading, line, t);
        }
        y + lines.len() as f32 * leading
    }

    pub(crate) fn value(&mut self, name: &'static str, x: f32, y: f32, text: &str, t: &Type) -> f32 {
        self.c.value(name, x, y, text, t, Align::Left, &mut self.rng)
    }

    pub(crate) fn value_right(&mut self, name: &'static str, x: f32, y: f32, text: &str, t: &Type) -> f32 {
        self.c.value(name, x, y, text, t, Align::Right, &mut self.rng)
    }

    /// A label and after it, on the same row, its value at `at`.
    #[expect(clippy::too_many_arguments, reason = "a place, a text and its looks")]
    pub(crate) fn labelled(
        &mut self,
        name: &'static str,
        x: f32,
        at: f32,
        y: f32,
        label: &str,
        text: &str,
        types: (&Type, &Type),
    ) {
        let rng = &mut self.rng;
        self.c.row(|c| {
            let width = c.text(x, y, label, types.0, Align::Left, rng);
            let from = at.max(x + width + types.1.size * 0.3);
            c.value(name, from, y, text, types.1, Align::Left, rng);
        });
    }

    #[expect(clippy::too_many_arguments, reason = "a place, a text and its looks")]
    pub(crate) fn paragraph(
        &mut self,
        x: f32,
        y: f32,
        width: f32,
        text: &str,
        t: &Type,
        leading: f32,
        manner: Manner,
    ) -> f32 {
        let room = self.bottom();
        self.c.paragraph(x, y, width, text, t, leading, manner, room, &mut self.rng)
    }

    /// About `length` characters of running text, ended like a sentence.
    pub(crate) fn prose(&mut self, length: usize) -> String {
        let mut out = String::new();
        let mut count = 0;
        while count < length {
            let n = self.rng.between(40, 160) as usize;
            let piece = self.c.running.fragment(n.min(length - count + 20), &mut self.rng);
            count += piece.chars().count() + 2;
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(piece.trim_end_matches([',', ';', ':', '.', ' ']));
            out.push('.');
        }
        out
    }

    /// A few words.
    pub(crate) fn phrase(&mut self, length: usize) -> String {
        self.c.running.fragment(length, &mut self.rng)
    }

    pub(crate) fn rule(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, thickness: f32) {
        self.c.rule(x0, y0, x1, y1, thickness, 255);
    }
}
