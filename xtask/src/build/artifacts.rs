//! The compiled crates that a lesson's exercises and tests are linked with. Cargo builds them once; as long as nothing
//! that they depend on has changed, they are used from then on without cargo.

mod cargo;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::toolchain::Toolchain;
use super::{metadata, stamp};
use crate::decide::Stage;
use crate::disk;

/// Name in the code → compiled crate.
pub(crate) type Externs = BTreeMap<String, PathBuf>;

/// What a lesson's programs are linked with.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Artifacts {
    stamp: u64,
    /// Folders of the local packages among them: the explorer, the harness.
    folders: BTreeSet<PathBuf>,
    pub(crate) edition: String,
    pub(crate) version: String,
    /// For the exercise itself.
    pub(crate) lib: Externs,
    /// For the exercise in the model: among them one that is called `std`. None where the lesson is not modelled.
    pub(crate) model: Option<Externs>,
    /// For the tests.
    pub(crate) tests: Externs,
    /// Name → crate root of the programs that the tests start.
    pub(crate) programs: BTreeMap<String, PathBuf>,
    /// Where the crates stand that these need in turn.
    pub(crate) search: BTreeSet<PathBuf>,
}

/// Two exercises of one lesson may be decided at once: the second waits for the first one's answer.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The lesson's artifacts, built when they are missing or out of date. `kept` is a folder for what is known already.
///
/// # Errors
/// When cargo cannot build them; with cargo's and rustc's messages.
pub(crate) fn of(
    lesson: &str,
    root: &Path,
    kept: &Path,
    tools: &Toolchain,
    on_stage: &dyn Fn(Stage),
) -> anyhow::Result<Artifacts> {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let file = kept.join(format!("artifacts-{lesson}.json"));
    if let Some(known) = read(&file)
        && known.stamp == stamp_of(lesson, root, tools, &known.folders)
        && known.is_there()
    {
        return Ok(known);
    }
    let artifacts = build(lesson, root, tools, on_stage)
        .with_context(|| format!("failed to build what the tests of `{lesson}` need"))?;
    disk::replace(&file, &serde_json::to_vec_pretty(&artifacts)?)?;
    Ok(artifacts)
}

fn read(file: &Path) -> Option<Artifacts> {
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

fn build(
    lesson: &str,
    root: &Path,
    tools: &Toolchain,
    on_stage: &dyn Fn(Stage),
) -> anyhow::Result<Artifacts> {
    on_stage(Stage::Dependencies {
        ready: 0,
        last: None,
    });
    let packages = metadata::of(lesson, root, tools)?;
    // Taken before the build: what changes while cargo builds makes the next run build again.
    let stamp = stamp_of(lesson, root, tools, &packages.folders);
    let built = cargo::build(lesson, root, tools, &packages, on_stage)?;
    Ok(Artifacts {
        stamp,
        lib: built.externs(&packages.lib)?,
        model: packages
            .model
            .as_ref()
            .map(|model| built.externs(model))
            .transpose()?,
        tests: built.externs(&packages.tests)?,
        programs: packages.programs,
        search: built.search,
        folders: packages.folders,
        edition: packages.edition,
        version: packages.version,
    })
}

impl Artifacts {
    fn is_there(&self) -> bool {
        [&self.lib, &self.tests]
            .into_iter()
            .chain(&self.model)
            .flat_map(BTreeMap::values)
            .all(|path| path.is_file())
    }
}

fn stamp_of(lesson: &str, root: &Path, tools: &Toolchain, folders: &BTreeSet<PathBuf>) -> u64 {
    let dir = root.join("exercises").join(lesson);
    let manifests = [
        root.join("Cargo.toml"),
        root.join("Cargo.lock"),
        dir.join("Cargo.toml"),
        dir.join("src/Cargo.toml"),
    ];
    let mut hasher = DefaultHasher::new();
    stamp::of(manifests.iter().chain(folders).map(PathBuf::as_path)).hash(&mut hasher);
    (&tools.version, &tools.flags).hash(&mut hasher);
    hasher.finish()
}
