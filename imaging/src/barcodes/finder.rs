//! Where on a page codes may be.
//!
//! Responsible for a few rectangles that hold every code and, on a page of text, hardly anything else. Looks at the
//! gradients of a reduced level in tiles: bars change along one direction only, dense codes change a lot along both and are
//! about half dark. Most text does neither: its strokes run in all directions, and much of it is paper. Heavy type is told by the bare
//! paper between its lines.

use super::tiles::{Component, TILE, Texture, connected, in_blocks, textures};
use crate::GreyPyramid;
use crate::pyramid::Level;

/// The level with at most this many pixels is looked at: about 150 dpi of an A4 page.
const MAX_PIXELS: usize = 2_500_000;
/// An image of no more pixels than this is looked at as a whole too: it may be the photo of a single code.
const SMALL: usize = 600_000;
/// Share of a likely code that is dark (darker than halfway between its ink and its paper), dense or in bars. Of 152 dense ones that
/// were read among photos and stamped pages it was 0.34 to 0.59, of 231 in bars 0.27 to 0.54, but for one on a dark ground and two beside
/// something else; a word of heavy type and a table have less, light type on a dark band more.
const LIKELY_DENSE: std::ops::RangeInclusive<f32> = 0.32..=0.62;
const LIKELY_BARS: std::ops::RangeInclusive<f32> = 0.25..=0.85;
/// A dense one's grey changes along rows and columns alike, the one at least so much of the other; a stacked code's, and that of bars,
/// changes along one much more, so much of that at most.
const LIKELY_EVEN: f32 = 0.76;
const LIKELY_ONE_WAY: f32 = 0.4;
/// Lines of text are looked for in strips of so many tiles, along which a few degrees of skew do not matter.
const STRIP: usize = 4;
/// Of the ink that there may be, a row between two lines of text has at most this share...
const BARE: f32 = 0.12;
/// ...and of the rows of text this share is so, at least.
const LEAST_BARE: f32 = 0.1;
/// ...in so many places.
const LEAST_GAPS: usize = 2;
/// Pixels that tell a likely place's direction, another's, and how likely a place is, about.
const DIRECTION_PIXELS: usize = 100_000;
const UNLIKELY_DIRECTION_PIXELS: usize = 40_000;
const LIKENESS_PIXELS: usize = 20_000;
/// Candidates of one page at most, the likeliest first.
const MOST: usize = 12;
/// And places where a stacked one may be, each so many tiles long at least: two columns of 17 modules, and what begins and ends them.
const MOST_STACKED: usize = 3;
const LEAST_STACKED: usize = 6;

/// What a candidate may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Bars; turned by `degrees` counter-clockwise they stand upright in what is read.
    Bars { degrees: f64 },
    /// A dense code of squares, or a stacked one.
    Dense,
    /// A stacked code.
    Stacked,
    /// Anything.
    Whole,
}

/// How much speaks for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is as dark and changes as much along rows and columns as codes of its kind do.
    Likely,
    /// So it does, but is small, ragged, or stands alone only where what hangs on to it is left out.
    Weak,
    /// It does not.
    Unlikely,
}

/// A place to look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) kind: Kind,
    pub(super) standing: Standing,
    /// Left, top, right and bottom in pixels of the page, with room for the quiet zone.
    pub(super) region: (f32, f32, f32, f32),
}

