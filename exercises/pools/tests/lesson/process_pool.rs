//! `process_pool`: the workers stay, the dead are replaced, no job is lost, and nobody is left behind.
//!
//! Worker processes are not part of the model, so these are real ones. What they do stands here.

use crate::answers::{compare, plate, plates};
use harness::prelude::*;
use pools::process_pool::ProcessPool;
use std::io;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// A program whose workers answer each job by what `answer` does with it, until their input ends. `answer` prints the
/// answer itself; when it gives `false` the worker goes home.
fn kitchen(answer: impl Fn(&mut Actor, &str) -> bool + Send + Sync + 'static) -> Program {
    Program::acted(env!("CARGO_BIN_EXE_pools-hand"), 8, move |actor| {
        while let Some(job) = actor.read_line() {
            if !answer(actor, &job) {
                break;
            }
        }
    })
}

/// The answer of a worker that is well.
fn serve(actor: &mut Actor, job: &str) -> bool {
    actor.print(&format!("{}\n", plate(job)));
    true
}

fn jobs(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| name.to_string()).collect()
}

fn numbered(count: usize) -> Vec<String> {
    let first = random().u32(..1_000_000);
    (0..count as u32)
        .map(|n| format!("order {}", first + n))
        .collect()
}

fn open(path: &Path, workers: usize) -> ProcessPool {
    let new: fn(&Path, usize) -> io::Result<ProcessPool> = ProcessPool::new;
    match new(path, workers) {
        Ok(pool) => pool,
        Err(error) => fail(Finding::new(
            Verdict::WrongResult,
            format!("the program is there, and `new` gives an error: {error}"),
        )),
    }
}

/// Has the jobs done by a pool of its own. How a pool ends is decided by tests of their own: here it is left as it is, and
/// its workers end with their program.
fn done(what: &str, program: &Program, workers: usize, jobs: &[String]) -> Vec<Option<String>> {
    let (path, jobs) = (program.path().to_path_buf(), jobs.to_vec());
    within(what, move || {
        let mut pool = ManuallyDrop::new(open(&path, workers));
        pool.map(&jobs)
    })
}

/// So many workers were started. Who had nothing to do may come late, and how many more there are is left to chance.
fn starts(what: &str, program: &Program, number: usize) {
    let started = program.come(number);
    let yours = if started < number { "fewer" } else { "more" };
    expect!(
        started == number,
        WrongResult,
        "{what}; yours started {yours}"
    );
}

#[test]
#[claim(value)]
fn the_answers_stand_in_the_order_of_the_jobs() {
    let jobs = numbered(12);
    let first_and_last = Meeting::new(2, "jobs, the first and the last of the others,");
    let (first, others) = (jobs[0].clone(), AtomicUsize::new(0));
    let program = kitchen(move |actor, job| {
        if job == first || others.fetch_add(1, SeqCst) == 10 {
            first_and_last.arrive();
        }
        serve(actor, job)
    });
    let found = done("12 jobs and 3 workers", &program, 3, &jobs);
    compare("12 jobs were done by 3 workers", &found, &plates(&jobs));
    expect!(
        found == plates(&jobs),
        WrongResult,
        "12 jobs were done by 3 workers, and the first job took longest: the answers do not stand in the order of the jobs"
    );
}

#[test]
#[claim(value)]
fn the_workers_stay_for_the_next_jobs() {
    let program = kitchen(serve);
    let (first, second) = (numbered(5), numbered(4));
    let path = program.path().to_path_buf();
    let (found, asked) = within(
        "two times some jobs, and no jobs, and 2 workers",
        move || {
            let mut pool = ManuallyDrop::new(open(&path, 2));
            let found = [pool.map(&first), pool.map(&[]), pool.map(&second)].concat();
            (found, [plates(&first), plates(&second)].concat())
        },
    );
    compare("5 jobs, then none, then 4 jobs", &found, &asked);
    starts(
        "nobody has died, so 2 workers are enough for all the jobs",
        &program,
        2,
    );
}

