//! A test that must fail. It stands among the tests of every build, under a name that nobody can know beforehand, and is
//! run as they are: when it holds, something makes tests hold that do not.

use crate::run::key::Key;

/// One build's own.
#[derive(Debug)]
pub(super) struct Canary {
    module: String,
    source: String,
}

impl Canary {
    /// A new one.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub(super) fn hatch() -> anyhow::Result<Self> {
        let module = format!("canary_{}", Key::draw()?.name());
        let source = format!(
            "\nmod {module} {{
                #[test]
                #[::harness::claim(value)]
                fn lives() {{
                    ::harness::expect!(::std::hint::black_box(1_u8) == 2, WrongResult, \"a canary must not live\");
                }}
            }}\n"
        );
        Ok(Self { module, source })
    }

    /// What stands in the crate root of the tests.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// The test's name.
    pub(super) fn name(&self) -> String {
        format!("{}::lives", self.module)
    }
}
