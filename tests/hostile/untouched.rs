//! One grading of the neighbours alone, one with hostile company, and what the second has changed besides: nothing.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::class::{Class, NEIGHBOURS};
use crate::grader::{Graded, SECRET, grade};
use crate::surroundings::Surroundings;

/// Both gradings. All tests look at the same.
pub(crate) struct Term {
    /// The neighbours alone. It comes first, and builds what is built once.
    pub(crate) alone: Graded,
    pub(crate) class: Class,
    /// With everybody.
    pub(crate) all: Graded,
    before: Surroundings,
    after: Surroundings,
    /// Whether somebody has called at this machine's loopback in the meantime.
    was_called: bool,
    pub(crate) home: TempDir,
}

pub(crate) static TERM: LazyLock<Term> = LazyLock::new(|| {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("temporary")).unwrap();
    fs::write(home.path().join(".netrc"), SECRET).unwrap();
    let alone = grade(Class::honest().folder(), home.path(), &[]);
    let class = Class::with_hostile_company();
    let telephone = telephone();
    let look = || Surroundings::look(&[home.path(), class.folder()]);
    let before = look();
    let all = grade(class.folder(), home.path(), &[]);
    let after = look();
    Term {
        was_called: telephone.accept().is_ok(),
        alone,
        class,
        all,
        before,
        after,
        home,
    }
});

/// Listens where a hostile program calls, and does not wait for it.
fn telephone() -> TcpListener {
    let listener = (40_000..40_256).find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok());
    let listener = listener.expect("one of 256 ports is free");
    listener.set_nonblocking(true).unwrap();
    listener
}

#[test]
fn the_neighbours_grades_are_the_same_byte_for_byte() {
    for id in NEIGHBOURS {
        assert_eq!(TERM.alone.lines.get(id), TERM.all.lines.get(id), "{id}");
        assert!(TERM.all.lines.contains_key(id), "{id}: {}", TERM.all.said);
    }
}

#[test]
fn no_file_is_changed_but_the_reports() {
    let (before, after) = (&TERM.before.files, &TERM.after.files);
    // Another runner may have ended meanwhile, and has cleared away its own.
    let is_gone = |path: &Path| {
        let of_a_runner = path.components().any(|part| part.as_os_str() == ".run");
        of_a_runner && !after.contains_key(path)
    };
    let changed: Vec<_> = before
        .keys()
        .chain(after.keys())
        .filter(|path| before.get(*path) != after.get(*path) && !is_gone(path.as_ref()))
        .map(|path| (path, before.get(path), after.get(path)))
        .collect();
    assert!(changed.is_empty(), "{changed:#?}");
}

#[test]
fn no_mount_remains() {
    assert_eq!(TERM.before.mounts, TERM.after.mounts);
}

#[test]
fn no_process_remains() {
    assert_eq!(TERM.all.left, [""; 0]);
}

#[test]
fn nothing_listens() {
    assert_eq!(TERM.after.listening, [""; 0]);
}

#[test]
fn nobody_has_called_at_this_machine() {
    assert!(
        !TERM.was_called,
        "a submission has reached the machine's loopback"
    );
}

#[test]
fn no_report_holds_what_only_the_grader_knows() {
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let account = accounts.lines().next().unwrap_or(SECRET);
    let mut looked_at = 0;
    each_file(TERM.all.out.path(), &mut |path, text| {
        looked_at += 1;
        for known in [SECRET, account] {
            assert!(!text.contains(known), "{} holds {known}", path.display());
        }
    });
    assert!(looked_at > 0);
}

fn each_file(folder: &Path, look: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            each_file(&path, look);
        } else {
            look(&path, &String::from_utf8_lossy(&fs::read(&path).unwrap()));
        }
    }
}

/// The reports of a class whose students panic with megabytes.
const ENOUGH: u64 = 4 << 20;

#[test]
fn no_report_grows_with_what_programs_say() {
    let about = fs::metadata(TERM.all.out.path().join("grades.jsonl")).unwrap();
    assert!(about.len() < ENOUGH, "{} bytes", about.len());
}

#[test]
fn what_a_program_says_is_text_in_every_report() {
    each_file(TERM.all.out.path(), &mut |path, text| {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let shown = path.display();
        match &*ending {
            "html" => assert!(
                !text.contains("<script>alert") && !text.contains("<img src=x"),
                "{shown}"
            ),
            "xml" => assert!(!text.contains(['\u{1b}', '\0', '\u{7}']), "{shown}"),
            "csv" => assert!(
                !text.contains(",=HYP") && !text.contains("\n=HYP") && !text.contains("\"=HYP"),
                "{shown}"
            ),
            _ => {}
        }
    });
}