#[test]
#[claim(together)]
fn all_the_workers_are_at_work_at_the_same_time() {
    let meeting = Arc::new(Meeting::new(3, "jobs"));
    let program = kitchen({
        let meeting = Arc::clone(&meeting);
        move |actor, job| {
            meeting.arrive();
            serve(actor, job)
        }
    });
    let jobs = numbered(6);
    let found = done("6 jobs and 3 workers", &program, 3, &jobs);
    meeting.check();
    compare("6 jobs were done by 3 workers", &found, &plates(&jobs));
}

#[test]
#[claim(together)]
fn nine_workers_do_nine_jobs_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    let meeting = Arc::new(Meeting::new(9, "jobs"));
    let inside = Arc::clone(&meeting);
    let program = Program::acted(env!("CARGO_BIN_EXE_pools-hand"), 12, move |actor| {
        while let Some(job) = actor.read_line() {
            inside.arrive();
            serve(actor, &job);
        }
    });
    let jobs = numbered(9);
    let found = done("9 jobs and 9 workers", &program, 9, &jobs);
    meeting.check();
    compare("9 jobs were done by 9 workers", &found, &plates(&jobs));
}

#[test]
#[claim(value)]
fn equal_jobs_have_an_answer_each() {
    let served = AtomicUsize::new(0);
    let program = kitchen(move |actor, job| {
        actor.print(&format!("{job} {}\n", served.fetch_add(1, SeqCst)));
        true
    });
    let found = done(
        "3 equal jobs and 1 worker",
        &program,
        1,
        &jobs(&["tea", "tea", "tea"]),
    );
    let asked = ["tea 0", "tea 1", "tea 2"].map(|answer| Some(answer.to_string()));
    expect!(
        found == asked,
        WrongResult,
        "3 equal jobs were answered by {asked:?}, one after the other; yours are {found:?}"
    );
}

#[test]
#[claim(together)]
fn a_slow_job_holds_up_no_other() {
    let meeting = Arc::new(Meeting::new(
        2,
        "jobs, a slow one and the last of the quick ones,",
    ));
    let quick = AtomicUsize::new(0);
    let program = kitchen({
        let meeting = Arc::clone(&meeting);
        move |actor, job| {
            if job == "stew" || quick.fetch_add(1, SeqCst) == 4 {
                meeting.arrive();
            }
            serve(actor, job)
        }
    });
    let jobs = jobs(&["stew", "tea", "egg", "toast", "salad", "soup"]);
    let found = done(
        "a slow job, 5 quick ones, and 2 workers",
        &program,
        2,
        &jobs,
    );
    meeting.check();
    compare("6 jobs were done by 2 workers", &found, &plates(&jobs));
}

#[test]
#[claim(value)]
fn the_job_of_a_dead_worker_is_done_by_another() {
    let deaths = AtomicUsize::new(0);
    let program = kitchen(move |actor, job| {
        if job == "flambé" && deaths.fetch_add(1, SeqCst) == 0 {
            actor.abort();
            return false;
        }
        serve(actor, job)
    });
    let jobs = jobs(&["soup", "flambé", "bread", "fish", "cake"]);
    let found = done(
        "5 jobs, one of which kills its worker once",
        &program,
        2,
        &jobs,
    );
    compare(
        "the worker that got the flambé died, and the next one would not have",
        &found,
        &plates(&jobs),
    );
    starts(
        "one of 2 workers died and was to be replaced by one other, 3 in all",
        &program,
        3,
    );
}

#[test]
#[claim(value)]
fn half_an_answer_is_no_answer() {
    let deaths = AtomicUsize::new(0);
    let program = kitchen(move |actor, job| {
        if job == "flambé" && deaths.fetch_add(1, SeqCst) == 0 {
            actor.print("  a plate of fl");
            return false;
        }
        serve(actor, job)
    });
    let jobs = jobs(&["soup", "flambé", "cake"]);
    let found = done(
        "3 jobs, one of which is answered by half",
        &program,
        2,
        &jobs,
    );
    compare(
        "a worker ended in the middle of its answer, before the line break",
        &found,
        &plates(&jobs),
    );
}

