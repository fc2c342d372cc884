//! How well the verdicts on a scan are told: precision and recall over pages that are given each fault in turn.
//!
//! ```text
//! cargo run --release -p liasse-corpus -- draw --pages 100 --seed 9102 --clean 1.0 --out out/verdict-report
//! cargo run --release -p liasse-imaging --example verdicts -- [--seed N] [--alarms] INDEX.jsonl...
//! ```
//!
//! Every page of each index (those of bar codes left out) is looked at as it is and with each fault once, of a random size
//! within the ranges that [`Damage`] gives. For each verdict: how many pages with its fault it finds (recall), on how many
//! pages it is spoken that do not have it (with another fault; and as they are), and the share of its alarms that is right
//! when fine pages and the faults are as frequent as here (precision). With `--alarms` every page that is judged as it is is
//! named with its measures: whether that is a false alarm, eyes must say.
//!
//! Text is cut off only on pages whose lines are known: drawn ones, which have them in `ID.json` beside them.

#![expect(clippy::print_stdout, reason = "a command that prints a table")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use liasse_geometry::{Point, Transform};
use liasse_imaging::{
    CpuSampler, Fault, GreyPyramid, Limits, PixelFormat, Raster, Region, Sampler, Source, Thresholds, Upright, examine,
};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::Value;

/// Skew beyond this, in degrees, is a fault: the server's default.
const MAX_SKEW: f32 = 10.0;

/// What is done to a page. Sizes are chosen as a person would call them faults, not as they are easy to find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Damage {
    None,
    /// All that is written goes; 3 to 9 % of it comes through from the back, mirrored; grain; two punch holes on pages of
    /// A4's width.
    Blank,
    /// Paper at a level of 35 to 75.
    Dark,
    /// Ink 22 to 38 levels from its paper, in the mean.
    Light,
    /// A Gaussian of 0.3 to 0.6 mm.
    Blur,
    /// Moved by 1 to 2 mm along the transport while the row was taken.
    Slip,
    /// Cut through at least eight lines at the left or right, or through a line at the top or bottom.
    Clip,
    /// Legs of 5 to 20 % of the shorter side, one at most 2.5 times the other, before a background of 15 to 70.
    Fold,
    /// Turned by 10.5 to 14.5 degrees.
    Skew,
    /// A third to a half of the image black.
    Border,
    /// Before black, a second sheet behind the page, as long: its sides 3 to 20 mm from the page's, further along by 15 to 60 mm,
    /// turned by up to 3 degrees against it.
    Double,
}

const DAMAGES: [Damage; 11] = [
    Damage::None,
    Damage::Blank,
    Damage::Dark,
    Damage::Light,
    Damage::Blur,
    Damage::Slip,
    Damage::Clip,
    Damage::Fold,
    Damage::Skew,
    Damage::Border,
    Damage::Double,
];

/// The verdicts that are counted, and the damages that deserve each.
const VERDICTS: [(&str, &[Damage]); 9] = [
    ("blank", &[Damage::Blank]),
    ("too dark", &[Damage::Dark]),
    ("too light", &[Damage::Light]),
    ("blurred", &[Damage::Blur, Damage::Slip]),
    ("clipped", &[Damage::Clip]),
    ("folded corner", &[Damage::Fold]),
    ("skewed", &[Damage::Skew]),
    ("black borders", &[Damage::Border]),
    ("double feed", &[Damage::Double]),
];

fn verdicts(upright: &Upright) -> Vec<&'static str> {
    let faults = Thresholds::default().faults(&upright.quality);
    let mut said: Vec<&str> = faults
        .iter()
        .map(|fault| match fault {
            Fault::Blank => "blank",
            Fault::TooDark => "too dark",
            Fault::TooLight => "too light",
            Fault::Blurred => "blurred",
            Fault::Clipped => "clipped",
            Fault::FoldedCorner => "folded corner",
            Fault::BlackBorders => "black borders",
            Fault::DoubleFeed => "double feed",
        })
        .collect();
    if upright.skew_degrees.abs() > MAX_SKEW && upright.skew_confidence >= 0.2 {
        said.push("skewed");
    }
    said
}

