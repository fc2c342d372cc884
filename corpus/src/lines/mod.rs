//! Single lines, cut as the recogniser gets them: a strip of a page is drawn around each, treated like a page, and the
//! line's box cut out with the error a detector makes.

mod look;
mod record;
mod strip;

pub use record::{LINE_MAGIC, LineRecord};
pub use strip::LinePen;
