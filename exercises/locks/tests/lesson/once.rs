//! `once`: made once, waited for, and made anew after a panic.

use harness::prelude::*;
use interleave_std::panic::{AssertUnwindSafe, catch_unwind};
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::thread;
use locks_model::once::Once;

#[test]
#[claim(value)]
fn the_first_caller_makes_the_value_and_the_second_finds_it() {
    let number = random().u32(..);
    let seen = within("one thread to make a value and read it", move || {
        let once = locks::once::Once::new();
        let before = once.get();
        let first = once.get_or_init(|| number);
        let second = once.get_or_init(|| number.wrapping_add(1));
        (before, *first, *second, once.get().map(|value| *value))
    });
    let asked = (None, number, number, Some(number));
    expect!(
        seen == asked,
        WrongResult,
        "get, get_or_init, get_or_init, get should give {asked:?}; they gave {seen:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn two_callers_at_once_make_it_once_and_read_the_same() {
    every_interleaving(|| {
        let (once, made) = (Once::new(), AtomicU32::new(0));
        let guest = || *once.get_or_init(|| made.fetch_add(1, SeqCst) + 7);
        let read = thread::scope(|scope| {
            let other = scope.spawn(guest);
            (guest(), other.join().unwrap())
        });
        (read, made.load(SeqCst))
    })
    .with_spurious_wakeups(1)
    .because("2 guests ask for the menu. It is printed once, and both read number 7.")
    .is("{((7, 7), 1)}");
}

#[test]
#[claim(every_interleaving)]
fn whoever_finds_the_value_finds_all_of_it() {
    every_interleaving(|| {
        let once = Once::new();
        thread::scope(|scope| {
            scope.spawn(|| drop(once.get_or_init(|| vec![1, 2])));
            once.get().map(|menu| menu.len())
        })
    })
    .because("get finds nothing, or the whole menu of 2 dishes.")
    .is("{None, Some(2)}");
}

#[test]
#[claim(every_interleaving)]
fn two_who_look_at_once_both_find_it() {
    every_interleaving(|| {
        let once = Once::new();
        once.get_or_init(|| 7);
        let look = || once.get().map(|value| *value);
        thread::scope(|scope| {
            let other = scope.spawn(look);
            (look(), other.join().unwrap())
        })
    })
    .because("The menu is there, and 2 guests look at the same time. Both find it.")
    .is("{(Some(7), Some(7))}");
}

#[test]
#[claim(every_interleaving)]
fn looking_does_not_wait_for_the_making() {
    every_interleaving(|| {
        let (once, meet) = (Once::new(), Rendezvous::new(2));
        thread::scope(|scope| {
            scope.spawn(|| drop(once.get_or_init(|| meet.arrive())));
            let seen = once.get().is_none();
            meet.arrive();
            seen
        })
    })
    .because("The printer runs until somebody has looked: get must not wait for it.")
    .is("{true}");
}

#[test]
#[claim(every_interleaving)]
fn one_value_may_be_made_while_another_is() {
    every_interleaving(|| {
        let (menu, prices) = (Once::new(), Once::new());
        *menu.get_or_init(|| 2 * *prices.get_or_init(|| 7))
    })
    .deadlock_means(
        Verdict::Serial,
        "while one value is made, nobody can make another one that has nothing to do with it",
    )
    .because("There are a menu and a list of prices, each a Once. Whoever prints the menu makes the prices first.")
    .is("{14}");
}

#[test]
#[claim(every_interleaving)]
fn after_a_panic_the_next_caller_starts_anew() {
    every_interleaving(|| {
        let (once, meals) = (Once::new(), AtomicU32::new(0));
        let jam = || -> u32 {
            meals.fetch_add(1, SeqCst);
            panic!("the printer jams")
        };
        thread::scope(|scope| {
            let other = scope.spawn(|| {
                let tried = catch_unwind(AssertUnwindSafe(|| once.get_or_init(jam)));
                tried.is_err() || meals.load(SeqCst) == 0
            });
            let mine = *once.get_or_init(|| 5);
            (mine, other.join().unwrap())
        })
    })
    .because(
        "One guest's printer jams, and only that guest gets the panic. The other one gets menu 5.",
    )
    .is("{(5, true)}");
}

#[test]
#[claim(value)]
fn eight_guests_ask_at_once() {
    let number = random().u32(1..1_000);
    let (made, read) = within("8 threads to ask for one value", move || {
        let once = locks::once::Once::new();
        let made = std::sync::atomic::AtomicU32::new(0);
        let read: Vec<u32> = std::thread::scope(|scope| {
            let guests: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| *once.get_or_init(|| made.fetch_add(1, SeqCst) + number)))
                .collect();
            guests
                .into_iter()
                .map(|guest| guest.join().unwrap())
                .collect()
        });
        (made.load(SeqCst), read)
    });
    expect!(
        made == 1 && read == [number; 8],
        Race,
        "8 guests: the value was not made once and read by all of them"
    );
}
