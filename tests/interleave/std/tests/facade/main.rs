//! Claims about what modelled code sees as `std`: the same values, errors and panics, every order of steps.

mod atomics;
mod barriers;
mod channels;
mod collections;
mod condvars;
mod endings;
mod files;
mod joins;
mod kitchen;
mod lazies;
mod locals;
mod locks;
mod panics;
mod parking;
mod poison;
mod scopes;
mod spinning;
mod statics;
mod support;
mod surface;
mod time;
