//! Reports compared with snapshots.

use crate::failing::ending_of;
use harness::assert_snapshot;

#[test]
fn indentation_of_the_snapshot_does_not_count() {
    assert_snapshot!("soup: 2\n  bread: 1\n", @r"
    soup: 2
      bread: 1
    ");
}

#[test]
fn a_difference_is_shown_line_by_line() {
    let (verdict, message) = ending_of("snapshots::differs");
    assert_eq!(verdict, "wrong_result");
    assert_eq!(
        message,
        "the report is not the one asked for (- expected, + yours):\n    soup: 2\n  - bread: 1\n  + bread: 3\n"
    );
}
