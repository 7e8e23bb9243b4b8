# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What keeps a run civil: errors as one sentence, signals as a cancel."""

from __future__ import annotations

import contextlib
import errno
import signal
import threading
import traceback

from qgis.core import QgsApplication, QgsProcessingException

from ..algorithms.errors import Cancelled, GroundshiftError
from .about import metadata


@contextlib.contextmanager
def cancelled_by_signals(feedback):
    """Have Ctrl+C and a batch system's SIGTERM cancel a run under qgis_process.

    qgis_process itself takes Ctrl+C only while its event loop runs, which is not during a tool.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or QgsApplication.platform() != "qgis_process":
        yield
        return
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda *_: feedback.cancel()) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before):
            # None: the handler was not set from Python.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)


class told_to_user:  # noqa: N801 (reads as a function)
    """Turns exceptions into QGIS' own, with one sentence and no traceback.

    A cancelled run is a failed one for QGIS, too: else a script or model would go on with
    outputs that are not there.
    """

    def __init__(self, feedback):
        self._feedback = feedback

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None or issubclass(kind, QgsProcessingException):
            return False
        if not issubclass(kind, Exception):
            return False
        raise QgsProcessingException(sentence(error, self._feedback)) from None


def sentence(error, feedback=None) -> str:
    """What a user is told of an exception; the trace of one that is our fault goes to the log."""
    if isinstance(error, GroundshiftError):
        return " ".join(legible(error).split())
    if isinstance(error, Cancelled):
        return f"Cancelled; {error.left}."
    if isinstance(error, MemoryError):
        return "The memory is not enough; lower the memory budget or take a smaller area."
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        where = legible(error.filename or "The disk of an output")
        return f"{where}: the disk is full; free some space or choose another place."
    if isinstance(error, PermissionError):
        return f"{legible(error.filename)}: may not be read or written; check its permissions."
    if isinstance(error, FileNotFoundError) and error.filename:
        return f"{legible(error.filename)}: there is no such file or folder; check the path."
    if isinstance(error, OSError) and error.filename and error.strerror:
        return (
            f"{legible(error.filename)}: cannot be read or written ({error.strerror}); check the "
            "path and its disk."
        )
    import logging

    trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    if feedback is not None:
        feedback.pushDebugInfo(legible(trace))
    logging.getLogger("groundshift").error(legible(trace))
    said = " ".join(legible(error).split())
    return (
        f"An error inside Groundshift ({type(error).__name__}: {said}): please report it "
        f"with the log at {metadata('tracker')}."
    )


def legible(text) -> str:
    """A text that QGIS and a terminal can take.

    Names of files and fields hold bytes that are no UTF-8 as lone surrogates, or a NUL.
    """
    return str(text).replace("\0", "?").encode("utf-8", "replace").decode("utf-8")
