//! What every parallel iterator can do.

use super::adaptors::{Filter, FilterMap, Inspect, Map};
use super::drive::drive;
use super::states::{Cloned, Copied, FlatMapIter, MapInit};
use super::{Fold, FromParallelIterator};
use interleave_std::sync::OnceLock;
use std::iter::{Product, Sum};

/// Items that threads of the pool go through at the same time.
pub trait ParallelIterator: Sized {
    /// What it gives.
    type Item: Send;
    /// What one thread goes through.
    type Run: Iterator<Item = Self::Item> + Send;

    /// How many items the input has.
    #[doc(hidden)]
    fn input_len(&self) -> usize;

    /// How short a run of the input may be.
    #[doc(hidden)]
    fn min_len(&self) -> usize {
        1
    }

    /// Cuts the input into runs of these lengths; what lies behind them is dropped.
    #[doc(hidden)]
    fn cut(self, lengths: &[usize]) -> Vec<Self::Run>;

    /// Applies `f` to each item.
    fn map<F: Fn(Self::Item) -> R + Sync + Send, R: Send>(self, f: F) -> Map<Self, F> {
        Map::new(self, f)
    }

    /// Applies `f` with a state that `init` makes once for each run.
    fn map_init<I, F, S, R>(self, init: I, f: F) -> MapInit<Self, I, F>
    where
        I: Fn() -> S + Sync + Send,
        F: Fn(&mut S, Self::Item) -> R + Sync + Send,
        R: Send,
    {
        MapInit::new(self, init, f)
    }

    /// Keeps the items that `f` says yes to.
    fn filter<F: Fn(&Self::Item) -> bool + Sync + Send>(self, f: F) -> Filter<Self, F> {
        Filter::new(self, f)
    }

    /// Applies `f` and keeps what is `Some`.
    fn filter_map<F: Fn(Self::Item) -> Option<R> + Sync + Send, R: Send>(
        self,
        f: F,
    ) -> FilterMap<Self, F> {
        FilterMap::new(self, f)
    }

    /// Applies `f` and goes through what it gives, one after the other.
    fn flat_map_iter<F, S>(self, f: F) -> FlatMapIter<Self, F>
    where
        F: Fn(Self::Item) -> S + Sync + Send,
        S: IntoIterator<Item: Send>,
    {
        FlatMapIter::new(self, f)
    }

    /// Shows each item to `f`.
    fn inspect<F: Fn(&Self::Item) + Sync + Send>(self, f: F) -> Inspect<Self, F> {
        Inspect::new(self, f)
    }

    /// Clones what is behind references.
    fn cloned<'a, T: Clone + Send + Sync + 'a>(self) -> Cloned<Self>
    where
        Self: ParallelIterator<Item = &'a T>,
    {
        Cloned { base: self }
    }

    /// Copies what is behind references.
    fn copied<'a, T: Copy + Send + Sync + 'a>(self) -> Copied<Self>
    where
        Self: ParallelIterator<Item = &'a T>,
    {
        Copied { base: self }
    }

    /// Folds each run, beginning with `identity`; gives one item for each run.
    fn fold<T, I, F>(self, identity: I, f: F) -> Fold<Self, I, F>
    where
        I: Fn() -> T + Sync + Send,
        F: Fn(T, Self::Item) -> T + Sync + Send,
        T: Send,
    {
        Fold::new(self, identity, f)
    }

    /// Calls `f` with each item.
    #[track_caller]
    fn for_each<F: Fn(Self::Item) + Sync + Send>(self, f: F) {
        drive(self, |run| run.for_each(&f));
    }

    /// The sum.
    #[track_caller]
    fn sum<S: Send + Sum<Self::Item> + Sum<S>>(self) -> S {
        drive(self, |run| run.sum::<S>()).into_iter().sum()
    }

    /// The product.
    #[track_caller]
    fn product<P: Send + Product<Self::Item> + Product<P>>(self) -> P {
        drive(self, |run| run.product::<P>()).into_iter().product()
    }

    /// How many items there are.
    #[track_caller]
    fn count(self) -> usize {
        drive(self, Iterator::count).into_iter().sum()
    }

    /// The smallest item.
    #[track_caller]
    fn min(self) -> Option<Self::Item>
    where
        Self::Item: Ord,
    {
        drive(self, Iterator::min).into_iter().flatten().min()
    }

