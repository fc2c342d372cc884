//! Finding a page's lines: what the detector sees of it, at which size, and what it says.
//!
//! Responsible for showing the detector no more than it needs: where it costs time, the blank parts of a page are left out, and a page
//! is looked at in few pixels first and in more where its print turns out to be small. Not responsible for how the page lies (see
//! `turning`) nor for reading.

use std::{sync::Arc, time::Instant};

use liasse_geometry::{Ribbon, Transform};
use liasse_imaging::{GreyImage, Written};
use liasse_models::{DetectedLine, InputRules};
use liasse_proto::v1;

use super::{
    Decoded, Pipeline, Sampling, background,
    geometry::{self, Lie},
    reading,
};
use crate::{
    context::{Context, Timings},
    fault::Fault,
    workers,
};

/// Lines of one page that are read; the clearest ones. A page of small print has some 200.
const MAX_LINES: usize = 3000;

/// The lines that were found on a page: at most [`MAX_LINES`], with a warning when there were more.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// In pixels of the upright page.
    pub(super) lines: Vec<Ribbon>,
    pub(super) warning: Option<v1::Warning>,
}

/// In how many pixels a page is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Look {
    Glance,
    Close,
}

/// What the detector sees of an upright page, or of a part of one.
#[derive(Debug)]
pub(super) struct View {
    image: GreyImage,
    frame: Frame,
}

/// Where on the upright page what is seen lies.
#[derive(Debug)]
struct Frame {
    /// Pixels that are seen for one of the upright page.
    scale: f64,
    /// What was kept of it, where something was left out.
    written: Option<Written>,
}

impl View {
    /// What is seen of an upright page in an image at this scale, of which everything is kept.
    pub(super) const fn whole(image: GreyImage, scale: f64) -> Self {
        Self { image, frame: Frame { scale, written: None } }
    }

    /// What is seen of a page at first, when it lies like that.
    pub(super) fn glance(page: &Decoded, lie: Lie, rules: InputRules, sampler: &Sampling) -> Result<Self, Fault> {
        Self::of(page, lie, rules, sampler, Look::Glance)
    }

    fn of(page: &Decoded, lie: Lie, rules: InputRules, sampler: &Sampling, look: Look) -> Result<Self, Fault> {
        let upright = lie.upright(page.facts.width, page.facts.height);
        let size = match look {
            Look::Glance => rules.glance_size(upright.width, upright.height),
            Look::Close => rules.input_size(upright.width, upright.height),
        };
        let background = background(&page.facts.examined);
        let region = geometry::detector_region(&upright, size, background);
        // One region in, one image out.
        let image = sampler.0.sample(&page.pyramid, &[region]).pop();
        let mut image = image.ok_or_else(|| Fault::internal("the sampler gave no image"))?;
        let mut paper = background;
        if let Some(tone) = &page.tone {
            tone.apply(&mut image);
            paper = tone.level(paper);
        }
        let written = rules.may_be_cut().then(|| Written::of(&image));
        let cut = written.map(|written| (rules.cut_size(written.width(), written.height()), written));
        // Nothing is won where what is written takes up as much as the page.
        Ok(match cut.filter(|(seen, _)| seen.width < size.width || seen.height < size.height) {
            Some((seen, written)) => {
                let image = written.cut(&image, seen.width, seen.height, paper);
                Self { image, frame: Frame { scale: size.scale, written: Some(written) } }
            }
            None => Self::whole(image, size.scale),
        })
    }
}

impl Frame {
    /// Where on the upright page a line lies that was found in what was seen.
    fn on_page(&self, line: &DetectedLine) -> Ribbon {
        let ribbon = Ribbon { quad: line.quad, bend: line.bend };
        let (right, down) = self.written.as_ref().map_or((0.0, 0.0), |written| written.shift(line.quad.centre().y));
        let shift = Transform::translation(f64::from(right), f64::from(down));
        ribbon.mapped(&shift.then(&Transform::scaling(1.0 / self.scale, 1.0 / self.scale)))
    }
}

impl Pipeline {
    /// Finds the lines of a page that lies like that; none on a blank one. `glance`: what is seen of it at first, where it was cut out
    /// already.
    pub(super) async fn find(
        &self,
        page: &Arc<Decoded>,
        lie: Lie,
        glance: Option<View>,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Found, Fault> {
        if page.facts.examined.quality.blank && glance.is_none() {
            return Ok(Found::default());
        }
        let view = match glance {
            Some(view) => view,
            None => self.view(page, lie, Look::Glance, context, timings).await?,
        };
        let (mut lines, mut frame) = self.detect(view, context, timings).await?;
        if self.detector_rules.asks_for_more(&lines) && frame.scale < self.close_scale(page, lie) {
            let view = self.view(page, lie, Look::Close, context, timings).await?;
            (lines, frame) = self.detect(view, context, timings).await?;
        }
        Ok(clearest(&lines, &frame))
    }

    /// Finds the lines in what is seen of a part of a page.
    pub(super) async fn find_in(&self, view: View, context: &Context, timings: &mut Timings) -> Result<Found, Fault> {
        let (lines, frame) = self.detect(view, context, timings).await?;
        Ok(clearest(&lines, &frame))
    }

    /// The scale at which a page is seen closely.
    fn close_scale(&self, page: &Decoded, lie: Lie) -> f64 {
        let upright = lie.upright(page.facts.width, page.facts.height);
        self.detector_rules.input_size(upright.width, upright.height).scale
    }

    async fn view(
        &self,
        page: &Arc<Decoded>,
        lie: Lie,
        look: Look,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<View, Fault> {
        let (rules, sampler, page) = (self.detector_rules, Arc::clone(&self.sampler), Arc::clone(page));
        let (view, took) = self
            .images
            .run(context, &mut timings.queue, move || {
                let started = Instant::now();
                (View::of(&page, lie, rules, &sampler, look), started.elapsed())
            })
            .await?;
        timings.upright += took;
        view
    }

    /// The lines in what is seen, in its pixels, and where it lies.
    async fn detect(
        &self,
        view: View,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<(Vec<DetectedLine>, Frame), Fault> {
        let View { image, frame } = view;
        let bucket = workers::detector_bucket(image.width, image.height);
        let ticket = context.ticket(bucket, 1, image.data.len());
        let pending = self.detector.enqueue_all(vec![(image, ticket)]);
        let found = workers::all(pending, context, &mut timings.queue, &mut timings.detect).await?;
        Ok((found.into_iter().flatten().collect(), frame))
    }
}

/// The clearest [`MAX_LINES`] lines, in the order found, with a warning when there were more.
fn clearest(lines: &[DetectedLine], frame: &Frame) -> Found {
    let mut confidences: Vec<f32> = lines.iter().map(|line| line.confidence).collect();
    confidences.sort_by(|a, b| b.total_cmp(a));
    let least = confidences.get(MAX_LINES - 1).copied().unwrap_or(0.0);
    let clear = lines.iter().filter(|line| line.confidence >= least).take(MAX_LINES);
    Found {
        lines: clear.map(|line| frame.on_page(line)).collect(),
        warning: (lines.len() > MAX_LINES).then(|| reading::too_many_lines(lines.len(), MAX_LINES)),
    }
}
