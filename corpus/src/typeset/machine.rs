//! A typewriter, or a worn press: every type bar has its own fault, and the hand is uneven.

use super::{Run, Style};
use crate::charset::{self, charset};
use crate::faces::face::FaceData;
use crate::rng::Rng;

/// The faults of one machine.
#[derive(Debug, Clone)]
pub(crate) struct Machine {
    /// Seed of the faults of each letter.
    seed: u64,
    /// How far type bars sit off, and how much single strokes stray, in em.
    fault: f32,
    stray: f32,
    /// How much the strength of strokes varies, 0..1.
    force: f32,
    /// Share of letters struck twice.
    double: f32,
    /// Share of letters typed over a wrong one.
    corrected: f32,
    /// The machine has no 1 and uses its small l within numbers.
    no_one: bool,
    /// Full strength of ink, of 256.
    strength: f32,
}

impl Machine {
    /// A typewriter between well-kept (`wear` 0) and worn (1).
    pub(crate) fn typewriter(wear: f32, rng: &mut Rng) -> Machine {
        Machine {
            seed: rng.u64(),
            fault: wear * rng.range(0.0, 0.045),
            stray: wear * rng.range(0.0, 0.02),
            force: wear * rng.range(0.05, 0.5),
            double: if rng.chance(0.15) { rng.range(0.0, 0.08) * wear } else { 0.0 },
            corrected: if rng.chance(0.12) { 0.02 } else { 0.0 },
            no_one: rng.chance(0.25),
            strength: rng.range(180.0, 256.0),
        }
    }

    /// Hand-set type: slight wobble, uneven inking.
    pub(crate) fn press(wear: f32, rng: &mut Rng) -> Machine {
        Machine {
            seed: rng.u64(),
            fault: wear * rng.range(0.0, 0.012),
            stray: wear * rng.range(0.0, 0.012),
            force: wear * rng.range(0.0, 0.25),
            double: 0.0,
            corrected: 0.0,
            no_one: false,
            strength: rng.range(215.0, 256.0),
        }
    }

    /// Moves the glyphs of a line and varies their ink.
    pub(crate) fn strike(&self, run: &mut Run, style: &Style, rng: &mut Rng) {
        let (em, face) = (style.em, style.face.data());
        if self.no_one {
            without_one(run, face);
        }
        let mut twice = Vec::new();
        for p in &mut run.placed {
            let mut own = Rng::stream(self.seed, u64::from(p.glyph));
            let (fx, fy, weight) = (own.normal(), own.normal(), own.normal());
            p.x += (fx * self.fault * 0.6 + rng.normal() * self.stray) * em;
            p.y += (fy * self.fault * 0.7 + rng.normal() * self.stray) * em;
            let mut force = 1.0 + (weight * 0.5 + rng.normal() * 0.5) * self.force;
            if rng.chance(self.force * 0.03) {
                force *= rng.range(0.35, 0.7);
            }
            p.strength = (self.strength * force).clamp(95.0, 300.0) as u16;
            if rng.chance(self.corrected) {
                let wrong = charset::position(char::from(b'a' + rng.below(26) as u8)).unwrap_or(0) as u16;
                twice.push(super::Placed { glyph: wrong, strength: p.strength / 3, ..*p });
            }
            if rng.chance(self.double) {
                let mut again = *p;
                again.x += rng.range(-0.08, 0.08) * em;
                again.strength /= 2;
                twice.push(again);
            }
        }
        run.placed.extend(twice);
    }
}

/// Old machines have no 1; within a number, where everyone reads a 1, the small l is struck.
fn without_one(run: &mut Run, face: &FaceData) {
    let (Some(one), Some(l)) = (charset::position('1'), charset::position('l')) else {
        return;
    };
    if face.glyphs[l].is_none() || !face.fixed_pitch {
        return;
    }
    let digit = |i: Option<&super::Placed>| i.is_some_and(|p| charset()[usize::from(p.glyph)].is_ascii_digit());
    let old = run.placed.clone();
    for (i, p) in run.placed.iter_mut().enumerate() {
        let near = digit(i.checked_sub(1).and_then(|j| old.get(j))) || digit(old.get(i + 1));
        if usize::from(p.glyph) == one && near {
            p.glyph = l as u16;
        }
    }
}
