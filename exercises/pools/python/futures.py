"""An exception travels through its future to whoever asks for the result: the Python beside pools/futures.

Nothing is printed when the job fails. Who never calls `result` never hears of it.
"""

from concurrent.futures import ThreadPoolExecutor


def cook(dish):
    """A job: some dishes burn."""
    if dish == "toast":
        raise ValueError(f"{dish} has burnt")
    return f"plate of {dish}"


def main():
    with ThreadPoolExecutor(max_workers=2) as pool:
        tickets = {dish: pool.submit(cook, dish) for dish in ["soup", "toast", "fish"]}
    said = []
    for dish, ticket in tickets.items():
        try:
            said.append(f"{dish}: {ticket.result()}")
        except ValueError as error:
            said.append(f"{dish}: {error}")
    assert said == ["soup: plate of soup", "toast: toast has burnt", "fish: plate of fish"]
    print("\n".join(said))


if __name__ == "__main__":
    main()
