//! Chunks, windows and sorting of slices.

use crate::iter::Items;

/// Parallel iterators over parts of a shared slice.
pub trait ParallelSlice<T: Sync> {
    /// The slice itself.
    fn as_parallel_slice(&self) -> &[T];

    /// Parts of `size` elements, the last one maybe shorter.
    ///
    /// # Panics
    /// If `size` is zero.
    fn par_chunks(&self, size: usize) -> Items<&[T]> {
        Items::new(self.as_parallel_slice().chunks(size))
    }

    /// Parts of exactly `size` elements.
    ///
    /// # Panics
    /// If `size` is zero.
    fn par_chunks_exact(&self, size: usize) -> Items<&[T]> {
        Items::new(self.as_parallel_slice().chunks_exact(size))
    }

    /// All overlapping parts of `size` elements.
    ///
    /// # Panics
    /// If `size` is zero.
    fn par_windows(&self, size: usize) -> Items<&[T]> {
        Items::new(self.as_parallel_slice().windows(size))
    }
}

impl<T: Sync> ParallelSlice<T> for [T] {
    fn as_parallel_slice(&self) -> &[T] {
        self
    }
}

/// Parallel iterators over parts of a slice that may be changed, and sorting.
pub trait ParallelSliceMut<T: Send> {
    /// The slice itself.
    fn as_parallel_slice_mut(&mut self) -> &mut [T];

    /// Parts of `size` elements, the last one maybe shorter.
    ///
    /// # Panics
    /// If `size` is zero.
    fn par_chunks_mut(&mut self, size: usize) -> Items<&mut [T]> {
        Items::new(self.as_parallel_slice_mut().chunks_mut(size))
    }

    /// Parts of exactly `size` elements.
    ///
    /// # Panics
    /// If `size` is zero.
    fn par_chunks_exact_mut(&mut self, size: usize) -> Items<&mut [T]> {
        Items::new(self.as_parallel_slice_mut().chunks_exact_mut(size))
    }

    /// Sorts; equal elements keep their order. Sequential in the model: comparing is not synchronisation.
    fn par_sort(&mut self)
    where
        T: Ord,
    {
        self.as_parallel_slice_mut().sort();
    }

    /// Sorts. Sequential in the model.
    fn par_sort_unstable(&mut self)
    where
        T: Ord,
    {
        self.as_parallel_slice_mut().sort_unstable();
    }

    /// Sorts by a key; equal elements keep their order. Sequential in the model.
    fn par_sort_by_key<K: Ord, F: Fn(&T) -> K + Sync>(&mut self, key: F) {
        self.as_parallel_slice_mut().sort_by_key(key);
    }

    /// Sorts by a comparison; equal elements keep their order. Sequential in the model.
    fn par_sort_by<F: Fn(&T, &T) -> std::cmp::Ordering + Sync>(&mut self, compare: F) {
        self.as_parallel_slice_mut().sort_by(compare);
    }

    /// Sorts by a key. Sequential in the model.
    fn par_sort_unstable_by_key<K: Ord + Send, F: Fn(&T) -> K + Sync>(&mut self, key: F) {
        self.as_parallel_slice_mut().sort_unstable_by_key(key);
    }

    /// Sorts by a comparison. Sequential in the model.
    fn par_sort_unstable_by<F: Fn(&T, &T) -> std::cmp::Ordering + Sync>(&mut self, compare: F) {
        self.as_parallel_slice_mut().sort_unstable_by(compare);
    }
}

impl<T: Send> ParallelSliceMut<T> for [T] {
    fn as_parallel_slice_mut(&mut self) -> &mut [T] {
        self
    }
}
