# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the attack works with: small good input of every tool, and ways to spoil it."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import attack_motion
import numpy as np

SMALL = {"ROWS": 64, "COLS": 80, "DATES": 6, "MISSING": 0, "SEED": 2}
IMAGES = {"ROWS": 40, "COLS": 48, "DATES": 8, "SEED": 2}
FAULT = {
    "FAULT_POINT": "13,46.4 [EPSG:4326]", "FAULT_STRIKE": 40, "FAULT_DIP": 60, "FAULT_LENGTH": 4,
    "FAULT_WIDTH": 3, "PATCH_LENGTH": 2,
}  # fmt: skip
LONG = ("CHAIN_STEPS",)
"""Whose maximum is honest work of minutes, which can be stopped: it is not tried."""
QUICK = {"MONTE_CARLO": 0, "RUNS": 19, "PLACES": 100, "CHAIN_STEPS": 0, "STEPS": 2, "RESTARTS": 1}
"""Where a tool has these, so that a call takes no longer than needed."""

LAYERS = ("layer", "vector", "raster", "source", "file", "multilayer")
NAMES = {
    "STACK": "stack.h5", "STACK_FILE": "stack.h5", "TIMESERIES": "series.h5",
    "GEOMETRY": "geometry.h5", "LONG_SERIES": "series.h5", "POINTS": "points.gpkg",
    "INSAR": "points.gpkg", "GROUND": "points.gpkg", "RATES": "velocity.tif",
    "RATES_2": "velocity.tif", "AREAS": "areas.gpkg", "ELEMENTS": "areas.gpkg",
    "INVENTORY": "areas.gpkg", "SITES": "sites.geojson", "FAULTS": "faults.geojson",
    "DEM": "dem.tif", "SAMPLES": "samples.gpkg", "SLIP": "slip.gpkg", "SLIP_FILE": "slip.fsp",
    "LAND_COVER": "velocity.tif", "RASTER": "velocity.tif", "FILE": "velocity.h5",
    "FILES": "points.csv", "CATALOGUE": "sites.geojson", "MASK": "areas.gpkg",
    "TEMPLATE": "velocity.tif", "STD_RASTER": "velocity.tif", "PERSISTENT": "ps.gpkg",
}  # fmt: skip
"""Good input by the name of the parameter."""

OPTIONAL = {
    "coulomb": {"SLIP"}, "coulombfaults": {"SLIP", "FAULTS"}, "importpoints": {"FILES"},
    "importslipmodel": {"SLIP_FILE"}, "multisensor": {"STACK", "LONG_SERIES"},
    "unwrap": {"STACK"}, "importstack": {"FOLDER"}, "smallbaseline": {"STACK_FILE"},
    "downsample": {"RASTER"}, "suitability": {"DEM"}, "troposphere": {"GEOMETRY"},
}  # fmt: skip
"""Of the parameters that may be left out, those that are given."""

GIVEN = {
    "coulomb": {"STRIKE": 40, "DIP": 60, "RAKE": -90},
    "decompose": {"INCIDENCE": 39, "HEADING": -10, "INCIDENCE_2": 39, "HEADING_2": 190},
    "forwardmodel": {**FAULT, "SLIP_M": 1, "RAKE": -90,
                     "EXTENT": "12.9,13.1,46.3,46.5 [EPSG:4326]", "INCIDENCE": 39,
                     "HEADING": -10},
    "slipinversion": FAULT, "importslc": {"WAVELENGTH": 0.0555},
    "downsample": {"COUNT": 100, "INCIDENCE": 39, "HEADING": -10, "PAIRS": 1000, "UNIT": "mm"},
    "slopevelocity": {"INCIDENCE": 39, "HEADING": -10}, "simulatestack": SMALL,
    "simulateslc": IMAGES, "suitability": {"SCHEME": "own", "SCORES": "1,0.5,a"},
    "smallbaseline": {"TROPOSPHERE": "none"}, "multisensor": {"ASSUMPTION": "same_los"},
    "velocity": {"ANNUAL": True}, **attack_motion.GIVEN,
    # Nobody answers there, and nobody's server is attacked.
    "downloadframes": {"FRAME": "044A_05036_121313", "SERVER": "http://127.0.0.1:9"},
}  # fmt: skip
LEFT_OUT = {
    "coulomb": {"PLANES"}, "decompose": {"NORTH_MOTION"}, "faultsearch": {"DRAWS", "PLOT"},
    "slidethickness": {"PROFILES"}, "slipinversion": {"BOARD"}, "unwrap": {"COMPARISON"},
    "updateinventory": {"CANDIDATES"},
    "visibility": {"CLASSES_2", "MEASURES_2", "COMBINED"},
}  # fmt: skip
"""Outputs that a run as in GIVEN does not have."""

