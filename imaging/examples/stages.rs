//! Milliseconds per step of the way from a file to what the models read, on one core and, if wanted, on a GPU.
//!
//! `cargo run --release -p liasse-imaging --features wgpu --example stages -- [--runs N] [--adapter NAME] FILE...`
//!
//! Prints the processor time of one thread, median of N runs (15 unless told), for the first page of each file: opening, decoding
//! to grey, the pyramid, the examination, the detector's input (straightened, about 2.1 megapixels), 45 line crops 40 pixels high,
//! and all of these together; decoding to RGB beside them. With an adapter, the same detector's input and crops on it, how long it
//! takes to bring it the page, and how far its pixels are from the processor's: there by the clock on the wall, the best of N.

#![expect(clippy::print_stdout, reason = "a command that prints a table")]

use std::error::Error;

use bytes::Bytes;
use cpu_time::ThreadTime;
use liasse_geometry::{Point, Quad, Transform};
use liasse_imaging::{
    CpuSampler, GreyPyramid, Limits, PixelFormat, Region, Sampler, Source, Thresholds, Upright, examine,
};

/// Pixels of the detector's input.
const DETECTOR_PIXELS: f64 = 2_100_000.0;
const CROPS: u32 = 45;
const CROP_HEIGHT: f64 = 40.0;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut runs, mut adapter) = (15, None);
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--runs" => runs = arguments.next().ok_or("--runs needs a number")?.parse()?,
            "--adapter" => adapter = Some(arguments.next().ok_or("--adapter needs a name")?),
            _ => files.push(argument),
        }
    }
    let on_gpu = adapter.map(|name| gpu::Bench::open(&name)).transpose()?;
    println!(
        "{:<24} {:>9} {:>6} {:>6} {:>8} {:>8} {:>7} {:>6} {:>6} {:>6}  skew (confidence), quality",
        "file", "pixels", "open", "grey", "pyramid", "examine", "detect", "crops", "total", "rgb"
    );
    for file in files {
        let bytes = Bytes::from(std::fs::read(&file)?);
        let name = file.rsplit('/').next().unwrap_or(&file);
        match measure(&bytes, runs, on_gpu.as_ref()) {
            Ok(line) => println!("{name:<24} {line}"),
            Err(error) => println!("{name:<24} {error}"),
        }
    }
    Ok(())
}

/// The median of the processor times that `run` takes, in milliseconds, and its last result.
fn timed<T>(runs: usize, mut run: impl FnMut() -> T) -> (f64, T) {
    let mut times = Vec::new();
    loop {
        let start = ThreadTime::now();
        let result = run();
        times.push(start.elapsed().as_secs_f64() * 1e3);
        if times.len() >= runs.max(1) {
            times.sort_by(f64::total_cmp);
            return (times[times.len() / 2], result);
        }
    }
}

fn measure(bytes: &Bytes, runs: usize, on_gpu: Option<&gpu::Bench>) -> Result<String, Box<dyn Error>> {
    let limits = Limits::default();
    let (open, source) = timed(runs, || Source::open(bytes.clone(), None, &limits));
    let source = source?;
    let (rgb, page) = timed(runs, || source.decode(0, PixelFormat::Rgb8));
    page?;
    let (grey, page) = timed(runs, || source.decode(0, PixelFormat::Grey8));
    let raster = page?;
    // The copies are made outside the clock: the server hands its one raster over.
    let mut copies: Vec<_> = (0..runs.max(1)).map(|_| raster.clone()).collect();
    let (pyramid, page) = timed(runs, || copies.pop().map(GreyPyramid::new));
    let page = page.ok_or("no page")??;
    let (examined, upright) = timed(runs, || examine(&page));
    let (detector, crops) = ([detector_region(&page, &upright)], crop_regions(&page, &upright));
    let (detect, _) = timed(runs, || CpuSampler.sample(&page, &detector));
    let (cut, _) = timed(runs, || CpuSampler.sample(&page, &crops));
    let total = open + grey + pyramid + examined + detect + cut;
    let size = format!("{}x{}", page.width(), page.height());
    let quality = upright.quality;
    let verdicts: Vec<_> = Thresholds::default().faults(&quality).iter().map(|fault| format!("{fault:?}")).collect();
    let mut line = format!(
        "{size:>9} {open:>6.2} {grey:>6.1} {pyramid:>8.1} {examined:>8.1} {detect:>7.1} {cut:>6.1} {total:>6.1} {rgb:>6.1}  {:+.2} ({:.2}), ink {:.1} %, paper {:.0}, contrast {:.0} {}",
        upright.skew_degrees,
        upright.skew_confidence,
        quality.ink_ratio * 100.0,
        quality.paper_level,
        quality.contrast,
        verdicts.join(", ")
    );
    if let Some(bench) = on_gpu {
        line.push_str(&bench.measure(&page, &detector, &crops, runs)?);
    }
    Ok(line)
}

