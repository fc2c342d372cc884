//! The device against the processor. Without a Vulkan adapter these tests say that they are skipped.

use std::sync::{Arc, Mutex};

use liasse_geometry::{Point, Quad};
use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};

use super::*;
use crate::ExactSampler;

const MAX_BYTES: u64 = 256 << 20;

/// What a sampler told of its fallbacks.
type Told = Arc<Mutex<Vec<Fallback>>>;

/// A sampler on the adapter that LIASSE_TEST_ADAPTER names, else on Mesa's software one, else on any.
fn sampler(max_bytes: u64) -> Option<(WgpuSampler, Told)> {
    let told = Told::default();
    let to = Arc::clone(&told);
    let tell = move |fallback: &Fallback| to.lock().unwrap().push(fallback.clone());
    let named = std::env::var("LIASSE_TEST_ADAPTER").ok().or_else(|| {
        let there_are = WgpuSampler::adapters();
        let software = there_are.iter().find(|name| name.contains("llvmpipe")).or(there_are.first())?;
        software.split(" (").next().map(str::to_owned)
    });
    let Some(named) = named else {
        eprintln!("SKIPPED: there is no Vulkan adapter (on Debian: apt-get install mesa-vulkan-drivers)");
        return None;
    };
    Some((WgpuSampler::open(Some(&named), max_bytes, tell).unwrap(), told))
}

/// A page of strokes on paper of uneven brightness.
fn page(width: u32, height: u32, seed: u64) -> GreyPyramid {
    let mut random = SmallRng::seed_from_u64(seed);
    let (w, h) = (width as usize, height as usize);
    let mut data: Vec<u8> =
        (0..w * h).map(|i| 225 + ((i % w) / 97 % 5 * 4) as u8 + random.random_range(0..8)).collect();
    for line in (10..h.saturating_sub(30)).step_by(45) {
        let mut x = 12;
        while x + 12 < w {
            let (wide, high) = (random.random_range(2..5), random.random_range(6..24));
            for y in line..line + high {
                data[y * w + x..y * w + x + wide].fill(random.random_range(10..60));
            }
            x += random.random_range(4..14);
        }
    }
    GreyPyramid::new(Raster::new(width, height, PixelFormat::Grey8, data, None).unwrap()).unwrap()
}

/// The page turned by so many degrees about its centre, as its pixels see it.
fn turned(page: &GreyPyramid, degrees: f64) -> Transform {
    Transform::rotation(degrees, Point::new(page.width() as f32 / 2.0, page.height() as f32 / 2.0))
}

/// What a detector sees of the page at this scale.
fn detector_input(page: &GreyPyramid, degrees: f64, scale: f64) -> Region {
    let to_page = Transform::scaling(scale, scale).then(&turned(page, degrees));
    let side = |side: u32| (f64::from(side) / scale) as u32;
    Region { to_page, width: side(page.width()), height: side(page.height()), background: 240 }
}

/// Lines of the page, each 40 pixels high, a little keystoned.
fn crops(page: &GreyPyramid, degrees: f64) -> Vec<Region> {
    let (width, height) = (page.width() as f32, page.height() as f32);
    let turned = turned(page, degrees);
    let crop = |index: u8| {
        let top = height * (0.02 + 0.95 * f32::from(index) / 45.0);
        let quad = Quad::new([
            Point::new(width * 0.05, top),
            Point::new(width * 0.93, top + 2.0),
            Point::new(width * 0.93, top + 51.0),
            Point::new(width * 0.05, top + 47.0),
        ]);
        let width = (f64::from(width) * 0.88 * 40.0 / 48.0).round();
        let to_page = Transform::from_rect_to_quad(width, 40.0, &quad.mapped(&turned)).unwrap();
        Region { to_page, width: width as u32, height: 40, background: 240 }
    };
    (0..45).map(crop).collect()
}

fn mean_difference(a: &[GreyImage], b: &[GreyImage]) -> f64 {
    let sizes = |images: &[GreyImage]| images.iter().map(|i| (i.width, i.height, i.data.len())).collect::<Vec<_>>();
    assert_eq!(sizes(a), sizes(b));
    let pairs = || a.iter().zip(b).flat_map(|(a, b)| a.data.iter().zip(&b.data));
    pairs().map(|(a, b)| f64::from(a.abs_diff(*b))).sum::<f64>() / pairs().count() as f64
}

