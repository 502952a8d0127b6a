//! A subset of `crossbeam` on the model.
pub mod thread {
    use interleave_std::thread as t;
    pub struct Scope<'s, 'e: 's>(&'s t::Scope<'s, 'e>);
    pub type ScopedJoinHandle<'s, T> = t::ScopedJoinHandle<'s, T>;
    impl<'s, 'e> Scope<'s, 'e> {
        #[track_caller]
        pub fn spawn<F: FnOnce(&Scope<'s, 'e>) -> T + Send + 's, T: Send + 's>(
            &self,
            f: F,
        ) -> ScopedJoinHandle<'s, T> {
            let s = self.0;
            struct Sendable<'s, 'e: 's>(&'s t::Scope<'s, 'e>);
            unsafe impl Send for Sendable<'_, '_> {}
            let s2 = Sendable(s);
            s.spawn(move || {
                let w = s2;
                f(&Scope(w.0))
            })
        }
    }
    /// Err if a thread that was not joined panicked.
    #[track_caller]
    pub fn scope<'e, F, R>(f: F) -> t::Result<R>
    where
        F: for<'s> FnOnce(&Scope<'s, 'e>) -> R,
    {
        interleave_std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            t::scope(|s| f(&Scope(s)))
        }))
    }
}
pub use thread::scope;
pub mod channel {
    pub use crate::select;
    use interleave::{Case, Id, K, NONE, OK, obj, op};
    pub use interleave_std::sync::mpsc::{
        RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError,
    };
    use std::{
        cell::{Cell, RefCell},
        collections::VecDeque,
        sync::Arc,
        time::Duration,
    };
    struct Chan<T> {
        id: Id,
        cap: usize,
        tx: Cell<usize>,
        rx: Cell<usize>,
        q: RefCell<VecDeque<T>>,
    }
    unsafe impl<T: Send> Sync for Chan<T> {}
    unsafe impl<T: Send> Send for Chan<T> {}
    impl<T> Chan<T> {
        fn o(&self) -> u32 {
            self.id
                .get2(OK::Channel, |o| {
                    o.cap = self.cap;
                    o.tx = self.tx.get()
                })
                .0
        }
    }
    pub struct Sender<T>(Arc<Chan<T>>);
    pub struct Receiver<T>(Arc<Chan<T>>);
    impl<T> Clone for Sender<T> {
        fn clone(&self) -> Self {
            self.0.tx.set(self.0.tx.get() + 1);
            let n = self.0.tx.get();
            obj(self.0.o(), |o| o.tx = n);
            Sender(self.0.clone())
        }
    }
    impl<T> Clone for Receiver<T> {
        fn clone(&self) -> Self {
            self.0.rx.set(self.0.rx.get() + 1);
            Receiver(self.0.clone())
        }
    }
    impl<T> Drop for Sender<T> {
        fn drop(&mut self) {
            let n = self.0.tx.get() - 1;
            self.0.tx.set(n);
            if interleave::active() {
                let o = self.0.o();
                if n > 0 {
                    obj(o, |o| o.tx = n)
                } else {
                    obj(o, |o| o.tx = 1);
                    op(K::DropTx, o, NONE, 0);
                }
            }
        }
    }
    impl<T> Drop for Receiver<T> {
        fn drop(&mut self) {
            let n = self.0.rx.get() - 1;
            self.0.rx.set(n);
            if n == 0 && interleave::active() {
                op(K::DropRx, self.0.o(), NONE, 0);
            }
        }
    }
    impl<T> Sender<T> {
        #[track_caller]
        pub fn send(&self, v: T) -> Result<(), SendError<T>> {
            let o = self.0.o();
            if op(K::Send, o, NONE, 0) != 1 {
                return Err(SendError(v));
            }
            self.0.q.borrow_mut().push_back(v);
            if self.0.cap == 0 {
                let ver = obj(o, |o| o.ver);
                op(K::SendAck, o, NONE, ver);
                if obj(o, |o| !o.rx && o.ver == ver)
                    && let Some(v) = self.0.q.borrow_mut().pop_front()
                {
                    return Err(SendError(v));
                }
            }
            Ok(())
        }
        #[track_caller]
        pub fn try_send(&self, v: T) -> Result<(), TrySendError<T>> {
            match op(K::TrySend, self.0.o(), NONE, 0) {
                1 => {
                    self.0.q.borrow_mut().push_back(v);
                    Ok(())
                }
                2 => Err(TrySendError::Disconnected(v)),
                _ => Err(TrySendError::Full(v)),
            }
        }
        #[doc(hidden)]
        pub fn __case(&self) -> Case {
            Case::Send(self.0.o())
        }
        #[doc(hidden)]
        #[track_caller]
        pub fn __do(&self, v: T) -> Result<(), SendError<T>> {
            if interleave::granted(K::TrySend, self.0.o()) == 1 {
                self.0.q.borrow_mut().push_back(v);
                Ok(())
            } else {
                Err(SendError(v))
            }
        }
    }
    impl<T> Receiver<T> {
        fn pop(&self) -> T {
            self.0.q.borrow_mut().pop_front().expect("model queue")
        }
        #[track_caller]
        pub fn recv(&self) -> Result<T, RecvError> {
            if op(K::Recv, self.0.o(), NONE, 0) == 1 {
                Ok(self.pop())
            } else {
                Err(RecvError)
            }
        }
        #[track_caller]
        pub fn try_recv(&self) -> Result<T, TryRecvError> {
            match op(K::TryRecv, self.0.o(), NONE, 0) {
                1 => Ok(self.pop()),
                0 => Err(TryRecvError::Empty),
                _ => Err(TryRecvError::Disconnected),
            }
        }
        #[track_caller]
        pub fn recv_timeout(&self, _: Duration) -> Result<T, RecvTimeoutError> {
            match op(K::RecvT, self.0.o(), NONE, 0) {
                1 => Ok(self.pop()),
                0 => Err(RecvTimeoutError::Timeout),
                _ => Err(RecvTimeoutError::Disconnected),
            }
        }
        pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
            std::iter::from_fn(|| self.recv().ok())
        }
        #[doc(hidden)]
        pub fn __case(&self) -> Case {
            Case::Recv(self.0.o())
        }
        #[doc(hidden)]
        #[track_caller]
        pub fn __do(&self) -> Result<T, RecvError> {
            if interleave::granted(K::TryRecv, self.0.o()) == 1 {
                Ok(self.pop())
            } else {
                Err(RecvError)
            }
        }
    }
    pub struct IntoIter<T>(Receiver<T>);
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
        #[track_caller]
        fn next(&mut self) -> Option<T> {
            self.0.recv().ok()
        }
    }
    impl<T> IntoIterator for Receiver<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
        fn into_iter(self) -> IntoIter<T> {
            IntoIter(self)
        }
    }
    #[track_caller]
    fn make<T>(cap: usize) -> (Sender<T>, Receiver<T>) {
        let c = Arc::new(Chan {
            id: Id::new(),
            cap,
            tx: Cell::new(1),
            rx: Cell::new(1),
            q: RefCell::default(),
        });
        (Sender(c.clone()), Receiver(c))
    }
    #[track_caller]
    pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
        make(usize::MAX)
    }
    #[track_caller]
    pub fn bounded<T>(n: usize) -> (Sender<T>, Receiver<T>) {
        make(n)
    }
}
pub use interleave::select as __select;
/// `recv(r) -> x => e`, `send(s, v) -> x => e`, `default => e`, `default(d) => e`.
#[macro_export]
macro_rules! select {
    ($($t:tt)*) => { $crate::__sel!(@p [] [] $($t)*) };
}
#[doc(hidden)]
#[macro_export]
macro_rules! __sel {
    // one arm at a time: normalise `=> block` / `=> expr,`
    (@p [$($c:tt)*] [$($d:tt)*] recv($r:expr) -> $x:pat => $e:block $(, $($t:tt)*)?) => { $crate::__sel!(@p [$($c)* (recv ($r) () $x, $e)] [$($d)*] $($($t)*)?) };
    (@p [$($c:tt)*] [$($d:tt)*] recv($r:expr) -> $x:pat => $e:block $($t:tt)*) => { $crate::__sel!(@p [$($c)* (recv ($r) () $x, $e)] [$($d)*] $($t)*) };
    (@p [$($c:tt)*] [$($d:tt)*] recv($r:expr) -> $x:pat => $e:expr $(, $($t:tt)*)?) => { $crate::__sel!(@p [$($c)* (recv ($r) () $x, $e)] [$($d)*] $($($t)*)?) };
    (@p [$($c:tt)*] [$($d:tt)*] send($s:expr, $v:expr) -> $x:pat => $e:expr $(, $($t:tt)*)?) => { $crate::__sel!(@p [$($c)* (send ($s) ($v) $x, $e)] [$($d)*] $($($t)*)?) };
    (@p [$($c:tt)*] [] default $(($t0:expr))? => $e:expr $(, $($t:tt)*)?) => { $crate::__sel!(@p [$($c)*] [$e] $($($t)*)?) };
    (@p [$($c:tt)*] [$($d:tt)*]) => { $crate::__sel!(@go [$($c)*] [$($d)*]) };
    (@go [$(($k:ident ($r:expr) ($($v:expr)?) $x:pat, $e:expr))*] [$($d:expr)?]) => {{
        let cases = vec![$(($r).__case()),*];
        let default = false $(|| { let _ = stringify!($d); true })?;
        let got = $crate::__select(cases, default);
        #[allow(unused_mut, unused_assignments)] let mut n = 0usize;
        'sel: {
            $( if got == Some(n) { let $x = ($r).__do($($v)?); break 'sel { $e } } n += 1; )*
            let _ = n;
            $( if got.is_none() { break 'sel { $d } } )?
            unreachable!()
        }
    }};
}
