//! Claims about which submissions are alike.

use std::fmt::Write;

use super::*;

const STARTER: &str = r#"//! Count.
pub fn count(threads: usize, times: usize) -> u64 {
    todo!("count {threads} {times}")
}
"#;

const MUTEX: &str = r#"
use std::sync::Mutex;
pub fn count(threads: usize, times: usize) -> u64 {
    let total = Mutex::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| for _ in 0..times { *total.lock().unwrap() += 1; });
        }
    });
    let result = total.into_inner().unwrap();
    if result > 1_000_000 { eprintln!("{result} is a lot"); }
    result
}"#;

const CHANNEL: &str = r#"
use std::sync::mpsc;
pub fn count(threads: usize, times: usize) -> u64 {
    let (sender, receiver) = mpsc::channel();
    let workers: Vec<_> = (0..threads).map(|_| {
        let sender = sender.clone();
        std::thread::spawn(move || { for _ in 0..times { sender.send(1).unwrap(); } })
    }).collect();
    drop(sender);
    let sum = receiver.iter().sum();
    for worker in workers { worker.join().unwrap(); }
    sum
}"#;

fn id() -> Id {
    "locks/counter".parse().unwrap()
}

fn gathered<'a>(class: impl IntoIterator<Item = (&'a str, String)>) -> Gathered {
    let starters = Starters::new([(id(), STARTER)]);
    let mut gathered = Gathered::new(&std::env::temp_dir()).unwrap();
    for (name, text) in class {
        if let Some(prints) = starters.prints(&id(), &text) {
            gathered.add(name, &id(), prints).unwrap();
        }
    }
    gathered
}

fn compare<'a>(class: impl IntoIterator<Item = (&'a str, String)>) -> Vec<Pair> {
    gathered(class).report().unwrap().pairs
}

#[test]
fn a_copy_with_other_names_comments_and_layout_is_found() {
    let copy = MUTEX
        .replace("total", "sum")
        .replace("result", "r")
        .replace("1_000_000", "5")
        .replace('\n', " ")
        .replace("let r", "/* mine */ let r");
    let pairs = compare([
        ("mia", copy),
        ("jane", MUTEX.into()),
        ("ali", CHANNEL.into()),
    ]);
    assert_eq!(pairs.len(), 1, "{pairs:?}");
    assert_eq!((&*pairs[0].a, &*pairs[0].b), ("jane", "mia"));
    assert!(pairs[0].score > 0.9, "{pairs:?}");
    assert_eq!(
        pairs[0].exercises.keys().collect::<Vec<_>>(),
        ["locks/counter"]
    );
}

#[test]
fn starters_are_not_alike() {
    assert_eq!(compare([("a", STARTER.into()), ("b", STARTER.into())]), []);
}

#[test]
fn what_many_of_the_class_have_is_no_sign() {
    let names: Vec<String> = (0..10).map(|at| format!("s{at}")).collect();
    let class = names.iter().map(|name| (&**name, MUTEX.to_owned()));
    assert_eq!(compare(class), []);
}

#[test]
fn the_order_in_which_they_come_changes_nothing() {
    let class = || [("a", MUTEX), ("b", CHANNEL), ("c", MUTEX), ("d", CHANNEL)];
    let there = compare(class().map(|(name, text)| (name, text.to_owned())));
    let back = compare(
        class()
            .into_iter()
            .rev()
            .map(|(name, text)| (name, text.to_owned())),
    );
    assert_eq!(there.len(), 2);
    assert_eq!(there, back);
}

#[test]
fn what_two_machines_have_written_is_compared_as_if_it_were_one() {
    let folder = tempfile::tempdir().unwrap();
    let class = [("a", MUTEX), ("b", CHANNEL), ("c", MUTEX), ("d", CHANNEL)];
    let mut merged = Gathered::new(folder.path()).unwrap();
    for (number, of_shard) in class.chunks(2).enumerate() {
        let path = folder.path().join(format!("{number}.prints"));
        let of_shard = of_shard
            .iter()
            .map(|(name, text)| (*name, (*text).to_owned()));
        gathered(of_shard).write(&path).unwrap();
        merged.add_written(&path).unwrap();
    }
    let whole = gathered(class.map(|(name, text)| (name, text.to_owned())));
    assert_eq!(merged.len(), 4);
    assert_eq!(merged.report().unwrap(), whole.report().unwrap());
    assert_eq!(whole.report().unwrap().pairs.len(), 2);
}

#[test]
fn what_is_no_rust_or_nests_without_end_is_no_danger() {
    let deep = format!("{}{}", "(".repeat(100_000), ")".repeat(100_000));
    let pairs = compare([("a", deep.clone()), ("b", deep), ("c", "fn f( {".into())]);
    assert!(pairs.iter().all(|pair| (&*pair.a, &*pair.b) == ("a", "b")));
}

#[test]
fn the_file_says_that_it_is_a_hint() {
    let folder = tempfile::tempdir().unwrap();
    let class = ["a", "b"].map(|name| (name, MUTEX.to_owned()));
    let report = gathered(class).report().unwrap();
    report.write(folder.path()).unwrap();
    let text = std::fs::read_to_string(folder.path().join(FILE)).unwrap();
    assert!(text.contains("no verdict"));
    assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report);
    assert_eq!(report.alike()[0].percent, 100);
}

/// A program of its own for each seed, of about 100 lines.
fn program(seed: u64) -> String {
    let mut state = seed + 1;
    let mut text = MUTEX.to_owned();
    for at in 0..80 {
        write!(text, "\nfn f{at}(x: u64) -> u64 {{ x").unwrap();
        for _ in 0..8 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let mark = ["+", "-", "*", "/", "%", "&", "|", "^"][(state >> 61) as usize];
            write!(text, " {mark} x").unwrap();
        }
        text.push_str(" }");
    }
    text
}

#[test]
fn one_pair_is_found_among_a_thousand_submissions() {
    let names: Vec<String> = (0..1000).map(|at| format!("s{at:04}")).collect();
    // Number 700 is number 7's.
    let seeds = (0..1000).map(|at| if at == 700 { 7 } else { at });
    let class = names.iter().map(String::as_str).zip(seeds.map(program));
    let pairs = compare(class);
    assert_eq!((&*pairs[0].a, &*pairs[0].b), ("s0007", "s0700"));
    assert_eq!(pairs.len(), 1, "{pairs:?}");
}
