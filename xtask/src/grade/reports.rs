//! Every report of a run, made from its `grades.jsonl`: the same file gives the same bytes.

use std::io::Write;
use std::path::Path;

use anyhow::Context;

use crate::course::Course;
use crate::disk;
use crate::grade::pages::{self, Pages};
use crate::grade::rows;
use crate::report::grade::class::{Class, lesson, sorted};
use crate::report::grade::names::Names;
use crate::report::grade::notes::Notes;
use crate::report::grade::{gradescope, html, junit, tables};

/// What the column of a whole course is called.
const ASSIGNMENT: &str = "Parallel programming";

/// Writes `index.html`, `students/`, `gradescope/`, `grades.csv`, `canvas.csv` and `junit.xml` into the folder. Each
/// file is replaced at once, and no more than one submission is in memory. Pages of an earlier run that nobody is in any
/// more are removed.
///
/// # Errors
/// When `grades.jsonl` cannot be read or a report cannot be written; the error names the file.
pub(crate) fn write(dir: &Path, course: &Course, notes: &Notes) -> anyhow::Result<()> {
    let mut class = Class::default();
    let names = Names::of(rows::ids(dir)?)?;
    let now = rows::ids(dir)?.map(|id| Ok(names.file(&id?)));
    let pages = Pages::begin(dir, now.collect::<anyhow::Result<_>>()?)?;
    for grade in rows::read(dir)? {
        let grade = grade?;
        let name = names.file(&grade.id);
        let [page, results] = pages::of(dir, &name);
        disk::refresh(&page, html::student::page(&grade, course).as_bytes())?;
        disk::refresh(&results, gradescope::json(&grade, course)?.as_bytes())?;
        class.add(&grade, name, course);
    }
    class.compare_students();
    write_junit(dir, &class, course)?;
    let assignment = assignment(&class, course);
    for (name, text) in [
        ("grades.csv", tables::all(&class, &assignment)?),
        ("canvas.csv", tables::canvas(&class, &assignment)?),
        ("index.html", html::index::page(&class, course, notes)),
    ] {
        disk::replace(&dir.join(name), text.as_bytes())?;
    }
    // The index no longer leads to them.
    pages.end()
}

/// Its sums stand at its head, so it is written when they are known, in a second walk over the grades.
fn write_junit(dir: &Path, class: &Class, course: &Course) -> anyhow::Result<()> {
    let path = dir.join("junit.xml");
    disk::replace_in_pieces(&path, |file| {
        file.write_all(junit::head(class)?.as_bytes())?;
        for grade in rows::read(dir)? {
            file.write_all(junit::suite(&grade?, course)?.as_bytes())?;
        }
        Ok(file.write_all(junit::TAIL.as_bytes())?)
    })
    .with_context(|| format!("cannot write {}", path.display()))
}

/// The names of the lessons when some are left out.
fn assignment(class: &Class, course: &Course) -> String {
    let mut lessons: Vec<&str> = sorted(course, class.matrix.keys())
        .into_iter()
        .map(lesson)
        .collect();
    lessons.dedup();
    if lessons.len() == course.lessons.len() {
        return ASSIGNMENT.to_owned();
    }
    format!("{ASSIGNMENT}: {}", lessons.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;
    use crate::testing::course;

    fn written() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let lines = samples::all().map(|grade| serde_json::to_string(&grade).unwrap() + "\n");
        std::fs::write(folder.path().join(rows::FILE), lines.concat()).unwrap();
        write(folder.path(), &course(), &Notes::default()).unwrap();
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = folder.read_dir().unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_folder_holds_every_report_and_nothing_unfinished() {
        let folder = written();
        assert_eq!(
            names(folder.path()),
            [
                "canvas.csv",
                "grades.csv",
                "grades.jsonl",
                "gradescope",
                "index.html",
                "junit.xml",
                "pages.txt",
                "students"
            ]
        );
        for (inside, end) in [("students", "html"), ("gradescope", "json")] {
            let all = names(&folder.path().join(inside));
            assert_eq!(all.len(), 4);
            assert!(all.contains(&format!("ada.{end}")), "{all:?}");
        }
    }

    #[test]
    fn every_link_of_the_index_leads_to_a_page() {
        let folder = written();
        let index = std::fs::read_to_string(folder.path().join("index.html")).unwrap();
        let links: Vec<&str> = index
            .split("href=\"students/")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert!(links.len() >= 4);
        for link in links {
            assert!(
                folder.path().join("students").join(link).is_file(),
                "{link}"
            );
        }
    }

    #[test]
    fn the_same_grades_give_the_same_bytes() {
        let (one, other) = (written(), written());
        for name in [
            "index.html",
            "grades.csv",
            "canvas.csv",
            "junit.xml",
            "students/ada.html",
        ] {
            let read =
                |folder: &tempfile::TempDir| std::fs::read(folder.path().join(name)).unwrap();
            assert_eq!(read(&one), read(&other), "{name}");
        }
    }
}
