//! `as_completed`: every result as soon as it is there, and an end when nobody listens any more.

use crate::step::step;
use harness::prelude::*;
use interleave_std as model;
use pools_model::as_completed::{Job, as_completed};
use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

#[test]
#[claim(value)]
fn one_worker_goes_through_the_list() {
    let as_completed: fn(usize, Vec<Job<u32>>) -> pools::as_completed::Completed<u32> =
        pools::as_completed::as_completed;
    let mut random = random();
    let values: Vec<u32> = (0..4).map(|_| random.u32(..)).collect();
    let asked: Vec<(usize, Option<u32>)> = values.iter().copied().map(Some).enumerate().collect();
    let (found, more) = within("1 worker to do 4 jobs", move || {
        let jobs = values
            .into_iter()
            .map(|value| Box::new(move || value) as Job<u32>);
        let mut results = as_completed(1, jobs.collect());
        let found: Vec<_> = results
            .by_ref()
            .take(4)
            .map(|(number, ended)| (number, ended.ok()))
            .collect();
        (found, results.next().is_some())
    });
    expect!(
        found == asked,
        WrongResult,
        "1 worker did 4 jobs; number and result of each should be {asked:?}, and are {found:?}"
    );
    expect!(
        !more,
        WrongResult,
        "all 4 results had been given, and there was one more"
    );
}

#[test]
#[claim(value)]
fn no_jobs_have_no_results() {
    let some = within("2 workers without a job", || {
        pools::as_completed::as_completed::<u32>(2, vec![])
            .next()
            .is_some()
    });
    expect!(!some, WrongResult, "there was no job, and a result came");
}

#[test]
#[claim(every_interleaving)]
fn the_jobs_begin_before_anybody_asks() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let worker = Arc::clone(&both);
        let mut results = as_completed(1, vec![job(move || worker.arrive())]);
        both.arrive();
        results.next().map(|(number, _)| number)
    })
    .because("1 worker does 1 job, number 0. Its result is waited for.")
    .deadlock_means(
        Verdict::Serial,
        "The caller goes on while a worker does the job. Here the job ends before the caller can go on, or begins too late.",
    )
    .is("{Some(0)}");
}

#[test]
#[claim(every_interleaving)]
fn no_job_waits_until_somebody_asks() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let second = Arc::clone(&both);
        let results = as_completed(1, vec![job(|| ()), job(move || second.arrive())]);
        both.arrive();
        results.take(2).count()
    })
    .because("1 worker does 2 jobs. The caller waits for the beginning of the second before it asks for any result.")
    .deadlock_means(
        Verdict::Serial,
        "A worker that has done a job goes on with the next. Here it waits until somebody takes the result.",
    )
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn as_many_jobs_as_workers_are_done_at_the_same_time() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let (one, other) = (Arc::clone(&both), both);
        let jobs = vec![job(move || one.arrive()), job(move || other.arrive())];
        as_completed(2, jobs).take(2).count()
    })
    .deadlock_means(
        Verdict::Serial,
        "2 workers must do 2 jobs at the same time. Here one has to finish before another can begin.",
    )
    .is("{2}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn who_is_done_first_comes_first() {
    every_interleaving(|| {
        let jobs = [10, 20].map(|value| {
            job(move || {
                step();
                value
            })
        });
        told(as_completed(2, jobs.into()))
    })
    .because("2 workers do 2 jobs, which return 10 and 20. Each result comes once, and either may come first.")
    .missing_means(
        Verdict::WrongResult,
        "the results come in one order only, although either job may be done first",
    )
    .is("{[(0, Ok(10)), (1, Ok(20))], [(1, Ok(20)), (0, Ok(10))]}");
}

#[test]
#[claim(every_interleaving)]
fn a_result_does_not_wait_for_a_slower_job() {
    every_interleaving(|| {
        let seen = Arc::new(Rendezvous::new(2));
        let slow = Arc::clone(&seen);
        let jobs = vec![job(move || slow.arrive()), job(|| ())];
        let mut results = as_completed(2, jobs);
        let first = results.next().map(|(number, _)| number);
        seen.arrive();
        (first, results.next().map(|(number, _)| number))
    })
    .deadlock_means(
        Verdict::WrongResult,
        "Job 1 is done, and job 0 goes on until the result of job 1 has been given. Here nothing is given.",
    )
    .is("{(Some(1), Some(0))}");
}

