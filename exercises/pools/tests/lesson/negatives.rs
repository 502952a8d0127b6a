//! Negatives for `photo_batch`: small pictures that are drawn anew each time, and files that are none.

use harness::prelude::*;
use image::{DynamicImage, GrayImage, Luma, Pixel, Rgb, RgbImage, Rgba, RgbaImage};
use std::io;

/// Named as they stand in the report.
pub(crate) fn bad_files() -> Vec<(&'static str, Vec<u8>)> {
    let whole = png(&colour());
    let mut changed = whole.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 0x55;
    vec![
        ("changed.png", changed),
        ("cut-off.png", whole[..whole.len() / 2].to_vec()),
        ("empty.png", Vec::new()),
        ("recipe.txt", b"two eggs, a little salt\n".to_vec()),
    ]
}

pub(crate) fn grey() -> DynamicImage {
    let mut random = random();
    GrayImage::from_fn(9, 4, |_, _| pixel::<Luma<u8>>(&mut random)).into()
}

pub(crate) fn colour() -> DynamicImage {
    let mut random = random();
    RgbImage::from_fn(8, 5, |_, _| pixel::<Rgb<u8>>(&mut random)).into()
}

/// With transparent pixels.
pub(crate) fn glass() -> DynamicImage {
    let mut random = random();
    RgbaImage::from_fn(3, 7, |_, _| pixel::<Rgba<u8>>(&mut random)).into()
}

fn pixel<P: Pixel<Subpixel = u8>>(random: &mut fastrand::Rng) -> P {
    let channels: Vec<u8> = (0..P::CHANNEL_COUNT).map(|_| random.u8(..)).collect();
    *P::from_slice(&channels)
}

pub(crate) fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = io::Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture can be written to memory");
    bytes.into_inner()
}
