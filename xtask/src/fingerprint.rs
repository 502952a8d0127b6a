//! What a verdict depends on, as one number: the same number means the same verdict.
//!
//! It is std's own hash. That may change with a new version of Rust, but so does the compiler's version, which is part
//! of it: what an old runner has kept is then decided anew, as it must be. No crate is needed for it.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::build::stamp;
use crate::build::toolchain::Toolchain;
use crate::course::{Course, Exercise};
use crate::disk;

/// What stands behind every verdict of a course: the compiler, the explorer, the harness.
#[derive(Debug, Clone)]
pub(crate) struct Ground(u64);

/// The hash of many files that seldom change, kept with what tells that they have not.
#[derive(Serialize, Deserialize)]
struct Known {
    stamp: u64,
    hash: u64,
}

impl Ground {
    /// Reads the explorer and the harness only when one of their files was written since.
    ///
    /// # Errors
    /// When what is known cannot be kept.
    pub(crate) fn of(course: &Course, kept: &Path, tools: &Toolchain) -> anyhow::Result<Self> {
        let sources = [
            "tests/interleave",
            "tests/harness",
            "Cargo.lock",
            "Cargo.toml",
        ]
        .map(|path| course.root.join(path));
        let stamp = stamp::of(sources.iter().map(PathBuf::as_path));
        let file = kept.join("ground.json");
        let known = fs::read(&file)
            .ok()
            .and_then(|text| serde_json::from_slice::<Known>(&text).ok());
        let content = match known {
            Some(known) if known.stamp == stamp => known.hash,
            _ => {
                let hash = content(&sources, &course.root);
                disk::replace(&file, &serde_json::to_vec(&Known { stamp, hash })?)?;
                hash
            }
        };
        let mut hasher = DefaultHasher::new();
        (
            env!("CARGO_PKG_VERSION"),
            content,
            &tools.version,
            &tools.flags,
        )
            .hash(&mut hasher);
        Ok(Self(hasher.finish()))
    }

    /// The number for one exercise, decided by the program in `file`. A file that cannot be read counts as missing.
    pub(crate) fn with(&self, course: &Course, exercise: &Exercise, file: &Path) -> String {
        let dir = exercise.lesson_dir(course);
        let mut files = vec![
            file.to_path_buf(),
            dir.join("Cargo.toml"),
            dir.join("src/Cargo.toml"),
            dir.join("src/lib.rs"),
        ];
        files.extend(exercise.test_sources(course));
        files.extend(exercise.snapshots(course));
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        for file in &files {
            (file.file_name(), fs::read(file).ok()).hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    }
}

fn content(sources: &[PathBuf], root: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    for source in sources {
        stamp::visit(source, &mut |file, _| {
            (file.strip_prefix(root).ok(), fs::read(file).ok()).hash(&mut hasher);
        });
    }
    hasher.finish()
}
