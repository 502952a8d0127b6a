//! What a learner reads: schedules built by hand, rendered and held as snapshots.

mod build;
mod explain;
mod names;
mod recorded;
mod render;
