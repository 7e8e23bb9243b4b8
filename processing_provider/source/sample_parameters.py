# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer of samples as input of a tool."""

from __future__ import annotations

from ..areas.layer_parameters import POINTS, add_layer


def add_samples(tool, name, title="Samples", help="", optional=False, advanced=False) -> None:
    """Declare a layer of samples, read by :func:`samples_of`.

    Parameters
    ----------
    tool : Tool
    name, title : str
    help : str
        What they are for; what they are is added.
    optional, advanced : bool
    """
    text = (
        "Points of 'Down-sample displacement': displacement_mm, std_mm, los_east, los_north, "
        "los_up and track, with the covariance in tables of the same file."
    )
    add_layer(tool, name, title, f"{help} {text}".strip(), [POINTS], optional, advanced)


def samples_of(tool, parameters, name, context):
    """Path and layer of samples, as :func:`...algorithms.io.samples.read_samples` takes them; None
    where they are not given.

    Call it in ``collect``: layers belong to the main thread. A layer with a filter is copied
    without its tables of covariance, which the reader tells.
    """
    return tool.layer_source(parameters, name, context)
