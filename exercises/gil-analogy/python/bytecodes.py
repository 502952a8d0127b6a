"""`counter += 1` is several bytecodes: the Python beside one_stove and gil_is_not_a_lock.

The GIL makes each of them whole. Between two of them it may change hands. Their names differ from version to version, so
this prints what they do.
"""

import dis

counter = 0

DOES = {
    "LOAD_GLOBAL": "load",
    "BINARY_OP": "add",
    "INPLACE_ADD": "add",
    "STORE_GLOBAL": "store",
}


def count():
    global counter
    counter += 1


def main():
    bytecodes = [bytecode.opname for bytecode in dis.get_instructions(count)]
    steps = [DOES[name] for name in bytecodes if name in DOES]
    assert steps == ["load", "add", "store"], bytecodes
    count()
    assert counter == 1
    for number, step in enumerate(steps, start=1):
        print(f"{number}. {step}")
    print(f"counter += 1 is at least {len(steps)} steps")


if __name__ == "__main__":
    main()
