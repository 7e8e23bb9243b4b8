# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The base class of the tools, by way of a tool that fails on demand."""

import ast
import importlib.util
import signal
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from runs import empty_project

PROBE = Path(__file__).parent / "probe"
# Contexts point at their project, which must not vanish first.
ALIVE = []
NAPLES = "14,14.06,40.95,41 [EPSG:4326]"


@pytest.fixture(scope="module")
def process(make_qgis_process, tmp_path_factory):
    folder = tmp_path_factory.mktemp("probe")
    process = make_qgis_process(folder)
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    (plugins / "probe").symlink_to(PROBE)
    assert process.call("plugins", "enable", "probe").code == 0
    return process


@pytest.fixture(scope="module")
def probe(plugin, qgis_application):
    """The tool in this process."""
    spec = importlib.util.spec_from_file_location(
        "probe_plugin", PROBE / "__init__.py", submodule_search_locations=[str(PROBE)]
    )
    module = sys.modules["probe_plugin"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    probe_plugin = module.classFactory(None)
    probe_plugin.initProcessing()
    yield qgis_application.processingRegistry().algorithmById("probe:probe")
    probe_plugin.unload()


def sentence(result):
    """The one line that a failed run leaves on stderr (QGIS prints it twice)."""
    assert result.code == 1
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    lines = [line.strip() for line in result.stderr.splitlines() if not line.startswith("ERROR:")]
    assert len(set(lines)) == 1, result.stderr
    return lines[0]


def test_results_arrive_as_numbers_and_paths(process, tmp_path):
    targets = {
        "RASTER": tmp_path / "new" / "deep" / "rate.tif",
        "VECTOR": tmp_path / "new" / "points.gpkg",
        "OUT": tmp_path / "other" / "series.h5",
        "DIR": tmp_path / "folder",
    }
    place = {"AREA": NAPLES, "POINT": "14,41 [EPSG:4326]", "NUMBER": 0.5, "FLAG": True}
    result = process.run("probe:probe", {**targets, **place})
    assert result.code == 0, result.stderr
    assert result.results["COUNT"] == 3
    assert result.results["SIZE"] == 0.5
    for name, path in targets.items():
        assert result.results[name] == str(path)
        assert path.parent.is_dir()
    seen = ast.literal_eval(result.results["SEEN"])
    assert seen[:4] == [None, None, "0.5", "7"]
    assert seen[5].startswith("(1558472.87")
    assert seen[7] == "True"
    assert result.stderr.strip() == ""


def test_style_and_metadata_are_written_beside(process, tmp_path, qgis_application):
    raster, points = tmp_path / "rate.tif", tmp_path / "points.gpkg"
    assert process.run("probe:probe", {"RASTER": raster, "VECTOR": points}).code == 0
    shader = ElementTree.parse(tmp_path / "rate.qml").find(".//colorrampshader")
    assert shader.get("minimumValue") == "-12.5"
    assert shader.get("maximumValue") == "12.5"
    described = ElementTree.parse(tmp_path / "rate.qmd").getroot()
    assert described.findtext("title") == "Rates"
    assert described.findtext("abstract") == "All."
    history = [line.text for line in described.findall("history")]
    assert history[0].startswith("probe:probe (Groundshift ")
    assert "RASTER = 'rate.tif'" in history, "where it lies, from where the layer lies"
    assert "VECTOR = 'points.gpkg'" in history
    for file in tmp_path.iterdir():
        assert str(tmp_path).encode() not in file.read_bytes(), f"{file.name} tells a folder"
    assert described.find("extent/temporal/period/start").text.startswith("2020-01-01")

    from qgis.core import QgsRasterLayer, QgsVectorLayer

    layer = QgsRasterLayer(str(raster), "rate")
    layer.loadDefaultMetadata()
    assert layer.renderer().classificationMax() == 12.5
    assert layer.metadata().title() == "Rates"
    layer = QgsVectorLayer(f"{points}|layername=points", "points")
    layer.loadDefaultMetadata()
    assert layer.renderer().classAttribute() == "velocity_mm_yr"
    # InSAR Explorer looks for a field of that name, which may be an alias.
    rate = layer.fields().lookupField("velocity")
    assert layer.fields()[rate].name() == "velocity_mm_yr"
    assert layer.metadata().title() == "Points"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("STACK = '/home/ann/work/out/stack.h5'", "STACK = 'stack.h5'"),
        ("STACK = '/home/ann/work/in/stack.h5'", "STACK = '../in/stack.h5'"),
        ("STACK = '/home/bob/stack.h5'", "STACK = 'stack.h5'"),
        ("DEM = '/data/world/dem.tif'", "DEM = 'dem.tif'"),
        ("A = '/home/ann/work/out/a.gpkg|layername=b'", "A = 'a.gpkg|layername=b'"),
        ("L = ['/home/ann/work/a.tif','/tmp/b.tif']", "L = ['../a.tif','b.tif']"),
        (r"A = '/home/ann/work/out/it\'s.tif'", r"A = 'it\'s.tif'"),
        ("TITLE = 'rates / year', 'a/b'", "TITLE = 'rates / year', 'a/b'"),
        ("COUNT = 3", "COUNT = 3"),
    ],
)
def test_a_history_tells_nobody_s_folders(qgis_application, line, expected):
    from groundshift.processing_provider.layers import seen_from

    assert seen_from(Path("/home/ann/work/out"), line) == expected


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"FAIL": "input"}, "a.tif: is empty; choose another."),
        ({"FAIL": "cancel"}, "Cancelled; nothing was written."),
        ({"FAIL": "memory"}, "The memory is not enough; lower the memory budget"),
        ({"FAIL": "disk"}, "/there/out.tif: the disk is full;"),
        ({"FAIL": "sideways"}, "Fail (FAIL): sideways is none of the choices; give one of no,"),
        ({"TEXT": "wrong"}, "Text (TEXT): is wrong; write another."),
        ({"FILE": "/nowhere.h5"}, "A file (FILE): there is no file /nowhere.h5; check the path."),
        ({"FOLDER": __file__}, f"A folder (FOLDER): {__file__} is a file; give a folder."),
        ({"WHOLE": 99}, "Whole (WHOLE): 99 is not accepted; give a whole number from 1 to 9."),
        ({"NUMBER": "ten"}, "A number (NUMBER): ten is not accepted; give a number."),
        ({"AREA": "1,1,2,2 [EPSG:4326]"}, "Area (AREA): the rectangle is empty;"),
        ({"POLYGONS": "/nowhere.gpkg"}, "Polygons (POLYGONS): /nowhere.gpkg does not exist"),
        ({"VECTOR": "/proc/no/points.gpkg"}, "Points (VECTOR): the folder /proc/no cannot be made"),
    ],
)
def test_whatever_is_wrong_is_one_sentence(probe, parameters, expected):
    assert run_here(probe, parameters)[2].startswith(expected)


