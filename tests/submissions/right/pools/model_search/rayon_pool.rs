//! A rayon pool, and a fold over what it has collected.

use ndarray::{Array1, Array2};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

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
    let pool = ThreadPoolBuilder::new()
        .num_threads(workers)
        .build()
        .unwrap();
    let models: Vec<Model> = pool.install(|| {
        rates
            .par_iter()
            .enumerate()
            .map(|(number, rate)| train(data, *rate, steps, &|step| progress(number, step)))
            .collect()
    });
    let good = |model: &Model| model.loss.is_finite();
    let losses = models.iter().filter(|model| good(model));
    let best = losses.map(|model| model.loss).reduce(f64::min)?;
    let mut numbered = models.into_iter().enumerate();
    numbered.find(|(_, model)| good(model) && model.loss == best)
}
