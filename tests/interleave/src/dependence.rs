//! Which steps do not commute, and which of them cannot be reversed.
//!
//! Two steps are independent if, wherever they are adjacent in an execution, they can be swapped: both are still possible
//! with the same results, and the same state follows; and if, wherever both are possible, taking one changes neither the
//! other's result nor whether it is possible. Results are part of a label, so a receive that took item 3 commutes
//! with the send of item 5, and a failed compare-and-exchange with a load. An unknown result counts as every result.

use crate::apply::{CLOSED, DONE, NOT_NOW};
use crate::label::Label;
use crate::object::NONE;
use crate::op::Kind;

/// Whether the order of two steps of different threads may matter.
pub(crate) fn dependent(x: &Label, y: &Label) -> bool {
    global(x) || global(y) || interfere(x, y)
}

/// Whether a step depends on all others: fairness counts everybody's steps, and the body's end cuts the others off.
fn global(x: &Label) -> bool {
    x.yields || x.tid == 0 && x.ends
}

/// Whether two steps of different threads touch the same thing.
pub(crate) fn interfere(x: &Label, y: &Label) -> bool {
    about_thread(x, y) || about_thread(y, x) || by_kind(x, y) || by_object(x, y)
}

/// Whether `x` is about the thread that takes `y`.
fn about_thread(x: &Label, y: &Label) -> bool {
    if !matches!(
        x.k,
        Kind::Join | Kind::JoinScope | Kind::IsFinished | Kind::Unpark
    ) {
        return false;
    }
    let about = x.arg as usize == y.tid;
    match x.k {
        Kind::IsFinished => about && (y.ends || y.result.is_none()),
        // Two tokens for one thread: which one it takes decides whom it learns from.
        Kind::Unpark => about && is_park(y.k) || y.k == Kind::Unpark && y.arg == x.arg,
        _ => about,
    }
}

fn is_park(k: Kind) -> bool {
    matches!(k, Kind::Park | Kind::ParkT)
}

/// Dependences that need no common object.
fn by_kind(x: &Label, y: &Label) -> bool {
    let global_fence = |l: &Label| l.k == Kind::Fence && l.arg != 1;
    let atomic = |l: &Label| matches!(l.k, Kind::Load | Kind::Store | Kind::Rmw) || global_fence(l);
    match (x.k, y.k) {
        (Kind::Spawn, Kind::Spawn) => true, // it decides about the numbers of the threads
        (Kind::Select, k) | (k, Kind::Select) => is_channel(k) || k == Kind::Select,
        _ => global_fence(x) && atomic(y) || global_fence(y) && atomic(x),
    }
}

fn is_channel(k: Kind) -> bool {
    use Kind::{DropRx, DropTx, Recv, RecvT, Send, SendAck, TryRecv, TrySend};
    matches!(
        k,
        Send | SendAck | TrySend | Recv | RecvT | TryRecv | DropTx | DropRx
    )
}

fn by_object(x: &Label, y: &Label) -> bool {
    (x.a != NONE && y.names(x.a) && conflict(x, y, x.a))
        || (x.b != NONE && x.b != x.a && y.names(x.b) && conflict(x, y, x.b))
}

/// How a step uses an object, where that is enough to decide.
#[derive(PartialEq, Eq)]
enum Use {
    /// Commutes with its like.
    Shared(u8),
    /// Commutes with nothing.
    Exclusive,
}

/// Whether two steps that both name `object` conflict over it.
fn conflict(x: &Label, y: &Label, object: u32) -> bool {
    if is_channel(x.k) {
        return channel_conflict(x, y);
    }
    if is_condvar(x, object) {
        return condvar_conflict(x, y) || condvar_conflict(y, x);
    }
    if let (Kind::BarrierPass, Kind::Barrier) | (Kind::Barrier, Kind::BarrierPass) = (x.k, y.k) {
        let arrival = if x.k == Kind::Barrier { x } else { y };
        return !arrival.is(0);
    }
    if let (Kind::Leave, Kind::Peak) | (Kind::Peak, Kind::Leave) = (x.k, y.k) {
        return false;
    }
    let (x, y) = (use_of(x), use_of(y));
    x == Use::Exclusive || x != y
}

fn use_of(l: &Label) -> Use {
    match l.k {
        Kind::Load | Kind::OnceGet | Kind::OnceWait | Kind::Read | Kind::RUnlock => Use::Shared(0),
        Kind::Rmw | Kind::Once if l.is(0) => Use::Shared(0),
        Kind::TryRead => Use::Shared(0),
        Kind::TryLock if l.is(NOT_NOW) => Use::Shared(1),
        Kind::TryWrite if l.is(NOT_NOW) => Use::Shared(2),
        Kind::BarrierPass => Use::Shared(4),
        Kind::Enter => Use::Shared(5),
        Kind::Leave => Use::Shared(6),
        Kind::Peak => Use::Shared(7),
        _ => Use::Exclusive,
    }
}

