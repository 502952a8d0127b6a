//! The pages need nothing, and say nothing to the console.

use serde_json::Value;

use crate::site::Site;
use crate::tab::Tab;

#[test]
fn every_page_loads_from_the_disk_without_a_word_of_complaint() {
    let (site, tab) = (Site::new(), Tab::new());
    for page in site.all() {
        tab.go(&page);
        assert_eq!(tab.complaints(), Vec::<Value>::new(), "{page:?}");
    }
}

#[test]
fn every_page_asks_for_itself_and_for_nothing_else() {
    let (site, tab) = (Site::new(), Tab::new());
    let mut all = Vec::new();
    for page in site.all() {
        tab.go(&page);
        all.push(tab.evaluate("location.href"));
        let requests = tab.events("Network.requestWillBeSent").into_iter();
        let asked: Vec<Value> = requests
            .map(|mut it| it["params"]["request"]["url"].take())
            .collect();
        assert_eq!(asked, all);
    }
}

#[test]
fn a_page_with_a_picture_from_elsewhere_is_complained_of() {
    let site = Site::broken(&[("<h1>", "<img src=https://example.org/a.png><h1>")]);
    assert!(!Tab::of(&site.class()).complaints().is_empty());
    let site = Site::broken(&[("default-src 'none'", "default-src *")]);
    let tab = Tab::of(&site.class());
    tab.evaluate("fetch('https://example.org/').catch(() => 0)");
    assert_eq!(tab.events("Network.requestWillBeSent").len(), 2);
}

#[test]
fn a_page_that_throws_or_writes_to_the_console_is_complained_of() {
    let site = Site::new();
    for fault in ["console.log('there')", "setTimeout(() => { throw 1 })"] {
        let tab = Tab::of(&site.class());
        tab.evaluate(&format!("{fault}; new Promise(later => setTimeout(later))"));
        assert_eq!(tab.complaints().len(), 1, "{fault}");
    }
}