    /// The largest item.
    #[track_caller]
    fn max(self) -> Option<Self::Item>
    where
        Self::Item: Ord,
    {
        drive(self, Iterator::max).into_iter().flatten().max()
    }

    /// The item with the smallest key.
    #[track_caller]
    fn min_by_key<K: Ord + Send, F: Fn(&Self::Item) -> K + Sync + Send>(
        self,
        f: F,
    ) -> Option<Self::Item> {
        drive(self, |run| run.min_by_key(&f))
            .into_iter()
            .flatten()
            .min_by_key(&f)
    }

    /// The item with the largest key.
    #[track_caller]
    fn max_by_key<K: Ord + Send, F: Fn(&Self::Item) -> K + Sync + Send>(
        self,
        f: F,
    ) -> Option<Self::Item> {
        drive(self, |run| run.max_by_key(&f))
            .into_iter()
            .flatten()
            .max_by_key(&f)
    }

    /// Combines all items by `f`, which must be associative; `identity` begins each run.
    #[track_caller]
    fn reduce<I, F>(self, identity: I, f: F) -> Self::Item
    where
        I: Fn() -> Self::Item + Sync + Send,
        F: Fn(Self::Item, Self::Item) -> Self::Item + Sync + Send,
    {
        let runs = drive(self, |run| run.fold(identity(), &f));
        runs.into_iter().reduce(&f).unwrap_or_else(identity)
    }

    /// [`reduce`](ParallelIterator::reduce) without a beginning; `None` if there is no item.
    #[track_caller]
    fn reduce_with<F>(self, f: F) -> Option<Self::Item>
    where
        F: Fn(Self::Item, Self::Item) -> Self::Item + Sync + Send,
    {
        drive(self, |run| run.reduce(&f))
            .into_iter()
            .flatten()
            .reduce(&f)
    }

    /// Whether `f` says yes to some item.
    #[track_caller]
    fn any<F: Fn(Self::Item) -> bool + Sync + Send>(self, f: F) -> bool {
        drive(self, |mut run| run.any(&f)).contains(&true)
    }

    /// Whether `f` says yes to every item.
    #[track_caller]
    fn all<F: Fn(Self::Item) -> bool + Sync + Send>(self, f: F) -> bool {
        !drive(self, |mut run| run.all(&f)).contains(&false)
    }

    /// An item that `f` says yes to; which one, if there are several in different runs, is explored.
    #[track_caller]
    fn find_any<F: Fn(&Self::Item) -> bool + Sync + Send>(self, f: F) -> Option<Self::Item>
    where
        Self::Item: Sync,
    {
        let found = OnceLock::new();
        drive(self, |mut run| {
            if let Some(item) = run.find(&f) {
                // somebody else may have been faster
                let _ = found.set(item);
            }
        });
        found.into_inner()
    }

    /// The first item, by order, that `f` says yes to.
    #[track_caller]
    fn find_first<F: Fn(&Self::Item) -> bool + Sync + Send>(self, f: F) -> Option<Self::Item> {
        drive(self, |mut run| run.find(&f))
            .into_iter()
            .flatten()
            .next()
    }

    /// Collects the items, in their order.
    #[track_caller]
    fn collect<C: FromParallelIterator<Self::Item>>(self) -> C {
        C::from_par_iter(self)
    }

    /// Splits the items, in their order, by what `f` says.
    #[track_caller]
    fn partition<A, B, F>(self, f: F) -> (A, B)
    where
        A: Default + Send + Extend<Self::Item>,
        B: Default + Send + Extend<Self::Item>,
        F: Fn(&Self::Item) -> bool + Sync + Send,
    {
        let (mut yes, mut no) = (A::default(), B::default());
        for (said, item) in items(self.map(|item| (f(&item), item))) {
            if said {
                yes.extend([item])
            } else {
                no.extend([item])
            }
        }
        (yes, no)
    }
}

/// All items, in their order, each made in its run.
#[track_caller]
pub(super) fn items<P: ParallelIterator>(iterator: P) -> impl Iterator<Item = P::Item> {
    drive(iterator, Iterator::collect::<Vec<_>>)
        .into_iter()
        .flatten()
}
