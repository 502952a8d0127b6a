//! Failures that an implementation is allowed to make for no reason.

use crate::announce::choose;
use crate::runtime::with;

/// Whether a step that may fail without a reason does so now (a weak compare-and-exchange, a steal that lost its race).
///
/// Both answers are explored while the thread's budget, [`Explore::spurious`](crate::Explore::spurious), lasts; each
/// failure takes one from it.
pub fn spurious_failure() -> bool {
    if with(|rt| rt.running().spurious_left == 0) {
        return false;
    }
    let fails = choose(2) == 1;
    if fails {
        with(|rt| rt.running().spurious_left -= 1);
    }
    fails
}
