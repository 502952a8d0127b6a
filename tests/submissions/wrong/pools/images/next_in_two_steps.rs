//! verdict: race
//! Reads the next number and counts it up later: two editors take one picture.

use ndarray::{Array2, ArrayView2, Axis};
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
    let mut edited: Vec<_> = thread::scope(|scope| {
        let work = || {
            let mut mine = Vec::new();
            while let at = next.load(Ordering::SeqCst)
                && let Some(image) = images.get(at)
            {
                next.store(at + 1, Ordering::SeqCst);
                mine.push((at, filter(flip(image.view()))));
            }
            mine
        };
        let editors: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        editors
            .into_iter()
            .flat_map(|editor| editor.join().unwrap())
            .collect()
    });
    edited.sort_by_key(|(at, _)| *at);
    edited.into_iter().map(|(_, image)| image).collect()
}
