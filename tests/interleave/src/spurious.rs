//! Failures that an implementation is allowed to make for no reason.

use crate::announce::choose;
use crate::runtime::with;

/// Whether a step that may fail without a reason does so now (a weak compare-and-exchange, a steal that lost its race).
///
/// Both answers are explored while the budget `Explore::spurious` lasts; each failure takes one from it.
pub fn spurious_failure() -> bool {
    if with(|rt| rt.spurious_left == 0 || rt.abort.is_some()) {
        return false;
    }
    let fails = choose(2) == 1;
    if fails {
        with(|rt| rt.spurious_left = rt.spurious_left.saturating_sub(1));
    }
    fails
}
