//! Counted clones and allocations.

use harness::prelude::*;

#[global_allocator]
static ALLOCATOR: interleave::CountingAllocator = interleave::CountingAllocator;

/// Larger than anything that the other tests allocate.
const LARGE: usize = 8 << 20;

#[test]
fn clones_of_clones_are_counted() {
    let table = Cloned::new(vec![1, 2, 3]);
    let clones = table.clones();
    let copy = table.clone();
    drop(copy.clone());
    assert_eq!(clones(), 2);
    assert_eq!(copy.value, [1, 2, 3]);
}

#[test]
fn only_large_allocations_count() {
    let (none, _) = large_allocations(LARGE, || vec![0_u8; LARGE / 4]);
    let (one, copy) = large_allocations(LARGE, || vec![1_u8; LARGE]);
    assert_eq!((none, one, copy.len()), (0, 1, LARGE));
}
