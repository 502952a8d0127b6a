//! A minimal `rayon`: every fork is a model thread; parallel iterators cut their input into `current_num_threads()` runs.
use interleave_std::thread;
use std::cell::Cell;
std::thread_local! { static N: Cell<usize> = const { Cell::new(2) } }
pub fn current_num_threads() -> usize {
    N.get()
}
#[track_caller]
pub fn join<A: FnOnce() -> RA + Send, B: FnOnce() -> RB + Send, RA: Send, RB: Send>(
    a: A,
    b: B,
) -> (RA, RB) {
    thread::scope(|s| {
        let h = s.spawn(b);
        let ra = a();
        (
            ra,
            h.join()
                .unwrap_or_else(|p| interleave_std::panic::resume_unwind(p)),
        )
    })
}
pub struct Scope<'s, 'e: 's>(&'s thread::Scope<'s, 'e>);
impl<'s, 'e> Scope<'s, 'e> {
    #[track_caller]
    pub fn spawn<F: FnOnce(&Scope<'s, 'e>) + Send + 's>(&self, f: F) {
        struct W<'s, 'e: 's>(&'s thread::Scope<'s, 'e>);
        unsafe impl Send for W<'_, '_> {}
        let w = W(self.0);
        self.0.spawn(move || {
            let w = w;
            f(&Scope(w.0))
        });
    }
}
#[track_caller]
pub fn scope<'e, F: for<'s> FnOnce(&Scope<'s, 'e>) -> R + Send, R: Send>(f: F) -> R {
    thread::scope(|s| f(&Scope(s)))
}
#[derive(Default)]
pub struct ThreadPoolBuilder(usize);
pub struct ThreadPool(usize);
#[derive(Debug)]
pub struct ThreadPoolBuildError;
impl ThreadPoolBuilder {
    pub fn new() -> Self {
        Self(2)
    }
    pub fn num_threads(self, n: usize) -> Self {
        Self(n)
    }
    pub fn build(self) -> Result<ThreadPool, ThreadPoolBuildError> {
        Ok(ThreadPool(self.0.max(1)))
    }
}
impl ThreadPool {
    pub fn install<R: Send>(&self, f: impl FnOnce() -> R + Send) -> R {
        let old = N.replace(self.0);
        let r = f();
        N.set(old);
        r
    }
    pub fn current_num_threads(&self) -> usize {
        self.0
    }
}
/// Lazily mapped items: (input, function applied in the worker).
pub struct Par<I, F> {
    items: Vec<I>,
    f: F,
}
impl<I: Send, T: Send, F: Fn(I) -> Option<T> + Sync> Par<I, F> {
    pub fn map<U: Send, G: Fn(T) -> U + Sync>(
        self,
        g: G,
    ) -> Par<I, impl Fn(I) -> Option<U> + Sync> {
        let f = self.f;
        Par {
            items: self.items,
            f: move |i| f(i).map(&g),
        }
    }
    pub fn filter<G: Fn(&T) -> bool + Sync>(self, g: G) -> Par<I, impl Fn(I) -> Option<T> + Sync> {
        let f = self.f;
        Par {
            items: self.items,
            f: move |i| f(i).filter(&g),
        }
    }
    #[track_caller]
    fn runs<A: Send>(self, fold: impl Fn(&mut dyn Iterator<Item = T>) -> A + Sync) -> Vec<A> {
        let n = self.items.len().div_ceil(N.get()).max(1);
        let (f, fold) = (&self.f, &fold);
        let mut rest = self.items;
        let mut parts = vec![];
        while rest.len() > n {
            let tail = rest.split_off(n);
            parts.push(std::mem::replace(&mut rest, tail));
        }
        parts.push(rest);
        thread::scope(|s| {
            let hs: Vec<_> = parts
                .into_iter()
                .map(|p| s.spawn(move || fold(&mut p.into_iter().filter_map(f))))
                .collect();
            hs.into_iter()
                .map(|h| {
                    h.join()
                        .unwrap_or_else(|p| interleave_std::panic::resume_unwind(p))
                })
                .collect()
        })
    }
    #[track_caller]
    pub fn for_each(self, g: impl Fn(T) + Sync) {
        self.runs(|it| it.for_each(&g));
    }
    #[track_caller]
    pub fn sum<S: std::iter::Sum<T> + std::iter::Sum<S> + Send>(self) -> S {
        self.runs(|it| it.sum::<S>()).into_iter().sum()
    }
    #[track_caller]
    pub fn count(self) -> usize {
        self.runs(|it| it.count()).into_iter().sum()
    }
    #[track_caller]
    pub fn reduce(self, id: impl Fn() -> T + Sync, op: impl Fn(T, T) -> T + Sync) -> T {
        self.runs(|it| it.fold(id(), &op))
            .into_iter()
            .fold(id(), &op)
    }
    #[track_caller]
    pub fn collect<C: FromIterator<T>>(self) -> C {
        self.runs(|it| it.collect::<Vec<_>>())
            .into_iter()
            .flatten()
            .collect()
    }
}
pub mod prelude {
    use super::Par;
    pub trait IntoParallelIterator: IntoIterator + Sized
    where
        Self::Item: Send,
    {
        fn into_par_iter(self) -> Par<Self::Item, fn(Self::Item) -> Option<Self::Item>> {
            Par {
                items: self.into_iter().collect(),
                f: Some,
            }
        }
    }
    impl<T: IntoIterator> IntoParallelIterator for T where T::Item: Send {}
    type P<I> = Par<I, fn(I) -> Option<I>>;
    pub trait ParallelSlice<T: Sync> {
        fn par_iter<'a>(&'a self) -> P<&'a T>;
        fn par_chunks<'a>(&'a self, n: usize) -> P<&'a [T]>;
    }
    impl<T: Sync> ParallelSlice<T> for [T] {
        fn par_iter<'a>(&'a self) -> P<&'a T> {
            Par {
                items: self.iter().collect(),
                f: Some,
            }
        }
        fn par_chunks<'a>(&'a self, n: usize) -> P<&'a [T]> {
            Par {
                items: self.chunks(n).collect(),
                f: Some,
            }
        }
    }
    pub trait ParallelSliceMut<T: Send> {
        fn par_iter_mut<'a>(&'a mut self) -> P<&'a mut T>;
    }
    impl<T: Send> ParallelSliceMut<T> for [T] {
        fn par_iter_mut<'a>(&'a mut self) -> P<&'a mut T> {
            Par {
                items: self.iter_mut().collect(),
                f: Some,
            }
        }
    }
}
