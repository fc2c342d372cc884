//! What printing, paper, age, copying and scanning do to a drawing. The same code serves strips and whole pages.
//!
//! [`Sheet`] is what was drawn, [`Clutter`] what else is on it, [`Recipe`] what happens to it: printed, then scanned. Nothing here moves a
//! pixel: skew and warp belong to whoever draws.

mod clutter;
mod ink;
mod jpeg;
mod levels;
mod output;
mod paper;
mod recipe;

use crate::raster::Plane;
pub(crate) use clutter::Clutter;
pub(crate) use levels::raise;
pub(crate) use recipe::{Era, Recipe, Severity};

/// A drawing before it is printed: three planes of one size.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    /// What is behind the ink: 255 is bare paper.
    pub(crate) paper: Plane,
    /// How much ink lies where.
    pub(crate) ink: Plane,
    /// The grey of the ink where it is not the recipe's own, relative to it: 0 is the recipe's ink, 255 bare paper.
    pub(crate) tone: Option<Plane>,
}

impl Sheet {
    pub(crate) fn new(width: usize, height: usize) -> Sheet {
        Sheet { paper: Plane::new(width, height, 255), ink: Plane::new(width, height, 0), tone: None }
    }

    /// Gives the ink in a rectangle another grey (0 the usual ink, 255 paper).
    pub(crate) fn tint(&mut self, x0: i32, y0: i32, x1: i32, y1: i32, value: u8) {
        let (w, h) = (self.ink.width, self.ink.height);
        self.tone.get_or_insert_with(|| Plane::new(w, h, 0)).fill_rect(x0, y0, x1, y1, value);
    }
}
