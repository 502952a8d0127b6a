"""Three processes give out tickets from one file: the Python beside ipc/file_lock.

The lock of the file is `fcntl.flock`, which Windows does not have; there a lock that all processes were given takes its
place. In Rust `File::lock` is there on all systems.
"""

import contextlib
import multiprocessing
import os
import tempfile

try:
    import fcntl
except ImportError:
    fcntl = None

KITCHENS, EACH = 3, 50


@contextlib.contextmanager
def locked(book, among_us):
    """Keeps the others out from here to the end of the block: reading, adding and writing belong together."""
    if fcntl is None:
        with among_us:
            yield
    else:
        # Closing the file gives the lock back.
        fcntl.flock(book, fcntl.LOCK_EX)
        yield


def take_ticket(path, among_us):
    """The next number of the book."""
    with open(path, "r+") as book, locked(book, among_us):
        number = int(book.read() or 0) + 1
        book.seek(0)
        book.write(str(number))
        book.flush()
        return number


def kitchen(path, among_us, tickets):
    """A process: takes its tickets and says which."""
    tickets.put([take_ticket(path, among_us) for _ in range(EACH)])


def main():
    context = multiprocessing.get_context("spawn")
    among_us, tickets = context.Lock(), context.Queue()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "book")
        open(path, "w").close()
        kitchens = [context.Process(target=kitchen, args=(path, among_us, tickets)) for _ in range(KITCHENS)]
        for process in kitchens:
            process.start()
        taken = sorted(number for _ in kitchens for number in tickets.get())
        for process in kitchens:
            process.join()
    assert taken == list(range(1, KITCHENS * EACH + 1))
    print(f"{KITCHENS} kitchens took tickets 1 to {taken[-1]}, each one once")


# Each process imports this file again. Without this line each of them would start processes.
if __name__ == "__main__":
    main()
