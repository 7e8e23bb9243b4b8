# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulated radar images: where the scene lies, how it is seen, and what covers it."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.data.simulation import (
    CoverClass,
    SlcOptions,
    simulate_slc,
)
from groundshift.algorithms.data.simulation import slc_geometry as geo
from groundshift.algorithms.data.simulation.slc_places import places, radar_axes
from groundshift.algorithms.errors import GroundshiftError

SMALL = SlcOptions(rows=70, cols=80, dates=6, dual_pol=True)


class TestGeometry:
    @pytest.mark.parametrize("heading, latitude", [(-10, 46.4), (190, -33.0), (-14, 70.0)])
    @pytest.mark.parametrize("coordinates", ["map", "radar"])
    def test_scene_is_seen_as_wanted(self, heading, latitude, coordinates):
        options = SlcOptions(
            rows=40, cols=60, dates=2, heading=heading, center_lat=latitude, epsg=4326,
            coordinates=coordinates,
        )  # fmt: skip
        simulation = simulate_slc(options)
        expected = from_incidence_heading(38.0, heading)
        for name in ("east", "north", "up"):
            found = getattr(simulation.los, name)[20, 30]
            assert found == pytest.approx(getattr(expected, name), abs=0.01)
        for _, place, lon, lat in places(simulation.grid, simulation.height, simulation.lookup):
            assert abs(lat[20, 30] - latitude) < 0.003
            assert abs(lon[20, 30] - 13) < 0.01
            np.testing.assert_allclose(
                simulation.view.orbit.seen(place)[1], simulation.slant_range, rtol=1e-6
            )

    def test_lookup_is_the_inverse_of_the_orbit(self):
        options = SlcOptions(rows=60, cols=80, dates=2, coordinates="radar", relief_m=800)
        simulation = simulate_slc(options)
        view = simulation.view
        times, ranges = radar_axes(options, view.orbit, view.centre)
        (rows, place, *_), *more = places(simulation.grid, simulation.height, simulation.lookup)
        assert not more and np.ptp(simulation.height) > 30
        time, slant_range = view.orbit.seen(place)
        np.testing.assert_allclose(time, np.broadcast_to(times[:, None], time.shape), atol=1e-9)
        np.testing.assert_allclose(slant_range, np.broadcast_to(ranges, time.shape), atol=1e-5)
        height = geo.geodetic(place)[2]
        np.testing.assert_allclose(height, simulation.height, atol=1e-4)
        # Zero Doppler: the flight is at right angles to the look.
        position, velocity = view.orbit.state(time)
        along = ((place - position) * velocity).sum(axis=-1) / np.linalg.norm(velocity, axis=-1)
        assert np.abs(along).max() < 1e-4
        # Lines run along the flight, ranges grow to its right, and places do not fold over.
        lon, lat = simulation.lookup
        assert (np.diff(lat, axis=0) > 0).all() and (np.diff(lon, axis=1) > 0).all()

    def test_baseline_is_that_of_the_ranges(self):
        """A place above the elevation model at the same range: its range from the other orbit."""
        simulation = simulate_slc(replace(SMALL, baseline_sigma_m=200))
        orbit, centre = simulation.view.orbit, simulation.view.centre
        time, slant_range = orbit.seen(centre)
        raised = orbit.place(time, slant_range, np.array(50.0))
        incidence = np.radians(SMALL.incidence)
        for index in range(1, 6):
            other = simulation.orbit_of(index)
            change = other.seen(raised)[1] - other.seen(centre)[1]
            baseline = simulation.perpendicular_baseline[index]
            expected = -baseline / (slant_range * np.sin(incidence)) * 50
            assert change == pytest.approx(expected, rel=5e-3)

    def test_flat_phase_is_what_flattening_takes_off(self):
        flat = simulate_slc(replace(SMALL, coordinates="radar"))
        raw = simulate_slc(replace(SMALL, coordinates="radar", flattened=False))
        for index in (0, 3):
            ratio = raw.image(index) * flat.image(index).conj()
            np.testing.assert_allclose(
                np.angle(ratio * np.exp(-1j * raw.flat_phase(index))), 0, atol=2e-3
            )
        assert not raw.flat_phase(0).any()
        assert np.ptp(raw.flat_phase(3)) > 1 and np.abs(raw.flat_phase(3)).min() > 100
        np.testing.assert_array_equal(raw.true_phase(3), flat.true_phase(3))


class TestCover:
    def test_shares_and_places(self):
        simulation = simulate_slc(SlcOptions(rows=150, cols=150, dates=2))
        for k, kind in enumerate(simulation.options.classes):
            assert (simulation.cover == k).mean() == pytest.approx(kind.share, abs=0.01)
        names = simulation.class_names
        mountains = simulation.terrain.mountains
        assert mountains[simulation.cover == names.index("urban")].mean() < 0.2
        np.testing.assert_array_equal(
            simulation.cover == names.index("water"), simulation.terrain.water
        )

    def test_stripes_stand_side_by_side(self):
        kinds = tuple(CoverClass(n, share=s) for n, s in (("a", 1), ("b", 2), ("c", 1)))
        options = SlcOptions(rows=20, cols=80, dates=2, layout="stripes", classes=kinds)
        cover = simulate_slc(options).cover
        np.testing.assert_array_equal(cover, np.broadcast_to(np.repeat([0, 1, 2], [20, 40, 20]),
                                                             (20, 80)))  # fmt: skip

    @pytest.mark.parametrize(
        "changes, words",
        [
            ({"rows": 3}, "rows"),
            ({"layout": "spots"}, "patches"),
            ({"coordinates": "polar"}, "radar"),
            ({"classes": ()}, "cover classes"),
            ({"first_date": "yesterday"}, "first_date"),
            ({"scr_db": (5, 2)}, "scr_db"),
        ],
    )
    def test_what_cannot_be_is_refused(self, changes, words):
        with pytest.raises(GroundshiftError, match=words):
            SlcOptions(**changes)

    def test_classes_that_cannot_be_are_refused(self):
        with pytest.raises(GroundshiftError, match="add up"):
            CoverClass("bare", gamma0=0.4, gamma_inf=0.3, seasonal=0.2)
        with pytest.raises(GroundshiftError, match="no cover class 'moon'"):
            SlcOptions().with_class("moon", share=1)
