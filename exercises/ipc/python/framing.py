"""Messages with a length in front, over a pair of sockets: the Python beside ipc/framing.

`recv(n)` gives up to n bytes. A frame that was sent as one piece is read in pieces here, and a frame that is cut off is
told apart from the end between two frames.
"""

import socket
import struct

LIMIT = 1 << 20


def write_frame(stream, message):
    """Sends the length as four bytes, the highest first, and the message. `sendall` goes on where `send` stops."""
    if len(message) > LIMIT:
        raise ValueError("message too long")
    stream.sendall(struct.pack(">I", len(message)) + message)


def read_exactly(stream, size):
    """So many bytes, or fewer at the end of the stream, in pieces of at most three."""
    found = b""
    while len(found) < size:
        piece = stream.recv(min(3, size - len(found)))
        if not piece:
            break
        found += piece
    return found


def read_frame(stream):
    """The next message, or None at the end."""
    head = read_exactly(stream, 4)
    if not head:
        return None
    if len(head) < 4:
        raise EOFError("cut off in the length")
    (size,) = struct.unpack(">I", head)
    if size > LIMIT:
        raise ValueError(f"a length of {size}")
    message = read_exactly(stream, size)
    if len(message) < size:
        raise EOFError("cut off in the message")
    return message


def main():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        for message in (b"two soups", b"", b"one fish"):
            write_frame(ours, message)
        ours.close()
        read = list(iter(lambda: read_frame(theirs), None))
    assert read == [b"two soups", b"", b"one fish"]
    print(f"messages: {[message.decode() for message in read]}, then the end")

    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(struct.pack(">I", 9) + b"two")
        ours.close()
        try:
            read_frame(theirs)
        except EOFError as error:
            print(f"half a frame: {error}")
        else:
            raise AssertionError("half a frame passed for a message")


if __name__ == "__main__":
    main()
