"""Finds names of projects without quotation marks, right after the noun that tells what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extract.fields.name_heads import head_class_of, words_of
from extract.fields.people import readings_of
from extract.fields.vocabulary import is_finite_verb, noun_forms
from extract.latvian.folding import fold
from extract.latvian.inflection import Case
from extract.lexicons import read_lexicon
from extract.model import ProjectKind

_CAPITALS = r"[A-ZĀČĒĢĪĶĻŅŠŪŽ]"
_BOLD = rf"(?:{_CAPITALS}{{3,}}|\w*{_CAPITALS}\w+{_CAPITALS}\w*)[\d+]*"
#: A name in capitals ("projekts PUMPURS", "projektā SOLI un LAIKI!"), perhaps with small links.
_IN_CAPITALS = re.compile(rf"\s+(?P<name>{_BOLD}(?:\s+(?:(?i:un|vai|ar|par|in|and|of)\s+)?{_BOLD})*!?)(?![\w-])")
#: A name between its noun and "ietvaros" ("projekta Soli tuvāk ietvaros").
_FRAMED = re.compile(rf"\s+(?P<name>{_CAPITALS}[^\W\d_]+(?:\s+[^\W_]+){{0,6}}?!?)\s+ietvar(?:os|ā)\b")
#: A name that ends with an exclamation mark within the sentence ("konkursā Dari Talsiem! uzvarēja").
_CALLING = re.compile(rf"\s+(?P<name>{_CAPITALS}[^\W\d_]+(?:\s+[^\W\d_]+){{0,4}}!)(?=\s+\w|[.,;)])")
#: What the letter says is a name ("projekta nosaukums – Raibais pagalms").
_CALLED = re.compile(
    rf"\s+nosaukum\w*\s*(?::|\s[–—-])\s*(?P<name>{_CAPITALS}[^\W\d_]+(?:\s+[^\W\d_]+){{0,9}}!?)(?=[.,;)(]|$)"
)
#: Words in a row, the first with a capital ("projekts Soli pa solim"); the name ends where they end or a verb stands.
_ROW = re.compile(rf"\s+(?P<name>{_CAPITALS}[^\W\d_]+(?:\s+[^\W\d_]+){{1,9}}!?)")
_MOST_WORDS_IN_ROW = 5
#: What may stand right behind such a name: a mark, a number ("2021. gadā"), or a word like "laikā".
_BEHIND_ROW = re.compile(r"$|[.,;:)!]|\s*[(\d]|\s+[–—-]\s")
#: A bracket that gives a short name tells that the words before it are a name.
_SHORTENED = re.compile(r"\s*\((?:turpmāk|tālāk|saīsināti)\b")
_PATTERNS = ((_IN_CAPITALS, 0.8), (_FRAMED, 0.65), (_CALLING, 0.65), (_CALLED, 0.7), (_ROW, 0.6))
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
    for pattern, confidence in _PATTERNS:
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
        is_told = pattern in (_IN_CAPITALS, _CALLING, _CALLED) or _SHORTENED.match(text, end)
        framed = text[end:].split(maxsplit=1)[:1]
        if framed and framed[0] in _lexicon()["framing"]:
            words = [word for word in words if not _is_dative(word)]  # "akcijas Gaisma bibliotēkai laikā"
        if not is_told and any(_is_of_something_else(word) for word in words):
            return None
        return start, end, confidence
    return None


def _end_of_row(text: str, start: int, end: int) -> int | None:
    """Where a name ends that is written like any words: before the verb; None where the words are no such name."""
    words = list(re.finditer(r"\S+", text[start:end]))
    told = next((k for k, word in enumerate(words) if k and _ends_name(word[0].lower())), len(words))
    if told == len(words) and _BEHIND_ROW.match(text, end) is None:
        return None
    named = words[:told]
    if not 2 <= len(named) <= _MOST_WORDS_IN_ROW or any(word[0][0].isupper() for word in named[1:]):
        return None  # one word may be anybody's, and more capitals are a person's, a place's or an institution's
    return start + named[-1].end()


def _ends_name(word: str) -> bool:
    """Whether a word, in lower case, is a verb and no noun ("iespēja"), or one that has a name before it ("laikā")."""
    listed = word in _lexicon()["verbs_behind"] or word in _lexicon()["framing"]
    return listed or (is_finite_verb(word) and not noun_forms(word))


def _is_dative(word: str) -> bool:
    return any(form.case is Case.DATIVE for form in noun_forms(word.lower()))


def _lexicon() -> dict[str, Any]:
    return read_lexicon("fields", "name_heads.toml")


def _is_of_something_else(word: str) -> bool:
    """Whether a word tells that the words are no project's name: people, institutions, places, or no name."""
    bare = word.strip("!.,;").lower()
    if bare in _lexicon()["like_heads"]:
        return False
    people = any(reading.is_listed for reading in readings_of(bare))
    return (
        people or head_class_of([fold(bare)]) is not None or fold(bare).startswith(tuple(words_of("no_part_of_name")))
    )
