//! Pages are read the same whatever they are cut on, and on nothing else than what was asked for.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]
#![expect(clippy::print_stderr, reason = "a skipped test says so")]

use image::imageops;
use liasse_imaging::WgpuSampler;
use liasse_models::{Precision, PrecisionChoice};
use liasse_proto::v1;
use liasse_server::ImageDevice;
use liasse_tests::files::{drawn_page_of, jpeg, request};
use liasse_tests::{Program, TestServer, bag, program, runtime_is_there};

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
        // A pixel may differ by a level, which may tip what one of them doubts, and a faint line that one of them just finds: of what
        // either is sure of, both read all but one word in a hundred.
        for (one, other) in [(&reading, &expected), (&expected, &reading)] {
            let found = bag(&other.text);
            let sure = one.words.iter().filter(|word| word.confidence >= DOUBTFUL);
            let sure = sure.map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
            let missing = |(word, count): (&&str, &usize)| count.saturating_sub(*found.get(*word).unwrap_or(&0));
            let missing: usize = bag(&sure).iter().map(missing).sum();
            assert!(
                missing * 100 <= one.words.len(),
                "{name}: {missing} of {} words:\n{}",
                one.words.len(),
                other.text
            );
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
