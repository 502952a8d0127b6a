//! A new network namespace has one interface, the loopback, and it is down. Lessons talk to themselves over 127.0.0.1.

use anyhow::{Context, bail};
use rustix::net::netlink::SocketAddrNetlink;
use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType};
use rustix::net::{recv, sendto, socket_with};

/// `RTM_NEWLINK` of rtnetlink(7).
const NEW_LINK: u16 = 16;
/// `NLM_F_REQUEST | NLM_F_ACK`.
const REQUEST_WITH_ANSWER: u16 = 5;
/// Of the loopback, in every new namespace.
const INDEX: i32 = 1;
/// `IFF_UP`.
const UP: u32 = 1;
/// Of a `nlmsghdr`; the answer's error number follows it.
const HEADER: usize = 16;

/// Brings it up.
///
/// # Errors
/// The kernel refuses.
pub(super) fn up() -> anyhow::Result<()> {
    let failed = || "failed to bring up the loopback inside of the sandbox";
    let socket = socket_with(
        AddressFamily::NETLINK,
        SocketType::RAW,
        SocketFlags::CLOEXEC,
        // Netlink's protocol number 0 is the one for interfaces and routes.
        None,
    )
    .with_context(failed)?;
    let kernel = SocketAddrNetlink::new(0, 0);
    sendto(&socket, &request(), SendFlags::empty(), &kernel).with_context(failed)?;
    let mut answer = [0_u8; 256];
    let (length, _) = recv(&socket, &mut answer, RecvFlags::empty()).with_context(failed)?;
    let code: Option<[u8; 4]> = answer[..length]
        .get(HEADER..HEADER + 4)
        .and_then(|bytes| bytes.try_into().ok());
    match code.map(i32::from_ne_bytes) {
        Some(0) => Ok(()),
        Some(code) => {
            Err(std::io::Error::from_raw_os_error(code.saturating_neg())).with_context(failed)
        }
        None => bail!("{}: the kernel's answer is cut short", failed()),
    }
}

/// A `nlmsghdr` and an `ifinfomsg`.
fn request() -> Vec<u8> {
    let mut body = Vec::new();
    // Family, padding, type: none in particular.
    body.extend([0; 4]);
    body.extend(INDEX.to_ne_bytes());
    body.extend(UP.to_ne_bytes());
    // Which flags to change.
    body.extend(UP.to_ne_bytes());
    let length = u32::try_from(HEADER + body.len()).unwrap_or(u32::MAX);
    let mut message = Vec::new();
    message.extend(length.to_ne_bytes());
    message.extend(NEW_LINK.to_ne_bytes());
    message.extend(REQUEST_WITH_ANSWER.to_ne_bytes());
    // Sequence number and sender.
    message.extend([0; 8]);
    message.extend(body);
    message
}
