//! The harness's own claims: each thing fails where it must, and with the verdict that it must.

mod counting;
mod deadlines;
mod every_interleaving;
mod failing;
mod findings;
mod people;
mod programs;
mod server;
mod snapshots;
