"""The documents say what the program does: they fail here when they fall behind."""

import re
import tomllib
from pathlib import Path

import pytest
import typer.main

from extract.cli.app import app
from extract.cli.export import Format
from extract.codebook import CodebookFile, Domain, KnownProject, Respondent
from extract.errors import ExitCode

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(typer.main.get_group(app).commands))
def test_the_readme_shows_every_command(command: str) -> None:
    assert f"extract {command}" in README


@pytest.mark.parametrize("code", ExitCode)
def test_the_readme_and_the_help_tell_every_exit_code(code: ExitCode) -> None:
    assert re.search(rf"^\| {code.value} \| ", README, re.MULTILINE)
    assert re.search(rf"\b{code.value}\b", str(app.info.epilog))


@pytest.mark.parametrize("format", Format)
def test_the_readme_tells_every_format(format: Format) -> None:
    assert f"`{format}`" in README


@pytest.mark.parametrize("entry", [CodebookFile, Domain, Respondent, KnownProject])
def test_every_key_of_the_codebook_is_explained(entry: type[CodebookFile]) -> None:
    text = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert [key for key in entry.model_fields if not re.search(rf"`[\w.\[ ]*{key}[\]. ,`]", text)] == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    reasons = (ROOT / "docs" / "decisions" / "0001-packages.md").read_text(encoding="utf-8")
    names = [re.split(r"[\[><=]", each)[0] for each in project["dependencies"]]
    assert [name for name in names if name.casefold() not in reasons.casefold()] == []


def test_every_file_that_the_documents_link_to_is_there() -> None:
    for document in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        links = re.findall(r"\]\((?!http|#)([^)#]+)", document.read_text(encoding="utf-8"))
        assert [link for link in links if not (document.parent / link).exists()] == []
