//! verdict: race
//! As many threads as models.

use ndarray::{Array1, Array2};
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
    let rows = data.inputs.nrows() as f64;
    let mut weights = Array1::zeros(data.inputs.ncols());
    for step in 0..steps {
        progress(step);
        let error = data.inputs.dot(&weights) - &data.targets;
        weights = weights - data.inputs.t().dot(&error) * (rate * 2.0 / rows);
    }
    let error = data.inputs.dot(&weights) - &data.targets;
    let loss = error.dot(&error) / rows;
    Model { weights, loss }
}

pub fn search(
    data: &Data,
    rates: &[f64],
    steps: usize,
    workers: usize,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Option<(usize, Model)> {
    let _ = workers;
    let mut models: Vec<(usize, Model)> = thread::scope(|scope| {
        let crew: Vec<_> = rates
            .iter()
            .enumerate()
            .map(|(number, rate)| {
                scope.spawn(move || {
                    let tell = |step| progress(number, step);
                    (number, train(data, *rate, steps, &tell))
                })
            })
            .collect();
        crew.into_iter()
            .map(|worker| worker.join().unwrap())
            .collect()
    });
    models.sort_by_key(|(number, _)| *number);
    let mut best: Option<(usize, Model)> = None;
    for (number, model) in models {
        if !model.loss.is_finite() {
            continue;
        }
        match &best {
            Some((_, kept)) if kept.loss <= model.loss => {}
            _ => best = Some((number, model)),
        }
    }
    best
}
