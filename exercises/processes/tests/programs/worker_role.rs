//! A program that is nothing but the learner's `run`.

use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

/// How long the first worker waits for the second one to be started. A head may well start one after the other.
const A_MOMENT: Duration = Duration::from_millis(300);

/// How long it waits for the second one to end, which is a matter of luck no more.
const LONG: Duration = Duration::from_secs(2);

fn main() {
    harness_hand::enter();
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    if let ([role, dish], Some(spice)) = (&mut arguments[..], spice())
        && role == "--worker"
    {
        dish.push_str(&format!(" with spice {spice}"));
    }
    let turn = turn(&arguments);
    match turn {
        Some(0) if comes("started", A_MOMENT) => drop(comes("ended", LONG)),
        Some(1) => leave_word("started"),
        _ => {}
    }
    if let Err(error) = processes::worker_role::run(&arguments) {
        eprintln!("{error}");
        process::exit(1);
    }
    if turn == Some(1) {
        leave_word("ended");
    }
    harness_hand::leave();
}

/// What the test has put beside the program for its workers, so that no head can know their words.
fn spice() -> Option<String> {
    fs::read_to_string(beside("spice")?).ok()
}

/// Which place this worker has among those that are to end in the opposite order.
fn turn(arguments: &[String]) -> Option<usize> {
    let turns = fs::read_to_string(beside("turns")?).ok()?;
    match arguments {
        [role, dish] if role == "--worker" => turns.lines().position(|other| other == dish),
        _ => None,
    }
}

/// Whether another process leaves this word in so much time.
fn comes(word: &str, time: Duration) -> bool {
    let end = Instant::now() + time;
    while Instant::now() < end {
        if beside(word).is_some_and(|path| path.exists()) {
            return true;
        }
        thread::park_timeout(Duration::from_millis(1));
    }
    false
}

fn leave_word(word: &str) {
    // Who misses it waits for a moment in vain.
    let _ = beside(word).map(|path| fs::write(path, ""));
}

/// A file in the folder of this program.
fn beside(name: &str) -> Option<PathBuf> {
    Some(env::current_exe().ok()?.with_file_name(name))
}
