//! 2D-Docs: the signed matrix codes on tax notices, bills, bank details and payslips.
//!
//! Responsible for reading what a code says (header, data, signature), for whether its signature is that of a certificate that the
//! operator trusts ([`Certificates`]), and for bringing the values together with those that are printed ([`merge`]): a code is read
//! without an error or not at all, so that it is the better source, and print that contradicts it is what a person must see.
//!
//! Source: « Spécifications techniques des codes à barres 2D-Doc » (ANTS, now France Titres), versions 02, 03 and 04 of the header in
//! their C40 form. Not responsible for finding codes on a page, nor for the binary form of version 04, nor for fetching
//! certificates: the operator gives them.

mod certificates;
mod merge;
mod table;

pub use certificates::{Certificates, CertificatesError};
pub use merge::merge;

use data_encoding::BASE32_NOPAD;
use jiff::ToSpan;
use jiff::civil::Date;
use table::Kind;

/// Bytes of a code: more than any matrix code holds.
const MAX_BYTES: usize = 4096;
/// Data of one code.
const MAX_DATA: usize = 200;
/// Ends a datum of variable length.
const GROUP: char = '\u{1d}';
/// Ends one that was cut for want of room.
const RECORD: char = '\u{1e}';
/// Begins the signature.
const UNIT: char = '\u{1f}';

/// A code that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoDDoc {
    /// Of the header: 2, 3 or 4.
    pub version: u8,
    /// Certification authority, 4 characters such as `FR06`.
    pub authority: String,
    /// Certificate of that authority, 4 characters.
    pub certificate: String,
    /// When the document was issued, where the code says.
    pub issued_on: Option<Date>,
    /// When the code was signed.
    pub signed_on: Option<Date>,
    /// Such as `28`.
    pub document_type: String,
    /// Its French label; empty for types that are not known here.
    pub label: &'static str,
    /// `01` is the French state's; version 2 knows no other.
    pub perimeter: String,
    /// ISO 3166; empty before version 4.
    pub country: String,
    /// In the order of the code.
    pub data: Vec<Datum>,
    signed: String,
    signature: Vec<u8>,
}

/// One datum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Datum {
    /// Identifier, such as `41`.
    pub id: String,
    /// French label; empty for identifiers that are not known here.
    pub label: &'static str,
    /// As in the code.
    pub raw: String,
    /// Dates `yyyy-mm-dd`, numbers with a decimal point; else as in the code.
    pub value: String,
    /// It was cut for want of room.
    pub truncated: bool,
}

/// Why a text is no 2D-Doc.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTwoDDoc {
    /// It does not begin with `DC` and a version, or is longer than a code can be.
    #[error("reading a 2D-Doc: does not begin like one")]
    Marker,
    /// A version other than 02, 03 and 04.
    #[error("reading a 2D-Doc: version {0} is not known")]
    Version(String),
    /// The header is cut or has something in it that cannot stand there.
    #[error(
        "reading a 2D-Doc: the header is not of {0} characters as its version says, or has no dates where they stand"
    )]
    Header(usize),
    /// A datum of fixed length that is cut, or more data than a code can hold.
    #[error("reading a 2D-Doc: the datum at character {0} is cut")]
    Cut(usize),
    /// What should be the signature is not written in Base32.
    #[error("reading a 2D-Doc: the signature is not in Base32")]
    Signature,
}

/// Whether a code is what an authority signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Authenticity {
    /// Signed with a trusted certificate, unchanged.
    Valid,
    /// Changed after it was signed, not signed at all, or signed when the certificate was not valid; says which.
    Invalid(String),
    /// The certificate is none of the trusted ones, so that there is no telling.
    UnknownCertificate,
}

/// Whether a text begins like a 2D-Doc.
pub fn is_one(text: &str) -> bool {
    let version = text.strip_prefix("DC").and_then(|rest| rest.get(..2));
    version.is_some_and(|v| v.bytes().all(|b| b.is_ascii_digit()))
}

