//! Which way up pages lie: each page as it is and turned by 90, 180 and 270 degrees.
//!
//! Responsible for turning the images of an index, having them read, and counting whose orientation was told rightly. An
//! index's pages are taken to lie upright, but for their skew.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use anyhow::Context;
use image::{DynamicImage, ImageFormat};
use liasse_client::v1::Wanted;

use crate::accuracy::selected;
use crate::arguments::OrientationArguments;
use crate::engine::Liasse;
use crate::machine::Machine;
use crate::progress::Progress;
use crate::table::Table;

/// Pages whose truth has fewer words are left out.
const LEAST_WORDS: usize = 10;
/// By how many degrees clockwise the content is turned.
const TURNS: [u32; 4] = [0, 90, 180, 270];
/// Pages that are decoded and held in all their turns at a time.
const CHUNK: usize = 8;

#[derive(Debug, Default)]
struct Counts {
    pages: usize,
    /// For each of [`TURNS`].
    right: [usize; 4],
}

/// Measures, and prints the table.
///
/// # Errors
/// An index or an image that cannot be read, a server that does not answer. A page that it refuses counts as wrong.
pub(crate) async fn run(arguments: &OrientationArguments, machine: Machine) -> anyhow::Result<()> {
    let mut pages = selected(&arguments.selection)?;
    pages.retain(|page| page.truth.split_whitespace().count() >= LEAST_WORDS);
    let liasse = Liasse::connect(&arguments.server.source(), arguments.server.in_flight).await?;
    let bar = Progress::new("Liasse", pages.len() * TURNS.len());
    let mut counts = BTreeMap::<String, Counts>::new();
    let mut wrong = Vec::new();
    for chunk in pages.chunks(CHUNK) {
        let mut files = Vec::with_capacity(chunk.len() * TURNS.len());
        for page in chunk {
            let image = image::open(&page.image).with_context(|| format!("cannot read {}", page.image.display()))?;
            for turn in TURNS {
                files.push(turned(&image, turn)?.into());
            }
        }
        liasse
            .read_many(&files, arguments.server.in_flight, Wanted::default(), |finished| {
                bar.step();
                let (page, turn) = (&chunk[finished.index / TURNS.len()], finished.index % TURNS.len());
                let said = finished.readings.map(|r| r.first().map_or(0, |reading| reading.orientation_degrees));
                for row in [page.source.as_str(), "total"] {
                    let counts = counts.entry(row.to_owned()).or_default();
                    counts.pages += usize::from(turn == 0);
                    counts.right[turn] += usize::from(said.as_ref().is_ok_and(|said| *said == TURNS[turn]));
                }
                match said {
                    Ok(said) if said == TURNS[turn] => {}
                    Ok(said) => wrong.push(format!("{} turned by {}: told {said}", page.id, TURNS[turn])),
                    Err(error) => wrong.push(format!("{} turned by {}: {error:#}", page.id, TURNS[turn])),
                }
            })
            .await?;
    }
    drop(bar);
    let mut table = Table::new(&["source", "pages", "as they are", "by 90", "by 180", "by 270", "right, %"]);
    for (source, counts) in &counts {
        let share = 100.0 * counts.right.iter().sum::<usize>() as f64 / (counts.pages * TURNS.len()) as f64;
        let mut row = vec![source.clone(), counts.pages.to_string()];
        row.extend(counts.right.map(|right| right.to_string()));
        row.push(format!("{share:.2}"));
        table.row(row);
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}; {machine}\n", liasse.version())?;
    for line in wrong {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "\n{table}")?;
    Ok(())
}

/// The image with its content turned clockwise, as a JPEG.
fn turned(image: &DynamicImage, degrees: u32) -> anyhow::Result<Vec<u8>> {
    let image = match degrees {
        90 => image.rotate90(),
        180 => image.rotate180(),
        270 => image.rotate270(),
        _ => image.clone(),
    };
    let mut file = Cursor::new(Vec::new());
    DynamicImage::ImageLuma8(image.into_luma8()).write_to(&mut file, ImageFormat::Jpeg)?;
    Ok(file.into_inner())
}
