//! `grades.jsonl`, read a line at a time: a class of any size fits.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::grade::record::Grade;

/// Its name in the folder of a run.
pub(crate) const FILE: &str = "grades.jsonl";

/// All grades of that folder, in the order of the file.
///
/// # Errors
/// When there is no such file, or (from the iterator) when a line of it is no grade; both name the file.
pub(crate) fn read(dir: &Path) -> anyhow::Result<impl Iterator<Item = anyhow::Result<Grade>>> {
    lines(dir)
}

/// The id of each, without the rest.
///
/// # Errors
/// As [`read`].
pub(crate) fn ids(dir: &Path) -> anyhow::Result<impl Iterator<Item = anyhow::Result<String>>> {
    #[derive(Deserialize)]
    struct Named {
        id: String,
    }
    Ok(lines(dir)?.map(|named| named.map(|Named { id }| id)))
}

fn lines<T: DeserializeOwned>(
    dir: &Path,
) -> anyhow::Result<impl Iterator<Item = anyhow::Result<T>>> {
    let path = dir.join(FILE);
    let file = File::open(&path).with_context(|| format!("failed to read {}", path.display()))?;
    let lines = BufReader::new(file).lines().enumerate();
    Ok(lines.map(move |(place, line)| parse(&path, place + 1, line)))
}

fn parse<T: DeserializeOwned>(
    path: &Path,
    number: usize,
    line: std::io::Result<String>,
) -> anyhow::Result<T> {
    line.map_err(anyhow::Error::from)
        .and_then(|line| serde_json::from_str(&line).map_err(anyhow::Error::from))
        .with_context(|| format!("failed to read line {number} of {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;

    #[test]
    fn what_was_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let grades = samples::all();
        let lines = grades
            .iter()
            .map(|grade| serde_json::to_string(grade).unwrap() + "\n");
        std::fs::write(folder.path().join(FILE), lines.collect::<String>()).unwrap();
        let again: Vec<Grade> = read(folder.path())
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(again, grades);
    }

    #[test]
    fn a_damaged_line_is_named() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "{\"id\":\"a\"").unwrap();
        let error = read(folder.path()).unwrap().next().unwrap().unwrap_err();
        assert!(format!("{error:#}").contains("line 1 of"), "{error:#}");
    }
}
