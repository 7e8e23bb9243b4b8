# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets the tests of this folder import its helpers; pytest's importlib mode does not."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent))
