//! Finds what a recogniser's confidences are to be made of, on drawn lines that it was never trained on:
//!
//! `liasse-corpus stream-lines --seed 950000000 --count 6000 ... | cargo run --release -p liasse-models --example fit_confidence -- FOLDER`
//!
//! FOLDER holds the recogniser's manifest. Logistic regression over the words of two thirds of the lines; how well the
//! confidences then fit, and how well the network's own did, is printed for the other third.
#![expect(clippy::print_stdout, reason = "a command that prints what it found")]
#![expect(clippy::needless_range_loop, reason = "matrices are clearer by their indices")]

use std::io::BufReader;
use std::path::PathBuf;

use liasse_corpus::lines::LineRecord;
use liasse_imaging::GreyImage;
use liasse_models::{Evidence, LineText, Manifest, OrtEngine, OrtOptions, Recogniser, find_runtime, init_runtime};

type Failure = Box<dyn std::error::Error>;

/// A word: its evidence, the network's own confidence, and whether it is right.
struct Sample {
    evidence: [f64; 4],
    own: f64,
    right: bool,
}

fn main() -> Result<(), Failure> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("usage: fit_confidence FOLDER < LINES")?;
    init_runtime(&find_runtime()?)?;
    let mut manifest = Manifest::load(&folder)?;
    let ctc = manifest.ctc.as_mut().ok_or("this is no recogniser's manifest")?;
    ctc.confidence = None;
    let engine = OrtEngine::load(&manifest.file, OrtOptions::default())?;
    let mut recogniser = Recogniser::new(manifest, Box::new(engine))?;

    let (mut fitted, mut held) = (Vec::new(), Vec::new());
    let mut input = BufReader::new(std::io::stdin().lock());
    let mut count = 0;
    while let Some(line) = LineRecord::read(&mut input)? {
        let crop = GreyImage {
            width: u32::try_from(line.image.width)?,
            height: u32::try_from(line.image.height)?,
            data: line.image.data,
        };
        let read = recogniser.read(std::slice::from_ref(&crop))?.pop().ok_or("no answer")?;
        let of_line = samples(&read, &recogniser.evidence(&read), &line.text);
        if count % 3 == 0 { &mut held } else { &mut fitted }.extend(of_line);
        count += 1;
    }
    if fitted.is_empty() || held.is_empty() {
        return Err("no words were read".into());
    }
    let weights = fit(&fitted);
    println!("{count} lines, {} words to fit, {} to judge by", fitted.len(), held.len());
    let [shift, doubt, line, surprise] = weights;
    println!(
        "confidence = {{ doubt = {doubt:.3}, line = {line:.3}, surprise = {:.3}, shift = {shift:.3} }}",
        -surprise
    );
    judge("the network's own", &held, |sample| sample.own);
    judge("made of it", &held, |sample| probability(&weights, &sample.evidence));
    Ok(())
}

/// The words of a line, told right or wrong by the longest common sequence with the line's truth.
fn samples(read: &LineText, evidence: &[Evidence], truth: &str) -> Vec<Sample> {
    let words: Vec<&str> = read.words.iter().map(|word| word.text.as_str()).collect();
    let truth: Vec<&str> = truth.split_whitespace().collect();
    let mut longest = vec![vec![0_usize; truth.len() + 1]; words.len() + 1];
    for i in (0..words.len()).rev() {
        for j in (0..truth.len()).rev() {
            longest[i][j] =
                if words[i] == truth[j] { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut right, mut i, mut j) = (vec![false; words.len()], 0, 0);
    while i < words.len() && j < truth.len() {
        if words[i] == truth[j] {
            right[i] = true;
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    read.words
        .iter()
        .zip(evidence)
        .zip(right)
        .filter(|_| read.legible)
        .map(|((word, e), right)| Sample {
            evidence: [1.0, e.doubt, e.line, e.surprise].map(f64::from),
            own: f64::from(word.confidence),
            right,
        })
        .collect()
}

fn probability(weights: &[f64; 4], evidence: &[f64; 4]) -> f64 {
    let odds: f64 = weights.iter().zip(evidence).map(|(w, e)| w * e).sum();
    1.0 / (1.0 + (-odds).exp())
}

/// Logistic regression by Newton's method with a little ridge.
fn fit(samples: &[Sample]) -> [f64; 4] {
    let mut weights = [0.0; 4];
    for _ in 0..30 {
        let mut gradient = [0.0; 4];
        let mut hessian = [[0.0; 4]; 4];
        for sample in samples {
            let p = probability(&weights, &sample.evidence);
            let error = f64::from(u8::from(sample.right)) - p;
            for i in 0..4 {
                gradient[i] += error * sample.evidence[i];
                for j in 0..4 {
                    hessian[i][j] += p * (1.0 - p) * sample.evidence[i] * sample.evidence[j];
                }
            }
        }
        for i in 0..4 {
            gradient[i] -= 1e-3 * weights[i];
            hessian[i][i] += 1e-3;
        }
        for (weight, step) in weights.iter_mut().zip(solve(hessian, gradient)) {
            *weight += step;
        }
    }
    weights
}

/// Gauss's elimination; the matrix is positive definite, so that no pivot is 0.
fn solve(mut matrix: [[f64; 4]; 4], mut right: [f64; 4]) -> [f64; 4] {
    for i in 0..4 {
        for row in i + 1..4 {
            let factor = matrix[row][i] / matrix[i][i];
            for column in i..4 {
                matrix[row][column] -= factor * matrix[i][column];
            }
            right[row] -= factor * right[i];
        }
    }
    for i in (0..4).rev() {
        for column in i + 1..4 {
            right[i] -= matrix[i][column] * right[column];
        }
        right[i] /= matrix[i][i];
    }
    right
}

/// Prints the expected calibration error over ten bins, and the share of wrong words among the tenth least sure.
fn judge(what: &str, samples: &[Sample], confidence: impl Fn(&Sample) -> f64) {
    let mut bins = [(0.0, 0.0, 0.0); 10];
    let mut order: Vec<(f64, bool)> = Vec::with_capacity(samples.len());
    for sample in samples {
        let value = confidence(sample);
        let bin = &mut bins[((value * 10.0) as usize).min(9)];
        bin.0 += 1.0;
        bin.1 += value;
        bin.2 += f64::from(u8::from(sample.right));
        order.push((value, sample.right));
    }
    let error: f64 = bins.iter().map(|(_, sum, right)| (sum - right).abs()).sum::<f64>() / samples.len() as f64;
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let wrong = order.iter().filter(|(_, right)| !right).count();
    let caught = order.iter().take(samples.len() / 10).filter(|(_, right)| !right).count();
    println!(
        "{what}: expected calibration error {error:.4}; {:.1} % of words are wrong, {:.1} % of them among the tenth least sure",
        100.0 * wrong as f64 / samples.len() as f64,
        100.0 * caught as f64 / wrong.max(1) as f64
    );
}
