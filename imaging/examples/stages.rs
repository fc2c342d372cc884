//! Milliseconds per step of the way from a file to what the models read, on one core.
//!
//! `cargo run --release -p liasse-imaging --example stages -- [--runs N] FILE...`
//!
//! Prints the median of N runs (9 unless told) for the first page of each file: opening, decoding to grey and to RGB,
//! the pyramid, the examination, the detector's input (straightened, about 2.1 megapixels) and 45 line crops 40 pixels
//! high.

#![expect(clippy::print_stdout, reason = "a command that prints a table")]

use std::error::Error;
use std::time::Instant;

use bytes::Bytes;
use liasse_geometry::{Point, Quad, Transform};
use liasse_imaging::{CpuSampler, GreyPyramid, Limits, PixelFormat, Region, Sampler, Source, Thresholds, examine};

/// Pixels of the detector's input.
const DETECTOR_PIXELS: f64 = 2_100_000.0;
const CROPS: u32 = 45;
const CROP_HEIGHT: f64 = 40.0;

fn main() -> Result<(), Box<dyn Error>> {
    let mut runs = 9;
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--runs" {
            runs = arguments.next().ok_or("--runs needs a number")?.parse()?;
        } else {
            files.push(argument);
        }
    }
    println!(
        "{:<34} {:>11} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}  skew (confidence), quality",
        "file", "pixels", "open", "grey", "rgb", "pyramid", "examine", "detect", "crops"
    );
    for file in files {
        let bytes = Bytes::from(std::fs::read(&file)?);
        let name = file.rsplit('/').next().unwrap_or(&file);
        match measure(&bytes, runs) {
            Ok(line) => println!("{name:<34} {line}"),
            Err(error) => println!("{name:<34} {error}"),
        }
    }
    Ok(())
}

/// The median of the times that `run` takes, in milliseconds, and its last result.
fn timed<T>(runs: usize, mut run: impl FnMut() -> T) -> (f64, T) {
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        let result = run();
        times.push(start.elapsed().as_secs_f64() * 1e3);
        if times.len() >= runs.max(1) {
            times.sort_by(f64::total_cmp);
            return (times[times.len() / 2], result);
        }
    }
}

fn measure(bytes: &Bytes, runs: usize) -> Result<String, Box<dyn Error>> {
    let limits = Limits::default();
    let (open, source) = timed(runs, || Source::open(bytes.clone(), None, &limits));
    let source = source?;
    let (rgb, page) = timed(runs, || source.decode(0, PixelFormat::Rgb8));
    page?;
    let (grey, page) = timed(runs, || source.decode(0, PixelFormat::Grey8));
    let page = page?;
    let size = format!("{}x{}", page.width(), page.height());
    // The copies are made outside the clock: the server hands its one raster over.
    let mut copies: Vec<_> = (0..runs.max(1)).map(|_| page.clone()).collect();
    let (pyramid, page) = timed(runs, || copies.pop().map(GreyPyramid::new));
    let page = page.ok_or("no page")??;
    let (examined, upright) = timed(runs, || examine(&page));

    let (width, height) = (f64::from(page.width()), f64::from(page.height()));
    let centre = Point::new((width / 2.0) as f32, (height / 2.0) as f32);
    let straighten = Transform::rotation(f64::from(upright.skew_degrees), centre);
    let scale = (width * height / DETECTOR_PIXELS).sqrt().max(1.0);
    let detector = Region {
        to_page: Transform::scaling(scale, scale).then(&straighten),
        width: (width / scale) as u32,
        height: (height / scale) as u32,
        background: 255,
    };
    let (detect, _) = timed(runs, || CpuSampler.sample(&page, &[detector]));
    let line_height = height / 70.0;
    let crops: Vec<Region> = (0..CROPS)
        .filter_map(|i| {
            let top = height * (0.05 + 0.9 * f64::from(i) / f64::from(CROPS));
            let quad =
                Quad::from_rect((width * 0.1) as f32, top as f32, (width * 0.9) as f32, (top + line_height) as f32);
            let crop_width = (width * 0.8 * CROP_HEIGHT / line_height).round();
            let to_page = Transform::from_rect_to_quad(crop_width, CROP_HEIGHT, &quad)?.then(&straighten);
            Some(Region { to_page, width: crop_width as u32, height: CROP_HEIGHT as u32, background: 255 })
        })
        .collect();
    let (cut, _) = timed(runs, || CpuSampler.sample(&page, &crops));
    let quality = upright.quality;
    let verdicts: Vec<_> = Thresholds::default().faults(&quality).iter().map(|fault| format!("{fault:?}")).collect();
    Ok(format!(
        "{size:>11} {open:>7.2} {grey:>7.1} {rgb:>7.1} {pyramid:>7.1} {examined:>7.1} {detect:>7.1} {cut:>7.1}  {:+.2} ({:.2}), ink {:.1} %, paper {:.0}, contrast {:.0} {}",
        upright.skew_degrees,
        upright.skew_confidence,
        quality.ink_ratio * 100.0,
        quality.paper_level,
        quality.contrast,
        verdicts.join(", ")
    ))
}
