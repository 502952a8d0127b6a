//! `cargo xtask reset`: an exercise as it was at the start, and a copy of everything that is replaced.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::commands::Visit;
use crate::course::Course;
use crate::exit::{Exit, Misuse};
use crate::pristine::{Change, Pristine};
use crate::report::reset::Restored;
use crate::{disk, paths, report, select};

/// Puts back the starter, the tests, and what the lesson's exercises share.
///
/// # Errors
/// No exercise has that name, or a copy or a file cannot be written. A file whose copy failed is not touched.
pub(crate) fn run(visit: &mut Visit<'_>, id: &str) -> anyhow::Result<Exit> {
    let course = &visit.course;
    let exercise = select::exercise(course, id)?;
    let pristine = Pristine::load(&course.root)?;
    let mut files = pristine.of_exercise(exercise);
    if files.is_empty() {
        return Err(Misuse(format!(
            "{} was not handed out, so it has no start",
            exercise.id
        ))
        .into());
    }
    files.extend(pristine.shared(course, &exercise.id.lesson));
    let below = Path::new(&exercise.id.lesson).join(&exercise.id.name);
    let restored = restore(&course.root, &pristine, &below, files)?;
    let text = report::reset::reset(visit.page(), &exercise.id, &restored);
    visit.terminal.print(&text)?;
    Ok(Exit::Solved)
}

/// Puts back what the course cannot be read without: a missing `lesson.toml`, or all of them when one is damaged.
/// Gives a sentence for each.
///
/// # Errors
/// As [`run`].
pub(crate) fn mend(root: &Path) -> anyhow::Result<Vec<String>> {
    let pristine = Pristine::load(root)?;
    let mut manifests = pristine.manifests();
    if Course::load(root).is_ok() {
        manifests.retain(|path| pristine.change(root, path) == Some(Change::Missing));
    }
    let restored = restore(root, &pristine, Path::new("lesson.toml"), manifests)?;
    let sentence = |file: Restored| match file.copy {
        Some(copy) => format!("{} is put back; yours is kept as {copy}", file.path),
        None => format!("{} was missing and is put back", file.path),
    };
    Ok(restored.into_iter().map(sentence).collect())
}

/// Puts the changed ones of `files` back, and keeps copies in a new folder below `.progress/replaced`.
fn restore(
    root: &Path,
    pristine: &Pristine,
    below: &Path,
    files: Vec<&str>,
) -> anyhow::Result<Vec<Restored>> {
    let copies = free_folder(&paths::kept(root).join("replaced").join(below));
    let mut restored = Vec::new();
    for path in files {
        let copy = match pristine.change(root, path) {
            None => continue,
            Some(Change::Missing) => None,
            Some(Change::Altered) => Some(keep(root, path, &copies)?),
        };
        let text = pristine.text(path).unwrap_or_default();
        disk::replace(&root.join(path), text.as_bytes())?;
        restored.push(Restored {
            path: path.to_owned(),
            copy: copy.map(|copy| paths::shown(root, &copy).to_string()),
        });
    }
    Ok(restored)
}

/// `folder/3` when 1 and 2 are taken: one folder a reset, so that no copy ever replaces another.
fn free_folder(folder: &Path) -> PathBuf {
    let mut numbered = (1_u32..).map(|number| folder.join(number.to_string()));
    let free = numbered.find(|folder| !folder.exists());
    free.unwrap_or_else(|| folder.to_path_buf())
}

/// Copies bytes, so that a file that is no text is kept too.
fn keep(root: &Path, path: &str, copies: &Path) -> anyhow::Result<PathBuf> {
    let below = path.strip_prefix("exercises/").unwrap_or(path);
    let copy = copies.join(below);
    let folder = copy.parent().unwrap_or(copies);
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::copy(root.join(path), &copy).with_context(|| {
        format!(
            "cannot copy {path} to {}; it is left as it is",
            copy.display()
        )
    })?;
    Ok(copy)
}