IMAGE_TOOLS = ("ds", "ps", "pscandidates", "psds", "shp")


def make(run, folder: Path) -> None:
    """Make the good input; `run` takes a tool and its parameters, and gives its complaint."""
    folder.mkdir(parents=True, exist_ok=True)
    at = folder.joinpath
    steps = (
        ("simulatestack", {**SMALL, "FORMAT": "licsar", "FOLDER": at("licsar")}),
        ("importstack", {"FOLDER": at("licsar"), "STACK": at("stack.h5"),
                         "GEOMETRY": at("geometry.h5")}),
        ("sbas", {"STACK": at("stack.h5"), "TIMESERIES": at("series.h5"),
                  "VELOCITY": at("velocity.tif")}),
        ("timeseriestopoints", {"TIMESERIES": at("series.h5"), "POINTS": at("points.gpkg"),
                                "MIN_TEMPORAL_COHERENCE": 0, "STEP": 2}),
        ("activeareas", {"POINTS": at("points.gpkg"), "AREAS": at("areas.gpkg"),
                         "RADIUS": 300}),
        ("smallbaseline", {"STACK_FILE": at("stack.h5"), "GEOMETRY": at("geometry.h5"),
                           "TIMESERIES": at("small.h5"), "VELOCITY": at("small.tif"),
                           "VELOCITY_FILE": at("velocity.h5"), **GIVEN["smallbaseline"]}),
        ("simulateslc", {**IMAGES, "FOLDER": at("slc"), "FORMAT": "geotiff"}),
        ("importslc", {"FOLDER": at("slc"), "STACK": at("slc.h5"), "WAVELENGTH": 0.0555}),
        ("downsample", {"RASTER": at("velocity.tif"), "SAMPLES": at("samples.gpkg"),
                        **GIVEN["downsample"]}),
        ("slipinversion", {"SAMPLES": at("samples.gpkg"), "SLIP": at("slip.gpkg"), **FAULT,
                           "MONTE_CARLO": 0, "EXCHANGE": at("slip.fsp")}),
    )  # fmt: skip
    for tool, parameters in steps:
        problem = run(tool, {name: str(value) for name, value in parameters.items()})
        if problem:
            raise RuntimeError(f"the good input of the attack: {tool}: {problem}")
    shutil.copy(next(at("licsar").rglob("*hgt.tif")), at("dem.tif"))
    at("points.csv").write_text(
        "lon,lat,velocity,D20200105,D20200117\n"
        + "".join(f"{13 + 1e-3 * k},46.4,{-k},0,{-k / 30}\n" for k in range(40))
    )
    attack_motion.make(folder)
    for name, kind, places in (
        ("sites", "Point", [[13 + 1e-2 * k, 46.4 + 2e-3 * k * k] for k in range(9)]),
        ("faults", "LineString", [[[13, 46.3], [13.1, 46.5]], [[12.9, 46.3], [13, 46.5]]]),
    ):
        rows = ",".join(
            f'{{"type":"Feature","properties":{{"name":"{name}","dip":60}},"geometry":'
            f'{{"type":"{kind}","coordinates":{place}}}}}' for place in places
        )  # fmt: skip
        at(f"{name}.geojson").write_text(f'{{"type":"FeatureCollection","features":[{rows}]}}')


def good_parameters(tool, folder: Path, out: Path) -> dict:
    """Parameters with which a tool runs, from its declarations."""
    chosen, targets = {}, {d.name() for d in tool.destinationParameterDefinitions()}
    for definition in tool.parameterDefinitions():
        name = definition.name()
        if name in LEFT_OUT.get(tool.name(), ()):
            continue
        if name in targets:
            chosen[name] = str(out / f"{name.lower()}{ending_of(definition)}")
            continue
        if name in QUICK and definition.type() == "number":
            chosen[name] = max(QUICK[name], definition.minimum())
        if definition.type() not in LAYERS:
            continue
        optional = bool(definition.flags() & definition.Flag.FlagOptional)
        file = "slc.h5" if name == "STACK" and tool.name() in IMAGE_TOOLS else NAMES.get(name)
        if name == "FOLDER":
            file = "slc" if tool.name() == "importslc" else "licsar"
        own = attack_motion.OWN.get(tool.name(), {})
        file = own.get(name, file)
        if file and (not optional or name in own or name in OPTIONAL.get(tool.name(), ())):
            chosen[name] = str(folder / file)
    return {**chosen, **GIVEN.get(tool.name(), {})}


