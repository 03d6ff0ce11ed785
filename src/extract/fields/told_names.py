"""Names that a letter has told, its aliases for them, and where it tells them again: in any case, without their noun.

"Projektā „Soli kopā” (turpmāk – SK) …" tells a name and an alias; "SK", "Soļu kopā" and "„Soļos kopā”" tell it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc

from extract.fields.aliases import Alias
from extract.fields.name_heads import forms_of, head_after, head_before, head_class_of, is_head, words_of
from extract.fields.name_words import OBLIQUE
from extract.fields.people import readings_of
from extract.fields.project_register import name_key
from extract.fields.quotations import Quotation
from extract.latvian.folding import fold
from extract.latvian.inflection import case_forms
from extract.latvian.searching import stems
from extract.model import Message, ProjectKind

_WORD = re.compile(r"\w+")
#: What may stand between the words of a name.
_GAP = re.compile(r"[\s,–—-]{1,4}")
#: Shorter words, and those that do not decline, must be the same.
_SHORTEST = 3
#: A longer word in another case than the name's opens no other sentence by chance.
_LONG = 5
#: Initials of so many words are a name's wherever they stand; fewer only beside a noun for a project.
_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A mention found in a statement, before numbers are given to it; `confidence` as a finding's."""

    start: int
    end: int
    name: str
    kind: ProjectKind
    method: str
    confidence: float
    reason: Message


@dataclass(frozen=True, slots=True)
class _Told:
    words: tuple[str, ...]
    name: str
    kind: ProjectKind
    is_registered: bool
    alias: str | None = None


@dataclass(slots=True)
class ToldNames:
    """What the statements read so far have told: names and aliases, the names of other things, the last text."""

    names: dict[str, _Told] = field(default_factory=dict)
    aliases: dict[str, _Told] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    above: str = ""

    def add(self, named: Named, text: str) -> None:
        """Keep a name as it is called and as it stands in the text."""
        for spelling in (named.name, text[named.start : named.end]):
            words = tuple(_WORD.findall(spelling))
            if words:
                told = _Told(words, named.name, named.kind, named.method == "register")
                self.names.setdefault(name_key(spelling), told)

    def add_other(self, name: str) -> None:
        """Keep the name of something that is no project."""
        self.others.add(name_key(name))

    def add_alias(self, alias: Alias) -> None:
        """Keep what the letter calls a project from now on."""
        words = tuple(_WORD.findall(alias.alias))
        self.aliases.setdefault(name_key(alias.alias), _Told(words, alias.name, alias.kind, False, alias.alias))

    def name_of(self, name: str) -> str | None:
        """The name that was told before of which this one is a form or an alias."""
        words = tuple(_WORD.findall(name))
        told = self._alias_of(words) or next((each for each in self._telling() if _alike(each.words, words)), None)
        return told.name if told else None

    def quoted(self, text: str, quotation: Quotation, *, other_before: bool) -> Named | None:
        """The mention that a quotation is; `other_before` says that a noun before it names something else.

        Such a noun is not the name's where the name has another case ("nodarbībās „Soļos kopā”" is).
        """
        words = tuple(_WORD.findall(text[quotation.inner_start : quotation.inner_end]))
        if (alias := self._alias_of(words)) is not None:
            return _again(alias, quotation.start, quotation.end, 0.93)
        for told in self._telling():
            if not _alike(told.words, words):
                continue
            if other_before and not _is_oblique(words, told):
                continue
            return _again(told, quotation.start, quotation.end, 0.8)
        if other_before or name_key(" ".join(words)) in self.others:
            return None
        partly = {told.name: told for told in self._telling() if _is_part(words, told.words)}
        if len(partly) != 1:
            return None
        return _again(next(iter(partly.values())), quotation.start, quotation.end, 0.6)

    def again(self, doc: Doc, taken: Sequence[tuple[int, int]]) -> list[Named]:
        """The mentions without marks, outside the spans that are `taken`."""
        spans = [word.span() for word in _WORD.finditer(doc.text)]
        found: list[Named] = []
        for i in range(len(spans)):
            for named in self._at(doc, spans, i):
                used = (*taken, *((each.start, each.end) for each in found))
                if not any(named.start < end and start < named.end for start, end in used):
                    found.append(named)
        return found

    def _at(self, doc: Doc, spans: list[tuple[int, int]], i: int) -> Iterator[Named]:
        """The mentions that begin with the word at `spans[i]`, the longest first."""
        text = doc.text
        for told in sorted((*self.aliases.values(), *self._telling()), key=lambda told: -len(told.words)):
            window = spans[i : i + len(told.words)]
            words = tuple(text[start:end] for start, end in window)
            if len(window) < len(told.words) or not _stands(told, words) or not _runs(text, window):
                continue
            start, end = window[0][0], window[-1][1]
            if told.alias is not None:
                yield _again(told, start, end, 0.93)
            elif _is_meant(doc, told, start, end, words):
                yield _again(told, start, end, 0.75)
        start, end = spans[i]
        initialled = self._initialled(text[start:end])
        if initialled is not None and (end - start >= _INITIALS or _beside_project(text, start, end)):
            yield _again(initialled, start, end, 0.75)

    def _telling(self) -> Iterator[_Told]:
        """The names that are not also those of something else."""
        for key, told in self.names.items():
            if key not in self.others and name_key(told.name) not in self.others:
                yield told

    def _alias_of(self, words: tuple[str, ...]) -> _Told | None:
        return next((told for told in self.aliases.values() if _stands(told, words)), None)

    def _initialled(self, word: str) -> _Told | None:
        if not word.isupper() or len(word) < 2 or (len(word) >= _INITIALS and fold(word) in words_of("funders")):
            return None
        return next((told for told in self._telling() if initials(told.name) == word), None)


