"""Those whom a number counts, as the rules of roles see them: whether they are staff, in what case, and beside whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from extract.fields.people import PeopleForm, readings_of
from extract.fields.vocabulary import is_preposition, noun_forms
from extract.latvian.folding import fold
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral
from extract.lexicons import read_lexicon
from extract.model import Unit

DASHES = frozenset("-–—")
_IS = frozenset({"ir", "bija"})
_CLAUSE_MARKS = frozenset({",", ";", ":", "–", "—", "(", ")"})
#: The case of a number without a noun, by what the annotation takes it for; of the others it is the nominative.
_CASE_OF = {"obj": Case.ACCUSATIVE, "iobj": Case.DATIVE}


@dataclass(frozen=True, slots=True)
class CountedPeople:
    """The number, the token `head` that names its people (the number's own where no noun does), and how it is read."""

    doc: Doc
    numeral: Numeral
    head: int
    reading: PeopleForm

    @property
    def clause(self) -> range:
        """The tokens between the marks around the head."""
        return clause_of(self.doc, self.head)

    @property
    def is_named(self) -> bool:
        """Whether their noun follows the number."""
        return self.head >= self.numeral.end

    @property
    def is_staff(self) -> bool:
        """Whether they are staff or helpers by their noun or by what stands beside it."""
        is_called_so = any(r.is_staff and r.case is self.reading.case for r in self._called())
        return self.reading.is_staff or self.is_giver or self.is_helper or is_called_so or self._is_staff_here()

    @property
    def is_helper(self) -> bool:
        """Whether they are volunteers ("trīs brīvprātīgie studenti", "brīvprātīgās – sešas studentes")."""
        helpers = role_words()["people"]["helpers"]
        called = (*self._called(), *readings_of(self.before(self.head)))
        return self.reading.group in helpers or any(r.group in helpers and r.case is self.reading.case for r in called)

    @property
    def is_giver(self) -> bool:
        """Whether their noun names the giving itself ("lektori", "pavadošie skolotāji")."""
        is_giving = self.reading.is_staff and begins(self.before(self.head), role_words()["people"]["giving"])
        return is_giving or self.reading.group in role_words()["people"]["givers"]

    @property
    def cases(self) -> set[Case]:
        """The cases that they may stand in; digits leave them to the noun."""
        reading, asked = self.reading, {agreement.case for agreement in self.numeral.agreement}
        named = {
            r.case
            for r in readings_of(self.doc[self.head].lower_)
            if (r.group, r.number) == (reading.group, reading.number)
        }
        if not named:
            told = {_CASE_OF.get(self.doc[self.head].dep_, Case.NOMINATIVE)}
            return told & asked or asked - {Case.GENITIVE, Case.LOCATIVE} or told
        if reading.case is Case.GENITIVE:
            return {Case.GENITIVE}
        return (named & asked if self.is_named else set()) or named - {Case.GENITIVE} or named

    @property
    def is_attribute(self) -> bool:
        """Whether they stand in the genitive before what they belong to ("speciālistu komanda", "asistentu skaits")."""
        following = self.doc[self.head + 1].lower_ if self.head + 1 < len(self.doc) else ""
        is_before = bool(noun_forms(following)) or following.startswith("skait")
        return self.cases == {Case.GENITIVE} and (self.numeral.is_only(Case.GENITIVE) or is_before)

    @property
    def preposition(self) -> str | None:
        """The preposition right before them; None for none."""
        start = min(self.numeral.start, self.head)
        for k in range(start - 1, max(-1, start - 3), -1):
            word = self.doc[k].lower_
            if is_preposition(word):
                return word
            if not noun_forms(word) and not readings_of(word):
                break
        return None

    def before(self, i: int) -> str:
        """The token before token `i`, in lower case; empty at the beginning."""
        return self.doc[i - 1].lower_ if i > 0 else ""

    def names(self, clause: range, stems: Sequence[str]) -> bool:
        """Whether a word of a clause begins with one of the stems."""
        return any(begins(self.doc[i].lower_, stems) for i in clause if i != self.head)

    def has_word(self, clause: range, words: Sequence[str]) -> bool:
        """Whether a clause has one of the words as they stand."""
        return any(self.doc[i].lower_ in words for i in clause if i != self.head)

    def others(self, clause: range) -> Iterator[tuple[int, PeopleForm]]:
        """The other people in the plural, and families, that a clause names and that are no subject beside them."""
        for i in clause:
            is_joined = i == self.numeral.start - 2 and self.doc[i + 1].lower_ == "un"
            if i == self.head or is_joined or self.numeral.start <= i <= max(self.head, self.numeral.end - 1):
                continue
            readings = [
                r
                for r in readings_of(self.doc[i].lower_)
                if r.number is GrammaticalNumber.PLURAL or r.unit is Unit.FAMILIES
            ]
            may_be_subject = any(r.case is Case.NOMINATIVE and r.unit is Unit.PERSONS for r in readings)
            if not may_be_subject or self.doc[i].dep_ == "obj":
                yield from ((i, reading) for reading in readings)

    def _called(self) -> tuple[PeopleForm, ...]:
        """What they are called before a dash or "to be" ("brīvprātīgās – sešas studentes", "vadītāji bija 5 romi")."""
        i = self.numeral.start
        if i < 2 or not self.is_named or self.before(i) not in DASHES | _IS:
            return ()
        return tuple(r for r in readings_of(self.before(i - 1)) if r.number is GrammaticalNumber.PLURAL)

    def _is_staff_here(self) -> bool:
        """Whether a noun that may name staff does ("medicīnas māsas", "viens ārsts un trīs māsas")."""
        attributes = role_words()["people"]["staff_by_attribute"].get(self.reading.group)
        if attributes is None:
            return False
        if self.names(range(max(0, self.head - 3), self.head), attributes):
            return True
        is_joined = self.before(self.numeral.start) in ("un", ",")
        return is_joined and any(reading.is_staff for reading in readings_of(self.before(self.numeral.start - 1)))


def role_words() -> dict[str, Any]:
    """The words of `data/roles.toml`."""
    return read_lexicon("fields", "roles.toml")


def clause_of(doc: Doc, i: int) -> range:
    """The tokens between the commas and other marks around token `i`."""
    marks = [token.i for token in doc if token.text in _CLAUSE_MARKS]
    return range(max((k for k in marks if k < i), default=-1) + 1, min((k for k in marks if k > i), default=len(doc)))


def begins(word: str, stems: Sequence[str]) -> bool:
    """Whether a word, in lower case, begins with one of the stems, diacritics aside."""
    return fold(word).startswith(tuple(fold(stem) for stem in stems))


def has_preposition(doc: Doc, i: int) -> bool:
    """Whether a preposition stands one or two tokens before token `i`."""
    return any(is_preposition(doc[k].lower_) for k in range(max(0, i - 2), i))
