//! `refcount`: no reference is lost, and the last one frees the object, once, with all that was written.

use gil_analogy_model::refcount::{Gil, Object, Reference};
use harness::prelude::*;
use interleave_std as model;
use model::sync::Mutex;
use std::mem::forget;
use std::thread;

#[test]
#[claim(every_interleaving)]
fn references_are_counted_under_the_gil() {
    every_interleaving(|| {
        let freed = Mutex::new(Vec::new());
        let gil = Gil::default();
        let pot = Object::new(7, |value| freed.lock().unwrap().push(value));
        pot.incref(&gil);
        pot.incref(&gil);
        let three = pot.refcount();
        pot.decref(&gil);
        let two = pot.refcount();
        (three, two, freed.lock().unwrap().clone())
    })
    .because("An object is made with 1 reference. Two are added and one goes. Nothing is freed.")
    .is("{(3, 2, [])}");
}

#[test]
#[claim(every_interleaving)]
fn the_last_decref_frees_the_value_that_was_written_last() {
    every_interleaving(|| {
        let freed = Mutex::new(Vec::new());
        let gil = Gil::default();
        let pot = Object::new(7, |value| freed.lock().unwrap().push(value));
        pot.incref(&gil);
        pot.write(8);
        pot.decref(&gil);
        pot.decref(&gil);
        freed.lock().unwrap().clone()
    })
    .because("An object has 2 references, its value is now 8, and both references go. The result is what was freed.")
    .is("{[8]}");
}

#[test]
#[claim(every_interleaving)]
fn no_incref_is_lost_under_the_gil() {
    every_interleaving(|| {
        let gil = Gil::default();
        let pot = Object::new(7, |_| ());
        model::thread::scope(|scope| {
            scope.spawn(|| pot.incref(&gil));
            pot.incref(&gil);
        });
        pot.refcount()
    })
    .because("There was 1 reference, and 2 threads add one each.")
    .is("{3}");
}

#[test]
#[claim(every_interleaving)]
fn of_two_last_decrefs_one_frees() {
    every_interleaving(|| {
        let freed = Mutex::new(Vec::new());
        let gil = Gil::default();
        let pot = Object::new(7, |value| freed.lock().unwrap().push(value));
        pot.incref(&gil);
        model::thread::scope(|scope| {
            scope.spawn(|| pot.decref(&gil));
            pot.decref(&gil);
        });
        freed.lock().unwrap().clone()
    })
    .because("There are 2 references, and 2 threads give one back each. The result is what was freed: 7, once.")
    .is("{[7]}");
}

