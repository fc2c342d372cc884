//! What a page is and says: type, fields with their places, tray; only where it was asked for, whichever way the page lies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

use image::imageops;
use liasse_corpus::pages::PageTruth;
use liasse_geometry::{Point, Quad};
use liasse_proto::v1;
use liasse_server::Optional;
use liasse_tests::files::{blank_page, drawn_page_of, input, jpeg, pdf_with_file, with_orientation};
use liasse_tests::{TestServer, shared_server};

fn quad(quad: Option<v1::Quad>) -> Quad {
    let quad = quad.expect("every field has a place");
    let corner = |p: Option<v1::Point>| p.map(|p| Point::new(p.x, p.y)).expect("every quad has corners");
    Quad::new([quad.top_left, quad.top_right, quad.bottom_right, quad.bottom_left].map(corner))
}

fn asking(name: &str, file: Vec<u8>) -> v1::PageInput {
    v1::PageInput { wanted: Some(v1::Wanted { document: true, ..Default::default() }), ..input(name, file) }
}

async fn read(server: &TestServer, page: v1::PageInput) -> v1::PageReading {
    let name = page.page_id.clone();
    let answer = server.recognition().await.recognize(v1::RecognizeRequest { page: Some(page) }).await;
    let mut readings = answer.unwrap_or_else(|status| panic!("{name} is not read: {status}")).into_inner().readings;
    assert_eq!(readings.len(), 1, "{name}");
    readings.remove(0)
}

/// The drawn value of a field and where it was drawn: a bank identity is often drawn several times on its sheet.
fn drawn(truth: &PageTruth, name: &str) -> (String, Vec<Quad>) {
    let fields: Vec<_> = truth.fields.iter().filter(|f| f.name == name).collect();
    let corners = |q: [f32; 8]| Quad::new([0, 1, 2, 3].map(|i| Point::new(q[2 * i], q[2 * i + 1])));
    let value = fields.first().unwrap_or_else(|| panic!("no {name} was drawn")).value.split_whitespace().collect();
    (value, fields.iter().map(|f| corners(f.quad)).collect())
}

/// How much a field's place has in common with the one of `places` that it is nearest to.
fn overlap(field: &v1::Field, places: &[Quad]) -> f32 {
    let found = quad(field.quad);
    places.iter().map(|place| found.iou(place)).fold(0.0, f32::max)
}

