//! Channels of std and of crossbeam.

use std::time::Duration;

use interleave_crossbeam::channel::{self as crossbeam, select};
use interleave_std::sync::mpsc::{
    self, Receiver, RecvTimeoutError, SendError, Sender, SyncSender, TryRecvError, TrySendError,
};

use super::{Runner, say};
use crate::random::program::{Channel, Instr, Program};

#[derive(Clone)]
pub(super) enum Outgoing {
    Unbounded(Sender<u32>),
    Bounded(SyncSender<u32>),
}

type Both = (crossbeam::Sender<u32>, crossbeam::Receiver<u32>);

/// The ends of channels that a thread holds.
#[derive(Default)]
pub(super) struct Ends {
    outgoing: Option<Outgoing>,
    incoming: Option<Receiver<u32>>,
    crossbeam: Option<[Both; 2]>,
}

impl Ends {
    /// What main starts with. Channels that the program does not use are not there: to drop their ends would lengthen
    /// every execution.
    pub(super) fn of(program: &Program) -> Self {
        let text = format!("{program:?}");
        let uses = |names: &[&str]| names.iter().any(|name| text.contains(name));
        let mut ends = Self::default();
        if uses(&["Send(", "DropSender", "Receive", "DropReceiver"]) {
            ends.open(program.channel);
        }
        if uses(&["SendOn", "ReceiveOn", "Select"]) {
            ends.crossbeam = Some([crossbeam::unbounded(), crossbeam::bounded(1)]);
        }
        ends
    }

    fn open(&mut self, channel: Channel) {
        match channel {
            Channel::Unbounded => {
                let (sender, receiver) = mpsc::channel();
                (self.outgoing, self.incoming) =
                    (Some(Outgoing::Unbounded(sender)), Some(receiver));
            }
            Channel::Bounded(capacity) => {
                let (sender, receiver) = mpsc::sync_channel(capacity);
                (self.outgoing, self.incoming) = (Some(Outgoing::Bounded(sender)), Some(receiver));
            }
        }
    }

    /// What a new thread gets: all but the one receiver.
    pub(super) fn for_child(&self) -> Self {
        Self {
            outgoing: self.outgoing.clone(),
            incoming: None,
            crossbeam: self.crossbeam.clone(),
        }
    }
}

impl Runner {
    pub(super) fn outgoing(&mut self, instr: &Instr) {
        let Some(outgoing) = &self.ends.outgoing else {
            return;
        };
        let sent = match (instr, outgoing) {
            (Instr::DropSender, _) => return self.ends.outgoing = None,
            (Instr::TrySend(value), Outgoing::Bounded(sender)) => sender.try_send(*value),
            (Instr::Send(value), Outgoing::Bounded(sender)) => {
                sender.send(*value).map_err(disconnected)
            }
            (Instr::Send(value) | Instr::TrySend(value), Outgoing::Unbounded(sender)) => {
                sender.send(*value).map_err(disconnected)
            }
            _ => unreachable!("not a sender's: {instr:?}"),
        };
        match sent {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => self.log.push(say::WOULD_BLOCK),
            Err(TrySendError::Disconnected(_)) => self.log.push(say::DISCONNECTED),
        }
    }

    pub(super) fn incoming(&mut self, instr: &Instr) {
        let Some(incoming) = &self.ends.incoming else {
            return;
        };
        let received = match instr {
            Instr::DropReceiver => return self.ends.incoming = None,
            Instr::Receive => incoming.recv().unwrap_or(say::DISCONNECTED),
            Instr::TryReceive => match incoming.try_recv() {
                Ok(value) => value,
                Err(TryRecvError::Empty) => say::NOTHING,
                Err(TryRecvError::Disconnected) => say::DISCONNECTED,
            },
            _ => match incoming.recv_timeout(Duration::from_millis(1)) {
                Ok(value) => value,
                Err(RecvTimeoutError::Timeout) => say::NOTHING,
                Err(RecvTimeoutError::Disconnected) => say::DISCONNECTED,
            },
        };
        self.log.push(received);
    }

    pub(super) fn crossbeam(&mut self, instr: &Instr) {
        let Some([first, second]) = &self.ends.crossbeam else {
            return;
        };
        let ends = [first, second];
        let received = match *instr {
            Instr::SendOn(channel, value) => {
                // an error is only that nobody receives any more
                let _ = ends[channel].0.send(value);
                return;
            }
            Instr::ReceiveOn(channel) => ends[channel].1.recv().unwrap_or(say::DISCONNECTED),
            Instr::TryReceiveOn(channel) => ends[channel].1.try_recv().unwrap_or(say::NOTHING),
            Instr::Select => select! {
                recv(first.1) -> value => value.unwrap_or(say::DISCONNECTED),
                recv(second.1) -> value => 10 + value.unwrap_or(say::DISCONNECTED),
            },
            _ => select! {
                recv(first.1) -> value => value.unwrap_or(say::DISCONNECTED),
                recv(second.1) -> value => 10 + value.unwrap_or(say::DISCONNECTED),
                default => say::NOTHING,
            },
        };
        self.log.push(received);
    }
}

fn disconnected(SendError(value): SendError<u32>) -> TrySendError<u32> {
    TrySendError::Disconnected(value)
}
