"""Threads divide waiting, and under the GIL they do not divide counting.

python3 threads_under_the_gil.py                           counts and waits, and checks that nothing is lost
python3 threads_under_the_gil.py STEPS WAITS SECONDS RUNS  measures both; prints one JSON object a line
"""

import json
import platform
import sys
import threading
import time


def count(steps):
    """Computes: every step needs the GIL."""
    done = 0
    while done < steps:
        done += 1
    return done


def wait(times, seconds):
    """Waits: `sleep` lets go of the GIL, as reading from a socket does."""
    for _ in range(times):
        time.sleep(seconds)
    return times


def divided(threads, work, total):
    """Divides the work. Returns how much was done, and in how many seconds."""
    done = []
    share = total // threads
    workers = [threading.Thread(target=lambda: done.append(work(share))) for _ in range(threads)]
    begun = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(done), time.perf_counter() - begun


def measure(steps, waits, seconds, runs):
    gil = getattr(sys, "_is_gil_enabled", lambda: None)()
    print(json.dumps({"version": platform.python_version(), "gil": gil}), flush=True)
    for _ in range(runs):
        for threads in (1, 2, 4):
            for kind, work, total in (
                ("computing", count, steps),
                ("waiting", lambda times: wait(times, seconds), waits),
            ):
                done, took = divided(threads, work, total)
                assert done == total, f"{done} of {total}"
                print(json.dumps({"work": kind, "threads": threads, "seconds": took}), flush=True)


def check():
    for threads in (1, 2, 4):
        counted, _ = divided(threads, count, 80_000)
        waited, _ = divided(threads, lambda times: wait(times, 0.001), 8)
        assert (counted, waited) == (80_000, 8)
        print(f"{threads} threads: counted to {counted}, waited {waited} times")


if len(sys.argv) == 5:
    measure(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
else:
    check()
