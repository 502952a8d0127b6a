//! `cargo xtask reset`: an exercise as it was at the start, and a copy of everything that is replaced.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;

use crate::commands::Session;
use crate::course::{Course, Id};
use crate::exit::{Exit, Misuse};
use crate::pristine::{Change, Pristine};
use crate::report::reset::Restored;
use crate::{disk, paths, report, select};

/// Puts back the starter, the tests, and what the lesson's exercises share.
///
/// # Errors
/// No exercise has that name, or a copy or a file cannot be written. A file whose copy failed is not touched.
pub(crate) fn run(session: &mut Session<'_>, id: &str) -> anyhow::Result<Exit> {
    let course = &session.course;
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
    let kept = Kept::new(course, &exercise.id);
    let mut restored = Vec::new();
    for path in files {
        if let Some(change) = pristine.change(&course.root, path) {
            restored.push(restore(course, &pristine, &kept, path, change)?);
        }
    }
    let text = report::reset::reset(session.page(), &exercise.id, &restored);
    session.terminal.print(&text)?;
    Ok(Exit::Solved)
}

fn restore(
    course: &Course,
    pristine: &Pristine,
    kept: &Kept,
    path: &str,
    change: Change,
) -> anyhow::Result<Restored> {
    let file = course.root.join(path);
    let copy = match change {
        Change::Missing => None,
        Change::Altered => Some(kept.keep(course, path)?),
    };
    let text = pristine.text(path).unwrap_or_default();
    disk::replace(&file, text.as_bytes())?;
    Ok(Restored {
        path: path.to_owned(),
        copy: copy.map(|copy| paths::shown(&course.root, &copy).to_string()),
    })
}

/// `.progress/replaced/locks/counter/3`: one numbered folder a reset, so that no copy ever replaces another.
struct Kept {
    folder: PathBuf,
}

impl Kept {
    fn new(course: &Course, id: &Id) -> Self {
        let all = paths::kept(&course.root)
            .join("replaced")
            .join(&id.lesson)
            .join(&id.name);
        let free = (1_u32..).map(|number| all.join(number.to_string()));
        let folder = free.into_iter().find(|folder| !folder.exists());
        Self {
            folder: folder.unwrap_or(all),
        }
    }

    /// Copies bytes, so that a file that is no text is kept too.
    fn keep(&self, course: &Course, path: &str) -> anyhow::Result<PathBuf> {
        let below = path.splitn(3, '/').last().unwrap_or(path);
        let copy = self.folder.join(below);
        let folder = copy.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let copied = fs::copy(course.root.join(path), &copy);
        copied.with_context(|| {
            format!(
                "cannot copy {path} to {}; it is left as it is",
                copy.display()
            )
        })?;
        Ok(copy)
    }
}
