"""Start all, then join all: results in the order of the orders, whoever is ready first.

The threads meet in the kitchen, so the program ends only if all of them are under way at the same time. Each writes its
result into a place of its own, since `join` gives nothing back.
"""

import threading

orders = ["soup", "fish", "cake"]
plates = [None] * len(orders)
kitchen = threading.Barrier(len(orders), timeout=2)


def cook(place, order):
    kitchen.wait()
    plates[place] = f"{threading.current_thread().name} brings {order}"


cooks = [
    threading.Thread(target=cook, args=(place, order), name=f"cook-{place + 1}")
    for place, order in enumerate(orders)
]
for thread in cooks:
    thread.start()
for thread in cooks:
    thread.join()

print("\n".join(plates))
assert plates == ["cook-1 brings soup", "cook-2 brings fish", "cook-3 brings cake"]
