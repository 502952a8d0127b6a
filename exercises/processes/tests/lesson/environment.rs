//! `environment`: what a process gets from whoever starts it, and nothing more than that.
//!
//! Processes are not part of the model, so these tests start real ones. What they do, the tests say.

use crate::job::{Job, Variable, call, give, here};
use harness::prelude::*;
use processes::environment::run;

#[test]
#[claim(value)]
fn the_arguments_arrive_in_order() {
    let mut random = random();
    let arguments: Vec<String> = (0..3).map(|_| random.u32(..).to_string()).collect();
    arrive(&arguments);
}

#[test]
#[claim(value)]
fn an_argument_is_one_argument_whatever_it_contains() {
    let arguments = [
        "soup; echo pwned",
        "two words",
        "",
        " soup ",
        "$(echo pwned)",
        "`echo pwned`",
        "$HOME",
        "*",
        "the chef's \"best\" soup",
        "back\\slash",
        "two\nlines",
    ];
    for argument in arguments {
        arrive(&[
            "first".to_string(),
            argument.to_string(),
            "last".to_string(),
        ]);
    }
}

/// One process gets these arguments, and no others.
fn arrive(arguments: &[String]) {
    let (got, _, _) = give(
        run,
        &Job {
            arguments: arguments.to_vec(),
            ..Job::default()
        },
    );
    expect!(
        got.arguments == arguments,
        WrongResult,
        "the arguments are {arguments:?}; what arrived is {:?}",
        got.arguments
    );
}

#[test]
#[claim(value)]
fn the_variables_arrive() {
    let value = random().u32(..).to_string();
    let variables = [("STOVE", value.as_str()), ("ORDER", "soup = hot; $PATH")];
    let (got, _, _) = give(run, &notes(&variables));
    for (name, value) in variables {
        let found = got.variables.get(name).map(String::as_str);
        expect!(
            found == Some(value),
            WrongResult,
            "the variable {name} is {value:?}; in the process it is {found:?}"
        );
    }
}

#[test]
#[claim(value)]
fn nothing_of_this_processs_environment_arrives() {
    assert!(
        std::env::vars_os().next().is_some(),
        "without an environment nothing can leak: run the tests with one"
    );
    let (got, _, _) = give(run, &notes(&[("STOVE", "4")]));
    let strange: Vec<&String> = got
        .variables
        .keys()
        .filter(|name| *name != "STOVE")
        .collect();
    expect!(
        strange.is_empty(),
        WrongResult,
        "the only variable is STOVE; the process has {} more that it was not given: {}",
        strange.len(),
        listed(&strange)
    );
}

#[test]
#[claim(value)]
fn without_variables_the_environment_is_empty() {
    let (got, _, _) = give(run, &Job::default());
    let strange: Vec<&String> = got.variables.keys().collect();
    expect!(
        strange.is_empty(),
        WrongResult,
        "there are no variables; the process has {} that it was not given: {}",
        strange.len(),
        listed(&strange)
    );
}

fn notes(variables: &[Variable]) -> Job {
    let owned = variables
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()));
    Job {
        variables: owned.collect(),
        ..Job::default()
    }
}

/// The first few names.
fn listed(names: &[&String]) -> String {
    let few: Vec<&str> = names.iter().take(3).map(|name| name.as_str()).collect();
    let more = if names.len() > 3 { ", …" } else { "" };
    few.join(", ") + more
}

#[test]
#[claim(together)]
fn this_process_stays_in_its_folder_all_the_time() {
    let before = here();
    let (got, folder, _) = give(run, &Job::default());
    let after = here();
    expect!(
        got.ours == before && after == before,
        Race,
        "while the program ran, this process itself stood in {}. A process has one folder for all its threads, so each of them was moved",
        if after == before {
            got.ours.display()
        } else {
            folder.display()
        }
    );
}

#[test]
#[claim(value)]
fn the_process_works_in_its_folder() {
    let (got, folder, _) = give(run, &Job::default());
    expect!(
        got.folder == folder,
        WrongResult,
        "the process must work in {}; it works in {}",
        folder.display(),
        got.folder.display()
    );
}

#[test]
#[claim(snapshot)]
fn what_it_prints_is_the_result() {
    let mut job = notes(&[("STOVE", "4"), ("CHEF", "Ann")]);
    job.arguments = ["soup; open the safe", "for 2"].map(String::from).to_vec();
    let (_, _, said) = give(run, &job);
    assert_snapshot!(said, @r#"
    argument "soup; open the safe"
    argument "for 2"
    CHEF = Ann
    STOVE = 4
    in the cold kitchen
    "#);
}

#[test]
#[claim(value)]
fn all_of_its_output_is_the_result_and_nothing_else() {
    let much = "\n  stir\n\n".repeat(30_000);
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 4, {
        let much = much.clone();
        move |actor| {
            actor.print_error("the stove is hot\n");
            actor.print(&much);
        }
    });
    let result = call(run, program.path(), &Job::default(), &here());
    program.nothing_left();
    expect!(
        result.as_ref().is_ok_and(|said| *said == much),
        WrongResult,
        "the program printed {} bytes, blanks and line breaks at both ends, and complained on its standard error. The \
         result is what it printed, as it is; yours is {}",
        much.len(),
        match &result {
            Ok(said) => format!("{} bytes", said.len()),
            Err(error) => format!("an error: {error}"),
        }
    );
}

#[test]
#[claim(value)]
fn a_missing_program_is_an_error() {
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 4, |_| ());
    let missing = program.path().with_file_name("nowhere");
    let result = call(run, &missing, &Job::default(), &here());
    expect!(
        result.is_err(),
        WrongResult,
        "there is no such program, and your result is {result:?}"
    );
}
