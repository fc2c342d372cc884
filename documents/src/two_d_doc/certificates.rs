//! The certificates that an operator trusts.

use crate::file::{LoadError, list};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use p256::ecdsa::signature::Verifier;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use x509_cert::Certificate as X509;
use x509_cert::der::oid::ObjectIdentifier;
use x509_cert::der::{Decode, DecodePem};

/// Certificates of one folder.
const MAX_FILES: usize = 1000;
/// Bytes of a certificate.
const MAX_BYTES: u64 = 64 * 1024;
/// The curves, by their object identifiers (RFC 5480).
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
const P521: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.35");

/// Why a folder of certificates cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum CertificatesError {
    /// The folder or a file of it cannot be read.
    #[error(transparent)]
    Read(#[from] LoadError),
    /// A file whose name is not authority and certificate.
    #[error("{0}: the name is not the authority's and the certificate's 4 characters, such as FR000001.pem")]
    Name(PathBuf),
    /// A file that is no X.509 certificate in PEM or DER.
    #[error("{path}: is no X.509 certificate in PEM or DER: {reason}")]
    Form {
        /// The file.
        path: PathBuf,
        /// What the parser says.
        reason: String,
    },
    /// A certificate with a key that no 2D-Doc is signed with.
    #[error("{0}: the key is not of the curves P-256, P-384 or P-521")]
    Key(PathBuf),
    /// More certificates than a list may have.
    #[error("more than {0} certificates")]
    TooMany(usize),
}

/// A key of one of the curves.
#[derive(Debug, Clone, PartialEq)]
enum Key {
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    P521(p521::ecdsa::VerifyingKey),
}

/// A certificate: its key, and when it is valid.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Certificate {
    key: Key,
    valid: (Date, Date),
}

/// The trusted certificates, by authority and number.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Certificates(BTreeMap<String, Certificate>);

impl Certificates {
    /// The certificates of a folder: its files ending in `.pem`, `.crt`, `.cer` or `.der`, named by the 4 characters of the authority
    /// and the 4 of the certificate, with or without a mark between them (`FR06-0001.pem`, `FR060001.der`). They are trusted
    /// because they are there: no chain is followed.
    ///
    /// # Errors
    /// [`CertificatesError`] with the first file that is refused.
    pub fn with_folder(folder: &Path) -> Result<Certificates, CertificatesError> {
        let paths = list(folder, MAX_FILES, |path| {
            let ending = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
            matches!(ending.as_deref(), Some("pem" | "crt" | "cer" | "der"))
        })?;
        if paths.len() > MAX_FILES {
            return Err(CertificatesError::TooMany(MAX_FILES));
        }
        let mut out = Certificates::default();
        for path in paths {
            let mut content = Vec::new();
            let read = std::fs::File::open(&path).and_then(|f| f.take(MAX_BYTES).read_to_end(&mut content));
            read.map_err(|source| LoadError::Read { path: path.clone(), source })?;
            out.add(&path, &content)?;
        }
        Ok(out)
    }

    /// Adds the certificate of a file.
    pub(super) fn add(&mut self, path: &Path, content: &[u8]) -> Result<(), CertificatesError> {
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        let name: String =
            stem.chars().filter(|c| !matches!(c, '-' | '_' | '.')).map(|c| c.to_ascii_uppercase()).collect();
        if name.len() != 8 || !name.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(CertificatesError::Name(path.to_owned()));
        }
        let form = |reason: String| CertificatesError::Form { path: path.to_owned(), reason };
        let read = if content.starts_with(b"-----BEGIN") { X509::from_pem(content) } else { X509::from_der(content) };
        let read = read.map_err(|e| form(e.to_string()))?;
        let about = read.tbs_certificate();
        let info = about.subject_public_key_info();
        let curve = info.algorithm.parameters.as_ref().and_then(|p| p.decode_as::<ObjectIdentifier>().ok());
        let point = info.subject_public_key.raw_bytes();
        let key = match curve {
            Some(P256) => p256::ecdsa::VerifyingKey::from_sec1_bytes(point).ok().map(Key::P256),
            Some(P384) => p384::ecdsa::VerifyingKey::from_sec1_bytes(point).ok().map(Key::P384),
            Some(P521) => p521::ecdsa::VerifyingKey::from_sec1_bytes(point).ok().map(Key::P521),
            _ => None,
        };
        let key = key.ok_or_else(|| CertificatesError::Key(path.to_owned()))?;
        let day = |time: x509_cert::time::Time| {
            let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok()?;
            Some(Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?).date())
        };
        let validity = about.validity();
        let valid = day(validity.not_before).zip(day(validity.not_after));
        let valid = valid.ok_or_else(|| form("its dates are out of range".to_owned()))?;
        self.0.insert(name, Certificate { key, valid });
        Ok(())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The certificate of that authority and number.
    pub(super) fn get(&self, authority: &str, certificate: &str) -> Option<&Certificate> {
        self.0.get(&format!("{authority}{certificate}").to_ascii_uppercase())
    }
}

impl Certificate {
    /// Whether a signature (r and s one after the other) is that of its key over a message.
    pub(super) fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        match &self.key {
            Key::P256(key) => {
                p256::ecdsa::Signature::from_slice(signature).is_ok_and(|s| key.verify(message, &s).is_ok())
            }
            Key::P384(key) => {
                p384::ecdsa::Signature::from_slice(signature).is_ok_and(|s| key.verify(message, &s).is_ok())
            }
            Key::P521(key) => {
                p521::ecdsa::Signature::from_slice(signature).is_ok_and(|s| key.verify(message, &s).is_ok())
            }
        }
    }

    /// Whether it was valid on a day.
    pub(super) fn is_valid_on(&self, day: Date) -> bool {
        (self.valid.0..=self.valid.1).contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const PEM: &[u8] = include_bytes!("test_certificates/FR000001.pem");

    #[test]
    fn a_folder_is_read_and_what_is_wrong_in_it_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, content: &[u8]| std::fs::write(folder.path().join(name), content).unwrap();
        put("FR00-0001.pem", PEM);
        put("LISEZMOI.txt", b"...");
        let read = Certificates::with_folder(folder.path()).unwrap();
        assert_eq!((read.len(), read.is_empty()), (1, false));
        let certificate = read.get("FR00", "0001").unwrap();
        assert!(certificate.is_valid_on(date(2026, 12, 1)) && !certificate.is_valid_on(date(2025, 12, 1)));
        assert!(!certificate.signed(b"DC04", &[1; 64]) && !certificate.signed(b"DC04", b"short"));
        put("FR1.der", PEM);
        assert!(matches!(Certificates::with_folder(folder.path()), Err(CertificatesError::Name(_))));
        put("FR1.der", b"");
        std::fs::rename(folder.path().join("FR1.der"), folder.path().join("FR00AB12.der")).unwrap();
        let error = Certificates::with_folder(folder.path()).unwrap_err();
        assert!(error.to_string().contains("FR00AB12.der"), "{error}");
        assert!(Certificates::with_folder(Path::new("/nowhere")).unwrap_err().to_string().contains("/nowhere"));
    }
}
