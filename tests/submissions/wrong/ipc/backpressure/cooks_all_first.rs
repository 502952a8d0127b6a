//! verdict: serial
//! Makes everything first, then brings it.

pub fn serve<P: Send + 'static, R: Send + 'static>(
    room: usize,
    mut make: impl FnMut() -> Option<P> + Send + 'static,
    bring: impl FnMut(P) -> Option<R> + Send + 'static,
) -> Vec<R> {
    let _ = room;
    let cook = std::thread::spawn(move || {
        let mut plates = Vec::new();
        while let Some(plate) = make() {
            plates.push(plate);
        }
        plates
    });
    cook.join().unwrap().into_iter().map_while(bring).collect()
}
