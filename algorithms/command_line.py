# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""``groundshift list``, ``groundshift <tool> --stack ...``, ``groundshift run chain.yml`` and
``groundshift compile``, after which no tool waits for the compiler."""

from __future__ import annotations

import argparse
import sys

from .declare import asked_by
from .errors import Cancelled, GroundshiftError
from .toolbox import call, places, tool


def main(arguments=None) -> int:
    """Run what a command line asks for.

    Parameters
    ----------
    arguments : list of str, optional
        Those of the process by default.

    Returns
    -------
    int
        0, or 1 after an error, of which one sentence is told.
    """
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if not arguments or arguments[0] in ("-h", "--help"):
            _say(__doc__.replace("`", ""))
        elif arguments[0] == "list":
            for name in places():
                _say(f"{name:20} {(tool(name).__doc__ or '').strip().splitlines()[0]}")
        elif arguments[0] == "compile":
            _compile()
        elif arguments[0] == "run":
            _run(arguments[1:])
        else:
            _tool(arguments[0], arguments[1:])
    except (GroundshiftError, Cancelled) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _say(text) -> None:
    sys.stdout.write(f"{text}\n")


def _run(arguments) -> None:
    from .steps import run_steps

    parser = argparse.ArgumentParser("groundshift run", description="Run a file of steps.")
    parser.add_argument("file", help="YAML with 'steps', and 'variables' if need be")
    parser.add_argument("variables", nargs="*", metavar="name=value", help="win over the file's")
    asked = parser.parse_args(arguments)
    wrong = next((text for text in asked.variables if "=" not in text), None)
    if wrong is not None:
        raise GroundshiftError(f"{wrong}: is no variable; write name=value.")
    run_steps(asked.file, dict(text.split("=", 1) for text in asked.variables), _say)


def _compile() -> None:
    from .compiling import compile_ahead

    failed = compile_ahead(lambda share: _say(f"{share:.0%}"))
    for subject, why in failed.items():
        raise GroundshiftError(f"{subject}: is not compiled ahead ({why}).")


def _tool(name, arguments) -> None:
    core = tool(name)
    parser = argparse.ArgumentParser(
        f"groundshift {name}", description=(core.__doc__ or "").strip(), allow_abbrev=False
    )
    for own in (*asked_by(core).PARAMETERS, *core.OUTPUTS):
        default = getattr(own, "default", None)
        told = f"{own.title}. {own.help}" + ("" if default in (None, "") else f" [{default}]")
        parser.add_argument(f"--{own.id.lower()}", metavar="...", help=told.replace("%", "%%"))
    given = {key: value for key, value in vars(parser.parse_args(arguments)).items() if value}
    for key, value in call(name, {"note": _say}, **given).items():
        _say(f"{key}: {value}")
