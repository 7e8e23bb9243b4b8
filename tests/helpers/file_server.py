# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A local web server that gives parts of files, lists folders, and counts what it gave."""

import contextlib
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class FileServer(ThreadingHTTPServer):
    """Serves the files of a folder.

    Parameters
    ----------
    folder : Path
    lists : bool
        Whether folders are pages with links, as Apache makes them.

    Attributes
    ----------
    given : int
        Bytes of files.
    asked : list of (str, str, str)
        Method, path, and what was said of the login.
    faults : dict of str to int or str
        Status by path, or where else it is; 0 ends the connection in the middle of the file. A list
        of them is used up.
    parts : bool
        Whether parts of files are given.
    keys : None or str
        Object storage: errors and lists are its XML, and requests have to be signed by this key
        where it is not empty.
    """

    daemon_threads = True

    def __init__(self, folder, lists=False):
        self.folder, self.lists, self.given, self.parts = folder, lists, 0, True
        self.asked, self.faults, self.keys = [], {}, None
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer waits for 40 ms
    wbufsize = -1

    def do_HEAD(self):
        self._answer(False)

    def do_GET(self):
        self._answer(True)

    def _answer(self, with_body):
        name = urlsplit(self.path).path  # of a proxy it is the whole address
        self.server.asked.append((self.command, self.path, self.headers.get("Authorization", "")))
        path, fault = self.server.folder / name.strip("/"), self._fault(name)
        if isinstance(fault, str):
            self.send_response(302)
            self.send_header("Location", fault)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.server.keys and f" Credential={self.server.keys}/" not in self.headers.get(
            "Authorization", ""
        ):
            fault = 403
        if fault:
            self._refuse(fault)
            return
        if self.server.keys is not None and path.is_dir():
            self._give_list(path)
            return
        if self.server.lists and path.is_dir() and name.endswith("/"):
            data = _page(path)
        elif path.is_file():
            data = path.read_bytes()
        else:
            self._refuse(404)
            return
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        asked = asked if self.server.parts else None
        part = data
        if asked:
            first = int(asked[1])
            part = data[first : int(asked[2]) + 1 if asked[2] else None]
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(data)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(part)))
        self.send_header("Accept-Ranges", "bytes")
        self.end_headers()
        if with_body:
            part = part if fault is None else part[: len(part) // 2]
            self.server.given += len(part)
            self.wfile.write(part)
            self.close_connection |= fault is not None

    def _refuse(self, status):
        if self.server.keys is None:
            self.send_error(status)
            return
        code = {401: "Unauthorized", 403: "AccessDenied", 404: "NoSuchKey"}[status]
        if status == 404 and not (self.server.folder / self.path.split("/")[1]).is_dir():
            code = "NoSuchBucket"
        self._give_xml(status, f"<Error><Code>{code}</Code><Message>Told.</Message></Error>")

    def _give_list(self, bucket):
        """ListObjectsV2 of what begins with a prefix, folders as such."""
        prefix = parse_qs(urlsplit(self.path).query).get("prefix", [""])[0]
        folder = bucket / prefix if prefix.endswith("/") else (bucket / prefix).parent
        found = folder.iterdir() if folder.is_dir() else ()
        keys = {path.relative_to(bucket).as_posix(): path for path in found}
        rows = [
            f"<CommonPrefixes><Prefix>{key}/</Prefix></CommonPrefixes>" if path.is_dir() else
            f"<Contents><Key>{key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified>"
            f"<Size>{path.stat().st_size}</Size></Contents>"
            for key, path in keys.items() if key.startswith(prefix)
        ]  # fmt: skip
        self._give_xml(
            200, f"<ListBucketResult><Prefix>{prefix}</Prefix>{''.join(rows)}</ListBucketResult>"
        )

    def _give_xml(self, status, text):
        data = f'<?xml version="1.0" encoding="UTF-8"?>{text}'.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _fault(self, name):
        """Status of a fault, 0 for a connection that ends; None for none."""
        fault = self.server.faults.get(name)
        if isinstance(fault, list):
            fault = fault.pop(0) if fault else None
        return fault

    def log_message(self, *_):
        """Says nothing."""


def _page(folder):
    """A folder's page: sizes are rounded there."""
    entries = sorted(path.name + "/" * path.is_dir() for path in folder.iterdir())
    rows = "".join(f'<tr><td><a href="{e}">{e}</a></td><td>12M</td></tr>\n' for e in entries)
    return f'<html><body><a href="/">Parent</a><table>{rows}</table></body></html>'.encode()


@contextlib.contextmanager
def served(folder, lists=False):
    """A running :class:`FileServer` of a folder."""
    with FileServer(folder, lists) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
