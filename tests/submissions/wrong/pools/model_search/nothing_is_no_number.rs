//! verdict: wrong_result
//! A loss of 0 counts as none: `is_normal` is not `is_finite`.

use ndarray::{Array1, Array2};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let next = AtomicUsize::new(0);
    let models: Vec<OnceLock<Model>> = rates.iter().map(|_| OnceLock::new()).collect();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let number = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(rate) = rates.get(number)
                {
                    let model = train(data, *rate, steps, &|step| progress(number, step));
                    let _ = models[number].set(model);
                }
            });
        }
    });
    models
        .into_iter()
        .filter_map(OnceLock::into_inner)
        .enumerate()
        .filter(|(_, model)| model.loss.is_normal())
        .min_by(|(_, one), (_, other)| one.loss.total_cmp(&other.loss))
}
