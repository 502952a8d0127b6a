//! Folding each run to one item.

use super::ParallelIterator;
use std::sync::Arc;

/// One item for each run. Made by [`ParallelIterator::fold`].
#[derive(Debug)]
pub struct Fold<P, I, F> {
    base: P,
    f: Arc<(I, F)>,
}

/// A run of [`Fold`]: folded by the thread that goes through it.
#[doc(hidden)]
#[derive(Debug)]
pub struct FoldRun<R, I, F> {
    items: Option<R>,
    f: Arc<(I, F)>,
}

impl<P, I, F> Fold<P, I, F> {
    pub(super) fn new(base: P, identity: I, f: F) -> Self {
        Fold {
            base,
            f: Arc::new((identity, f)),
        }
    }
}

impl<P, I, F, T> ParallelIterator for Fold<P, I, F>
where
    P: ParallelIterator,
    I: Fn() -> T + Sync + Send,
    F: Fn(T, P::Item) -> T + Sync + Send,
    T: Send,
{
    type Item = T;
    type Run = FoldRun<P::Run, I, F>;

    fn input_len(&self) -> usize {
        self.base.input_len()
    }

    fn min_len(&self) -> usize {
        self.base.min_len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let wrap = |items| FoldRun {
            items: Some(items),
            f: self.f.clone(),
        };
        self.base.cut(lengths).into_iter().map(wrap).collect()
    }
}

impl<R, I, F, T> Iterator for FoldRun<R, I, F>
where
    R: Iterator,
    I: Fn() -> T,
    F: Fn(T, R::Item) -> T,
{
    type Item = T;
    fn next(&mut self) -> Option<T> {
        let items = self.items.take()?;
        let (identity, f) = &*self.f;
        Some(items.fold(identity(), f))
    }
}
