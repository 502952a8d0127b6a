//! `guard_scope`: locked to take and to serve, free while cooking.

use harness::prelude::*;
use interleave_std as model;
use locks_model::guard_scope::Rail;
use std::sync::Arc;
use std::thread;

#[test]
#[claim(every_interleaving)]
fn one_cook_alone_comes_to_an_end() {
    every_interleaving(|| {
        let rail = Rail::new(vec![1, 2]);
        rail.work(|order| u64::from(order) * 10);
        rail.served()
    })
    .because("One thread cooks orders 1 and 2, and makes the dishes 10 and 20 of them.")
    .is("{[10, 20]}");
}

#[test]
#[claim(every_interleaving)]
fn no_order_is_cooked_twice_or_never() {
    every_interleaving(|| {
        let rail = Rail::new(vec![1, 2, 3]);
        model::thread::scope(|scope| {
            scope.spawn(|| rail.work(u64::from));
            scope.spawn(|| rail.work(u64::from));
        });
        let mut dishes = rail.served();
        dishes.sort_unstable();
        dishes
    })
    .because("2 threads cook 3 orders. Each order becomes one dish.")
    .is("{[1, 2, 3]}");
}

#[test]
#[claim(every_interleaving)]
fn two_cooks_cook_at_the_same_time() {
    every_interleaving(|| {
        let rail = Rail::new(vec![1, 2]);
        let both = Rendezvous::new(2);
        let cook = |order| {
            both.arrive();
            u64::from(order)
        };
        model::thread::scope(|scope| {
            scope.spawn(|| rail.work(cook));
            scope.spawn(|| rail.work(cook));
        });
        rail.progress()
    })
    .deadlock_means(
        Verdict::Serial,
        "while one cook cooks, no other can take an order and cook too",
    )
    .because("There are 2 orders and 2 cooks. Nobody's dish is done before both are at it.")
    .is("{(0, 0, 2)}");
}

#[test]
#[claim(every_interleaving)]
fn who_cooks_can_look_at_the_rail() {
    every_interleaving(|| {
        let rail = Rail::new(vec![1, 2, 3]);
        let seen = std::cell::RefCell::default();
        rail.work(|order| {
            let progress = rail.progress();
            Vec::push(&mut seen.borrow_mut(), progress);
            u64::from(order)
        });
        seen.into_inner()
    })
    .because("One thread cooks 3 orders, and looks at the progress during each: 1 is in the pan.")
    .is("{[(2, 1, 0), (1, 1, 1), (0, 1, 2)]}");
}

#[test]
#[claim(every_interleaving)]
fn every_order_is_always_somewhere() {
    every_interleaving(|| {
        let rail = Rail::new(vec![1, 2]);
        model::thread::scope(|scope| {
            scope.spawn(|| rail.work(u64::from));
            rail.progress()
        })
    })
    .because("There are 2 orders. Waiting, cooking and served must always add up to 2.")
    .always("a sum of 2", |(waiting, cooking, served)| {
        waiting + cooking + served == 2
    });
}

#[test]
#[claim(value)]
fn four_cooks_serve_every_order_once() {
    let mut random = random();
    let orders: Vec<u32> = (0..random.u32(500..1_000)).collect();
    let factor = random.u64(2..1_000);
    let given = orders.clone();
    let mut dishes = within("4 threads to cook all orders", move || {
        let rail = Arc::new(locks::guard_scope::Rail::new(given));
        let cooks: Vec<_> = (0..4)
            .map(|_| {
                let rail = Arc::clone(&rail);
                thread::spawn(move || rail.work(|order| u64::from(order) * factor))
            })
            .collect();
        cooks.into_iter().for_each(|cook| cook.join().unwrap());
        rail.served()
    });
    dishes.sort_unstable();
    let asked = orders.len();
    expect!(
        dishes
            .into_iter()
            .eq(orders.into_iter().map(|order| u64::from(order) * factor)),
        WrongResult,
        "{asked} orders were given, and the dishes that were served are not those that were ordered"
    );
}