def initials(name: str) -> str:
    """The first letters of a name's words, in capitals."""
    return "".join(word[0] for word in _WORD.findall(name)).upper()


def _again(told: _Told, start: int, end: int, confidence: float) -> Named:
    reason = Message("The letter calls “{name}” {alias}.", {"name": told.name, "alias": told.alias or told.name})
    return Named(start, end, told.name, told.kind, "alias", confidence, reason)


def _alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether words are the same in number and each is a form of the other."""
    return len(words) == len(others) and all(map(_is_form, words, others))


def _is_part(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words are enough of a longer name to stand for it: two of them, or a long one, in their order."""
    if not (len(words) > 1 or (words and len(words[0]) > _LONG)) or len(words) >= len(name):
        return False
    return any(_alike(words, name[i : i + len(words)]) for i in range(len(name) - len(words) + 1))


def _is_form(word: str, other: str) -> bool:
    if fold(word) == fold(other):
        return True
    if min(len(word), len(other)) < _SHORTEST or word.isdigit() or fold(word[0]) != fold(other[0]):
        return False
    if other.lower() in case_forms(word.lower()) or word.lower() in case_forms(other.lower()):
        return True
    return not stems(word.lower()).isdisjoint(stems(other.lower()))


def _is_oblique(words: tuple[str, ...], told: _Told) -> bool:
    """Whether the words are a name's in another case, in which no noun before them is its own."""
    return any(here != there and OBLIQUE.search(here.lower()) for here, there in zip(words, told.words, strict=True))


def _stands(told: _Told, words: tuple[str, ...]) -> bool:
    """Whether the words of a text are a told name's, written as a name."""
    if len(words) != len(told.words) or (told.words[0][0].isupper() and not words[0][0].isupper()):
        return False
    if len(words) == 1 and told.words[0].isupper() and told.alias is not None:
        return words == told.words or (len(words[0]) > _SHORTEST and _alike(told.words, words))
    return _alike(told.words, words)


def _runs(text: str, window: list[tuple[int, int]]) -> bool:
    return all(_GAP.fullmatch(text[a[1] : b[0]]) for a, b in pairwise(window))


def _is_meant(doc: Doc, told: _Told, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether words without marks are a name told before rather than the words that it is made of."""
    text = doc.text
    before = head_before(text, start)
    if before is not None and before.head_class.kind is None and not _is_oblique(words, told):
        return False
    if any(each.label_ in ("person", "GPE") and each.start_char <= start and end <= each.end_char for each in doc.ents):
        return False
    if all(word.isupper() for word in words) and len("".join(words)) > _SHORTEST:
        return True
    if _beside_project(text, start, end) or _is_framed(text, end):
        return True
    opens = not re.search(r"\w", text[:start]) or re.search(r"[.!?:]\s*$", text[:start]) is not None
    if not opens:
        return words[0][0].isupper()
    inflected = any(fold(here) != fold(there) for here, there in zip(words, told.words, strict=True))
    last = words[-1].lower()
    if len(words) == 1:
        return inflected and (told.is_registered or (len(last) > _LONG and not is_head(fold(last))))
    of_people = bool(readings_of(last)) or head_class_of([fold(last)]) is not None
    return len(words) > 2 or (inflected and not of_people and fold(last) not in forms_of("institutions"))


def _is_framed(text: str, end: int) -> bool:
    """Whether the word behind a name is one that tells whose it is ("… nodarbībās")."""
    behind = _WORD.search(text, end)
    return behind is not None and not text[end : behind.start()].strip() and fold(behind[0]) in words_of("framing")


def _beside_project(text: str, start: int, end: int) -> bool:
    heads = (head_before(text, start), head_after(text, end))
    return any(head is not None and head.head_class.kind is not None for head in heads)
