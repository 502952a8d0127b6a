//! Puts together what several machines have graded.

use std::path::Path;

use anyhow::bail;

use super::class;
use super::ground::Ground;
use super::output::{Done, Failed, Output};
use super::record::Grade;
use super::shard::Shard;
use super::similarity::Gathered;
use super::sorted::Sorted;
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
    let (mut failed, mut missing) = (Vec::new(), Vec::new());
    let mut first: Option<(Shard, Ground)> = None;
    let (mut grades, mut gathered) = (Sorted::new(out)?, Gathered::new(out)?);
    for shard in Shard::all(of) {
        let output = Output::of(out, Some(shard));
        match output.whole(|grade| add(&mut grades, &grade))? {
            Some(trailer) => {
                gathered.add_written(&output.prints())?;
                failed.extend(trailer.failed);
                match &first {
                    Some(first) => check(out, first, &(shard, trailer.ground))?,
                    None => first = Some((shard, trailer.ground)),
                }
            }
            None => missing.push(shard.number.to_string()),
        }
    }
    let Some((_, ground)) = first.filter(|_| missing.is_empty()) else {
        terminal.note(&format!(
            "{} of {of} shards are missing or cut off; grade these again, then merge:\n",
            missing.len()
        ));
        // As `sbatch --array` and its like take it.
        terminal.print(&format!("{}\n", missing.join(",")))?;
        return Ok(Exit::Broken);
    };
    let done = Done {
        grades,
        failed,
        gathered,
        ground,
    };
    class::finish(course, &Output::of(out, None), &done, terminal)
}

/// Who submits a part again must give the options of the others.
fn check(
    out: &Path,
    (one, then): &(Shard, Ground),
    (other, now): &(Shard, Ground),
) -> anyhow::Result<()> {
    let differences = then.differences_of_parts(now);
    if !differences.is_empty() {
        bail!(
            "shards {one} and {other} were graded under different conditions: {}\nremove the .jsonl and the .journal of one of them from {}, grade it again, then merge",
            differences.join("; "),
            out.join("shards").display()
        );
    }
    Ok(())
}

fn add(all: &mut Sorted, grade: &Grade) -> anyhow::Result<()> {
    if !all.add(grade)? {
        bail!(
            "two shards hold different grades of `{}`; grade it again in one of them",
            grade.id
        );
    }
    Ok(())
}

/// Says whose submissions could not be graded.
pub(crate) fn name(failed: &[Failed], terminal: &Terminal) {
    for Failed { id, why } in failed {
        terminal.note(&format!("{id} could not be graded: {why}\n"));
    }
}
