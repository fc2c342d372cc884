//! How well skew is measured, on drawn and on real pages, and how long it takes.
//!
//! ```text
//! cargo run --release -p liasse-corpus -- draw --pages 240 --seed 9002 --out out/skew
//! cargo run --release -p liasse-imaging --example skew -- [--turns N] [--worst N] [--other FILE] INDEX.jsonl...
//! ```
//!
//! Every page of each index is measured as it is and turned by N random angles (2 unless told), chosen so that its content
//! ends up anywhere within 15 degrees. What a measurement is held against:
//!
//! - drawn pages, which have their lines in a file `ID.json` beside them: the direction of the lines. Pages whose lines
//!   bend or fan out (waves, perspective) are told apart, since they have no one direction to measure to hundredths of a
//!   degree;
//! - others: the page's own measurement as it is, plus the turn. A page in which nothing was believed as it is counts as
//!   straight.
//!
//! Errors are those of the skew that a caller would straighten by, which is 0 where nothing is believed. Pages that bear
//! fewer than two lines are left out.
//!
//! `--other FILE` holds what another program measured of the pages as they are against the same truth: a line of ID, degrees
//! (counter-clockwise) and milliseconds for each page, with tabs between.

#![expect(clippy::print_stdout, reason = "a command that prints a table")]

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use liasse_geometry::{Point, Transform};
use liasse_imaging::{CpuSampler, GreyPyramid, Limits, PixelFormat, Raster, Region, Sampler, Source, examine};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::Value;

/// Content is turned at most this far.
const LIMIT: f64 = 15.0;
/// A page whose lines stray more than this from their middle direction, in degrees (the weighted median), is not flat...
const FANNED: f64 = 0.05;
/// ...nor is one whose words stray more than this from a straight line through them, in heights of the line.
const BENT: f64 = 0.02;
/// Pages of this many pixels are A4 at 300 dpi, or close: on them the time is taken, as the best of
const A4: std::ops::Range<usize> = 8_300_000..9_100_000;
const RUNS: usize = 15;

/// The errors of one kind of page in degrees, with the page and the turn.
#[derive(Default)]
struct Errors(Vec<(f64, String)>);

