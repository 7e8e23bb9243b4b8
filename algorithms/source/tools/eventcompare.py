# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models beside seismic catalogues."""

from __future__ import annotations

from ...declare import Chosen, Output, number, part, text
from ...errors import GroundshiftError, counted
from ...stress.tools.asked import EarthquakeCatalogue
from .asked import ModelRock, SlipModel


class EventComparison(Chosen):
    """Which model, and which catalogue."""

    slip_model = part(SlipModel, changes={"slip_origin": {"advanced": True}})
    earthquakes = part(EarthquakeCatalogue)
    main_time = text(
        "Time of the earthquake",
        "Such as 2021-05-21T13:48:37 (universal time), or the day alone. Where it is empty the "
        "entry of the magnitude nearest to the model's is taken.", default=None,
    )  # fmt: skip
    reach = number(
        "Reach (km)", "Entries farther from the middle of the slip are other earthquakes.", 100.0,
        0.1, 2000.0,
    )  # fmt: skip
    layer_step = number(
        "Layers of the moment (km)", "Thickness; a round one where empty.", None, 0.01, 100.0,
        optional=True, advanced=True,
    )  # fmt: skip
    rock = part(ModelRock)

    def check(self):
        """The time is one."""
        from ...data.earthquakes import parse_time

        parse_time(self.main_time)


