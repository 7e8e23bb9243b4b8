# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the start page offers: a row for each kind of data, with the tools and models for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One kind of data.

    Attributes
    ----------
    title : str
        What somebody has.
    text : str
        What becomes of it, and which of the tools to take.
    tools : tuple of str
        Ids of tools and models without the provider; the first one is what most people want.
    """

    title: str
    text: str
    tools: tuple


ROWS = (
    Row(
        "Only a place",
        "Interferograms of Sentinel-1 for it come from COMET LiCSAR, or are the jobs that ASF HyP3 "
        "finished for you; the chain below takes their folder.",
        ("downloadframes",),
    ),
    Row(
        "Interferograms",
        "A folder of unwrapped pairs (ASF HyP3, COMET LiCSAR, GAMMA, MintPy, plain GeoTIFF) "
        "becomes ground motion with a series at every point. The chain corrects and reports; "
        "the model is the short way; or begin step by step with the import.",
        ("smallbaseline", "interferogramstopoints", "importstack"),
    ),
    Row(
        "Radar images (SLC)",
        "Coregistered complex images become persistent and distributed scatterers: in one "
        "tool, as a model that can be changed, or step by step from the import.",
        ("psds", "imagestomotion", "importslc"),
    ),
    Row(
        "EGMS or other points",
        "Tables and layers of measured points become one kind of layer; then find the areas "
        "that move and what they threaten, or split two orbits into up and east.",
        ("importpoints", "activeareas", "decompose", "exposure"),
    ),
    Row(
        "An earthquake",
        "A displacement map becomes a fault, its slip, and the stress on the faults nearby: "
        "the model does all of it, the tools each step.",
        ("displacementtocoulomb", "faultsearch", "slipinversion", "coulomb"),
    ),
    Row(
        "A finished velocity map",
        "Rates from elsewhere come in with the import; then find active areas, turn rates "
        "along the line of sight into rates down the slope, and compare with ground data.",
        ("importvelocity", "activeareas", "slopevelocity", "validate"),
    ),
    Row(
        "A landslide inventory",
        "Motion says which landslides are active now, and where there are new ones: from "
        "points or a velocity map, or by the model straight from interferograms.",
        ("updateinventory", "updatedinventory", "classifyareas"),
    ),
    Row(
        "Only an elevation model",
        "See beforehand where the radar is blind (layover and shadow) and where it will find "
        "targets.",
        ("visibility", "suitability"),
    ),
)
"""In the order of the page."""
