//! A picture book of what we get wrong: one HTML file with its images beside it.
//!
//! Responsible for finding the lines worth looking at and showing them: lines read with the most errors, lines of the truth
//! that were not found, and every page with what was found drawn on it. Made for eyes, not for figures: a line's truth is
//! taken to be the stretch of the page's truth that its reading is nearest to.

use std::fmt::Write;
use std::path::Path;

use anyhow::Context;
use image::GrayImage;
use liasse_client::v1::{Line, Quad};

use crate::accuracy::Read;
use crate::align::nearest_stretch;
use crate::index::Page;
use crate::text::normalise;

/// Pixels; larger pages are reduced.
const PAGE_WIDTH: u32 = 1400;
/// A line of the truth is not found when more than this share of it would have to be edited.
const NOT_FOUND: f64 = 0.5;
/// Shorter lines of the truth are found anywhere.
const SHORTEST: usize = 4;

const STYLE: &str = "body{font:15px sans-serif;margin:1em}img{max-width:100%}td{border-top:1px solid #ccc;padding:.4em;\
vertical-align:top}pre{margin:0;white-space:pre-wrap;font:16px monospace}.t{color:#070}.r{color:#a00}svg{max-width:100%;\
height:auto}polygon{fill-opacity:.12;stroke-width:2}polygon:hover{fill-opacity:.4}";

struct Judged<'a> {
    page: usize,
    line: &'a Line,
    reading: String,
    truth: String,
    edits: usize,
}

impl Judged<'_> {
    fn rate(&self) -> f64 {
        self.edits as f64 / self.reading.chars().count().max(1) as f64
    }
}

struct NotFound {
    page: usize,
    truth: String,
    nearest: String,
    rate: f64,
}

