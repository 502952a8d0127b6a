//! The words for an action: short, in the terms that the learner's code uses.

use super::width::printable;
use super::{Action, Mode, Received, Schedule, Sent, Style, Waits, WakeUp};

impl Schedule {
    /// What an action says in its thread's column.
    pub(super) fn words(&self, action: &Action, style: Style) -> String {
        printable(&self.raw_words(action, style))
    }

    fn raw_words(&self, action: &Action, style: Style) -> String {
        let name = |object: &usize| self.object(*object);
        match action {
            Action::Read { .. }
            | Action::Write { .. }
            | Action::Update { .. }
            | Action::Refused { .. }
            | Action::Fence { .. }
            | Action::Access { .. } => self.memory_words(action, style),
            Action::Lock { object, mode } => format!("{} {}", lock_verb(*mode), name(object)),
            Action::TryLock { object, mode, got } => {
                let end = if *got { "got it" } else { "busy" };
                format!("try_{} {}: {end}", lock_verb(*mode), name(object))
            }
            Action::Unlock { object } => format!("unlock {}", name(object)),
            Action::Wait { condvar, mutex } => {
                format!("wait {}, unlock {}", name(condvar), name(mutex))
            }
            Action::Wake {
                condvar,
                mutex,
                reason,
            } => {
                let why = match reason {
                    WakeUp::Notified => "woken by",
                    WakeUp::TimedOut => "time-out on",
                    WakeUp::Spurious => "spurious wake-up from",
                };
                format!("{why} {}, lock {}", name(condvar), name(mutex))
            }
            Action::Notify {
                condvar,
                all,
                woken,
            } => {
                let verb = if *all { "notify_all" } else { "notify_one" };
                format!("{verb} {}: {}", name(condvar), self.woken(woken))
            }
            Action::Send { object, result } => {
                let end = match result {
                    Sent::Done => "",
                    Sent::Full => ": full",
                    Sent::Disconnected => ": receiver gone",
                };
                format!("send {}{end}", name(object))
            }
            Action::HandOver { object } => format!("handed over {}", name(object)),
            Action::Receive { object, result } => {
                let end = match result {
                    Received::Item => "",
                    Received::Empty => ": empty",
                    Received::TimedOut => ": time-out",
                    Received::Disconnected => ": senders gone",
                };
                format!("receive {}{end}", name(object))
            }
            Action::DropSender { object } => format!("drop last sender of {}", name(object)),
            Action::DropReceiver { object } => format!("drop receiver of {}", name(object)),
            Action::Initialise { object } => format!("start to initialise {}", name(object)),
            Action::Initialised { object } => format!("{} is initialised", name(object)),
            Action::Other {
                words,
                object: Some(object),
            } => format!("{words} {}", name(object)),
            Action::Other {
                words,
                object: None,
            } => words.clone(),
            Action::Blocked(Waits::Lock { object, .. }) => format!("needs {}", name(object)),
            Action::Blocked(waits) => format!("waits for {}", self.awaited(waits)),
            Action::Remark(words) => words.clone(),
            Action::Panic(message) => format!("panic: {message}"),
            _ => self.thread_words(action),
        }
    }

    fn memory_words(&self, action: &Action, style: Style) -> String {
        let change = |old: &Option<String>, new: &Option<String>| match (old, new) {
            (Some(old), Some(new)) => format!(": {old} {} {new}", style.arrow()),
            (None, Some(new)) => format!(": {} {new}", style.arrow()),
            _ => String::new(),
        };
        let tail = |ordering: &str| match ordering {
            "" => String::new(),
            o => format!(" ({o})"),
        };
        match action {
            Action::Read {
                object,
                value,
                newest,
                ordering,
            } => {
                let value = value.as_ref().map_or(String::new(), |v| format!(": {v}"));
                let stale = newest
                    .as_ref()
                    .map_or(String::new(), |n| format!(", old: {n} is newer"));
                format!(
                    "read {}{value}{stale}{}",
                    self.object(*object),
                    tail(ordering)
                )
            }
            Action::Write {
                object,
                old,
                new,
                ordering,
            } => {
                format!(
                    "write {}{}{}",
                    self.object(*object),
                    change(old, new),
                    tail(ordering)
                )
            }
            Action::Update {
                object,
                method,
                old,
                new,
                ordering,
            } => {
                let object = self.object(*object);
                format!("{method} {object}{}{}", change(old, new), tail(ordering))
            }
            Action::Refused {
                object,
                found,
                expected,
            } if found == expected => {
                format!(
                    "compare_exchange {}: fails for no reason",
                    self.object(*object)
                )
            }
            Action::Refused {
                object,
                found,
                expected,
            } => {
                format!(
                    "compare_exchange {}: {found}, not {expected}",
                    self.object(*object)
                )
            }
            Action::Fence { ordering } => format!("fence{}", tail(ordering)),
            Action::Access { object } => format!("access {}", self.object(*object)),
            _ => String::new(),
        }
    }

    fn thread_words(&self, action: &Action) -> String {
        let name = |thread: &usize| self.thread(*thread);
        match action {
            Action::Spawn { thread } => format!("spawn {}", name(thread)),
            Action::Join { thread } => format!("join {}", name(thread)),
            Action::IsFinished { thread, finished } => {
                format!("is_finished {}: {finished}", name(thread))
            }
            Action::Park {
                reason: WakeUp::Notified,
            } => "park: unparked".to_owned(),
            Action::Park {
                reason: WakeUp::TimedOut,
            } => "park: time-out".to_owned(),
            Action::Park {
                reason: WakeUp::Spurious,
            } => "park: spurious wake-up".to_owned(),
            Action::Unpark { thread } => format!("unpark {}", name(thread)),
            _ => String::new(),
        }
    }

    fn woken(&self, woken: &[usize]) -> String {
        match woken {
            [] => "nobody waits".to_owned(),
            some => format!("wakes {}", self.list(some)),
        }
    }

    /// `ann`, `ann and bob`, `ann, bob and cid`.
    pub(super) fn list(&self, threads: &[usize]) -> String {
        join_words(threads.iter().map(|&t| self.thread(t)))
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn join_words(words: impl IntoIterator<Item = String>) -> String {
    let mut words: Vec<String> = words.into_iter().collect();
    match words.pop() {
        None => String::new(),
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} and {last}", words.join(", ")),
    }
}

fn lock_verb(mode: Mode) -> &'static str {
    match mode {
        Mode::Mutex => "lock",
        Mode::Read => "read-lock",
        Mode::Write => "write-lock",
    }
}
