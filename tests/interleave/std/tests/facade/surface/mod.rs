//! The surface: every stable item, method and trait of `sync`, `atomic`, `mpsc` and `thread` is in the model.
//!
//! `std.txt` lists what rustdoc says of this Rust version. `claims.rs` uses each line of it and is compiled twice, against
//! the real `std` and against the model. Where the component rust-docs is installed, the list itself is compared with it,
//! so that a new Rust version shows what is missing.

mod in_model;
mod in_std;
mod rustdoc;

use std::any::type_name;
use std::collections::BTreeSet;

const LIST: &str = include_str!("std.txt");
const CLAIMS: &str = include_str!("claims.rs");

/// Refused with a message at compile time; the doc test of each one holds that.
const REFUSED: [&str; 3] = [
    "sync::atomic::AtomicU32::from_ptr",
    "sync::atomic::AtomicBool::from_ptr",
    "sync::atomic::AtomicPtr::from_ptr",
];

#[test]
fn every_listed_item_is_used_by_a_claim_that_compiles_against_both() {
    let claimed = claimed();
    let missing: Vec<&str> = listed()
        .into_iter()
        .filter(|line| !REFUSED.contains(line) && !claimed.contains(&unqualified(line)))
        .collect();
    assert!(
        missing.is_empty(),
        "claims.rs has no use of:\n{}",
        missing.join("\n")
    );
}

#[test]
fn the_list_is_that_of_this_rust_version() {
    let Some(docs) = rustdoc::folder() else {
        println!("not compared: `rustup component add rust-docs` installs what is needed");
        return;
    };
    let found = rustdoc::stable_surface(&docs);
    let text = found
        .iter()
        .fold(String::new(), |text, line| text + line + "\n");
    if std::env::var_os("SURFACE_UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/facade/surface/std.txt");
        std::fs::write(path, &text).unwrap_or_else(|error| panic!("cannot write {path}: {error}"));
    }
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    let new: Vec<_> = found.difference(&listed()).copied().collect();
    let gone: Vec<_> = listed().difference(&found).copied().collect();
    let next = "model what is new, then set SURFACE_UPDATE=1 and run this test again";
    assert!(
        new.is_empty() && gone.is_empty(),
        "new in std: {new:#?}\ngone from std: {gone:#?}\n{next}"
    );
}

#[test]
fn what_needs_no_model_is_the_real_one() {
    use interleave_std::{sync, thread};
    let pairs = [
        (
            type_name::<sync::Arc<u8>>(),
            type_name::<std::sync::Arc<u8>>(),
        ),
        (
            type_name::<sync::Weak<u8>>(),
            type_name::<std::sync::Weak<u8>>(),
        ),
        (
            type_name::<sync::LockResult<u8>>(),
            type_name::<std::sync::LockResult<u8>>(),
        ),
        (
            type_name::<sync::TryLockResult<u8>>(),
            type_name::<std::sync::TryLockResult<u8>>(),
        ),
        (
            type_name::<sync::atomic::Ordering>(),
            type_name::<std::sync::atomic::Ordering>(),
        ),
        (
            type_name::<sync::mpsc::RecvError>(),
            type_name::<std::sync::mpsc::RecvError>(),
        ),
        (
            type_name::<sync::mpsc::SendError<u8>>(),
            type_name::<std::sync::mpsc::SendError<u8>>(),
        ),
        (
            type_name::<sync::mpsc::TryRecvError>(),
            type_name::<std::sync::mpsc::TryRecvError>(),
        ),
        (
            type_name::<sync::mpsc::TrySendError<u8>>(),
            type_name::<std::sync::mpsc::TrySendError<u8>>(),
        ),
        (
            type_name::<sync::mpsc::RecvTimeoutError>(),
            type_name::<std::sync::mpsc::RecvTimeoutError>(),
        ),
        (
            type_name::<thread::Result<u8>>(),
            type_name::<std::thread::Result<u8>>(),
        ),
    ];
    for (model, real) in pairs {
        assert_eq!(model, real);
    }
}

fn listed() -> BTreeSet<&'static str> {
    LIST.lines().collect()
}

/// `sync::Mutex::lock` as the claims write it: `Mutex::lock`.
fn unqualified(line: &str) -> String {
    let modules = ["sync::atomic::", "sync::mpsc::", "sync::", "thread::"];
    let module = modules
        .into_iter()
        .find(|module| line.starts_with(module))
        .unwrap_or("");
    line[module.len()..].to_owned()
}

/// Every path that the claims use, and every `Type: Trait` of their two macros.
fn claimed() -> BTreeSet<String> {
    let mut claimed = BTreeSet::new();
    // a word is an item's use, wherever it stands
    claimed.extend(
        CLAIMS
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .map(str::to_owned),
    );
    for line in CLAIMS.lines().map(without_generics) {
        if let Some((kind, rest)) = line.trim().split_once("!(") {
            let sign = if kind == "lacks" { "!" } else { "" };
            let (name, traits) = rest
                .trim_end_matches([')', ';'])
                .split_once(':')
                .unwrap_or((rest, ""));
            claimed.extend(
                traits
                    .split(',')
                    .map(|bound| format!("{name}: {sign}{}", bound.trim())),
            );
        }
        let is_part_of_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        claimed.extend(line.split(|c| !is_part_of_path(c)).map(str::to_owned));
    }
    claimed
}

/// The line without what stands in angle brackets, turbofish and all.
fn without_generics(line: &str) -> String {
    let mut depth = 0;
    let mut plain = String::new();
    for character in line
        .replace("::<", "<")
        .replace("->", "")
        .replace("=>", "")
        .chars()
    {
        match character {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ if depth == 0 => plain.push(character),
            _ => {}
        }
    }
    plain
}
