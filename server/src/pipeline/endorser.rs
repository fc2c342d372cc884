//! The number that a scanner prints on its sheets (endorser, imprinter), where the station says it is.
//!
//! Responsible for the declared place, for reading it with the networks that read the page, for telling the number from what else
//! stands there, and for keeping it out of the page's text. Not responsible for how a page lies: a scanner prints along the way of
//! its paper, whichever way up the sheet went in.

use std::sync::Arc;

use liasse_geometry::Quad;
use liasse_proto::v1;

use super::{
    Decoded, Pipeline, background,
    finding::View,
    geometry::{self, Crop, UprightPage},
    reading::{self, PageFacts, ReadLine, Weighted},
};
use crate::{
    context::{Context, Timings},
    fault::Fault,
};

/// How far a band reaches inwards unless it is said, and at most: shares of the page's size.
const DEPTH: f32 = 0.06;
const DEEPEST: f32 = 0.3;
/// Bytes of a pattern, and digits in it.
const LONGEST_PATTERN: usize = 64;
const FEWEST_IN_PATTERN: usize = 3;
/// Digits of a number without a pattern, and what may stand between them.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=20;
const BETWEEN: [char; 3] = ['.', '-', '/'];
/// Signs that look alike in 5 x 7 dots.
const ALIKE: [(char, char); 6] = [('0', 'O'), ('1', 'I'), ('1', 'l'), ('2', 'Z'), ('5', 'S'), ('8', 'B')];
/// A number counts half when it reads as well as this share of its confidence the other way up.
const AS_WELL: f32 = 0.8;
/// So much is seen beyond the band at each side, as a share of its depth: a number that touches the edge is a line all the same.
const AROUND: f32 = 0.15;
/// A band with a side of fewer pixels holds nothing to read.
const LEAST_PIXELS: f32 = 8.0;
/// What lies with more than this share of its area on the number is the number.
const ON_NUMBER: f32 = 0.5;
/// The number reaches beyond its box by this share of its height, as far as other boxes are concerned.
const BEYOND_BOX: f32 = 0.3;

/// Where a station's scanner prints its number, and what it looks like.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EndorserBand {
    edge: v1::Edge,
    depth: f32,
    from: f32,
    to: f32,
    /// By how many degrees the text may be turned clockwise: 0, 90, 180 or 270.
    turns: Vec<u32>,
    pattern: Option<Pattern>,
}

impl EndorserBand {
    /// What a caller declares.
    ///
    /// # Errors
    /// Every field that is wrong, and why.
    pub(crate) fn checked(place: &v1::EndorserPlace) -> Result<Self, Vec<(&'static str, String)>> {
        let mut violations = Vec::new();
        let edge = v1::Edge::try_from(place.edge).unwrap_or(v1::Edge::Unspecified);
        if edge == v1::Edge::Unspecified {
            violations.push(("page.wanted.endorser.edge", format!("is {}, which is no edge", place.edge)));
        }
        let depth = if place.depth == 0.0 { DEPTH } else { place.depth };
        if !(depth > 0.0 && depth <= DEEPEST) {
            let told = format!("is {}, but must be 0 or between 0 and {DEEPEST}", place.depth);
            violations.push(("page.wanted.endorser.depth", told));
        }
        let (from, to) = if (place.from, place.to) == (0.0, 0.0) { (0.0, 1.0) } else { (place.from, place.to) };
        if !(from >= 0.0 && from < to && to <= 1.0) {
            let told = format!("and to are {from} and {to}, but must grow from 0 to 1");
            violations.push(("page.wanted.endorser.from", told));
        }
        let turns = match (v1::ImprintDirection::try_from(place.direction), edge) {
            (Ok(v1::ImprintDirection::Right), _) => vec![0],
            (Ok(v1::ImprintDirection::Down), _) => vec![90],
            (Ok(v1::ImprintDirection::Left), _) => vec![180],
            (Ok(v1::ImprintDirection::Up), _) => vec![270],
            (Ok(v1::ImprintDirection::Unspecified), v1::Edge::Left | v1::Edge::Right) => vec![270, 90],
            (Ok(v1::ImprintDirection::Unspecified), _) => vec![0, 180],
            (Err(_), _) => {
                let told = format!("is {}, which is no direction", place.direction);
                violations.push(("page.wanted.endorser.direction", told));
                Vec::new()
            }
        };
        let pattern = match place.pattern.as_str() {
            "" => None,
            pattern => {
                Pattern::checked(pattern).map_err(|why| violations.push(("page.wanted.endorser.pattern", why))).ok()
            }
        };
        if violations.is_empty() { Ok(Self { edge, depth, from, to, turns, pattern }) } else { Err(violations) }
    }