/// Writes `index.html` and its images into `folder`, with at most `lines` lines of each kind.
///
/// # Errors
/// When a file cannot be written. Images that cannot be shown (PDF) are left out.
pub(crate) fn write(folder: &Path, pages: &[Page], reads: &[Read], lines: usize) -> anyhow::Result<()> {
    for part in ["lines", "pages"] {
        let part = folder.join(part);
        std::fs::create_dir_all(&part).with_context(|| format!("cannot make {}", part.display()))?;
    }
    let mut judged: Vec<Judged<'_>> = Vec::new();
    let mut not_found = Vec::new();
    for (number, (page, read)) in pages.iter().zip(reads).enumerate() {
        judged.extend(judge(number, page, read));
        not_found.extend(missing(number, page, read));
    }
    judged.sort_by(|a, b| b.edits.cmp(&a.edits).then(b.rate().total_cmp(&a.rate())));
    not_found.sort_by(|a, b| b.rate.total_cmp(&a.rate).then(b.truth.len().cmp(&a.truth.len())));

    let mut html = format!(
        "<!doctype html><meta charset=utf-8><title>Liasse: what went wrong</title><style>{STYLE}</style>\
         <h1>What went wrong</h1><p>{} lines read, {} of them with an error; {} lines of the truth not found. \
         <a href='#lines'>Worst lines</a> <a href='#missing'>Lines not found</a> <a href='#pages'>Pages</a>",
        judged.len(),
        judged.iter().filter(|line| line.edits > 0).count(),
        not_found.len()
    );
    html += "<h2 id=lines>Worst lines</h2><p>Most edits first. Green: nearest truth. Red: reading.<table>";
    // Each page's image is decoded once: its lines one after the other.
    let shown: Vec<&Judged<'_>> = judged.iter().filter(|line| line.edits > 0).take(lines).collect();
    let mut has_crop = vec![false; shown.len()];
    for (number, page) in pages.iter().enumerate() {
        let Ok(image) = image::open(&page.image).map(image::DynamicImage::into_luma8) else {
            eprintln!("{} is not shown in the gallery: its image cannot be opened here", page.id);
            continue;
        };
        for (rank, line) in shown.iter().enumerate().filter(|(_, line)| line.page == number) {
            if let Some(quad) = &line.line.quad {
                crop(&image, quad).save(folder.join(format!("lines/{rank:04}.jpg")))?;
                has_crop[rank] = true;
            }
        }
        let height = (u64::from(image.height()) * u64::from(PAGE_WIDTH) / u64::from(image.width().max(1))) as u32;
        let reduced = if image.width() > PAGE_WIDTH {
            image::imageops::thumbnail(&image, PAGE_WIDTH, height.max(1))
        } else {
            image
        };
        reduced.save(folder.join(format!("pages/{number:03}.jpg")))?;
    }
    for (rank, line) in shown.iter().enumerate() {
        let image = if has_crop[rank] { format!("<img src='lines/{rank:04}.jpg'>") } else { String::new() };
        write!(
            html,
            "<tr><td>{}<br>{} edits, {:.0} %<br>confidence {:.2}<td>{image}<pre class=t>{}</pre><pre class=r>{}</pre>",
            escaped(&pages[line.page].id),
            line.edits,
            line.rate() * 100.0,
            line.line.confidence,
            escaped(&line.truth),
            escaped(&line.reading),
        )?;
    }
    html +=
        "</table><h2 id=missing>Lines of the truth not found</h2><p>Red: the nearest that was read on the page.<table>";
    for line in not_found.iter().take(lines) {
        write!(
            html,
            "<tr><td><a href='#page{}'>{}</a><td>{:.0} %<td><pre class=t>{}</pre><pre class=r>{}</pre>",
            line.page,
            escaped(&pages[line.page].id),
            line.rate * 100.0,
            escaped(&line.truth),
            escaped(&line.nearest),
        )?;
    }
    html += "</table><h2 id=pages>Pages</h2><p>Green: right; the redder, the worse. Hover for the text.";
    for (number, (page, read)) in pages.iter().zip(reads).enumerate() {
        let counts = &read.score.counts;
        let (cer, f1) = (counts.cer() * 100.0, counts.f1() * 100.0);
        write!(html, "<h3 id=page{number}>{}: CER {cer:.1} %, F1 {f1:.1} %</h3>", escaped(&page.id))?;
        let Some(reading) = read.readings.first() else { continue };
        let (width, height) = (reading.width, reading.height);
        write!(html, "<svg viewBox='0 0 {width} {height}' width='{}'>", width.min(PAGE_WIDTH))?;
        write!(html, "<image href='pages/{number:03}.jpg' width='{width}' height='{height}'/>")?;
        for line in judged.iter().filter(|line| line.page == number) {
            let Some(quad) = &line.line.quad else { continue };
            let points: Vec<String> = corners(quad).iter().map(|(x, y)| format!("{x:.0},{y:.0}")).collect();
            let hue = 120.0 * (1.0 - (line.rate() * 2.0).min(1.0));
            write!(
                html,
                "<polygon points='{}' fill='hsl({hue:.0} 90% 45%)' stroke='hsl({hue:.0} 90% 35%)'><title>{}\n{}</title></polygon>",
                points.join(" "),
                escaped(&line.truth),
                escaped(&line.reading),
            )?;
        }
        html += "</svg>";
    }
    let index = folder.join("index.html");
    std::fs::write(&index, html).with_context(|| format!("cannot write {}", index.display()))
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// Every line of the page's first image with the truth that it is nearest to.
fn judge<'a>(number: usize, page: &Page, read: &'a Read) -> Vec<Judged<'a>> {
    let truth = chars(&normalise(&page.truth, page.case));
    let lines = read.readings.first().map(|reading| reading.lines.as_slice()).unwrap_or_default();
    lines
        .iter()
        .map(|line| {
            let reading = normalise(&line.text, page.case);
            let stretch = nearest_stretch(&chars(&reading), &truth);
            Judged { page: number, line, reading, truth: truth[stretch.range].iter().collect(), edits: stretch.edits }
        })
        .collect()
}

