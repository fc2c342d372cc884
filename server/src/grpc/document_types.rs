//! `liasse.v1.DocumentTypes`: the types in force, seen, checked and changed.
//!
//! Responsible for checking such calls and for their answers. Not responsible for what is in force, nor for whether it may be changed
//! (see `documents`), nor for any rule: that is the documents crate's.

use std::sync::Arc;

use liasse_documents::{
    LoadError, is_name,
    learn::{self, FILE_ENDING, LearnError, MAX_EXAMPLES},
    page::Page,
    types::{DocumentType, TypeSet},
    wire,
};
use liasse_proto::v1::{self, document_types_server::DocumentTypes};
use tonic::{Request, Response, Status};

use super::{Core, answer, labels, recognition::whole_file};
use crate::{
    context::Context,
    documents::{DocumentRules, PutError, RuleSet},
    fault::Fault,
};

/// Files of one call of `Check`.
const MAX_FILES: usize = 100;

/// The service.
#[derive(Debug)]
pub(crate) struct DocumentTypesService {
    pub(crate) core: Arc<Core>,
    pub(crate) rules: Arc<DocumentRules>,
}

impl From<PutError> for Fault {
    fn from(error: PutError) -> Self {
        match error {
            PutError::ReadOnly => Self::types_read_only(),
            PutError::Refused(error) => refused(error),
            PutError::Write(cause) => Self::types_not_written(cause),
        }
    }
}

impl From<LearnError> for Fault {
    fn from(error: LearnError) -> Self {
        Self::not_learned(error)
    }
}

/// Every problem of a set, each as a violation.
fn refused(error: LoadError) -> Fault {
    match error {
        LoadError::Refused(files) => Fault::types_refused(files.iter().map(ToString::to_string).collect()),
        other => Fault::types_refused(vec![other.to_string()]),
    }
}

/// Whether a text names a file of a folder of types.
fn is_file_name(name: &str) -> bool {
    let stem = name.strip_suffix(FILE_ENDING).or_else(|| name.strip_suffix(".toml"));
    stem.is_some_and(is_name)
}

fn checked(file: v1::TypeFile) -> Result<(String, String), Fault> {
    if is_file_name(&file.name) {
        return Ok((file.name, file.content));
    }
    let what = format!("is {:?}, but must be 1 to 64 lower-case letters, digits and _, and .toml", file.name);
    Err(Fault::invalid(vec![("file.name", what)]))
}

fn described(rules: &RuleSet, document_type: &DocumentType) -> v1::DocumentType {
    let name = document_type.name.as_str();
    let origin = if rules.types.own_text(name).is_some() {
        v1::DocumentTypeOrigin::Own
    } else if TypeSet::shipped_text(name).is_some() {
        v1::DocumentTypeOrigin::Shipped
    } else {
        v1::DocumentTypeOrigin::Learned
    };
    let field = |f: &liasse_documents::types::Field| v1::DocumentTypeField {
        name: f.name.clone(),
        label: f.label.clone(),
        required: f.required,
    };
    v1::DocumentType {
        name: name.to_owned(),
        label: document_type.label.clone(),
        family: document_type.family.clone(),
        origin: origin.into(),
        accept: document_type.accept,
        fields: document_type.fields.iter().map(field).collect(),
        examples: rules.types.examples(name).map_or(0, |e| e.examples.len() as u32),
        sha256: document_type.sha256.clone(),
    }
}

/// Runs what reads and writes files, or computes for more than a moment, where it holds up nobody.
async fn beside<T: Send + 'static>(work: impl FnOnce() -> Result<T, Fault> + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(Fault::internal)?
}

impl DocumentTypesService {
    /// The pages of a call, read where they are not yet, each with what it is called.
    async fn pages(
        &self,
        readings: Vec<v1::PageReading>,
        pages: Vec<v1::PageInput>,
        context: &Context,
    ) -> Result<Vec<(String, Page)>, Fault> {
        let count = readings.len() + pages.len();
        if count == 0 || count > MAX_EXAMPLES {
            let what = format!("must be, with pages, 1 to {MAX_EXAMPLES}; there are {count}");
            return Err(Fault::invalid(vec![("readings", what)]));
        }
        let mut all = readings;
        for (number, page) in pages.into_iter().enumerate() {
            let of_file = |fault: Fault| fault.of_file(number + 1);
            let checked = labels::check(Some(page), false).map_err(of_file)?;
            let context = Context { priority: checked.priority, ..context.clone() };
            let admitted = self.core.admission.admit(checked.bytes()).map_err(of_file)?;
            let (labels, mut input) = checked.into_input(context, admitted);
            input.asked.look = true;
            all.extend(whole_file(&self.core, &labels, input).await.map_err(|(_, fault)| of_file(fault))?);
        }
        let named = all.iter().enumerate().map(|(number, reading)| {
            let source = match (reading.page_id.as_str(), reading.page_number) {
                ("", _) => format!("page {}", number + 1),
                (id, 0) => id.to_owned(),
                (id, page) => format!("{id}, page {page}"),
            };
            let page = wire::page(reading).map_err(|e| Fault::invalid(vec![("readings", format!("{source}: {e}"))]))?;
            Ok((source, page))
        });
        named.collect()
    }
}

