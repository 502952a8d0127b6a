//! One call of rustc.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use super::Terms;
use super::artifacts::{Artifacts, Externs};
use super::diagnostics::{self, Report};
use super::programs::Started;
use super::toolchain::Toolchain;
use super::workshop::Workshop;
use crate::run::place::{Call, Trade};
use crate::run::process::Limits;
use crate::run::screen::Screen;

/// What it may say.
const OUTPUT: usize = 8 << 20;

/// What all crates have in common.
pub(super) struct Rustc<'a> {
    pub(super) tools: &'a Toolchain,
    pub(super) artifacts: &'a Artifacts,
    pub(super) root: &'a Path,
    pub(super) workshop: &'a Workshop,
    /// Where its messages will be shown.
    pub(super) screen: Screen,
    pub(super) terms: Terms<'a>,
}

/// What is special to one.
pub(super) struct Crate<'a> {
    name: String,
    root: &'a Path,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Library,
    Model,
    /// With the file that it is to become; it sees these crates.
    Program(&'a Path, Externs),
    /// With the lesson's name and folder, and the programs that they start.
    Tests(&'a str, &'a Path, &'a [Started<'a>]),
}

impl<'a> Crate<'a> {
    /// The exercise as the learner wrote it.
    pub(super) fn library(lesson: &str, root: &'a Path) -> Self {
        Self {
            name: lesson.to_owned(),
            root,
            kind: Kind::Library,
        }
    }

    /// The exercise with the model's `std`.
    pub(super) fn model(lesson: &str, root: &'a Path) -> Self {
        Self {
            name: format!("{lesson}_model"),
            root,
            kind: Kind::Model,
        }
    }

    /// A program that the tests start; `externs` are what it sees of the lesson.
    pub(super) fn program(name: &str, root: &'a Path, file: &'a Path, externs: Externs) -> Self {
        Self {
            name: name.replace('-', "_"),
            root,
            kind: Kind::Program(file, externs),
        }
    }

    /// The tests. Their crate is called as under cargo, since snapshots are found by it.
    pub(super) fn tests(
        lesson: &'a str,
        dir: &'a Path,
        root: &'a Path,
        programs: &'a [Started<'a>],
    ) -> Self {
        Self {
            name: "lesson".to_owned(),
            root,
            kind: Kind::Tests(lesson, dir, programs),
        }
    }
}

impl Kind<'_> {
    fn word(&self) -> &'static str {
        match self {
            Self::Library => "lib",
            Self::Model => "model",
            Self::Program(..) => "program",
            Self::Tests(..) => "tests",
        }
    }
}

impl Crate<'_> {
    /// Where it is written to.
    fn folder<'p>(&'p self, out: &'p Path) -> &'p Path {
        match self.kind {
            Kind::Program(file, _) => file.parent().unwrap_or(out),
            _ => out,
        }
    }
}

