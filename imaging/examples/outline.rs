//! How well the outline of a page is found, and how straight pages in perspective come out.
//!
//! ```text
//! cargo run --release -p liasse-corpus -- draw --pages 300 --seed 9201 --clean 0.1 --out out/outline
//! cargo run --release -p liasse-imaging --example outline -- [--missed] INDEX.jsonl...
//! ```
//!
//! Drawn pages have their lines and their sheet in `ID.json` beside them. A page has a border when the ground takes up at least 2 %
//! of the image and is darker than the sheet by 60 grey levels in the median. Of those: how many outlines are found, and their
//! intersection over union with the sheet (both cut to the image). Of the others: how many are given an outline that leaves a word
//! out. The directions of lines (of all pages with an outline, and of those in perspective) are told as they are on the image,
//! turned by the one skew of the page, and straightened as the server does it: in degrees, weighted by length.
//!
//! Real pages have no such truth: whatever outline is found there is named, for eyes to judge.

#![expect(clippy::print_stdout, reason = "a command that prints a table")]

use std::error::Error;
use std::path::Path;

use liasse_geometry::{Point, Quad, Transform};
use liasse_imaging::{GreyPyramid, Limits, PixelFormat, Raster, Source, Upright, examine};
use serde_json::Value;

/// What counts as a border.
const LEAST_GROUND: f32 = 0.02;
const LEAST_CONTRAST: i32 = 60;

#[derive(Default)]
struct Figures(Vec<f32>);