/// The candidates of a page.
pub(super) fn candidates(page: &GreyPyramid) -> Vec<Candidate> {
    let index = (0..=page.last_level()).find(|i| page.level(*i).data.len() <= MAX_PIXELS).unwrap_or(page.last_level());
    let level = page.level(index);
    let scale = (1u32 << index) as f32;
    let (columns, rows) = (level.width / TILE, level.height / TILE);
    let textures = textures(&level, columns, rows);
    let mut components: Vec<(Component, bool)> = Vec::new();
    let mut keep = |found: Vec<Component>, weak: bool| {
        for component in found {
            if let Some(sure) = component.may_be_code(&textures, columns)
                && !components.iter().any(|(known, _)| known.is_at(&component))
            {
                components.push((component, weak || !sure));
            }
        }
    };
    for texture in [Texture::Upright, Texture::Lying, Texture::Dense] {
        keep(connected(&textures, columns, texture), false);
        // What hangs on to something else by a tile's width stands alone too.
        keep(connected(&in_blocks(&textures, columns, texture, |tile| tile == texture), columns, texture), true);
    }
    components.sort_by_key(|(c, _)| std::cmp::Reverse(c.count));
    let mut places: Vec<(&Component, Standing, f32)> = components
        .iter()
        .filter_map(|(c, weak)| match (likeness(&level, c), *weak) {
            (Some(likeness), false) => Some((c, Standing::Likely, 1.0 + likeness)),
            (Some(likeness), true) => Some((c, Standing::Weak, likeness)),
            (None, false) => Some((c, Standing::Unlikely, 0.0)),
            (None, true) => None,
        })
        .collect();
    // The likeliest come first, the weak ones after the others; those that are not likely at the end, the largest first.
    places.sort_by(|(.., a), (.., b)| b.total_cmp(a));
    let mut found: Vec<Candidate> = places
        .into_iter()
        .filter(|(c, ..)| !(c.texture == Texture::Dense && is_text(&level, c)))
        .take(MOST)
        .map(|(c, standing, _)| {
            let kind = match c.texture {
                Texture::Upright | Texture::Lying => {
                    let likely = standing != Standing::Unlikely;
                    let most = if likely { DIRECTION_PIXELS } else { UNLIKELY_DIRECTION_PIXELS };
                    Kind::Bars { degrees: direction(&level, c, most) }
                }
                _ => Kind::Dense,
            };
            Candidate { kind, standing, region: c.region(page, scale) }
        })
        .collect();
    // A stacked code is dense here and in bars there, and bare between the bars that begin and end it.
    let mixed = in_blocks(&textures, columns, Texture::Mixed, |tile| tile != Texture::None);
    let mut mixed = connected(&mixed, columns, Texture::Mixed);
    mixed.retain(|c| {
        (c.right - c.left).max(c.bottom - c.top) >= LEAST_STACKED && c.may_be_code(&textures, columns).is_some()
    });
    mixed.sort_by_key(|c| std::cmp::Reverse(c.count));
    found.extend(mixed.iter().take(MOST_STACKED).map(|c| Candidate {
        kind: Kind::Stacked,
        standing: Standing::Weak,
        region: c.region(page, scale),
    }));
    if page.raster().data().len() <= SMALL {
        found.push(Candidate {
            kind: Kind::Whole,
            standing: Standing::Likely,
            region: (0.0, 0.0, page.width() as f32, page.height() as f32),
        });
    }
    found
}

/// Whether a dense place is text, standing or lying: bare paper between its lines, which runs through no code.
fn is_text(level: &Level<'_>, component: &Component) -> bool {
    let (left, right) = (component.left * TILE, component.right * TILE);
    let (top, bottom) = (component.top * TILE, component.bottom * TILE);
    // As even as can be: in one of a few pixels' width much is bare by chance.
    let strips = |from: usize, to: usize| {
        let count = ((to - from) / (STRIP * TILE)).max(1);
        (0..count).map(move |strip| from + (to - from) * strip / count..from + (to - from) * (strip + 1) / count)
    };
    let mean = |sum: u32, count: usize| sum as f32 / count as f32;
    let rows = strips(left, right).map(|strip| {
        let row = |y: usize| level.data[y * level.width..][strip.clone()].iter().map(|v| u32::from(*v)).sum();
        (top..bottom).map(|y| mean(row(y), strip.len())).collect()
    });
    let columns = strips(top, bottom).map(|strip| {
        let mut sums = vec![0u32; right - left];
        for y in strip.clone() {
            let row = &level.data[y * level.width..][left..right];
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += u32::from(*value));
        }
        sums.into_iter().map(|sum| mean(sum, strip.len())).collect()
    });
    let pixels = (top..bottom).flat_map(|y| &level.data[y * level.width..][left..right]);
    let (ink, paper) = pixels.fold((u8::MAX, 0), |(ink, paper), value| (ink.min(*value), paper.max(*value)));
    let bare = f32::from(paper) - BARE * f32::from(paper - ink);
    is_parted(rows, bare) || is_parted(columns, bare)
}

