//! `model_search`: models learn side by side, and the best is the same for any number of workers.

use harness::prelude::*;
use interleave_std::sync::atomic::{AtomicUsize, Ordering};
use ndarray::{Array1, Array2, array};
use pools::model_search::{Data, Model, search, train};
use std::cell::RefCell;
use std::sync::Mutex;

type Best = Option<(usize, Model)>;
type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// A rate with which the numbers grow beyond all bounds, first to infinity and then to NaN.
const TOO_LARGE: f64 = 1e200;

#[test]
#[claim(value)]
fn one_step_goes_down_the_gradient() {
    let train: fn(&Data, f64, usize, &dyn Fn(usize)) -> Model = train;
    // Errors are -2 and -6, so the gradient is -2 - 18 = -20, and a tenth of it is 2.
    let data = Data {
        inputs: array![[1.0], [3.0]],
        targets: array![2.0, 6.0],
    };
    let model = train(&data, 0.1, 1, &|_| ());
    check("one step of 0.1", &model, &[2.0], 0.0);
    let model = train(&data, 0.05, 1, &|_| ());
    check("one step of 0.05", &model, &[1.0], 5.0);
    let model = train(&data, 0.05, 0, &|_| ());
    check("no step", &model, &[0.0], 20.0);
}

#[test]
#[claim(value)]
fn many_steps_find_the_weights_of_the_past() {
    let (data, true_weights) = past(40);
    let asked = descended(&data, 0.2, 300);
    let model = train(&data, 0.2, 300, &|_| ());
    check("300 steps", &model, &asked.0, asked.1);
    let near = (model.weights.iter().zip(&true_weights)).all(|(w, t)| (w - t).abs() < 0.05);
    expect!(
        near,
        WrongResult,
        "the targets were made with the weights {true_weights:?}; 300 steps found {}",
        model.weights
    );
}

#[test]
#[claim(value)]
fn every_step_is_told_before_it_is_taken() {
    let (data, _) = past(5);
    let told = RefCell::new(Vec::new());
    train(&data, 0.01, 4, &|step| told.borrow_mut().push(step));
    let told = told.into_inner();
    expect!(
        told == [0, 1, 2, 3],
        WrongResult,
        "4 steps should tell progress 0, 1, 2, 3; told was {told:?}"
    );
}

#[test]
#[claim(value)]
fn the_smallest_loss_is_the_best() {
    let search: fn(&Data, &[f64], usize, usize, Progress) -> Best = search;
    let mut rates = [0.001, 0.05, 0.0001, 0.02, 0.01];
    random().shuffle(&mut rates);
    let found = within("a search with 1 worker", move || {
        let (data, _) = past(20);
        let asked = descended(&data, 0.05, 30);
        let found = search(&data, &rates, 30, 1, &|_, _| ());
        let number = found.as_ref().map(|(number, _)| *number);
        if let Some((_, model)) = found.filter(|(number, _)| rates[*number] == 0.05) {
            check("the best of 5", &model, &asked.0, asked.1);
        }
        number
    });
    let asked = rates.iter().position(|rate| *rate == 0.05);
    expect!(
        found == asked,
        WrongResult,
        "of the rates {rates:?} the best is 0.05, that is {asked:?}; yours is {found:?}"
    );
}

#[test]
#[claim(value)]
fn what_has_failed_never_wins() {
    for (rates, asked) in [
        (&[TOO_LARGE, 0.01, TOO_LARGE][..], Some(1)),
        (&[0.01, TOO_LARGE], Some(0)),
        (&[TOO_LARGE, TOO_LARGE, 0.01], Some(2)),
        (&[f64::NAN, 1e-9, f64::INFINITY], Some(1)),
        (&[TOO_LARGE, f64::NAN], None),
        (&[], None),
    ] {
        // After 1 step of that length the loss is infinite, after 4 it is NaN.
        for steps in [1, 4] {
            let found = within("a search with 2 workers", move || {
                search(&past(6).0, rates, steps, 2, &|_, _| ()).map(|(number, _)| number)
            });
            expect!(
                found == asked,
                WrongResult,
                "of the rates {rates:?} the best is {asked:?}, since a loss that is not finite has failed; yours is {found:?}"
            );
        }
    }
}

