//! Every n-th picture for each editor, straight into its place.

use ndarray::{Array2, ArrayView2, Axis};
use std::thread;

pub fn flip(image: ArrayView2<'_, f32>) -> ArrayView2<'_, f32> {
    let mut flipped = image;
    flipped.slice_axis_inplace(Axis(1), ndarray::Slice::new(0, None, -1));
    flipped
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
    let mut edited: Vec<Option<Array2<f32>>> = vec![None; images.len()];
    let mut shares: Vec<Vec<_>> = (0..workers).map(|_| Vec::new()).collect();
    for (at, work) in images.iter().zip(&mut edited).enumerate() {
        shares[at % workers].push(work);
    }
    thread::scope(|scope| {
        for share in shares {
            scope.spawn(move || {
                for (image, place) in share {
                    *place = Some(filter(flip(image.view())));
                }
            });
        }
    });
    edited.into_iter().flatten().collect()
}
