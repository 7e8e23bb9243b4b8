# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Chains with what their steps did."""

import pytest
from groundshift.algorithms import toolbox
from groundshift.algorithms.chains import chain


def run_chain(tool, job=None, **given):
    """Run a chain; its numbers, and its steps by name."""
    kept = []

    class Kept(chain.Chain):
        def __enter__(self):
            kept.append(self)
            return super().__enter__()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chain, "Chain", Kept)
        numbers = toolbox.call(tool, job, **given)
    return numbers, {step.name: step for step in kept[0].steps}
