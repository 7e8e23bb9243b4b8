# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Interferograms of COMET LiCSAR or ASF HyP3, found and fetched into a folder."""

from __future__ import annotations

from ...declare import Chosen, Output, area, choice, file, flag, other, text, whole
from ...errors import Cancelled, GroundshiftError

SERVERS = {
    "licsar": "https://gws-access.jasmin.ac.uk/public/nceo_geohazards/LiCSAR_products",
    "hyp3": "https://hyp3-api.asf.alaska.edu",
}
ARCHIVE = "https://dap.ceda.ac.uk/neodc/comet/data/licsar_products"


class DownloadFrames(Chosen):
    """From where, what, and between which dates."""

    service = choice(
        "Service",
        "licsar: COMET's interferograms of Sentinel-1, made for many of the world's tectonic and "
        "volcanic areas, without a login; hyp3: your own finished jobs at the Alaska Satellite "
        "Facility.",
        SERVERS,
    )  # fmt: skip
    area = area(
        "Area", "Of LiCSAR: its frames are found by the orbits; the one that shows most of the "
        "area is fetched.",
    )  # fmt: skip
    frame = text(
        "or LiCSAR's frame", "Such as 087D_07004_121904, where it is known.",
    )  # fmt: skip
    jobs = file(
        "Jobs of HyP3",
        "JSON of the jobs (as the service's page gives it), or any text or CSV with addresses of "
        "zip files. If empty, the service is asked, with the login.",
        "Jobs and lists (*.json *.csv *.txt)", optional=True,
    )  # fmt: skip
    login = other(
        "login", "Login at HyP3",
        "One of QGIS' authentication configurations that holds the token of Earthdata: API Header "
        "(Authorization: Bearer ...), or Basic with the token as the password. In Python the name "
        "of an environment variable.",
        optional=True,
    )  # fmt: skip
    project = text("Name of HyP3's jobs", "Only jobs (the project) of that name.")
    first_date = text("First date", "Leave out pairs that begin before.")
    last_date = text("Last date", "Leave out pairs that end after.")
    longest = whole(
        "Largest temporal baseline (days)", "Leave out longer pairs; all if empty.", None, 1,
        optional=True,
    )  # fmt: skip
    search_only = flag(
        "Only search", "Say which frames and pairs there are, and fetch nothing.",
    )  # fmt: skip
    coherence = flag("Coherence", "Fetch it, too.", True, advanced=True)
    geometry = flag("Geometry", "Fetch look vectors and heights, too.", True, advanced=True)
    delays = flag(
        "GACOS delays", "Fetch LiCSAR's slant delays of the dates (sltd.geo.tif), as LiCSBAS uses "
        "them.", advanced=True,
    )  # fmt: skip
    server = text(
        "Server", "Address of a mirror with the same layout; the service's own if empty.",
        advanced=True,
    )  # fmt: skip
    archive = text(
        "Archive",
        "Address of the archive that is asked for what LiCSAR's server lacks; CEDA's if both are "
        "empty.",
        advanced=True,
    )  # fmt: skip

    def check(self):
        """What belongs together, and dates that are ones."""
        from ..addresses import is_web
        from ..frames import FRAME

        if self.service == "licsar":
            if (self.area is None) == (not self.frame):
                self.refuse(("area", "frame"), "give one of the two, and only one.")
            if self.frame and not FRAME.fullmatch(self.frame):
                self.refuse("frame", f"{self.frame} is no frame; give it as 087D_07004_121904.")
        elif not self.jobs and not self.login:
            self.refuse(("jobs", "login"), "give one of the two.")
        for name in ("server", "archive"):
            given = getattr(self, name)
            if given and not is_web(given):
                self.refuse(name, f"{given} is no address of the web; give https://...")
        first, last = self.span()
        if first is not None and last is not None and first > last:
            raise GroundshiftError(
                f"{self.own['first_date'].words}: lies behind the last date; exchange the two."
            )

    def address(self) -> str:
        """The server's."""
        return (self.server or SERVERS[self.service]).rstrip("/")

    def archived(self) -> str:
        """The archive's; empty for none."""
        return (self.archive or ("" if self.server else ARCHIVE)).rstrip("/")

    def span(self) -> tuple:
        """First and last date; None where not given."""
        from ..dates import parse_date

        return tuple(parse_date(d) if d else None for d in (self.first_date, self.last_date))

    def gives(self, output: str) -> bool:
        """Nothing is fetched where it is only searched; only LiCSAR has frames."""
        return self.service == "licsar" if output == "FRAMES" else not self.search_only


OUTPUTS = (
    Output(
        "folder", "FOLDER", "Folder",
        "For 'Import interferogram stack'. What is there already is not fetched again.",
    ),
    Output(
        "polygons", "FRAMES", "Frames",
        "Outlines of LiCSAR's frames that see the area, with their pairs.", optional=True,
        by_default=False, style="outlines",
    ),
)  # fmt: skip
NUMBERS = {
    "FRAME_COUNT": "Frames",
    "PAIRS": "Interferograms",
    "FETCHED": "Files fetched",
    "KEPT": "Files that were there",
    "MEGABYTES": "Fetched (MB)",
}  # fmt: skip
TEXTS = {"FRAME": "Frame"}


def run(chosen, outputs, job) -> dict:
    """Search and fetch; see :mod:`...declare`."""
    if chosen.service == "licsar":
        from .licsar_frames import from_licsar as fetched
    else:
        from .hyp3_products import from_hyp3 as fetched

    try:
        return fetched(chosen, outputs, job)
    except Cancelled as stop:
        stop.left = "files that are complete stay, and the next run goes on from there"
        raise
