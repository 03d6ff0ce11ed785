"""Latvian words looked up in a Hunspell dictionary that tells parts of speech and forms, as Debian's hunspell-lv does.

The dictionary's stems carry the part of speech and paradigm (`po:lietv1r`), its suffix rules the form that they make
(`is:vpg`). Hunspell's own library tells spelling only, so the few kinds of rules that the Latvian dictionary uses are
undone here: suffixes, one suffix upon another, and the prefixes ne-, jā- and vis-.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

#: Suffix upon suffix upon suffix: a participle of a verb, declined.
_MOST_SUFFIXES = 3


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a form: the dictionary's word, its part of speech and paradigm, and the form as it is coded."""

    lemma: str
    paradigm: str
    form: str


@dataclass(frozen=True, slots=True)
class _Suffix:
    flag: str
    condition: re.Pattern[str]
    form: str
    continues: frozenset[str]


@dataclass(slots=True)
class _Suffixes:
    """Suffixes that add and take away the same, and those of them that stand upon another suffix themselves."""

    all: list[_Suffix] = field(default_factory=list)
    upper: list[_Suffix] = field(default_factory=list)


class MorphologicalLexicon:
    """The words and rules of a Hunspell dictionary (`.dic` and `.aff`, UTF-8, one character a flag)."""

    def __init__(self, dictionary: str, affixes: str) -> None:
        self._words: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        read: dict[str, tuple[frozenset[str], str]] = {}  # what stands behind words: a few hundred kinds serve all
        for line in dictionary.splitlines()[1:]:
            entry, _, morphology = line.partition(" ")
            word, _, flags = entry.partition("/")
            behind = line[len(word) :]
            if behind not in read:
                paradigm = next((part[3:] for part in morphology.split() if part.startswith("po:")), "")
                read[behind] = frozenset(flags), paradigm
            self._words[word].append(read[behind])
        #: By the flag of the suffix that stands upon them (None: any, as nothing does), what they add, what gives way.
        self._suffixes: dict[str | None, dict[str, dict[str, _Suffixes]]] = defaultdict(dict)
        self._prefixes: list[tuple[str, str]] = []
        for line in affixes.splitlines():
            kind, *fields = line.split() or [""]
            if kind == "SFX" and len(fields) >= 4:
                form = next((part[3:] for part in fields[4:] if part.startswith("is:")), "")
                self._add_suffix(fields[0], fields[1], fields[2], fields[3], form)
            elif kind == "PFX" and len(fields) >= 4:
                self._prefixes.append((fields[0], fields[2].partition("/")[0]))
        self._lengths = {flag: sorted({len(added) for added in by_added}) for flag, by_added in self._suffixes.items()}
        for by_added in self._suffixes.values():
            for by_stripped in by_added.values():
                for suffixes in by_stripped.values():
                    suffixes.upper = [suffix for suffix in suffixes.all if suffix.flag in self._suffixes]

    @classmethod
    def from_files(cls, dictionary: Path, affixes: Path) -> MorphologicalLexicon:
        """Read the two files of a dictionary. Raises OSError."""
        return cls(dictionary.read_text("utf-8"), affixes.read_text("utf-8"))

    def _add_suffix(self, flag: str, stripped: str, added: str, condition: str, form: str) -> None:
        added, _, continues = added.partition("/")
        added, stripped = added.replace("0", ""), stripped.replace("0", "")
        pattern = re.compile(condition + r"\Z")
        form = form or f"{flag}{added}"
        suffix = _Suffix(flag, pattern, form, frozenset(continues))
        for upon in (None, *suffix.continues):
            self._suffixes[upon].setdefault(added, {}).setdefault(stripped, _Suffixes()).all.append(suffix)

    def analyse(self, word: str) -> list[Analysis]:
        """All analyses of a form, without repetition; none where the dictionary does not know it.

        A form that is not known as it stands is looked up in lower case.
        """
        found = self._analyse(word)
        if not found and word.lower() != word:
            found = self._analyse(word.lower())
        if not found and word.isupper():
            found = self._analyse(word.title())
        return list(found)

    def _analyse(self, word: str) -> dict[Analysis, None]:
        found: dict[Analysis, None] = {}
        self._undo_suffixes(found, word, None, "", 0)
        for flag, prefix in self._prefixes:
            if word.startswith(prefix) and len(word) > len(prefix) + 1:
                within: dict[Analysis, None] = {}
                self._undo_suffixes(within, word[len(prefix) :], None, "", 0, flag)
                found |= {Analysis(each.lemma, each.paradigm, f"{prefix}+{each.form}"): None for each in within}
        return found

    def _undo_suffixes(
        self,
        found: dict[Analysis, None],
        word: str,
        wanted: str | None,
        form: str,
        depth: int,
        prefix_flag: str | None = None,
    ) -> None:
        """Add to `found` the analyses of `word`, which carried the suffix of flag `wanted` (None: it stands alone)."""
        words = self._words
        for flags, paradigm in words.get(word, ()):
            if (wanted is None or wanted in flags) and (prefix_flag is None or prefix_flag in flags):
                found[Analysis(word, paradigm, form)] = None
        if depth == _MOST_SUFFIXES or wanted not in self._suffixes:
            return
        suffixes_of = self._suffixes[wanted]
        for length in self._lengths[wanted]:
            cut = len(word) - length
            if cut < 0:
                return
            by_stripped = suffixes_of.get(word[cut:])
            if by_stripped is None:
                continue
            for stripped, suffixes in by_stripped.items():
                base = word[:cut] + stripped
                # Most bases are no words, and few suffixes stand upon another: to see that first makes it fast.
                for suffix in suffixes.all if base in words else suffixes.upper:
                    if base and suffix.condition.search(base):
                        told = f"{suffix.form}.{form}" if form else suffix.form
                        flag = None if prefix_flag in suffix.continues else prefix_flag
                        self._undo_suffixes(found, base, suffix.flag, told, depth + 1, flag)


@cache
def share_lexicon(dictionary: str, affixes: str) -> MorphologicalLexicon:
    """The lexicon of the contents of two such files, one for all who ask for it in a process."""
    return MorphologicalLexicon(dictionary, affixes)