#[test]
fn agrees_with_the_processor_whatever_way_the_page_lies() {
    let Some((sampler, told)) = sampler(MAX_BYTES) else { return };
    let page = page(1241, 1753, 1);
    for orientation in [0.0, 90.0, 180.0, 270.0] {
        for (skew, scale) in [(0.0, 1.0), (2.3, 1.45), (-11.0, 2.04), (0.4, 3.0), (7.0, 9.0)] {
            let region = [detector_input(&page, orientation + skew, scale)];
            let off = mean_difference(&sampler.sample(&page, &region), &CpuSampler.sample(&page, &region));
            assert!(off < 0.5, "{orientation} + {skew} degrees at 1:{scale}: {off} grey levels in the mean");
        }
        let crops = crops(&page, orientation + 1.7);
        let off = mean_difference(&sampler.sample(&page, &crops), &CpuSampler.sample(&page, &crops));
        assert!(off < 0.5, "crops at {orientation}: {off} grey levels in the mean");
    }
    assert_eq!(*told.lock().unwrap(), []);
    assert_eq!(sampler.uploads(), 2, "this page once, and the one of the trial");
}

#[test]
fn agrees_with_the_exact_sampler() {
    let Some((sampler, _)) = sampler(MAX_BYTES) else { return };
    let page = page(401, 307, 2);
    let region = [detector_input(&page, 4.0, 1.0)];
    let off = mean_difference(&sampler.sample(&page, &region), &ExactSampler.sample(&page, &region));
    assert!(off < 2.0, "{off} grey levels in the mean");
}

#[test]
fn pages_of_any_size_and_wild_transforms_are_the_same() {
    let Some((sampler, told)) = sampler(MAX_BYTES) else { return };
    for (width, height) in [(1, 1), (2, 3), (5, 1), (1, 9), (63, 65), (20_000, 3)] {
        let page = page(width, height, 3);
        let regions = [
            Region { to_page: Transform::IDENTITY, width, height, background: 7 },
            Region { to_page: Transform::translation(-3.0, -2.5), width: 9, height: 8, background: 7 },
            Region { to_page: Transform::translation(1e9, -1e9), width: 5, height: 4, background: 251 },
            Region { to_page: Transform::scaling(f64::NAN, 1.0), width: 8, height: 8, background: 1 },
            Region { to_page: Transform::scaling(1e300, 1e300), width: 8, height: 8, background: 1 },
            Region { to_page: Transform::IDENTITY, width: 0, height: 8, background: 1 },
        ];
        let (made, right) = (sampler.sample(&page, &regions), CpuSampler.sample(&page, &regions));
        for (index, (made, right)) in made.iter().zip(&right).enumerate() {
            assert_eq!(made, right, "region {index} of {width} x {height}");
        }
        assert_eq!(sampler.sample(&page, &[]), []);
    }
    // Whatever these are: no panic, and an image of the right size.
    let page = page(10, 10, 4);
    for to_page in [Transform::scaling(0.0, 0.0), Transform::translation(f64::INFINITY, 0.0)] {
        let region = Region { to_page, width: 8, height: 8, background: 1 };
        assert_eq!(sampler.sample(&page, &[region])[0].data.len(), 64);
    }
    assert_eq!(*told.lock().unwrap(), []);
}

#[test]
fn no_page_gets_another_pages_pixels() {
    let Some((sampler, told)) = sampler(MAX_BYTES) else { return };
    let (sampler, threads) = (&sampler, 4);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                for round in 0..4 {
                    let page = page(500 + 40 * thread, 700 - 30 * round, u64::from(thread * 10 + round));
                    for degrees in [0.0, 91.5] {
                        let regions = crops(&page, degrees);
                        let off =
                            mean_difference(&sampler.sample(&page, &regions), &CpuSampler.sample(&page, &regions));
                        assert!(off < 0.5, "{off}");
                    }
                }
            });
        }
    });
    assert_eq!(*told.lock().unwrap(), []);
    assert_eq!(sampler.uploads(), 1 + u64::from(threads) * 4);
}

