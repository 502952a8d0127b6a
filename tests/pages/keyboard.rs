//! Whoever has no mouse gets everywhere, and sees where that is.

use std::path::Path;

use crate::site::Site;
use crate::tab::{Key, Tab};

const FOCUS: &str = include_str!("scripts/focus.js");

/// What Tab misses, or stops at unseen.
fn unreached(tab: &Tab, page: &Path) -> Vec<String> {
    tab.go(page);
    let all = tab.evaluate(FOCUS)["all"].as_u64().unwrap();
    let stop = |wanted: u64| {
        tab.press(Key::Tab);
        let focus = tab.evaluate(FOCUS);
        let well = focus["at"] == wanted && focus["visible"] == true;
        (!well).then(|| format!("stop {wanted} of {all}: {focus}"))
    };
    assert!(all > 0, "{page:?} has nothing to reach");
    (0..all).filter_map(stop).collect()
}

/// Goes on by Tab until that expression is true of what has the focus.
fn tab_to(tab: &Tab, wanted: &str) {
    for _ in 0..100 {
        tab.press(Key::Tab);
        if tab.evaluate(&format!("(at => {wanted})(document.activeElement)")) == true {
            return;
        }
    }
    panic!("Tab does not come to where {wanted}");
}

#[test]
fn tab_reaches_all_links_buttons_and_regions_in_the_order_of_the_page_and_one_sees_where_it_is() {
    let (site, tab) = (Site::new(), Tab::new());
    for page in site.all() {
        assert_eq!(unreached(&tab, &page), Vec::<String>::new(), "{page:?}");
    }
}

#[test]
fn what_tab_misses_and_a_focus_that_nobody_sees_are_found() {
    let tab = Tab::new();
    for fault in [
        (
            "{ outline: 3px solid var(--link); outline-offset: 2px; }",
            "{ outline: none; }",
        ),
        (".skip:focus { position: static; }", ""),
        (
            "<a href=\"students/ada.html\">",
            "<a href=\"students/ada.html\" tabindex=\"-1\">",
        ),
    ] {
        assert!(
            !unreached(&tab, &Site::broken(&[fault]).class()).is_empty(),
            "{fault:?}"
        );
    }
}

#[test]
fn enter_on_a_submission_leads_to_its_page_and_from_there_back_to_the_class() {
    let site = Site::new();
    let tab = Tab::of(&site.class());
    let ids =
        tab.list("[...document.querySelectorAll('tbody th.name a')].map(link => link.innerText)");
    assert_eq!(ids.len(), 7);
    for (row, id) in ids.iter().enumerate() {
        tab_to(
            &tab,
            &format!("at === document.querySelectorAll('tbody th.name a')[{row}]"),
        );
        tab.until_loaded(|| tab.press(Key::Enter));
        assert_eq!(tab.evaluate("document.querySelector('h1').innerText"), **id);
        tab_to(&tab, "at.innerText === 'All submissions'");
        tab.until_loaded(|| tab.press(Key::Enter));
        assert_eq!(
            tab.evaluate("location.pathname"),
            site.class().to_str().unwrap()
        );
    }
}

#[test]
fn enter_on_an_exercise_leads_to_what_is_said_of_it() {
    let site = Site::new();
    let tab = Tab::of(&site.student("zed"));
    tab_to(&tab, "at.innerText === 'verdicts/race'");
    tab.press(Key::Enter);
    let heading = tab.evaluate("document.querySelector(':target').innerText");
    assert!(
        heading.as_str().unwrap().starts_with("verdicts/race"),
        "{heading}"
    );
}

#[test]
fn the_first_stop_of_a_class_leads_past_all_before_the_table() {
    let site = Site::new();
    let tab = Tab::of(&site.class());
    tab.press(Key::Tab);
    assert_eq!(
        tab.evaluate("document.activeElement.innerText"),
        "To the table of submissions"
    );
    tab.press(Key::Enter);
    tab.press(Key::Tab);
    assert_eq!(
        tab.evaluate("document.activeElement.ariaLabel"),
        "Table of submissions"
    );
}