def ending_of(definition) -> str:
    """How a file of an output is called."""
    known = {"rasterDestination": ".tif", "vectorDestination": ".gpkg", "folderDestination": ""}
    if definition.type() in known:
        return known[definition.type()]
    found = re.search(r"\*(\.\w+)", definition.fileFilter())
    return found.group(1) if found else ""


def bad_values(definition) -> dict:
    """Kinds of bad values of a parameter; those that begin with ``!`` are files to be spoilt."""
    kind, is_output = definition.type(), definition.isDestination()
    if kind == "number":
        return {
            "text": "ten", "nan": "nan", "inf": "inf", "1e30": "1e30", "-1e30": "-1e30",
            "2^31": 2**31,
            "2^63": 2**63, "empty": "", "least": definition.minimum(),
            "most": 0 if definition.name() in LONG else definition.maximum(),
            "0": 0, "-1": -1, "half": 0.5, "other digits": "\u0661", "nul": "1\x00",
        }  # fmt: skip
    if is_output:
        return {
            "nul": "/tmp/a\x00b.tif", "no ending": "!out",
            "too long": "!out/" + 300 * "x" + ending_of(definition),
            "address": "https://192.0.2.1/a" + ending_of(definition),
            "database": "postgres:dbname=a",
            "vsi": "/vsimem/a" + ending_of(definition),
            "no folder": "/proc/nowhere/a" + ending_of(definition),
            "a folder": "!folder" + ending_of(definition), "empty": "",
        }  # fmt: skip
    if kind == "enum":
        return {
            "none": "sideways",
            "number": 99,
            "-1": -1,
            "list": "0,1",
            "empty": "",
            "nul": "\x00",
        }
    if kind in ("point", "extent"):
        return {
            "nan": "nan,nan,nan,nan", "huge": "-1e300,1e300,-1e300,1e300", "text": "here",
            "no CRS": "1,2,3,4 [EPSG:999999]", "elsewhere": "-100,-99,-60,-59 [EPSG:4326]",
            "empty": "", "inverted": "2,1,2,1", "pole": "0,1,89.9,90 [EPSG:4326]",
            "inf": "inf,inf,inf,inf",
        }  # fmt: skip
    if kind in ("string", "field", "expression"):
        return {
            "nul": "a\x00b", "formula": "=1+1", "long": 100_000 * "x",
            "numbers": "nan, inf, -1e308",
            "other": "\u0661,\u00d8;\ud83c", "quote": "';--\"", "wild": "%s%n{0}",
            "dates": "20200230",
            "many": ",".join(["1"] * 5000), "zero": "0", "minus": "-1", "huge": "1e300",
        }  # fmt: skip
    if kind == "matrix":
        return {
            "inf": "inf,inf,inf",
            "odd": "1,2",
            "text": "a,b,c",
            "nan": "nan,nan,nan",
            "many": "1," * 5000,
        }
    if kind == "boolean":
        return {"text": "perhaps"}
    if kind == "authcfg":
        return {"none": "abc1234", "text": "my login", "nul": "a\x00b"}
    if kind == "crs":
        return {"none": "EPSG:999999", "text": "here", "wkt": "PROJCS[", "local": 'LOCAL_CS["a"]'}
    if kind in LAYERS:
        return {
            "missing": "!nowhere", "empty file": "!empty", "text": "!text", "zeros": "!zeros",
            "cut": "!cut", "folder": "!folder", "nul": "a\x00b", "virtual": "!virtual",
            "huge virtual": "!hugevirtual", "latin": "!latin", "no rows": "!norows",
            "other": "!other",
            "group": "!group", "pixel 0": "!pixel0", "nan": "!nan", "complex": "!complex",
            "mutated 1": "!mutated1", "mutated 2": "!mutated2", "mutated 3": "!mutated3",
            "far": "!far", "no geometry": "!nogeometry", "long": 300 * "x",
            "address": "https://192.0.2.1/a.tif",
        }  # fmt: skip
    return {}


