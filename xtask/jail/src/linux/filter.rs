//! System calls that no lesson and no compiler needs, and that have let programs out of sandboxes before.

use std::collections::BTreeMap;

use anyhow::Context;
use nix::libc;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule,
};

use crate::Processes;

/// They answer "not permitted".
const FORBIDDEN: &[libc::c_long] = &[
    // The tree and the namespaces.
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_open_tree,
    libc::SYS_move_mount,
    libc::SYS_fsopen,
    libc::SYS_fsconfig,
    libc::SYS_fsmount,
    libc::SYS_fspick,
    libc::SYS_mount_setattr,
    libc::SYS_open_by_handle_at,
    libc::SYS_name_to_handle_at,
    libc::SYS_fanotify_init,
    libc::SYS_quotactl,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    // Other processes' memory and descriptors.
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_process_madvise,
    libc::SYS_pidfd_getfd,
    libc::SYS_kcmp,
    // Memory that no limit counts.
    libc::SYS_memfd_create,
    libc::SYS_memfd_secret,
    libc::SYS_shmget,
    libc::SYS_msgget,
    libc::SYS_semget,
    // Large parts of the kernel that ordinary programs never reach.
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_personality,
    libc::SYS_syslog,
    libc::SYS_acct,
    libc::SYS_reboot,
    libc::SYS_kexec_load,
    libc::SYS_kexec_file_load,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_clock_adjtime,
    libc::SYS_adjtimex,
];

/// The namespaces that `clone` can make.
const NAMESPACES: [libc::c_int; 7] = [
    libc::CLONE_NEWUSER,
    libc::CLONE_NEWNS,
    libc::CLONE_NEWPID,
    libc::CLONE_NEWNET,
    libc::CLONE_NEWIPC,
    libc::CLONE_NEWUTS,
    libc::CLONE_NEWCGROUP,
];

/// Applies the filters to this thread and all that comes from it, for good.
///
/// # Errors
/// The kernel has no filters of system calls, or none for this kind of processor is known.
pub(super) fn apply(processes: Processes) -> anyhow::Result<()> {
    // Its flags lie in memory, where a filter cannot look. Without it the C library uses `clone`.
    let unknown = BTreeMap::from([(libc::SYS_clone3, vec![])]);
    apply_one(unknown, libc::ENOSYS)?;
    apply_one(forbidden(processes)?, libc::EPERM)
}

fn forbidden(processes: Processes) -> anyhow::Result<BTreeMap<i64, Vec<SeccompRule>>> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        FORBIDDEN.iter().map(|call| (*call, vec![])).collect();
    let mut clone: Vec<SeccompRule> = Vec::new();
    for namespace in NAMESPACES {
        clone.push(when_all_set(0, namespace)?);
    }
    if processes == Processes::Threads {
        clone.push(when_not_set(0, libc::CLONE_THREAD)?);
        #[cfg(target_arch = "x86_64")]
        rules.extend([(libc::SYS_fork, vec![]), (libc::SYS_vfork, vec![])]);
    }
    rules.insert(libc::SYS_clone, clone);
    // Memory that is shared with nobody by name, and that the limit on data does not count.
    let anonymous = libc::MAP_SHARED | libc::MAP_ANONYMOUS;
    rules.insert(libc::SYS_mmap, vec![when_all_set(3, anonymous)?]);
    // The limits of others: process 1 has to work on.
    let others = condition(0, SeccompCmpOp::Ne, 0)?;
    rules.insert(libc::SYS_prlimit64, vec![others]);
    #[cfg(target_arch = "x86_64")]
    rules.extend(other_numbers(&rules));
    Ok(rules)
}

/// Kernels with the x32 interface have each call a second time. Some have a number of their own there, from 512 on.
#[cfg(target_arch = "x86_64")]
fn other_numbers(rules: &BTreeMap<i64, Vec<SeccompRule>>) -> BTreeMap<i64, Vec<SeccompRule>> {
    const X32: libc::c_long = 0x4000_0000;
    let same = rules
        .iter()
        .map(|(call, rules)| (call | X32, rules.clone()));
    let own = (512..=547).map(|call| (call | X32, vec![]));
    same.chain(own).collect()
}

fn when_all_set(argument: u8, bits: libc::c_int) -> anyhow::Result<SeccompRule> {
    let bits = u64::from(bits.cast_unsigned());
    condition(argument, SeccompCmpOp::MaskedEq(bits), bits)
}

fn when_not_set(argument: u8, bits: libc::c_int) -> anyhow::Result<SeccompRule> {
    let bits = u64::from(bits.cast_unsigned());
    condition(argument, SeccompCmpOp::MaskedEq(bits), 0)
}

fn condition(argument: u8, operator: SeccompCmpOp, value: u64) -> anyhow::Result<SeccompRule> {
    let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Qword, operator, value)?;
    Ok(SeccompRule::new(vec![condition])?)
}

fn apply_one(rules: BTreeMap<i64, Vec<SeccompRule>>, error: libc::c_int) -> anyhow::Result<()> {
    let processor = std::env::consts::ARCH
        .try_into()
        .context("no filter of system calls for this kind of processor is known")?;
    let answer = SeccompAction::Errno(error.cast_unsigned());
    let filter: BpfProgram =
        SeccompFilter::new(rules, SeccompAction::Allow, answer, processor)?.try_into()?;
    seccompiler::apply_filter(&filter).context("the kernel refuses a filter of system calls")
}
