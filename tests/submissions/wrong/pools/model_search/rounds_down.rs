//! verdict: race
//! The list divided by the workers, rounded down: what is left over has a worker more.

use ndarray::{Array1, Array2};
use std::sync::OnceLock;
use std::thread;

pub struct Data {
    pub inputs: Array2<f64>,
    pub targets: Array1<f64>,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub weights: Array1<f64>,
    pub loss: f64,
}

pub fn train(data: &Data, rate: f64, steps: usize, progress: &dyn Fn(usize)) -> Model {
    let mut weights = Array1::zeros(data.inputs.ncols());
    let rows = data.inputs.nrows() as f64;
    let error = |weights: &Array1<f64>| data.inputs.dot(weights) - &data.targets;
    for step in 0..steps {
        progress(step);
        let gradient = data.inputs.t().dot(&error(&weights)) * (2.0 / rows);
        weights.scaled_add(-rate, &gradient);
    }
    let loss = error(&weights).mapv(|error| error * error).sum() / rows;
    Model { weights, loss }
}

pub fn search(
    data: &Data,
    rates: &[f64],
    steps: usize,
    workers: usize,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Option<(usize, Model)> {
    let models: Vec<OnceLock<Model>> = rates.iter().map(|_| OnceLock::new()).collect();
    let size = (rates.len() / workers).max(1);
    thread::scope(|scope| {
        let shares = rates.chunks(size).zip(models.chunks(size));
        for (share, (rates, models)) in shares.enumerate() {
            scope.spawn(move || {
                for (at, (rate, place)) in rates.iter().zip(models).enumerate() {
                    let number = share * size + at;
                    let _ = place.set(train(data, *rate, steps, &|step| progress(number, step)));
                }
            });
        }
    });
    models
        .into_iter()
        .filter_map(OnceLock::into_inner)
        .enumerate()
        .filter(|(_, model)| model.loss.is_finite())
        .min_by(|(_, one), (_, other)| one.loss.total_cmp(&other.loss))
}
