//! What a process is started with, for the tests of `environment`: handed to the learner's function, and seen to arrive.

use harness::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Name and value.
pub(crate) type Variable<'a> = (&'a str, &'a str);

/// The learner's function.
pub(crate) type Run = fn(&Path, &[&str], &[Variable], &Path) -> io::Result<String>;

/// What the tests have to hand down.
#[derive(Clone, Default)]
pub(crate) struct Job {
    pub(crate) arguments: Vec<String>,
    pub(crate) variables: Vec<(String, String)>,
}

/// What a process of the program has got.
#[derive(Clone)]
pub(crate) struct Got {
    pub(crate) arguments: Vec<String>,
    pub(crate) variables: BTreeMap<String, String>,
    pub(crate) folder: PathBuf,
    /// The folder of the test's own process, meanwhile.
    pub(crate) ours: PathBuf,
}

/// Lets `run` start one process with this job in a folder of its own beside the program.
///
/// Gives what it got, which folder it should have got, and what the learner's function has returned.
pub(crate) fn give(run: Run, job: &Job) -> (Got, PathBuf, String) {
    let got = Arc::new(Mutex::new(None));
    let seen = Arc::clone(&got);
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 4, move |actor| {
        let got = Got {
            arguments: actor.arguments().to_vec(),
            variables: actor.variables().clone(),
            folder: actor.folder().to_path_buf(),
            ours: here(),
        };
        actor.print(&told(&got));
        *seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(got);
    });
    let folder = program.path().with_file_name("the cold kitchen");
    fs::create_dir(&folder).expect("a folder beside the program");
    let folder = folder.canonicalize().expect("a folder has a path");
    let said = call(run, program.path(), job, &folder);
    program.nothing_left();
    let got = got
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take()
        .unwrap_or_else(|| {
            fail(Finding::new(
                Verdict::WrongResult,
                format!("the program was never started, and your result is {said:?}"),
            ))
        });
    let said = said.unwrap_or_else(|error| {
        fail(Finding::new(
            Verdict::WrongResult,
            format!("the program has run well, and your result is an error: {error}"),
        ))
    });
    (got, folder, said)
}

/// The learner's function, within a deadline.
pub(crate) fn call(run: Run, program: &Path, job: &Job, folder: &Path) -> io::Result<String> {
    // A wrong program may move this whole process for a while, and the tests beside this one with it.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let (program, job, folder) = (program.to_path_buf(), job.clone(), folder.to_path_buf());
    within("the end of one program", move || {
        let arguments: Vec<&str> = job.arguments.iter().map(String::as_str).collect();
        let variables: Vec<Variable> = job
            .variables
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        run(&program, &arguments, &variables, &folder)
    })
}

/// The folder of this process.
pub(crate) fn here() -> PathBuf {
    // A wrong program may have left it in a folder that is gone.
    std::env::current_dir().unwrap_or_default()
}

/// What the process prints: all that it got, line by line.
fn told(got: &Got) -> String {
    let mut text = String::new();
    for argument in &got.arguments {
        text += &format!("argument {argument:?}\n");
    }
    for (name, value) in &got.variables {
        text += &format!("{name} = {value}\n");
    }
    let folder = got.folder.file_name().unwrap_or_default();
    text + &format!("in {}\n", folder.to_string_lossy())
}
