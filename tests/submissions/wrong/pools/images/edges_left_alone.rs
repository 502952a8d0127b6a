//! verdict: wrong_result
//! Blurs only where all nine pixels exist.

use ndarray::{Array2, ArrayView2, Axis};
use std::thread;

pub fn flip(mut image: ArrayView2<'_, f32>) -> ArrayView2<'_, f32> {
    image.invert_axis(Axis(1));
    image
}

pub fn blur(image: ArrayView2<'_, f32>) -> Array2<f32> {
    let mut blurred = image.to_owned();
    if image.nrows() < 3 || image.ncols() < 3 {
        return blurred;
    }
    for (at, near) in image.windows((3, 3)).into_iter().enumerate() {
        let columns = image.ncols() - 2;
        blurred[[at / columns + 1, at % columns + 1]] = near.mean().unwrap();
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
