//! Virtual trays ("bannettes"): where a document goes.
//!
//! Responsible for reading the rules (TOML, one file), for refusing broken ones with file, line and reason, and for telling which
//! rule fires for a document. Rules are ordered: the first whose conditions all hold decides, the default tray takes the rest.
//!
//! Not responsible for what becomes of a document in its tray, nor for reading the file from disk.

mod decide;
mod definition;
mod file;

pub use decide::{Considered, Decision, Facts, Outcome};
pub use definition::{Bound, Condition, FieldTest, Rule, Tray, TraySet, WordsMode};
