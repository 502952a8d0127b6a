//! How fast a class is graded: what a submission costs, beside `cargo test` in a loop and beside rustc's own time.

use crate::report::page::Page;
use crate::report::style::{FAINT, GOOD, STRONG, WARNING, paint};

/// How many times as fast as the loop the grader is meant to be.
const AIM: f64 = 10.0;

/// Of rustc's own time: how much more the grader is meant to spend at most.
const BEYOND: f64 = 0.3;

/// Verdicts that are named when they are not those that had to come.
const NAMED: usize = 5;

/// All that was measured.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) cores: usize,
    pub(crate) seed: u64,
    /// Seconds.
    pub(crate) timeout: u64,
    pub(crate) sandbox: bool,
    pub(crate) classes: Vec<Class>,
}

/// One class.
#[derive(Debug)]
pub(crate) struct Class {
    /// No two programs are alike.
    pub(crate) unlike: bool,
    pub(crate) submissions: usize,
    pub(crate) files: Files,
    pub(crate) graded: Graded,
    /// None when nothing went through the loop.
    pub(crate) looped: Option<Looped>,
    /// Verdicts other than those that had to come.
    pub(crate) surprises: Vec<String>,
}

/// How many files there are of each kind.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Files {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) starters: usize,
    pub(crate) broken: usize,
    /// Different ones that are no starters: those must be compiled.
    pub(crate) programs: usize,
}

/// Seconds, of all submissions together.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spent {
    pub(crate) wall: f64,
    pub(crate) cpu: f64,
}

/// What the grader has spent; all in seconds of CPU time, of all submissions together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Graded {
    pub(crate) spent: Spent,
    /// Of rustc.
    pub(crate) calls: u64,
    /// rustc and its linkers: the floor.
    pub(crate) rustc: f64,
    /// Without the sandbox around them.
    pub(crate) tests: f64,
    pub(crate) sandbox: f64,
    /// The grader itself.
    pub(crate) rest: f64,
}

/// What the loop has come to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Looped {
    pub(crate) submissions: usize,
    pub(crate) spent: Spent,
    pub(crate) lessons: usize,
    /// Lessons of which no test was run, since a file did not compile.
    pub(crate) unbuilt: usize,
    /// Lessons that hung.
    pub(crate) killed: usize,
}

/// The table, and what it comes to.
pub(crate) fn table(mut page: Page, table: &Table) -> String {
    let sandbox = if table.sandbox {
        ""
    } else {
        ", without a sandbox"
    };
    page.paragraph(&paint(
        STRONG,
        format!(
            "What grading a submission costs, on {}{sandbox}",
            count(table.cores, "core")
        ),
    ));
    for class in &table.classes {
        about(&mut page, table, class);
        rows(&mut page, class);
        findings(&mut page, class);
    }
    page.finish()
}

fn about(page: &mut Page, table: &Table, class: &Class) {
    let Files {
        right,
        wrong,
        starters,
        broken,
        programs,
    } = class.files;
    let alike = if class.unlike { ", no two alike" } else { "" };
    page.blank().paragraph(&format!(
        "{} (seed {}, {} s for a test): {right} right files, {wrong} wrong, {broken} broken, {starters} starters; {programs} \
         different programs{alike}, {} of rustc.",
        count(class.submissions, "submission"),
        table.seed,
        table.timeout,
        count(class.graded.calls as usize, "call"),
    ));
}

/// The headings, and what the columns of the grader hold.
const COLUMNS: [&str; 6] = ["wall", "CPU", "rustc", "tests", "sandbox", "rest"];

const LABEL: usize = 14;
const COLUMN: usize = 10;

fn rows(page: &mut Page, class: &Class) {
    let Graded {
        spent,
        rustc,
        tests,
        sandbox,
        rest,
        ..
    } = class.graded;
    let each = |total: f64| seconds(total / class.submissions as f64);
    let cells = [spent.wall, spent.cpu, rustc, tests, sandbox, rest].map(each);
    page.blank();
    heading(page);
    row(page, "grader", &cells);
    let beyond = [spent.cpu - rustc, 0.0, tests, sandbox, rest];
    let beyond = beyond.map(|part| percent(part, rustc));
    let [cpu, _, tests, sandbox, rest] = beyond;
    row(
        page,
        "beyond rustc",
        &[String::new(), cpu, String::new(), tests, sandbox, rest],
    );
    if let Some(looped) = &class.looped {
        let each = |total: f64| seconds(total / looped.submissions as f64);
        row(
            page,
            "cargo test",
            &[looped.spent.wall, looped.spent.cpu].map(each),
        );
        let [wall, cpu] = factors(class, looped);
        let times = |factor: f64| format!("{factor:.1} {}", page.sign("×", "x"));
        let cells = [times(wall), times(cpu)];
        row(page, "so much faster", &cells);
    }
}

