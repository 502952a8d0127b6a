//! `downloads`: all at once, one line for each, in order, whatever fails.
//!
//! A network is not part of the model, so these tests use real threads and a server of their own on loopback.

use harness::prelude::*;
use std::time::Duration;
use threads::downloads::{Failure, fetch_all};

/// Much more than an answer from loopback ever takes.
const LONG: Duration = Duration::from_secs(30);

#[test]
#[claim(value)]
fn an_answer_counts_as_its_status() {
    let server = Server::start(1);
    let urls = vec![
        server.url("/ok/soup"),
        server.url("/missing"),
        server.url("/broken"),
    ];
    let found = within("3 answers", move || fetch_all(&urls, LONG));
    compare(
        "200, 404 and 500 were answered",
        &found,
        &["200", "404", "500"],
    );
}

#[test]
#[claim(value)]
fn a_failure_is_told_from_an_answer() {
    let server = Server::start(1);
    let urls = vec![refused_url(), server.url("/cut"), server.url("/ok/bread")];
    let found = within(
        "a refused connection, half an answer and a good one",
        move || fetch_all(&urls, LONG),
    );
    compare(
        "nobody listened, then the answer was cut off, then all was well",
        &found,
        &["refused", "cut off", "200"],
    );
}

#[test]
#[claim(value)]
fn a_server_that_never_answers_is_slow() {
    let server = Server::start(1);
    let urls = vec![server.url("/slow")];
    let found = within(
        "an answer that never comes, with a patience of 0.2 s",
        move || fetch_all(&urls, Duration::from_millis(200)),
    );
    compare("the server never answered", &found, &["slow"]);
}

#[test]
#[claim(value)]
fn the_results_stand_in_the_order_of_the_list() {
    let server = Server::start(1);
    let kinds: Vec<bool> = {
        let mut random = random();
        (0..12).map(|_| random.bool()).collect()
    };
    let urls: Vec<String> = kinds
        .iter()
        .map(|good| server.url(if *good { "/ok/egg" } else { "/missing" }))
        .collect();
    let asked: Vec<&str> = kinds
        .iter()
        .map(|good| if *good { "200" } else { "404" })
        .collect();
    let found = within("12 answers", move || fetch_all(&urls, LONG));
    compare("12 suppliers were asked", &found, &asked);
}

#[test]
#[claim(together)]
fn all_requests_are_under_way_at_the_same_time() {
    // More than the usual pool of 4 or 8, or of 4 more than there are cores.
    let server = Server::start(12);
    let urls: Vec<String> = (0..12).map(|n| server.url(&format!("/ok/{n}"))).collect();
    let found = within("12 answers", move || fetch_all(&urls, LONG));
    server.check_together();
    compare("12 suppliers were asked", &found, &["200"; 12]);
}

#[test]
#[claim(snapshot)]
fn the_morning_report_has_a_line_for_everybody() {
    let server = Server::start(4);
    let urls = vec![
        server.url("/ok/flour"),
        refused_url(),
        server.url("/missing"),
        server.url("/cut"),
        server.url("/broken"),
    ];
    let found = within("5 suppliers", move || fetch_all(&urls, LONG));
    let names = ["mill", "closed", "moved", "hung up", "in trouble"];
    let report: String = names
        .iter()
        .zip(&found)
        .map(|(name, found)| format!("{name:<12}{}\n", word(found)))
        .collect();
    assert_snapshot!(report, @"
    mill        200
    closed      refused
    moved       404
    hung up     cut off
    in trouble  500
    ");
}

fn compare(what: &str, found: &[Result<u16, Failure>], asked: &[&str]) {
    let found: Vec<String> = found.iter().map(word).collect();
    expect!(
        found == asked,
        WrongResult,
        "{what}: asked for is {asked:?}, and yours is {found:?}"
    );
}

/// The result in words of this file, so that nothing is compared by the code under test.
fn word(found: &Result<u16, Failure>) -> String {
    match found {
        Ok(status) => status.to_string(),
        Err(Failure::Refused) => "refused".to_string(),
        Err(Failure::CutOff) => "cut off".to_string(),
        Err(Failure::Slow) => "slow".to_string(),
        Err(Failure::Other) => "other".to_string(),
    }
}