impl Figures {
    fn print(&mut self, name: &str) {
        self.0.sort_by(f32::total_cmp);
        let n = self.0.len();
        let at = |share: usize| self.0.get((n * share / 100).min(n.saturating_sub(1))).copied().unwrap_or(0.0);
        let mean = self.0.iter().sum::<f32>() / n.max(1) as f32;
        println!("  {name:<52} n {n:>4}  mean {mean:.4}  5 % {:.4}  median {:.4}  95 % {:.4}", at(5), at(50), at(95));
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut indices: Vec<String> = std::env::args().skip(1).collect();
    let before = indices.len();
    indices.retain(|argument| argument != "--missed");
    let tell = indices.len() < before;
    for index in &indices {
        measure(Path::new(index), tell)?;
    }
    Ok(())
}

fn measure(index: &Path, tell: bool) -> Result<(), Box<dyn Error>> {
    let folder = index.parent().unwrap_or(Path::new("."));
    let (mut bordered, mut others, mut cutting, mut undrawn) = (0, 0, 0, 0);
    let mut overlap = Figures::default();
    let mut directions: [Figures; 6] = Default::default();
    for row in std::fs::read_to_string(index)?.lines() {
        let row: Value = serde_json::from_str(row)?;
        let (Some(id), Some(image)) = (row["id"].as_str(), row["image"].as_str()) else {
            return Err(format!("{}: a row without id or image", index.display()).into());
        };
        if row["barcodes"].is_array() {
            continue;
        }
        let source = Source::open(std::fs::read(folder.join(image))?.into(), None, &Limits::default())?;
        let Ok(raster) = source.decode(0, PixelFormat::Grey8) else { continue };
        let page = GreyPyramid::new(raster)?;
        let found = examine(&page);
        let Ok(truth) = std::fs::read(folder.join(format!("{id}.json"))) else {
            undrawn += 1;
            if let Some(outline) = found.outline {
                println!("  {id}: {} x {} {outline:?}", page.width(), page.height());
            }
            continue;
        };
        let truth: Value = serde_json::from_slice(&truth)?;
        let sheet = quad(&truth["sheet"])?;
        let lines: Vec<Quad> =
            truth["lines"].as_array().into_iter().flatten().map(|l| quad(&l["quad"])).collect::<Result<_, _>>()?;
        if has_border(page.raster(), &sheet) {
            bordered += 1;
            match found.outline {
                Some(outline) => {
                    let image = Quad::from_rect(0.0, 0.0, page.width() as f32, page.height() as f32);
                    let both = overlap_within(&outline.quad, &sheet, &image);
                    overlap.0.push(both);
                    if tell && both < 0.97 {
                        println!("  {id}: overlap {both:.3} {outline:?} {sheet:?}");
                    }
                }
                None if tell => println!("  {id}: no outline, sheet {sheet:?}"),
                None => {}
            }
        } else {
            others += 1;
            let cut = found.outline.is_some_and(|o| lines.iter().any(|line| !o.contains(line.centre())));
            cutting += usize::from(cut);
            if tell && found.outline.is_some() {
                println!("  {id}: outline without a border{} {:?}", if cut { ", cutting" } else { "" }, found.outline);
            }
        }
        if let Some(outline) = found.outline {
            let kinds: &[usize] = if outline.in_perspective { &[0, 3] } else { &[0] };
            for kind in kinds {
                let [as_is, turned, straightened] = errors(&found, &lines);
                directions[*kind].0.extend(as_is);
                directions[kind + 1].0.extend(turned);
                directions[kind + 2].0.extend(straightened);
            }
        }
    }
    println!("{}", index.display());
    println!("  with a border: {bordered}, outlines found: {}", overlap.0.len());
    overlap.print("intersection over union");
    println!("  without: {others}, of which an outline leaves a line out: {cutting}");
    if undrawn > 0 {
        println!("  without a truth: {undrawn}");
    }
    let names = ["as on the image", "turned by the page's skew", "straightened"];
    for (figures, (of, name)) in directions
        .iter_mut()
        .zip(["with an outline", "in perspective"].into_iter().flat_map(|of| names.map(|name| (of, name))))
    {
        figures.print(&format!("pages {of}, mean slope of lines {name}"));
    }
    Ok(())
}

/// The mean of a page's lines' directions without their sign, weighted by length, in degrees: on the image, after turning by the
/// page's one skew, and on the straightened page. `None` for a page without lines.
fn errors(found: &Upright, lines: &[Quad]) -> [Option<f32>; 3] {
    let Some(outline) = found.outline else { return [None; 3] };
    let mean = |angle: &dyn Fn(&Quad) -> f32| {
        let (sum, weight) = lines
            .iter()
            .fold((0.0, 0.0), |(sum, weight), line| (sum + angle(line).abs() * line.width(), weight + line.width()));
        (weight > 0.0).then(|| sum / weight)
    };
    let from_image = outline.to_image().filter(|_| outline.in_perspective).and_then(|to| to.inverse());
    let on_sheet = from_image.unwrap_or(Transform::IDENTITY);
    // The one angle that straightens the lines as they are best: their mean.
    let one = mean(&|line| line.angle_degrees()).map_or(0.0, |_| {
        let (sum, weight) = lines
            .iter()
            .fold((0.0, 0.0), |(sum, weight), line| (sum + line.angle_degrees() * line.width(), weight + line.width()));
        sum / weight
    });
    [
        mean(&|line| line.angle_degrees()),
        mean(&|line| line.angle_degrees() - one),
        mean(&|line| line.mapped(&on_sheet).angle_degrees() - found.skew_degrees),
    ]
}

/// Whether a good part of the image is ground that is clearly darker than the sheet.
fn has_border(raster: &Raster, sheet: &Quad) -> bool {
    let (mut ground, mut paper) = ([0u32; 256], [0u32; 256]);
    let width = raster.width() as usize;
    for (y, row) in raster.data().chunks_exact(width).enumerate().step_by(7) {
        for (x, value) in row.iter().enumerate().step_by(7) {
            let inside = inside(sheet, Point::new(x as f32 + 0.5, y as f32 + 0.5));
            let counts = if inside { &mut paper } else { &mut ground };
            counts[usize::from(*value)] += 1;
        }
    }
    let median = |counts: &[u32; 256]| {
        let mut left = counts.iter().sum::<u32>() / 2;
        let found = counts.iter().position(|count| {
            let here = left < *count;
            left = left.saturating_sub(*count);
            here
        });
        found.unwrap_or(255) as i32
    };
    let of = |counts: &[u32; 256]| counts.iter().sum::<u32>() as f32;
    of(&ground) >= LEAST_GROUND * (of(&ground) + of(&paper)) && median(&paper) - median(&ground) >= LEAST_CONTRAST
}

fn inside(quad: &Quad, p: Point) -> bool {
    (0..4).all(|i| {
        let (a, b) = (quad.corners[i], quad.corners[(i + 1) % 4]);
        (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= 0.0
    })
}

/// Intersection over union of two quadrilaterals within the image, by counting a grid of points.
fn overlap_within(a: &Quad, b: &Quad, image: &Quad) -> f32 {
    let (_, _, width, height) = image.bounds();
    let (mut both, mut either) = (0u32, 0u32);
    for y in (0..height as u32).step_by(4) {
        for x in (0..width as u32).step_by(4) {
            let p = Point::new(x as f32 + 0.5, y as f32 + 0.5);
            let (in_a, in_b) = (inside(a, p), inside(b, p));
            both += u32::from(in_a && in_b);
            either += u32::from(in_a || in_b);
        }
    }
    both as f32 / either.max(1) as f32
}

fn quad(of: &Value) -> Result<Quad, Box<dyn Error>> {
    let numbers: Vec<f32> = of.as_array().into_iter().flatten().filter_map(Value::as_f64).map(|v| v as f32).collect();
    let [x0, y0, x1, y1, x2, y2, x3, y3] = numbers[..] else { return Err("not a quadrilateral".into()) };
    Ok(Quad::new([Point::new(x0, y0), Point::new(x1, y1), Point::new(x2, y2), Point::new(x3, y3)]))
}
