"""What all tests share: how hypothesis runs, where `../shared` lies, and skipping what needs it where it is absent."""

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from extract.errors import MissingProgramError
from extract.readers.tesseract import find_version

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Without time limits, as the first example loads the lexicons and machines are slow at times. The same examples on
# every run, so that a check that passed passes again; `--hypothesis-profile=exploring` looks for new ones.
settings.register_profile("exploring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", settings.get_profile("exploring"), derandomize=True, database=None)
settings.load_profile("repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = {} if SHARED.is_dir() else {"shared": "needs ../shared, which is absent here"}
    try:
        find_version()
    except MissingProgramError as error:
        absent["tesseract"] = str(error)
    if find_chromium() is None:
        absent["browser"] = "needs Playwright and Chromium (Debian: apt-get install chromium)"
    for marker, reason in absent.items():
        for item in items:
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def find_chromium() -> str | None:
    """The Chromium that tests drive; None where it or Playwright is absent."""
    if importlib.util.find_spec("playwright") is None:
        return None
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    found = find_chromium()
    assert found is not None, "tests that use this are marked `browser`"
    return found


@pytest.fixture(scope="session")
def shared() -> Path:
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def without_torch() -> Iterator[None]:
    """Processes that tests start find no torch, as in an installation without the second engine.

    spaCy loads torch wherever it is installed, which takes longer than all else that a command loads.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT / "tests" / "without_torch"))
        yield
