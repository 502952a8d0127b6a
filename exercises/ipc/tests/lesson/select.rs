//! `select`: whichever bell rings first is answered first, silence ends the evening, and no message is lost.

use harness::prelude::*;
use interleave_crossbeam::channel::{Receiver, unbounded};
use interleave_std::thread;
use ipc_model::select::{End, Event, listen, listen_until_quiet};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3_600);

/// All that `listen` notes.
fn noted(orders: &Receiver<u32>, calls: &Receiver<u32>) -> Vec<Event> {
    let mut noted = Vec::new();
    listen(orders, calls, |event| noted.push(event));
    noted
}

#[test]
#[claim(value)]
fn everything_is_noted_and_each_channel_keeps_its_order() {
    use ipc::select::{Event, listen};
    let mut random = random();
    let [orders, calls] = [5, 7].map(|n| (0..n).map(|_| random.u32(..)).collect::<Vec<_>>());
    let (sent_orders, sent_calls) = (orders.clone(), calls.clone());
    let noted = within("12 messages to be noted", move || {
        let (order, ordered) = crossbeam::channel::unbounded();
        let (call, called) = crossbeam::channel::unbounded();
        sent_orders.into_iter().for_each(|n| order.send(n).unwrap());
        sent_calls.into_iter().for_each(|n| call.send(n).unwrap());
        drop((order, call));
        let mut noted = Vec::new();
        listen(&ordered, &called, |event| noted.push(event));
        noted
    });
    let (mut noted_orders, mut noted_calls) = (Vec::new(), Vec::new());
    for event in noted {
        match event {
            Event::Order(n) => noted_orders.push(n),
            Event::Call(n) => noted_calls.push(n),
        }
    }
    expect!(
        noted_orders == orders && noted_calls == calls,
        WrongResult,
        "orders {orders:?} and calls {calls:?} came; noted were orders {noted_orders:?} and calls {noted_calls:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn two_closed_channels_are_the_end() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        drop((order, call));
        noted(&orders, &calls)
    })
    .because("Both channels are closed and empty.")
    .is("{[]}");
}

#[test]
#[claim(every_interleaving)]
fn a_call_is_heard_while_no_order_comes() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        let (answer, answers) = unbounded();
        thread::scope(|scope| {
            scope.spawn(move || {
                call.send(1).unwrap();
                answers.recv().unwrap();
                order.send(2).unwrap();
            });
            let mut noted = Vec::new();
            listen(&orders, &calls, |event| {
                noted.push(event);
                answer.send(()).ok();
            });
            noted
        })
    })
    .because("A guest calls, and orders when the call was noted. The host must not stand at the other bell.")
    .is("{[Call(1), Order(2)]}");
}

#[test]
#[claim(every_interleaving)]
fn an_order_is_heard_while_nobody_calls() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        let (answer, answers) = unbounded();
        thread::scope(|scope| {
            scope.spawn(move || {
                order.send(1).unwrap();
                answers.recv().unwrap();
                call.send(2).unwrap();
            });
            let mut noted = Vec::new();
            listen(&orders, &calls, |event| {
                noted.push(event);
                answer.send(()).ok();
            });
            noted
        })
    })
    .because("A guest orders, and calls when the order was noted. The host must not stand at the other bell.")
    .is("{[Order(1), Call(2)]}");
}

#[test]
#[claim(every_interleaving)]
fn one_channel_goes_on_when_the_other_is_closed() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        thread::scope(|scope| {
            scope.spawn(move || {
                drop(order);
                call.send(1).unwrap();
                call.send(2).unwrap();
            });
            noted(&orders, &calls)
        })
    })
    .because("No orders come any more, and then 2 calls.")
    .is("{[Call(1), Call(2)]}");
}

#[test]
#[claim(every_interleaving)]
fn the_host_sleeps_while_nothing_comes() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        let noted = noted(&orders, &calls);
        drop((order, call));
        noted
    })
    .because("Both channels are open, and nothing comes.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn the_host_sleeps_while_one_channel_is_closed() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        drop(order);
        let noted = noted(&orders, &calls);
        drop(call);
        noted
    })
    .because("The orders are closed, the calls are open, and nothing comes.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn whichever_comes_first_is_noted_first() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        thread::scope(|scope| {
            scope.spawn(move || order.send(1).unwrap());
            scope.spawn(move || call.send(2).unwrap());
            noted(&orders, &calls)
        })
    })
    .because("One order and one call come, in either order.")
    .is("{[Call(2), Order(1)], [Order(1), Call(2)]}");
}

#[test]
#[claim(every_interleaving)]
fn silence_ends_the_evening() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        let end = listen_until_quiet(&orders, &calls, HOUR, |_| {});
        drop((order, call));
        end
    })
    .because("Both channels are open, and nothing comes for an hour. The host sleeps that long.")
    .is("{Quiet}");
}

