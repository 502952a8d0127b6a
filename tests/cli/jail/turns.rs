//! Several runs within the same walls: none of them finds anything of another.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use super::room::{Ran, Room};

/// A room in which a shell takes a turn for each script, with that text on its standard input.
fn shell(turns: &[(&str, &str)]) -> Room {
    let mut room = Room::new(&[]);
    room.about["program"] = json!("/usr/bin/sh");
    room.about["args"] = json!(["-c"]);
    let turns = turns
        .iter()
        .map(|(script, input)| json!({"args": [script], "input": input.len(), "fetch": []}));
    room.about["turns"] = turns.collect();
    room.about["env"] = json!([["PATH", "/usr/bin"]]);
    room.about["processes"] = json!("visible");
    room
}

fn run(room: &Room, input: &str) -> Ran {
    let mut command = room.command();
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(input.as_bytes()).unwrap();
    drop(pipe);
    Ran::from(child.wait_with_output().unwrap())
}

fn code(code: i32) -> Value {
    json!({"code": code, "signal": null})
}

#[test]
fn each_turn_has_its_own_input_and_finds_an_empty_folder() {
    let script =
        "cat; echo .; ls -A; mkdir -p deep/er; echo mine > deep/er/file; chmod 0 deep; exit 3";
    let room = shell(&[(script, "one"), (script, "two"), (script, "")]);
    let ran = run(&room, "onetwo");
    assert_eq!(ran.out(), "one.\ntwo.\n.\n", "{ran:?}");
    assert_eq!(ran.0["ends"], json!([code(3), code(3), code(3)]));
}

#[test]
fn nobody_of_one_turn_is_there_in_the_next() {
    let leaves =
        "setsid sh -c 'trap : TERM HUP; while :; do sleep 600; done' >/dev/null 2>&1 & kill -0 $!";
    // A glob of the shell's own: process 1 and the shell.
    let looks = "set -- /proc/[0-9]*; echo $#";
    let ran = run(&shell(&[(leaves, ""), (looks, "")]), "");
    assert_eq!(ran.out(), "2\n", "{ran:?}");
    assert_eq!(ran.0["ends"], json!([code(0), code(0)]));
}

#[test]
fn a_disk_that_one_turn_has_filled_is_empty_in_the_next() {
    let fills = "yes > fill 2>/dev/null || echo full";
    let writes = "yes | head -c 1000000 > fill && echo fits";
    let ran = run(&shell(&[(fills, ""), (writes, "")]), "");
    assert_eq!(ran.out(), "full\nfits\n", "{ran:?}");
}

#[test]
fn a_turn_that_hangs_costs_only_itself_until_there_are_too_many() {
    let (hangs, says) = (("while :; do sleep 600; done", ""), ("echo here", ""));
    let wall = json!({"secs": 0, "nanos": 300_000_000});
    let mut room = shell(&[hangs, says, hangs, says]).limit("wall", wall);
    room.about["patience"] = json!(2);
    let ran = run(&room, "");
    assert_eq!(ran.out(), "here\n", "{ran:?}");
    assert_eq!(ran.0["ends"], json!(["killed", code(0), "killed"]));
}

#[test]
fn each_turn_sends_out_its_own_files() {
    let mut room = shell(&[
        ("echo one > file", ""),
        ("true", ""),
        ("echo three > file", ""),
    ]);
    let places = [0, 1, 2].map(|turn| room.outside().join(format!("file-{turn}")));
    for (turn, place) in places.iter().enumerate() {
        room.about["turns"][turn]["fetch"] = json!([["/writable/file", place]]);
    }
    run(&room, "").left_nothing();
    let fetched = places.map(|place| fs::read_to_string(place).unwrap());
    assert_eq!(fetched, ["one\n", "", "three\n"]);
}

#[test]
fn no_link_leads_what_is_sent_out_to_the_files_of_the_system() {
    let mut room = shell(&[("ln -s / system", "")]);
    let secret = room.outside().join("secret");
    fs::write(&secret, "secret").unwrap();
    let inside = format!("/writable/system{}", secret.display());
    room.about["turns"][0]["fetch"] = json!([[inside, room.fetched()]]);
    run(&room, "").ended_with(0);
    assert_eq!(fs::read_to_string(room.fetched()).unwrap(), "");
}

#[test]
fn while_a_program_runs_process_1_has_no_rights_and_shows_nothing() {
    let looks = "while read -r name value; do case $name in CapEff:) echo $value;; esac; done < /proc/1/status
        cat /proc/1/environ || ls /proc/1/root/ || ls /proc/1/fd || echo closed";
    let ran = run(&shell(&[("true", ""), (looks, "")]), "");
    assert_eq!(ran.out(), "0000000000000000\nclosed\n", "{ran:?}");
}

#[test]
fn a_turn_is_given_no_more_than_there_is() {
    let room = shell(&[("cat", "12345")]);
    let output = room.command().output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("5 bytes are no share of the 0"), "{told}");
}
