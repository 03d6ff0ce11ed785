"""Who funds a project, where the words near its name tell."""

from __future__ import annotations

import re
from functools import cache

from extract.fields.vocabulary import is_finite_verb
from extract.latvian.folding import fold, folded_case_forms
from extract.lexicons import read_lexicon

#: A funder stands at most so many characters before or behind the name of the project, within the sentence.
_NEAR = 110
#: Where what is said of another name may begin: behind a sentence ("Nr." ends none), or a quotation mark.
_END = re.compile(r"(?<!\bnr)[.;!?]\s|[„“”»]")


def find_funder(text: str, start: int, end: int) -> str | None:
    """The full name of the funder of the project named at `text[start:end]`; the one nearest to the name.

    Before the name it suffices that the funder is named ("ESF projektā „…”"), unless the words between have a verb;
    behind it, and then, the words must tell of paying.
    """
    folded = fold(text)
    left = max(0, start - _NEAR)
    before = _END.split(folded[left:start])[-1]
    if (found := list(_pattern().finditer(before))) and not _does_else(
        text[start - len(before) + found[-1].end() : start], before
    ):
        return _names()[found[-1][0]]
    behind = _END.split(folded[end : end + _NEAR])[0]
    found_behind = _pattern().search(behind)
    if found_behind is not None and _pays().search(behind):
        return _names()[found_behind[0]]
    return None


def _does_else(between: str, before: str) -> bool:
    """Whether a clause of something else stands between a funder and the name ("ministrija aicināja uz projekta …")."""
    verbs = any(map(is_finite_verb, re.findall(r"\w+", between.lower())))
    return verbs and _pays().search(before) is None


@cache
def _names() -> dict[str, str]:
    """The full names by every folded case form of a funder's names."""
    return {
        form: entry["name"]
        for entry in read_lexicon("fields", "funders.toml")["funders"]
        for name in (entry["name"], *entry["aliases"])
        for form in {fold(name), *folded_case_forms(name)}
    }


@cache
def _pays() -> re.Pattern[str]:
    """Words of paying, by their folded beginnings."""
    stems = (re.escape(fold(stem)) for stem in read_lexicon("fields", "funders.toml")["paying"])
    return re.compile(r"\b(?:" + "|".join(stems) + ")")


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_names(), key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
