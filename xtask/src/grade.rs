//! Grades a class: every submission decided like a learner's own file, in a sandbox, with reports that other tools read.

pub(crate) mod account;
mod cells;
mod class;
mod ground;
pub(crate) mod intake;
pub(crate) mod jail;
mod journal;
mod judge;
mod lines;
mod merge;
mod order;
mod output;
mod pages;
mod paper;
pub(crate) mod points;
mod progress;
pub(crate) mod record;
pub(crate) mod reports;
pub(crate) mod rows;
pub(crate) mod shard;
mod sheet;
pub(crate) mod show;
pub(crate) mod similarity;
mod sorted;
mod store;
mod student;
mod words;

pub(crate) use class::grade;
pub(crate) use merge::merge;
pub(crate) use order::Order;