fn main() -> Result<(), Box<dyn Error>> {
    let (mut seed, mut alarms) = (7, false);
    let mut indices = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seed" => seed = arguments.next().ok_or("--seed needs a number")?.parse()?,
            "--alarms" => alarms = true,
            _ => indices.push(argument),
        }
    }
    for index in &indices {
        measure(Path::new(index), seed, alarms)?;
    }
    Ok(())
}

fn measure(index: &Path, seed: u64, alarms: bool) -> Result<(), Box<dyn Error>> {
    let folder = index.parent().unwrap_or(Path::new("."));
    let mut random = StdRng::seed_from_u64(seed);
    // How many pages had each damage, and on how many of them each verdict was spoken.
    let mut pages: BTreeMap<Damage, usize> = BTreeMap::new();
    let mut said: BTreeMap<(Damage, &str), usize> = BTreeMap::new();
    let mut blurs: BTreeMap<Damage, Vec<f32>> = BTreeMap::new();
    let mut times = Vec::new();
    for row in std::fs::read_to_string(index)?.lines() {
        let row: Value = serde_json::from_str(row)?;
        let (Some(id), Some(image)) = (row["id"].as_str(), row["image"].as_str()) else {
            return Err("a row without id or image".into());
        };
        if row["barcodes"].is_array() {
            continue;
        }
        let source = Source::open(std::fs::read(folder.join(image))?.into(), None, &Limits::default())?;
        let Ok(raster) = source.decode(0, PixelFormat::Grey8) else { continue };
        let page = GreyPyramid::new(raster)?;
        let lines = lines(&folder.join(format!("{id}.json")))?;
        let start = Instant::now();
        let fine = examine(&page);
        times.push(start.elapsed().as_secs_f64() * 1e3);
        for damage in DAMAGES {
            // A drawn page without text is blank, whatever it was meant to show; nothing can be done to it.
            if lines.as_ref().is_some_and(|lines| lines.len() < 4) {
                continue;
            }
            let Some(damaged) = damaged(&page, &fine, lines.as_deref(), damage, &mut random) else { continue };
            let found = if damage == Damage::None { fine } else { examine(&damaged) };
            *pages.entry(damage).or_default() += 1;
            blurs.entry(damage).or_default().push(found.quality.blur);
            let spoken = verdicts(&found);
            if alarms && damage == Damage::None && !spoken.is_empty() {
                println!("  {id}: {} {:?}", spoken.join(", "), found.quality);
            }
            for verdict in spoken {
                *said.entry((damage, verdict)).or_default() += 1;
            }
        }
    }
    let count = |damage: &Damage| pages.get(damage).copied().unwrap_or(0);
    println!("{}: {} pages", index.display(), count(&Damage::None));
    println!(
        "  {:<14} {:>8} {:>7} {:>16} {:>20} {:>10}",
        "verdict", "faulty", "found", "said of fine", "said of other faults", "precision"
    );
    for (verdict, own) in VERDICTS {
        let spoken = |damage: &Damage| said.get(&(*damage, verdict)).copied().unwrap_or(0);
        let (faulty, found): (usize, usize) = own.iter().fold((0, 0), |(a, b), d| (a + count(d), b + spoken(d)));
        let others: Vec<&Damage> = DAMAGES.iter().filter(|d| **d != Damage::None && !own.contains(d)).collect();
        let (of_others, on_others) = others.iter().fold((0, 0), |(a, b), d| (a + count(d), b + spoken(d)));
        let wrong = spoken(&Damage::None) + on_others;
        let precision = found as f64 / ((found + wrong) as f64).max(1.0);
        println!(
            "  {verdict:<14} {faulty:>8} {found:>7} {:>7} of {:>5} {on_others:>11} of {of_others:>5} {precision:>10.3}",
            spoken(&Damage::None),
            count(&Damage::None),
        );
    }
    for (damage, values) in &mut blurs {
        values.sort_by(f32::total_cmp);
        let at = |share: usize| values[(values.len() - 1) * share / 100];
        println!("  blur, {damage:?}: 5 % {:.3}, median {:.3}, 95 % {:.3}, most {:.3}", at(5), at(50), at(95), at(100));
    }
    times.sort_by(f64::total_cmp);
    println!("  examine: {:.1} ms in the median of the pages as they are", times.get(times.len() / 2).unwrap_or(&0.0));
    Ok(())
}