/// Whether in half of the strips or more enough of what lies between the first ink and the last is bare, in several places: lines
/// come again and again, a gap between two codes or beside a code's caption does not.
fn is_parted(strips: impl Iterator<Item = Vec<f32>>, bare: f32) -> bool {
    let (mut parted, mut all) = (0, 0);
    for levels in strips {
        let inked = |level: &f32| *level < bare;
        let (Some(first), Some(last)) = (levels.iter().position(inked), levels.iter().rposition(inked)) else {
            continue;
        };
        let gaps = || levels[first..=last].chunk_by(|a, b| inked(a) == inked(b)).filter(|run| !inked(&run[0]));
        let bare: usize = gaps().map(<[f32]>::len).sum();
        all += 1;
        parted += usize::from(gaps().count() >= LEAST_GAPS && bare as f32 >= LEAST_BARE * (last + 1 - first) as f32);
    }
    2 * parted >= all.max(1)
}

/// How much a place looks like a code, 0 to 1: as dark as one, the more its grey changes along one way or along both as that of a code
/// of its kind does. `None` where it does not look like one.
fn likeness(level: &Level<'_>, component: &Component) -> Option<f32> {
    let (left, right) = (component.left * TILE, (component.right * TILE).min(level.width - 1));
    let (top, bottom) = (component.top * TILE, (component.bottom * TILE).min(level.height - 1));
    let mut counts = [0usize; 256];
    let (mut across, mut down) = (0u64, 0u64);
    for y in (top..bottom).step_by(((right - left) * (bottom - top) / LIKENESS_PIXELS).max(1)) {
        let row = &level.data[y * level.width..][left..=right];
        let below = &level.data[(y + 1) * level.width..][left..right];
        row[..right - left].iter().for_each(|value| counts[usize::from(*value)] += 1);
        across += change(row, &row[1..]);
        down += change(row, below);
    }
    let all: usize = counts.iter().sum();
    // The grey below which such a share of the pixels lies: a twentieth at either end may be specks.
    let level_of = |share: usize| {
        let mut below = 0;
        counts.iter().position(|count| {
            below += count;
            below > all * share / 20
        })
    };
    let (ink, paper) = (level_of(1)?, level_of(19)?);
    let dark = counts[..usize::midpoint(ink, paper)].iter().sum::<usize>() as f32 / all as f32;
    let even = across.min(down) as f32 / across.max(down).max(1) as f32;
    let one_way = even <= LIKELY_ONE_WAY;
    if component.texture == Texture::Dense {
        (LIKELY_DENSE.contains(&dark) && (one_way || even >= LIKELY_EVEN)).then_some(even.max(1.0 - even))
    } else {
        (LIKELY_BARS.contains(&dark) && one_way).then_some(1.0 - even)
    }
}

/// By how much the values of two rows differ, in all.
fn change(row: &[u8], other: &[u8]) -> u64 {
    row.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(*b))).sum::<u32>().into()
}

/// The middle of a range, so much of it at most and a tile at least.
fn middle(from: usize, to: usize, most: usize) -> (usize, usize) {
    let left_out = (to - from).saturating_sub(most.max(TILE));
    (from + left_out / 2, to - left_out.div_ceil(2))
}

