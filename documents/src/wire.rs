//! Pages and documents as the wire contract has them.
//!
//! Responsible for making a [`Page`] of a `PageReading`, for a `DocumentReading` out of what was told and taken out, and for the
//! facts that tray rules look at: server and command do both, and the same way. Not responsible for sending anything.

mod guesses;
mod invoice;

use crate::extract::{
    CrossResult, Extraction, Found, LINES_AGREE, LineItem, TAX_AGREES, Value, extract_beside, totals,
};
use crate::facturx::Invoice;
use crate::page::{Embedding, Page, PageError, Word};
use crate::separate::{Separation, Separators, Sheet, separate};
use crate::trays::{Decision, Facts, TraySet};
use crate::two_d_doc::{self, Authenticity, Certificates, TwoDDoc};
use crate::types::{Anchor, DocumentType, Format, Hints, Items, OTHER, TypeSet};
use guesses::{faint, with_guesses};
pub use invoice::electronic_invoice;
use liasse_geometry::{Point, Quad};
use liasse_proto::v1;
use rust_decimal::Decimal;

/// Which rules are in force.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The types.
    pub types: &'a TypeSet,
    /// The trays, where there are rules for them.
    pub trays: Option<&'a TraySet>,
    /// The certificates that signatures of 2D-Docs are verified with, where the operator trusts any.
    pub certificates: Option<&'a Certificates>,
    /// The year in which pages are read, which decides the century of dates with two digits in a machine readable zone.
    pub read_in: i16,
}

impl<'a> Rules<'a> {
    /// Rules for pages that are read now, by the clock in UTC.
    pub fn now(types: &'a TypeSet, trays: Option<&'a TraySet>) -> Self {
        let read_in = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).year();
        Self { types, trays, certificates: None, read_in }
    }

    /// With certificates to verify the signatures of 2D-Docs.
    pub fn trusting(self, certificates: &'a Certificates) -> Self {
        Self { certificates: Some(certificates), ..self }
    }
}

/// A reading's words in their places, and what the page looks like.
///
/// # Errors
/// [`PageError`] for a reading that no server of ours gives: without a size, or beyond the bounds of a page.
pub fn page(reading: &v1::PageReading) -> Result<Page, PageError> {
    let lines = reading.lines.iter().map(|line| {
        let first = line.first_word as usize;
        let words = reading.words.get(first..first.saturating_add(line.word_count as usize)).unwrap_or_default();
        words
            .iter()
            .map(|w| Word { text: w.text.clone(), confidence: w.confidence, quad: quad(w.quad.as_ref()) })
            .collect()
    });
    let embedding = reading.embedding.as_ref().map(|embedding| {
        let vector = embedding.vector.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        Embedding::new(&embedding.model, vector)
    });
    let page = Page::new(reading.width as f32, reading.height as f32, with_guesses(lines.collect(), &reading.unread))?;
    Ok(page.looking_like(embedding.transpose()?).with_faint(faint(&reading.unread)))
}

/// What is known of a reading besides its words.
pub fn hints(reading: &v1::PageReading) -> Hints {
    Hints {
        barcodes: reading.barcodes.iter().map(|code| code.text.clone()).collect(),
        two_d_doc_types: two_d_docs(reading).map(|(_, code)| code.document_type).collect(),
        electronic_invoice: invoice::of(reading).map(|i| i.term("BT-3").unwrap_or_default().to_owned()),
    }
}

/// The 2D-Docs of a reading, and which of its bar codes they are, from 0.
fn two_d_docs(reading: &v1::PageReading) -> impl Iterator<Item = (usize, TwoDDoc)> {
    let codes = reading.barcodes.iter().enumerate();
    codes.filter_map(|(number, code)| Some((number, two_d_doc::parse(&code.text).ok()?)))
}

/// Whether a 2D-Doc is what its authority signed; without certificates there is no telling.
fn authenticity(code: &TwoDDoc, rules: Rules<'_>) -> Authenticity {
    rules.certificates.map_or(Authenticity::UnknownCertificate, |trusted| code.authenticity(trusted))
}

