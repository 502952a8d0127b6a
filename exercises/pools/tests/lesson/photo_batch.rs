//! `photo_batch`: every good file becomes a photograph, every bad one a line, whoever is done first.
//!
//! What becomes of files is looked at in real folders. Which interleavings there are is decided in the model, where a file
//! is developed by the test.

use crate::negatives::{bad_files, colour, glass, grey, png};
use harness::prelude::*;
use image::{DynamicImage, Rgba};
use interleave_std::sync::atomic::{AtomicUsize, Ordering};
use pools::photo_batch::{develop, develop_all};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};
use tempfile::TempDir;

type Develop<'a> = &'a (dyn Fn(&Path, &Path) -> Result<(), String> + Sync);
type Report = Vec<(String, Result<(), String>)>;

/// Two folders that end with the test.
struct Folders {
    from: TempDir,
    to: TempDir,
}

impl Folders {
    fn new() -> Folders {
        let folder = || TempDir::new().expect("a temporary folder can be made");
        Folders {
            from: folder(),
            to: folder(),
        }
    }

    /// With files that hold nothing.
    fn with(names: &[&str]) -> Folders {
        let folders = Folders::new();
        for name in names {
            folders.put(name, b"");
        }
        folders
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.negative(name), bytes).expect("a temporary file can be written");
    }

    fn negative(&self, name: &str) -> PathBuf {
        self.from.path().join(name)
    }

    fn photo(&self, name: &str) -> PathBuf {
        self.to.path().join(name)
    }

    /// The names of what stands in the new folder.
    fn done(&self) -> BTreeSet<String> {
        fs::read_dir(self.to.path())
            .expect("the temporary folder can be read")
            .map(|entry| entry.expect("and each entry").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect()
    }

    /// The first few of them: who leaves many does not leave the same number every time.
    fn some_done(&self) -> Vec<String> {
        self.done().into_iter().take(3).collect()
    }

    /// Looks at one photograph, pixel by pixel.
    fn check(&self, name: &str, negative: &DynamicImage) {
        let photo = image::open(self.photo(name));
        expect!(
            photo.is_ok(),
            WrongResult,
            "{name} is a good negative, and its photograph cannot be read"
        );
        let found = photo.expect("looked at above").to_rgba8();
        let mut asked = negative.to_rgba8();
        for Rgba([red, green, blue, _]) in asked.pixels_mut() {
            (*red, *green, *blue) = (255 - *red, 255 - *green, 255 - *blue);
        }
        expect!(
            found.dimensions() == asked.dimensions(),
            WrongResult,
            "{name} has {:?} pixels, and its photograph {:?}",
            asked.dimensions(),
            found.dimensions()
        );
        let wrong = (asked.pixels().zip(found.pixels())).find(|(asked, found)| asked != found);
        if let Some((asked, found)) = wrong {
            fail(Finding::new(
                Verdict::WrongResult,
                format!("a pixel of {name} should become {asked:?}, and it became {found:?}"),
            ));
        }
    }
}

#[test]
#[claim(value)]
fn a_negative_becomes_a_photograph() {
    let develop: fn(&Path, &Path) -> Result<(), String> = develop;
    let folders = Folders::new();
    for (name, negative) in [
        ("soup.png", grey()),
        ("fish.png", colour()),
        ("ice.png", glass()),
    ] {
        folders.put(name, &png(&negative));
        let found = develop(&folders.negative(name), &folders.photo(name));
        expect!(
            found.is_ok(),
            WrongResult,
            "{name} is a good negative, and develop says {found:?}"
        );
        folders.check(name, &negative);
    }
}

#[test]
#[claim(value)]
fn a_bad_file_has_a_reason_and_no_photograph() {
    let folders = Folders::new();
    for (name, bytes) in bad_files() {
        folders.put(name, &bytes);
        let found = develop(&folders.negative(name), &folders.photo(name));
        expect!(
            found
                .as_ref()
                .is_err_and(|reason| !reason.trim().is_empty()),
            WrongResult,
            "{name} is bad; develop should say why, and says {found:?}"
        );
        expect!(
            folders.done().is_empty(),
            WrongResult,
            "{name} cannot be developed, and yet something was left in the new folder: {:?}",
            folders.some_done()
        );
    }
    let found = develop(
        &folders.negative("nobody.png"),
        &folders.photo("nobody.png"),
    );
    expect!(
        found.is_err() && folders.done().is_empty(),
        WrongResult,
        "there is no nobody.png; develop says {found:?} and leaves {:?}",
        folders.some_done()
    );
}

