//! verdict: race
//! One list, in the order in which the editors are done.

use ndarray::{Array2, ArrayView2, Axis};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn flip(mut image: ArrayView2<'_, f32>) -> ArrayView2<'_, f32> {
    image.invert_axis(Axis(1));
    image
}

pub fn blur(image: ArrayView2<'_, f32>) -> Array2<f32> {
    let (rows, columns) = image.dim();
    Array2::from_shape_fn((rows, columns), |(row, column)| {
        let (mut sum, mut many) = (0.0, 0.0);
        for r in row.saturating_sub(1)..(row + 2).min(rows) {
            for c in column.saturating_sub(1)..(column + 2).min(columns) {
                sum += image[[r, c]];
                many += 1.0;
            }
        }
        sum / many
    })
}

pub fn edit_all(
    images: &[Array2<f32>],
    workers: usize,
    filter: &(dyn Fn(ArrayView2<'_, f32>) -> Array2<f32> + Sync),
) -> Vec<Array2<f32>> {
    let next = AtomicUsize::new(0);
    let edited = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let at = next.fetch_add(1, Ordering::SeqCst)
                    && at < images.len()
                {
                    let image = filter(flip(images[at].view()));
                    edited.lock().unwrap().push(image);
                }
            });
        }
    });
    edited.into_inner().unwrap()
}
