"""Latvian conjugation: the forms of a verb, made from its principal parts.

What letters deny is told by the indicative, the infinitive and the past participles; other forms are not made.
Source: A. Kalnača, I. Lokmane, Latvian Grammar (2021), on the verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache


class VerbForm(Enum):
    """What a form is. Participles in the nominative have a gender and a number."""

    INFINITIVE = auto()
    #: The first person of any tense, as those write who answer for their office; the third person, by its tense.
    FIRST = auto()
    PRESENT = auto()
    PAST = auto()
    FUTURE = auto()
    #: Past participle, passive ("rīkots") and active ("rīkojis").
    PASSIVE = auto()
    ACTIVE = auto()


@dataclass(frozen=True, slots=True)
class Conjugated:
    """One form of a verb; `gender` ("Masc", "Fem") and `plural` are told by participles only."""

    text: str
    form: VerbForm
    gender: str = ""
    plural: bool | None = None


#: Endings of the participles in the nominative.
_PASSIVE = (("ts", "Masc", False), ("ta", "Fem", False), ("ti", "Masc", True), ("tas", "Fem", True))
_ACTIVE = (("usi", "Fem", False), ("uši", "Masc", True), ("ušas", "Fem", True))
_REFLEXIVE_ACTIVE = (("usies", "Fem", False), ("ušies", "Masc", True), ("ušās", "Fem", True))
#: The last consonant of a past stem before the front vowel of "-is", and elsewhere.
_SOFTENED = (("dz", "g"), ("c", "k"))


@cache
def conjugate(infinitive: str, present: str, past: str) -> tuple[Conjugated, ...]:
    """The forms of a verb given by its infinitive and its third persons of present and past: `rīkot`, `rīko`, `rīkoja`.

    Reflexive verbs are given in their reflexive forms: `norisināties`, `norisinās`, `norisinājās`.
    """
    reflexive = infinitive.endswith("ties")
    stem = infinitive.removesuffix("ties" if reflexive else "t")
    future = f"{stem}īs" if stem.endswith("s") else f"{stem}s"
    first = [_first_plural(present), _first_plural(past), f"{future}{'imies' if reflexive else 'im'}"]
    if not reflexive:
        first.append(f"{past[:-1]}u")
    forms = [Conjugated(infinitive, VerbForm.INFINITIVE)]
    forms += [Conjugated(text, VerbForm.FIRST) for text in first]
    forms += [Conjugated(present, VerbForm.PRESENT), Conjugated(past, VerbForm.PAST)]
    forms.append(Conjugated(f"{future}ies" if reflexive else future, VerbForm.FUTURE))
    if not reflexive:
        forms += [Conjugated(stem + e, VerbForm.PASSIVE, gender, plural) for e, gender, plural in _PASSIVE]
    return (*forms, *_active(past.removesuffix("ās" if reflexive else "a"), reflexive))


def _first_plural(third: str) -> str:
    """The first person plural of a third person: "rīkojam" of "rīko", "darām" of "dara"."""
    if third.endswith("s"):
        return f"{third[:-1]}mies"
    if third.endswith(("ē", "ā", "o")):
        return f"{third}jam"
    return f"{third[:-1]}ām" if third.endswith("a") else f"{third}am"


def _active(stem: str, reflexive: bool) -> list[Conjugated]:
    soft, hard = stem, stem
    for softened, plain in _SOFTENED:
        if stem.endswith(softened):
            hard = stem.removesuffix(softened) + plain
            break
        if stem.endswith(plain):
            soft = stem.removesuffix(plain) + softened
            break
    masculine = Conjugated(soft + ("ies" if reflexive else "is"), VerbForm.ACTIVE, "Masc", False)
    others = _REFLEXIVE_ACTIVE if reflexive else _ACTIVE
    return [masculine, *(Conjugated(hard + e, VerbForm.ACTIVE, gender, plural) for e, gender, plural in others)]