#[test]
#[claim(every_interleaving)]
fn counting_waits_for_the_gil() {
    every_interleaving(|| {
        let gil = Gil::default();
        let pot = Object::new(7, |_| ());
        let _guard = gil.take();
        pot.incref(&gil);
    })
    .because("Somebody holds the Gil and does not let go. incref must wait for it.")
    .waits_for_ever();
    every_interleaving(|| {
        let gil = Gil::default();
        let pot = Object::new(7, |_| ());
        let _guard = gil.take();
        pot.decref(&gil);
    })
    .because("Somebody holds the Gil and does not let go. decref must wait for it.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn a_clone_counts_up_and_a_drop_counts_down() {
    every_interleaving(|| {
        let freed = Mutex::new(Vec::new());
        let pot = Object::new(7, |value| freed.lock().unwrap().push(value));
        let first = Reference::own(&pot);
        let second = first.clone();
        let two = pot.refcount();
        drop(first);
        let one = pot.refcount();
        let before = freed.lock().unwrap().len();
        drop(second);
        (two, one, before, freed.lock().unwrap().clone())
    })
    .because("A reference is cloned: 2. One is dropped: 1, and nothing is freed. The other is dropped: 7 is freed.")
    .is("{(2, 1, 0, [7])}");
}

#[test]
#[claim(every_interleaving)]
fn no_clone_is_lost_without_a_gil() {
    every_interleaving(|| {
        let pot = Object::new(7, |_| ());
        let first = Reference::own(&pot);
        model::thread::scope(|scope| {
            scope.spawn(|| forget(first.clone()));
            scope.spawn(|| forget(first.clone()));
        });
        let count = pot.refcount();
        forget(first);
        count
    })
    .because("There was 1 reference, and 2 threads make a clone each, which they keep.")
    .is("{3}");
}

#[test]
#[claim(every_interleaving)]
fn of_two_last_drops_one_frees() {
    every_interleaving(|| {
        let freed = Mutex::new(Vec::new());
        let pot = Object::new(7, |value| freed.lock().unwrap().push(value));
        let first = Reference::own(&pot);
        let second = first.clone();
        model::thread::scope(|scope| {
            scope.spawn(move || drop(first));
            scope.spawn(move || drop(second));
        });
        freed.lock().unwrap().clone()
    })
    .because("There are 2 references, and 2 threads drop one each. The result is what was freed: 7, once.")
    .is("{[7]}");
}

#[test]
#[claim(every_interleaving)]
fn nothing_is_freed_while_somebody_has_a_reference() {
    every_interleaving(|| {
        let freed = Mutex::new(Vec::new());
        let pot = Object::new(7, |value| freed.lock().unwrap().push(value));
        let first = Reference::own(&pot);
        let second = first.clone();
        let early = model::thread::scope(|scope| {
            scope.spawn(move || drop(first));
            let third = second.clone();
            drop(second);
            let early = freed.lock().unwrap().len();
            drop(third);
            early
        });
        (early, freed.lock().unwrap().clone())
    })
    .because("A thread clones, drops the older one, and still has the clone: nothing may be freed until it drops that too.")
    .is("{(0, [7])}");
}

#[test]
#[claim(every_interleaving)]
fn who_frees_sees_what_the_others_have_written() {
    every_interleaving(|| {
        let freed = Mutex::new(Vec::new());
        let pot = Object::new(7, |value| freed.lock().unwrap().push(value));
        let first = Reference::own(&pot);
        let second = first.clone();
        model::thread::scope(|scope| {
            scope.spawn(move || {
                first.write(8);
                drop(first);
            });
            scope.spawn(move || drop(second));
        });
        freed.lock().unwrap().clone()
    })
    .because("One thread writes 8 and drops its reference, another drops the other one. Whoever frees must see the 8. An old 7 was there before the writing: its store was not seen.")
    .is("{[8]}");
}

#[test]
#[claim(every_interleaving)]
fn three_threads_drop_the_last_references() {
    every_interleaving(|| {
        let freed = Mutex::new(Vec::new());
        let pot = Object::new(7, |value| freed.lock().unwrap().push(value));
        let first = Reference::own(&pot);
        let (second, third) = (first.clone(), first.clone());
        model::thread::scope(|scope| {
            scope.spawn(move || drop(first));
            scope.spawn(move || {
                second.write(8);
                drop(second);
            });
            scope.spawn(move || drop(third));
        });
        freed.lock().unwrap().clone()
    })
    .because("Of 3 threads one writes 8, and each drops its reference. Whoever is the last one frees the 8.")
    .is("{[8]}");
}

#[test]
#[claim(value)]
fn four_threads_count_under_the_gil_and_one_frees() {
    use gil_analogy::refcount::{Gil, Object};
    let value = random().u64(1_000..9_000);
    let freed = within("4 threads to count under the Gil", move || {
        let freed = std::sync::Mutex::new(Vec::new());
        let gil = Gil::default();
        let pot = Object::new(1, |value| freed.lock().unwrap().push(value));
        (0..4).for_each(|_| pot.incref(&gil));
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..1_000 {
                        pot.incref(&gil);
                        pot.decref(&gil);
                    }
                    pot.write(value);
                    pot.decref(&gil);
                });
            }
            pot.decref(&gil);
        });
        freed.lock().unwrap().clone()
    });
    freed_once(&freed, value);
}

#[test]
#[claim(value)]
fn four_threads_clone_and_drop_and_one_frees() {
    use gil_analogy::refcount::{Object, Reference};
    let value = random().u64(1_000..9_000);
    let freed = within("4 threads to clone and drop references", move || {
        let freed = std::sync::Mutex::new(Vec::new());
        let pot = Object::new(1, |value| freed.lock().unwrap().push(value));
        let first = Reference::own(&pot);
        thread::scope(|scope| {
            for _ in 0..4 {
                let mine = first.clone();
                scope.spawn(move || {
                    for _ in 0..1_000 {
                        drop(mine.clone());
                    }
                    mine.write(value);
                });
            }
            drop(first);
        });
        freed.lock().unwrap().clone()
    });
    freed_once(&freed, value);
}

fn freed_once(freed: &[u64], value: u64) {
    expect!(
        freed == [value],
        Race,
        "the object should be freed once, with the value {value}; it was not freed, or more than once, or with another value"
    );
}
