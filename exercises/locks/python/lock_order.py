"""Two locks in one order: transfers both ways, and no deadlock.

Each transfer takes the lock of the account with the smaller number first. Two threads that took "from" and then "to" could
hold one lock each and wait for the other's for ever.
"""

import threading

accounts = [100, 100]
locks = [threading.Lock(), threading.Lock()]


def transfer(source, target, coins):
    first, second = sorted((source, target))
    with locks[first], locks[second]:
        accounts[source] -= coins
        accounts[target] += coins


def work(source, target):
    for _ in range(5_000):
        transfer(source, target, 1)


threads = [threading.Thread(target=work, args=pair) for pair in [(0, 1), (1, 0)]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("accounts:", accounts)
assert accounts == [100, 100]
