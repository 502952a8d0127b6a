//! Claims about folders.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use rustix::fs::{CWD, FileType, Mode, mknodat};

use super::{PROGRAM, find, folder, refusal, take, write};
use crate::testing::course;

const COUNTER: &str = "jane/exercises/locks/src/counter.rs";

#[test]
fn only_exercises_are_taken_of_a_clone_and_the_rest_is_listed() {
    let class = folder();
    write(class.path(), COUNTER, PROGRAM);
    for path in [
        "build.rs",
        ".cargo/config.toml",
        "rust-toolchain.toml",
        "exercises/locks/Cargo.toml",
        "exercises/locks/src/lib.rs",
        "exercises/locks/tests/lesson/counter.rs",
        "solutions/locks/counter.rs",
        "xtask/src/greeter.rs",
        "target/debug/counter.rs",
        ".git/config",
        "__MACOSX/._counter.rs",
    ] {
        write(class.path(), &format!("jane/{path}"), PROGRAM);
    }
    let taken = take(class.path()).unwrap();
    assert_eq!(taken.ids(), ["locks/counter"]);
    assert!(taken.rejected.is_empty());
    for path in [
        "build.rs",
        "rust-toolchain.toml",
        "exercises/locks/Cargo.toml",
    ] {
        assert!(taken.why_ignored(path).contains("its own"));
    }
    for path in [".cargo/config.toml", "solutions/locks/counter.rs"] {
        assert!(taken.why_ignored(path).contains("nothing is taken from"));
    }
    for path in [".git", "target", "__MACOSX"] {
        assert!(taken.why_ignored(path).contains("not entered"));
    }
    assert!(taken.why_ignored("xtask/").contains("1 file"));
}

#[test]
fn texts_are_taken_as_rustc_reads_them() {
    for (bytes, text) in [
        (&b"\xef\xbb\xbffn a() {}\r\n"[..], "fn a() {}\n"),
        (b"", ""),
        (b"fn a() {}\0", "fn a() {}\0"),
    ] {
        let class = folder();
        write(class.path(), COUNTER, bytes);
        let taken = take(class.path()).unwrap();
        assert_eq!(taken.files[&"locks/counter".parse().unwrap()], text);
    }
}

#[test]
fn what_is_no_text_of_modest_size_is_rejected() {
    for (bytes, says) in [
        (vec![0xff, 0xfe, b'a'], "no UTF-8"),
        (vec![b' '; 256 * 1024 + 1], "larger than 256 KiB"),
    ] {
        let class = folder();
        write(class.path(), COUNTER, bytes);
        let taken = take(class.path()).unwrap();
        assert!(taken.files.is_empty());
        assert!(taken.why_rejected("locks/counter").contains(says));
    }
}

#[test]
fn a_gigabyte_is_not_read() {
    let class = folder();
    write(class.path(), COUNTER, "");
    let file = fs::File::options()
        .write(true)
        .open(class.path().join(COUNTER))
        .unwrap();
    file.set_len(1 << 30).unwrap();
    assert!(
        take(class.path())
            .unwrap()
            .why_rejected("locks/counter")
            .contains("larger")
    );
}

#[test]
fn links_are_not_followed() {
    let class = folder();
    let outside = folder();
    write(outside.path(), "secret.rs", PROGRAM);
    write(outside.path(), "exercises/threads/src/greeter.rs", PROGRAM);
    let jane = class.path().join("jane");
    fs::create_dir(&jane).unwrap();
    let secret = outside.path().join("secret.rs");
    symlink(&secret, jane.join("locks-counter.rs")).unwrap();
    fs::hard_link(&secret, jane.join("bounded_buffer.rs")).unwrap();
    symlink(outside.path().join("exercises"), jane.join("exercises")).unwrap();
    let taken = take(class.path()).unwrap();
    assert!(taken.files.is_empty());
    assert!(
        taken
            .why_rejected("locks/counter")
            .contains("symbolic link")
    );
    assert!(
        taken
            .why_rejected("locks/bounded_buffer")
            .contains("hard link")
    );
    assert!(taken.why_ignored("exercises").contains("symbolic link"));
}

