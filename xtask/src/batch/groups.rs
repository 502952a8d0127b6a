//! Work where many items need something in common, which is prepared once.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;

/// How much is done at once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Crew {
    /// Items and preparations together.
    pub(crate) all: usize,
    /// Preparations, which are the heavier.
    pub(crate) preparing: usize,
}

/// What is done, and what is to do.
struct Plan<'a, P> {
    group_of: &'a [Option<usize>],
    state: Mutex<State<P>>,
    changed: Condvar,
}

struct State<P> {
    items: BTreeSet<usize>,
    groups: BTreeMap<usize, Group<P>>,
}

enum Group<P> {
    Waiting,
    Preparing,
    /// Nothing when the preparation panicked.
    Ready(Option<Arc<P>>),
}

enum Next<P> {
    Prepare(usize),
    Work(usize, Option<Arc<P>>),
}

/// Does the work for every item, with what was prepared for its group; an item without a group needs nothing. `done` is
/// called on this thread for each item in order, as soon as it and all before it are ready.
pub(crate) fn each<T: Sync, P: Send + Sync, R: Send>(
    items: &[T],
    group_of: &[Option<usize>],
    crew: Crew,
    prepare: impl Fn(usize) -> P + Sync,
    work: impl Fn(&T, Option<&P>) -> R + Sync,
    done: impl FnMut(&T, R),
) {
    let plan = Plan::new(group_of);
    let (ready, results) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..crew.all.clamp(1, items.len().max(1)) {
            let (ready, plan, prepare, work) = (ready.clone(), &plan, &prepare, &work);
            scope.spawn(move || {
                while let Some(next) = plan.next(crew.preparing.max(1)) {
                    match next {
                        // A group must never stay half prepared: others wait for it.
                        Next::Prepare(group) => {
                            plan.prepared(
                                group,
                                catch_unwind(AssertUnwindSafe(|| prepare(group))).ok(),
                            );
                        }
                        Next::Work(at, common) => {
                            let result = work(&items[at], common.as_deref());
                            if ready.send((at, result)).is_err() {
                                return;
                            }
                        }
                    }
                }
            });
        }
        drop(ready);
        super::in_order(items, results, done);
    });
}

impl<'a, P> Plan<'a, P> {
    fn new(group_of: &'a [Option<usize>]) -> Self {
        let groups = group_of.iter().flatten();
        let state = State {
            items: (0..group_of.len()).collect(),
            groups: groups.map(|group| (*group, Group::Waiting)).collect(),
        };
        Self {
            group_of,
            state: Mutex::new(state),
            changed: Condvar::new(),
        }
    }

    /// An item that can be done, in order; else a group to prepare; none when every item is taken.
    fn next(&self, preparing: usize) -> Option<Next<P>> {
        let mut state = self.state();
        loop {
            if state.items.is_empty() {
                return None;
            }
            if let Some((at, common)) = state.item(self.group_of) {
                state.take(at, self.group_of);
                return Some(Next::Work(at, common));
            }
            if let Some(group) = state.group(self.group_of, preparing) {
                state.groups.insert(group, Group::Preparing);
                return Some(Next::Prepare(group));
            }
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn prepared(&self, group: usize, common: Option<P>) {
        let ready = Group::Ready(common.map(Arc::new));
        self.state().groups.insert(group, ready);
        self.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State<P>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<P> State<P> {
    fn item(&self, group_of: &[Option<usize>]) -> Option<(usize, Option<Arc<P>>)> {
        self.items.iter().find_map(|at| match group_of[*at] {
            None => Some((*at, None)),
            Some(group) => match self.groups.get(&group)? {
                Group::Ready(common) => Some((*at, common.clone())),
                Group::Waiting | Group::Preparing => None,
            },
        })
    }

    /// What was prepared goes with the last item that needs it.
    fn take(&mut self, at: usize, group_of: &[Option<usize>]) {
        self.items.remove(&at);
        let group = group_of[at];
        if let Some(group) = group
            && !self
                .items
                .iter()
                .any(|other| group_of[*other] == Some(group))
        {
            self.groups.remove(&group);
        }
    }

    /// The group of the first item that waits for one.
    fn group(&self, group_of: &[Option<usize>], preparing: usize) -> Option<usize> {
        let is_preparing = |group: &&Group<P>| matches!(group, Group::Preparing);
        if self.groups.values().filter(is_preparing).count() >= preparing {
            return None;
        }
        let groups = self.items.iter().filter_map(|at| group_of[*at]);
        groups
            .into_iter()
            .find(|group| matches!(self.groups.get(group), Some(Group::Waiting)))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

    use super::*;

    const CREW: Crew = Crew {
        all: 3,
        preparing: 2,
    };

    #[test]
    fn every_group_is_prepared_once_and_results_come_in_order() {
        let items: Vec<usize> = (0..20).collect();
        let groups: Vec<Option<usize>> = items
            .iter()
            .map(|item| (item % 5 > 0).then_some(item % 3))
            .collect();
        let prepared = AtomicUsize::new(0);
        let prepare = |group: usize| {
            prepared.fetch_add(1, SeqCst);
            group * 100
        };
        let work = |item: &usize, common: Option<&usize>| (*item, common.copied());
        let mut told = Vec::new();
        each(&items, &groups, CREW, prepare, work, |_, result| {
            told.push(result)
        });
        let expected: Vec<_> = items
            .iter()
            .map(|item| (*item, groups[*item].map(|group| group * 100)))
            .collect();
        assert_eq!(told, expected);
        assert_eq!(prepared.into_inner(), 3);
    }

    #[test]
    fn what_was_prepared_is_dropped_after_the_last_item_that_needs_it() {
        static ALIVE: AtomicUsize = AtomicUsize::new(0);
        struct Common;
        impl Drop for Common {
            fn drop(&mut self) {
                ALIVE.fetch_sub(1, SeqCst);
            }
        }
        let items: Vec<usize> = (0..10).collect();
        let groups: Vec<Option<usize>> = items.iter().map(|item| Some(item / 2)).collect();
        let prepare = |_| {
            ALIVE.fetch_add(1, SeqCst);
            Common
        };
        let crew = Crew {
            all: 1,
            preparing: 1,
        };
        let work = |_: &usize, _: Option<&Common>| ALIVE.load(SeqCst);
        each(&items, &groups, crew, prepare, work, |_, alive| {
            assert_eq!(alive, 1);
        });
        assert_eq!(ALIVE.load(SeqCst), 0);
    }

    #[test]
    fn a_preparation_that_panics_holds_nobody_up() {
        let mut told = Vec::new();
        let prepare = |_: usize| -> usize { panic!("it cannot be prepared") };
        each(
            &[1, 2],
            &[Some(0), Some(0)],
            CREW,
            prepare,
            |item: &i32, common| (*item, common.is_some()),
            |_, result| {
                told.push(result);
            },
        );
        assert_eq!(told, [(1, false), (2, false)]);
    }
}
