//! Programs that leave processes behind, or start them one after the other.

use harness::prelude::*;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

/// The example of that name, which stands beside this one.
fn example(name: &str) -> String {
    let this = std::env::current_exe().expect("this binary");
    let path = this.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    path.to_string_lossy().into_owned()
}

fn start(program: &Program) -> Child {
    Command::new(program.path())
        .stdin(Stdio::null())
        .spawn()
        .expect("a process")
}

/// Each is started when the one before has ended.
#[claim(together)]
pub fn one_after_the_other() {
    let meeting = Arc::new(Meeting::new(2, "worker processes"));
    let program = Program::acted(&example("hand"), 4, {
        let meeting = Arc::clone(&meeting);
        move |_| meeting.arrive()
    });
    for _ in 0..2 {
        start(&program).wait().expect("its end");
    }
    meeting.check();
}

/// Killed, and its exit status never asked for.
#[claim(nothing_left)]
#[expect(clippy::zombie_processes, reason = "what must be found")]
pub fn killed_without_wait() {
    let program = Program::acted(&example("hand"), 4, Actor::stay);
    let mut child = start(&program);
    program.wait_for(1);
    child.kill().expect("it can be killed");
    program.nothing_left();
}

/// Started and forgotten.
#[claim(nothing_left)]
pub fn never_waits() {
    let program = Program::acted(&example("hand"), 4, Actor::stay);
    let _children = [start(&program), start(&program)];
    program.nothing_left();
}

/// Each starts two more.
#[claim(nothing_left)]
pub fn multiplies() {
    let program = Program::watched(&example("multiplies"), 5);
    let mut first = start(&program);
    program.wait_for(5);
    first.wait().expect("its end");
    program.nothing_left();
}

/// The test finds something while it plays the process.
#[claim(nothing_left)]
pub fn the_actor_finds_something() {
    let program = Program::acted(&example("hand"), 4, |actor| {
        let given = actor.arguments();
        expect!(
            given == ["3"],
            WrongResult,
            "the worker was given {given:?}"
        );
    });
    start(&program).wait().expect("its end");
    program.nothing_left();
}

/// Right, but killed in the middle by the test of this twin. Says the name of its processes first.
#[claim(nothing_left)]
pub fn is_killed_itself() {
    let program = Program::acted(&example("hand"), 4, Actor::stay);
    let _children = [start(&program), start(&program)];
    program.wait_for(2);
    println!("{}", program.path().display());
    loop {
        std::thread::park();
    }
}
