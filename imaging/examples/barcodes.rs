//! How many barcodes are read, how many are made up, and how long it takes.
//!
//! `cargo run --release -p liasse-imaging --example barcodes -- [--missed] INDEX.jsonl...`
//!
//! A row of an index with `barcodes` (each with `type` and `text`) is a picture that bears them; all other rows are pages
//! that bear none, on which whatever is read was made up. Times are the processor's for one thread, the best of three,
//! after decoding.

#![expect(clippy::print_stdout, reason = "a command that prints a table")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use cpu_time::ThreadTime;
use liasse_imaging::{GreyPyramid, Limits, PixelFormat, Source, read_barcodes};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let before = arguments.len();
    arguments.retain(|argument| argument != "--missed");
    let tell = arguments.len() < before;
    let mut formats: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut pages, mut made_up, mut times) = (0, 0, Vec::new());
    for index in &arguments {
        let folder = Path::new(index).parent().unwrap_or(Path::new("."));
        for row in std::fs::read_to_string(index)?.lines() {
            let row: Value = serde_json::from_str(row)?;
            let name = row["image"].as_str().ok_or("a row without an image")?;
            let source = Source::open(std::fs::read(folder.join(name))?.into(), None, &Limits::default())?;
            let raster = match source.decode(0, PixelFormat::Grey8) {
                Ok(raster) => raster,
                Err(error) => {
                    println!("{name}: {error}");
                    continue;
                }
            };
            let page = GreyPyramid::new(raster)?;
            let mut codes = Vec::new();
            let runs = (0..3).map(|_| {
                let start = ThreadTime::now();
                codes = read_barcodes(&page);
                start.elapsed().as_secs_f64() * 1e3
            });
            let took = runs.fold(f64::INFINITY, f64::min);
            let Some(truth) = row["barcodes"].as_array() else {
                pages += 1;
                made_up += codes.len();
                times.push(took);
                for code in &codes {
                    println!("{name}: made up {:?} {:?}", code.format, code.text);
                }
                continue;
            };
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
    times.sort_by(f64::total_cmp);
    if let Some(most) = times.last() {
        let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
        println!(
            "{pages} pages without a code: {made_up} made up; ms a page: median {:.1}, 90 % {:.1}, 95 % {:.1}, most {most:.1}",
            at(50),
            at(90),
            at(95)
        );
    }
    Ok(())
}
