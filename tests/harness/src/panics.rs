//! Panics that no claim made: the learner's own, and `assert!` in a test.

use crate::{Finding, Verdict};
use std::any::Any;
use std::cell::RefCell;
use std::panic::{Location, PanicHookInfo};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

/// How `todo!` begins its message.
const TODO: &str = "not yet implemented";

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What the learner's threads have panicked with, which are not the test's: kept by process.
static OF_ALL_THREADS: Mutex<Panics> = Mutex::new(Panics::NONE);

struct Panics {
    /// Of those that were not only handed on from another thread the first in the order of their texts.
    least: Option<String>,
    /// Of the same the last one in time.
    last: Option<String>,
    /// The file's name without its ending, and the message, of each `todo!` that was reached.
    todos: Vec<(String, String)>,
}

impl Panics {
    const NONE: Self = Self {
        least: None,
        last: None,
        todos: Vec::new(),
    };
}

fn of_all_threads() -> MutexGuard<'static, Panics> {
    OF_ALL_THREADS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}

/// Keeps the place of each thread's last panic, besides what the hook before did. The explorer's hook comes first, so
/// that a panic of a model thread passes here too.
pub(crate) fn remember() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        interleave::install_hook();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            note(info);
            before(info);
        }));
    });
}

/// A test begins. What tests before it have panicked with is not its own: under the runner they come one after the
/// other.
pub(crate) fn begin() {
    set_last(None);
    if is_alone() {
        *of_all_threads() = Panics::NONE;
    }
}

fn note(info: &PanicHookInfo) {
    let text = text_of(info.payload());
    let place = info.location().map(place_of).unwrap_or_default();
    let told = format!("panicked at {place}: {text}");
    if !is_second_hand(&text) {
        let mut all = of_all_threads();
        if all.least.as_ref().is_none_or(|least| told < *least) {
            all.least = Some(told.clone());
        }
        all.last = Some(told.clone());
        if text.starts_with(TODO) {
            all.todos
                .push((info.location().map(stem_of).unwrap_or_default(), text));
        }
    }
    // A thread that is being torn down has no storage left: then the place is lost, not the message.
    let _ = LAST.try_with(|last| last.replace(Some(told)));
}

fn place_of(place: &Location) -> String {
    format!("{}:{}", place.file(), place.line())
}

fn stem_of(place: &Location) -> String {
    let stem = Path::new(place.file()).file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// Whether a panic says no more than that another thread has panicked before.
pub(crate) fn is_second_hand(text: &str) -> bool {
    text.ends_with(": Any { .. }")
        || text.contains("PoisonError { .. }")
        || text.ends_with("a scoped thread panicked")
}

/// The starter's own `todo!`, if one was reached while the exercise was tested.
///
/// Under the runner the tests of a process are of one exercise and come one after the other, and the file may have any
/// name. Under `cargo test` the tests of all exercises share one, and a `todo!` counts for the exercise in whose file it
/// stands.
pub(crate) fn todo_of(exercise: &str) -> Option<String> {
    let alone = is_alone();
    let all = of_all_threads();
    let own = |todo: &&(String, String)| alone || todo.0 == exercise;
    all.todos
        .iter()
        .filter(own)
        .min()
        .map(|todo| todo.1.clone())
}

/// Whether the process runs one test at a time, of one exercise.
fn is_alone() -> bool {
    std::env::var_os("HARNESS_FINDINGS").is_some()
}

/// The thread's last panic, to be handed to the thread that waits for it.
pub(crate) fn take_last() -> Option<String> {
    LAST.with(|last| last.borrow_mut().take())
}

/// Takes over the last panic of a thread that this one has waited for.
pub(crate) fn set_last(panic: Option<String>) {
    LAST.with(|last| last.replace(panic));
}

/// What a panic that nobody turned into a finding says about the program.
pub(crate) fn finding_of(payload: &(dyn Any + Send)) -> Finding {
    let mut message = take_last().unwrap_or_else(|| text_of(payload));
    if is_second_hand(&message) {
        let all = of_all_threads();
        // When several threads have panicked, which one was the first is left to chance: the order of the texts decides. Where
        // other tests run beside this one, the last one is most likely this one's.
        let first = match is_alone() {
            true => &all.least,
            false => &all.last,
        };
        if let Some(first) = first {
            message = format!("a thread {first}\nand who waited for it {message}");
        }
    }
    Finding::new(Verdict::WrongResult, message)
}

/// A panic's message, where it has one.
pub(crate) fn text_of(payload: &(dyn Any + Send)) -> String {
    payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_string())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a value that is not text".to_string())
}