#[test]
#[claim(value)]
fn a_photograph_that_cannot_be_written_is_bad_too() {
    let folders = Folders::new();
    folders.put("soup.png", &png(&colour()));
    fs::create_dir(folders.photo("soup.png")).expect("a folder can be made");
    let found = develop(&folders.negative("soup.png"), &folders.photo("soup.png"));
    expect!(
        found.is_err() && folders.done().len() == 1,
        WrongResult,
        "a folder is in the place of the photograph; develop says {found:?}, and the new folder holds {:?}",
        folders.some_done()
    );
}

#[test]
#[claim(value)]
fn a_folder_that_is_not_there_is_an_error() {
    let develop_all: fn(&Path, &Path, usize, Develop) -> io::Result<Report> = develop_all;
    let found = within("a folder that is not there", move || {
        let folders = Folders::new();
        let nowhere = folders.negative("nowhere");
        develop_all(&nowhere, folders.to.path(), 2, &|_, _| Ok(()))
    });
    expect!(
        found.is_err(),
        WrongResult,
        "the folder does not exist, and develop_all says {found:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn every_file_is_developed_once_and_has_its_line() {
    let folders = Folders::with(&["a", "b", "c"]);
    every_interleaving(|| {
        let done = AtomicUsize::new(0);
        let report = reported(&folders, 1, &|negative, photo| {
            done.fetch_add(1, Ordering::SeqCst);
            match (negative, photo) {
                (from, to) if *from != folders.from.path().join(name(to)) => Err("mixed up".into()),
                (_, to) if *to != folders.to.path().join(name(to)) => Err("elsewhere".into()),
                _ => Ok(()),
            }
        });
        (done.load(Ordering::SeqCst), report)
    })
    .because("The folder holds the files a, b and c. Each is developed into a file of its name.")
    .is(r#"{(3, "a done, b done, c done")}"#);
}

#[test]
#[claim(value)]
fn an_empty_folder_has_an_empty_report() {
    let found = within("4 workers with an empty folder", || {
        let folders = Folders::new();
        develop_all(folders.from.path(), folders.to.path(), 4, &|_, _| Ok(()))
    });
    expect!(
        found.as_ref().is_ok_and(Vec::is_empty),
        WrongResult,
        "there is no file in the folder, and develop_all says {found:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn a_bad_file_costs_no_other_its_photograph() {
    let folders = Folders::with(&["a", "b", "c"]);
    every_interleaving(|| {
        reported(&folders, 2, &|negative, _| match name(negative) {
            "c" => Ok(()),
            name => Err(format!("{name} is torn")),
        })
    })
    .because(
        "The folder holds a, b and c; a and b cannot be developed. The report says so, and why.",
    )
    .is(r#"{"a is torn, b is torn, c done"}"#)
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn the_lines_stand_in_the_order_of_the_names() {
    let folders = Folders::with(&["b", "a"]);
    every_interleaving(|| {
        let steps = AtomicUsize::new(0);
        reported(&folders, 2, &|_, _| {
            steps.fetch_add(1, Ordering::SeqCst);
            Ok(())
        })
    })
    .because("2 workers develop a and b. Who is done first must not matter.")
    .is(r#"{"a done, b done"}"#)
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn never_more_are_at_work_than_there_are_workers() {
    let folders = Folders::with(&["a", "b", "c"]);
    every_interleaving(|| {
        let at_work = Gauge::new();
        reported(&folders, 1, &|_, _| {
            let _one_more = at_work.enter();
            Ok(())
        });
        at_work.peak()
    })
    .because("There are 3 files and only 1 worker.")
    .always("1 at work at the same time", |peak| *peak == 1);
    every_interleaving(|| {
        let at_work = Gauge::new();
        reported(&folders, 2, &|_, _| {
            drop(at_work.enter());
            Ok(())
        });
        at_work.peak()
    })
    .because("There are 3 files and 2 workers.")
    .always("1 or 2 at work at the same time", |peak| *peak <= 2);
}

#[test]
#[claim(every_interleaving)]
fn all_the_workers_are_at_work_at_the_same_time() {
    let folders = Folders::with(&["a", "b", "c"]);
    every_interleaving(|| met(&folders, 3))
        .deadlock_means(
            Verdict::Serial,
            "3 workers must develop 3 files at the same time. Here one has to finish before another can begin.",
        )
        .is(r#"{"a done, b done, c done"}"#);
}

#[test]
#[claim(every_interleaving)]
fn who_is_done_takes_another_file_beside_the_others() {
    let folders = Folders::with(&["a", "b", "c", "d"]);
    every_interleaving(|| met(&folders, 2))
        .deadlock_means(
            Verdict::Serial,
            "2 workers develop 4 files. At the end of the pile, too, both must be able to work at the same time.",
        )
        .is(r#"{"a done, b done, c done, d done"}"#);
}

#[test]
#[claim(value)]
fn a_real_folder_is_developed_and_its_bad_files_are_named() {
    let folders = Folders::new();
    let good: Vec<(String, DynamicImage)> = (0..9)
        .map(|number| {
            (
                format!("photo-{number}.png"),
                [grey, colour, glass][number % 3](),
            )
        })
        .collect();
    let mut files: Vec<(&str, Vec<u8>)> = (good.iter())
        .map(|(name, negative)| (name.as_str(), png(negative)))
        .chain(bad_files())
        .collect();
    // Some file systems list a folder in the order in which its files were made.
    random().shuffle(&mut files);
    for (name, bytes) in &files {
        folders.put(name, bytes);
    }
    let asked: BTreeSet<&str> = files.iter().map(|(name, _)| *name).collect();
    let (folders, report) = within("4 workers with a folder of 13 files", move || {
        let report = develop_all(folders.from.path(), folders.to.path(), 4, &develop);
        (folders, report)
    });
    expect!(
        report.is_ok(),
        WrongResult,
        "some files are bad, and develop_all gives up: {report:?}"
    );
    let report = report.expect("looked at above");
    let names: Vec<&str> = report.iter().map(|(name, _)| name.as_str()).collect();
    expect!(
        names.is_sorted(),
        WrongResult,
        "the lines of the report do not stand in the order of the names"
    );
    expect!(
        names.iter().eq(&asked),
        WrongResult,
        "the folder holds {asked:?}, in the order of the names; the report has lines for {names:?}"
    );
    let done: BTreeSet<String> = good.iter().map(|(name, _)| name.clone()).collect();
    let found = folders.done();
    let missing: Vec<&String> = done.difference(&found).collect();
    expect!(
        missing.is_empty(),
        WrongResult,
        "the good files are {done:?}; in the new folder {missing:?} are missing"
    );
    expect!(
        found.len() == done.len(),
        WrongResult,
        "the good files are {done:?}; in the new folder are others too"
    );
    for (name, negative) in &good {
        folders.check(name, negative);
    }
    let said = (report.iter()).find(|(name, line)| line.is_ok() != done.contains(name));
    expect!(
        said.is_none(),
        WrongResult,
        "the report says the wrong thing about a file: {said:?}"
    );
}

/// The report when no file is done before all the `workers` are busy with one.
fn met(folders: &Folders, workers: usize) -> String {
    let all_develop = Rendezvous::new(workers);
    reported(folders, workers, &|_, _| {
        all_develop.arrive();
        Ok(())
    })
}

/// The report of the model, in words.
fn reported(folders: &Folders, workers: usize, develop: Develop) -> String {
    let (from, to) = (folders.from.path(), folders.to.path());
    match pools_model::photo_batch::develop_all(from, to, workers, develop) {
        Err(error) => format!("an error: {error}"),
        Ok(report) => (report.iter())
            .map(|(name, line)| match line {
                Ok(()) => format!("{name} done"),
                Err(reason) => reason.clone(),
            })
            .collect::<Vec<_>>()
            .join(", "),
    }
}

fn name(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or("")
}