fn is_condvar(l: &Label, object: u32) -> bool {
    use Kind::{CvWait, CvWake, CvWakeT, NotifyAll, NotifyOne};
    l.a == object && matches!(l.k, CvWait | CvWake | CvWakeT | NotifyOne | NotifyAll)
}

/// Whether `x` changes who waits unnotified in a way that `y` notices. The mutex is looked at on its own.
fn condvar_conflict(x: &Label, y: &Label) -> bool {
    let notifies = |l: &Label| matches!(l.k, Kind::NotifyOne | Kind::NotifyAll);
    let nobody = |l: &Label| notifies(l) && l.is(0);
    let woken = |l: &Label| l.k == Kind::CvWake && !l.spurious || l.k == Kind::CvWakeT && l.is(1);
    if woken(x) {
        let all = y.k == Kind::NotifyAll && !nobody(y);
        let one = y.k == Kind::NotifyOne && !nobody(y);
        return all || one && (y.number == u64::MAX || y.number == x.tid as u64);
    }
    if woken(y) {
        return false; // asked the other way round
    }
    !(nobody(x) && nobody(y))
}

fn channel_conflict(x: &Label, y: &Label) -> bool {
    use Kind::{DropRx, DropTx, Recv, RecvT, Send, SendAck, TryRecv, TrySend};
    let sends = |l: &Label| matches!(l.k, Send | TrySend);
    let receives = |l: &Label| matches!(l.k, Recv | RecvT | TryRecv);
    match (x.k, y.k) {
        (DropTx, _) | (_, DropTx) => {
            let other = if x.k == DropTx { y } else { x };
            receives(other) && !other.is(DONE)
        }
        (SendAck, _) | (_, SendAck) => {
            let (ack, other) = if x.k == SendAck { (x, y) } else { (y, x) };
            acknowledgement_conflict(ack, other)
        }
        (DropRx, _) | (_, DropRx) => true,
        _ if receives(x) && sends(y) => send_receive_conflict(y, x),
        _ if sends(x) && receives(y) => send_receive_conflict(x, y),
        // Alike: the order of items matters, but two that found nothing to do commute.
        _ => !(x.result == y.result && matches!(x.result, Some(NOT_NOW | CLOSED))),
    }
}

fn send_receive_conflict(send: &Label, receive: &Label) -> bool {
    if send.is(DONE) && receive.is(DONE) {
        return send.number == receive.number || send.needs == Some(receive.number);
    }
    true
}

fn acknowledgement_conflict(ack: &Label, other: &Label) -> bool {
    match other.k {
        Kind::Recv | Kind::RecvT | Kind::TryRecv if other.is(DONE) => other.number == ack.arg,
        Kind::Recv | Kind::RecvT | Kind::TryRecv => other.result.is_none(),
        Kind::DropRx => !ack.is(DONE),
        _ => false,
    }
}

/// How an earlier step stands to a later one that depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The later one could have come first.
    Reversible,
    /// The later one was impossible before this one, and whatever it races with must leave this one in place.
    Enables,
    /// The later one was impossible before this one as things stood: a lock was freed, an item was sent. Had an earlier
    /// step not taken the lock or the previous item, it would have been possible without.
    Frees,
}

/// The relation of `x` to the dependent later step `y`.
pub(crate) fn relation(x: &Label, y: &Label) -> Relation {
    use Kind::{Barrier, BarrierPass, CvWake, Join, JoinScope, OnceDone, OnceWait, Park, Unpark};
    let enables = match y.k {
        Join | JoinScope => x.tid as u64 == y.arg,
        Park => x.k == Unpark && !x.is(0) && !y.spurious,
        CvWake => matches!(x.k, Kind::NotifyOne | Kind::NotifyAll) && x.a == y.a && !y.spurious,
        OnceWait => x.k == OnceDone,
        BarrierPass => x.k == Barrier,
        _ => false,
    };
    if enables {
        Relation::Enables
    } else if frees_lock(x, y) || frees_channel(x, y) {
        Relation::Frees
    } else {
        Relation::Reversible
    }
}

