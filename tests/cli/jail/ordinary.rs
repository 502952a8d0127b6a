//! The same walls for a user who is not root, and has no rights but those of every user.
//!
//! Where the tests are run by such a user, all others here show it; root becomes one for these.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;

use super::room::{Ran, Room};

/// A user whom no file belongs to.
const USER: u32 = 54_321;

/// Runs the room as an ordinary user does.
fn run(room: &Room) -> Ran {
    // The user need not see the folder that these programs lie in.
    let program = room.outside().join("runner");
    let stages = room.outside().join("xtask-jail");
    for (built, copy) in [
        (env!("CARGO_BIN_EXE_xtask"), &program),
        (env!("CARGO_BIN_EXE_xtask-jail"), &stages),
    ] {
        fs::copy(built, copy).unwrap();
        open(copy);
    }
    open(room.outside());
    let mut command = room.command_of(&program);
    if rustix::process::geteuid().is_root() {
        command.uid(USER).gid(USER);
    }
    Ran::of(&mut command)
}

/// Everybody may read it.
fn open(path: &Path) {
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn an_ordinary_user_can_build_the_walls_and_they_hold() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = port.local_addr().unwrap().port().to_string();
    for way in [
        &["rights"][..],
        &["namespaces"],
        &["mounts", "/shown"],
        &["write", "/shown", "/shown/file"],
        &["read", "/etc/passwd", "/home", "/sys", "/proc/meminfo"],
        &["others"],
        &["network", &port, "nobody"],
        &["descriptors"],
    ] {
        run(&Room::new(way)).held();
    }
}

#[test]
fn an_ordinary_user_keeps_nothing_of_a_program_that_hangs_or_leaves_a_daemon() {
    let wall = serde_json::json!({"secs": 0, "nanos": 300_000_000});
    run(&Room::new(&["wait"]).limit("wall", wall)).was_killed();
    run(&Room::new(&["daemon"])).ended_with(0);
}
