//! `speedup`: times are taken one by one, their median counts, and the chart shows what follows.
//!
//! What a clock says is decided in the model, whose clock moves only when the test says so. Of real times only the layout
//! is looked at.

use harness::prelude::*;
use interleave_std::thread::sleep;
use pools::speedup::{Row, Run, analyse, chart, measure};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

type Work<'a> = &'a (dyn Fn(usize) + Sync);

#[test]
#[claim(value)]
fn the_median_counts() {
    let analyse: fn(&[Run]) -> Vec<Row> = analyse;
    for (times, asked) in [
        (vec![7], 7),
        (vec![5, 9000, 4], 5),
        (vec![900, 20, 10, 30, 1], 20),
        (vec![40, 20], 30),
        (vec![8, 2, 600, 4], 6),
    ] {
        let rows = analyse(&[run(1, &times)]);
        let found: Vec<Duration> = rows.iter().map(|row| row.time).collect();
        expect!(
            found == [Duration::from_micros(asked)],
            WrongResult,
            "the median of {times:?} µs is {asked} µs; the rows say {found:?}"
        );
    }
}

#[test]
#[claim(value)]
fn speed_up_and_efficiency_follow_from_the_medians() {
    let rows = analyse(&[
        run(1, &[800]),
        run(2, &[500, 400, 401]),
        run(3, &[1600]),
        run(8, &[160]),
    ]);
    let found: Vec<_> = (rows.iter())
        .map(|row| (row.workers, short(row.speedup), short(row.efficiency)))
        .collect();
    let asked = [
        (1, Some(1.0), Some(1.0)),
        (2, Some(1.995), Some(0.998)),
        (3, Some(0.5), Some(0.167)),
        (8, Some(5.0), Some(0.625)),
    ];
    expect!(
        found == asked,
        WrongResult,
        "medians of 800, 401, 1600 and 160 µs give (workers, speed-up, efficiency) {asked:?}; yours are {found:?}"
    );
}

#[test]
#[claim(value)]
fn the_serial_part_is_the_same_for_any_number_of_workers() {
    let mut random = random();
    for _ in 0..10 {
        let serial = f64::from(random.u32(0..=100)) / 100.0;
        // Amdahl's law: what cannot be shared takes as long as before, and the rest is divided.
        let by_amdahl = |workers: usize| {
            Duration::from_secs(100).mul_f64(serial + (1.0 - serial) / workers as f64)
        };
        let runs: Vec<Run> = (1..=6)
            .map(|workers| Run {
                workers,
                times: vec![by_amdahl(workers)],
            })
            .collect();
        let found: Vec<_> = analyse(&runs).iter().map(|row| short(row.serial)).collect();
        let mut asked = vec![Some(serial); 6];
        asked[0] = None;
        expect!(
            found == asked,
            WrongResult,
            "{serial} of the work is serial; for 1 to 6 workers it should be {asked:?}, and yours is {found:?}"
        );
    }
}

#[test]
#[claim(value)]
fn nothing_is_divided_by_zero() {
    let rows = analyse(&[run(1, &[0]), run(2, &[0]), run(4, &[5])]);
    let found: Vec<_> = (rows.iter())
        .map(|row| [row.speedup, row.efficiency, row.serial].map(short))
        .collect();
    let asked = [[None; 3], [None; 3], [Some(0.0), Some(0.0), None]];
    expect!(
        found == asked,
        WrongResult,
        "times of 0, 0 and 5 µs give [speed-up, efficiency, serial] {asked:?}; yours are {found:?}"
    );
    let none = analyse(&[]).len();
    expect!(
        none == 0,
        WrongResult,
        "there were no runs, and there are {none} rows"
    );
}

#[test]
#[claim(every_interleaving)]
fn every_call_has_its_own_time() {
    every_interleaving(|| {
        let calls = Mutex::new([0; 5]);
        let runs = pools_model::speedup::measure(&[1, 2, 4], 3, &|workers| {
            let call = {
                let mut calls = calls.lock().unwrap();
                calls[workers] += 1;
                calls[workers]
            };
            let bad_luck = if call == 2 { 500 } else { 0 };
            sleep(Duration::from_millis(400 / workers as u64 + bad_luck));
        });
        // A look at the model's clock costs a millisecond: only the tens are compared.
        let tens = |time: &Duration| time.as_millis() / 10 * 10;
        (runs.iter())
            .map(|run| (run.workers, run.times.iter().map(tens).collect()))
            .collect::<Vec<(usize, Vec<u128>)>>()
    })
    .because("Work takes 400 ms with 1 worker, 200 with 2, 100 with 4, and 500 more in each second of 3 calls.")
    .is("{[(1, [400, 900, 400]), (2, [200, 700, 200]), (4, [100, 600, 100])]}");
}

