//! The page of a student says what went wrong, step by step, and shows the schedule as it was drawn.

use crate::site::Site;
use crate::tab::Tab;
use crate::widths::scrolls_by_keyboard;

/// The drawn schedule of the race.
const SCHEDULE: &str = "document.querySelector('[aria-label=\"The shortest schedule\"]')";

#[test]
fn a_screen_reader_gets_the_verdict_the_finding_and_the_schedule() {
    let site = Site::new();
    let tree = Tab::of(&site.student("zed")).tree();
    assert_eq!(
        tree.one("heading", "verdicts/race").name,
        "verdicts/race race"
    );
    let happened = tree.one("group", "What happened");
    assert!(
        tree.text(happened).contains("some interleavings end with"),
        "{}",
        tree.text(happened)
    );
    let schedule = tree.one("group", "The shortest schedule");
    for part in ["t1", "t2", "│", "let before = count.load"] {
        assert!(
            tree.text(schedule).contains(part),
            "{part}: {}",
            tree.text(schedule)
        );
    }
    assert!(schedule.focusable && happened.focusable);
}

#[test]
fn the_page_of_a_student_says_what_the_compiler_said_and_what_was_not_taken() {
    let site = Site::new();
    let tree = Tab::of(&site.hostile()).tree();
    assert!(
        !tree
            .text(tree.one("group", "What the compiler said"))
            .is_empty()
    );
    assert_eq!(tree.one("heading", "Not taken").level, 2);
}

#[test]
fn the_columns_of_a_schedule_stand_below_each_other() {
    let site = Site::new();
    assert_eq!(widths(&Tab::of(&site.student("zed"))), [0.0; 2]);
    let site = Site::broken(&[(
        "ui-monospace, \"DejaVu Sans Mono\", Menlo, Consolas, monospace",
        "sans-serif",
    )]);
    assert_ne!(widths(&Tab::of(&site.student("zed"))), [0.0; 2]);
}

#[test]
fn a_schedule_that_is_wider_than_a_telephone_scrolls_by_itself_and_by_keyboard() {
    let site = Site::new();
    let tab = Tab::new();
    tab.widen(320);
    tab.go(&site.student("zed"));
    assert_eq!(
        tab.evaluate(&format!("{SCHEDULE}.scrollWidth > {SCHEDULE}.clientWidth")),
        true
    );
    assert_eq!(
        tab.evaluate("document.documentElement.scrollWidth <= innerWidth"),
        true
    );
    assert_eq!(
        tab.evaluate(&format!("getComputedStyle({SCHEDULE}).whiteSpace")),
        "pre"
    );
    scrolls_by_keyboard(&tab, "The shortest schedule");
}

#[test]
fn on_paper_nothing_is_hidden_in_what_scrolls() {
    let site = Site::new();
    let tab = Tab::new();
    tab.widen(700);
    tab.media("print", "prefers-color-scheme", "light");
    let cut = "[...document.querySelectorAll('.wide, pre')]
        .filter(it => it.scrollHeight > it.clientHeight + 1 && getComputedStyle(it).overflowY !== 'visible').map(it => it.ariaLabel)";
    for page in site.all() {
        tab.go(&page);
        assert_eq!(tab.list(cut), Vec::<String>::new(), "{page:?}");
    }
}

/// How much wider than an `i` a `W` and a line of the table are in a schedule, a hundred of each.
fn widths(tab: &Tab) -> [f64; 2] {
    let measured = tab.evaluate(&format!(
        "['i', 'W', '│'].map(sign => {{
            const signs = document.createElement('span');
            signs.textContent = sign.repeat(100);
            {SCHEDULE}.append('\\n', signs);
            return signs.getBoundingClientRect().width;
        }})"
    ));
    let width = |at: usize| measured[at].as_f64().unwrap();
    [width(1) - width(0), width(2) - width(0)].map(f64::round)
}
