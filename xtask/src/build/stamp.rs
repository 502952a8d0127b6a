//! Whether files have changed, without reading them.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// A number that changes when a file at or below one of the paths comes, goes, or is written.
pub(crate) fn of<'a>(paths: impl IntoIterator<Item = &'a Path>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        visit(path, &mut |file, about| {
            let modified = about
                .modified()
                .ok()
                .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            (file, about.len(), modified.unwrap_or_default()).hash(&mut hasher);
        });
    }
    hasher.finish()
}

/// Calls `each` for every file at or below the path, sorted; leaves out what cargo and editors put there.
pub(crate) fn visit(path: &Path, each: &mut impl FnMut(&Path, &fs::Metadata)) {
    let Ok(about) = path.metadata() else { return };
    if !about.is_dir() {
        each(path, &about);
        return;
    }
    let Ok(entries) = path.read_dir() else { return };
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default();
        if name != "target" && !name.as_encoded_bytes().starts_with(b".") {
            visit(&path, each);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_changes_with_a_file_that_comes_and_not_with_a_hidden_one() {
        let folder = tempfile::tempdir().unwrap();
        let stamp = || of([folder.path()]);
        let empty = stamp();
        fs::write(folder.path().join(".swp"), "x").unwrap();
        assert_eq!(stamp(), empty);
        fs::write(folder.path().join("lib.rs"), "x").unwrap();
        let one = stamp();
        assert_ne!(one, empty);
        fs::write(folder.path().join("lib.rs"), "xy").unwrap();
        assert_ne!(stamp(), one);
    }
}
