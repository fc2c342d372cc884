//! The faces there are to draw with: found, judged, chosen by weight, loaded when first used.

pub(crate) mod face;
mod survey;

use crate::rng::Rng;
use face::FaceData;
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
pub(crate) use survey::FaceClass;
use survey::Survey;

/// A font file larger than this is for other scripts.
const MAX_FILE_BYTES: u64 = 12 << 20;
/// More faces than this are not looked at.
const MAX_FACES: usize = 4000;

/// A face fit to draw with.
#[derive(Debug)]
pub(crate) struct Face {
    pub(crate) survey: Survey,
    source: Source,
    data: OnceLock<FaceData>,
}

#[derive(Debug)]
enum Source {
    File(PathBuf),
    Bundled(&'static [u8]),
}

impl Face {
    /// What the face draws; read at first use.
    ///
    /// # Panics
    /// If the file, which could be read when the program started, has gone or changed since.
    pub(crate) fn data(&self) -> &FaceData {
        self.data.get_or_init(|| {
            let bytes;
            let slice: &[u8] = match &self.source {
                Source::File(path) => {
                    bytes = std::fs::read(path).unwrap_or_default();
                    &bytes
                }
                Source::Bundled(slice) => slice,
            };
            match FaceData::read(slice) {
                Some(data) => data,
                None => panic!("the font {} can no longer be read", self.survey.name),
            }
        })
    }

    /// One line on the face for a person: class, weight, marks, family, file.
    pub(crate) fn describe(&self) -> String {
        let s = &self.survey;
        let mark = |yes: bool, c: char| if yes { c } else { '-' };
        let marks: String =
            [mark(s.bold, 'b'), mark(s.italic, 'i'), mark(s.extreme, 'x'), mark(s.narrow, 'n'), mark(s.bookish, 'o')]
                .iter()
                .collect();
        let file = match &self.source {
            Source::File(path) => path.display().to_string(),
            Source::Bundled(_) => "bundled".to_owned(),
        };
        format!("{:?}\t{}\t{marks}\t{}\t{file}", s.class, s.weight, s.family)
    }

    pub(crate) fn class(&self) -> FaceClass {
        self.survey.class
    }
}

/// All faces to draw with.
#[derive(Debug)]
pub(crate) struct FaceLibrary {
    faces: Vec<Arc<Face>>,
    /// Families of each class: weight and members.
    families: HashMap<FaceClass, Vec<(f32, Vec<usize>)>>,
}

/// What is asked of a face beside its class.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wish {
    pub(crate) bold: Option<bool>,
    pub(crate) italic: Option<bool>,
    pub(crate) narrow: bool,
    pub(crate) bookish: bool,
}

impl FaceLibrary {
    /// The faces in the repository, and every fit one under the folders.
    pub(crate) fn load(folders: &[PathBuf]) -> FaceLibrary {
        let mut faces: Vec<Face> = BUNDLED
            .iter()
            .filter_map(|(name, bytes)| {
                let survey = survey::survey(bytes, name)?;
                Some(Face { survey, source: Source::Bundled(bytes), data: OnceLock::new() })
            })
            .collect();
        let mut paths = Vec::new();
        for folder in folders {
            collect(folder, 0, &mut paths);
        }
        paths.sort();
        paths.dedup();
        let found: Vec<Face> = paths
            .par_iter()
            .filter_map(|path| {
                let bytes = std::fs::read(path).ok()?;
                let name = path.file_name()?.to_string_lossy().into_owned();
                let survey = survey::survey(&bytes, &name)?;
                Some(Face { survey, source: Source::File(path.clone()), data: OnceLock::new() })
            })
            .collect();
        faces.extend(found);
        // A family in many weights and widths must not be met more often for that: weight goes by family.
        let mut families: HashMap<FaceClass, HashMap<String, (f32, Vec<usize>)>> = HashMap::new();
        for (i, face) in faces.iter().enumerate() {
            let key: String =
                face.survey.family.split_whitespace().take(2).collect::<Vec<_>>().join(" ").to_lowercase();
            let entry = families.entry(face.survey.class).or_default().entry(key).or_insert((0.0, Vec::new()));
            entry.0 = entry.0.max(face.survey.weight);
            entry.1.push(i);
        }
        let families = families
            .into_iter()
            .map(|(class, families)| {
                let mut list: Vec<(f32, Vec<usize>)> = families.into_values().collect();
                list.sort_by_key(|(_, members)| members[0]);
                (class, list)
            })
            .collect();
        FaceLibrary { faces: faces.into_iter().map(Arc::new).collect(), families }
    }

