//! Pages are read the same whatever they are cut on, and on nothing else than what was asked for.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]
#![expect(clippy::print_stderr, reason = "a skipped test says so")]

use image::imageops;
use liasse_imaging::WgpuSampler;
use liasse_models::{Precision, PrecisionChoice};
use liasse_proto::v1;
use liasse_server::ImageDevice;
use liasse_tests::files::{drawn_page_of, jpeg, request};
use liasse_tests::{Program, TestServer, program, runtime_is_there};

/// The adapter that LIASSE_TEST_ADAPTER names, else Mesa's software one; says so when there is none.
fn adapter() -> Option<String> {
    if let Ok(named) = std::env::var("LIASSE_TEST_ADAPTER") {
        return Some(named);
    }
    if WgpuSampler::adapters().iter().any(|name| name.contains("llvmpipe")) {
        return Some("llvmpipe".to_owned());
    }
    eprintln!(
        "SKIPPED: there is no llvmpipe (on Debian: apt-get install mesa-vulkan-drivers) and LIASSE_TEST_ADAPTER names no other"
    );
    None
}

/// Words read with less confidence may differ.
const DOUBTFUL: f32 = 0.7;

async fn read(server: &TestServer, name: &str, file: Vec<u8>) -> v1::PageReading {
    let answer = server.recognition().await.recognize(request(name, file)).await;
    answer.unwrap_or_else(|status| panic!("{name} is not read: {status}")).into_inner().readings.remove(0)
}

/// The words of all lines, those that were left unread as mere guesses too, from top to bottom, with their confidence.
fn all_words(reading: &v1::PageReading) -> Vec<(&str, f32)> {
    let lines = reading.lines.iter().map(|line| {
        let first = line.first_word as usize;
        let words = &reading.words[first..first + line.word_count as usize];
        (line.quad, words.iter().map(|word| (word.text.as_str(), word.confidence)).collect::<Vec<_>>())
    });
    let guesses = reading
        .unread
        .iter()
        .map(|line| (line.quad, line.guess.split_whitespace().map(|word| (word, line.confidence)).collect()));
    let mut all: Vec<_> = lines.chain(guesses).collect();
    let top = |quad: &Option<v1::Quad>| quad.and_then(|quad| quad.top_left).map_or(0.0, |corner| corner.y);
    all.sort_by(|a, b| top(&a.0).total_cmp(&top(&b.0)));
    all.into_iter().flat_map(|(_, words)| words).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gpu_gives_the_same_text_as_the_processor() {
    let Some(adapter) = adapter() else {
        return;
    };
    let device = ImageDevice::Wgpu(Some(adapter.clone()));
    // In fp32: eight bits of activation make more of a level's difference than the samplers do.
    let precision = PrecisionChoice::Only(Precision::Fp32);
    let on_cpu = TestServer::start(|settings| settings.precision = precision).await;
    let on_gpu = TestServer::start(|settings| {
        settings.precision = precision;
        settings.image_device = device;
    });
    let (Some(on_cpu), Some(on_gpu)) = (on_cpu, on_gpu.await) else {
        return;
    };
    let info = on_gpu.info().await.get_info(v1::GetInfoRequest {}).await.unwrap().into_inner();
    assert!(info.image_device.to_lowercase().contains(&adapter.to_lowercase()), "{}", info.image_device);
    assert_eq!(info.device, "cpu", "the models run where they were told to");

    let (letter, invoice) = (drawn_page_of("letter", 0).image, drawn_page_of("invoice", 0).image);
    let pages = [
        ("letter", letter.clone()),
        ("invoice", invoice.clone()),
        ("on its side", imageops::rotate90(&letter)),
        ("upside down", imageops::rotate180(&invoice)),
        ("small", imageops::resize(&invoice, 1000, 1414, imageops::FilterType::Triangle)),
    ];
    for (name, image) in pages {
        let file = jpeg(&image);
        let (expected, reading) = (read(&on_cpu, name, file.clone()).await, read(&on_gpu, name, file).await);
        assert!(expected.words.len() > 20, "{name} has text");
        // A pixel may differ by a level, which may tip a letter that neither is sure of, or a line to be a mere guess, and nothing else.
        let (told, meant) = (all_words(&reading), all_words(&expected));
        assert_eq!(told.len(), meant.len(), "{name} reads differently: {}", reading.text);
        for (word, other) in told.iter().zip(&meant) {
            let doubtful = word.1.max(other.1) < DOUBTFUL;
            assert!(word.0 == other.0 || doubtful, "{name} reads {word:?} instead of {other:?}");
        }
        assert_eq!(reading.orientation_degrees, expected.orientation_degrees, "{name}");
    }
    on_cpu.stopped().await.unwrap();
    on_gpu.stopped().await.unwrap();
}

#[test]
fn an_adapter_that_is_not_there_ends_the_start_with_those_that_are() {
    if !runtime_is_there() {
        return;
    }
    let flags = ["--listen", "127.0.0.1:0", "--image-device", "wgpu:no such adapter"];
    let ended = program(Program::Server).args(flags).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(!ended.status.success(), "{said}");
    assert!(said.contains("the device for images cannot be used: "), "{said}");
    for name in WgpuSampler::adapters() {
        assert!(said.contains(&name), "{name} is not told of: {said}");
    }
}
