//! Time to explore each program of the catalogue, with the number of executions in the benchmark's name.
//!
//! A name reads `3 x 3 locked increments: 1680 + 0`: complete executions, then those cut off as equivalent.

use criterion::{Criterion, SamplingMode};
use interleave::Explore;
use interleave_programs::catalogue;
use std::hint::black_box;
use std::time::Duration;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    explore_all(&mut criterion);
    criterion.final_summary();
}

fn explore_all(criterion: &mut Criterion) {
    let explore = Explore {
        samples: 0,
        ..Explore::default()
    };
    let mut group = criterion.benchmark_group("explore");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group
        .measurement_time(Duration::from_secs(1))
        .warm_up_time(Duration::from_millis(200));
    for program in catalogue().into_iter().filter(|p| p.exhaustible) {
        let once = explore.outcomes(program.run);
        let name = format!("{}: {} + {}", program.name, once.executions(), once.cut());
        group.bench_function(name, |b| {
            b.iter(|| black_box(explore.outcomes(program.run)))
        });
    }
    group.finish();
}
