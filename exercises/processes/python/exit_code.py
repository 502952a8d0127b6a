"""Start a program, wait for it, and look how it ended: the Python beside processes/spawn_and_wait.

What the three ends look like is the difference: a number, a negative number, and an exception. In Rust the first is
`Some(3)`, the second `None`, and the third an `Err`.
"""

import os
import subprocess
import sys


def run(program, *arguments):
    """The exit code, whatever kind of end it stands for."""
    return subprocess.run([program, *arguments], check=False).returncode


def main():
    code = run(sys.executable, "-c", "raise SystemExit(3)")
    assert code == 3
    print(f"exit code: {code}")

    if os.name == "posix":
        # A signal has no exit code, so Python makes one up: below zero.
        code = run(sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
        assert code == -9
        print(f"killed by a signal: {code}")

    try:
        run("./no-such-kitchen")
    except FileNotFoundError:
        print("missing: FileNotFoundError")
    else:
        raise AssertionError("a program that is missing was run")


if __name__ == "__main__":
    main()
