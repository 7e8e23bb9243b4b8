# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""One rule for all compiled kernels: one of them at a time, with all the threads it may have.

Numba's plain thread pool (``workqueue``, the only one in some installations) ends the process when
two threads enter parallel kernels at a time, as two tools that run side by side in QGIS would.
"""

from __future__ import annotations

import threading

kernel_lock = threading.RLock()
"""Hold it around every call of a parallel kernel; a thread that holds it may take it again."""
