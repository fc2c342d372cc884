//! Document types: data, not code.
//!
//! Responsible for reading type files (TOML, one type each), for refusing broken ones with file, line and reason, and for telling
//! which type a page is of. The types that are shipped lie in `types/` of this crate; an operator's own lie in a folder.
//! Reading that folder is the only file access of this crate.
//!
//! Not responsible for taking fields out of a page: see [`crate::extract`].

mod classify;
mod definition;
mod field;
mod file;
mod letter;
mod load;
mod look;
mod phrases;

pub use classify::{Classification, Hints, OTHER, Reason};
pub use definition::{
    Anchor, Column, CrossCheck, CrossRule, DocumentType, Evidence, EvidenceKind, Format, Items, Phrase, Zone,
};
pub use field::{Beside, Field, UnderTitle};
pub(crate) use letter::{greeting, is_kind_of_street, is_place_and_date, is_signed, is_street, letterhead_name};
pub use load::{TypeSet, folder_files};
pub use look::Look;
pub(crate) use phrases::Lexicon;
