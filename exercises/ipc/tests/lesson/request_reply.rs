//! `request_reply`: every ticket gets its own dish, and nobody stops the kitchen by leaving, or waits for a dead one.

use harness::prelude::*;
use interleave_std::thread;
use ipc_model::request_reply::Kitchen;
use std::sync::Arc;

fn cook(dish: u32) -> u32 {
    dish * 10
}

#[test]
#[claim(value)]
fn a_guest_gets_what_was_ordered() {
    let mut random = random();
    let dishes: Vec<u32> = (0..5).map(|_| random.u32(1..1_000)).collect();
    let asked: Vec<Option<u32>> = dishes.iter().map(|dish| Some(dish + 1)).collect();
    let ordered = dishes.clone();
    let (got, cooked) = within(
        "a guest to eat 5 dishes, and the kitchen to close",
        move || {
            let kitchen = ipc::request_reply::Kitchen::open(|dish| dish + 1);
            let guest = kitchen.guest();
            let got: Vec<_> = ordered
                .iter()
                .map(|dish| guest.order(*dish).wait())
                .collect();
            drop(guest);
            (got, kitchen.close())
        },
    );
    expect!(
        got == asked,
        WrongResult,
        "cook adds one; dishes {dishes:?} were ordered, and {got:?} came"
    );
    expect!(
        cooked == 5,
        WrongResult,
        "5 dishes were ordered, and close says that {cooked} were cooked"
    );
}

#[test]
#[claim(every_interleaving)]
fn two_guests_get_their_own_dishes() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(cook);
        let (ann, bob) = (kitchen.guest(), kitchen.guest());
        let bob = thread::spawn(move || bob.order(2).wait());
        (ann.order(1).wait(), bob.join().unwrap())
    })
    .because("Ann orders 1 and gets 10, Bob orders 2 and gets 20, whoever is first.")
    .is("{(Some(10), Some(20))}");
}

#[test]
#[claim(every_interleaving)]
fn a_guest_may_wait_for_the_second_dish_first() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(cook);
        let guest = kitchen.guest();
        let (first, second) = (guest.order(1), guest.order(2));
        let second = second.wait();
        (first.wait(), second)
    })
    .because("One guest has two tickets and waits for the second dish first. Each ticket has its own dish.")
    .is("{(Some(10), Some(20))}");
}

#[test]
#[claim(every_interleaving)]
fn ordering_does_not_wait_for_the_kitchen() {
    every_interleaving(|| {
        let stove = Arc::new(Rendezvous::new(2));
        let cooking = Arc::clone(&stove);
        let kitchen = Kitchen::open(move |dish| {
            if dish == 1 {
                cooking.arrive();
            }
            cook(dish)
        });
        let (ann, bob) = (kitchen.guest(), kitchen.guest());
        let (first, second) = (ann.order(1), bob.order(2));
        stove.arrive();
        (first.wait(), second.wait())
    })
    .because(
        "Dish 1 is on the stove until Bob has ordered dish 2. He orders at once and waits later.",
    )
    .deadlock_means(
        Verdict::Serial,
        "an order is not taken before the dish, or the one before it, is cooked",
    )
    .is("{(Some(10), Some(20))}");
}

#[test]
#[claim(every_interleaving)]
fn a_guest_who_has_left_does_not_stop_the_kitchen() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(cook);
        let (ann, bob) = (kitchen.guest(), kitchen.guest());
        let _ = ann.order(1);
        let second = bob.order(2).wait();
        drop((ann, bob));
        (second, kitchen.close())
    })
    .because("Ann throws her ticket away, and Bob still gets his dish. Both dishes are cooked.")
    .is("{(Some(20), 2)}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn close_waits_for_the_last_guest() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(cook);
        let guest = kitchen.guest();
        let guest = thread::spawn(move || guest.order(1).wait());
        let cooked = kitchen.close();
        (cooked, guest.join().unwrap())
    })
    .because(
        "The kitchen closes while a guest is on the way. The guest still orders, and is served.",
    )
    .is("{(1, Some(10))}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn close_lets_the_kitchen_cook_what_was_ordered() {
    every_interleaving(|| {
        let mut so_far = 0;
        let kitchen = Kitchen::open(move |dish| {
            so_far += 1;
            dish * 10 + so_far
        });
        let guest = kitchen.guest();
        let (first, second) = (guest.order(1), guest.order(2));
        drop(guest);
        (kitchen.close(), first.wait(), second.wait())
    })
    .because("A guest orders 1 and 2, leaves the tickets to a friend, and goes. Both are cooked, in this order, before the end.")
    .is("{(2, Some(11), Some(22))}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn who_waits_sleeps() {
    every_interleaving(|| {
        let never = Rendezvous::new(2);
        let kitchen = Kitchen::open(move |dish| {
            never.arrive();
            dish
        });
        kitchen.guest().order(1).wait()
    })
    .because("The dish is never done. The guest sleeps, and does not look again and again.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn nobody_waits_for_a_dead_kitchen() {
    every_interleaving(|| {
        let kitchen = Kitchen::open(|dish| {
            assert!(dish != 13, "the kitchen burns");
            cook(dish)
        });
        let guest = kitchen.guest();
        let tickets = [guest.order(13), guest.order(2)];
        let [first, second] = tickets.map(|ticket| ticket.wait());
        [first, second, guest.order(3).wait()]
    })
    .because("The kitchen burns down over dish 13. This guest, the next one, and one who comes later get None.")
    .always("[None, None, None]", |got| *got == [None; 3]);
}

#[test]
#[claim(value)]
fn eight_guests_are_served_at_once() {
    let each = random().u32(50..100);
    let (wrong, cooked) = within("8 guests to eat, and the kitchen to close", move || {
        let kitchen = ipc::request_reply::Kitchen::open(|dish| dish ^ 1);
        let guests: Vec<_> = (0..8)
            .map(|number| {
                let guest = kitchen.guest();
                std::thread::spawn(move || {
                    let dishes = (0..each).map(|dish| dish * 8 + number);
                    dishes
                        .filter(|dish| guest.order(*dish).wait() != Some(dish ^ 1))
                        .count()
                })
            })
            .collect();
        let wrong: usize = guests.into_iter().map(|guest| guest.join().unwrap()).sum();
        (wrong, kitchen.close())
    });
    let all = each as usize * 8;
    expect!(
        wrong == 0 && cooked == all,
        WrongResult,
        "{all} dishes were ordered by 8 guests, and not every guest got each of them, or close says another number"
    );
}
