//! What parallel iterators start from.

use super::{IndexedParallelIterator, ParallelIterator};
use interleave_std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::ops::{Range, RangeInclusive};

/// Items that are there already, in their order.
#[derive(Debug, Clone)]
pub struct Items<T> {
    items: Vec<T>,
}

impl<T> Items<T> {
    pub(crate) fn new(items: impl IntoIterator<Item = T>) -> Self {
        Items {
            items: items.into_iter().collect(),
        }
    }
}

impl<T: Send> ParallelIterator for Items<T> {
    type Item = T;
    type Run = std::vec::IntoIter<T>;

    fn input_len(&self) -> usize {
        self.items.len()
    }

    fn cut(self, lengths: &[usize]) -> Vec<Self::Run> {
        let mut items = self.items.into_iter();
        lengths
            .iter()
            .map(|&length| items.by_ref().take(length).collect::<Vec<T>>().into_iter())
            .collect()
    }
}

impl<T: Send> IndexedParallelIterator for Items<T> {}

/// What can be gone through in parallel, by value: parallel iterators themselves, ranges and collections.
pub trait IntoParallelIterator {
    /// What it gives.
    type Item: Send;
    /// The iterator.
    type Iter: ParallelIterator<Item = Self::Item>;
    /// Makes the iterator.
    fn into_par_iter(self) -> Self::Iter;
}

impl<P: ParallelIterator> IntoParallelIterator for P {
    type Item = P::Item;
    type Iter = P;
    fn into_par_iter(self) -> P {
        self
    }
}

/// Collections and ranges, for each of which rayon has an implementation of its own.
macro_rules! collections {
    ($(<$($parameter:tt),*> $collection:ty;)*) => { $(
        impl<$($parameter),*> IntoParallelIterator for $collection
        where
            $collection: IntoIterator<Item: Send>,
        {
            type Item = <$collection as IntoIterator>::Item;
            type Iter = Items<Self::Item>;
            fn into_par_iter(self) -> Self::Iter {
                Items::new(self)
            }
        }
    )* };
}

collections! {
    <T> Range<T>; <T> RangeInclusive<T>; <T> Option<T>;
    <T> Vec<T>; <'a, T> &'a Vec<T>; <'a, T> &'a mut Vec<T>; <'a, T> &'a [T]; <'a, T> &'a mut [T];
    <T> VecDeque<T>; <'a, T> &'a VecDeque<T>; <'a, T> &'a mut VecDeque<T>;
    <T> BTreeSet<T>; <'a, T> &'a BTreeSet<T>; <T> HashSet<T>; <'a, T> &'a HashSet<T>;
    <K, V> BTreeMap<K, V>; <'a, K, V> &'a BTreeMap<K, V>; <'a, K, V> &'a mut BTreeMap<K, V>;
    <K, V> HashMap<K, V>; <'a, K, V> &'a HashMap<K, V>; <'a, K, V> &'a mut HashMap<K, V>;
}

impl<T: Send, const N: usize> IntoParallelIterator for [T; N] {
    type Item = T;
    type Iter = Items<T>;
    fn into_par_iter(self) -> Items<T> {
        Items::new(self)
    }
}

/// `par_iter`, for what can be gone through by shared reference.
pub trait IntoParallelRefIterator<'data> {
    /// A shared reference.
    type Item: Send + 'data;
    /// The iterator.
    type Iter: ParallelIterator<Item = Self::Item>;
    /// Goes through it by shared reference.
    fn par_iter(&'data self) -> Self::Iter;
}

impl<'data, C: ?Sized + 'data> IntoParallelRefIterator<'data> for C
where
    &'data C: IntoParallelIterator<Item: 'data>,
{
    type Item = <&'data C as IntoParallelIterator>::Item;
    type Iter = <&'data C as IntoParallelIterator>::Iter;
    fn par_iter(&'data self) -> Self::Iter {
        self.into_par_iter()
    }
}

/// `par_iter_mut`, for what can be gone through by unique reference.
pub trait IntoParallelRefMutIterator<'data> {
    /// A unique reference.
    type Item: Send + 'data;
    /// The iterator.
    type Iter: ParallelIterator<Item = Self::Item>;
    /// Goes through it by unique reference.
    fn par_iter_mut(&'data mut self) -> Self::Iter;
}

impl<'data, C: ?Sized + 'data> IntoParallelRefMutIterator<'data> for C
where
    &'data mut C: IntoParallelIterator<Item: 'data>,
{
    type Item = <&'data mut C as IntoParallelIterator>::Item;
    type Iter = <&'data mut C as IntoParallelIterator>::Iter;
    fn par_iter_mut(&'data mut self) -> Self::Iter {
        self.into_par_iter()
    }
}
