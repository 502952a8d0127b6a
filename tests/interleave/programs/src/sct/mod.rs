//! Bugs that others collected: programs of SCTBench, rewritten for `std` from what they do.
//!
//! SCTBench (Thomson, Donaldson, Betts: *Concurrency testing using schedule bounding: an empirical study*, PPoPP 2014,
//! and *… using controlled schedulers*, ACM TOPC 2016) gathered the buggy programs on which checkers had been tried:
//! the `CS` programs of Cordeiro and Fischer (ICSE 2011), CHESS's work-stealing queue, the string buffer of JDK 1.4.
//! Plain shared variables have become `SeqCst` atomics, since SCTBench, too, explores interleavings only.
//!
//! Each module has `wrong`, in which some interleaving ends in a failed assertion or a deadlock, and `right`, its
//! twin, in which none does. A few bugs show in *every* interleaving; SCTBench has them, so they are here.

pub mod arithmetic_prog;
pub mod circular_buffer;
pub mod deadlock01;
pub mod din_phil;
mod handshake;
pub mod lazy01;
pub mod phase01;
pub mod queue;
pub mod reorder;
pub mod stringbuffer;
pub mod sync01;
pub mod sync02;
pub mod token_ring;
pub mod work_steal_queue;

/// A program with a bug, and the same program without.
#[derive(Clone, Copy)]
pub struct Bug {
    /// SCTBench's name for it.
    pub name: &'static str,
    /// Goes wrong in at least one interleaving.
    pub wrong: fn(),
    /// Goes right in all of them.
    pub right: fn(),
    /// How the bug shows: `deadlock`, or what the failed assertion says.
    pub shows: &'static str,
}

const fn bug(name: &'static str, wrong: fn(), right: fn(), shows: &'static str) -> Bug {
    Bug {
        name,
        wrong,
        right,
        shows,
    }
}

/// The ported programs in the order of SCTBench's tables.
pub const ALL: [Bug; 18] = [
    bug(
        "arithmetic_prog",
        arithmetic_prog::wrong,
        arithmetic_prog::right,
        arithmetic_prog::SHOWS,
    ),
    bug(
        "circular_buffer",
        circular_buffer::wrong,
        circular_buffer::right,
        circular_buffer::SHOWS,
    ),
    bug(
        "deadlock01",
        deadlock01::wrong,
        deadlock01::right,
        "deadlock",
    ),
    bug(
        "din_phil2",
        din_phil::wrong::<2>,
        din_phil::right::<2>,
        din_phil::SHOWS,
    ),
    bug(
        "din_phil3",
        din_phil::wrong::<3>,
        din_phil::right::<3>,
        din_phil::SHOWS,
    ),
    bug(
        "din_phil4",
        din_phil::wrong::<4>,
        din_phil::right::<4>,
        din_phil::SHOWS,
    ),
    bug(
        "din_phil5",
        din_phil::wrong::<5>,
        din_phil::right::<5>,
        din_phil::SHOWS,
    ),
    bug(
        "din_phil6",
        din_phil::wrong::<6>,
        din_phil::right::<6>,
        din_phil::SHOWS,
    ),
    bug("lazy01", lazy01::wrong, lazy01::right, lazy01::SHOWS),
    bug("phase01", phase01::wrong, phase01::right, "deadlock"),
    bug("queue", queue::wrong, queue::right, queue::SHOWS),
    bug(
        "reorder_4",
        reorder::wrong::<3>,
        reorder::right::<3>,
        reorder::SHOWS,
    ),
    bug(
        "reorder_5",
        reorder::wrong::<4>,
        reorder::right::<4>,
        reorder::SHOWS,
    ),
    bug(
        "stringbuffer",
        stringbuffer::wrong,
        stringbuffer::right,
        stringbuffer::SHOWS,
    ),
    bug("sync01", sync01::wrong, sync01::right, "deadlock"),
    bug("sync02", sync02::wrong, sync02::right, "deadlock"),
    bug(
        "token_ring",
        token_ring::wrong,
        token_ring::right,
        token_ring::SHOWS,
    ),
    bug(
        "WorkStealQueue",
        work_steal_queue::wrong,
        work_steal_queue::right,
        work_steal_queue::SHOWS,
    ),
];
