//! The set of types in force: the shipped ones and an operator's own, with what they were learned from.

use super::definition::DocumentType;
use super::file::MAX_BYTES;
use super::phrases::Lexicon;
use crate::file::{FileError, LoadError, hex, list, read};
use crate::learn::{self, Examples, FILE_ENDING, MIN_EXAMPLES, Prototypes};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Types of one set.
const MAX_TYPES: usize = 500;

/// Document types by name. Cheap to share behind an [`std::sync::Arc`]; a set never changes once made, so that a broken
/// folder leaves the last good set in force.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeSet {
    types: BTreeMap<String, DocumentType>,
    /// The phrases of all types, in their order.
    pub(super) lexicon: Lexicon,
    /// By type.
    examples: BTreeMap<String, Examples>,
    pub(super) prototypes: Prototypes,
    /// Texts of the files that are not shipped, by the name of their type.
    own: BTreeMap<String, String>,
    sha256: String,
}

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../types/", $name, ".toml")))),*]
    };
}

/// The shipped types: name of the file, and its text.
const SHIPPED: &[(&str, &str)] = shipped![
    "acte_naissance", "arrete", "attestation", "attestation_caf", "attestation_droits", "attestation_employeur",
    "avis_imposition", "bon_commande", "bon_livraison", "bulletin_salaire", "candidature", "carte_grise",
    "carte_identite", "carte_identite_ancienne", "certificat_medical", "certificat_scolarite", "cheque",
    "courrier_administration", "courrier_avocat", "courrier_entreprise", "courrier_particulier", "curriculum_vitae",
    "demande_aide_sociale", "devis", "facture", "facture_energie", "formulaire_cerfa", "livret_famille",
    "mise_en_demeure", "passeport", "permis_conduire", "quittance", "releve_compte", "rib", "ticket_caisse",
    "titre_sejour",
];

/// How the names of shipped files begin among others.
const SHIPPED_FOLDER: &str = "shipped/";

impl TypeSet {
    /// The shipped types alone.
    ///
    /// # Errors
    /// None in a build whose tests pass: every shipped file is read there.
    pub fn shipped() -> Result<TypeSet, LoadError> {
        TypeSet::with_files([])
    }

    /// The shipped types and those of a folder's `.toml` files; a type of the folder takes the place of a shipped one of its
    /// name. Files that end in `.examples.toml` are what types were learned from.
    ///
    /// # Errors
    /// [`LoadError`] when the folder cannot be read, or with all the files that are refused.
    pub fn with_folder(folder: &Path) -> Result<TypeSet, LoadError> {
        TypeSet::with_files(folder_files(folder)?)
    }

    /// The shipped types and those of files given as `(name of the file, text)`, as [`TypeSet::with_folder`] takes them.
    ///
    /// # Errors
    /// [`LoadError`] with all the files that are refused.
    pub fn with_files(files: impl IntoIterator<Item = (String, String)>) -> Result<TypeSet, LoadError> {
        let shipped = SHIPPED.iter().map(|(name, text)| (format!("{SHIPPED_FOLDER}{name}.toml"), (*text).to_owned()));
        TypeSet::from_texts(shipped.chain(files))
    }

    /// The types of files given as `(name of the file, text)`; a later type takes the place of an earlier one of its name.
    ///
    /// # Errors
    /// [`LoadError`] with all the files that are refused.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Result<TypeSet, LoadError> {
        let (mut types, mut examples, mut own) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut refused = Vec::new();
        for (file, text) in texts {
            if file.ends_with(FILE_ENDING) {
                match Examples::parse(&file, &text) {
                    Ok(read) => {
                        examples.insert(read.type_name.clone(), (read, file, hex(&Sha256::digest(text.as_bytes()))));
                    }
                    Err(error) => refused.push(error),
                }
                continue;
            }
            match DocumentType::parse(&file, &text) {
                Ok(read) => {
                    if !file.starts_with(SHIPPED_FOLDER) {
                        own.insert(read.name.clone(), text);
                    }
                    types.insert(read.name.clone(), read);
                }
                Err(error) => refused.push(error),
            }
        }
        let mut known = BTreeMap::new();
        for (name, (read, file, sha256)) in examples {
            match types.get_mut(&name) {
                Some(has_rules) => {
                    has_rules.sha256 = hex(&Sha256::digest(format!("{} {sha256}", has_rules.sha256).as_bytes()));
                }
                None if read.examples.len() < MIN_EXAMPLES => {
                    let have = read.examples.len();
                    let reason = format!(
                        "has {have} examples; a type without phrases or evidence needs {MIN_EXAMPLES}, and {name}.toml is not there"
                    );
                    refused.push(FileError { file, line: 1, reason });
                }
                None => {
                    types.insert(name.clone(), DocumentType::learned(&name, &read.label, sha256));
                }
            }
            known.insert(name, read);
        }
        if !refused.is_empty() {
            return Err(LoadError::Refused(refused));
        }
        if types.len() > MAX_TYPES {
            return Err(LoadError::TooMany(MAX_TYPES));
        }
        let mut all = Sha256::new();
        for t in types.values() {
            all.update(t.sha256.as_bytes());
        }
        let mut lexicon = Lexicon::default();
        for phrase in types.values().flat_map(|t| &t.phrases) {
            for text in &phrase.texts {
                lexicon.add(text, phrase.at);
            }
        }
        let prototypes = Prototypes::of(known.values());
        Ok(TypeSet { types, lexicon, examples: known, prototypes, own, sha256: hex(&all.finalize()) })
    }

    /// The text of a shipped type's file.
    pub fn shipped_text(name: &str) -> Option<&'static str> {
        SHIPPED.iter().find(|(shipped, _)| *shipped == name).map(|(_, text)| *text)
    }

    /// The text of the file of a type that is not a shipped one.
    pub fn own_text(&self, name: &str) -> Option<&str> {
        self.own.get(name).map(String::as_str)
    }

    /// The pages that a type was learned from, where it was.
    pub fn examples(&self, name: &str) -> Option<&Examples> {
        self.examples.get(name)
    }

    /// The type of that name.
    pub fn get(&self, name: &str) -> Option<&DocumentType> {
        self.types.get(name)
    }

    /// All types, by name.
    pub fn iter(&self) -> impl Iterator<Item = &DocumentType> {
        self.types.values()
    }

    /// SHA-256 over the types' own, 64 lower-case hexadecimal digits: the version of the set.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }
}

