//! Statics, constants and thread-locals of every kind.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, OnceLock};

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
    /// One that others see, without `const`.
    #[allow(clippy::missing_const_for_thread_local, reason = "learners write it")]
    pub static NAMES: RefCell<Vec<String>> = RefCell::new(vec![]);
}
std::thread_local!(static BY_PATH: Cell<u32> = const { Cell::new(1) });

static GLOBAL: AtomicUsize = AtomicUsize::new(3);
static LOCK: Mutex<u32> = Mutex::new(5);
static CARD: LazyLock<HashMap<u32, String>> =
    LazyLock::new(|| HashMap::from([(1, "soup".to_string())]));
static ONCE: OnceLock<String> = OnceLock::new();

/// Uses all of it; the same result each time, because each execution starts anew.
pub fn sum() -> usize {
    let flags: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
    COUNT.set(COUNT.get() + 1);
    COUNT.with(|count| count.set(count.get() + BY_PATH.get()));
    NAMES.with_borrow_mut(|names| names.push("n".into()));
    let names = NAMES.with_borrow(Vec::len);
    *LOCK.lock().unwrap() += 1;
    let before = GLOBAL.fetch_add(1, Ordering::SeqCst);
    let lock = *LOCK.lock().unwrap() as usize;
    let idle = flags
        .iter()
        .filter(|flag| !flag.load(Ordering::Relaxed))
        .count();
    let lengths = CARD[&1].len() + ONCE.get_or_init(|| "x".into()).len();
    before + lock + idle + lengths + names + COUNT.get() as usize
}
