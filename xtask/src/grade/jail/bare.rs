//! A room without walls: `--no-sandbox`.

use std::fs;
use std::process::Command;

use ::jail::plan::Plan;
use anyhow::{Context, ensure};

use super::Room;
use super::stages::Stages;

/// The program itself, with a clean environment, and limits where the system has them.
///
/// # Errors
/// The room shows something at another place than its own, or its folder cannot be made.
pub(super) fn command(stages: &Stages, room: &Room, plan: &Plan) -> anyhow::Result<Command> {
    ensure!(
        room.turns.len() == 1,
        "without a sandbox a program has one turn"
    );
    for (host, inside) in &room.readable {
        ensure!(
            host == inside,
            "without a sandbox {} cannot be shown as {}",
            host.display(),
            inside.display()
        );
    }
    if let Some(folder) = &room.writable {
        fs::create_dir_all(folder)
            .with_context(|| format!("failed to make {}", folder.display()))?;
    }
    #[cfg(target_os = "linux")]
    return ::jail::bare(&stages.path(), &plan.of_turn(&room.turns[0]));
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (stages.path(), plan);
        let mut command = Command::new(&room.program);
        command
            .args(&room.args)
            .args(room.turns.iter().flat_map(|turn| &turn.args))
            .env_clear()
            .current_dir(&room.folder);
        command.envs(room.env.iter().map(|(name, value)| (name, value)));
        Ok(command)
    }
}

/// Copies what was asked for, and removes the writable folder.
///
/// # Errors
/// A file cannot be copied.
pub(super) fn bring_out(room: &Room) -> anyhow::Result<()> {
    for (inside, host) in room.turns.iter().flat_map(|turn| &turn.fetch) {
        fs::write(host, "").with_context(|| format!("failed to create {}", host.display()))?;
        if fs::symlink_metadata(inside).is_ok_and(|about| about.is_file()) {
            fs::copy(inside, host)
                .with_context(|| format!("failed to copy {}", inside.display()))?;
        }
    }
    if let Some(folder) = &room.writable {
        fs::remove_dir_all(folder)
            .with_context(|| format!("failed to remove {}", folder.display()))?;
    }
    Ok(())
}
