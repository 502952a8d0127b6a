//! Makes a failing program smaller.

use super::program::{Instr, Program};

/// Drops operations while the program still fails. What is returned fails, and no single drop keeps it failing.
pub(crate) fn shrink(mut program: Program, fails: impl Fn(&Program) -> bool) -> Program {
    while let Some(smaller) = smaller(&program).into_iter().find(&fails) {
        program = smaller;
    }
    program
}

fn smaller(program: &Program) -> Vec<Program> {
    let with = |main| Program {
        main,
        ..program.clone()
    };
    let mut all: Vec<_> = smaller_body(&program.main).into_iter().map(with).collect();
    if program.spurious > 0 {
        all.push(Program {
            spurious: 0,
            ..program.clone()
        });
    }
    all
}

/// The body without one of its operations, or with one of them made smaller.
fn smaller_body(body: &[Instr]) -> Vec<Vec<Instr>> {
    let mut all = vec![];
    for (place, instr) in body.iter().enumerate() {
        let with = |replacement: Option<Instr>| {
            let mut body = body.to_vec();
            body.splice(place..=place, replacement);
            body
        };
        all.push(with(None));
        all.extend(
            smaller_instr(instr)
                .into_iter()
                .map(|instr| with(Some(instr))),
        );
    }
    all
}

fn smaller_instr(instr: &Instr) -> Vec<Instr> {
    use Instr::*;
    let each = |body: &[Instr], make: &dyn Fn(Vec<Instr>) -> Instr| {
        smaller_body(body).into_iter().map(make).collect()
    };
    match instr {
        Lock(object, body) => each(body, &|body| Lock(*object, body)),
        TryLock(object, body) => each(body, &|body| TryLock(*object, body)),
        Read(body) => each(body, &Read),
        Write(value, body) => each(body, &|body| Write(*value, body)),
        Downgrade(value, body) => each(body, &|body| Downgrade(*value, body)),
        GetOrInit(value, body) => each(body, &|body| GetOrInit(*value, body)),
        Spawn(body) => each(body, &Spawn),
        Detach(body) => each(body, &Detach),
        Scope(bodies) => {
            let smaller = |place: usize| {
                let with = move |body| {
                    let mut bodies = bodies.clone();
                    bodies[place] = body;
                    Scope(bodies)
                };
                smaller_body(&bodies[place]).into_iter().map(with)
            };
            (0..bodies.len()).flat_map(smaller).collect()
        }
        _ => vec![],
    }
}
