//! `primes`: a fair cut, all the kitchens at once, and every prime in its place.

use harness::prelude::*;
use processes::primes::primes;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// A program whose workers look up the primes of their share, and what shares they got.
fn kitchens() -> (Program, Arc<Mutex<Vec<Range<u64>>>>) {
    let shares = Arc::new(Mutex::new(Vec::new()));
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 8, {
        let shares = Arc::clone(&shares);
        move |actor| {
            if let Some(share) = share(actor) {
                actor.print(&lines(&sieve(&share)));
                shares.lock().expect("no actor panics").push(share);
            }
        }
    });
    (program, shares)
}

/// The share that the learner's arguments give. A worker that understands nothing fails, and says so.
fn share(actor: &mut Actor) -> Option<Range<u64>> {
    let numbers: Vec<u64> = actor.arguments().iter().flat_map(|n| n.parse()).collect();
    if let ([from, to], 2) = (&numbers[..], actor.arguments().len()) {
        return Some(*from..*to);
    }
    let given = format!("two numbers are needed, and not {:?}", actor.arguments());
    actor.print_error(&given);
    actor.exit(2);
    None
}

fn lines(primes: &[u64]) -> String {
    primes.iter().map(|prime| format!("{prime}\n")).collect()
}

/// The primes of the range, found in another way than the learner's program does.
fn sieve(range: &Range<u64>) -> Vec<u64> {
    let end = range.end as usize;
    let mut prime = vec![true; end.max(2)];
    prime[..2].fill(false);
    for n in 2..end {
        if prime[n] {
            prime[n..]
                .iter_mut()
                .step_by(n)
                .skip(1)
                .for_each(|multiple| *multiple = false);
        }
    }
    (range.clone()).filter(|n| prime[*n as usize]).collect()
}

/// A range that begins and ends anywhere, of so many numbers.
fn range_of(numbers: u64) -> Range<u64> {
    let from = random().u64(0..500);
    from..from + numbers
}

fn found(program: &Program, range: &Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    let (path, range) = (program.path().to_path_buf(), range.clone());
    within(&format!("{workers} workers"), move || {
        let primes: fn(&Path, Range<u64>, usize) -> io::Result<Vec<u64>> = primes;
        primes(&path, range, workers)
    })
}

fn compare(found: io::Result<Vec<u64>>, range: &Range<u64>, workers: usize) {
    let asked = sieve(range);
    let what = format!("the primes of {range:?} with {workers} workers");
    match found {
        Err(error) => expect!(
            false,
            WrongResult,
            "{what}: all was well, and yours is the error: {error}"
        ),
        Ok(found) => expect!(
            found == asked,
            WrongResult,
            "{what}: there are {}, and yours are {}{}",
            asked.len(),
            found.len(),
            first_difference(&asked, &found)
        ),
    }
}

/// Where two lists part.
fn first_difference(asked: &[u64], found: &[u64]) -> String {
    let same = asked.iter().zip(found).take_while(|(a, b)| a == b).count();
    match (asked.get(same), found.get(same)) {
        (Some(asked), Some(found)) => format!("; where {asked} should stand, yours has {found}"),
        (Some(asked), None) => format!("; yours ends before {asked}"),
        (None, Some(found)) => format!("; yours goes on with {found}"),
        (None, None) => String::new(),
    }
}

#[test]
#[claim(value)]
fn one_worker_finds_the_primes() {
    let (program, _) = kitchens();
    let range = range_of(300);
    compare(found(&program, &range, 1), &range, 1);
    program.nothing_left();
}

#[test]
#[claim(together)]
fn all_the_workers_are_at_work_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    let workers = 9;
    let meeting = Arc::new(Meeting::new(workers, "worker processes"));
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 12, {
        let meeting = Arc::clone(&meeting);
        move |actor| {
            meeting.arrive();
            if let Some(share) = share(actor) {
                actor.print(&lines(&sieve(&share)));
            }
        }
    });
    let range = range_of(400);
    let found = found(&program, &range, workers);
    meeting.check();
    compare(found, &range, workers);
}

#[test]
#[claim(value)]
fn the_primes_are_the_same_for_any_number_of_workers() {
    for workers in 2..=5 {
        let (program, _) = kitchens();
        // One number is left over, or several; with 5 workers some get none at all.
        let range = range_of([0, 0, 101, 203, 303, 4][workers]);
        compare(found(&program, &range, workers), &range, workers);
    }
}

#[test]
#[claim(value)]
fn a_range_without_numbers_has_no_primes() {
    let (program, _) = kitchens();
    let range = range_of(0);
    compare(found(&program, &range, 3), &range, 3);
    program.nothing_left();
}

