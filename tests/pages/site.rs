//! The pages of a class, made by the grader.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::browser;
use crate::class::Class;
use crate::course::LESSON;

/// What a script of a submission would do, so that one sees whether it ran.
pub(crate) const EVIL: &str = "document.documentElement.dataset.ran = 1";

/// A part of the hostile one's folder, program and file.
pub(crate) fn image() -> String {
    format!("<img src=x onerror='{EVIL}'>")
}

/// What the hostile one is called, and what the program says.
pub(crate) fn script() -> String {
    format!("</pre><script>{EVIL}</script>")
}

/// Which points are had shows whether numbers are sorted as numbers: 9 is less than 19.
const POINTS: &str = r#"
[exercise."verdicts/solved"]
points = 9
[exercise."verdicts/race"]
points = 10
[lesson.verdicts]
deadline = 2026-11-20T12:00:00Z
[late]
percent = 10
per = "day"
"#;

/// The pages by their paths below the folder of the reports. They are read once, and nothing is left on the disk.
static GRADED: LazyLock<BTreeMap<String, String>> = LazyLock::new(graded);

/// One test's own copy.
pub(crate) struct Site {
    folder: TempDir,
}

impl Site {
    /// As the grader has made it.
    pub(crate) fn new() -> Self {
        Self::made(str::to_owned)
    }

    /// With faults: each page says `to` in the place of `from`.
    pub(crate) fn broken(faults: &[(&str, &str)]) -> Self {
        for (from, _) in faults {
            assert!(
                GRADED.values().any(|page| page.contains(from)),
                "no page says {from}"
            );
        }
        Self::made(|page| {
            faults
                .iter()
                .fold(page.to_owned(), |page, (from, to)| page.replace(from, to))
        })
    }

    fn made(change: impl Fn(&str) -> String) -> Self {
        // Nothing is built and graded for nobody to look at.
        browser::program();
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("students")).unwrap();
        for (path, page) in GRADED.iter() {
            fs::write(folder.path().join(path), change(page)).unwrap();
        }
        Self { folder }
    }

    /// The page of the class.
    pub(crate) fn class(&self) -> PathBuf {
        self.folder.path().join("index.html")
    }

    /// The page of a student with a plain id.
    pub(crate) fn student(&self, id: &str) -> PathBuf {
        self.folder.path().join(format!("students/{id}.html"))
    }

    /// The page of the hostile one, whose id is no name of a file.
    pub(crate) fn hostile(&self) -> PathBuf {
        let mut students = GRADED
            .keys()
            .filter(|path| path.starts_with("students/img"));
        self.folder.path().join(students.next().unwrap())
    }

    /// All of them.
    pub(crate) fn all(&self) -> Vec<PathBuf> {
        GRADED
            .keys()
            .map(|path| self.folder.path().join(path))
            .collect()
    }
}

fn graded() -> BTreeMap<String, String> {
    let class = hand_in();
    fs::write(class.course.path("points.toml"), POINTS).unwrap();
    class
        .grade("out", &["--points", "points.toml"])
        .says(0, &["7 submissions graded"]);
    let out = class.course.path("out");
    let mut pages = BTreeMap::from([("index.html".to_owned(), read(&out.join("index.html")))]);
    for entry in fs::read_dir(out.join("students")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        pages.insert(format!("students/{name}"), read(&entry.path()));
    }
    pages
}

/// Right, wrong, not compiling, not begun, late; names of many kinds.
fn hand_in() -> Class {
    let class = Class::new();
    let racy = starter(&class, "race").replace("TODO", "DONE");
    class
        .solves("ada", "solved")
        .solves("ada", "race")
        .solves("ada", "deadlock");
    tell(&class, "ada", "2026-11-20T11:00:00Z", "Ada Lovelace");
    class
        .solves("Zoë", "solved")
        .hands_in("Zoë", "crashed", "pub fn answer() -> u64 { nowhere }");
    tell(&class, "Zoë", "2026-11-21T13:00:00Z", "Zoë Müller");
    class.hands_in("Örn", "race", &racy).solves("Örn", "solved");
    class.hands_in("=1+1", "race", &racy).hands_in(
        "=1+1",
        "wrong_result",
        "pub fn answer() -> u64 { 41 }",
    );
    class.solves(&"w".repeat(120), "deadlock");
    class
        .hands_in("zed", "solved", &starter(&class, "solved"))
        .hands_in("zed", "race", &racy);
    hand_in_hostile(&class);
    class
}

/// One who means no good: by the name, by what the program says and the compiler quotes, and by a file.
fn hand_in_hostile(class: &Class) {
    let (image, script) = (image(), script());
    // What the program says would also turn the text behind it round.
    let says = format!("pub fn answer() -> u64 {{ panic!(\"{script} \\u{{202e}}gnp.exe\") }}");
    class
        .hands_in(&image, "crashed", &says)
        .hands_in(&image, "leak", &format!("{script} {image}"));
    fs::write(class.submission(&image).join(format!("{image}.rs")), "").unwrap();
    tell(class, &image, "2026-11-20T11:00:00Z", &script);
}

/// Says when it was submitted, and by whom.
fn tell(class: &Class, id: &str, when: &str, name: &str) {
    let text = format!("submitted = {when}\n[student]\nname = '{name}'\n");
    fs::write(class.submission(id).join("submission.toml"), text).unwrap();
}

fn starter(class: &Class, exercise: &str) -> String {
    class
        .course
        .read(&format!("exercises/{LESSON}/src/{exercise}.rs"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}
