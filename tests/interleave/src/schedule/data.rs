//! What a schedule is made of: threads, objects, steps, and how each thread ended.

use super::{Action, names};

/// One execution of a program, step by step, as pure data.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    /// All threads in the order of their creation; the first one is the body.
    pub threads: Vec<Thread>,
    /// All synchronisation objects in the order of their first use.
    pub objects: Vec<Object>,
    /// What happened, in order.
    pub steps: Vec<Step>,
    /// The threads that had not finished, and what they were doing.
    pub end: Vec<End>,
    /// The outcome as the outcome set prints it: a value, `deadlock`, `livelock` or `panic: …`.
    pub outcome: String,
    /// How often a thread was stopped although it could have gone on.
    pub preemptions: u32,
    /// Executions explored until this one was found; 0 when it was not searched for.
    pub executions: usize,
    /// Whether the execution was stopped at the step limit.
    pub cut: bool,
    /// Further sentences for the reader, such as the panic of a thread that nobody joined.
    pub notes: Vec<String>,
}

impl Schedule {
    /// What a thread is called: its name, or `main`, `t1`, `t2` … by number. Threads that share a name get their number too.
    pub fn thread(&self, thread: usize) -> String {
        let name = |t: usize| self.threads.get(t).and_then(|t| t.name.as_deref());
        match name(thread) {
            Some(n) if (0..self.threads.len()).any(|t| t != thread && name(t) == Some(n)) => {
                format!("{n} (t{thread})")
            }
            Some(n) => n.to_owned(),
            None if thread == 0 => "main".to_owned(),
            None => format!("t{thread}"),
        }
    }

    /// What an object is called in a step.
    pub fn object(&self, object: usize) -> &str {
        self.objects.get(object).map_or("?", |o| &o.label)
    }
}

/// A thread of the program.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    /// The name given to `thread::Builder`.
    pub name: Option<String>,
}

/// A synchronisation object of the program.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its type as the learner wrote it: `Mutex`, `Condvar`, `channel`, `atomic` …
    pub kind: &'static str,
    /// Where it was created.
    pub place: Place,
    /// The learner's variable, field or static, where [`super::names`] could find it.
    pub name: Option<String>,
    /// The name in steps: see [`super::names::label_all`].
    pub label: String,
}

/// A line of source code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Path as the compiler knows it.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
    /// The line itself, indentation included; empty when it could not be read.
    pub text: String,
}

impl Place {
    /// The file's name without its folders.
    pub fn file_name(&self) -> &str {
        self.file.rsplit(['/', '\\']).next().unwrap_or(&self.file)
    }

    /// The line without indentation.
    pub fn code(&self) -> &str {
        self.text.trim()
    }

    /// The byte in [`code`](Place::code) at which the expression around the column begins: `data.load(…)`, when the column
    /// is that of `load`.
    pub(super) fn expression(&self) -> usize {
        let indent = self.text.chars().take_while(|c| c.is_whitespace()).count();
        let at = (self.column as usize).saturating_sub(1 + indent);
        let before: String = self.code().chars().take(at).collect();
        match before.strip_suffix('.').and_then(names::before_chain) {
            Some(rest) => before.len() - before[rest.len()..].trim_start().len(),
            None => before.len(),
        }
    }

    /// `counter.rs:18`.
    pub fn short(&self) -> String {
        format!("{}:{}", self.file_name(), self.line)
    }
}

/// One step of one thread.
#[derive(Clone, Debug)]
pub struct Step {
    /// Who.
    pub thread: usize,
    /// What.
    pub action: Action,
    /// More words about it, such as `(poisoned)`; mostly empty.
    pub note: String,
    /// Where. `None`: no line of the learner's, such as a guard that is dropped at the end of its scope.
    pub place: Option<Place>,
    /// The thread that was running before and could have gone on: this step preempts it.
    pub preempts: Option<usize>,
}

impl Step {
    /// A printed line, a panic or a wait is shown, but it is not a step that the scheduler chose.
    pub fn is_remark(&self) -> bool {
        matches!(
            self.action,
            Action::Remark(_) | Action::Panic(_) | Action::Blocked(_)
        )
    }
}

/// A thread that had not finished when the execution ended.
#[derive(Clone, Debug)]
pub struct End {
    /// Who.
    pub thread: usize,
    /// The locks that it still held.
    pub holds: Vec<Hold>,
    /// What it waited for; `None` when it could have gone on.
    pub waits: Option<Waits>,
    /// Where it stood.
    pub place: Option<Place>,
}

/// A lock that a thread holds.
#[derive(Clone, Debug)]
pub struct Hold {
    /// Which.
    pub object: usize,
    /// Where it was taken.
    pub place: Option<Place>,
}

/// What a blocked thread waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waits {
    /// A lock that others hold.
    Lock {
        /// The lock.
        object: usize,
        /// Who holds it: one thread, or several readers.
        owners: Vec<usize>,
    },
    /// A notification.
    Notification {
        /// The condition variable.
        condvar: usize,
    },
    /// An item of a channel.
    Item {
        /// The channel.
        object: usize,
        /// Senders that are still alive.
        senders: usize,
    },
    /// Room in a channel.
    Room {
        /// The channel.
        object: usize,
    },
    /// The others at a barrier.
    Barrier {
        /// The barrier.
        object: usize,
    },
    /// The first use of a `Once`, `OnceLock` or `LazyLock` to end.
    Initialisation {
        /// The object.
        object: usize,
        /// Who initialises it.
        owner: Option<usize>,
    },
    /// The end of a thread.
    Thread {
        /// The thread that is joined.
        thread: usize,
    },
    /// `unpark`.
    Unpark,
    /// Something else, in words.
    Other(String),
}
