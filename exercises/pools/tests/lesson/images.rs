//! `images`: a flip is a view, a blur is exact up to the edge, and four editors share ten pictures.

use harness::prelude::*;
use interleave_std::sync::atomic::{AtomicUsize, Ordering};
use ndarray::{Array2, ArrayView2, array};
use pools::images::{blur, edit_all, flip};
use std::sync::atomic;

type Image = Array2<f32>;
type View<'a> = ArrayView2<'a, f32>;
type Filter<'a> = &'a (dyn Fn(View<'_>) -> Image + Sync);

#[test]
#[claim(value)]
fn a_flip_exchanges_left_and_right() {
    let flip: for<'a> fn(View<'a>) -> View<'a> = flip;
    let image = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    let found = flip(image.view()).to_owned();
    let asked = array![[3.0, 2.0, 1.0], [6.0, 5.0, 4.0]];
    expect!(
        found == asked,
        WrongResult,
        "1 2 3 above 4 5 6 should turn into 3 2 1 above 6 5 4; it is {:?}",
        rows(&found)
    );
}

#[test]
#[claim(cost)]
fn a_flip_moves_no_pixel() {
    let image = picture(4, 5);
    let flipped = flip(image.view());
    expect!(
        std::ptr::eq(&flipped[[2, 0]], &image[[2, 4]]),
        WrongResult,
        "the flipped picture has pixels of its own; it should show those of the picture"
    );
}

#[test]
#[claim(value)]
fn a_blurred_pixel_is_the_mean_of_nine() {
    let blur: fn(View<'_>) -> Image = blur;
    let mut image = Image::zeros((5, 5));
    image[[2, 2]] = 90.0;
    let found = blur(image.view());
    expect!(
        found.dim() == (5, 5),
        WrongResult,
        "5 × 5 pixels went in, and {:?} came out",
        found.dim()
    );
    let asked = Image::from_shape_fn((5, 5), |(row, column)| {
        f32::from(u8::from((1..4).contains(&row) && (1..4).contains(&column))) * 10.0
    });
    expect!(
        close(&found, &asked),
        WrongResult,
        "one pixel of 90 in the middle of 5 × 5 should become nine of 10; the rows are {:?}",
        rows(&found)
    );
}

#[test]
#[claim(value)]
fn at_the_edge_only_pixels_that_exist_count() {
    let found = blur(array![[4.0, 8.0], [0.0, 4.0], [4.0, 4.0]].view());
    let asked = array![[4.0, 4.0], [4.0, 4.0], [3.0, 3.0]];
    expect!(
        close(&found, &asked),
        WrongResult,
        "4 8, 0 4 and 4 4 should become 4 4, 4 4 and 3 3; the rows are {:?}",
        rows(&found)
    );
}

#[test]
#[claim(value)]
fn every_shape_is_blurred_also_a_flipped_view() {
    for (height, width) in [(1, 1), (1, 6), (6, 1), (2, 2), (13, 30), (0, 3), (3, 0)] {
        let image = picture(height, width);
        let found = blur(image.view());
        expect!(
            close(&found, &mean_of_neighbours(image.view())),
            WrongResult,
            "a random picture of {height} × {width} pixels is not blurred as asked"
        );
        let mut mirrored = image.view();
        mirrored.invert_axis(ndarray::Axis(1));
        expect!(
            close(&blur(mirrored), &mean_of_neighbours(mirrored)),
            WrongResult,
            "a random picture of {height} × {width} pixels is blurred wrongly when it comes as a flipped view"
        );
    }
}

#[test]
#[claim(value)]
fn one_worker_edits_every_picture() {
    let edit_all: fn(&[Image], usize, Filter) -> Vec<Image> = edit_all;
    let images = vec![picture(3, 4), picture(1, 2), picture(2, 2)];
    let asked: Vec<Image> = images.iter().map(mirrored_and_blurred).collect();
    let found = within("one worker with 3 pictures", move || {
        edit_all(&images, 1, &|image| mean_of_neighbours(image))
    });
    expect!(
        found.len() == 3,
        WrongResult,
        "3 pictures went in, and {} came out",
        found.len()
    );
    expect!(
        (found.iter().zip(&asked)).all(|(found, asked)| close(found, asked)),
        WrongResult,
        "each picture should be flipped first and then filtered, and stand in its old place"
    );
}

#[test]
#[claim(value)]
fn no_picture_is_no_work_and_few_need_few_workers() {
    for many in [0, 1, 2] {
        let images: Vec<Image> = (0..many).map(|_| picture(2, 2)).collect();
        let found = within("4 workers with hardly a picture", move || {
            edit_all(&images, 4, &|image| image.to_owned()).len()
        });
        expect!(
            found == many,
            WrongResult,
            "{many} pictures went in, 4 workers were there, and {found} came out"
        );
    }
}

#[test]
#[claim(every_interleaving)]
fn the_pictures_stand_in_their_old_order() {
    every_interleaving(|| {
        let steps = AtomicUsize::new(0);
        edited(2, 2, &|image| {
            steps.fetch_add(1, Ordering::SeqCst);
            image.to_owned()
        })
    })
    .because("2 workers edit picture 1 and picture 2. Who is done first must not matter.")
    .is("{[1, 2]}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn never_more_are_at_work_than_there_are_workers() {
    every_interleaving(|| {
        let at_work = Gauge::new();
        edited(3, 1, &|image| {
            let _one_more = at_work.enter();
            image.to_owned()
        });
        at_work.peak()
    })
    .because("There are 3 pictures and only 1 worker.")
    .always("1 at work at the same time", |peak| *peak == 1);
    every_interleaving(|| {
        let at_work = Gauge::new();
        edited(3, 2, &|image| {
            drop(at_work.enter());
            image.to_owned()
        });
        at_work.peak()
    })
    .because("There are 3 pictures and 2 workers.")
    .always("1 or 2 at work at the same time", |peak| *peak <= 2);
}

#[test]
#[claim(every_interleaving)]
fn all_the_workers_are_at_work_at_the_same_time() {
    every_interleaving(|| met(3, 3))
        .deadlock_means(
            Verdict::Serial,
            "3 workers must filter 3 pictures at the same time. Here one has to finish before another can begin.",
        )
        .is("{3}");
}

#[test]
#[claim(every_interleaving)]
fn who_is_done_takes_another_picture_beside_the_others() {
    every_interleaving(|| met(4, 2))
        .deadlock_means(
            Verdict::Serial,
            "2 workers edit 4 pictures. At the end of the pile, too, both must be able to work at the same time.",
        )
        .is("{4}");
}

#[test]
#[claim(cost)]
fn ten_large_pictures_are_edited_and_none_is_copied() {
    const SIDE: usize = 1000;
    let mut random = random();
    // A few marked pixels in each picture: to look at all ten million would take longer than the rest of the tests.
    let marks: Vec<(usize, usize)> = (0..50)
        .map(|_| (random.usize(..SIDE), random.usize(..SIDE)))
        .collect();
    let images: Vec<Image> = (0..10)
        .map(|_| {
            let mut image = Image::zeros((SIDE, SIDE));
            for at in &marks {
                image[*at] = random.f32();
            }
            image
        })
        .collect();
    let (allocated, right) = within("4 workers with 10 pictures", move || {
        let made = atomic::AtomicUsize::new(0);
        let (allocated, edited) = large_allocations(1 << 21, || {
            edit_all(&images, 4, &|image| {
                made.fetch_add(1, atomic::Ordering::SeqCst);
                let mut marked = Image::zeros(image.dim());
                for (row, column) in &marks {
                    marked[[*row, SIDE - 1 - column]] = image[[*row, SIDE - 1 - column]];
                }
                marked
            })
        });
        let made = made.into_inner();
        expect!(
            made == 10 && edited.len() == 10,
            WrongResult,
            "the filter was called {made} times for 10 pictures, and {} came back",
            edited.len()
        );
        let right = images.iter().zip(&edited).all(|(image, edited)| {
            marks
                .iter()
                .all(|(row, column)| edited[[*row, SIDE - 1 - column]] == image[[*row, *column]])
        });
        (allocated, right)
    });
    expect!(
        allocated == 10,
        WrongResult,
        "the filter makes 10 new pictures of 4 MB; memory of that size was allocated {allocated} times"
    );
    expect!(
        right,
        WrongResult,
        "10 pictures of 1000 × 1000 pixels are not flipped, or not in their old order"
    );
}

/// How many pictures come back when no filter ends before all the `workers` are inside one.
fn met(images: usize, workers: usize) -> usize {
    let all_filter = Rendezvous::new(workers);
    edited(images, workers, &|image| {
        all_filter.arrive();
        image.to_owned()
    })
    .len()
}

/// What becomes of that many pictures of one pixel, numbered from 1, in the model.
fn edited(images: usize, workers: usize, filter: Filter) -> Vec<u32> {
    let images: Vec<Image> = (1..=images)
        .map(|number| Image::from_elem((1, 1), number as f32))
        .collect();
    pools_model::images::edit_all(&images, workers, filter)
        .iter()
        .map(|image| image[[0, 0]] as u32)
        .collect()
}

fn picture(height: usize, width: usize) -> Image {
    let mut random = random();
    Image::from_shape_simple_fn((height, width), || random.f32())
}

fn mirrored_and_blurred(image: &Image) -> Image {
    let mut mirrored = image.view();
    mirrored.invert_axis(ndarray::Axis(1));
    mean_of_neighbours(mirrored)
}

/// The blur as the task says it, pixel by pixel.
fn mean_of_neighbours(image: View<'_>) -> Image {
    Image::from_shape_fn(image.dim(), |(row, column)| {
        let near: Vec<f32> = image
            .indexed_iter()
            .filter(|((r, c), _)| r.abs_diff(row) <= 1 && c.abs_diff(column) <= 1)
            .map(|(_, pixel)| *pixel)
            .collect();
        near.iter().sum::<f32>() / near.len() as f32
    })
}

/// Equal up to what the order of additions may change.
fn close(found: &Image, asked: &Image) -> bool {
    found.dim() == asked.dim() && (found.iter().zip(asked)).all(|(a, b)| (a - b).abs() < 1e-3)
}

fn rows(image: &Image) -> Vec<Vec<f32>> {
    image.rows().into_iter().map(|row| row.to_vec()).collect()
}
