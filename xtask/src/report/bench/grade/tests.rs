//! Claims about `report/bench/grade`.

use super::*;

fn class() -> Class {
    Class {
        unlike: false,
        submissions: 200,
        files: Files {
            right: 5850,
            wrong: 3250,
            starters: 3250,
            broken: 650,
            programs: 1432,
        },
        graded: Graded {
            spent: Spent {
                wall: 242.0,
                cpu: 468.0,
            },
            calls: 6000,
            rustc: 300.0,
            tests: 110.0,
            sandbox: 24.0,
            rest: 34.0,
        },
        looped: Some(Looped {
            submissions: 10,
            spent: Spent {
                wall: 612.0,
                cpu: 981.0,
            },
            lessons: 60,
            unbuilt: 27,
            killed: 3,
        }),
        surprises: vec![],
    }
}

fn drawn(width: usize, unicode: bool, classes: Vec<Class>) -> String {
    let all = Table {
        cores: 2,
        seed: 1,
        timeout: 30,
        sandbox: true,
        classes,
    };
    let text = table(Page::new(width, unicode), &all);
    anstream::adapter::strip_str(&text).to_string()
}

fn widest(text: &str) -> usize {
    let widths = text.lines().map(textwrap::core::display_width);
    widths.max().unwrap_or_default()
}

#[test]
fn both_kinds_of_class_stand_in_eighty_columns() {
    let unlike = Class {
        unlike: true,
        files: Files {
            programs: 9750,
            ..class().files
        },
        ..class()
    };
    let text = drawn(80, true, vec![class(), unlike]);
    insta::assert_snapshot!(text);
    assert!(widest(&text) <= 80, "{text}");
}

#[test]
fn without_the_loop_there_is_no_factor() {
    let text = drawn(
        80,
        true,
        vec![Class {
            looped: None,
            ..class()
        }],
    );
    insta::assert_snapshot!(text);
    assert!(!text.contains('×'), "{text}");
}

#[test]
fn a_narrow_terminal_has_no_table_and_keeps_to_its_width() {
    let text = drawn(40, false, vec![class()]);
    insta::assert_snapshot!(text);
    assert!(text.is_ascii() && widest(&text) <= 40, "{text}");
}

#[test]
fn both_aims_are_judged_by_the_numbers_themselves() {
    let mut good = class();
    good.graded.spent.cpu = 390.0;
    let text = drawn(200, true, vec![good]);
    assert!(text.contains("in a loop: yes, 50.6 times"), "{text}");
    assert!(text.contains("own time: yes, 30 % beyond it"), "{text}");
    let mut slow = class();
    slow.graded.spent.wall = 1_300.0;
    let text = drawn(200, true, vec![slow]);
    assert!(text.contains("in a loop: no, 9.4 times"), "{text}");
    assert!(text.contains("own time: no, 56 % beyond it"), "{text}");
    assert!(
        text.contains("is the tests, 37 % of rustc's time"),
        "{text}"
    );
}

#[test]
fn where_nothing_is_compiled_there_is_no_part_of_it() {
    let mut starters = class();
    starters.graded.rustc = 0.0;
    let text = drawn(80, true, vec![starters]);
    assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
}

#[test]
fn verdicts_that_had_to_be_others_are_named() {
    let surprises = (1..=7).map(|number| format!("student-{number}: race, and not solved"));
    let surprised = Class {
        surprises: surprises.collect(),
        ..class()
    };
    let text = drawn(80, true, vec![surprised]);
    assert!(text.contains("7 verdicts not what they must be:"), "{text}");
    assert!(
        text.contains("student-5: race, and not solved\n  and 2 more\n"),
        "{text}"
    );
}
