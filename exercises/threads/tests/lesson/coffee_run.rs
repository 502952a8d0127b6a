//! `coffee_run`: waits overlap, and never more of them than there are assistants.

use crate::step::step;
use harness::prelude::*;
use std::sync::Mutex;

type Fetch<'a> = &'a (dyn Fn(&str) -> String + Sync);

#[test]
#[claim(value)]
fn one_assistant_brings_every_coffee() {
    let run: fn(&[String], usize, Fetch) -> Vec<String> = threads::coffee_run::run;
    let coffees = coffees(3);
    let asked = brought(&coffees);
    let got = within("one assistant", move || run(&coffees, 1, &bring));
    expect!(
        got == asked,
        WrongResult,
        "1 assistant should bring {asked:?}; it brought {got:?}"
    );
}

#[test]
#[claim(value)]
fn every_coffee_is_fetched_once_and_in_order() {
    for (many, assistants) in [(10, 10), (25, 10), (7, 2), (11, 10), (3, 8), (0, 4)] {
        let coffees = coffees(many);
        let asked = brought(&coffees);
        let (got, trips) = within("the assistants", move || {
            let trips = Mutex::new(0);
            let got = threads::coffee_run::run(&coffees, assistants, &|coffee| {
                *trips.lock().unwrap() += 1;
                bring(coffee)
            });
            (got, trips.into_inner().unwrap())
        });
        expect!(
            trips == many,
            WrongResult,
            "{assistants} assistants went {trips} times for {many} coffees"
        );
        expect!(
            got == asked,
            WrongResult,
            "{assistants} assistants went {many} times; what they brought is not the list in its order"
        );
    }
}

#[test]
#[claim(every_interleaving)]
fn the_coffees_stand_in_the_order_of_the_list() {
    every_interleaving(|| {
        threads_model::coffee_run::run(&espressos(2), 2, &|coffee| {
            step();
            coffee.to_string()
        })
    })
    .because("2 assistants fetch 2 coffees, each of them once. Who is back first must not matter.")
    .is(r#"{["1", "2"]}"#)
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn never_more_are_on_their_way_than_there_are_assistants() {
    every_interleaving(|| {
        let on_the_way = Gauge::new();
        threads_model::coffee_run::run(&espressos(3), 1, &|coffee| {
            let _one_more = on_the_way.enter();
            coffee.to_string()
        });
        on_the_way.peak()
    })
    .because("There are 3 coffees and only 1 assistant.")
    .always("never more than 1 on the way at once", |peak| *peak == 1);
}

#[test]
#[claim(every_interleaving)]
fn all_the_assistants_are_on_their_way_at_the_same_time() {
    every_interleaving(|| fetched_by_turns(3, 3))
        .deadlock_means(
            Verdict::Serial,
            "3 assistants must wait in 3 queues at the same time. Here one has to be back before another can go.",
        )
        .is("{3}");
}

#[test]
#[claim(every_interleaving)]
fn who_is_back_goes_again_beside_the_others() {
    every_interleaving(|| fetched_by_turns(4, 2))
        .deadlock_means(
            Verdict::Serial,
            "2 assistants fetch 4 coffees. At the end of the list, too, both must be able to wait at the same time.",
        )
        .is("{4}");
}

#[test]
#[claim(together)]
fn never_more_than_ten_real_assistants() {
    let on_the_way = within("10 assistants with 40 coffees", || {
        let on_the_way = Headcount::new();
        threads::coffee_run::run(&coffees(40), 10, &|coffee| {
            let _one_more = on_the_way.enter();
            bring(coffee)
        });
        on_the_way
    });
    on_the_way.never_more_than(10, "assistants");
}

/// How many coffees come back when nobody gets any before all the `assistants` wait together.
fn fetched_by_turns(many: usize, assistants: usize) -> usize {
    let all_wait = Rendezvous::new(assistants);
    threads_model::coffee_run::run(&espressos(many), assistants, &|coffee| {
        all_wait.arrive();
        coffee.to_string()
    })
    .len()
}

fn espressos(many: usize) -> Vec<String> {
    (1..=many).map(|number| number.to_string()).collect()
}

fn coffees(many: usize) -> Vec<String> {
    let mut random = random();
    (0..many)
        .map(|_| format!("desk {}", random.u16(..)))
        .collect()
}

fn bring(coffee: &str) -> String {
    format!("coffee for {coffee}")
}

fn brought(coffees: &[String]) -> Vec<String> {
    coffees.iter().map(|coffee| bring(coffee)).collect()
}
