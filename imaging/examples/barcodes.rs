//! How many barcodes are read, how many are made up, and how long it takes.
//!
//! `cargo run --release -p liasse-imaging --example barcodes -- [--missed] [--stamped] INDEX.jsonl...`
//!
//! A row of an index with `barcodes` (each with `type` and `text`) is a picture that bears them; all other rows are pages
//! that bear none, on which whatever is read was made up. Times are the processor's for one thread, the best of three,
//! after decoding; `--missed` names the codes that were missed, and the pages that took longer than [`AIM`]. With `--stamped` each page without a code gets one, of each format by turns, somewhere over what it says,
//! at a right angle and up to [`ASKEW`] degrees more, and no times are told.

#![expect(clippy::print_stdout, reason = "a command that prints a table")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use cpu_time::ThreadTime;
use liasse_geometry::{Point, Transform};
use liasse_imaging::{GreyPyramid, Limits, PixelFormat, Raster, Source, read_barcodes};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rxing::{BarcodeFormat as Rxing, MultiFormatWriter, Writer};
use serde_json::{Value, json};

/// Milliseconds that a page without a code takes at most: the aim.
const AIM: f64 = 8.0;
/// What is stamped: a format, its name in an index, a text, and the height of bars in modules (0: it has its own).
const STAMPS: [(Rxing, &str, &str, u32); 9] = [
    (Rxing::CODE_128, "code128", "RECOMMANDE-2026/00417", 50),
    (Rxing::QR_CODE, "qrcode", "https://www.collectivite.example/avis/2026-00417", 0),
    (Rxing::DATA_MATRIX, "datamatrix", "DC04FR000001 facture d'eau 2026", 0),
    (Rxing::EAN_13, "ean13", "3560070169443", 60),
    (Rxing::PDF_417, "pdf417", "Carte grise AA-123-AA", 0),
    (Rxing::CODE_39, "code39", "DOSSIER 75012", 50),
    (Rxing::AZTEC, "aztec", "Voie A, place 61, voiture 12", 0),
    (Rxing::ITF, "itf", "12345678901231", 50),
    (Rxing::DATA_MATRIX, "datamatrix", "2026-00417", 0),
];
/// Millimetres of a module, on a page as wide as A4, and pixels at least.
const MODULE: std::ops::Range<f64> = 0.3..0.9;
const LEAST_PIXELS: f64 = 2.2;
/// Degrees from a right angle at most.
const ASKEW: f64 = 5.0;
/// Modules of paper around a code.
const QUIET: f64 = 4.0;

