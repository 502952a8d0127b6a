//! The engine's own promises: outcomes, reduction, meetings, gauges, what nobody joins.

mod limits;
mod meetings;
mod outcomes;
mod reduction;
mod threads;
mod together;
