//! verdict: serial
//! One person makes a plate, brings it, and makes the next.

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let _ = room;
    std::iter::from_fn(make).map_while(bring).collect()
}
