//! Compiles the wire contract without an installed protoc: protox (pure Rust) reads the .proto files, tonic-prost-build
//! turns them into Rust.

use std::{env, error::Error, fs, path::PathBuf};

use prost::Message;

/// The files of the contract, below this crate's folder.
const FILES: [&str; 3] = ["liasse/v1/recognition.proto", "liasse/v1/document_types.proto", "liasse/v1/info.proto"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=liasse");
    let descriptors = protox::compile(FILES, ["."])?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("descriptors.bin"), descriptors.encode_to_vec())?;

    let mut config = tonic_prost_build::Config::new();
    config.enable_type_names();
    tonic_prost_build::configure()
        // A page's content stays the buffer that it was received in: no copy when a message is decoded or sent.
        .bytes(".")
        .compile_fds_with_config(descriptors, config)?;
    Ok(())
}
