//! The same screens on a terminal and in a pipe, wide and narrow.

use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use crate::course::Course;

/// Runs the runner on a terminal of so many columns and gives back everything that it wrote there.
fn on_a_terminal(course: &Course, columns: u16, arguments: &[&str]) -> String {
    let screen = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&screen).unwrap();
    unlockpt(&screen).unwrap();
    let size = Winsize {
        ws_row: 24,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&screen, size).unwrap();
    let name = ptsname(&screen, Vec::new()).unwrap();
    let terminal = File::options()
        .read(true)
        .write(true)
        .open(name.to_str().unwrap())
        .unwrap();
    let mut command = course.command(arguments);
    command.env("TERM", "xterm-256color");
    command
        .stdout(terminal.try_clone().unwrap())
        .stderr(terminal);
    let mut child = command.spawn().unwrap();
    // The command keeps its own copies of the terminal; reading ends when the last one is closed.
    drop(command);
    let written = read_to_the_end(screen);
    child.wait().unwrap();
    written
}

/// A terminal whose last writer is gone answers with an error, not with an end.
fn read_to_the_end(screen: OwnedFd) -> String {
    let mut written = Vec::new();
    let mut screen = File::from(screen);
    let mut buffer = [0; 4096];
    while let Ok(count @ 1..) = screen.read(&mut buffer) {
        written.extend_from_slice(&buffer[..count]);
    }
    String::from_utf8(written).unwrap()
}

#[test]
fn twenty_columns_are_kept_by_everything_but_code_and_paths() {
    let course = Course::new();
    let screen = on_a_terminal(&course, 20, &["hint", "race"]);
    let plain = anstream::adapter::strip_str(&screen).to_string();
    let widest = plain
        .lines()
        .map(|line| line.trim_end().chars().count())
        .max();
    assert!(widest.is_some_and(|widest| widest <= 20), "{plain}");
}

#[test]
fn sentences_stay_readable_on_a_wide_terminal() {
    let course = Course::new();
    on_a_terminal(&course, 200, &["next", "not_started"]);
    // Known now, so that no line that is drawn again while one waits stands in between.
    let screen = on_a_terminal(&course, 200, &["next", "not_started"]);
    let plain = anstream::adapter::strip_str(&screen).to_string();
    let longest = plain.lines().map(|line| line.trim_end().chars().count());
    assert!(
        longest.max().is_some_and(|longest| longest <= 100),
        "{plain}"
    );
}

#[test]
fn a_schedule_is_drawn_for_the_terminal_that_shows_it() {
    let course = Course::new();
    let drawn = |columns| {
        let screen = on_a_terminal(&course, columns, &["next", "race"]);
        let plain = anstream::adapter::strip_str(&screen).to_string();
        let (_, after) = plain.split_once("step by step").unwrap();
        let (schedule, _) = after.split_once("✗ race").unwrap();
        schedule.to_owned()
    };
    for columns in [60, 110] {
        let schedule = drawn(columns);
        let lines = schedule.lines().map(|line| line.trim_end().chars().count());
        let widest = lines.max().unwrap_or_default();
        assert!(widest <= usize::from(columns), "{schedule}");
    }
    assert_ne!(drawn(60), drawn(110));
}

#[test]
fn a_terminal_without_unicode_gets_none() {
    let course = Course::new();
    let mut command = course.command(&["next", "race"]);
    command.env("LC_ALL", "C");
    let run = crate::course::Run::from(command.output().unwrap());
    run.says(1, &["x race.", "step by step"]);
    assert!(run.out.is_ascii(), "{}", run.out);
}

#[test]
fn a_terminal_has_colours_and_gets_its_cursor_back() {
    let course = Course::new();
    let screen = on_a_terminal(&course, 80, &["next", "wrong_result"]);
    assert!(
        screen.contains("\u{1b}[1m\u{1b}[31m✗ wrong result"),
        "{screen:?}"
    );
    let hidden = screen.matches("\u{1b}[?25l").count();
    let shown = screen.matches("\u{1b}[?25h").count();
    assert!(shown >= hidden, "{screen:?}");
}

#[test]
fn a_pipe_has_plain_lines_unless_colours_are_asked_for() {
    let course = Course::new();
    let plain = course.run(&["next", "race"]);
    assert!(!plain.out.contains('\u{1b}'), "{}", plain.out);
    assert!(!plain.err.contains('\u{1b}'), "{}", plain.err);
    let coloured = course.run(&["next", "race", "--color", "always"]);
    assert!(coloured.out.contains('\u{1b}'), "{}", coloured.out);
}

#[test]
fn no_color_is_honoured_on_a_terminal() {
    let course = Course::new();
    let screen = on_a_terminal(&course, 80, &["list", "--color", "never"]);
    assert!(!screen.contains("\u{1b}["), "{screen:?}");
}