/// What a page says as a document of a type, by its words, the invoice attached to its file and its 2D-Docs.
fn taken(reading: &v1::PageReading, page: &Page, document_type: &DocumentType, rules: Rules<'_>) -> Extraction {
    let mut taken = extract_beside(page, document_type, rules.read_in, invoice::of(reading).as_ref());
    for (number, code) in two_d_docs(reading) {
        let place = quad(reading.barcodes[number].quad.as_ref());
        two_d_doc::merge(&mut taken, page, document_type, &code, &authenticity(&code, rules), place);
    }
    taken
}

/// A 2D-Doc on the wire.
fn wire_two_d_doc(number: usize, code: TwoDDoc, rules: Rules<'_>) -> v1::TwoDDoc {
    let (state, reason) = match authenticity(&code, rules) {
        Authenticity::Valid => (v1::TwoDDocState::Valid, String::new()),
        Authenticity::Invalid(why) => (v1::TwoDDocState::Invalid, why),
        Authenticity::UnknownCertificate => (v1::TwoDDocState::UnknownCertificate, String::new()),
    };
    let date = |date: Option<jiff::civil::Date>| date.map(|d| d.to_string()).unwrap_or_default();
    v1::TwoDDoc {
        version: code.version.into(),
        authority: code.authority,
        certificate: code.certificate,
        issued_on: date(code.issued_on),
        signed_on: date(code.signed_on),
        document_type: code.document_type,
        document_type_label: code.label.to_owned(),
        perimeter: code.perimeter,
        country: code.country,
        state: state.into(),
        reason,
        data: code
            .data
            .into_iter()
            .map(|d| v1::TwoDDocDatum {
                id: d.id,
                label: d.label.to_owned(),
                value: d.value,
                raw: d.raw,
                truncated: d.truncated,
            })
            .collect(),
        barcode_number: number as u32 + 1,
        page: 0,
    }
}

