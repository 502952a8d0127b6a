//! verdict: wrong_result
//! A worker trains its next model from the weights of the one before.

use ndarray::{Array1, Array2};
use std::cell::RefCell;
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

thread_local! {
    static WEIGHTS: RefCell<Option<Array1<f64>>> = const { RefCell::new(None) };
}
pub fn train(data: &Data, rate: f64, steps: usize, progress: &dyn Fn(usize)) -> Model {
    let rows = data.inputs.nrows() as f64;
    let columns = data.inputs.ncols();
    let mut weights = WEIGHTS
        .take()
        .filter(|weights| weights.len() == columns)
        .unwrap_or_else(|| Array1::zeros(columns));
    for step in 0..steps {
        progress(step);
        let error = data.inputs.dot(&weights) - &data.targets;
        weights = weights - data.inputs.t().dot(&error) * (rate * 2.0 / rows);
    }
    let error = data.inputs.dot(&weights) - &data.targets;
    let loss = error.dot(&error) / rows;
    WEIGHTS.set(Some(weights.clone()));
    Model { weights, loss }
}

pub fn search(
    data: &Data,
    rates: &[f64],
    steps: usize,
    workers: usize,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Option<(usize, Model)> {
    let size = rates.len().div_ceil(workers).max(1);
    let mut models: Vec<(usize, Model)> = thread::scope(|scope| {
        let crew: Vec<_> = rates
            .chunks(size)
            .enumerate()
            .map(|(share, rates)| {
                scope.spawn(move || {
                    let one = |(at, rate): (usize, &f64)| {
                        let number = share * size + at;
                        let tell = |step| progress(number, step);
                        (number, train(data, *rate, steps, &tell))
                    };
                    rates.iter().enumerate().map(one).collect::<Vec<_>>()
                })
            })
            .collect();
        crew.into_iter()
            .flat_map(|worker| worker.join().unwrap())
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
