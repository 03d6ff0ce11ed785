"""Sentences that belong to the letter and not to what it tells of: announcements, references, courtesies, offers."""

from __future__ import annotations

import re
from functools import cache

from extract.latvian.dates import find_dates
from extract.latvian.folding import fold
from extract.letters.phrases import has_verb, sentence_phrases
from extract.lexicons import read_lexicon

_RELATIVE = re.compile(r"(?:kas|ko|kur\w*)\b", re.IGNORECASE)
_RELATIVE_CLAUSE = re.compile(r",\s*(?:par\s+|no\s+|ar\s+)?(?:kas|ko|kur\w*)\b[^,]*(?:,|$)", re.IGNORECASE)
#: Fewer words than this after a verb of telling tell nothing.
_SHORTEST_CONTENT = 3


def is_courtesy(sentence: str) -> bool:
    """Whether a sentence greets, thanks, offers more information, or tells what is enclosed or whence the data are."""
    return bool(sentence_phrases("courtesy").search(sentence) or sentence_phrases("sources").search(sentence))


def is_announcement(sentence: str) -> bool:
    """Whether a sentence only refers to the request, or announces what the letter goes on to tell.

    Judged by content: "informē par 2022. gadā paveikto" announces, "informē, ka pasākumi netika īstenoti" tells.
    """
    if sentence_phrases("writer").search(sentence):
        return True
    content = told_clause(sentence)
    if content is not None:
        return is_announcement(content) or is_courtesy(content)
    if sentence_phrases("counted").search(sentence):
        return False
    if sentence_phrases("made").search(sentence) or sentence_phrases("shown").search(sentence):
        return True
    if speaks_of_itself(sentence):
        return True
    if sentence_phrases("title").search(sentence):
        return not has_verb(sentence) or sentence.endswith(":")
    requested = bool(sentence_phrases("request").search(sentence))
    if requested and (
        _tells_by_itself(sentence) or sentence_phrases("denied").search(_RELATIVE_CLAUSE.sub("", sentence))
    ):
        return False
    if requested and sentence_phrases("request_verbs").search(sentence):
        return True
    if sentence_phrases("asked_to_tell").search(sentence) or sentence_phrases("answer_completed").search(sentence):
        return True
    reports = sentence_phrases("report").search(sentence)
    if reports and sentence_phrases("asked_by").search(sentence) and sentence_phrases("sent").search(sentence):
        return True
    reports = reports or sentence_phrases("opening_report").search(sentence)
    about = sentence_phrases("object").search(sentence)
    return bool(reports and about and sentence_phrases("announced").search(sentence))


def speaks_of_itself(sentence: str) -> bool:
    """Whether a sentence has no other words than those that tell what the letter is and of which time it reports.

    Names, which have capitals, may stand in it; numbers other than dates tell something.
    """
    rest = list(sentence)
    dates = [date for date in find_dates(sentence) if date.years]
    for start, end in [*((date.start, date.end) for date in dates), *(m.span() for m in _YEAR.finditer(sentence))]:
        rest[start:end] = " " * (end - start)
    words = [(found[0], found.start()) for found in re.finditer(r"\w+", "".join(rest))]
    about = [fold(word) for word, at in words if at == 0 or not word[0].isupper()]
    if len(words) > 1 and fold(words[1][0]).startswith(tuple(_words("named"))):
        del about[0]  # "Limbažu novada pašvaldība …"
    whole = _words("small") | _words("telling_others") | _words("paper_words")
    if not all(word in whole or word.startswith(_beginnings()) for word in about):
        return False
    tells = any(word.startswith(tuple(_words("telling"))) or word in _words("telling_others") for word in about)
    papers = any(word.startswith(tuple(_words("papers"))) or word in _words("paper_words") for word in about)
    dated = bool(dates) or _YEAR.search(sentence) is not None or any(word.startswith("gad") for word in about)
    return ((tells or papers) and (dated or sentence.endswith(":"))) or (bool(about) and about[0] in _words("pointing"))


_YEAR = re.compile(r"\b20\d\d\b\.?")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_lexicon("letters", "letter_words.toml")[key])


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(_words("telling") | _words("papers") | _words("besides"))


def announcement_end(sentence: str) -> int | None:
    """Where the announcement ends that a sentence opens with before a colon, and what it tells begins; else None."""
    colon = sentence.find(": ")
    if colon < 0 or not is_announcement(sentence[: colon + 1]):
        return None
    content = sentence[colon + 2 :]
    return colon + 2 if len(content.split()) >= _SHORTEST_CONTENT and has_verb(content) else None


def told_clause(sentence: str) -> str | None:
    """What is told after a verb of telling and "ka"; None where there is no such clause."""
    found = sentence_phrases("clause").search(sentence)
    content = sentence[found.end() :] if found else ""
    return content if len(content.split()) >= _SHORTEST_CONTENT else None


def _tells_by_itself(sentence: str) -> bool:
    """Whether a sentence that refers to the request has a main clause that is no announcement.

    "Atbildot uz vēstuli, novadā tika rīkotas nodarbības": what follows the reference is told of the measures.
    """
    clauses = sentence.split(", ")
    if len(clauses) > 1 and _RELATIVE.match(clauses[1]):
        del clauses[1]  # "par jautājumu, kas ir tās pārziņā"
    if len(clauses) < 2 or not sentence_phrases("request").search(clauses[0]):
        return False
    main = ", ".join(clauses[1:])
    about_letter = sentence_phrases("report").search(main) or sentence_phrases("request_verbs").search(main)
    return has_verb(main) and not about_letter and not sentence_phrases("request").search(main)
