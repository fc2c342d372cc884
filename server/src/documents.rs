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
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, SystemTime},
};

use liasse_documents::{FileError, LoadError, trays::TraySet, types::TypeSet};
use tokio_util::sync::CancellationToken;

use crate::{metrics, settings::Settings};

/// How often the operator's files are looked at.
const INTERVAL: Duration = Duration::from_secs(1);

/// Rules that belong together: those of trays name types and fields that are there.
#[derive(Debug)]
pub(crate) struct RuleSet {
    pub(crate) types: TypeSet,
    pub(crate) trays: Option<TraySet>,
}

/// The rules in force, and where they come from.
#[derive(Debug)]
pub(crate) struct DocumentRules {
    types: Option<PathBuf>,
    trays: Option<PathBuf>,
    current: RwLock<Arc<RuleSet>>,
    /// The files as they were before `current` was read from them.
    loaded: Files,
}

/// What is seen of the operator's files from outside: name, length, time of change.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Files(Vec<(PathBuf, u64, Option<SystemTime>)>);

impl DocumentRules {
    /// Reads the rules that the settings name, beside the shipped types.
    ///
    /// # Errors
    /// [`LoadError`] with every file that is refused.
    pub(crate) fn load(settings: &Settings) -> Result<Self, LoadError> {
        let path = |setting: &Option<String>| setting.as_ref().map(PathBuf::from);
        let (types, trays) = (path(&settings.document_types.0), path(&settings.trays.0));
        let loaded = Files::seen(types.as_deref(), trays.as_deref());
        let set = RuleSet::load(types.as_deref(), trays.as_deref())?;
        metrics::rules_loaded(&set);
        Ok(Self { types, trays, current: RwLock::new(Arc::new(set)), loaded })
    }

    /// The rules in force now; a page keeps those it began with.
    pub(crate) fn current(&self) -> Arc<RuleSet> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
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
        match RuleSet::load(self.types.as_deref(), self.trays.as_deref()) {
            Ok(set) => {
                metrics::rules_loaded(&set);
                *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(set);
            }
            Err(error) => metrics::rules_refused(&error),
        }
    }
}

impl RuleSet {
    fn load(types: Option<&Path>, trays: Option<&Path>) -> Result<Self, LoadError> {
        let types = types.map_or_else(TypeSet::shipped, TypeSet::with_folder)?;
        let trays = trays.map(TraySet::from_file).transpose()?;
        if let Some(trays) = &trays {
            trays.check(&types).map_err(|error: FileError| LoadError::Refused(vec![error]))?;
        }
        Ok(Self { types, trays })
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
        let rules = Arc::new(DocumentRules::load(&settings).unwrap());
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
    fn a_server_does_not_start_with_broken_rules() {
        let folder = tempfile::tempdir().unwrap();
        let trays = folder.path().join("bannettes.toml");
        fs::write(&trays, "default = \"a\"\n").unwrap();
        let settings = Settings { trays: Optional(Some(trays.display().to_string())), ..Settings::default() };
        let error = DocumentRules::load(&settings).unwrap_err().to_string();
        assert!(error.contains("bannettes.toml:1: there is no tray a"), "{error}");
        let missing = Settings { document_types: Optional(Some("/nowhere/types".to_owned())), ..Settings::default() };
        assert!(DocumentRules::load(&missing).unwrap_err().to_string().contains("/nowhere/types"));
    }
}
