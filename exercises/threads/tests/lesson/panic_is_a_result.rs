//! `panic_is_a_result`: one result for each order, whatever became of the others.

use crate::step::step;
use harness::prelude::*;
use std::panic::panic_any;
use std::sync::LazyLock;

type Cook = fn(&str) -> String;

#[test]
#[claim(value)]
fn what_goes_well_is_ok() {
    let serve: fn(Vec<String>, Cook) -> Vec<Result<String, String>> =
        threads::panic_is_a_result::serve;
    let order = random().u32(..).to_string();
    let asked = [
        Ok(format!("a plate for {order}")),
        Ok("a plate for 2".into()),
    ];
    let orders = vec![order, "2".to_string()];
    let results = within("2 cooks", move || {
        serve(orders, |order| format!("a plate for {order}"))
    });
    expect!(
        results == asked,
        WrongResult,
        "nobody panicked, so the results should be {asked:?}; they are {results:?}"
    );
}

#[test]
#[claim(value)]
fn the_error_is_the_message_of_the_panic() {
    let order = format!("table {}", random().u32(..));
    let asked = [Err(format!("no plate for {order}"))];
    let results = within("a cook who panics", move || {
        threads::panic_is_a_result::serve(vec![order], |order| panic!("no plate for {order}"))
    });
    expect!(
        results == asked,
        WrongResult,
        "the result should be {asked:?}; it is {results:?}"
    );
}

#[test]
#[claim(snapshot)]
fn every_kind_of_end_is_told() {
    let orders = ["soup", "toast", "stew", "fish", "cake"];
    let orders = orders.map(String::from).to_vec();
    let results = within("5 cooks", || {
        threads::panic_is_a_result::serve(orders, |order| match order {
            "toast" => panic!("burnt"),
            "stew" => panic_any(95),
            "fish" => panic!("the cat has the {order}"),
            _ => format!("a plate of {order}"),
        })
    });
    let lines: Vec<String> = results.iter().map(|result| format!("{result:?}")).collect();
    assert_snapshot!(lines.join("\n"), @r#"
    Ok("a plate of soup")
    Err("burnt")
    Err("no message")
    Err("the cat has the fish")
    Ok("a plate of cake")
    "#);
}

#[test]
#[claim(every_interleaving)]
fn a_panic_costs_nobody_else_the_plate() {
    every_interleaving(|| serve_in_the_model(&["toast", "soup"], burns_toast))
        .because("The first cook panics, the second does not. Whoever is faster, both results are there.")
        .is(r#"{[Err("burnt"), Ok("soup")]}"#)
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn two_panics_are_two_errors() {
    every_interleaving(|| serve_in_the_model(&["toast", "toast"], burns_toast))
        .because("Both cooks panic, and each panic is the result of its own order.")
        .is(r#"{[Err("burnt"), Err("burnt")]}"#);
}

#[test]
#[claim(every_interleaving)]
fn all_the_cooks_work_at_the_same_time() {
    every_interleaving(|| {
        serve_in_the_model(&["soup", "toast", "cake"], |order| {
            static ALL_AT_WORK: Rendezvous = Rendezvous::new(3);
            ALL_AT_WORK.arrive();
            burns_toast(order)
        })
    })
    .deadlock_means(
        Verdict::Serial,
        "3 cooks must be at work at the same time. Here one has to finish before another can begin.",
    )
    .is(r#"{[Ok("soup"), Err("burnt"), Ok("cake")]}"#);
}

#[test]
#[claim(together)]
fn nine_real_cooks_work_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    static COOKS: LazyLock<Meeting> = LazyLock::new(|| Meeting::new(9, "cooks"));
    let orders = vec!["soup".to_string(); 9];
    within("9 cooks", move || {
        threads::panic_is_a_result::serve(orders, |order| {
            COOKS.arrive();
            order.to_string()
        })
    });
    COOKS.check();
}

fn serve_in_the_model(orders: &[&str], cook: Cook) -> Vec<Result<String, String>> {
    let orders = orders.iter().map(|order| order.to_string()).collect();
    threads_model::panic_is_a_result::serve(orders, cook)
}

fn burns_toast(order: &str) -> String {
    step();
    if order == "toast" {
        panic!("burnt");
    }
    order.to_string()
}
