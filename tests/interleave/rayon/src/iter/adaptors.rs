//! Parallel iterators that do something with each item of another. Their runs share the closure.

use super::{IndexedParallelIterator, ParallelIterator};
use std::sync::Arc;

/// Applies a closure. Made by [`ParallelIterator::map`].
#[derive(Debug)]
pub struct Map<P, F> {
    base: P,
    f: Arc<F>,
}

/// A run of [`Map`].
#[doc(hidden)]
#[derive(Debug)]
pub struct MapRun<I, F> {
    items: I,
    f: Arc<F>,
}

impl<P, F> Map<P, F> {
    pub(super) fn new(base: P, f: F) -> Self {
        Map {
            base,
            f: Arc::new(f),
        }
    }
}

impl<P, R, F> ParallelIterator for Map<P, F>
where
    P: ParallelIterator,
    F: Fn(P::Item) -> R + Sync + Send,
    R: Send,
{
    type Item = R;
    type Run = MapRun<P::Run, F>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let wrap = |items| MapRun {
            items,
            f: self.f.clone(),
        };
        self.base.cut(lengths).into_iter().map(wrap).collect()
    }
}

impl<I: Iterator, R, F: Fn(I::Item) -> R> Iterator for MapRun<I, F> {
    type Item = R;
    fn next(&mut self) -> Option<Self::Item> {
        self.items.next().map(&*self.f)
    }
}

impl<P, R, F> IndexedParallelIterator for Map<P, F>
where
    P: IndexedParallelIterator,
    F: Fn(P::Item) -> R + Sync + Send,
    R: Send,
{
}

/// Shows each item to a closure. Made by [`ParallelIterator::inspect`].
#[derive(Debug)]
pub struct Inspect<P, F> {
    base: P,
    f: Arc<F>,
}

/// A run of [`Inspect`].
#[doc(hidden)]
#[derive(Debug)]
pub struct InspectRun<I, F> {
    items: I,
    f: Arc<F>,
}

impl<P, F> Inspect<P, F> {
    pub(super) fn new(base: P, f: F) -> Self {
        Inspect {
            base,
            f: Arc::new(f),
        }
    }
}

impl<P, F> ParallelIterator for Inspect<P, F>
where
    P: ParallelIterator,
    F: Fn(&P::Item) + Sync + Send,
{
    type Item = P::Item;
    type Run = InspectRun<P::Run, F>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let wrap = |items| InspectRun {
            items,
            f: self.f.clone(),
        };
        self.base.cut(lengths).into_iter().map(wrap).collect()
    }
}

impl<I: Iterator, F: Fn(&I::Item)> Iterator for InspectRun<I, F> {
    type Item = I::Item;
    fn next(&mut self) -> Option<Self::Item> {
        self.items.next().inspect(&*self.f)
    }
}

impl<P, F> IndexedParallelIterator for Inspect<P, F>
where
    P: IndexedParallelIterator,
    F: Fn(&P::Item) + Sync + Send,
{
}

/// Keeps some items. Made by [`ParallelIterator::filter`].
#[derive(Debug)]
pub struct Filter<P, F> {
    base: P,
    f: Arc<F>,
}

/// A run of [`Filter`].
#[doc(hidden)]
#[derive(Debug)]
pub struct FilterRun<I, F> {
    items: I,
    f: Arc<F>,
}

impl<P, F> Filter<P, F> {
    pub(super) fn new(base: P, f: F) -> Self {
        Filter {
            base,
            f: Arc::new(f),
        }
    }
}

impl<P, F> ParallelIterator for Filter<P, F>
where
    P: ParallelIterator,
    F: Fn(&P::Item) -> bool + Sync + Send,
{
    type Item = P::Item;
    type Run = FilterRun<P::Run, F>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let wrap = |items| FilterRun {
            items,
            f: self.f.clone(),
        };
        self.base.cut(lengths).into_iter().map(wrap).collect()
    }
}

impl<I: Iterator, F: Fn(&I::Item) -> bool> Iterator for FilterRun<I, F> {
    type Item = I::Item;
    fn next(&mut self) -> Option<Self::Item> {
        self.items.find(&*self.f)
    }
}

/// Applies a closure and keeps what is `Some`. Made by [`ParallelIterator::filter_map`].
#[derive(Debug)]
pub struct FilterMap<P, F> {
    base: P,
    f: Arc<F>,
}

/// A run of [`FilterMap`].
#[doc(hidden)]
#[derive(Debug)]
pub struct FilterMapRun<I, F> {
    items: I,
    f: Arc<F>,
}

impl<P, F> FilterMap<P, F> {
    pub(super) fn new(base: P, f: F) -> Self {
        FilterMap {
            base,
            f: Arc::new(f),
        }
    }
}

impl<P, R, F> ParallelIterator for FilterMap<P, F>
where
    P: ParallelIterator,
    F: Fn(P::Item) -> Option<R> + Sync + Send,
    R: Send,
{
    type Item = R;
    type Run = FilterMapRun<P::Run, F>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let wrap = |items| FilterMapRun {
            items,
            f: self.f.clone(),
        };
        self.base.cut(lengths).into_iter().map(wrap).collect()
    }
}

impl<I: Iterator, R, F: Fn(I::Item) -> Option<R>> Iterator for FilterMapRun<I, F> {
    type Item = R;
    fn next(&mut self) -> Option<Self::Item> {
        self.items.find_map(&*self.f)
    }
}
