//! The stories that learners get stuck in, at several widths.

use interleave::schedule::{Action, Place, Schedule, Style, Waits};

use crate::build::{Build, WIDE, lock, place, read, schedule, write};

fn narrow(width: usize) -> Style {
    Style {
        width,
        unicode: true,
    }
}

/// Two threads load, then store.
fn lost_update() -> Schedule {
    let mut s = schedule(&["", "", ""], "1");
    let spawn = place("counter.rs", 14, "thread::spawn(move || {");
    let load = place("counter.rs", 16, "let seen = count.load(Ordering::SeqCst);");
    let store = place("counter.rs", 17, "count.store(seen + 1, Ordering::SeqCst);");
    let join = place("counter.rs", 22, "handle.join().unwrap();");
    let last = place("counter.rs", 24, "count.load(Ordering::SeqCst)");
    let count = s.shared("AtomicU64", "count", place("counter.rs", 10, ""));
    s.step(0, Action::Spawn { thread: 1 }, &spawn);
    s.step(0, Action::Spawn { thread: 2 }, &spawn);
    s.step(1, read(count, 0), &load);
    s.preempting(2, read(count, 0), &load);
    s.step(2, write(count, 0, 1), &store);
    s.step(1, write(count, 1, 1), &store);
    s.step(0, Action::Join { thread: 1 }, &join);
    s.step(0, Action::Join { thread: 2 }, &join);
    s.step(0, read(count, 1), &last);
    s.executions = 14;
    s
}

/// Each philosopher takes the left fork.
fn philosophers(names: [&str; 3]) -> Schedule {
    let mut s = schedule(&["", names[0], names[1], names[2]], "deadlock");
    let left = place(
        "philosophers.rs",
        31,
        "let _left = forks[seat].lock().unwrap();",
    );
    let right = place(
        "philosophers.rs",
        32,
        "let _right = forks[(seat + 1) % forks.len()].lock().unwrap();",
    );
    let spawn = place("philosophers.rs", 20, "scope.spawn(|| dine(&forks, seat));");
    let forks: Vec<usize> = (0..3)
        .map(|i| {
            s.shared(
                "Mutex",
                &format!("forks#{}", i + 1),
                place("philosophers.rs", 18, ""),
            )
        })
        .collect();
    for thread in 1..4 {
        s.step(0, Action::Spawn { thread }, &spawn);
    }
    s.step(1, lock(forks[0]), &left);
    s.preempting(2, lock(forks[1]), &left);
    s.preempting(3, lock(forks[2]), &left);
    s.stuck(
        0,
        &[],
        Waits::Thread { thread: 1 },
        &place("philosophers.rs", 19, ""),
    );
    for i in 0..3 {
        let waits = Waits::Lock {
            object: forks[(i + 1) % 3],
            owners: vec![(i + 1) % 3 + 1],
        };
        s.stuck(i + 1, &[(forks[i], &left)], waits, &right);
    }
    s.executions = 37;
    s
}

/// The gate opens between the look and the wait.
fn lost_wake_up() -> Schedule {
    let mut s = schedule(&["", "waiter"], "deadlock");
    let look = place("gate.rs", 14, "if !*self.open.lock().unwrap() {");
    let again = place("gate.rs", 15, "let guard = self.open.lock().unwrap();");
    let wait = place("gate.rs", 16, "drop(self.opened.wait(guard).unwrap());");
    let set = place("gate.rs", 20, "*self.open.lock().unwrap() = true;");
    let notify = place("gate.rs", 21, "self.opened.notify_all();");
    let open = s.shared("Mutex", "open", place("gate.rs", 8, ""));
    let opened = s.shared("Condvar", "opened", place("gate.rs", 9, ""));
    s.step(
        0,
        Action::Spawn { thread: 1 },
        &place(
            "gate.rs",
            33,
            "let waiter = spawn(\"waiter\", || gate.pass());",
        ),
    );
    s.preempting(1, lock(open), &look);
    s.step(1, Action::Unlock { object: open }, &look);
    s.preempting(0, lock(open), &set);
    s.step(0, Action::Unlock { object: open }, &set);
    s.step(
        0,
        Action::Notify {
            condvar: opened,
            all: true,
            woken: vec![],
        },
        &notify,
    );
    s.step(1, lock(open), &again);
    s.step(
        1,
        Action::Wait {
            condvar: opened,
            mutex: open,
        },
        &wait,
    );
    s.stuck(
        0,
        &[],
        Waits::Thread { thread: 1 },
        &place("gate.rs", 35, ""),
    );
    s.stuck(1, &[], Waits::Notification { condvar: opened }, &wait);
    s
}

/// As many threads as asked for, each adding one and printing.
fn crowd(threads: usize) -> Schedule {
    let mut s = schedule(
        &vec![""; threads + 1],
        "panic: index out of bounds: the len is 0 but the index is 0",
    );
    let add = place("crowd.rs", 9, "*total.lock().unwrap() += price(customer);");
    let total = s.shared("Mutex", "total", place("crowd.rs", 5, ""));
    for thread in 1..=threads {
        s.step(
            0,
            Action::Spawn { thread },
            &place("crowd.rs", 7, "scope.spawn(|| {"),
        );
    }
    for thread in 1..=threads {
        s.step(thread, lock(total), &add);
        s.step(thread, Action::Unlock { object: total }, &Place::default());
        s.step(
            thread,
            Action::Remark(format!("prints \"customer {thread} paid\"")),
            &Place::default(),
        );
    }
    s.step(
        0,
        Action::Panic("index out of bounds: the len is 0 but the index is 0".to_owned()),
        &Place::default(),
    );
    s
}

