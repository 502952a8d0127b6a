//! Names of files for ids of submissions, which may hold whatever somebody calls a folder.

use std::collections::{BTreeMap, BTreeSet};

use hmac_sha256::Hash;

/// Longest name that is kept as it is, in bytes; a suffix must fit in what file systems allow.
const LONGEST: usize = 100;

/// What the files of one class are called.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Plain ids that more than one of the class have, but for case; in lower case.
    doubled: BTreeSet<String>,
}

impl Names {
    /// Of a class with these ids.
    ///
    /// # Errors
    /// Those of the iterator.
    pub(crate) fn of(
        ids: impl IntoIterator<Item = anyhow::Result<String>>,
    ) -> anyhow::Result<Self> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for id in ids {
            *counts.entry(id?.to_ascii_lowercase()).or_default() += 1;
        }
        counts.retain(|_, count| *count > 1);
        Ok(Self {
            doubled: counts.into_keys().collect(),
        })
    }

    /// As [`file()`], but that two ids which only differ in case both get a hash: there are disks that cannot hold both
    /// names, and one student's page would be the other's.
    pub(crate) fn file(&self, id: &str) -> String {
        if self.doubled.contains(&id.to_ascii_lowercase()) {
            hashed(id)
        } else {
            file(id)
        }
    }
}

/// A name that is safe in every file system and in a link, another one for every id: the id itself where it is plain,
/// else what is plain in it, `~`, and the beginning of its SHA-256. A plain id has no `~`.
pub(crate) fn file(id: &str) -> String {
    if (1..=LONGEST).contains(&id.len()) && !id.starts_with('.') && id.chars().all(is_plain) {
        return id.to_owned();
    }
    hashed(id)
}

fn hashed(id: &str) -> String {
    let kept: String = id.chars().filter(|c| is_plain(*c)).take(LONGEST).collect();
    let hash: String = Hash::hash(id.as_bytes())
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{}~{hash}", kept.trim_start_matches('.'))
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_id_is_its_own_name() {
        assert_eq!(file("jane_doe-2.v1"), "jane_doe-2.v1");
    }

    #[test]
    fn ids_that_only_differ_in_case_have_files_that_differ_in_more() {
        let ids = ["ada", "Ada", "ben", "Zoë", "zoë", "Zoe\u{308}"];
        let names = Names::of(ids.map(|id| Ok(id.to_owned()))).unwrap();
        let files = ids.map(|id| names.file(id).to_lowercase());
        assert_eq!(files[2], "ben");
        let different: BTreeSet<&String> = files.iter().collect();
        assert_eq!(different.len(), ids.len(), "{files:?}");
    }

    #[test]
    fn any_other_id_has_a_safe_name_of_its_own() {
        let ids = [
            "",
            ".",
            "..",
            "../../etc/passwd",
            "a b",
            "a/b",
            "Zoë",
            "日本",
            "<script>",
        ];
        let long = "x".repeat(500);
        let names: Vec<String> = ids.into_iter().chain([long.as_str()]).map(file).collect();
        for name in &names {
            let safe = |c: char| c.is_ascii_alphanumeric() || "_-.~".contains(c);
            assert!(name.chars().all(safe) && !name.starts_with('.'), "{name}");
            assert!(name.len() < 200);
        }
        let different: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(different.len(), names.len());
    }
}
