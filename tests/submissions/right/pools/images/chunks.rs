//! The pile is divided beforehand; the parts are put together in their order.

use ndarray::{Array2, ArrayView2, Axis};
use std::thread;

pub fn flip(mut image: ArrayView2<'_, f32>) -> ArrayView2<'_, f32> {
    image.invert_axis(Axis(1));
    image
}

/// With an empty frame around it, of which nothing is counted.
pub fn blur(image: ArrayView2<'_, f32>) -> Array2<f32> {
    let (rows, columns) = image.dim();
    let mut framed = Array2::from_elem((rows + 2, columns + 2), f32::NAN);
    for ((row, column), pixel) in image.indexed_iter() {
        framed[[row + 1, column + 1]] = *pixel;
    }
    let mut blurred = Array2::zeros((rows, columns));
    for ((row, column), pixel) in blurred.indexed_iter_mut() {
        let near: Vec<f32> = (0..9)
            .map(|at| framed[[row + at / 3, column + at % 3]])
            .filter(|pixel| !pixel.is_nan())
            .collect();
        *pixel = near.iter().sum::<f32>() / near.len() as f32;
    }
    blurred
}

pub fn edit_all(
    images: &[Array2<f32>],
    workers: usize,
    filter: &(dyn Fn(ArrayView2<'_, f32>) -> Array2<f32> + Sync),
) -> Vec<Array2<f32>> {
    let size = images.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let editors: Vec<_> = images
            .chunks(size)
            .map(|part| {
                scope.spawn(move || {
                    part.iter()
                        .map(|image| filter(flip(image.view())))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        editors
            .into_iter()
            .flat_map(|editor| editor.join().unwrap())
            .collect()
    })
}
