# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocks on a Dask cluster."""

from __future__ import annotations

from .errors import GroundshiftError
from .runner import block_windows, check_cancelled, compute, tell

PACKAGE = __name__.split(".")[0]
BLOCKS_PER_PLACE = 4  # so that no worker waits long for the last one
PATIENCE = "10s"
"""How long a scheduler may take to answer."""


def _connect(address: str):
    try:
        from distributed import Client
    except ImportError as error:
        raise GroundshiftError(
            "A Dask scheduler was given but the package 'distributed' is not installed; install "
            "it (python3-distributed, or pip install distributed) or leave the address empty."
        ) from error
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise GroundshiftError(
            f"{address}: no Dask scheduler answers; check the address or leave it empty."
        ) from error


def _probe() -> None:
    """Runs on a worker, which has to import this module for it."""


def _check_workers(client, address) -> int:
    workers = client.scheduler_info()["workers"]
    if not workers:
        raise GroundshiftError(f"{address}: the Dask cluster has no workers; start some.")
    try:
        client.run(_probe)
    except Exception as error:  # distributed passes the worker's ImportError on as a plain one
        raise GroundshiftError(
            f"{address}: a worker cannot import '{PACKAGE}' ({error}); install the core there with "
            "'pip install .' in Groundshift's folder."
        ) from error
    return sum(worker["nthreads"] for worker in workers.values())


def _compute_on_worker(function, block):
    """Runs on a worker: one block, with one thread for its kernels."""
    return compute(function, block, 1)


def run(function, read, write, grid, bytes_per_pixel, options, progress, cancelled) -> None:
    """Run blocks on the workers, a bounded number at a time; see :func:`.runner.run`."""
    client = _connect(options.scheduler)
    try:
        places = _check_workers(client, options.scheduler)
        windows = block_windows(
            grid, bytes_per_pixel, options.budget, places + 2, BLOCKS_PER_PLACE * places
        )
        _run(client, function, read, write, windows, places, progress, cancelled)
    finally:
        client.close()


def _run(client, function, read, write, windows, places, progress, cancelled) -> None:
    from distributed import as_completed

    waiting = iter(windows)
    under_way = {}
    done = 0

    def submit():
        window = next(waiting, None)
        if window is None:
            return None
        block = client.scatter(read(window), broadcast=False, hash=False)
        future = client.submit(_compute_on_worker, function, block, pure=False)
        under_way[future] = window
        return future

    first = [submit() for _ in range(min(len(windows), places + 1))]
    stream = as_completed([f for f in first if f is not None], loop=client.loop)
    try:
        for future in stream:
            check_cancelled(cancelled)
            write(under_way.pop(future), future.result())
            done += 1
            tell(progress, done / len(windows))
            following = submit()
            if following is not None:
                stream.add(following)
    except BaseException:
        client.cancel(list(under_way))
        raise
