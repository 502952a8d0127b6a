//! Which cargo and which rustc: the only place that starts either.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use crate::disk;

/// What programs are built with.
#[derive(Debug, Clone)]
pub(crate) struct Toolchain {
    cargo: PathBuf,
    rustc: PathBuf,
    /// What `rustc -vV` says.
    pub(crate) version: String,
    /// The flags that cargo would pass to rustc: `CARGO_ENCODED_RUSTFLAGS`, else `RUSTFLAGS`.
    pub(crate) flags: Vec<String>,
}

/// The answer of `rustc -vV`, which takes longer than all the rest when nothing has changed.
#[derive(Serialize, Deserialize, PartialEq)]
struct Known {
    rustc: PathBuf,
    size: u64,
    modified: u128,
    version: String,
}

impl Toolchain {
    /// The toolchain that cargo would use: `CARGO` and `RUSTC`, else the rustc beside cargo, else the path.
    /// `kept` is a folder for what need not be asked twice.
    ///
    /// # Errors
    /// When there is no cargo or no rustc, or rustc does not answer.
    pub(crate) fn find(kept: &Path) -> anyhow::Result<Self> {
        let cargo = named("CARGO");
        let rustc = named("RUSTC").or_else(|| beside(cargo.as_deref()?));
        let version = match &rustc {
            Some(rustc) => version(rustc, &kept.join("rustc.json"))?,
            // Whatever is on the path may be a proxy that stays the same when the toolchain changes: ask each time.
            None => ask(&found("rustc")?)?,
        };
        let cargo = cargo.map_or_else(|| found("cargo"), Ok)?;
        let rustc = rustc.map_or_else(|| found("rustc"), Ok)?;
        Ok(Self {
            cargo,
            rustc,
            version,
            flags: flags(),
        })
    }

    /// A call of cargo that uses this rustc.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new(&self.cargo);
        command.env("RUSTC", &self.rustc);
        command
    }

    /// The folder that rustc lies in with its libraries: a proxy on the path is not the compiler itself.
    ///
    /// # Errors
    /// When rustc does not say where it lies.
    pub(crate) fn sysroot(&self) -> anyhow::Result<PathBuf> {
        let asked = self.rustc().args(["--print", "sysroot"]).output();
        let asked = asked.with_context(|| format!("failed to start {}", self.rustc.display()))?;
        if !asked.status.success() {
            bail!("`{} --print sysroot` failed", self.rustc.display());
        }
        Ok(PathBuf::from(String::from_utf8(asked.stdout)?.trim()))
    }

    /// A call of rustc.
    pub(crate) fn rustc(&self) -> Command {
        Command::new(&self.rustc)
    }
}

/// What the variable says. Under `cargo run`, `CARGO` is the toolchain's own cargo and not rustup's proxy.
fn named(variable: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env::var_os(variable).filter(|path| !path.is_empty())?);
    Some(on_the_path(&path).unwrap_or(path))
}

fn beside(cargo: &Path) -> Option<PathBuf> {
    let rustc = cargo.with_file_name(format!("rustc{}", env::consts::EXE_SUFFIX));
    rustc.is_file().then_some(rustc)
}

fn found(name: &str) -> anyhow::Result<PathBuf> {
    on_the_path(Path::new(&format!("{name}{}", env::consts::EXE_SUFFIX))).with_context(|| {
        format!("no {name} on the path; install Rust from https://rustup.rs, open a new terminal, and run it again")
    })
}

/// A bare name, looked up in `PATH`.
fn on_the_path(name: &Path) -> Option<PathBuf> {
    if name.components().count() > 1 {
        return None;
    }
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

fn version(rustc: &Path, known: &Path) -> anyhow::Result<String> {
    let (size, modified) = identity(rustc)?;
    let kept = std::fs::read(known)
        .ok()
        .and_then(|text| serde_json::from_slice::<Known>(&text).ok());
    if let Some(kept) = kept
        && (kept.rustc.as_path(), kept.size, kept.modified) == (rustc, size, modified)
    {
        return Ok(kept.version);
    }
    let version = ask(rustc)?;
    let known_now = Known {
        rustc: rustc.to_path_buf(),
        size,
        modified,
        version: version.clone(),
    };
    disk::replace(known, &serde_json::to_vec(&known_now)?)?;
    Ok(version)
}

fn identity(path: &Path) -> anyhow::Result<(u64, u128)> {
    let about = path
        .metadata()
        .with_context(|| format!("failed to find {}", path.display()))?;
    let modified = about
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Ok((about.len(), modified.unwrap_or_default().as_nanos()))
}

fn ask(rustc: &Path) -> anyhow::Result<String> {
    let output = Command::new(rustc)
        .arg("-vV")
        .output()
        .with_context(|| format!("failed to start {}", rustc.display()))?;
    if !output.status.success() {
        bail!(
            "`{} -vV` failed: {}",
            rustc.display(),
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn flags() -> Vec<String> {
    if let Ok(encoded) = env::var("CARGO_ENCODED_RUSTFLAGS") {
        return encoded
            .split('\x1f')
            .filter(|flag| !flag.is_empty())
            .map(str::to_owned)
            .collect();
    }
    env::var("RUSTFLAGS")
        .unwrap_or_default()
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}
