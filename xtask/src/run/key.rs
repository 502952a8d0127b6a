//! What the runner shares with one test process, and nobody else knows.

use std::fmt;

use anyhow::anyhow;
use hmac_sha256::HMAC;

/// Bytes of a key.
const BYTES: usize = 32;

/// Signs the records of one process.
pub(crate) struct Key([u8; BYTES]);

impl Key {
    /// A new one.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub(crate) fn draw() -> anyhow::Result<Self> {
        let mut key = [0; BYTES];
        getrandom::fill(&mut key)
            .map_err(|error| anyhow!("the system gives no random key: {error}"))?;
        Ok(Self(key))
    }

    /// What the process reads on its standard input: the key, and the text that it draws its inputs from.
    pub(crate) fn with_seed(&self, seed: &str) -> Vec<u8> {
        [&self.0[..], seed.as_bytes()].concat()
    }

    /// Half of it as a name, for what has no other use for it.
    pub(crate) fn name(&self) -> String {
        hex(&self.0[..BYTES / 2])
    }

    /// The record in that line, if it was signed with this key.
    pub(super) fn unsigned<'l>(&self, line: &'l str) -> Option<&'l str> {
        let (mac, record) = line.split_once(' ')?;
        // Whoever forges a line gets one attempt at 256 bits: how long the comparison takes tells nobody anything.
        (mac == self.mac(record)).then_some(record)
    }

    fn mac(&self, record: &str) -> String {
        hex(&HMAC::mac(record.as_bytes(), self.0))
    }
}

/// Two digits a byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

#[cfg(test)]
impl Key {
    pub(crate) fn of(key: [u8; BYTES]) -> Self {
        Self(key)
    }

    pub(crate) fn signed(&self, record: &str) -> String {
        format!("{} {record}", self.mac(record))
    }
}
