# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Good input, ways to spoil it, and what every tool writes."""

import shutil
from pathlib import Path

import product_files
from runs import run_here

SMALL = {"ROWS": 64, "COLS": 80, "DATES": 8, "MISSING": 0, "LANDSLIDES": 0, "SEED": 2}
DELETE = object()
KNOWN = {"WAVELENGTH": 0.0555}
# A polygon over the scene, and none.
SQUARE = "POLYGON((12.9 46.3,13.1 46.3,13.1 46.5,12.9 46.5,12.9 46.3))"
EMPTY = "POLYGON EMPTY"


class Material:
    """Good inputs, and ways to spoil copies of them.

    Parameters
    ----------
    good : Path
        Folder with the good inputs.
    folder : Path
        Where spoilt ones go.
    """

    def __init__(self, good, folder):
        self.good, self.folder = good, folder
        self.stack, self.series = good / "stack.h5", good / "series.h5"
        self.geometry = good / "geometry.h5"

    def h5(self, source, attributes=None, **datasets):
        """A copy of an HDF5 file with other attributes and datasets; DELETE takes one out."""
        import h5py

        path = self.folder / f"spoilt-{len(list(self.folder.iterdir()))}.h5"
        shutil.copy(source, path)
        with h5py.File(path, "a") as file:
            for name, value in (attributes or {}).items():
                if value is DELETE:
                    del file.attrs[name]
                else:
                    file.attrs[name] = value
            for name, value in datasets.items():
                old = file[name][()] if name in file else None
                if name in file:
                    del file[name]
                if value is not DELETE:
                    file[name] = value(old) if callable(value) else value
        return path

    def damaged(self, source, dataset):
        """A copy whose dataset is packed and cannot be unpacked."""
        import h5py

        path = self.h5(source)
        with h5py.File(path, "a") as file:
            values = file[dataset][()]
            del file[dataset]
            packed = file.create_dataset(dataset, data=values, compression="gzip")
            places = [packed.id.get_chunk_info(k) for k in range(packed.id.get_num_chunks())]
        with open(path, "r+b") as file:
            for place in places:
                file.seek(place.byte_offset + 20)
                file.write(b"\xff" * 60)
        return path

    def cut(self, source, share=0.5):
        """A copy that ends early."""
        path = self.folder / f"cut-{source.name}"
        data = source.read_bytes()
        path.write_bytes(data[: int(share * len(data))])
        return path

    def text(self, name):
        """A file that holds words."""
        path = self.folder / name
        path.write_text("These are words, not numbers.")
        return path

    def empty(self, name="empty"):
        """An empty folder."""
        path = self.folder / name
        path.mkdir()
        return path

    def pairs(self, change=None):
        """A folder of three plain GeoTIFF pairs."""
        folder = product_files.write_pairs(self.folder / "pairs")
        if change is not None:
            change(folder)
        return folder

    def polygons(self, *shapes, kind="MultiPolygon", crs="EPSG:4326", name="clip.gpkg"):
        """A vector file; a shape is WKT, None for NULL."""
        from osgeo import ogr, osr

        path = self.folder / name
        reference = None
        if crs:
            reference = osr.SpatialReference()
            reference.SetFromUserInput(crs)
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        driver = "GPKG" if path.suffix == ".gpkg" else "ESRI Shapefile"
        source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
        layer = source.CreateLayer("clip", reference, getattr(ogr, f"wkb{kind}"))
        layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
        layer.CreateField(ogr.FieldDefn("velocity_mm_yr", ogr.OFTString))  # a wrong type
        for shape in shapes:
            feature = ogr.Feature(layer.GetLayerDefn())
            if shape is not None:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
            layer.CreateFeature(feature)
        return path


def make_good(folder: Path) -> Path:
    """A folder with a product, its stack and geometry, and a series, in longitude and latitude."""
    for tool, parameters in (
        ("simulatestack", {**SMALL, "FORMAT": "licsar", "FOLDER": folder / "licsar"}),
        ("importstack", {"FOLDER": folder / "licsar", "STACK": folder / "stack.h5",
                         "GEOMETRY": folder / "geometry.h5"}),
        ("sbas", {"STACK": folder / "stack.h5", "TIMESERIES": folder / "series.h5",
                  "VELOCITY": folder / "velocity.tif", "REFERENCE_POINT": "12.99,46.41"}),
    ):  # fmt: skip
        _, problem = run_here(tool, parameters)
        assert not problem
    return folder


# What every tool writes, unless a case says something else.
OUTPUTS = {
    "importstack": {"STACK": "stack.h5", "GEOMETRY": "geometry.h5"},
    "simulatestack": {
        "FOLDER": "new", "TRUE_VELOCITY": "truth.tif", "TRUE_SOURCES": "sources.gpkg",
    },
    "sbas": {"TIMESERIES": "series.h5", "VELOCITY": "velocity.tif", "VELOCITY_STD": "std.tif"},
    "velocity": {"VELOCITY": "model.tif"},
    "coseismicstack": {"STEP": "step.tif", "RATIO": "ratio.tif"},
    "timeseriestopoints": {"POINTS": "points.gpkg"},
}  # fmt: skip


def parameters_of(tool, given, out):
    """A case's parameters; texts that begin with ``OUT/`` lie in the folder of outputs."""
    targets = {name: out / file for name, file in OUTPUTS[tool].items()}
    merged = {**targets, **given}
    for name, value in merged.items():
        if isinstance(value, str) and value.startswith("OUT/"):
            merged[name] = out / value[len("OUT/") :]
    return {name: value for name, value in merged.items() if value is not DELETE}


def former_results(tool, out):
    """Files of an earlier run, which a failure must leave as they are."""
    out.mkdir()
    for file in OUTPUTS[tool].values():
        if file != "new":
            (out / file).write_bytes(b"an earlier result")
            (out / file).with_suffix(".qml").write_text("an earlier style")


def input_of(tool, material):
    """Good input of a tool."""
    return {
        "importstack": {"FOLDER": material.good / "licsar"},
        "simulatestack": {**SMALL, "DATES": 4},
        "sbas": {"STACK": material.stack, "DISPLACEMENT": "OUT/displacement.tif"},
        "velocity": {"TIMESERIES": material.series},
        "coseismicstack": {
            "TIMESERIES": material.series,
            "EVENT": "20200215",
            "COMMON_RATE": False,
        },
        "timeseriestopoints": {"TIMESERIES": material.series, "MIN_TEMPORAL_COHERENCE": 0.1},
    }[tool]
