//! Submissions that are hostile by what they come in. Each is made when the tests run, and none is kept.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;

use rustix::fs::{CWD, FileType, Mode, mknodat};

use crate::archives::{Special, TarGz, Zip};
use crate::class::{NEIGHBOURS, hand_in, place};
use crate::grader::course;
use crate::programs::{solution, wrong};

/// A way to hand something in.
pub(crate) struct Package {
    /// Of the folder or archive.
    pub(crate) name: &'static str,
    /// What must be said of `locks/counter`; none where nothing can be graded.
    pub(crate) verdict: Option<&'static str>,
    /// A part of a path that must be listed as not taken.
    pub(crate) ignored: Option<&'static str>,
    /// Puts it there.
    pub(crate) make: fn(&Path),
}

const COUNTER: &str = "locks/counter";

/// What a path must not lead to.
pub(crate) const OUTSIDE: &str = "left-by-a-submission";

const fn package(name: &'static str, verdict: &'static str, make: fn(&Path)) -> Package {
    Package {
        name,
        verdict: Some(verdict),
        ignored: None,
        make,
    }
}

const fn ignoring(name: &'static str, ignored: &'static str, make: fn(&Path)) -> Package {
    Package {
        ignored: Some(ignored),
        ..package(name, "solved", make)
    }
}

const fn ungraded(name: &'static str, make: fn(&Path)) -> Package {
    Package {
        verdict: None,
        ..package(name, "", make)
    }
}

/// All of them.
pub(crate) fn all() -> Vec<Package> {
    let mut all = Vec::from(FOLDERS);
    all.extend(ARCHIVES);
    all
}

const FOLDERS: [Package; 17] = [
    ignoring("build-script", "build.rs", |to| {
        beside(
            to,
            "exercises/locks/build.rs",
            "fn main() { std::process::exit(1) }",
        );
    }),
    ignoring("cargo-runner", ".cargo/config.toml", |to| {
        let text = "[target.'cfg(all())']\nrunner = \"true\"\n";
        beside(to, ".cargo/config.toml", text);
    }),
    ignoring("rustc-wrapper", ".cargo/config.toml", |to| {
        beside(
            to,
            ".cargo/config.toml",
            "[build]\nrustc-wrapper = \"true\"\n",
        );
    }),
    ignoring("toolchain-of-its-own", "rust-toolchain.toml", |to| {
        let text = "[toolchain]\npath = \"/tmp\"\n";
        beside(to, "rust-toolchain.toml", text);
    }),
    ignoring("manifest-without-harness", "Cargo.toml", |to| {
        let text = "[package]\nname = \"locks\"\n[[test]]\nname = \"lesson\"\nharness = false\n";
        beside(to, "exercises/locks/Cargo.toml", text);
    }),
    Package {
        ignored: Some("tests/lesson/counter.rs"),
        ..package("tests-of-its-own", "race", |to| {
            hand_in(to, COUNTER, &wrong(COUNTER, "load_then_store"));
            let text = "#[test] fn no_interleaving_loses_an_update() {}";
            put(to, "exercises/locks/tests/lesson/counter.rs", text);
        })
    },
    Package {
        ignored: Some("src/lib.rs"),
        ..package("root-of-its-own", "race", |to| {
            hand_in(to, COUNTER, &wrong(COUNTER, "load_then_store"));
            let text = "#[path = \"../../../solutions/locks/counter.rs\"] pub mod counter;";
            put(to, "exercises/locks/src/lib.rs", text);
        })
    },
    ignoring("name-of-a-neighbour", "submission.toml", |to| {
        let text = format!("id = \"{}\"\n", NEIGHBOURS[0]);
        beside(to, "submission.toml", &text);
    }),
    package("link-to-the-solution", "rejected", |to| {
        hand_in(to, COUNTER, "");
        let file = to.join(place(COUNTER));
        fs::remove_file(&file).unwrap();
        symlink(course().join("solutions/locks/counter.rs"), file).unwrap();
    }),
    package("folder-of-solutions", "not_started", |to| {
        fs::create_dir_all(to.join("exercises/locks")).unwrap();
        let solutions = course().join("solutions/locks");
        symlink(solutions, to.join("exercises/locks/src")).unwrap();
    }),
    package("pipe-that-nobody-fills", "rejected", |to| {
        node(to, FileType::Fifo);
    }),
    package("socket", "rejected", |to| {
        // A socket's path is short: made there, and moved.
        let folder = tempfile::tempdir().unwrap();
        let short = folder.path().join("s");
        drop(UnixListener::bind(&short).unwrap());
        hand_in(to, COUNTER, "");
        fs::rename(short, to.join(place(COUNTER))).unwrap();
    }),
    package("gigabyte", "rejected", |to| {
        hand_in(to, COUNTER, "");
        let file = File::options().write(true).open(to.join(place(COUNTER)));
        file.unwrap().set_len(1 << 30).unwrap();
    }),
    package("not-utf-8", "rejected", |to| {
        hand_in(to, COUNTER, "");
        let bytes = b"pub fn count(_: usize, _: u64) -> u64 { 4 } // \xff\xfe";
        fs::write(to.join(place(COUNTER)), bytes).unwrap();
    }),
    package("folder-in-the-place-of-the-file", "not_started", |to| {
        fs::create_dir_all(to.join(place(COUNTER))).unwrap();
    }),
    package("a-hundred-thousand-brackets", "rejected", |to| {
        let (open, close) = ("(".repeat(100_000), ")".repeat(100_000));
        let text = format!("pub fn count(_: usize, _: u64) -> u64 {{ {open}4{close} }}\n");
        hand_in(to, COUNTER, &text);
    }),
    package("zero-bytes", "does_not_compile", |to| {
        hand_in(
            to,
            COUNTER,
            "pub fn count(_: usize, _: u64) -> u64 { 4\0 }\n",
        );
    }),
];

