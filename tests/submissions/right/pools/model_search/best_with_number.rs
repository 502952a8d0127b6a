//! The best so far behind a lock, where equal losses are decided by number.

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
    let (rows, columns) = data.inputs.dim();
    let mut weights = Array1::<f64>::zeros(columns);
    let error = |weights: &Array1<f64>, row: usize| {
        let guess: f64 = (0..columns)
            .map(|column| data.inputs[[row, column]] * weights[column])
            .sum();
        guess - data.targets[row]
    };
    for step in 0..steps {
        progress(step);
        let mut gradient = vec![0.0; columns];
        for row in 0..rows {
            let error = error(&weights, row);
            for (column, sum) in gradient.iter_mut().enumerate() {
                *sum += 2.0 * error * data.inputs[[row, column]] / rows as f64;
            }
        }
        for (weight, gradient) in weights.iter_mut().zip(gradient) {
            *weight -= rate * gradient;
        }
    }
    let squares = (0..rows).map(|row| error(&weights, row).powi(2));
    let loss = squares.sum::<f64>() / rows as f64;
    Model { weights, loss }
}

pub fn search(
    data: &Data,
    rates: &[f64],
    steps: usize,
    workers: usize,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Option<(usize, Model)> {
    let numbers = Mutex::new(0..rates.len());
    let best: Mutex<Option<(usize, Model)>> = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let Some(number) = numbers.lock().unwrap().next() else {
                        break;
                    };
                    let model = train(data, rates[number], steps, &|step| progress(number, step));
                    if !model.loss.is_finite() {
                        continue;
                    }
                    let mut best = best.lock().unwrap();
                    let better = best
                        .as_ref()
                        .is_none_or(|(old, kept)| (model.loss, number) < (kept.loss, *old));
                    if better {
                        *best = Some((number, model));
                    }
                }
            });
        }
    });
    best.into_inner().unwrap()
}
