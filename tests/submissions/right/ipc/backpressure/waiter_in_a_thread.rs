//! The cook stays here, the waiter gets a thread, over crossbeam's channel.

use crossbeam::channel::bounded;

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let (put, pass) = bounded(room);
    let waiter = std::thread::spawn(move || pass.into_iter().map_while(bring).collect());
    let _ = std::iter::from_fn(make).try_for_each(|plate| put.send(plate));
    drop(put);
    waiter.join().expect("the waiter comes back")
}