/// The lines of the truth that the reading has nothing like.
fn missing(number: usize, page: &Page, read: &Read) -> Vec<NotFound> {
    let text: Vec<&str> = read.readings.iter().map(|reading| reading.text.as_str()).collect();
    let reading = chars(&normalise(&text.join("\n"), page.case));
    let lines = page.truth.lines().map(|line| normalise(line, page.case)).filter(|line| chars(line).len() >= SHORTEST);
    lines
        .filter_map(|truth| {
            let line = chars(&truth);
            let stretch = nearest_stretch(&line, &reading);
            let rate = stretch.edits as f64 / line.len() as f64;
            let nearest = reading[stretch.range].iter().collect();
            (rate > NOT_FOUND).then_some(NotFound { page: number, truth, nearest, rate })
        })
        .collect()
}

fn corners(quad: &Quad) -> Vec<(f32, f32)> {
    [&quad.top_left, &quad.top_right, &quad.bottom_right, &quad.bottom_left]
        .into_iter()
        .flatten()
        .map(|point| (point.x, point.y))
        .collect()
}

/// The upright box around a quadrilateral with some of its surroundings, cut out of the page.
fn crop(page: &GrayImage, quad: &Quad) -> GrayImage {
    let corners = corners(quad);
    let bounds = |values: Vec<f32>| {
        values.into_iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
    };
    let (left, right) = bounds(corners.iter().map(|corner| corner.0).collect());
    let (top, bottom) = bounds(corners.iter().map(|corner| corner.1).collect());
    let margin = 0.4 * (bottom - top);
    // Casts clip at 0 and make 0 of what is no number.
    let (x, y) = (((left - margin) as u32).min(page.width() - 1), ((top - margin) as u32).min(page.height() - 1));
    let (right, bottom) = ((right + margin) as u32, (bottom + margin) as u32);
    let (width, height) = (right.saturating_sub(x).max(1), bottom.saturating_sub(y).max(1));
    image::imageops::crop_imm(page, x, y, width.min(page.width() - x), height.min(page.height() - y)).to_image()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use liasse_client::v1::{PageReading, Point};

    use super::*;
    use crate::index::Half;
    use crate::score::score;
    use crate::text::Case;

    fn quad(left: f32, top: f32, right: f32, bottom: f32) -> Quad {
        let point = |x, y| Some(Point { x, y });
        Quad {
            top_left: point(left, top),
            top_right: point(right, top),
            bottom_right: point(right, bottom),
            bottom_left: point(left, bottom),
        }
    }

    #[test]
    fn shows_the_wrong_line_the_missing_line_and_the_page() {
        let folder = tempfile::tempdir().unwrap();
        let image: PathBuf = folder.path().join("page.png");
        GrayImage::from_pixel(200, 100, image::Luma([255])).save(&image).unwrap();
        let page = Page {
            id: "p<1>".to_owned(),
            image,
            truth: "Madame, Monsieur\nsomme due 120 euros".to_owned(),
            source: "s".to_owned(),
            language: "fr".to_owned(),
            case: Case::Exact,
            half: Half::Development,
        };
        let line = |text: &str, quad| Line { quad: Some(quad), text: text.to_owned(), ..Default::default() };
        let reading = PageReading {
            width: 200,
            height: 100,
            text: "Madanne, Monsieur\n".to_owned(),
            // The second box hangs over the page's edge.
            lines: vec![
                line("Madanne, Monsieur", quad(10.0, 10.0, 90.0, 20.0)),
                line("Madame", quad(-9.0, 90.0, 300.0, 120.0)),
            ],
            ..Default::default()
        };
        let score = score(&page.truth, &reading.text, page.case).unwrap();
        write(folder.path(), &[page], &[Read { readings: vec![reading], score }], 10).unwrap();
        let html = std::fs::read_to_string(folder.path().join("index.html")).unwrap();
        assert!(html.contains("2 lines read, 1 of them with an error; 1 lines of the truth not found"), "{html}");
        assert!(html.contains("<pre class=t>Madame, Monsieur</pre><pre class=r>Madanne, Monsieur</pre>"));
        assert!(html.contains("p&lt;1&gt;") && html.contains("somme due 120 euros"));
        assert_eq!(html.matches("<polygon").count(), 2);
        let crop = image::open(folder.path().join("lines/0000.jpg")).unwrap();
        assert_eq!((crop.width(), crop.height()), (88, 18));
        assert!(folder.path().join("pages/000.jpg").is_file());
    }
}
