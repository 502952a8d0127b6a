//! The pages as text; a browser looks at them elsewhere.

use super::*;
use crate::report::grade::notes::{Alike, Notes};
use crate::report::grade::samples;
use crate::testing::course;

fn index() -> String {
    let notes = Notes {
        alike: Some(vec![Alike {
            exercise: "locks/counter".into(),
            first: "ada".into(),
            second: "late".into(),
            percent: 93,
        }]),
        ungraded: vec![("bomb".into(), "it grows beyond 128 MiB".into())],
    };
    index::page(&samples::class(), &course(), &notes)
}

/// A page without its style and script, a tag a line.
fn lines(page: &str) -> String {
    let body = &page[page.find("<body>").unwrap()..];
    let body = &body[..body.find("<script>").unwrap_or(body.len())];
    body.replace("><", ">\n<")
}

#[test]
fn the_page_of_a_class() {
    insta::assert_snapshot!(lines(&index()));
}

#[test]
fn the_page_of_a_submission() {
    insta::assert_snapshot!(lines(&student::page(&samples::ada(), &course())));
}

#[test]
fn a_class_of_copies_has_a_page_that_opens_and_says_how_many_pairs_there_are() {
    let pair = Alike {
        exercise: "locks/counter".into(),
        first: "ada".into(),
        second: "late".into(),
        percent: 100,
    };
    let notes = Notes {
        alike: Some(vec![pair; 30_000]),
        ungraded: Vec::new(),
    };
    let page = index::page(&samples::class(), &course(), &notes);
    assert!(page.contains("the 500 most alike of 30000."), "{page}");
    assert!(page.len() < 300_000, "{}", page.len());
}

#[test]
fn a_run_without_a_sandbox_is_told_first() {
    for page in [index(), student::page(&samples::hostile(), &course())] {
        assert!(
            lines(&page).starts_with("<body>\n<header class=\"notice\""),
            "{page}"
        );
    }
    assert!(!student::page(&samples::ada(), &course()).contains("class=\"notice\""));
}

#[test]
fn no_tag_of_a_submission_is_a_tag_of_the_page() {
    for page in [index(), student::page(&samples::hostile(), &course())] {
        for evil in ["<script>alert", "<img", "<b>x", "javascript:"] {
            assert!(!page.contains(evil), "{evil}");
        }
        assert!(!page.contains(['\u{1b}', '\u{0}', '\u{202e}', '\u{9b}', '\r']));
        assert!(page.len() < 200_000, "{}", page.len());
    }
}

#[test]
fn the_pages_load_nothing_from_anywhere() {
    for page in [index(), student::page(&samples::ada(), &course())] {
        for outside in ["http://", "https://", "src=", "@import", "url("] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}

#[test]
fn the_policy_names_the_script_that_the_page_has() {
    assert_eq!(
        SORT_HASH,
        format!(
            "sha256-{}",
            base64(&hmac_sha256::Hash::hash(SORT.as_bytes()))
        )
    );
    assert!(index().contains(SORT_HASH));
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, place| {
            bits << 8 | u32::from(*three.get(place).unwrap_or(&0))
        });
        for place in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place > three.len() {
                '='
            } else {
                char::from(sign)
            });
        }
    }
    text
}
