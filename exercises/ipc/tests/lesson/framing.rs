//! `framing`: messages keep their borders, however the stream cuts them, and no rubbish passes for a message.

use crate::streams::{Narrow, Pieces};
use harness::prelude::*;
use ipc::framing::{LIMIT, read_frame, write_frame};
use std::io::{self, BufWriter, Cursor, ErrorKind, Read, Write};

/// A message of so many bytes, which are no text.
fn message(random: &mut fastrand::Rng, bytes: usize) -> Vec<u8> {
    (0..bytes).map(|_| random.u8(..)).collect()
}

/// The frame as it must be on the stream.
fn frame(message: &[u8]) -> Vec<u8> {
    let length = u32::try_from(message.len()).expect("messages of tests are short");
    [&length.to_be_bytes(), message].concat()
}

/// A message as a learner can read it.
fn text(message: &[u8]) -> String {
    format!("{:?}", String::from_utf8_lossy(message))
}

/// What `read_frame` gives, in words.
fn told(read: io::Result<Option<Vec<u8>>>) -> String {
    match read {
        Ok(Some(message)) => text(&message),
        Ok(None) => "the end".to_string(),
        Err(error) => format!("an error of the kind {:?}", error.kind()),
    }
}

/// Reads all messages up to the end, or to the first error.
fn told_of_all(stream: &mut impl Read, messages: usize) -> Vec<String> {
    (0..=messages).map(|_| told(read_frame(stream))).collect()
}

/// What `told_of_all` should say.
fn all(messages: &[Vec<u8>]) -> Vec<String> {
    let mut told: Vec<String> = messages.iter().map(|message| text(message)).collect();
    told.push("the end".to_string());
    told
}

/// Three messages, the second one empty, and their frames in a row.
fn three(random: &mut fastrand::Rng) -> (Vec<Vec<u8>>, Vec<u8>) {
    let soup = format!("soup {}", random.u32(1_000..));
    let fish = format!("fish {}", random.u32(100..1_000));
    let messages = vec![soup.into_bytes(), vec![], fish.into_bytes()];
    let bytes = messages.iter().flat_map(|m| frame(m)).collect();
    (messages, bytes)
}

/// Writes a frame to a stream that takes it.
fn write(stream: &mut impl Write, message: &[u8]) {
    let result = write_frame(stream, message);
    expect!(
        result.is_ok(),
        WrongResult,
        "the stream takes a message of {} bytes, and write_frame gives {result:?}",
        message.len()
    );
}

/// Reads three frames and the end.
fn reads_all(stream: &mut impl Read, messages: &[Vec<u8>], how: &str) {
    let (told, asked) = (told_of_all(stream, 3).join(", "), all(messages).join(", "));
    expect!(
        told == asked,
        WrongResult,
        "{how}\non the stream:      {asked}\nread_frame gives:   {told}"
    );
}

#[test]
#[claim(value)]
fn a_frame_is_the_length_in_four_bytes_and_the_message() {
    let mut random = random();
    let bytes = random.usize(2..9);
    let message = message(&mut random, bytes);
    let (mut stream, asked) = (Vec::new(), frame(&message));
    write(&mut stream, &message);
    expect!(
        stream == asked,
        WrongResult,
        "the message {message:?} should make the frame {asked:?}, not {stream:?}"
    );
}

#[test]
#[claim(value)]
fn a_frame_that_comes_as_a_whole_is_read() {
    let message = message(&mut random(), 300);
    let back = read_frame(&mut Cursor::new(frame(&message)));
    expect!(
        matches!(&back, Ok(Some(back)) if *back == message),
        WrongResult,
        "a message of 300 bytes is on the stream; what read_frame gives is {}",
        match back {
            Ok(Some(back)) => format!("another one, of {} bytes", back.len()),
            other => told(other),
        }
    );
}

#[test]
#[claim(value)]
fn the_stream_ends_between_two_frames() {
    let told = told(read_frame(&mut Cursor::new(Vec::new())));
    expect!(
        told == "the end",
        WrongResult,
        "the stream has no byte at all: that is the end, and read_frame gives {told}"
    );
}

#[test]
#[claim(value)]
fn no_byte_of_the_next_frame_is_taken() {
    let (messages, bytes) = three(&mut random());
    reads_all(
        &mut Cursor::new(bytes),
        &messages,
        "3 frames stand in a row, and the second message is empty.",
    );
}

#[test]
#[claim(value)]
fn frames_may_come_in_pieces() {
    let mut random = random();
    let (messages, bytes) = three(&mut random);
    reads_all(
        &mut Pieces::new(bytes, &mut random),
        &messages,
        "The stream gives one or two bytes at a time.",
    );
}

#[test]
#[claim(value)]
fn the_stream_may_take_a_part_of_what_is_written() {
    let mut random = random();
    let (messages, asked) = three(&mut random);
    let mut stream = Pieces::new(Vec::new(), &mut random);
    messages
        .iter()
        .for_each(|message| write(&mut stream, message));
    expect!(
        stream.bytes == asked,
        WrongResult,
        "the stream takes one or two bytes at a time: {} of {} bytes are on it",
        stream.bytes.len(),
        asked.len()
    );
}

#[test]
#[claim(value)]
fn an_interrupted_call_is_tried_again() {
    let mut random = random();
    let (messages, asked) = three(&mut random);
    let mut stream = Pieces::new(Vec::new(), &mut random).interrupted();
    messages
        .iter()
        .for_each(|message| write(&mut stream, message));
    expect!(
        stream.bytes == asked,
        WrongResult,
        "every second call is interrupted, and what is written is not what was to be sent"
    );
    reads_all(&mut stream, &messages, "Every second call is interrupted.");
}

