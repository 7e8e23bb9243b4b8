# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools do it with, called without a tool's declaration."""

from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs


def driven(driver, source, targets=None, *arguments, job=None, **options):
    """Call ``driver(source, outputs, job, ...)``.

    Parameters
    ----------
    driver : callable
    source : path
    targets : dict of str to path
        By the ids of the outputs.
    *arguments, **options
        Of the driver.
    job : Job or dict, optional
        Or its arguments.
    """
    job = job if isinstance(job, Job) else Job(**(job or {}))
    with Outputs((), targets or {}) as outputs:
        return driver(source, outputs, job, *arguments, **options)
