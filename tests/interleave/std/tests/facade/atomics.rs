//! Atomics: orderings, spurious failures, pointers, `UnsafeCell`.

use crate::support::{only, results, results_with_one_spurious_failure};
use interleave_std::cell::UnsafeCell;
use interleave_std::panic::{AssertUnwindSafe, catch_unwind};
use interleave_std::sync::Arc;
use interleave_std::sync::atomic::Ordering::{self, Acquire, Relaxed, Release, SeqCst};
use interleave_std::sync::atomic::{AtomicBool, AtomicI8, AtomicPtr, AtomicU32, fence};
use interleave_std::thread;

fn message_passing(store: Ordering, load: Ordering) -> Option<u32> {
    let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            data.store(1, Relaxed);
            ready.store(true, store);
        });
        ready.load(load).then(|| data.load(Relaxed))
    })
}

#[test]
fn a_relaxed_flag_lets_stale_data_through_and_release_acquire_does_not() {
    assert_eq!(
        results(|| message_passing(Relaxed, Relaxed)),
        ["None", "Some(0)", "Some(1)"]
    );
    assert_eq!(
        results(|| message_passing(Release, Acquire)),
        ["None", "Some(1)"]
    );
}

#[test]
fn fences_order_relaxed_accesses() {
    let seen = results(|| {
        let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
        thread::scope(|scope| {
            scope.spawn(|| {
                data.store(1, Relaxed);
                fence(Release);
                ready.store(true, Relaxed);
            });
            ready.load(Relaxed).then(|| {
                fence(Acquire);
                data.load(Relaxed)
            })
        })
    });
    assert_eq!(seen, ["None", "Some(1)"]);
}

#[test]
fn a_weak_exchange_without_a_loop_is_found_out() {
    let take = || {
        AtomicBool::new(false)
            .compare_exchange_weak(false, true, SeqCst, SeqCst)
            .is_ok()
    };
    assert_eq!(results(take), ["true"]);
    assert_eq!(results_with_one_spurious_failure(take), ["false", "true"]);
}

#[test]
fn a_weak_exchange_in_a_loop_is_right() {
    let seen = results_with_one_spurious_failure(|| {
        let count = AtomicU32::new(0);
        let add = || {
            let mut old = count.load(Relaxed);
            while let Err(found) = count.compare_exchange_weak(old, old + 1, SeqCst, Relaxed) {
                old = found;
            }
        };
        thread::scope(|scope| {
            scope.spawn(add);
            scope.spawn(add);
        });
        count.into_inner()
    });
    assert_eq!(seen, ["2"]);
}

#[test]
fn a_strong_exchange_never_fails_for_no_reason() {
    let seen = results_with_one_spurious_failure(|| {
        let flag = AtomicBool::new(false);
        flag.compare_exchange(false, true, SeqCst, SeqCst).is_ok()
            && flag.fetch_update(SeqCst, SeqCst, Some).is_ok()
    });
    assert_eq!(seen, ["true"]);
}

#[test]
fn arithmetic_is_that_of_std() {
    let seen = only(|| {
        let number = AtomicI8::new(i8::MAX);
        let old = number.fetch_add(1, SeqCst);
        let wrapped = number.swap(0b0110, SeqCst);
        let nand = number.fetch_nand(0b0011, SeqCst);
        (
            old,
            wrapped,
            nand,
            number.fetch_max(7, SeqCst),
            number.update(SeqCst, SeqCst, |old| old - 1),
            number.into_inner(),
        )
    });
    assert_eq!(seen, "(127, -128, 6, -3, 7, 6)");
}

#[test]
#[allow(deprecated, reason = "the deprecated method is the claim")]
fn compare_and_swap_gives_the_old_value_either_way() {
    let seen = only(|| {
        let number = AtomicU32::new(1);
        (
            number.compare_and_swap(1, 2, SeqCst),
            number.compare_and_swap(1, 3, SeqCst),
            number.into_inner(),
        )
    });
    assert_eq!(seen, "(1, 2, 2)");
}

#[test]
fn pointer_arithmetic_is_that_of_std() {
    let seen = only(|| {
        let mut numbers = [10_u32, 20, 30];
        let start = numbers.as_mut_ptr();
        let pointer = AtomicPtr::new(start);
        pointer.fetch_ptr_add(2, SeqCst);
        pointer.fetch_ptr_sub(1, SeqCst);
        let second = pointer.load(SeqCst) == start.wrapping_add(1);
        pointer.fetch_byte_sub(4, SeqCst);
        pointer.fetch_or(1, SeqCst);
        let tagged = pointer.load(SeqCst).addr() - start.addr();
        pointer.fetch_and(!1, SeqCst);
        (
            second,
            tagged,
            pointer.load(SeqCst) == start,
            AtomicPtr::<u8>::default().into_inner().is_null(),
        )
    });
    assert_eq!(seen, "(true, 1, true, true)");
}

#[test]
fn debug_of_an_atomic_is_a_load() {
    let seen = results(|| {
        let number = Arc::new(AtomicU32::new(0));
        let shared = number.clone();
        let child = thread::spawn(move || shared.store(1, SeqCst));
        let text = format!("{number:?}");
        child.join().unwrap();
        text
    });
    assert_eq!(seen, ["\"0\"", "\"1\""]);
}

#[test]
#[should_panic(expected = "no such thing as a release load")]
fn impossible_orderings_panic_as_in_std() {
    AtomicU32::new(0).load(Release);
}

/// Two threads may touch it: whether they should is what the test asks.
struct Shared(UnsafeCell<u32>);
// SAFETY: model threads run one at a time; the model panics before an unordered access is made.
unsafe impl Sync for Shared {}

impl Shared {
    fn add(&self) {
        // SAFETY: `get` panics before an access that is not ordered after the others.
        unsafe { *self.0.get() += 1 }
    }
}

#[test]
fn two_unordered_accesses_to_an_unsafe_cell_are_a_data_race() {
    let seen = only(|| {
        let shared = Shared(UnsafeCell::new(0));
        let add = || catch_unwind(AssertUnwindSafe(|| shared.add())).is_err();
        thread::scope(|scope| {
            let child = scope.spawn(add);
            let (mine, others) = (add(), child.join().unwrap());
            mine || others
        })
    });
    assert_eq!(seen, "true");
}

#[test]
fn accesses_that_a_join_orders_are_no_race() {
    let seen = only(|| {
        let shared = Shared(UnsafeCell::new(0));
        thread::scope(|scope| scope.spawn(|| shared.add()).join().unwrap());
        shared.add();
        shared.0.into_inner()
    });
    assert_eq!(seen, "2");
}