#[test]
fn what_blocks_or_acts_is_not_opened() {
    let class = folder();
    let jane = class.path().join("jane");
    fs::create_dir(&jane).unwrap();
    let fifo = jane.join("greeter.rs");
    mknodat(CWD, &fifo, FileType::Fifo, Mode::RUSR, 0).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(jane.join("bounded_buffer.rs")).unwrap();
    let taken = take(class.path()).unwrap();
    assert!(taken.why_rejected("threads/greeter").contains("FIFO"));
    assert!(
        taken
            .why_rejected("locks/bounded_buffer")
            .contains("socket")
    );
}

#[test]
fn a_submission_that_is_a_link_cannot_be_graded() {
    let class = folder();
    let outside = folder();
    write(outside.path(), "exercises/locks/src/counter.rs", PROGRAM);
    symlink(outside.path(), class.path().join("jane")).unwrap();
    let refusal = refusal(class.path());
    assert!(
        refusal.contains("jane") && refusal.contains("symbolic link"),
        "{refusal}"
    );
}

#[test]
fn a_folder_that_is_gone_or_closed_cannot_be_graded() {
    let class = folder();
    write(class.path(), COUNTER, PROGRAM);
    let found = find(class.path()).unwrap();
    let jane = class.path().join("jane");
    fs::set_permissions(&jane, fs::Permissions::from_mode(0o000)).unwrap();
    let closed = found.submissions[0].take(&course());
    // Root may enter it all the same.
    assert_eq!(closed.is_ok(), rustix::process::geteuid().is_root());
    fs::set_permissions(&jane, fs::Permissions::from_mode(0o700)).unwrap();
    fs::remove_dir_all(&jane).unwrap();
    let gone = format!("{:#}", found.submissions[0].take(&course()).unwrap_err());
    assert!(
        gone.contains("jane") && gone.contains("cannot be opened"),
        "{gone}"
    );
}

#[test]
fn two_files_for_one_exercise_count_only_if_they_are_the_same() {
    for (second, path) in [
        ("jane/locks-counter.rs", "locks-counter.rs"),
        (
            "jane/exercises/locks/src/Counter.rs",
            "exercises/locks/src/Counter.rs",
        ),
    ] {
        let class = folder();
        write(class.path(), COUNTER, PROGRAM);
        write(class.path(), second, PROGRAM);
        assert_eq!(take(class.path()).unwrap().ids(), ["locks/counter"]);
        write(class.path(), second, "pub fn other() {}");
        let taken = take(class.path()).unwrap();
        assert!(taken.files.is_empty());
        let why = taken.why_rejected("locks/counter");
        assert!(
            why.contains(path) && why.contains("exercises/locks/src/counter.rs"),
            "{why}"
        );
    }
}

#[test]
fn folders_without_end_are_refused() {
    let class = folder();
    write(
        class.path(),
        &format!("jane/{}a.rs", "d/".repeat(60)),
        PROGRAM,
    );
    assert!(refusal(class.path()).contains("deep"));
}

#[test]
fn an_archive_in_a_folder_is_read_where_it_lies() {
    let class = folder();
    let zip = super::zips::zip(&[("repo-main/exercises/locks/src/counter.rs", PROGRAM)]);
    write(
        class.path(),
        "Ann Smith_1234567_assignsubmission_file_/homework.zip",
        zip,
    );
    let taken = take(class.path()).unwrap();
    assert_eq!(taken.ids(), ["locks/counter"]);
    assert_eq!(taken.student.unwrap().name.as_deref(), Some("Ann Smith"));
    write(
        class.path(),
        "Ann Smith_1234567_assignsubmission_file_/more.zip",
        "no zip",
    );
    assert!(refusal(class.path()).contains("more.zip"));
}
