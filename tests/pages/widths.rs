//! Nothing sticks out of the page sideways, on a telephone and on a screen. What is wider scrolls by itself.

use std::path::Path;

use serde_json::json;

use crate::site::Site;
use crate::tab::{Key, Tab};

const SIDEWAYS: &str = include_str!("scripts/sideways.js");

/// What sticks out at that width.
fn sideways(tab: &Tab, page: &Path, width: u32) -> Vec<String> {
    tab.widen(width);
    tab.go(page);
    tab.list(SIDEWAYS)
}

#[test]
fn nothing_sticks_out_sideways_at_320_and_at_1280_pixels() {
    let (site, tab) = (Site::new(), Tab::new());
    for page in site.all() {
        for width in [320, 1280] {
            assert_eq!(
                sideways(&tab, &page, width),
                Vec::<String>::new(),
                "{page:?} at {width}"
            );
        }
    }
}

#[test]
fn what_sticks_out_and_what_no_keyboard_can_scroll_is_found() {
    let tab = Tab::new();
    for (fault, found) in [
        ((".wide { overflow-x: auto; }", ""), "the page is"),
        (
            (" tabindex=\"0\" role=\"region\"", " role=\"region\""),
            "cannot be focused",
        ),
        ((" aria-label=\"Table of submissions\"", ""), "has no name"),
        (
            (
                "svg { display: block; width: 100%",
                "svg { display: block; width: 44rem",
            ),
            "svg",
        ),
    ] {
        let faults = sideways(&tab, &Site::broken(&[fault]).class(), 320);
        assert!(
            faults.iter().any(|fault| fault.contains(found)),
            "{fault:?}: {faults:#?}"
        );
    }
}

#[test]
fn a_table_that_is_too_wide_is_scrolled_by_keyboard() {
    let tab = Tab::new();
    tab.widen(320);
    let site = Site::new();
    tab.go(&site.class());
    scrolls_by_keyboard(&tab, "Table of submissions");
}

/// Tab leads to the region of that name, and the arrow scrolls it.
pub(crate) fn scrolls_by_keyboard(tab: &Tab, name: &str) {
    let region = format!("document.querySelector('[aria-label={}]')", json!(name));
    tab.evaluate(&format!("scrolled = new Promise(done => {region}.addEventListener('scroll', done, {{ once: true }})); 0"));
    for _ in 0..100 {
        tab.press(Key::Tab);
        if tab.evaluate(&format!("document.activeElement === {region}")) == true {
            tab.press(Key::Right);
            tab.evaluate("scrolled.then(() => 0)");
            assert!(tab.evaluate(&format!("{region}.scrollLeft")).as_f64() > Some(0.0));
            return;
        }
    }
    panic!("Tab does not come to `{name}`");
}
