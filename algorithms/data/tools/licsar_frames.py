# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""COMET LiCSAR's tree of frames: listed, searched, and fetched in the layout of LiCSBAS.

``<track>/<frame>/`` holds ``metadata/`` (``<frame>-poly.txt``, ``<frame>.geo.E.tif``, ``N``, ``U``,
``hgt``, ``baselines``, ``metadata.txt``), ``interferograms/<dates>/<dates>.geo.unw.tif`` with
``.geo.cc.tif``, and ``epochs/<date>/<date>.sltd.geo.tif``; folders are pages with links (as
LiCSBAS01_get_geotiff reads them). Since October 2025 most interferograms lie in CEDA's archive
alone, with tracks of two digits and pairs right below their frame, where outlines are missing
(comet-licsar/LiCSBAS, pull request 111). Here ``GEOC`` and ``GACOS`` are made of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError, counted
from ..frames import (
    Frame,
    may_see,
    pairs_between,
    pass_of,
    read_outline,
    track_of,
    tracks_near,
)
from .fetching import Fetching, no_pairs, not_there

LARGEST = 10.0  # degrees
SAMPLES = 25  # along each side of the area


def from_licsar(chosen, outputs, job) -> dict:
    """Find the frames, take the best, and fetch its pairs.

    Parameters
    ----------
    chosen : DownloadFrames
    outputs : Outputs
    job : Job

    Returns
    -------
    dict
        Numbers by id.

    Raises
    ------
    GroundshiftError
        If there is no frame, no pair, or the server does not answer.
    """
    tree = _Tree(chosen.address(), chosen.archived(), job)
    if chosen.frame:
        frames = [tree.frame(chosen.frame, outputs.wanted("FRAMES"))]
    else:
        frames = tree.search(_box(chosen))
    best = frames[0]
    for frame in frames:
        first, last = (
            (min(frame.pairs)[:8], max(p[9:] for p in frame.pairs)) if frame.pairs else 2 * ("",)
        )
        share = "" if chosen.frame else f"{100 * frame.share:.0f} % of the area, "
        job.note(
            f"{frame.name} ({pass_of(frame.name)}): {share}"
            f"{counted(len(frame.pairs), 'interferogram')}"
            f"{f' from {first} to {last}' if first else ''}."
        )
    _write_frames(outputs, frames)
    pairs = pairs_between(_dated(best.pairs), *chosen.span(), chosen.longest)
    if not pairs:
        no_pairs(best.name, best.pairs)
    job.note(f"{best.name}: {counted(len(pairs), 'interferogram')} chosen.")
    counts = {"FRAME_COUNT": len(frames), "FRAME": best.name, "PAIRS": len(pairs)}
    if chosen.search_only:
        return counts
    return {**counts, **tree.fetch(best.name, pairs, Path(outputs.targets["FOLDER"]), chosen)}


def _box(chosen) -> tuple:
    from ..crs import area_in, wkt_from_epsg

    box = area_in(chosen.area, wkt_from_epsg(4326))
    if not np.isfinite(box).all() or abs(box[1]) > 90 or abs(box[3]) > 90 or box[0] >= box[2]:
        chosen.refuse("area", "lies on no place of the Earth; give it with its CRS.")
    if box[2] - box[0] > LARGEST or box[3] - box[1] > LARGEST:
        chosen.refuse("area", f"is larger than {LARGEST:g} degrees; draw a smaller one.")
    return box


def _dated(pairs) -> list:
    days = [(name, *(f"{d[:4]}-{d[4:6]}-{d[6:]}" for d in name.split("_"))) for name in pairs]
    return [(name, np.datetime64(a, "D"), np.datetime64(b, "D")) for name, a, b in days]