#[test]
#[claim(value)]
fn a_loss_of_zero_is_the_best_of_all() {
    let found = within("a search with 2 workers", || {
        let data = Data {
            inputs: array![[1.0], [1.0]],
            targets: array![1.0, 1.0],
        };
        // The error is -1, so the gradient is -2, and half of it is the whole way.
        search(&data, &[0.25, 0.5, 0.125], 1, 2, &|_, _| ())
            .map(|(number, model)| (number, model.loss))
    });
    expect!(
        found == Some((1, 0.0)),
        WrongResult,
        "model 1 has a loss of 0, and the others have more; yours found, with its loss, {found:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn every_model_takes_its_own_steps() {
    every_interleaving(|| {
        let found = searched(&[0.25, 0.125], 2, 2, &|_, _| ());
        found.map(|(number, model)| (number, model.weights.to_vec(), model.loss))
    })
    // Inputs of 1 and targets of 1: each step of 0.25 halves the error.
    .because("The model of rate 0.25 takes 2 steps to 0.75, whatever the other one does.")
    .is("{Some((0, [0.75], 0.0625))}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn of_equal_models_the_first_in_the_list_is_best() {
    every_interleaving(|| {
        let steps = AtomicUsize::new(0);
        let found = searched(&[0.125, 0.25, 0.25], 1, 2, &|_, _| {
            steps.fetch_add(1, Ordering::SeqCst);
        });
        found.map(|(number, _)| number)
    })
    .because("Models 1 and 2 have the same rate. Which of them is done first must not matter.")
    .is("{Some(1)}");
}

#[test]
#[claim(every_interleaving)]
fn a_failure_is_decided_the_same_for_any_order() {
    every_interleaving(|| {
        let steps = AtomicUsize::new(0);
        let found = searched(&[TOO_LARGE, 0.25, f64::NAN], 1, 2, &|_, _| {
            steps.fetch_add(1, Ordering::SeqCst);
        });
        found.map(|(number, _)| number)
    })
    .because("Models 0 and 2 fail. Model 1 is best, whether it is done first or last.")
    .is("{Some(1)}");
}

#[test]
#[claim(every_interleaving)]
fn never_more_models_learn_than_there_are_workers() {
    every_interleaving(|| {
        let learning = Gauge::new();
        searched(&[0.1, 0.2, 0.3], 1, 1, &|_, _| {
            drop(learning.enter());
        });
        learning.peak()
    })
    .because("There are 3 models and only 1 worker.")
    .always("1 at work at the same time", |peak| *peak == 1);
    every_interleaving(|| {
        let learning = Gauge::new();
        searched(&[0.1, 0.2, 0.3], 1, 2, &|_, _| {
            drop(learning.enter());
        });
        learning.peak()
    })
    .because("There are 3 models and 2 workers.")
    .always("1 or 2 at work at the same time", |peak| *peak <= 2);
}

#[test]
#[claim(every_interleaving)]
fn all_the_workers_train_at_the_same_time() {
    every_interleaving(|| met(3, 3))
        .deadlock_means(
            Verdict::Serial,
            "3 workers must train 3 models at the same time. Here one has to finish before another can begin.",
        )
        .is("{Some(0)}");
}

#[test]
#[claim(every_interleaving)]
fn who_is_done_trains_another_beside_the_others() {
    every_interleaving(|| met(4, 2))
        .deadlock_means(
            Verdict::Serial,
            "2 workers train 4 models. At the end of the list, too, both must be able to train at the same time.",
        )
        .is("{Some(0)}");
}

#[test]
#[claim(value)]
fn one_to_four_workers_find_the_same_model() {
    let found = within("12 models with 1, 2, 3 and 4 workers", || {
        let (data, _) = past(30);
        let mut random = random();
        let mut rates: Vec<f64> = (0..9).map(|_| 0.03 * random.f64()).collect();
        rates.extend([TOO_LARGE, 0.04, 0.04]);
        random.shuffle(&mut rates);
        [1, 2, 3, 4].map(|workers| {
            let told = Mutex::new(Vec::new());
            let best = search(&data, &rates, 25, workers, &|model, step| {
                told.lock().unwrap().push((model, step));
            });
            let mut told = told.into_inner().unwrap();
            told.sort_unstable();
            let all = (0..12).flat_map(|model| (0..25).map(move |step| (model, step)));
            expect!(
                told.into_iter().eq(all),
                WrongResult,
                "{workers} workers should take 25 steps with each of 12 models, and tell progress of each once"
            );
            let bits = |model: &Model| -> Vec<u64> { model.weights.iter().map(|w| w.to_bits()).collect() };
            let first = rates.iter().position(|rate| *rate == 0.04);
            (
                best.as_ref().map(|(number, _)| *number),
                first,
                best.as_ref().map(|(_, model)| (bits(model), model.loss.to_bits())),
            )
        })
    });
    for (number, (best, first, model)) in found.iter().enumerate() {
        let workers = number + 1;
        expect!(
            best == first,
            WrongResult,
            "the largest good rate stands at {first:?} for the first time; {workers} workers chose {best:?}"
        );
        expect!(
            *model == found[0].2,
            WrongResult,
            "{workers} workers find another model than 1 worker does"
        );
    }
}

/// The best of so many equal models, when no model takes its step before all the `workers` are at one.
fn met(models: usize, workers: usize) -> Option<usize> {
    let all_train = Rendezvous::new(workers);
    let rates = vec![0.25; models];
    searched(&rates, 1, workers, &|_, _| all_train.arrive()).map(|(number, _)| number)
}

/// A search in the model, over one day with an input of 1 and a target of 1 and another one like it.
fn searched(
    rates: &[f64],
    steps: usize,
    workers: usize,
    progress: Progress,
) -> Option<(usize, pools_model::model_search::Model)> {
    let data = pools_model::model_search::Data {
        inputs: array![[1.0], [1.0]],
        targets: array![1.0, 1.0],
    };
    pools_model::model_search::search(&data, rates, steps, workers, progress)
}

/// Days with three inputs between -1 and 1, targets that follow them exactly, and the weights which they follow.
fn past(days: usize) -> (Data, [f64; 3]) {
    let mut random = random();
    let weights = [1.5, -2.0, 0.5].map(|weight| weight + random.f64());
    let inputs = Array2::from_shape_simple_fn((days, 3), || 2.0 * random.f64() - 1.0);
    let targets = inputs.dot(&Array1::from(weights.to_vec()));
    (Data { inputs, targets }, weights)
}

/// Gradient descent as the task says it, number by number.
fn descended(data: &Data, rate: f64, steps: usize) -> (Vec<f64>, f64) {
    let (rows, columns) = data.inputs.dim();
    let mut weights = vec![0.0; columns];
    let errors = |weights: &[f64]| -> Vec<f64> {
        (0..rows)
            .map(|row| {
                let guess: f64 = (0..columns)
                    .map(|c| data.inputs[[row, c]] * weights[c])
                    .sum();
                guess - data.targets[row]
            })
            .collect()
    };
    for _ in 0..steps {
        let errors = errors(&weights);
        for (column, weight) in weights.iter_mut().enumerate() {
            let sum: f64 = (0..rows)
                .map(|row| data.inputs[[row, column]] * errors[row])
                .sum();
            *weight -= rate * 2.0 / rows as f64 * sum;
        }
    }
    let loss = errors(&weights)
        .iter()
        .map(|error| error * error)
        .sum::<f64>()
        / rows as f64;
    (weights, loss)
}

/// Compares up to what the order of additions may change.
fn check(what: &str, found: &Model, weights: &[f64], loss: f64) {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + b.abs());
    let all = found.weights.len() == weights.len()
        && (found.weights.iter().zip(weights)).all(|(found, asked)| near(*found, *asked));
    expect!(
        all,
        WrongResult,
        "{what} should come to the weights {weights:?}, and came to {}",
        found.weights
    );
    expect!(
        near(found.loss, loss),
        WrongResult,
        "after {what} the loss is {loss}, and yours is {}",
        found.loss
    );
}
