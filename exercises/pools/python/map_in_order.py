"""`Pool.map` gives results in the order of the items, whoever is done first: the Python beside pools/map_in_order.

Every order waits for the one behind it, so the last is done first. In the list it is the last all the same.
"""

import multiprocessing

ORDERS = ["soup", "roast", "ice"]

done = []
order_of_finishing = None


def keep(events, finished):
    """What a worker gets when it starts: an event for each order, and a queue for the order of finishing."""
    global done, order_of_finishing
    done, order_of_finishing = events, finished


def cook(place):
    """A job: in whichever process is free."""
    if place + 1 < len(ORDERS):
        done[place + 1].wait(timeout=30)
    order_of_finishing.put(ORDERS[place])
    done[place].set()
    return f"plate of {ORDERS[place]}"


def main():
    context = multiprocessing.get_context("spawn")
    events = [context.Event() for _ in ORDERS]
    finished = context.SimpleQueue()
    with context.Pool(3, initializer=keep, initargs=(events, finished)) as pool:
        plates = pool.map(cook, range(len(ORDERS)))
    first_to_last = [finished.get() for _ in ORDERS]
    assert first_to_last == ["ice", "roast", "soup"]
    assert plates == ["plate of soup", "plate of roast", "plate of ice"]
    print("done:    ", ", ".join(first_to_last))
    print("returned:", ", ".join(plates))


# Each worker imports this file again. Without this line each of them would start a pool.
if __name__ == "__main__":
    main()
