//! Files as they are met: everything of a kind that is read here beside the repository. Skipped, said aloud, where there
//! are none.

use std::path::PathBuf;

use liasse_imaging::PixelFormat::Grey8;
use liasse_imaging::{GreyPyramid, examine};

use crate::pictures::{open, real_pages};

/// Files that may be refused, with the reasons that are right for them.
const HOPELESS: [(&str, &[&str]); 2] = [
    // Text in the place of its header, and nothing of it is where it says.
    ("broken_unfixable.pdf", &["PDF_CORRUPT", "PDF_NO_PAGES"]),
    ("XfaForm_15p_encrypted.pdf", &["PDF_ENCRYPTED"]),
];

fn files() -> Vec<PathBuf> {
    let Some(folder) = real_pages() else { return Vec::new() };
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| std::fs::read_dir(entry.unwrap().path()).ok())
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
            matches!(ending, "jpg" | "jpeg" | "png" | "tif" | "tiff" | "webp" | "bmp" | "gif" | "pdf")
        })
        .collect();
    files.sort();
    assert!(files.len() > 20, "{} holds hardly any files", folder.display());
    files
}

#[test]
fn every_real_file_opens_and_every_page_decodes() {
    let mut pages = 0;
    for path in files() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = match open(std::fs::read(&path).unwrap()) {
            Ok(source) => source,
            Err(error) => {
                let reasons = HOPELESS.iter().find(|(hopeless, _)| *hopeless == name).map_or(&[][..], |(_, why)| why);
                assert!(reasons.contains(&error.reason()), "{name}: {error}");
                continue;
            }
        };
        for index in 0..source.page_count() {
            let page = source.decode(index, Grey8).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(page.data().len(), page.width() as usize * page.height() as usize, "{name}");
            let dpi = page.dpi();
            assert!(dpi.is_none_or(|dpi| (20.0..=2400.0).contains(&dpi)), "{name}: {dpi:?} dpi");
            let blank = examine(&GreyPyramid::new(page).unwrap()).quality.blank;
            // The blank ones say so in their names, but not the other way round: forms that only a form reader fills.
            if name.starts_with("blank") {
                assert!(blank, "{name}, page {}, is not seen to be blank", index + 1);
            }
            pages += 1;
        }
    }
    println!("{pages} real pages");
}
