// Included by `on_real` and by `on_model`, which say what `subject` and `stdlib` are.

use stdlib::sync::atomic::{AtomicU32, Ordering::SeqCst};
use stdlib::thread;
use stdlib::time::Duration;
use subject::channel::{self, TryRecvError, TrySendError};
use subject::deque::{Injector, Steal, Worker};
use subject::queue::{ArrayQueue, SegQueue};
use subject::select;
use subject::sync::{Parker, WaitGroup};
use subject::utils::{Backoff, CachePadded};

/// Two workers take two jobs from one channel.
pub(crate) fn workers() -> Vec<u32> {
    let (jobs, to_do) = channel::bounded(1);
    let (results, done) = channel::unbounded();
    subject::scope(|scope| {
        for _ in 0..2 {
            let (to_do, results) = (to_do.clone(), results.clone());
            scope.spawn(move |_| to_do.iter().for_each(|job| results.send(job * 10).unwrap()));
        }
        drop((to_do, results));
        (0..2_u32).for_each(|job| jobs.send(job).unwrap());
        drop(jobs);
    })
    .unwrap();
    done.into_iter().collect()
}

/// A rendezvous, and what is said when an end goes.
pub(crate) fn rendezvous() -> (u32, bool, bool, bool) {
    let (sender, receiver) = channel::bounded(0);
    thread::scope(|scope| {
        scope.spawn(|| sender.send(7).unwrap());
        let received = receiver.recv().unwrap();
        let full = matches!(sender.try_send(8), Err(TrySendError::Full(8)));
        let empty = receiver.try_recv() == Err(TryRecvError::Empty);
        (received, full, empty, sender.capacity() == Some(0) && sender.is_empty())
    })
}

/// The receivers share the messages; the last one's end is told to the sender.
pub(crate) fn shared_receivers() -> (bool, bool) {
    let (sender, receiver) = channel::unbounded();
    let second = receiver.clone();
    drop(receiver);
    let first = sender.send(1).is_ok();
    drop(second);
    (first, sender.send(2).is_err())
}

/// The first of two channels.
pub(crate) fn first_of_two() -> u32 {
    let (left, from_left) = channel::unbounded();
    let (right, from_right) = channel::bounded(1);
    thread::scope(|scope| {
        scope.spawn(|| left.send(1).unwrap());
        scope.spawn(|| right.send(2).unwrap());
        select! {
            recv(from_left) -> message => message.unwrap(),
            recv(from_right) -> message => { message.unwrap() }
        }
    })
}

/// A message, or the time-out before it.
pub(crate) fn message_or_time_out() -> bool {
    let (sender, receiver) = channel::unbounded();
    thread::scope(|scope| {
        scope.spawn(|| sender.send(()).unwrap());
        select! {
            recv(receiver) -> message => message.is_ok(),
            recv(channel::after(Duration::from_secs(60))) -> _ => false,
        }
    })
}

/// Counts ticks until a message ends it.
pub(crate) fn ticks_until_done() -> bool {
    let (sender, receiver) = channel::bounded(1);
    let ticker = channel::tick(Duration::from_millis(1));
    thread::scope(|scope| {
        scope.spawn(|| sender.send("done").unwrap());
        loop {
            select! {
                recv(ticker) -> tick => assert!(tick.is_ok()),
                recv(receiver) -> message => break message == Ok("done"),
            }
        }
    })
}

/// Every kind of arm; an arm may leave the surrounding loop and function.
pub(crate) fn every_arm() -> Option<(u32, u32)> {
    let (sender, receiver) = channel::bounded(1);
    let silent = channel::never::<u32>();
    let mut sent = 0;
    for round in 0..4_u32 {
        select! {
            recv(silent) -> _ => return None,
            send(sender, round) -> result => { result.ok()?; sent += 1; continue }
            default => {}
        }
        let received = select! {
            recv(silent) -> _ => break,
            recv(receiver) -> message => message.ok()?,
            default(Duration::from_secs(60)) => return None,
        };
        if round == 3 {
            return Some((sent, received));
        }
    }
    None
}

