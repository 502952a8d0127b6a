//! Runs a program on the explorer's `std`.

mod atomics;
mod channels;
mod locks;
mod threads;
mod world;

use std::sync::Arc;

use interleave_std::hint::spin_loop;
use interleave_std::thread::{self, JoinHandle, Thread};

use self::channels::Ends;
use self::world::World;
use super::program::{Instr, Program};

/// What a log says where there is no value to say.
mod say {
    pub(super) const POISONED: u32 = 900;
    pub(super) const WOULD_BLOCK: u32 = 901;
    pub(super) const PANICKED: u32 = 902;
    pub(super) const DISCONNECTED: u32 = 903;
    pub(super) const NOTHING: u32 = 904;
}

/// One thread of the program.
struct Runner {
    world: Arc<World>,
    log: Vec<u32>,
    /// Threads that it has started and not joined.
    children: Vec<JoinHandle<Vec<u32>>>,
    /// Threads that it can unpark.
    known: Vec<Thread>,
    ends: Ends,
}

/// Runs the program once; the outcome is what its threads logged.
pub(crate) fn run(program: &Program) -> Vec<u32> {
    let main = Runner {
        world: Arc::new(World::new()),
        log: vec![],
        children: vec![],
        known: vec![thread::current()],
        ends: Ends::of(program),
    };
    main.finish(&program.main)
}

impl Runner {
    /// Runs to the end of the body, joins who is left, and returns the log.
    fn finish(mut self, body: &[Instr]) -> Vec<u32> {
        self.run(body);
        while !self.children.is_empty() {
            self.join(0);
        }
        self.log
    }

    fn run(&mut self, body: &[Instr]) {
        body.iter().for_each(|instr| self.step(instr));
    }

    fn step(&mut self, instr: &Instr) {
        use Instr::*;
        match instr {
            Load(..) | Store(..) | Add(..) | CompareExchange(..) | Fence(_) | Access(_) => {
                self.atomic(instr)
            }
            Lock(object, body) => self.lock(*object, body),
            TryLock(object, body) => self.try_lock(*object, body),
            Wait | WaitWhileZero | WaitTimeout | NotifyOne | NotifyAll => self.condition(instr),
            Read(body) => self.read(body),
            Write(value, body) => self.write(*value, body),
            Downgrade(value, body) => self.downgrade(*value, body),
            TryRead => self.try_read(),
            TryWrite(value) => self.try_write(*value),
            GetOrInit(value, body) => self.get_or_init(*value, body),
            OnceGet => self.once_get(),
            CallOnce => self.call_once(),
            Barrier => self.meet(),
            Send(_) | TrySend(_) | DropSender => self.outgoing(instr),
            Receive | TryReceive | ReceiveTimeout | DropReceiver => self.incoming(instr),
            SendOn(..) | ReceiveOn(_) | TryReceiveOn(_) | Select | SelectOrDefault => {
                self.crossbeam(instr)
            }
            Park | ParkTimeout | Unpark(_) | Sleep => self.parking(instr),
            Yield => spin_loop(),
            Spawn(body) => self.spawn(body),
            Detach(body) => self.detach(body),
            JoinNewest => self.join(self.children.len().wrapping_sub(1)),
            JoinOldest => self.join(0),
            IsFinished => self.is_finished(),
            Scope(bodies) => self.scope(bodies),
            Panic => panic!("as told"),
        }
    }
}
