//! ONNX Runtime with the tiny networks of `fixtures/make.py`. Skipped, with a message, where the library is not installed.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up has failed")]

use std::path::{Path, PathBuf};

use liasse_geometry::Quad;
use liasse_imaging::GreyImage;
use liasse_models::{
    Detector, Device, Engine, EngineError, Manifest, ModelError, OrtEngine, OrtOptions, Recogniser, Tensor,
    find_runtime, init_runtime,
};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Whether there is a runtime to test with.
fn runtime() -> bool {
    match find_runtime() {
        Ok(library) => {
            init_runtime(&library).unwrap();
            true
        }
        Err(error) => {
            eprintln!("skipped: {error}");
            false
        }
    }
}

fn engine(name: &str) -> Box<OrtEngine> {
    Box::new(OrtEngine::load(&fixture(name), OrtOptions::default()).unwrap())
}

fn manifest(role: &str, section: &str) -> Manifest {
    let text = format!(
        "name = 'tiny'\nversion = '1.0.0'\nrole = '{role}'\nfile = 'model.onnx'\nsha256 = '{}'\n\
         precision = 'fp32'\nlicence = 'Apache-2.0'\n{section}",
        "0".repeat(64)
    );
    Manifest::parse(&text, Path::new("manifest.toml")).unwrap()
}

fn detector() -> Detector {
    let manifest = manifest("detect", "[line_field]\nmax_pixels = 2200000\nthreshold = 0.5\nmin_area = 3\n");
    Detector::new(manifest, engine("detector.onnx")).unwrap()
}

fn read_manifest() -> Manifest {
    manifest(
        "read",
        "[ctc]\nheight = 40\nstep = 4\nmax_width = 640\nmargins = { top = 0.2, bottom = 0.1, side = 0.2 }\n\
         charset = 'abé'\nbeam_width = 1\ntemperature = 1.0\n",
    )
}

fn recogniser() -> Recogniser {
    Recogniser::new(read_manifest(), engine("recogniser.onnx")).unwrap()
}

/// White paper with black boxes.
fn page(width: u32, height: u32, boxes: &[(u32, u32, u32, u32)]) -> GreyImage {
    let mut data = vec![255; width as usize * height as usize];
    for (left, top, right, bottom) in boxes {
        for y in *top..*bottom {
            data[(y * width + left) as usize..(y * width + right) as usize].fill(0);
        }
    }
    GreyImage { width, height, data }
}

/// A crop that the recogniser reads as these classes, one per step.
fn crop(classes: &[u8]) -> GreyImage {
    let row: Vec<u8> = classes.iter().flat_map(|c| [255 - c * 32; 4]).collect();
    GreyImage { width: row.len() as u32, height: 40, data: row.repeat(40) }
}

#[test]
fn lines_are_found_where_they_are() {
    if !runtime() {
        return;
    }
    let mut detector = detector();
    let found = detector.detect(&[page(320, 160, &[(40, 40, 240, 48), (80, 100, 280, 108)])]).unwrap();
    // The tiny network says 12 pixels up and 12 down from each of the two map rows of a bar.
    let expected = [Quad::from_rect(36.4, 32.0, 243.6, 56.0), Quad::from_rect(76.4, 92.0, 283.6, 116.0)];
    assert_eq!(found[0].len(), 2);
    for (line, quad) in found[0].iter().zip(&expected) {
        assert!(line.quad.iou(quad) > 0.99, "{line:?} is not {quad:?}");
    }
}

#[test]
fn a_page_gives_the_same_alone_and_in_a_batch() {
    if !runtime() {
        return;
    }
    let pages = [
        page(320, 160, &[(40, 40, 240, 48)]),
        page(320, 160, &[]),
        page(320, 160, &[(8, 100, 300, 108), (8, 60, 100, 68)]),
    ];
    let mut detector = detector();
    let together = detector.detect(&pages).unwrap();
    assert_eq!(together.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0, 2]);
    for (page, lines) in pages.iter().zip(&together) {
        let alone = detector.detect(std::slice::from_ref(page)).unwrap();
        assert_eq!(&alone[0], lines);
    }
}

#[test]
fn lines_are_read_the_same_alone_and_in_a_batch() {
    if !runtime() {
        return;
    }
    let mut recogniser = recogniser();
    let crops = [crop(&[0, 2, 0, 2, 3, 1, 4, 0]), crop(&[4, 0, 0, 1, 1, 0, 2]), crop(&[0; 8])];
    let together = recogniser.read(&crops).unwrap();
    assert_eq!(together.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["aab é", "é a", ""]);
    for (crop, expected) in crops.iter().zip(&together) {
        let alone = recogniser.read(std::slice::from_ref(crop)).unwrap();
        assert_eq!(alone[0].text, expected.text);
        assert!((alone[0].confidence - expected.confidence).abs() < 1e-3);
    }
}

/// PP-OCR's normalisation.
const PP_INPUT: &str = "[input]\ncolour = 'bgr'\nmean = [0.5, 0.5, 0.5]\ndeviation = [0.5, 0.5, 0.5]\n";

#[test]
fn a_detector_of_another_kind_can_be_brought() {
    if !runtime() {
        return;
    }
    let section = format!(
        "[segmentation]\nmax_pixels = 900000\nthreshold = 0.3\nline_threshold = 0.6\nunclip_ratio = 1.5\nmin_side = 3\n{PP_INPUT}"
    );
    let mut detector = Detector::new(manifest("detect", &section), engine("pp_detector.onnx")).unwrap();
    detector.warm_up().unwrap();
    let pages = [page(320, 160, &[(40, 40, 240, 50), (80, 100, 280, 110)]), page(320, 160, &[])];
    let found = detector.detect(&pages).unwrap();
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [2, 0]);
    // 200 x 10 pixels grow by 2000 x 1.5 / 420 = 7.1 on each side.
    let expected = Quad::from_rect(32.9, 32.9, 247.1, 57.1);
    assert!(found[0][0].quad.iou(&expected) > 0.99, "{:?}", found[0]);
}

