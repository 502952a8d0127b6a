//! One execution of the body.

use crate::runtime::{Abort, Rt, active, enter, leave};
use crate::spawn::{Slot, main_of};
use crate::strategy::Strategy;
use crate::unwinding::{install_hook, message};
use crate::{coroutine, overflow, watchdog};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// How one execution ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The body returned.
    Returned,
    /// The body panicked.
    Panicked(String),
    /// Nobody could go on.
    Deadlock,
    /// The step limit was reached.
    Livelock,
    /// Cut off as equivalent to an earlier one.
    Pruned,
    /// It did not repeat what an earlier one did under the same choices.
    Nondeterministic(String),
}

/// The limits of an execution.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) max_steps: usize,
    pub(crate) spurious: u32,
}

/// Runs `body` once under the given strategy. Returns the state afterwards and how it ended.
///
/// # Panics
/// Inside an execution: explorations do not nest.
pub(crate) fn execute(
    strategy: Strategy,
    limits: Limits,
    record: bool,
    body: &dyn Fn(),
) -> (Box<Rt>, Ending) {
    static EPOCH: AtomicU64 = AtomicU64::new(1);
    assert!(!active(), "explorations do not nest");
    install_hook();
    overflow::install_handler();
    let watched = watchdog::watch();
    let epoch = EPOCH.fetch_add(1, Relaxed);
    enter(Box::new(Rt::new(
        epoch,
        strategy,
        limits.max_steps,
        limits.spurious,
        record,
    )));
    let slot: Slot<()> = Slot::default();
    coroutine::run(main_of(0, body, slot.clone()));
    let rt = leave();
    drop(watched);
    let returned = slot.take();
    let ending = match (rt.abort.clone(), returned) {
        (Some(Abort::Nondeterministic(why)), _) => Ending::Nondeterministic(why),
        (Some(Abort::Pruned), _) => Ending::Pruned,
        (Some(Abort::Livelock), _) => Ending::Livelock,
        (Some(Abort::Deadlock), _) => Ending::Deadlock,
        (_, Some(Ok(()))) => Ending::Returned,
        (_, Some(Err(payload))) => Ending::Panicked(message(&*payload)),
        (_, None) => unreachable!("the body neither returned nor panicked"),
    };
    (rt, ending)
}
