//! The first build of a learner: the runner first, and then what the lessons' tests need.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The features of each crate that the package is linked with. Procedural macros are compiled for cargo's own use, once.
fn features(package: &[&str]) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--edges=normal,no-proc-macro", "--prefix=none"])
        .args(["--no-dedupe", "--format={p}:{f}", "--package"])
        .args(package)
        .current_dir(root)
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&tree.stderr);
    assert!(tree.status.success(), "{error}");
    let text = String::from_utf8(tree.stdout).unwrap();
    let features = text.lines().filter_map(|line| line.rsplit_once(':'));
    features
        .map(|(name, set)| (name.into(), set.into()))
        .collect()
}

#[test]
fn what_the_runner_and_the_lessons_share_is_compiled_once() {
    let runner = features(&["xtask", "--no-default-features"]);
    let lessons = features(&["harness"]);
    let shared = lessons.keys().filter(|name| runner.contains_key(*name));
    assert!(shared.count() > 10);
    for (name, features) in &lessons {
        let asked = runner.get(name).unwrap_or(features);
        assert_eq!(
            asked, features,
            "{name} has other features in the runner than in the lessons: \
             ask for all of them in tests/harness/shared/Cargo.toml"
        );
    }
}
