//! Names are found in the text before the constructor, which `$` marks.

use interleave::schedule::names::{label_all, name_in};
use interleave::schedule::{Object, Place};

/// The name of the object of this kind that is created at `$`.
fn name(kind: &str, source: &str) -> Option<String> {
    let at = source.find('$').expect("a mark");
    let line = source[..at].lines().count().max(1);
    let column = source[..at]
        .chars()
        .rev()
        .take_while(|&c| c != '\n')
        .count()
        + 1;
    let lines: Vec<String> = source.replace('$', "").lines().map(str::to_owned).collect();
    name_in(&lines, kind, line as u32, column as u32)
}

fn mutex(source: &str) -> Option<String> {
    name("Mutex", source)
}

#[test]
fn a_binding_gives_the_name() {
    assert_eq!(mutex("let tickets = $Mutex::new(0);").unwrap(), "tickets");
    assert_eq!(
        mutex("let mut tickets: Mutex<u32> = $Mutex::new(0);").unwrap(),
        "tickets"
    );
    assert_eq!(
        mutex("let tickets = Arc::new($Mutex::new(0));").unwrap(),
        "tickets"
    );
    assert_eq!(
        mutex("f(); let t: Option<_> = Some(Arc::new($Mutex::new(0)));").unwrap(),
        "t"
    );
    assert_eq!(mutex("self.queue = $Mutex::new(vec![]);").unwrap(), "queue");
}

#[test]
fn an_expression_over_several_lines_is_followed_to_its_beginning() {
    let source = "let tickets: Arc<Mutex<Vec<u32>>> = // those left = open\n    Arc::new(\n        $Mutex::new(vec![1, 2]),\n    );";
    assert_eq!(mutex(source).unwrap(), "tickets");
}

#[test]
fn a_field_gives_the_name() {
    assert_eq!(
        mutex("Gate { open: $Mutex::new(false), cv: Condvar::new() }").unwrap(),
        "open"
    );
    assert_eq!(name("Condvar", "let gate = Arc::new(Gate {\n    open: Mutex::new(false),\n    cv: $Condvar::new(),\n});").unwrap(), "cv");
}

#[test]
fn a_static_gives_the_name_through_a_lazy_lock_too() {
    assert_eq!(
        mutex("pub static LIST: Mutex<Vec<u32>> = $Mutex::new(vec![]);").unwrap(),
        "LIST"
    );
    assert_eq!(
        mutex("static LIST: LazyLock<Mutex<u32>> =\n    LazyLock::new(|| $Mutex::new(0));")
            .unwrap(),
        "LIST"
    );
}

#[test]
fn a_channel_has_the_names_of_both_ends() {
    assert_eq!(
        name("channel", "let (tx, rx) = $mpsc::channel::<u32>();").unwrap(),
        "tx/rx"
    );
    assert_eq!(
        name(
            "channel",
            "let (jobs, next): (Sender<_>, Receiver<_>) = $mpsc::channel();"
        )
        .unwrap(),
        "jobs/next"
    );
}

#[test]
fn elements_of_an_array_have_their_index_and_those_of_a_tuple_their_place() {
    assert_eq!(
        mutex("let forks = vec![Mutex::new(0), $Mutex::new(f(1, 2))];").unwrap(),
        "forks[1]"
    );
    assert_eq!(
        mutex("let forks = [$Mutex::new(0), Mutex::new(0)];").unwrap(),
        "forks[0]"
    );
    assert_eq!(
        name(
            "Condvar",
            "let pair = Arc::new((Mutex::new(false), $Condvar::new()));"
        )
        .unwrap(),
        "pair.1"
    );
    assert_eq!(
        mutex("let (left, right) = (Mutex::new(0), $Mutex::new(0));").unwrap(),
        "right"
    );
}

#[test]
fn values_made_by_one_expression_share_its_name() {
    assert_eq!(
        mutex("let forks: Vec<_> = (0..n).map(|_| $Mutex::new(0)).collect();").unwrap(),
        "forks"
    );
    assert_eq!(mutex("let forks = std::iter::repeat(1)\n    .take(n)\n    .map(|v| {\n $Mutex::new(v) })\n    .collect::<Vec<_>>();").unwrap(), "forks");
    assert_eq!(
        mutex("Bank { accounts: (0..n).map(|_| $Mutex::new(0)).collect() }").unwrap(),
        "accounts"
    );
    assert_eq!(
        mutex("let forks = [const { $Mutex::new(0) }; 3];").unwrap(),
        "forks"
    );
}

#[test]
fn a_derived_default_names_the_only_field_of_its_kind() {
    let gate = "#[derive($Default)]\npub struct Gate {\n    /// Whether it is open.\n    open: Mutex<HashMap<u32, u32>>,\n    pub(crate) cv: Condvar,\n    hits: AtomicU64,\n}";
    assert_eq!(mutex(gate).unwrap(), "open");
    assert_eq!(name("Condvar", gate).unwrap(), "cv");
    assert_eq!(name("atomic", gate).unwrap(), "hits");
    assert_eq!(
        mutex("#[derive($Default)]\nstruct Two {\n    a: Mutex<u32>,\n    b: Mutex<u32>,\n}"),
        None
    );
}

#[test]
fn what_is_not_certain_has_no_name() {
    assert_eq!(
        mutex("fn make() -> Mutex<u32> {\n    $Mutex::new(0)\n}"),
        None
    );
    assert_eq!(mutex("locks.push($Mutex::new(0));"), None);
    assert_eq!(mutex("run($Mutex::new(0));"), None);
    assert_eq!(mutex("$Mutex::new(0)"), None);
    assert_eq!(name_in(&[], "Mutex", 3, 1), None);
}

#[test]
fn labels_count_where_names_are_shared() {
    let object = |kind, name: Option<&str>, line| Object {
        kind,
        place: Place {
            file: "forks.rs".to_owned(),
            line,
            ..Place::default()
        },
        name: name.map(str::to_owned),
        label: String::new(),
    };
    let mut objects = [
        object("Mutex", Some("forks"), 3),
        object("Mutex", None, 12),
        object("Mutex", Some("forks"), 3),
        object("Condvar", Some("forks"), 4),
    ];
    label_all(&mut objects);
    let labels: Vec<_> = objects.iter().map(|o| o.label.as_str()).collect();
    assert_eq!(labels, ["forks#1", "Mutex (line 12)", "forks#2", "forks"]);
}
