"""Finds names of projects without quotation marks, right after the noun that tells what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.fields.grammar import is_annotated
from extract.fields.name_heads import head_class_of, words_of
from extract.fields.name_phrases import find_name_end, is_governed
from extract.fields.people import readings_of
from extract.latvian.folding import fold
from extract.model import ProjectKind

_CAPITALS = r"[A-ZĀČĒĢĪĶĻŅŠŪŽ]"
_BOLD = rf"(?:{_CAPITALS}{{3,}}|\w*{_CAPITALS}\w+{_CAPITALS}\w*|[a-z]{_CAPITALS}[a-z]+)[\d+]*"
#: A name in capitals ("projekts PUMPURS", "projektā SOLI un LAIKI!"), perhaps with small links.
_IN_CAPITALS = re.compile(rf"\s+(?P<name>{_BOLD}(?:\s+(?:(?i:un|vai|ar|par|in|and|of)\s+)?{_BOLD})*!?)(?![\w-])")
#: A name between its noun and "ietvaros" ("projekta Soli tuvāk ietvaros", "akcijas Nāc, kaimiņ laikā").
_FRAMED = re.compile(
    rf"\s+(?P<name>{_CAPITALS}[^\W\d_]+(?:,?\s+[^\W_]+){{0,6}}?!?)\s+(?:ietvar(?:os|ā)|laikā|gaitā|noslēgumā)\b"
)
#: A name that asks, and ends within the sentence ("kampaņa Vai tu dzirdi? skolās").
_ASKING = re.compile(rf"\s+(?P<name>{_CAPITALS}[^\W\d_]+(?:,?\s+[^\W\d_]+){{1,6}}\?)(?=\s+\w|[,;)])")
#: An English name, told by its small words ("projektā Voices for Change").
_ENGLISH = re.compile(
    r"\s+(?P<name>[A-Z][A-Za-z]+(?:\s+(?:[A-Z][A-Za-z]+|and|for|in|of|the|to|with))*"
    r"\s+(?:and|for|in|of|the|to|with)(?:\s+[A-Z][A-Za-z]+)+)(?![\w-])"
)
#: A name that ends with an exclamation mark within the sentence ("konkursā Dari Talsiem! uzvarēja").
_CALLING = re.compile(rf"\s+(?P<name>{_CAPITALS}[^\W\d_]+(?:,?\s+[^\W\d_]+){{0,4}}!)(?=\s+\w|[.,;)])")
#: A name that tells from where to where ("projekts No Ludzas līdz Zilupei").
_FROM_TO = re.compile(rf"\s+(?P<name>No\s+\w+\s+līdz\s+{_CAPITALS}\w+)(?![\w-])")
#: What the letter says is a name ("projekta nosaukums – Raibais pagalms").
_CALLED = re.compile(
    rf"\s+nosaukum\w*\s*(?::|\s[–—-])\s*(?P<name>{_CAPITALS}[^\W\d_]+(?:\s+[^\W\d_]+){{0,9}}!?)(?=[.,;)(]|$)"
)
_PATTERNS = (
    (_ENGLISH, 0.75),
    (_IN_CAPITALS, 0.8),
    (_FRAMED, 0.65),
    (_CALLING, 0.65),
    (_ASKING, 0.65),
    (_FROM_TO, 0.65),
    (_CALLED, 0.7),
)
#: How sure a name is that its phrase alone tells.
_PHRASE = 0.6
#: What may stand between the noun and the name: "ar nosaukumu", "(2022. gads)", its number.
_BETWEEN = re.compile(r"\s+(?:ar\s+nosaukumu|nosaukt[sa]|\([^()]*\)|(?:Nr|ID)\b\.?\s*[\w.+-]*\d[\w.+/-]*)(?=\s)")
#: A mark that is never closed.
_OPEN_MARK = re.compile(r"\s+[„“\"«]\s?(?=\w)")
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


def find_unquoted_names(doc: Doc, others: Sequence[tuple[int, int]]) -> list[UnquotedName]:
    """The names right after their nouns, unless they are among `others`, spans of names of persons and places.

    Names written like other words are found where a trained pipeline has annotated the doc.
    """
    names: list[UnquotedName] = []
    text = doc.text
    for word in _HEAD.finditer(text):
        kind_of = head_class_of([*re.findall(r"\w+", fold(text[: word.start()]))[-2:], fold(word[0])])
        if kind_of is None or kind_of.kind is None:
            continue
        for start, end, confidence in _find_after(doc, word, others):
            name = text[start:end].rstrip(" .,")
            names.append(UnquotedName(start, end, name, kind_of.kind, word[0], confidence))
    return names


def _find_after(doc: Doc, head: re.Match[str], others: Sequence[tuple[int, int]]) -> list[tuple[int, int, float]]:
    """The names behind a noun; several where it is a plural and they are joined ("projektos Saknes un Spārni")."""
    text = doc.text
    for pattern, confidence in _PATTERNS:
        if (found := pattern.match(text, head.end())) is None:
            continue
        start, end = found.span("name")
        words = text[start:end].split()
        if pattern is _ASKING and not any(fold(word) in words_of("question_words") for word in words):
            continue
        is_coined = pattern is _ENGLISH or (len(words) == 1 and text[start + 1 : start + 4].isupper())
        if fold(words[0]) in words_of("funders") or (not is_coined and (start, end) in others):
            return []
        if pattern is not _FRAMED or not any(_is_of_something_else(word) for word in words):
            return [(start, end, confidence)]
    return _phrases_after(doc, head) if is_annotated(doc) else []


def _phrases_after(doc: Doc, head: re.Match[str]) -> list[tuple[int, int, float]]:
    at = head.end()
    for passed in (_BETWEEN, _OPEN_MARK):
        if between := passed.match(doc.text, at):
            at = between.end()
    noun = next((token for token in doc if token.idx == head.start()), None)
    first = next((token.i for token in doc if token.idx >= at), None)
    if noun is None or first is None:
        return []
    governed = not doc.text[head.end() : at].strip(' („“"«') and is_governed(noun)
    names = []
    while (end := find_name_end(doc, first, governed=governed)) is not None:
        names.append((doc[first].idx, doc[end - 1].idx + len(doc[end - 1]), _PHRASE))
        is_plural = "Plur" in noun.morph.get("Number", [])
        if not is_plural or end + 1 >= len(doc) or doc[end].text not in (",", "un", "vai"):
            break
        first = end + 1
    return names


def _is_of_something_else(word: str) -> bool:
    """Whether a word tells that the words are no project's name: people, institutions, places, or no name."""
    bare = word.strip("!.,;").lower()
    if fold(bare) in words_of("like_heads"):
        return False
    people = any(reading.is_listed for reading in readings_of(bare))
    return (
        people or head_class_of([fold(bare)]) is not None or fold(bare).startswith(tuple(words_of("no_part_of_name")))
    )
