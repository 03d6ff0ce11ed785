"""Which code decides on the findings: what the pipeline imports must be part of the fingerprint."""

import subprocess
import sys
from pathlib import Path

import extract
from extract.provenance import DECIDING, code_version

PACKAGE = Path(extract.__file__).parent
#: Imported by the pipeline, but of no influence on what it finds.
HARMLESS = {"__init__.py", "errors.py", "messages.py", "system_errors.py"}


def test_all_that_the_pipeline_imports_is_in_the_fingerprint() -> None:
    code = (
        "import sys, extract.pipeline\n"
        "print(*(m.__file__ for name, m in sys.modules.items() if name.partition('.')[0] == 'extract'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    parts = {Path(file).relative_to(PACKAGE).parts[0] for file in done.stdout.split()}
    assert parts - HARMLESS <= set(DECIDING)


def test_every_deciding_part_is_there() -> None:
    assert [part for part in DECIDING if not (PACKAGE / part).exists()] == []


def test_the_version_is_the_same_each_time() -> None:
    assert code_version() == code_version()
    assert code_version().startswith(extract.__version__ + "+")
