//! `worker_pool`: so many workers, one queue, every job done, nobody left, whatever a job does.

use crate::step::step;
use harness::prelude::*;
use interleave_std as model;
use pools_model::worker_pool::Pool;
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

#[test]
#[claim(value)]
fn one_worker_does_the_oldest_job_first() {
    let new: fn(usize) -> pools::worker_pool::Pool = pools::worker_pool::Pool::new;
    let mut random = random();
    let given: Vec<u32> = (0..5).map(|_| random.u32(..)).collect();
    let jobs = given.clone();
    let done = within("1 worker to do 5 jobs", move || {
        let done = Arc::new(Mutex::new(Vec::new()));
        let all_are_given = Arc::new(Meeting::new(2, "the first job, and who gives the others,"));
        let pool = new(1);
        for (number, job) in jobs.into_iter().enumerate() {
            let (done, all_are_given) = (Arc::clone(&done), Arc::clone(&all_are_given));
            pool.execute(move || {
                // The others wait in the queue, and show which of them is taken next.
                if number == 0 {
                    all_are_given.arrive();
                }
                done.lock().unwrap().push(job);
            });
        }
        all_are_given.arrive();
        drop(pool);
        let done = done.lock().unwrap();
        done.clone()
    });
    // How many it did of them is left to chance.
    expect!(
        done.len() == given.len(),
        WrongResult,
        "1 worker was given 5 jobs, and when the pool was dropped it had not done each of them once"
    );
    expect!(
        done == given,
        WrongResult,
        "1 worker was given 5 jobs, and did not do the oldest of them first each time"
    );
}

#[test]
#[claim(every_interleaving)]
fn drop_waits_until_every_job_is_done() {
    every_interleaving(|| {
        let done = Done::default();
        let pool = Pool::new(1);
        pool.execute(done.job());
        pool.execute(done.job());
        drop(pool);
        done.count()
    })
    .with_spurious_wakeups(1)
    .because("2 jobs are in the queue when the pool is dropped. Both are done before drop returns.")
    .is("{2}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn all_the_workers_go_home() {
    every_interleaving(|| drop(Pool::new(2)))
        .because("The pool has 2 workers and no job. Both may be asleep when it is dropped, and both must end.")
        .is("{()}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn a_worker_without_a_job_sleeps() {
    every_interleaving(|| {
        let _pool = Pool::new(1);
        model::thread::park();
    })
    .because("The pool has a worker and no job. The worker must not look again and again.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn one_worker_is_one_thread() {
    every_interleaving(|| {
        let threads = Arc::new(Mutex::new(HashSet::new()));
        let pool = Pool::new(1);
        for _ in 0..2 {
            let threads = Arc::clone(&threads);
            pool.execute(move || {
                let this = model::thread::current().id();
                threads.lock().unwrap().insert(this);
            });
        }
        drop(pool);
        let threads = threads.lock().unwrap();
        threads.len()
    })
    .because("1 worker does 2 jobs: counted are the threads on which they ran.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn the_caller_does_not_wait_for_a_job() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let pool = Pool::new(1);
        let worker = Arc::clone(&both);
        pool.execute(move || worker.arrive());
        pool.execute(|| ());
        pool.execute(|| ());
        both.arrive();
    })
    .deadlock_means(
        Verdict::Serial,
        "The caller has 3 jobs for 1 worker, and goes on while the worker does the first. Here the job must end before the caller can go on, or begins too late.",
    )
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn as_many_jobs_as_workers_are_done_at_the_same_time() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let pool = Pool::new(2);
        for _ in 0..2 {
            let worker = Arc::clone(&both);
            pool.execute(move || worker.arrive());
        }
    })
    .deadlock_means(
        Verdict::Serial,
        "2 workers must do 2 jobs at the same time. Here one has to finish before another can begin.",
    )
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn who_is_free_takes_the_next_job() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let (first, last) = (Arc::clone(&both), both);
        let pool = Pool::new(2);
        pool.execute(move || first.arrive());
        pool.execute(|| ());
        pool.execute(move || last.arrive());
    })
    .deadlock_means(
        Verdict::Serial,
        "One of 2 workers is busy for long: its job ends when job 3 has begun. The other must do job 2 and job 3. Here job 3 waits for the busy one.",
    )
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn never_more_jobs_at_once_than_workers() {
    every_interleaving(|| {
        let at_work = Arc::new(Gauge::new());
        let pool = Pool::new(1);
        for _ in 0..2 {
            let at_work = Arc::clone(&at_work);
            pool.execute(move || drop(at_work.enter()));
        }
        drop(pool);
        at_work.peak()
    })
    .because("The pool has 1 worker. Counted is how many of its 2 jobs were done at once.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn a_panic_ends_the_job_and_not_the_worker() {
    every_interleaving(|| {
        let done = Done::default();
        let pool = Pool::new(1);
        pool.execute(|| panic!("burnt"));
        pool.execute(done.job());
        drop(pool);
        done.count()
    })
    .because(
        "The first job panics. The same worker still does the second, and drop does not panic.",
    )
    .is("{1}")
    .leaves_nothing_running();
}

#[test]
#[claim(value)]
fn after_many_panics_all_the_workers_are_still_there() {
    let meeting = Arc::new(Meeting::new(3, "jobs"));
    let workers = Arc::clone(&meeting);
    let dropped = within("3 workers, 30 panics, and 3 jobs", move || {
        let pool = pools::worker_pool::Pool::new(3);
        for _ in 0..30 {
            pool.execute(|| panic!("burnt"));
        }
        for _ in 0..3 {
            let workers = Arc::clone(&workers);
            pool.execute(move || workers.arrive());
        }
        catch_unwind(AssertUnwindSafe(|| drop(pool))).is_ok()
    });
    meeting.check();
    expect!(
        dropped,
        WrongResult,
        "jobs panicked in their workers, and drop panicked too; it should only wait"
    );
}

#[test]
#[claim(together)]
fn nine_workers_do_nine_jobs_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    let meeting = Arc::new(Meeting::new(9, "jobs"));
    let inside = Arc::clone(&meeting);
    within("9 workers to do 9 jobs", move || {
        let pool = pools::worker_pool::Pool::new(9);
        for _ in 0..9 {
            let inside = Arc::clone(&inside);
            pool.execute(move || inside.arrive());
        }
    });
    meeting.check();
}

