//! The measured programs by name.

use crate::{
    barrier_rounds, buffer, fetch_add, locked, philosophers, pipeline, pool, racy, rwcache, treiber,
};

/// A program with its parameters.
#[derive(Clone, Copy)]
pub struct Program {
    /// What it is, with its size: `3 x 2 locked increments` is three threads with two increments each.
    pub name: &'static str,
    /// Runs it once; the outcome as `Debug` text.
    pub run: fn() -> String,
    /// Whether the explorer visits all of its interleavings within its default bound of 100,000 executions.
    pub exhaustible: bool,
}

const fn program(name: &'static str, run: fn() -> String) -> Program {
    Program {
        name,
        run,
        exhaustible: true,
    }
}

const fn large(name: &'static str, run: fn() -> String) -> Program {
    Program {
        name,
        run,
        exhaustible: false,
    }
}

/// Every measured program, small ones first within each idea.
pub fn catalogue() -> Vec<Program> {
    [counters(), buffers(), circles(), channels(), lock_free()].concat()
}

fn counters() -> Vec<Program> {
    vec![
        program("2 x 2 locked increments", || show(locked(2, 2))),
        program("2 x 3 locked increments", || show(locked(2, 3))),
        program("3 x 2 locked increments", || show(locked(3, 2))),
        program("3 x 3 locked increments", || show(locked(3, 3))),
        program("4 x 2 locked increments", || show(locked(4, 2))),
        program("2 x 2 load and store", || show(racy(2, 2))),
        program("2 x 3 load and store", || show(racy(2, 3))),
        program("3 x 2 load and store", || show(racy(3, 2))),
        large("3 x 3 load and store", || show(racy(3, 3))),
        program("3 x 2 fetch_add", || show(fetch_add(3, 2))),
    ]
}

fn buffers() -> Vec<Program> {
    vec![
        program("buffer of 1, 2 producers x 1", || show(buffer(2, 1, 1))),
        program("buffer of 1, 2 producers x 2", || show(buffer(2, 2, 1))),
        program("buffer of 2, 2 producers x 2", || show(buffer(2, 2, 2))),
        large("buffer of 1, 3 producers x 1", || show(buffer(3, 1, 1))),
        large("buffer of 1, 2 producers x 3", || show(buffer(2, 3, 1))),
    ]
}

fn circles() -> Vec<Program> {
    vec![
        program("3 philosophers", || show(philosophers(3, false))),
        program("3 philosophers, ordered", || show(philosophers(3, true))),
        program("4 philosophers", || show(philosophers(4, false))),
        program("5 philosophers", || show(philosophers(5, false))),
        program("7 philosophers", || show(philosophers(7, false))),
        program("barrier, 2 threads x 2 rounds", || {
            show(barrier_rounds(2, 2))
        }),
        program("barrier, 3 threads x 1 round", || {
            show(barrier_rounds(3, 1))
        }),
        large("barrier, 3 threads x 2 rounds", || {
            show(barrier_rounds(3, 2))
        }),
        program("cache, 3 threads", || show(rwcache(3))),
        program("cache, 4 threads", || show(rwcache(4))),
    ]
}

fn channels() -> Vec<Program> {
    vec![
        program("pipeline, 3 items", || show(pipeline(3))),
        program("pool, 2 workers x 2 jobs", || show(pool(2, 2))),
        program("pool, 2 workers x 3 jobs", || show(pool(2, 3))),
        program("pool, 3 workers x 3 jobs", || show(pool(3, 3))),
    ]
}

fn lock_free() -> Vec<Program> {
    vec![
        program("Treiber stack, 2 threads x 1", || show(treiber(2, 1))),
        large("Treiber stack, 2 threads x 2", || show(treiber(2, 2))),
        large("Treiber stack, 3 threads x 1", || show(treiber(3, 1))),
    ]
}

fn show(outcome: impl std::fmt::Debug) -> String {
    format!("{outcome:?}")
}
