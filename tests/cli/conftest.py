"""The command line as users call it: real processes, real letters."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import LETTERS, Call, environment


@pytest.fixture(scope="session")
def call() -> Call:
    def run_command(
        *arguments: object,
        cwd: Path | None = None,
        language: str = "en",
        bound: bool = False,
        variables: dict[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "extract", "--language", language, *map(str, arguments)]
        if bound and os.geteuid() == 0:
            # Root without the rights to open what its permissions close.
            command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
        env = environment() | (variables or {})
        return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=300)

    return run_command


@pytest.fixture(scope="session")
def dataset(call: Call, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All letters of the corpus, extracted once for all tests that only look."""
    file = tmp_path_factory.mktemp("dataset") / "letters.sqlite"
    done = call("run", LETTERS, "--dataset", file)
    assert done.returncode in {0, 3}, done.stdout + done.stderr
    return file