/// Reads the text of a matrix code.
///
/// # Errors
/// [`NotTwoDDoc`] says what is not as the specification has it. A signature that does not fit is no error: see
/// [`TwoDDoc::authenticity`].
pub fn parse(text: &str) -> Result<TwoDDoc, NotTwoDDoc> {
    if !is_one(text) || text.len() > MAX_BYTES {
        return Err(NotTwoDDoc::Marker);
    }
    let (version, length) = match &text[2..4] {
        "02" => (2, 22),
        "03" => (3, 24),
        "04" => (4, 26),
        other => return Err(NotTwoDDoc::Version(other.to_owned())),
    };
    let wrong = || NotTwoDDoc::Header(length);
    let header = text.get(..length).filter(|h| h.bytes().all(|b| b.is_ascii_alphanumeric())).ok_or_else(wrong)?;
    let own = |from: usize, to: usize| header.get(from..to).unwrap_or_default().to_owned();
    let date = |from: usize| match &header[from..from + 4] {
        "FFFF" => Ok(None),
        hex => days(hex).map(Some).ok_or_else(wrong),
    };
    let (signed, signature) = text.split_once(UNIT).unwrap_or((text, ""));
    // An annex may follow the signature.
    let signature = signature.split(GROUP).next().unwrap_or_default().trim_end_matches('=');
    let document_type = own(20, 22);
    let perimeter = if version >= 3 { own(22, 24) } else { "01".to_owned() };
    Ok(TwoDDoc {
        version,
        authority: own(4, 8),
        certificate: own(8, 12),
        issued_on: date(12)?,
        signed_on: date(16)?,
        label: if perimeter == "01" { table::document_type(&document_type) } else { "" },
        document_type,
        perimeter,
        country: own(24, 26),
        data: data(signed, length)?,
        signed: signed.to_owned(),
        signature: BASE32_NOPAD.decode(signature.as_bytes()).map_err(|_| NotTwoDDoc::Signature)?,
    })
}

/// The data after a header of `from` characters.
fn data(signed: &str, from: usize) -> Result<Vec<Datum>, NotTwoDDoc> {
    let mut out = Vec::new();
    let mut at = from;
    while at < signed.len() {
        let cut = || NotTwoDDoc::Cut(at);
        let id = signed.get(at..at + 2).filter(|id| id.is_ascii()).ok_or_else(cut)?;
        if out.len() == MAX_DATA {
            return Err(cut());
        }
        let rest = signed.get(at + 2..).ok_or_else(cut)?;
        let known = table::identifier(id);
        let end = rest.find([GROUP, RECORD]).unwrap_or(rest.len());
        // What has a greatest length may end there without a mark.
        let most = |limit: usize| rest.char_indices().nth(limit).map_or(rest.len(), |(at, _)| at);
        let length = match known {
            Some(i) if i.fixed => most(i.length),
            Some(i) if i.length > 0 => most(i.length).min(end),
            _ => end,
        };
        let raw = &rest[..length];
        if known.is_some_and(|i| i.fixed && (raw.chars().count() < i.length || raw.contains([GROUP, RECORD]))) {
            return Err(cut());
        }
        let mark = rest[length..].chars().next().filter(|c| matches!(*c, GROUP | RECORD));
        out.push(Datum {
            id: id.to_owned(),
            label: known.map_or("", |i| i.label),
            raw: raw.to_owned(),
            value: known.map_or_else(|| raw.to_owned(), |i| normal(i.kind, raw)),
            truncated: mark == Some(RECORD),
        });
        at += 2 + length + mark.map_or(0, char::len_utf8);
    }
    Ok(out)
}

/// The value of a datum; what is not written as its kind stays as it is.
fn normal(kind: Kind, raw: &str) -> String {
    let trimmed = raw.trim();
    let read = match kind {
        Kind::Text => None,
        Kind::Number => Some(trimmed.replace(',', ".")).filter(|n| n.parse::<rust_decimal::Decimal>().is_ok()),
        Kind::Days => days(trimmed).map(|d| d.to_string()),
        Kind::Date => crate::validators::parse_date(trimmed).ok().map(|d| d.to_string()),
    };
    read.unwrap_or_else(|| trimmed.to_owned())
}

/// The day that is so many days, in four hexadecimal digits, after 2000-01-01.
fn days(hex: &str) -> Option<Date> {
    let number = Some(hex).filter(|h| h.len() == 4).and_then(|h| u16::from_str_radix(h, 16).ok())?;
    jiff::civil::date(2000, 1, 1).checked_add(i64::from(number).days()).ok()
}

impl TwoDDoc {
    /// The datum of that identifier.
    pub fn get(&self, id: &str) -> Option<&Datum> {
        self.data.iter().find(|d| d.id == id)
    }

