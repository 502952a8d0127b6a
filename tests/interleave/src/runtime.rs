//! The state of one execution and the decision who runs next.

use crate::bits::{bits, has};
use crate::label::Label;
use crate::object::Object;
use crate::op::{Kind, Tid};
use crate::schedule::Step;
use crate::strategy::Strategy;
use crate::task::Task;
use crate::view::View;
use crate::watchdog;
use std::cell::{Cell, RefCell};

/// Why an execution ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Abort {
    /// The body has returned: threads still running are cut off, as at the end of a process.
    BodyDone,
    /// Nobody can go on.
    Deadlock,
    /// The step limit was reached.
    Livelock,
    /// The rest is equivalent to what was explored before.
    Pruned,
    /// The body did something else than in an earlier execution with the same choices.
    Nondeterministic(String),
}

/// The state of one execution.
pub(crate) struct Rt {
    /// Number of the execution in this process; objects register once for each.
    pub(crate) epoch: u64,
    pub(crate) tasks: Vec<Task>,
    pub(crate) objects: Vec<Object>,
    /// The thread that runs.
    pub(crate) cur: Tid,
    /// The thread that the root loop resumes next.
    pub(crate) next: Option<Tid>,
    /// A thread that has just been started and runs to its first operation.
    pub(crate) fresh: Option<Tid>,
    /// The thread that started it and goes on afterwards.
    pub(crate) parent: Option<Tid>,
    /// The threads that were chosen so far, in order, and the data choices.
    pub(crate) order: Vec<Tid>,
    pub(crate) data: Vec<u8>,
    /// The thread that was chosen last.
    pub(crate) last: Option<Tid>,
    /// Decides; taken out while it does so.
    pub(crate) strategy: Option<Strategy>,
    pub(crate) abort: Option<Abort>,
    pub(crate) steps: usize,
    /// How often a thread was left that could have gone on and did not yield.
    pub(crate) preemptions: u32,
    pub(crate) max_steps: usize,
    /// Spurious failures that each thread may suffer.
    pub(crate) spurious: u32,
    /// What the step under way has done so far.
    pub(crate) step: Option<Label>,
    /// The recorded steps, if this execution is recorded.
    pub(crate) trace: Option<Vec<Step>>,
    /// The thread that the last choice stopped although it could have gone on.
    pub(crate) preempted: Option<Tid>,
    /// Panics of threads other than the body's: thread and message.
    pub(crate) lost: Vec<(Tid, String)>,
    /// Threads that were still running when the body returned.
    pub(crate) left_running: usize,
    /// What sequentially consistent operations have made known.
    pub(crate) sc: View,
}

thread_local! {
    static RT: RefCell<Option<Box<Rt>>> = const { RefCell::new(None) };
    static ACTIVE: Cell<bool> = const { Cell::new(false) };
}

/// Runs `f` on the current execution.
///
/// # Panics
/// Outside an exploration.
pub(crate) fn with<R>(f: impl FnOnce(&mut Rt) -> R) -> R {
    RT.with(|cell| match cell.borrow_mut().as_mut() {
        Some(rt) => f(rt),
        None => panic!(
            "a model type of `std` was used outside an exploration: call it inside `interleave::outcomes`"
        ),
    })
}

/// Runs `f` on the current execution unless there is none or it is being looked at: for the panic hook. Says whether it did.
pub(crate) fn try_with(f: impl FnOnce(&mut Rt)) -> bool {
    RT.with(|cell| {
        let Ok(mut rt) = cell.try_borrow_mut() else {
            return false;
        };
        rt.as_mut().map(|rt| f(rt)).is_some()
    })
}

/// Makes `rt` the current execution.
pub(crate) fn enter(rt: Box<Rt>) {
    RT.with(|cell| *cell.borrow_mut() = Some(rt));
    ACTIVE.set(true);
}

/// Ends the current execution and gives its state back.
pub(crate) fn leave() -> Box<Rt> {
    ACTIVE.set(false);
    RT.with(|cell| cell.borrow_mut().take())
        .expect("an execution is under way")
}

/// Whether this OS thread is inside a model execution.
pub fn active() -> bool {
    ACTIVE.try_with(Cell::get).unwrap_or(false)
}

/// The number of the running thread.
///
/// # Panics
/// Outside an exploration.
pub fn current() -> Tid {
    with(|rt| rt.cur)
}

