//! The grades of a class, on the disk as soon as each is done, and sorted when all are.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use super::lines::{Lines, Place};
use super::record::Grade;

/// In memory is only who is graded, and where.
#[derive(Debug)]
pub(crate) struct Sorted {
    lines: Lines,
    places: BTreeMap<String, Place>,
    unsandboxed: bool,
}

impl Sorted {
    /// Nobody's yet, on the disk of that folder.
    ///
    /// # Errors
    /// Nothing can be written there.
    pub(crate) fn new(folder: &Path) -> anyhow::Result<Self> {
        Ok(Self {
            lines: Lines::temporary(folder)?,
            places: BTreeMap::new(),
            unsandboxed: false,
        })
    }

    /// Adds a grade, in any order. Gives whether it is the only one of that id, or the same again.
    ///
    /// # Errors
    /// The disk is full, or cannot be read again.
    pub(crate) fn add(&mut self, grade: &Grade) -> anyhow::Result<bool> {
        if let Some(place) = self.places.get(&grade.id) {
            return Ok(self.lines.bytes(*place)? == serde_json::to_vec(grade)?);
        }
        let place = self.lines.add(grade)?;
        self.places.insert(grade.id.clone(), place);
        self.unsandboxed |= grade.unsandboxed;
        Ok(true)
    }

    /// How many.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether any of them was decided without a sandbox.
    pub(crate) fn is_unsandboxed(&self) -> bool {
        self.unsandboxed
    }

    /// Writes a line for each, sorted by id.
    ///
    /// # Errors
    /// They cannot be read, or `file` cannot be written.
    pub(crate) fn write(&self, file: &mut impl Write) -> anyhow::Result<()> {
        Ok(self.lines.write(self.places.values(), file)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;

    #[test]
    fn grades_are_sorted_whoever_is_done_first_and_another_one_of_the_same_id_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let mut sorted = Sorted::new(folder.path()).unwrap();
        let mut grades = samples::all().to_vec();
        for grade in grades.iter().rev().chain(&grades) {
            assert!(sorted.add(grade).unwrap());
        }
        let other = Grade {
            points: 100.0,
            ..grades[0].clone()
        };
        assert!(!sorted.add(&other).unwrap());
        let mut text = Vec::new();
        sorted.write(&mut text).unwrap();
        let read = |line: &str| serde_json::from_str::<Grade>(line).unwrap();
        let text = String::from_utf8(text).unwrap();
        grades.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(text.lines().map(read).collect::<Vec<_>>(), grades);
        assert_eq!(sorted.len(), grades.len());
    }
}