def _write_frames(outputs, frames) -> None:
    if not outputs.wanted("FRAMES"):
        return
    from ...formats.vectors.features import write_features
    from ...formats.vectors.wkb import polygon_wkb
    from ..crs import wkt_from_epsg

    columns = {
        "frame": np.array([f.name for f in frames], object),
        "track": np.array([float(track_of(f.name)) for f in frames]),
        "pass": np.array([pass_of(f.name) for f in frames], object),
        "covered_pct": np.array([100 * f.share for f in frames]),
        "pairs": np.array([float(len(f.pairs)) for f in frames]),
        "first_date": np.array([min(f.pairs, default="")[:8] for f in frames], object),
        "last_date": np.array([max((p[9:] for p in f.pairs), default="") for f in frames], object),
    }
    shapes = [polygon_wkb([f.ring]) for f in frames]
    path = outputs.path("FRAMES")
    write_features(path, wkt_from_epsg(4326), "polygon", shapes, columns, "frames")


class _Place:
    """One server's folders: tracks, frames, and pairs in either layout."""

    def __init__(self, web, address, digits, layouts):
        self._web, self.address, self._digits = web, address, digits
        self._layouts, self._inner = layouts, {}

    def folder(self, name="", track=0) -> str:
        """Address of a frame, or of a track."""
        track = f"{track or track_of(name):0{self._digits}d}"
        return "/".join(filter(None, (self.address, track, name)))

    def links(self, folder, pattern: str) -> list:
        """Names in a folder's page, sorted; none where there is no such folder."""
        page = self._web.page(folder + "/") or ""
        return sorted(set(re.findall(rf"""href=["'][^"']*?({pattern})/?["']""", page, re.ASCII)))

    def pairs(self, name) -> list:
        """Pairs that it lists of a frame."""
        for inner in self._layouts:
            found = self.links(self.folder(name) + inner, r"(?<!\d)\d{8}_\d{8}(?!\d)")
            if found:
                self._inner[name] = inner
                return [pair for pair in found if _is_pair(pair)]
        return []

    def of_pair(self, name, pair, kind) -> str:
        """Address of a pair's file."""
        inner = self._inner.get(name, self._layouts[0])
        return f"{self.folder(name)}{inner}/{pair}/{pair}.geo.{kind}.tif"


