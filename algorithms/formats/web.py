# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of web servers, fetched whole to this machine.

What asks the server is a function, so that QGIS can do it by its own network settings (see
:mod:`...processing_provider.network`); without QGIS Python's urllib does it.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import shutil
import time
import urllib.error
import urllib.request
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import GroundshiftError
from .atomic import check_free_space
from .leftovers import make_folder, remove_leftovers, temporary_beside

PART = 16 << 20  # bytes that are asked for at once; a cancel waits for them
TIMEOUT = 60  # seconds
WAITS = (1.0, 5.0)  # seconds before a part that was lost is asked for again
CAUSES = {
    401: "the server asks for a login; give one, or renew the token",
    403: "the server does not allow it; the login may lack the right, or the link has expired",
    404: "there is nothing at this address; check it",
    429: "the server was asked too often; try again later",
}


@dataclass(frozen=True)
class Answer:
    """What a server says.

    Parameters
    ----------
    status : int
        Of HTTP.
    headers : dict of str
        By names in small letters.
    body : bytes
    """

    status: int
    headers: dict = field(default_factory=dict)
    body: bytes = b""


def fetch(address: str, headers=None, method: str = "GET", login: str = "") -> Answer:
    """Ask a server by Python's own means.

    Parameters
    ----------
    address : str
    headers : dict of str, optional
    method : str
        ``GET`` or ``HEAD``.
    login : str
        Name of the environment variable that holds the token.

    Raises
    ------
    ConnectionError
        If there is no answer, or only a part of one.
    """
    request = urllib.request.Request(address, headers=headers or {}, method=method)
    if login:
        token = os.environ.get(login, "")
        if not token:
            raise GroundshiftError(
                f"{login}: there is no such environment variable, which should hold the token; "
                "set it."
            )
        # Not for those that the server sends us on to.
        request.add_unredirected_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return Answer(answer.status, _small(answer.headers), answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, _small(error.headers))
    except (OSError, http.client.HTTPException) as error:
        raise ConnectionError(str(getattr(error, "reason", error)) or "connection lost") from error


def _small(headers) -> dict:
    return {name.lower(): value for name, value in headers.items()}


class Web:
    """Servers, as a job asks them.

    Parameters
    ----------
    job : Job
        Its `fetch`, where it has one, is asked in the place of :func:`fetch`.
    """

    def __init__(self, job):
        self._job, self._fetch = job, job.fetch or fetch
        self._reached = set()

    def _ask(self, address, headers=None, method="GET", login="") -> Answer:
        """The answer; a connection that is lost is tried again, where there was one before."""
        host = host_of(address)
        for wait in (*WAITS, None):
            self._job.check()
            try:
                answer = self._fetch(address, headers=headers, method=method, login=login)
            except ConnectionError as error:
                self._job.check()
                if wait is None or host not in self._reached:
                    raise GroundshiftError(
                        f"{address}: cannot be reached ({error}); check the address, the network "
                        "and the proxy in QGIS' options, and run again: what is there stays."
                    ) from error
            else:
                self._reached.add(host)
                if answer.status < 500 or wait is None:
                    return answer
            time.sleep(wait)

    def page(self, address: str, login: str = ""):
        """A page's text; None where there is none.

        Raises
        ------
        GroundshiftError
            If the server cannot be reached or does not give it.
        """
        answer = self._ask(address, login=login)
        if answer.status == 404:
            return None
        _refuse(address, answer.status)
        return answer.body.decode("utf-8", "replace")

    def size(self, address: str):
        """Bytes of a file; None where the server does not tell, or does not have it."""
        answer = self._ask(address, method="HEAD")
        length = answer.headers.get("content-length", "")
        return int(length) if answer.status == 200 and length.isdigit() else None

    def save(self, address: str, target: Path, check=None, elsewhere: bool = False):
        """Fetch a file, which appears when it is whole.

        Parameters
        ----------
        address : str
        target : Path
            One that has the size of the server's is left as it is.
        check : callable, optional
            Raises `GroundshiftError` where a file (its path) is damaged.
        elsewhere : bool
            Whether there is another address to ask: then one that refuses does not have it.

        Returns
        -------
        int or None
            Bytes that were fetched; None where the server has no such file.
        """
        if target.is_file() and self.size(address) == target.stat().st_size:
            return 0
        with writing(target) as temporary:
            size = self._save(address, temporary, (403, 404) if elsewhere else (404,))
            if size is None:
                return None
            try:
                if check is not None:
                    check(temporary)
            except GroundshiftError as error:
                raise GroundshiftError(
                    f"{address}: is damaged on the server or is no such file; leave it out by its "
                    "dates, or try again later."
                ) from error
            os.replace(temporary, target)
        return size

    def _save(self, address, path, missing):
        first, size = 0, None
        with path.open("wb") as file:
            while size is None or first < size:
                # Packed on the way, a file would have another length than the server says.
                asked = {
                    "Range": f"bytes={first}-{first + PART - 1}",
                    "Accept-Encoding": "identity",
                }
                answer = self._ask(address, asked)
                if answer.status in missing and not first:
                    return None
                _refuse(address, answer.status)
                start, size = _place(address, answer, size)
                if start not in (0, first):
                    raise GroundshiftError(f"{address}: {_CHANGED}")
                if not start:
                    check_free_space(path.parent, size)
                file.seek(start)
                file.write(answer.body)
                first = start + len(answer.body)
        return size