    /// The band on a page, as left, top, right and bottom in pixels of its image: a little more than was declared.
    fn on(&self, facts: &PageFacts) -> (f32, f32, f32, f32) {
        let (width, height) = (facts.width as f32, facts.height as f32);
        let page = facts.lie.outline.map_or((0.0, 0.0, width, height), |outline| {
            let (left, top, right, bottom) = outline.quad.bounds();
            (left.max(0.0), top.max(0.0), right.min(width), bottom.min(height))
        });
        let (left, top, right, bottom) = page;
        let (wide, high) = (right - left, bottom - top);
        let along = |start: f32, size: f32| (start + self.from * size, start + self.to * size);
        let across = |start: f32, end: f32, at_end: bool| {
            let depth = self.depth * (end - start);
            if at_end { (end - depth, end) } else { (start, start + depth) }
        };
        let ((l, r), (t, b)) = match self.edge {
            v1::Edge::Left => (across(left, right, false), along(top, high)),
            v1::Edge::Right => (across(left, right, true), along(top, high)),
            v1::Edge::Bottom => (along(left, wide), across(top, bottom, true)),
            v1::Edge::Top | v1::Edge::Unspecified => (along(left, wide), across(top, bottom, false)),
        };
        let around = AROUND * (r - l).min(b - t);
        (l - around, t - around, r + around, b + around)
    }

    /// In words, for a warning.
    const fn name(&self) -> &'static str {
        match self.edge {
            v1::Edge::Top | v1::Edge::Unspecified => "top",
            v1::Edge::Bottom => "bottom",
            v1::Edge::Left => "left",
            v1::Edge::Right => "right",
        }
    }
}

/// The form of a number: `#` for a digit, all else for itself.
#[derive(Debug, Clone, PartialEq)]
struct Pattern(Vec<char>);

impl Pattern {
    fn checked(text: &str) -> Result<Self, String> {
        if text.len() > LONGEST_PATTERN {
            return Err(format!("has {} bytes, more than {LONGEST_PATTERN}", text.len()));
        }
        if let Some(odd) = text.chars().find(|c| !(c.is_ascii_graphic() || *c == ' ')) {
            return Err(format!("holds {odd:?}, which is not ASCII"));
        }
        let digits = text.chars().filter(|c| *c == '#').count();
        if digits < FEWEST_IN_PATTERN {
            return Err(format!("has {digits} digits (#), but must have at least {FEWEST_IN_PATTERN}"));
        }
        Ok(Self(text.chars().filter(|c| *c != ' ').collect()))
    }

    /// `text` as the pattern spells it, where it fits: the station has said which signs stand there, and a scanner's dots draw O
    /// and 0 alike.
    fn spelt(&self, text: &str) -> Option<String> {
        if text.chars().count() != self.0.len() {
            return None;
        }
        let sign = |(c, form): (char, char)| match form {
            '#' => c.is_ascii_digit().then_some(c),
            _ => (c == form || ALIKE.contains(&(c, form)) || ALIKE.contains(&(form, c))).then_some(form),
        };
        text.chars().zip(self.0.iter().copied()).map(sign).collect()
    }
}

/// A number that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Imprint {
    text: String,
    confidence: f32,
    /// On the page as it came in.
    quad: Quad,
}

impl Imprint {
    /// On the wire.
    pub(super) fn on_the_wire(self) -> v1::EndorserImprint {
        v1::EndorserImprint { text: self.text, confidence: self.confidence, quad: Some(reading::quad(&self.quad)) }
    }

