//! Inside of its user namespace a process may do what root may: mount, configure the network. The stages need some of
//! that; the program gets none of it, and can get none back.

use anyhow::Context;
use rustix::thread::{
    CapabilitySet, CapabilitySets, clear_ambient_capability_set,
    configure_capability_in_ambient_set, remove_capability_from_bounding_set, set_capabilities,
};

/// What the inner stages need: to lend memory, to change the root, and to give up the rest for good.
const NEEDED: CapabilitySet = CapabilitySet::SYS_ADMIN.union(CapabilitySet::SETPCAP);

/// Lets the next stage keep what it needs. Without this, starting a program as anybody but root loses it.
///
/// # Errors
/// This process does not have it, as where a security module takes it away in user namespaces.
pub(super) fn hand_on() -> anyhow::Result<()> {
    let failed = || "failed to keep the rights inside of the user namespace";
    hold(NEEDED).with_context(failed)?;
    for capability in NEEDED {
        configure_capability_in_ambient_set(capability, true).with_context(failed)?;
    }
    Ok(())
}

/// Lays aside what [`hand_on`] has left to this stage: nothing that it does from now on has these rights.
///
/// # Errors
/// The kernel refuses.
pub(super) fn lay_aside() -> anyhow::Result<()> {
    hold(CapabilitySet::empty()).context("failed to lay aside the rights of process 1")
}

/// Undoes [`lay_aside`].
///
/// # Errors
/// The kernel refuses.
pub(super) fn take_up() -> anyhow::Result<()> {
    hold(NEEDED).context("failed to take up the rights of process 1")
}

fn hold(effective: CapabilitySet) -> rustix::io::Result<()> {
    let sets = CapabilitySets {
        effective,
        permitted: NEEDED,
        inheritable: NEEDED,
    };
    set_capabilities(None, sets)
}

/// Gives up all capabilities, those of the future too.
///
/// # Errors
/// The kernel refuses.
pub(super) fn drop_all() -> anyhow::Result<()> {
    let failed = || "failed to give up the rights inside of the user namespace";
    for capability in CapabilitySet::all() {
        match remove_capability_from_bounding_set(capability) {
            // A kernel that is older than the capability.
            Ok(()) | Err(rustix::io::Errno::INVAL) => {}
            Err(error) => return Err(error).with_context(failed),
        }
    }
    give_up()
}

/// Gives up all that this process has; a program that it starts has none either, the bounding set apart.
///
/// # Errors
/// The kernel refuses.
pub(super) fn give_up() -> anyhow::Result<()> {
    let failed = || "failed to give up the rights inside of the user namespace";
    clear_ambient_capability_set().with_context(failed)?;
    let none = CapabilitySet::empty();
    let sets = CapabilitySets {
        effective: none,
        permitted: none,
        inheritable: none,
    };
    set_capabilities(None, sets).with_context(failed)
}
