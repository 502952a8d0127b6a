//! What a performed operation becomes in the schedule.

use crate::apply::{CLOSED, DONE};
use crate::object::{NONE, ObjId};
use crate::op::{Kind, Op};
use crate::runtime::Rt;
use crate::schedule::{Action, Mode, Received, Sent, WakeUp};

impl Rt {
    /// The action of `op`, whose result is known. Facades say more about values: see [`happened`](crate::happened).
    pub(crate) fn action(&self, op: Op, result: u64) -> Action {
        let object = op.a as usize;
        let thread = op.arg as usize;
        match op.k {
            Kind::Load => Action::Read {
                object,
                value: None,
                newest: None,
                ordering: "",
            },
            Kind::Store => Action::Write {
                object,
                old: None,
                new: None,
                ordering: "",
            },
            Kind::Rmw => Action::Update {
                object,
                method: "update",
                old: None,
                new: None,
                ordering: "",
            },
            Kind::Fence => Action::Fence { ordering: "" },
            Kind::Access => Action::Access { object },
            Kind::CvWait => Action::Wait {
                condvar: object,
                mutex: op.b as usize,
            },
            Kind::CvWake | Kind::CvWakeT => {
                let reason = reason(result, op.k == Kind::CvWakeT);
                Action::Wake {
                    condvar: object,
                    mutex: op.b as usize,
                    reason,
                }
            }
            Kind::NotifyOne | Kind::NotifyAll => Action::Notify {
                condvar: object,
                all: op.k == Kind::NotifyAll,
                woken: Vec::new(),
            },
            // The new thread takes the next number.
            Kind::Spawn => Action::Spawn {
                thread: self.tasks.len(),
            },
            Kind::Join | Kind::JoinScope => Action::Join { thread },
            Kind::IsFinished => Action::IsFinished {
                thread,
                finished: result == DONE,
            },
            Kind::Park | Kind::ParkT => Action::Park {
                reason: reason(result, op.k == Kind::ParkT),
            },
            Kind::Unpark => Action::Unpark { thread },
            Kind::Once if result == 0 => Action::Initialised { object },
            Kind::Once => Action::Initialise { object },
            _ => lock_or_channel(op, result),
        }
    }
}

fn lock_or_channel(op: Op, result: u64) -> Action {
    let object = op.a as usize;
    let got = result == DONE;
    match op.k {
        Kind::Lock => Action::Lock {
            object,
            mode: Mode::Mutex,
        },
        Kind::Read => Action::Lock {
            object,
            mode: Mode::Read,
        },
        Kind::Write => Action::Lock {
            object,
            mode: Mode::Write,
        },
        Kind::TryLock => Action::TryLock {
            object,
            mode: Mode::Mutex,
            got,
        },
        Kind::TryRead => Action::TryLock {
            object,
            mode: Mode::Read,
            got,
        },
        Kind::TryWrite => Action::TryLock {
            object,
            mode: Mode::Write,
            got,
        },
        Kind::Unlock | Kind::RUnlock | Kind::WUnlock => Action::Unlock { object },
        Kind::Send | Kind::TrySend => {
            let result = match result {
                DONE => Sent::Done,
                CLOSED => Sent::Disconnected,
                _ => Sent::Full,
            };
            Action::Send { object, result }
        }
        Kind::SendAck => Action::HandOver { object },
        Kind::Recv | Kind::TryRecv | Kind::RecvT => {
            let result = match result {
                DONE => Received::Item,
                CLOSED => Received::Disconnected,
                _ if op.k == Kind::RecvT => Received::TimedOut,
                _ => Received::Empty,
            };
            Action::Receive { object, result }
        }
        Kind::DropTx => Action::DropSender { object },
        Kind::DropRx => Action::DropReceiver { object },
        _ => other(op, result),
    }
}

fn other(op: Op, result: u64) -> Action {
    let words = match op.k {
        Kind::OnceDone if op.arg == 2 => "finish initialising",
        Kind::OnceDone => "panic while initialising",
        Kind::OnceGet if result == DONE => "find set:",
        Kind::OnceGet => "find not set:",
        Kind::OnceWait => "waited for",
        Kind::Barrier if result == DONE => "arrive, as the last, at",
        Kind::Barrier => "arrive at",
        Kind::BarrierPass => "leave",
        Kind::Downgrade => "downgrade to read-lock",
        Kind::Yield => "yield",
        Kind::Sleep => "sleep",
        Kind::Select => "select",
        Kind::Enter => "enter",
        Kind::Leave => "leave",
        Kind::Peak => "read the peak of",
        _ => "",
    };
    Action::Other {
        words: words.to_owned(),
        object: object(op.a),
    }
}

fn object(id: ObjId) -> Option<usize> {
    (id != NONE).then_some(id as usize)
}

fn reason(result: u64, timed: bool) -> WakeUp {
    match result {
        DONE => WakeUp::Notified,
        _ if timed => WakeUp::TimedOut,
        _ => WakeUp::Spurious,
    }
}
