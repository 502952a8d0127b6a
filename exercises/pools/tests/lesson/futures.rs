//! `futures`: a ticket at once, its own result later, good or bad, for whoever asks.

use crate::step::step;
use harness::prelude::*;
use interleave_std as model;
use pools_model::futures::Crew;
use std::any::Any;
use std::panic::panic_any;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

#[test]
#[claim(value)]
fn the_result_is_what_the_job_returned() {
    let result: fn(pools::futures::Ticket<String>) -> std::thread::Result<String> =
        pools::futures::Ticket::result;
    let dish = format!("dish {}", random().u32(..));
    let asked = dish.clone();
    let found = within("1 worker to do 1 job", move || {
        let crew = pools::futures::Crew::new(1);
        let ticket = crew.submit(move || dish);
        told(result(ticket))
    });
    expect!(
        found == Ok(asked.clone()),
        WrongResult,
        "the job returned {asked:?}; the ticket says {found:?}"
    );
}

#[test]
#[claim(value)]
fn what_a_job_panics_with_comes_out_as_it_went_in() {
    let number = random().u32(..);
    let (fixed, made, other) = within("3 jobs that panic", move || {
        let crew = pools::futures::Crew::new(1);
        let fixed = crew.submit(|| -> u8 { panic!("burnt") });
        let made = crew.submit(move || -> u8 { panic!("the cat has dish {number}") });
        let other = crew.submit(move || -> u8 { panic_any(number) });
        let other = other.result().map_err(|panic| panic.downcast::<u32>().ok());
        (told(fixed.result()), told(made.result()), other)
    });
    expect!(
        fixed == Err("burnt".to_string()),
        WrongResult,
        "the job panicked with the text \"burnt\"; the ticket says {fixed:?}"
    );
    let asked = format!("the cat has dish {number}");
    expect!(
        made == Err(asked.clone()),
        WrongResult,
        "the job panicked with the text {asked:?}; the ticket says {made:?}"
    );
    expect!(
        other == Err(Some(Box::new(number))),
        WrongResult,
        "the job panicked with the number {number}, and not with a text; the ticket says something else"
    );
}

#[test]
#[claim(every_interleaving)]
fn the_result_waits_for_the_job() {
    every_interleaving(|| {
        let crew = Crew::new(1);
        let ticket = crew.submit(|| {
            step();
            7
        });
        ticket.result().ok()
    })
    .with_spurious_wakeups(1)
    .because("1 job returns 7. The ticket is shown before or after the job is done.")
    .is("{Some(7)}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn who_waits_for_a_result_sleeps() {
    every_interleaving(|| {
        let crew = Crew::new(1);
        let ticket = crew.submit(model::thread::park);
        let _ = ticket.result();
    })
    .because("The job never ends. Who waits for it must not look again and again.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn the_caller_goes_on_while_the_job_is_done() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let crew = Crew::new(1);
        let worker = Arc::clone(&both);
        let ticket = crew.submit(move || worker.arrive());
        both.arrive();
        ticket.result().is_ok()
    })
    .deadlock_means(
        Verdict::Serial,
        "The caller gets its ticket and goes on while a worker does the job. Here the job ends before the caller can go on, or begins too late.",
    )
    .is("{true}");
}

