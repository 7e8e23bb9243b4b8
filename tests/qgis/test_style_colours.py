# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What eyes make of the styles: every ramp and every table of classes, measured in CAM02-UCS."""

import importlib.util
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from colour_vision import DEFICIENCIES, differences, seen

ROOT = Path(__file__).resolve().parents[2]
STYLES = ROOT / "ui" / "styles"
NAMES = sorted(path.stem for path in STYLES.glob("*.qml"))
ENOUGH = 8.0  # a difference that nobody overlooks between two areas of a map
CYCLIC = {"fringes": "rad", "strike": "degrees", "peak_day": ""}
UNITS = {
    "mm", "mm/yr", "m", "km", "rad", "cycles", "dB", "pairs", "triplets", "of pairs", "pixels",
    "ppm", "MPa", "kPa", "degrees", "10⁻⁹/yr", "%", "%/day", "days", "dB/degree",
}  # fmt: skip
WITHOUT_UNIT = {
    "coefficient", "temporal_coherence", "r_index", "amplitude_dispersion", "points_candidates",
    "points_storage",
}  # fmt: skip


def rgb(text) -> list:
    """Red, green and blue of '#rrggbb' or 'r,g,b,a', 0 to 1."""
    if text.startswith("#"):
        return [int(text[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    return [int(part) / 255 for part in text.split(",")[:3]]


def along(colours, count=400) -> np.ndarray:
    """Colours in between as QGIS draws them: linear in red, green and blue."""
    colours = np.array([rgb(colour) for colour in colours])
    place = np.linspace(0, len(colours) - 1, count + 1)
    return np.stack(
        [np.interp(place, np.arange(len(colours)), channel) for channel in colours.T], axis=-1
    )


def shader(name):
    """Kind of a raster style's ramp, its items, and its legend's settings."""
    found = ET.parse(STYLES / f"{name}.qml").find(".//colorrampshader")
    if found is None:
        return None, [], None
    items = [item for item in found.findall("item") if item.get("alpha", "255") != "0"]
    return found.get("colorRampType"), items, found.find(".//rampLegendSettings")


def drawn(symbol) -> str:
    """The colour by which a symbol of a vector style is known."""
    options = {o.get("name"): o.get("value") for o in symbol.find("layer").iter("Option")}
    layers = symbol.findall("layer")
    if layers[0].get("class") == "SimpleLine":
        options = {o.get("name"): o.get("value") for o in layers[-1].iter("Option")}
        return options["line_color"]
    if options.get("style") == "no":
        return options["outline_color"]
    return options["color"]


def classes(name) -> dict:
    """Label to colour of a style in classes; empty for the other ones."""
    kind, items, _ = shader(name)
    if kind == "DISCRETE":
        return {item.get("label"): item.get("color") for item in items}
    renderer = ET.parse(STYLES / f"{name}.qml").find(".//renderer-v2")
    if renderer is None or renderer.get("type") not in ("categorizedSymbol", "graduatedSymbol"):
        return {}
    symbols = {symbol.get("name"): symbol for symbol in renderer.find("symbols")}
    kind = "categories" if renderer.find("categories") is not None else "ranges"
    return {
        entry.get("label"): drawn(symbols[entry.get("symbol")]) for entry in renderer.find(kind)
    }


def colours_of(name) -> list:
    return [item.get("color") for item in shader(name)[1]]


RAMPS = [name for name in NAMES if shader(name)[0] == "INTERPOLATED"]
DIVERGING = [
    name
    for name in RAMPS
    if name not in (*CYCLIC, "backscatter")
    and -float(shader(name)[1][0].get("value")) == float(shader(name)[1][-1].get("value"))
]
SEQUENTIAL = [name for name in RAMPS if name not in (*DIVERGING, *CYCLIC)]
TABLES = [name for name in NAMES if len(classes(name)) > 1]
SIGNED = [name for name in TABLES if re.search(r"^below -", "\n".join(classes(name)), re.M)]
GREYS = ("backscatter",)
BY_STROKE = ("outlines",)  # whole and broken lines


def test_every_style_is_measured():
    measured = {*RAMPS, *TABLES}
    single = {
        "hillshade", "inventory_candidates", "likely_edges", "distributed", "persistent", "arrows",
        "drift",
        "sources", "stable", "strain_axes", "lineaments",
    }  # fmt: skip
    assert {*NAMES} - measured == single
    assert len(DIVERGING) >= 9
    assert len(SIGNED) >= 9


def test_the_space_is_that_of_its_authors():
    """Reference values of colorspacious 1.1.2 (Smith), sRGB1 to CAM02-UCS."""
    colours = np.array([[1, 1, 1], [1, 0, 0], [0.2, 0.5, 0.8]])
    reference = [
        [99.9987, -1.9120, -1.1514], [60.0482, 38.6894, 24.3194], [53.4019, -11.1184, -26.6054],
    ]  # fmt: skip
    np.testing.assert_allclose(seen(colours), reference, atol=0.02)


@pytest.mark.parametrize("name", DIVERGING)
def test_diverging_ramps_are_centred_and_fair(name):
    look = seen(along(colours_of(name)))
    middle = len(look) // 2
    grey = along([colours_of(name)[len(colours_of(name)) // 2]])[0]
    assert np.ptp(grey) < 0.02, "neutral at zero"
    assert look[middle, 0] > 96
    lightness = look[:, 0]
    assert (np.diff(lightness[: middle + 1]) > 0).all()
    assert (np.diff(lightness[middle:]) < 0).all()
    assert np.abs(lightness - lightness[::-1]).max() < 1.5, "as much weighs as much"
    check_steps(look, 0.1)


@pytest.mark.parametrize("name", SEQUENTIAL)
def test_sequential_ramps_grow_evenly(name):
    look = seen(along(colours_of(name)))
    steps = np.diff(look[:, 0])
    assert (steps > 0).all() or (steps < 0).all(), "one way in lightness"
    assert np.ptp(look[:, 0]) > 55
    check_steps(look, 0.2 if name in GREYS else 0.1)


@pytest.mark.parametrize("name", CYCLIC)
def test_cyclic_ramps_close_and_are_even(name):
    colours = colours_of(name)
    assert colours[0] == colours[-1]
    check_steps(seen(along(colours)), 0.15)


@pytest.mark.parametrize("eyes", DEFICIENCIES)
@pytest.mark.parametrize("name", CYCLIC)
def test_cyclic_ramps_stay_rings(name, eyes):
    """A quarter of a turn away no place looks like another."""
    look = seen(along(colours_of(name), 120)[:-1], eyes)
    away = np.abs(np.subtract.outer(np.arange(120), np.arange(120)))
    far = np.minimum(away, 120 - away) >= 30
    distance = np.linalg.norm(look[:, np.newaxis] - look, axis=-1)
    assert distance[far].min() > ENOUGH


@pytest.mark.parametrize("eyes", DEFICIENCIES)
@pytest.mark.parametrize("name", [n for n in RAMPS if n not in CYCLIC])
def test_ends_of_ramps_differ_for_all_eyes(name, eyes):
    colours = along(colours_of(name), 8)
    assert differences(colours[0], colours[-1], eyes) > 50
    # A quarter off the ends, too.
    assert differences(colours[2], colours[-3], eyes) > 20


@pytest.mark.parametrize("name", SIGNED)
def test_signed_classes_are_centred_and_fair(name):
    look = seen(np.array([rgb(colour) for colour in classes(name).values()]))
    middle = len(look) // 2
    assert len(look) % 2
    assert look[middle, 0] > 96
    assert np.abs(look[:, 0] - look[::-1, 0]).max() < 1.5
    steps = np.linalg.norm(np.diff(look, axis=0), axis=1)
    assert np.ptp(steps) < 0.35 * steps.mean()


@pytest.mark.parametrize("eyes", DEFICIENCIES)
@pytest.mark.parametrize("name", [n for n in TABLES if n not in BY_STROKE])
def test_classes_can_be_told_apart(name, eyes):
    table = classes(name)
    look = seen(np.array([rgb(colour) for colour in table.values()]), eyes)
    distance = np.linalg.norm(look[:, np.newaxis] - look, axis=-1)
    np.fill_diagonal(distance, np.inf)
    first, second = np.unravel_index(distance.argmin(), distance.shape)
    labels = list(table)
    assert distance.min() > ENOUGH, f"{labels[first]!r} looks like {labels[second]!r}"


@pytest.mark.parametrize("name", [*RAMPS, *TABLES])
def test_the_legend_names_the_unit(name):
    kind, _, legend = shader(name)
    if name in WITHOUT_UNIT:
        return
    if kind == "INTERPOLATED":
        suffix = legend.get("suffix") if legend is not None else ""
        assert suffix.strip() in UNITS or name == "peak_day"
        return
    numbers = [label for label in classes(name) if re.match(r"(above|below|-?[\d.]+ to)", label)]
    assert all(re.search(r" (mm/yr|mm|m|km|kPa|MPa|degrees|days)$", label) for label in numbers)


def test_the_templates_are_those_of_the_palettes():
    spec = importlib.util.spec_from_file_location("palettes", ROOT / "scripts" / "palettes.py")
    palettes = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(palettes)
    for name, (colours, low, high, _) in palettes.RAMPS.items():
        items = shader(name)[1]
        assert [item.get("color") for item in items] == list(colours), name
        ends = float(items[0].get("value")), float(items[-1].get("value"))
        assert ends == pytest.approx((low, high)), name


def check_steps(look, spread):
    """Equal steps of value look equally large."""
    steps = np.linalg.norm(np.diff(look, axis=0), axis=1)
    # Over a twentieth of the ramp: an edge between two colours of the template is no step.
    steps = np.convolve(steps, np.ones(len(steps) // 20), "valid")
    assert steps.std() < spread * steps.mean()
    assert np.ptp(steps) < 4 * spread * steps.mean()