    /// Every face.
    pub(crate) fn all(&self) -> &[Arc<Face>] {
        &self.faces
    }

    /// A face of one of the classes (the first that has any), as near to the wish as can be. `None` only when there is
    /// no face at all.
    pub(crate) fn choose(&self, classes: &[FaceClass], wish: Wish, rng: &mut Rng) -> Option<Arc<Face>> {
        const ANY: [FaceClass; 6] = [
            FaceClass::Sans,
            FaceClass::Serif,
            FaceClass::Mono,
            FaceClass::Typewriter,
            FaceClass::Ocr,
            FaceClass::Hand,
        ];
        let families = classes.iter().chain(&ANY).find_map(|class| self.families.get(class))?;
        let fits = |i: &&usize| {
            let s = &self.faces[**i].survey;
            (!wish.narrow || s.narrow) && (!wish.bookish || s.bookish)
        };
        let weights: Vec<f32> =
            families.iter().map(|(w, members)| if members.iter().any(|i| fits(&i)) { *w } else { 0.0 }).collect();
        let any = weights.iter().any(|w| *w > 0.0);
        let family = if any { rng.weighted(&weights) } else { rng.below(families.len()) };
        let members: Vec<usize> = families[family].1.iter().filter(|i| !any || fits(i)).copied().collect();
        let style: Vec<f32> = members
            .iter()
            .map(|i| {
                let s = &self.faces[*i].survey;
                let mut w = if s.extreme { 0.05 } else { 1.0 };
                w *= match wish.bold {
                    Some(bold) if bold != s.bold => 0.001,
                    Some(_) => 1.0,
                    None if s.bold => 0.25,
                    None => 1.0,
                };
                w *= match wish.italic {
                    Some(italic) if italic != s.italic => 0.001,
                    Some(_) => 1.0,
                    None if s.italic => 0.22,
                    None => 1.0,
                };
                if s.narrow && !wish.narrow { w * 0.3 } else { w }
            })
            .collect();
        members.get(rng.weighted(&style)).map(|i| Arc::clone(&self.faces[*i]))
    }

    /// The face of the same family that is bold or not, italic or not, if there is one.
    pub(crate) fn sibling(&self, face: &Face, bold: bool, italic: bool) -> Option<Arc<Face>> {
        self.faces
            .iter()
            .filter(|f| f.survey.family == face.survey.family && f.survey.class == face.survey.class)
            .find(|f| f.survey.bold == bold && f.survey.italic == italic && !f.survey.extreme)
            .cloned()
    }
}

/// The faces in the repository (licences beside them).
const BUNDLED: &[(&str, &[u8])] = &[
    ("LiberationSans-Regular.ttf", include_bytes!("../../fonts/LiberationSans-Regular.ttf")),
    ("LiberationSans-Bold.ttf", include_bytes!("../../fonts/LiberationSans-Bold.ttf")),
    ("LiberationSerif-Regular.ttf", include_bytes!("../../fonts/LiberationSerif-Regular.ttf")),
    ("LiberationSerif-Bold.ttf", include_bytes!("../../fonts/LiberationSerif-Bold.ttf")),
    ("LiberationSerif-Italic.ttf", include_bytes!("../../fonts/LiberationSerif-Italic.ttf")),
    ("LiberationMono-Regular.ttf", include_bytes!("../../fonts/LiberationMono-Regular.ttf")),
    ("GNUTypewriter.ttf", include_bytes!("../../fonts/GNUTypewriter.ttf")),
    ("GFSDidot.otf", include_bytes!("../../fonts/GFSDidot.otf")),
    ("Ecolier-court.ttf", include_bytes!("../../fonts/Ecolier-court.ttf")),
    ("OCRB.otf", include_bytes!("../../fonts/OCRB.otf")),
];

fn collect(folder: &Path, depth: usize, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(meta) = std::fs::metadata(&path) else { continue };
        if meta.is_dir() {
            if depth < 8 {
                collect(&path, depth + 1, out);
            }
        } else if meta.len() <= MAX_FILE_BYTES && out.len() < MAX_FACES {
            let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
            // Type 1 containers with the same faces as their OpenType siblings are left aside.
            if matches!(extension.as_deref(), Some("ttf" | "otf")) {
                out.push(path);
            }
        }
    }
}
