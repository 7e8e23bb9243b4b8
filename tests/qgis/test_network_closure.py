# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Network and closure through the real qgis_process, chained."""

import pytest


@pytest.fixture(scope="module")
def stack(qgis_process, tmp_path_factory):
    folder = tmp_path_factory.mktemp("network")
    result = qgis_process.run(
        "groundshift:simulatestack",
        {"FORMAT": "mintpy", "FOLDER": folder / "scene", "ROWS": 100, "COLS": 120, "DATES": 12,
         "JUMPS": 0.1, "SEED": 4},
    )  # fmt: skip
    assert result.code == 0, result.stderr
    return next((folder / "scene").rglob("ifgramStack.h5"))


def test_errors_are_mended_and_the_network_chains_into_the_inversion(qgis_process, stack, tmp_path):
    corrected, before, after = (tmp_path / name for name in ("c.h5", "before.tif", "after.tif"))
    result = qgis_process.run(
        "groundshift:closure",
        {"STACK": stack, "CORRECTED_STACK": corrected, "BEFORE": before, "AFTER": after,
         "PAIRS": tmp_path / "closure.gpkg"},
    )  # fmt: skip
    assert result.code == 0, result.stderr
    found = result.results
    assert found["CORRECTED_PAIRS"] >= 2 and found["TRIPLETS"] > 20
    assert found["SHARE_AFTER"] < 0.2 * found["SHARE_BEFORE"]
    assert before.with_suffix(".qml").exists() and after.with_suffix(".qmd").exists()

    html, png, table = (tmp_path / name for name in ("n.html", "n.png", "pairs.gpkg"))
    result = qgis_process.run(
        "groundshift:network",
        {"STACK": corrected, "PAIRS": table, "HTML": html, "PNG": png, "MAX_DAYS": 30,
         "SELECTED_STACK": tmp_path / "selected.h5"},
    )  # fmt: skip
    assert result.code == 0, result.stderr
    found = result.results
    assert found["PARTS"] == 1 and found["RANK"] == 11 and found["LOST_DATES"] == 0
    left_out = found["EXCLUDED_PAIRS"]
    assert len(left_out.split(",")) == found["DROPPED"] > 0
    assert "<svg" in html.read_text(encoding="utf-8")
    assert png.read_bytes().startswith(b"\x89PNG") and png.stat().st_size > 20_000

    result = qgis_process.run(
        "groundshift:sbas",
        {"STACK": corrected, "EXCLUDE_PAIRS": left_out, "TIMESERIES": tmp_path / "t.h5",
         "VELOCITY": tmp_path / "v.tif"},
    )  # fmt: skip
    assert result.code == 0, result.stderr
    assert result.results["PAIRS"] == found["KEPT"]


def test_the_table_opens_as_a_layer_and_the_plot_as_html(plugin, qgis_application, stack, tmp_path):
    import processing
    from qgis.core import QgsProcessingOutputHtml, QgsVectorLayer, QgsWkbTypes

    tool = qgis_application.processingRegistry().algorithmById("groundshift:network")
    assert isinstance(tool.outputDefinition("HTML"), QgsProcessingOutputHtml)
    table = tmp_path / "pairs.gpkg"
    processing.run("groundshift:network", {"STACK": str(stack), "PAIRS": str(table)})
    layer = QgsVectorLayer(str(table), "pairs", "ogr")
    assert layer.isValid() and layer.geometryType() == QgsWkbTypes.GeometryType.NullGeometry
    fields = [field.name() for field in layer.fields()]
    for name in ("pair", "reference", "secondary", "days", "bperp_m", "coherence",
                 "loop_rms_rad", "nonclosing_share", "kept", "why"):  # fmt: skip
        assert name in fields
    assert layer.featureCount() == 30


@pytest.mark.parametrize(
    "tool, parameters, expected",
    [
        ("network", {"MIN_COHERENCE": 2}, "Minimum mean coherence (MIN_COHERENCE): 2"),
        ("network", {"EXCLUDE_DATES": "someday"}, "'someday' is no date"),
        ("network", {"PAIRS": "/tmp/no/table.csv"}, "let it end in .gpkg"),
        ("network", {"EXCLUDE_DATES": "20010101"}, "not in the stack"),
        ("closure", {"METHOD": "magic"}, "Correction (METHOD): magic is none of the choices"),
        ("closure", {"CORRECTED_STACK": "STACK"}, "input and output"),
    ],
)
def test_whatever_is_wrong_is_one_sentence(plugin, qgis_application, stack, tmp_path, tool,
                                           parameters, expected):  # fmt: skip
    import processing
    from qgis.core import QgsProcessingException

    given = {key: str(stack) if value == "STACK" else value for key, value in parameters.items()}
    with pytest.raises(QgsProcessingException, match=".") as failure:
        processing.run(f"groundshift:{tool}", {"STACK": str(stack), **given})
    assert expected in str(failure.value)
