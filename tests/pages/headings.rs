//! The headings of the table of submissions sort it, by keyboard, and say so.

use std::fmt::Write as _;

use crate::hostile::POLICY;
use crate::site::Site;
use crate::tab::{Key, Tab};

/// The table of submissions.
const TABLE: &str = "document.querySelector('table.sortable')";

/// A page, and a table on it.
struct Sorted {
    tab: Tab,
    _site: Site,
}

impl Sorted {
    fn new() -> Self {
        Self::of(Site::new())
    }

    fn of(site: Site) -> Self {
        Self {
            tab: Tab::of(&site.class()),
            _site: site,
        }
    }

    /// Goes to the heading by Tab alone.
    fn reach(&self, heading: &str) {
        for _ in 0..40 {
            self.tab.press(Key::Tab);
            let at = self.tab.evaluate(
                "document.activeElement.matches('th button') && document.activeElement.innerText",
            );
            if at.as_str().is_some_and(|at| at.starts_with(heading)) {
                return;
            }
        }
        panic!("Tab does not come to `{heading}`");
    }

    /// A column from above to below.
    fn column(&self, heading: &str) -> Vec<String> {
        self.tab.list(&format!(
            "(() => {{ const heads = [...{TABLE}.tHead.rows[0].cells];
                const at = heads.findIndex(head => head.innerText.startsWith('{heading}'));
                return [...{TABLE}.tBodies[0].rows].map(row => (row.cells[at].querySelector('a') ?? row.cells[at]).innerText); }})()"
        ))
    }

    /// The headings that say how they are sorted, and how.
    fn marked(&self) -> Vec<String> {
        self.tab.list(&format!(
            "[...{TABLE}.querySelectorAll('[aria-sort]')].map(head => head.innerText.split('\\n')[0] + ' ' + head.ariaSort)"
        ))
    }

    /// What the status line says to a screen reader.
    fn said(&self) -> String {
        let tree = self.tab.tree();
        let lines = tree.all("status");
        let mut said = String::new();
        for line in lines {
            let _ = write!(said, "{}", tree.text(line));
        }
        said
    }
}

/// As a number of the page says it.
fn numbers(texts: &[String]) -> Vec<f64> {
    let number = |text: &String| {
        text.trim_end_matches(" %")
            .replace('−', "")
            .parse()
            .unwrap()
    };
    texts.iter().map(number).collect()
}

#[test]
fn points_are_sorted_as_numbers_by_enter_and_turned_round_by_the_second() {
    let page = Sorted::new();
    page.reach("Points");
    page.tab.press(Key::Enter);
    let up = numbers(&page.column("Points"));
    assert!(up.is_sorted(), "{up:?}");
    let mut texts = page.column("Points");
    texts.sort();
    assert_ne!(
        numbers(&texts),
        up,
        "as texts they would stand in the same order: this shows nothing"
    );
    page.tab.press(Key::Enter);
    let down = numbers(&page.column("Points"));
    assert!(down.iter().rev().is_sorted(), "{down:?}");
}

#[test]
fn names_are_sorted_as_a_person_would_by_space_and_turned_round_by_the_second() {
    let page = Sorted::new();
    let long = "w".repeat(120);
    let right = ["ada", "Örn", &long, "zed", "Zoë"];
    page.reach("Submission");
    let names = || {
        let all = page.column("Submission");
        all.into_iter()
            .filter(|name| name.starts_with(char::is_alphabetic))
            .collect::<Vec<_>>()
    };
    page.tab.press(Key::Space);
    assert_eq!(names(), right);
    page.tab.press(Key::Space);
    assert!(names().iter().rev().eq(&right), "{:?}", names());
}

#[test]
fn every_heading_is_reached_by_tab_and_sorts_by_enter_and_by_space() {
    let page = Sorted::new();
    let headings = page.tab.list(&format!(
        "[...{TABLE}.tHead.rows[0].cells].map(head => head.innerText.split('\\n')[0])"
    ));
    assert_eq!(
        headings,
        [
            "Submission",
            "Points",
            "Percent",
            "Solved",
            "verdicts",
            "Late",
            "Look at"
        ]
    );
    for heading in &headings {
        page.reach(heading);
        page.tab.press(Key::Enter);
        assert_eq!(page.marked(), [format!("{heading} ascending")]);
        page.tab.press(Key::Space);
        assert_eq!(page.marked(), [format!("{heading} descending")]);
        if heading != "Submission" {
            assert!(
                numbers(&page.column(heading)).iter().rev().is_sorted(),
                "{heading}"
            );
        }
    }
}

#[test]
fn a_screen_reader_is_told_what_the_table_is_sorted_by() {
    let page = Sorted::new();
    assert_eq!(page.said(), "", "nothing has been done yet");
    page.reach("Late");
    page.tab.press(Key::Enter);
    assert_eq!(page.said(), "Sorted by Late, ascending.");
    page.tab.press(Key::Enter);
    assert_eq!(page.said(), "Sorted by Late, descending.");
    page.reach("Look at");
    page.tab.press(Key::Space);
    assert_eq!(page.said(), "Sorted by Look at, ascending.");
}

/// Ids are sorted by their bytes until somebody sorts them as a person would.
#[test]
fn no_heading_claims_an_order_before_one_is_asked_for() {
    assert_eq!(Sorted::new().marked(), Vec::<String>::new());
}

#[test]
fn the_arrow_beside_a_heading_is_not_read_out() {
    let page = Sorted::new();
    let tree = page.tab.tree();
    let names: Vec<&str> = tree
        .all("button")
        .iter()
        .map(|button| &*button.name)
        .collect();
    assert!(names.contains(&"Late"), "{names:?}");
    assert!(
        names.iter().all(|name| !name.contains(['↕', '↑', '↓'])),
        "{names:?}"
    );
}

#[test]
fn a_script_that_sorts_numbers_as_texts_or_does_not_say_what_it_did_is_found() {
    let pressed = |fault: (&str, &str)| {
        // The policy names the script as it is.
        let page = Sorted::of(Site::broken(&[POLICY, fault]));
        page.reach("Points");
        page.tab.press(Key::Enter);
        let is_sorted = numbers(&page.column("Points")).is_sorted();
        (is_sorted, page.marked().len(), page.said().len())
    };
    let said = "Sorted by Points of 28, ascending.".len();
    assert_eq!(pressed(("{ numeric: true }", "{}")), (true, 1, said));
    assert_eq!(pressed(("Number(value)", "value[0]")), (false, 1, said));
    assert_eq!(pressed(("said.textContent =", "void")), (true, 1, 0));
    let unmarked = (
        "head.setAttribute(\"aria-sort\",",
        "((...ignored) => {})(0,",
    );
    assert_eq!(pressed(unmarked), (true, 0, said));
}