#[test]
#[claim(value)]
fn a_worker_that_goes_home_is_replaced() {
    // The first two do one job each, and nobody reads what they are given afterwards: not a moment later, but at once.
    let program = kitchen(|actor, job| {
        let stays = actor.number() >= 2;
        if !stays {
            actor.close_input();
        }
        serve(actor, job) && stays
    });
    let jobs = numbered(7);
    let found = done(
        "7 jobs, and workers of which the first two go home after one job",
        &program,
        2,
        &jobs,
    );
    compare(
        "the first two workers went home after one answer each, and 7 jobs were to be done",
        &found,
        &plates(&jobs),
    );
}

/// A program in which the fugu kills its worker, and how often it did. At some time it ends also for those who never give up.
fn deadly() -> (Program, Arc<AtomicUsize>) {
    let deaths = Arc::new(AtomicUsize::new(0));
    let program = kitchen({
        let deaths = Arc::clone(&deaths);
        move |actor, job| {
            if job == "fugu" && deaths.fetch_add(1, SeqCst) < 12 {
                actor.abort();
                return false;
            }
            serve(actor, job)
        }
    });
    (program, deaths)
}

#[test]
#[claim(value)]
fn a_job_that_kills_everybody_is_given_up() {
    let (program, deaths) = deadly();
    let jobs = jobs(&["soup", "fugu", "bread", "cake"]);
    let found = done(
        "4 jobs, one of which kills every worker",
        &program,
        2,
        &jobs,
    );
    // Which other jobs are done by a pool that runs out of workers is left to chance: what the fugu has cost comes first.
    let deaths = deaths.load(SeqCst);
    expect!(
        deaths == 3,
        WrongResult,
        "a job may cost 3 workers, and this one cost {deaths}"
    );
    let mut asked = plates(&jobs);
    asked[1] = None;
    compare("the fugu killed every worker that tried it", &found, &asked);
}

#[test]
#[claim(value)]
fn a_program_that_is_not_there_is_an_error() {
    let program = kitchen(serve);
    let missing = program.path().with_file_name("closed-for-ever");
    let is_error = within("a pool without a program", move || {
        ProcessPool::new(&missing, 2).is_err()
    });
    expect!(
        is_error,
        WrongResult,
        "the program does not exist, and `new` gives a pool"
    );
}

#[test]
#[claim(nothing_left)]
fn nobody_is_left_when_the_pool_is_dropped() {
    let program = kitchen(serve);
    let path = program.path().to_path_buf();
    let jobs = numbered(3);
    within("the end of a pool of 3 workers", move || {
        let mut pool = open(&path, 3);
        pool.map(&jobs);
        drop(pool);
    });
    program.nothing_left();
}

#[test]
#[claim(value)]
fn a_worker_ends_by_itself_when_its_input_ends() {
    let orderly = Arc::new(AtomicUsize::new(0));
    let program = Program::acted(env!("CARGO_BIN_EXE_pools-hand"), 8, {
        let orderly = Arc::clone(&orderly);
        move |actor| {
            while let Some(job) = actor.read_line() {
                serve(actor, &job);
            }
            // It has something to put away before it goes: who is killed meanwhile does not come to the end of it.
            for _ in 0..100 {
                actor.print("");
            }
            if actor.is_here() {
                orderly.fetch_add(1, SeqCst);
            }
        }
    });
    let path = program.path().to_path_buf();
    let jobs = numbered(3);
    within("the orderly end of a pool of 3 workers", move || {
        open(&path, 3).map(&jobs);
    });
    // Whom nobody waits for may yet come to its end: that is another fault.
    program.nothing_left();
    expect!(
        orderly.load(SeqCst) == 3,
        WrongResult,
        "the pool was dropped, and the 3 workers were to see the end of their input and to end by themselves; in yours some were killed"
    );
}

#[test]
#[claim(nothing_left)]
fn the_dead_are_buried_too() {
    let (program, _) = deadly();
    let path = program.path().to_path_buf();
    let jobs = jobs(&["soup", "fugu", "cake"]);
    within("the end of a pool in which 3 workers died", move || {
        open(&path, 2).map(&jobs);
    });
    program.nothing_left();
}
