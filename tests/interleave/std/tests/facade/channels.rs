//! `mpsc`.

use crate::support::{only, results};
use interleave_std::sync::Arc;
use interleave_std::sync::atomic::{
    AtomicBool,
    Ordering::{Relaxed, SeqCst},
};
use interleave_std::sync::mpsc::{self, RecvTimeoutError, TryRecvError, TrySendError};
use interleave_std::thread;
use std::time::Duration;

#[test]
fn a_rendezvous_hands_over() {
    let seen = only(|| {
        let (sender, receiver) = mpsc::sync_channel(0);
        let child = thread::spawn(move || sender.send(1));
        (receiver.recv().ok(), child.join().unwrap().is_ok())
    });
    assert_eq!(seen, "(Some(1), true)");
}

#[test]
fn a_rendezvous_gives_the_message_back_when_the_receiver_goes() {
    let seen = only(|| {
        let (sender, receiver) = mpsc::sync_channel(0);
        let child = thread::spawn(move || sender.send(String::from("back")));
        drop(receiver);
        child.join().unwrap().unwrap_err().0
    });
    assert_eq!(seen, "\"back\"");
}

#[test]
fn a_full_channel_refuses_or_has_room_again() {
    let seen = results(|| {
        let (sender, receiver) = mpsc::sync_channel(1);
        let child = thread::spawn(move || {
            sender.send(1).unwrap();
            sender.try_send(2)
        });
        let first = receiver.recv().ok();
        let tried = child.join().unwrap();
        assert!(matches!(tried, Ok(()) | Err(TrySendError::Full(2))));
        (first, tried.is_ok(), receiver.recv().ok())
    });
    assert_eq!(seen, ["(Some(1), false, None)", "(Some(1), true, Some(2))"]);
}

#[test]
fn receiving_with_a_time_out_ends_either_way() {
    let seen = results(|| {
        let (sender, receiver) = mpsc::channel();
        let child = thread::spawn(move || sender.send(1).is_ok());
        let received = receiver.recv_timeout(Duration::from_secs(1));
        assert!(matches!(received, Ok(1) | Err(RecvTimeoutError::Timeout)));
        (received.is_ok(), child.join().unwrap())
    });
    assert_eq!(seen, ["(false, true)", "(true, true)"]);
}

#[test]
fn a_sender_kept_alive_keeps_the_receiver_waiting_for_ever() {
    let seen = results(|| {
        let (sender, receiver) = mpsc::channel::<u32>();
        let kept = sender.clone();
        drop(sender);
        let child = thread::spawn(move || {
            let _kept = kept;
            receiver.recv()
        });
        child.join().unwrap().is_err()
    });
    assert_eq!(seen, ["deadlock"]);
}

#[test]
fn the_last_senders_end_ends_the_iteration() {
    let seen = only(|| {
        let (sender, receiver) = mpsc::channel();
        let second = sender.clone();
        thread::scope(|scope| {
            scope.spawn(move || sender.send(1).unwrap());
            scope.spawn(move || second.send(2).unwrap());
            let mut all: Vec<u32> = receiver.iter().collect();
            all.sort_unstable();
            (all, receiver.try_recv() == Err(TryRecvError::Disconnected))
        })
    });
    assert_eq!(seen, "([1, 2], true)");
}

#[test]
fn messages_of_one_sender_keep_their_order() {
    let seen = only(|| {
        let (sender, receiver) = mpsc::channel();
        let child = thread::spawn(move || (0..3).for_each(|number| sender.send(number).unwrap()));
        let all: Vec<u32> = receiver.into_iter().collect();
        child.join().unwrap();
        all
    });
    assert_eq!(seen, "[0, 1, 2]");
}

#[test]
fn a_dropped_receiver_drops_the_messages_in_it() {
    let seen = only(|| {
        let (inner_sender, inner) = mpsc::channel::<u32>();
        let (sender, receiver) = mpsc::channel();
        sender.send(inner_sender).unwrap();
        drop(receiver);
        (
            inner.recv().is_err(),
            sender.send(mpsc::channel().0).is_err(),
        )
    });
    assert_eq!(seen, "(true, true)");
}

#[test]
fn a_channel_made_outside_can_be_dropped_there() {
    let (sender, receiver) = mpsc::channel::<u32>();
    drop((sender.clone(), sender, receiver));
}

#[test]
fn the_end_of_a_sender_is_a_step_even_if_another_one_stays() {
    // trap: a first sender that goes unannounced has always gone when the second one goes
    let seen = results(|| {
        let (first, receiver) = mpsc::channel::<u32>();
        let (second, gone) = (first.clone(), Arc::new(AtomicBool::new(false)));
        let tells = gone.clone();
        thread::spawn(move || drop(first));
        thread::spawn(move || {
            drop(second);
            tells.store(true, SeqCst);
        });
        gone.load(SeqCst).then(|| receiver.try_recv().unwrap_err())
    });
    assert_eq!(seen, ["None", "Some(Disconnected)", "Some(Empty)"]);
}

#[test]
fn who_learns_that_all_senders_are_gone_knows_what_each_of_them_did() {
    let seen = only(|| {
        let (first, receiver) = mpsc::channel::<u32>();
        let done = [const { AtomicBool::new(false) }; 2].map(Arc::new);
        for (done, sender) in done.clone().into_iter().zip([first.clone(), first]) {
            thread::spawn(move || {
                done.store(true, Relaxed);
                drop(sender);
            });
        }
        let gone = receiver.recv().is_err();
        (gone, done.map(|done| done.load(Relaxed)))
    });
    assert_eq!(seen, "(true, [true, true])");
}

#[test]
fn a_clone_made_while_another_sender_goes_keeps_the_channel_open() {
    let seen = only(|| {
        let (first, receiver) = mpsc::channel();
        let second = first.clone();
        thread::spawn(move || drop(first));
        thread::spawn(move || {
            let third = second.clone();
            drop(second);
            third.send(3).unwrap();
        });
        receiver.iter().collect::<Vec<u32>>()
    });
    assert_eq!(seen, "[3]");
}
