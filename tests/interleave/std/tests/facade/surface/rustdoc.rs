//! Reads the stable surface of `std` out of rustdoc's pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MODULES: [(&str, &str); 4] = [
    ("sync", "sync"),
    ("sync/atomic", "sync::atomic"),
    ("sync/mpsc", "sync::mpsc"),
    ("thread", "thread"),
];

/// Re-exported as they are: their methods and traits need no claim.
const REAL: [&str; 11] = [
    "Arc",
    "Weak",
    "PoisonError",
    "TryLockError",
    "Ordering",
    "RecvError",
    "SendError",
    "RecvTimeoutError",
    "TryRecvError",
    "TrySendError",
    "Result",
];

/// All integer atomics are one type in the model; this one stands for them.
const INTEGER: &str = "AtomicU32";

/// Traits that stable code cannot ask for, that every type has, or that only other platforms have.
const UNNAMED: [&str; 15] = [
    "Drop",
    "CoerceUnsized",
    "CoerceShared",
    "DispatchFromDyn",
    "PinCoerceUnsized",
    "DerefPure",
    "Freeze",
    "Unpin",
    "UnsafeUnpin",
    "StructuralPartialEq",
    "UseCloned",
    "AsHandle",
    "AsRawHandle",
    "IntoRawHandle",
    "JoinHandleExt",
];

/// The installed pages of `std`, if any.
pub(super) fn folder() -> Option<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(["--print", "sysroot"])
        .output()
        .ok()?;
    let sysroot = String::from_utf8(output.stdout).ok()?;
    let folder = Path::new(sysroot.trim()).join("share/doc/rust/html/std");
    folder.is_dir().then_some(folder)
}

/// One line for each stable item, method (`sync::Mutex::lock`) and trait (`sync::Mutex: Debug`, `sync::MutexGuard: !Send`).
pub(super) fn stable_surface(docs: &Path) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for (folder, module) in MODULES {
        let folder = docs.join(folder);
        let entries = fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("cannot list {}: {error}", folder.display()));
        for entry in entries {
            let path = entry.expect("a folder's entry can be read").path();
            let Some((kind, name)) = item_of(&path) else {
                continue;
            };
            let page = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
            if is_unstable(before(&page, "<div class=\"docblock\"")) {
                continue;
            }
            lines.insert(format!("{module}::{name}"));
            if kind == "struct" && !REAL.contains(&name.as_str()) && !is_other_integer(&name) {
                lines.extend(methods(&page).map(|method| format!("{module}::{name}::{method}")));
                lines
                    .extend(traits(&page, &name).map(|bound| format!("{module}::{name}: {bound}")));
            }
        }
    }
    lines
}

/// `struct.Mutex.html` as kind and name.
fn item_of(path: &Path) -> Option<(String, String)> {
    let file = path.file_name()?.to_str()?.strip_suffix(".html")?;
    let (kind, name) = file.split_once('.')?;
    let is_item = ["struct", "enum", "fn", "constant", "type", "trait"].contains(&kind);
    is_item.then(|| (kind.to_owned(), name.to_owned()))
}

fn is_other_integer(name: &str) -> bool {
    let kind = name.strip_prefix("Atomic").unwrap_or("");
    kind.starts_with(['I', 'U']) && name != INTEGER
}

fn is_unstable(text: &str) -> bool {
    text.contains("class=\"stab unstable\"")
}

fn before<'a>(text: &'a str, end: &str) -> &'a str {
    text.split(end).next().unwrap_or(text)
}

fn between<'a>(text: &'a str, start: &str, ends: &[&str]) -> &'a str {
    let Some((_, rest)) = text.split_once(start) else {
        return "";
    };
    let end = ends.iter().filter_map(|end| rest.find(end)).min();
    &rest[..end.unwrap_or(rest.len())]
}

/// The inherent methods that are stable.
fn methods(page: &str) -> impl Iterator<Item = String> {
    let ends = [
        "id=\"deref-methods",
        "id=\"trait-implementations\"",
        "id=\"synthetic-implementations\"",
    ];
    let part = between(page, "id=\"implementations\"", &ends);
    let sections = part.split("<section id=\"method.").skip(1);
    sections
        .filter(|section| !is_unstable(before(section, "<div class=\"docblock\"")))
        .map(|section| {
            let id = before(section, "\"");
            // a second method of the same name, in another `impl`, is numbered
            before(id, "-").to_owned()
        })
}

/// The traits that the type has or, marked by `!`, has not.
fn traits(page: &str, name: &str) -> impl Iterator<Item = String> {
    let part = between(
        page,
        "id=\"trait-implementations\"",
        &["id=\"blanket-implementations\""],
    )
    .to_owned()
        + between(
            page,
            "id=\"synthetic-implementations\"",
            &["id=\"blanket-implementations\""],
        );
    let ends_with_type = format!("-for-{name}");
    let sections: Vec<String> = part
        .split("<section id=\"impl-")
        .skip(1)
        .map(str::to_owned)
        .collect();
    sections.into_iter().filter_map(move |section| {
        let id = before(&section, "\"");
        let (bound, _) = id.split_once(&ends_with_type)?;
        let bound = before(bound, "%3C").to_owned();
        let header = between(&section, "<h3 class=\"code-header\">", &["</h3>"]);
        let negative = header.contains("!<a class=\"trait\"");
        let sign = if negative { "!" } else { "" };
        (!UNNAMED.contains(&bound.as_str())).then(|| format!("{sign}{bound}"))
    })
}
