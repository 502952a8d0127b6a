//! Parallel iterators that know the place of each item.

use super::parallel::items;
use super::{IntoParallelIterator, ParallelIterator};
use std::iter;
use std::ops::Range;

/// A parallel iterator with exactly one item for each item of its input.
pub trait IndexedParallelIterator: ParallelIterator {
    /// How many items there are.
    fn len(&self) -> usize {
        self.input_len()
    }

    /// Whether there is no item.
    #[doc(hidden)]
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Each item with its place.
    fn enumerate(self) -> Enumerate<Self> {
        Enumerate { base: self }
    }

    /// Pairs with the items of another, up to the shorter one's end.
    fn zip<Z: IntoParallelIterator<Iter: IndexedParallelIterator>>(
        self,
        other: Z,
    ) -> Zip<Self, Z::Iter> {
        Zip {
            left: self,
            right: other.into_par_iter(),
        }
    }

    /// Puts the items, in their order, into `target`, in the place of what was there.
    #[track_caller]
    fn collect_into_vec(self, target: &mut Vec<Self::Item>) {
        let items = items(self);
        target.clear();
        target.extend(items);
    }

    /// No run is shorter than `min`.
    fn with_min_len(self, min: usize) -> MinLen<Self> {
        MinLen { base: self, min }
    }
}

/// Each item with its place. Made by [`IndexedParallelIterator::enumerate`].
#[derive(Debug)]
pub struct Enumerate<P> {
    base: P,
}

impl<P: IndexedParallelIterator> ParallelIterator for Enumerate<P> {
    type Item = (usize, P::Item);
    type Run = iter::Zip<Range<usize>, P::Run>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let mut next = 0;
        let places = lengths.iter().map(move |length| {
            let first = next;
            next += length;
            first..next
        });
        places
            .zip(self.base.cut(lengths))
            .map(|(places, run)| places.zip(run))
            .collect()
    }
}

impl<P: IndexedParallelIterator> IndexedParallelIterator for Enumerate<P> {}

/// Pairs of two. Made by [`IndexedParallelIterator::zip`].
#[derive(Debug)]
pub struct Zip<L, R> {
    left: L,
    right: R,
}

impl<L: IndexedParallelIterator, R: IndexedParallelIterator> ParallelIterator for Zip<L, R> {
    type Item = (L::Item, R::Item);
    type Run = iter::Zip<L::Run, R::Run>;

    fn input_len(&self) -> usize {
        self.left.input_len().min(self.right.input_len())
    }

    fn min_len(&self) -> usize {
        self.left.min_len().max(self.right.min_len())
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let runs = self
            .left
            .cut(lengths)
            .into_iter()
            .zip(self.right.cut(lengths));
        runs.map(|(left, right)| left.zip(right)).collect()
    }
}

impl<L: IndexedParallelIterator, R: IndexedParallelIterator> IndexedParallelIterator for Zip<L, R> {}

/// Longer runs. Made by [`IndexedParallelIterator::with_min_len`].
#[derive(Debug)]
pub struct MinLen<P> {
    base: P,
    min: usize,
}

impl<P: IndexedParallelIterator> ParallelIterator for MinLen<P> {
    type Item = P::Item;
    type Run = P::Run;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len().max(self.min)
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        self.base.cut(lengths)
    }
}

impl<P: IndexedParallelIterator> IndexedParallelIterator for MinLen<P> {}