fn fits(page: &Page) -> bool {
    page.width() >= LABEL + COLUMNS.len() * COLUMN
}

fn heading(page: &mut Page) {
    if fits(page) {
        let headings = COLUMNS
            .map(|heading| format!("{heading:>COLUMN$}"))
            .concat();
        page.verbatim(&paint(FAINT, format!("{:LABEL$}{headings}", "")));
    }
}

/// On a narrow terminal each cell has its heading beside it.
fn row(page: &mut Page, label: &str, cells: &[String]) {
    if fits(page) {
        // By hand: `×` has one column and two bytes.
        let pad = |cell: &String| {
            format!(
                "{}{cell}",
                " ".repeat(COLUMN - cell.chars().count().min(COLUMN))
            )
        };
        let cells: String = cells.iter().map(pad).collect();
        page.verbatim(&format!("{label:LABEL$}{cells}"));
        return;
    }
    let named = cells
        .iter()
        .zip(COLUMNS)
        .filter(|(cell, _)| !cell.is_empty());
    let named: Vec<String> = named
        .map(|(cell, heading)| format!("{heading} {cell}"))
        .collect();
    page.hanging("", "  ", &format!("{label}: {}", named.join(", ")));
}

fn findings(page: &mut Page, class: &Class) {
    page.blank();
    surprises(page, &class.surprises);
    let Graded {
        spent,
        rustc,
        tests,
        sandbox,
        rest,
        ..
    } = class.graded;
    let beyond = [
        ("the tests", tests),
        ("the sandbox", sandbox),
        ("the grader's own work", rest),
    ];
    match &class.looped {
        None => {
            page.paragraph(
                "Nothing went through `cargo test`: --naive says how many submissions do.",
            );
        }
        Some(looped) => {
            let all = [("rustc", rustc)].into_iter().chain(beyond);
            let (name, part) = largest(all);
            let [wall, _] = factors(class, looped);
            let said = format!(
                "10 times as fast as `cargo test` in a loop: {}, {wall:.1} times. The largest part of the grader's time is {name}, {}.",
                yes(wall >= AIM),
                percent(part, spent.cpu),
            );
            page.paragraph(&paint(style(wall >= AIM), said));
        }
    }
    let is_within = spent.cpu - rustc <= BEYOND * rustc;
    let (name, part) = largest(beyond.into_iter());
    let said = format!(
        "Within 30 % of rustc's own time: {}, {} beyond it. The largest part of that is {name}, {} of rustc's time.",
        yes(is_within),
        percent(spent.cpu - rustc, rustc),
        percent(part, rustc),
    );
    page.paragraph(&paint(style(is_within), said));
    if let Some(looped) = &class.looped {
        page.paragraph(&lost(looped));
    }
}

fn surprises(page: &mut Page, surprises: &[String]) {
    if surprises.is_empty() {
        page.paragraph("Every file got the verdict that it must get.");
        return;
    }
    let said = format!(
        "{} not what they must be:",
        count(surprises.len(), "verdict")
    );
    page.paragraph(&paint(WARNING, said));
    for surprise in surprises.iter().take(NAMED) {
        page.indented(surprise);
    }
    if surprises.len() > NAMED {
        page.indented(&format!("and {} more", surprises.len() - NAMED));
    }
}

/// What the loop does not decide makes it faster than it should be.
fn lost(looped: &Looped) -> String {
    let were = if looped.killed == 1 { "was" } else { "were" };
    format!(
        "`cargo test` ran on {}, one after the other. It tested nothing of {} of {} lessons, since a file did not compile; \
         {} hung and {were} killed.",
        count(looped.submissions, "submission"),
        looped.unbuilt,
        looped.lessons,
        looped.killed,
    )
}

/// By the clock, and in CPU time.
fn factors(class: &Class, looped: &Looped) -> [f64; 2] {
    let grader = class.graded.spent;
    let share = class.submissions as f64 / looped.submissions as f64;
    [
        looped.spent.wall / grader.wall * share,
        looped.spent.cpu / grader.cpu * share,
    ]
}

fn largest<'a>(parts: impl Iterator<Item = (&'a str, f64)>) -> (&'a str, f64) {
    parts
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .unwrap_or(("nothing", 0.0))
}

fn percent(part: f64, whole: f64) -> String {
    format!("{:.0} %", part / whole * 100.0)
}

/// In three or four digits: `0.052 s`, `1.64 s`, `98.1 s`.
fn seconds(seconds: f64) -> String {
    match seconds {
        ..1.0 => format!("{seconds:.3} s"),
        ..10.0 => format!("{seconds:.2} s"),
        _ => format!("{seconds:.1} s"),
    }
}

fn count(number: usize, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        many => format!("{many} {what}s"),
    }
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

fn style(is_so: bool) -> anstyle::Style {
    if is_so { GOOD } else { WARNING }
}

#[cfg(test)]
mod tests;
