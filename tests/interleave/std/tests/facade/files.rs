//! Files that several threads share: the order of all accesses is explored, and locks are held by openings.

use interleave_std::fs::{self, File, OpenOptions, TryLockError};
use interleave_std::io::{Read, Seek, Write};
use interleave_std::thread;
use std::path::{Path, PathBuf};

/// A file of the test's own, whose content each execution sets anew.
fn shared(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn two(path: &Path, work: impl Fn(&Path) + Sync) {
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| work(path));
        }
    });
}

fn count_up(file: &mut File) {
    let mut text = String::new();
    file.read_to_string(&mut text).expect("it can be read");
    let next: u32 = text.parse::<u32>().expect("a number") + 1;
    file.rewind().expect("it can be read again");
    write!(file, "{next}").expect("it can be written");
}

fn open(path: &Path) -> File {
    let mut options = OpenOptions::new();
    options
        .read(true)
        .write(true)
        .open(path)
        .expect("it is there")
}

#[test]
fn reading_and_writing_without_a_lock_loses_updates() {
    let path = shared("without-lock");
    let found = interleave::outcomes(|| {
        fs::write(&path, "0").expect("it can be written");
        two(&path, |path| count_up(&mut open(path)));
        fs::read_to_string(&path).expect("it can be read")
    });
    assert_eq!(found.set(), r#"{"1", "2"}"#);
    assert!(found.is_exhaustive());
}

#[test]
fn a_lock_around_both_keeps_every_update() {
    let path = shared("one-lock");
    let found = interleave::outcomes(|| {
        fs::write(&path, "0").expect("it can be written");
        two(&path, |path| {
            let mut file = open(path);
            file.lock().expect("a lock");
            count_up(&mut file);
        });
        fs::read_to_string(&path).expect("it can be read")
    });
    assert_eq!(found.set(), r#"{"2"}"#);
}

#[test]
fn two_locks_for_one_update_lose_some() {
    let path = shared("two-locks");
    let found = interleave::outcomes(|| {
        fs::write(&path, "0").expect("it can be written");
        two(&path, |path| {
            let file = open(path);
            file.lock_shared().expect("a lock");
            let text = fs::read_to_string(path).expect("it can be read");
            file.unlock().expect("it is held");
            file.lock().expect("a lock");
            let next = text.parse::<u32>().unwrap_or_default() + 1;
            (&file)
                .write_all(next.to_string().as_bytes())
                .expect("it can be written");
        });
        fs::read_to_string(&path).expect("it can be read")
    });
    assert_eq!(found.set(), r#"{"1", "2"}"#);
}

#[test]
fn writing_a_whole_file_leaves_it_empty_for_a_moment() {
    let path = shared("whole");
    let found = interleave::outcomes(|| {
        fs::write(&path, "old").expect("it can be written");
        thread::scope(|scope| {
            scope.spawn(|| fs::write(&path, "new").expect("it can be written"));
            fs::read_to_string(&path).expect("it can be read")
        })
    });
    assert_eq!(found.set(), r#"{"", "new", "old"}"#);
}

#[test]
fn a_file_that_must_be_new_is_made_once() {
    let path = shared("new");
    let found = interleave::outcomes(|| {
        let _ = fs::remove_file(&path);
        thread::scope(|scope| {
            let other = scope.spawn(|| File::create_new(&path).is_ok());
            let mine = File::create_new(&path).is_ok();
            u8::from(mine) + u8::from(other.join().expect("the other"))
        })
    });
    assert_eq!(found.set(), "{1}");
}

#[test]
fn two_openings_exclude_each_other_and_two_handles_of_one_do_not() {
    let path = shared("openings");
    let found = interleave::outcomes(|| {
        fs::write(&path, "").expect("it can be written");
        let (first, second) = (open(&path), open(&path));
        let clone = first.try_clone().expect("a second handle");
        first.lock().expect("a lock");
        let refused = matches!(second.try_lock(), Err(TryLockError::WouldBlock));
        let same = clone.try_lock().is_ok();
        drop(first);
        let kept = second.try_lock_shared().is_err();
        drop(clone);
        (refused, same, kept, second.try_lock_shared().is_ok())
    });
    assert_eq!(found.set(), "{(true, true, true, true)}");
}

#[test]
fn locking_in_two_orders_can_deadlock() {
    let paths = [shared("left"), shared("right")];
    let found = interleave::outcomes(|| {
        for path in &paths {
            fs::write(path, "").expect("it can be written");
        }
        let both = |first: &Path, second: &Path| {
            let (first, second) = (open(first), open(second));
            first.lock().expect("a lock");
            second.lock().expect("a lock");
        };
        thread::scope(|scope| {
            scope.spawn(|| both(&paths[0], &paths[1]));
            both(&paths[1], &paths[0]);
        });
    });
    assert_eq!(found.set(), "{(), deadlock}");
}

#[test]
fn readers_share_a_lock() {
    let path = shared("readers");
    let found = interleave::outcomes(|| {
        fs::write(&path, "").expect("it can be written");
        let meeting = interleave::Rendezvous::new(2);
        two(&path, |path| {
            let file = open(path);
            file.lock_shared().expect("a lock");
            meeting.arrive();
        });
    });
    assert_eq!(found.set(), "{()}");
}

#[test]
fn outside_an_execution_files_are_the_real_ones() {
    let path = shared("real");
    fs::write(&path, "soup").expect("it can be written");
    let file = open(&path);
    file.lock().expect("a lock");
    let other = std::fs::File::open(&path).expect("it is there");
    assert!(other.try_lock().is_err());
    drop(file);
    assert!(other.try_lock().is_ok());
    assert_eq!(fs::read(&path).expect("it can be read"), b"soup");
}