/// The page as it lies, turned straight.
fn straighten(page: &GreyPyramid, upright: &Upright) -> Transform {
    let centre = Point::new(page.width() as f32 / 2.0, page.height() as f32 / 2.0);
    Transform::rotation(f64::from(upright.skew_degrees), centre)
}

fn detector_region(page: &GreyPyramid, upright: &Upright) -> Region {
    let (width, height) = (f64::from(page.width()), f64::from(page.height()));
    let scale = (width * height / DETECTOR_PIXELS).sqrt().max(1.0);
    Region {
        to_page: Transform::scaling(scale, scale).then(&straighten(page, upright)),
        width: (width / scale) as u32,
        height: (height / scale) as u32,
        background: 255,
    }
}

/// Lines all over the page, from quadrilaterals on the page as the server has them.
fn crop_regions(page: &GreyPyramid, upright: &Upright) -> Vec<Region> {
    let (width, height) = (f64::from(page.width()), f64::from(page.height()));
    let line_height = height / 70.0;
    let crop = |i: u32| {
        let top = height * (0.05 + 0.9 * f64::from(i) / f64::from(CROPS));
        let quad = Quad::from_rect((width * 0.1) as f32, top as f32, (width * 0.9) as f32, (top + line_height) as f32);
        let crop_width = (width * 0.8 * CROP_HEIGHT / line_height).round();
        let quad = quad.mapped(&straighten(page, upright));
        let to_page = Transform::from_rect_to_quad(crop_width, CROP_HEIGHT, &quad)?;
        Some(Region { to_page, width: crop_width as u32, height: CROP_HEIGHT as u32, background: 255 })
    };
    (0..CROPS).filter_map(crop).collect()
}

#[cfg(feature = "wgpu")]
mod gpu {
    use std::time::Instant;

    use liasse_imaging::WgpuSampler;

    use super::{CpuSampler, Error, GreyPyramid, Region, Sampler, Transform};

    /// Memory of the device that may be used.
    const MAX_BYTES: u64 = 1 << 30;

    pub(super) struct Bench(WgpuSampler);

    /// The least of the times that `run` takes, in milliseconds, and its last result. The calls before it have warmed the device.
    fn timed<T>(runs: usize, mut run: impl FnMut() -> T) -> (f64, Option<T>) {
        let (mut best, mut last) = (f64::INFINITY, None);
        for _ in 0..runs.max(1) {
            let start = Instant::now();
            last = Some(run());
            best = best.min(start.elapsed().as_secs_f64() * 1e3);
        }
        (best, last)
    }

    impl Bench {
        pub(super) fn open(adapter: &str) -> Result<Self, Box<dyn Error>> {
            let sampler =
                WgpuSampler::open(Some(adapter), MAX_BYTES, |fallback| println!("not on the GPU: {fallback}"))?;
            println!("GPU: {}", sampler.name());
            Ok(Self(sampler))
        }

        pub(super) fn measure(
            &self,
            page: &GreyPyramid,
            detector: &[Region],
            crops: &[Region],
            runs: usize,
        ) -> Result<String, Box<dyn Error>> {
            // One pixel takes no time: what is left is the page's way there and its smaller levels.
            let pixel = [Region { to_page: Transform::IDENTITY, width: 1, height: 1, background: 255 }];
            let mut fresh = Vec::new();
            for _ in 0..runs.max(1) {
                fresh.push(GreyPyramid::new(page.raster().clone())?);
            }
            let (upload, _) = timed(runs, || fresh.pop().map(|page| self.0.sample(&page, &pixel)));
            self.0.sample(page, &pixel);
            let (detect, input) = timed(runs, || self.0.sample(page, detector));
            let (cut, lines) = timed(runs, || self.0.sample(page, crops));
            let right = [CpuSampler.sample(page, detector), CpuSampler.sample(page, crops)];
            let pairs = || {
                let (made, right) = (input.iter().chain(&lines).flatten(), right.iter().flatten());
                made.zip(right).flat_map(|(made, right)| made.data.iter().zip(&right.data))
            };
            let mean = pairs().map(|(a, b)| f64::from(a.abs_diff(*b))).sum::<f64>() / pairs().count().max(1) as f64;
            let all = upload + detect + cut;
            Ok(format!(
                "\n    GPU: upload {upload:.1}, detect {detect:.1}, crops {cut:.1}, together {all:.1}; {mean:.3} grey levels off the CPU in the mean"
            ))
        }
    }
}

#[cfg(not(feature = "wgpu"))]
mod gpu {
    use super::{Error, GreyPyramid, Region};

    pub(super) struct Bench(std::convert::Infallible);

    impl Bench {
        pub(super) fn open(_: &str) -> Result<Self, Box<dyn Error>> {
            Err("--adapter needs the feature wgpu: --features wgpu".into())
        }

        pub(super) fn measure(
            &self,
            _: &GreyPyramid,
            _: &[Region],
            _: &[Region],
            _: usize,
        ) -> Result<String, Box<dyn Error>> {
            match self.0 {}
        }
    }
}
