"""A process for every number, all at once, answers in the order of the numbers: the Python beside processes/squares.

The workers wait for each other at a barrier, so a program that starts them one after the other never ends. Answers come
through a queue in the order of finishing, so each carries its place.
"""

import multiprocessing

NUMBERS = [7, 1, 9]


def square(place, number, everybody, answers):
    """A worker: in a process of its own."""
    everybody.wait(timeout=30)
    name = multiprocessing.current_process().name
    answers.put((place, f"{name}: {number} squared is {number * number}"))


def main():
    context = multiprocessing.get_context("spawn")
    everybody = context.Barrier(len(NUMBERS))
    answers = context.Queue()
    workers = [
        context.Process(target=square, args=(place, number, everybody, answers), name=f"worker-{place}")
        for place, number in enumerate(NUMBERS, start=1)
    ]
    for worker in workers:
        worker.start()
    # First the answers, then the ends: a worker does not end before its queue has been read.
    lines = [line for _, line in sorted(answers.get() for _ in workers)]
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert lines == [f"worker-{i}: {n} squared is {n * n}" for i, n in enumerate(NUMBERS, start=1)]
    print("\n".join(lines))


# Each worker imports this file again. Without this line each of them would start workers.
if __name__ == "__main__":
    main()
