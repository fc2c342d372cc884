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
/// Letters that a judgement rests on; with fewer it counts for less.
const ENOUGH_LETTERS: f32 = 16.0;
/// A page that scores as much lies as it should.
const GOOD: f32 = 0.68;
/// Another way up must score better by this much.
const BETTER: f32 = 0.06;

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

/// A way up that a page may lie.
struct Way {
    score: f32,
    lie: Lie,
    /// Its lines, where they were found.
    begun: Option<Begun>,
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
        let first = self.begin(page, page.facts.lie, found, context, timings).await?;
        let now = score(&first.read);
        if now >= GOOD || page.facts.examined.quality.blank {
            return Ok(first);
        }
        let over = self.upside_down(page, &first, context, timings).await?;
        let mut best = Way { score: over, lie: first.lie.turned(180), begun: None };
        // A page that reads well upside down does not lie on its side.
        if over < GOOD {
            let aside = self.on_its_side(page, context, timings).await?;
            let over = self.upside_down(page, &aside, context, timings).await?;
            let upright = Way { score: score(&aside.read), lie: aside.lie, begun: Some(aside) };
            let over = Way { score: over, lie: upright.lie.turned(180), begun: None };
            for way in [upright, over] {
                if way.score > best.score {
                    best = way;
                }
            }
        }
        if best.score <= now + BETTER {
            return Ok(first);
        }
        match best.begun {
            Some(begun) => Ok(begun),
            None => self.begin_anew(page, best.lie, context, timings).await,
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

    /// How well the lines read first read upside down.
    async fn upside_down(
        &self,
        page: &Arc<Decoded>,
        begun: &Begun,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<f32, Fault> {
        let turned = begun.lie.turned(180).upright(page.facts.width, page.facts.height);
        let Some(to_turned) = turned.to_page.inverse() else {
            return Ok(0.0);
        };
        let crops: Vec<Crop> = begun
            .read
            .iter()
            .filter_map(|line| {
                let Crop { upright, to_page, .. } = line.crop;
                let over = upright.turned_over().mapped(&to_page.then(&to_turned));
                let background = background(&page.facts.examined);
                geometry::crop(&turned, &over, &self.crop_rules, background)
            })
            .collect();
        Ok(score(&self.read_crops(page, &crops, context, timings).await?))
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

/// How much sense lines make, 0 to 1: their mean confidence by the letters of their words of two letters and more, less where
/// there are few letters to judge by. A word counts once however often it is met: a column of equal figures that lies on its side
/// reads like one word again and again. It is the lines' confidence, which is the network's own: that of a word says how often
/// such words are right on pages that lie as they should.
fn score(lines: &[ReadLine]) -> f32 {
    let (mut sum, mut letters) = (0.0, 0.0);
    let mut met = HashSet::new();
    for line in lines {
        let new = line.text.words.iter().filter(|word| met.insert(word.text.to_lowercase()));
        let lengths = new.map(|word| word.text.chars().filter(|c| c.is_alphanumeric()).count());
        let length = lengths.filter(|length| *length >= 2).sum::<usize>() as f32;
        sum += length * line.text.confidence;
        letters += length;
    }
    if letters == 0.0 { 0.0 } else { sum / letters * (letters / ENOUGH_LETTERS).min(1.0) }
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
        assert!((score(&long) - 0.9 * 14.0 / 16.0).abs() < 1e-6);
        assert!((score(&[confident(&[("oui", 0.5)], 0.8)]) - 0.8 * 3.0 / 16.0).abs() < 1e-6);
        assert_eq!(score(&[confident(&[("l", 0.9), ("-:-", 0.9)], 0.9)]), 0.0);
        let column = [confident(&[("LN", 0.9); 10], 0.9), confident(&[("Ln", 0.8), ("LN", 0.8)], 0.8)];
        assert!(score(&column) < 0.9 * 2.0 / 16.0 + 1e-6);
    }
}
