"""A buffer with room for two: `put` waits while it is full, `get` waits while it is empty.

`wait_for` looks again each time it is woken, as a `while` loop around `wait` would. Python's `Condition` holds the lock;
in Rust the lock is given to `wait` and comes back from it.
"""

import collections
import threading

ROOM = 2
items = collections.deque()
changed = threading.Condition()
most = 0


def put(item):
    global most
    with changed:
        changed.wait_for(lambda: len(items) < ROOM)
        items.append(item)
        most = max(most, len(items))
        changed.notify_all()


def get():
    with changed:
        changed.wait_for(lambda: items)
        item = items.popleft()
        changed.notify_all()
        return item


cook = threading.Thread(target=lambda: [put(plate) for plate in range(100)])
cook.start()
eaten = [get() for _ in range(100)]
cook.join()

print("in order:", eaten == list(range(100)), "- never more than", ROOM, "inside:", most <= ROOM)
assert eaten == list(range(100)) and most <= ROOM
