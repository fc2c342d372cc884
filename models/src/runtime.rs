//! Finding and loading ONNX Runtime's shared library, once per process.
//!
//! Not responsible for installing it: `cargo xtask setup` does.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use ort::environment::Environment;

use crate::EngineError;

/// Where the set-up puts the library, relative to the project.
const INSTALLED: &str = ".liasse/onnxruntime/libonnxruntime.so";

static ENVIRONMENT: OnceLock<Environment> = OnceLock::new();

/// The library to use: `ORT_DYLIB_PATH` where it is set, else `.liasse/onnxruntime/libonnxruntime.so` in the current
/// directory or one above it, else beside the program or above it.
///
/// # Errors
/// [`EngineError::RuntimeNotFound`], whose message says how to install it.
pub fn find_runtime() -> Result<PathBuf, EngineError> {
    if let Some(path) = std::env::var_os("ORT_DYLIB_PATH").filter(|p| !p.is_empty()) {
        return Ok(PathBuf::from(path));
    }
    let starts = [std::env::current_dir(), std::env::current_exe()];
    starts
        .iter()
        .flatten()
        .flat_map(|start| start.ancestors())
        .map(|folder| folder.join(INSTALLED))
        .find(|path| path.is_file())
        .ok_or_else(|| EngineError::RuntimeNotFound { wanted: INSTALLED.to_owned() })
}

/// Loads the library and makes the process's one environment. Calling it again does nothing.
///
/// # Errors
/// [`EngineError::RuntimeUnusable`] when the library cannot be loaded.
pub fn init_runtime(library: &Path) -> Result<(), EngineError> {
    // ONNX Runtime allows one environment per process; two callers at once must not both build one.
    static BUILDING: Mutex<()> = Mutex::new(());
    let _building = BUILDING.lock().unwrap_or_else(PoisonError::into_inner);
    if ENVIRONMENT.get().is_some() {
        return Ok(());
    }
    let unusable = |message: String| EngineError::RuntimeUnusable { path: library.to_owned(), message };
    let environment = ort::init_from(library)
        .map_err(|e| unusable(e.to_string()))?
        .with_name("liasse")
        .with_telemetry(false)
        .build()
        .map_err(|e| unusable(e.to_string()))?;
    // Nobody else can have set it: we hold the lock and saw it empty.
    let _ = ENVIRONMENT.set(environment);
    Ok(())
}

/// The environment, if [`init_runtime`] made it.
pub(crate) fn environment() -> Option<&'static Environment> {
    ENVIRONMENT.get()
}
