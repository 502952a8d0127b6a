"""Threads wait at the same time though the GIL exists: the Python beside waiting_lets_go.

Nobody passes the barrier before all eight are there. If a thread kept the GIL while it waits, the second one would never
come. Each of them cooks under the GIL afterwards, in whatever order.
"""

import sys
import threading

THREADS = 8
market = threading.Barrier(THREADS, timeout=2)
dishes = []


def cook(order):
    market.wait()
    dishes.append(order * order)


def main():
    threads = [threading.Thread(target=cook, args=(order,)) for order in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(dishes) == [order * order for order in range(THREADS)]
    print(f"{THREADS} threads waited at the same time, and made {len(dishes)} dishes")
    milliseconds = sys.getswitchinterval() * 1000
    assert milliseconds > 0
    print(f"who waits for the GIL asks for it after {milliseconds:.0f} ms")


if __name__ == "__main__":
    main()
