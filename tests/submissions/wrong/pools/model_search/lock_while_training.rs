//! verdict: serial
//! Trains while it holds the best so far.

use ndarray::{Array1, Array2};
use std::sync::Mutex;
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
    let best: Mutex<Option<(usize, Model)>> = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let number = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(rate) = rates.get(number)
                {
                    let mut best = best.lock().unwrap();
                    let model = train(data, *rate, steps, &|step| progress(number, step));
                    if model.loss.is_finite()
                        && best
                            .as_ref()
                            .is_none_or(|(old, kept)| (model.loss, number) < (kept.loss, *old))
                    {
                        *best = Some((number, model));
                    }
                }
            });
        }
    });
    best.into_inner().unwrap()
}
