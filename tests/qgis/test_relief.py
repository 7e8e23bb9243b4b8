# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Patches of a fault carry their look in three dimensions, where QGIS has any."""

import pytest


@pytest.fixture
def patches(tmp_path, qgis_application):
    import rows
    from qgis.core import QgsVectorLayer

    rows.slip_patches(tmp_path / "slip.gpkg")
    return QgsVectorLayer(str(tmp_path / "slip.gpkg"), "slip", "ogr")


def test_patches_lie_below_the_ground_in_the_colours_of_the_map(patches, tmp_path):
    pytest.importorskip("qgis._3d")
    from groundshift.ui import styling
    from qgis.core import QgsVectorLayer

    heights = [v.z() for feature in patches.getFeatures() for v in feature.geometry().vertices()]
    assert max(heights) <= 0 and min(heights) < -1000
    styling.style_vector(patches, "slip", (0.0, 2.0))
    assert patches.saveDefaultStyle()[1]
    again = QgsVectorLayer(str(tmp_path / "slip.gpkg"), "slip", "ogr")
    assert again.renderer3D() is not None and again.renderer3D().type() == "rulebased"
    text = (tmp_path / "slip.qml").read_text(encoding="utf-8")
    look = text[text.index("<renderer-3d") :]
    ranges = patches.renderer().ranges()
    assert look.count("<rule ") == len(ranges) and 'alt-clamping="absolute"' in look
    for range_ in ranges:
        red, green, blue, _ = range_.symbol().color().getRgb()
        assert f'diffuse="{red},{green},{blue},255' in look


def test_without_three_dimensions_the_style_is_that_of_the_map(patches, monkeypatch, tmp_path):
    from groundshift.ui import relief, styling

    monkeypatch.setattr(relief, "_module", lambda: None)
    styling.style_vector(patches, "slip", (0.0, 2.0))
    assert patches.renderer3D() is None and len(patches.renderer().ranges()) > 3


def test_lines_on_the_ground_have_the_colour_of_their_class(qgis_application):
    """Not that of the dark rim that they have on the map."""
    pytest.importorskip("qgis._3d")
    from groundshift.ui import styling
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer("LineString?crs=EPSG:32633&field=coulomb_kpa:double", "l", "memory")
    styling.style_vector(layer, "lines_coulomb", 100.0)
    rules = layer.renderer3D().rootRule().children()
    symbols = [rule.symbol() for rule in rules]
    materials = [getattr(s, "materialSettings", getattr(s, "material", None))() for s in symbols]
    colours = {material.ambient().name() for material in materials}
    on_map = {r.symbol().symbolLayer(1).color().name() for r in layer.renderer().ranges()}
    assert colours == on_map and len(colours) > 5
