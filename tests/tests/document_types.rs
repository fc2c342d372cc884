//! Document types over the wire: seen, checked, put and learned; refused where the operator has not allowed it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

use std::path::Path;

use liasse_proto::v1::{self, document_types_client::DocumentTypesClient};
use liasse_server::Optional;
use liasse_tests::files::{drawn_page, input};
use liasse_tests::{Program, Served, TestServer, program, runtime_is_there, shared_server};
use tonic::{Code, Status, transport::Channel};
use tonic_types::StatusExt;

fn cantine(label: &str) -> v1::TypeFile {
    let content = format!(
        "name = \"cantine\"\nlabel = \"{label}\"\n[[phrase]]\ntext = \"cantine scolaire\"\nweight = 5\n\
         [[field]]\nname = \"date\"\nlabel = \"Date\"\nformat = \"date\"\nlabels = [\"Le\"]\nrequired = true\n"
    );
    v1::TypeFile { name: "cantine.toml".to_owned(), content }
}

fn put(file: v1::TypeFile) -> v1::PutDocumentTypeRequest {
    v1::PutDocumentTypeRequest { file: Some(file) }
}

fn reason(status: &Status) -> (Code, String) {
    (status.code(), status.get_error_details().error_info().map(|info| info.reason.clone()).unwrap_or_default())
}

async fn client(server: &TestServer) -> DocumentTypesClient<Channel> {
    DocumentTypesClient::new(server.channel().await)
}

