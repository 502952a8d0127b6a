//! Puts together what several machines have graded.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::bail;

use super::class;
use super::output::{Done, Failed, Output};
use super::record::Grade;
use super::shard::Shard;
use super::similarity::Gathered;
use crate::course::Course;
use crate::exit::{Exit, Misuse};
use crate::terminal::Terminal;

/// Writes `grades.jsonl` and the reports from all `of` shards below `out`.
///
/// # Errors
/// A file cannot be read or written, or two shards do not agree on a submission.
pub(crate) fn merge(
    course: &Course,
    out: &Path,
    of: u32,
    terminal: &Terminal,
) -> anyhow::Result<Exit> {
    if !out.is_dir() {
        let dir = out.display();
        return Err(Misuse(format!(
            "{dir} is no folder\nname the one that the shards were graded into"
        ))
        .into());
    }
    let (mut grades, mut failed, mut missing) = (BTreeMap::new(), Vec::new(), Vec::new());
    let mut gathered = Gathered::new(out)?;
    for shard in Shard::all(of) {
        let output = Output::of(out, Some(shard));
        match output.whole()? {
            Some(part) => {
                add(&mut grades, part.grades)?;
                gathered.add_written(&output.prints())?;
                failed.extend(part.trailer.failed);
            }
            None => missing.push(shard.number.to_string()),
        }
    }
    if !missing.is_empty() {
        terminal.note(&format!(
            "{} of {of} shards are missing or cut off; grade these again, then merge:\n",
            missing.len()
        ));
        // As `sbatch --array` and its like take it.
        terminal.print(&format!("{}\n", missing.join(",")))?;
        return Ok(Exit::Broken);
    }
    let done = Done {
        grades: grades.into_values().collect(),
        failed,
        gathered,
    };
    class::finish(course, &Output::of(out, None), &done, terminal)
}

fn add(all: &mut BTreeMap<String, Grade>, grades: Vec<Grade>) -> anyhow::Result<()> {
    for grade in grades {
        let id = grade.id.clone();
        if let Some(other) = all.get(&id).filter(|other| **other != grade) {
            bail!(
                "two shards hold different grades of `{}`; grade it again in one of them",
                other.id
            );
        }
        all.insert(id, grade);
    }
    Ok(())
}

/// Says whose submissions could not be graded.
pub(crate) fn name(failed: &[Failed], terminal: &Terminal) {
    for Failed { id, why } in failed {
        terminal.note(&format!("{id} could not be graded: {why}\n"));
    }
}