    /// Whether the code is what a trusted authority signed: ECDSA over header and data with the hash of the certificate's curve
    /// (P-256 and SHA-256, P-384 and SHA-384, P-521 and SHA-512), by a certificate that was valid on the day of the signature.
    pub fn authenticity(&self, trusted: &Certificates) -> Authenticity {
        let invalid = |reason: String| Authenticity::Invalid(reason);
        let Some(certificate) = trusted.get(&self.authority, &self.certificate) else {
            return Authenticity::UnknownCertificate;
        };
        if self.signature.is_empty() {
            return invalid("it bears no signature".to_owned());
        }
        if !certificate.signed(self.signed.as_bytes(), &self.signature) {
            return invalid("header and data are not those that were signed".to_owned());
        }
        match self.signed_on {
            Some(day) if !certificate.is_valid_on(day) => {
                invalid(format!("the certificate was not valid on {day}, when it was signed"))
            }
            _ => Authenticity::Valid,
        }
    }
}

/// Codes of our own, signed by OpenSSL with keys that were made for it and thrown away; none is an official sample.
#[cfg(test)]
pub(crate) mod fixtures {
    use super::*;

    /// Version 4, tax notice, P-256.
    pub(crate) const TAX_NOTICE: &str = "DC04FR000001266626672801FR432,5<GS>44267801234567845202546MARTIN ZOE<GS>\
        4A310720264Y3 RUE DES LILAS/69001/LYON<GS>4132150<GS>4730232176000534W418<GS><US>\
        Z6OVOE2TZ3VCUC6UV6MSCKCQ7JESC6IFCQA6QYMFGY6YACXSALLCNCNB6WSXGAUW7OKQZT5MHT3TSDKQLAVSMZ4KJY6HXFBDRMD524I";
    /// Version 3, payslip, P-384.
    pub(crate) const PAYSLIP: &str = "DC03FR00000226662667060110M/DUPONT/JEAN<GS>5073282932000074532649542666581842,10<GS>\
        5A2400,00<GS>5C1875,33<GS><US>CJJKCGQVBFOLLJV5PFGKY5FK24DXP4ICWKPZHLXOCBLEJ5WJFLS5NHFOOXHTCIE4LZEP7RIWFY2RZN3UJQOG6LGJ\
        ZUQWUJIWMFHYBHI4RHMDTBXCWQE3KZDMC7QFTPOLFHCBOX6RDYLONY5HCWRIPPW53U";
    /// Version 2, bill, P-521.
    pub(crate) const BILL: &str = "DC02FR000003FFFF26670110MME/SPECIMEN/ANNE<GS>22145 AVENUE DES TILLEULS<GS>247501225PARIS<GS>\
        26FR18F-2026-118<GS>1D87,40<GS><US>ADYUJIJEKQFUR4AK4OX3EKFBMJHJBMHHPDVDLZYRSEUWC4HLAMH766OAWI6GB57DT744UKZQNGSEXXVA72NQ\
        PSIFF4HMOMTGMLOMVHJDOEA4RHHJUT2ARNFK26GL7BSU4T43FW6DLD3J4QTM6TKOSUFCB2GHDFWZCS2P3E247MB6UEIXQ52XMHB247IMGPGKANSWRIZVS6GJ\
        V5DR5AIA";

    /// The text of a code as readers give it.
    pub(crate) fn code(written: &str) -> String {
        written.replace("<GS>", "\u{1d}").replace("<US>", "\u{1f}")
    }

    /// Their certificates.
    pub(crate) fn trusted() -> Certificates {
        let pem: [(&str, &[u8]); 3] = [
            ("FR000001.pem", include_bytes!("test_certificates/FR000001.pem")),
            ("FR000002.pem", include_bytes!("test_certificates/FR000002.pem")),
            ("FR000003.pem", include_bytes!("test_certificates/FR000003.pem")),
        ];
        let mut trusted = Certificates::default();
        for (name, content) in pem {
            trusted.add(std::path::Path::new(name), content).unwrap();
        }
        trusted
    }
}

#[cfg(test)]
mod tests {
    use super::fixtures::{BILL, PAYSLIP, TAX_NOTICE, code, trusted};
    use super::*;
    use proptest::prelude::*;