def test_qgis_process_prints_the_sentence_alone(process):
    wrong = sentence(process.run("probe:probe", {"FAIL": "input"}))
    assert wrong == "a.tif: is empty; choose another."
    wrong = sentence(process.run("probe:probe", {"FILE": "/nowhere.h5"}))
    assert wrong.startswith("A file (FILE): there is no file /nowhere.h5")


def test_a_bug_is_called_one(probe):
    text = run_here(probe, {"FAIL": "bug"})[2]
    assert text.startswith("An error inside Groundshift (KeyError: 'secret'): please report it")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_cancels_qgis_process(process, tmp_path, number):
    running = process.start("probe:probe", {"FAIL": "wait", "OUT": tmp_path / "mark" / "out.h5"})
    deadline = time.monotonic() + 60
    while not (tmp_path / "mark").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    begin = time.monotonic()
    running.send_signal(number)
    _, problems = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "Cancelled; nothing was written." in problems
    assert time.monotonic() - begin < 10


def run_here(tool, parameters, project=None):
    """Run a tool in this process: (context, results, last error)."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    class Feedback(QgsProcessingFeedback):
        last = ""

        def reportError(self, text, fatalError=False):
            self.last = text

    context, feedback = QgsProcessingContext(), Feedback()
    project = project or empty_project()
    context.setProject(project)
    ALIVE.append(project)
    instance = tool.create()
    good, problem = instance.checkParameterValues(parameters, context)
    if not good:
        return context, {}, problem
    results, good = instance.run(parameters, context, feedback)
    assert good == (feedback.last == "")
    return context, results, feedback.last


def wanted(path, project, name):
    """An output as the dialog gives it: to be loaded into the project."""
    from qgis.core import QgsProcessingOutputLayerDefinition

    definition = QgsProcessingOutputLayerDefinition(str(path), project)
    definition.destinationName = name
    return definition


def load_results(tool, folder, project):
    """Run the tool for two layers and load them as the dialog does."""
    from processing.gui.Postprocessing import handleAlgorithmResults
    from qgis.core import QgsProcessingFeedback

    parameters = {
        "RASTER": wanted(folder / "rate.tif", project, "Rate"),
        "VECTOR": wanted(folder / "points.gpkg", project, "Points"),
    }
    context, _, error = run_here(tool, parameters, project)
    assert error == ""
    assert len(context.layersToLoadOnCompletion()) == 2
    handleAlgorithmResults(tool, context, QgsProcessingFeedback())


@pytest.fixture
def temporary_folder(tmp_path, monkeypatch):
    """Function that sets which folder QGIS takes for the one of temporary files."""

    def set_folder(folder):
        folder.mkdir(exist_ok=True)
        for name in ("TMPDIR", "TMP", "TEMP"):
            monkeypatch.setenv(name, str(folder))

    return set_folder


@pytest.mark.parametrize(
    ("temporary", "raster", "points"), [(True, "Rate", "Points"), (False, "rate", "points")]
)
def test_layers_are_loaded_styled_into_a_group(
    probe, tmp_path, temporary_folder, temporary, raster, points
):
    """Named as QGIS names all layers: by the output, or by the file that the user has named."""
    from qgis.core import QgsProject

    temporary_folder(tmp_path if temporary else tmp_path / "temporary")
    project = QgsProject()
    load_results(probe, tmp_path, project)
    group = project.layerTreeRoot().findGroup("Groundshift: Probe")
    assert {node.name() for node in group.findLayers()} == {raster, points}
    assert len(project.layerTreeRoot().findLayers()) == 2
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    assert layers[raster].renderer().classificationMax() == 12.5
    assert layers[points].renderer().classAttribute() == "velocity_mm_yr"
    assert layers[raster].metadata().title() == "Rates"
    assert layers[points].metadata().title() == "Points"


def test_a_second_run_loads_beside_the_first(probe, tmp_path):
    from qgis.core import QgsProject, QgsRasterLayer

    project = QgsProject()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        load_results(probe, tmp_path / name, project)
    group = project.layerTreeRoot().findGroup("Groundshift: Probe")
    assert len(group.findLayers()) == 4
    rasters = [layer for layer in project.mapLayers().values() if isinstance(layer, QgsRasterLayer)]
    assert [layer.renderer().classificationMax() for layer in rasters] == [12.5, 12.5]


def test_a_failed_run_loads_nothing(probe, tmp_path):
    from qgis.core import QgsProject

    project = QgsProject()
    parameters = {"RASTER": wanted(tmp_path / "rate.tif", project, "Rate"), "FAIL": "input"}
    context, _, error = run_here(probe, parameters, project)
    assert error == "a.tif: is empty; choose another."
    assert context.layersToLoadOnCompletion() == {}


def test_a_step_of_a_model_styles_its_layer_too(probe, tmp_path):
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelOutput,
    )

    model = QgsProcessingModelAlgorithm("Chain", "Models")
    child = QgsProcessingModelChildAlgorithm("probe:probe")
    child.setChildId("probe_1")
    output = QgsProcessingModelOutput("rate")
    output.setChildId("probe_1")
    output.setChildOutputName("RASTER")
    child.setModelOutputs({"rate": output})
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    (name,) = [d.name() for d in model.destinationParameterDefinitions()]
    _, results, error = run_here(model, {name: str(tmp_path / "rate.tif")})
    assert error == ""
    assert results[name] == str(tmp_path / "rate.tif")
    assert (tmp_path / "rate.qml").exists()
    assert (tmp_path / "rate.qmd").exists()


def test_vector_input_with_a_filter_keeps_the_filter(probe, tmp_path):
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=id:integer", "areas", "memory")
    for k in range(2):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([k])
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({k} 0,{k}.5 0,{k} 1,{k} 0))"))
        layer.dataProvider().addFeature(feature)
    layer.setSubsetString("id = 1")
    project = QgsProject()
    project.addMapLayer(layer)
    context, results, error = run_here(probe, {"POLYGONS": layer.id()}, project)
    assert error == ""
    path, _ = ast.literal_eval(ast.literal_eval(results["SEEN"])[6])
    assert QgsVectorLayer(path, "copy", "ogr").featureCount() == 1


def test_processing_run_works_from_the_console(probe, tmp_path):
    import processing

    results = processing.run("probe:probe", {"RASTER": str(tmp_path / "rate.tif")})
    assert results["COUNT"] == 3
    assert Path(results["RASTER"]).exists()


def test_no_tool_hides_a_method_of_qgis(plugin):
    """``processing.run`` and batch mode call them."""
    for tool in plugin.provider.algorithms():
        for base in type(tool).__mro__:
            if not base.__module__.startswith("qgis."):
                assert not {"run", "prepare", "runPrepared", "create"} & set(vars(base)), base
