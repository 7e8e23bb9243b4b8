# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocks on a Dask cluster."""

from __future__ import annotations

from .errors import GroundshiftError
from .runner import _tell, check_cancelled, compute

PACKAGE = __name__.split(".")[0]


def _connect(address: str):
    try:
        from distributed import Client
    except ImportError as error:
        raise GroundshiftError(
            "A Dask scheduler was given but the package 'distributed' is not installed; install "
            "it (python3-distributed, or pip install distributed) or leave the address empty."
        ) from error
    try:
        return Client(address, timeout="10s", set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise GroundshiftError(
            f"{address}: no Dask scheduler answers; check the address or leave it empty."
        ) from error


def _worker_version(module: str) -> str:
    """Runs on a worker: whether the core can be imported there."""
    import importlib

    try:
        importlib.import_module(module)
    except ImportError as error:
        return str(error)
    return ""


def _check_workers(client, address) -> int:
    workers = client.scheduler_info()["workers"]
    if not workers:
        raise GroundshiftError(f"{address}: the Dask cluster has no workers; start some.")
    for worker, failure in client.run(_worker_version, f"{PACKAGE}.algorithms.runner").items():
        if failure:
            raise GroundshiftError(
                f"{worker}: the worker cannot import '{PACKAGE}' ({failure}); install the core "
                "there with 'pip install .' in Groundshift's folder."
            )
    return sum(worker["nthreads"] for worker in workers.values())


def _compute_on_worker(function, block):
    """Runs on a worker: one block, with one thread for its kernels."""
    return compute(function, block, 1)


def run(function, read, write, windows, options, progress, cancelled) -> None:
    """Run blocks on the workers, a bounded number at a time; see :func:`.runner.run`."""
    client = _connect(options.scheduler)
    try:
        _run(client, function, read, write, windows, options, progress, cancelled)
    finally:
        client.close()


def _run(client, function, read, write, windows, options, progress, cancelled) -> None:
    from distributed import as_completed

    places = _check_workers(client, options.scheduler)
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

    first = [submit() for _ in range(min(len(windows), max(2, places + 1)))]
    stream = as_completed([future for future in first if future is not None])
    try:
        for future in stream:
            check_cancelled(cancelled)
            write(under_way.pop(future), future.result())
            done += 1
            _tell(progress, done / len(windows))
            following = submit()
            if following is not None:
                stream.add(following)
    except BaseException:
        client.cancel(list(under_way))
        raise
