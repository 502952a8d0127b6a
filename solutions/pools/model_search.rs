//! # Model search: which learning rate?
//!
//! The kitchen wants to know in the morning how many plates it will sell. A small model shall learn that from the past: a
//! weight for each thing that is known (the weather, the day), found by gradient descent. How large its steps should be,
//! nobody knows. So several models are trained at the same time, each with another rate, and the best is kept. With too
//! large a rate the numbers grow beyond all bounds: that model has failed, and must never win.

use ndarray::{Array1, Array2};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

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
    let mut weights = Array1::zeros(data.inputs.ncols());
    let rows = data.inputs.nrows() as f64;
    let error = |weights: &Array1<f64>| data.inputs.dot(weights) - &data.targets;
    for step in 0..steps {
        progress(step);
        // The transposed inputs are a view: the same numbers, with the axes exchanged.
        let gradient = data.inputs.t().dot(&error(&weights)) * (2.0 / rows);
        weights.scaled_add(-rate, &gradient);
    }
    // After the last step the error is another one than that which the last step has seen.
    let loss = error(&weights).mapv(|error| error * error).sum() / rows;
    Model { weights, loss }
}

/// Trains a model for each of the `rates` with up to `workers` threads, at least one. Returns the number and the model of
/// the best. Calls `progress` before each step, with the numbers of model and step.
///
/// # Panics
///
/// When `progress` panics, or the inputs have not as many rows as there are targets.
pub fn search(
    data: &Data,
    rates: &[f64],
    steps: usize,
    workers: usize,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Option<(usize, Model)> {
    let next = AtomicUsize::new(0);
    let models: Vec<OnceLock<Model>> = rates.iter().map(|_| OnceLock::new()).collect();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let number = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(rate) = rates.get(number)
                {
                    // Every model has weights of its own. Only the data is shared, and nobody writes to it.
                    let model = train(data, *rate, steps, &|step| progress(number, step));
                    let _ = models[number].set(model);
                }
            });
        }
    });
    // The decisive line: compared when all are there, in the order of the list. Then nobody can win by being early.
    models
        .into_iter()
        .filter_map(OnceLock::into_inner)
        .enumerate()
        // Failed ones are taken out first: to compare with NaN is neither less nor greater.
        .filter(|(_, model)| model.loss.is_finite())
        // Of equal ones `min_by` keeps the first.
        .min_by(|(_, one), (_, other)| one.loss.total_cmp(&other.loss))
}

// Wrong turns
// - keeping the best so far behind a lock: of two equal ones the faster wins (wrong/best_by_finishing.rs is a race).
// - `partial_cmp(…).unwrap()`: panics over the first NaN (wrong/unwraps_nan.rs).
// - `if model.loss < best.loss`, with the first model as the first best: a NaN there is never beaten (wrong/nan_first.rs).
// - one model behind a lock that all train: nobody's steps are its own (wrong/shared_model.rs is a race).
// - `<=` where the first should win (wrong/last_of_equals.rs).
