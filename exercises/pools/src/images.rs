//! # Images: ten pictures, four editors
//!
//! The kitchen prints a new menu with ten photographs, a million pixels each. All were taken through a mirror, and all
//! must be softened a little. Four editors share the pile. Whoever is done takes the next picture. The printer wants them
//! in the old order. There is no room on the desk for a second copy of anything: to turn a picture round, it is enough
//! to look at it from the other side.
//!
//! **In Python** this is `Pool(4).map(edit, images)` with numpy. There `image[:, ::-1]` is a view and copies nothing, but
//! each picture is pickled and copied on its way to a process and back. `ndarray` has the same views. Threads borrow the
//! pictures where they are, and the compiler sees to it that a view does not outlive its picture.
//!
//! **Your task**
//! 1. `flip`: the picture with left and right exchanged, as a view. No pixel moves.
//! 2. `blur`: a new picture. Each pixel is the mean of the 3 × 3 pixels around it; at the edge, of those that exist. The
//!    picture that it gets may be a flipped view.
//! 3. `edit_all`: flips and then filters every picture, with up to `workers` threads at the same time and never more.
//!    The results stand in the order of the pictures. No picture is copied.
//!
//! The macro `s![…]` does not compile in this course, since it expands to unsafe code. Views have methods for the same.
//!
//! **Leave alone:** the signatures, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use ndarray::{Array2, ArrayView2};

/// A grey picture: rows from top to bottom, in each row the pixels from left to right.
pub type Image = Array2<f32>;

/// A picture that is only looked at.
pub type View<'a> = ArrayView2<'a, f32>;

/// The same pixels, with left and right exchanged.
pub fn flip(image: View<'_>) -> View<'_> {
    // TODO 1: which way through the columns?
    todo!("look at {} columns from the other side", image.ncols())
}

/// A new picture in which each pixel is the mean of its neighbourhood.
pub fn blur(image: View<'_>) -> Image {
    // TODO 2: how many neighbours has a pixel in the corner?
    todo!("blur {} rows", image.nrows())
}

/// Flips and filters all `images` with up to `workers` threads, at least one. Returns them in the same order.
pub fn edit_all(
    images: &[Image],
    workers: usize,
    filter: &(dyn Fn(View<'_>) -> Image + Sync),
) -> Vec<Image> {
    // TODO 3: a pool of workers, one pile of pictures, and a place for every result.
    let _ = filter;
    todo!("let {workers} workers edit {} pictures", images.len())
}
