# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offset tracking: motion that is seen in the pixels of images, not in their phase."""
