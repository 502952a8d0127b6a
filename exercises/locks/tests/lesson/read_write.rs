//! `read_write`: many readers at once, one writer, no recipe worked out twice.

use harness::prelude::*;
use interleave_std as model;
use locks_model::read_write::RecipeBook;
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

/// A recipe that names its dish, and counts how often one was worked out.
fn recipe<'a>(worked_out: &'a AtomicUsize) -> impl Fn(u32) -> String + Copy + 'a {
    move |dish| {
        worked_out.fetch_add(1, SeqCst);
        format!("dish {dish}")
    }
}

#[test]
#[claim(every_interleaving)]
fn a_recipe_is_worked_out_at_the_first_time_only() {
    every_interleaving(|| {
        let (book, worked_out) = (RecipeBook::new(), AtomicUsize::new(0));
        let read = |dish| book.consult(dish, recipe(&worked_out), str::to_string);
        let seen = [read(3), read(4), read(3)];
        (seen, worked_out.into_inner(), book.len())
    })
    .because("The recipes of dishes 3, 4 and 3 are read. 2 are worked out, and 2 are in the book.")
    .is(r#"{(["dish 3", "dish 4", "dish 3"], 2, 2)}"#);
}

#[test]
#[claim(every_interleaving)]
fn two_cooks_who_miss_a_recipe_work_it_out_once() {
    every_interleaving(|| {
        let (book, worked_out) = (RecipeBook::new(), AtomicUsize::new(0));
        let read = || book.consult(3, recipe(&worked_out), str::to_string);
        let seen = model::thread::scope(|scope| {
            let other = scope.spawn(read);
            [read(), other.join().unwrap()]
        });
        (seen, worked_out.into_inner())
    })
    .with_spurious_wakeups(1)
    .because("2 threads want the same recipe, which is not in the book. It is worked out once, and both read it.")
    .is(r#"{(["dish 3", "dish 3"], 1)}"#);
}

#[test]
#[claim(every_interleaving)]
fn nobody_reads_a_recipe_that_is_not_finished() {
    every_interleaving(|| {
        let book = RecipeBook::new();
        let slowly = |dish| {
            model::thread::yield_now();
            format!("dish {dish}")
        };
        model::thread::scope(|scope| {
            scope.spawn(|| book.consult(3, slowly, |_| ()));
            book.consult(3, slowly, str::to_string)
        })
    })
    .because("While one thread works the recipe out, another one wants to read it. It reads all or waits.")
    .is(r#"{"dish 3"}"#);
}

#[test]
#[claim(every_interleaving)]
fn different_recipes_do_not_get_in_each_others_way() {
    every_interleaving(|| {
        let (book, worked_out) = (RecipeBook::new(), AtomicUsize::new(0));
        let read = |dish| book.consult(dish, recipe(&worked_out), str::to_string);
        let other = model::thread::scope(|scope| {
            let other = scope.spawn(|| read(4));
            read(3);
            other.join().unwrap()
        });
        (other, read(3), worked_out.into_inner(), book.len())
    })
    .because("2 threads want different recipes. Both are worked out, and both stay in the book.")
    .is(r#"{("dish 4", "dish 3", 2, 2)}"#);
}

#[test]
#[claim(every_interleaving)]
fn two_cooks_read_at_the_same_time() {
    every_interleaving(|| {
        let book = RecipeBook::new();
        let both = Rendezvous::new(2);
        book.consult(3, |_| String::from("soup"), |_| ());
        let read = || {
            let missing = |_| String::from("worked out again");
            book.consult(3, missing, |text| {
                both.arrive();
                text.to_string()
            })
        };
        model::thread::scope(|scope| {
            let other = scope.spawn(read);
            (read(), other.join().unwrap())
        })
    })
    .deadlock_means(Verdict::Serial, "while one cook reads, no other can read")
    .because(
        "The recipe is in the book and 2 threads read it. Neither is done before both are at it.",
    )
    .is(r#"{("soup", "soup")}"#);
}

#[test]
#[claim(every_interleaving)]
fn who_has_written_reads_like_everybody_else() {
    every_interleaving(|| {
        let book = RecipeBook::new();
        let work_out = |_| String::from("soup");
        book.consult(3, work_out, |_| {
            let other = || book.consult(3, work_out, str::to_string);
            model::thread::scope(|scope| scope.spawn(other).join().unwrap())
        })
    })
    .deadlock_means(
        Verdict::Serial,
        "while the cook who wrote the recipe reads it, no other can read",
    )
    .because("One thread has worked the recipe out and reads it. Before it is done, another one reads it too.")
    .is(r#"{"soup"}"#);
}

#[test]
#[claim(value)]
fn four_cooks_read_a_whole_book() {
    let mut random = random();
    let dishes: Vec<u32> = (0..20).map(|_| random.u32(..)).collect();
    let mut different = dishes.clone();
    different.sort_unstable();
    different.dedup();
    let (read, worked_out, len) = within("4 threads to read 20 recipes 50 times", move || {
        let shared = Arc::new((locks::read_write::RecipeBook::new(), AtomicUsize::new(0)));
        let cooks: Vec<_> = (0..4)
            .map(|_| {
                let (shared, dishes) = (Arc::clone(&shared), dishes.clone());
                thread::spawn(move || {
                    let right = Cell::new(0);
                    for &dish in dishes.iter().cycle().take(20 * 50) {
                        let asked = format!("dish {dish}");
                        let check =
                            |text: &str| right.set(right.get() + usize::from(text == asked));
                        shared.0.consult(dish, recipe(&shared.1), check);
                    }
                    right.get()
                })
            })
            .collect();
        let read: usize = cooks.into_iter().map(|cook| cook.join().unwrap()).sum();
        (read, shared.1.load(SeqCst), shared.0.len())
    });
    expect!(
        read == 4 * 20 * 50,
        WrongResult,
        "4000 recipes were asked for, and not all of them were read and right"
    );
    let recipes = different.len();
    expect!(
        worked_out == recipes && len == recipes,
        WrongResult,
        "there are {recipes} recipes; not each of them was worked out once and stands in the book"
    );
}