impl Rustc<'_> {
    /// Compiles the crate.
    ///
    /// # Errors
    /// When rustc cannot be started.
    pub(super) fn compile(&self, what: &Crate<'_>) -> anyhow::Result<Report> {
        let mut command = self.common(what);
        match &what.kind {
            Kind::Library => {
                command.args(["--crate-type=lib", "-Funsafe_code"]);
                link(&mut command, &self.artifacts.lib);
            }
            Kind::Model => {
                // The lints have spoken about the first build already.
                command.args(["--crate-type=lib", "-Awarnings", "-Funsafe_code"]);
                self.artifacts
                    .model
                    .iter()
                    .for_each(|model| link(&mut command, model));
            }
            Kind::Program(file, externs) => {
                let name = file.file_name().unwrap_or_default();
                command
                    .args(["--crate-type=bin", "-Awarnings", "-o"])
                    .arg(self.writes(what).join(name));
                link(&mut command, externs);
            }
            Kind::Tests(lesson, dir, programs) => {
                command.args(["--test", "-Awarnings"]);
                link(&mut command, &self.artifacts.tests);
                link(&mut command, &self.own(lesson));
                cargo_variables(&mut command, lesson, dir, &self.artifacts.version);
                for program in *programs {
                    command.env(format!("CARGO_BIN_EXE_{}", program.name), &program.file);
                }
            }
        }
        let call = Call {
            command,
            input: Vec::new(),
            limits: Limits {
                time: self.terms.time,
                output: OUTPUT,
            },
            trade: Trade::Compiler,
            readable: self.readable(what),
            writable: self.writes(what),
            fetch: self.fetched(what),
        };
        let fetched = call.fetch.clone();
        let ran = self
            .terms
            .place
            .run(call)
            .context("failed to start rustc")?;
        for (_, file) in &fetched {
            let runnable = fs::Permissions::from_mode(0o755);
            fs::set_permissions(file, runnable)
                .with_context(|| format!("failed to make {} a program", file.display()))?;
        }
        Ok(diagnostics::read(&ran, self.terms.base.is_some()))
    }

    /// The folder that it is written to: for the learner its own place at once.
    fn writes(&self, what: &Crate<'_>) -> PathBuf {
        let place = what.folder(self.out());
        match self.terms.base {
            None => place.to_path_buf(),
            // Beside all that is to be read, and a name for each that is compiled at the same time.
            Some(base) => {
                let (out, name) = (self.out().file_stem().unwrap_or_default(), &what.name);
                let kind = what.kind.word();
                base.with_file_name(format!("{}-{name}-{kind}.new", out.display()))
            }
        }
    }

    /// What becomes of it then.
    fn fetched(&self, what: &Crate<'_>) -> Vec<(PathBuf, PathBuf)> {
        if self.terms.base.is_none() {
            return Vec::new();
        }
        let place = match &what.kind {
            Kind::Library | Kind::Model => self.rlib(&what.name),
            Kind::Program(file, _) => file.to_path_buf(),
            Kind::Tests(..) => self.out().join(&what.name),
        };
        let name = place.file_name().unwrap_or_default();
        vec![(self.writes(what).join(name), place.clone())]
    }

    /// What the crate is made of. The exercise sees nothing of its tests.
    fn readable(&self, what: &Crate<'_>) -> Vec<PathBuf> {
        let artifacts = self.artifacts;
        let seen = match &what.kind {
            Kind::Library | Kind::Program(..) => Some(&artifacts.lib),
            Kind::Model => artifacts.model.as_ref(),
            Kind::Tests(..) => Some(&artifacts.tests),
        };
        let crates = seen.into_iter().flatten().map(|(_, file)| file.clone());
        let sources = match &what.kind {
            Kind::Library | Kind::Model => self.terms.base.map(|base| base.join("exercises")),
            Kind::Program(..) => what.root.parent().map(Path::to_path_buf),
            Kind::Tests(_, dir, _) => Some(dir.join("tests")),
        };
        crates
            .chain(artifacts.search.iter().cloned())
            .chain(sources)
            .chain([self.out().to_path_buf()])
            .collect()
    }

    fn common(&self, what: &Crate<'_>) -> Command {
        let mut command = self.tools.rustc();
        command
            .arg(what.root)
            .args([
                "--crate-name",
                &what.name,
                "--edition",
                &self.artifacts.edition,
                "--emit=link",
            ])
            .args(["-Cdebuginfo=0", "-Cembed-bitcode=no"])
            .args(
                self.artifacts
                    .search
                    .iter()
                    .map(|dir| format!("-Ldependency={}", dir.display())),
            )
            // Paths as cargo shows them: from the root of the workspace, so that a click opens the file.
            .arg(format!("--remap-path-prefix={}=", self.root.display()))
            .args(["--error-format=json", "--json=diagnostic-rendered-ansi"])
            .arg(format!("--diagnostic-width={}", self.screen.width))
            .current_dir(self.root);
        if let Some(incremental) = self.workshop.incremental() {
            command.arg(format!("-Cincremental={}", incremental.display()));
        }
        // Built for its errors alone; the last prefix that fits is the one that counts.
        if let Some(base) = self.terms.base {
            command
                .arg("-Awarnings")
                .arg(format!("--remap-path-prefix={}=", base.display()));
        }
        if !matches!(what.kind, Kind::Program(..)) {
            command.arg("--out-dir").arg(self.writes(what));
        }
        command.args(&self.tools.flags);
        command
    }

    /// The lesson's own crates, as they were built here.
    fn own(&self, lesson: &str) -> Externs {
        let model = self
            .artifacts
            .model
            .is_some()
            .then(|| format!("{lesson}_model"));
        let names = [lesson.to_owned()].into_iter().chain(model);
        names.map(|name| (name.clone(), self.rlib(&name))).collect()
    }

    /// What a program sees that runs the learner's code: the library with its dependencies.
    pub(super) fn seen_by_program(&self, lesson: &str) -> Externs {
        let mut externs = self.artifacts.lib.clone();
        externs.insert(lesson.to_owned(), self.rlib(lesson));
        externs
    }

    fn out(&self) -> &Path {
        self.workshop.dir()
    }

    fn rlib(&self, name: &str) -> PathBuf {
        self.out().join(format!("lib{name}.rlib"))
    }
}

fn link(command: &mut Command, externs: &Externs) {
    for (name, file) in externs {
        command
            .arg("--extern")
            .arg(format!("{name}={}", file.display()));
    }
}

/// What cargo tells a test, at compile time and at run time.
pub(crate) fn cargo_variables(command: &mut Command, lesson: &str, dir: &Path, version: &str) {
    command
        .env("CARGO_MANIFEST_DIR", dir)
        .env("CARGO_MANIFEST_PATH", dir.join("Cargo.toml"))
        .env("CARGO_PKG_NAME", lesson)
        .env("CARGO_PKG_VERSION", version)
        .env("CARGO_CRATE_NAME", "lesson");
}
