//! Which browser looks at the grader's pages. The tests of the pages have this file too, so that `verify` and they never
//! mean different ones.

use std::env;
use std::path::PathBuf;

/// Names a browser that is not on the path, or another than the first one that is.
const VARIABLE: &str = "CHROMIUM";

/// What systems call it.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// What to say where there is none.
pub(crate) const MISSING: &str = "there is no Chromium on the path: neither chromium, chromium-browser nor google-chrome; \
    install it (on Debian and Ubuntu, `apt install chromium`), or name one by the environment variable CHROMIUM";

/// The program, if there is one. What `CHROMIUM` names is taken as it is, so that a wrong name is told and not passed over.
pub(crate) fn find() -> Option<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
        return Some(named.into());
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|program| program.is_file())
}
