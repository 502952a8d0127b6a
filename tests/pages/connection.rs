//! The DevTools protocol over two pipes: JSON, each message ended by a zero byte. Nothing waits without a limit.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::FileExt;
use std::process::{ChildStdin, ChildStdout};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// A busy machine answers within a second. Only what never comes is waited for so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is asked, and what has been heard.
pub(crate) struct Connection {
    to: Mutex<ChildStdin>,
    next: AtomicU64,
    heard: Arc<Heard>,
    /// The browser's standard error: a file without a name, since the browser's own folder goes when it ends.
    said: File,
}

#[derive(Default)]
struct Heard {
    messages: Mutex<Messages>,
    /// Announces a message, and the end.
    more: Condvar,
}

#[derive(Default)]
struct Messages {
    /// By the number of the question.
    answers: HashMap<u64, Value>,
    /// By the session of a tab, in the order in which they came.
    events: HashMap<String, Vec<Value>>,
    ended: bool,
}

impl Connection {
    /// Listens until the browser ends.
    pub(crate) fn new(to: ChildStdin, from: ChildStdout, said: File) -> Self {
        let heard = Arc::new(Heard::default());
        let listener = Arc::clone(&heard);
        thread::spawn(move || listener.listen(BufReader::new(from)));
        Self {
            to: Mutex::new(to),
            next: AtomicU64::new(1),
            heard,
            said,
        }
    }

    /// Whether nothing will be answered any more.
    pub(crate) fn has_ended(&self) -> bool {
        self.heard.messages().ended
    }

    /// Asks the browser, or a tab by its session, and waits for the answer. An error is a failure of the test.
    pub(crate) fn call(&self, session: Option<&str>, method: &str, parameters: &Value) -> Value {
        let id = self.send(session, method, parameters);
        let mut answer = self.wait(method, |messages| messages.answers.remove(&id));
        if let Some(error) = answer.get("error") {
            panic!("{method} was refused: {error}");
        }
        answer["result"].take()
    }

    /// Tells it, and waits for nothing.
    pub(crate) fn send(&self, session: Option<&str>, method: &str, parameters: &Value) -> u64 {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let mut message = json!({ "id": id, "method": method, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        // Where it has gone away, who waits for the answer says so.
        let _ = self.to.lock().unwrap().write_all(&bytes);
        id
    }

    /// All that has happened in a tab.
    pub(crate) fn events(&self, session: &str) -> Vec<Value> {
        let messages = self.heard.messages();
        messages.events.get(session).cloned().unwrap_or_default()
    }

    /// Waits until what has happened in a tab is enough.
    pub(crate) fn wait_for(&self, what: &str, session: &str, enough: impl Fn(&[Value]) -> bool) {
        self.wait(what, |messages| {
            let events = messages.events.get(session)?;
            enough(events).then_some(())
        });
    }

    /// What the browser has written to its standard error.
    fn said(&self) -> String {
        let mut bytes = vec![0; self.said.metadata().map_or(0, |file| file.len() as usize)];
        // It is written on meanwhile; what was there is all that one needs.
        let _ = self.said.read_exact_at(&mut bytes, 0);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn wait<T>(&self, what: &str, mut found: impl FnMut(&mut Messages) -> Option<T>) -> T {
        let mut result = None;
        let (messages, _) = self
            .heard
            .more
            .wait_timeout_while(self.heard.messages(), PATIENCE, |messages| {
                result = found(messages);
                result.is_none() && !messages.ended
            })
            .unwrap();
        let ended = messages.ended;
        drop(messages);
        result.unwrap_or_else(|| {
            let why = if ended {
                "the browser has ended".into()
            } else {
                format!("{} s are over", PATIENCE.as_secs())
            };
            panic!("no {what}: {why}\nit said:\n{}", self.said())
        })
    }
}

impl Heard {
    fn messages(&self) -> MutexGuard<'_, Messages> {
        self.messages.lock().unwrap()
    }

    fn listen(&self, mut from: impl BufRead) {
        let mut bytes = Vec::new();
        while from.read_until(0, &mut bytes).is_ok_and(|read| read > 0) {
            let Ok(message) = serde_json::from_slice(bytes.strip_suffix(&[0]).unwrap_or(&bytes))
            else {
                break;
            };
            self.messages().take(message);
            self.more.notify_all();
            bytes.clear();
        }
        self.messages().ended = true;
        self.more.notify_all();
    }
}

impl Messages {
    fn take(&mut self, message: Value) {
        if let Some(id) = message["id"].as_u64() {
            self.answers.insert(id, message);
        } else if let Some(session) = message["sessionId"].as_str() {
            self.events
                .entry(session.to_owned())
                .or_default()
                .push(message);
        }
    }
}
