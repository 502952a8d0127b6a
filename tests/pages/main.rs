//! The grader's pages in a real browser: what a person sees, what a keyboard reaches, what a screen reader gets.
//!
//! The class is graded by the built binary over the tiny course of `tests/cli`, once. Each test has a copy of the pages
//! and a tab of its own. What a test looks for, it also looks for in a page that was broken on purpose: so no check is
//! one that cannot fail.

mod browser;
mod colours;
mod connection;
mod headings;
mod hostile;
mod keyboard;
mod loading;
mod reading;
mod scriptless;
mod site;
mod student;
mod tab;
mod tree;
mod widths;

// These are the other tests' too: not everything in them is needed here.
#[allow(dead_code)]
#[path = "../cli/class.rs"]
mod class;
#[allow(dead_code)]
#[path = "../cli/course.rs"]
mod course;
#[path = "../../xtask/src/verify/browser.rs"]
mod installed;