/// By how many degrees the bars' reading direction is turned, counter-clockwise: from the structure tensor of the
/// component (the direction along which grey values change), -45 to 45 for standing bars, 45 to 135 for lying ones. `most`: about so
/// many pixels tell it.
fn direction(level: &Level<'_>, component: &Component, most: usize) -> f64 {
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    let (left, right) = (component.left * TILE, (component.right * TILE).min(level.width - 1));
    let (top, bottom) = (component.top * TILE, (component.bottom * TILE).min(level.height - 1));
    // Of a large one the middle of the bars is enough: across them none is left out.
    let (left, right, top, bottom) = match component.texture {
        Texture::Lying => {
            let (from, to) = middle(left, right, most / (bottom - top).max(1));
            (from, to, top, bottom)
        }
        _ => {
            let (from, to) = middle(top, bottom, most / (right - left).max(1));
            (left, right, from, to)
        }
    };
    for y in top..bottom {
        let row = &level.data[y * level.width..][left..=right];
        let below = &level.data[(y + 1) * level.width..][left..=right];
        // A row's sums fit: 2 · 255 squared, for as many pixels as a row has.
        let mut sums = [0i64; 3];
        for (upper, lower) in row.windows(2).zip(below.windows(2)) {
            // Both differences about the same point, the corner that four pixels share.
            let (a, b) = (i32::from(upper[0]), i32::from(upper[1]));
            let (c, d) = (i32::from(lower[0]), i32::from(lower[1]));
            let (dx, dy) = (b + d - a - c, c + d - a - b);
            sums[0] += i64::from(dx * dx);
            sums[1] += i64::from(dy * dy);
            sums[2] += i64::from(dx * dy);
        }
        xx += sums[0] as f64;
        yy += sums[1] as f64;
        xy += sums[2] as f64;
    }
    // y is down: a direction that falls to the right is a clockwise one.
    let degrees = -(0.5 * (2.0 * xy).atan2(xx - yy)).to_degrees();
    if component.texture == Texture::Lying && degrees < 0.0 { degrees + 180.0 } else { degrees }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PixelFormat, Raster};

    const SIDE: usize = 400;

    fn dense_places(dark: impl Fn(usize, usize) -> bool) -> usize {
        dense(dark).len()
    }

    /// How much speaks for each dense place of a page.
    fn dense(dark: impl Fn(usize, usize) -> bool) -> Vec<Standing> {
        let data = (0..SIDE * SIDE).map(|at| if dark(at % SIDE, at / SIDE) { 20 } else { 235 }).collect();
        let page = Raster::new(SIDE as u32, SIDE as u32, PixelFormat::Grey8, data, None).unwrap();
        let found = candidates(&GreyPyramid::new(page).unwrap());
        found.iter().filter(|c| c.kind == Kind::Dense).map(|c| c.standing).collect()
    }

    /// Dark or light by chance, the same each time.
    fn by_chance(x: usize, y: usize) -> bool {
        ((x * 73_856_093) ^ (y * 19_349_663)).wrapping_mul(2_654_435_761) >> 16 & 1 == 1
    }

    #[test]
    fn a_small_code_is_a_place_to_look_at_and_heavy_type_is_not() {
        // Sixteen modules of 5 pixels each way, and twenty of 4.
        for module in [5, 4] {
            let inside = |x: usize, y: usize| (160..240).contains(&x) && (160..240).contains(&y);
            let code = |x, y| inside(x, y) && by_chance(x / module, y / module);
            assert_eq!(dense_places(code), 1, "{module}");
        }
        let block = |x: usize, y: usize| (96..304).contains(&x) && (96..304).contains(&y);
        let lines = |x: usize, y: usize| block(x, y) && y % 20 < 15 && by_chance(x / 5, y / 5);
        assert_eq!(dense_places(lines), 0);
        assert_eq!(dense_places(|x, y| lines(y, x)), 0);
    }

    #[test]
    fn bars_that_something_hangs_on_to_are_a_place_of_their_own() {
        let within = |x: usize, y: usize, (left, top, right, bottom): (usize, usize, usize, usize)| {
            (left..right).contains(&x) && (top..bottom).contains(&y)
        };
        // Strokes beside the bars and below them, a tile wide: the rectangle around all that touches is nearly empty.
        let places = [(160, 160, 320, 256), (0, 160, 400, 176), (164, 256, 176, 400)];
        let page = |places: &[(usize, usize, usize, usize)]| {
            let dark =
                |x: usize, y: usize| (x / 4).is_multiple_of(2) && places.iter().any(|place| within(x, y, *place));
            let data = (0..SIDE * SIDE).map(|at| if dark(at % SIDE, at / SIDE) { 20 } else { 235 }).collect();
            let raster = Raster::new(SIDE as u32, SIDE as u32, PixelFormat::Grey8, data, None).unwrap();
            candidates(&GreyPyramid::new(raster).unwrap())
        };
        let bars = |found: &[Candidate]| {
            let bars = found.iter().filter(|c| matches!(c.kind, Kind::Bars { .. }));
            bars.map(|c| (c.standing, c.region.1, c.region.3)).collect::<Vec<_>>()
        };
        assert_eq!(bars(&page(&places[..1])), [(Standing::Likely, 160.0, 256.0)]);
        assert_eq!(bars(&page(&places)), [(Standing::Weak, 160.0, 256.0)]);
    }

    #[test]
    fn what_is_half_dark_and_changes_both_ways_is_likely() {
        let inside = |x: usize, y: usize| (160..240).contains(&x) && (160..240).contains(&y);
        assert_eq!(dense(|x, y| inside(x, y) && by_chance(x / 5, y / 5)), [Standing::Likely]);
        // Light specks on a dark ground.
        let specks = |x: usize, y: usize| !(by_chance(x / 5, y / 5) && by_chance(y / 5, x / 5));
        assert_eq!(dense(|x, y| inside(x, y) && specks(x, y)), [Standing::Unlikely]);
    }
}
