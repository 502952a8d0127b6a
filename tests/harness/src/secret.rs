//! What the grader shares with a test process, and the program under test must not know.
//!
//! The grader writes it to the process's standard input, and the frame of the test reads it to the end before the program
//! under test runs for the first time. It stands in no file and in no variable of the environment, and the crate of the
//! program under test does not see this one. So safe code cannot sign a record. Code that reaches the memory of its own
//! process can: a signature shows tampering, it does not make it impossible.

use hmac_sha256::HMAC;
use std::io::{self, Read};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Says that the secret is waiting on standard input.
const VARIABLE: &str = "HARNESS_SIGNED";

/// Bytes of the key.
const KEY: usize = 32;

struct Secret {
    key: [u8; KEY],
    /// What stands behind the key: all inputs are drawn from it.
    seed: Vec<u8>,
}

static SECRET: OnceLock<Option<Secret>> = OnceLock::new();

/// The test that runs. Where there is a secret, tests of one process run one after the other.
static TEST: Mutex<&str> = Mutex::new("");

/// Takes the secret from standard input, the first time. Outside of grading there is none. `test` is the one that needs
/// it.
pub(crate) fn receive(test: &'static str) {
    *TEST.lock().unwrap_or_else(PoisonError::into_inner) = test;
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
        seed: Vec::new(),
    };
    input.read_exact(&mut secret.key)?;
    input.read_to_end(&mut secret.seed)?;
    Ok(secret)
}

fn secret() -> Option<&'static Secret> {
    SECRET.get()?.as_ref()
}

/// The seed of all inputs of the test that runs, when the grader has said what to draw it from. It is the same whichever
/// tests ran before.
pub(crate) fn seed() -> Option<u64> {
    let secret = secret()?;
    let test = *TEST.lock().unwrap_or_else(PoisonError::into_inner);
    let drawn = HMAC::mac(test.as_bytes(), &secret.seed);
    let (seed, _) = drawn.split_first_chunk()?;
    Some(u64::from_le_bytes(*seed))
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
