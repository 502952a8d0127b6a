//! Source lines, read where the compiler says they are.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::Place;

type Lines = Option<Rc<[String]>>;

/// The lines of a file, or `None` when it cannot be read. Read once a thread.
///
/// Cargo compiles with paths relative to the workspace's root but runs tests in the package's folder: a relative path is
/// looked up in the current folder and in all above it.
pub fn lines(file: &str) -> Option<Rc<[String]>> {
    thread_local! { static FILES: RefCell<HashMap<String, Lines>> = RefCell::default(); }
    FILES.with_borrow_mut(|files| {
        if let Some(known) = files.get(file) {
            return known.clone();
        }
        let lines = read(file).map(|text| text.lines().map(str::to_owned).collect());
        files.insert(file.to_owned(), lines);
        files[file].clone()
    })
}

fn read(file: &str) -> Option<String> {
    let mut folder = std::env::current_dir().ok()?;
    loop {
        if let Ok(bytes) = std::fs::read(folder.join(file)) {
            return Some(String::from_utf8_lossy(&bytes).into_owned());
        }
        if !folder.pop() {
            return None;
        }
    }
}

/// A place with its line of text.
pub fn place(file: &str, line: u32, column: u32) -> Place {
    let text = lines(file)
        .and_then(|l| {
            l.get((line as usize).checked_sub(1)?)
                .map(|l| l.trim_end().replace('\t', " "))
        })
        .unwrap_or_default();
    Place {
        file: file.to_owned(),
        line,
        column,
        text,
    }
}

/// Whether a file is the standard library's, a dependency's or the explorer's own, so that it tells a learner nothing.
pub fn is_foreign(file: &str) -> bool {
    let file = file.replace('\\', "/");
    let own = ["src/", "std/src/", "crossbeam/src/", "rayon/src/"];
    file.starts_with("/rustc/")
        || file.contains("/registry/src/")
        || file.contains("/lib/rustlib/")
        || own
            .iter()
            .any(|folder| file.contains(&format!("tests/interleave/{folder}")))
}
