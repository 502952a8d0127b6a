//! `process_queue`: every order is cooked once, several kitchens cook at once, and nobody waits for a slow one.
//!
//! The rail is explored over all interleavings. Sockets and processes are not part of the model, so they are real.

use crate::kitchens::{Kitchen, LastOrder, ORDER, Returned, finished_of};
use harness::prelude::*;
use interleave_std as model;
use interprocess::local_socket::{GenericNamespaced, Stream, prelude::*};
use ipc::process_queue::{open, serve, work};
use ipc_model::process_queue::Rail;
use std::io::{BufRead, BufReader, Read, Write};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, mpsc};
use std::thread;

fn orders(list: &[&str]) -> Vec<String> {
    list.iter().map(|order| (*order).to_string()).collect()
}

/// A hatch that no other test has.
fn name() -> String {
    format!("kitchen-{:016x}", fastrand::u64(..))
}

fn connect(name: &str) -> Stream {
    let name = name.to_ns_name::<GenericNamespaced>();
    Stream::connect(name.expect("a name")).expect("the hatch is open")
}

#[test]
#[claim(every_interleaving)]
fn orders_are_handed_out_in_turn() {
    every_interleaving(|| {
        let rail = Rail::new(orders(&["soup", "fish"]));
        let taken = [rail.take(), rail.take(), rail.take()];
        rail.done(1, "hsif".to_string());
        rail.done(0, "puos".to_string());
        (taken, rail.dishes())
    })
    .because("Soup is handed out, then fish, then nothing is left. The dishes stand in the order of the list.")
    .is(r#"{([Some((0, "soup")), Some((1, "fish")), None], ["puos", "hsif"])}"#);
}

#[test]
#[claim(every_interleaving)]
fn no_order_is_handed_out_twice_or_forgotten() {
    every_interleaving(|| {
        let rail = Rail::new(orders(&["soup", "fish", "cake"]));
        let kitchen = || {
            while let Some((number, order)) = rail.take() {
                rail.done(number, format!("{order} is done"));
            }
        };
        model::thread::scope(|scope| {
            scope.spawn(kitchen);
            kitchen();
        });
        rail.dishes()
    })
    .because(
        "Two threads take from the rail until it is empty. Each of the three orders has its dish.",
    )
    .is(r#"{["soup is done", "fish is done", "cake is done"]}"#);
}

#[test]
#[claim(every_interleaving)]
fn two_threads_never_take_the_same_order() {
    every_interleaving(|| {
        let rail = Rail::new(orders(&["soup", "fish"]));
        let mut taken = model::thread::scope(|scope| {
            let other = scope.spawn(|| rail.take());
            [rail.take(), other.join().unwrap()]
        });
        taken.sort();
        taken
    })
    .because("Two threads take one order each: one gets the soup and the other the fish.")
    .is(r#"{[Some((0, "soup")), Some((1, "fish"))]}"#);
}

#[test]
#[claim(value)]
fn one_kitchen_cooks_all_orders() {
    let mut random = random();
    let list: Vec<String> = (0..5)
        .map(|_| format!("dish {:x}", random.u32(..)))
        .collect();
    let expected: Vec<String> = list.iter().map(|order| order.to_uppercase()).collect();
    let (cooked, dishes) = within("one kitchen to cook 5 orders and go home", move || {
        let name = name();
        let listener = open(&name).expect("a hatch");
        let kitchen = thread::spawn(move || work(&name, str::to_uppercase));
        let dishes = serve(&listener, list, 1);
        (kitchen.join().unwrap(), dishes)
    });
    let (cooked, dishes) = (cooked.ok(), dishes.unwrap_or_default());
    expect!(
        dishes == expected,
        WrongResult,
        "5 orders were cooked into {expected:?}; `serve` returned {dishes:?}"
    );
    expect!(
        cooked == Some(5),
        WrongResult,
        "the kitchen cooked 5 orders, and `work` returned {cooked:?}"
    );
}

#[test]
#[claim(value)]
fn equal_orders_have_a_dish_each() {
    let dishes = within("one kitchen to cook 3 equal orders", || {
        let name = name();
        let listener = open(&name).expect("a hatch");
        let mut cooked = 0;
        let kitchen = thread::spawn(move || {
            work(&name, |order| {
                cooked += 1;
                format!("{order} {cooked}")
            })
        });
        let dishes = serve(&listener, orders(&["tea", "tea", "tea"]), 1);
        let _ = kitchen.join();
        dishes.unwrap_or_default()
    });
    expect!(
        dishes == ["tea 1", "tea 2", "tea 3"],
        WrongResult,
        "3 times tea was ordered, and cooked into tea 1, tea 2 and tea 3; `serve` returned {dishes:?}"
    );
}

#[test]
#[claim(value)]
fn a_line_is_taken_as_it_is() {
    let list = ["", "  two blanks, and one ", "soup"];
    let (seen, dishes) = within(
        "one kitchen with an empty order and two others",
        move || {
            let name = name();
            let listener = open(&name).expect("a hatch");
            let kitchen = thread::spawn(move || {
                let mut seen = Vec::new();
                let cooked = work(&name, |order| {
                    seen.push(order.to_string());
                    order.to_uppercase()
                });
                drop(cooked);
                seen
            });
            let dishes = serve(&listener, orders(&list), 1);
            (kitchen.join().unwrap(), dishes.unwrap_or_default())
        },
    );
    let asked = list.map(str::to_uppercase);
    expect!(
        seen == list && dishes == asked,
        WrongResult,
        "the orders are the lines {list:?}, and the kitchen saw {seen:?}; the dishes are {asked:?}, and `serve` returned {dishes:?}"
    );
}

#[test]
#[claim(value)]
fn more_kitchens_may_come_than_there_are_orders() {
    let cooked = within("3 kitchens to share 1 order and go home", || {
        let name = name();
        let listener = open(&name).expect("a hatch");
        let returned = Arc::new(Returned::default());
        let kitchens = [(); 3].map(|()| {
            let (name, returned) = (name.clone(), Arc::clone(&returned));
            thread::spawn(move || work(&name, |order| returned.dish(order)).ok())
        });
        let dishes = serve(&listener, orders(&["soup"]), 3);
        returned.tell();
        let mut cooked = kitchens.map(|kitchen| kitchen.join().unwrap());
        cooked.sort_unstable();
        (cooked, dishes.unwrap_or_default())
    });
    expect!(
        cooked == ([Some(0), Some(0), Some(1)], orders(&["SOUP"])),
        WrongResult,
        "3 kitchens came for 1 order: what `work` returned to each of them, and the dishes, are {cooked:?}"
    );
}

#[test]
#[claim(value)]
fn a_connection_that_fails_is_an_error() {
    let (nobody, cut_off) = within(
        "nobody at the hatch, and then a kitchen that leaves",
        || {
            let nobody = work(&name(), str::to_uppercase).is_err();
            let name = name();
            let listener = open(&name).expect("a hatch");
            let serving = thread::spawn(move || serve(&listener, orders(&["soup"]), 1).is_err());
            let mut hatch = BufReader::new(connect(&name));
            let _ = hatch.read_line(&mut String::new());
            drop(hatch);
            (nobody, serving.join().ok())
        },
    );
    expect!(
        nobody,
        WrongResult,
        "nobody listens at that hatch, and `work` returned as if all were well"
    );
    expect!(
        cut_off == Some(true),
        WrongResult,
        "the kitchen left with an order in its hands, and `serve` returned as if all were well, or panicked"
    );
}

/// A kitchen that was written by somebody else: it knows only that orders and dishes are lines.
#[test]
#[claim(value)]
fn an_order_is_a_line_and_the_end_is_the_end_of_the_connection() {
    let heard = within("a kitchen of another kind to be served", || {
        let name = name();
        let listener = open(&name).expect("a hatch");
        let serving = thread::spawn(move || serve(&listener, orders(&["soup", "fish"]), 1));
        let mut hatch = BufReader::new(connect(&name));
        let mut heard = String::new();
        for dish in ["one\n", "two\n"] {
            let _ = hatch.read_line(&mut heard);
            hatch
                .get_mut()
                .write_all(dish.as_bytes())
                .expect("it takes a dish");
        }
        let _ = hatch.read_to_string(&mut heard);
        (heard, serving.join().unwrap().unwrap_or_default())
    });
    let expected = ("soup\nfish\n".to_string(), orders(&["one", "two"]));
    expect!(
        heard == expected,
        WrongResult,
        "a kitchen answered one and two; what it heard, and what `serve` returned: {heard:?}, and right is {expected:?}"
    );
}

/// An order that no single `read` brings whole.
#[test]
#[claim(value)]
fn an_order_may_be_long() {
    let long = "x".repeat(300_000);
    let order = long.clone();
    let (seen, answer) = within("a kitchen to cook one long order", move || {
        let name = name();
        let listener = open(&name).expect("a hatch");
        let kitchen = thread::spawn(move || {
            let mut seen = Vec::new();
            let cooked = work(&name, |order| {
                seen.push(order.len());
                order.to_uppercase()
            });
            cooked.map(|_| seen)
        });
        let mut stream = BufReader::new(listener.accept().expect("the kitchen comes"));
        let sent = stream.get_mut().write_all(format!("{order}\n").as_bytes());
        let mut answer = String::new();
        let _ = sent.and_then(|()| stream.read_line(&mut answer));
        drop(stream);
        (kitchen.join().unwrap().unwrap_or_default(), answer.len())
    });
    // How much of it one `read` brings is left to chance.
    expect!(
        seen == [long.len()],
        WrongResult,
        "one order of {} letters was sent, and the kitchen did not see one order of so many letters",
        long.len()
    );
    expect!(
        answer == long.len() + 1,
        WrongResult,
        "one order of {} letters was sent, and the answer is not a line of so many letters",
        long.len()
    );
}

#[test]
#[claim(together)]
fn three_processes_cook_at_the_same_time() {
    let program = Program::watched(env!("CARGO_BIN_EXE_process_queue"), 3);
    let path = &program;
    let mut random = random();
    let list: Vec<String> = (0..9)
        .map(|_| format!("{ORDER}{:x}", random.u32(..)))
        .collect();
    let name = name();
    let listener = open(&name).expect("a hatch");
    let meeting = Meeting::new(3, "kitchens with an order in their hands");
    let kitchens: Vec<Kitchen> = (0..3).map(|_| Kitchen::start(path, &name)).collect();
    let served = list.clone();
    let (done, dishes) = mpsc::channel();
    let returned = Arc::new(Returned::default());
    let last = LastOrder::of(list.len(), Arc::clone(&returned));
    thread::spawn(move || {
        let dishes = serve(&listener, served, 3);
        returned.tell();
        done.send(dishes)
    });
    let mut cooked: Vec<String> = thread::scope(|scope| {
        let hands: Vec<_> = kitchens
            .into_iter()
            .map(|kitchen| scope.spawn(|| kitchen.cook_all(&meeting, &last).unwrap_or_default()))
            .collect();
        hands
            .into_iter()
            .flat_map(|hand| hand.join().unwrap())
            .collect()
    });
    meeting.check();
    let dishes = dishes.recv_timeout(harness::half_patience());
    let dishes = dishes.map(Result::unwrap_or_default).unwrap_or_default();
    let expected: Vec<String> = list
        .iter()
        .map(|order| order.chars().rev().collect())
        .collect();
    let mut all = list.clone();
    all.sort();
    cooked.sort();
    expect!(
        cooked == all,
        Race,
        "9 orders were on the rail, and what 3 processes cooked is not each of them once"
    );
    expect!(
        dishes == expected,
        WrongResult,
        "3 processes cooked {expected:?}; `serve` did not return all of these, each in its place"
    );
    program.nothing_left();
}

#[test]
#[claim(together)]
fn nobody_waits_for_a_slow_kitchen() {
    let (dishes, others) = within(
        "a slow kitchen with one order, and a fast one with all others",
        || {
            let name = name();
            let listener = open(&name).expect("a hatch");
            let (finished, all_finished) = mpsc::channel();
            let (holds, held) = mpsc::channel();
            let returned = Arc::new(Returned::default());
            let one_has_waited = Arc::new(AtomicBool::new(false));
            let slow = thread::spawn({
                let (name, other_has_waited) = (name.clone(), Arc::clone(&one_has_waited));
                let returned = Arc::clone(&returned);
                move || {
                    let mut others = None;
                    let _ = work(&name, |order| {
                        // The first one that it gets is in its hands until the others are done.
                        if others.is_none() {
                            let _ = holds.send(());
                            others = Some(finished_of(&all_finished, 5, &other_has_waited));
                            returned.wait();
                        }
                        order.to_uppercase()
                    });
                    others.unwrap_or(0)
                }
            });
            let list = orders(&["a", "b", "c", "d", "e", "f"]);
            let serving = thread::spawn(move || {
                let dishes = serve(&listener, list, 2);
                returned.tell();
                dishes
            });
            let fast = thread::spawn(move || {
                let mut alone = true;
                work(&name, |order| {
                    if alone {
                        let met = held.recv_timeout(harness::half_patience());
                        one_has_waited.store(met.is_err(), SeqCst);
                        alone = false;
                    }
                    let _ = finished.send(());
                    order.to_uppercase()
                })
            });
            let others = slow.join().unwrap();
            let _ = fast.join().unwrap();
            (serving.join().unwrap().unwrap_or_default(), others)
        },
    );
    expect!(
        others == 5,
        Serial,
        "one kitchen holds on to its order until the other 5 are cooked; {others} were"
    );
    expect!(
        dishes == orders(&["A", "B", "C", "D", "E", "F"]),
        WrongResult,
        "one of 2 kitchens was slow, and the last to finish; `serve` did not return all 6 dishes, each in its place"
    );
}
