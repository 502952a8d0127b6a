//! The role is a type of its own, parsed before anything happens.

use std::env;
use std::io::{self, Read, Write};
use std::process::{self, Command, Stdio};

pub const WORKER: &str = "--worker";

enum Role<'a> {
    Worker { dish: &'a str },
    Head { dishes: &'a [String] },
}

impl Role<'_> {
    fn parse(arguments: &[String]) -> Role<'_> {
        match arguments {
            [flag, dish] if flag == WORKER => Role::Worker { dish },
            dishes => Role::Head { dishes },
        }
    }
}

pub fn run(arguments: &[String]) -> io::Result<()> {
    match Role::parse(arguments) {
        Role::Worker { dish } => println!("{dish}, cooked by process {}", process::id()),
        Role::Head { dishes } => {
            let mut workers = Vec::with_capacity(dishes.len());
            for dish in dishes {
                let mut command = Command::new(env::current_exe()?);
                command.args([WORKER, dish]).stdin(Stdio::null());
                workers.push(command.stdout(Stdio::piped()).spawn()?);
            }
            let mut lines = Vec::new();
            for worker in &mut workers {
                let pipe = worker.stdout.as_mut().expect("it was piped");
                pipe.read_to_end(&mut lines)?;
            }
            for mut worker in workers {
                worker.wait()?;
            }
            io::stdout().lock().write_all(&lines)?;
        }
    }
    Ok(())
}
