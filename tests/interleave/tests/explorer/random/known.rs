//! Programs in which an outcome was lost once, kept for ever.

use super::assert_nothing_is_lost;
use super::program::Channel::Unbounded;
use super::program::Instr::{self, *};
use super::program::Program;

fn main(main: Vec<Instr>) -> Program {
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

/// A receiver that does not wait sees an empty channel, or one that is not.
#[test]
fn a_send_beside_an_attempt_to_receive() {
    assert_nothing_is_lost(&main(vec![Spawn(vec![Send(7)]), TryReceive]));
    assert_nothing_is_lost(&main(vec![
        Spawn(vec![Select, TryReceiveOn(1)]),
        SendOn(1, 2),
        SendOn(1, 1),
    ]));
}

/// Who comes last to a barrier leads.
#[test]
fn the_leader_of_a_barrier() {
    assert_nothing_is_lost(&main(vec![Spawn(vec![Barrier]), Barrier]));
}

/// To give a write lock up and to keep a read lock is one step, and another writer comes before or after it.
#[test]
fn a_write_beside_a_downgrade() {
    assert_nothing_is_lost(&main(vec![
        Spawn(vec![Downgrade(1, vec![TryRead])]),
        Detach(vec![Write(1, vec![])]),
    ]));
}

/// Two senders to a channel with room for one, and a receiver that would take from either of two channels.
#[test]
fn two_sends_beside_a_select() {
    assert_nothing_is_lost(&main(vec![
        Spawn(vec![SendOn(1, 0)]),
        Spawn(vec![Select]),
        SendOn(1, 1),
    ]));
}