fn main() -> Result<(), Box<dyn Error>> {
    let (mut turns, mut worst) = (2, 3);
    let mut other = HashMap::new();
    let mut indices = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || -> Result<usize, Box<dyn Error>> {
            Ok(arguments.next().ok_or_else(|| format!("{argument} needs a number"))?.parse()?)
        };
        match argument.as_str() {
            "--turns" => turns = number()?,
            "--worst" => worst = number()?,
            "--other" => other = read_other(&arguments.next().ok_or("--other needs a file")?)?,
            _ => indices.push(argument),
        }
    }
    println!(
        "{:<44} {:>6} {:>7} {:>7} {:>7} {:>7} {:>6} {:>9}",
        "pages (errors in degrees)", "n", "mean", "median", "95 %", "worst", "> 0.5", "unbelieved"
    );
    for index in &indices {
        let folder = Path::new(index).parent().unwrap_or(Path::new("."));
        let mut random = StdRng::seed_from_u64(7);
        let mut kinds: Vec<(&str, Errors, usize)> =
            ["drawn, flat, as they are", "drawn, flat, turned", "drawn, not flat, all", "real, turned"]
                .map(|name| (name, Errors::default(), 0))
                .into();
        let mut times = Vec::new();
        let (mut of_other, mut times_of_other) = (Errors::default(), Vec::new());
        for row in std::fs::read_to_string(index)?.lines() {
            let row: Value = serde_json::from_str(row)?;
            let (Some(id), Some(image)) = (row["id"].as_str(), row["image"].as_str()) else {
                return Err(format!("{index}: a row without id or image").into());
            };
            if row["barcodes"].is_array() {
                continue;
            }
            let lines = std::fs::read(folder.join(format!("{id}.json"))).ok().map(|bytes| direction(&bytes));
            let truth = match lines.transpose()? {
                Some(None) => continue,
                Some(Some(found)) => Some(found),
                None => None,
            };
            let source = Source::open(std::fs::read(folder.join(image))?.into(), None, &Limits::default())?;
            let page = GreyPyramid::new(source.decode(0, PixelFormat::Grey8)?)?;
            let found = examine(&page);
            if A4.contains(&page.raster().data().len()) {
                let runs = (0..RUNS).map(|_| {
                    let start = Instant::now();
                    std::hint::black_box(examine(&page));
                    start.elapsed().as_secs_f64() * 1e3
                });
                times.push(runs.fold(f64::INFINITY, f64::min));
            }
            let as_is = f64::from(found.skew_degrees);
            let (base, turned_kind) = match truth {
                Some((angle, flat)) => {
                    let kind = if flat { 0 } else { 2 };
                    kinds[kind].1.0.push(((as_is - angle).abs(), id.to_owned()));
                    kinds[kind].2 += usize::from(found.skew_confidence == 0.0);
                    if let (Some((degrees, milliseconds)), true) = (other.get(id), flat) {
                        of_other.0.push((f64::abs(degrees - angle), id.to_owned()));
                        times_of_other.push(*milliseconds);
                    }
                    (angle, if flat { 1 } else { 2 })
                }
                None => (as_is, 3),
            };
            for _ in 0..turns {
                let turn = random.random_range(-LIMIT..LIMIT) - base;
                let found = examine(&turned(&page, turn, found.quality.paper_level as u8));
                let error = (f64::from(found.skew_degrees) - base - turn).abs();
                let name = format!("{id} at {:+.2}, confidence {:.2}", base + turn, found.skew_confidence);
                kinds[turned_kind].1.0.push((error, name));
                kinds[turned_kind].2 += usize::from(found.skew_confidence == 0.0);
            }
        }
        println!("{index}");
        for (name, errors, unbelieved) in &mut kinds {
            errors.print(name, *unbelieved, worst);
        }
        of_other.print("drawn, flat, as they are: the other program", 0, worst);
        times_of_other.sort_by(f64::total_cmp);
        if let Some(median) = times_of_other.get(times_of_other.len() / 2) {
            println!("  the other program, ms per page: median {median:.1}");
        }
        times.sort_by(f64::total_cmp);
        if let (Some(median), Some(most)) = (times.get(times.len() / 2), times.last()) {
            let n = times.len();
            println!(
                "  examine, ms per A4 page at 300 dpi, best of {RUNS}: median {median:.2}, most {most:.2} ({n} pages)"
            );
        }
    }
    Ok(())
}

/// What another program measured: for each page its degrees and milliseconds.
fn read_other(file: &str) -> Result<HashMap<String, (f64, f64)>, Box<dyn Error>> {
    let mut measured = HashMap::new();
    for (number, line) in std::fs::read_to_string(file)?.lines().enumerate() {
        let [id, degrees, milliseconds] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("{file}, line {}: not an ID, degrees and milliseconds", number + 1).into());
        };
        measured.insert(id.to_owned(), (degrees.parse()?, milliseconds.parse()?));
    }
    Ok(measured)
}

impl Errors {
    fn print(&mut self, name: &str, unbelieved: usize, worst: usize) {
        let errors = &mut self.0;
        errors.sort_by(|a, b| a.0.total_cmp(&b.0));
        let Some(last) = errors.last() else { return };
        let n = errors.len();
        println!(
            "  {name:<42} {n:>6} {:>7.3} {:>7.3} {:>7.3} {:>7.2} {:>6} {unbelieved:>9}",
            errors.iter().map(|e| e.0).sum::<f64>() / n as f64,
            errors[n / 2].0,
            errors[(n * 95 / 100).min(n - 1)].0,
            last.0,
            errors.iter().filter(|e| e.0 > 0.5).count(),
        );
        for (error, page) in errors.iter().rev().take(worst) {
            println!("      {error:.3}  {page}");
        }
    }
}

