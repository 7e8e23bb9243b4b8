# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Real Sentinel-1 pairs filtered and unwrapped by every method that is installed.

``.venv/bin/python benchmarks/unwrap_real.py`` reads ../shared/data: morocco_s1_pair (MIT,
odhondt/eo_tools), a quiet pair with coherence, and licsar_coseismic (GPLv3,
andwatson/coseismic_practical), two earthquakes with many fringes that LiCSAR unwrapped itself.
Writes docs/unwrap_morocco.png and results_unwrap_real.md. The picture is drawn by Qt, which comes
with QGIS. Put snaphu on PYTHONPATH to have it compared, too.
"""

from __future__ import annotations

import os

import numpy as np
from peers import ROOT, machine, register

DATA = ROOT.parent / "shared" / "data"
LOOKS, LEAST = 10.0, 0.3
ZOOM, GAP, TITLE = 0.75, 14, 26
TAU = 2.0 * np.pi


def read(name):
    """A raster as float64, NaN for no data."""
    from groundshift.algorithms.formats.rasters import read_raster

    return read_raster(DATA / "morocco_s1_pair" / name)[1][0].astype(float)


def cyclic(phase):
    """Colours that go all round, as bytes (row, column, 3)."""
    angles = np.nan_to_num(phase)[..., None] + np.array([0.0, -TAU / 3, TAU / 3])
    return painted(0.5 + 0.42 * np.cos(angles), np.isnan(phase))


def ramp(values, low, high):
    """Blue over pale to red."""
    stops = np.array(
        [[49, 54, 149], [116, 173, 209], [250, 250, 244], [244, 109, 67], [165, 0, 38]]
    )
    place = np.clip((np.nan_to_num(values) - low) / (high - low), 0, 1) * (len(stops) - 1)
    colours = [np.interp(place, range(len(stops)), stops[:, k]) for k in range(3)]
    return painted(np.stack(colours, axis=-1) / 255.0, np.isnan(values))


def painted(colours, void):
    """Bytes of colours of 0 to 1, grey where there is nothing."""
    colours = np.where(void[..., None], 0.85, colours)
    return (255 * np.clip(colours, 0, 1)).astype(np.uint8)


def draw(panels, path, zoom=ZOOM, indexed=False):
    """Panels of three in a row with their titles; a smaller file of fewer colours if `indexed`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

    application = QGuiApplication.instance() or QGuiApplication([])
    rows, cols = panels[0][1].shape[:2]
    wide, high = int(cols * zoom), int(rows * zoom)
    size = 3 * (wide + GAP) + GAP, -(-len(panels) // 3) * (high + TITLE + GAP) + GAP
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setFont(QFont("DejaVu Sans", 11))
    painter.setPen(QColor("#222222"))
    for number, (title, values) in enumerate(panels):
        values = np.ascontiguousarray(values)
        image = QImage(values.tobytes(), cols, rows, 3 * cols, QImage.Format.Format_RGB888)
        x = GAP + number % 3 * (wide + GAP)
        y = GAP + number // 3 * (high + TITLE + GAP)
        painter.drawText(x, y + 16, title)
        scaled = image.scaled(
            wide, high, Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
        painter.drawImage(x, y + TITLE, scaled)
    painter.end()
    if indexed:
        flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
        picture = picture.convertToFormat(QImage.Format.Format_Indexed8, flags)
    picture.save(str(path))
    del application


def timed(phase, coherence, options):
    """Result and CPU seconds."""
    from groundshift.algorithms.scatterers.unwrapping.rasters import unwrap_raster

    start = sum(os.times()[:4])
    result = unwrap_raster(phase, coherence, options)
    return result, sum(os.times()[:4]) - start


def methods():
    """Those that are installed, ours first."""
    from groundshift.algorithms.scatterers.unwrapping.rasters import METHODS, available

    return sorted(filter(available, METHODS[1:]), key=lambda name: name != "mcf")


def same_share(one, two):
    """Per cent of pixels with the same cycles."""
    from groundshift.algorithms.scatterers.unwrapping.quality import cycles_between

    cycles = cycles_between(one, two)
    return 100 * np.mean(cycles[np.isfinite(cycles)] == 0)


def residues(phase):
    """Of a wrapped phase, radians, NaN for no data."""
    from groundshift.algorithms.scatterers.unwrapping.quality import ComponentTotals

    whole = np.zeros(phase.shape, np.int16)
    return ComponentTotals.of(phase.astype(np.float32), None, whole).residues.sum()


def morocco():
    """Lines of the table, and the picture."""
    from groundshift.algorithms.scatterers.filters import goldstein
    from groundshift.algorithms.scatterers.unwrapping.quality import cycles_between
    from groundshift.algorithms.scatterers.unwrapping.rasters import RasterOptions

    phase, coherence = read("phi_vv.tif"), read("coh_vv.tif")
    phase[coherence <= 0] = np.nan
    smooth = goldstein(phase, coherence)
    coherent = np.isfinite(phase) & (coherence >= LEAST)
    before, after = (residues(np.where(coherent, p, np.nan)) for p in (phase, smooth))
    timed(phase[:64, :64], coherence[:64, :64], RasterOptions("mcf", LOOKS, LEAST))
    lines, found = [], {}
    for kind in ("none", "goldstein"):
        for method in methods():
            options = RasterOptions(method, LOOKS, LEAST, filter=kind)
            result, seconds = timed(phase, coherence, options)
            found[method, kind] = result.phase
            largest = (result.component == 1).sum() / np.isfinite(result.phase).sum()
            same = same_share(result.phase, found["mcf", "none"])
            lines.append(f"| {method} | {kind} | {seconds:.2f} | {largest:.3f} | {same:.3f} |")
    best = found["mcf", "none"]
    low, high = np.nanpercentile(best, [0.5, 99.5])
    other = found.get(("whirlwind", "none"), found["mcf", "goldstein"])
    options = RasterOptions("mcf", LOOKS, LEAST, filter="goldstein", keep_filtered=True)
    filtered = timed(phase, coherence, options)[0].phase
    draw(
        [
            ("Wrapped phase", cyclic(phase)),
            ("Goldstein filter", cyclic(smooth)),
            ("Coherence (0 to 1)", ramp(np.where(np.isnan(phase), np.nan, coherence), 0, 1)),
            (f"Unwrapped by mcf ({high - low:.1f} rad from blue to red)", ramp(best, low, high)),
            ("Unwrapped by mcf, filtered", ramp(filtered, low, high)),
            ("whirlwind minus mcf (cycles, -1 to 1)", ramp(cycles_between(other, best), -1, 1)),
        ],
        ROOT / "docs" / "unwrap_morocco.png",
    )  # fmt: skip
    facts = (
        f"{coherent.sum():,} pixels with a coherence of {LEAST} or more. An easy pair: the phase "
        f"spans {high - low:.1f} rad (0.5 to 99.5 %), less than a cycle, and has {before} residues "
        f"({after} after the Goldstein filter), so that methods have little to differ in."
    )
    return facts, lines


def earthquakes():
    """Lines of the table of the pairs with fringes; no coherence comes with them."""
    from groundshift.algorithms.scatterers.unwrapping.rasters import RasterOptions
    from scipy.ndimage import median_filter

    lines = []
    for name, size in (("greece", 801), ("afghanistan", 601)):
        folder = DATA / "licsar_coseismic" / name
        phase, published = (
            np.fromfile(folder / f"{name}{ending}", np.float32).reshape(size, size)
            for ending in (".diff", ".unw")
        )
        phase = np.where(phase == 0, np.nan, phase)
        published = published * 4 * np.pi / 0.05546576
        own = None
        for method in methods():
            result, seconds = timed(phase, None, RasterOptions(method, LOOKS))
            own = result.phase if own is None else own
            off = result.phase - published
            known = np.isfinite(off)
            # Theirs was filtered: only what a neighbourhood has in common is a matter of cycles.
            off = median_filter(np.where(known, off, np.median(off[known])), 9)[known]
            theirs = 100 * np.mean(np.abs(off - np.median(off)) < np.pi)
            span = np.ptp(np.nanpercentile(result.phase, [0.5, 99.5]))
            lines.append(
                f"| {name} | {residues(phase):,} | {span:.0f} | {method} | "
                f"{seconds:.2f} | {same_share(result.phase, own):.2f} | {theirs:.2f} |"
            )
    return lines


def main():
    register()
    facts, of_morocco = morocco()
    text = "\n".join([
        "# Real pairs, unwrapped", "", f"{machine()}.", "",
        "Made by `benchmarks/unwrap_real.py`.", "",
        "## morocco_s1_pair (Sentinel-1, 673 x 552)", "", facts, "",
        "| method | filter first | CPU s | share in the largest component | same cycles as mcf "
        "(%) |",
        "| --- | --- | --- | --- | --- |", *of_morocco, "",
        "## licsar_coseismic: Thessaly 2021 and Khost 2022", "",
        "Wrapped phase as LiCSAR delivers it, without its coherence (estimated from the phase). "
        "Compared with LiCSAR's own unwrapped phase, which is another estimate and no truth: it "
        "is off the wrapped phase by 0.7 and 1.0 rad on average, so it was made from a filtered "
        "version.", "",
        "| pair | residues | span (rad) | method | CPU s | same cycles as mcf (%) | same as "
        "LiCSAR (%) |",
        "| --- | --- | --- | --- | --- | --- | --- |", *earthquakes(), "",
    ])  # fmt: skip
    print(text)
    (ROOT / "benchmarks" / "results_unwrap_real.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
