//! What must come to an end.

use serde_json::json;

use super::room::Room;

/// SIGXCPU and SIGXFSZ.
const TOO_MUCH_CPU: i32 = 24;
const TOO_LONG_A_FILE: i32 = 25;

#[test]
fn a_fork_bomb_is_killed_to_the_last() {
    let second = json!({"secs": 1, "nanos": 0});
    let room = Room::new(&["bomb"]).limit("wall", second);
    room.run().was_killed();
}

#[test]
fn a_daemon_ends_with_the_program() {
    Room::new(&["daemon"]).run().held();
}

#[test]
fn ten_thousand_threads_are_fifteen_beside_the_first() {
    let ran = Room::new(&["threads"]).run();
    assert_eq!(ran.number("threads:"), 15);
    ran.ended_with(0);
}

#[test]
fn memory_ends_at_the_limit() {
    let limit = 64;
    let ran = Room::new(&["memory"])
        .limit("memory", json!(limit << 20))
        .run();
    let eaten = ran.number("megabytes:");
    assert!(eaten > limit / 2 && eaten <= limit, "{eaten}");
    ran.ended_with(0);
}

#[test]
fn the_disk_is_full_at_the_limit() {
    let ran = Room::new(&["disk"]).limit("disk", json!(4 << 20)).run();
    let written = ran.number("kilobytes:");
    assert!(written > 3 << 10 && written <= 4 << 10, "{written}");
    assert!(ran.number("folders:") <= 20_000);
    ran.ended_with(0);
}

#[test]
fn a_long_file_is_cut_by_a_signal() {
    Room::new(&["long-file"]).run().died_of(TOO_LONG_A_FILE);
}

#[test]
fn endless_output_is_thrown_away_until_the_wall_time() {
    let second = json!({"secs": 1, "nanos": 0});
    let ran = Room::new(&["output"]).limit("wall", second).run();
    assert_eq!(ran.out().len(), 10_000);
    assert!(ran.0["cut"].as_u64().unwrap() > 0);
    ran.was_killed();
}

#[test]
fn endless_computing_is_ended_by_a_signal() {
    let second = json!({"secs": 1, "nanos": 0});
    Room::new(&["spin"])
        .limit("cpu", second)
        .run()
        .died_of(TOO_MUCH_CPU);
}

#[test]
fn who_waits_for_ever_is_killed_at_the_wall_time() {
    let moment = json!({"secs": 0, "nanos": 300_000_000});
    let ran = Room::new(&["wait"]).limit("wall", moment).run();
    ran.was_killed();
}
