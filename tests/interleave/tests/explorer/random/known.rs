//! Programs in which an outcome was lost once, kept for ever.

use super::assert_nothing_is_lost;
use super::program::Channel::Unbounded;
use super::program::Instr::*;
use super::program::Program;

fn main(main: Vec<super::program::Instr>) -> Program {
    Program {
        channel: Unbounded,
        spurious: 0,
        main,
    }
}

/// A thread that yields waits for steps of the others, so what it did *before* the yield does not commute with them.
#[test]
fn the_operation_before_a_yield() {
    assert_nothing_is_lost(&main(vec![
        Spawn(vec![Lock(1, vec![]), Yield]),
        Scope(vec![vec![], vec![]]),
        IsFinished,
    ]));
}

/// The end of the body cuts the others off, so its last operation does not commute with an operation after which
/// another thread panics.
#[test]
fn a_panic_that_the_end_of_the_body_forestalls() {
    assert_nothing_is_lost(&main(vec![
        Detach(vec![Access(1)]),
        Lock(0, vec![Access(1)]),
    ]));
    assert_nothing_is_lost(&main(vec![
        Spawn(vec![Spawn(vec![]), Panic]),
        Lock(1, vec![Panic]),
    ]));
}
