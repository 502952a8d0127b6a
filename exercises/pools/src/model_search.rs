//! # Model search: which learning rate?
//!
//! The kitchen wants to know in the morning how many plates it will sell. A small model shall learn that from the past: a
//! weight for each thing that is known (the weather, the day), found by gradient descent. How large its steps should be,
//! nobody knows. So several models are trained at the same time, each with another rate, and the best is kept. With too
//! large a rate the numbers grow beyond all bounds: that model has failed, and must never win.
//!
//! **In Python** this is `GridSearchCV(n_jobs=4)`. It waits for all and then compares, and that is the point: a search
//! that keeps the best of those who are back gives another answer tomorrow. `NaN < 1.0` and `NaN >= 1.0` are
//! both false, in Rust as in Python. There `min` takes whatever comes of it; here `min` over `f64` does not compile, since
//! they have no total order, and you must say what you mean.
//!
//! **Your task**
//! 1. `train`: begins with all weights at zero and takes `steps` steps. Before step `n` (from 0) it calls `progress(n)`.
//!    Each step is `weights -= rate * gradient`, where the error is `inputs · weights - targets`, the gradient is
//!    `2 / rows * inputsᵀ · error`, and the loss after the last step is the mean of the squared errors.
//! 2. `search`: trains a model for each of the `rates`, with up to `workers` threads at the same time and never more. It
//!    tells `progress` the model's number and the step's.
//! 3. The best has the smallest loss. Of equal ones the first in the list is best. A loss that is no finite number has
//!    failed; when all have failed there is no best. All this is the same for any number of workers.
//!
//! **Leave alone:** the public names and signatures, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use ndarray::{Array1, Array2};

/// What is known about the past.
pub struct Data {
    /// A row for each day, a column for each thing that was known.
    pub inputs: Array2<f64>,
    /// What was sold on each of the days.
    pub targets: Array1<f64>,
}

/// What has been learned.
#[derive(Clone, Debug)]
pub struct Model {
    /// A weight for each column of the inputs.
    pub weights: Array1<f64>,
    /// The mean of the squared errors.
    pub loss: f64,
}

/// Trains one model with this rate. Calls `progress` before each step, with the step's number.
pub fn train(data: &Data, rate: f64, steps: usize, progress: &dyn Fn(usize)) -> Model {
    // TODO 1: gradient descent.
    let _ = (data, progress);
    todo!("take {steps} steps with the rate {rate}")
}

/// Trains a model for each of the `rates` with up to `workers` threads, at least one. Returns the number and the model of
/// the best. Calls `progress` before each step, with the numbers of model and step.
pub fn search(
    data: &Data,
    rates: &[f64],
    steps: usize,
    workers: usize,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Option<(usize, Model)> {
    // TODO 2: train all of them.
    // TODO 3: which one is best?
    let _ = (data, progress);
    todo!("let {workers} workers take {steps} steps with each of {rates:?}")
}
