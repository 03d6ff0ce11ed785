"""Known projects: the codebook's register, and the aliases a letter gives; found in any case form and spelling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from rapidfuzz import fuzz

from extract.codebook import KnownProject
from extract.latvian.folding import fold
from extract.latvian.inflection import case_forms, declension_of, paradigm

#: How alike a long name and an entry must be to be one name misspelt (normalised indel similarity, 0 to 100).
_ALIKE = 93
_LONG = 24
#: The endings of indefinite adjectives in the nominative, by the gender and number of their noun.
_INDEFINITE = {("Masc", "singular"): "s", ("Fem", "singular"): "a", ("Masc", "plural"): "i", ("Fem", "plural"): "as"}
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class NameFound:
    """An entry's name at `start:end` of a text without quotation marks; `words` is the number of words it has."""

    start: int
    end: int
    entry: KnownProject
    words: int


def name_key(name: str) -> str:
    """What spellings of one name share: its words, folded."""
    return " ".join(re.findall(r"\w+", fold(name)))


def name_forms(name: str) -> frozenset[str]:
    """The case forms of a name, also of one that begins with an indefinite adjective ("Droša bērnība")."""
    first, _, rest = name.partition(" ")
    last = rest.split()[-1] if rest else ""
    found = {name, *case_forms(name)}
    if not last or " " in rest:
        return frozenset(found)
    number = declension_of(last)[1]
    for noun in (form for form in paradigm(last) if form.number is number):
        ending = _INDEFINITE.get((noun.gender, number.value), "")
        if ending and first.endswith(ending) and len(first) - len(ending) >= _SHORTEST_STEM:
            masculine = noun.gender == "Masc"
            adjective = paradigm(first, "first" if masculine else "fourth")
            found |= {
                f"{each.text} {noun.text}" for each in adjective if (each.case, each.number) == (noun.case, number)
            }
    return frozenset(found)


@cache
def folded_name_forms(name: str) -> frozenset[str]:
    """The forms of a name, folded."""
    return frozenset(map(fold, name_forms(name)))


class ProjectRegister:
    """Names led to their entries."""

    def __init__(self, entries: tuple[KnownProject, ...]) -> None:
        self._keys: dict[str, KnownProject] = {}
        self._own: dict[str, KnownProject] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: KnownProject) -> None:
        """Add an entry; names that are known stay with the entry that has them."""
        for name in (entry.name, *entry.aliases):
            for form in {name, *folded_name_forms(name)}:
                self._keys.setdefault(name_key(form), entry)
        for form in {entry.name, *folded_name_forms(entry.name)}:
            self._own[name_key(form)] = entry

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _pattern(tuple(sorted(self._keys)))

    def entry_of(self, name: str) -> KnownProject | None:
        """The entry that a name in full is, in any case form; long names may be misspelt."""
        key = name_key(name)
        if key in self._keys:
            return self._keys[key]
        if len(key) < _LONG:
            return None
        # a word more is another name: "Rītausma II" is no misspelt "Rītausma"
        alike = (known for known in self._keys if len(known.split()) == len(key.split()))
        return next((self._keys[known] for known in alike if fuzz.ratio(key, known) >= _ALIKE), None)

    def is_own_name(self, name: str) -> bool:
        """Whether a name is an entry's canonical name rather than another name of it."""
        return name_key(name) in self._own

    def find(self, text: str) -> Iterator[NameFound]:
        """All names of entries in a text, whether or not they are meant as names there."""
        for found in self._pattern.finditer(fold(text)):
            key = name_key(found[0])
            yield NameFound(*found.span(), self._keys[key], len(key.split()))


def canonical_names(names: Sequence[str]) -> dict[str, str]:
    """Each name of a dataset with the spelling that stands for it and its variants: the most frequent, else the first.

    Variants differ in letter case, diacritics, marks or case ending, or are long names misspelt.
    """
    spellings = Counter(names)
    ranked = sorted(spellings, key=lambda name: -spellings[name])
    register = ProjectRegister(())
    found: dict[str, str] = {}
    for name in ranked:
        entry = register.entry_of(name)
        if entry is None:
            register.add(KnownProject(name=name, kind="project"))
        found[name] = entry.name if entry else name
    return found


@lru_cache(maxsize=8)
def register_of(entries: tuple[KnownProject, ...]) -> ProjectRegister:
    """The register with these entries, made once a process."""
    return ProjectRegister(entries)


def _pattern(keys: tuple[str, ...]) -> re.Pattern[str]:
    names = sorted((key for key in keys if key), key=lambda key: (-len(key), key))
    spelled = (r"\W{1,3}".join(map(re.escape, name.split())) for name in names)
    return re.compile(r"(?<!\w)(?:" + ("|".join(spelled) or r"(?!)") + r")(?!\w)[!+]?")
