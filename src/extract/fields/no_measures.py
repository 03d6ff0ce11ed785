"""Statements that say that no (specific) measures were carried out, told from those that deny something on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.fields.analysed import AnalysedLetter
from extract.fields.quotations import find_quotations
from extract.latvian.folding import fold
from extract.lexicons import read_lexicon
from extract.model import Finding, Message

_SURE = 0.95
#: "darbības", "projekti", "sadarbība" may be other things than measures.
_UNSURE = 0.7
_TERSE_ANSWER = 0.8
_DIACRITICS = re.compile("[āčēģīķļņšūž]", re.IGNORECASE)
#: A clause inside another: "pasākumi, kas paredzēti tikai romiem, netika rīkoti".
_INSERTED = re.compile(r",\s*(?:kas|kur\w*)\b[^,;:.]*,|\([^()]*\)")
_CLAUSE_END = re.compile(
    r"[;:]|,\s*(?:bet|taču|tomēr|tomer|tacu|savukārt|savukart|jo|lai|ja|kad|kas|kur\w*|tādēļ|tadel|tāpēc|tapec|"
    r"tālab|talab|un|ka|izņemot|iznemot|tādējādi|tos|tās)\b"
)
#: "Pasākumu nav", "nebija specifisku pasākumu", but not "nav pabeidzis programmu".
_LACKED = r"\b(?:(?:nav|nebija)(?!\s+(?!bij)\w+(?:is|usi|uši|usas|ušas|ts|ti|ta|tas)\b)|nenotika)\b"
#: All that a terse answer under a heading or a question says.
_TERSE_DENIAL = (
    r"(?:nav|netika|nebija)"
    r"(?:\s+(?:bijis|bijuši|bijušas|(?:īstenot|organizēt|veikt|rīkot|plānot|sniegt|ieviest|nodrošināt|lūgt)(?:s|i|a|as)|"
    r"notikusi|notikuši|notikušas|aktuāl(?:s|i|a)|attiecinām(?:s|i|a)))?"
)
_TERSE = re.compile(
    r"(?:(?:nē,\s*|\d{4}\.\s*gadā\s*[-–:]\s*)?(?:(?:(?:šādi|tādi|šādu|tādu)\s+)?(?:pasākumi\s+)?"
    rf"{_TERSE_DENIAL}(?:\s+un\s+{_TERSE_DENIAL})?)"
    r"|(?:nekād(?:i|as|u)|neviens|nē)|ne(?:īstenoja|veica|rīkoja|organizēja|sniedza|nodrošināja|notika))[.!]?"
    r"(?:(?<=[^.!]),\s*(?:jo|tā\s+kā|sakarā|ņemot)\b.*)?",
    re.IGNORECASE,
)
#: What is conceded on the way to what was done: "Lai gan atsevišķi pasākumi netika rīkoti, skola …".
_CONCESSION = re.compile(r"\b(?:kaut|lai)\s+(?:arī|ari|gan)\b[^,;:]*,")
#: What the denial is only on the way to: "…, taču 2021. gadā tie atsākās".
_RESUMED = re.compile(
    r"^,\s*(?:(?:bet|taču|tacu|tomēr|tomer|savukārt|savukart)\b[^;]*\b(?:tie|tās|tas|tos)\b|(?:tos|tās|tas)\s+(?!ne|nav)\w)"
)
#: A "no" to the question that goes on with what was done: "Nē, bet māsa apsekoja …".
_ANSWERED_BUT_TOLD = re.compile(r"nē\b.*,\s*(?:bet|taču|tomēr)\s(?!.*\b(?:var|drīkst|iespējams)\b)", re.IGNORECASE)
_POSITIVE = re.compile(r"\b(?:tika|tiek|ir|bija|notika|notiek|tiks)\b")
#: A comma that begins another clause, and so not "nav ne plānojusi, ne īstenojusi".
_ANOTHER = re.compile(r",(?!\s*ne\b)")
_ENDINGS = {
    ("masculine", "plural"): r"(?:ti|ši|uši|usi)",
    ("feminine", "plural"): r"(?:tas|šas|ušas|usas|ta|usi)",
    ("masculine", "singular"): r"(?:ts|is|ta)",
    ("feminine", "singular"): r"(?:ta|usi)",
}
_SERVICE_ENDINGS = r"(?:ts|ti|is|usi|ms|mi)"
_ACTIVE = r"(?:jis|jusi|juši|jusas|jušas|is|usi|uši|ušas|ies|usies|jusies|ušies|ušās)"


@dataclass(frozen=True, slots=True)
class _Noun:
    """A measure noun at `start:end`; `number` is the key its form stands under in the data file."""

    start: int
    end: int
    number: str
    gender: str
    sure: bool
    verbs: str


def find_no_measures(letter: AnalysedLetter) -> tuple[Finding[bool] | None, ...]:
    """True with its words for each statement that says so, None for all others.

    Such a statement denies, within one clause, a verb of carrying out of a noun for measures.
    """
    return tuple(_find(letter, i) for i in range(len(letter.docs)))


def _find(letter: AnalysedLetter, i: int) -> Finding[bool] | None:
    text = letter.letter.statements[i].text
    if _TERSE.fullmatch(text.strip()):
        evidence = letter.evidence(i, 0, len(text))
        reason = Message("The whole answer is “{words}”.", {"words": evidence.quote})
        return Finding(True, (evidence,), "terse answer", _TERSE_ANSWER, reason)
    if _ANSWERED_BUT_TOLD.match(text):
        return None
    for start, end, sure in _denials(text):
        evidence = letter.evidence(i, start, end)
        reason = Message("It says that measures were not carried out: “{words}”.", {"words": evidence.quote})
        return Finding(True, (evidence,), "denied measure", _SURE if sure else _UNSURE, reason)
    return None


def _data() -> dict[str, Any]:
    return read_lexicon("fields", "no_measures.toml")


def _spelled(word: str, exact: bool) -> str:
    return word if exact else fold(word)


@cache
def _any(words: tuple[str, ...], exact: bool) -> str:
    return "(?:" + "|".join(sorted({re.escape(_spelled(w, exact)) for w in words}, key=lambda w: (-len(w), w))) + ")"


@cache
def _words(key: str, exact: bool) -> str:
    section, name = key.split(".")
    return _any(tuple(_data()[section][name]), exact)


def _denials(text: str) -> Iterator[tuple[int, int, bool]]:
    """The denials of measures in `text` as (start, end, whether the noun means measures by itself)."""
    exact = _DIACRITICS.search(text) is not None  # without diacritics "aktivitātes" and "aktivitātēs" are one
    view = list(text.lower() if len(text.lower()) == len(text) else text)
    if not exact:
        view = list(fold(text))
    for quotation in find_quotations(text):
        view[quotation.start : quotation.end] = "„" * (quotation.end - quotation.start)
    joined = _INSERTED.sub(lambda found: " " * len(found[0]), "".join(view))
    joined = _CONCESSION.sub(lambda found: " " * len(found[0]), joined)
    start = 0
    for end in [*(mark.start() for mark in _CLAUSE_END.finditer(joined)), len(joined)]:
        nouns = () if _RESUMED.match(joined[end:]) else _nouns(joined, start, end, exact)
        for noun in nouns:
            denied = _denied(joined, noun, start, end, exact)
            if denied is not None:
                yield min(noun.start, denied[0]), max(noun.end, denied[1]), noun.sure
        start = end


def _nouns(text: str, start: int, end: int, exact: bool) -> Iterator[_Noun]:
    for measure in _data()["measures"]:
        for number in ("plural", "genitive", "singular", "none_of", "whole", "lone", "pronoun"):
            if not measure.get(number):
                continue
            for found in re.finditer(rf"\b{_any(tuple(measure[number]), exact)}\b", text[start:end]):
                noun = _Noun(
                    start + found.start(),
                    start + found.end(),
                    number,
                    measure["gender"],
                    measure["sure"],
                    measure.get("verbs", ""),
                )
                if _is_denied_noun(text, noun, start, exact):
                    yield noun


def _is_denied_noun(text: str, noun: _Noun, start: int, exact: bool) -> bool:
    """Whether the noun can stand for all measures: no named one, none of several, no modifier of another noun."""
    before, after = text[start : noun.start], text[noun.end :]
    if noun.number == "none_of":  # "neviens no plānotajiem pasākumiem"
        return re.search(rf"\b{_words('words.none_at_all', exact)}\w*\s+no\s+(?:\w+\s+){{0,4}}$", before) is not None
    word = rf"(?!{_words('words.whole_phrases', exact)}\b)\w+"
    governed = rf"\b(?:par|no|pie|ar|uz|bez|pēc|pec|kopš|kops|starp)\s+(?:{word}\s+)?$"
    is_nominative = noun.number == "plural" and text[noun.start : noun.end].endswith("i")  # no preposition takes it
    if re.match(r"\s*„", after) or (not is_nominative and re.search(governed, before)):
        return False
    if re.search(rf"\b{_words('words.only_some', exact)}\w*\W+(?:\w+\W+){{0,2}}$", before):
        return False
    if noun.number == "singular":
        return re.search(rf"\b{_words('words.none_at_all', exact)}\w*\W+(?:\w+\W+){{0,3}}$", before) is not None
    if noun.number == "lone":
        behind = rf"(?:\s+{_words('words.still', exact)})?\s+{_words('words.behind_lone', exact)}\b"
        return re.match(behind, after) is not None
    if noun.number == "pronoun":
        return re.match(r"\s+(?:nav|nebija|netika|netiek)\b", after) is not None
    if noun.number == "genitive":
        return re.match(rf"\s+{_words('words.of_measures', exact)}", after) is None
    return True


def _denied(text: str, noun: _Noun, start: int, end: int, exact: bool) -> tuple[int, int] | None:
    """The place of the denied verb that the noun goes with, within its clause."""
    finite = _words(f"verbs.{noun.verbs}_finite" if noun.verbs else "verbs.finite", exact)
    stems = _words(f"verbs.{noun.verbs or 'participle'}", exact)
    number = "plural" if noun.number in ("plural", "pronoun") else "singular"
    agreeing = _spelled(_SERVICE_ENDINGS if noun.verbs == "service" else _ENDINGS[noun.gender, number], exact)
    active = _spelled(_ACTIVE, exact)
    passive = rf"{stems}\w{{0,2}}?{agreeing}"
    spellings = [
        rf"\bne{finite}\b",
        rf"\b(?:nav|nebija|netika|netiek)\b(?:\s+\w+){{0,6}}?\s+(?:{passive})\b",
        rf"\b(?:{passive})\s+(?:nav|nebija|netika|netiek)\b",
        rf"\b(?:nav|nebija|neesam|neesmu)\b(?:\s+\w+){{0,4}}?\s+{stems}\w{{0,2}}?{active}\b",
        rf"\b{stems}\w{{0,2}}?{active}\s+(?:nav|nebija|neesam|neesmu)\b",
    ]
    if noun.number in ("genitive", "lone"):
        done = rf"\b(?:nav|nebija)\b(?:\s+\w+){{0,4}}?\s+{stems}\w{{0,2}}?{active}\b"
        spellings = [rf"\bne{finite}\b", _LACKED, done]
    for spelling in spellings:
        for verb in re.finditer(spelling, text[start:end]):
            verb_start, verb_end = start + verb.start(), start + verb.end()
            between = text[min(verb_end, noun.end) : max(verb_start, noun.start)]
            otherwise = re.match(rf"\s+{_words('words.manner', exact)}\b", text[verb_end:])
            if not otherwise and not _POSITIVE.search(between) and not _ANOTHER.search(between):
                return verb_start, verb_end
    return None
