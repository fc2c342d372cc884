//! Measures models on the CPU: `cargo run --release -p liasse-models --example bench_models -- WEIGHTS_DIR`.
//!
//! For each folder with a manifest under WEIGHTS_DIR: milliseconds per page (a detector) or per line (a recogniser) by
//! threads and batch, what of it is not the network, and whether memory grows over many shapes. Times are medians; they
//! mean little while something else runs on the machine.
#![expect(clippy::print_stdout, reason = "a command that prints what it measured")]

use std::path::{Path, PathBuf};
use std::time::Instant;

use liasse_imaging::GreyImage;
use liasse_models::{
    Detector, Embedder, EngineError, FakeEngine, Manifest, OrtEngine, OrtOptions, Output, Recogniser, Role, Tensor,
    find_runtime, init_runtime,
};

type Failure = Box<dyn std::error::Error>;

/// A4 at 150 dpi.
const PAGE: (u32, u32) = (1240, 1754);
const LINE_WIDTH: u32 = 640;
const ROUNDS: usize = 15;

fn main() -> Result<(), Failure> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("usage: bench_models WEIGHTS_DIR")?;
    init_runtime(&find_runtime()?)?;
    let mut found: Vec<PathBuf> = std::fs::read_dir(&folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.join("manifest.toml").is_file())
        .collect();
    found.sort();
    for path in found {
        let manifest = Manifest::load(&path)?;
        println!("{} {} ({})", manifest.name, manifest.version, manifest.precision);
        match manifest.role {
            Role::Detect => detector(&manifest)?,
            Role::Read => recogniser(&manifest)?,
            Role::Embed => embedder(&manifest)?,
        }
    }
    Ok(())
}

fn load(manifest: &Manifest, intra_threads: usize) -> Result<Box<OrtEngine>, EngineError> {
    let options = OrtOptions { intra_threads, ..OrtOptions::default() };
    OrtEngine::load(&manifest.file, options).map(Box::new)
}

