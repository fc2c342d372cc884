//! What a document is, and what it says.
//!
//! Responsible for the rules behind the words of a page: whether an identifier can be right ([`validators`]), what a
//! machine readable zone holds ([`mrz`]), of which type a page is
//! ([`types`], by rules and by example: [`learn`]), which values it holds ([`extract`]), what an invoice attached as a file says
//! ([`facturx`]), to which tray it goes ([`trays`]), and where in a batch of pages a document ends
//! ([`separate`]), all on the words and places of a
//! [`page`]; [`wire`] has them in the form of the contract. But for reading and writing a folder of type files, everything here is a pure function of its input.
//!
//! Not responsible for reading pixels, for storing anything, nor for the network.

mod embedding;
pub mod extract;
pub mod facturx;
mod file;
pub mod learn;
pub mod mrz;
mod order;
pub mod page;
mod same;
pub mod separate;
mod text;
pub mod trays;
pub mod two_d_doc;
pub mod types;
pub mod validators;
pub mod wire;

pub use file::{FileError, LoadError, is_name, replace};
pub use wildmatch::WildMatch;
