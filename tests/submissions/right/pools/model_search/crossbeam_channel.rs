//! Numbers go out through a channel of crossbeam, and every worker takes from it without a lock.

use crossbeam::channel;
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
    let (give, numbers) = channel::unbounded();
    let (done, trained) = channel::unbounded();
    for number in 0..rates.len() {
        give.send(number).unwrap();
    }
    drop(give);
    thread::scope(|scope| {
        for _ in 0..workers {
            let (numbers, done) = (numbers.clone(), done.clone());
            scope.spawn(move || {
                for number in numbers {
                    let tell = |step| progress(number, step);
                    let model = train(data, rates[number], steps, &tell);
                    done.send((number, model)).unwrap();
                }
            });
        }
    });
    drop(done);
    let good = trained
        .into_iter()
        .filter(|(_, model)| model.loss.is_finite());
    good.min_by(|(n, one), (m, other)| one.loss.total_cmp(&other.loss).then(n.cmp(m)))
}
