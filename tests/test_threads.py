# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Who has the cores."""

import os
import threading

import numpy as np
import pytest
from groundshift.algorithms.threads import one_blas_thread
from threadpoolctl import threadpool_info, threadpool_limits


def blas_threads():
    np.ones((2, 2)) @ np.ones((2, 2))
    return {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"}


@pytest.fixture
def several():
    """BLAS with two threads, whatever the environment says."""
    if not blas_threads() or (os.cpu_count() or 1) < 2:
        pytest.skip("this BLAS has no threads here")
    with threadpool_limits(2, user_api="blas"):
        if blas_threads() != {2}:
            pytest.skip("this BLAS takes no number of threads")
        yield


def test_blas_has_one_thread_until_the_last_one_is_done(several):
    entered, leave = threading.Event(), threading.Event()

    def other():
        with one_blas_thread():
            entered.set()
            leave.wait(30)

    thread = threading.Thread(target=other)
    with one_blas_thread():
        assert blas_threads() == {1}
        thread.start()
        assert entered.wait(30)
    assert blas_threads() == {1}
    leave.set()
    thread.join()
    assert blas_threads() == {2}


def test_an_error_leaves_no_limit(several):
    with pytest.raises(ValueError), one_blas_thread():
        raise ValueError
    assert blas_threads() == {2}
