//! The kitchen of `right_tool`, played through once more and in another way, since a learner's file may be changed.

/// What lies between tasks and workers.
#[derive(Clone, Copy)]
pub(crate) struct Costs {
    pub(crate) workers: usize,
    /// Each worker has a Gil of its own.
    pub(crate) own_gils: bool,
    /// Ticks of computing before a worker's first task.
    pub(crate) start: u64,
    /// Ticks of computing for each piece of a task's data.
    pub(crate) send: u64,
}

impl Default for Costs {
    fn default() -> Self {
        Costs {
            workers: 1,
            own_gils: false,
            start: 0,
            send: 0,
        }
    }
}

/// Ticks until all `tasks` (compute, wait, data) are done. A worker is a row of ticks: `true` where it computes.
pub(crate) fn by_hand(cores: usize, costs: Costs, tasks: &[(u64, u64, u64)]) -> u64 {
    let mut rows: Vec<(usize, Vec<bool>)> = (0..costs.workers)
        .map(|number| (number, vec![true; costs.start as usize]))
        .collect();
    for (number, (compute, wait, data)) in tasks.iter().enumerate() {
        let row = &mut rows[number % costs.workers].1;
        row.extend(vec![true; (data * costs.send + compute) as usize]);
        row.extend(vec![false; *wait as usize]);
    }
    // The next tick of each row is its last one.
    rows.iter_mut().for_each(|(_, row)| row.reverse());
    let mut ticks = 0;
    loop {
        rows.retain(|(_, row)| !row.is_empty());
        if rows.is_empty() {
            return ticks;
        }
        let mut computing = Vec::new();
        for (number, row) in &mut rows {
            let gil = if costs.own_gils { *number } else { 0 };
            if row.last() == Some(&true) {
                if computing.len() == cores || computing.contains(&gil) {
                    continue;
                }
                computing.push(gil);
            }
            row.pop();
        }
        rows.rotate_left(1);
        ticks += 1;
    }
}
