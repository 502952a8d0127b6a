"""An update is lost though the GIL exists: the Python beside gil_is_not_a_lock.

Both threads read before either writes, because they meet in between. Without the meeting it happens now and then; with it
it happens every time. A lock makes reading and writing one step.
"""

import threading

counter = 0
lock = threading.Lock()
both_have_read = threading.Barrier(2, timeout=2)


def add_one():
    global counter
    seen = counter
    both_have_read.wait()
    counter = seen + 1


def add_one_locked():
    global counter
    with lock:
        seen = counter
        counter = seen + 1


def two_threads(work):
    """What the counter shows after two threads have done this work."""
    global counter
    counter = 0
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter


def main():
    lost, kept = two_threads(add_one), two_threads(add_one_locked)
    assert (lost, kept) == (1, 2)
    print(f"the GIL alone: 2 threads add one, and the counter is {lost}")
    print(f"with a lock:   2 threads add one, and the counter is {kept}")


if __name__ == "__main__":
    main()