fn field<'a>(reading: &'a v1::PageReading, name: &str) -> &'a v1::Field {
    let document = reading.document.as_ref().expect("a document was asked for");
    document.fields.iter().find(|f| f.name == name).unwrap_or_else(|| panic!("no {name} in {:?}", document.fields))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bank_identity_is_told_and_its_iban_taken_from_where_it_stands() {
    let Some(server) = shared_server() else {
        return;
    };
    let page = drawn_page_of("rib", 0);
    let (iban, places) = drawn(&page.truth, "iban");
    let upright = read(server, asking("rib", page.file.clone())).await;
    let document = upright.document.as_ref().unwrap();
    assert_eq!((document.r#type.as_str(), document.type_label.as_str()), ("rib", "Relevé d'identité bancaire"));
    assert!(document.type_confidence > 0.9 && !document.reasons.is_empty(), "{document:?}");
    assert_eq!(document.types_sha256.len(), 64);
    assert_eq!(document.tray, None, "this server has no trays");
    let found = field(&upright, "iban");
    assert_eq!(found.value, iban);
    assert!(found.accepted && !found.repaired, "{found:?}");
    assert!(found.checks.iter().any(|c| c.name == "iban" && c.passed));
    assert!(overlap(found, &places) > 0.4, "the IBAN is at {places:?}, found at {:?}", quad(found.quad));
    assert!(upright.timings.unwrap().document_microseconds > 0);

    // The same page fed in sideways: what stands beside a label still stands beside it, and places are those of the file.
    let turned = with_orientation(&jpeg(&imageops::rotate90(&page.image)), 8);
    let lying = read(server, asking("rib, turned", turned)).await;
    assert_eq!((lying.width, lying.height), (upright.height, upright.width));
    assert_eq!(lying.document.as_ref().unwrap().r#type, "rib");
    let found = field(&lying, "iban");
    assert_eq!(found.value, iban);
    let height = page.image.height() as f32;
    let places: Vec<Quad> =
        places.iter().map(|place| Quad::new(place.corners.map(|p| Point::new(height - p.y, p.x)))).collect();
    assert!(overlap(found, &places) > 0.4, "the IBAN is at {places:?}, found at {:?}", quad(found.quad));
}

/// An invoice of the profile EN 16931: number F2024-0012, 1200.00 EUR with VAT.
const INVOICE: &str = include_str!("../../documents/src/facturx/en16931.xml");

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_attached_to_a_pdf_is_the_better_source() {
    let Some(server) = shared_server() else {
        return;
    };
    let page = drawn_page_of("invoice", 0);
    let file = pdf_with_file(&[&page.image], "factur-x.xml", INVOICE.as_bytes());
    let reading = read(server, asking("factur-x", file.clone())).await;
    let document = reading.document.as_ref().unwrap();
    assert_eq!(document.r#type, "facture", "{:?}", document.reasons);
    let filed = reading.electronic_invoice.as_ref().unwrap();
    assert_eq!((filed.file_name.as_str(), filed.profile.as_str(), filed.lines.len()), ("factur-x.xml", "EN 16931", 2));
    for (name, value, term) in [
        ("invoice_number", "F2024-0012", "BT-1"),
        ("invoice_date", "2024-03-01", "BT-2"),
        ("total_ttc", "1200.00", "BT-112"),
        ("iban", "FR1420041010050500013M02606", "BT-84"),
    ] {
        let found = field(&reading, name);
        assert_eq!(
            (found.value.as_str(), found.business_term.as_str(), found.confidence),
            (value, term, 1.0),
            "{found:?}"
        );
    }
    // The page prints another total: a person has to see it.
    let total = field(&reading, "total_ttc");
    assert!(total.checks.iter().any(|c| c.name == "facturx" && !c.passed) && !total.accepted, "{total:?}");
    assert!(document.checks.iter().any(|c| c.name == "facturx" && !c.passed) && !document.accepted);
    assert_eq!(document.line_items[0].description, "Porte vitrée");
    let plain = read(server, input("factur-x, not asked for", file)).await;
    assert_eq!((plain.electronic_invoice, plain.document), (None, None));

    // One that cannot be read costs nothing but itself.
    let broken = pdf_with_file(&[&page.image], "factur-x.xml", &INVOICE.as_bytes()[..900]);
    let reading = read(server, asking("factur-x, broken", broken)).await;
    let warning = &reading.warnings[0];
    assert_eq!((warning.reason.as_str(), &reading.electronic_invoice), ("ATTACHED_INVOICE_UNREADABLE", &None));
    assert!(warning.message.contains("XML"), "{warning:?}");
    let printed = page.truth.fields.iter().find(|f| f.name == "total_ttc").unwrap();
    assert!(reading.text.contains(printed.value.split(',').next().unwrap()));
    assert!(field(&reading, "total_ttc").business_term.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_asked_for_is_not_there_and_a_blank_page_is_another_document() {
    let Some(server) = shared_server() else {
        return;
    };
    let plain = read(server, input("rib", drawn_page_of("rib", 0).file)).await;
    assert_eq!((plain.document.is_some(), plain.timings.unwrap().document_microseconds), (false, 0));
    let blank = read(server, asking("blank", blank_page())).await;
    let document = blank.document.unwrap();
    assert_eq!((document.r#type.as_str(), document.accepted), ("autre", false));
    assert!(document.fields.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operators_types_and_trays_decide() {
    let folder = tempfile::tempdir().unwrap();
    let types = folder.path().join("types");
    std::fs::create_dir(&types).unwrap();
    let own = "name = \"coordonnees\"\nlabel = \"Coordonnées bancaires\"\n[[phrase]]\ntext = \"IBAN\"\nweight = 20\n\
               [[field]]\nname = \"iban\"\nlabel = \"IBAN\"\nformat = \"iban\"\nlabels = [\"IBAN\"]\n";
    std::fs::write(types.join("coordonnees.toml"), own).unwrap();
    let trays = folder.path().join("bannettes.toml");
    let rules = "default = \"accueil\"\ntray = [{ name = \"accueil\", label = \"Accueil\" }, \
                 { name = \"paie\", label = \"Paie\", priority = 3, answer_within_days = 15 }]\n\
                 [[rule]]\nname = \"RIB du lot de paie\"\ntray = \"paie\"\ntype = \"coordonnees\"\nbatch = \"PAIE-*\"\n\
                 station = \"poste-4\"\nfield = [{ name = \"iban\", accepted = true }]\n";
    std::fs::write(&trays, rules).unwrap();
    let path = |p: &std::path::Path| Optional(Some(p.display().to_string()));
    let started = TestServer::start(|settings| {
        settings.document_types = path(&types);
        settings.trays = path(&trays);
    });
    let Some(server) = started.await else {
        return;
    };
    let page = v1::PageInput {
        batch_reference: "PAIE-2026-11".to_owned(),
        station: "poste-4".to_owned(),
        ..asking("rib", drawn_page_of("rib", 0).file)
    };
    let told = read(&server, page.clone()).await;
    assert_eq!((told.batch_reference.as_str(), told.station.as_str()), ("PAIE-2026-11", "poste-4"));
    let document = told.document.unwrap();
    assert_eq!((document.r#type.as_str(), document.type_label.as_str()), ("coordonnees", "Coordonnées bancaires"));
    let tray = document.tray.unwrap();
    assert_eq!((tray.name.as_str(), tray.label.as_str()), ("paie", "Paie"));
    assert_eq!((tray.rule.as_str(), tray.priority, tray.answer_within_days), ("RIB du lot de paie", 3, 15));
    let elsewhere = v1::PageInput { batch_reference: "COURRIER".to_owned(), ..page };
    let tray = read(&server, elsewhere).await.document.unwrap().tray.unwrap();
    assert_eq!((tray.name.as_str(), tray.rule.as_str()), ("accueil", ""));
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_separated_into_its_documents() {
    let Some(server) = shared_server() else {
        return;
    };
    let page = |name: &str, file: Vec<u8>| input(name, file);
    let pages = vec![
        page("rib", drawn_page_of("rib", 0).file),
        page("blank", blank_page()),
        page("payslip", drawn_page_of("payslip", 0).file),
        page("letter", drawn_page_of("letter", 0).file),
    ];
    let separators = v1::Separators { blank_pages: v1::BlankPages::Drop.into(), ..Default::default() };
    let request = v1::RecognizeDocumentRequest { pages, separators: Some(separators), decisions: Vec::new() };
    let told = server.recognition().await.recognize_document(request.clone()).await.unwrap().into_inner();
    let names: Vec<&str> = told.readings.iter().map(|r| r.page_id.as_str()).collect();
    assert_eq!(names, ["rib", "blank", "payslip", "letter"], "readings are in the order of the files");
    let documents: Vec<(&[u32], &str)> =
        told.documents.iter().map(|d| (d.pages.as_slice(), d.document.as_ref().unwrap().r#type.as_str())).collect();
    assert_eq!(documents[..2], [(&[1][..], "rib"), (&[3], "bulletin_salaire")]);
    assert_eq!((documents.len(), documents[2].0), (3, &[4][..]), "{documents:?} {:?}", told.boundaries);
    assert_eq!(told.left_out, [2]);
    let iban = told.documents[0].document.as_ref().unwrap().fields.iter().find(|f| f.name == "iban").unwrap();
    assert_eq!(iban.page, 1);
    assert!(
        told.boundaries.iter().all(|b| b.cut && b.confidence > 0.5 && !b.reason.is_empty()),
        "{:?}",
        told.boundaries
    );

    // A person says otherwise.
    let decisions = vec![v1::CutDecision { page: 4, cut: false }];
    let joined = v1::RecognizeDocumentRequest { decisions, ..request.clone() };
    let told = server.recognition().await.recognize_document(joined).await.unwrap().into_inner();
    assert_eq!(told.documents.last().unwrap().pages, [3, 4]);
    assert_eq!(told.boundaries.last().unwrap().reason, "override");

    // A file that cannot be read is named, and the call fails as a whole.
    let mut broken = request;
    broken.pages[2].content = b"Madame, Monsieur".to_vec().into();
    let status = server.recognition().await.recognize_document(broken).await.unwrap_err();
    assert!(status.message().starts_with("file 3: "), "{status}");
}
