//! verdict: wrong_result
//! Nothing at all.

use ndarray::{Array2, ArrayView2, Axis};

pub fn flip(image: ArrayView2<'_, f32>) -> ArrayView2<'_, f32> {
    image
}

pub fn blur(image: ArrayView2<'_, f32>) -> Array2<f32> {
    image.to_owned()
}

pub fn edit_all(
    images: &[Array2<f32>],
    workers: usize,
    filter: &(dyn Fn(ArrayView2<'_, f32>) -> Array2<f32> + Sync),
) -> Vec<Array2<f32>> {
    let _ = (workers, filter);
    images.to_vec()
}
