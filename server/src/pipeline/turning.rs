//! Which way up a page is, told by reading a little of it.
//!
//! Responsible for judging the lines that are read first and, where they make no sense, for trying the page the other ways up.
//! It costs a page that lies as it should nothing: the lines that are read first would be read anyway. Not responsible for
//! skew.

use std::{collections::HashSet, sync::Arc, time::Instant};

use liasse_imaging::examine_turned;
use liasse_proto::v1;

use super::{
    Decoded, Pipeline, background,
    finding::Found,
    geometry::{self, Crop, Lie},
    reading::ReadLine,
};
use crate::{
    context::{Context, Timings},
    fault::Fault,
};

/// Lines that are read to tell which way up a page is: the longest.
const PROBES: usize = 6;
/// Further lines that are read where those tell nothing surely: of a letter by hand, its printed head.
const MORE_PROBES: usize = 18;
/// Letters that a judgement rests on; with fewer it counts for less.
const ENOUGH_LETTERS: f32 = 16.0;
/// Letters that a judgement of all those lines rests on at most: those that are read best, since a line that cannot be read tells
/// nothing.
const BEST_LETTERS: f32 = 48.0;
/// A page that scores as much lies as it should.
const GOOD: f32 = 0.68;
/// Another way up must score better by this much.
const BETTER: f32 = 0.06;
/// And by this much where all those lines were read.
const BETTER_BY_MORE: f32 = 0.03;

/// A page's lines, some of them read already.
#[derive(Debug)]
pub(super) struct Begun {
    /// How the page lies.
    pub(super) lie: Lie,
    /// Lines that were read to tell it.
    pub(super) read: Vec<ReadLine>,
    /// Lines yet to be read.
    pub(super) rest: Vec<Crop>,
    /// That there were more lines than are read.
    pub(super) warning: Option<v1::Warning>,
}

