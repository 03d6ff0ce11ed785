"""Runs the project finder on letters of invented sentences, annotated as letters are, and writes its findings short."""

from collections.abc import Sequence

from count_sentences import MODEL
from extract.codebook import Codebook
from extract.fields.analysed import AnalysedLetter
from extract.fields.projects import find_projects
from extract.latvian.language import load_language
from extract.model import Finding, Project
from invented_letters import Told, analysed


def annotated(
    told: Sequence[str | Told], reporting_years: tuple[int, ...] | None = (2021, 2022), codebook: Codebook | None = None
) -> AnalysedLetter:
    """As `analysed`, by the pipeline that annotates letters."""
    return analysed(told, reporting_years, codebook=codebook, language=load_language(MODEL))


def projects_of(*texts: str | Told) -> list[str]:
    """The projects of each statement of a letter: "Saknes (project)", parted by semicolons."""
    found = find_projects(annotated(texts))
    return [short(each) for each in found]


def words_of(text: str) -> list[str]:
    """The exact words of each project in a letter of one statement."""
    (found,) = find_projects(annotated([text]))
    return [each.evidence[0].quote for each in found]


def short(found: Sequence[Finding[Project]]) -> str:
    """The projects of one statement in few words: name, kind, and number where there is one."""
    return "; ".join(
        f"{f.value.name} ({f.value.kind.value}{' ' + f.value.number if f.value.number else ''})" for f in found
    )
