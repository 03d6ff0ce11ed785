"""The codebook: which domains a return is asked about and who answers. Configuration, read from TOML files.

Another ministry with other domains changes these files, not the code; `docs/codebook.md` tells how. The files are
checked on loading, and whatever is wrong is told with its place in the file.
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.errors import CodebookError
from extract.model import Message
from extract.system_errors import tell_system_error

#: The codebook that comes with the package.
DEFAULT_PATH = Path(__file__).parent / "codebooks" / "roma.toml"


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


M = TypeVar("M", bound=_Entry)


class Title(_Entry):
    """A title in the two languages of the interface."""

    lv: str
    en: str


class Domain(_Entry):
    """A section of the report.

    `headings` are the titles under which letters tell of the domain; `headings_in_own_words` what else offices put
    over it, which does not make a line a heading. `terms` are word beginnings with the weight of their evidence for it
    (in nats; negative weights speak against it).
    """

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Title
    headings: tuple[str, ...] = ()
    headings_in_own_words: tuple[str, ...] = ()
    terms: dict[str, float] = Field(default_factory=dict)


class Respondent(_Entry):
    """Who may answer: `name` as it is to stand in the dataset, in the nominative.

    `aliases` are other names of the same respondent (also in the nominative), `places` towns, parishes and former
    municipalities that belong to it.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class KnownProject(_Entry):
    """An entry of the register of projects: the canonical name and the spellings led to it."""

    name: str
    kind: str = Field(pattern="^(project|campaign|competition)$")
    number: str | None = None
    aliases: tuple[str, ...] = ()


class CodebookFile(_Entry):
    """The keys of a codebook file itself."""

    version: str
    title: Title
    respondents_file: str
    projects_file: str | None = None
    domains: tuple[Domain, ...] = Field(min_length=1)


class _RespondentsFile(_Entry):
    respondents: tuple[Respondent, ...] = Field(min_length=1)


class _ProjectsFile(_Entry):
    projects: tuple[KnownProject, ...] = ()


class Codebook(_Entry):
    """The domains in the report's order, the respondents, and the register of known projects."""

    version: str
    title: Title
    sha256: str
    domains: tuple[Domain, ...]
    respondents: tuple[Respondent, ...]
    projects: tuple[KnownProject, ...] = ()

    @cached_property
    def domain_codes(self) -> tuple[str, ...]:
        """The codes of the domains, in the order of the report."""
        return tuple(domain.code for domain in self.domains)

    def domain(self, code: str) -> Domain:
        """The domain of that code. Raises KeyError where there is none."""
        for domain in self.domains:
            if domain.code == code:
                return domain
        raise KeyError(code)


def load_codebook(path: Path | None = None) -> Codebook:
    """Read and check a codebook; the package's own where `path` is None. Raises CodebookError."""
    path = path or DEFAULT_PATH
    digest = hashlib.sha256()
    main = _read(path, CodebookFile, digest)
    respondents = _read(path.parent / main.respondents_file, _RespondentsFile, digest).respondents
    projects: tuple[KnownProject, ...] = ()
    if main.projects_file:
        projects = _read(path.parent / main.projects_file, _ProjectsFile, digest).projects
    _reject_doubles(path, "domain", [domain.code for domain in main.domains])
    _reject_doubles(path, "respondent", [respondent.name for respondent in respondents])
    return Codebook(
        version=main.version,
        title=main.title,
        sha256=digest.hexdigest(),
        domains=main.domains,
        respondents=respondents,
        projects=projects,
    )


def _read(path: Path, model: type[M], digest: hashlib._Hash) -> M:
    try:
        raw = path.read_bytes()
        digest.update(raw)
        return model.model_validate(tomllib.loads(raw.decode("utf-8")))
    except FileNotFoundError as error:
        raise CodebookError(
            Message("{file} does not exist.", {"file": str(path)}), Message("Check the name and the folder.")
        ) from error
    except OSError as error:
        raise _wrong(path, tell_system_error(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(path, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise _wrong(path, f"{place}: {first['msg']}") from error


def _reject_doubles(path: Path, what: str, names: list[str]) -> None:
    doubles = sorted({name for name in names if names.count(name) > 1})
    if doubles:
        raise _wrong(path, f"{what} named twice: {', '.join(doubles)}")


def _wrong(path: Path, detail: str | Message) -> CodebookError:
    return CodebookError(
        Message("The codebook {file} cannot be used: {detail}.", {"file": str(path), "detail": detail}),
        Message("Correct the file, or leave out --codebook to use the one that comes with the program."),
    )
