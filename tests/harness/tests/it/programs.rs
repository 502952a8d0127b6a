//! Worker processes: counted, obeyed, ended with their test, and never left behind.

use crate::failing::{ending_of, twin, twins};
use harness::prelude::*;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::{Duration, Instant};

fn hand() -> String {
    let hand = twins().with_file_name(format!("hand{}", std::env::consts::EXE_SUFFIX));
    hand.to_string_lossy().into_owned()
}

fn start(program: &Program) -> Child {
    Command::new(program.path())
        .args(["seven", "a b; $(c)"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a process")
}

#[test]
fn a_worker_does_what_the_test_says() {
    let program = Program::acted(&hand(), 2, |actor| {
        let line = actor.read_line();
        let rest = actor.read_to_end();
        let given = actor.arguments().join("|");
        actor.print(&format!("{line:?} {rest:?} {given}"));
        actor.print_error("alas");
        actor.exit(7);
    });
    let mut child = start(&program);
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(b"one\n\x02\x03").expect("it listens");
    drop(stdin);
    let output = child.wait_with_output().expect("its end");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        r#"Some("one") [2, 3] seven|a b; $(c)"#
    );
    assert_eq!(output.stderr, b"alas");
    assert_eq!(output.status.code(), Some(7));
    assert_eq!((program.started(), program.most_at_once()), (1, 1));
    program.nothing_left();
}

#[cfg(unix)]
#[test]
fn who_writes_to_a_worker_that_has_closed_its_input_hears_so() {
    let program = Program::acted(&hand(), 1, |actor| {
        actor.close_input();
        actor.print("closed\n");
        actor.stay();
    });
    let mut child = start(&program);
    let mut line = String::new();
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    stdout.read_line(&mut line).expect("a line");
    let written = child.stdin.take().expect("a pipe").write_all(b"salt");
    let error = written.expect_err("nobody reads it");
    assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
    child.kill().expect("it runs");
    child.wait().expect("its end");
    program.nothing_left();
}

#[test]
fn who_is_killed_while_it_waits_for_a_line_has_not_seen_the_end_of_its_input() {
    let orderly = Arc::new(AtomicUsize::new(0));
    let program = Program::acted(&hand(), 2, {
        let orderly = Arc::clone(&orderly);
        move |actor| {
            actor.print("here\n");
            if actor.read_line().is_none() && actor.is_here() {
                orderly.fetch_add(1, SeqCst);
            }
        }
    });
    for (kills, expected) in [(true, 0), (false, 1)] {
        let mut child = start(&program);
        let mut line = String::new();
        let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        stdout.read_line(&mut line).expect("a line");
        if kills {
            child.kill().expect("it runs");
        }
        // `wait` closes the input.
        child.wait().expect("its end");
        assert_eq!(orderly.load(SeqCst), expected);
    }
    program.nothing_left();
}

#[test]
fn a_worker_dies_as_the_test_says() {
    let program = Program::acted(&hand(), 2, |actor| match actor.number() {
        0 => actor.panic("no salt"),
        _ => actor.abort(),
    });
    let output = start(&program).wait_with_output().expect("its end");
    assert_eq!(output.status.code(), Some(101));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no salt"));
    let output = start(&program).wait_with_output().expect("its end");
    assert!(!output.status.success());
    program.nothing_left();
}

#[test]
fn a_worker_without_environment_is_watched_too() {
    let program = Program::acted(&hand(), 2, |actor| {
        let bare = actor.variables().is_empty();
        actor.print(&format!("{bare}"));
    });
    let output = Command::new(program.path())
        .env_clear()
        .current_dir(std::env::temp_dir())
        .output()
        .expect("its output");
    assert_eq!(output.stdout, b"true");
    program.nothing_left();
}

#[test]
fn workers_one_after_the_other_are_serial() {
    let (verdict, message) = ending_of("programs::one_after_the_other");
    assert_eq!(verdict, "serial");
    assert_eq!(
        message,
        "2 worker processes must be under way at the same time; at most 1 ever were"
    );
}

#[test]
fn a_worker_that_was_killed_and_not_waited_for_is_a_leak() {
    let (verdict, message) = ending_of("programs::killed_without_wait");
    assert_eq!(verdict, "leak");
    assert_eq!(message, "1 worker process was started and never waited for");
}

#[test]
fn workers_that_run_on_are_a_leak() {
    let (verdict, message) = ending_of("programs::never_waits");
    assert_eq!(verdict, "leak");
    assert_eq!(
        message,
        "2 worker processes were started and never waited for"
    );
}

#[test]
fn processes_without_end_are_ended() {
    let (verdict, message) = ending_of("programs::multiplies");
    assert_eq!(verdict, "leak");
    assert_eq!(
        message,
        "processes were started without end: more than 5 at once, or more than 20 in all. All of them were ended"
    );
}

#[test]
fn what_the_test_finds_while_it_plays_a_worker_is_its_finding() {
    let (verdict, message) = ending_of("programs::the_actor_finds_something");
    assert_eq!(verdict, "wrong_result");
    assert_eq!(message, "the worker was given []");
}

#[test]
fn a_test_that_is_killed_takes_its_workers_with_it() {
    let mut test = twin("programs::is_killed_itself")
        .stdout(Stdio::piped())
        .spawn()
        .expect("the twin");
    let mut path = String::new();
    let said = test.stdout.take().expect("a pipe");
    BufReader::new(said).read_line(&mut path).expect("a path");
    let path = Path::new(path.trim_end());
    let name = path.file_name().expect("a name").to_string_lossy();
    assert_eq!(processes_called(&name), 2);
    test.kill().expect("it can be killed");
    test.wait().expect("its end");
    let end = Instant::now() + Duration::from_secs(30);
    while processes_called(&name) > 0 {
        assert!(Instant::now() < end, "workers outlive their test");
        std::thread::yield_now();
    }
    // Nobody is left who could remove it.
    fs::remove_dir_all(path.parent().expect("its folder")).expect("the folder is there");
}

fn processes_called(name: &str) -> usize {
    let mut system = sysinfo::System::new();
    system.refresh_processes(sysinfo::ProcessesToUpdate::All, true);
    let alive = |process: &&sysinfo::Process| {
        process.name() == name
            && process.thread_kind().is_none()
            && process.status() != sysinfo::ProcessStatus::Zombie
    };
    system.processes().values().filter(alive).count()
}