    /// A page's lines without what of them is this number.
    pub(super) fn taken_out_of(&self, lines: Vec<ReadLine>) -> Vec<ReadLine> {
        let more = BEYOND_BOX * self.quad.height();
        let number = self.quad.grown(more, more, more, more);
        let is_number = |place: &Quad| place.intersection_area(&number) > ON_NUMBER * place.area();
        let rest = |mut line: ReadLine| {
            let words = line.text.words.len();
            if words == 0 {
                return (!is_number(&line.crop.line())).then_some(line);
            }
            let crop = line.crop;
            line.text.words.retain(|word| !is_number(&crop.word(word.from, word.to)));
            if line.text.words.len() < words {
                line.text.text = line.text.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
            }
            (!line.text.words.is_empty()).then_some(line)
        };
        lines.into_iter().filter_map(rest).collect()
    }
}

/// The number of a line: of its words in a row that fit the pattern together, or of all of them, the surest. A number that goes on
/// before or after them is another.
fn number(line: &ReadLine, pattern: Option<&Pattern>) -> Option<Imprint> {
    let words = line.text.words.as_slice();
    if !line.text.legible {
        return None;
    }
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let runs = (0..words.len()).flat_map(|from| (from + 1..=words.len()).map(move |to| from..to));
    let found = runs.filter_map(|range| {
        let (before, after) = (range.start.checked_sub(1).and_then(|i| words.get(i)), words.get(range.end));
        let run = words.get(range)?;
        let text: String = run.iter().flat_map(|word| word.text.chars()).filter(|c| !c.is_whitespace()).collect();
        let text = match pattern {
            Some(pattern) => pattern.spelt(&text)?,
            None => (run.len() == words.len() && is_plain_number(&text)).then_some(text)?,
        };
        let goes_on = digit(before.and_then(|word| word.text.chars().last())) && digit(text.chars().next())
            || digit(after.and_then(|word| word.text.chars().next())) && digit(text.chars().last());
        let (first, last) = (run.first()?, run.last()?);
        let mut mean = Weighted::default();
        run.iter().for_each(|word| mean.add(word.confidence.clamp(0.0, 1.0), &word.text));
        (!goes_on).then(|| Imprint { text, confidence: mean.get(), quad: line.crop.words(first.from, last.to) })
    });
    found.max_by(|a, b| a.confidence.total_cmp(&b.confidence))
}

fn is_plain_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let ends = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_digit());
    DIGITS.contains(&digits) && ends && text.chars().all(|c| c.is_ascii_digit() || BETWEEN.contains(&c))
}

/// The best of the numbers that were read each way up.
fn surest(mut ways: Vec<Imprint>) -> Option<Imprint> {
    ways.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    let mut ways = ways.into_iter();
    let mut best = ways.next()?;
    if ways.next().is_some_and(|other| other.confidence >= AS_WELL * best.confidence) {
        best.confidence /= 2.0;
    }
    Some(best)
}

/// A warning that there was none.
pub(super) fn not_found(band: &EndorserBand) -> v1::Warning {
    v1::Warning {
        reason: "NO_ENDORSER_NUMBER".to_owned(),
        message: format!("no endorser number was read at the {} edge", band.name()),
    }
}

