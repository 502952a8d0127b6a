//! `bounded_buffer`: who finds it full waits, who finds it empty waits, nobody sleeps through a notification.

use harness::prelude::*;
use interleave_std as model;
use locks_model::bounded_buffer::Buffer;
use std::sync::Arc;
use std::thread;

#[test]
#[claim(value)]
fn items_come_out_in_the_order_they_went_in() {
    let mut random = random();
    let items: Vec<u32> = (0..3).map(|_| random.u32(..)).collect();
    let put = items.clone();
    let (lengths, got) = within("one thread to put 3 items and get them", move || {
        let buffer = locks::bounded_buffer::Buffer::new(3);
        let mut lengths = vec![buffer.len()];
        for item in put {
            buffer.put(item);
            lengths.push(buffer.len());
        }
        (lengths, [buffer.get(), buffer.get(), buffer.get()])
    });
    expect!(
        lengths == [0, 1, 2, 3],
        WrongResult,
        "after each put the buffer should hold 0, 1, 2, 3 items; it held {lengths:?}"
    );
    expect!(
        got == *items,
        WrongResult,
        "{items:?} went in and {got:?} came out"
    );
}

#[test]
#[claim(every_interleaving)]
fn put_waits_while_the_buffer_is_full() {
    every_interleaving(|| {
        let buffer = Buffer::new(1);
        buffer.put(1);
        buffer.put(2);
    })
    .because("The buffer has room for 1 item and nobody takes any: the second put sleeps for ever.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn get_waits_while_the_buffer_is_empty() {
    every_interleaving(|| Buffer::<u32>::new(1).get())
        .because("Nobody puts anything in: get sleeps for ever, and does not look again and again.")
        .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn a_waiting_consumer_is_woken_by_the_producer() {
    every_interleaving(|| {
        let buffer = Buffer::new(1);
        model::thread::scope(|scope| {
            scope.spawn(|| buffer.put(7));
            buffer.get()
        })
    })
    .because("One thread gets before or after the other has put 7 in. Either way it gets the 7.")
    .is("{7}");
}

#[test]
#[claim(every_interleaving)]
fn a_waiting_producer_is_woken_by_the_consumer() {
    every_interleaving(|| {
        let buffer = Buffer::new(1);
        model::thread::scope(|scope| {
            scope.spawn(|| (1..=3).for_each(|item| buffer.put(item)));
            [buffer.get(), buffer.get(), buffer.get()]
        })
    })
    .because("There is room for 1 item. One thread puts 1, 2 and 3 in, the other gets 3 items.")
    .is("{[1, 2, 3]}");
}

#[test]
#[claim(every_interleaving)]
fn two_waiting_producers_are_both_woken() {
    every_interleaving(|| {
        let buffer = Buffer::new(2);
        buffer.put(1);
        buffer.put(2);
        model::thread::scope(|scope| {
            scope.spawn(|| buffer.put(3));
            scope.spawn(|| buffer.put(4));
            buffer.get();
            buffer.get();
        });
        buffer.len()
    })
    .because(
        "The buffer is full and 2 threads wait to put. 2 items are taken: both threads have room.",
    )
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn a_wakeup_is_no_promise_that_an_item_is_there() {
    every_interleaving(|| {
        let buffer = Buffer::new(2);
        model::thread::scope(|scope| {
            let first = scope.spawn(|| buffer.get());
            let second = scope.spawn(|| buffer.get());
            buffer.put(1);
            buffer.put(2);
            first.join().unwrap() + second.join().unwrap()
        })
    })
    .because("2 threads take 1 and 2. Another thread may be faster than the one that was woken.")
    .is("{3}");
}

#[test]
#[claim(every_interleaving)]
fn a_wakeup_without_a_notification_does_no_harm() {
    every_interleaving(|| {
        let buffer = Buffer::new(1);
        model::thread::scope(|scope| {
            scope.spawn(|| (1..=2).for_each(|item| buffer.put(item)));
            [buffer.get(), buffer.get()]
        })
    })
    .with_spurious_wakeups(1)
    .because("One wait ends without any notification here, as std allows. Still 1 and 2 come out.")
    .is("{[1, 2]}");
}

#[test]
#[claim(every_interleaving)]
fn nobody_sleeps_through_a_notification_for_the_other_side() {
    every_interleaving(|| {
        let buffer = Buffer::new(1);
        model::thread::scope(|scope| {
            scope.spawn(|| buffer.put(1));
            scope.spawn(|| buffer.put(2));
            let other = scope.spawn(|| buffer.get());
            buffer.get() + other.join().unwrap()
        })
    })
    .because("2 threads put, 2 threads get. In the end nobody may still sleep.")
    .is("{3}");
}

#[test]
#[claim(value)]
fn three_producers_and_two_consumers_lose_nothing() {
    let each = random().u32(200..400);
    let mut got = within("3 producers and 2 consumers", move || {
        let buffer = Arc::new(locks::bounded_buffer::Buffer::new(2));
        let producers: Vec<_> = (0..3)
            .map(|_| {
                let buffer = Arc::clone(&buffer);
                thread::spawn(move || (0..each * 2).for_each(|item| buffer.put(item)))
            })
            .collect();
        let consumers: Vec<_> = (0..2)
            .map(|_| {
                let buffer = Arc::clone(&buffer);
                thread::spawn(move || (0..each * 3).map(|_| buffer.get()).collect::<Vec<u32>>())
            })
            .collect();
        producers
            .into_iter()
            .for_each(|thread| thread.join().unwrap());
        consumers
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect::<Vec<u32>>()
    });
    got.sort_unstable();
    let asked: Vec<u32> = (0..each * 2).flat_map(|item| [item; 3]).collect();
    expect!(
        got == asked,
        WrongResult,
        "{} items went in, and not the same ones came out",
        asked.len()
    );
}
