//! What has to work inside.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use serde_json::json;

use super::room::{Ran, Room};

#[test]
fn the_loopback_connects() {
    Room::new(&["loopback"]).run().held();
}

#[test]
fn the_device_that_leads_nowhere_is_there() {
    Room::new(&["null"]).run().held();
}

#[test]
fn rustc_compiles_and_links_inside_and_the_program_runs_in_another_room() {
    let sysroot = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .args(["--print", "sysroot"])
        .output()
        .unwrap();
    let sysroot = String::from_utf8(sysroot.stdout).unwrap().trim().to_owned();
    let mut room = Room::new(&[]).fetch("/writable/hello");
    let source = room.outside().join("shown/hello.rs");
    let program = "fn main() { println!(\"{}\", std::thread::spawn(|| 6 * 7).join().unwrap()); }";
    fs::write(source, program).unwrap();
    room.show(&sysroot, &sysroot);
    room.about["program"] = json!(format!("{sysroot}/bin/rustc"));
    room.about["turns"][0]["args"] = json!(["/shown/hello.rs", "-Clinker=gcc"]);
    room.about["env"] = json!([
        ["PATH", "/usr/bin"],
        ["LD_LIBRARY_PATH", format!("{sysroot}/lib")],
        ["TMPDIR", "/writable"],
    ]);
    let roomy = room
        .limit("memory", json!(2_u64 << 30))
        .limit("disk", json!(256 << 20))
        .limit("processes", json!(32));
    roomy.run().ended_with(0);
    let hello = roomy.fetched();
    fs::set_permissions(&hello, fs::Permissions::from_mode(0o755)).unwrap();
    let mut room = Room::new(&[]).only_threads();
    room.show(&hello, "/hello");
    room.about["program"] = json!("/hello");
    assert_eq!(room.run().out(), "42\n");
}

#[test]
fn without_a_sandbox_the_same_room_runs_where_it_is() {
    let mut room = Room::new(&[]).fetch("/none");
    let folder = room.outside().join("writable");
    room.about = json!({
        "program": "/bin/sh",
        "args": ["-c"],
        "turns": [{
            "args": ["echo words > out; pwd; ulimit -n; echo $HOME$GIVEN"],
            "input": 0,
            "fetch": [[folder.join("out"), room.fetched()]],
        }],
        "patience": 1,
        "env": [["GIVEN", "this"]],
        "readable": [],
        "writable": folder,
        "folder": folder,
        "limits": room.about["limits"],
        "processes": "yes",
    });
    let ran = Ran::of(room.command().arg("--no-sandbox"));
    let folder = folder.display();
    assert_eq!(ran.out(), format!("{folder}\n256\nthis\n"));
    ran.ended_with(0);
    assert_eq!(fs::read_to_string(room.fetched()).unwrap(), "words\n");
    assert!(!fs::exists(room.outside().join("writable")).unwrap());
}
