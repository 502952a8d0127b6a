"""`as_completed` gives results in the order of finishing: the Python beside pools/as_completed.

That order is forced here. Each dish waits for its own event, and the waiter sets the next one when a dish is out.
"""

from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event

ORDERED = ["roast", "soup", "ice"]
READY = ["ice", "roast", "soup"]


def cook(dish, may_finish):
    """A job that is done when the waiter says so."""
    if not may_finish.wait(timeout=30):
        raise TimeoutError(dish)
    return dish


def main():
    gates = {dish: Event() for dish in ORDERED}
    out = []
    with ThreadPoolExecutor(max_workers=len(ORDERED)) as pool:
        futures = [pool.submit(cook, dish, gates[dish]) for dish in ORDERED]
        gates[READY[0]].set()
        for future in as_completed(futures):
            out.append(future.result())
            print(f"{len(out)}. {out[-1]}")
            if len(out) < len(READY):
                gates[READY[len(out)]].set()
    assert out == READY


if __name__ == "__main__":
    main()
