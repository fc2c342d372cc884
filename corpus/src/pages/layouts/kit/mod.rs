//! What several hands set their pages with: a pen that goes down a column and texts that name their fields, and people, firms and
//! banks to set. What a page says and where is the business of who draws it.

pub(super) mod pen;
pub(super) mod people;