/// The boxes of a drawn page's lines: left, top, right, bottom. `None` where there is no such file.
fn lines(path: &Path) -> Result<Option<Vec<[f64; 4]>>, Box<dyn Error>> {
    let Ok(bytes) = std::fs::read(path) else { return Ok(None) };
    let truth: Value = serde_json::from_slice(&bytes)?;
    let mut boxes = Vec::new();
    for line in truth["lines"].as_array().into_iter().flatten() {
        let q: Vec<f64> = line["quad"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        let [x0, y0, x1, y1, x2, y2, x3, y3] = q[..] else { return Err("a line without a quadrilateral".into()) };
        boxes.push([x0.min(x3), y0.min(y1), x1.max(x2), y2.max(y3)]);
    }
    Ok(Some(boxes))
}

/// A page with a fault; `None` where it cannot be given it.
fn damaged(
    page: &GreyPyramid,
    fine: &Upright,
    lines: Option<&[[f64; 4]]>,
    damage: Damage,
    random: &mut StdRng,
) -> Option<GreyPyramid> {
    let (width, height) = (page.width() as usize, page.height() as usize);
    let mut data = page.raster().data().to_vec();
    let paper = fine.quality.paper_level;
    // Where the file does not say, the shorter side is A4's.
    let per_mm = page.raster().dpi().map_or(width.min(height) as f32 / 210.0, |dpi| dpi / 25.4);
    match damage {
        Damage::None => return Some(page.clone()),
        Damage::Blank => {
            let through = random.random_range(0.03..0.09);
            let original = data.clone();
            for (at, value) in data.iter_mut().enumerate() {
                let (x, y) = (at % width, at / width);
                let back = f32::from(original[y * width + width - 1 - x]);
                *value = (paper - (paper - back).max(0.0) * through + random.random_range(-4.0..4.0)).clamp(0.0, 255.0)
                    as u8;
            }
            let radius = if width as f32 > 190.0 * per_mm { 3.0 * per_mm } else { 0.0 };
            for hole in [0.36, 0.64] {
                let (cx, cy) = (12.0 * per_mm, height as f32 * hole);
                let rows = (cy - radius) as usize..((cy + radius) as usize).min(height);
                for y in rows {
                    for x in (cx - radius) as usize..((cx + radius) as usize).min(width) {
                        if (x as f32 - cx).hypot(y as f32 - cy) < radius {
                            data[y * width + x] = 30;
                        }
                    }
                }
            }
        }
        Damage::Dark => {
            let share = random.random_range(35.0..75.0) / paper;
            data.iter_mut().for_each(|value| *value = (f32::from(*value) * share) as u8);
        }
        Damage::Light => {
            let share = (random.random_range(22.0..38.0) / fine.quality.contrast.max(1.0)).min(1.0);
            data.iter_mut()
                .for_each(|value| *value = (paper - (paper - f32::from(*value)) * share).clamp(0.0, 255.0) as u8);
        }
        Damage::Blur => {
            // Three passes of a box of width w have a variance of 3 (w^2 - 1) / 12.
            let sigma = random.random_range(0.3..0.6) * per_mm;
            let radius = ((((4.0 * sigma * sigma + 1.0).sqrt() - 1.0) / 2.0).round() as usize).max(1);
            for _ in 0..3 {
                data = transposed(&boxed(&data, width, radius), width);
                data = transposed(&boxed(&data, height, radius), height);
            }
        }
        Damage::Slip => {
            let radius = ((random.random_range(0.5..1.0) * per_mm).round() as usize).max(1);
            data = transposed(&boxed(&transposed(&data, width), height, radius), height);
        }
        Damage::Clip => return clipped(page, lines?, random),
        Damage::Fold => {
            let shorter = width.min(height) as f32;
            let long: f32 = random.random_range(0.05..0.2);
            let short = random.random_range((long / 2.5).max(0.05)..=long);
            let (a, b) = if random.random() { (long, short) } else { (short, long) };
            let (a, b) = (a * shorter, b * shorter);
            let (right, bottom): (bool, bool) = (random.random(), random.random());
            let behind = random.random_range(15..70);
            for j in 0..b as usize {
                for i in 0..a as usize {
                    if i as f32 / a + (j as f32) / b < 1.0 {
                        let x = if right { width - 1 - i } else { i };
                        let y = if bottom { height - 1 - j } else { j };
                        data[y * width + x] = behind;
                    }
                }
            }
        }
        Damage::Skew => {
            let target = f64::from(random.random_range(10.5_f32..14.5)) * if random.random() { 1.0 } else { -1.0 };
            let turn = target - f64::from(fine.skew_degrees);
            // On a sheet that holds its corners, or text would be cut off.
            let (w, h) = (width as f64, height as f64);
            let (sin, cos) = turn.to_radians().sin_cos();
            let (wide, high) = ((w * cos + h * sin.abs()).ceil(), (h * cos + w * sin.abs()).ceil());
            let centre = Point::new(width as f32 / 2.0, height as f32 / 2.0);
            let to_page =
                Transform::translation((w - wide) / 2.0, (h - high) / 2.0).then(&Transform::rotation(-turn, centre));
            let region = Region { to_page, width: wide as u32, height: high as u32, background: paper as u8 };
            let image = CpuSampler.sample(page, &[region]).remove(0);
            return pyramid(page, image.width as usize, image.height as usize, image.data);
        }
        Damage::Double => return doubled(page, paper as u8, per_mm, random),
        Damage::Border => {
            let share = random.random_range(0.33..0.5);
            let (left, top) = (random.random_range(0.0..share), random.random_range(0.0..1.0_f64));
            // What the left and right leave is given to the top and bottom.
            let right: f64 = random.random_range(0.0..share - left);
            let rest = 1.0 - (1.0 - share) / (1.0 - left - right);
            let (above, below) = (rest * top, rest * (1.0 - top));
            let black = random.random_range(0..30);
            for (at, value) in data.iter_mut().enumerate() {
                let (x, y) = ((at % width) as f64 / width as f64, (at / width) as f64 / height as f64);
                if x < left || x > 1.0 - right || y < above || y > 1.0 - below {
                    *value = black;
                }
            }
        }
    }
    pyramid(page, width, height, data)
}

fn pyramid(like: &GreyPyramid, width: usize, height: usize, data: Vec<u8>) -> Option<GreyPyramid> {
    let raster = Raster::new(width as u32, height as u32, PixelFormat::Grey8, data, like.raster().dpi())?;
    GreyPyramid::new(raster).ok()
}

/// The page before black with another sheet behind it, turned by a degree at most.
fn doubled(page: &GreyPyramid, paper: u8, per_mm: f32, random: &mut StdRng) -> Option<GreyPyramid> {
    let (width, height) = (page.width() as f32, page.height() as f32);
    let around = (70.0 * per_mm).ceil();
    let (wide, high) = ((width + 2.0 * around) as usize, (height + 2.0 * around) as usize);
    let black = random.random_range(5..30);
    let front = Transform::translation(f64::from(around), f64::from(around)).then(&Transform::rotation(
        random.random_range(-1.0..1.0),
        Point::new(around + width / 2.0, around + height / 2.0),
    ));
    let region = Region { to_page: front.inverse()?, width: wide as u32, height: high as u32, background: black };
    let mut data = CpuSampler.sample(page, &[region]).remove(0).data;
    let mut side = || random.random_range(3.0..20.0) * per_mm * if random.random() { 1.0 } else { -1.0 };
    let (left, right) = (around + side(), around + width + side());
    let beyond: f32 = random.random_range(15.0..60.0) * per_mm;
    let beyond = beyond * if random.random() { 1.0 } else { -1.0 };
    let (top, bottom) = (around + beyond, around + height + beyond);
    let lean = random.random_range(-2.0_f64..2.0);
    let behind = Transform::rotation(-lean, Point::new(wide as f32 / 2.0, high as f32 / 2.0));
    let to_front = front.inverse()?;
    for (at, value) in data.iter_mut().enumerate() {
        let (x, y) = ((at % wide) as f64 + 0.5, (at / wide) as f64 + 0.5);
        let on_front = to_front.apply_f64(x, y);
        let in_front = (0.0..f64::from(width)).contains(&on_front.0) && (0.0..f64::from(height)).contains(&on_front.1);
        let (bx, by) = behind.apply_f64(x, y);
        let is_behind =
            (f64::from(left)..f64::from(right)).contains(&bx) && (f64::from(top)..f64::from(bottom)).contains(&by);
        if !in_front && is_behind {
            *value = paper;
        }
    }
    // A scanner cuts the image to what it sees, with a little of its black around.
    let dark = |value: &u8| *value < black + 10;
    let spare = (5.0 * per_mm) as usize;
    let row_seen = |y: &usize| !data[y * wide..(y + 1) * wide].iter().all(dark);
    let column_seen = |x: &usize| !data.iter().skip(*x).step_by(wide).all(dark);
    let (first, last) = ((0..high).find(row_seen)?.saturating_sub(spare), (0..high).rfind(row_seen)? + spare);
    let (left, right) = ((0..wide).find(column_seen)?.saturating_sub(spare), (0..wide).rfind(column_seen)? + spare);
    let (last, right) = (last.min(high), right.min(wide));
    let rows = data.chunks_exact(wide).take(last).skip(first);
    let cut: Vec<u8> = rows.flat_map(|row| row[left..right].iter().copied()).collect();
    pyramid(page, right - left, last - first, cut)
}

/// The page without a strip whose edge goes through letters: of eight lines at a side, or of one at an end.
fn clipped(page: &GreyPyramid, lines: &[[f64; 4]], random: &mut StdRng) -> Option<GreyPyramid> {
    let (width, height) = (page.width() as usize, page.height() as usize);
    let long: Vec<&[f64; 4]> = lines.iter().filter(|l| l[2] - l[0] > 8.0 * (l[3] - l[1])).collect();
    // A side is cut where at least eight lines are met, a line's height and more within each of them.
    let through = |x: f64| long.iter().filter(|l| l[0] + (l[3] - l[1]) < x && x < l[2] - (l[3] - l[1])).count();
    let side: u32 = random.random_range(0..3);
    let (x0, y0, x1, y1) = if side < 2 && long.len() >= 8 {
        let candidates: Vec<f64> =
            (1..100).map(|p| f64::from(p) / 100.0 * width as f64).filter(|x| through(*x) >= 8).collect();
        let cut = if side == 0 { *candidates.first()? } else { *candidates.last()? } as usize;
        if side == 0 { (cut, 0, width, height) } else { (0, 0, cut, height) }
    } else {
        // The first or the last long line, at half its height.
        let middle = |l: &&&[f64; 4]| (l[1] + l[3]) / 2.0;
        let top: bool = random.random();
        let line = if top {
            long.iter().min_by(|a, b| middle(a).total_cmp(&middle(b)))?
        } else {
            long.iter().max_by(|a, b| middle(a).total_cmp(&middle(b)))?
        };
        let cut = ((line[1] + line[3]) / 2.0) as usize;
        if top { (0, cut, width, height) } else { (0, 0, width, cut) }
    };
    let rows = page.raster().data().chunks_exact(width).skip(y0).take(y1 - y0);
    let data: Vec<u8> = rows.flat_map(|row| row[x0..x1].iter().copied()).collect();
    pyramid(page, x1 - x0, y1 - y0, data)
}

/// The mean of each pixel and its `radius` neighbours to either side along a row.
fn boxed(data: &[u8], width: usize, radius: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    for row in data.chunks_exact(width) {
        let at = |x: isize| u32::from(row[x.clamp(0, width as isize - 1) as usize]);
        let (radius, size) = (radius as isize, 2 * radius as u32 + 1);
        let mut sum: u32 = (-radius..=radius).map(at).sum();
        for x in 0..width as isize {
            out.push(((sum + size / 2) / size) as u8);
            sum += at(x + radius + 1);
            sum -= at(x - radius);
        }
    }
    out
}

fn transposed(data: &[u8], width: usize) -> Vec<u8> {
    let height = data.len() / width;
    (0..data.len()).map(|at| data[at % height * width + at / height]).collect()
}
