//! `worker_struct`: state moves into the thread and back, and no thread is forgotten.

use crate::step::step;
use harness::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use threads_model::worker_struct::Cook;

#[test]
#[claim(value)]
fn a_cook_makes_all_its_orders_in_order() {
    let start: fn(threads::worker_struct::Cook) -> threads::worker_struct::AtWork =
        threads::worker_struct::Cook::start;
    let mut random = random();
    let orders: Vec<String> = (0..5).map(|_| random.u32(..).to_string()).collect();
    let asked: Vec<String> = orders.iter().map(|order| plate_for(order)).collect();
    let plates = within("a cook with 5 orders", move || {
        let mut cook = threads::worker_struct::Cook::new("Ada", plate_for);
        orders.iter().for_each(|order| cook.order(order));
        start(cook).join().plates()
    });
    expect!(
        plates == asked,
        WrongResult,
        "the plates should be {asked:?}; they are {plates:?}"
    );
}

#[test]
#[claim(value)]
fn the_thread_carries_the_name_of_the_cook() {
    let name = format!("Ada {}", random().u16(..));
    let given = name.clone();
    let plates = within("a cook with a name", move || {
        let mut cook = threads::worker_struct::Cook::new(&given, |_| {
            thread::current().name().unwrap_or("nobody").to_string()
        });
        cook.order("soup");
        let mut cook = cook.start().join();
        cook.order("fish");
        cook.start().join().plates()
    });
    expect!(
        plates == [&*name, &*name],
        WrongResult,
        "{name} worked twice, and the threads were called {plates:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn join_waits_until_every_plate_is_made() {
    every_interleaving(|| cook(&["soup", "fish"]).start().join().plates())
        .because("The cook has 2 orders. Who joins it finds 2 plates, however slow it is.")
        .is(r#"{["soup", "fish"]}"#)
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn what_a_cook_had_it_still_has_the_next_day() {
    every_interleaving(|| {
        let mut cook = cook(&["soup"]).start().join();
        cook.order("fish");
        cook.start().join().plates()
    })
    .because("On the first day the cook made soup, on the second day fish. Both stand on its shelf, once.")
    .is(r#"{["soup", "fish"]}"#);
}

#[test]
#[claim(every_interleaving)]
fn two_cooks_work_at_the_same_time() {
    every_interleaving(|| {
        let start = || {
            let mut cook = Cook::new("Ada", |order| {
                static BOTH_AT_WORK: Rendezvous = Rendezvous::new(2);
                BOTH_AT_WORK.arrive();
                order.to_string()
            });
            cook.order("soup");
            cook.start()
        };
        let (first, second) = (start(), start());
        first.join().plates().len() + second.join().plates().len()
    })
    .deadlock_means(
        Verdict::Serial,
        "2 cooks were started and must be at work at the same time. Here one has to finish before the other can begin.",
    )
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn a_cook_that_is_dropped_is_waited_for() {
    every_interleaving(|| drop(cook(&["soup", "fish"]).start()))
        .because("Nobody joined the cook. It still finishes its work before drop returns.")
        .leaves_nothing_running()
        .is("{()}");
}

#[test]
#[claim(value)]
fn to_drop_a_cook_whose_recipe_panics_is_no_panic() {
    let dropped = within("a cook whose recipe panics", || {
        let mut cook = threads::worker_struct::Cook::new("Ada", |order| panic!("{order} is burnt"));
        cook.order("soup");
        catch_unwind(AssertUnwindSafe(|| drop(cook.start()))).is_ok()
    });
    expect!(
        dropped,
        WrongResult,
        "the recipe panicked in its thread, and drop panicked too; it should only wait"
    );
}

fn plate_for(order: &str) -> String {
    format!("a plate for {order}")
}

/// A cook of the model, who may be interrupted at every order.
fn cook(orders: &[&str]) -> Cook {
    let mut cook = Cook::new("Ada", |order| {
        step();
        order.to_string()
    });
    orders.iter().for_each(|order| cook.order(order));
    cook
}