#[test]
#[claim(value)]
fn a_frame_leaves_a_buffer_at_once() {
    let message = message(&mut random(), 20);
    let mut buffer = BufWriter::new(Vec::new());
    write(&mut buffer, &message);
    let left = buffer.get_ref().len();
    expect!(
        left == 24,
        WrongResult,
        "write_frame has returned, and {left} of the 24 bytes have left the buffer: the other side waits for the rest"
    );
}

#[test]
#[claim(value)]
fn a_stream_that_ends_inside_a_frame_is_an_error() {
    let mut random = random();
    let frame = frame(&message(&mut random, 9));
    for cut in 1..frame.len() {
        let told = told(read_frame(&mut Pieces::new(
            frame[..cut].to_vec(),
            &mut random,
        )));
        expect!(
            told == "an error of the kind UnexpectedEof",
            WrongResult,
            "the frame has 13 bytes, 4 of them the length, and the stream ends after {cut}: read_frame gives {told}"
        );
    }
}

#[test]
#[claim(value)]
fn an_error_of_the_stream_reaches_the_caller() {
    let mut random = random();
    let frame = frame(&message(&mut random, 9));
    for cut in [0, 2, 4, 8] {
        let stream = Pieces::new(frame[..cut].to_vec(), &mut random);
        let told = told(read_frame(&mut stream.broken(ErrorKind::ConnectionReset)));
        expect!(
            told == "an error of the kind ConnectionReset",
            WrongResult,
            "the connection is reset after {cut} bytes, and read_frame gives {told}"
        );
    }
}

/// What comes of writing 6 bytes to a stream that takes no more than `room`.
fn write_to_narrow(room: usize, then: Option<ErrorKind>) -> Option<ErrorKind> {
    within(
        "write_frame to give up a stream that takes nothing",
        move || {
            let bytes = Vec::new();
            let result = write_frame(&mut Narrow { bytes, room, then }, b"waffle");
            result.err().map(|error| error.kind())
        },
    )
}

#[test]
#[claim(value)]
fn a_stream_that_takes_no_more_is_an_error() {
    for room in [0, 3, 4, 9] {
        let kind = write_to_narrow(room, Some(ErrorKind::BrokenPipe));
        expect!(
            kind == Some(ErrorKind::BrokenPipe),
            WrongResult,
            "the pipe breaks after {room} of 10 bytes; write_frame gives {kind:?}, not BrokenPipe"
        );
        expect!(
            write_to_narrow(room, None).is_some(),
            WrongResult,
            "the stream takes {room} of 10 bytes and then none, and write_frame says that all is well"
        );
    }
}

#[test]
#[claim(cost)]
fn a_length_beyond_the_limit_takes_no_memory() {
    let claimed = random().u32(64 << 20..128 << 20);
    let mut stream = Cursor::new([&claimed.to_be_bytes()[..], b"rubbish"].concat());
    let (allocations, told) = large_allocations(32 << 20, || told(read_frame(&mut stream)));
    expect!(
        told == "an error of the kind InvalidData",
        WrongResult,
        "the length says {claimed}, the limit is {LIMIT}, and read_frame gives {told}"
    );
    expect!(
        allocations == 0,
        WrongResult,
        "the length says {claimed}, the limit is {LIMIT}, and read_frame took memory for it before it looked"
    );
}

#[test]
#[claim(value)]
fn the_limit_itself_is_allowed_and_one_more_is_not() {
    let (fits, long) = (vec![b'x'; LIMIT], vec![b'x'; LIMIT + 1]);
    let mut stream = Vec::new();
    write(&mut stream, &fits);
    let back = read_frame(&mut Cursor::new(stream)).ok().flatten();
    expect!(
        back.as_deref() == Some(&fits[..]),
        WrongResult,
        "a message of {LIMIT} bytes may be sent, and did not come back as it was"
    );
    for length in [LIMIT as u32 + 1, (1 << 24) + 5, u32::MAX] {
        let told = told(read_frame(
            &mut Cursor::new(length.to_be_bytes()).chain(&long[..]),
        ));
        expect!(
            told == "an error of the kind InvalidData",
            WrongResult,
            "the length says {length}, the limit is {LIMIT}, and read_frame gives {told}"
        );
    }
    let mut stream = Vec::new();
    let kind = write_frame(&mut stream, &long)
        .err()
        .map(|error| error.kind());
    expect!(
        kind == Some(ErrorKind::InvalidInput) && stream.is_empty(),
        WrongResult,
        "a message has one byte more than {LIMIT}: write_frame gives {kind:?} and has written {} bytes",
        stream.len()
    );
}

#[test]
#[claim(value)]
fn messages_larger_than_the_pipe_go_through() {
    let mut random = random();
    let messages: Vec<Vec<u8>> = (0..3).map(|_| message(&mut random, 100_000)).collect();
    let sent = messages.clone();
    let got = within(
        "3 messages of 100000 bytes to go through a pipe",
        move || {
            let (mut from, mut to) = io::pipe().expect("a pipe can be had");
            let writer = std::thread::spawn(move || {
                sent.iter()
                    .try_for_each(|message| write_frame(&mut to, message))
            });
            let got: Vec<_> = (0..4)
                .map(|_| read_frame(&mut from).ok().flatten())
                .collect();
            drop(from);
            let _ = writer.join();
            got
        },
    );
    let asked: Vec<_> = messages.into_iter().map(Some).chain([None]).collect();
    expect!(
        got == asked,
        WrongResult,
        "3 messages of 100000 bytes went into a pipe, and other messages, or none, came out"
    );
}
