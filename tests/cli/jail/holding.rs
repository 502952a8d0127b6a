//! What must not be reached.

use std::net::TcpListener;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{SocketAddr, UnixListener};
use std::process::Command;
use std::{env, fs};

use serde_json::json;

use super::room::{Ran, Room};

#[test]
fn nothing_of_the_system_can_be_read_that_is_not_shown() {
    let room = Room::new(&[]);
    let secret = room.outside().join("secret");
    fs::write(&secret, "secret").unwrap();
    let home = env::var("HOME").unwrap_or_else(|_| "/root".to_owned());
    let paths = [
        secret.to_str().unwrap(),
        env!("CARGO_MANIFEST_DIR"),
        &home,
        "/etc/passwd",
        "/etc/hosts",
        "/home",
        "/sys",
        "/proc/1/environ",
        "/proc/meminfo",
        "/dev/kmsg",
        "/dev/shm",
        "/dev/vda",
        "/run",
    ];
    let mut args = vec!["read"];
    args.extend(paths);
    let mut room = room;
    room.about["turns"][0]["args"] = json!(args);
    room.run().held();
}

#[test]
fn what_is_shown_cannot_be_written() {
    let room = Room::new(&["write", "/shown", "/shown/file"]);
    // Also where the system itself would let anybody.
    let shown = room.outside().join("shown");
    fs::set_permissions(&shown, fs::Permissions::from_mode(0o777)).unwrap();
    fs::set_permissions(shown.join("file"), fs::Permissions::from_mode(0o666)).unwrap();
    room.run().held();
    assert_eq!(fs::read_to_string(shown.join("file")).unwrap(), "shown");
    assert_eq!(fs::read_dir(shown).unwrap().count(), 1);
}

#[test]
fn a_file_that_is_shown_twice_is_not_emptied() {
    let mut room = Room::new(&["null"]);
    let file = room.outside().join("shown/file");
    room.show(&file, "/shown/file");
    room.run().held();
    assert_eq!(fs::read_to_string(file).unwrap(), "shown");
}

#[test]
fn nothing_is_made_in_a_folder_that_is_shown() {
    let mut room = Room::new(&["null"]);
    let other = room.outside().join("other");
    fs::write(&other, "other").unwrap();
    room.show(&other, "/shown/new");
    room.show(&other, "/shown/file");
    let output = room.command().output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && said.contains("is shown there"),
        "{output:?}"
    );
    let shown = room.outside().join("shown");
    assert_eq!(fs::read_dir(&shown).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(shown.join("file")).unwrap(), "shown");
}

#[test]
fn mounts_cannot_be_changed() {
    Room::new(&["mounts", "/shown"]).run().held();
}

#[test]
fn no_namespace_can_be_made() {
    Room::new(&["namespaces"]).run().held();
}

#[test]
fn no_right_is_left_and_none_comes_back() {
    Room::new(&["rights"]).run().held();
}

#[test]
fn no_other_process_is_there_and_no_signal_leaves() {
    Room::new(&["others"]).run().held();
}

#[test]
fn the_network_ends_at_the_wall() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap();
    let number = port.local_addr().unwrap().port().to_string();
    let name = format!("xtask-jail-{}", std::process::id());
    let hidden = SocketAddr::from_abstract_name(&name).unwrap();
    let _socket = UnixListener::bind_addr(&hidden).unwrap();
    Room::new(&["network", &number, &name]).run().held();
}

#[test]
fn no_open_file_comes_through_even_one_that_the_runner_was_given() {
    let room = Room::new(&["descriptors"]);
    let command = room.command();
    let mut shell = Command::new("sh");
    shell.args(["-c", "exec 7</etc/passwd 9</; exec \"$@\"", "sh"]);
    shell.arg(command.get_program()).args(command.get_args());
    Ran::of(&mut shell).held();
}

#[test]
fn who_may_have_threads_only_has_no_process() {
    Room::new(&["only-threads"]).only_threads().run().held();
}

#[test]
fn the_environment_is_what_was_given_and_the_program_finds_itself() {
    let ran = Room::new(&["environment"]).run();
    assert_eq!(ran.out(), "GIVEN=this\n/attacker\nheld\n");
}
