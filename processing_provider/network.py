# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Web servers, asked by QGIS' network settings: proxy, certificates, time limit, logins."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsBlockingNetworkRequest
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from ..algorithms.errors import GroundshiftError


def fetcher(feedback):
    """What :class:`..algorithms.job.Job` asks web servers with.

    Parameters
    ----------
    feedback : QgsProcessingFeedback
        Its cancel ends a request under way.

    Returns
    -------
    callable
        See :func:`..algorithms.formats.web.fetch`; a login is the id of an authentication
        configuration.
    """

    def fetch(address, headers=None, method="GET", login=""):
        from ..algorithms.formats.web import Answer

        request = QNetworkRequest(QUrl(address))
        attribute, policy = QNetworkRequest.Attribute, QNetworkRequest.RedirectPolicy
        # QGIS alone goes to whole addresses only; a login is told to nobody else.
        further = policy.SameOriginRedirectPolicy if login else policy.NoLessSafeRedirectPolicy
        for name, value in (
            # Parts of files are no use in QGIS' cache, and a page may have changed since.
            (attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork),
            (attribute.CacheSaveControlAttribute, False),
            (attribute.RedirectPolicyAttribute, further),
        ):
            request.setAttribute(name, getattr(value, "value", value))  # Qt 6: no enum of Python's
        for name, value in (headers or {}).items():
            request.setRawHeader(name.encode(), value.encode())
        asking = QgsBlockingNetworkRequest()
        if login:
            _log_in(asking, request, login)
        if method == "HEAD":
            asking.head(request, True, feedback)
        else:
            asking.get(request, True, feedback)
        reply = asking.reply()
        status = reply.attribute(attribute.HttpStatusCodeAttribute)
        # An error that has a status is the server's answer; one in the 200s is half of a file.
        broken = asking.errorMessage() and (status is None or int(status) < 300)
        if status is None or broken:
            raise ConnectionError(asking.errorMessage() or "no answer")
        names = [bytes(name).decode("latin-1") for name in reply.rawHeaderList()]
        told = {
            name.lower(): bytes(reply.rawHeader(name.encode("latin-1"))).decode("latin-1")
            for name in names
        }
        return Answer(int(status), told, bytes(reply.content()))

    return fetch


def _log_in(asking, request, login) -> None:
    """Add what an authentication configuration holds; a password of Basic is taken as a token."""
    manager, found = QgsApplication.authManager(), QgsAuthMethodConfig()
    # Told in pairs from QGIS 3.0 on.
    loaded = manager.loadAuthenticationConfig(login, found, True)
    if not (loaded[0] if isinstance(loaded, tuple) else loaded):
        raise GroundshiftError(
            f"{login}: there is no such authentication configuration, or its master password was "
            "not given; choose another one."
        )
    if found.method() == "Basic":
        request.setRawHeader(b"Authorization", f"Bearer {found.config('password')}".encode())
    else:
        asking.setAuthCfg(login)
