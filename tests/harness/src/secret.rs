//! What the grader shares with a test process, and the program under test must not know.
//!
//! The grader writes it to the process's standard input, and the frame of the test reads it to the end before the program
//! under test runs for the first time. It stands in no file and in no variable of the environment, and the crate of the
//! program under test does not see this one. So safe code cannot sign a record. Code that reaches the memory of its own
//! process can: a signature shows tampering, it does not make it impossible.

use hmac_sha256::HMAC;
use std::io::{self, Read};
use std::sync::OnceLock;

/// Says that the secret is waiting on standard input.
const VARIABLE: &str = "HARNESS_SIGNED";

/// Bytes of the key, and of the seed behind it.
const KEY: usize = 32;
const SEED: usize = 8;

struct Secret {
    key: [u8; KEY],
    seed: [u8; SEED],
}

static SECRET: OnceLock<Option<Secret>> = OnceLock::new();

/// Takes the secret from standard input, the first time. Outside of grading there is none.
pub(crate) fn receive() {
    SECRET.get_or_init(|| {
        std::env::var_os(VARIABLE)?;
        match read(io::stdin().lock()) {
            Ok(secret) => Some(secret),
            Err(error) => {
                // Without a key no record would count, so this must not pass in silence.
                eprintln!("failed to read the key from standard input: {error}");
                std::process::exit(3);
            }
        }
    });
}

fn read(mut input: impl Read) -> io::Result<Secret> {
    let mut secret = Secret {
        key: [0; KEY],
        seed: [0; SEED],
    };
    input.read_exact(&mut secret.key)?;
    input.read_exact(&mut secret.seed)?;
    Ok(secret)
}

fn secret() -> Option<&'static Secret> {
    SECRET.get()?.as_ref()
}

/// The seed of all inputs of this test, when the grader has said one.
pub(crate) fn seed() -> Option<u64> {
    Some(u64::from_le_bytes(secret()?.seed))
}

/// The record with its keyed hash in front, or as it is where there is no key.
pub(crate) fn signed(record: String) -> String {
    match secret() {
        Some(secret) => {
            let mac = HMAC::mac(record.as_bytes(), secret.key);
            format!("{} {record}", hex(&mac))
        }
        None => record,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
