"""Finds what stands in quotation marks: every style, nested, with marks that were mixed up or left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: Longest quotation in characters; a mark that is never closed must not swallow the statement.
_LONGEST = 260
_MARK = re.compile(r",,(?=[\w„“\"])|(?<=[\w!?.]),,(?!\w)|''|’’|‘‘|``|<<|>>|[„“”\"«»‹›‚‘’‛‟'`]")
_ALWAYS_OPEN = {"„", ",,", "«", "‹", "‚", "‟", "‛", "``", "<<"}
_ALWAYS_CLOSE = {"»", "›", ">>"}


@dataclass(slots=True)
class Quotation:
    """`text[start:end]` with its marks, `text[inner_start:inner_end]` without; `inside` are those nested in it."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    inside: list[Quotation] = field(default_factory=list)

    @property
    def core(self) -> Quotation:
        """What stands in the innermost marks, where marks are doubled ("««Soli kopā»»"); else the quotation itself."""
        if len(self.inside) == 1 and (self.inside[0].start, self.inside[0].end) == (self.inner_start, self.inner_end):
            return self.inside[0].core
        return self


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of `text`, in order, each with those inside it.

    A mark that may open or close („“”, straight and single marks) is told by the white space beside it. An outer
    mark left open is closed where its last inner quotation ends ("„Atbalsts „Solis”"); one with none is dropped.
    """
    found: list[Quotation] = []
    opened: list[Quotation] = []
    for mark in _MARK.finditer(text):
        if _is_apostrophe(text, mark):
            continue
        if _opens(text, mark, opened):
            opened.append(Quotation(mark.start(), mark.end(), mark.end(), mark.end()))
        elif opened:
            quotation = opened.pop()
            quotation.inner_end, quotation.end = mark.start(), mark.end()
            _keep(quotation, opened, found)
    while opened:
        quotation = opened.pop()
        if not quotation.inside:
            continue
        last = quotation.inside[-1]
        quotation.inner_end = quotation.end = last.end
        _keep(quotation, opened, found)
    return sorted(found, key=lambda quotation: quotation.start)


def _keep(quotation: Quotation, opened: list[Quotation], found: list[Quotation]) -> None:
    if quotation.inner_end - quotation.inner_start > _LONGEST or quotation.inner_end == quotation.inner_start:
        return
    (opened[-1].inside if opened else found).append(quotation)


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark[0] in "'’‘`" and before.isalnum() and after.isalnum()


def _ends_word(text: str, mark: re.Match[str]) -> bool:
    return text[mark.start() - 1 : mark.start()].isalnum() and not text[mark.end() : mark.end() + 1].isalnum()


def _begins_word(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1 : mark.start()]
    return text[mark.end() : mark.end() + 1].isalnum() and (not before or before.isspace() or before in "([")


def _opens(text: str, mark: re.Match[str], opened: list[Quotation]) -> bool:
    if mark[0] == ",," and opened and not text[mark.end() : mark.end() + 1].isalnum():
        return opened[-1].inner_start == mark.start()  # ",,Soli kopā,,"
    if mark[0] == "„" and opened and _ends_word(text, mark):
        return False  # "“Soli kopā„"
    if mark[0] == "«" and opened and text[opened[-1].start] == "»" and not text[mark.end() : mark.end() + 1].isalnum():
        return False  # "»Soli kopā«"
    if mark[0] == "»" and not opened and _begins_word(text, mark):
        return True
    if mark[0] in _ALWAYS_OPEN:
        return True
    if mark[0] in _ALWAYS_CLOSE:
        return False
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()]
    if after.isspace() and before.isspace() and not opened:
        return True  # "projekta “ Vienotie soļi ” ietvaros"
    if not after or after.isspace() or after in ".,;:)!?":
        return False
    at_word = (
        not before or before.isspace() or before in "([–-/" or bool(opened and opened[-1].inner_start == mark.start())
    )
    if mark[0] == "”" and opened and not at_word:
        return False
    return at_word


def plain_marks(name: str) -> str:
    """A name with quotation marks inside it led to one style, „ and ”, and white space to single spaces."""
    spaced = " ".join(name.split())
    parts: list[str] = []
    last = 0
    for quotation in find_quotations(spaced):
        inner = plain_marks(spaced[quotation.inner_start : quotation.inner_end])
        parts += [spaced[last : quotation.start], "„", inner, "”"]
        last = quotation.end
    return "".join(parts) + spaced[last:]
