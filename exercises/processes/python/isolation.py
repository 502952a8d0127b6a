"""A global that a child changes is unchanged in the parent: the Python beside processes/isolation.

What the child has done comes back only because it says so, through a pipe.
"""

import multiprocessing

store = 100


def take(kilograms, said):
    """A child: takes out of the store of its own process, and says what is left."""
    global store
    store -= kilograms
    said.send(store)


def main():
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=take, args=(30, theirs))
    child.start()
    left = ours.recv()
    child.join()
    assert (left, store) == (70, 100)
    print(f"child: {left} kg are left in its store")
    print(f"parent: {store} kg are in my store")


if __name__ == "__main__":
    main()
