//! Every outcome that one can think of for a program: any read may have read anything that is ever written.

use std::collections::BTreeSet;

use super::machine::Logs;
use super::program::{Access, Threads};

/// All combinations of what reads can have read and what is there at the end. `None` if there are more than `limit`.
pub(crate) fn candidates(threads: &Threads, limit: usize) -> Option<Vec<Logs>> {
    let values = [0, 1].map(|atomic| values(threads, atomic));
    let mut all = vec![vec![]];
    for thread in threads {
        let reads = thread.iter().filter_map(|access| read_by(*access));
        all = combine(all, &product(reads.map(|atomic| &values[atomic])), limit)?;
    }
    combine(all, &product(values.iter()), limit)
}

/// Whatever the atomic may hold at some time.
fn values(threads: &Threads, atomic: usize) -> BTreeSet<u32> {
    let mut found = BTreeSet::from([0]);
    let accesses = || threads.iter().flatten();
    for access in accesses() {
        match *access {
            Access::Store(on, value, _) | Access::SetZero(on, value) if on == atomic => {
                found.insert(value);
            }
            _ => {}
        }
    }
    for access in accesses() {
        if let Access::Add(on, value, _) = *access
            && on == atomic
        {
            let sums: Vec<_> = found.iter().map(|before| before + value).collect();
            found.extend(sums);
        }
    }
    found
}

fn read_by(access: Access) -> Option<usize> {
    match access {
        Access::Load(atomic, _) | Access::Add(atomic, ..) | Access::SetZero(atomic, _) => {
            Some(atomic)
        }
        Access::Store(..) | Access::Fence(_) => None,
    }
}

/// One value of each set, in all ways.
fn product<'a>(sets: impl Iterator<Item = &'a BTreeSet<u32>>) -> Vec<Vec<u32>> {
    sets.fold(vec![vec![]], |all, set| {
        let with = |log: Vec<u32>| {
            set.iter()
                .map(move |value| [log.as_slice(), &[*value]].concat())
        };
        all.into_iter().flat_map(with).collect()
    })
}

/// Each of `all` followed by each of `next`.
fn combine(all: Vec<Logs>, next: &[Vec<u32>], limit: usize) -> Option<Vec<Logs>> {
    if all.len() * next.len() > limit {
        return None;
    }
    let with = |logs: Logs| {
        next.iter()
            .map(move |log| [logs.as_slice(), &[log.clone()]].concat())
    };
    Some(all.into_iter().flat_map(with).collect())
}
