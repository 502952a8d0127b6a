//! Every text can be read against what it stands on: at least 4.5:1, in light and dark, under the mouse, on paper, and in
//! the system's own colours.

use crate::site::Site;
use crate::tab::Tab;

const CONTRAST: &str = include_str!("scripts/contrast.js");

/// Rows under the mouse have another colour; here all of them always have it.
const HOVER: (&str, &str) = ("tbody tr:hover > *", "tbody tr > *");

/// What is too faint on any page.
fn faint(site: &Site, medium: &str, feature: &str, value: &str) -> Vec<String> {
    let tab = Tab::new();
    tab.media(medium, feature, value);
    let look = |page| {
        tab.go(page);
        let query = format!("matchMedia('{medium} and ({feature}: {value})').matches");
        assert_eq!(tab.evaluate(&query), true, "{query}");
        tab.list(CONTRAST)
    };
    site.all().iter().flat_map(|page| look(page)).collect()
}

fn nothing() -> Vec<String> {
    Vec::new()
}

#[test]
fn every_text_can_be_read_in_the_light_scheme() {
    for site in [Site::new(), Site::broken(&[HOVER])] {
        assert_eq!(
            faint(&site, "screen", "prefers-color-scheme", "light"),
            nothing()
        );
    }
}

#[test]
fn every_text_can_be_read_in_the_dark_scheme() {
    for site in [Site::new(), Site::broken(&[HOVER])] {
        assert_eq!(
            faint(&site, "screen", "prefers-color-scheme", "dark"),
            nothing()
        );
    }
}

#[test]
fn the_schemes_differ() {
    let site = Site::new();
    let paper = |scheme| {
        let tab = Tab::of(&site.class());
        tab.media("screen", "prefers-color-scheme", scheme);
        tab.evaluate("getComputedStyle(document.body).backgroundColor")
    };
    assert_ne!(paper("light"), paper("dark"));
}

#[test]
fn every_text_can_be_read_on_paper_whatever_the_scheme() {
    for scheme in ["light", "dark"] {
        assert_eq!(
            faint(&Site::new(), "print", "prefers-color-scheme", scheme),
            nothing()
        );
    }
}

#[test]
fn every_text_can_be_read_in_colours_that_the_system_forces() {
    assert_eq!(
        faint(&Site::new(), "screen", "forced-colors", "active"),
        nothing()
    );
}

#[test]
fn a_text_that_is_too_faint_is_found() {
    for (fault, found) in [
        (("--faint: #57606a", "--faint: #8b949e"), "CAPTION"),
        (
            ("svg text { fill: var(--ink)", "svg text { fill: #aaa"),
            "text",
        ),
        (
            (
                ".good { background: var(--good-paper)",
                ".good { background: #2f6f3f",
            ),
            "solved",
        ),
        (
            ("figcaption { color", "figcaption { opacity: .6; color"),
            "FIGCAPTION",
        ),
    ] {
        let faults = faint(
            &Site::broken(&[fault]),
            "screen",
            "prefers-color-scheme",
            "light",
        );
        assert!(
            faults.iter().any(|fault| fault.contains(found)),
            "{fault:?}: {faults:#?}"
        );
    }
}
