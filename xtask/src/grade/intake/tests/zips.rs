//! Claims about `.zip`, honest and hostile.

mod make;

use super::{PROGRAM, folder, refusal, take, write};
use make::{File, pack};

const COUNTER: &str = "exercises/locks/src/counter.rs";

/// A plain archive.
pub(super) fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let files: Vec<File> = files
        .iter()
        .map(|(name, text)| File::new(name, text))
        .collect();
    pack(&files)
}

fn taken(files: &[File]) -> super::Taken {
    let class = folder();
    write(class.path(), "jane.zip", pack(files));
    take(class.path()).unwrap()
}

#[test]
fn exercises_are_taken_of_an_archive() {
    let wrapped = format!("repo-main/{COUNTER}");
    for name in [
        COUNTER,
        &wrapped,
        "exercises\\locks\\src\\counter.rs",
        "./locks-counter.rs",
    ] {
        let taken = taken(&[File::new(name, PROGRAM), File::new("README.md", "x")]);
        assert_eq!(taken.ids(), ["locks/counter"], "{name}");
    }
}

#[test]
fn a_folder_whose_name_is_in_an_old_encoding_is_no_hindrance() {
    let mut file = File::new("", PROGRAM);
    file.name = b"M\x81ller/locks/counter.rs".to_vec();
    assert_eq!(taken(&[file]).ids(), ["locks/counter"]);
}

#[test]
fn paths_that_lead_out_are_listed_and_nothing_else() {
    for name in [
        "../greeter.rs",
        "/greeter.rs",
        "a/../../greeter.rs",
        "C:\\greeter.rs",
        "..\\greeter.rs",
    ] {
        let taken = taken(&[File::new(name, PROGRAM)]);
        assert!(taken.is_empty(), "{name}");
        assert!(taken.ignored[0].why.contains("leads out"), "{name}");
    }
}

#[test]
fn what_is_no_file_is_rejected() {
    for (mode, says) in [
        (0o120_777, "symbolic link"),
        (0o010_644, "FIFO"),
        (0o020_644, "device"),
        (0o060_644, "device"),
        (0o140_644, "socket"),
    ] {
        let file = File {
            mode,
            ..File::new(COUNTER, "/etc/passwd")
        };
        assert!(taken(&[file]).why_rejected("locks/counter").contains(says));
    }
}

#[test]
fn two_entries_of_one_name_are_refused_unless_they_are_the_same() {
    let first = || File::new(COUNTER, PROGRAM);
    let second = File::new(COUNTER, "pub fn other() {}");
    let why = taken(&[first(), second]);
    assert!(why.why_rejected("locks/counter").contains("more than once"));
    assert_eq!(taken(&[first(), first()]).ids(), ["locks/counter"]);
    let other_case = File::new("exercises/locks/src/COUNTER.rs", "pub fn other() {}");
    let why = taken(&[first(), other_case]);
    assert!(why.why_rejected("locks/counter").contains("more than once"));
}

#[test]
fn encrypted_entries_are_rejected() {
    let file = File {
        flags: 1,
        ..File::new(COUNTER, PROGRAM)
    };
    assert!(
        taken(&[file])
            .why_rejected("locks/counter")
            .contains("encrypted")
    );
}

#[test]
fn the_size_that_an_archive_claims_is_not_believed() {
    for (claimed, says) in [
        (1, "larger than its declared"),
        (1000, "1000 bytes, and has fewer"),
    ] {
        let file = File {
            claimed: Some(claimed),
            ..File::new(COUNTER, PROGRAM)
        };
        let taken = taken(&[file]);
        let why = taken.why_rejected("locks/counter");
        assert!(why.contains(says), "{why}");
    }
    let bomb = File {
        claimed: Some(10),
        ..File::bomb(COUNTER, 64)
    };
    assert!(
        taken(&[bomb])
            .why_rejected("locks/counter")
            .contains("larger")
    );
}

#[test]
fn a_gigabyte_in_a_small_archive_is_rejected() {
    let bomb = pack(&[File::bomb(COUNTER, 1024)]);
    assert!(bomb.len() < 2 << 20);
    let class = folder();
    write(class.path(), "jane.zip", bomb);
    let taken = take(class.path()).unwrap();
    assert!(taken.why_rejected("locks/counter").contains("larger"));
}

#[test]
fn an_archive_inside_of_an_archive_is_not_opened() {
    let inner = pack(&[File::new(COUNTER, PROGRAM)]);
    let outer = File {
        data: inner,
        ..File::new("inner.zip", "")
    };
    let taken = taken(&[outer]);
    assert!(taken.is_empty());
    assert!(taken.why_ignored("inner.zip").contains("not opened"));
}

#[test]
fn a_hundred_thousand_entries_are_refused() {
    let class = folder();
    let names: Vec<String> = (0..60_000).map(|at| format!("{at}.rs")).collect();
    let files: Vec<File> = names.iter().map(|name| File::new(name, "")).collect();
    write(class.path(), "jane.zip", pack(&files));
    assert!(refusal(class.path()).contains("more than 50000 files"));
}

#[test]
fn many_entries_over_one_large_content_are_refused() {
    let class = folder();
    let file = File {
        data: vec![b' '; 256 * 1024],
        ..File::new(COUNTER, "")
    };
    let files: Vec<File> = (0..200).map(|_| file.clone()).collect();
    write(class.path(), "jane.zip", pack(&files));
    assert!(refusal(class.path()).contains("together"));
}

#[test]
fn archives_that_are_cut_off_or_none_cannot_be_graded() {
    let whole = zip(&[(COUNTER, PROGRAM)]);
    for bytes in [
        &whole[..whole.len() / 2],
        &whole[..whole.len() - 4],
        b"",
        b"PK",
        b"no archive",
    ] {
        let class = folder();
        write(class.path(), "jane.zip", bytes);
        let refusal = refusal(class.path());
        assert!(
            refusal.contains("jane.zip") && refusal.contains("cannot be read"),
            "{refusal}"
        );
    }
}

#[test]
fn content_that_was_changed_is_rejected() {
    let file = File {
        crc: Some(7),
        ..File::new(COUNTER, PROGRAM)
    };
    assert!(
        taken(&[file])
            .why_rejected("locks/counter")
            .contains("cannot be read")
    );
}

#[test]
fn forks_of_macos_are_no_exercises() {
    let taken = taken(&[
        File::new(COUNTER, PROGRAM),
        File::new(
            "__MACOSX/exercises/locks/src/._counter.rs",
            "\0\x05\x16\x07",
        ),
        File::new("exercises/locks/src/._counter.rs", "\0\x05\x16\x07"),
    ]);
    assert_eq!(taken.ids(), ["locks/counter"]);
    assert!(
        taken
            .why_ignored("exercises/locks/src/._counter.rs")
            .contains("macOS")
    );
}