/// The median time of `work` in milliseconds.
fn milliseconds<E>(mut work: impl FnMut() -> Result<(), E>) -> Result<f64, E> {
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS + 2 {
        let start = Instant::now();
        work()?;
        // The first two rounds pay for memory that the later ones find.
        if round >= 2 {
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
    }
    times.sort_by(f64::total_cmp);
    Ok(times[ROUNDS / 2])
}

/// Strokes like those of text, in rows.
fn scribble(width: u32, height: u32, row: u32) -> GreyImage {
    let mut data = vec![255; width as usize * height as usize];
    for (index, value) in data.iter_mut().enumerate() {
        let (x, y) = (index as u32 % width, index as u32 / width);
        let stroke = (x * 7 + y / 3) % 11 < 3 && (x / 60) % 5 != 4;
        if y % row > row / 3 && y % row < row * 2 / 3 && stroke {
            *value = 20;
        }
    }
    GreyImage { width, height, data }
}

fn detector(manifest: &Manifest) -> Result<(), Failure> {
    let mut detector = Detector::new(manifest.clone(), load(manifest, 1)?)?;
    let size = detector.input_size(PAGE.0, PAGE.1);
    let page = scribble(size.width, size.height, 24);
    let pages = |count| vec![page.clone(); count];
    for threads in [1, 2] {
        detector = Detector::new(manifest.clone(), load(manifest, threads)?)?;
        for count in [1, 4] {
            let batch = pages(count);
            let time = milliseconds(|| detector.detect(&batch).map(|_| ()))?;
            println!(
                "  {threads} threads, {count} pages of {} x {}: {:7.2} ms per page",
                size.width,
                size.height,
                time / count as f64
            );
        }
    }
    let mut alone = Detector::new(manifest.clone(), Box::new(FakeEngine::new(drawn_field)))?;
    let batch = pages(1);
    let lines = alone.detect(&batch)?[0].len();
    let with = milliseconds(|| alone.detect(&batch).map(|_| ()))?;
    let image = tensor_like(&page);
    let answer = milliseconds(|| drawn_field(&image).map(|_| ()))?;
    println!("  of it before and after the network: {:.2} ms ({lines} lines)", with - answer);
    resident("  memory after mixed shapes", |round| {
        let (width, height) = (256 + round % 13 * 64, 320 + round % 17 * 64);
        detector.detect(&vec![scribble(width, height, 24); 1 + round as usize % 3]).map(|_| ())
    })
}

fn embedder(manifest: &Manifest) -> Result<(), Failure> {
    let mut embedder = Embedder::new(manifest.clone(), load(manifest, 1)?)?;
    let (width, height) = embedder.size();
    let page = [scribble(width, height, 6)];
    let time = milliseconds(|| embedder.embed(&page).map(|_| ()))?;
    println!("  1 thread, a page of {width} x {height}: {time:7.2} ms");
    Ok(())
}

fn recogniser(manifest: &Manifest) -> Result<(), Failure> {
    let mut recogniser = Recogniser::new(manifest.clone(), load(manifest, 1)?)?;
    let height = recogniser.crop_height();
    let line = scribble(LINE_WIDTH, height, height);
    for threads in [1, 2] {
        recogniser = Recogniser::new(manifest.clone(), load(manifest, threads)?)?;
        for count in [1, 8] {
            let batch = vec![line.clone(); count];
            let time = milliseconds(|| recogniser.read(&batch).map(|_| ()))?;
            println!(
                "  {threads} threads, {count} lines of {LINE_WIDTH} pixels: {:6.2} ms per line",
                time / count as f64
            );
        }
    }
    let shape = answer_shape(manifest, &recogniser);
    for beam_width in [1, 8] {
        let mut manifest = manifest.clone();
        if let Some(ctc) = &mut manifest.ctc {
            ctc.beam_width = beam_width;
        }
        let answer = doubtful_logits(shape);
        let copy = answer.clone();
        let mut alone = Recogniser::new(manifest, Box::new(FakeEngine::new(move |_| Ok(vec![answer.clone()]))))?;
        let batch = [line.clone()];
        let time = milliseconds(|| alone.read(&batch).map(|_| ()))?;
        let given = milliseconds(|| {
            std::hint::black_box(copy.clone());
            Ok::<_, Failure>(())
        })?;
        println!("  of it before and after the network, beam {beam_width}: {:.3} ms per line", time - given);
    }
    let buckets = recogniser.buckets().to_vec();
    resident("  memory after mixed shapes", |round| {
        let width = buckets[round as usize * 7 % buckets.len()];
        let count = (8192 / width).clamp(1, 16) as usize;
        recogniser.read(&vec![scribble(width, height, height); count]).map(|_| ())
    })
}

/// Steps and classes of the answer for a line of [`LINE_WIDTH`].
fn answer_shape(manifest: &Manifest, recogniser: &Recogniser) -> [usize; 2] {
    let (step, characters) = manifest.ctc.as_ref().map_or((4, 0), |ctc| (ctc.step, ctc.symbols.len() - 1));
    [(recogniser.bucket_width(LINE_WIDTH) / step) as usize, characters + 2]
}

/// Logits with two likely classes at every third step, as an unsure network gives them.
fn doubtful_logits([steps, classes]: [usize; 2]) -> Output {
    let mut data = vec![0.0; steps * classes];
    for (step, row) in data.chunks_exact_mut(classes).enumerate() {
        row[0] = if step % 3 == 0 { 6.0 } else { 12.0 };
        if step % 3 == 0 {
            row[1 + step % (classes - 1)] = 8.0;
            row[1 + step * 5 % (classes - 1)] = 7.0;
        }
    }
    Output { shape: vec![1, steps, classes], data }
}

fn tensor_like(image: &GreyImage) -> Tensor {
    let (width, height) = (image.width as usize, image.height as usize);
    Tensor { shape: [1, 1, height, width], data: vec![0.0; width * height] }
}

/// The field of a page of small print in two columns.
#[expect(clippy::unnecessary_wraps, reason = "the shape of an engine's function")]
fn drawn_field(input: &Tensor) -> Result<Vec<Output>, EngineError> {
    let [n, _, h, w] = input.shape;
    let (h, w) = (h / 4, w / 4);
    let mut page = vec![0.5_f32; 3 * h * w];
    for y in 0..h {
        for x in 0..w {
            let on = y % 5 < 3 && x > 20 && x < w - 20 && (x < w / 2 - 3 || x > w / 2 + 3);
            page[y * w + x] = if on { 4.0 } else { -6.0 };
            page[(h + y) * w + x] = (1.5 + (y % 5) as f32).ln();
            page[(2 * h + y) * w + x] = (3.5 - (y % 5).min(3) as f32).ln();
        }
    }
    Ok(vec![Output { shape: vec![n, 3, h, w], data: page.repeat(n) }])
}

/// Prints the process's resident memory after 50 and after 400 runs of changing shapes.
fn resident<E: std::error::Error + 'static>(
    what: &str,
    mut work: impl FnMut(u32) -> Result<(), E>,
) -> Result<(), Failure> {
    let mut seen = Vec::new();
    for round in 0..400 {
        work(round)?;
        if round == 49 || round == 399 {
            seen.push(resident_mib(Path::new("/proc/self/status"))?);
        }
    }
    println!("{what}: {} MiB after 50 runs, {} MiB after 400", seen[0], seen[1]);
    Ok(())
}

fn resident_mib(status: &Path) -> Result<u64, Failure> {
    let text = std::fs::read_to_string(status)?;
    let line = text.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS in /proc/self/status")?;
    let kib: u64 = line.split_whitespace().nth(1).ok_or("VmRSS has no value")?.parse()?;
    Ok(kib / 1024)
}