/// The page with a code over it, and what an index would say of that; `None` on a page that is too small for it.
fn stamped(page: &Raster, number: usize) -> Option<(Raster, Value)> {
    let (format, name, text, bars) = &STAMPS[number % STAMPS.len()];
    let mut random = StdRng::seed_from_u64(number as u64);
    let matrix = MultiFormatWriter.encode(text, format, 0, 0).ok()?;
    let [left, top, across, down] = matrix.getEnclosingRectangle()?;
    let size = [f64::from(across), f64::from(if *bars > 0 { *bars } else { down })];
    let (width, height) = (f64::from(page.width()), f64::from(page.height()));
    let module = (random.random_range(MODULE) * width.min(height) / 210.0).max(LEAST_PIXELS);
    let degrees = f64::from(random.random_range(0..4) * 90) + random.random_range(-ASKEW..ASKEW);
    // A circle around it stays on the page.
    let radius = (size[0] / 2.0 + QUIET).hypot(size[1] / 2.0 + QUIET) * module;
    if 2.0 * radius >= width.min(height) {
        return None;
    }
    let centre = (random.random_range(radius..width - radius), random.random_range(radius..height - radius));
    let to_code = Transform::rotation(degrees, Point::new(centre.0 as f32, centre.1 as f32))
        .then(&Transform::translation(-centre.0, -centre.1))
        .then(&Transform::scaling(1.0 / module, 1.0 / module))
        .then(&Transform::translation(size[0] / 2.0, size[1] / 2.0));
    let mut data = page.data().to_vec();
    for y in (centre.1 - radius) as usize..(centre.1 + radius) as usize {
        for x in (centre.0 - radius) as usize..(centre.0 + radius) as usize {
            let at = |dx: f32, dy: f32| to_code.apply(Point::new(x as f32 + dx, y as f32 + dy));
            let inside = |at: f32, side: f64| (-QUIET..side + QUIET).contains(&f64::from(at));
            let middle = at(0.5, 0.5);
            if !inside(middle.x, size[0]) || !inside(middle.y, size[1]) {
                continue;
            }
            // Four samples each way, over a little more than the pixel, as out of a lens.
            let dark = |at: Point| {
                let (column, row) = (at.x, if *bars > 0 { 0.0 } else { at.y });
                at.y >= 0.0
                    && f64::from(at.y) < size[1]
                    && column >= 0.0
                    && column < across as f32
                    && matrix.get(left + column as u32, top + row as u32)
            };
            let steps = || (0..4).map(|step| -0.15 + 1.3 * (step as f32 + 0.5) / 4.0);
            let ink =
                steps().flat_map(|dy| steps().map(move |dx| (dx, dy))).filter(|(dx, dy)| dark(at(*dx, *dy))).count();
            data[y * page.width() as usize + x] = (225 - 190 * ink / 16 + random.random_range(0..16)) as u8;
        }
    }
    let raster = Raster::new(page.width(), page.height(), PixelFormat::Grey8, data, None)?;
    Some((raster, json!([{ "type": name, "text": text }])))
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut asked = |option: &str| {
        let before = arguments.len();
        arguments.retain(|argument| argument != option);
        arguments.len() < before
    };
    let (tell, stamp) = (asked("--missed"), asked("--stamped"));
    let mut formats: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut pages, mut made_up, mut times) = (0, 0, Vec::new());
    let mut number = 0;
    for index in &arguments {
        let folder = Path::new(index).parent().unwrap_or(Path::new("."));
        for row in std::fs::read_to_string(index)?.lines() {
            let mut row: Value = serde_json::from_str(row)?;
            let name = row["image"].as_str().ok_or("a row without an image")?.to_owned();
            let source = Source::open(std::fs::read(folder.join(&name))?.into(), None, &Limits::default())?;
            let mut raster = match source.decode(0, PixelFormat::Grey8) {
                Ok(raster) => raster,
                Err(error) => {
                    println!("{name}: {error}");
                    continue;
                }
            };
            if stamp {
                number += 1;
                if row["barcodes"].is_array() {
                    continue;
                }
                let Some((with_code, truth)) = stamped(&raster, number) else { continue };
                (raster, row["barcodes"]) = (with_code, truth);
            }
            let page = GreyPyramid::new(raster)?;
            let mut codes = Vec::new();
            let runs = (0..if stamp { 1 } else { 3 }).map(|_| {
                let start = ThreadTime::now();
                codes = read_barcodes(&page);
                start.elapsed().as_secs_f64() * 1e3
            });
            let took = runs.fold(f64::INFINITY, f64::min);
            let Some(truth) = row["barcodes"].as_array() else {
                pages += 1;
                made_up += codes.len();
                times.push(took);
                if tell && took > AIM {
                    println!("{name}: {took:.1} ms");
                }
                for code in &codes {
                    println!("{name}: made up {:?} {:?}", code.format, code.text);
                }
                continue;
            };
            let is_true =
                |code: &liasse_imaging::Barcode| truth.iter().any(|truth| truth["text"] == code.text.as_str());
            if stamp && let Some(code) = codes.iter().find(|code| !is_true(code)) {
                made_up += 1;
                println!("{name}: made up {:?} {:?}", code.format, code.text);
            }
            for code in truth {
                let (format, text) = (code["type"].as_str().unwrap_or_default(), code["text"].as_str());
                let read = codes.iter().any(|code| {
                    format!("{:?}", code.format).to_lowercase() == format && text == Some(code.text.as_str())
                });
                let counts = formats.entry(format.to_owned()).or_default();
                counts.0 += usize::from(read);
                counts.1 += 1;
                if tell && !read {
                    println!("{name}: missed {format} {:?}, read {codes:?}", text.unwrap_or_default());
                }
            }
        }
    }
    println!("{:<12} {:>5} {:>5}", "format", "read", "of");
    for (format, (read, of)) in &formats {
        println!("{format:<12} {read:>5} {of:>5}");
    }
    let (read, of) = formats.values().fold((0, 0), |sum, counts| (sum.0 + counts.0, sum.1 + counts.1));
    println!("{:<12} {read:>5} {of:>5}", "all");
    if stamp {
        println!("{made_up} pages with made up ones");
    }
    times.sort_by(f64::total_cmp);
    if let Some(most) = times.last() {
        let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
        println!(
            "{pages} pages without a code: {made_up} made up; ms a page: median {:.1}, 90 % {:.1}, 95 % {:.1}, most {most:.1}, {} above {AIM}",
            at(50),
            at(90),
            at(95),
            times.iter().filter(|took| **took > AIM).count()
        );
    }
    Ok(())
}
