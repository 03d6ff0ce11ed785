"""Makes a wheel of the pipeline with the code that it needs, so that `spacy.load("lv_extract")` works without extract.

The code is that of `extract.latvian`, copied into the package and renamed; nothing in it is changed otherwise.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement

import extract

ROOT = Path(extract.__file__).parent
#: What the pipeline imports, from its entry points down.
ENTRIES = ("latvian/language.py", "latvian/annotator.py")
LIBRARIES = ("numpy", "onnxruntime", "spacy")

_IMPORT = re.compile(r"^\s*from extract\.([\w.]+) import (.+)$", re.MULTILINE)
_INIT = '''"""Latvian for spaCy: `spacy.load("{name}")`, or `{name}.load()`."""

from pathlib import Path

from spacy.language import Language
from spacy.util import get_model_meta, load_model_from_init_py

__version__ = get_model_meta(Path(__file__).parent)["version"]


def load(**overrides: object) -> Language:
    """The pipeline."""
    return load_model_from_init_py(__file__, **overrides)
'''
_PROJECT = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "{version}"
description = "{description}"
readme = "README.md"
license = {{ text = "{license}" }}
requires-python = ">=3.11"
dependencies = {dependencies}

[project.entry-points.spacy_models]
{name} = "{name}"

[project.entry-points.spacy_languages]
lv = "{name}.code.latvian.language:Latvian"

[project.entry-points.spacy_factories]
sentence_ends = "{name}.code.latvian.sentences:set_sentence_ends"
latvian_annotator = "{name}.code.latvian.annotator:make_annotator"

[tool.hatch.build.targets.wheel]
packages = ["{name}"]
"""


def needed_modules() -> set[str]:
    """The modules that the entries import from extract, directly or not, as paths below the package."""
    found: set[str] = set()
    waiting = list(ENTRIES)
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        for module, names in _IMPORT.findall((ROOT / path).read_text("utf-8")):
            place = module.replace(".", "/")
            if (ROOT / f"{place}.py").exists():
                waiting.append(f"{place}.py")
            else:
                first = [name.split(" as ")[0].split("#")[0].strip() for name in names.strip("()").split(",")]
                waiting += [f"{place}/{name}.py" for name in first if (ROOT / place / f"{name}.py").exists()]
    return found


def write_package(pipeline: Path, folder: Path) -> None:
    """The sources of the wheel, in an empty folder."""
    meta = json.loads((pipeline / "meta.json").read_text("utf-8"))
    name = f"{meta['lang']}_{meta['name']}"
    package = folder / name
    shutil.copytree(pipeline, package / f"{name}-{meta['version']}")
    shutil.copy(pipeline / "meta.json", package / "meta.json")
    (package / "__init__.py").write_text(_INIT.format(name=name), "utf-8")
    for path in sorted(needed_modules()):
        target = package / "code" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        code = (ROOT / path).read_text("utf-8")
        code = code.replace("from extract.", f"from {name}.code.").replace('files("extract")', f'files("{name}.code")')
        target.write_text(code, "utf-8")
    for place in ("", "latvian"):
        (package / "code" / place / "__init__.py").touch()
    shutil.copytree(ROOT / "latvian/data", package / "code/latvian/data", ignore=shutil.ignore_patterns("*.npz"))
    needed = [str(r) for r in map(Requirement, requires("extract") or []) if r.name in LIBRARIES and not r.marker]
    (folder / "README.md").write_text(f"# {name}\n\n{meta['description']}\n", "utf-8")
    (folder / "pyproject.toml").write_text(
        _PROJECT.format(
            name=name,
            version=meta["version"],
            description=meta["description"],
            license=meta["license"],
            dependencies=json.dumps(needed),
        ),
        "utf-8",
    )


def main() -> None:
    """Build the wheel."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        write_package(options.pipeline, Path(scratch))
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
        subprocess.run([*command, str(options.output.absolute())], cwd=scratch, check=True)


if __name__ == "__main__":
    main()
