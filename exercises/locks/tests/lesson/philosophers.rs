//! `philosophers`: no deadlock, no shared fork, and more than one at the table.

use harness::prelude::*;
use locks_model::philosophers::dine;

#[test]
#[claim(value)]
fn everybody_eats_every_meal() {
    let mut random = random();
    let (seats, meals) = (random.usize(3..6), random.usize(2..5));
    let (said, eaten) = within("the philosophers to eat", move || {
        let plates: Vec<_> = (0..seats).map(|_| std::sync::Mutex::new(0)).collect();
        let said = locks::philosophers::dine(seats, meals, |seat| {
            *plates[seat].lock().unwrap() += 1;
        });
        let eaten: Vec<usize> = plates
            .into_iter()
            .map(|p| p.into_inner().unwrap())
            .collect();
        (said, eaten)
    });
    expect!(
        eaten == vec![meals; seats] && said == seats * meals,
        WrongResult,
        "{seats} philosophers, {meals} meals each: they ate {eaten:?}, and dine says {said} in all"
    );
}

#[test]
#[claim(every_interleaving)]
fn nobody_waits_for_ever_at_a_table_of_three() {
    every_interleaving(|| dine(3, 1, |_| ()))
        .because("3 philosophers, 1 meal each. In no order of events may all of them wait.")
        .is("{3}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn neighbours_never_eat_at_the_same_time() {
    every_interleaving(|| {
        let eating = Gauge::new();
        dine(3, 1, |_| drop(eating.enter()));
        eating.peak()
    })
    .because("At a table of 3 everybody is everybody's neighbour: 1 eats at a time.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn two_neighbours_eat_one_after_the_other_twice() {
    every_interleaving(|| {
        let eating = Gauge::new();
        let eaten = dine(2, 2, |_| drop(eating.enter()));
        (eaten, eating.peak())
    })
    .with_spurious_wakeups(1)
    .because("2 philosophers share both forks: 4 meals, 1 at a time.")
    .is("{(4, 1)}");
}

#[test]
#[claim(every_interleaving)]
fn two_who_share_no_fork_can_eat_at_the_same_time() {
    every_interleaving(|| {
        let eating = Gauge::new();
        dine(4, 1, |seat| {
            if seat % 2 == 0 {
                drop(eating.enter());
            }
        });
        eating.peak()
    })
    .missing_means(
        Verdict::Serial,
        "seats 0 and 2 never eat at the same time, whatever the order of events",
    )
    .because("At a table of 4, seats 0 and 2 share no fork: in some orders both eat at once.")
    .is("{1, 2}");
}

#[test]
#[claim(value)]
fn five_philosophers_eat_a_thousand_times() {
    let eaten = within("5 philosophers to eat 1,000 times each", || {
        locks::philosophers::dine(5, 1_000, |_| ())
    });
    expect!(
        eaten == 5_000,
        WrongResult,
        "5 philosophers, 1,000 meals each are 5000 meals; dine says {eaten}"
    );
}
