"""Finds names of projects without quotation marks, right after the noun that tells what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.fields.name_heads import head_class_of, words_of
from extract.fields.people import readings_of
from extract.fields.vocabulary import is_finite_verb
from extract.latvian.folding import fold
from extract.lexicons import read_lexicon
from extract.model import ProjectKind

_CAPITALS = r"[A-ZĀČĒĢĪĶĻŅŠŪŽ]"
_BOLD = rf"(?:{_CAPITALS}{{3,}}|\w*{_CAPITALS}\w+{_CAPITALS}\w*)[\d+]*"
#: A name in capitals ("projekts PUMPURS", "projektā SOLI un LAIKI!"), perhaps with small links.
_IN_CAPITALS = re.compile(rf"\s+(?P<name>{_BOLD}(?:\s+(?:(?i:un|vai|ar|par|in|and|of)\s+)?{_BOLD})*!?)(?![\w-])")
#: A name between its noun and "ietvaros" ("projekta Soli tuvāk ietvaros").
_FRAMED = re.compile(rf"\s+(?P<name>{_CAPITALS}[^\W\d_]+(?:\s+[^\W_]+){{0,6}}?!?)\s+ietvar(?:os|ā)\b")
#: Words in a row, the first with a capital ("projekts Soli pa solim"); the name ends where they end or a verb stands.
_ROW = re.compile(rf"\s+(?P<name>{_CAPITALS}[^\W\d_]+(?:\s+[^\W\d_]+){{1,9}}!?)")
_MOST_WORDS_IN_ROW = 5
_HEAD = re.compile(r"(?<!\w)\w{5,}(?!\w)")


@dataclass(frozen=True, slots=True)
class UnquotedName:
    """A name at `start:end`, after the noun `head`; `confidence` as a finding's."""

    start: int
    end: int
    name: str
    kind: ProjectKind
    head: str
    confidence: float


def find_unquoted_names(text: str, others: Sequence[tuple[int, int]]) -> list[UnquotedName]:
    """The names right after their nouns, unless they are among `others`, spans of names of persons and places."""
    names = []
    for word in _HEAD.finditer(text):
        kind_of = head_class_of([*re.findall(r"\w+", fold(text[: word.start()]))[-2:], fold(word[0])])
        if kind_of is None or kind_of.kind is None:
            continue
        found = _find_after(text, word.end(), others)
        if found is None:
            continue
        start, end, confidence = found
        names.append(UnquotedName(start, end, text[start:end].rstrip(" .,"), kind_of.kind, word[0], confidence))
    return names


def _find_after(text: str, at: int, others: Sequence[tuple[int, int]]) -> tuple[int, int, float] | None:
    for pattern, confidence in ((_IN_CAPITALS, 0.8), (_FRAMED, 0.65), (_ROW, 0.6)):
        found = pattern.match(text, at)
        if found is None:
            continue
        start, end = found.span("name")
        if pattern is _ROW:
            ended = _end_of_row(text, start, end)
            if ended is None or any(first < ended and start < last for first, last in others):
                return None
            end = ended
        words = text[start:end].split()
        if fold(words[0]) in words_of("funders") or (start, end) in others:
            return None
        if pattern is not _IN_CAPITALS and any(_is_of_something_else(word) for word in words):
            return None
        return start, end, confidence
    return None


def _end_of_row(text: str, start: int, end: int) -> int | None:
    """Where a name ends that is written like any words: before the verb; None where the words are no such name."""
    words = list(re.finditer(r"\S+", text[start:end]))
    told = next((k for k, word in enumerate(words) if k and _is_verb(word[0].lower())), len(words))
    if told == len(words) and text[end : end + 1] not in ("", ".", ",", ";", ")", "!"):
        return None
    named = words[:told]
    if not 2 <= len(named) <= _MOST_WORDS_IN_ROW or any(word[0][0].isupper() for word in named[1:]):
        return None  # one word may be anybody's, and more capitals are a person's, a place's or an institution's
    return start + named[-1].end()


def _is_verb(word: str) -> bool:
    return is_finite_verb(word) or word in read_lexicon("fields", "name_heads.toml")["verbs_behind"]


def _is_of_something_else(word: str) -> bool:
    """Whether a word tells that the words are no project's name: people, institutions, places, or no name."""
    bare = word.strip("!.,;").lower()
    if bare in read_lexicon("fields", "name_heads.toml")["like_heads"]:
        return False
    people = any(reading.is_listed for reading in readings_of(bare))
    return (
        people or head_class_of([fold(bare)]) is not None or fold(bare).startswith(tuple(words_of("no_part_of_name")))
    )
