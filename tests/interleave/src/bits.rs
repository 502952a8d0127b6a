//! Sets of threads as bits.

use crate::op::Tid;

/// The members of the set, smallest first.
pub(crate) fn bits(mut set: u64) -> impl Iterator<Item = Tid> {
    std::iter::from_fn(move || {
        if set == 0 {
            return None;
        }
        let t = set.trailing_zeros() as Tid;
        set &= set - 1;
        Some(t)
    })
}

/// Whether `t` is a member.
pub(crate) fn has(set: u64, t: Tid) -> bool {
    set >> t & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::{bits, has};

    #[test]
    fn members_come_in_order() {
        assert_eq!(bits(0b1010_0001).collect::<Vec<_>>(), [0, 5, 7]);
        assert_eq!(bits(1 << 63).collect::<Vec<_>>(), [63]);
        assert!(has(0b100, 2) && !has(0b100, 1));
    }
}
