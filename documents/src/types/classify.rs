//! Which type a page is of.
//!
//! Each type scores the weights of its phrases and evidence that are on the page, and of its likeness to the pages that it was learned
//! from. "autre" scores a constant. The confidence is the
//! share of the best in the sum of the exponentials (softmax), so that it is low when two types are near each other or when
//! little speaks for any.

use super::definition::{DocumentType, EvidenceKind};
use super::load::TypeSet;
use super::look::Look;
use crate::learn::Features;
use crate::mrz;
use crate::page::Page;
use crate::validators::cerfa;

/// Name of what a page is when no type fits.
pub const OTHER: &str = "autre";
/// What "autre" scores: a type needs more than this to be taken, which is more than a title alone is worth.
const OTHER_SCORE: f32 = 3.2;
/// Share that is kept back from "autre", however little speaks for any type: what is on the page may not have been read.
const UNKNOWN: f32 = 0.05;
/// Scores are divided by this before the softmax; found on drawn pages so that confidences are near the share that is right.
const TEMPERATURE: f32 = 0.8;
/// Alternatives that are told.
const ALTERNATIVES: usize = 3;

/// What is known of a page besides its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// Contents of its barcodes.
    pub barcodes: Vec<String>,
    /// Document types of its 2D-Docs, such as `28`.
    pub two_d_doc_types: Vec<String>,
    /// Type code (BT-3) of the invoice attached as a file, such as `380`; empty where that does not say.
    pub electronic_invoice: Option<String>,
}

/// One thing that spoke for a type, or against it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The phrase as its file has it, or `mrz td1`, `cerfa 10072*02`, `barcode …`, `2d-doc 28`, `look addressed`, `examples 87 %, looks 70 %`.
    pub what: String,
    /// What it added to the score.
    pub weight: f32,
    /// Line of the page from 0, where it is a line.
    pub line: Option<usize>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Classification {
    /// Name of the type, or [`OTHER`].
    pub type_name: String,
    /// French label.
    pub label: String,
    /// Family of the type.
    pub family: String,
    /// 0 to 1.
    pub confidence: f32,
    /// Confidence that the page is of the type's family, 0 to 1: high where only types of one family are near each other, as
    /// with letters of several kinds of senders.
    pub family_confidence: f32,
    /// What spoke for it or against it, the weightiest first; empty for [`OTHER`].
    pub reasons: Vec<Reason>,
    /// The next types and their confidences, the likeliest first; at most 3.
    pub alternatives: Vec<(String, f32)>,
    /// SHA-256 of the type's file; of the whole set for [`OTHER`].
    pub sha256: String,
}

impl TypeSet {
    /// What speaks for and against each type on a page, by name, whatever the page is told to be: for finding out why.
    pub fn reasons(&self, page: &Page, hints: &Hints) -> Vec<(&DocumentType, Vec<Reason>)> {
        let types: Vec<&DocumentType> = self.iter().collect();
        let mut reasons: Vec<Vec<Reason>> = vec![Vec::new(); types.len()];
        // Type, phrase and wording of each entry of the lexicon.
        let mut owners = Vec::new();
        for (t, ty) in types.iter().enumerate() {
            for (p, phrase) in ty.phrases.iter().enumerate() {
                owners.extend((0..phrase.texts.len()).map(|w| (t, p, w)));
            }
        }
        let mut counted = None;
        for found in self.lexicon.search(page) {
            let (t, p, wording) = owners[found.phrase];
            // Wordings of one phrase follow each other; the first that is there counts.
            if counted.replace((t, p)) == Some((t, p)) {
                continue;
            }
            let phrase = &types[t].phrases[p];
            reasons[t].push(Reason {
                what: phrase.texts[wording].clone(),
                weight: phrase.weight,
                line: Some(found.line),
            });
        }
        let evidence = Seen::on(page);
        for (t, ty) in types.iter().enumerate() {
            for e in &ty.evidence {
                if let Some((what, line)) = evidence.shows(&e.kind, hints) {
                    reasons[t].push(Reason { what, weight: e.weight, line });
                }
            }
        }
        // Most sets have no examples, and then there is nothing to compare.
        let features = if self.prototypes.is_empty() { Features::default() } else { Features::of(page) };
        for (name, likeness) in self.prototypes.compare(&features, page.embedding(), OTHER_SCORE) {
            if let Some(t) = types.iter().position(|t| t.name == name) {
                let percent = |share: f32| (100.0 * share).clamp(0.0, 100.0);
                let look = likeness.look.map(|look| format!(", looks {:.0} %", percent(look))).unwrap_or_default();
                let what = format!("examples {:.0} %{look}", percent(likeness.similarity));
                reasons[t].push(Reason { what, weight: likeness.weight, line: None });
            }
        }
        types.into_iter().zip(reasons).collect()
    }

