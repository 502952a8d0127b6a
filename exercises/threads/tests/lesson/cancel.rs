//! `cancel`: stops before the next tray, keeps what is baked, and never sleeps through the alarm.

use harness::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use threads_model::cancel::Oven;

fn bake(tray: u32) -> u32 {
    tray * 10
}

#[test]
#[claim(value)]
fn finish_bakes_everything_in_order() {
    let mut random = random();
    let trays: Vec<u32> = (0..5).map(|_| random.u32(1..1_000)).collect();
    let asked: Vec<u32> = trays.iter().map(|tray| tray + 1).collect();
    let put = trays.clone();
    let cakes = within("the oven to bake 5 trays", move || {
        let oven = threads::cancel::Oven::start(|tray| tray + 1);
        put.into_iter().for_each(|tray| oven.put(tray));
        oven.finish()
    });
    expect!(
        cakes == asked,
        WrongResult,
        "trays {trays:?}, each baked into one more: {asked:?}, not {cakes:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn an_empty_oven_wakes_up_to_finish() {
    every_interleaving(|| Oven::start(bake).finish())
        .because("Nothing is on the belt, and the oven may be asleep. It must still end.")
        .is("{[]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn a_sleeping_oven_wakes_up_for_a_tray() {
    every_interleaving(|| {
        let oven = Oven::start(bake);
        oven.put(1);
        oven.put(2);
        oven.finish()
    })
    .with_spurious_wakeups(1)
    .because(
        "2 trays come while the oven sleeps, or bakes, or is about to fall asleep. Both are baked.",
    )
    .is("{[10, 20]}");
}

#[test]
#[claim(every_interleaving)]
fn a_sleeping_oven_wakes_up_for_the_alarm() {
    every_interleaving(|| Oven::start(bake).cancel())
        .because("The alarm rings while the oven sleeps, or is about to fall asleep.")
        .is("{[]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn what_is_baked_before_the_alarm_is_kept() {
    every_interleaving(|| {
        let baked = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&baked);
        let oven = Oven::start(move |tray| {
            count.fetch_add(1, SeqCst);
            bake(tray)
        });
        oven.put(1);
        let cakes = oven.cancel();
        cakes.len() == baked.load(SeqCst) as usize
    })
    .because("As many cakes come back as were baked.")
    .is("{true}");
}

#[test]
#[claim(every_interleaving)]
fn no_tray_is_begun_after_the_alarm() {
    every_interleaving(|| {
        let baking = Rendezvous::new(2);
        let baking = Arc::new(baking);
        let oven = {
            let baking = Arc::clone(&baking);
            Oven::start(move |tray| {
                if tray == 1 {
                    baking.arrive();
                    baking.arrive();
                }
                bake(tray)
            })
        };
        oven.put(1);
        oven.put(2);
        // Tray 1 is in the oven.
        baking.arrive();
        let ringing = Arc::clone(&baking);
        let alarm = interleave_std::thread::spawn(move || oven.cancel());
        // It stays there until the alarm may have rung.
        ringing.arrive();
        alarm.join().unwrap()
    })
    .because("Tray 1 is in the oven, tray 2 on the belt, and the alarm rings. In some orders tray 2 must stay there.")
    .missing_means(Verdict::WrongResult, "the oven bakes on after the alarm: tray 2 is baked in every order of events")
    .is("{[10], [10, 20]}");
}

#[test]
#[claim(value)]
fn a_real_oven_stops_in_the_middle() {
    let cakes = within("the oven to stop at the alarm", || {
        let begun = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&begun);
        let oven = threads::cancel::Oven::start(move |tray| {
            count.fetch_add(1, SeqCst);
            tray
        });
        (0..10).for_each(|tray| oven.put(tray));
        while begun.load(SeqCst) == 0 {
            std::thread::yield_now();
        }
        oven.cancel()
    });
    expect!(
        !cakes.is_empty()
            && cakes
                .iter()
                .enumerate()
                .all(|(at, cake)| at as u32 == *cake),
        WrongResult,
        "10 trays, and the alarm after the first was begun: what came back are not the first cakes in their order"
    );
}
