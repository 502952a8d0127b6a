"""An exception ends its thread and nobody else hears of it: `join` returns as if all were well.

Whoever wants to know must catch it inside of the thread and keep it. In Rust `join` gives it back.
"""

import threading

kept = {}


def cook(order):
    if order == "toast":
        raise RuntimeError("the toast is burnt")
    kept[order] = "done"


def careful_cook(order):
    try:
        cook(order)
    except RuntimeError as error:
        kept[order] = str(error)


# The hook that would print the exception; here it says nothing, as a log that nobody reads.
threading.excepthook = lambda args: None

careless = threading.Thread(target=cook, args=("toast",))
careless.start()
careless.join()
print("after join of the careless thread:", kept.get("toast"))
assert "toast" not in kept

careful = threading.Thread(target=careful_cook, args=("toast",))
careful.start()
careful.join()
print("after join of the careful thread:", kept["toast"])
assert kept["toast"] == "the toast is burnt"
