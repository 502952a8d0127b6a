//! Parallel iterators whose runs have a state of their own, and those without a closure.

use super::{IndexedParallelIterator, ParallelIterator};
use std::iter;
use std::sync::Arc;

/// Applies a closure with a state of the run's. Made by [`ParallelIterator::map_init`].
#[derive(Debug)]
pub struct MapInit<P, I, F> {
    base: P,
    f: Arc<(I, F)>,
}

/// A run of [`MapInit`]; the thread that begins it makes the state.
#[doc(hidden)]
#[derive(Debug)]
pub struct MapInitRun<R, S, I, F> {
    items: R,
    state: Option<S>,
    f: Arc<(I, F)>,
}

impl<P, I, F> MapInit<P, I, F> {
    pub(super) fn new(base: P, init: I, f: F) -> Self {
        MapInit {
            base,
            f: Arc::new((init, f)),
        }
    }
}

impl<P, I, F, S, R> ParallelIterator for MapInit<P, I, F>
where
    P: ParallelIterator,
    I: Fn() -> S + Sync + Send,
    F: Fn(&mut S, P::Item) -> R + Sync + Send,
    S: Send,
    R: Send,
{
    type Item = R;
    type Run = MapInitRun<P::Run, S, I, F>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let wrap = |items| MapInitRun {
            items,
            state: None,
            f: self.f.clone(),
        };
        self.base.cut(lengths).into_iter().map(wrap).collect()
    }
}

impl<R, S, I, F, T> Iterator for MapInitRun<R, S, I, F>
where
    R: Iterator,
    I: Fn() -> S,
    F: Fn(&mut S, R::Item) -> T,
{
    type Item = T;
    fn next(&mut self) -> Option<T> {
        let item = self.items.next()?;
        let (init, f) = &*self.f;
        Some(f(self.state.get_or_insert_with(init), item))
    }
}

/// Applies a closure and goes through what it gives. Made by [`ParallelIterator::flat_map_iter`].
#[derive(Debug)]
pub struct FlatMapIter<P, F> {
    base: P,
    f: Arc<F>,
}

/// A run of [`FlatMapIter`].
#[doc(hidden)]
#[derive(Debug)]
pub struct FlatMapIterRun<I, S: IntoIterator, F> {
    items: I,
    /// What is left of what the closure gave last.
    inner: Option<std::vec::IntoIter<S::Item>>,
    f: Arc<F>,
}

impl<P, F> FlatMapIter<P, F> {
    pub(super) fn new(base: P, f: F) -> Self {
        FlatMapIter {
            base,
            f: Arc::new(f),
        }
    }
}

impl<P, F, S> ParallelIterator for FlatMapIter<P, F>
where
    P: ParallelIterator,
    F: Fn(P::Item) -> S + Sync + Send,
    S: IntoIterator<Item: Send>,
{
    type Item = S::Item;
    type Run = FlatMapIterRun<P::Run, S, F>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let wrap = |items| FlatMapIterRun {
            items,
            inner: None,
            f: self.f.clone(),
        };
        self.base.cut(lengths).into_iter().map(wrap).collect()
    }
}

impl<I: Iterator, S: IntoIterator, F: Fn(I::Item) -> S> Iterator for FlatMapIterRun<I, S, F> {
    type Item = S::Item;
    fn next(&mut self) -> Option<S::Item> {
        loop {
            if let Some(item) = self.inner.as_mut().and_then(Iterator::next) {
                return Some(item);
            }
            let given = (self.f)(self.items.next()?);
            // collected, because the given iterator itself need not be `Send`
            self.inner = Some(given.into_iter().collect::<Vec<_>>().into_iter());
        }
    }
}

/// Clones what is behind references. Made by [`ParallelIterator::cloned`].
#[derive(Debug)]
pub struct Cloned<P> {
    pub(super) base: P,
}

impl<'a, P, T> ParallelIterator for Cloned<P>
where
    P: ParallelIterator<Item = &'a T>,
    T: Clone + Send + Sync + 'a,
{
    type Item = T;
    type Run = iter::Cloned<P::Run>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        self.base
            .cut(lengths)
            .into_iter()
            .map(Iterator::cloned)
            .collect()
    }
}

impl<'a, P, T> IndexedParallelIterator for Cloned<P>
where
    P: IndexedParallelIterator<Item = &'a T>,
    T: Clone + Send + Sync + 'a,
{
}

/// Copies what is behind references. Made by [`ParallelIterator::copied`].
#[derive(Debug)]
pub struct Copied<P> {
    pub(super) base: P,
}

impl<'a, P, T> ParallelIterator for Copied<P>
where
    P: ParallelIterator<Item = &'a T>,
    T: Copy + Send + Sync + 'a,
{
    type Item = T;
    type Run = iter::Copied<P::Run>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        self.base
            .cut(lengths)
            .into_iter()
            .map(Iterator::copied)
            .collect()
    }
}

impl<'a, P, T> IndexedParallelIterator for Copied<P>
where
    P: IndexedParallelIterator<Item = &'a T>,
    T: Copy + Send + Sync + 'a,
{
}
