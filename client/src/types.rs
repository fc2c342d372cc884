//! The document types of a server: seen, checked and changed.
//!
//! Responsible for these calls; each is sent once, since none of them waits for room. Not responsible for reading pages.

use liasse_proto::v1::{
    CheckDocumentTypesRequest, GetDocumentTypeRequest, GetDocumentTypeResponse, LearnDocumentTypeRequest,
    LearnDocumentTypeResponse, ListDocumentTypesRequest, ListDocumentTypesResponse, PageReading,
    PutDocumentTypeRequest, TypeFile, TypeProblem,
};
use tonic::{Response, Status};

use crate::{Client, Error, Page, Refusal};

fn taken<T>(answer: Result<Response<T>, Status>) -> Result<T, Error> {
    answer.map(Response::into_inner).map_err(|status| Error::Refused(Refusal::from_status(&status)))
}

impl Client {
    /// The types in force, and whether they may be changed.
    ///
    /// # Errors
    /// [`Error::Refused`].
    pub async fn document_types(&self) -> Result<ListDocumentTypesResponse, Error> {
        taken(self.types.clone().list(ListDocumentTypesRequest {}).await)
    }

    /// One type with its file.
    ///
    /// # Errors
    /// [`Error::Refused`], reason `UNKNOWN_TYPE`, where there is none of that name.
    pub async fn document_type(&self, name: impl Into<String>) -> Result<GetDocumentTypeResponse, Error> {
        taken(self.types.clone().get(GetDocumentTypeRequest { name: name.into() }).await)
    }

    /// What is wrong with files, were they put beside those in force; nothing when they are sound.
    ///
    /// # Errors
    /// [`Error::Refused`].
    pub async fn check_document_types(&self, files: Vec<TypeFile>) -> Result<Vec<TypeProblem>, Error> {
        taken(self.types.clone().check(CheckDocumentTypesRequest { files }).await).map(|answer| answer.problems)
    }

    /// Puts a file into force; gives the version of the set that it makes.
    ///
    /// # Errors
    /// [`Error::Refused`], reason `TYPES_READ_ONLY` or `TYPES_REFUSED` among others; nothing has changed then.
    pub async fn put_document_type(&self, file: TypeFile) -> Result<String, Error> {
        taken(self.types.clone().put(PutDocumentTypeRequest { file: Some(file) }).await)
            .map(|answer| answer.types_sha256)
    }

    /// Learns a type from sample pages, or from readings of them: a new type, or one that there is. `label` is the French label
    /// of a new one; empty for one made of its name.
    ///
    /// # Errors
    /// [`Error::PageTooLarge`] when the pages are larger together than one file may be; [`Error::Refused`], reason
    /// `TYPES_READ_ONLY` or `NOT_LEARNED` among others.
    pub async fn learn_document_type(
        &self,
        name: impl Into<String>,
        label: impl Into<String>,
        readings: Vec<PageReading>,
        pages: Vec<Page>,
    ) -> Result<LearnDocumentTypeResponse, Error> {
        let bytes = pages.iter().map(|page| page.input.content.len() as u64).sum();
        self.check_size("the sample pages together", bytes)?;
        let pages = pages.into_iter().map(|page| page.input).collect();
        let request = LearnDocumentTypeRequest { r#type: name.into(), label: label.into(), readings, pages };
        taken(self.types.clone().learn(request).await)
    }
}