/// The files of a folder of types, as `(path, text)` in the order of their names.
///
/// # Errors
/// [`LoadError`] when the folder or a file cannot be read, or there are more than a set may have.
pub fn folder_files(folder: &Path) -> Result<Vec<(String, String)>, LoadError> {
    let paths = list(folder, 2 * MAX_TYPES, |path| {
        // Hidden files are an editor's or a volume's own affair.
        let hidden = path.file_name().is_some_and(|n| n.as_encoded_bytes().starts_with(b"."));
        !hidden && path.extension().is_some_and(|e| e == "toml")
    })?;
    // Each type may have a file of examples.
    if paths.len() > 2 * MAX_TYPES {
        return Err(LoadError::TooMany(MAX_TYPES));
    }
    let named = paths.into_iter().map(|path| {
        let name = path.display().to_string();
        let most = if name.ends_with(FILE_ENDING) { learn::MAX_BYTES } else { MAX_BYTES };
        Ok((name, read(&path, most)?))
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_type_is_sound_and_named_like_its_file() {
        let set = TypeSet::shipped().unwrap();
        let names: Vec<&str> = set.iter().map(|t| t.name.as_str()).collect();
        let files: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, files);
        let on_disk = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/types")).unwrap().count();
        assert_eq!(on_disk, files.len(), "a file of types/ is not in SHIPPED");
    }

    #[test]
    fn an_operators_folder_adds_and_replaces() {
        let folder = tempfile::tempdir().unwrap();
        let own = "name = \"cantine\"\nlabel = \"Cantine\"\n[[phrase]]\ntext = \"cantine scolaire\"\nweight = 5\n";
        std::fs::write(folder.path().join("cantine.toml"), own).unwrap();
        std::fs::write(folder.path().join("lisez-moi.txt"), "not a type").unwrap();
        let rib = "name = \"rib\"\nlabel = \"Notre RIB\"\n[[phrase]]\ntext = \"rib\"\nweight = 5\n";
        std::fs::write(folder.path().join("rib.toml"), rib).unwrap();
        let set = TypeSet::with_folder(folder.path()).unwrap();
        assert_eq!(set.get("cantine").unwrap().label, "Cantine");
        assert_eq!(set.get("rib").unwrap().label, "Notre RIB");
        assert_eq!(set.iter().count(), SHIPPED.len() + 1);
        assert_ne!(set.sha256(), TypeSet::shipped().unwrap().sha256());
    }

    #[test]
    fn examples_without_rules_must_be_enough() {
        let folder = tempfile::tempdir().unwrap();
        let text = "type = \"cantine\"\nlabel = \"Cantine\"\nfeatures = 1\n";
        let example = "[[example]]\nsource = \"a.jpg\"\nfeatures = \"00000001\"\n";
        let file = folder.path().join("cantine.examples.toml");
        std::fs::write(&file, format!("{text}{example}")).unwrap();
        let Err(LoadError::Refused(refused)) = TypeSet::with_folder(folder.path()) else { panic!("taken") };
        assert!(refused[0].reason.contains("has 1 examples") && refused[0].reason.contains("needs 5"), "{refused:?}");
        std::fs::write(&file, format!("{text}{}", example.repeat(5))).unwrap();
        let set = TypeSet::with_folder(folder.path()).unwrap();
        assert_eq!(set.get("cantine").unwrap().label, "Cantine");
        assert_eq!(set.examples("cantine").unwrap().examples.len(), 5);
    }

    #[test]
    fn all_broken_files_are_told_at_once() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.toml"), "name = 3").unwrap();
        std::fs::write(folder.path().join("b.toml"), "\n\nname = \"b\"\nlabel = \"B\"\nphrase = 4\n").unwrap();
        let Err(LoadError::Refused(refused)) = TypeSet::with_folder(folder.path()) else { panic!("taken") };
        assert_eq!(refused.len(), 2);
        assert!(refused[0].file.ends_with("a.toml") && refused[0].line == 1, "{refused:?}");
        assert!(refused[1].file.ends_with("b.toml") && refused[1].line == 5, "{refused:?}");
        assert!(matches!(TypeSet::with_folder(&folder.path().join("none")), Err(LoadError::Read { .. })));
    }
}
