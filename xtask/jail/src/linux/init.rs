//! Process 1 of the sandbox: lets the program take its turns, one after the other. When it ends, the kernel ends all that is
//! left.

use std::env;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, ensure};
use rustix::process::{DumpableBehavior, set_dumpable_behavior, setsid};

use super::turn::Seat;
use super::{descriptors, lineage, report, signals};
use crate::plan::{self, Ending, Plan};
use crate::room::INPUT;

/// Lets the plan's program take all its turns, each to its end or to the deadline, and reports after each.
///
/// # Errors
/// Nobody listens to the report any more.
pub(super) fn run(plan: &Plan) -> anyhow::Result<()> {
    let args: Vec<String> = env::args().skip(2).collect();
    let [tell, outer, site] = &args[..] else {
        anyhow::bail!("process 1 was not told whom to report to");
    };
    let mut pipe = descriptors::reopen(tell)?;
    descriptors::close_all_but(Some(&pipe))?;
    lineage::die_with(
        outer
            .parse()
            .context("process 1 was not told who its parent is")?,
    )?;
    match set_apart().and_then(|()| inputs(plan)) {
        Ok(inputs) => take_turns(plan, Path::new(site), &inputs, &mut pipe),
        Err(error) => report::send_end(&mut pipe, Ending::Failed(format!("{error:#}"))),
    }
}

fn set_apart() -> anyhow::Result<()> {
    // A session of its own: who signals its whole group from inside reaches nobody outside.
    setsid().context("failed to make a session")?;
    // The program may send signals to process 1. Those that nobody handles the kernel keeps from it; Rust's library
    // handles some, so that it would die of them.
    signals::block().context("failed to block signals in process 1")?;
    // Nobody inside may trace this process or look into it.
    set_dumpable_behavior(DumpableBehavior::NotDumpable).context("failed to close process 1")
}

/// What each turn finds on its standard input. All of it is here before the first program is, so none reads another's.
fn inputs(plan: &Plan) -> anyhow::Result<Vec<Vec<u8>>> {
    let mut all = Vec::new();
    io::stdin()
        .read_to_end(&mut all)
        .context("failed to read what the programs find on their standard input")?;
    let mut rest = &all[..];
    let mut share = |bytes: usize| {
        ensure!(
            bytes <= INPUT && bytes <= rest.len(),
            "{bytes} bytes are no share of the {} that are left on standard input",
            rest.len()
        );
        let (own, others) = rest.split_at(bytes);
        rest = others;
        Ok(own.to_vec())
    };
    plan.turns.iter().map(|turn| share(turn.input)).collect()
}

fn take_turns(plan: &Plan, site: &Path, inputs: &[Vec<u8>], pipe: &mut File) -> anyhow::Result<()> {
    let mut endings = Vec::new();
    for (turn, input) in plan.turns.iter().zip(inputs) {
        if plan::is_over(&endings, plan.patience) {
            break;
        }
        let seat = Seat { plan, site, turn };
        let ending = seat
            .take(input, pipe)
            .unwrap_or_else(|error| Ending::Failed(format!("{error:#}")));
        endings.push(ending.clone());
        report::send_end(pipe, ending)?;
    }
    Ok(())
}