def spoilt(how: str, good: str, folder: Path, seed: int = 0) -> str:
    """A file that is spoilt in a way that :func:`bad_values` names; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    good = Path(good) if good else Path("nothing.tif")
    path = folder / f"spoilt{good.suffix}"
    make = globals().get(f"_{how.rstrip('0123456789')}")
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if how == "nowhere":
        return str(path)
    if how.startswith("mutated") and good.is_dir():
        dice, path = random.Random(f"{how}{good.name}{seed}"), folder / "spoilt"
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(good, path)
        one = dice.choice(sorted(file for file in path.rglob("*") if file.is_file()))
        one.write_bytes(mutated(one.read_bytes(), dice))
        return str(path)
    if how.startswith("mutated"):
        data = good.read_bytes() if good.is_file() else b"nothing"
        path.write_bytes(mutated(data, random.Random(f"{how}{good.name}{seed}")))
        return str(path)
    made = make(path, good) if make else None
    return str(made or path)


def mutated(data: bytes, dice: random.Random) -> bytes:
    """A copy of a file with some bytes changed, mostly near its beginning."""
    data = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 4, 8))):
        end = min(len(data), 8192) if dice.random() < 0.7 else len(data)
        place, kind = dice.randrange(max(end, 1)), dice.random()
        if kind < 0.4 and data:
            data[place] ^= 1 << dice.randrange(8)
        elif kind < 0.75:
            width = dice.choice((1, 2, 4, 8))
            data[place : place + width] = dice.choice((b"\xff", b"\0", b"\x7f", b"9")) * width
        elif kind < 0.85:
            del data[place : place + dice.randrange(1, 64)]
        elif kind < 0.92:
            del data[place:]
        else:
            data[place:place] = bytes(dice.randrange(256) for _ in range(16))
    return bytes(data)


def _empty(path, good):
    path.write_bytes(b"")


def _text(path, good):
    path.write_text("These are words, not numbers.\n")


def _zeros(path, good):
    path.write_bytes(bytes(10_000))


def _folder(path, good):
    path.mkdir()


def _cut(path, good):
    data = good.read_bytes() if good.is_file() else b"nothing"
    path.write_bytes(data[: len(data) // 2])


def _out(path, good):
    return path.with_name("out")


def _virtual(path, good):
    """A virtual raster with another name, which leads to an address in the network."""
    path.write_text(_VRT.format(size=50, source="/vsicurl/http://192.0.2.1/a.tif"))


def _hugevirtual(path, good):
    path.write_text(_VRT.format(size=2_000_000, source="nowhere.tif"))


_VRT = (
    '<VRTDataset rasterXSize="{size}" rasterYSize="{size}"><SRS>EPSG:4326</SRS>'
    "<GeoTransform>12.9, 1e-5, 0, 46.5, 0, -1e-5</GeoTransform>"
    '<VRTRasterBand dataType="Float32" band="1"><SimpleSource><SourceFilename>{source}'
    "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>"
)


def _features(path, rows):
    path = path.with_suffix(".geojson")
    path.write_bytes(b'{"type":"FeatureCollection","features":[' + b",".join(rows) + b"]}")
    return path


def _latin(path, good):
    row = (
        '{"type":"Feature","properties":{"H\xf6he":1.5,"name":"Gr\xf6\xdfe","velocity":-9},'
        '"geometry":{"type":"Point","coordinates":[13,46.4]}}'
    )
    return _features(path, [row.encode("latin-1")] * 9)


def _norows(path, good):
    return _features(path, [])


def _nogeometry(path, good):
    row = b'{"type":"Feature","properties":{"velocity":-9,"name":null},"geometry":null}'
    return _features(path, [row] * 9)


def _far(path, good):
    row = (
        b'{"type":"Feature","properties":{"velocity":-9},"geometry":{"type":"Polygon",'
        b'"coordinates":[[[1e30,1e30],[-1e30,1e30],[0,-1e300],[1e30,1e30]]]}}'
    )
    return _features(path, [row] * 3)


def _other(path, good):
    """Input of quite another kind."""
    other = "slip.fsp" if good.suffix in (".h5", ".tif") else "velocity.tif"
    return good.parent / other


def _group(path, good):
    import h5py

    path = path.with_suffix(".h5")
    with h5py.File(path, "w") as file:
        file.attrs.update({"LENGTH": "64", "WIDTH": "80", "FILE_TYPE": "timeseries"})
        for name in (
            "unwrapPhase",
            "timeseries",
            "date",
            "bperp",
            "height",
            "incidenceAngle",
            "slc",
        ):
            file.create_group(name)
    return path


def _raster(path, kind="float32", step=1e-3, fill=1.0):
    from osgeo import gdal, gdal_array

    path = path.with_suffix(".tif")
    code = gdal_array.NumericTypeCodeToGDALTypeCode(np.dtype(kind).type)
    made = gdal.GetDriverByName("GTiff").Create(str(path), 80, 64, 1, code)
    made.SetGeoTransform((12.9, step, 0, 46.5, 0, -step))
    made.GetRasterBand(1).WriteArray(np.full((64, 80), fill, kind))
    return path


def _pixel(path, good):
    return _raster(path, step=0.0)


def _nan(path, good):
    return _raster(path, fill=float("nan"))


def _complex(path, good):
    return _raster(path, "complex64")
