//! A submission, or a part of one, that is an archive. It is read where it lies; nothing of it is ever unpacked.

mod tar;
mod zip;

use std::fs::File;

use anyhow::bail;

use super::entry::{Entry, Wanted, What};
use super::kind::Kind;
use super::layout;
use super::limits::{self, Budget};
use super::name;

/// Reads an archive of `size` bytes. The paths of what is in it begin with `prefix`.
///
/// # Errors
/// It is damaged, larger than an honest one, or of a kind that is not read.
pub(super) fn read(
    file: File,
    size: u64,
    kind: Kind,
    prefix: &str,
    wanted: Wanted<'_>,
    budget: &mut Budget,
) -> anyhow::Result<Vec<Entry>> {
    if size > limits::ARCHIVE {
        bail!(
            "the archive is larger than {}: only the exercises need to be handed in, without target/",
            limits::in_words(limits::ARCHIVE)
        );
    }
    let mut inside = Inside {
        prefix,
        wanted,
        budget,
        found: Vec::new(),
    };
    match kind {
        Kind::Zip => zip::read(file, &mut inside)?,
        Kind::TarGz => tar::read(file, &mut inside)?,
        Kind::Foreign | Kind::Plain => {
            bail!("archives of this kind are not read: it takes a .zip or a .tar.gz")
        }
    }
    Ok(inside.found)
}

/// What is gathered while an archive is read.
struct Inside<'a> {
    prefix: &'a str,
    wanted: Wanted<'a>,
    budget: &'a mut Budget,
    found: Vec<Entry>,
}

impl Inside<'_> {
    /// The path of an entry within the submission.
    fn path(&self, raw: &[u8]) -> anyhow::Result<String> {
        if raw.len() > limits::PATH {
            bail!("a path in it has more than {} bytes", limits::PATH);
        }
        let path = name::path(raw);
        // A path that leads out stays as it is: nothing is put before it that would hide that.
        if self.prefix.is_empty() || name::leads_out(&path) {
            return Ok(path);
        }
        Ok(format!("{}/{path}", self.prefix))
    }

    /// Whether its content is to be read.
    fn wants(&self, path: &str) -> bool {
        (self.wanted)(path)
    }

    fn add(&mut self, path: String, what: What) {
        self.found.push(Entry { path, what });
    }
}

/// What a file is whose content is not asked for.
fn unread(path: &str) -> What {
    if Kind::of(path) != Kind::Plain && layout::outside(path).is_none() {
        What::unfit("an archive inside of an archive is not opened")
    } else {
        What::Other
    }
}
