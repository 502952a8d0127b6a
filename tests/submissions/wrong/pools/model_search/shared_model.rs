//! verdict: race
//! One model behind a lock, and every worker takes its steps with it.

use ndarray::{Array1, Array2};
use std::sync::Mutex;
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
    let shared = Mutex::new(Array1::zeros(data.inputs.ncols()));
    let size = rates.len().div_ceil(workers).max(1);
    let rows = data.inputs.nrows() as f64;
    let losses: Vec<f64> = thread::scope(|scope| {
        let crew: Vec<_> = rates
            .chunks(size)
            .enumerate()
            .map(|(share, rates)| {
                let shared = &shared;
                scope.spawn(move || {
                    let one = |(at, rate): (usize, &f64)| {
                        for step in 0..steps {
                            progress(share * size + at, step);
                            let mut weights = shared.lock().unwrap();
                            let error = data.inputs.dot(&*weights) - &data.targets;
                            *weights -= &(data.inputs.t().dot(&error) * (rate * 2.0 / rows));
                        }
                        let error = data.inputs.dot(&*shared.lock().unwrap()) - &data.targets;
                        error.dot(&error) / rows
                    };
                    rates.iter().enumerate().map(one).collect::<Vec<_>>()
                })
            })
            .collect();
        crew.into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    let weights = shared.into_inner().unwrap();
    let numbered = losses.into_iter().enumerate();
    numbered
        .filter(|(_, loss)| loss.is_finite())
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(number, loss)| (number, Model { weights, loss }))
}
