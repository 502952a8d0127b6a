//! One call of cargo that builds everything that a lesson's tests need, whatever state the exercises are in.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Stdio};
use std::thread;

use anyhow::{Context, bail};
use serde::Deserialize;

use super::Externs;
use crate::build::metadata::Packages;
use crate::build::toolchain::Toolchain;
use crate::decide::Stage;
use crate::interrupt::Group;

/// What cargo says on its standard output, a line each.
#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Message {
    CompilerArtifact {
        package_id: String,
        target: Target,
        filenames: Vec<PathBuf>,
    },
    CompilerMessage {
        package_id: String,
        message: Diagnostic,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    rendered: Option<String>,
}

/// What came out of it.
#[derive(Default)]
pub(super) struct Built {
    crates: HashMap<String, PathBuf>,
    pub(super) search: BTreeSet<PathBuf>,
    /// rustc's messages about other crates than the exercises.
    errors: String,
    /// cargo's own.
    said: String,
}

/// Builds the lesson's library as its own tests would need it: that is every dependency of the tests, and little more.
/// The exercises are built with it, and where one does not compile cargo goes on with the rest.
pub(super) fn build(
    lesson: &str,
    root: &Path,
    tools: &Toolchain,
    packages: &Packages,
    on_stage: &dyn Fn(Stage),
) -> anyhow::Result<Built> {
    let mut command = tools.cargo();
    command
        .args([
            "rustc",
            "--lib",
            "--profile=test",
            "--keep-going",
            "--message-format=json",
            "-p",
            lesson,
        ])
        .current_dir(root)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let (mut child, group) = Group::spawn(&mut command).context("failed to start cargo")?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let said = thread::spawn(move || {
        let mut said = String::new();
        let _ = stderr.map(|mut stderr| stderr.read_to_string(&mut said));
        said
    });
    let mut built = Built::default();
    if let Some(stdout) = stdout {
        built.follow(stdout, packages, on_stage)?;
    }
    drop(group);
    child.wait()?;
    built.said = said.join().unwrap_or_default();
    Ok(built)
}

impl Built {
    fn follow(
        &mut self,
        stdout: ChildStdout,
        packages: &Packages,
        on_stage: &dyn Fn(Stage),
    ) -> anyhow::Result<()> {
        let mut ready = 0;
        for line in BufReader::new(stdout).lines() {
            let line = line.context("failed to read what cargo says")?;
            let Ok(message) = serde_json::from_str::<Message>(&line) else {
                continue;
            };
            if let Some(name) = self.add(message, packages) {
                ready += 1;
                on_stage(Stage::Dependencies {
                    ready,
                    last: Some(name),
                });
            }
        }
        Ok(())
    }

    /// Takes the message in; gives the crate's name when one became ready.
    fn add(&mut self, message: Message, packages: &Packages) -> Option<String> {
        match message {
            Message::CompilerArtifact {
                package_id,
                target,
                filenames,
            } if !packages.own.contains(&package_id)
                && !target.kind.iter().any(|kind| kind == "custom-build") =>
            {
                self.search.extend(
                    filenames
                        .iter()
                        .filter_map(|file| Some(file.parent()?.to_path_buf())),
                );
                let file = filenames.into_iter().find(|file| is_crate(file))?;
                self.crates.insert(package_id, file);
                Some(target.name)
            }
            Message::CompilerMessage {
                package_id,
                message,
            } if message.level == "error" && !packages.own.contains(&package_id) => {
                self.errors += &message.rendered.unwrap_or_default();
                None
            }
            _ => None,
        }
    }

    /// The files of these packages.
    ///
    /// # Errors
    /// When one was not built.
    pub(super) fn externs(&self, packages: &BTreeMap<String, String>) -> anyhow::Result<Externs> {
        let mut externs = Externs::new();
        for (name, id) in packages {
            let Some(file) = self.crates.get(id) else {
                let why = if self.errors.is_empty() {
                    &self.said
                } else {
                    &self.errors
                };
                bail!("cargo did not build `{name}`:\n{}", why.trim());
            };
            externs.insert(name.clone(), file.clone());
        }
        Ok(externs)
    }
}

/// A library, or on its host a procedural macro.
fn is_crate(file: &Path) -> bool {
    let kind = file.extension().and_then(|kind| kind.to_str());
    matches!(kind, Some("rlib" | "so" | "dylib" | "dll"))
}