impl Rt {
    pub(crate) fn new(
        epoch: u64,
        strategy: Strategy,
        max_steps: usize,
        spurious: u32,
        record: bool,
    ) -> Rt {
        Rt {
            epoch,
            tasks: vec![Task::new(Some("main".into()), spurious)],
            objects: Vec::new(),
            cur: 0,
            next: None,
            fresh: None,
            parent: None,
            order: Vec::new(),
            data: Vec::new(),
            last: None,
            strategy: Some(strategy),
            abort: None,
            steps: 0,
            preemptions: 0,
            max_steps,
            spurious,
            step: None,
            trace: record.then(Vec::new),
            preempted: None,
            lost: Vec::new(),
            left_running: 0,
            sc: View::default(),
        }
    }

    /// The thread that runs.
    pub(crate) fn running(&mut self) -> &mut Task {
        &mut self.tasks[self.cur]
    }

    /// Decides who runs next. `None` ends the execution; `abort` then says why.
    pub(crate) fn pick(&mut self) -> Option<Tid> {
        if self.abort.is_some() {
            return None; // a data choice went wrong
        }
        // A new thread runs to its first operation, then its parent to its next one. A choice here would only double
        // the executions.
        if let Some(t) = self.fresh.take().or_else(|| self.parent.take()) {
            return Some(t);
        }
        if self.tasks[0].finished {
            self.left_running = self.tasks.iter().filter(|t| !t.finished).count();
            return self.stop(Abort::BodyDone);
        }
        let enabled = self.enabled_set();
        if enabled == 0 {
            return self.stop(Abort::Deadlock);
        }
        self.steps += 1;
        watchdog::beat();
        if self.steps > self.max_steps {
            return self.stop(Abort::Livelock);
        }
        let fair = self.fair(enabled);
        let chosen = self.ask(|strategy, rt| strategy.choose(rt, fair))?;
        for task in &mut self.tasks {
            task.unseen &= !(1 << chosen);
        }
        let left = self.last.filter(|&l| l != chosen);
        self.preempted = left.filter(|&l| has(fair, l) && !self.tasks[l].is_yield);
        self.preemptions += u32::from(self.preempted.is_some());
        if let Some(last) = left {
            self.record_block(last);
        }
        self.last = Some(chosen);
        self.order.push(chosen);
        Some(chosen)
    }

    fn stop(&mut self, why: Abort) -> Option<Tid> {
        self.abort = Some(why);
        None
    }

    fn enabled_set(&self) -> u64 {
        (0..self.tasks.len())
            .filter(|&t| self.enabled(t))
            .fold(0, |set, t| set | 1 << t)
    }

    /// Those who need not let anybody go first: a thread that yields (or spins) lets every other enabled thread make a step
    /// before it yields again. Somebody is always left: who yields has just made a step, so nobody who yielded before
    /// waits for it (Musuvathi and Qadeer, "Fair stateless model checking", PLDI 2008).
    fn fair(&self, enabled: u64) -> u64 {
        let waits = |t: Tid| {
            let unseen = self.tasks[t].unseen & enabled & !(1 << t);
            self.tasks[t].is_yield && unseen != 0 && !self.is_told(t)
        };
        bits(enabled)
            .filter(|&t| !waits(t))
            .fold(0, |set, t| set | 1 << t)
    }

    /// Whether its pending wait, which may time out, was notified: it ends by that, and owes nobody a step.
    fn is_told(&self, t: Tid) -> bool {
        let wait = self.tasks[t].pending.filter(|op| op.k == Kind::CvWakeT);
        wait.is_some_and(|op| self.objects[op.a as usize].has_notified(t))
    }

    /// The step that has just been completed. Its thread has announced its next operation or ended.
    pub(crate) fn completed_step(&mut self) -> Option<Label> {
        let step = self.step.take()?;
        Some(Label {
            ends: self.tasks[step.tid].finished,
            ..step
        })
    }

    /// Lets the strategy decide on this execution.
    pub(crate) fn ask<R>(&mut self, decide: impl FnOnce(&mut Strategy, &mut Rt) -> R) -> R {
        let mut strategy = self.strategy.take().expect("strategies do not ask back");
        let decision = decide(&mut strategy, self);
        self.strategy = Some(strategy);
        decision
    }
}
