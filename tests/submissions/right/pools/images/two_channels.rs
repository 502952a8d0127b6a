//! Pictures go out through one channel with their number, and come back through another.

use ndarray::{Array2, ArrayView2, Axis};
use std::sync::{Mutex, mpsc};
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
    let (give, pile) = mpsc::channel();
    let (done, results) = mpsc::channel();
    for numbered in images.iter().enumerate() {
        give.send(numbered).unwrap();
    }
    drop(give);
    let pile = Mutex::new(pile);
    let mut edited = vec![None; images.len()];
    thread::scope(|scope| {
        for _ in 0..workers {
            let done = done.clone();
            let pile = &pile;
            scope.spawn(move || {
                loop {
                    let taken = pile.lock().unwrap().recv();
                    let Ok((at, image)) = taken else { break };
                    done.send((at, filter(flip(image.view())))).unwrap();
                }
            });
        }
    });
    drop(done);
    for (at, image) in results {
        edited[at] = Some(image);
    }
    edited.into_iter().map(Option::unwrap).collect()
}