#[test]
#[claim(every_interleaving)]
fn a_job_is_done_although_nobody_asks_for_its_result() {
    every_interleaving(|| {
        let done = Arc::new(AtomicUsize::new(0));
        let crew = Crew::new(1);
        for _ in 0..2 {
            let done = Arc::clone(&done);
            // Thrown away at once.
            let _ = crew.submit(move || {
                step();
                done.fetch_add(1, SeqCst)
            });
        }
        drop(crew);
        done.load(SeqCst)
    })
    .because("2 jobs are ordered and both tickets thrown away. Both jobs are done before the crew has gone.")
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn who_throws_the_ticket_away_does_not_wait() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let crew = Crew::new(1);
        let worker = Arc::clone(&both);
        // Thrown away at once.
        let _ = crew.submit(move || worker.arrive());
        both.arrive();
    })
    .deadlock_means(
        Verdict::Serial,
        "The ticket is thrown away, and the caller goes on while a worker does the job. Here the caller is held up.",
    )
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn each_ticket_has_its_own_result() {
    every_interleaving(|| {
        let crew = Crew::new(2);
        let first = crew.submit(|| {
            step();
            1
        });
        let second = crew.submit(|| {
            step();
            2
        });
        let second = second.result().ok();
        (first.result().ok(), second)
    })
    .because("2 workers do 2 jobs, which return 1 and 2. The second ticket is shown first.")
    .is("{(Some(1), Some(2))}");
}

#[test]
#[claim(every_interleaving)]
fn a_panic_is_the_result_of_its_own_job_only() {
    every_interleaving(|| {
        let crew = Crew::new(1);
        let burnt = crew.submit(|| -> u32 { panic!("burnt") });
        let good = crew.submit(|| 2);
        (told(burnt.result()), told(good.result()))
    })
    .because(
        "The first job panics, the second returns 2. Each ticket says what became of its own job.",
    )
    .is(r#"{(Err("burnt"), Ok(2))}"#);
}

#[test]
#[claim(every_interleaving)]
fn who_waits_keeps_nobody_from_ordering() {
    every_interleaving(|| {
        let both = Arc::new(Rendezvous::new(2));
        let (one, other) = (Arc::clone(&both), both);
        let crew = Crew::new(2);
        let ticket = crew.submit(move || one.arrive());
        model::thread::scope(|scope| {
            scope.spawn(|| ticket.result().is_ok());
            crew.submit(move || other.arrive()).result().is_ok()
        })
    })
    .because(
        "One guest waits for job 1, which ends when job 2 has begun. Another guest orders job 2.",
    )
    .is("{true}");
}

#[test]
#[claim(every_interleaving)]
fn a_ticket_is_good_when_the_crew_has_gone() {
    every_interleaving(|| {
        let crew = Crew::new(1);
        let ticket = crew.submit(|| 7);
        drop(crew);
        ticket.result().ok()
    })
    .because("The crew has done its job, which returned 7, and has gone home.")
    .is("{Some(7)}");
}

#[test]
#[claim(value)]
fn many_tickets_are_shown_by_other_threads() {
    let many = random().u32(200..400);
    let wrong = within("4 workers and 2 guests with all the tickets", move || {
        let crew = pools::futures::Crew::new(4);
        let mut tickets: Vec<_> = (0..many)
            .map(|number| {
                let job = move || match number % 10 {
                    9 => panic!("dish {number}"),
                    _ => number,
                };
                (number, crew.submit(job))
            })
            .collect();
        let half = tickets.split_off(many as usize / 2);
        let guests = [half, tickets].map(|tickets| {
            std::thread::spawn(move || {
                let shown = tickets.into_iter().rev();
                let wrong = shown.filter_map(|(number, ticket)| {
                    let asked = match number % 10 {
                        9 => Err(format!("dish {number}")),
                        _ => Ok(number),
                    };
                    (told(ticket.result()) != asked).then_some(number)
                });
                wrong.count()
            })
        });
        guests
            .map(|guest| guest.join().unwrap())
            .iter()
            .sum::<usize>()
    });
    expect!(
        wrong == 0,
        WrongResult,
        "of {many} tickets some said something that was not the result of their own job"
    );
}

/// What a ticket says, with a panic told by its text.
fn told<T>(result: Result<T, Box<dyn Any + Send>>) -> Result<T, String> {
    result.map_err(|panic| match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(panic) => match panic.downcast::<&str>() {
            Ok(text) => text.to_string(),
            Err(_) => "something that is not a text".to_string(),
        },
    })
}
