//! `Once`, `OnceLock`, `LazyLock`.

use crate::support::{only, results};
use interleave_std::panic::{AssertUnwindSafe, catch_unwind};
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::sync::{LazyLock, Once, OnceLock};
use interleave_std::thread;

#[test]
fn once_runs_once_and_everybody_waits_for_it() {
    let seen = only(|| {
        let (once, runs) = (Once::new(), AtomicU32::new(0));
        let call = || {
            once.call_once(|| {
                runs.fetch_add(1, SeqCst);
            });
            runs.load(SeqCst)
        };
        thread::scope(|scope| {
            let other = scope.spawn(call);
            (call(), other.join().unwrap(), once.is_completed())
        })
    });
    assert_eq!(seen, "(1, 1, true)");
}

#[test]
fn a_panic_poisons_once_until_it_is_forced() {
    let seen = only(|| {
        let once = Once::new();
        let first = catch_unwind(AssertUnwindSafe(|| once.call_once(|| panic!("x")))).is_err();
        let again = catch_unwind(AssertUnwindSafe(|| once.call_once(|| ()))).is_err();
        let waits = catch_unwind(AssertUnwindSafe(|| once.wait())).is_err();
        let mut told = false;
        once.call_once_force(|state| told = state.is_poisoned());
        once.wait();
        (first, again, waits, told, once.is_completed())
    });
    assert_eq!(seen, "(true, true, true, true, true)");
}

#[test]
fn waiting_for_a_once_that_nobody_runs_is_a_deadlock() {
    assert_eq!(results(|| Once::new().wait()), ["deadlock"]);
}

#[test]
fn a_once_lock_keeps_the_first_value() {
    let seen = results(|| {
        let cell = OnceLock::new();
        thread::scope(|scope| {
            scope.spawn(|| cell.set(1).is_ok());
            let set = cell.set(2);
            (set.is_ok(), *cell.wait(), cell.get().copied())
        })
    });
    assert_eq!(seen, ["(false, 1, Some(1))", "(true, 2, Some(2))"]);
}

#[test]
fn a_once_lock_is_empty_again_after_a_panic_and_after_take() {
    let seen = only(|| {
        let mut cell = OnceLock::new();
        let panics = catch_unwind(AssertUnwindSafe(|| *cell.get_or_init(|| panic!("x")))).is_err();
        let made = *cell.get_or_init(|| 3);
        (
            panics,
            made,
            cell.take(),
            cell.get().is_none(),
            cell.set(4).is_ok(),
            cell.into_inner(),
        )
    });
    assert_eq!(seen, "(true, 3, Some(3), true, true, Some(4))");
}

#[test]
fn once_locks_compare_clone_convert_and_show_as_in_std() {
    let seen = only(|| {
        let full = OnceLock::from(1);
        let empty = OnceLock::<u32>::default();
        (
            full.clone() == full,
            empty == full,
            full.get().copied(),
            format!("{full:?} {empty:?}"),
        )
    });
    assert_eq!(
        seen,
        "(true, false, Some(1), \"OnceLock(1) OnceLock(<uninit>)\")"
    );
}

#[test]
fn a_lazy_lock_is_made_when_it_is_needed_and_once() {
    let seen = only(|| {
        let runs = AtomicU32::new(0);
        let lazy = LazyLock::new(|| runs.fetch_add(1, SeqCst) + 1);
        let before = (LazyLock::get(&lazy).copied(), format!("{lazy:?}"));
        thread::scope(|scope| {
            scope.spawn(|| *lazy);
            assert_eq!(*lazy, 1);
        });
        (before, format!("{lazy:?}"), runs.load(SeqCst))
    });
    assert_eq!(seen, "((None, \"LazyLock(<uninit>)\"), \"LazyLock(1)\", 1)");
}

#[test]
fn a_lazy_locks_panic_is_for_ever() {
    let seen = only(|| {
        let lazy: LazyLock<u32, _> = LazyLock::new(|| panic!("first"));
        let force = || {
            let caught = catch_unwind(AssertUnwindSafe(|| *lazy));
            interleave::message(&*caught.unwrap_err())
        };
        (force(), force())
    });
    assert_eq!(
        seen,
        "(\"first\", \"LazyLock instance has previously been poisoned\")"
    );
}

#[test]
fn a_lazy_lock_can_be_changed_by_its_owner() {
    let seen = only(|| {
        let mut lazy = LazyLock::<Vec<u32>>::default();
        lazy.push(1);
        LazyLock::force_mut(&mut lazy).push(2);
        LazyLock::get_mut(&mut lazy).unwrap().push(3);
        lazy.clone()
    });
    assert_eq!(seen, "[1, 2, 3]");
}
