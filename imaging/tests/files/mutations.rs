//! Files changed at random: whatever comes of it, it is a page or an error.

use std::time::{Duration, Instant};

use liasse_imaging::PixelFormat::{Grey8, Rgb8};
use liasse_imaging::{GreyPyramid, Limits, Source, examine, read_barcodes};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::bad::whole_files;

#[test]
fn changed_files_never_do_harm() {
    let mut random = StdRng::seed_from_u64(20_261);
    // Small limits keep the run short; that they hold is a part of what is tested.
    let limits = Limits { max_pixels: 200_000, max_side: 2_000, max_pages: 10, ..Limits::default() };
    let (mut pages, mut errors) = (0, 0);
    for (name, file) in whole_files() {
        for round in 0..120 {
            let mut changed = file.clone();
            match random.random_range(0..4) {
                0 => {
                    for _ in 0..random.random_range(1..8) {
                        let at = random.random_range(0..changed.len());
                        changed[at] = random.random();
                    }
                }
                // Headers are short; most of what can go wrong is in them.
                1 => {
                    for _ in 0..random.random_range(1..6) {
                        let at = random.random_range(0..changed.len().min(200));
                        changed[at] = *[0, 1, 0x7f, 0x80, 0xff].get(random.random_range(0..5)).unwrap();
                    }
                }
                2 => {
                    let (a, b) = (random.random_range(0..changed.len()), random.random_range(0..changed.len()));
                    changed.drain(a.min(b)..a.max(b));
                }
                _ => {
                    let (a, b) = (random.random_range(0..changed.len()), random.random_range(0..changed.len()));
                    let part = changed[a.min(b)..a.max(b)].to_vec();
                    let at = random.random_range(0..changed.len());
                    changed.splice(at..at, part);
                }
            }
            let start = Instant::now();
            match Source::open(changed.into(), None, &limits) {
                Ok(source) => {
                    for index in 0..source.page_count() {
                        let format = if round % 2 == 0 { Grey8 } else { Rgb8 };
                        match source.decode(index, format) {
                            Ok(page) => {
                                assert!(u64::from(page.width()) * u64::from(page.height()) <= limits.max_pixels);
                                if let Ok(page) = GreyPyramid::new(page) {
                                    examine(&page);
                                    read_barcodes(&page);
                                }
                                pages += 1;
                            }
                            Err(error) => {
                                assert!(!error.to_string().is_empty());
                                errors += 1;
                            }
                        }
                    }
                }
                Err(_) => errors += 1,
            }
            assert!(start.elapsed() < Duration::from_secs(60), "{name}, round {round}");
        }
    }
    // The changes must neither all be harmless nor all be fatal, or nothing was tested.
    assert!(pages > 100 && errors > 100, "{pages} pages, {errors} errors");
}
