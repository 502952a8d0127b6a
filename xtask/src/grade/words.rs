//! Takes out of messages what differs from one run to the next: the folder that a test ran in, ports, addresses, the
//! names of programs, the numbers of threads. So two runs over the same folder write the same bytes.

use std::path::{Path, PathBuf};

use super::cells::names;
use crate::finding::Finding;

/// Bytes of a message, a schedule or of rustc's messages that are kept. Whoever writes more has a reason of his own.
const LONGEST: usize = 16 << 10;

/// What stands in the place of what was taken out.
const ELLIPSIS: &str = "…";

/// Whether a character is of a kind.
type Kind = fn(&char) -> bool;

/// Names in front of which such a part stands, and how many characters of which kind it has at least.
const MARKS: [(&str, usize, Kind); 6] = [
    ("0x", 6, char::is_ascii_hexdigit),
    ("127.0.0.1:", 2, char::is_ascii_digit),
    ("[::1]:", 2, char::is_ascii_digit),
    // Its folders.
    ("harness-", 6, char::is_ascii_alphanumeric),
    // The programs that the harness hands out are called so.
    ("worker-", 7, char::is_ascii_hexdigit),
    // The folders that one run works in: rustc names crate roots in them, and programs name themselves.
    (".run/", 1, is_of_folders),
];

fn is_of_folders(c: &char) -> bool {
    c.is_ascii_alphanumeric() || *c == '/'
}

/// Folders that are of one run only.
#[derive(Debug)]
pub(crate) struct Steady {
    folders: Vec<PathBuf>,
}

impl Steady {
    /// Paths below these are told from there on.
    pub(crate) fn new(folders: &[&Path]) -> Self {
        let mut folders: Vec<PathBuf> = folders.iter().map(|folder| folder.to_path_buf()).collect();
        folders.extend(names::FOLDERS.map(PathBuf::from));
        // One may lie in another: the longest first.
        folders.sort_by_key(|folder| std::cmp::Reverse(folder.as_os_str().len()));
        Self { folders }
    }

    /// The finding in words that are the same every time.
    pub(crate) fn finding(&self, finding: Finding) -> Finding {
        Finding {
            message: self.text(&finding.message),
            outcomes: finding.outcomes.map(|text| self.text(&text)),
            schedule: finding.schedule.map(|text| self.text(&text)),
            place: finding.place.map(|text| self.text(&text)),
            ..finding
        }
    }

    /// The text, cut where it is too long.
    pub(crate) fn text(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for folder in &self.folders {
            let folder = folder.to_string_lossy();
            text = text
                .replace(&format!("{folder}/"), "")
                .replace(&*folder, ".");
        }
        for (mark, least, fits) in MARKS {
            text = without(&text, mark, least, fits);
        }
        cut(without_thread_numbers(&text))
    }
}

/// How std goes on behind the name and the number of a thread that panics: `thread 'main' (17) panicked at …`.
const PANICKED: &str = ") panicked at ";

/// The text without the system's numbers of threads that have panicked.
fn without_thread_numbers(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(PANICKED) {
        let (before, after) = rest.split_at(at);
        let name = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_number = name.len() < before.len() && name.ends_with("' (");
        kept += if is_number { name } else { before };
        kept += if is_number { ELLIPSIS } else { "" };
        kept += PANICKED;
        rest = &after[PANICKED.len()..];
    }
    kept + rest
}

/// The text without what follows the mark, wherever enough of that kind follows it.
fn without(text: &str, mark: &str, least: usize, fits: fn(&char) -> bool) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(mark) {
        let (before, after) = rest.split_at(at + mark.len());
        kept += before;
        let length = after.chars().take_while(fits).count();
        rest = after;
        if length >= least {
            kept += ELLIPSIS;
            rest = &after[length..];
        }
    }
    kept + rest
}

fn cut(mut text: String) -> String {
    if text.len() > LONGEST {
        let is_boundary = |at: &usize| text.is_char_boundary(*at);
        let at = (0..=LONGEST).rev().find(is_boundary).unwrap_or_default();
        let more = text.len() - at;
        text.truncate(at);
        text += &format!("\n… and {more} bytes more");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steady(text: &str) -> String {
        let folders = [Path::new("/t/run"), Path::new("/t/run/a/course")];
        Steady::new(&folders).text(text)
    }

    #[test]
    fn folders_of_one_run_are_left_out() {
        let steady = Steady::new(&[]);
        for run in ["Tk4e/127", "qTuJ/9"] {
            assert_eq!(
                steady.text(&format!(
                    " --> target/xtask/.run/{run}/counter.d/lib.rs:1:98"
                )),
                " --> target/xtask/.run/….d/lib.rs:1:98"
            );
        }
    }

    #[test]
    fn what_differs_from_run_to_run_is_taken_out() {
        for (said, kept) in [
            ("at /t/run/a/course/exercises/x.rs", "at exercises/x.rs"),
            ("in /t/run", "in ."),
            (
                "connect to 127.0.0.1:45123 failed",
                "connect to 127.0.0.1:… failed",
            ),
            ("Thread(0x7ffee4c0)", "Thread(0x…)"),
            ("in harness-9A3DZ0/x", "in harness-…/x"),
            ("worker-00ab12f ended", "worker-… ended"),
            (
                "thread 'a (b)' (17) panicked at x.rs:1, thread 'c' (8) panicked at y.rs:2",
                "thread 'a (b)' (…) panicked at x.rs:1, thread 'c' (…) panicked at y.rs:2",
            ),
        ] {
            assert_eq!(steady(said), kept);
        }
    }

    #[test]
    fn values_stay_as_they_are() {
        for text in [
            "0xff",
            "127.0.0.1:1",
            "worker-1",
            "results: {2, 3}",
            "ü 0x",
            "(17) panicked at x.rs:1",
        ] {
            assert_eq!(steady(text), text);
        }
    }

    #[test]
    fn a_flood_is_cut_between_two_characters() {
        let text = steady(&"ü".repeat(LONGEST));
        assert!(text.ends_with("… and 16384 bytes more"), "{}", text.len());
    }
}