/// Two threads that give way to each other for ever. Reading anew what does not change makes a cycle.
fn livelock(reads: impl Fn(u32) -> u32) -> Schedule {
    let mut s = schedule(&["", "left", "right"], "livelock");
    let polite = s.shared("AtomicU64", "polite", place("polite.rs", 4, ""));
    let turn = place(
        "polite.rs",
        12,
        "while polite.load(Ordering::SeqCst) < limit {",
    );
    for step in 0..2000 {
        s.step(1 + step as usize / 4 % 2, read(polite, reads(step)), &turn);
    }
    s.cut = true;
    s.notes
        .push("stopped after 2000 steps: the program may never end".to_owned());
    s
}

/// A thread has to wait in the middle of the story.
fn blocked() -> Schedule {
    let mut s = schedule(&["", "", ""], "5");
    let line = place(
        "till.rs",
        7,
        "    let mut till = till.lock().unwrap(); // counts the coins of the day, then those of the night",
    );
    let line = Place { column: 25, ..line };
    let till = s.shared("Mutex", "till", place("till.rs", 3, ""));
    s.step(1, lock(till), &line);
    s.step(
        2,
        Action::Blocked(Waits::Lock {
            object: till,
            owners: vec![1],
        }),
        &line,
    );
    s.step(1, Action::Unlock { object: till }, &Place::default());
    s.step(2, lock(till), &line);
    s
}

#[test]
fn a_lost_update_shows_both_reads_and_what_they_led_to() {
    insta::assert_snapshot!(lost_update().render(WIDE));
}

#[test]
fn a_deadlock_says_who_holds_what_and_waits_for_whom() {
    insta::assert_snapshot!(philosophers(["ann", "bob", "cid"]).render(WIDE));
}

#[test]
fn a_lost_wake_up_shows_the_notification_that_nobody_heard() {
    insta::assert_snapshot!(lost_wake_up().render(WIDE));
}

#[test]
fn six_threads_fit_in_eighty_columns() {
    insta::assert_snapshot!(crowd(6).render(WIDE));
}

#[test]
fn forty_columns_still_hold_two_threads() {
    insta::assert_snapshot!(lost_wake_up().render(narrow(40)));
}

#[test]
fn without_room_for_columns_each_step_is_a_line() {
    insta::assert_snapshot!(philosophers(["ann", "bob", "cid"]).render(narrow(40)));
}

#[test]
fn twenty_columns_wrap_each_step() {
    insta::assert_snapshot!(lost_wake_up().render(narrow(20)));
}

#[test]
fn a_terminal_without_unicode_gets_ascii() {
    let text = lost_update().render(Style {
        width: 80,
        unicode: false,
    });
    assert!(text.is_ascii());
    insta::assert_snapshot!(text);
}

#[test]
fn wide_characters_keep_the_columns_aligned() {
    insta::assert_snapshot!(philosophers(["孔子", "孟子", "老子"]).render(narrow(120)));
}

#[test]
fn a_panic_is_shown_where_it_happened() {
    insta::assert_snapshot!(crowd(2).render(WIDE));
}

#[test]
fn a_livelock_shows_its_last_steps_and_counts_the_others() {
    insta::assert_snapshot!(livelock(|step| step).render(WIDE));
}

#[test]
fn a_livelock_that_repeats_itself_shows_one_round() {
    insta::assert_snapshot!(livelock(|_| 1).render(WIDE));
}

#[test]
fn a_thread_that_has_to_wait_says_for_what() {
    insta::assert_snapshot!(blocked().render(WIDE));
}

#[test]
fn without_its_source_a_step_still_says_where_it_is() {
    let mut s = lost_update();
    for place in s.steps.iter_mut().filter_map(|step| step.place.as_mut()) {
        place.text.clear();
    }
    insta::assert_snapshot!(s.render(WIDE));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let stories = [
        lost_update(),
        philosophers(["ann", "孟子", "a rather long name of a thread"]),
        lost_wake_up(),
        livelock(|step| step),
        blocked(),
    ];
    for story in stories.into_iter().chain((1..9).map(crowd)) {
        for width in [20, 40, 60, 80, 132] {
            for line in story.render(narrow(width)).lines() {
                assert!(
                    unicode_width::UnicodeWidthStr::width(line) <= width,
                    "{width} columns: {line}"
                );
            }
        }
    }
}

#[test]
fn the_environment_decides_width_and_characters() {
    let style = |vars: &[(&str, &str)]| {
        Style::from_vars(|name| vars.iter().find(|v| v.0 == name).map(|v| v.1.to_owned()))
    };
    assert_eq!(
        style(&[("COLUMNS", "100"), ("LANG", "en_GB.UTF-8")]),
        Style {
            width: 100,
            unicode: true
        }
    );
    assert_eq!(
        style(&[
            ("COLUMNS", "100"),
            ("INTERLEAVE_WIDTH", "60"),
            ("LANG", "C.utf8")
        ]),
        Style {
            width: 60,
            unicode: true
        }
    );
    assert_eq!(
        style(&[("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")]),
        Style {
            width: 80,
            unicode: false
        }
    );
    assert_eq!(
        style(&[("COLUMNS", "3"), ("LC_ALL", ""), ("LANG", "de_DE.UTF-8")]),
        Style {
            width: 20,
            unicode: true
        }
    );
}
