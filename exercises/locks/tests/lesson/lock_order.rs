//! `lock_order`: two locks at once, in one order for everybody, and never a lock for everything.

use harness::prelude::*;
use interleave_std as model;
use locks_model::lock_order::Bank;
use std::sync::Arc;
use std::thread;

#[test]
#[claim(every_interleaving)]
fn money_moves_if_it_is_covered() {
    every_interleaving(|| {
        let bank = Bank::new(vec![5, 1]);
        let paid = [
            bank.transfer(0, 1, 3, || ()),
            bank.transfer(0, 1, 3, || ()),
            bank.transfer(1, 0, 4, || ()),
        ];
        (paid, bank.balance(0), bank.balance(1))
    })
    .because(
        "Kitchen 0 has 5 and kitchen 1 has 1. 3 are paid, 3 more are not covered, 4 come back.",
    )
    .is("{([true, false, true], 6, 0)}");
}

#[test]
#[claim(every_interleaving)]
fn a_slip_is_written_for_each_transfer_that_is_made() {
    every_interleaving(|| {
        let bank = Bank::new(vec![5, 1]);
        let slips = std::cell::Cell::new(0);
        let count = || slips.set(slips.get() + 1);
        let paid = [bank.transfer(0, 1, 5, count), bank.transfer(0, 1, 5, count)];
        (paid, slips.get())
    })
    .because("Kitchen 0 has 5 and pays 5 once. The second time is refused, and needs no slip.")
    .is("{([true, false], 1)}");
}

#[test]
#[claim(every_interleaving)]
fn a_kitchen_may_pay_itself() {
    every_interleaving(|| {
        let bank = Bank::new(vec![5]);
        let paid = [bank.transfer(0, 0, 5, || ()), bank.transfer(0, 0, 6, || ())];
        (paid, bank.balance(0))
    })
    .because("Kitchen 0 has 5. It pays itself 5, then it cannot pay itself 6. It still has 5.")
    .is("{([true, false], 5)}");
}

#[test]
#[claim(every_interleaving)]
fn transfers_both_ways_come_to_an_end() {
    every_interleaving(|| {
        let bank = Bank::new(vec![5, 5]);
        model::thread::scope(|scope| {
            scope.spawn(|| bank.transfer(0, 1, 2, || ()));
            scope.spawn(|| bank.transfer(1, 0, 3, || ()));
        });
        (bank.balance(0), bank.balance(1))
    })
    .because("One thread pays 2 from kitchen 0 to kitchen 1, another pays 3 from kitchen 1 to kitchen 0.")
    .is("{(6, 4)}");
}

#[test]
#[claim(every_interleaving)]
fn no_money_is_paid_twice() {
    every_interleaving(|| {
        let bank = Bank::new(vec![5, 0]);
        let mut paid = model::thread::scope(|scope| {
            let other = scope.spawn(|| bank.transfer(0, 1, 4, || ()));
            [bank.transfer(0, 1, 4, || ()), other.join().unwrap()]
        });
        paid.sort_unstable();
        (paid, bank.balance(0), bank.balance(1))
    })
    .because("Kitchen 0 has 5, and 2 threads pay 4 from it. One of them is refused.")
    .is("{([false, true], 1, 4)}");
}

#[test]
#[claim(every_interleaving)]
fn the_total_never_changes() {
    every_interleaving(|| {
        let bank = Bank::new(vec![5, 5]);
        model::thread::scope(|scope| {
            scope.spawn(|| {
                bank.transfer(0, 1, 2, || ());
                bank.transfer(1, 0, 3, || ());
            });
            bank.total()
        })
    })
    .because(
        "There are 10 in all. Money moves from one account to the other, and the total stays 10.",
    )
    .is("{10}");
}

#[test]
#[claim(every_interleaving)]
fn a_slip_is_written_while_the_accounts_are_locked() {
    every_interleaving(|| {
        let bank = Bank::new(vec![5, 5]);
        let desk = Gauge::new();
        let write = || drop(desk.enter());
        model::thread::scope(|scope| {
            scope.spawn(|| bank.transfer(0, 1, 2, write));
            scope.spawn(|| bank.transfer(1, 0, 3, write));
        });
        desk.peak()
    })
    .with_spurious_wakeups(1)
    .because(
        "2 transfers need the same 2 accounts, so they never write their slips at the same time.",
    )
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn transfers_between_other_kitchens_do_not_wait() {
    every_interleaving(|| {
        let bank = Bank::new(vec![5, 0, 5, 0]);
        let both = Rendezvous::new(2);
        model::thread::scope(|scope| {
            scope.spawn(|| bank.transfer(0, 1, 5, || both.arrive()));
            scope.spawn(|| bank.transfer(2, 3, 5, || both.arrive()));
        });
        [0, 1, 2, 3].map(|kitchen| bank.balance(kitchen))
    })
    .deadlock_means(
        Verdict::Serial,
        "while kitchen 0 pays kitchen 1, kitchen 2 cannot pay kitchen 3",
    )
    .because("The 2 transfers have no account in common. Both slips must be under way at once.")
    .is("{[0, 5, 0, 5]}");
}

#[test]
#[claim(value)]
fn a_busy_evening_neither_stops_nor_loses_money() {
    let mut random = random();
    let balances: Vec<u64> = (0..4).map(|_| random.u64(10..100)).collect();
    let money: u64 = balances.iter().sum();
    let orders: Vec<Vec<(usize, usize, u64)>> = (0..4)
        .map(|_| {
            (0..1_000)
                .map(|_| (random.usize(0..4), random.usize(0..4), random.u64(1..20)))
                .collect()
        })
        .collect();
    let (total, sum) = within("4 threads to make 1000 transfers each", move || {
        let bank = Arc::new(locks::lock_order::Bank::new(balances));
        let kitchens: Vec<_> = orders
            .into_iter()
            .map(|orders| {
                let bank = Arc::clone(&bank);
                thread::spawn(move || {
                    for (from, to, amount) in orders {
                        bank.transfer(from, to, amount, || ());
                    }
                })
            })
            .collect();
        kitchens
            .into_iter()
            .for_each(|kitchen| kitchen.join().unwrap());
        let sum: u64 = (0..4).map(|kitchen| bank.balance(kitchen)).sum();
        (bank.total(), sum)
    });
    expect!(
        total == money && sum == money,
        WrongResult,
        "there were {money} in all; in the end the total or the sum of the balances is another"
    );
}
