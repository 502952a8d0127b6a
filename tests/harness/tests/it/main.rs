//! The harness's own claims: each thing fails where it must, and with the verdict that it must.

mod counting;
mod deadlines;
mod every_interleaving;
mod failing;
mod findings;
mod people;
mod server;
mod snapshots;
