//! verdict: serial
//! The right model, one after the other.

use ndarray::{Array1, Array2};

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
    let numbered = rates.iter().enumerate();
    numbered
        .map(|(number, rate)| {
            let tell = |step| progress(number, step);
            (number, train(data, *rate, steps, &tell))
        })
        .filter(|(_, model)| model.loss.is_finite())
        .min_by(|(_, one), (_, other)| one.loss.total_cmp(&other.loss))
}
