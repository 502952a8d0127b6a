//! How the points are spread: ten bars, and the same as a table.

use maud::{Markup, html};

use crate::report::grade::class::{Class, Row};
use crate::report::grade::text::number;

const BINS: usize = 10;
const WIDTH: usize = 640;
const HEIGHT: usize = 220;
/// Room for the numbers above the bars and the labels below.
const ABOVE: usize = 20;
const BELOW: usize = 40;
const STEP: usize = WIDTH / BINS;
const GAP: usize = 6;

/// The picture with its words.
pub(super) fn figure(class: &Class) -> Markup {
    let bins = bins(class);
    let said = format!(
        "Median {} %, lower quartile {} %, upper quartile {} %, mean {} %.",
        number(quantile(class, 0.5)),
        number(quantile(class, 0.25)),
        number(quantile(class, 0.75)),
        number(mean(class)),
    );
    html! {
        figure {
            svg role="img" aria-labelledby="chart-title chart-text" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } {
                title id="chart-title" { "How many submissions have how many percent of the points" }
                desc id="chart-text" { (said) " The table below holds the numbers." }
                line.axis x1="0" x2=(WIDTH) y1=(HEIGHT - BELOW) y2=(HEIGHT - BELOW) {}
                @for (place, count) in bins.iter().enumerate() { (bar(place, *count, bins.iter().copied().max().unwrap_or(0))) }
                text x=(WIDTH / 2) y=(HEIGHT - 4) { "percent of all points" }
            }
            figcaption { (said) }
            details {
                summary { "The chart as a table" }
                table {
                    caption { "Submissions by percent of the points." }
                    thead { tr { th scope="col" { "Percent" } th.number scope="col" { "Submissions" } } }
                    tbody { @for (place, count) in bins.iter().enumerate() {
                        tr { th scope="row" { (label(place)) } td.number { (count) } }
                    } }
                }
            }
        }
    }
}

fn bar(place: usize, count: usize, highest: usize) -> Markup {
    let room = HEIGHT - ABOVE - BELOW;
    let height = (count * room).div_ceil(highest.max(1));
    let top = HEIGHT - BELOW - height;
    let middle = place * STEP + STEP / 2;
    html! {
        @if count > 0 {
            rect.bar x=(place * STEP + GAP) y=(top) width=(STEP - 2 * GAP) height=(height) rx="2" {}
            text x=(middle) y=(top - 6) { (count) }
        }
        text x=(middle) y=(HEIGHT - BELOW + 17) { (label(place)) }
    }
}

/// `0–9`, … `90–100`.
fn label(place: usize) -> String {
    let first = place * 100 / BINS;
    let last = if place + 1 == BINS {
        100
    } else {
        first + 100 / BINS - 1
    };
    format!("{first}–{last}")
}

fn bins(class: &Class) -> [usize; BINS] {
    let mut bins = [0; BINS];
    for row in &class.rows {
        // 100 % belongs to the last bar.
        let place = (row.percent() / (100.0 / BINS as f64)) as usize;
        bins[place.min(BINS - 1)] += 1;
    }
    bins
}

/// The middle one, in percent of the points that could be had.
pub(super) fn median(class: &Class) -> f64 {
    quantile(class, 0.5)
}

/// Between the two nearest ones, in proportion; 0 for a class of nobody.
fn quantile(class: &Class, share: f64) -> f64 {
    let mut all: Vec<f64> = class.rows.iter().map(Row::percent).collect();
    all.sort_by(f64::total_cmp);
    let Some(last) = all.len().checked_sub(1) else {
        return 0.0;
    };
    let place = share * last as f64;
    let (below, above) = (all[place.floor() as usize], all[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

fn mean(class: &Class) -> f64 {
    let sum: f64 = class.rows.iter().map(Row::percent).sum();
    sum / class.rows.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;

    #[test]
    fn every_submission_stands_in_one_bar() {
        let class = samples::class();
        assert_eq!(bins(&class).iter().sum::<usize>(), class.rows.len());
        assert_eq!(bins(&class)[0], 1, "the empty one");
        assert_eq!(label(9), "90–100");
    }

    #[test]
    fn a_class_of_nobody_has_a_chart() {
        let class = Class::default();
        assert_eq!((median(&class), mean(&class)), (0.0, 0.0));
        assert!(figure(&class).into_string().contains("<svg"));
    }

    #[test]
    fn a_quantile_between_two_lies_between_them() {
        // 0 %, 50 %, 62.5 %, 90 %
        assert_eq!(median(&samples::class()), 56.25);
    }
}
