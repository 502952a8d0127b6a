//! `interleave_or_overlap`: in turn on one thread, or at the same time on several, and a picture of both.

use harness::prelude::*;
use std::collections::HashSet;
use std::sync::Mutex;
use std::thread;
use threads::interleave_or_overlap as real;
use threads_model::interleave_or_overlap::{interleaved, overlapped};

#[test]
#[claim(snapshot)]
fn tasks_in_turn_look_like_stairs() {
    let log = within("3 tasks in turn", || real::interleaved(3, 3, |_, _| ()));
    let picture = real::timeline(3, &log);
    assert_snapshot!(picture, @"
    task 0 | 0..1..2..
    task 1 | .0..1..2.
    task 2 | ..0..1..2
    ");
}

#[test]
#[claim(snapshot)]
fn any_log_can_be_drawn() {
    let log = [(1, 0), (1, 1), (0, 0), (1, 12), (2, 0), (0, 1)];
    assert_snapshot!(real::timeline(4, &log), @"
    task 0 | ..0..1
    task 1 | 01.2..
    task 2 | ....0.
    task 3 | ......
    ");
}

#[test]
#[claim(value)]
fn in_turn_means_on_this_thread() {
    let threads = within("tasks in turn", || {
        let seen = Mutex::new(HashSet::new());
        let this = thread::current().id();
        real::interleaved(3, 4, |_, _| {
            seen.lock().unwrap().insert(thread::current().id());
        });
        let seen = seen.into_inner().unwrap();
        (seen.len(), seen.contains(&this))
    });
    expect!(
        threads == (1, true),
        WrongResult,
        "interleaved must do all steps on the thread that calls it; {} threads did them",
        threads.0
    );
}

#[test]
#[claim(every_interleaving)]
fn in_turn_never_two_at_once() {
    every_interleaving(|| {
        let inside = Gauge::new();
        let log = interleaved(2, 2, |_, _| drop(inside.enter()));
        (inside.peak(), log)
    })
    .because("2 tasks of 2 steps take turns: 1 step at a time, in one order.")
    .is("{(1, [(0, 0), (1, 0), (0, 1), (1, 1)])}");
}

#[test]
#[claim(every_interleaving)]
fn overlapping_tasks_do_all_their_steps_in_order() {
    every_interleaving(|| {
        let log = overlapped(2, 2, |_, _| ());
        let steps_of = |task| {
            log.iter()
                .filter(|s| s.0 == task)
                .map(|s| s.1)
                .collect::<Vec<_>>()
        };
        (log.len(), steps_of(0), steps_of(1))
    })
    .because("2 tasks of 2 steps: 4 steps in the log, and each task's own steps in order.")
    .is("{(4, [0, 1], [0, 1])}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn overlapping_tasks_are_inside_at_the_same_time() {
    every_interleaving(|| {
        let together = Rendezvous::new(3);
        overlapped(3, 1, |_, _| together.arrive()).len()
    })
    .deadlock_means(
        Verdict::Serial,
        "3 tasks must be at work at the same moment. Here one has to finish its step before another can begin.",
    )
    .is("{3}");
}

#[test]
#[claim(together)]
fn four_real_tasks_are_inside_at_the_same_time() {
    let picture = within("4 tasks to meet in every step", || {
        let meetings: Vec<Meeting> = (0..2).map(|_| Meeting::new(4, "tasks")).collect();
        let log = real::overlapped(4, 2, |_, step| meetings[step].arrive());
        meetings.iter().for_each(Meeting::check);
        real::timeline(4, &log)
    });
    let columns: Vec<usize> = picture.lines().map(|line| line.len()).collect();
    expect!(
        columns == [17; 4],
        WrongResult,
        "4 tasks of 2 steps are 4 lines of 8 columns; the picture has another size"
    );
}
