//! `poison`: a panic with the lock in hand loses nothing and stops nobody.

use harness::prelude::*;
use interleave_std::panic::{AssertUnwindSafe, catch_unwind};
use interleave_std::thread;
use locks_model::poison::Tills;

#[test]
#[claim(value)]
fn money_moves_when_the_bar_has_it() {
    let mut random = random();
    let (bar, amount) = (random.u64(100..200), random.u64(1..50));
    let (seen, balance) = within("one thread to move money", move || {
        let tills = locks::poison::Tills::new(bar, 7);
        let confirmed = std::cell::Cell::new(0);
        let confirm = || confirmed.set(confirmed.get() + 1);
        let moved = tills.shift(amount, confirm);
        let refused = tills.shift(bar, confirm);
        ((moved, refused, confirmed.get()), tills.balance())
    });
    expect!(
        seen == (true, false, 1),
        WrongResult,
        "the bar has {bar}: shift({amount}) is true, shift({bar}) then false, 1 is confirmed; you gave {seen:?}"
    );
    expect!(
        balance == (bar - amount, 7 + amount),
        WrongResult,
        "{bar} and 7 in the tills, {amount} moved: balance is {balance:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn two_cooks_do_not_move_the_same_money() {
    every_interleaving(|| {
        let tills = Tills::new(10, 0);
        let moved = thread::scope(|scope| {
            let other = scope.spawn(|| tills.shift(6, || ()));
            let mine = tills.shift(6, || ());
            u32::from(mine) + u32::from(other.join().unwrap())
        });
        (moved, tills.balance())
    })
    .because("The bar has 10. Two cooks want to move 6 each: one can.")
    .is("{(1, (4, 6))}");
}

#[test]
#[claim(every_interleaving)]
fn nobody_sees_money_on_its_way() {
    every_interleaving(|| {
        let tills = Tills::new(10, 0);
        thread::scope(|scope| {
            scope.spawn(|| tills.shift(6, thread::yield_now));
            tills.balance()
        })
    })
    .because("Whoever looks sees the tills before the move or after it.")
    .is("{(10, 0), (4, 6)}");
}

#[test]
#[claim(every_interleaving)]
fn a_panic_reaches_its_caller() {
    every_interleaving(|| {
        let tills = AssertUnwindSafe(Tills::new(10, 0));
        catch_unwind(|| tills.shift(6, || panic!("the cook faints"))).is_err()
    })
    .because("confirm panics: the caller of shift must get the panic.")
    .is("{true}");
}

#[test]
#[claim(every_interleaving)]
fn after_a_panic_no_money_is_lost_and_everybody_works_on() {
    every_interleaving(|| {
        let tills = Tills::new(10, 0);
        let moved = thread::scope(|scope| {
            let faints = scope.spawn(|| {
                let shift = AssertUnwindSafe(|| tills.shift(6, || panic!("the cook faints")));
                drop(catch_unwind(shift));
            });
            let mine = tills.shift(3, || ());
            faints.join().unwrap();
            mine
        });
        (
            moved,
            tills.balance(),
            tills.shift(7, || ()),
            tills.balance(),
        )
    })
    .because(
        "One cook faints while moving 6. The other moves 3, and afterwards the 7 that are left.",
    )
    .is("{(true, (7, 3), true, (0, 10))}");
}

#[test]
#[claim(value)]
fn a_thousand_shifts_and_a_few_faints() {
    let faint_at = random().u64(100..900);
    let balance = within("4 threads to move money", move || {
        let tills = locks::poison::Tills::new(4_000, 0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for round in 0..1_000 {
                        let confirm = || {
                            if round == faint_at {
                                std::panic::resume_unwind(Box::new("the cook faints"));
                            }
                        };
                        let shift = AssertUnwindSafe(|| tills.shift(1, confirm));
                        drop(std::panic::catch_unwind(shift));
                    }
                });
            }
        });
        tills.balance()
    });
    expect!(
        balance == (4, 3_996),
        WrongResult,
        "4 cooks move 1 each, 1000 times, and each faints once: (4, 3996) should be left, and it is not"
    );
}
