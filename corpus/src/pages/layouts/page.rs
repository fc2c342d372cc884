//! A page that is known by the name of its document type alone, as others set it.

use crate::pages::desk::Desk;
use crate::rng::Rng;

/// A page of a document type.
#[derive(Debug)]
pub(crate) struct Page {
    /// The name of the document type; `autre` for one of none.
    pub(super) name: &'static str,
    /// Width and height of the sheet in points, where it is no A4 at times.
    pub(super) sheet: fn(&mut Rng) -> Option<(f32, f32)>,
    /// Sets the page.
    pub(super) set: fn(&mut Desk<'_, '_>),
}

impl PartialEq for Page {
    fn eq(&self, other: &Page) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Page {}

impl Page {
    /// On A4.
    pub(super) const fn a4(name: &'static str, set: fn(&mut Desk<'_, '_>)) -> Page {
        Page { name, sheet: |_| None, set }
    }

    /// Any of the pages, all as often; `None` where there are none.
    pub(super) fn any(pages: &'static [&'static [Page]], rng: &mut Rng) -> Option<&'static Page> {
        let count = pages.iter().map(|pages| pages.len()).sum();
        pages.iter().copied().flatten().nth(rng.below(count))
    }

    /// Whether it is a slip from a till, on whose paper it is printed then.
    pub(super) fn is_slip(&self) -> bool {
        self.name == "ticket_caisse"
    }
}
