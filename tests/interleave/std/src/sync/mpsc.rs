use super::Arc;
pub use ::std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
use ::std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    fmt,
    panic::Location,
    time::Duration,
};
use interleave::{Id, K, NONE, OK, obj, op, op_at};

struct Chan<T> {
    id: Id,
    cap: usize,
    tx: Cell<usize>,
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
macro_rules! sender {
    ($n:ident) => {
        pub struct $n<T> {
            c: Arc<Chan<T>>,
        }
        impl<T> Clone for $n<T> {
            fn clone(&self) -> Self {
                self.c.tx.set(self.c.tx.get() + 1);
                if interleave::active() {
                    let o = self.c.o();
                    let n = self.c.tx.get();
                    obj(o, |o| o.tx = n)
                }
                $n { c: self.c.clone() }
            }
        }
        impl<T> Drop for $n<T> {
            #[track_caller]
            fn drop(&mut self) {
                let n = self.c.tx.get() - 1;
                self.c.tx.set(n);
                if !interleave::active() {
                    return;
                }
                let o = self.c.o();
                if n > 0 || obj(o, |o| o.tx) == 0 {
                    obj(o, |o| o.tx = n)
                } else {
                    obj(o, |o| o.tx = 1);
                    op_at(K::DropTx, o, NONE, 0, Location::caller());
                }
            }
        }
        impl<T> fmt::Debug for $n<T> {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str(concat!(stringify!($n), " { .. }"))
            }
        }
        impl<T> $n<T> {
            #[track_caller]
            pub fn send(&self, v: T) -> Result<(), SendError<T>> {
                send(&self.c, v)
            }
        }
    };
}
sender!(Sender);
sender!(SyncSender);
#[track_caller]
fn send<T>(c: &Chan<T>, v: T) -> Result<(), SendError<T>> {
    let o = c.o();
    if op(K::Send, o, NONE, 0) != 1 {
        return Err(SendError(v));
    }
    c.q.borrow_mut().push_back(v);
    if c.cap == 0 {
        // rendezvous: wait until it is taken
        let ver = obj(o, |o| o.ver);
        op(K::SendAck, o, NONE, ver);
        if obj(o, |o| !o.rx && o.ver == ver)
            && let Some(v) = c.q.borrow_mut().pop_front()
        {
            return Err(SendError(v));
        }
    }
    Ok(())
}
impl<T> SyncSender<T> {
    #[track_caller]
    pub fn try_send(&self, v: T) -> Result<(), TrySendError<T>> {
        match op(K::TrySend, self.c.o(), NONE, 0) {
            1 => {
                self.c.q.borrow_mut().push_back(v);
                Ok(())
            }
            2 => Err(TrySendError::Disconnected(v)),
            _ => Err(TrySendError::Full(v)),
        }
    }
}
pub struct Receiver<T> {
    c: Arc<Chan<T>>,
    _p: ::std::marker::PhantomData<Cell<()>>,
}
unsafe impl<T: Send> Send for Receiver<T> {}
impl<T> Receiver<T> {
    fn pop(&self) -> T {
        self.c.q.borrow_mut().pop_front().expect("model queue")
    }
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        if op(K::Recv, self.c.o(), NONE, 0) == 1 {
            Ok(self.pop())
        } else {
            Err(RecvError)
        }
    }
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        match op(K::TryRecv, self.c.o(), NONE, 0) {
            1 => Ok(self.pop()),
            0 => Err(TryRecvError::Empty),
            _ => Err(TryRecvError::Disconnected),
        }
    }
    #[track_caller]
    pub fn recv_timeout(&self, _: Duration) -> Result<T, RecvTimeoutError> {
        match op(K::RecvT, self.c.o(), NONE, 0) {
            1 => Ok(self.pop()),
            0 => Err(RecvTimeoutError::Timeout),
            _ => Err(RecvTimeoutError::Disconnected),
        }
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { r: self }
    }
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { r: self }
    }
}
impl<T> Drop for Receiver<T> {
    #[track_caller]
    fn drop(&mut self) {
        if !interleave::active() {
            return;
        }
        op_at(K::DropRx, self.c.o(), NONE, 0, Location::caller());
        if self.c.cap != 0 {
            let q = ::std::mem::take(&mut *self.c.q.borrow_mut());
            drop(q);
        }
    }
}
impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Receiver { .. }")
    }
}
#[derive(Debug)]
pub struct Iter<'a, T: 'a> {
    r: &'a Receiver<T>,
}
#[derive(Debug)]
pub struct TryIter<'a, T: 'a> {
    r: &'a Receiver<T>,
}
#[derive(Debug)]
pub struct IntoIter<T> {
    r: Receiver<T>,
}
impl<T> Iterator for Iter<'_, T> {
    type Item = T;
    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.r.recv().ok()
    }
}
impl<T> Iterator for TryIter<'_, T> {
    type Item = T;
    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.r.try_recv().ok()
    }
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.r.recv().ok()
    }
}
impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { r: self }
    }
}
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let c = make(usize::MAX);
    (
        Sender { c: c.clone() },
        Receiver {
            c,
            _p: ::std::marker::PhantomData,
        },
    )
}
#[track_caller]
pub fn sync_channel<T>(n: usize) -> (SyncSender<T>, Receiver<T>) {
    let c = make(n);
    (
        SyncSender { c: c.clone() },
        Receiver {
            c,
            _p: ::std::marker::PhantomData,
        },
    )
}
#[track_caller]
fn make<T>(cap: usize) -> Arc<Chan<T>> {
    Arc::new(Chan {
        id: Id::new(),
        cap,
        tx: Cell::new(1),
        q: RefCell::new(VecDeque::new()),
    })
}
