//! Every worker keeps the best of its share; the shares are compared in their order.

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
    let numbers: Vec<usize> = (0..rates.len()).collect();
    let size = rates.len().div_ceil(workers).max(1);
    let better = |one: Option<(usize, Model)>, other: (usize, Model)| match one {
        _ if !other.1.loss.is_finite() => one,
        Some(one) if one.1.loss <= other.1.loss => Some(one),
        _ => Some(other),
    };
    thread::scope(|scope| {
        let crew: Vec<_> = numbers
            .chunks(size)
            .map(|share| {
                scope.spawn(move || {
                    let trained = share.iter().map(|&number| {
                        let tell = |step| progress(number, step);
                        (number, train(data, rates[number], steps, &tell))
                    });
                    trained.fold(None, better)
                })
            })
            .collect();
        crew.into_iter()
            .filter_map(|worker| worker.join().unwrap())
            .fold(None, better)
    })
}