impl Pipeline {
    /// The number in a band of a page, where one is declared and read.
    ///
    /// # Errors
    /// When the page is no longer wanted.
    pub(super) async fn endorser(
        &self,
        page: &Arc<Decoded>,
        band: Option<&EndorserBand>,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Option<Imprint>, Fault> {
        let Some(band) = band else {
            return Ok(None);
        };
        let mut ways = Vec::new();
        for turn in &band.turns {
            let Some(part) = part(band.on(&page.facts), *turn) else { continue };
            let crops = self.lines_of_part(page, &part, context, timings).await?;
            let lines = self.read_crops(page, &crops, context, timings).await?;
            let numbers = lines.iter().filter_map(|line| number(line, band.pattern.as_ref()));
            ways.extend(numbers.max_by(|a, b| a.confidence.total_cmp(&b.confidence)));
        }
        Ok(surest(ways))
    }

    /// The crops of the lines on a part of a page, which the detector sees as large as it would on the whole page.
    async fn lines_of_part(
        &self,
        page: &Arc<Decoded>,
        part: &UprightPage,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Vec<Crop>, Fault> {
        let background = background(&page.facts.examined);
        let whole = (page.facts.width, page.facts.height);
        let size = self.detector_rules.part_size((part.width, part.height), whole);
        let region = geometry::detector_region(part, size, background);
        let mut images = self.cut_regions(Arc::clone(page), vec![vec![region]], context, timings).await?;
        let Some(image) = images.pop() else {
            return Ok(Vec::new());
        };
        let found = self.find_in(View::whole(image, size.scale), context, timings).await?;
        let crops = found.lines.iter().map(|line| geometry::crop(part, line, &self.crop_rules, background));
        Ok(crops.flatten().collect())
    }
}

/// The part of an image within left, top, right and bottom whose text is turned clockwise by `turn` degrees, set upright.
fn part((left, top, right, bottom): (f32, f32, f32, f32), turn: u32) -> Option<UprightPage> {
    let (wide, high) = (right - left, bottom - top);
    if wide.min(high) < LEAST_PIXELS {
        return None;
    }
    let corners = Quad::from_rect(left, top, right, bottom).corners;
    // Turned clockwise by a quarter, the text's top left is the image's top right.
    let quad = Quad::new(std::array::from_fn(|i| corners[(i + turn as usize / 90) % 4]));
    let (width, height) = if turn % 180 == 90 { (high, wide) } else { (wide, high) };
    let (width, height) = (width.round(), height.round());
    let to_page = liasse_geometry::Transform::from_rect_to_quad(f64::from(width), f64::from(height), &quad)?;
    Some(UprightPage { to_page, width: width as u32, height: height as u32 })
}

#[cfg(test)]
mod tests {
    use liasse_geometry::Point;

    use super::{
        super::reading::tests::{facts, line},
        *,
    };

    fn place(edge: v1::Edge) -> v1::EndorserPlace {
        v1::EndorserPlace { edge: edge.into(), ..Default::default() }
    }

    #[test]
    fn a_declaration_that_means_nothing_is_refused_by_field() {
        let wrong = |change: fn(&mut v1::EndorserPlace)| {
            let mut place = place(v1::Edge::Top);
            change(&mut place);
            let violations = EndorserBand::checked(&place).unwrap_err();
            assert_eq!(violations.len(), 1, "{violations:?}");
            violations[0].0.rsplit('.').next().unwrap()
        };
        assert_eq!(wrong(|p| p.edge = 0), "edge");
        assert_eq!(wrong(|p| p.edge = 9), "edge");
        assert_eq!(wrong(|p| p.depth = 0.31), "depth");
        assert_eq!(wrong(|p| p.depth = f32::NAN), "depth");
        assert_eq!(wrong(|p| (p.from, p.to) = (0.5, 0.4)), "from");
        assert_eq!(wrong(|p| p.to = 1.5), "from");
        assert_eq!(wrong(|p| p.from = f32::NAN), "from");
        assert_eq!(wrong(|p| p.direction = 7), "direction");
        assert_eq!(wrong(|p| p.pattern = "##".to_owned()), "pattern");
        assert_eq!(wrong(|p| p.pattern = "n°####".to_owned()), "pattern");
        assert_eq!(wrong(|p| p.pattern = "#".repeat(65)), "pattern");
        let all = EndorserBand::checked(&v1::EndorserPlace { depth: -1.0, direction: -1, ..Default::default() });
        assert_eq!(all.unwrap_err().len(), 3, "all at once");
    }

    #[test]
    fn the_band_lies_along_its_edge_and_reads_both_ways_along_it() {
        let near = |a: (f32, f32, f32, f32), b: (f32, f32, f32, f32)| {
            [(a.0, b.0), (a.1, b.1), (a.2, b.2), (a.3, b.3)].iter().all(|(a, b)| (a - b).abs() < 0.01)
        };
        let band = |place: &v1::EndorserPlace| EndorserBand::checked(place).unwrap();
        let top = band(&place(v1::Edge::Top));
        let around = 0.15 * 84.0;
        assert!(near(top.on(&facts()), (-around, -around, 1000.0 + around, 84.0 + around)), "{:?}", top.on(&facts()));
        assert_eq!(top.turns, [0, 180]);
        let right = v1::EndorserPlace { depth: 0.1, from: 0.5, to: 1.0, ..place(v1::Edge::Right) };
        let right = band(&right);
        assert!(near(right.on(&facts()), (885.0, 685.0, 1015.0, 1415.0)), "{:?}", right.on(&facts()));
        assert_eq!(right.turns, [270, 90]);
        let one_way = v1::EndorserPlace { direction: v1::ImprintDirection::Left.into(), ..place(v1::Edge::Left) };
        assert_eq!(band(&one_way).turns, [180]);
        let mut bordered = facts();
        let quad = Quad::from_rect(100.0, 200.0, 900.0, 1200.0);
        bordered.lie.outline = Some(liasse_imaging::Outline { quad, whole: true, in_perspective: false });
        assert!(near(top.on(&bordered), (91.0, 191.0, 909.0, 269.0)), "{:?}", top.on(&bordered));
    }

    #[test]
    fn a_part_is_set_upright() {
        let lying = part((10.0, 20.0, 110.0, 60.0), 90).unwrap();
        assert_eq!((lying.width, lying.height), (40, 100));
        assert!(lying.to_page.apply(Point::new(0.0, 0.0)).distance(Point::new(110.0, 20.0)) < 0.01);
        assert!(lying.to_page.apply(Point::new(40.0, 0.0)).distance(Point::new(110.0, 60.0)) < 0.01);
        assert_eq!(part((10.0, 20.0, 16.0, 60.0), 0), None);
    }

    #[test]
    fn a_number_is_a_line_of_digits_or_what_fits_the_pattern() {
        let text = |words: &[(&str, f32)], pattern: Option<&str>| {
            let pattern = pattern.map(|p| Pattern::checked(p).unwrap());
            number(&line(0.0, words), pattern.as_ref()).map(|found| (found.text, found.confidence))
        };
        assert_eq!(text(&[("0012", 0.8), ("3456", 1.0)], None), Some(("00123456".to_owned(), 0.9)));
        assert_eq!(text(&[("12-0034/7", 0.5)], None), Some(("12-0034/7".to_owned(), 0.5)));
        for words in [&[("Page", 0.9), ("0012", 0.9)][..], &[("123", 0.9)], &[("-1234", 0.9)], &[("12,50", 0.9)]] {
            assert_eq!(text(words, None), None, "{words:?}");
        }
        let among = [("LOT", 0.9), ("12", 0.9), ("-", 0.9), ("0345", 0.9), ("Lyon", 0.1)];
        assert_eq!(text(&among, Some("LOT ##-####")).unwrap().0, "LOT12-0345");
        assert_eq!(
            text(&[("L0T12-0345", 0.9)], Some("LOT##-####")).unwrap().0,
            "LOT12-0345",
            "as the station spells it"
        );
        assert_eq!(text(&[("LOTI2-0345", 0.9)], Some("LOT##-####")), None, "a digit is not guessed");
        assert_eq!(text(&among, Some("#####")), None, "not a part of a number");
        let siret = [("SIRET", 0.9), ("502", 0.9), ("163", 0.9), ("959", 0.9), ("00039", 0.9)];
        assert_eq!(text(&siret, Some("########")), None, "not the end of another number");
        let mut unclear = line(0.0, &[("0012", 0.9)]);
        unclear.text.legible = false;
        assert_eq!(number(&unclear, None), None);
    }

    #[test]
    fn a_number_that_reads_both_ways_counts_half() {
        let way = |text: &str, confidence| Imprint { text: text.to_owned(), confidence, quad: Quad::default() };
        assert_eq!(surest(vec![way("8091", 0.7), way("1608", 0.9)]).unwrap(), way("1608", 0.9));
        assert_eq!(surest(vec![way("8091", 0.8), way("1608", 0.9)]).unwrap(), way("1608", 0.45));
        assert_eq!(surest(Vec::new()), None);
    }

    #[test]
    fn the_number_is_no_part_of_the_text() {
        // Words lie from 100 to 300 and from 300 to 500.
        let imprint =
            Imprint { text: "000123".to_owned(), confidence: 0.9, quad: Quad::from_rect(305.0, 2.0, 495.0, 18.0) };
        let lines = vec![line(0.0, &[("Madame", 0.9), ("000123", 0.9)]), line(40.0, &[("suite", 0.9)]), line(0.0, &[])];
        let rest: Vec<String> = imprint.taken_out_of(lines).into_iter().map(|line| line.text.text).collect();
        assert_eq!(rest, ["Madame", "suite", ""], "a place that could not be read lies on more than the number");
        let whole = Imprint { quad: Quad::from_rect(100.0, 0.0, 500.0, 20.0), ..imprint };
        assert!(whole.taken_out_of(vec![line(0.0, &[("000", 0.9), ("123", 0.9)]), line(0.0, &[])]).is_empty());
    }
}
