//! # Images: ten pictures, four editors
//!
//! The kitchen prints a new menu with ten photographs, a million pixels each. All were taken through a mirror, and all
//! must be softened a little. Four editors share the pile. Whoever is done takes the next picture. The printer wants them
//! in the old order. There is no room on the desk for a second copy of anything: to turn a picture round, it is enough
//! to look at it from the other side.

use ndarray::{Array2, ArrayView2, Axis, Slice};
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A grey picture: rows from top to bottom, in each row the pixels from left to right.
pub type Image = Array2<f32>;

/// A picture that is only looked at.
pub type View<'a> = ArrayView2<'a, f32>;

/// The same pixels, with left and right exchanged.
pub fn flip(mut image: View<'_>) -> View<'_> {
    // A view is a pointer with a stride for each axis. Its last column becomes the first, and the stride negative.
    image.invert_axis(Axis(1));
    image
}

/// A new picture in which each pixel is the mean of its neighbourhood.
pub fn blur(image: View<'_>) -> Image {
    let (rows, columns) = image.dim();
    Array2::from_shape_fn(image.dim(), |(row, column)| {
        // The neighbourhood is a view too, cut off where the picture ends, so it knows its own number of pixels.
        let band = image.slice_axis(Axis(0), Slice::from(around(row, rows)));
        let near = band.slice_axis(Axis(1), Slice::from(around(column, columns)));
        near.sum() / near.len() as f32
    })
}

/// The places next to `at`, as far as they are below `end`.
fn around(at: usize, end: usize) -> Range<usize> {
    at.saturating_sub(1)..(at + 2).min(end)
}

/// Flips and filters all `images` with up to `workers` threads, at least one. Returns them in the same order.
///
/// # Panics
///
/// When `filter` panics.
pub fn edit_all(
    images: &[Image],
    workers: usize,
    filter: &(dyn Fn(View<'_>) -> Image + Sync),
) -> Vec<Image> {
    let next = AtomicUsize::new(0);
    let places: Vec<Mutex<Option<Image>>> = images.iter().map(|_| Mutex::new(None)).collect();
    // A scope, so that the workers borrow the pictures. Threads that may outlive this call would need copies.
    thread::scope(|scope| {
        for _ in 0..workers.min(images.len()) {
            scope.spawn(|| {
                while let at = next.fetch_add(1, Ordering::Relaxed)
                    && at < images.len()
                {
                    // The decisive line: the work is done first, and the lock, of this one place, is taken then.
                    let edited = filter(flip(images[at].view()));
                    *places[at].lock().unwrap() = Some(edited);
                }
            });
        }
    });
    places
        .into_iter()
        .map(|place| place.into_inner().unwrap().expect("every place was taken"))
        .collect()
}

// Wrong turns
// - `image.to_owned()` before the flip: each picture a second time in memory (wrong/flips_a_copy.rs).
// - `Arc::new(images.to_vec())` for threads that are not scoped: the whole pile a second time (wrong/copies_for_arc.rs).
// - one division by 9 for all: the edge turns dark (wrong/dark_edges.rs).
// - pushing to one list as they come: the order is that of finishing (wrong/order_of_finishing.rs is a race).
// - filtering while the list is locked: one editor at a time (wrong/lock_while_filtering.rs is serial).
