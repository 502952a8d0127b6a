//! One exercise a verdict.

#[cfg_attr(feature = "solution", path = "../../../solutions/verdicts/crashed.rs")]
pub mod crashed;
#[cfg_attr(feature = "solution", path = "../../../solutions/verdicts/deadlock.rs")]
pub mod deadlock;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/verdicts/does_not_compile.rs"
)]
pub mod does_not_compile;
#[cfg_attr(feature = "solution", path = "../../../solutions/verdicts/leak.rs")]
pub mod leak;
#[cfg_attr(feature = "solution", path = "../../../solutions/verdicts/livelock.rs")]
pub mod livelock;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/verdicts/not_started.rs"
)]
pub mod not_started;
#[cfg_attr(feature = "solution", path = "../../../solutions/verdicts/race.rs")]
pub mod race;
#[cfg_attr(feature = "solution", path = "../../../solutions/verdicts/serial.rs")]
pub mod serial;
#[cfg_attr(feature = "solution", path = "../../../solutions/verdicts/solved.rs")]
pub mod solved;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/verdicts/timed_out.rs"
)]
pub mod timed_out;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/verdicts/wrong_result.rs"
)]
pub mod wrong_result;