async fn writable(folder: &Path) -> Option<TestServer> {
    TestServer::start(|settings| {
        settings.document_types = Optional(Some(folder.display().to_string()));
        settings.document_types_writable = true;
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn shipped_types_are_seen_and_nothing_is_changed_without_leave() {
    let Some(server) = shared_server() else {
        return;
    };
    let mut types = client(server).await;
    let told = types.list(v1::ListDocumentTypesRequest {}).await.unwrap().into_inner();
    let rib = told.types.iter().find(|t| t.name == "rib").unwrap();
    assert_eq!((rib.origin(), rib.examples, rib.sha256.len()), (v1::DocumentTypeOrigin::Shipped, 0, 64));
    assert!(rib.fields.iter().any(|f| f.name == "iban" && !f.label.is_empty()));
    assert!(!told.writable && told.types_sha256.len() == 64);
    let name = "rib".to_owned();
    let got = types.get(v1::GetDocumentTypeRequest { name }).await.unwrap().into_inner();
    assert!(got.content.contains("name = \"rib\"") && got.r#type.as_ref() == Some(rib));
    let name = "cantine".to_owned();
    let status = types.get(v1::GetDocumentTypeRequest { name }).await.unwrap_err();
    assert_eq!(reason(&status), (Code::NotFound, "UNKNOWN_TYPE".to_owned()));

    let read_only = (Code::PermissionDenied, "TYPES_READ_ONLY".to_owned());
    assert_eq!(reason(&types.put(put(cantine("Cantine"))).await.unwrap_err()), read_only);
    let learn = v1::LearnDocumentTypeRequest { r#type: "cantine".to_owned(), ..Default::default() };
    assert_eq!(reason(&types.learn(learn).await.unwrap_err()), read_only);

    // Checking needs no leave.
    let broken = v1::TypeFile { name: "piscine.toml".to_owned(), content: "\nname = 3\n".to_owned() };
    let files = vec![cantine("Cantine"), broken];
    let told = types.check(v1::CheckDocumentTypesRequest { files }).await.unwrap().into_inner();
    assert_eq!((told.problems.len(), told.types_sha256.as_str()), (1, ""));
    assert_eq!((told.problems[0].file.as_str(), told.problems[0].line), ("piscine.toml", 2));
    let files = vec![cantine("Cantine")];
    let told = types.check(v1::CheckDocumentTypesRequest { files }).await.unwrap().into_inner();
    assert_eq!((told.problems.len(), told.types_sha256.len()), (0, 64));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_is_in_force_at_once_and_what_is_broken_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let Some(server) = writable(folder.path()).await else {
        return;
    };
    let mut types = client(&server).await;
    let version = types.put(put(cantine("Cantine"))).await.unwrap().into_inner().types_sha256;
    let told = types.list(v1::ListDocumentTypesRequest {}).await.unwrap().into_inner();
    let own = told.types.iter().find(|t| t.name == "cantine").unwrap();
    assert_eq!((own.label.as_str(), own.origin()), ("Cantine", v1::DocumentTypeOrigin::Own));
    assert!(own.fields[0].required && told.writable && told.types_sha256 == version);

    let refused = types.put(put(v1::TypeFile { content: "name = 3".to_owned(), ..cantine("") })).await.unwrap_err();
    assert_eq!(reason(&refused), (Code::InvalidArgument, "TYPES_REFUSED".to_owned()));
    assert!(refused.message().starts_with("cantine.toml:1: "), "{refused}");
    let elsewhere = v1::TypeFile { name: "../cantine.toml".to_owned(), ..cantine("Ailleurs") };
    assert_eq!(reason(&types.put(put(elsewhere)).await.unwrap_err()).1, "INVALID_FIELD");
    let huge = v1::TypeFile { content: "#".repeat(70_000), ..cantine("") };
    assert_eq!(reason(&types.put(put(huge)).await.unwrap_err()).1, "TYPES_REFUSED");
    let name = "cantine".to_owned();
    let got = types.get(v1::GetDocumentTypeRequest { name }).await.unwrap().into_inner();
    assert_eq!(got.content, cantine("Cantine").content);
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["cantine.toml"]);
    server.stopped().await.unwrap();
}

/// Drawn payslips as files.
fn payslips(count: usize) -> Vec<Vec<u8>> {
    let payslips = (0..).map(drawn_page).filter(|page| page.truth.doc_type == "payslip");
    payslips.take(count).map(|page| page.file).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_type_is_learned_from_pages_over_the_wire() {
    let folder = tempfile::tempdir().unwrap();
    // The shipped rules must not know such pages: a type of the same name that looks for something else takes their place.
    let hidden = "name = \"bulletin_salaire\"\nlabel = \"B\"\n[[phrase]]\ntext = \"zzzz\"\nweight = 1\n";
    std::fs::write(folder.path().join("bulletin_salaire.toml"), hidden).unwrap();
    let Some(server) = writable(folder.path()).await else {
        return;
    };
    let mut types = client(&server).await;
    let mut files = payslips(6);
    let unseen = files.pop().unwrap();
    let pages: Vec<_> = files.iter().enumerate().map(|(i, file)| input(format!("paie-{i}"), file.clone())).collect();
    let learn = |pages: &[v1::PageInput]| v1::LearnDocumentTypeRequest {
        r#type: "fiche_de_paie".to_owned(),
        label: "Fiche de paie".to_owned(),
        pages: pages.to_vec(),
        ..Default::default()
    };
    let status = types.learn(learn(&pages[..3])).await.unwrap_err();
    assert_eq!(reason(&status), (Code::InvalidArgument, "NOT_LEARNED".to_owned()));
    assert!(status.message().contains("3 different examples"), "{status}");
    assert!(!folder.path().join("fiche_de_paie.examples.toml").exists());

    let told = types.learn(learn(&pages)).await.unwrap().into_inner();
    assert_eq!((told.added, told.known, told.examples), (5, 0, 5));
    assert!(told.coherent, "{told:?}");
    let wanted = v1::Wanted { document: true, ..Default::default() };
    let page = v1::PageInput { wanted: Some(wanted), ..input("unseen", unseen) };
    let answer = server.recognition().await.recognize(v1::RecognizeRequest { page: Some(page) }).await.unwrap();
    let reading = answer.into_inner().readings.remove(0);
    let look = reading.embedding.unwrap();
    assert!(look.model.starts_with("page-look ") && look.vector.len() == 64, "{look:?}");
    let file = std::fs::read_to_string(folder.path().join("fiche_de_paie.examples.toml")).unwrap();
    assert_eq!(file.matches(&format!("embedding = \"{} ", look.model)).count(), 5, "{file}");
    let document = reading.document.unwrap();
    assert_eq!((document.r#type.as_str(), document.type_label.as_str()), ("fiche_de_paie", "Fiche de paie"));
    assert_eq!(document.types_sha256, told.types_sha256);
    let reason_given = &document.reasons[0].text;
    assert!(reason_given.starts_with("examples ") && reason_given.contains(", looks "), "{document:?}");
    let listed = types.list(v1::ListDocumentTypesRequest {}).await.unwrap().into_inner();
    let learned = listed.types.iter().find(|t| t.name == "fiche_de_paie").unwrap();
    assert_eq!((learned.origin(), learned.examples), (v1::DocumentTypeOrigin::Learned, 5));

    // The same pages again are known; none is learned twice.
    let again = types.learn(learn(&pages)).await.unwrap().into_inner();
    assert_eq!((again.added, again.known, again.examples), (0, 5, 5));
    server.stopped().await.unwrap();
}

fn liasse(arguments: &[&str], paths: &[&Path]) -> (bool, String) {
    let done = program(Program::Client).args(arguments).args(paths).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    (done.status.success(), said)
}

#[test]
fn the_command_learns_into_a_folder_and_at_a_server_and_reads_documents() {
    if !runtime_is_there() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (types, served, scans) =
        (folder.path().join("types"), folder.path().join("served"), folder.path().join("scans"));
    for path in [&types, &served, &scans] {
        std::fs::create_dir(path).unwrap();
    }
    let files: Vec<_> = payslips(6)
        .into_iter()
        .enumerate()
        .map(|(i, file)| {
            let path = scans.join(format!("paie-{i}.jpg"));
            std::fs::write(&path, file).unwrap();
            path
        })
        .collect();
    let served_text = served.display().to_string();
    let server = Served::start(&["--document-types", &served_text, "--document-types-writable", "true"]);
    let url = server.url();
    let examples: Vec<&Path> = files[..5].iter().map(|path| path.as_path()).collect();

    let types_text = types.display().to_string();
    let learn = ["types", "learn", "fiche_de_paie", "--label", "Fiche de paie", "--server", &url];
    let (well, said) = liasse(&[&learn[..], &["--types", &types_text]].concat(), &examples);
    assert!(well && said.contains("5 exemples ajoutés, 5 en tout"), "{said}");
    let (well, said) = liasse(&["types", "list", "--types", &types_text], &[]);
    assert!(well && said.contains("Fiche de paie, 5 exemples"), "{said}");
    let file = types.join("fiche_de_paie.examples.toml");
    assert!(std::fs::read_to_string(&file).unwrap().contains("source = \"paie-0.jpg, page 1\""));
    assert!(!served.join("fiche_de_paie.examples.toml").exists());

    let (well, said) = liasse(&[&learn[..], &[]].concat(), &examples[..2]);
    assert!(!well && said.contains("NOT_LEARNED"), "{said}");
    let (well, said) = liasse(&["types", "put", "--server", &url], &[&file]);
    assert!(well && said.contains("en vigueur"), "{said}");
    let (well, said) = liasse(&["types", "list", "--server", &url], &[]);
    assert!(well && said.contains("Fiche de paie, appris, 5 exemples") && said.contains("modifiables"), "{said}");
    let (well, said) = liasse(&[&learn[..], &[]].concat(), &[&files[5]]);
    assert!(well && said.contains("1 exemples ajoutés, 6 en tout"), "{said}");

    let document = ["document", "--server", &url];
    let (well, said) = liasse(&[&document[..], &["--cut", "2"]].concat(), &[&files[0], &files[5]]);
    assert!(well && said.contains("==> Document 2 sur 2, page 2 : ") && said.contains("paie-5.jpg"), "{said}");
    assert!(said.contains("un document commence, décision d'une personne"), "{said}");
    let (well, said) =
        liasse(&[&document[..], &["--join", "2", "--csv", "--separator", ";"]].concat(), &[&files[0], &files[5]]);
    let head = said.lines().next().unwrap_or_default();
    assert!(well && head.starts_with("document;pages;fichiers;type;"), "{said}");
    assert!(said.lines().nth(1).is_some_and(|row| row.starts_with("1;1-2;")), "{said}");
    let (well, said) = liasse(&[&document[..], &["--format", "json"]].concat(), &[&files[0]]);
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert!(well && json["documents"][0]["pages"] == serde_json::json!([1]), "{said}");
    let (status, log) = server.terminate();
    assert!(status.success(), "{log}");
}