    /// Tells which type a page is of.
    pub fn classify(&self, page: &Page, hints: &Hints) -> Classification {
        let (types, mut reasons): (Vec<&DocumentType>, Vec<Vec<Reason>>) =
            self.reasons(page, hints).into_iter().unzip();
        let scores: Vec<f32> = reasons.iter().map(|r| r.iter().map(|r| r.weight).sum()).collect();
        let highest = scores.iter().copied().fold(OTHER_SCORE, f32::max);
        let power = |score: f32| ((score - highest) / TEMPERATURE).exp();
        // A type that nothing speaks for takes no share, however many such types there are.
        let share = |score: f32| if score > 0.0 { power(score) } else { 0.0 };
        let total: f32 = power(OTHER_SCORE) * (1.0 + UNKNOWN) + scores.iter().map(|s| share(*s)).sum::<f32>();
        let mut ranked: Vec<(Option<usize>, f32)> = [(None, power(OTHER_SCORE) / total)]
            .into_iter()
            .chain((0..types.len()).map(|t| (Some(t), share(scores[t]) / total)))
            .collect();
        // A stable sort: of equals "autre", then the first by name.
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let name = |t: &Option<usize>| t.map_or(OTHER, |t| types[t].name.as_str()).to_owned();
        let alternatives = ranked.iter().skip(1).take(ALTERNATIVES).map(|(t, p)| (name(t), *p)).collect();
        let (best, confidence) = ranked[0];
        let kin = |t: &Option<usize>| match (t, best) {
            (Some(t), Some(b)) => types[*t].family == types[b].family,
            (t, b) => *t == b,
        };
        let family_confidence = ranked.iter().filter(|(t, _)| kin(t)).map(|(_, p)| p).sum::<f32>().min(1.0);
        let type_name = name(&best);
        match best {
            None => Classification {
                label: "Autre document".to_owned(),
                family: type_name.clone(),
                type_name,
                confidence,
                family_confidence,
                reasons: Vec::new(),
                alternatives,
                sha256: self.sha256().to_owned(),
            },
            Some(t) => {
                let mut reasons = std::mem::take(&mut reasons[t]);
                reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
                Classification {
                    label: types[t].label.clone(),
                    family: types[t].family.clone(),
                    type_name,
                    confidence,
                    family_confidence,
                    reasons,
                    alternatives,
                    sha256: types[t].sha256.clone(),
                }
            }
        }
    }
}

/// Machine readable zones and CERFA numbers of a page, with their lines, and how it looks.
struct Seen {
    zones: Vec<(usize, mrz::Zone)>,
    forms: Vec<(usize, String)>,
    looks: Vec<Look>,
}

impl Seen {
    fn on(page: &Page) -> Seen {
        let texts: Vec<String> = page.lines().iter().map(super::super::page::Line::text).collect();
        let zones = mrz::find(&texts).into_iter().filter_map(|(lines, zone)| Some((*lines.first()?, zone))).collect();
        let forms = texts.iter().enumerate().filter_map(|(i, text)| Some((i, form_number(text)?))).collect();
        let looks = Look::ALL.into_iter().filter(|look| look.is_of(page));
        Seen { zones, forms, looks: looks.collect() }
    }

