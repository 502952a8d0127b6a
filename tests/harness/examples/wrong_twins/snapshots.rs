//! Reports something else.

use harness::assert_snapshot;
use harness::prelude::*;

#[claim(snapshot)]
pub fn differs() {
    assert_snapshot!("soup: 2\nbread: 3", @r"
    soup: 2
    bread: 1
    ");
}
