# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the cases of this folder importable by its tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent))