#[test]
#[claim(value)]
fn every_number_is_in_exactly_one_share() {
    let (range, shares) = shares_of(4);
    let mut next = range.start;
    for share in &shares {
        let from = share.start;
        expect!(
            from == next,
            WrongResult,
            "the shares of {range:?} are {shares:?}: one should begin with {next}, and it begins with {from}"
        );
        next = share.end;
    }
    expect!(
        next == range.end,
        WrongResult,
        "the shares of {range:?} are {shares:?}: the last one should end before {}",
        range.end
    );
}

#[test]
#[claim(value)]
fn the_shares_differ_by_at_most_one_number() {
    let (range, shares) = shares_of(4);
    let lengths: Vec<u64> = shares.iter().map(|share| share.end - share.start).collect();
    let (least, most) = (lengths.iter().min(), lengths.iter().max());
    expect!(
        matches!((least, most), (Some(least), Some(most)) if most - least <= 1),
        WrongResult,
        "{} numbers were cut for 4 workers, and the lengths of the shares are {lengths:?}",
        range.end - range.start
    );
    expect!(
        shares.len() == 4,
        WrongResult,
        "there are 4 workers, and these shares were given out: {shares:?}"
    );
}

/// The range that was cut, with 2 numbers left over when there are 4 workers, and the shares that the workers got, in order.
fn shares_of(workers: usize) -> (Range<u64>, Vec<Range<u64>>) {
    let (program, shares) = kitchens();
    let range = range_of(102 + 4 * random().u64(0..3));
    // What the result is does not matter here.
    let _ = found(&program, &range, workers);
    let mut shares = shares.lock().expect("no actor panics").clone();
    shares.sort_by_key(|share| (share.start, share.end));
    (range, shares)
}

#[test]
#[claim(value)]
fn the_result_is_what_the_workers_write() {
    // These workers know nothing about primes: they write where their share begins.
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 8, |actor| {
        if let Some(share) = share(actor) {
            actor.print(&lines(&[share.start]));
        }
    });
    let range = range_of(3 * 60);
    let asked = [0, 60, 120].map(|n| range.start + n);
    match found(&program, &range, 3) {
        Ok(found) if found == asked => {}
        found => fail(Finding::new(
            Verdict::WrongResult,
            format!("3 workers wrote {asked:?}, one number each, and yours is {found:?}"),
        )),
    }
}

#[test]
#[claim(value)]
fn a_worker_that_writes_much_is_read_to_its_end() {
    let number = 30_000;
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 4, move |actor| {
        if let Some(share) = share(actor) {
            // More than a pipe holds.
            actor.print(&lines(&vec![share.start; number]));
        }
    });
    let found = found(&program, &(100_000..100_002), 2);
    let asked = [vec![100_000; number], vec![100_001; number]].concat();
    expect!(
        found.is_ok_and(|found| found == asked),
        WrongResult,
        "2 workers wrote their first number {number} times each, and you do not return all of them"
    );
}

#[test]
#[claim(value)]
fn a_worker_that_fails_is_an_error() {
    let failures = [(0, "an exit code"), (1, "a signal"), (2, "no number")];
    for (place, failure) in
        failures
            .into_iter()
            .chain([(2, "an exit code"), (0, "a signal"), (1, "no number")])
    {
        let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 4, move |actor| {
            actor.print("2\n");
            let from = ["0", "3", "6"][place];
            let is_it = actor.arguments().first().is_some_and(|first| first == from);
            match (is_it, failure) {
                (true, "an exit code") => actor.exit(1),
                (true, "a signal") => actor.abort(),
                (true, _) => actor.print("thr\n"),
                _ => {}
            }
        });
        let found = found(&program, &(0..9), 3);
        expect!(
            found.is_err(),
            WrongResult,
            "worker {} of 3 ended with {failure}: asked for is an error, and yours is {found:?}",
            place + 1
        );
        program.nothing_left();
    }
}

#[test]
#[claim(value)]
fn a_program_that_is_not_there_is_an_error() {
    let (program, _) = kitchens();
    let missing = program.path().with_file_name("closed-for-ever");
    let found = within("a program that is not there", move || {
        primes(&missing, 0..10, 2)
    });
    expect!(
        found.is_err(),
        WrongResult,
        "the program does not exist: asked for is an error, and yours is {found:?}"
    );
}

#[test]
#[claim(nothing_left)]
fn real_kitchens_find_the_primes_and_close() {
    let program = Program::watched(env!("CARGO_BIN_EXE_primes"), 8);
    let range = range_of(20_000);
    compare(found(&program, &range, 3), &range, 3);
    let started = program.started();
    expect!(
        started == 3,
        WrongResult,
        "3 workers were asked for, and {started} processes were started"
    );
    program.nothing_left();
}
