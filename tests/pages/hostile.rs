//! What a submission is called and says is text, and no script but the page's own runs.

use crate::site::{EVIL, Site, image, script};
use crate::tab::Tab;

/// Whether anything of a submission ran.
const RAN: &str = "document.documentElement.dataset.ran === '1'";

/// Takes the policy away.
pub(crate) const POLICY: (&str, &str) = (
    "http-equiv=\"Content-Security-Policy\"",
    "name=\"was-a-policy\"",
);

#[test]
fn a_hostile_name_is_shown_as_text_and_makes_no_element() {
    let site = Site::new();
    for page in [site.class(), site.hostile()] {
        let tab = Tab::of(&page);
        assert_eq!(
            tab.evaluate("document.querySelectorAll('img, main script, iframe, [onerror]').length"),
            0
        );
        assert_eq!(tab.evaluate(RAN), false);
        assert!(tab.complaints().is_empty());
        let shown = tab.evaluate("document.querySelector('main').innerText");
        for text in [image(), script()] {
            assert!(
                shown.as_str().unwrap().contains(&text),
                "{text} is missing in {shown}"
            );
        }
    }
}

#[test]
fn a_hostile_finding_is_shown_as_text_in_its_block() {
    let site = Site::new();
    let tab = Tab::of(&site.hostile());
    let blocks = tab.list("[...document.querySelectorAll('pre')].map(block => block.innerText)");
    for text in [script(), image()] {
        assert!(
            blocks.iter().any(|block| block.contains(&text)),
            "{text} is missing in {blocks:#?}"
        );
    }
    assert!(
        tab.list("[...document.querySelectorAll('li code')].map(it => it.innerText)")
            .contains(&format!("{}.rs", image()))
    );
    assert_eq!(tab.evaluate(RAN), false);
}

#[test]
fn what_would_turn_the_text_behind_it_round_is_shown_as_a_code() {
    let site = Site::new();
    let tab = Tab::of(&site.hostile());
    let text = tab.evaluate("document.documentElement.outerHTML");
    let text = text.as_str().unwrap();
    assert!(text.contains("\\u{202e}gnp.exe"), "{text}");
    assert!(!text.contains('\u{202e}'), "{text}");
}

#[test]
fn a_script_that_has_come_into_the_page_is_stopped_by_the_policy() {
    let (site, tab) = (Site::new(), Tab::new());
    for page in [site.class(), site.student("ada")] {
        for way in WAYS {
            tab.go(&page);
            assert_eq!(let_in(&tab, way), (false, true), "{way}");
        }
    }
}

#[test]
fn without_the_policy_it_would_run() {
    let site = Site::broken(&[POLICY]);
    for way in WAYS {
        assert_eq!(let_in(&Tab::of(&site.class()), way), (true, false), "{way}");
    }
}

#[test]
fn a_name_that_is_not_escaped_is_found_and_the_policy_still_stops_it() {
    let escape = ("&lt;img src=x", "<img src=x");
    let tab = Tab::of(&Site::broken(&[escape]).hostile());
    assert!(
        tab.evaluate("document.querySelectorAll('[onerror]').length")
            .as_u64()
            > Some(0)
    );
    assert_eq!(tab.evaluate(RAN), false);
    assert!(!tab.complaints().is_empty());
}

/// How markup becomes a script.
const WAYS: [&str; 3] = [
    "(() => { const it = document.createElement('script'); it.textContent = EVIL; document.body.append(it); })()",
    "(() => { const it = document.createElement('b'); it.setAttribute('onclick', EVIL); document.body.append(it); it.click(); })()",
    "(() => { const it = document.createElement('a'); it.href = 'javascript:' + EVIL; document.body.append(it); it.click(); })()",
];

/// Lets it in, and waits for what comes of it. Whether it ran, and whether the policy was broken.
fn let_in(tab: &Tab, way: &str) -> (bool, bool) {
    tab.evaluate("stopped = new Promise(done => addEventListener('securitypolicyviolation', () => done(true))); 0");
    tab.evaluate(&format!("const EVIL = '{EVIL}; void 0'; {way}"));
    let ran = format!(
        "new Promise(done => {{ const look = () => {RAN} ? done(false) : requestAnimationFrame(look); look(); }})"
    );
    let is_stopped = tab.evaluate(&format!("Promise.race([stopped, {ran}])"));
    (tab.evaluate(RAN) == true, is_stopped == true)
}
