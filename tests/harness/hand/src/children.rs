//! Who was started by this process and never waited for.

use std::path::Path;
use std::{fs, process};

/// How many processes this one has started and not waited for, whether they run or have ended. Where there is no `/proc`
/// nobody is found.
pub(crate) fn not_waited_for() -> usize {
    let Ok(processes) = fs::read_dir("/proc") else {
        return 0;
    };
    let parents = processes.flatten().filter_map(|each| parent(&each.path()));
    parents.filter(|parent| *parent == process::id()).count()
}

/// The second field behind the name (proc_pid_stat(5)); the name stands in brackets, and may contain brackets.
fn parent(folder: &Path) -> Option<u32> {
    let stat = fs::read_to_string(folder.join("stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    fields.split_whitespace().nth(1)?.parse().ok()
}