/// A selection put together at run time: two channels until both are closed, each removed when it is.
pub(crate) fn until_all_are_closed() -> (Vec<u32>, bool) {
    let (ends, channels): (Vec<_>, Vec<_>) = (0..2).map(|_| channel::bounded(1)).unzip();
    thread::scope(|scope| {
        for (number, end) in (1..).zip(ends) {
            scope.spawn(move || end.send(number).unwrap());
        }
        let mut selection = channel::Select::new();
        for channel in &channels {
            selection.recv(channel);
        }
        let (mut received, mut open) = (vec![], channels.len());
        while open > 0 {
            let operation = selection.select();
            let index = operation.index();
            match operation.recv(&channels[index]) {
                Ok(number) => received.push(number),
                Err(_) => {
                    selection.remove(index);
                    open -= 1;
                }
            }
        }
        (received, selection.try_select().is_err())
    })
}

/// Sends and receives by selection; to be ready is no claim to the message.
pub(crate) fn both_ways() -> (Option<u32>, bool, Vec<u32>) {
    let (sender, receiver) = channel::bounded(1);
    let mut selection = channel::Select::new();
    let (sends, receives) = (selection.send(&sender), selection.recv(&receiver));
    let mut received = vec![];
    for round in 0..4_u32 {
        let Ok(operation) = selection.select_timeout(Duration::from_secs(60)) else {
            return (None, false, vec![]);
        };
        match operation.index() {
            index if index == sends => operation.send(&sender, round).unwrap(),
            _ => received.push(operation.recv(&receiver).unwrap()),
        }
    }
    let ready = selection.ready() == sends && selection.try_ready() == Ok(sends);
    selection.remove(sends);
    let silent = selection.try_select().is_err() && receives == 1;
    (Some(received.len() as u32), ready && silent, received)
}

/// One owner and one thief; nothing is lost, nothing done twice.
pub(crate) fn owner_and_thief() -> (usize, u32) {
    let worker = Worker::new_lifo();
    let stealer = worker.stealer();
    (1..=2_u32).for_each(|task| worker.push(task));
    thread::scope(|scope| {
        let thief = scope.spawn(move || match stealer.steal() {
            Steal::Success(task) => vec![task],
            Steal::Empty | Steal::Retry => vec![],
        });
        let mut done: Vec<u32> = std::iter::from_fn(|| worker.pop()).collect();
        done.extend(thief.join().unwrap());
        (done.len(), done.iter().sum())
    })
}

/// Batches: half of the tasks, the oldest first.
pub(crate) fn batches() -> (Option<u32>, usize, usize, Option<u32>) {
    let injector = Injector::new();
    (0..4_u32).for_each(|task| injector.push(task));
    let worker = Worker::new_fifo();
    let first = injector.steal_batch_and_pop(&worker).success();
    let (here, there) = (worker.len(), injector.len());
    (first, here.min(1), there.min(2), injector.steal().success().filter(|_| there == 2))
}

/// Queues with and without a bound.
pub(crate) fn queues() -> (Result<(), u32>, Option<u32>, Option<u32>, Vec<u32>) {
    let bounded = ArrayQueue::new(1);
    let free = SegQueue::new();
    bounded.push(1).unwrap();
    free.push(2);
    (bounded.push(3), bounded.force_push(4), bounded.pop(), free.into_iter().collect())
}

/// The group waits for every part.
pub(crate) fn group() -> u32 {
    let (group, done) = (WaitGroup::new(), AtomicU32::new(0));
    thread::scope(|scope| {
        for _ in 0..2 {
            let (part, done) = (group.clone(), &done);
            scope.spawn(move || {
                done.fetch_add(1, SeqCst);
                drop(part);
            });
        }
        group.wait();
        done.load(SeqCst)
    })
}

/// Parks until the token comes, spins until the flag is set.
pub(crate) fn park_and_spin() -> u32 {
    let parker = Parker::new();
    let unparker = parker.unparker().clone();
    let flag = CachePadded::new(AtomicU32::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            flag.store(5, SeqCst);
            unparker.unpark();
        });
        let backoff = Backoff::new();
        while flag.load(SeqCst) == 0 {
            backoff.snooze();
        }
        parker.park();
        flag.load(SeqCst)
    })
}

/// A panic that nobody joined is the scope's error; one that was joined is not.
pub(crate) fn scope_errors() -> (bool, bool, u32) {
    let unseen = subject::scope(|scope| {
        scope.spawn(|_| panic!("unseen"));
    });
    let seen = subject::scope(|scope| scope.spawn(|_| panic!("seen")).join().is_err());
    let nested = subject::scope(|scope| scope.spawn(|scope| scope.spawn(|_| 3).join().unwrap()).join().unwrap());
    (unseen.is_err(), seen.unwrap(), nested.unwrap())
}
