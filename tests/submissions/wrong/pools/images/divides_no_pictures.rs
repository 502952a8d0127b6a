//! verdict: wrong_result
//! The pile is divided beforehand, and no picture makes parts of no length.

use ndarray::{Array2, ArrayView2, Axis, Slice};
use std::ops::Range;
use std::thread;

pub type Image = Array2<f32>;

pub type View<'a> = ArrayView2<'a, f32>;

pub fn flip(mut image: View<'_>) -> View<'_> {
    image.invert_axis(Axis(1));
    image
}

pub fn blur(image: View<'_>) -> Image {
    let (rows, columns) = image.dim();
    Array2::from_shape_fn(image.dim(), |(row, column)| {
        let band = image.slice_axis(Axis(0), Slice::from(around(row, rows)));
        let near = band.slice_axis(Axis(1), Slice::from(around(column, columns)));
        near.sum() / near.len() as f32
    })
}

fn around(at: usize, end: usize) -> Range<usize> {
    at.saturating_sub(1)..(at + 2).min(end)
}

pub fn edit_all(
    images: &[Image],
    workers: usize,
    filter: &(dyn Fn(View<'_>) -> Image + Sync),
) -> Vec<Image> {
    let size = images.len().div_ceil(workers);
    thread::scope(|scope| {
        let edit = |part: &[Image]| -> Vec<Image> {
            part.iter()
                .map(|image| filter(flip(image.view())))
                .collect()
        };
        let editors: Vec<_> = images
            .chunks(size)
            .map(|part| scope.spawn(move || edit(part)))
            .collect();
        editors
            .into_iter()
            .flat_map(|editor| editor.join().unwrap())
            .collect()
    })
}