#[test]
fn what_the_device_holds_is_bounded_and_used_again() {
    let most = 8 << 20;
    let Some((sampler, told)) = sampler(most) else { return };
    let region = |page: &GreyPyramid| [detector_input(page, 1.0, 2.0)];
    for seed in 0..20 {
        // Of many sizes, so that they do not all share their buffers.
        let page = page(900 + 37 * seed, 800, u64::from(seed));
        sampler.sample(&page, &region(&page));
        assert!(sampler.held_bytes() <= most);
    }
    assert_eq!(*told.lock().unwrap(), [], "a page that is gone makes room for the next");

    let pages: Vec<_> = (0..12).map(|seed| page(1000, 800, seed)).collect();
    for page in &pages {
        let (made, right) = (sampler.sample(page, &region(page)), CpuSampler.sample(page, &region(page)));
        assert!(mean_difference(&made, &right) < 0.5);
        assert!(sampler.held_bytes() <= most);
    }
    let full = std::mem::take(&mut *told.lock().unwrap());
    assert!((1..12).contains(&full.len()), "{full:?}");
    assert!(full.iter().all(|told| *told == Fallback::Full { most }), "{full:?}");

    drop(pages);
    let page = page(1000, 800, 99);
    sampler.sample(&page, &region(&page));
    assert_eq!(*told.lock().unwrap(), []);
}

#[test]
fn what_is_too_large_for_the_device_is_the_processors() {
    let Some((sampler, told)) = sampler(u64::MAX) else { return };
    let most = sampler.device.largest();
    let page = page(600, 400, 5);
    let region = Region { to_page: Transform::IDENTITY, width: 600, height: 400, background: 0 };
    let times = (most / (600 * 400) + 1) as usize;
    if times < 2000 {
        // Lavapipe takes 128 MiB; what takes gigabytes is not put to the test.
        let images = sampler.sample(&page, &vec![region; times]);
        assert_eq!(images.len(), times);
        assert!(images.iter().all(|image| image.data == page.raster().data()));
        assert!(matches!(told.lock().unwrap().as_slice(), [Fallback::TooLarge { bytes, .. }] if *bytes > most));
    } else {
        eprintln!("SKIPPED: the adapter takes {most} bytes in one piece");
    }
}

#[test]
fn a_lost_device_loses_no_page() {
    let Some((sampler, told)) = sampler(MAX_BYTES) else { return };
    let page = page(300, 200, 6);
    let region = [detector_input(&page, 2.0, 1.0)];
    let right = CpuSampler.sample(&page, &region);
    sampler.sample(&page, &region);
    sampler.device.destroy();
    for _ in 0..3 {
        assert_eq!(sampler.sample(&page, &region), right);
    }
    let told = told.lock().unwrap();
    let lost = told.iter().filter(|told| matches!(told, Fallback::Lost { .. })).count();
    assert_eq!((told.len(), lost), (3, 1), "{told:?}");
}

#[test]
fn a_page_is_brought_anew_to_another_device() {
    let (Some((first, _)), Some((second, told))) = (sampler(MAX_BYTES), sampler(MAX_BYTES)) else { return };
    let page = page(300, 200, 7);
    let region = [detector_input(&page, 2.0, 1.0)];
    assert_eq!(first.sample(&page, &region), second.sample(&page, &region));
    assert_eq!(*told.lock().unwrap(), []);
    let again = page.clone();
    drop((page, first));
    assert_eq!(second.sample(&again, &region).len(), 1);
}

#[test]
fn an_adapter_that_is_not_there_is_refused_with_those_that_are() {
    let error = WgpuSampler::open(Some("no such adapter"), MAX_BYTES, |_| {}).unwrap_err();
    let there_are = WgpuSampler::adapters();
    if there_are.is_empty() {
        assert_eq!(error, AdapterError::None);
    } else {
        assert!(there_are.iter().all(|adapter| error.to_string().contains(adapter)), "{error}");
    }
}
