//! The runner from outside: its command line, its exit codes and its files, over a tiny course with one exercise a
//! verdict. The course is of these tests alone, so that no change of a lesson breaks them.

mod bad_input;
mod benching;
mod checking;
mod class;
mod course;
mod grading;
mod hints;
mod interruptions;
#[cfg(target_os = "linux")]
mod jail;
mod left_behind;
mod listing;
mod next;
mod programs;
mod progress;
mod reset;
mod solutions;
mod surroundings;
mod terminals;
mod verdicts;
