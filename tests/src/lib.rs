//! What the end-to-end tests share: real servers with the real models on free ports, and pages to send them.
//!
//! Not responsible for any assertion. Without ONNX Runtime a test that needs the models says that it is skipped and how to
//! run it; `cargo xtask test` installs it, so that there nothing is skipped.
#![expect(clippy::print_stderr, reason = "a skipped test says so")]
#![expect(clippy::expect_used, reason = "a harness that cannot be set up is a failed test")]

pub mod files;
mod hold;
pub mod imprint;
mod program;
mod server;
mod watched;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

pub use hold::Hold;
pub use program::{Program, Served, program};
pub use server::{TestServer, shared_server};
pub use watched::Met;

/// How often each word stands in a text.
pub fn bag(text: &str) -> HashMap<&str, usize> {
    text.split_whitespace().fold(HashMap::new(), |mut bag, word| {
        *bag.entry(word).or_default() += 1;
        bag
    })
}

/// The folder of the project.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests stand in the project's folder")
}

/// The folder of real pages beside the project, or `None` with a message when it is not there.
pub fn real_pages() -> Option<PathBuf> {
    let folder = project().parent()?.join("shared/realpages");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: there are no real pages at {}", folder.display());
    None
}

/// Whether there is an ONNX Runtime; says so when there is none.
pub fn runtime_is_there() -> bool {
    match liasse_models::find_runtime() {
        Ok(_) => true,
        Err(error) => {
            eprintln!("SKIPPED: {error}");
            false
        }
    }
}
