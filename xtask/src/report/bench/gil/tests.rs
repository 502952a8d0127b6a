//! Claims about `report/bench/gil`.

use super::*;

fn program(name: &str, computing: [u64; 3], waiting: [u64; 3]) -> Program {
    let times = |milliseconds: [u64; 3]| {
        let times = [1, 2, 4].into_iter().zip(milliseconds);
        times
            .map(|(threads, milliseconds)| Time {
                threads,
                took: Duration::from_millis(milliseconds),
            })
            .collect()
    };
    Program {
        name: name.to_owned(),
        computing: times(computing),
        waiting: times(waiting),
    }
}

fn bench(python: Python) -> Picture {
    let mut programs = vec![
        program("Rust under a Gil", [101, 104, 102], [81, 41, 20]),
        program("Rust", [100, 51, 50], [80, 40, 20]),
    ];
    if matches!(python, Python::Measured { .. }) {
        programs.insert(
            0,
            program("Python, GIL on", [1_210, 1_190, 1_240], [81, 41, 21]),
        );
    }
    Picture {
        cores: 2,
        runs: 5,
        share: 0.99,
        python,
        programs,
    }
}

fn measured(version: &str, gil: Option<bool>) -> Python {
    Python::Measured {
        version: version.into(),
        gil,
    }
}

fn drawn(width: usize, unicode: bool, python: Python) -> String {
    let text = picture(Page::new(width, unicode), &bench(python));
    anstream::adapter::strip_str(&text).to_string()
}

#[test]
fn python_and_rust_stand_in_one_picture_of_eighty_columns() {
    let text = drawn(80, true, measured("3.11.7", None));
    insta::assert_snapshot!(text);
    let widest = text.lines().map(textwrap::core::display_width).max();
    assert!(widest.is_some_and(|widest| widest <= 80), "{text}");
}

#[test]
fn without_python_and_unicode_rust_stands_alone() {
    let text = drawn(80, false, Python::Missing);
    insta::assert_snapshot!(text);
    assert!(text.is_ascii(), "{text}");
}

#[test]
fn twenty_columns_have_numbers_and_no_bars() {
    let text = drawn(20, false, measured("3.14.0", Some(true)));
    insta::assert_snapshot!(text);
    let widest = text.lines().map(str::len).max();
    assert!(widest.is_some_and(|widest| widest <= 24), "{text}");
}

#[test]
fn the_picture_says_whether_the_gil_is_on() {
    let says = |gil, text: &str| {
        let drawn = drawn(80, true, measured("3.14.0", gil));
        assert!(drawn.contains(text), "{drawn}");
    };
    says(Some(true), "sys._is_gil_enabled() is True: its GIL is on.");
    says(
        Some(false),
        "sys._is_gil_enabled() is False: it is free-threaded.",
    );
    says(
        None,
        "It has no sys._is_gil_enabled(): its GIL is always on.",
    );
}

#[test]
fn a_python_that_fails_is_told_with_its_reason() {
    let text = drawn(80, true, Python::Failed("no such version".into()));
    assert!(
        text.contains("python3 gave no times, so here is Rust alone: no such version"),
        "{text}"
    );
}

#[test]
fn a_gain_is_green_and_none_is_yellow_and_the_text_is_the_same() {
    let text = picture(Page::new(80, true), &bench(Python::Missing));
    let line = |of: &str| text.lines().find(|line| line.contains(of)).unwrap();
    assert!(line("2.0 ×  ").contains(&GOOD.to_string()), "{text}");
    assert!(line("1.0 ×  ").contains(&WARNING.to_string()), "{text}");
}

#[test]
fn a_busy_machine_is_told() {
    let busy = Picture {
        share: 0.428,
        ..bench(Python::Missing)
    };
    let text = picture(Page::new(200, true), &busy);
    assert!(
        text.contains("The machine is busy: a thread that computes alone got 43 % of a core."),
        "{text}"
    );
    let quiet = picture(Page::new(200, true), &bench(Python::Missing));
    assert!(!quiet.contains("busy"), "{quiet}");
}

#[test]
fn times_of_nothing_are_drawn_too() {
    let nothing = program("Rust", [0, 0, 0], [0, 0, 0]);
    let bench = Picture {
        programs: vec![nothing],
        ..bench(Python::Missing)
    };
    let text = picture(Page::new(80, true), &bench);
    assert!(text.contains("0.0 ms"), "{text}");
}
