# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""ASF HyP3's finished interferograms: listed by the service or a file, fetched and unpacked.

``GET /jobs`` answers ``{"jobs": [{"status_code": "SUCCEEDED", "files": [{"url", "filename",
"size"}]}], "next": address}`` to whom the token of Earthdata is (hyp3-docs, using/api); the zip
files themselves ask for none. Each becomes a folder, as the import wants it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote, urlsplit

from ...errors import GroundshiftError, counted
from ..addresses import is_web
from ..dates import dates_in
from ..frames import pairs_between
from .fetching import Fetching, no_pairs, not_there

PRODUCT = re.compile(r"S1[\w-]*_INT\d+_[\w-]*", re.ASCII)
ADDRESS = re.compile(r"""https?://[^\s"',;<>]+?\.zip(?:\?[^\s"',;<>]*)?(?=[\s"',;<>]|$)""")
MOST_PAGES = 1000


def from_hyp3(chosen, outputs, job) -> dict:
    """Find the products and fetch those between the dates.

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
        If there is no product, or the server does not answer.
    """
    from ...formats.web import Web

    web = Web(job)
    addresses = _in_file(chosen, job) if chosen.jobs else _of_service(web, chosen, job)
    source = str(chosen.jobs or chosen.address())
    products = {}
    for address in addresses:
        name = Path(urlsplit(address).path).stem
        days = dates_in(name)
        if PRODUCT.fullmatch(name) and len(days) == 2:
            products[name] = (name, *days, address)
    if not products:
        raise GroundshiftError(
            f"{source}: names no finished interferogram (S1..._INT...zip); wait for the jobs, or "
            "give another list."
        )
    left = pairs_between([product[:3] for product in products.values()], *chosen.span(),
                         chosen.longest)  # fmt: skip
    if not left:
        no_pairs(source, list(products))
    for name, first, last in left:
        job.note(f"{name}: {first} to {last}.")
    if chosen.search_only:
        return {"PAIRS": len(left)}
    folder = Path(outputs.targets["FOLDER"])
    fetching = Fetching(web, job, len(left))
    for name, *_ in left:
        address = products[name][3]
        fetching.count(_fetch(web, address, folder / name, chosen), address)
    not_there(fetching.missing, job)
    if len(fetching.missing) == len(left):
        raise GroundshiftError(
            f"{source}: none of the files is there any more; HyP3 keeps them for two weeks: run "
            "the jobs again."
        )
    return {**fetching.numbers(), "PAIRS": len(left) - len(fetching.missing)}


def _fetch(web, address, folder, chosen):
    """Bytes that were fetched; 0 where the product is there, None where the server lacks it."""
    from ...formats.web import unpack, writing

    if (folder / f"{folder.name}_unw_phase.tif").is_file():
        return 0
    if folder.exists():
        raise GroundshiftError(f"{folder}: is there and holds no such product; move it away.")
    parts = ["unw_phase"]
    parts += ["corr"] if chosen.coherence else []
    parts += ["lv_theta", "lv_phi", "dem"] if chosen.geometry else []
    wanted = {f"{folder.name}.txt", *(f"{folder.name}_{part}.tif" for part in parts)}
    with writing(folder.with_name(f"{folder.name}.zip")) as archive:
        size = web.save(address, archive)
        if size is None:
            return None
        try:
            taken = unpack(archive, folder, wanted.__contains__, _whole)
        except GroundshiftError as error:
            text = str(error).replace(str(archive), address)
            raise GroundshiftError(text) from error
    if f"{folder.name}_unw_phase.tif" not in taken:
        raise GroundshiftError(
            f"{address}: holds no {folder.name}_unw_phase.tif; leave it out of the list."
        )
    return size


def _whole(path) -> None:
    from ...formats.raster_source import check_pixels

    if path.suffix == ".tif":
        check_pixels(path)


def _of_service(web, chosen, job) -> list:
    """Addresses of the user's finished jobs."""
    from ...formats.web import host_of

    address = f"{chosen.address()}/jobs?status_code=SUCCEEDED"
    if chosen.project:
        address += f"&name={quote(chosen.project)}"
    found = []
    for _ in range(MOST_PAGES):
        page = web.page(address, chosen.login)
        answer = _parsed(page or "", address)
        found += _finished(answer, chosen, job)
        following = answer.get("next") if isinstance(answer, dict) else None
        if not following:
            break
        if host_of(str(following)) != host_of(address):  # the token is for the service alone
            raise GroundshiftError(f"{address}: leads to another server; give the list as a file.")
        address = str(following)
    return found


def _in_file(chosen, job) -> list:
    """Addresses in the user's list: the service's JSON, or any text."""
    path = Path(chosen.jobs)
    if path.stat().st_size > 100e6:
        raise GroundshiftError(f"{path}: is too large for a list of addresses; give another one.")
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if text.lstrip()[:1] in ("{", "["):
        return _finished(_parsed(text, path), chosen, job)
    return ADDRESS.findall(text)


def _parsed(text, source):
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GroundshiftError(
            f"{source}: is no JSON of jobs ({error}); get it from HyP3 again."
        ) from error


def _finished(answer, chosen, job) -> list:
    """Addresses of the zip files of jobs that went well."""
    jobs = answer.get("jobs") if isinstance(answer, dict) else answer
    if not isinstance(jobs, list):
        raise GroundshiftError(
            f"{chosen.jobs or chosen.address()}: holds no list of jobs; get it from HyP3 again."
        )
    found, waiting = [], 0
    for one in jobs:
        if isinstance(one, str):
            found.append(one)
            continue
        one = one if isinstance(one, dict) else {}
        if chosen.project and one.get("name") != chosen.project:
            continue
        waiting += one.get("status_code", "SUCCEEDED") != "SUCCEEDED"
        files = one.get("files") or ()
        found += [str(file.get("url")) for file in files if isinstance(file, dict)]
    if waiting:
        job.warn(f"{counted(waiting, 'job')} did not finish or failed.")
    return [address for address in found if is_web(address)]