    /// What is told of an evidence that is there, and its line.
    fn shows(&self, kind: &EvidenceKind, hints: &Hints) -> Option<(String, Option<usize>)> {
        match kind {
            EvidenceKind::Mrz { layout, code } => {
                let zone =
                    self.zones.iter().find(|(_, z)| z.layout == *layout && z.document_code.starts_with(code.as_str()));
                zone.map(|(line, z)| (format!("mrz {} {}", z.layout.name(), z.document_code), Some(*line)))
            }
            EvidenceKind::Cerfa(number) => {
                let form = self.forms.iter().find(|(_, f)| f.starts_with(number.as_str()));
                form.map(|(line, f)| (format!("cerfa {f}"), Some(*line)))
            }
            EvidenceKind::Barcode(start) => {
                let code = hints.barcodes.iter().find(|b| b.starts_with(start.as_str()));
                code.map(|_| (format!("barcode {start}…"), None))
            }
            EvidenceKind::TwoDDoc(kind) => {
                hints.two_d_doc_types.iter().any(|t| t == kind).then(|| (format!("2d-doc {kind}"), None))
            }
            EvidenceKind::ElectronicInvoice(kind) => {
                let code = hints.electronic_invoice.as_ref().filter(|code| kind.is_empty() || *code == kind)?;
                Some((format!("electronic invoice {code}").trim_end().to_owned(), None))
            }
            EvidenceKind::Look(look) => self.looks.contains(look).then(|| (format!("look {}", look.name()), None)),
        }
    }
}

/// The CERFA number in a line.
fn form_number(text: &str) -> Option<String> {
    let compact: Vec<char> = text.chars().filter(|c| !crate::text::is_space(*c)).collect();
    compact.iter().enumerate().filter(|(_, c)| **c == '*').find_map(|(star, _)| {
        let piece: String = compact.get(star.checked_sub(5)?..(star + 3).min(compact.len()))?.iter().collect();
        cerfa(&piece).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fixtures::page;

    fn set() -> TypeSet {
        let own =
            |name: &str, rest: &str| (format!("{name}.toml"), format!("name = \"{name}\"\nlabel = \"{name}\"\n{rest}"));
        TypeSet::from_texts([
            own("menu", "phrase = [{ text = \"plat du jour\", weight = 6 }, { text = \"facture\", weight = -4 }]\n"),
            own("carte", "evidence = [{ mrz = \"french_card\", weight = 6 }, { two_d_doc = \"28\", weight = 6 }]\n"),
            own("formulaire", "evidence = [{ cerfa = \"10072\", weight = 6 }, { barcode = \"AB\", weight = 6 }]\n"),
        ])
        .unwrap()
    }

    #[test]
    fn the_best_type_comes_with_its_reasons() {
        let told =
            set().classify(&page(&[(0.0, 0.0, "Bonjour"), (0.0, 30.0, "Plat du jour : sole")]), &Hints::default());
        assert_eq!(told.type_name, "menu");
        assert!(told.confidence > 0.9, "{told:?}");
        assert_eq!(told.reasons, [Reason { what: "plat du jour".into(), weight: 6.0, line: Some(1) }]);
        assert_eq!(told.alternatives[0].0, OTHER);
        assert_eq!(told.family_confidence, told.confidence);
    }

    #[test]
    fn what_speaks_against_a_type_counts_too() {
        let told = set().classify(&page(&[(0.0, 0.0, "Facture du plat du jour")]), &Hints::default());
        assert_eq!(told.type_name, OTHER);
        assert!(told.reasons.is_empty());
        assert!((0.5..0.96).contains(&told.confidence), "{told:?}");
        let nothing = set().classify(&page(&[]), &Hints::default());
        assert!((0.95..0.96).contains(&nothing.confidence), "nothing speaks for any type: {nothing:?}");
        assert_eq!((nothing.type_name.as_str(), nothing.label.as_str()), (OTHER, "Autre document"));
    }

    #[test]
    fn zones_forms_and_codes_are_evidence() {
        let card = ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"];
        let told = set().classify(&page(&[(0.0, 0.0, card[0]), (0.0, 30.0, card[1])]), &Hints::default());
        assert_eq!((told.type_name.as_str(), told.reasons[0].what.as_str()), ("carte", "mrz french_card ID"));
        let told = set().classify(&page(&[(0.0, 0.0, "cerfa N° 10072 * 02")]), &Hints::default());
        assert_eq!((told.type_name.as_str(), told.reasons[0].what.as_str()), ("formulaire", "cerfa 10072*02"));
        assert_eq!(set().classify(&page(&[(0.0, 0.0, "cerfa 10073*02")]), &Hints::default()).type_name, OTHER);
        let hints = Hints { barcodes: vec!["ABC".into()], ..Hints::default() };
        assert_eq!(set().classify(&page(&[]), &hints).type_name, "formulaire");
        let hints = Hints { two_d_doc_types: vec!["28".into()], ..Hints::default() };
        assert_eq!(set().classify(&page(&[]), &hints).type_name, "carte");
    }
}
