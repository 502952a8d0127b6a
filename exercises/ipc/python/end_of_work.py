"""Waiters and cooks at one queue, and how the cooks hear that it is over: the Python beside ipc/queue.

The queue has no end of its own. Somebody joins all producers and then puts one `None` for each consumer; with one too few
a cook would wait for ever.
"""

import multiprocessing

WAITERS, COOKS, EACH = 2, 2, 4


def listen(waiter, rail):
    """A producer: hangs its orders on the rail."""
    for order in range(EACH):
        rail.put(waiter * 100 + order)


def cook(rail, served):
    """A consumer: takes orders until it finds a `None`, and leaves that `None` to nobody else."""
    while (order := rail.get()) is not None:
        served.put(order * 10)
    served.put(None)


def main():
    context = multiprocessing.get_context("spawn")
    rail, served = context.Queue(), context.Queue()
    waiters = [context.Process(target=listen, args=(number, rail)) for number in range(WAITERS)]
    cooks = [context.Process(target=cook, args=(rail, served)) for _ in range(COOKS)]
    for process in waiters + cooks:
        process.start()
    for waiter in waiters:
        waiter.join()
    for _ in cooks:
        rail.put(None)
    plates, ends = [], 0
    while ends < COOKS:
        plate = served.get()
        if plate is None:
            ends += 1
        else:
            plates.append(plate)
    for process in cooks:
        process.join()
    assert sorted(plates) == [(w * 100 + o) * 10 for w in range(WAITERS) for o in range(EACH)]
    print(f"{len(plates)} plates, {ends} cooks heard the end")


# Each process imports this file again. Without this line each of them would start processes.
if __name__ == "__main__":
    main()
