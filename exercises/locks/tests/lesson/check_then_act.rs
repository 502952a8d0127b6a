//! `check_then_act`: the decision, the change and the answer are one.

use harness::prelude::*;
use interleave_std as model;
use locks_model::check_then_act::CashBox;
use std::sync::Arc;
use std::thread;

#[test]
#[claim(every_interleaving)]
fn coins_are_taken_if_there_are_enough() {
    every_interleaving(|| {
        let cash_box = CashBox::new(10);
        (cash_box.take(7), cash_box.take(3), cash_box.cash())
    })
    .because("There are 10 coins inside. 7 are taken, then the last 3.")
    .is("{(Ok(3), Ok(0), 0)}");
}

#[test]
#[claim(every_interleaving)]
fn coins_that_are_not_there_are_refused() {
    every_interleaving(|| {
        let cash_box = CashBox::new(4);
        (cash_box.take(5), cash_box.put(2), cash_box.take(5))
    })
    .because("There are 4 coins inside: 5 are refused. Then 2 are put in, and 5 are covered.")
    .is("{(Err(4), 6, Ok(1))}");
}

#[test]
#[claim(every_interleaving)]
fn two_cooks_never_take_the_same_coins() {
    every_interleaving(|| {
        let cash_box = CashBox::new(10);
        let answers = model::thread::scope(|scope| {
            let other = scope.spawn(|| cash_box.take(7));
            [cash_box.take(7), other.join().unwrap()]
        });
        (answers, cash_box.cash())
    })
    .because("There are 10 coins inside and 2 threads take 7 each. One is refused, and 3 remain.")
    .is("{([Err(3), Ok(3)], 3), ([Ok(3), Err(3)], 3)}");
}

#[test]
#[claim(every_interleaving)]
fn nobody_notices_a_refusal() {
    every_interleaving(|| {
        let cash_box = CashBox::new(5);
        model::thread::scope(|scope| {
            scope.spawn(|| cash_box.take(7));
            cash_box.take(5)
        })
    })
    .because(
        "There are 5 coins inside. One thread asks for 7, which is refused. The other gets its 5.",
    )
    .is("{Ok(0)}");
}

#[test]
#[claim(every_interleaving)]
fn the_answer_belongs_to_the_decision() {
    every_interleaving(|| {
        let cash_box = CashBox::new(3);
        model::thread::scope(|scope| {
            let other = scope.spawn(|| cash_box.put(4));
            (cash_box.take(5), other.join().unwrap())
        })
    })
    .because(
        "There are 3 coins. One thread takes 5, the other puts 4 in: 3 are too few, 7 leave 2.",
    )
    .is("{(Err(3), 7), (Ok(2), 7)}");
}

#[test]
#[claim(every_interleaving)]
fn two_cooks_share_what_there_is() {
    every_interleaving(|| {
        let cash_box = CashBox::new(10);
        let taken = model::thread::scope(|scope| {
            let other = scope.spawn(|| cash_box.take_up_to(6));
            [cash_box.take_up_to(7), other.join().unwrap()]
        });
        (taken, cash_box.cash())
    })
    .because(
        "There are 10 coins. One thread takes up to 7, the other up to 6: together they get 10.",
    )
    .is("{([4, 6], 0), ([7, 3], 0)}");
}

#[test]
#[claim(value)]
fn four_cooks_take_exactly_what_is_covered() {
    let mut random = random();
    let (amount, covered) = (random.u64(2..20), random.u64(1_000..2_000));
    let rest = random.u64(0..amount);
    let (paid, left) = within("4 threads to empty the box", move || {
        let cash_box = Arc::new(locks::check_then_act::CashBox::new(amount * covered + rest));
        let cooks: Vec<_> = (0..4)
            .map(|_| {
                let cash_box = Arc::clone(&cash_box);
                thread::spawn(move || {
                    (0..covered)
                        .filter(|_| cash_box.take(amount).is_ok())
                        .count()
                })
            })
            .collect();
        let paid: usize = cooks.into_iter().map(|cook| cook.join().unwrap()).sum();
        (paid as u64, cash_box.take_up_to(u64::MAX))
    });
    expect!(
        paid == covered && left == rest,
        WrongResult,
        "the box covers {amount} coins {covered} times and {rest} more; it paid another number of times, or did not keep the rest"
    );
}
