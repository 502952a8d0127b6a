//! Kitchens for `process_queue`: worker processes that run the learner's `work`, and wait for the test's word.

use harness::prelude::*;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::time::Duration;

/// Long enough to return for whoever does not wait for the last dish. Whoever waits for it waits so much longer.
const A_MOMENT: Duration = Duration::from_millis(300);

/// How the orders begin that processes cook.
pub(crate) const ORDER: &str = "order ";

/// A worker process: says what it cooks, and cooks until it is told to go on.
pub(crate) struct Kitchen {
    child: Child,
    says: BufReader<std::process::ChildStdout>,
}

impl Kitchen {
    /// A process that comes to the hatch of that name.
    pub(crate) fn start(program: &Program, name: &str) -> Kitchen {
        let mut child = Command::new(program.path())
            .arg(name)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a kitchen");
        let says = BufReader::new(child.stdout.take().expect("piped"));
        Kitchen { child, says }
    }

    fn hear(&mut self) -> Option<String> {
        let mut line = String::new();
        let length = self.says.read_line(&mut line).unwrap_or_default();
        (length > 0).then(|| line.trim_end().to_string())
    }

    fn go_on(&mut self) {
        let _ = self
            .child
            .stdin
            .as_mut()
            .map(|stdin| stdin.write_all(b"\n"));
    }

    /// What it has cooked, when the first order was in its hands together with everybody else's.
    pub(crate) fn cook_all(
        mut self,
        meeting: &Meeting,
        last: &LastOrder,
    ) -> io::Result<Vec<String>> {
        let mut heard = Vec::new();
        while let Some(order) = self.hear() {
            if heard.is_empty() {
                meeting.arrive();
            }
            last.hold(&order);
            self.go_on();
            heard.push(order);
        }
        self.child.wait()?;
        heard.pop();
        Ok(heard)
    }
}

/// Whether `serve` has returned. Whoever has a dish in the making holds it back until then, or for a moment: who returns
/// without that dish has the time to do so.
#[derive(Default)]
pub(crate) struct Returned {
    has_returned: Mutex<bool>,
    changed: Condvar,
}

impl Returned {
    /// It has.
    pub(crate) fn tell(&self) {
        *self.has_returned.lock().unwrap() = true;
        self.changed.notify_all();
    }

    /// A dish that is held back.
    pub(crate) fn dish(&self, order: &str) -> String {
        self.wait();
        order.to_uppercase()
    }

    /// Waits until it has, or for a moment.
    pub(crate) fn wait(&self) {
        let has_returned = self.has_returned.lock().unwrap();
        let not_yet = |has_returned: &mut bool| !*has_returned;
        let waited = self
            .changed
            .wait_timeout_while(has_returned, A_MOMENT, not_yet);
        drop(waited);
    }
}

/// The last order that a kitchen takes in its hands is held back.
pub(crate) struct LastOrder {
    /// How many are still to come.
    left: AtomicUsize,
    returned: Arc<Returned>,
}

impl LastOrder {
    /// Of so many.
    pub(crate) fn of(many: usize, returned: Arc<Returned>) -> LastOrder {
        LastOrder {
            left: AtomicUsize::new(many),
            returned,
        }
    }

    fn hold(&self, said: &str) {
        if said.starts_with(ORDER) && self.left.fetch_sub(1, SeqCst) == 1 {
            self.returned.wait();
        }
    }
}

/// How many of so many orders are finished elsewhere while somebody waits for them: not long, when another has waited in
/// vain before. Two long waits, one after the other, would be too long for the deadline around them.
pub(crate) fn finished_of(
    finished: &mpsc::Receiver<()>,
    number: usize,
    other_has_waited: &AtomicBool,
) -> usize {
    let patience = match other_has_waited.load(SeqCst) {
        true => A_MOMENT,
        false => harness::half_patience(),
    };
    let hears = |_: &usize| finished.recv_timeout(patience).is_ok();
    (0..number).take_while(hears).count()
}
