//! A rayon pool of that many threads; `collect` keeps the order.

use ndarray::{Array2, ArrayView2, Axis, Zip};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

pub fn flip(mut image: ArrayView2<'_, f32>) -> ArrayView2<'_, f32> {
    image.invert_axis(Axis(1));
    image
}

/// Nine shifted views are added up, and nine counts beside them.
pub fn blur(image: ArrayView2<'_, f32>) -> Array2<f32> {
    let (rows, columns) = image.dim();
    let mut sums = Array2::zeros((rows, columns));
    let mut counts = Array2::<f32>::zeros((rows, columns));
    for down in -1..=1 {
        for right in -1..=1 {
            let (Some(to), Some(from)) = (
                part(down, right, rows, columns),
                part(-down, -right, rows, columns),
            ) else {
                continue;
            };
            let seen = cut(image, from);
            let mut sums = sums.view_mut();
            let mut counts = counts.view_mut();
            for (axis, range) in [&to.0, &to.1].into_iter().enumerate() {
                sums.slice_axis_inplace(Axis(axis), range.clone().into());
                counts.slice_axis_inplace(Axis(axis), range.clone().into());
            }
            Zip::from(&mut sums)
                .and(&mut counts)
                .and(&seen)
                .for_each(|sum, count, pixel| {
                    *sum += pixel;
                    *count += 1.0;
                });
        }
    }
    sums / counts
}

type Part = (std::ops::Range<usize>, std::ops::Range<usize>);

fn part(down: isize, right: isize, rows: usize, columns: usize) -> Option<Part> {
    let cut = |by: isize, end: usize| {
        let from = by.max(0) as usize;
        let to = end.checked_add_signed(by.min(0))?;
        (from <= to).then_some(from..to)
    };
    Some((cut(down, rows)?, cut(right, columns)?))
}

fn cut(mut image: ArrayView2<'_, f32>, part: Part) -> ArrayView2<'_, f32> {
    image.slice_axis_inplace(Axis(0), part.0.into());
    image.slice_axis_inplace(Axis(1), part.1.into());
    image
}

pub fn edit_all(
    images: &[Array2<f32>],
    workers: usize,
    filter: &(dyn Fn(ArrayView2<'_, f32>) -> Array2<f32> + Sync),
) -> Vec<Array2<f32>> {
    let pool = ThreadPoolBuilder::new()
        .num_threads(workers)
        .build()
        .unwrap();
    pool.install(|| {
        images
            .par_iter()
            .map(|image| filter(flip(image.view())))
            .collect()
    })
}
