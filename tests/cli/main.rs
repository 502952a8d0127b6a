//! The runner from outside: its command line, over a tiny course.
