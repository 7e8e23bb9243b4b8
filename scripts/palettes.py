# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours of the styles; used by ``make_styles.py`` and measured by
``tests/qgis/test_style_colours.py``.

The ramps DIVERGING, HEAT, SLIP, TERRAIN and CYCLE are Groundshift's own: equal steps along curves
in CAM02-UCS (Luo, Cui and Li 2006, doi:10.1002/col.20227), the space in which equal distances look
equally far apart. Both arms of DIVERGING lose lightness alike, as in Crameri's vik
(doi:10.1038/s41467-020-19160-7). CYCLE is a circle that leans, so that it stays a ring for eyes
that lack one kind of cones. Classes were moved apart until all of them can be told apart by such
eyes, too.
"""

from __future__ import annotations

import numpy as np

# From away to towards; the middle is that of ground at rest.
DIVERGING = (
    "#9a0008", "#a62819", "#b1432c", "#bb5b41", "#c37257", "#ca8870", "#d19e89", "#d9b4a4",
    "#e1cbc0", "#eae2dd", "#f8f8f8", "#dee5ea", "#c5d3dd", "#abc2d3", "#93b2cb", "#7aa2c5",
    "#6192c0", "#4683bf", "#2872c0", "#0060c4", "#004acf",
)  # fmt: skip
CLASSES = DIVERGING[::2]
HEAT = (
    "#faf9ae", "#f2e187", "#ecc961", "#e7b13b", "#e29811", "#da8100", "#cd6c03", "#bd5b17",
    "#ab4b21", "#993c28", "#862d2c", "#741d2d", "#62092d",
)  # fmt: skip
SLIP = ("#fbf4e0", "#eacea7", "#dca872", "#d08241", "#c05c20", "#a73a20", "#891c24", "#680023")
TERRAIN = (
    "#1b6847", "#41784c", "#608850", "#7f9757", "#9da76c", "#b4b98e", "#caccb2", "#e0e1d6",
    "#f8f8f8",
)  # fmt: skip
GREY = (
    "#000000", "#090909", "#191919", "#282828", "#373737", "#454545", "#535353", "#626262",
    "#717171", "#808080", "#909090", "#a0a0a0", "#b1b1b1", "#c3c3c3", "#d6d6d6", "#eaeaea",
    "#ffffff",
)  # fmt: skip
VIRIDIS = (
    "#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30",
    "#fde725",
)  # fmt: skip
CIVIDIS = (
    "#00224e", "#123570", "#3b496c", "#575d6d", "#707173", "#8a8678", "#a59c74", "#c3b369",
    "#e1cc55", "#fee838",
)  # fmt: skip
CYCLE = (
    "#b4dba7", "#8fdbbe", "#59d1cb", "#00bdd1", "#00a2cd", "#1984bc", "#456aa1", "#585785",
    "#674c71", "#7d4862", "#9a4a52", "#b85743", "#d26e3b", "#e18e42", "#e1b05b", "#d0cc82",
    "#b4dba7",
)  # fmt: skip
# Cyclic, as matplotlib's twilight (Bechtold, CC0): dark in summer, pale in winter.
YEAR = (
    "#e2d9e2", "#b9c7d3", "#82a8c4", "#6582bd", "#5e55ad", "#4f2580", "#2f1436", "#56193f",
    "#8b2e4f", "#ac5756", "#c38a76", "#d1bbb3", "#e2d9e2",
)  # fmt: skip

# name: colours, low, high, unit
RAMPS = {
    "velocity": (DIVERGING, -20.0, 20.0, "mm/yr"),
    "velocity_std": (HEAT, 0.0, 5.0, "mm/yr"),
    "displacement": (DIVERGING, -50.0, 50.0, "mm"),
    "coefficient": (DIVERGING, -10.0, 10.0, ""),
    "dem_error": (DIVERGING, -10.0, 10.0, "m"),
    "dem_error_std": (HEAT, 0.0, 5.0, "m"),
    "temporal_coherence": (VIRIDIS, 0.0, 1.0, ""),
    "count": (CIVIDIS, 0.0, 100.0, "pairs"),
    "residual": (HEAT, 0.0, 10.0, "mm"),
    "amplitude": (VIRIDIS, 0.0, 10.0, "mm"),
    "nonclosing": (HEAT, 0.0, 10.0, "triplets"),
    "height": (TERRAIN, 0.0, 3000.0, "m"),
    "r_index": (VIRIDIS, 0.0, 1.0, ""),
    "slope_velocity": (DIVERGING[::-1], -20.0, 20.0, "mm/yr"),
    "amplitude_dispersion": (VIRIDIS[::-1], 0.0, 0.6, ""),
    "backscatter": (GREY, -20.0, 20.0, "dB"),
    "phase": (DIVERGING, -20.0, 20.0, "rad"),
    "cycles": (DIVERGING, -2.0, 2.0, "cycles"),
    "differing": (HEAT, 0.0, 0.1, "of pairs"),
    "neighbours": (CIVIDIS, 0.0, 224.0, "pixels"),
    "phase_std": (HEAT, 0.0, 1.8, "rad"),
    "fringes": (CYCLE, -np.pi, np.pi, "rad"),
    "strain": (DIVERGING[::-1], -10.0, 10.0, "ppm"),
    "strain_rate": (DIVERGING[::-1], -100.0, 100.0, "10⁻⁹/yr"),
    "ice_divergence": (DIVERGING[::-1], -5.0, 5.0, "%/day"),
    "melt_days": (HEAT, 0.0, 100.0, "days"),
    "angle_slope": (CIVIDIS, -0.3, 0.0, "dB/degree"),
    "shear": (HEAT, 0.0, 10.0, "ppm"),
    "shear_rate": (HEAT, 0.0, 100.0, "10⁻⁹/yr"),
    "stress": (DIVERGING[::-1], -1.0, 1.0, "MPa"),
    "strike": (CYCLE, 0.0, 360.0, "degrees"),
    "offset": (DIVERGING, -5.0, 5.0, "m"),
    "magnitude": (HEAT, 0.0, 10.0, "m"),
    "lake_share": (CIVIDIS[::-1], 0.0, 30.0, "%"),
    "active_layer": (VIRIDIS[::-1], 0.0, 4.0, "m"),
}

# Of the classes of models, in their order: pairs without and with acceleration.
MODELS = (
    "#d9d9d9", "#ff8106", "#aad7f1", "#2177b2", "#b3e08a", "#229d51", "#fa9999", "#fb073b",
    "#c1abca", "#6a3d9a", "#ffff99", "#ae5518",
)  # fmt: skip
# Blind classes dark and warm, seen ones pale: in the codes' order.
VISIBILITY = (
    "#a50026", "#f46d43", "#1a1a1a", "#555555", "#6c0c1a", "#878787", "#e6c36a", "#ac9bca",
    "#f5e9b9", "#8ac6ec", "#e6ebe6",
)  # fmt: skip
SLOPE_STATUS = ("#d73027", "#4575b4", "#fdae61", "#abd9e9", "#b9b9b9", "#f7f7f2", "#6e6e6e")
DECOMPOSITION = ("#4eb04d", "#e41a1c", "#bdbdbd", "#f0ead6")
MECHANISM = ("#d7301f", "#2b6cb0", "#e9b44c", "#6e6e6e", "#f0ead6")
MELT = ("#e6e6df", "#2b6cb0", "#e9a13b")
FROST = ("#e6e6df", "#e9a13b", "#2b6cb0")
THAW = ("#e6e6df", "#e9a13b", "#a50026", "#2b6cb0")
SUITABILITY = ("#7a0f0f", "#eddcc3", "#c5de59", "#a2c874", "#4fad5b", "#0b5b3a")
VISIBILITY_COMBINED = ("#2585ba", "#74c476", "#a09cc9", "#a50026", "#f0ead6")
SUBSETS = (
    (0.5, "#bdbdbd", "0: not inverted"),
    (1.5, "#21918c", "1: one network"),
    (2.5, "#fdae61", "2: network cut in two"),
    (float("inf"), "#a50026", "3 and more: network cut in several"),
)
# Nothing where there is nothing, so that they can be laid over the amplitude.
CANDIDATES = (
    (0.5, "#00000000", "0: none"),
    (1.5, "#fdae61", "1: candidate"),
    (float("inf"), "#d7191c", "2: stable by its amplitude"),
)
DISTRIBUTED = (
    (0.5, "#00000000", "0: too few neighbours"),
    (float("inf"), "#2c7fb8", "1: distributed scatterer"),
)
SCATTERERS = (
    (0.5, "#00000000", "0: none"),
    (1.5, "#2c7fb8", "1: distributed scatterer"),
    (float("inf"), "#d7191c", "2: persistent scatterer"),
)
PERSISTENT = (
    (0.5, "#00000000", "0: none"),
    (float("inf"), "#d7191c", "1: persistent scatterer"),
)
STABLE = (
    (0.5, "#00000000", "0: not coherent"),
    (float("inf"), "#2c7fb8", "1: stable ground"),
)
COMPONENTS = (
    (0.5, "#bdbdbd", "0: none"),
    (1.5, "#2c89d1", "1: the largest"),
    (2.5, "#feaf60", "2"),
    (3.5, "#72a56b", "3"),
    (4.5, "#7d5499", "4"),
    (5.5, "#dc4b24", "5"),
    (float("inf"), "#7e543b", "6 and more"),
)
COVER = (
    (0.5, "#69aed7", "0: water"),
    (1.5, "#74a86b", "1: vegetation"),
    (2.5, "#d9c28b", "2: bare ground"),
    (float("inf"), "#a8595c", "3: town"),
)