#[test]
fn a_recogniser_of_another_kind_can_be_brought() {
    if !runtime() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let network = std::fs::read(fixture("pp_recogniser.onnx")).unwrap();
    std::fs::write(folder.path().join("model.onnx"), &network).unwrap();
    std::fs::write(folder.path().join("dictionary.txt"), "a\né\nœ\n").unwrap();
    use sha2::Digest;
    let hash: String = sha2::Sha256::digest(&network).iter().map(|byte| format!("{byte:02x}")).collect();
    let text = format!(
        "name = 'theirs'\nversion = '1.0.0'\nrole = 'read'\nfile = 'model.onnx'\nsha256 = '{hash}'\n\
         precision = 'fp32'\nlicence = 'Apache-2.0'\n[ctc]\nheight = 48\nstep = 8\nmax_width = 640\n\
         margins = {{ top = 0, bottom = 0, side = 0 }}\ndictionary = 'dictionary.txt'\nspace = 'last'\n\
         output = 'probabilities'\nbeam_width = 1\ntemperature = 1.0\n{PP_INPUT}"
    );
    std::fs::write(folder.path().join("manifest.toml"), text).unwrap();
    let manifest = Manifest::load(folder.path()).unwrap();
    let engine = OrtEngine::load(&manifest.file, OrtOptions::default()).unwrap();
    let mut recogniser = Recogniser::new(manifest, Box::new(engine)).unwrap();
    recogniser.warm_up().unwrap();
    // Class c has the grey level 255 - c * 64: 1 = a, 2 = é, 3 = œ, 4 = the space.
    let classes = [1_u8, 0, 1, 2, 4, 3, 0, 0];
    let row: Vec<u8> = classes.iter().flat_map(|c| [255 - (u16::from(*c) * 64).min(255) as u8; 8]).collect();
    let crop = GreyImage { width: row.len() as u32, height: 48, data: row.repeat(48) };
    let read = recogniser.read(&[crop]).unwrap();
    assert_eq!(read[0].text, "aaé œ");
    assert!(read[0].words.iter().all(|word| word.confidence > 0.9), "{read:?}");
}

#[test]
fn warming_up_runs_both_networks() {
    if !runtime() {
        return;
    }
    // A4 upright and lying; the narrowest and the widest line.
    assert_eq!(detector().warm_up().unwrap(), 2);
    assert_eq!(recogniser().warm_up().unwrap(), 2);
}

#[test]
fn networks_of_the_wrong_shape_are_refused_at_start_up() {
    if !runtime() {
        return;
    }
    // The detector network takes any height, so only running it shows what it is.
    let mut confused = Recogniser::new(read_manifest(), engine("detector.onnx")).unwrap();
    let error = confused.warm_up().unwrap_err();
    assert!(matches!(error, ModelError::Shape { .. }), "{error}");
    // The recogniser's height is fixed, which a detector cannot have.
    let manifest = detector().manifest().clone();
    let error = Detector::new(manifest, engine("recogniser.onnx")).map(|_| ()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "tiny: the network takes any x 1 x 40 x any images (n c h w), its manifest says any x 1 x any x any"
    );
}

#[test]
fn what_is_no_network_is_an_error() {
    if !runtime() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let truncated = folder.path().join("truncated.onnx");
    let bytes = std::fs::read(fixture("detector.onnx")).unwrap();
    std::fs::write(&truncated, &bytes[..bytes.len() / 2]).unwrap();
    for path in [truncated, fixture("make.py"), fixture("missing.onnx")] {
        let error = OrtEngine::load(&path, OrtOptions::default()).map(|_| ()).unwrap_err();
        assert!(matches!(&error, EngineError::Load { .. }), "{error}");
        assert!(error.to_string().contains(&path.display().to_string()), "{error}");
    }
}

#[test]
fn a_shape_that_the_network_does_not_take_is_an_error() {
    if !runtime() {
        return;
    }
    let mut engine = engine("recogniser.onnx");
    let mut outputs = Vec::new();
    assert_eq!(engine.input_shape(), [None, Some(1), Some(40), None]);
    let wrong_height = Tensor { shape: [1, 1, 32, 64], data: vec![0.0; 32 * 64] };
    assert!(matches!(engine.run(&wrong_height, &mut outputs), Err(EngineError::Run { .. })));
    let missing_data = Tensor { shape: [1, 1, 40, 64], data: vec![0.0; 40] };
    assert!(matches!(engine.run(&missing_data, &mut outputs), Err(EngineError::Run { .. })));
    // It still works afterwards.
    let right = Tensor { shape: [2, 1, 40, 64], data: vec![0.0; 2 * 40 * 64] };
    engine.run(&right, &mut outputs).unwrap();
    assert_eq!(outputs[0].shape, [2, 16, 5]);
}

#[test]
fn a_device_that_is_not_there_is_an_error_and_not_the_cpu() {
    if !runtime() {
        return;
    }
    let options = OrtOptions {
        // No machine has this many.
        device: Device::Cuda(4000),
        ..OrtOptions::default()
    };
    let error = OrtEngine::load(&fixture("detector.onnx"), options).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("cuda:4000"), "{error}");
    assert_eq!(engine("detector.onnx").device(), "cpu");
}
