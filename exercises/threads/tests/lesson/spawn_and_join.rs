//! `spawn_and_join`: a named thread for each order, all at work at once, plates in the order of the orders.

use crate::step::step;
use harness::prelude::*;
use std::sync::LazyLock;
use std::thread;

type Cook = fn(&str) -> String;

#[test]
#[claim(value)]
fn one_order_comes_back_as_a_plate() {
    let serve: fn(Vec<String>, Cook) -> Vec<String> = threads::spawn_and_join::serve;
    let order = format!("table {}", random().u32(..));
    let asked = format!("a plate for {order}");
    let plates = within("one cook", move || serve(vec![order], plate_for));
    expect!(
        plates == [asked.clone()],
        WrongResult,
        "asked for [{asked:?}], got {plates:?}"
    );
}

#[test]
#[claim(value)]
fn no_order_makes_no_plate() {
    let plates = within("no cook at all", || {
        threads::spawn_and_join::serve(vec![], plate_for)
    });
    expect!(
        plates.is_empty(),
        WrongResult,
        "nobody ordered, and there is {plates:?}"
    );
}

#[test]
#[claim(snapshot)]
fn every_thread_carries_the_name_of_its_cook() {
    let orders = ["soup", "fish", "cake"].map(String::from).to_vec();
    let plates = within("3 cooks", || {
        threads::spawn_and_join::serve(orders, |order| {
            let thread = thread::current();
            format!("{} made {order}", thread.name().unwrap_or("nobody"))
        })
    });
    assert_snapshot!(plates.join("\n"), @"
    cook-1 made soup
    cook-2 made fish
    cook-3 made cake
    ");
}

#[test]
#[claim(every_interleaving)]
fn the_plates_stand_in_the_order_of_the_orders_whoever_is_faster() {
    every_interleaving(|| {
        threads_model::spawn_and_join::serve(orders(&["soup", "fish"]), |order| {
            step();
            order.to_string()
        })
    })
    .because("2 cooks work, and each may finish first. Every plate must be there, in the order of the orders.")
    .is(r#"{["soup", "fish"]}"#);
}

#[test]
#[claim(every_interleaving)]
fn nobody_still_cooks_when_serve_returns() {
    every_interleaving(|| {
        threads_model::spawn_and_join::serve(orders(&["soup", "fish"]), str::to_string).len()
    })
    .because(
        "A thread is waited for with `join`. To have its plate is not to know that it has ended.",
    )
    .is("{2}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn all_the_cooks_work_at_the_same_time() {
    every_interleaving(|| {
        threads_model::spawn_and_join::serve(orders(&["soup", "fish", "cake"]), |order| {
            static ALL_AT_WORK: Rendezvous = Rendezvous::new(3);
            ALL_AT_WORK.arrive();
            order.to_string()
        })
        .len()
    })
    .deadlock_means(
        Verdict::Serial,
        "3 cooks must be at work at the same time. Here one has to finish before another can begin.",
    )
    .is("{3}");
}

#[test]
#[claim(together)]
fn nine_real_cooks_work_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    static COOKS: LazyLock<Meeting> = LazyLock::new(|| Meeting::new(9, "cooks"));
    let orders = vec!["soup".to_string(); 9];
    within("9 cooks", move || {
        threads::spawn_and_join::serve(orders, |order| {
            COOKS.arrive();
            plate_for(order)
        })
    });
    COOKS.check();
}

#[test]
#[claim(value)]
fn fifty_orders_come_back_in_order() {
    let mut random = random();
    let orders: Vec<String> = (0..50)
        .map(|_| format!("table {}", random.u32(..)))
        .collect();
    let asked: Vec<String> = orders.iter().map(|order| plate_for(order)).collect();
    let plates = within("50 cooks", move || {
        threads::spawn_and_join::serve(orders, plate_for)
    });
    let wrong = (0..50).find(|&at| plates.get(at) != asked.get(at));
    expect!(
        plates == asked,
        WrongResult,
        "50 orders gave {} plates; the first wrong one stands in place {:?}",
        plates.len(),
        wrong.map(|at| at + 1)
    );
}

fn plate_for(order: &str) -> String {
    format!("a plate for {order}")
}

fn orders(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| name.to_string()).collect()
}