#[test]
#[claim(every_interleaving)]
fn never_more_jobs_at_once_than_workers() {
    every_interleaving(|| {
        let at_work = Arc::new(Gauge::new());
        let jobs = [(); 2].map(|()| {
            let at_work = Arc::clone(&at_work);
            job(move || drop(at_work.enter()))
        });
        let given = as_completed(1, jobs.into()).count();
        (given, at_work.peak())
    })
    .because("1 worker does 2 jobs: 2 results, and never more than 1 job at once.")
    .is("{(2, 1)}");
}

#[test]
#[claim(every_interleaving)]
fn who_waits_for_a_result_sleeps() {
    every_interleaving(|| {
        let jobs = vec![job(model::thread::park)];
        as_completed(1, jobs).next().is_some()
    })
    .because("The job never ends. Who waits for it must not look again and again.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn a_panic_is_a_result_too() {
    every_interleaving(|| told(as_completed(1, vec![job(|| panic!("burnt")), job(|| 2)])))
        .because(
            "1 worker does 2 jobs. The first panics, the second returns 2. Both have a result.",
        )
        .is(r#"{[(0, Err("burnt")), (1, Ok(2))]}"#)
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn who_stops_listening_leaves_nobody_at_work() {
    every_interleaving(|| {
        let jobs = [(); 3].map(|()| job(step));
        as_completed(2, jobs.into()).next().is_some()
    })
    .because("There are 3 jobs, and the iterator is dropped after the first result. Drop waits for the workers.")
    .is("{true}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn no_job_is_begun_when_nobody_listens() {
    every_interleaving(|| {
        let (gate, begun) = (Arc::new(Rendezvous::new(2)), Arc::new(AtomicUsize::new(0)));
        let (first, second) = (Arc::clone(&gate), Arc::clone(&begun));
        let jobs = vec![
            job(move || {
                first.arrive();
                first.arrive();
            }),
            job(move || second.store(1, SeqCst)),
        ];
        let results = as_completed(1, jobs);
        // Job 0 is under way.
        gate.arrive();
        let leaving = model::thread::spawn(move || drop(results));
        // It goes on until the iterator may have been dropped.
        gate.arrive();
        leaving.join().unwrap();
        begun.load(SeqCst)
    })
    .because("1 worker is at job 0 when the iterator is dropped. In some orders job 1 must not be begun.")
    .missing_means(
        Verdict::WrongResult,
        "nobody listens any more, and still every job is done in every order of events",
    )
    .is("{0, 1}");
}

#[test]
#[claim(together)]
fn nine_workers_do_nine_jobs_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    let meeting = Arc::new(Meeting::new(9, "jobs"));
    let inside = Arc::clone(&meeting);
    within("9 workers to do 9 jobs", move || {
        let jobs = (0..9).map(|_| {
            let inside = Arc::clone(&inside);
            job(move || inside.arrive())
        });
        pools::as_completed::as_completed(9, jobs.collect()).count()
    });
    meeting.check();
}

#[test]
#[claim(value)]
fn four_workers_give_every_result_once() {
    let many = random().usize(300..600);
    let mut found = within("4 workers with all the jobs", move || {
        let jobs = (0..many).map(|number| {
            let job: Job<usize> = Box::new(move || match number % 7 {
                6 => panic!("burnt"),
                _ => number * 3,
            });
            job
        });
        let results = pools::as_completed::as_completed(4, jobs.collect());
        results
            .map(|(number, ended)| (number, ended.ok()))
            .collect::<Vec<_>>()
    });
    found.sort_unstable();
    let asked: Vec<_> = (0..many)
        .map(|number| (number, (number % 7 != 6).then_some(number * 3)))
        .collect();
    expect!(
        found == asked,
        WrongResult,
        "4 workers were given {many} jobs, and the results are not one of each job, with its own number"
    );
}

fn job<T>(job: impl FnOnce() -> T + Send + 'static) -> Job<T> {
    Box::new(job)
}

/// All results, with a panic told by its text.
fn told<T>(
    results: impl Iterator<Item = (usize, Result<T, Box<dyn Any + Send>>)>,
) -> Vec<(usize, Result<T, String>)> {
    let text = |panic: Box<dyn Any + Send>| match panic.downcast::<&str>() {
        Ok(text) => text.to_string(),
        Err(_) => "something else".to_string(),
    };
    results
        .map(|(number, ended)| (number, ended.map_err(text)))
        .collect()
}
