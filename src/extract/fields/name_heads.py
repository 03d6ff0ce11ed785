"""Tells by the nouns beside a name what the name belongs to: a project, or something that is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extract.latvian.folding import fold, folded_case_forms
from extract.lexicons import read_lexicon
from extract.model import ProjectKind

#: A noun counts as the last part of a compound from this length on ("videokonkurss").
_SHORTEST_IN_COMPOUND = 5
#: Words that may stand between a head noun and its name ("konkursā jauniešiem „…”").
_LOOK_BACK = 4
_PARENTHESES_AT_END = re.compile(r"\([^()]*\)\s*$")
_NUMBER_AT_END = re.compile(r"\b(?:nr|id|sam)?\.?\s*:?\s*[\w.+-]*\d[\w.+/-]*[.,]?\s*$")
#: "projekts, kura nosaukums ir „…”"
_CALLED_AT_END = re.compile(r",?\s*kur(?:a|as|u)\s+nosaukum\w*(?:\s+ir)?\s*[:–-]?\s*$")
#: The number of a list's item, behind what opens the list or the item before it.
_ITEM_AT_END = re.compile(r"(?<=[:;,])\s*\(?\d{1,2}[.)]\s*$")
_PASSED_AT_END = (_PARENTHESES_AT_END, _CALLED_AT_END, _ITEM_AT_END, _NUMBER_AT_END)
_ORDINAL_AT_END = re.compile(r"\b(\w{3,})\s*[,–—-]?\s*$")
_WORD_AT_END = re.compile(r"(\w[\w-]*)(?:\.)?[\s:–—-]*$")
_PARENTHESES = re.compile(r"^\s*\([^()]*\)")
_WORD = re.compile(r"^\s*[–-]?\s*(\w[\w-]*)\.?")
#: "„…” – tā saucas projekts"
_SO_CALLED = re.compile(r"^,?\s*[–—-]?\s*(?:ta|sadi)\s+(?:sauc|deve)\w*(?=\s)")


class HeadClass(StrEnum):
    """What a name beside such a noun is; `WEAK` nouns are heads only where nothing better stands on the other side.

    An `IDEA` is a project where the text tells that it was paid for.
    """

    PROJECT = "project"
    CAMPAIGN = "campaign"
    COMPETITION = "competition"
    WEAK = "weak"
    IDEA = "idea"
    NONE = "none"

    @property
    def kind(self) -> ProjectKind | None:
        """The codebook's kind of a name of this class, if it is one."""
        return ProjectKind(self.value) if self in _NAMED else None


_NAMED = {HeadClass.PROJECT, HeadClass.CAMPAIGN, HeadClass.COMPETITION}


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun at `start:end` of its text, and what it makes of a name."""

    start: int
    end: int
    head_class: HeadClass


@cache
def words_of(key: str) -> frozenset[str]:
    """A word list of `data/name_heads.toml` as it stands there, folded."""
    data = read_lexicon("fields", "name_heads.toml")
    return frozenset(map(fold, data[key]))


@cache
def forms_of(key: str) -> frozenset[str]:
    """Every case form of the nominatives of a word list of `data/name_heads.toml`, folded."""
    return frozenset(
        form for noun in read_lexicon("fields", "name_heads.toml")[key] for form in folded_case_forms(noun)
    )


@cache
def _forms() -> dict[str, HeadClass]:
    """Every case form of every head noun and phrase. What is no project wins where forms coincide."""
    data = read_lexicon("fields", "name_heads.toml")
    return {
        form: head_class
        for head_class in HeadClass
        for noun in data[head_class.value]
        for form in folded_case_forms(noun)
    }


@cache
def is_generic(alias: str) -> bool:
    """Whether an alias ("Projekts", "projekta aktivitātes") is a common noun and names nothing."""
    words = fold(alias).split()
    return not words or words[-1].strip(".,;:") in forms_of("generic")


def head_class_of(words: list[str]) -> HeadClass | None:
    """The class of the noun that ends `words` (folded): of the longest phrase known, else of the last word's end."""
    forms = _forms()
    for length in (3, 2, 1):
        if len(words) >= length and (found := forms.get(" ".join(words[-length:]))) is not None:
            return found
    if not words:
        return None
    last = words[-1]
    tails = (last[i:] for i in range(2, len(last) - _SHORTEST_IN_COMPOUND + 1))
    return next((forms[tail] for tail in tails if tail in forms), None)


def is_head(word: str) -> bool:
    """Whether a word (folded) is itself a form of a head noun, and not only a compound of one."""
    return word in _forms()


def is_paid_for(text: str) -> bool:
    """Whether the text tells of a competition or of money given."""
    return any(word.startswith(tuple(words_of("paid"))) for word in re.findall(r"\w+", fold(text)))


def head_of_ordinal(text: str, start: int, above: str) -> Head | None:
    """The noun that an ordinal before a name at `start` stands for ("pirmais – „Ausma”"): the nearest one before it.

    It stands in the text, else in `above`, the statement before; the place is the ordinal's.
    """
    ordinal = _ORDINAL_AT_END.search(fold(text[:start]))
    if ordinal is None or not ordinal[1].startswith(tuple(words_of("ordinals"))):
        return None
    for told in (text[: ordinal.start()], above):
        for word in reversed(re.findall(r"\w+", fold(told))):
            found = head_class_of([word])
            if found is HeadClass.IDEA:
                found = HeadClass.PROJECT if is_paid_for(told) else None
            if found is not None and found.kind is not None and word not in words_of("funders"):
                return Head(ordinal.start(1), ordinal.end(1), found)
    return None


def head_before(text: str, start: int) -> Head | None:
    """The noun right before a name at `start`; numbers, parentheses and words like "ar nosaukumu" stand between.

    Failing that, a noun for a project, campaign or competition up to four words back with no mark between.
    """
    folded = fold(text[:start])
    end = len(folded)
    while True:
        left = folded[:end].rstrip()
        if cut := next((cut for passed in _PASSED_AT_END if (cut := passed.search(left))), None):
            end = cut.start()
            continue
        word = _WORD_AT_END.search(left)
        if word is None:
            return None
        if word[1] not in words_of("passed_over"):
            break
        end = word.start()
    words = re.findall(r"\w[\w-]*", re.split(r"[.,;:!?()„“”\"«»]", left.rstrip(" :–—-"))[-1])
    if (found := head_class_of(words)) is not None:
        return Head(word.start(1), word.end(1), found)
    for back in range(1, min(_LOOK_BACK, len(words) - 1) + 1):
        found = head_class_of(words[:-back])
        if found is not None:
            at = left.rfind(words[-back - 1])
            return Head(at, at + len(words[-back - 1]), found) if found in _NAMED else None
    return None


def head_after(text: str, end: int) -> Head | None:
    """The noun right after a name that ends at `end`, parentheses passed over ("„…” projekta ietvaros")."""
    folded = fold(text)
    for passed in (_PARENTHESES, _SO_CALLED):
        if cut := passed.match(folded[end:]):
            end += cut.end()
    words: list[str] = []
    at = end
    for _ in range(3):
        word = _WORD.match(folded[at:])
        if word is None:
            return None
        words.append(word[1])
        start, at = at + word.start(1), at + word.end()
        known = head_class_of(words) if len(words) == 1 or " ".join(words) in _forms() else None
        if known is None and words[0] in words_of("passed_over") | words_of("funders") | words_of("linking"):
            known = head_class_of(words[1:])
        if known is not None:
            return Head(start, start + len(word[1]), known)
    return None