/// The direction of a drawn page's lines in degrees, and whether it is one; `None` with fewer than two lines.
///
/// Each line's direction is that of the least squares through the centres of its words, or of its box when it has fewer than
/// three; the page's is their median, weighted by the square of their lengths (as the error of a direction falls).
fn direction(truth: &[u8]) -> Result<Option<(f64, bool)>, Box<dyn Error>> {
    let truth: Value = serde_json::from_slice(truth)?;
    let mut lines = Vec::new();
    let mut bent = 0.0;
    for line in truth["lines"].as_array().ok_or("a truth without lines")? {
        let [x0, y0, x1, y1, x2, y2, x3, y3] = quad(line)?;
        let (dx, dy) = ((x1 - x0 + x2 - x3) / 2.0, (y1 - y0 + y2 - y3) / 2.0);
        let length = dx.hypot(dy);
        let mut slope = dy / dx;
        let words: Vec<[f64; 8]> =
            line["words"].as_array().into_iter().flatten().map(quad).collect::<Result<_, _>>()?;
        if words.len() >= 3 {
            let n = words.len() as f64;
            let centres: Vec<(f64, f64)> =
                words.iter().map(|q| ((q[0] + q[2] + q[4] + q[6]) / 4.0, (q[1] + q[3] + q[5] + q[7]) / 4.0)).collect();
            let (mx, my) = centres.iter().fold((0.0, 0.0), |(a, b), c| (a + c.0 / n, b + c.1 / n));
            let sxx: f64 = centres.iter().map(|c| (c.0 - mx).powi(2)).sum();
            slope = centres.iter().map(|c| (c.0 - mx) * (c.1 - my)).sum::<f64>() / sxx;
            let stray = centres.iter().map(|c| (c.1 - my - slope * (c.0 - mx)).powi(2)).sum::<f64>() / n;
            bent += stray.sqrt() / (y3 - y0).hypot(x3 - x0) * length * length;
        }
        lines.push((-slope.atan().to_degrees(), length * length));
    }
    if lines.len() < 2 {
        return Ok(None);
    }
    let weight: f64 = lines.iter().map(|line| line.1).sum();
    let middle = median(&mut lines, weight);
    let mut strays: Vec<(f64, f64)> = lines.iter().map(|(angle, weight)| ((angle - middle).abs(), *weight)).collect();
    Ok(Some((middle, median(&mut strays, weight) < FANNED && bent / weight < BENT)))
}

/// The weighted median.
fn median(values: &mut [(f64, f64)], weight: f64) -> f64 {
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut below = 0.0;
    let found = values.iter().find(|(_, own)| {
        below += own;
        below >= weight / 2.0
    });
    found.map_or(0.0, |(value, _)| *value)
}

fn quad(of: &Value) -> Result<[f64; 8], Box<dyn Error>> {
    let numbers: Vec<f64> = of["quad"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    numbers.try_into().map_err(|_| "a line or word without a quadrilateral".into())
}

/// The page turned counter-clockwise about its middle, on a sheet large enough for its corners.
fn turned(page: &GreyPyramid, degrees: f64, background: u8) -> GreyPyramid {
    let (width, height) = (f64::from(page.width()), f64::from(page.height()));
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (wide, high) = ((width * cos + height * sin.abs()).ceil(), (height * cos + width * sin.abs()).ceil());
    let centre = Point::new((width / 2.0) as f32, (height / 2.0) as f32);
    let to_page = Transform::translation((width - wide) / 2.0, (height - high) / 2.0)
        .then(&Transform::rotation(-degrees, centre));
    let region = Region { to_page, width: wide as u32, height: high as u32, background };
    let image = CpuSampler.sample(page, &[region]).remove(0);
    let raster = Raster::new(image.width, image.height, PixelFormat::Grey8, image.data, page.raster().dpi());
    // The sampler fills exactly the region asked for, and a grey raster makes a pyramid.
    let raster = raster.unwrap_or_else(|| page.raster().clone());
    GreyPyramid::new(raster).unwrap_or_else(|_| page.clone())
}
