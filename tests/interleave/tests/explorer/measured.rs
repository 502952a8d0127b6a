//! The measured programs have the outcomes that they are known to have, however the search gets there.

use std::fmt::{self, Debug, Write};

use interleave::Explore;
use interleave_programs::catalogue;

/// Shows a text as it is, so that the set reads like the values themselves.
struct Bare(String);

impl Debug for Bare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[test]
fn measured_programs_have_exactly_their_outcomes() {
    let mut table = String::new();
    for program in catalogue()
        .into_iter()
        .filter(|program| program.exhaustible)
    {
        let found = Explore::default().outcomes(|| Bare((program.run)()));
        assert!(found.is_exhaustive(), "{}", program.name);
        writeln!(table, "{:<30} {}", program.name, found.set()).expect("a string takes everything");
    }
    insta::assert_snapshot!(table);
}

#[test]
fn what_is_too_large_is_said_to_be_sampled() {
    let explore = Explore {
        max_executions: 500,
        samples: 100,
        ..Explore::default()
    };
    for program in catalogue()
        .into_iter()
        .filter(|program| !program.exhaustible)
    {
        let found = explore.outcomes(|| Bare((program.run)()));
        assert!(!found.is_exhaustive(), "{}", program.name);
        assert!(
            format!("{found:?}").contains("sampled"),
            "{}: {found:?}",
            program.name
        );
    }
}