#[test]
#[claim(every_interleaving)]
fn never_two_are_measured_at_once() {
    every_interleaving(|| {
        let measured = Gauge::new();
        pools_model::speedup::measure(&[1, 2], 1, &|_| drop(measured.enter()));
        measured.peak()
    })
    .because("Who is measured beside another takes time from it.")
    .always("1 call at the same time", |peak| *peak == 1);
}

#[test]
#[claim(snapshot)]
fn given_times_make_this_chart() {
    let chart: fn(&[Row]) -> String = chart;
    let rows = analyse(&[
        run(1, &[812_400, 801_250, 3_900_000]),
        run(2, &[433_100, 990_000, 440_870]),
        run(3, &[320_000, 329_040, 321_500]),
        run(4, &[261_030, 262_000, 700_000]),
        run(8, &[205_000, 170_330, 170_000]),
    ]);
    assert_snapshot!(chart(&rows), @"
    workers    time ms  speed-up  efficiency  serial
          1     812.40      1.00       100 %       -  ######
          2     440.87      1.84        92 %     9 %  ############
          3     321.50      2.53        84 %     9 %  ################
          4     262.00      3.10        78 %    10 %  ####################
          8     170.33      4.77        60 %    10 %  ##############################
    ");
}

#[test]
#[claim(snapshot)]
fn slow_fast_and_unknown_have_their_lines_too() {
    let rows = analyse(&[
        run(1, &[1_200]),
        run(2, &[2_500]),
        run(4, &[0]),
        run(6, &[42_000]),
        run(16, &[50]),
    ]);
    assert_snapshot!(chart(&rows), @"
    workers    time ms  speed-up  efficiency  serial
          1       1.20      1.00       100 %       -  #
          2       2.50      0.48        24 %   317 %  #
          4       0.00         -           -       -
          6      42.00      0.03         0 %  4180 %
         16       0.05     24.00       150 %    -2 %  ##############################
    ");
    assert_snapshot!(chart(&analyse(&[run(1, &[0])])), @"
    workers    time ms  speed-up  efficiency  serial
          1       0.00         -           -       -
    ");
    assert_snapshot!(chart(&[]), @"workers    time ms  speed-up  efficiency  serial");
}

#[test]
#[claim(value)]
fn your_own_times_make_a_chart_of_80_columns() {
    let measure: fn(&[usize], usize, Work) -> Vec<Run> = measure;
    let chart = within("15 measurements", move || {
        chart(&analyse(&measure(&[1, 2, 3, 4, 8], 3, &bake)))
    });
    // Its numbers are real ones, and others the next time: what is said about it must be the same.
    println!("{chart}");
    let lines: Vec<&str> = chart.lines().collect();
    expect!(
        lines.len() == 6,
        WrongResult,
        "a line of names and 5 rows are 6 lines, and yours are {}",
        lines.len()
    );
    let widest = lines.iter().map(|line| line.chars().count()).max();
    expect!(
        widest <= Some(80),
        WrongResult,
        "a line of your chart is wider than 80 columns"
    );
    let bars: Vec<usize> = (lines.iter())
        .map(|line| line.chars().filter(|c| *c == '#').count())
        .collect();
    expect!(
        bars[0] == 0 && bars.iter().max() == Some(&30),
        WrongResult,
        "the longest bar of a chart is 30 long, and there is none beside the names; yours are otherwise"
    );
}

/// Work that can be shared and costs no core: baking, in so many ovens. It takes some milliseconds on any machine: no duration
/// is 0, in whatever unit.
fn bake(ovens: usize) {
    thread::scope(|scope| {
        for _ in 0..ovens {
            scope.spawn(|| thread::park_timeout(Duration::from_millis(24) / ovens as u32));
        }
    });
}

fn run(workers: usize, micros: &[u64]) -> Run {
    Run {
        workers,
        times: micros.iter().copied().map(Duration::from_micros).collect(),
    }
}

/// Rounded to a thousandth, so that nothing hangs on the order of divisions.
fn short(number: Option<f64>) -> Option<f64> {
    number.map(|number| (number * 1000.0).round() / 1000.0 + 0.0)
}
