//! `queue`: every order is cooked once, all work at the same time, and all hear the end.

use harness::prelude::*;
use ipc_model::queue::evening;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

/// In the model: waiters with so many orders each: 1, 2, … The counts are not part of the model.
fn guests(orders: u32) -> impl Fn(usize) -> Option<u32> + Send + Sync {
    let heard = [const { AtomicU32::new(0) }; 3];
    move |waiter| Some(heard[waiter].fetch_add(1, SeqCst) + 1).filter(|order| *order <= orders)
}

fn sorted(mut plates: Vec<u32>) -> Vec<u32> {
    plates.sort_unstable();
    plates
}

#[test]
#[claim(value)]
fn every_order_becomes_a_plate() {
    let mut random = random();
    let orders: Vec<u32> = (0..5).map(|_| random.u32(1..1_000)).collect();
    let asked = sorted(orders.iter().map(|order| order * 3).collect());
    let next = AtomicU32::new(0);
    let given = orders.clone();
    let plates = within("1 waiter and 1 cook to serve 5 orders", move || {
        let listen = move |_| given.get(next.fetch_add(1, SeqCst) as usize).copied();
        ipc::queue::evening(1, 1, listen, |order| order * 3)
    });
    let plates = sorted(plates);
    expect!(
        plates == asked,
        WrongResult,
        "orders {orders:?}, and a plate is three times its order: {asked:?}, not {plates:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn one_cook_takes_what_one_waiter_hangs_up() {
    every_interleaving(|| sorted(evening(1, 1, guests(2), |order| order * 10)))
        .because("1 waiter, 2 orders, 1 cook.")
        .is("{[10, 20]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn every_cook_hears_the_end() {
    every_interleaving(|| evening(1, 2, guests(0), |order| order))
        .because("Nobody orders anything. Both cooks must go home, the one who sleeps too.")
        .is("{[]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn the_rail_stays_open_until_the_last_waiter_is_done() {
    every_interleaving(|| sorted(evening(2, 1, guests(1), |order| order * 10)))
        .because("2 waiters, 1 order each, 1 cook. One waiter may be done before the other begins.")
        .is("{[10, 10]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn two_cooks_lose_no_order_and_cook_none_twice() {
    every_interleaving(|| sorted(evening(1, 2, guests(2), |order| order * 10)))
        .because("1 waiter, 2 orders, 2 cooks.")
        .is("{[10, 20]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn cooks_cook_beside_each_other() {
    every_interleaving(|| {
        let kitchen = Rendezvous::new(3);
        evening(1, 3, guests(3), move |order| {
            kitchen.arrive();
            order
        })
        .len()
    })
    .because("There are 3 orders and 3 cooks: all orders must be on the stove at once.")
    .deadlock_means(
        Verdict::Serial,
        "a cook does not begin before another one is done",
    )
    .is("{3}");
}

#[test]
#[claim(together)]
fn nine_real_cooks_cook_beside_each_other() {
    // More than the usual pool of 4 or 8.
    let kitchen = Arc::new(Meeting::new(9, "cooks"));
    let (inside, next) = (Arc::clone(&kitchen), AtomicU32::new(0));
    within("9 cooks with 9 orders", move || {
        let listen = move |_| Some(next.fetch_add(1, SeqCst)).filter(|order| *order < 9);
        ipc::queue::evening(1, 9, listen, move |order| {
            inside.arrive();
            order
        })
    });
    kitchen.check();
}

#[test]
#[claim(every_interleaving)]
fn a_slow_order_keeps_no_other_waiting() {
    every_interleaving(|| {
        let stove = Rendezvous::new(2);
        let cook = move |order| {
            if order != 2 {
                stove.arrive();
            }
            order
        };
        evening(1, 2, guests(3), cook).len()
    })
    .because("3 orders, 2 cooks. While one cook is at order 1, the other one cooks 2, and then 3.")
    .deadlock_means(
        Verdict::Serial,
        "an order waits for a busy cook, and the other cook has nothing to do",
    )
    .is("{3}");
}

#[test]
#[claim(every_interleaving)]
fn cooks_cook_while_a_waiter_still_listens() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let (at_the_table, orders) = (Arc::clone(&both), guests(2));
        let listen = move |waiter| {
            let order = orders(waiter);
            if order == Some(2) {
                at_the_table.arrive();
            }
            order
        };
        let cook = move |order| {
            if order == 1 {
                both.arrive();
            }
            order
        };
        evening(1, 1, listen, cook).len()
    })
    .because("Order 1 must be on the stove while the waiter listens to order 2.")
    .deadlock_means(
        Verdict::Serial,
        "nobody cooks before the waiters have gone home",
    )
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn waiters_listen_beside_each_other() {
    every_interleaving(|| {
        let tables = Rendezvous::new(2);
        let orders = guests(1);
        let listen = move |waiter| {
            let order = orders(waiter);
            if order.is_some() {
                tables.arrive();
            }
            order
        };
        evening(2, 1, listen, |order| order).len()
    })
    .because("2 waiters listen to 2 tables at once.")
    .deadlock_means(
        Verdict::Serial,
        "no waiter begins before the other one is done",
    )
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn a_cook_without_orders_sleeps() {
    every_interleaving(|| {
        let nobody_comes = Rendezvous::new(2);
        let listen = move |_| {
            nobody_comes.arrive();
            None
        };
        evening(1, 1, listen, |order| order).len()
    })
    .because(
        "The waiter waits at a table for ever. The cook sleeps, and does not look again and again.",
    )
    .waits_for_ever();
}

#[test]
#[claim(value)]
fn three_waiters_and_four_cooks_serve_a_full_house() {
    let each = random().u32(50..100);
    let plates = within("3 waiters and 4 cooks to serve a full house", move || {
        ipc::queue::evening(3, 4, guests(each), |order| order)
    });
    let asked: Vec<u32> = (1..=each).flat_map(|order| [order; 3]).collect();
    expect!(
        sorted(plates.clone()) == asked,
        WrongResult,
        "{} orders were given, and the plates that came are not those of the orders",
        asked.len()
    );
}
