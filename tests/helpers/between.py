# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands between two ends of TCP connections: counts bytes, and cuts them."""

import contextlib
import socket
import threading


class Between(contextlib.AbstractContextManager):
    """Passes connections on to an address, ``tcp://host:port``.

    Attributes
    ----------
    address : str
        Where to connect instead.
    passed : int
        Bytes that went through, both ways.
    """

    def __init__(self, address):
        host, _, port = address.removeprefix("tcp://").rpartition(":")
        self._to, self.passed, self._open = (host, int(port)), 0, []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._answer, daemon=True).start()

    def _answer(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._door.accept()
                far = socket.create_connection(self._to)
                self._open += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one, other):
        with contextlib.suppress(OSError):
            while data := one.recv(1 << 16):
                other.sendall(data)
                self.passed += len(data)
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self):
        """End all connections; new ones are passed on as before."""
        for end in self._open:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def close(self):
        """End all connections, and let nobody in."""
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)  # closing alone does not end a wait for someone
        self._door.close()
        self.cut()

    def __exit__(self, *_):
        self.close()