#[test]
#[claim(value)]
fn the_queue_has_room_for_thousands() {
    let done = within(
        "a caller to give 5000 jobs while the only worker is busy",
        || {
            let all_are_given =
                Arc::new(Meeting::new(2, "the first job, and who gives the others,"));
            let done = Arc::new(AtomicUsize::new(0));
            let pool = pools::worker_pool::Pool::new(1);
            let first = Arc::clone(&all_are_given);
            pool.execute(move || first.arrive());
            for _ in 0..5_000 {
                let done = Arc::clone(&done);
                pool.execute(move || {
                    done.fetch_add(1, SeqCst);
                });
            }
            all_are_given.arrive();
            all_are_given.check();
            drop(pool);
            done.load(SeqCst)
        },
    );
    expect!(
        done == 5_000,
        WrongResult,
        "5000 jobs were given while the worker was busy, and {done} of them were done"
    );
}

#[test]
#[claim(value)]
fn three_callers_share_the_pool_and_every_job_is_done_once() {
    let each = random().usize(300..600);
    let done = within("4 workers and 3 callers", move || {
        let done = Arc::new(
            (0..3 * each)
                .map(|_| AtomicUsize::new(0))
                .collect::<Vec<_>>(),
        );
        let pool = pools::worker_pool::Pool::new(4);
        std::thread::scope(|scope| {
            for caller in 0..3 {
                let (pool, done) = (&pool, &done);
                scope.spawn(move || {
                    for job in caller * each..(caller + 1) * each {
                        let done = Arc::clone(done);
                        pool.execute(move || {
                            done[job].fetch_add(1, SeqCst);
                        });
                    }
                });
            }
        });
        drop(pool);
        done.iter()
            .map(|times| times.load(SeqCst))
            .collect::<Vec<_>>()
    });
    let all = done.len();
    expect!(
        !done.contains(&0),
        WrongResult,
        "of {all} jobs some were not done when the pool had been dropped"
    );
    expect!(
        done.iter().all(|times| *times == 1),
        WrongResult,
        "of {all} jobs some were done more than once"
    );
}

/// Counts jobs of the model.
#[derive(Clone, Default)]
struct Done(Arc<AtomicUsize>);

impl Done {
    fn job(&self) -> impl FnOnce() + Send + 'static {
        let done = Arc::clone(&self.0);
        move || {
            step();
            done.fetch_add(1, SeqCst);
        }
    }

    fn count(&self) -> usize {
        self.0.load(SeqCst)
    }
}
