"""What the tests of the command line share."""

import subprocess
from collections.abc import Callable
from pathlib import Path

LETTERS = Path(__file__).resolve().parent.parent / "corpus" / "files"
ANNOTATIONS = LETTERS.parent.parent / "annotations"

#: Calls the command with the given arguments in a process of its own.
Call = Callable[..., subprocess.CompletedProcess[str]]
