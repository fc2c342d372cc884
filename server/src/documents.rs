//! The rules by which documents are told, read and sent to trays.
//!
//! Responsible for which rules are in force: those of the start, and from then on those of the operator's files whenever they
//! have changed and are sound. A set that is refused is told with file, line and reason, and the last good one stays. Files are
//! looked at once a second rather than watched through the kernel: that works on network shares and on volumes whose files are
//! links that are swapped, and costs the look-up of some names. Not responsible for what the rules say: that is the documents
//! crate's.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::{Duration, SystemTime},
};

use liasse_documents::{
    FileError, LoadError, replace,
    trays::TraySet,
    two_d_doc::Certificates,
    types::{TypeSet, folder_files},
};
use tokio_util::sync::CancellationToken;

use crate::{metrics, settings::Settings};

/// How often the operator's files are looked at.
const INTERVAL: Duration = Duration::from_secs(1);

/// Rules that belong together: those of trays name types and fields that are there.
#[derive(Debug)]
pub(crate) struct RuleSet {
    pub(crate) types: TypeSet,
    pub(crate) trays: Option<TraySet>,
    /// What signatures of 2D-Docs are verified with.
    pub(crate) certificates: Arc<Certificates>,
}

/// Why files were not put into force.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PutError {
    /// There is no folder to put them in, or the operator has not allowed it.
    #[error("this server's document types cannot be changed by callers")]
    ReadOnly,
    /// The set that they would make is refused.
    #[error(transparent)]
    Refused(#[from] LoadError),
    /// The folder cannot be written to.
    #[error("the folder of document types cannot be written to")]
    Write(#[source] io::Error),
}

/// The rules in force, and where they come from.
#[derive(Debug)]
pub(crate) struct DocumentRules {
    types: Option<PathBuf>,
    trays: Option<PathBuf>,
    /// Of the start: they do not change.
    certificates: Arc<Certificates>,
    /// Callers may change the folder of types.
    writable: bool,
    /// Held while files are put, so that one change is seen by the next.
    putting: Mutex<()>,
    current: RwLock<Arc<RuleSet>>,
    /// The files as they were before `current` was read from them.
    loaded: Files,
}

/// What is seen of the operator's files from outside: name, length, time of change.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Files(Vec<(PathBuf, u64, Option<SystemTime>)>);

impl DocumentRules {
    /// Reads the rules that the settings name, beside the shipped types, for use with certificates.
    ///
    /// # Errors
    /// [`LoadError`] with every file that is refused.
    pub(crate) fn load(settings: &Settings, certificates: Certificates) -> Result<Self, LoadError> {
        let certificates = Arc::new(certificates);
        let path = |setting: &Option<String>| setting.as_ref().map(PathBuf::from);
        let (types, trays) = (path(&settings.document_types.0), path(&settings.trays.0));
        let loaded = Files::seen(types.as_deref(), trays.as_deref());
        let set = RuleSet::load(types.as_deref(), trays.as_deref(), Arc::clone(&certificates))?;
        metrics::rules_loaded(&set);
        let writable = settings.document_types_writable;
        let (putting, current) = (Mutex::new(()), RwLock::new(Arc::new(set)));
        Ok(Self { types, trays, certificates, writable, putting, current, loaded })
    }

    /// The rules in force now; a page keeps those it began with.
    pub(crate) fn current(&self) -> Arc<RuleSet> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether callers may change the types.
    pub(crate) fn is_writable(&self) -> bool {
        self.writable && self.types.is_some()
    }

    /// The rules that there would be with files of types beside those of the folder, or in the place of the ones of their names.
    ///
    /// # Errors
    /// [`LoadError`] with every file that is refused.
    pub(crate) fn with(&self, files: &[(String, String)]) -> Result<RuleSet, LoadError> {
        let mut all = self.types.as_deref().map(folder_files).transpose()?.unwrap_or_default();
        let name_of = |path: &str| Path::new(path).file_name().map(|n| n.to_string_lossy().into_owned());
        all.retain(|(path, _)| files.iter().all(|(name, _)| name_of(path).as_deref() != Some(name.as_str())));
        all.extend(files.iter().cloned());
        RuleSet::of(Some(all), self.trays.as_deref(), Arc::clone(&self.certificates))
    }

    /// Puts a file that `make` makes of the rules in force into the folder, and into force. It and the folder stay as they were
    /// on any error.
    ///
    /// # Errors
    /// What `make` says, or [`PutError`].
    pub(crate) fn put<T, E: From<PutError>>(
        &self,
        make: impl FnOnce(&RuleSet) -> Result<((String, String), T), E>,
    ) -> Result<(Arc<RuleSet>, T), E> {
        let Some(folder) = self.types.as_deref().filter(|_| self.writable) else {
            return Err(PutError::ReadOnly.into());
        };
        let _alone = self.putting.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, about) = make(&self.with(&[]).map_err(PutError::Refused)?)?;
        let set = Arc::new(self.with(std::slice::from_ref(&file)).map_err(PutError::Refused)?);
        let (name, text) = file;
        replace(&folder.join(name), &text).map_err(PutError::Write)?;
        self.enforce(Arc::clone(&set));
        Ok((set, about))
    }

    /// From now on these rules are in force.
    fn enforce(&self, set: Arc<RuleSet>) {
        metrics::rules_loaded(&set);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = set;
    }

    /// Looks after the operator's files until `stop`.
    pub(crate) async fn watch(self: Arc<Self>, stop: CancellationToken) {
        if self.types.is_none() && self.trays.is_none() {
            return;
        }
        let (mut known, mut before) = (self.loaded.clone(), self.loaded.clone());
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(INTERVAL) => (),
            }
            let this = Arc::clone(&self);
            let looked = tokio::task::spawn_blocking(move || {
                let seen = Files::seen(this.types.as_deref(), this.trays.as_deref());
                // Twice the same: nobody is writing them just now.
                if seen != known && seen == before {
                    this.reload();
                    known = seen.clone();
                }
                (known, seen)
            });
            match looked.await {
                Ok(both) => (known, before) = both,
                // The runtime ends, or the look panicked: the rules in force stay.
                Err(_) => return,
            }
        }
    }

    fn reload(&self) {
        let certificates = Arc::clone(&self.certificates);
        match RuleSet::load(self.types.as_deref(), self.trays.as_deref(), certificates) {
            Ok(set) => self.enforce(Arc::new(set)),
            Err(error) => metrics::rules_refused(&error),
        }
    }
}