_CHANGED = "came in parts that do not fit together; run again, what is there stays."


def _place(address, answer, before) -> tuple:
    """Where in the file an answer belongs, and how long the file is."""
    found = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", answer.headers.get("content-range", ""))
    if answer.status == 206 and found:
        start, last, size = map(int, found.groups())
        length = last - start + 1
    else:
        text = answer.headers.get("content-length", "")
        start, size = 0, int(text) if text.isdigit() else len(answer.body)
        length = size
    if len(answer.body) != length or not length or before not in (None, size):
        raise GroundshiftError(f"{address}: {_CHANGED}")
    return start, size


def _refuse(address, status) -> None:
    if 200 <= status < 300:
        return
    elsewhere = "it leads to another server; give that one's address"
    cause = elsewhere if status < 400 else "the server has a fault; try again later"
    cause = CAUSES.get(status, cause)
    raise GroundshiftError(f"{address}: answers with {status}; {cause}.")


@contextlib.contextmanager
def writing(target: Path):
    """A temporary path beside a target, which does not outlive the block; folders are made.

    Raises
    ------
    GroundshiftError
        If it cannot be written.
    """
    temporary = temporary_beside(target)
    try:
        make_folder(target.parent)
        remove_leftovers(target.parent)
        yield temporary
    except OSError as error:
        raise GroundshiftError(
            f"{target}: cannot be written ({error.strerror or error}); free some space or choose "
            "another folder."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def host_of(address: str) -> tuple:
    """Scheme and host, with the port, of an address."""
    parts = urlsplit(address)
    return parts.scheme, parts.netloc


def unpack(archive: Path, folder: Path, wanted, check=None) -> list:
    """Take some files out of a zip archive; the folder appears when all are there.

    Parameters
    ----------
    archive, folder : Path
    wanted : callable
        Whether a file is taken, by its name without folders.
    check : callable, optional
        Raises `GroundshiftError` where a file (its path) is damaged.

    Returns
    -------
    list of str
        Their names; empty where there were none, and then there is no folder.

    Raises
    ------
    GroundshiftError
        If it is damaged.
    """
    stage = temporary_beside(folder)
    taken = []
    try:
        with zipfile.ZipFile(archive) as opened:
            # By the last part of its name alone, no member lands anywhere else.
            members = [(m, Path(m.filename).name) for m in opened.infolist() if not m.is_dir()]
            members = [(member, name) for member, name in members if wanted(name)]
            check_free_space(folder.parent, sum(member.file_size for member, _ in members))
            for member, name in members:
                stage.mkdir(exist_ok=True)
                with opened.open(member) as packed, (stage / name).open("wb") as file:
                    while part := packed.read(PART):
                        file.write(part)
                if check is not None:
                    check(stage / name)
                taken.append(name)
        if taken:
            os.replace(stage, folder)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise GroundshiftError(f"{archive}: is no whole zip archive ({error}).") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return taken