impl Pipeline {
    /// Reads the longest lines of a page and, where they make no sense, turns the page until they do. `found`: the lines on
    /// the page as it is taken to lie.
    pub(super) async fn turn(
        &self,
        page: &Arc<Decoded>,
        found: Found,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Begun, Fault> {
        let mut lying = self.begin(page, page.facts.lie, found, context, timings).await?;
        let now = sense(&lying.read);
        if now >= GOOD || page.facts.examined.quality.blank {
            return Ok(lying);
        }
        let mut over = self.upside_down(page, lying.lie, &lying.read, context, timings).await?;
        // A page that reads well upside down does not lie on its side.
        if sense(&over) >= GOOD {
            if sense(&over) <= now + BETTER {
                return Ok(lying);
            }
            return self.begin_anew(page, lying.lie.turned(180), context, timings).await;
        }
        let mut aside = self.on_its_side(page, context, timings).await?;
        let mut aside_over = self.upside_down(page, aside.lie, &aside.read, context, timings).await?;
        let scores = [&lying.read, &aside.read, &over, &aside_over].map(|lines| sense(lines));
        let mut quarters = best(scores, BETTER);
        if scores[quarters] < GOOD && !(lying.rest.is_empty() && aside.rest.is_empty()) {
            for (begun, over) in [(&mut lying, &mut over), (&mut aside, &mut aside_over)] {
                let first = begun.read.len();
                self.read_more(page, begun, context, timings).await?;
                over.extend(self.upside_down(page, begun.lie, &begun.read[first..], context, timings).await?);
            }
            let ways = [&lying.read, &aside.read, &over, &aside_over];
            let few = ways.map(|lines| best_sense(lines, ENOUGH_LETTERS));
            quarters = best(ways.map(|lines| best_sense(lines, BEST_LETTERS)), BETTER_BY_MORE);
            // A page of few letters does not lie otherwise because more are seen the other way up.
            if few[quarters] <= few[0] {
                quarters = 0;
            }
        }
        match quarters {
            0 => Ok(lying),
            1 => Ok(aside),
            2 => self.begin_anew(page, lying.lie.turned(180), context, timings).await,
            _ => self.begin_anew(page, aside.lie.turned(180), context, timings).await,
        }
    }

    /// Finds the lines of a page that lies like that, and reads the longest.
    async fn begin_anew(
        &self,
        page: &Arc<Decoded>,
        lie: Lie,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Begun, Fault> {
        let found = self.find(page, lie, None, context, timings).await?;
        self.begin(page, lie, found, context, timings).await
    }

    /// Reads the longest of the lines that were found on a page that lies like that.
    async fn begin(
        &self,
        page: &Arc<Decoded>,
        lie: Lie,
        found: Found,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Begun, Fault> {
        let mut crops = self.crops(page, &lie, &found.lines);
        // The sort is stable: lines of one length stay in the order found.
        crops.sort_by_key(|crop| std::cmp::Reverse(crop.width()));
        let rest = crops.split_off(crops.len().min(PROBES));
        let read = self.read_crops(page, &crops, context, timings).await?;
        Ok(Begun { lie, read, rest, warning: found.warning })
    }

    /// Reads more of a page's lines.
    async fn read_more(
        &self,
        page: &Arc<Decoded>,
        begun: &mut Begun,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<(), Fault> {
        let rest = begun.rest.split_off(begun.rest.len().min(MORE_PROBES));
        let more = std::mem::replace(&mut begun.rest, rest);
        begun.read.extend(self.read_crops(page, &more, context, timings).await?);
        Ok(())
    }

    /// What lines that were read on a page that lies like that say upside down.
    async fn upside_down(
        &self,
        page: &Arc<Decoded>,
        lie: Lie,
        read: &[ReadLine],
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Vec<ReadLine>, Fault> {
        let turned = lie.turned(180).upright(page.facts.width, page.facts.height);
        let Some(to_turned) = turned.to_page.inverse() else {
            return Ok(Vec::new());
        };
        let crops: Vec<Crop> = read
            .iter()
            .filter_map(|line| {
                let Crop { upright, to_page, .. } = line.crop;
                let over = upright.turned_over().mapped(&to_page.then(&to_turned));
                let background = background(&page.facts.examined);
                geometry::crop(&turned, &over, &self.crop_rules, background)
            })
            .collect();
        self.read_crops(page, &crops, context, timings).await
    }

    /// The page as if turned by a quarter, its skew measured so: its longest lines read.
    async fn on_its_side(&self, page: &Arc<Decoded>, context: &Context, timings: &mut Timings) -> Result<Begun, Fault> {
        let turned = page.facts.lie.turned(90);
        let same = Arc::clone(page);
        let (examined, took) = self
            .images
            .run(context, &mut timings.queue, move || {
                let started = Instant::now();
                (examine_turned(&same.pyramid, turned.orientation_degrees), started.elapsed())
            })
            .await?;
        timings.upright += took;
        let lie = Lie::of(&examined, turned.orientation_degrees);
        self.begin_anew(page, lie, context, timings).await
    }
}

/// The quarters by which a page is to be turned: those that score best, none where that is not better by more than `margin`.
fn best(scores: [f32; 4], margin: f32) -> usize {
    let turned = (1..4).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0);
    if scores[turned] > scores[0] + margin { turned } else { 0 }
}

/// How much sense lines make, 0 to 1: their mean confidence by letters, less where there are few letters to judge by.
fn sense(lines: &[ReadLine]) -> f32 {
    let (sum, letters) = letters(lines)
        .fold((0.0, 0.0), |(sum, all), (confidence, letters)| (sum + letters * confidence, all + letters));
    if letters == 0.0 { 0.0 } else { sum / letters * (letters / ENOUGH_LETTERS).min(1.0) }
}

/// The same of the `enough` letters that are read most surely; those that are lacking count as not read.
fn best_sense(lines: &[ReadLine], enough: f32) -> f32 {
    let mut surest: Vec<(f32, f32)> = letters(lines).collect();
    surest.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (sum, _) = surest.into_iter().fold((0.0, enough), |(sum, lacking): (f32, f32), (confidence, letters)| {
        let counted = letters.min(lacking);
        (sum + counted * confidence, lacking - counted)
    });
    sum / enough
}

/// The confidence of each line and the letters of its words of two letters and more. A word counts once however often it is met:
/// a column of equal figures that lies on its side reads like one word again and again. It is the line's confidence, which is the
/// network's own: that of a word says how often such words are right on pages that lie as they should.
fn letters(lines: &[ReadLine]) -> impl Iterator<Item = (f32, f32)> {
    let mut met = HashSet::new();
    lines.iter().map(move |line| {
        let new = line.text.words.iter().filter(|word| met.insert(word.text.to_lowercase()));
        let lengths = new.map(|word| word.text.chars().filter(|c| c.is_alphanumeric()).count());
        (line.text.confidence, lengths.filter(|length| *length >= 2).sum::<usize>() as f32)
    })
}

#[cfg(test)]
mod tests {
    use super::{super::reading::tests::line, *};

    #[test]
    fn sense_grows_with_confidence_and_with_letters() {
        let confident = |words: &[(&str, f32)], confidence| {
            let mut line = line(0.0, words);
            line.text.confidence = confidence;
            line
        };
        let long = [confident(&[("Madame,", 0.9), ("Monsieur", 0.9), ("à", 0.1)], 0.9), confident(&[("l", 0.1)], 0.1)];
        assert!((sense(&long) - 0.9 * 14.0 / 16.0).abs() < 1e-6);
        assert!((sense(&[confident(&[("oui", 0.5)], 0.8)]) - 0.8 * 3.0 / 16.0).abs() < 1e-6);
        assert_eq!(sense(&[confident(&[("l", 0.9), ("-:-", 0.9)], 0.9)]), 0.0);
        let column = [confident(&[("LN", 0.9); 10], 0.9), confident(&[("Ln", 0.8), ("LN", 0.8)], 0.8)];
        assert!(sense(&column) < 0.9 * 2.0 / 16.0 + 1e-6);
    }

    #[test]
    fn lines_that_cannot_be_read_do_not_count_where_others_can() {
        let line = |text: String, confidence| {
            let mut line = line(0.0, &[(&text, confidence)]);
            line.text.confidence = confidence;
            line
        };
        let head = line("a".repeat(24), 0.9);
        let mut page = vec![head];
        assert!((best_sense(&page, BEST_LETTERS) - 0.9 * 24.0 / 48.0).abs() < 1e-6);
        page.insert(0, line("b".repeat(60), 0.4));
        assert!((best_sense(&page, BEST_LETTERS) - (0.9 + 0.4) / 2.0).abs() < 1e-6);
        assert!(sense(&page) < 0.6);
    }

    #[test]
    fn a_page_is_turned_where_it_reads_better_by_enough() {
        assert_eq!(best([0.5, 0.55, 0.52, 0.1], 0.03), 1);
        assert_eq!(best([0.5, 0.55, 0.52, 0.1], 0.06), 0);
        assert_eq!(best([0.5, 0.1, 0.2, 0.6], 0.06), 3);
    }
}
