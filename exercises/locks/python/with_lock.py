"""Reading, adding and writing under one lock: every plate is counted.

Nothing but habit ties the lock to the number: the last line of the program changes the number without it, and nobody
objects. In Rust the lock owns the number.
"""

import threading

count = 0
lock = threading.Lock()


def work(plates):
    global count
    for _ in range(plates):
        with lock:
            count += 1


cooks = [threading.Thread(target=work, args=(10_000,)) for _ in range(4)]
for cook in cooks:
    cook.start()
for cook in cooks:
    cook.join()

print("counted with the lock:", count)
assert count == 40_000

count += 1
print("changed without it:", count)