#[tonic::async_trait]
impl DocumentTypes for DocumentTypesService {
    async fn list(
        &self,
        _: Request<v1::ListDocumentTypesRequest>,
    ) -> Result<Response<v1::ListDocumentTypesResponse>, Status> {
        let rules = self.rules.current();
        Ok(Response::new(v1::ListDocumentTypesResponse {
            types: rules.types.iter().map(|t| described(&rules, t)).collect(),
            types_sha256: rules.types.sha256().to_owned(),
            writable: self.rules.is_writable(),
        }))
    }

    async fn get(
        &self,
        request: Request<v1::GetDocumentTypeRequest>,
    ) -> Result<Response<v1::GetDocumentTypeResponse>, Status> {
        let (rules, name) = (self.rules.current(), request.into_inner().name);
        let found = rules.types.get(&name).ok_or_else(|| Fault::unknown_type(&name));
        answer(found.map(|document_type| v1::GetDocumentTypeResponse {
            r#type: Some(described(&rules, document_type)),
            content: rules.types.own_text(&name).or(TypeSet::shipped_text(&name)).unwrap_or_default().to_owned(),
        }))
    }

    async fn check(
        &self,
        request: Request<v1::CheckDocumentTypesRequest>,
    ) -> Result<Response<v1::CheckDocumentTypesResponse>, Status> {
        let files = request.into_inner().files;
        if files.len() > MAX_FILES {
            return answer(Err(Fault::invalid(vec![("files", format!("must be at most {MAX_FILES}"))])));
        }
        let files = match files.into_iter().map(checked).collect::<Result<Vec<_>, _>>() {
            Ok(files) => files,
            Err(fault) => return answer(Err(fault)),
        };
        let rules = Arc::clone(&self.rules);
        answer(
            beside(move || {
                let problem = |file: String, line: usize, reason: String| v1::TypeProblem {
                    file,
                    line: u32::try_from(line).unwrap_or(u32::MAX),
                    reason,
                };
                let (problems, types_sha256) = match rules.with(&files) {
                    Ok(set) => (Vec::new(), set.types.sha256().to_owned()),
                    Err(LoadError::Refused(refused)) => {
                        (refused.into_iter().map(|e| problem(e.file, e.line, e.reason)).collect(), String::new())
                    }
                    Err(error) => (vec![problem(String::new(), 1, error.to_string())], String::new()),
                };
                Ok(v1::CheckDocumentTypesResponse { problems, types_sha256 })
            })
            .await,
        )
    }

    async fn put(
        &self,
        request: Request<v1::PutDocumentTypeRequest>,
    ) -> Result<Response<v1::PutDocumentTypeResponse>, Status> {
        let rules = Arc::clone(&self.rules);
        let file = request.into_inner().file.unwrap_or_default();
        answer(
            beside(move || {
                let (set, ()) = rules.put(|_| Ok::<_, Fault>((checked(file)?, ())))?;
                Ok(v1::PutDocumentTypeResponse { types_sha256: set.types.sha256().to_owned() })
            })
            .await,
        )
    }

    async fn learn(
        &self,
        request: Request<v1::LearnDocumentTypeRequest>,
    ) -> Result<Response<v1::LearnDocumentTypeResponse>, Status> {
        // Before anything is read for nothing.
        if !self.rules.is_writable() {
            return answer(Err(PutError::ReadOnly.into()));
        }
        let (context, _gone) = self.core.called(&request);
        let v1::LearnDocumentTypeRequest { r#type, label, readings, pages } = request.into_inner();
        let pages = match self.pages(readings, pages, &context).await {
            Ok(pages) => pages,
            Err(fault) => return answer(Err(fault)),
        };
        let rules = Arc::clone(&self.rules);
        answer(
            beside(move || {
                let (set, learned) = rules.put(|before| {
                    let pages: Vec<(String, &Page)> =
                        pages.iter().map(|(source, page)| (source.clone(), page)).collect();
                    let label = Some(label.as_str()).filter(|label| !label.is_empty());
                    let learned = learn::learn(&before.types, &r#type, label, &pages)?;
                    Ok::<_, Fault>(((learned.examples.file_name(), learned.examples.to_toml()), learned))
                })?;
                Ok(v1::LearnDocumentTypeResponse {
                    added: learned.added as u32,
                    known: learned.known as u32,
                    dropped: learned.dropped as u32,
                    examples: learned.examples.examples.len() as u32,
                    coherence: learned.coherence.unwrap_or(0.0),
                    coherent: learned.is_coherent(),
                    types_sha256: set.types.sha256().to_owned(),
                })
            })
            .await,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_leave_the_folder_are_none() {
        for name in ["cantine.toml", "cantine_2.examples.toml"] {
            assert!(is_file_name(name), "{name}");
        }
        for name in ["", ".toml", "../a.toml", "a/b.toml", "A.toml", "a.examples", "a.toml.txt", "a b.toml", "é.toml"]
        {
            assert!(!is_file_name(name), "{name}");
        }
        assert!(!is_file_name(&format!("{}.toml", "a".repeat(65))));
    }
}
