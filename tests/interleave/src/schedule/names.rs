//! The learner's own name for an object, found in the source text around the place where it was created.
//!
//! No parser: `scan` walks backwards from the constructor, out of the brackets around it, until it meets what
//! gives the value its name. Where that is not certain there is no name, and the object is called by kind and line.

mod derived;
mod pattern;
mod scan;

use super::source;

use super::{Object, Place};

/// Types that share a kind with others.
const TYPES: [&str; 16] = [
    "AtomicBool",
    "AtomicU8",
    "AtomicU16",
    "AtomicU32",
    "AtomicU64",
    "AtomicUsize",
    "AtomicI8",
    "AtomicI16",
    "AtomicI32",
    "AtomicI64",
    "AtomicIsize",
    "AtomicPtr",
    "OnceLock",
    "LazyLock",
    "Once",
    "sync_channel",
];

/// The name of an object of this kind created at `place`: `tickets`, `forks[1]`, `tx/rx`.
pub fn name(kind: &str, place: &Place) -> Option<String> {
    let lines = source::lines(&place.file)?;
    name_in(&lines, kind, place.line, place.column)
}

/// The type whose constructor stands at a place, where the engine knows only its kind: `AtomicU64`, `LazyLock` …
pub fn type_at(place: &Place) -> Option<&'static str> {
    let line = source::lines(&place.file)?
        .get((place.line as usize).checked_sub(1)?)?
        .clone();
    let rest: String = line
        .chars()
        .skip((place.column as usize).checked_sub(1)?)
        .collect();
    let path = rest.split('(').next()?;
    let mut words = path.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| TYPES.iter().copied().find(|t| *t == word))
}

/// The text before a chain of calls that `text` ends with: `let seat = ` before `let seat = seats.lock().unwrap()`.
pub(super) fn before_chain(text: &str) -> Option<&str> {
    scan::skip_chain(text)
}

/// As [`name`], within the given lines. `line` and `column` count from 1; the column counts characters.
pub fn name_in(lines: &[String], kind: &str, line: u32, column: u32) -> Option<String> {
    let at = (line as usize).checked_sub(1)?;
    let here = lines.get(at)?;
    if here.trim_start().starts_with("#[") {
        return derived::field(&lines[at..], kind);
    }
    let before: String = here
        .chars()
        .take((column as usize).saturating_sub(1))
        .collect();
    let first = at.saturating_sub(scan::LINES);
    let mut text: String = lines[first..at]
        .iter()
        .flat_map(|l| [without_comment(l), "\n"])
        .collect();
    text += &before;
    scan::name_before(&text)
}

/// Gives every object its label: its name, and a number where several share it (`forks#1`, `forks#2` in the order of
/// their first use: their index cannot be known). Without a name: `Mutex (line 12)`.
pub fn label_all(objects: &mut [Object]) {
    let plain: Vec<(&str, String)> = objects.iter().map(|o| (o.kind, plain(o))).collect();
    for (i, object) in objects.iter_mut().enumerate() {
        let same = |other: &&(&str, String)| **other == plain[i];
        object.label = match plain.iter().filter(same).count() {
            1 => plain[i].1.clone(),
            _ => format!("{}#{}", plain[i].1, plain[..=i].iter().filter(same).count()),
        };
    }
}

fn plain(object: &Object) -> String {
    match &object.name {
        Some(name) => name.clone(),
        None if object.place.line == 0 || source::is_foreign(&object.place.file) => {
            object.kind.to_owned()
        }
        None => format!("{} (line {})", object.kind, object.place.line),
    }
}

/// The line up to `//`, unless that stands in a string.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let bytes = line.as_bytes();
    for i in 0..bytes.len() {
        match bytes[i] {
            b'"' if i == 0 || bytes[i - 1] != b'\\' => quoted = !quoted,
            b'/' if !quoted && bytes.get(i + 1) == Some(&b'/') => return &line[..i],
            _ => {}
        }
    }
    line
}