impl RuleSet {
    fn load(types: Option<&Path>, trays: Option<&Path>, certificates: Arc<Certificates>) -> Result<Self, LoadError> {
        Self::of(types.map(folder_files).transpose()?, trays, certificates)
    }

    /// The shipped types and those of files.
    fn of(
        files: Option<Vec<(String, String)>>,
        trays: Option<&Path>,
        certificates: Arc<Certificates>,
    ) -> Result<Self, LoadError> {
        let files = files.unwrap_or_default();
        let types = TypeSet::with_files(files)?;
        let trays = trays.map(TraySet::from_file).transpose()?;
        if let Some(trays) = &trays {
            trays.check(&types).map_err(|error: FileError| LoadError::Refused(vec![error]))?;
        }
        Ok(Self { types, trays, certificates })
    }
}

impl Files {
    /// Files that cannot be seen are left out; that they come or go is a change.
    fn seen(types: Option<&Path>, trays: Option<&Path>) -> Self {
        let folder = types.and_then(|folder| fs::read_dir(folder).ok());
        let in_folder =
            folder.into_iter().flatten().filter_map(|entry: io::Result<fs::DirEntry>| Some(entry.ok()?.path()));
        let mut files: Vec<_> = in_folder
            .chain(trays.map(Path::to_owned))
            .filter_map(|path| {
                let about = fs::metadata(&path).ok()?;
                Some((path, about.len(), about.modified().ok()))
            })
            .collect();
        files.sort();
        Self(files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Optional;

    fn typed(name: &str, label: &str) -> String {
        format!("name = \"{name}\"\nlabel = \"{label}\"\n[[phrase]]\ntext = \"cantine scolaire\"\nweight = 5\n")
    }

    /// Waits until `is` holds of the rules in force.
    async fn until(rules: &DocumentRules, is: impl Fn(&RuleSet) -> bool) {
        while !is(&rules.current()) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    #[tokio::test]
    async fn files_that_change_are_taken_when_they_are_sound() {
        let folder = tempfile::tempdir().unwrap();
        let (types, trays) = (folder.path().join("types"), folder.path().join("bannettes.toml"));
        fs::create_dir(&types).unwrap();
        fs::write(types.join("cantine.toml"), typed("cantine", "Cantine")).unwrap();
        let tray = "default = \"a\"\n[[tray]]\nname = \"a\"\nlabel = \"A\"\n";
        fs::write(&trays, tray).unwrap();
        let text = |path: &Path| Optional(Some(path.display().to_string()));
        let settings = Settings { document_types: text(&types), trays: text(&trays), ..Settings::default() };
        let rules = Arc::new(DocumentRules::load(&settings, Certificates::default()).unwrap());
        let label = |set: &RuleSet| set.types.get("cantine").map(|t| t.label.clone()).unwrap_or_default();
        assert_eq!(label(&rules.current()), "Cantine");

        let stop = CancellationToken::new();
        let watching = tokio::spawn(Arc::clone(&rules).watch(stop.clone()));
        let limit = Duration::from_secs(60);
        fs::write(types.join("cantine.toml"), typed("cantine", "Cantine scolaire")).unwrap();
        tokio::time::timeout(limit, until(&rules, |set| label(set) == "Cantine scolaire")).await.unwrap();

        // A broken one is refused as long as it is broken; the next good state is taken whole.
        fs::write(types.join("broken.toml"), "name = 3").unwrap();
        let rule = "[[rule]]\nname = \"r\"\ntray = \"a\"\ntype = \"piscine\"\n";
        fs::write(&trays, format!("{tray}{rule}")).unwrap();
        tokio::time::sleep(3 * INTERVAL).await;
        assert!(rules.current().trays.as_ref().unwrap().rules().is_empty());
        fs::write(types.join("broken.toml"), typed("piscine", "Piscine")).unwrap();
        tokio::time::timeout(limit, until(&rules, |set| !set.trays.as_ref().unwrap().rules().is_empty()))
            .await
            .unwrap();
        assert!(rules.current().types.get("piscine").is_some());
        stop.cancel();
        tokio::time::timeout(limit, watching).await.unwrap().unwrap();
    }

    #[test]
    fn what_is_put_is_in_the_folder_and_in_force_or_nothing_changes() {
        let folder = tempfile::tempdir().unwrap();
        let text = |path: &Path| Optional(Some(path.display().to_string()));
        let mut settings = Settings { document_types: text(folder.path()), ..Settings::default() };
        let put = |rules: &DocumentRules, name: &str, content: String| {
            rules.put(|_| Ok::<_, PutError>(((name.to_owned(), content), ()))).map(|(set, ())| set)
        };
        let closed = DocumentRules::load(&settings, Certificates::default()).unwrap();
        assert!(matches!(put(&closed, "a.toml", typed("a", "A")), Err(PutError::ReadOnly)));
        settings.document_types_writable = true;
        let rules = DocumentRules::load(&settings, Certificates::default()).unwrap();
        assert!(!closed.is_writable() && rules.is_writable());
        let set = put(&rules, "a.toml", typed("a", "A")).unwrap();
        assert_eq!(set.types.get("a").unwrap().label, "A");
        assert_eq!(
            (set.types.own_text("a"), rules.current().types.sha256()),
            (Some(typed("a", "A").as_str()), set.types.sha256())
        );
        // One of the same name takes its place; a broken one does not, and the folder has no trace of it.
        put(&rules, "a.toml", typed("a", "B")).unwrap();
        assert!(matches!(put(&rules, "a.toml", "name = 3".to_owned()), Err(PutError::Refused(_))));
        assert_eq!(rules.current().types.get("a").unwrap().label, "B");
        assert_eq!(fs::read_to_string(folder.path().join("a.toml")).unwrap(), typed("a", "B"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_server_does_not_start_with_broken_rules() {
        let folder = tempfile::tempdir().unwrap();
        let trays = folder.path().join("bannettes.toml");
        fs::write(&trays, "default = \"a\"\n").unwrap();
        let settings = Settings { trays: Optional(Some(trays.display().to_string())), ..Settings::default() };
        let error = DocumentRules::load(&settings, Certificates::default()).unwrap_err().to_string();
        assert!(error.contains("bannettes.toml:1: there is no tray a"), "{error}");
        let missing = Settings { document_types: Optional(Some("/nowhere/types".to_owned())), ..Settings::default() };
        assert!(
            DocumentRules::load(&missing, Certificates::default()).unwrap_err().to_string().contains("/nowhere/types")
        );
    }
}
