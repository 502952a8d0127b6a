//! Texts of operations, the table of a recorded execution, who waits for what.

use crate::object::{ObjId, Object, ObjectKind};
use crate::op::{Kind, Loc, Op, Tid};
use crate::runtime::Rt;
use crate::task::Task;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::{self, Display, Write};

/// A recorded execution: one column a thread. `Display` renders it.
#[derive(Clone, Debug)]
pub struct Schedule {
    text: String,
}

impl Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The schedule of a recorded execution.
pub(crate) fn schedule(rt: &Rt) -> Schedule {
    let mut text = table(rt);
    for line in &rt.blocked {
        text.push_str(&format!("  {line}\n"));
    }
    Schedule { text }
}

/// The last part of a path.
pub(crate) fn short(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

fn at(loc: Loc) -> String {
    format!("{}:{}", short(loc.file()), loc.line())
}

fn name(o: &Object) -> String {
    let kind = match o.kind {
        ObjectKind::Atomic => "atomic",
        ObjectKind::Cell => "cell",
        ObjectKind::Mutex => "mutex",
        ObjectKind::RwLock => "rwlock",
        ObjectKind::Condvar => "condvar",
        ObjectKind::Channel => "channel",
        ObjectKind::Once => "once",
        ObjectKind::Barrier => "barrier",
        ObjectKind::Rendezvous => "rendezvous",
        ObjectKind::Gauge => "gauge",
    };
    format!("{kind}{}", o.n)
}

/// What `op` with this result did, in a few words.
pub(crate) fn op_text(rt: &Rt, op: Op, result: u64) -> String {
    let n = |id: ObjId| name(&rt.objects[id as usize]);
    let yes = result == 1;
    match op.k {
        Kind::Load => format!("load {}", n(op.a)),
        Kind::Store => format!("store {}", n(op.a)),
        Kind::Rmw => format!("rmw {}", n(op.a)),
        Kind::Fence => "fence".into(),
        Kind::Access => format!("access {}", n(op.a)),
        Kind::Select => "select".into(),
        Kind::Lock => format!("lock {}", n(op.a)),
        Kind::Read => format!("read-lock {}", n(op.a)),
        Kind::Write => format!("write-lock {}", n(op.a)),
        Kind::Unlock | Kind::RUnlock | Kind::WUnlock => format!("unlock {}", n(op.a)),
        Kind::Downgrade => format!("downgrade {}", n(op.a)),
        Kind::TryLock | Kind::TryRead | Kind::TryWrite => {
            format!(
                "try_lock {} → {}",
                n(op.a),
                if yes { "got it" } else { "busy" }
            )
        }
        Kind::Spawn => "spawn".into(),
        Kind::Join | Kind::JoinScope => format!("join t{}", op.arg),
        Kind::IsFinished => format!("is_finished t{} → {yes}", op.arg),
        Kind::Unpark => format!("unpark t{}", op.arg),
        Kind::Yield => "yield".into(),
        Kind::Sleep => "sleep".into(),
        Kind::Enter => format!("enter {}", n(op.a)),
        Kind::Leave => format!("leave {}", n(op.a)),
        Kind::Peak => format!("peak of {} → {result}", n(op.a)),
        _ => waiting_text(rt, op, result),
    }
}

/// [`op_text`] of condition variables, channels, initialisations, barriers and parking.
fn waiting_text(rt: &Rt, op: Op, result: u64) -> String {
    let n = |id: ObjId| name(&rt.objects[id as usize]);
    let yes = result == 1;
    let reason = match (yes, op.k) {
        (true, _) => "woken by",
        (false, Kind::CvWakeT) => "time-out on",
        (false, _) => "SPURIOUS wake-up from",
    };
    match op.k {
        Kind::CvWait => format!("wait {}, unlock {}", n(op.a), n(op.b)),
        Kind::CvWake | Kind::CvWakeT => format!("{reason} {}, lock {}", n(op.a), n(op.b)),
        Kind::NotifyOne => format!("notify_one {}", n(op.a)),
        Kind::NotifyAll => format!("notify_all {} → wakes {result}", n(op.a)),
        Kind::Send | Kind::TrySend => {
            let how = ["  → full", "", "  → Err: receiver gone"];
            format!("send {}{}", n(op.a), how[result as usize])
        }
        Kind::SendAck => format!("send done {}", n(op.a)),
        Kind::Recv | Kind::TryRecv | Kind::RecvT => {
            let nothing = if op.k == Kind::RecvT {
                " → time-out"
            } else {
                " → empty"
            };
            let how = [nothing, "", " → Err: all senders gone"];
            format!("recv {}{}", n(op.a), how[result as usize])
        }
        Kind::DropTx => format!("drop sender of {}", n(op.a)),
        Kind::DropRx => format!("drop receiver of {}", n(op.a)),
        Kind::Park if yes => "park → token".into(),
        Kind::Park => "park → SPURIOUS wake-up".into(),
        Kind::ParkT => format!("park → {}", if yes { "token" } else { "time-out" }),
        Kind::Once if result == 0 => format!("finds initialised {}", n(op.a)),
        Kind::Once => format!("starts initialising {}", n(op.a)),
        Kind::OnceDone => format!("initialised {}", n(op.a)),
        Kind::OnceGet => format!("get {} → {}", n(op.a), if yes { "set" } else { "not set" }),
        Kind::OnceWait => format!("wait {}", n(op.a)),
        Kind::Barrier => format!(
            "arrive {}{}",
            n(op.a),
            if yes { " (last: leader)" } else { "" }
        ),
        Kind::BarrierPass => format!("leave {}", n(op.a)),
        kind => format!("{kind:?}"),
    }
}

/// One line for each unfinished thread: what it holds and what it waits for.
pub(crate) fn blocked(rt: &Rt) -> Vec<String> {
    let unfinished = rt.tasks.iter().enumerate().filter(|(_, t)| !t.finished);
    unfinished
        .map(|(tid, task)| blocked_line(rt, tid, task))
        .collect()
}

fn blocked_line(rt: &Rt, tid: Tid, task: &Task) -> String {
    let Some(op) = task.pending else {
        return format!("t{tid} is running");
    };
    let n = |id: ObjId| name(&rt.objects[id as usize]);
    let held = |h: &crate::task::Hold| format!("{} (since {})", n(h.object), at(h.loc));
    let holds: Vec<String> = task.holds.iter().map(held).collect();
    let holds = match holds.as_slice() {
        [] => "nothing".into(),
        some => some.join(" and "),
    };
    let waits = waits_for(rt, op);
    format!(
        "{} holds {holds} and waits for {waits} at {}",
        task.label(tid),
        at(op.loc)
    )
}

fn waits_for(rt: &Rt, op: Op) -> String {
    let object = |id: ObjId| &rt.objects[id as usize];
    let n = |id: ObjId| name(object(id));
    let owner = |id: ObjId| {
        let owner = object(id).owner;
        owner.map_or_else(String::new, |t| format!(", held by t{t}"))
    };
    match op.k {
        Kind::Lock | Kind::Read | Kind::Write | Kind::Once => format!("{}{}", n(op.a), owner(op.a)),
        Kind::CvWake => format!("a notification on {}{}", n(op.a), owner(op.b)),
        Kind::Recv => {
            let senders = object(op.a).tx;
            let s = if senders == 1 { "" } else { "s" };
            format!("an item on {} ({senders} sender{s} still alive)", n(op.a))
        }
        Kind::Send | Kind::SendAck => format!("room on {}", n(op.a)),
        Kind::Join | Kind::JoinScope => format!("the end of t{}", op.arg),
        Kind::Park => "unpark".into(),
        Kind::BarrierPass => n(op.a),
        kind => format!("{kind:?}"),
    }
}

fn source(loc: Loc) -> String {
    type Files = HashMap<&'static str, Option<Vec<String>>>;
    thread_local! { static FILES: RefCell<Files> = RefCell::default(); }
    FILES.with(|files| {
        let mut files = files.borrow_mut();
        let lines = files.entry(loc.file()).or_insert_with(|| read(loc.file()));
        let line = lines.as_ref().and_then(|v| v.get(loc.line() as usize - 1));
        line.cloned().unwrap_or_default()
    })
}

/// Cargo gives paths relative to the workspace root; tests run in the package's folder.
fn read(file: &str) -> Option<Vec<String>> {
    let mut folder = std::env::current_dir().ok()?;
    loop {
        if let Ok(text) = std::fs::read_to_string(folder.join(file)) {
            return Some(text.lines().map(|l| l.trim().to_owned()).collect());
        }
        if !folder.pop() {
            return None;
        }
    }
}

fn table(rt: &Rt) -> String {
    let events = rt.trace.as_deref().unwrap_or(&[]);
    let titles: Vec<String> = rt
        .tasks
        .iter()
        .enumerate()
        .map(|(i, t)| t.label(i))
        .collect();
    let mut widths: Vec<usize> = titles.iter().map(String::len).collect();
    for e in events {
        widths[e.tid] = widths[e.tid].max(e.text.chars().count()).min(44);
    }
    let mut text = String::from("step");
    for (title, width) in titles.iter().zip(&widths) {
        let _ = write!(text, " | {title:width$}");
    }
    text.push_str(" | source\n");
    let mut step = 0;
    for e in events {
        step += usize::from(e.step);
        let _ = write!(
            text,
            "{:>4}",
            if e.step {
                step.to_string()
            } else {
                String::new()
            }
        );
        for (i, width) in widths.iter().enumerate() {
            let cell = if i == e.tid { e.text.as_str() } else { "" };
            let _ = write!(text, " | {cell:width$}");
        }
        text.push_str(&place(e.loc));
    }
    let objects: Vec<String> = rt
        .objects
        .iter()
        .map(|o| format!("{} = {}", name(o), at(o.loc)))
        .collect();
    if !objects.is_empty() {
        let _ = writeln!(text, "objects (created at): {}", objects.join(", "));
    }
    for (t, message) in &rt.lost {
        let _ = writeln!(text, "a thread panicked: t{t}: {message}");
    }
    text
}

fn place(loc: Option<Loc>) -> String {
    let foreign = |file: &str| {
        ["library/core", "tests/interleave/"]
            .iter()
            .any(|p| file.contains(p))
            || file.starts_with("/rustc")
    };
    match loc {
        None => " |\n".into(),
        Some(l) if foreign(l.file()) => " | (end of scope)\n".into(),
        Some(l) => format!(" | {:<14} {}\n", at(l), source(l)),
    }
}