OUTPUTS = (
    Output(
        "points", "COMPARED", "Seismic solutions beside the model",
        "Seismic less model: distance, azimuth, depth, magnitude, ratio of moments, strike, dip "
        "and rake of the plane nearer to the model's, Kagan angle.",
        style="points_kagan", name="Seismic solutions beside the slip model",
    ),
    Output(
        "file", "DEPTHS", "Moment by depth", "Of layers, with its share.", "CSV (*.csv)",
        optional=True, by_default=False,
    ),
    Output(
        "file", "PAGE", "Report", "Tables, and the moment by depth with the seismic depths.",
        "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "SOLUTIONS": "Seismic solutions", "DISTANCE": "Distance (km)",
    "DEPTH_DIFFERENCE": "Seismic depth less the model's (km)",
    "MAGNITUDE_MODEL": "Moment magnitude of the model",
    "MAGNITUDE_DIFFERENCE": "Seismic magnitude less the model's",
    "MOMENT_RATIO": "Seismic moment by the model's", "KAGAN": "Kagan angle (degrees)",
    "STRIKE_MODEL": "Strike of the model (degrees)", "DIP_MODEL": "Dip of the model (degrees)",
    "RAKE_MODEL": "Rake of the model (degrees)", "DEPTH_MODEL": "Depth of the model's middle (km)",
}  # fmt: skip

DIFFERENT = 30.0  # degrees between mechanisms; more is no error of angles


def run(chosen, outputs, job) -> dict:
    """Compare; see :mod:`...declare`."""
    import numpy as np

    from ...data.earthquakes import parse_time
    from ..event_comparison import compare, model_event, moment_by_depth, same_event
    from ..planes import auxiliary

    source = chosen.slip_model.source()
    file = source.read()
    notes = list(file.notes)
    model, local = file.model, file.local
    if not local.crs:
        raise GroundshiftError(
            f"{source.path}: has no CRS, so it lies nowhere on Earth; set the CRS of the layer, or "
            "give the origin of the file."
        )
    if not np.nansum(model.slip) > 0:
        raise GroundshiftError(f"{source.path}: nothing slips in the model; give one with slip.")
    medium = chosen.rock.medium(file, notes.append)
    for note in notes:
        job.note(note)
    whole = model_event(model, medium.shear_modulus)
    turn = float(local.convergence(local.crs, *whole.point[:2, None])[0])
    event = model_event(model, medium.shear_modulus, turn)
    quakes = chosen.earthquakes.read()
    for note in quakes.notes:
        job.note(note)
    place = _places(quakes, local)
    with np.errstate(invalid="ignore"):
        near = np.hypot(*(place - event.point[:2]).T) <= 1e3 * chosen.reach
    if not near.any():
        raise GroundshiftError(
            f"{quakes.path}: no earthquake lies within {chosen.reach:g} km of the slip; give the "
            "catalogue of its place, or a wider reach (REACH)."
        )
    when, whole_day = parse_time(chosen.main_time)
    if when is not None and whole_day:
        when = when + np.timedelta64(12, "h")
    rows = same_event(quakes, near, event.magnitude, when, 43200.0 if whole_day else 60.0)
    if not len(rows):
        raise GroundshiftError(
            f"{quakes.path}: no earthquake within {chosen.reach:g} km of the slip is of "
            f"{chosen.main_time}; correct the time (MAIN_TIME), or leave it out."
        )
    quakes, place = quakes.take(rows), place[rows]
    planes = quakes.planes.copy()
    other = np.stack(auxiliary(*planes[:, 0].T), axis=1)
    gap = np.isnan(planes[:, 1]).any(axis=1)
    planes[gap, 1] = np.where(np.isfinite(planes[gap, :1, 0]), other[gap], np.nan)
    found = compare(event, place, quakes.depth, quakes.magnitude, quakes.moment, planes, turn)
    step = 1e3 * (chosen.layer_step or 0.0)
    depths = moment_by_depth(model, medium.shear_modulus, step)
    _tell(event, quakes, found, job)
    _write(outputs, event, quakes, found, depths)
    first = {
        "DISTANCE": found.distance[0] / 1e3, "DEPTH_DIFFERENCE": found.depth[0] / 1e3,
        "MAGNITUDE_DIFFERENCE": found.magnitude[0], "MOMENT_RATIO": found.moment_ratio[0],
        "KAGAN": np.degrees(found.kagan[0]), "MAGNITUDE_MODEL": event.magnitude,
        "DEPTH_MODEL": -event.point[2] / 1e3,
        **dict(zip(("STRIKE_MODEL", "DIP_MODEL", "RAKE_MODEL"), np.degrees(event.mechanism))),
    }  # fmt: skip
    return {"SOLUTIONS": len(quakes)} | {
        name: float(value) for name, value in first.items() if np.isfinite(value)
    }


def _places(quakes, local):
    """East and north in the model's frame; NaN where unknown."""
    import numpy as np

    known = np.isfinite(quakes.place).all(axis=1)
    if not known.any():
        raise GroundshiftError(
            f"{quakes.path}: no earthquake has a place; give longitude and latitude."
        )
    place = np.full((len(quakes), 2), np.nan)
    place[known] = local.of("EPSG:4326", *quakes.place[known].T)
    place[~np.isfinite(place).all(axis=1)] = np.nan  # the other side of the Earth
    return place


def _tell(event, quakes, found, job):
    import numpy as np

    strike, dip, rake = np.degrees(event.mechanism)
    job.note(
        f"The model is one source of Mw {event.magnitude:.2f} at {-event.point[2] / 1e3:.1f} km, "
        f"strike {strike:.0f}, dip {dip:.0f}, rake {rake:.0f}; its patches add up to "
        f"{event.sum_of_moments:.3g} N m, their tensor to {event.moment:.3g}."
    )
    job.note(f"{counted(len(quakes), 'seismic solution')} of the earthquake.")
    job.note(
        "A catalogue's place is where rupture began, unless it is of centroids (NDK): it may lie "
        "a rupture's length from the middle of the slip."
    )
    if event.double_couple < 0.7:
        job.warn(
            "The patches slip in directions that do not add up to one double couple "
            f"({100 * event.double_couple:.0f} %): strike, dip and rake say little of the model."
        )
    turned = np.degrees(found.kagan[0])
    if turned > DIFFERENT:
        job.warn(
            f"The mechanisms differ by {turned:.0f} degrees: the model may be of the wrong plane "
            "or slip direction, or the catalogue's entry of another earthquake."
        )


def _columns(event, quakes, found) -> dict:
    import numpy as np

    degrees = np.degrees(found.angles)
    columns = {
        "event_id": quakes.name,
        "time": np.array(["" if np.isnat(t) else str(t) for t in quakes.time], object),
        "magnitude": quakes.magnitude, "depth_km": quakes.depth / 1e3,
        "moment_nm": quakes.moment, "distance_km": found.distance / 1e3,
        "azimuth_deg": np.degrees(found.azimuth), "depth_difference_km": found.depth / 1e3,
        "magnitude_difference": found.magnitude, "moment_ratio": found.moment_ratio,
    }  # fmt: skip
    for k, name in enumerate(("strike", "dip", "rake")):
        angle = np.degrees(found.plane[:, k])
        columns[f"{name}_deg"] = angle % 360 if name == "strike" else angle
        columns[f"{name}_difference_deg"] = degrees[:, k]
    count = len(quakes)
    return columns | {
        "kagan_deg": np.degrees(found.kagan), "model_magnitude": np.full(count, event.magnitude),
        "model_depth_km": np.full(count, -event.point[2] / 1e3),
    }  # fmt: skip


def _write(outputs, event, quakes, found, depths):
    import numpy as np

    from ...data.crs import wkt_from_epsg
    from ...formats.text.csv_tables import write_csv
    from ...formats.vectors.tables import write_table

    columns = _columns(event, quakes, found)
    path = outputs.path("COMPARED")
    if path is not None:
        write_table(path, wkt_from_epsg(4326), *quakes.place.T, columns, "solutions")
    edges, moment = depths
    path = outputs.path("DEPTHS")
    if path is not None:
        share = moment / moment.sum()
        write_csv(
            path, ("top_km", "bottom_km", "moment_nm", "share", "share_above"),
            zip(edges[:-1] / 1e3, edges[1:] / 1e3, moment, share, np.cumsum(share)),
        )  # fmt: skip
    if outputs.wanted("PAGE"):
        from ..pages.eventcompare import comparison_page

        outputs.text("PAGE", lambda: comparison_page(event, quakes, found, depths).html())
