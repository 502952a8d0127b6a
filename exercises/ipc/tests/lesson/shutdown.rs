//! `shutdown`: what was taken is cooked, what comes too late is refused, and everybody goes home.

use harness::prelude::*;
use interleave_std::thread;
use ipc_model::shutdown::{Kitchen, Waiter};
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, OnceLock};

fn cook(order: u32) -> u32 {
    order * 10
}

fn sorted(mut plates: Vec<u32>) -> Vec<u32> {
    plates.sort_unstable();
    plates
}

#[test]
#[claim(value)]
fn every_order_becomes_a_plate() {
    let mut random = random();
    let orders: Vec<u32> = (0..6).map(|_| random.u32(1..1_000)).collect();
    let asked = sorted(orders.iter().map(|order| order + 1).collect());
    let given = orders.clone();
    let (taken, plates) = within("2 cooks to cook 6 orders and to close", move || {
        let kitchen = ipc::shutdown::Kitchen::open(2, |order| order + 1);
        let waiter = kitchen.waiter();
        let taken = given.iter().all(|order| waiter.order(*order).is_ok());
        (taken, sorted(kitchen.close()))
    });
    expect!(
        taken && plates == asked,
        WrongResult,
        "cook adds one; orders {orders:?}, before the kitchen closed, and the plates are {plates:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn cooks_without_orders_go_home() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(2, cook);
        let waiter = kitchen.waiter();
        let plates = kitchen.close();
        drop(waiter);
        plates
    })
    .because(
        "Nobody orders, and a waiter is still around. Both cooks go home, the one who sleeps too.",
    )
    .is("{[]}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn what_was_taken_is_cooked() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(2, cook);
        let waiter = kitchen.waiter();
        let taken = [waiter.order(1), waiter.order(2)];
        (taken, sorted(kitchen.close()))
    })
    .because("2 orders are handed in, then the kitchen closes. The cooks may not have begun yet.")
    .is("{([Ok(()), Ok(())], [10, 20])}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn the_cooks_cook_beside_each_other() {
    every_interleaving(|| {
        let stove = Rendezvous::new(3);
        let kitchen = Kitchen::open(3, move |order| {
            stove.arrive();
            order
        });
        let waiter = kitchen.waiter();
        let taken = [1, 2, 3].map(|order| waiter.order(order).is_ok());
        (taken, kitchen.close().len())
    })
    .because("There are 3 orders and 3 cooks: all orders must be on the stove at once.")
    .deadlock_means(
        Verdict::Serial,
        "a cook does not begin before another one is done",
    )
    .is("{([true, true, true], 3)}");
}

#[test]
#[claim(together)]
fn nine_real_cooks_cook_beside_each_other() {
    // More than the usual pool of 4 or 8.
    let kitchen = Arc::new(Meeting::new(9, "cooks"));
    let inside = Arc::clone(&kitchen);
    within("9 cooks with 9 orders", move || {
        let kitchen = ipc::shutdown::Kitchen::open(9, move |order| {
            inside.arrive();
            order
        });
        let waiter = kitchen.waiter();
        let taken = (0..9).all(|order| waiter.order(order).is_ok());
        (taken, kitchen.close())
    });
    kitchen.check();
}

