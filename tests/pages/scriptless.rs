//! The script only adds: without it the tables are whole.

use crate::site::Site;
use crate::tab::Tab;

/// All cells of all tables, as they are read.
const CELLS: &str = "[...document.querySelectorAll('th, td')].map(cell => cell.innerText.trim())";

#[test]
fn without_javascript_the_tables_say_the_same_and_offer_no_button_that_does_nothing() {
    let site = Site::new();
    let with = Tab::of(&site.class());
    let without = Tab::without_scripts();
    without.go(&site.class());
    assert_eq!(without.list(CELLS), with.list(CELLS));
    assert_eq!(without.complaints(), Vec::<serde_json::Value>::new());
    let (with, without) = (with.tree(), without.tree());
    assert_eq!(
        (with.all("button").len(), without.all("button").len()),
        (7, 0)
    );
    let rows = |tree: &crate::tree::Tree| {
        tree.below(tree.one("table", "A row a submission"), "rowheader")
            .len()
    };
    assert_eq!((rows(&with), rows(&without)), (7, 7));
}