const ARCHIVES: [Package; 16] = [
    ignoring("zip-leads-out.zip", OUTSIDE, |to| {
        let zip = Zip::new().file(&format!("../../{OUTSIDE}"), "here");
        zip.file(&counter(), &solution(COUNTER)).write(to);
    }),
    ignoring("tar-leads-out.tar.gz", OUTSIDE, |to| {
        let tar = TarGz::new().file(&format!("../../{OUTSIDE}"), b"here");
        tar.file(&counter(), solution(COUNTER).as_bytes()).write(to);
    }),
    ignoring("tar-from-the-root.tar.gz", OUTSIDE, |to| {
        let tar = TarGz::new().file(&format!("/tmp/{OUTSIDE}"), b"here");
        tar.file(&counter(), solution(COUNTER).as_bytes()).write(to);
    }),
    package("tar-exercise-that-leads-out.tar.gz", "not_started", |to| {
        let path = format!("x/../../{}", counter());
        TarGz::new()
            .file(&path, solution(COUNTER).as_bytes())
            .write(to);
    }),
    package("zip-link-inside.zip", "rejected", |to| {
        Zip::new().link(&counter(), "/etc/passwd").write(to);
    }),
    package("tar-link-inside.tar.gz", "rejected", |to| {
        TarGz::new()
            .special(&counter(), Special::Link("/etc/passwd"))
            .write(to);
    }),
    package("tar-hard-link-inside.tar.gz", "rejected", |to| {
        TarGz::new()
            .special(&counter(), Special::HardLink("/etc/passwd"))
            .write(to);
    }),
    package("tar-device-inside.tar.gz", "rejected", |to| {
        TarGz::new().special(&counter(), Special::Zeros).write(to);
    }),
    package("tar-pipe-inside.tar.gz", "rejected", |to| {
        TarGz::new().special(&counter(), Special::Fifo).write(to);
    }),
    package("tar-through-a-link.tar.gz", "solved", |to| {
        let tar = TarGz::new().special("exercises", Special::Link("/tmp"));
        tar.file(&counter(), solution(COUNTER).as_bytes()).write(to);
    }),
    package("zip-bomb.zip", "rejected", |to| {
        Zip::new()
            .file(&counter(), &" ".repeat(256 << 20))
            .write(to);
    }),
    ungraded("tar-bomb.tar.gz", |to| {
        TarGz::new()
            .file(&counter(), &vec![b' '; 256 << 20])
            .write(to);
    }),
    ungraded("zip-cut-off.zip", |to| {
        Zip::new().file(&counter(), &solution(COUNTER)).write(to);
        let bytes = fs::read(to).unwrap();
        fs::write(to, &bytes[..bytes.len() / 2]).unwrap();
    }),
    ungraded("tar-cut-off.tar.gz", |to| {
        TarGz::new()
            .file(&counter(), solution(COUNTER).as_bytes())
            .write(to);
        let bytes = fs::read(to).unwrap();
        fs::write(to, &bytes[..bytes.len() / 2]).unwrap();
    }),
    ungraded("zip-no-archive.zip", |to| {
        fs::write(to, "PK, says he").unwrap()
    }),
    package("zip-archive-in-an-archive.zip", "not_started", |to| {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        TarGz::new()
            .file(&counter(), solution(COUNTER).as_bytes())
            .write(&inner);
        let bytes = fs::read(inner).unwrap();
        Zip::new().bytes("tar-mine.tar.gz", &bytes).write(to);
    }),
];

/// The path of the exercise's file in a clone of the course.
fn counter() -> String {
    place(COUNTER).to_string_lossy().into_owned()
}

/// A right program, and something beside it.
fn beside(to: &Path, path: &str, text: &str) {
    hand_in(to, COUNTER, &solution(COUNTER));
    put(to, path, text);
}

fn put(to: &Path, path: &str, text: &str) {
    let path = to.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn node(to: &Path, kind: FileType) {
    let file = to.join(place(COUNTER));
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    mknodat(CWD, file, kind, Mode::RUSR | Mode::WUSR, 0).unwrap();
}
