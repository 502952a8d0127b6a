//! `publish`: who sees the sign sees the board, in every order that the memory model allows.

use harness::prelude::*;
use interleave_std::sync::Arc;
use interleave_std::thread;
use locks_model::publish::Board;

#[test]
#[claim(value)]
fn one_thread_reads_what_it_published() {
    let mut random = random();
    let (dish, price) = (random.u64(1..100), random.u64(500..2_000));
    let seen = within("one thread to publish and read", move || {
        let board = locks::publish::Board::new();
        let before = board.read();
        board.publish(dish, price);
        (before, board.read())
    });
    let asked = (None, Some((dish, price)));
    expect!(
        seen == asked,
        WrongResult,
        "before and after publish({dish}, {price}) read gives {asked:?}; yours gave {seen:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn a_reader_does_not_wait_for_the_manager() {
    every_interleaving(|| Board::new().read())
        .because("Nobody publishes: read gives None and does not wait.")
        .is("{None}");
}

#[test]
#[claim(every_interleaving)]
fn the_board_can_be_read_after_it_was_published() {
    every_interleaving(|| {
        let board = Arc::new(Board::new());
        let manager = Arc::clone(&board);
        thread::spawn(move || manager.publish(7, 850))
            .join()
            .unwrap();
        board.read()
    })
    .because("The manager has published dish 7 at 850 cents and gone home; then a waiter reads.")
    .is("{Some((7, 850))}");
}

#[test]
#[claim(every_interleaving)]
fn two_waiters_read_at_once() {
    every_interleaving(|| {
        let board = Arc::new(Board::new());
        board.publish(7, 850);
        let other = Arc::clone(&board);
        let reading = thread::spawn(move || other.read().is_some());
        (board.read().is_some(), reading.join().unwrap())
    })
    .because("The board is written, and 2 waiters look at the same time. Both read it.")
    .is("{(true, true)}");
}

#[test]
#[claim(every_interleaving)]
fn whoever_sees_the_sign_sees_dish_and_price() {
    every_interleaving(|| {
        let board = Arc::new(Board::new());
        let manager = Arc::clone(&board);
        let publishing = thread::spawn(move || manager.publish(7, 850));
        let seen = board.read();
        publishing.join().unwrap();
        seen
    })
    .because("A waiter reads nothing, or dish 7 at 850 cents. A zero was there before the writing: its store was not seen yet.")
    .missing_means(
        Verdict::WrongResult,
        "a waiter may come before the sign is turned, or after it: both must be possible",
    )
    .is("{None, Some((7, 850))}");
}

#[test]
#[claim(every_interleaving)]
fn a_second_look_never_sees_less() {
    every_interleaving(|| {
        let board = Arc::new(Board::new());
        let manager = Arc::clone(&board);
        let publishing = thread::spawn(move || manager.publish(7, 850));
        let seen = (board.read().is_some(), board.read().is_some());
        publishing.join().unwrap();
        seen
    })
    .because("Once open, the board stays open.")
    .missing_means(
        Verdict::WrongResult,
        "the sign may be turned before the first look, between the two, or after both",
    )
    .is("{(false, false), (false, true), (true, true)}");
}

#[test]
#[claim(value)]
fn four_real_waiters_read_the_whole_board() {
    let price = random().u64(500..2_000);
    let wrong = within("4 threads to read a board", move || {
        let board = locks::publish::Board::new();
        std::thread::scope(|scope| {
            let waiters: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        loop {
                            match board.read() {
                                Some(seen) => return seen,
                                None => std::thread::yield_now(),
                            }
                        }
                    })
                })
                .collect();
            board.publish(7, price);
            let seen = waiters.into_iter().map(|waiter| waiter.join().unwrap());
            seen.filter(|seen| *seen != (7, price)).count()
        })
    });
    expect!(
        wrong == 0,
        Race,
        "dish 7 at {price} was published, and waiters read something else"
    );
}
