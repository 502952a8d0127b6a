//! verdict: wrong_result
//! Only NaN counts as a failure.

use ndarray::{Array1, Array2};
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
    let next = AtomicUsize::new(0);
    let mut models: Vec<(usize, Model)> = thread::scope(|scope| {
        let work = || {
            let mut mine = Vec::new();
            while let number = next.fetch_add(1, Ordering::Relaxed)
                && let Some(rate) = rates.get(number)
            {
                let model = train(data, *rate, steps, &|step| progress(number, step));
                mine.push((number, model));
            }
            mine
        };
        let crew: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        crew.into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    models.sort_by_key(|(number, _)| *number);
    let mut best: Option<(usize, Model)> = None;
    for (number, model) in models {
        if model.loss.is_nan() {
            continue;
        }
        match &best {
            Some((_, kept)) if kept.loss <= model.loss => {}
            _ => best = Some((number, model)),
        }
    }
    best
}