class _Tree:
    """COMET's server, and the archive that holds what it has given away."""

    def __init__(self, address, archive, job):
        from ...formats.web import Web

        self._job, self._web = job, Web(job)
        self._places = [_Place(self._web, address, 1, ("/interferograms", ""))]
        if archive:
            self._places.append(_Place(self._web, archive, 2, ("", "/interferograms")))

    def _everywhere(self, ask) -> set:
        """What the servers say together; one that fails is asked no more, if another answers."""
        answers, failed = [], {}
        for place in self._places:
            try:
                answers.append(ask(place))
            except GroundshiftError as error:
                failed[place] = error
        if not answers:
            raise next(iter(failed.values()))
        for place, error in failed.items():
            self._job.warn(str(error))
            self._places.remove(place)
        return set().union(*answers)

    def _pairs(self, name) -> tuple:
        return tuple(sorted(self._everywhere(lambda place: place.pairs(name))))

    def _outline(self, name):
        folder = self._places[0].folder(name)
        return read_outline(self._web.page(f"{folder}/metadata/{name}-poly.txt") or "", name)

    def frame(self, name: str, with_outline: bool) -> Frame:
        """A frame that the user knows."""
        pairs = self._pairs(name)
        if not pairs:
            raise GroundshiftError(
                f"{self._places[0].folder(name)}: holds no interferograms; check the frame's name, "
                "or search by an area."
            )
        ring = self._outline(name) if with_outline else None
        if ring is None and with_outline:
            raise GroundshiftError(f"{name}: the server has no outline of it; leave FRAMES out.")
        return Frame(name, ring, 1.0, pairs)

    def search(self, box) -> list:
        """Frames that see a place, the one that shows most of it first."""
        tracks = tracks_near(box)
        self._job.note(f"Looks through {counted(len(tracks), 'pass', 'passes')} of the satellites.")
        places = np.stack(
            np.meshgrid(*(np.linspace(box[i], box[i + 2], SAMPLES) for i in (0, 1))), axis=-1
        ).reshape(-1, 2)
        found, pages = [], {}
        step = self._job.part(0.0, 0.1).steps(len(tracks))
        for track, letter in tracks:
            if track not in pages:
                place = self._places[0]
                pages[track] = place.links(place.folder(track=track), r"\d{3}[AD]_\d{5}_\d{6}")
            for name in pages[track]:
                if may_see(name, letter, box):
                    found += self._seeing(name, places)
            step()
        if not any(pages.values()):
            raise GroundshiftError(
                f"{self._places[0].address}: lists no frames; is it a server with LiCSAR's layout?"
            )
        found = [replace(frame, pairs=self._pairs(frame.name)) for frame in found]
        found.sort(key=lambda frame: (not frame.pairs, -round(frame.share, 2), -len(frame.pairs)))
        if not found or not found[0].pairs:
            raise GroundshiftError(
                "Area (AREA): no frame of LiCSAR shows it; look at COMET's portal for what there "
                "is, or order interferograms from HyP3."
            )
        return found

    def _seeing(self, name, places) -> list:
        """The frame, in a list, where it sees some of the places."""
        from ...formats.vectors.shapes import points_inside
        from ...formats.vectors.wkb import polygon_wkb

        ring = self._outline(name)
        if ring is None:
            self._job.warn(f"{name}: has no outline on the server and is left out.")
            return []
        # The place as near to the frame as turns of 360 degrees bring it.
        turn = 360 * np.round((ring[:, 0].mean() - places[:, 0].mean()) / 360)
        inside = points_inside([polygon_wkb([ring])], places + (turn, 0))[0]
        return [Frame(name, ring, len(inside) / len(places))] if len(inside) else []

    def fetch(self, name, pairs, folder, chosen) -> dict:
        """Fetch a frame's files; numbers by id."""
        _refuse_other(folder, name)
        geoc = folder / "GEOC"
        names = ["baselines", "metadata.txt"]
        names += [f"{name}.geo.{part}.tif" for part in ("E", "N", "U", "hgt") if chosen.geometry]
        files = [(f"metadata/{file}", geoc / file) for file in names]
        if chosen.delays:
            days = sorted({day for pair, *_ in pairs for day in pair.split("_")})
            listed = self._everywhere(
                lambda p: p.links(f"{p.folder(name)}/epochs", r"(?<!\d)\d{8}(?!\d)")
            )
            files += [
                (f"epochs/{d}/{d}.sltd.geo.tif", folder / "GACOS" / f"{d}.sltd.geo.tif")
                for d in days if d in listed
            ]  # fmt: skip
        kinds = ("unw", "cc") if chosen.coherence else ("unw",)
        count = len(files) + len(kinds) * len(pairs)
        fetching = Fetching(self._web, self._job.part(0.1, 1.0), count)
        for file, target in files:
            fetching.fetch([f"{place.folder(name)}/{file}" for place in self._places], target)
        order = list(self._places)
        for pair, *_ in pairs:
            for kind in kinds:
                target = geoc / pair / f"{pair}.geo.{kind}.tif"
                hit = fetching.fetch([p.of_pair(name, pair, kind) for p in order], target)
                if hit:  # who had the last one is asked first for the next
                    order.insert(0, order.pop(hit))
        not_there(fetching.missing, self._job)
        whole = sum((geoc / p / f"{p}.geo.unw.tif").is_file() for p, *_ in pairs)
        if not whole:
            raise GroundshiftError(
                f"{self._places[0].folder(name)}: has no unwrapped phase of these pairs; widen "
                "the dates."
            )
        return {**fetching.numbers(), "PAIRS": whole}


def _is_pair(name) -> bool:
    try:
        _dated([name])
    except ValueError:
        return False
    return True


def _refuse_other(folder, name) -> None:
    """Refuse a folder with another frame: the import would take both for one."""
    others = {path.name.split(".geo.")[0] for path in folder.glob("GEOC/*.geo.*.tif")} - {name}
    if others:
        raise GroundshiftError(
            f"{folder}: holds the frame {min(others)} already; choose another folder for {name}."
        )
