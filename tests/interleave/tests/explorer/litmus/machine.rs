//! Two implementations of one memory model, behind one trait.

use std::sync::Arc;
use std::sync::atomic::Ordering::{self, AcqRel, Relaxed};

use super::program::{Access, Threads};

/// What each thread logged, then the final values.
pub(crate) type Logs = Vec<Vec<u32>>;

/// Atomics, fences and threads.
pub(crate) trait Machine: 'static {
    type Atomic: Send + Sync;
    fn atomic() -> Self::Atomic;
    fn load(atomic: &Self::Atomic, ordering: Ordering) -> u32;
    fn store(atomic: &Self::Atomic, value: u32, ordering: Ordering);
    fn add(atomic: &Self::Atomic, value: u32, ordering: Ordering) -> u32;
    fn set_zero(atomic: &Self::Atomic, value: u32) -> u32;
    fn fence(ordering: Ordering);
    /// Starts a thread; calling what is returned joins it.
    fn spawn(task: impl FnOnce() -> Vec<u32> + Send + 'static) -> impl FnOnce() -> Vec<u32>;
}

/// Runs the program once.
pub(crate) fn run<M: Machine>(threads: &Threads) -> Logs {
    let atomics = Arc::new([M::atomic(), M::atomic()]);
    let start = |thread: &Vec<Access>| {
        let (atomics, thread) = (Arc::clone(&atomics), thread.clone());
        M::spawn(move || {
            thread
                .iter()
                .filter_map(|access| perform::<M>(&atomics, *access))
                .collect()
        })
    };
    let joins: Vec<_> = threads.iter().map(start).collect();
    let mut logs: Logs = joins.into_iter().map(|join| join()).collect();
    logs.push(
        atomics
            .iter()
            .map(|atomic| M::load(atomic, Relaxed))
            .collect(),
    );
    logs
}

fn perform<M: Machine>(atomics: &[M::Atomic; 2], access: Access) -> Option<u32> {
    match access {
        Access::Load(atomic, ordering) => Some(M::load(&atomics[atomic], ordering)),
        Access::Add(atomic, value, ordering) => Some(M::add(&atomics[atomic], value, ordering)),
        Access::SetZero(atomic, value) => Some(M::set_zero(&atomics[atomic], value)),
        Access::Store(atomic, value, ordering) => {
            M::store(&atomics[atomic], value, ordering);
            None
        }
        Access::Fence(ordering) => {
            M::fence(ordering);
            None
        }
    }
}

/// Both crates have the API of std, so both implementations read the same.
macro_rules! machine {
    ($(#[$doc:meta])* $name:ident, $atomic:path, $fence:path, $spawn:path) => {
        $(#[$doc])*
        pub(crate) struct $name;

        impl Machine for $name {
            type Atomic = $atomic;
            fn atomic() -> Self::Atomic {
                <$atomic>::new(0)
            }
            fn load(atomic: &Self::Atomic, ordering: Ordering) -> u32 {
                atomic.load(ordering)
            }
            fn store(atomic: &Self::Atomic, value: u32, ordering: Ordering) {
                atomic.store(value, ordering);
            }
            fn add(atomic: &Self::Atomic, value: u32, ordering: Ordering) -> u32 {
                atomic.fetch_add(value, ordering)
            }
            fn set_zero(atomic: &Self::Atomic, value: u32) -> u32 {
                atomic.compare_exchange(0, value, AcqRel, Relaxed).unwrap_or_else(|found| found)
            }
            fn fence(ordering: Ordering) {
                $fence(ordering);
            }
            fn spawn(task: impl FnOnce() -> Vec<u32> + Send + 'static) -> impl FnOnce() -> Vec<u32> {
                let handle = $spawn(task);
                move || handle.join().unwrap()
            }
        }
    };
}

machine!(
    /// The explorer.
    Explored,
    interleave_std::sync::atomic::AtomicU32,
    interleave_std::sync::atomic::fence,
    interleave_std::thread::spawn
);
machine!(
    /// loom.
    Loom,
    loom::sync::atomic::AtomicU32,
    loom::sync::atomic::fence,
    loom::thread::spawn
);
