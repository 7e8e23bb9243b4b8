# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Strain and rotation of maps, stations and series of horizontal motion."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, field, file, layer, number, part, raster, text, whole

UNITS = ("mm/yr", "cm/yr", "m/yr", "mm", "cm", "m")


class StrainField(Chosen):
    """Horizontal motion of one kind, and how far around a place it is looked at."""

    east = raster(
        "Motion to the east",
        "Raster of velocity or displacement to the true east; one with both, and their standard "
        "deviations, as bands named east, north, east_std, north_std (or in this order).",
        optional=True,
    )  # fmt: skip
    north = raster("Motion to the north", "On the same grid.", optional=True)
    east_std = raster(
        "Standard deviation of the motion to the east",
        "Without them the misfit of the planes tells the errors.", optional=True, advanced=True,
    )  # fmt: skip
    north_std = raster(
        "Standard deviation of the motion to the north", "", optional=True, advanced=True
    )
    stations = layer(
        "Stations", "Points with the motion of GNSS stations as fields, instead of rasters.",
        ("points",), optional=True, selected=True,
    )  # fmt: skip
    table = file(
        "Table of stations",
        "Text: longitude, latitude, east, north and more, as of GAMIT/GLOBK (.vel) or GMT's "
        "psvelo, or with a header.", "Tables (*.vel *.txt *.csv *.dat *.gmt);;All files (*)",
        optional=True,
    )  # fmt: skip
    series_east = file(
        "East series", "HDF5 of 'Time series in three dimensions', instead of rasters.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    series_north = file("North series", "", "HDF5, Zarr", optional=True)
    unit = choice(
        "Unit of the motion", "A raster's own unit goes first. Of displacements the strain is told "
        "in microstrain, of rates in nanostrain a year.", UNITS,
    )  # fmt: skip
    window = number(
        "Window (m)",
        "Of rasters: side of the neighbourhood whose plane gives the gradient, four standard "
        "deviations of its Gaussian weights; empty for 21 pixels. What is narrower is smoothed.",
        None, 1.0, 1e6, optional=True,
    )  # fmt: skip
    distance = number(
        "Smoothing distance of stations (m)",
        "Weights fall as exp(-(d/distance)^2). Empty: at each place so far that the weights sum "
        "up to 'Stations that are enough'.", None, 100.0, 2e6, optional=True,
    )  # fmt: skip
    cell = number(
        "Cell (m)", "Of the maps from stations; empty for about 80 across.", None, 10.0, 1e6,
        optional=True,
    )  # fmt: skip
    enough = number(
        "Stations that are enough", "Sum of the weights at a place.", 8.0, 3.0, 1000.0,
        advanced=True,
    )  # fmt: skip
    noise_length = number(
        "Correlation length of the noise (m)",
        "Of rasters: errors of pixels are alike over about this distance, as those of the "
        "atmosphere are; standard deviations grow. 0: they are independent.", 0.0, 0.0, 1e6,
        advanced=True,
    )  # fmt: skip
    first_date = text(
        "First date",
        "Of series: with the last one, the displacement between both instead of the rate. "
        "YYYY-MM-DD.", advanced=True,
    )  # fmt: skip
    last_date = text("Last date", "Of series.", advanced=True)
    east_field = field("Field: east", "Where empty: by its name.", "STATIONS", numeric=True)
    north_field = field("Field: north", "Where empty: by its name.", "STATIONS", numeric=True)
    east_std_field = field("Field: standard deviation east", "", "STATIONS", numeric=True)
    north_std_field = field("Field: standard deviation north", "", "STATIONS", numeric=True)
    correlation_field = field("Field: correlation of east and north", "", "STATIONS", numeric=True)
    axes_step = whole(
        "Cells from axis to axis", "Empty for about 40 across.", None, 1, 100000, optional=True,
        advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """One kind of motion, as a whole."""
        series = self.series_east is not None or self.series_north is not None
        kinds = [self.east is not None, self.stations is not None, self.table is not None, series]
        if sum(kinds) != 1:
            self.refuse(
                ("east", "stations", "table", "series_east"),
                "are missing or several; give rasters, a layer of stations, a table, or series.",
            )  # fmt: skip
        if series and (self.series_east is None or self.series_north is None):
            missing = "series_east" if self.series_east is None else "series_north"
            self.refuse(missing, "is missing; strain needs both components.")
        if (self.east_std is None) != (self.north_std is None):
            self.refuse(("east_std", "north_std"), "give both or none.")
        if bool(self.first_date.strip()) != bool(self.last_date.strip()):
            self.refuse(("first_date", "last_date"), "give both or none.")


OUTPUTS = (
    Output(
        "raster", "SHEAR", "Maximum shear",
        "Half of the difference of the principal strains; second band: standard deviation.",
        optional=True, style="shear", limits="p98", name="Maximum shear strain",
    ),
    Output(
        "raster", "DILATATION", "Dilatation",
        "Change of area, growing is positive; second band: standard deviation.",
        optional=True, style="strain", limits="symmetric",
    ),
    Output(
        "raster", "ROTATION", "Rotation",
        "About the vertical, anticlockwise positive; second band: standard deviation.",
        optional=True, style="strain", limits="symmetric",
    ),
    Output(
        "raster", "INVARIANT", "Second invariant",
        "Root of the sum of squares of all components of the strain; second band: standard "
        "deviation.", optional=True, by_default=False, style="shear", limits="p98",
        name="Second invariant of the strain",
    ),
    Output(
        "raster", "TENSOR", "Strain tensor",
        "Bands: east-east, east-north, north-north, principal strains, azimuth of the first one, "
        "and the standard deviations of all.", optional=True, by_default=False, style="strain",
        limits="symmetric",
    ),
    Output(
        "points", "AXES", "Principal axes",
        "Points with the principal strains, drawn as pairs of arrows: outward for extension, "
        "inward for contraction.", optional=True, style="strain_axes",
    ),
)  # fmt: skip
NUMBERS = {
    "SHEAR_MEDIAN": "Median of the maximum shear", "SHEAR_LARGEST": "Largest maximum shear",
    "SHEAR_STD": "Median standard deviation of the shear",
    "DILATATION_MEDIAN": "Median of the dilatation", "ROTATION_MEDIAN": "Median of the rotation",
    "PLACES": "Pixels or cells with strain",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Fit planes, take the strain out of them; see :mod:`...declare`."""
    if chosen.stations is not None or chosen.table is not None:
        from .strain_stations import stations_strain

        return stations_strain(chosen, outputs, job)
    from .strain_maps import maps_strain

    return maps_strain(chosen, outputs, job)
