//! The printing macros: within an execution their text goes into the schedule, not to the terminal.
//!
//! Thousands of executions would print thousands of times; the one schedule that a finding shows is where the text helps.

use ::std::{fmt::Arguments, panic::Location};

/// Where a macro prints outside an execution.
#[derive(Clone, Copy)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// What every printing macro calls; `end` is the line's end or nothing.
#[track_caller]
pub fn emit(stream: Stream, text: Arguments<'_>, end: &str) {
    if interleave::active() {
        interleave::remark(format!("prints \"{text}\""), Some(Location::caller()));
        return;
    }
    match stream {
        Stream::Out => ::std::print!("{text}{end}"),
        Stream::Err => ::std::eprint!("{text}{end}"),
    }
}

/// Prints to standard output; within an execution, into the schedule.
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => { $crate::__emit($crate::__Stream::Out, $crate::format_args!($($arg)*), "") };
}

/// Prints a line to standard output; within an execution, into the schedule.
#[macro_export]
macro_rules! println {
    () => { $crate::__emit($crate::__Stream::Out, $crate::format_args!(""), "\n") };
    ($($arg:tt)*) => { $crate::__emit($crate::__Stream::Out, $crate::format_args!($($arg)*), "\n") };
}

/// Prints to standard error; within an execution, into the schedule.
#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => { $crate::__emit($crate::__Stream::Err, $crate::format_args!($($arg)*), "") };
}

/// Prints a line to standard error; within an execution, into the schedule.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::__emit($crate::__Stream::Err, $crate::format_args!(""), "\n") };
    ($($arg:tt)*) => { $crate::__emit($crate::__Stream::Err, $crate::format_args!($($arg)*), "\n") };
}

/// Shows an expression with its value and place, and gives the value back.
#[macro_export]
macro_rules! dbg {
    () => { $crate::eprintln!("[{}:{}:{}]", $crate::file!(), $crate::line!(), $crate::column!()) };
    ($value:expr $(,)?) => {
        // `match`, because temporaries of `$value` must live as long as they would without the macro
        match $value {
            shown => {
                $crate::eprintln!(
                    "[{}:{}:{}] {} = {:#?}",
                    $crate::file!(), $crate::line!(), $crate::column!(), $crate::stringify!($value), &shown
                );
                shown
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}
