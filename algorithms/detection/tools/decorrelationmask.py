# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pixels of interferograms to trust."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, number, part
from ...scatterers.tools.asked import WrappedFiles


class DecorrelationMask(Chosen):
    """Which interferograms, and how sure to be."""

    files = part(WrappedFiles)
    threshold = number(
        "Least trust",
        "Pixels are kept whose phase has a standard deviation below one radian with at least this "
        "probability; more keeps fewer pixels.", 0.5, 0.0, 1.0,
    )  # fmt: skip
    blocks = part(Blocks)


OUTPUTS = (
    Output(
        "raster", "MASK", "Pixels to trust", "A band an interferogram: 1 trusted, 0 not.",
        style="stable", name="Pixels to trust", abstract="1: trusted, 0: not.",
    ),
    Output(
        "raster", "TRUST", "Trust",
        "A band an interferogram: probability that the phase's standard deviation is below one "
        "radian.", optional=True, by_default=False, style="temporal_coherence", name="Trust",
    ),
    Output(
        "raster", "SHARE", "Share of interferograms to trust",
        "Of those with data, for every pixel.", optional=True, by_default=False,
        style="temporal_coherence", name="Share of interferograms to trust",
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS": "Interferograms", "TRUSTED": "Share of pixels to trust (%)",
    "LEAST": "Least share of an interferogram (%)",
}  # fmt: skip
MOST_BANDS = 500


def run(chosen, outputs, job) -> dict:
    """Ask the network about every interferogram; see :mod:`...declare`."""
    import numpy as np

    from ...errors import GroundshiftError
    from ...formats.interferograms.wrapped import WrappedPages
    from ...outputs import Layer

    source = chosen.files.source()
    if not (source.stack.has_coherence if source.stack else all(source.coherences)):
        raise GroundshiftError(
            f"{source.names[0]}: every interferogram needs its coherence; give COHERENCE, or name "
            "the files by the dates of the interferograms and coh, cc or cor."
        )
    count = len(source.names)
    if count > MOST_BANDS and outputs.wanted("MASK", "TRUST"):
        raise GroundshiftError(
            f"{count} interferograms are too many bands for a raster ({MOST_BANDS}); ask for SHARE "
            "alone."
        )
    for text in source.notes:
        job.note(text)
    names = tuple((name, "") for name in source.names)
    layers = {
        "MASK": Layer(names, dtype="uint8", nodata=255), "TRUST": Layer(names),
        "SHARE": Layer((("share", ""),)),
    }  # fmt: skip
    layers = {name: layer for name, layer in layers.items() if outputs.wanted(name)}
    if source.pairs is not None:
        outputs.when = source.pairs.min(), source.pairs.max()
    kept, known = np.zeros((2, count), np.int64)
    with (
        WrappedPages(source) as pages,
        outputs.rasters(layers, source.stack or source.grid) as rasters,
    ):

        def write(window, trust):
            there = np.isfinite(trust)
            good = there & (np.nan_to_num(trust) >= chosen.threshold)
            kept[:] += good.sum(axis=(1, 2))
            known[:] += there.sum(axis=(1, 2))
            with np.errstate(invalid="ignore"):
                share = (good.sum(axis=0) / there.sum(axis=0)).astype(np.float32)
            values = {
                "MASK": np.where(there, good, 255).astype(np.uint8), "TRUST": trust, "SHARE": share,
            }  # fmt: skip
            rasters.write(window, {name: values[name] for name in layers})

        job.blocks(
            _trust, lambda window: _seen(pages, window, source.grid, count), write, source.grid,
            bytes_per_pixel(count),
        )  # fmt: skip
    if not known.any():
        raise GroundshiftError(f"{source.names[0]}: no interferogram has data.")
    shares = 100.0 * kept / np.maximum(known, 1)
    worst = int(np.argmin(np.where(known > 0, shares, np.inf)))
    job.note(
        f"{100.0 * kept.sum() / known.sum():.1f} % of the pixels of {count} interferograms can be "
        f"trusted, fewest in {source.names[worst]} ({shares[worst]:.1f} %)."
    )
    return {
        "PAIRS": count, "TRUSTED": float(100.0 * kept.sum() / known.sum()),
        "LEAST": float(shares[worst]),
    }  # fmt: skip


def bytes_per_pixel(pairs: int) -> float:
    """Memory of a pixel: phase, coherence and trust of all, and the network's layers of one."""
    return 24.0 * pairs + 600.0


def _seen(pages, window, grid, count):
    """Phase and coherence of a window with its margin, and where it lies in that."""
    import numpy as np

    from ..phase_network import padded

    around = padded(window, grid.shape)
    pairs = [pages.read(number, around) for number in range(count)]
    inner = np.s_[
        window.row - around.row : window.row - around.row + window.height,
        window.col - around.col : window.col - around.col + window.width,
    ]
    return pairs, inner


def _trust(block):
    import numpy as np

    from ..phase_network import trust

    pairs, inner = block
    return np.stack([trust(phase, coherence)[inner] for phase, coherence in pairs])
