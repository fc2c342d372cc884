//! Files attached to PDFs.

use liasse_imaging::{Limits, Source};

use crate::pictures::{open, pdf, stream};

const XML: &[u8] = b"<invoice>1200.00</invoice>";

fn is_wanted(name: &str) -> bool {
    name == "factur-x.xml"
}

/// A PDF of an empty page whose catalogue says `catalogue`; objects from number 4 on follow.
fn file(catalogue: &str, objects: &[Vec<u8>]) -> Vec<u8> {
    let mut all = vec![
        format!("<</Type /Catalog /Pages 2 0 R {catalogue}>>").into_bytes(),
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>".to_vec(),
    ];
    all.extend_from_slice(objects);
    pdf(&all, "")
}

fn taken(file: Vec<u8>) -> Result<Option<Vec<u8>>, &'static str> {
    let found = open(file).unwrap().attachment(is_wanted, 1 << 20);
    found.map(|file| file.map(|f| f.content)).map_err(|error| error.reason())
}

fn specification(name: &str) -> Vec<u8> {
    format!("<</Type /Filespec /F {name} /EF <</F 5 0 R>> >>").into_bytes()
}

#[test]
fn a_file_is_found_where_programs_put_it() {
    let xml = stream("/Type /EmbeddedFile", XML);
    let utf16: String = "\u{feff}factur-x.xml".encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    for name in ["(factur-x.xml)".to_owned(), format!("<{utf16}>")] {
        let objects = [specification(&name), xml.clone()];
        for place in [
            "/AF [4 0 R]",
            "/Names <</EmbeddedFiles <</Names [(a) 4 0 R]>> >>",
            "/Names <</EmbeddedFiles <</Kids [<</Limits [(a) (b)] /Names [(a) 4 0 R]>>]>> >>",
        ] {
            assert_eq!(taken(file(place, &objects)), Ok(Some(XML.to_vec())), "{name} at {place}");
        }
    }
    let other = [specification("(notes.xml)"), xml];
    assert_eq!(taken(file("/AF [4 0 R]", &other)), Ok(None));
    assert_eq!(taken(file("", &[])), Ok(None));
}

#[test]
fn what_is_hostile_or_broken_is_told_or_passed_over() {
    let rings = "/Names <</EmbeddedFiles 4 0 R>>";
    let ring = b"<</Kids [4 0 R 4 0 R 4 0 R]>>".to_vec();
    assert_eq!(taken(file(rings, &[ring])), Ok(None));
    let wrong = specification("(factur-x.xml)");
    assert_eq!(taken(file("/AF [4 0 R]", std::slice::from_ref(&wrong))), Err("PDF_CORRUPT"), "its stream is missing");
    let large = stream("/Type /EmbeddedFile", &vec![b' '; (1 << 20) + 1]);
    assert_eq!(taken(file("/AF [4 0 R]", &[wrong, large])), Err("IMAGE_TOO_LARGE"));
    assert_eq!(taken(file("/AF [(text) 17 null 99 0 R]", &[])), Ok(None));
}

#[test]
fn other_types_have_no_attachments() {
    let picture = include_bytes!("../fixtures/interlaced.png").to_vec();
    let source = Source::open(picture.into(), None, &Limits::default()).unwrap();
    assert_eq!(source.attachment(is_wanted, 10), Ok(None));
}
