"""What the tests of the command line share."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

LETTERS = Path(__file__).resolve().parent.parent / "corpus" / "files"
ANNOTATIONS = LETTERS.parent.parent / "annotations"

#: Calls the command with the given arguments in a process of its own.
Call = Callable[..., subprocess.CompletedProcess[str]]


def environment(path: str = "/usr/bin:/bin") -> dict[str, str]:
    """The variables of a command: a wide terminal, warnings as errors, and what the tests hide from it."""
    variables = {"PATH": path, "COLUMNS": "200", "PYTHONWARNINGS": "error"}
    if hiding := os.environ.get("PYTHONPATH"):
        variables["PYTHONPATH"] = hiding
    return variables
