//! How an end is told, what is brought out, and what is left when the runner dies.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;

use super::room::Room;
use crate::interruptions::wait_until;

#[test]
fn codes_and_signals_are_told_as_they_are() {
    // Also those with which the sandbox itself ends.
    for code in [0, 1, 101, 124, 125, 255] {
        Room::new(&["exit", &code.to_string()])
            .run()
            .ended_with(code);
    }
    for signal in [6, 9, 11, 13] {
        Room::new(&["die", &signal.to_string()])
            .run()
            .died_of(signal);
    }
}

#[test]
fn a_program_that_is_not_there_is_the_sandboxs_failure() {
    let mut room = Room::new(&[]);
    room.about["program"] = json!("/none");
    let output = room.command().output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{told}");
    assert!(told.contains("failed to start /none"), "{told}");
}

#[test]
fn where_there_can_be_no_sandbox_the_runner_refuses_and_says_what_to_do() {
    // Such a place is the inside of a sandbox.
    let mut room = Room::new(&[]);
    let inner = Room::new(&["exit", "0"]);
    fs::write(
        room.outside().join("shown/room.json"),
        inner.about.to_string(),
    )
    .unwrap();
    let readable = room.about["readable"].as_array_mut().unwrap();
    readable.push(json!([env!("CARGO_BIN_EXE_xtask"), "/runner"]));
    readable.push(json!([env!("CARGO_BIN_EXE_xtask-jail"), "/xtask-jail"]));
    room.about["program"] = json!("/runner");
    room.about["turns"][0]["args"] = json!(["jail", "/shown/room.json"]);
    room.about["env"] = json!([["TMPDIR", "/writable"]]);
    let ran = room.run();
    ran.ended_with(3);
    let told = ran.0["stderr"].as_str().unwrap();
    assert!(
        told.contains("there can be no sandbox here: failed to"),
        "{told}"
    );
    assert!(told.contains("`--no-sandbox`"), "{told}");
}

#[test]
fn a_file_is_brought_out_however_the_program_ended() {
    let room = Room::new(&["say", "/writable/out", "words"]).fetch("/writable/out");
    room.run().ended_with(0);
    assert_eq!(fs::read_to_string(room.fetched()).unwrap(), "words");
    let moment = json!({"secs": 0, "nanos": 500_000_000});
    let room = Room::new(&["say", "/writable/out", "words", "and wait"])
        .fetch("/writable/out")
        .limit("wall", moment);
    room.run().was_killed();
    assert_eq!(fs::read_to_string(room.fetched()).unwrap(), "words");
}

#[test]
fn what_is_no_regular_file_is_not_brought_out() {
    for way in ["link", "fifo"] {
        let room = Room::new(&[way, "/writable/out"]).fetch("/writable/out");
        room.run().held();
        assert_eq!(fs::read(room.fetched()).unwrap(), b"", "{way}");
    }
}

#[test]
fn nothing_outlives_a_runner_that_is_killed() {
    let mark = format!("mark-{}", std::process::id());
    let room = Room::new(&["wait", &mark]);
    let mut child = room.command().stdout(Stdio::null()).spawn().unwrap();
    wait_until("the program waits", || count(&mark) > 0);
    kill_process(Pid::from_child(&child), Signal::KILL).unwrap();
    child.wait().unwrap();
    wait_until("the program is gone", || count(&mark) == 0);
}

#[test]
fn a_signal_to_the_runner_ends_the_program() {
    let mark = format!("signal-{}", std::process::id());
    let room = Room::new(&["wait", &mark]);
    let mut child = room.command().stdout(Stdio::null()).spawn().unwrap();
    wait_until("the program waits", || count(&mark) > 0);
    kill_process(Pid::from_child(&child), Signal::TERM).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    wait_until("the program is gone", || count(&mark) == 0);
}

/// The processes that have the mark among their arguments.
fn count(mark: &str) -> usize {
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let is_marked = |path: std::path::PathBuf| {
        let mut line = Vec::new();
        let read =
            fs::File::open(path.join("cmdline")).and_then(|mut file| file.read_to_end(&mut line));
        read.is_ok()
            && line
                .split(|byte| *byte == 0)
                .any(|part| part == mark.as_bytes())
    };
    processes.filter(|entry| is_marked(entry.path())).count()
}