    fn value<'a>(code: &'a TwoDDoc, id: &str) -> &'a str {
        code.get(id).map_or("", |d| d.value.as_str())
    }

    #[test]
    fn the_three_versions_are_read() {
        let notice = parse(&code(TAX_NOTICE)).unwrap();
        assert_eq!((notice.version, notice.authority.as_str(), notice.certificate.as_str()), (4, "FR00", "0001"));
        assert_eq!(
            (notice.document_type.as_str(), notice.perimeter.as_str(), notice.country.as_str()),
            ("28", "01", "FR")
        );
        assert_eq!(notice.label, "Avis d'impôt sur les revenus");
        assert_eq!(notice.issued_on.unwrap().to_string(), "2026-11-30");
        assert_eq!(notice.signed_on.unwrap().to_string(), "2026-12-01");
        for (id, expected) in [
            ("43", "2.5"),
            ("44", "2678012345678"),
            ("45", "2025"),
            ("46", "MARTIN ZOE"),
            ("4A", "2026-07-31"),
            ("41", "32150"),
            ("47", "3023217600053"),
            ("4W", "418"),
        ] {
            assert_eq!(value(&notice, id), expected, "{id}");
        }
        assert_eq!(notice.get("43").unwrap().raw, "2,5");
        let payslip = parse(&code(PAYSLIP)).unwrap();
        assert_eq!((payslip.version, payslip.document_type.as_str(), payslip.country.as_str()), (3, "06", ""));
        assert_eq!((value(&payslip, "50"), value(&payslip, "54")), ("73282932000074", "2026-11-30"));
        assert_eq!(value(&payslip, "5C"), "1875.33");
        let bill = parse(&code(BILL)).unwrap();
        assert_eq!((bill.version, bill.issued_on, bill.perimeter.as_str()), (2, None, "01"));
        assert_eq!((value(&bill, "24"), value(&bill, "25"), value(&bill, "1D")), ("75012", "PARIS", "87.40"));
    }

    #[test]
    fn signatures_of_the_three_curves_hold_and_a_changed_digit_is_seen() {
        let trusted = trusted();
        for written in [TAX_NOTICE, PAYSLIP, BILL] {
            let text = code(written);
            assert_eq!(parse(&text).unwrap().authenticity(&trusted), Authenticity::Valid);
            assert_eq!(parse(&text).unwrap().authenticity(&Certificates::default()), Authenticity::UnknownCertificate);
        }
        let richer = code(TAX_NOTICE).replace("4132150", "4112150");
        assert!(
            matches!(parse(&richer).unwrap().authenticity(&trusted), Authenticity::Invalid(why) if why.contains("not those"))
        );
        let text = code(TAX_NOTICE);
        let bare = parse(text.split_once(UNIT).unwrap().0).unwrap();
        assert!(matches!(bare.authenticity(&trusted), Authenticity::Invalid(why) if why.contains("no signature")));
        let padded = format!("{text}=");
        assert_eq!(parse(&padded).unwrap().authenticity(&trusted), Authenticity::Valid);
    }

    #[test]
    fn what_is_cut_or_unknown() {
        assert_eq!(parse("Bonjour"), Err(NotTwoDDoc::Marker));
        assert_eq!(parse("DC09FR000001"), Err(NotTwoDDoc::Version("09".into())));
        assert_eq!(parse("DC04FR0000012666"), Err(NotTwoDDoc::Header(26)));
        assert_eq!(parse("DC04FR000001ZZZZ26672801FR"), Err(NotTwoDDoc::Header(26)));
        assert_eq!(parse("DC02FR000001FFFFFFFF0124750"), Err(NotTwoDDoc::Cut(22)));
        assert_eq!(parse("DC02FR000001FFFFFFFF01\u{1f}é"), Err(NotTwoDDoc::Signature));
        // An identifier that is not known ends at its mark; a name of the greatest length ends without one.
        let long = format!("DC02FR000001FFFFFFFF01ZZabc\u{1d}10{}25LYO\u{1e}26FR", "A".repeat(38));
        let read = parse(&long).unwrap();
        let told: Vec<(&str, usize, bool)> =
            read.data.iter().map(|d| (d.id.as_str(), d.raw.len(), d.truncated)).collect();
        assert_eq!(told, [("ZZ", 3, false), ("10", 38, false), ("25", 3, true), ("26", 2, false)]);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "(DC0[2-4])?[0-9A-F]{0,24}(\\PC|[0-9A-Z]{2}|\u{1d}|\u{1e}|\u{1f}|[A-Z2-7]){0,60}", any in any::<String>()) {
            let trusted = trusted();
            for text in [text, any] {
                if let Ok(read) = parse(&text) {
                    prop_assert!(read.authenticity(&trusted) != Authenticity::Valid);
                }
            }
        }
    }
}