#[test]
#[claim(every_interleaving)]
fn nothing_is_lost_when_the_silence_ends() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        thread::scope(|scope| {
            let guest = scope.spawn(move || {
                order.send(1).unwrap();
                call.send(2).unwrap();
                (order, call)
            });
            let mut noted = 0;
            let end = listen_until_quiet(&orders, &calls, HOUR, |_| noted += 1);
            drop(guest.join());
            let left = orders.try_iter().count() + calls.try_iter().count();
            assert!(noted + left == 2, "2 messages came, noted: {noted}, still there: {left}");
            (noted, end)
        })
    })
    .because("An order and a call come, each before or after the host has gone home.")
    .missing_means(
        Verdict::WrongResult,
        "0, 1 or 2 messages can come before the host has lost patience, and all three must be possible",
    )
    .is("{(0, Quiet), (1, Quiet), (2, Quiet)}");
}

#[test]
#[claim(every_interleaving)]
fn nobody_listens_after_the_end() {
    every_interleaving(|| {
        let (order, orders) = unbounded();
        let (call, calls) = unbounded();
        let end = listen_until_quiet(&orders, &calls, HOUR, |_| {});
        drop((order, call));
        end == End::Quiet
    })
    .is("{true}")
    .leaves_nothing_running();
}

#[test]
#[claim(value)]
fn patience_is_no_delay() {
    use ipc::select::{End, Event, listen_until_quiet};
    let number = random().u32(..);
    let (noted, end) = within(
        "a call to be noted, with a patience of an hour",
        move || {
            let (order, orders) = crossbeam::channel::unbounded();
            let (call, calls) = crossbeam::channel::unbounded();
            call.send(number).unwrap();
            let (mut order, mut call) = (Some(order), Some(call));
            let mut noted = Vec::new();
            let end = listen_until_quiet(&orders, &calls, HOUR, |event| {
                noted.push(event);
                order.take().map(|order| order.send(1));
                call.take();
            });
            (noted, end)
        },
    );
    expect!(
        noted == [Event::Call(number), Event::Order(1)] && end == End::Closed,
        WrongResult,
        "call {number}, then order 1, then both channels are closed: noted was {noted:?}, and the end is {end:?}"
    );
}

#[test]
#[claim(value)]
fn a_pause_is_no_silence() {
    use ipc::select::{End, listen_until_quiet};
    let (noted, end) = within("1000 messages, with a patience of an hour", || {
        // Without room a message is sent when the host is there to take it.
        let (order, orders) = crossbeam::channel::bounded(0);
        let (call, calls) = crossbeam::channel::bounded(0);
        let guest = std::thread::spawn(move || {
            (0..500).all(|n| call.send(n).is_ok() && order.send(n).is_ok())
        });
        let mut noted = 0;
        let end = listen_until_quiet(&orders, &calls, HOUR, |_| noted += 1);
        drop((orders, calls));
        let _ = guest.join();
        (noted, end)
    });
    expect!(
        noted == 1_000,
        WrongResult,
        "1000 messages came with pauses far below an hour, and not all of them were noted"
    );
    expect!(
        end == End::Closed,
        WrongResult,
        "1000 messages were noted, then both channels were closed, and the end is {end:?}"
    );
}

#[test]
#[claim(value)]
fn a_real_silence_ends() {
    use ipc::select::{End, listen_until_quiet};
    let end = within("20 ms of silence", || {
        let (order, orders) = crossbeam::channel::unbounded();
        let (call, calls) = crossbeam::channel::unbounded();
        let end = listen_until_quiet(&orders, &calls, Duration::from_millis(20), |_| {});
        drop((order, call));
        end
    });
    expect!(
        end == End::Quiet,
        WrongResult,
        "both channels are open and nothing came; the end is {end:?}"
    );
}

#[test]
#[claim(value)]
fn patience_is_measured_anew_after_each_message() {
    use ipc::select::{End, listen_until_quiet};
    const PATIENCE: Duration = Duration::from_millis(300);
    let (noted, end) = within("21 calls to be noted, the first one slowly", || {
        let (order, orders) = crossbeam::channel::unbounded();
        let (call, calls) = crossbeam::channel::unbounded();
        (0..21).for_each(|number| call.send(number).unwrap());
        let mut senders = Some((order, call));
        let mut noted = 0;
        let end = listen_until_quiet(&orders, &calls, PATIENCE, |_| {
            noted += 1;
            if senders.take().is_some() {
                // A long talk: a clock that was wound before it has run out when it is over.
                let _ = crossbeam::channel::after(PATIENCE).recv();
            }
        });
        (noted, end)
    });
    expect!(
        noted == 21,
        WrongResult,
        "21 calls lay ready, so there was no silence, only a long first talk, and not all of them were noted"
    );
    expect!(
        end == End::Closed,
        WrongResult,
        "21 calls were noted, then both channels were closed, and the end is {end:?}"
    );
}
