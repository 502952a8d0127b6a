//! Makes a failing order of threads simpler: fewer switches, as long as it still fails.
//!
//! Delta debugging (Zeller and Hildebrandt, 2002) on blocks of steps of one thread: a block is moved next to another block
//! of its thread, so that a switch between them goes away.

use crate::op::Tid;

/// Orders with one block moved up to the end of the block of its thread before, or down to the start of the next one.
pub(crate) fn simpler(order: &[Tid]) -> Vec<Vec<Tid>> {
    let blocks: Vec<&[Tid]> = order.chunk_by(|a, b| a == b).collect();
    let mut orders = Vec::new();
    for i in 0..blocks.len() {
        let same = |j: &usize| blocks[*j][0] == blocks[i][0];
        if let Some(j) = (0..i).rev().find(same) {
            orders.push(moved(&blocks, i, j + 1));
        }
        if let Some(j) = (i + 1..blocks.len()).find(same) {
            orders.push(moved(&blocks, i, j - 1));
        }
    }
    orders
}

/// The order with block `from` at position `to`.
fn moved(blocks: &[&[Tid]], from: usize, to: usize) -> Vec<Tid> {
    let mut blocks = blocks.to_vec();
    let block = blocks.remove(from);
    blocks.insert(to, block);
    blocks.concat()
}

#[cfg(test)]
mod tests {
    use super::simpler;

    #[test]
    fn blocks_of_one_thread_come_together_both_ways() {
        assert_eq!(simpler(&[1, 2, 2, 1]), [vec![2, 2, 1, 1], vec![1, 1, 2, 2]]);
    }

    #[test]
    fn nothing_is_simpler_than_one_block_each() {
        assert!(simpler(&[1, 1, 2]).is_empty());
    }
}
