//! Text of operations, the table of a recorded execution, who waits for what.
use crate::*;
use std::fmt::Write;

pub fn short(f: &str) -> &str { f.rsplit('/').next().unwrap_or(f) }
fn at(l: Loc) -> String { format!("{}:{}", short(l.file()), l.line()) }
pub fn name(o: &Obj) -> String {
    let k = match o.kind { OK::Atomic => "atomic", OK::Cell => "cell", OK::Mutex => "mutex", OK::RwLock => "rwlock", OK::Condvar => "condvar", OK::Channel => "channel", OK::Once => "once", OK::Barrier => "barrier" };
    format!("{k}{}", o.n)
}
pub(crate) fn op_text(rt: &Rt, p: Op, r: u64) -> String {
    let n = |i: ObjId| name(&rt.objs[i as usize]);
    let t = |x: u64| format!("t{x}");
    match p.k {
        K::Load => format!("load {}", n(p.a)), K::Store => format!("store {}", n(p.a)), K::Rmw => format!("rmw {}", n(p.a)), K::Fence => "fence".into(), K::Access => format!("access {}", n(p.a)), K::Select => "select".into(),
        K::Lock => format!("lock {}", n(p.a)), K::Unlock => format!("unlock {}", n(p.a)),
        K::TryLock | K::TryRead | K::TryWrite => format!("try_lock {} → {}", n(p.a), if r == 1 { "got it" } else { "busy" }),
        K::Read => format!("read-lock {}", n(p.a)), K::Write => format!("write-lock {}", n(p.a)), K::RUnlock | K::WUnlock => format!("unlock {}", n(p.a)),
        K::CvWait => format!("wait {}, unlock {}", n(p.a), n(p.b)),
        K::CvWake => format!("{} {}, lock {}", if r == 1 { "woken by" } else { "SPURIOUS wake-up from" }, n(p.a), n(p.b)),
        K::CvWakeT => format!("{} {}, lock {}", if r == 1 { "woken by" } else { "time-out on" }, n(p.a), n(p.b)),
        K::NotifyOne => format!("notify_one {}", n(p.a)), K::NotifyAll => format!("notify_all {} → wakes {r}", n(p.a)),
        K::Send | K::TrySend => format!("send {}{}", n(p.a), ["  → full", "", "  → Err: receiver gone"][r as usize]),
        K::SendAck => format!("send done {}", n(p.a)),
        K::Recv | K::TryRecv | K::RecvT => format!("recv {}{}", n(p.a), [if p.k == K::RecvT { " → time-out" } else { " → empty" }, "", " → Err: all senders gone"][r as usize]),
        K::DropTx => format!("drop last sender of {}", n(p.a)), K::DropRx => format!("drop receiver of {}", n(p.a)),
        K::Spawn => "spawn".into(), K::Join | K::JoinScope => format!("join {}", t(p.arg)), K::IsFinished => format!("is_finished {} → {}", t(p.arg), r == 1),
        K::Park | K::ParkT => format!("park → {}", if r == 1 { "token" } else if p.k == K::ParkT { "time-out" } else { "SPURIOUS wake-up" }), K::Unpark => format!("unpark {}", t(p.arg)),
        K::Yield => "yield".into(), K::Sleep => "sleep".into(),
        K::Once => format!("{} {}", if r == 1 { "starts initialising" } else { "finds initialised" }, n(p.a)), K::OnceDone => format!("initialised {}", n(p.a)),
        K::OnceGet => format!("get {} → {}", n(p.a), if r == 1 { "set" } else { "not set" }), K::OnceWait => format!("wait {}", n(p.a)),
        K::Barrier => format!("arrive {}{}", n(p.a), if r == 1 { " (last: leader)" } else { "" }), K::BarrierPass => format!("leave {}", n(p.a)),
    }
}
/// One line per unfinished thread: what it holds and what it waits for.
pub(crate) fn blocked(rt: &Rt) -> Vec<String> {
    let n = |i: ObjId| name(&rt.objs[i as usize]);
    rt.tasks.iter().enumerate().filter(|(_, t)| !t.finished).map(|(i, t)| {
        let Some(p) = t.pending else { return format!("t{i} is running") };
        let holds = if t.holds.is_empty() { "holds nothing".to_string() } else { format!("holds {}", t.holds.iter().map(|(o, l, _)| format!("{} (since {})", n(*o), at(l))).collect::<Vec<_>>().join(" and ")) };
        let owner = |i: ObjId| rt.objs[i as usize].owner.map(|t| format!(", held by t{t}")).unwrap_or_default();
        let waits = match p.k {
            K::Lock | K::Read | K::Write | K::Once => format!("{}{}", n(p.a), owner(p.a)),
            K::CvWake => format!("a notification on {}{}", n(p.a), owner(p.b)),
            K::Recv => format!("an item on {} ({} sender{} still alive)", n(p.a), rt.objs[p.a as usize].tx, if rt.objs[p.a as usize].tx == 1 { "" } else { "s" }),
            K::Send | K::SendAck => format!("room on {}", n(p.a)),
            K::Join | K::JoinScope => format!("the end of t{}", p.arg),
            K::Park => "unpark".into(), K::BarrierPass => n(p.a), _ => format!("{:?}", p.k),
        };
        format!("t{i}{} {holds} and waits for {waits} at {}", t.name.as_ref().map(|n| format!(" \"{n}\"")).unwrap_or_default(), at(p.loc))
    }).collect()
}
fn source(l: Loc) -> String {
    thread_local! { static FILES: RefCell<std::collections::HashMap<&'static str, Option<Vec<String>>>> = RefCell::default(); }
    FILES.with(|f| {
        let mut f = f.borrow_mut();
        let lines = f.entry(l.file()).or_insert_with(|| {
            // cargo gives paths relative to the workspace root; tests run in the package's folder
            let mut d = std::env::current_dir().ok()?;
            loop { if let Ok(s) = std::fs::read_to_string(d.join(l.file())) { return Some(s.lines().map(|l| l.trim().to_string()).collect()) } if !d.pop() { return None } }
        });
        lines.as_ref().and_then(|v| v.get(l.line() as usize - 1)).cloned().unwrap_or_default()
    })
}
pub(crate) fn table(rt: &Rt) -> String {
    let ev = rt.trace.as_deref().unwrap_or(&[]);
    let nt = rt.tasks.len();
    let mut w = vec![6usize; nt];
    for (i, t) in rt.tasks.iter().enumerate() { w[i] = 2 + t.name.as_ref().map_or(0, |n| n.len() + 3) }
    for e in ev { w[e.tid] = w[e.tid].max(e.text.chars().count()).min(44) }
    let mut s = String::new();
    let pad = |x: &str, n: usize| format!("{x}{}", " ".repeat(n.saturating_sub(x.chars().count())));
    write!(s, "step").unwrap();
    for (i, t) in rt.tasks.iter().enumerate() { write!(s, " | {}", pad(&format!("t{i}{}", t.name.as_ref().map(|n| format!(" {n}")).unwrap_or_default()), w[i])).unwrap() }
    s.push_str(" | source\n");
    let mut n = 0;
    for e in ev {
        if e.step { n += 1 }
        write!(s, "{}", if e.step { format!("{n:>4}") } else { "    ".into() }).unwrap();
        for (i, &w) in w.iter().enumerate() { write!(s, " | {}", pad(if i == e.tid { &e.text } else { "" }, w)).unwrap() }
        match e.loc { Some(l) if l.file().starts_with("/rustc") || l.file().contains("library/core") || l.file().contains("tests/interleave/") => s.push_str(" | (end of scope)\n"),
            Some(l) => { let a = at(l); writeln!(s, " | {a:<14} {}", source(l)).unwrap() } None => s.push_str(" |\n") }
    }
    let objs: Vec<String> = rt.objs.iter().map(|o| format!("{} = {}", name(o), at(o.loc))).collect();
    if !objs.is_empty() { writeln!(s, "objects (created at): {}", objs.join(", ")).unwrap() }
    for l in &rt.lost { writeln!(s, "a thread panicked: {l}").unwrap() }
    s
}