fn frees_lock(x: &Label, y: &Label) -> bool {
    use Kind::{CvWait, CvWake, CvWakeT, Downgrade, Lock, Once, OnceDone, RUnlock, Read};
    use Kind::{TryLock, TryRead, TryWrite, Unlock, WUnlock, Write};
    let lock = match y.k {
        Lock | Write | Read | Once => y.a,
        CvWake | CvWakeT => y.b,
        _ => return false,
    };
    match x.k {
        Unlock | RUnlock | WUnlock | OnceDone => x.a == lock,
        Downgrade => x.a == lock && y.k == Read,
        CvWait => x.b == lock,
        // It found the lock taken, as the later step would have.
        TryLock | TryRead => x.a == lock && x.is(NOT_NOW),
        // Readers may have been the reason, and they do not keep another reader out.
        TryWrite => x.a == lock && x.is(NOT_NOW) && y.k != Read,
        _ => false,
    }
}

fn frees_channel(x: &Label, y: &Label) -> bool {
    use Kind::{DropTx, Recv, RecvT, Send, SendAck, TryRecv, TrySend};
    match y.k {
        Recv => x.k == DropTx || matches!(x.k, Send | TrySend) && x.is(DONE),
        Send => matches!(x.k, Recv | RecvT | TryRecv) && x.is(DONE),
        SendAck => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Relation, dependent, relation};
    use crate::label::Label;
    use crate::object::NONE;
    use crate::op::{Kind, Op, Tid};
    use std::panic::Location;

    /// A step on object 0 (and 1), with a result.
    fn step(tid: Tid, k: Kind, result: u64) -> Label {
        let op = Op {
            k,
            a: 0,
            b: if matches!(k, Kind::CvWait | Kind::CvWake) {
                1
            } else {
                NONE
            },
            arg: 0,
            loc: Location::caller(),
        };
        Label {
            result: Some(result),
            ..Label::pending(tid, op)
        }
    }

    fn item(tid: Tid, k: Kind, number: u64, needs: Option<u64>) -> Label {
        Label {
            number,
            needs,
            ..step(tid, k, 1)
        }
    }

    #[test]
    fn loads_and_failed_exchanges_commute_and_stores_do_not() {
        let (load, store) = (step(1, Kind::Load, 0), step(2, Kind::Store, 0));
        assert!(!dependent(&load, &step(2, Kind::Load, 0)));
        assert!(!dependent(&load, &step(2, Kind::Rmw, 0)));
        assert!(dependent(&load, &step(2, Kind::Rmw, 1)));
        assert!(dependent(&load, &store));
        assert!(dependent(&load, &step(2, Kind::Rmw, 0).unknown()));
    }

    #[test]
    fn a_send_commutes_with_the_receive_of_another_item() {
        let receive = item(1, Kind::Recv, 3, None);
        assert!(!dependent(&item(2, Kind::Send, 5, Some(2)), &receive));
        assert!(dependent(&item(2, Kind::Send, 3, None), &receive));
        assert!(dependent(&item(2, Kind::Send, 5, Some(3)), &receive));
    }

    #[test]
    fn a_lock_races_with_the_lock_before_it_and_not_with_the_unlock() {
        let lock = step(2, Kind::Lock, 1);
        assert_eq!(
            relation(&step(1, Kind::Lock, 1), &lock),
            Relation::Reversible
        );
        assert_eq!(relation(&step(1, Kind::Unlock, 1), &lock), Relation::Frees);
        assert_eq!(
            relation(&step(1, Kind::Unlock, 1), &step(2, Kind::TryLock, 1)),
            Relation::Reversible
        );
    }

    #[test]
    fn a_notification_enables_the_wake_up_unless_it_may_be_spurious() {
        let notify = item(1, Kind::NotifyOne, 2, None);
        let wake = step(2, Kind::CvWake, 1);
        assert_eq!(relation(&notify, &wake), Relation::Enables);
        let spurious = Label {
            spurious: true,
            ..wake
        };
        assert_eq!(relation(&notify, &spurious), Relation::Reversible);
    }

    #[test]
    fn the_end_of_the_body_depends_on_everything() {
        let last = Label {
            ends: true,
            ..step(0, Kind::Load, 0)
        };
        let elsewhere = Label {
            a: 7,
            ..step(1, Kind::Load, 0)
        };
        assert!(dependent(&last, &elsewhere));
        assert!(!dependent(
            &Label {
                ends: false,
                ..last
            },
            &elsewhere
        ));
    }

    #[test]
    fn readers_of_a_lock_commute_and_a_writer_does_not() {
        let read = step(1, Kind::Read, 1);
        assert!(!dependent(&read, &step(2, Kind::RUnlock, 1)));
        assert!(!dependent(&read, &step(2, Kind::TryRead, 1)));
        assert!(dependent(&read, &step(2, Kind::Write, 1)));
    }
}
