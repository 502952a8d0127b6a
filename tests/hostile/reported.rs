//! Every hostile submission is reported as it must be.

use crate::class::BEHIND;
use crate::untouched::TERM;

/// So many at least: the kinds that graders have met.
const KINDS: usize = 44;

#[test]
fn every_program_gets_the_verdict_of_its_first_line() {
    let mut wrong = Vec::new();
    for program in &TERM.class.programs {
        let found = TERM.all.exercise(&program.id(), &program.exercise);
        if found["verdict"] != program.verdict.as_str() {
            wrong.push(format!(
                "{}: {}, not {}: {found}",
                program.id(),
                found["verdict"],
                program.verdict
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_package_gets_the_verdict_of_the_table() {
    let mut wrong = Vec::new();
    for package in &TERM.class.packages {
        let Some(verdict) = package.verdict else {
            continue;
        };
        let found = TERM.all.exercise(id(package.name), "locks/counter");
        if found["verdict"] != verdict {
            wrong.push(format!(
                "{}: {}, not {verdict}: {found}",
                package.name, found["verdict"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_not_taken_is_listed() {
    for package in &TERM.class.packages {
        if let Some(path) = package.ignored {
            let ignored = TERM.all.ignored(id(package.name));
            assert!(ignored.contains(path), "{}: {ignored}", package.name);
        }
    }
}

#[test]
fn what_cannot_be_graded_is_named() {
    assert_eq!(TERM.all.code, Some(3), "{}", TERM.all.said);
    for package in TERM
        .class
        .packages
        .iter()
        .filter(|package| package.verdict.is_none())
    {
        let (id, said) = (id(package.name), &TERM.all.said);
        assert!(
            said.contains(&format!("{id} could not be graded")),
            "{id}: {said}"
        );
    }
}

#[test]
fn a_program_does_not_change_those_beside_it() {
    let found = TERM
        .all
        .exercise("locks-counter-macros_for_the_others", BEHIND);
    assert_eq!(found["verdict"], "solved", "{found}");
}

#[test]
fn whose_process_of_several_explorations_is_ended_fails_in_the_one_that_it_is_ended_for() {
    let found = TERM
        .all
        .exercise("locks-counter-loops_in_one_exploration", "locks/counter");
    let findings = found["findings"].as_array().expect("a list");
    let tests: Vec<_> = findings.iter().map(|finding| &finding["test"]).collect();
    assert_eq!(
        tests,
        ["counter::no_interleaving_loses_an_update"],
        "{found}"
    );
}

#[test]
fn there_are_as_many_kinds_as_graders_have_met() {
    let kinds = TERM.class.programs.len() + TERM.class.packages.len();
    assert!(kinds >= KINDS, "{kinds}");
}

/// Without what says that it is an archive.
fn id(name: &str) -> &str {
    let name = name.strip_suffix(".zip").unwrap_or(name);
    name.strip_suffix(".tar.gz").unwrap_or(name)
}
