//! # Coffee run: ten assistants, ten queues
//!
//! The manager needs many coffees, each from another café with a queue of its own. Nobody works in a queue. One person
//! who stands in all of them, one after the other, needs the whole day. Ten assistants stand in ten queues at the same
//! time, and it takes as long as the longest. But there are no more than ten of them.

use std::thread;

/// Sends `assistants` assistants, at least one, for the `coffees`. Returns what they bring, in the order of the list.
///
/// `fetch` waits a long time and needs no processor while it does.
///
/// # Panics
///
/// When `fetch` panics.
pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    let many = coffees.len();
    thread::scope(|scope| {
        // The decisive line: one thread for each assistant, not for each coffee. A thread costs a stack, and the café a
        // place in its queue: what the list is long must not decide how many there are.
        let assistants: Vec<_> = (0..assistants)
            .map(|at| {
                // Multiplied first, divided then: the shares differ by one at most, and every assistant has one.
                // Chunks of a rounded size would send 6 assistants for 11 coffees where 10 stand ready.
                let share = &coffees[many * at / assistants..many * (at + 1) / assistants];
                scope.spawn(move || share.iter().map(|coffee| fetch(coffee)).collect())
            })
            .collect();
        assistants
            .into_iter()
            .flat_map(|assistant| -> Vec<String> {
                assistant.join().expect("fetch does not panic")
            })
            .collect()
    })
}

// Wrong turns
// - one after the other: the waits add up (wrong/one_at_a_time.rs is serial).
// - a thread for each coffee: nobody limits them (wrong/thread_per_coffee.rs).
// - `while let Some(…) = list.lock().unwrap().next()`: the lock is held until the end of the loop's body, so that only
//   one waits at a time (wrong/lock_held_by_while_let.rs is serial).
// - reading the next number and then counting it up: two assistants fetch the same coffee (wrong/next_in_two_steps.rs).
