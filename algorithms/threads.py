# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Who has the cores: compiled kernels, one at a time with all threads that it may have; BLAS.

Numba's plain thread pool (``workqueue``, the only one in some installations) ends the process when
two threads enter parallel kernels at a time, as two tools that run side by side in QGIS would.
"""

from __future__ import annotations

import contextlib
import threading

kernel_lock = threading.RLock()
"""Hold it around every call of a parallel kernel; a thread that holds it may take it again."""

_limits, _counting, _users = contextlib.ExitStack(), threading.Lock(), 0


@contextlib.contextmanager
def one_blas_thread():
    """While it is open, BLAS works in the thread that calls it.

    Its own threads wait for the next product in a loop, which takes cores from others: to unwrap
    points, with factors of many small blocks, takes a fifth more of the processor with them. It
    holds for the whole process; it may be open several times, in several threads, too.
    """
    global _users
    with _counting:
        if not _users:
            with contextlib.suppress(ImportError):  # it comes with scikit-learn
                from threadpoolctl import threadpool_limits

                _limits.enter_context(threadpool_limits(1, user_api="blas"))
        _users += 1
    try:
        yield
    finally:
        with _counting:
            _users -= 1
            if not _users:
                _limits.close()
