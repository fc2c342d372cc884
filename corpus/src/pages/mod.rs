//! Whole pages of mail with their truth.
//!
//! A page is set in points by a layout, printed and aged, laid on the scanner's table a little askew, and scanned.

mod batch;
mod compose;
mod desk;
mod draw;
mod layouts;
mod marks;
mod record;
mod truth;

pub use batch::{DrawnSheet, Role};
pub use draw::{DrawnPage, PagePen};
pub use record::{PAGE_MAGIC, PageRecord};
pub use truth::{FieldTruth, LineTruth, PageTruth, Quad, WordTruth};