/// What the document of one page is, says, and where it goes. The reading has its words, its bar codes and what its caller
/// said of it.
///
/// # Errors
/// As [`page`].
pub fn document(reading: &v1::PageReading, rules: Rules<'_>) -> Result<v1::DocumentReading, PageError> {
    let page = page(reading)?;
    let told = rules.types.classify(&page, &hints(reading));
    let document_type = rules.types.get(&told.type_name);
    let taken = document_type.map(|t| taken(reading, &page, t, rules)).unwrap_or_default();
    let accepted = document_type.is_some_and(|t| told.confidence >= t.accept) && taken.is_accepted();
    let missing = taken.missing.iter().map(|name| v1::MissingField {
        label: document_type
            .and_then(|t| t.fields.iter().find(|f| f.name == *name))
            .map(|f| f.label.clone())
            .unwrap_or_default(),
        name: name.clone(),
    });
    let missing = missing.collect();
    let mut out = v1::DocumentReading {
        r#type: told.type_name,
        type_label: told.label,
        type_confidence: told.confidence,
        family: told.family,
        family_confidence: told.family_confidence,
        reasons: told
            .reasons
            .into_iter()
            .map(|r| v1::TypeReason {
                text: r.what,
                weight: r.weight,
                line_number: r.line.map_or(0, |line| line_number(reading, line)),
            })
            .collect(),
        alternatives: told
            .alternatives
            .into_iter()
            .map(|(name, confidence)| v1::TypeAlternative { r#type: name, confidence })
            .collect(),
        types_sha256: rules.types.sha256().to_owned(),
        accepted,
        missing_fields: missing,
        two_d_docs: two_d_docs(reading).map(|(number, code)| wire_two_d_doc(number, code, rules)).collect(),
        ..fields(taken)
    };
    out.tray = rules.trays.map(|set| tray(set.decide(&facts(reading, &out, &page))));
    Ok(out)
}

/// The number from 1 of a line of the reading; `line` counts those with words alone, from 0, as a page does.
fn line_number(reading: &v1::PageReading, line: usize) -> u32 {
    let with_words = reading.lines.iter().enumerate().filter(|(_, l)| l.word_count > 0);
    with_words.map(|(number, _)| number as u32 + 1).nth(line).unwrap_or(0)
}

fn fields(taken: Extraction) -> v1::DocumentReading {
    v1::DocumentReading {
        fields: taken.values.into_iter().map(field).collect(),
        checks: taken.checks.into_iter().map(cross_check).collect(),
        line_items: taken.items.into_iter().map(line_item).collect(),
        ..Default::default()
    }
}

/// A line item on the wire.
fn line_item(item: LineItem) -> v1::LineItem {
    let number = |n: Option<Decimal>| n.map(|n| n.to_string()).unwrap_or_default();
    v1::LineItem {
        description: item.description,
        code: item.code.unwrap_or_default(),
        quantity: number(item.quantity),
        unit_price: number(item.unit_price),
        tax_rate: number(item.tax_rate),
        amount: number(item.amount),
        confidence: item.confidence,
        checks: item.checks.into_iter().map(|c| v1::FieldCheck { name: c.name, passed: c.passed }).collect(),
        quad: place(&item.quad),
        page: 0,
    }
}

/// What must hold between the line items of all pages and the totals, which stand on the last one.
fn check_items(out: &mut v1::DocumentReading, items: &Items) {
    let number = |text: &str| text.parse::<Decimal>().ok();
    let lines: Vec<_> = out.line_items.iter().map(|l| (number(&l.amount), number(&l.tax_rate))).collect();
    let results = totals(items, &lines, |name| number(&out.fields.iter().find(|f| f.name == name)?.value));
    let own = |name: &str| name == LINES_AGREE || name == TAX_AGREES;
    out.checks.retain(|c| !own(&c.name));
    for field in &mut out.fields {
        field.checks.retain(|c| !own(&c.name));
        let told = results.iter().filter(|r| r.fields.contains(&field.name));
        field.checks.extend(told.map(|r| v1::FieldCheck { name: r.name.clone(), passed: r.passed }));
        field.accepted &= field.checks.iter().all(|c| c.passed || c.name == "nf_z10_011");
    }
    out.checks.extend(results.into_iter().map(cross_check));
}

fn cross_check(result: CrossResult) -> v1::CrossCheck {
    v1::CrossCheck {
        name: result.name,
        fields: result.fields,
        passed: result.passed,
        reason: result.reason.unwrap_or_default(),
    }
}

/// A value on the wire.
pub fn field(value: Value) -> v1::Field {
    let business_term = match &value.found {
        Found::ElectronicInvoice { term } => term.clone(),
        _ => String::new(),
    };
    v1::Field {
        found: match value.found {
            Found::Label { label, anchor: Anchor::Right } => format!("beside the label \"{label}\""),
            Found::Label { label, anchor: Anchor::Below } => format!("under the label \"{label}\""),
            Found::Label { label, anchor: Anchor::Before } => format!("before the words \"{label}\""),
            Found::Anywhere => "by its form".to_owned(),
            Found::MachineReadableZone => "in the machine readable zone".to_owned(),
            Found::Letterhead => "as the name on the letterhead".to_owned(),
            Found::Block => "as an address".to_owned(),
            Found::TwoDDoc => "in the 2D-Doc".to_owned(),
            Found::ElectronicInvoice { term } => format!("in the attached invoice ({term})"),
        },
        business_term,
        name: value.name,
        label: value.label,
        raw: value.raw,
        value: value.value,
        currency: value.currency.unwrap_or_default(),
        confidence: value.confidence,
        accepted: value.accepted,
        checks: value.checks.into_iter().map(|c| v1::FieldCheck { name: c.name, passed: c.passed }).collect(),
        quad: place(&value.quad),
        repaired: value.repaired,
        page: 0,
    }
}

/// A batch of readings in documents. Each reading has its words, its bar codes, what its caller said of it, and its document.
///
/// # Errors
/// As [`page`].
pub fn batch(
    readings: &[v1::PageReading],
    separators: &Separators,
    decisions: &[v1::CutDecision],
    rules: Rules<'_>,
) -> Result<(Vec<v1::BatchDocument>, Separation), PageError> {
    let pages = readings.iter().map(page).collect::<Result<Vec<_>, _>>()?;
    let sheets: Vec<Sheet<'_>> = readings.iter().zip(&pages).map(|(r, page)| sheet(r, page, rules.types)).collect();
    let overrides: Vec<(usize, bool)> =
        decisions.iter().filter_map(|d| Some(((d.page as usize).checked_sub(1)?, d.cut))).collect();
    let separation = separate(&sheets, separators, &overrides);
    let documents = separation.documents.iter().map(|numbers| v1::BatchDocument {
        pages: numbers.iter().map(|n| *n as u32 + 1).collect(),
        document: Some(joined(readings, &pages, numbers, rules)),
    });
    Ok((documents.collect(), separation))
}

/// How sure a type is, and what it is weighed at apart from a machine readable zone, from which on its page has a title.
const TITLE: (f32, f32) = (0.9, 2.4);

fn is_zone(reason: &v1::TypeReason) -> bool {
    reason.text.starts_with("mrz ")
}

/// What separation looks at of a reading.
fn sheet<'a>(reading: &'a v1::PageReading, page: &'a Page, types: &TypeSet) -> Sheet<'a> {
    let document = reading.document.as_ref();
    let (type_name, family) = document.map_or((OTHER, OTHER), |d| (d.r#type.as_str(), d.family.as_str()));
    let format =
        |name: &str| types.get(type_name).and_then(|t| t.fields.iter().find(|f| f.name == name)).map(|f| f.format);
    let fields = document.map(|d| d.fields.as_slice()).unwrap_or_default();
    let codes = |patch: bool| {
        let is_patch = |code: &&v1::Barcode| (code.format() == v1::BarcodeFormat::Patch) == patch;
        reading.barcodes.iter().filter(is_patch).map(|code| code.text.as_str()).collect()
    };
    Sheet {
        page,
        blank: reading.words.is_empty() && reading.barcodes.is_empty(),
        barcodes: codes(false),
        patches: codes(true),
        type_name,
        family,
        type_confidence: document.map_or(0.0, |d| d.type_confidence),
        numbers: fields
            .iter()
            .filter(|f| format(&f.name).is_some_and(Format::is_number))
            .map(|f| (f.name.as_str(), f.value.as_str()))
            .collect(),
        sender: fields.iter().find(|f| format(&f.name) == Some(Format::Sender)).map(|f| f.value.as_str()),
        has_zone: document.is_some_and(|d| d.reasons.iter().any(is_zone)),
        has_title: document.is_some_and(|d| {
            let printed = d.reasons.iter().filter(|r| !is_zone(r) && r.weight > 0.0).map(|r| r.weight);
            d.type_confidence >= TITLE.0 && printed.sum::<f32>() >= TITLE.1
        }),
    }
}

/// The document that several pages make; `numbers` are theirs, from 0, at least one.
fn joined(readings: &[v1::PageReading], pages: &[Page], numbers: &[usize], rules: Rules<'_>) -> v1::DocumentReading {
    let told = |n: &&usize| readings[**n].document.as_ref().filter(|d| d.r#type != OTHER);
    let sure = |n: &&usize| readings[**n].document.as_ref().map_or(0.0, |d| d.type_confidence);
    let first = numbers.iter().take(1).find(|n| told(n).is_some());
    let surest = || numbers.iter().filter(|n| told(n).is_some()).max_by(|a, b| sure(a).total_cmp(&sure(b)));
    let Some(lead) = first.or_else(surest).or(numbers.first()).copied() else { return Default::default() };
    let mut out = readings[lead].document.clone().unwrap_or_default();
    let codes = numbers.iter().flat_map(|number| {
        let page = *number as u32 + 1;
        let codes = two_d_docs(&readings[*number]);
        codes.map(move |(code_number, code)| v1::TwoDDoc { page, ..wire_two_d_doc(code_number, code, rules) })
    });
    out.two_d_docs = codes.collect();
    let Some(document_type) = rules.types.get(&out.r#type) else {
        return out;
    };
    for field in &mut out.fields {
        field.page = lead as u32 + 1;
    }
    for item in &mut out.line_items {
        item.page = lead as u32 + 1;
    }
    let filed = numbers.iter().find_map(|n| Some((*n, invoice::of(&readings[*n])?)));
    // The lines of a file are all there are.
    let filed_lines = filed.as_ref().filter(|(_, invoice)| !invoice.lines.is_empty()).map(|(number, _)| *number);
    if filed_lines.is_some_and(|number| number != lead) {
        out.line_items.clear();
    }
    for number in numbers.iter().filter(|n| **n != lead) {
        let page = *number as u32 + 1;
        let taken = taken(&readings[*number], &pages[*number], document_type, rules);
        if filed_lines.is_none_or(|filed| filed == *number) {
            out.line_items.extend(taken.items.into_iter().map(|item| v1::LineItem { page, ..line_item(item) }));
        }
        for value in taken.values {
            let mut found = v1::Field { page, ..field(value) };
            match out.fields.iter_mut().find(|f| f.name == found.name) {
                Some(known) if !known.business_term.is_empty() => {
                    invoice::beside_print(known, &found, document_type, &mut out.checks);
                }
                Some(known) if !found.business_term.is_empty() => {
                    invoice::beside_print(&mut found, known, document_type, &mut out.checks);
                    *known = found;
                }
                // The page that gave the type says it better, unless it could not say it well.
                Some(known) if found.accepted && !known.accepted => *known = found,
                Some(_) => {}
                None => out.fields.push(found),
            }
        }
    }
    let place = |name: &str| document_type.fields.iter().position(|f| f.name == name);
    out.fields.sort_by_key(|f| place(&f.name));
    out.line_items.sort_by_key(|item| item.page);
    let adds_up = filed.as_ref().is_none_or(|(_, invoice): &(usize, Invoice)| invoice.lines_make_net());
    if let Some(items) = document_type.items.as_ref().filter(|_| adds_up) {
        check_items(&mut out, items);
    }
    out.missing_fields.retain(|m| out.fields.iter().all(|f| f.name != m.name));
    out.accepted = out.type_confidence >= document_type.accept
        && out.missing_fields.is_empty()
        && out.fields.iter().all(|f| f.accepted)
        && out.checks.iter().all(|c| c.passed);
    out.tray = rules.trays.map(|set| tray(set.decide(&facts(&readings[lead], &out, &pages[lead]))));
    out
}

/// What tray rules look at, of a reading with its document.
pub fn facts<'a>(reading: &'a v1::PageReading, document: &'a v1::DocumentReading, page: &'a Page) -> Facts<'a> {
    Facts {
        type_name: &document.r#type,
        family: &document.family,
        accepted: document.accepted,
        fields: document.fields.iter().map(|f| (f.name.as_str(), f.value.as_str(), f.accepted)).collect(),
        page,
        batch: &reading.batch_reference,
        endorser: &reading.endorser_number,
        station: &reading.station,
        barcodes: reading.barcodes.iter().map(|code| code.text.as_str()).collect(),
    }
}

/// A tray on the wire.
pub fn tray(decision: Decision<'_>) -> v1::Tray {
    v1::Tray {
        name: decision.tray.name.clone(),
        label: decision.tray.label.clone(),
        rule: decision.rule.map(|r| r.name.clone()).unwrap_or_default(),
        priority: decision.priority().into(),
        answer_within_days: decision.answer_within_days().unwrap_or(0).into(),
    }
}

/// A quadrilateral that is missing, or a corner of it, is at the origin.
fn quad(quad: Option<&v1::Quad>) -> Quad {
    let corner = |p: Option<v1::Point>| p.map_or(Point::new(0.0, 0.0), |p| Point::new(p.x, p.y));
    quad.map_or_else(Quad::default, |q| Quad::new([q.top_left, q.top_right, q.bottom_right, q.bottom_left].map(corner)))
}

/// Where something stands; `None` for what stands nowhere on the page.
fn place(quad: &Quad) -> Option<v1::Quad> {
    (*quad != Quad::default()).then(|| wire_quad(quad))
}

fn wire_quad(quad: &Quad) -> v1::Quad {
    let [top_left, top_right, bottom_right, bottom_left] = quad.corners.map(|p| Some(v1::Point { x: p.x, y: p.y }));
    v1::Quad { top_left, top_right, bottom_right, bottom_left }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reading of 1000 x 1400 pixels from lines given as `(x, y, text)`; an empty text is a line that could not be read.
    fn reading(lines: &[(f32, f32, &str)]) -> v1::PageReading {
        let mut out = v1::PageReading { width: 1000, height: 1400, ..Default::default() };
        for (x, y, text) in lines {
            let mut at = *x;
            let first_word = out.words.len() as u32;
            for word in text.split_whitespace() {
                let width = word.chars().count() as f32 * 10.0;
                let quad = wire_quad(&Quad::from_rect(at, *y, at + width, y + 20.0));
                out.words.push(v1::Word { quad: Some(quad), text: word.to_owned(), confidence: 0.95 });
                at += width + 10.0;
            }
            let word_count = out.words.len() as u32 - first_word;
            out.lines.push(v1::Line { first_word, word_count, ..Default::default() });
        }
        out
    }

    const TRAYS: &str = "default = \"accueil\"\ntray = [{ name = \"accueil\", label = \"Accueil\" }, \
        { name = \"compta\", label = \"Comptabilité\", answer_within_days = 30 }]\n\
        [[rule]]\nname = \"Factures du sud\"\ntray = \"compta\"\npriority = 2\ntype = \"facture\"\nbatch = \"SUD-*\"\nbarcode = \"RH*\"\n\
        [[rule.field]]\nname = \"total_ttc\"\nat_least = 100\n";

    #[test]
    fn an_invoice_is_told_taken_out_and_sent_to_its_tray() {
        let mut page = reading(&[
            (100.0, 60.0, ""),
            (600.0, 60.0, "FACTURE"),
            (600.0, 110.0, "N° : F2024-0012"),
            (600.0, 140.0, "Date : 01/03/2024"),
            (500.0, 700.0, "Total HT"),
            (720.0, 700.0, "1 000,00 €"),
            (500.0, 730.0, "Total TVA"),
            (730.0, 730.0, "200,00 €"),
            (500.0, 760.0, "Total TTC"),
            (720.0, 760.0, "1 200,00 €"),
        ]);
        page.batch_reference = "SUD-17".to_owned();
        page.barcodes.push(v1::Barcode { text: "RH0001".to_owned(), ..Default::default() });
        let types = TypeSet::shipped().unwrap();
        let trays = TraySet::parse("b.toml", TRAYS).unwrap();
        let rules = Rules { types: &types, trays: Some(&trays), certificates: None, read_in: 2026 };
        let told = document(&page, rules).unwrap();
        assert_eq!(
            (told.r#type.as_str(), told.type_label.as_str(), told.family.as_str()),
            ("facture", "Facture fournisseur", "comptabilite")
        );
        assert_eq!(told.types_sha256, types.sha256());
        let title = told.reasons.iter().find(|r| r.text == "facture").unwrap();
        assert_eq!((title.weight, title.line_number), (2.5, 2), "lines without words count");
        let total = told.fields.iter().find(|f| f.name == "total_ttc").unwrap();
        assert_eq!(
            (total.value.as_str(), total.currency.as_str(), total.raw.as_str()),
            ("1200.00", "EUR", "1 200,00 €")
        );
        assert_eq!(total.found, "beside the label \"Total TTC\"");
        assert_eq!(total.quad.unwrap().top_left, Some(v1::Point { x: 720.0, y: 760.0 }));
        assert!(total.accepted && told.checks[0].passed && told.checks[0].name == "totals_agree");
        assert!(told.missing_fields.is_empty());
        let tray = told.tray.unwrap();
        assert_eq!((tray.name.as_str(), tray.rule.as_str()), ("compta", "Factures du sud"));
        assert_eq!((tray.priority, tray.answer_within_days, tray.label.as_str()), (2, 30, "Comptabilité"));

        page.batch_reference.clear();
        page.words.retain(|w| w.text != "01/03/2024");
        page.lines[3].word_count -= 1;
        for line in &mut page.lines[4..] {
            line.first_word -= 1;
        }
        let told = document(&page, rules).unwrap();
        let missing = v1::MissingField { name: "invoice_date".into(), label: "Date de facture".into() };
        assert_eq!((told.missing_fields, told.accepted), (vec![missing], false));
        let tray = told.tray.unwrap();
        assert_eq!((tray.name.as_str(), tray.rule.as_str(), tray.priority), ("accueil", "", 5));
        assert_eq!(document(&page, Rules { trays: None, ..rules }).unwrap().tray, None);
    }

    #[test]
    fn an_attached_invoice_tells_the_type_and_the_values_of_all_pages() {
        let types = TypeSet::shipped().unwrap();
        let rules = Rules { types: &types, trays: None, certificates: None, read_in: 2026 };
        let filed = crate::facturx::read("factur-x.xml", crate::facturx::fixtures::EN16931.as_bytes()).unwrap();
        let mut first = reading(&[(100.0, 100.0, "Menuiserie de l'Ouest & Fils"), (450.0, 1370.0, "Page 1/2")]);
        first.electronic_invoice = Some(electronic_invoice(&filed));
        assert_eq!(invoice::of(&first), Some(filed));
        let told = document(&first, rules).unwrap();
        assert_eq!(told.r#type, "facture");
        assert!(told.reasons.iter().any(|r| r.text == "electronic invoice 380"), "{:?}", told.reasons);
        let number = told.fields.iter().find(|f| f.name == "invoice_number").unwrap();
        assert_eq!((number.value.as_str(), number.business_term.as_str()), ("F2024-0012", "BT-1"));
        assert_eq!(number.found, "in the attached invoice (BT-1)");
        assert_eq!((told.line_items.len(), told.accepted), (2, true), "{told:?}");

        let totals = |total: &'static str| {
            reading(&[(500.0, 760.0, "Total TTC"), (720.0, 760.0, total), (450.0, 1370.0, "Page 2/2")])
        };
        let of_two = |second: v1::PageReading| {
            let mut readings = vec![first.clone(), second];
            for reading in &mut readings {
                reading.document = Some(document(reading, rules).unwrap());
            }
            let (documents, _) = batch(&readings, &Separators::default(), &[], rules).unwrap();
            assert_eq!(documents.len(), 1);
            documents[0].document.clone().unwrap()
        };
        let total = |told: &v1::DocumentReading| {
            let field = told.fields.iter().find(|f| f.name == "total_ttc").unwrap();
            let check = field.checks.iter().find(|c| c.name == "facturx").map(|c| c.passed);
            (field.value.clone(), field.page, check, field.accepted)
        };
        let agrees = of_two(totals("1 200,00 €"));
        assert_eq!(total(&agrees), ("1200.00".to_owned(), 1, Some(true), true));
        assert_eq!((agrees.line_items.len(), agrees.accepted), (2, true));
        let differs = of_two(totals("1 300,00 €"));
        assert_eq!(total(&differs), ("1200.00".to_owned(), 1, Some(false), false));
        assert!(!differs.accepted && differs.checks.iter().any(|c| c.name == "facturx" && !c.passed));
    }

    #[test]
    fn a_tax_notice_is_told_by_its_2d_doc() {
        let types = TypeSet::shipped().unwrap();
        let trusted = two_d_doc::fixtures::trusted();
        let mut page = reading(&[(100.0, 200.0, "Revenu fiscal de référence :"), (600.0, 200.0, "32 150 €")]);
        let text = two_d_doc::fixtures::code(two_d_doc::fixtures::TAX_NOTICE);
        page.barcodes.push(v1::Barcode { text: "RH0001".to_owned(), ..Default::default() });
        page.barcodes.push(v1::Barcode { text, ..Default::default() });
        let rules = Rules { types: &types, trays: None, certificates: None, read_in: 2026 };
        let told = document(&page, rules.trusting(&trusted)).unwrap();
        assert_eq!(told.r#type, "avis_imposition");
        assert!(told.reasons.iter().any(|r| r.text == "2d-doc 28"));
        let code = &told.two_d_docs[0];
        assert_eq!((code.state(), code.barcode_number, code.version), (v1::TwoDDocState::Valid, 2, 4));
        assert_eq!((code.authority.as_str(), code.signed_on.as_str()), ("FR00", "2026-12-01"));
        let parts = code.data.iter().find(|d| d.id == "43").unwrap();
        assert_eq!((parts.label.as_str(), parts.value.as_str(), parts.raw.as_str()), ("Nombre de parts", "2.5", "2,5"));
        let number = told.fields.iter().find(|f| f.name == "tax_number").unwrap();
        assert_eq!((number.value.as_str(), number.found.as_str()), ("3023217600053", "in the 2D-Doc"));
        assert_eq!(document(&page, rules).unwrap().two_d_docs[0].state(), v1::TwoDDocState::UnknownCertificate);
    }

    #[test]
    fn a_blank_page_is_another_document_and_never_accepted() {
        let types = TypeSet::shipped().unwrap();
        let told =
            document(&reading(&[]), Rules { types: &types, trays: None, certificates: None, read_in: 2026 }).unwrap();
        assert_eq!((told.r#type.as_str(), told.type_label.as_str(), told.accepted), ("autre", "Autre document", false));
        assert!(told.type_confidence > 0.5 && told.fields.is_empty());
        let nothing = v1::PageReading::default();
        assert!(matches!(page(&nothing), Err(PageError::Size { .. })));
    }

    #[test]
    fn a_batch_is_separated_and_its_documents_have_the_fields_of_all_their_pages() {
        let types = TypeSet::shipped().unwrap();
        let rules = Rules { types: &types, trays: None, certificates: None, read_in: 2026 };
        let invoice = |number: &'static str| {
            reading(&[
                (600.0, 60.0, "FACTURE"),
                (600.0, 110.0, number),
                (600.0, 140.0, "Date : 01/03/2024"),
                (100.0, 300.0, "Désignation"),
                (400.0, 300.0, "Quantité"),
                (600.0, 300.0, "Prix unitaire HT"),
                (800.0, 300.0, "Montant HT"),
                (100.0, 340.0, "Fourniture"),
                (400.0, 340.0, "4"),
                (600.0, 340.0, "250,00"),
                (800.0, 340.0, "1 000,00"),
                (450.0, 1370.0, "Page 1/2"),
            ])
        };
        let totals = reading(&[
            (500.0, 700.0, "Total HT"),
            (720.0, 700.0, "1 000,00 €"),
            (500.0, 760.0, "Total TTC"),
            (720.0, 760.0, "1 200,00 €"),
            (450.0, 1370.0, "Page 2/2"),
        ]);
        let mut sheet = reading(&[(400.0, 600.0, "SEPARATEUR")]);
        sheet.barcodes.push(v1::Barcode { text: "SEP-1".to_owned(), ..Default::default() });
        let mut readings = vec![sheet, invoice("N° : F-12"), totals.clone(), invoice("N° : F-13"), totals];
        for reading in &mut readings {
            reading.document = Some(document(reading, rules).unwrap());
        }
        let separators = Separators { barcodes: vec![wildmatch::WildMatch::new("SEP-*")], ..Default::default() };
        let (documents, separation) = batch(&readings, &separators, &[], rules).unwrap();
        let pages: Vec<&[u32]> = documents.iter().map(|d| d.pages.as_slice()).collect();
        assert_eq!((pages, separation.left_out), (vec![&[2, 3][..], &[4, 5]], vec![0]));
        let first = documents[0].document.as_ref().unwrap();
        assert_eq!(first.r#type, "facture");
        let found = |name: &str| first.fields.iter().find(|f| f.name == name).map(|f| (f.value.as_str(), f.page));
        assert_eq!(found("invoice_number"), Some(("F-12", 2)));
        assert_eq!(found("total_ttc"), Some(("1200.00", 3)));
        assert!(first.missing_fields.is_empty(), "{:?}", first.missing_fields);
        // The items stand on the first page, the totals that they add up to on the second.
        let items: Vec<(&str, &str, &str, u32)> = first
            .line_items
            .iter()
            .map(|i| (i.description.as_str(), i.quantity.as_str(), i.amount.as_str(), i.page))
            .collect();
        assert_eq!(items, [("Fourniture", "4", "1000.00", 2)]);
        assert!(first.checks.iter().any(|c| c.name == "lines_agree" && c.passed), "{:?}", first.checks);

        let decision = v1::CutDecision { page: 3, cut: true };
        let (documents, separation) = batch(&readings, &separators, &[decision], rules).unwrap();
        assert_eq!(documents.len(), 3);
        assert_eq!(separation.boundaries[1].reason.name(), "override");
    }
}