#[test]
#[claim(value)]
fn thousands_of_orders_are_taken_while_the_only_cook_is_busy() {
    let plates = within(
        "a waiter to hand in 5000 orders while the only cook is busy",
        || {
            let all_are_in = Arc::new(Meeting::new(
                2,
                "the first order, and who hands in the others,",
            ));
            let stove = Arc::clone(&all_are_in);
            let kitchen = ipc::shutdown::Kitchen::open(1, move |order| {
                if order == 0 {
                    stove.arrive();
                }
                order
            });
            let waiter = kitchen.waiter();
            let taken = (0..5_000)
                .filter(|order| waiter.order(*order).is_ok())
                .count();
            all_are_in.arrive();
            all_are_in.check();
            (taken, kitchen.close().len())
        },
    );
    expect!(
        plates == (5_000, 5_000),
        WrongResult,
        "5000 orders were handed in; how many were taken, and how many became plates: {plates:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn ordering_does_not_wait_for_a_cook() {
    every_interleaving(|| {
        let stove = Arc::new(Rendezvous::new(2));
        let cooking = Arc::clone(&stove);
        let kitchen = Kitchen::open(1, move |order| {
            if order == 1 {
                cooking.arrive();
            }
            cook(order)
        });
        let waiter = kitchen.waiter();
        let taken = [1, 2, 3, 4].map(|order| waiter.order(order).is_ok());
        stove.arrive();
        (taken == [true; 4], sorted(kitchen.close()))
    })
    .because("The only cook is busy with order 1 until 3 more orders have been taken.")
    .deadlock_means(
        Verdict::Serial,
        "an order is not taken before a cook has time for it",
    )
    .is("{(true, [10, 20, 30, 40])}");
}

#[test]
#[claim(every_interleaving)]
fn a_cook_without_orders_sleeps() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(1, cook);
        Rendezvous::new(2).arrive();
        kitchen.close().len()
    })
    .because("The evening never ends, and nobody orders. The cook sleeps, and does not look again and again.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn who_comes_too_late_gets_the_order_back() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(1, cook);
        let waiter = kitchen.waiter();
        let plates = kitchen.close();
        (waiter.order(7), plates)
    })
    .because("The kitchen is closed, then order 7 comes.")
    .is("{(Err(7), [])}");
}

#[test]
#[claim(every_interleaving)]
fn an_order_at_the_last_moment_is_cooked_or_comes_back() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(1, cook);
        let waiter = kitchen.waiter();
        let last = thread::spawn(move || waiter.order(7));
        let plates = kitchen.close();
        (last.join().unwrap(), plates)
    })
    .because("Order 7 comes while the kitchen closes. It is taken and cooked, or it comes back.")
    .missing_means(
        Verdict::WrongResult,
        "order 7 may come before the kitchen closes, or after: both ends must be possible",
    )
    .is("{(Ok(()), [70]), (Err(7), [])}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn nothing_is_taken_while_the_last_orders_are_cooked() {
    every_interleaving(|| {
        // The cook is a waiter too: over order 1, order 2 comes to mind.
        let himself: Arc<OnceLock<Waiter>> = Arc::default();
        let also = Arc::clone(&himself);
        let kitchen = Kitchen::open(1, move |order| {
            let waiter = also.get().expect("set before the first order");
            if order == 1 {
                let _ = waiter.order(2);
            }
            cook(order)
        });
        let _ = himself.set(kitchen.waiter());
        let taken = kitchen.waiter().order(1);
        (taken, kitchen.close())
    })
    .because("While order 1 is cooked, order 2 is handed in. If the kitchen has closed before, it is refused.")
    .missing_means(
        Verdict::WrongResult,
        "orders must be refused as soon as close is called, also while the cooks are busy",
    )
    .is("{(Ok(()), [10]), (Ok(()), [10, 20])}")
    .leaves_nothing_running();
}

#[test]
#[claim(value)]
fn three_waiters_order_while_the_kitchen_closes() {
    let many = random().u32(50..100);
    let (taken, plates) = within("4 cooks and 3 waiters to end the evening", move || {
        let so_far = Arc::new(AtomicU32::new(0));
        let kitchen = ipc::shutdown::Kitchen::open(4, |order| order);
        let waiters: Vec<_> = (0..3)
            .map(|number| {
                let (waiter, so_far) = (kitchen.waiter(), Arc::clone(&so_far));
                std::thread::spawn(move || {
                    let orders = (0..20_000).map(|order| order * 3 + number);
                    orders
                        .take_while(|order| waiter.order(*order).is_ok())
                        .inspect(|_| {
                            so_far.fetch_add(1, SeqCst);
                        })
                        .collect::<Vec<u32>>()
                })
            })
            .collect();
        while so_far.load(SeqCst) < many {
            std::thread::yield_now();
        }
        let plates = sorted(kitchen.close());
        let taken = waiters
            .into_iter()
            .flat_map(|waiter| waiter.join().unwrap());
        (sorted(taken.collect()), plates)
    });
    expect!(
        taken == plates,
        Race,
        "3 waiters ordered while the kitchen closed, and the plates are not those of the orders that were taken"
    );
}
