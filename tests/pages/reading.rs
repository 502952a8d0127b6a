//! What a screen reader gets: names, tables with headings, words where there are colours.

use std::path::Path;

use crate::site::Site;
use crate::tab::Tab;

/// What is wrong with the frame of a page: its language, title, headings and landmarks.
fn faults_of_the_frame(tab: &Tab, page: &Path) -> Vec<String> {
    tab.go(page);
    let tree = tab.tree();
    let headings = tree.all("heading");
    let levels: Vec<u64> = headings.iter().map(|heading| heading.level).collect();
    let is_top_alone =
        levels.first() == Some(&1) && levels.iter().filter(|level| **level == 1).count() == 1;
    let rules = [
        (
            "the language",
            tab.evaluate("document.documentElement.lang") == "en",
        ),
        (
            "the title",
            !tree.root().name.is_empty() && tree.root().name == tab.evaluate("document.title"),
        ),
        ("one heading of the first level, first", is_top_alone),
        (
            "no level left out",
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        ),
        (
            "no heading without words",
            headings.iter().all(|heading| !heading.name.is_empty()),
        ),
        ("one main part", tree.all("main").len() == 1),
        (
            "no link without words",
            tree.all("link").iter().all(|link| !link.name.is_empty()),
        ),
        (
            "no stop of the keyboard without a name",
            tree.stops().iter().all(|stop| !stop.name.is_empty()),
        ),
    ];
    rules
        .iter()
        .filter(|(_, holds)| !holds)
        .map(|(rule, _)| (*rule).to_owned())
        .collect()
}

/// What is wrong with the tables of a page.
fn faults_of_tables(tab: &Tab, page: &Path) -> Vec<String> {
    tab.go(page);
    let tree = tab.tree();
    let mut faults = Vec::new();
    for table in tree.all("table") {
        let mut say = |fault: &str| faults.push(format!("{}: {fault}", table.name));
        let columns = tree.below(table, "columnheader");
        if table.name.is_empty() {
            say("no caption");
        }
        if columns.iter().any(|column| column.name.is_empty()) || columns.len() < 2 {
            say("no headings of columns");
        }
        for row in tree.below(table, "row") {
            let cells = tree
                .below(row, "cell")
                .into_iter()
                .chain(tree.below(row, "gridcell"));
            let cells: Vec<_> = cells.collect();
            if cells.is_empty() {
                continue;
            }
            let heads = tree.below(row, "rowheader");
            if heads.len() != 1 || heads[0].name.is_empty() {
                say(&format!("a row with {} headings", heads.len()));
            }
            if cells.len() + heads.len() != columns.len() {
                say("a row of another length");
            }
        }
    }
    faults
}

#[test]
fn every_page_has_a_language_a_title_one_first_heading_headings_in_order_and_a_main_part() {
    let (site, tab) = (Site::new(), Tab::new());
    for page in site.all() {
        assert_eq!(
            faults_of_the_frame(&tab, &page),
            Vec::<String>::new(),
            "{page:?}"
        );
    }
}

#[test]
fn a_page_without_these_is_found() {
    let tab = Tab::new();
    for (fault, found) in [
        (("<html lang=\"en\">", "<html>"), "the language"),
        (("<title>Grades of the class</title>", ""), "the title"),
        (("<h2 id=\"distribution\">", "<h1>"), "one heading"),
        (("<h2 id=\"distribution\">", "<h4>"), "no level"),
        (("<main>", "<div>"), "one main part"),
        ((" aria-label=\"Table of submissions\"", ""), "no stop"),
    ] {
        let faults = faults_of_the_frame(&tab, &Site::broken(&[fault]).class());
        assert!(
            faults.iter().any(|fault| fault.contains(found)),
            "{fault:?}: {faults:?}"
        );
    }
}

#[test]
fn every_table_has_a_caption_and_headings_for_its_columns_and_rows() {
    let (site, tab) = (Site::new(), Tab::new());
    for page in site.all() {
        assert_eq!(
            faults_of_tables(&tab, &page),
            Vec::<String>::new(),
            "{page:?}"
        );
        assert!(!tab.tree().all("table").is_empty(), "{page:?}");
    }
}

#[test]
fn a_table_without_these_is_found() {
    let tab = Tab::new();
    for (fault, found) in [
        (("<caption>", "<caption hidden>"), "no caption"),
        (
            ("<th class=\"name\" scope=\"row\">", "<td>"),
            "with 0 headings",
        ),
        (("<th scope=\"col\">", "<td>"), "length"),
    ] {
        let faults = faults_of_tables(&tab, &Site::broken(&[fault]).class());
        assert!(
            faults.iter().any(|fault| fault.contains(found)),
            "{fault:?}: {faults:?}"
        );
    }
}

#[test]
fn every_verdict_is_a_word_and_not_a_colour_alone() {
    let site = Site::new();
    let tab = Tab::of(&site.class());
    let tree = tab.tree();
    let matrix = tree.one("table", "How many submissions");
    let columns = tree.below(matrix, "columnheader");
    let verdicts: Vec<&str> = columns.iter().map(|column| &*column.name).collect();
    for verdict in [
        "solved",
        "not started",
        "does not compile",
        "wrong result",
        "race",
    ] {
        assert!(verdicts.contains(&verdict), "{verdicts:?}");
    }
    let counts = tree.below(matrix, "cell");
    assert!(
        counts.iter().all(|cell| cell.name.parse::<u32>().is_ok()),
        "{counts:?}"
    );
    tab.go(&site.student("zed"));
    let tree = tab.tree();
    let exercises = tree.one("table", "What each exercise got");
    for row in tree.below(exercises, "row").iter().skip(1) {
        let cells = tree.below(row, "cell");
        assert!(verdicts.contains(&&*cells[0].name), "{cells:?}");
    }
}

#[test]
fn the_chart_has_a_name_a_text_and_its_numbers_as_a_table() {
    let site = Site::new();
    let tab = Tab::of(&site.class());
    tab.evaluate("document.querySelector('details').open = true");
    let tree = tab.tree();
    let chart = tree.one("image", "How many submissions");
    let read = format!("{} {}", chart.name, chart.description);
    assert!(read.contains("Median"), "{chart:?}");
    let table = tree.one("table", "Submissions by percent");
    let counts = tree.below(table, "cell");
    assert_eq!(
        counts
            .iter()
            .map(|cell| cell.name.parse::<u32>().unwrap())
            .sum::<u32>(),
        7
    );
}
