//! `cargo metadata`: which packages a lesson's tests see, and under which names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::Deserialize;

use super::toolchain::Toolchain;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    id: String,
    version: String,
    edition: String,
    manifest_path: PathBuf,
    source: Option<String>,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
    src_path: PathBuf,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

/// What there is to know about a lesson's packages before they are built.
#[derive(Debug)]
pub(crate) struct Packages {
    pub(crate) edition: String,
    pub(crate) version: String,
    /// Name in the code → id of the package, for the exercises themselves.
    pub(crate) lib: BTreeMap<String, String>,
    /// The same for the tests.
    pub(crate) tests: BTreeMap<String, String>,
    /// The same for the exercises' second build: `std` and the other facades. None where the lesson is not modelled.
    pub(crate) model: Option<BTreeMap<String, String>>,
    /// Name → crate root of the programs that the tests start.
    pub(crate) programs: BTreeMap<String, PathBuf>,
    /// Ids of the packages that the learner's files are part of.
    pub(crate) own: Vec<String>,
    /// Folders of all packages below these that do not come from a registry.
    pub(crate) folders: BTreeSet<PathBuf>,
}

/// Asks cargo about the lesson.
///
/// # Errors
/// When cargo fails, or the lesson's packages are not part of the workspace.
pub(crate) fn of(lesson: &str, root: &Path, tools: &Toolchain) -> anyhow::Result<Packages> {
    let output = tools
        .cargo()
        .args(["metadata", "--format-version=1"])
        .current_dir(root)
        .output()
        .context("failed to start cargo")?;
    if !output.status.success() {
        bail!(
            "cargo cannot read the workspace:\n{}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    let metadata: Metadata = serde_json::from_slice(&output.stdout)
        .context("failed to read the answer of `cargo metadata`")?;
    metadata.lesson(lesson)
}

impl Metadata {
    fn lesson(&self, lesson: &str) -> anyhow::Result<Packages> {
        let own = self
            .package(lesson)
            .with_context(|| format!("the workspace has no package `{lesson}`"))?;
        let model = self.package(&format!("{lesson}-model"));
        let manifest = own.manifest_path.with_file_name("src/Cargo.toml");
        if model.is_none() && manifest.is_file() {
            bail!(
                "{} is not the manifest of a package `{lesson}-model` of the workspace; name it in Cargo.toml's members, \
                 or remove it where nothing is modelled",
                manifest.display()
            );
        }
        let normal = |kind: Option<&str>| kind.is_none();
        let dev = |kind: Option<&str>| kind.is_none_or(|kind| kind == "dev");
        let packages: Vec<&Package> = [Some(own), model].into_iter().flatten().collect();
        let ids: Vec<&str> = packages.iter().map(|package| package.id.as_str()).collect();
        let mut tests = self.names(&own.id, dev);
        tests.retain(|_, id| !ids.contains(&id.as_str()));
        Ok(Packages {
            edition: own.edition.clone(),
            version: own.version.clone(),
            lib: self.names(&own.id, normal),
            model: model.map(|model| self.names(&model.id, normal)),
            tests,
            programs: own.programs(),
            folders: self.folders(&ids),
            own: ids.into_iter().map(str::to_owned).collect(),
        })
    }

    fn package(&self, name: &str) -> Option<&Package> {
        self.packages
            .iter()
            .find(|package| package.source.is_none() && package.name == name)
    }

    fn deps(&self, id: &str) -> &[Dependency] {
        self.resolve
            .nodes
            .iter()
            .find(|node| node.id == id)
            .map_or(&[], |node| &node.deps)
    }

    fn names(&self, id: &str, wanted: impl Fn(Option<&str>) -> bool) -> BTreeMap<String, String> {
        self.deps(id)
            .iter()
            .filter(|dep| {
                dep.dep_kinds
                    .iter()
                    .any(|kind| wanted(kind.kind.as_deref()))
            })
            .map(|dep| (dep.name.clone(), dep.pkg.clone()))
            .collect()
    }

    /// The folders of the local packages below these, without these.
    fn folders(&self, own: &[&str]) -> BTreeSet<PathBuf> {
        let mut waiting = own.to_vec();
        let mut seen: BTreeSet<&str> = own.iter().copied().collect();
        let mut folders = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            let package = self
                .packages
                .iter()
                .find(|package| package.id == id && package.source.is_none());
            if let Some(package) = package
                && !own.contains(&id)
            {
                folders.extend(package.manifest_path.parent().map(Path::to_path_buf));
            }
            waiting.extend(
                self.deps(id)
                    .iter()
                    .map(|dep| dep.pkg.as_str())
                    .filter(|dep| seen.insert(dep)),
            );
        }
        folders
    }
}

impl Package {
    fn programs(&self) -> BTreeMap<String, PathBuf> {
        self.targets
            .iter()
            .filter(|target| target.kind.iter().any(|kind| kind == "bin"))
            .map(|target| (target.name.clone(), target.src_path.clone()))
            .collect()
    }
}
